"""The lexicon of the gate: which families of wording a text holds, each with its place, its words and the reason."""

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.neutrality.families import cues
from secretariat.desk.neutrality.families.family import Family, Kind
from secretariat.desk.neutrality.families.register import PARTS, classes_written
from secretariat.desk.neutrality.joined import Joined, joined
from secretariat.desk.neutrality.learned import SAYS as LEARNED_SAYS
from secretariat.desk.neutrality.learned import Lean, Weights, leans, told
from secretariat.desk.neutrality.patterns import Pattern, classes_of, pattern_of
from secretariat.desk.neutrality.plain import instructs
from secretariat.desk.neutrality.record import is_record
from secretariat.desk.neutrality.roll import is_roll
from secretariat.desk.neutrality.sentences import PERSON, Read, Sentence, read
from secretariat.desk.neutrality.shouting import shouts
from secretariat.desk.neutrality.weighing import SAYS, CueTable, cue_table, weighed


@dataclass(frozen=True, kw_only=True, slots=True)
class Worded:
    """One concern about words: characters ``start`` to ``end`` (not included) of the text, which family, and why."""

    kind: Kind
    family: str
    says: str
    start: int
    end: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Lexicon:
    """The families made ready: ``by_word`` has the numbers of the patterns that a word may begin to fit."""

    families: tuple[Family, ...]
    patterns: tuple[tuple[int, Pattern], ...]
    by_word: Mapping[str, tuple[int, ...]]
    unless: tuple[tuple[Pattern, ...], ...]
    within: tuple[Pattern | None, ...]
    cues: CueTable


