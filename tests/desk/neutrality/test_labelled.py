"""How well the lexicon does on labelled texts: the matrix of each kind is printed with its intervals."""

import hashlib
from collections import Counter
from importlib.resources import files

import pytest

from secretariat.desk.neutrality.families.family import KINDS
from tests.desk.neutrality.labelled import (
    KNOWN,
    PRECISION,
    RECALL,
    TAUGHT,
    UNSEEN,
    counts,
    found_in,
    labelled,
    matrix,
    ordinary_flagged,
    stopped,
    wilson,
)


def test_the_interval_is_wilson_s() -> None:
    assert wilson(0, 0) == (0.0, 1.0)
    assert [round(edge, 3) for edge in wilson(8, 10)] == [0.490, 0.943]  # by hand
    assert wilson(35, 35)[0] == pytest.approx(0.901, abs=0.001)


def test_the_known_texts_are_enough_and_well_labelled() -> None:
    texts = labelled(KNOWN)
    assert len({each.text for each in texts}) == len(texts)
    assert not {kind for each in texts for kind in each.kinds} - set(KINDS)
    kinds = Counter(kind for each in texts for kind in each.kinds)
    assert min(kinds[kind] for kind in KINDS) >= 30
    assert sum(not each.kinds for each in texts) >= 70


def test_the_known_texts_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    texts = labelled(KNOWN)
    found = found_in(texts)
    with capsys.disabled():
        print(f"\n{matrix('known', texts, found)}")
    for one in counts(texts, found):
        assert one.recall[0] >= RECALL, one
        assert one.precision[0] >= PRECISION, one
    flagged, of = ordinary_flagged(texts, found)
    assert flagged <= of / 50


def test_the_taught_texts_are_none_of_the_others_and_told_apart() -> None:
    texts = labelled(TAUGHT)
    others = {each.text for each in (*labelled(KNOWN), *labelled(UNSEEN))}
    assert not {each.text for each in texts} & others
    assert len({each.batch for each in texts}) >= 5
    some = texts[::7]
    for one in counts(some, found_in(some)):
        assert one.recall[0] >= RECALL, one
        assert one.precision[0] >= PRECISION, one


def test_the_weights_were_learned_from_the_texts_that_are_here() -> None:
    """Whoever adds texts learns anew: python -m bench.learn_words."""
    taught = hashlib.sha256(KNOWN.read_bytes() + TAUGHT.read_bytes()).hexdigest()
    weights = files("secretariat.desk.neutrality").joinpath("weights.tsv").read_text(encoding="utf-8")
    assert f"// texts {taught}\n" in weights


SHARE = 0.6
"""What was reached on the unseen half by every kind when its goals were not: no change may fall below it unnoticed."""


def test_the_unseen_texts_are_told_apart_as_well_as_they_were(capsys: pytest.CaptureFixture[str]) -> None:
    texts = labelled(UNSEEN)
    found = found_in(texts)
    with capsys.disabled():
        print(f"\n{matrix('unseen', texts, found)}")
    for one in counts(texts, found):
        assert one.right >= SHARE * (one.right + one.missed), one
        assert one.right >= SHARE * (one.right + one.wrong), one
    whole = stopped(texts, found)
    assert whole.recall[0] >= RECALL, whole
    assert whole.precision[0] >= PRECISION, whole
    flagged, of = ordinary_flagged(texts, found)
    assert flagged <= of / 10
