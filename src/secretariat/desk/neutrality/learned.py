"""Learned weights: how much each word and its neighbours speak for each kind, as texts that people labelled teach it."""

import functools
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from math import sqrt

from secretariat.desk.neutrality.families.family import KINDS, Kind
from secretariat.desk.neutrality.joined import Joined
from secretariat.desk.neutrality.sentences import PERSON

UNIT = 100
"""Weights are written in hundredths."""

MOST_PERSONS = 3
_MARKS = 3
"""So many of the features that weigh most say where the words are."""

SAYS: Mapping[Kind, str] = {
    "endorsement": "People who labelled texts with such words read them as favoring or opposing somebody or a proposal.",
    "disparagement": "People who labelled texts with such words read them as speaking badly of somebody.",
    "comparison": "People who labelled texts with such words read them as holding people against each other.",
    "urgency": "People who labelled texts with such words read them as pressing somebody.",
    "personnel": "People who labelled texts with such words read them as taking sides on who has a job or what it pays.",
}

TOLD, FAMILY, WEAKEST = 1.3, 1.2, -1.0
"""From which score on a kind is told; what a family of the kind adds; and below which a family alone is not believed.

The three were chosen by ``bench/learn_words.py --try``: each batch of texts judged by what the others teach.
"""

FEWEST = 4
"""Fewer words than these, a heading or a single word, say too little to be weighed alone."""

Weights = Mapping[str, Sequence[int]]
"""By a feature: how much it speaks for each kind, in the order of KINDS; the empty feature is where each kind begins."""

Feature = tuple[str, int, int]
"""A word, neighbours, a beginning or an ending, with first and last word (not included) of the sentence."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lean:
    """How far a sentence leans to one kind (0: as likely as not), and the words that weigh most."""

    kind: Kind
    score: float
    begin: int
    end: int


def features(words: Sequence[str]) -> Iterator[Feature]:
    """Give the features of a sentence that are weighed, each as often as it is met. A list of names is one name in ``words`` (``joined``)."""
    whole, last = ("^", *words, "$"), len(words)
    for at, word in enumerate(words):
        yield word, at, at + 1
        if word.isalpha() and len(word) > 4:
            yield f"{word[:4]}*", at, at + 1
            yield f"*{word[-3:]}", at, at + 1
            if len(word) > 6:
                yield f"{word[:6]}*", at, at + 1
    for at in range(len(whole) - 1):
        first, end = max(0, at - 1), min(last, at + 1)
        yield f"{whole[at]} {whole[at + 1]}", first, end
        if at + 2 < len(whole):
            end = min(last, at + 2)
            yield f"{whole[at]} _ {whole[at + 2]}", first, end
            yield " ".join(whole[at : at + 3]), first, end
    yield f"#{min(words.count(PERSON), MOST_PERSONS)}", 0, last


def leans(sentence: Joined, table: Weights | None = None) -> tuple[Lean, ...]:
    """Say for each kind how far a sentence leans to it, by the program's weights or another ``table`` of them."""
    table = table or weights()
    places: dict[str, tuple[int, int]] = {}
    for feature, begin, end in features(sentence.words):
        if feature in table:
            places.setdefault(feature, (begin, end))
    scale = 1 / (UNIT * sqrt(max(1, len(places))))
    return tuple(_lean(number, kind, table, places, scale) for number, kind in enumerate(KINDS))


def told(
    leaning: Sequence[Lean], families: Collection[Kind], words: int, certain: Collection[Kind] = ()
) -> tuple[Lean, ...]:
    """Give the kinds that a sentence of so many ``words`` is told to be of, by how far it leans and which families it holds.

    Where a family is met and no kind reaches the bound, the likeliest is told, unless the weights speak against each family. Kinds that are
    ``certain`` are told whatever the weights say.
    """
    if words < FEWEST and not families:
        return ()
    scores = {one.kind: one.score + FAMILY * (one.kind in families) for one in leaning}
    sure = tuple(one for one in leaning if scores[one.kind] > TOLD or one.kind in certain)
    if sure or not any(one.score > WEAKEST for one in leaning if one.kind in families):
        return sure
    return (max(leaning, key=lambda one: scores[one.kind]),)


def _lean(number: int, kind: Kind, table: Weights, places: Mapping[str, tuple[int, int]], scale: float) -> Lean:
    score = table[""][number] / UNIT + scale * sum(table[feature][number] for feature in places)
    most = sorted(
        (feature for feature in places if table[feature][number] > 0), key=lambda feature: -table[feature][number]
    )[:_MARKS]
    begin = min((places[feature][0] for feature in most), default=0)
    return Lean(
        kind=kind, score=score, begin=begin, end=max((places[feature][1] for feature in most), default=begin + 1)
    )


@functools.cache
def weights() -> Weights:
    """Read the program's weights from their file."""
    table: dict[str, tuple[int, ...]] = {}
    text = files("secretariat.desk.neutrality").joinpath("weights.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("//"):
            feature, *numbers = line.split("\t")
            table[feature] = tuple(int(one or "0") for one in numbers)
    return table
