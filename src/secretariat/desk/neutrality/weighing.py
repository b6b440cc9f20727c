"""Weighing: cues that say nothing alone and are not neutral together in one sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.neutrality.families.cues import COMBINATIONS, Combination
from secretariat.desk.neutrality.families.family import Kind
from secretariat.desk.neutrality.patterns import Classes
from secretariat.desk.neutrality.plain import PLAIN
from secretariat.desk.neutrality.sentences import PERSON

CueTable = Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""By a word: the cues it may begin, each with the words that must follow."""

Places = Mapping[str, Sequence[tuple[int, int]]]

SAYS: Mapping[Kind, str] = {
    "endorsement": "Together these words favor or oppose somebody or a proposal.",
    "disparagement": "Together these words speak badly of somebody.",
    "comparison": "Together these words hold people against each other.",
    "urgency": "Together these words press somebody.",
    "personnel": "Together these words take sides on who has a job or what it pays.",
}

OTHER = 2
"""Words about a named person that are not those of plain facts, from which on a sentence is looked at."""

_NUMBERED = frozenset({"proposal", "proposals", "opening", "thread", "bounty", "xnumber"})
"""Words after which a number is a name."""

_HE = frozenset({"he", "she", "him", "her", "his", "hers"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Weighed:
    """What is not neutral together: the kind, and first and last word (not included) of the cues that say most."""

    kind: Kind
    begin: int
    end: int


def weighed(
    words: Sequence[str], table: CueTable, *, named: bool, several: bool, beside: bool = False
) -> Weighed | None:
    """Give the first combination that a sentence fits; None for none. ``named`` tells whether the text names a person.

    ``several`` tells whether the sentence names more than one, though a list of names is one in its words. ``beside`` looks only for those that stand beside families too.
    """
    found = _met(tuple(words), table)
    persons = [(number, number + 1) for number, word in enumerate(words) if word == PERSON]
    pronouns = [(number, number + 1) for number, word in enumerate(words) if word in _HE] if named else []
    found["person"] = persons + pronouns
    found["people"] = persons if several else []
    for one in COMBINATIONS:
        if (one.always or not beside) and _fits(one, found):
            places = [found[name][0] for need in one.needs for name in need.split("|") if found[name]]
            return Weighed(
                kind=one.kind, begin=min(place[0] for place in places), end=max(place[1] for place in places)
            )
    if beside:
        return None
    return (
        _unlike_facts(words, found) if persons and not (found["facts"] or found["polite"] or found["serving"]) else None
    )


def _unlike_facts(words: Sequence[str], found: Places) -> Weighed | None:
    """Find a sentence about a named person that is not told as facts of the record are: by its words, or as an opinion.

    What denies something is read as speaking badly of the person, all else as speaking well.
    """
    other = [number for number, word in enumerate(words) if len(word) > 3 and word not in PLAIN]
    opinion = [place[0] for name in ("mine", "loud", "doubting") for place in found[name]]
    if len(other) < OTHER and not opinion:
        return None
    kind: Kind = "disparagement" if found["denial"] else "endorsement"
    places = [*other, *opinion]
    return Weighed(kind=kind, begin=min(places), end=max(places) + 1)


def _fits(one: Combination, found: Places) -> bool:
    if any(found[name] for name in one.but):
        return False
    return all(any(found[name] for name in need.split("|")) for need in one.needs)


def _met(words: Sequence[str], table: CueTable) -> dict[str, list[tuple[int, int]]]:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for begin, word in enumerate(words):
        for name, tail in table.get(word, ()):
            end = begin + 1 + len(tail)
            if not tail or tuple(words[begin + 1 : end]) == tail:
                found[name].append((begin, end))
    found["good"] = [place for place in found["good"] if not _is_open_vote(words, place)]
    for name in ("good", "stance", "bad") if found["serving"] else ():
        found[name] = [place for place in found[name] if not any(_within(place, one) for one in found["serving"])]
    found["facts"] = [place for place in found["facts"] if not _names_something(words, place)]
    return found


def _names_something(words: Sequence[str], place: tuple[int, int]) -> bool:
    """Tell whether a number is only the name of something, as in "proposal 12", and no figure."""
    begin, end = place
    return end == begin + 1 and words[begin] == "xnumber" and begin > 0 and words[begin - 1] in _NUMBERED


def _is_open_vote(words: Sequence[str], place: tuple[int, int]) -> bool:
    """Tell whether votes are said to be outstanding, which praises nobody."""
    begin, end = place
    return words[begin:end] == ("outstanding",) and not _VOTES.isdisjoint(words[max(0, begin - OPEN_NEAR) : begin])


OPEN_NEAR = 6
_VOTES = frozenset({"vote", "votes", "reveal", "reveals"})


def _within(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= place[0] and place[1] <= other[1]


def cue_table(classes: Classes) -> CueTable:
    """Make the table of the classes whose names begin with ``cue-``: by first word, which cue it begins and what follows."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for name, phrases in classes.items():
        if name.startswith("cue-"):
            for phrase in phrases:
                table[phrase[0]].append((name.removeprefix("cue-"), phrase[1:]))
    return {word: tuple(cues) for word, cues in table.items()}
