"""How well the lexicon does on labelled texts: the matrix of each kind is printed with its intervals."""

from collections import Counter

import pytest

from secretariat.desk.neutrality.families.family import KINDS
from tests.desk.neutrality.labelled import (
    KNOWN,
    PRECISION,
    RECALL,
    UNSEEN,
    counts,
    labelled,
    matrix,
    ordinary_flagged,
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
    with capsys.disabled():
        print(f"\n{matrix('known', texts)}")
    for one in counts(texts):
        assert one.recall[0] >= RECALL, one
        assert one.precision[0] >= PRECISION, one
    flagged, of = ordinary_flagged(texts)
    assert flagged <= of / 50


def test_the_unseen_texts_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    texts = labelled(UNSEEN)
    with capsys.disabled():
        print(f"\n{matrix('unseen', texts)}")
    assert sum(each.right + each.wrong + each.missed + each.neither for each in counts(texts)) == len(KINDS) * len(
        texts
    )