_EVERYDAY = frozenset(
    """
    is are was were be been to of in on for and or not , : ! ? 's it this that they them their we i you he she a as with by from at
    council members member lead proposal vote votes has have will would can must should do does who what all if but please
    stake candidate candidates candidacy election voting account block no one at than more now so when only again voted elected needs need
    there his her him my our any first time day be get go
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""Words of nearly every sentence: patterns are looked up by the other words they need."""


@functools.cache
def _lexicon() -> _Lexicon:
    """Make the families ready, once."""
    written = classes_written()
    classes = classes_of(written)
    families = tuple(family for part in PARTS for family in part.FAMILIES)
    patterns = tuple(
        (number, pattern_of(line, classes))
        for number, family in enumerate(families)
        for line in family.patterns.splitlines()
        if line.strip()
    )
    by_word: dict[str, list[int]] = {}
    for place, (_, pattern) in enumerate(patterns):
        for word in min(pattern.needs, key=lambda need: (len(need & _EVERYDAY), len(need))):
            by_word.setdefault(word, []).append(place)
    return _Lexicon(
        families=families,
        patterns=patterns,
        by_word={word: tuple(places) for word, places in by_word.items()},
        unless=tuple(
            tuple(pattern_of(line, classes) for line in family.unless.splitlines() if line.strip())
            for family in families
        ),
        within=tuple(pattern_of(family.within, classes) if family.within else None for family in families),
        cues=cue_table(classes_of({**written, **cues.WRITTEN})),
    )


def worded(
    text: str,
    people: Iterable[str] = (),
    weights: Weights | None = None,
    *,
    free: Sequence[tuple[int, int]] | None = None,
) -> tuple[Worded, ...]:
    """Find what is not neutral in the words of a text, in the order of the places; ``people`` are names it may have.

    ``weights`` are others than the program's, to try them. ``free`` are the places of words that somebody chose, None for all: of a sentence
    without any of them nothing is told by weights alone.
    """
    found = read(text, people)
    concerns = [
        Worded(kind="urgency", family=one.family, says=one.says, start=one.start, end=one.end)
        for one in shouts(found.whole)
    ]
    named = any(PERSON in sentence.words for sentence in found.sentences)
    for sentence in found.sentences:
        chosen = free is None or _has_any(found.place(sentence, 0, len(sentence.words)), free)
        concerns.extend(
            _of_sentence(found, sentence, weights, named=named, alone=chosen and not instructs(sentence.words))
        )
    return tuple(sorted(concerns, key=lambda one: (one.start, one.end, one.kind, one.family)))


def _has_any(place: tuple[int, int], words: Sequence[tuple[int, int]]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in words)


def _of_sentence(
    found: Read, sentence: Sentence, weights: Weights | None, *, named: bool, alone: bool
) -> Iterator[Worded]:
    """Find the concerns of a sentence; ``alone`` tells whether weights count where no family is met."""
    as_one = joined(sentence.words)
    if is_roll(as_one.words) or is_record(sentence, as_one.words):
        return
    fitting = [(family, *as_one.place(begin, end)) for family, begin, end in _fitting(as_one.words)]
    one = weighed(as_one.words, _lexicon().cues, named=named, several=as_one.people > 1, beside=bool(fitting))
    if one is not None and all(family.kind != one.kind for family, _, _ in fitting):
        together = Family(name="together", kind=one.kind, says=SAYS[one.kind], patterns="")
        fitting.append((together, *as_one.place(one.begin, one.end)))
    met = _without_the_same([*_standing(fitting), *_more_of_several(sentence, as_one, fitting)])
    leaning = leans(as_one, weights)
    if not (believed := _told(met, leaning, as_one)):
        met = fitting  # what gave way to another kind counts where that one is not believed
        believed = _told(met, leaning, as_one)
    for lean in believed:
        of_kind = [each for each in met if each[0].kind == lean.kind]
        if not (of_kind or alone):
            continue
        for family, begin, end in of_kind or [(_taught(lean.kind), *as_one.place(lean.begin, lean.end))]:
            start, stop = found.place(sentence, begin, end)
            yield Worded(kind=family.kind, family=family.name, says=family.says, start=start, end=stop)


def _told(met: Sequence[tuple[Family, int, int]], leaning: Sequence[Lean], as_one: Joined) -> tuple[Lean, ...]:
    kinds = {family.kind for family, _, _ in met}
    certain = {family.kind for family, _, _ in met if family.sure}
    return told(leaning, kinds, len(as_one.words), certain)


def _without_the_same(met: Sequence[tuple[Family, int, int]]) -> list[tuple[Family, int, int]]:
    """Leave out what a family that is sure says already of the same words."""
    sure = [each for each in met if each[0].sure]
    return [
        one
        for one in met
        if one[0].sure
        or not any(other.kind == one[0].kind and begin < one[2] and one[1] < end for other, begin, end in sure)
    ]


def _taught(kind: Kind) -> Family:
    return Family(name="learned", kind=kind, says=LEARNED_SAYS[kind], patterns="")


def _more_of_several(
    sentence: Sentence, as_one: Joined, found: Sequence[tuple[Family, int, int]]
) -> list[tuple[Family, int, int]]:
    """Give the families that a sentence fits as it stands, and not with each list of names as one name: such as hold people apart."""
    if as_one.words == sentence.words:
        return []
    known = {family.name for family, _, _ in found}
    return _standing([one for one in _fitting(sentence.words, as_one.words) if one[0].name not in known])


def _fitting(words: Sequence[str], but: Sequence[str] = ()) -> list[tuple[Family, int, int]]:
    """Give each family that words fit, once, with the place of the first pattern of it that does.

    A family is silent where what silences it is in these words, or in the words ``but``.
    """
    lexicon, known = _lexicon(), frozenset(words)
    silencing = [(each, frozenset(each)) for each in (words, but) if each]
    places = sorted({place for word in known for place in lexicon.by_word.get(word, ())})
    met: dict[int, tuple[int, int]] = {}
    for place in places:
        number, pattern = lexicon.patterns[place]
        if number not in met:
            fits = pattern.place(words, known)
            if fits is not None:
                met[number] = fits
    return [
        (lexicon.families[number], *fits)
        for number, fits in met.items()
        if _is_within(lexicon.within[number], words, known)
        and not any(other.place(*each) is not None for other in lexicon.unless[number] for each in silencing)
    ]


def _is_within(within: Pattern | None, words: Sequence[str], known: frozenset[str]) -> bool:
    return within is None or within.place(words, known) is not None


def _standing(found: Sequence[tuple[Family, int, int]]) -> list[tuple[Family, int, int]]:
    """Leave out a family where another that says more about the same words is met too (``Family.yields``)."""
    return [
        one
        for one in found
        if not any(other[0].kind in one[0].yields and other[1] < one[2] and one[1] < other[2] for other in found)
    ]
