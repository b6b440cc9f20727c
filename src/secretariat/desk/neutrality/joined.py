"""Joined: names in a row read as one, so that what is said of several people is found as what is said of one of them."""

import functools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secretariat.desk.neutrality.families.classes import WRITTEN
from secretariat.desk.neutrality.families.register import words_written
from secretariat.desk.neutrality.sentences import PERSON
from secretariat.desk.neutrality.verbs import third

_FARTHEST = 5
"""So many words at most stand between two names of one list."""

_NEAR = 6
"""So many words before and after a list are read as of one person."""

_LINKS = frozenset({",", "and", "or", "nor", "also", "then", "plus", "alongside", "including", "even"})
_PHRASES = frozenset(
    {
        ("as", "well", "as"),
        ("along", "with"),
        ("together", "with"),
        ("in", "addition", "to"),
        ("not", "to", "mention"),
        ("of", "course"),
        ("with",),
    }
)
"""What links two names beside commas and conjunctions."""

_AGAIN = frozenset({"for", "of", "to", "in", "on", "by", "with", "that", "from", "behind"})
"""Words that may be said again before each name: for one, for another, and for a third."""

_ALL_OF = (("all", "of"), ("both", "of"), ("each", "of"), ("both",), ("either",), ("all",))
"""What may stand before a list and says no more than that it is one."""

_HELD_AGAINST = frozenset({"unlike", "like", "than", "over", "to", "with", "besides", "beside", "dear", "hello", "hi"})
"""Behind these a comma parts two people: ``Unlike one, another ...``."""

_ORDERS = frozenset(
    """
    fire hire elect sack dismiss appoint choose trust support back recommend endorse slash promote
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""Behind these, and behind ``vote for``, a colon says no more than none, where they are said to somebody."""

_SAID_TO = frozenset({"please", "not", "never", "we", "i", "us", "you", "should", "must", "and", ",", ":"})
"""One of these stands before such a word, or nothing: ``trust`` is an order then, and none in ``the ones to trust``."""

_THESE = frozenset({"these", "those", "following"})
_PEOPLE = frozenset(
    """
    members people candidates names leads workers applicants persons member lead council two three four five xnumber
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""What may stand between an order and the colon: ``these two candidates``."""

_FIELD = frozenset(
    """
    storage distribution content builders forum hr marketing gateway membership apps operations lead leads worker deputy secretary
    council member group working opening xnumber
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)
"""Behind a name of several a bracket of these says where somebody works, and parts nobody."""

_HE = {"they": "he", "them": "him", "their": "his", "theirs": "his", "themselves": "himself"}
_IS = {"are": "is", "were": "was", "have": "has", "do": "does"}
_BETWEEN = frozenset({"both", "all", "also", "always", "still", "never", "each", "only", "often", "together", "once"})
"""What may stand between a list and its verb."""

_BEFORE_SUBJECT = frozenset(
    """
    , : ; and but or if that because since while when as think believe hope say says feel sure know
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Joined:
    """A sentence as it would be said of one person: its ``words``, and of each the words (first, last not included) it stands for.

    ``people`` is how many names the sentence has itself.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    people: int

    def place(self, begin: int, end: int) -> tuple[int, int]:
        """Give the words of the sentence that words ``begin`` to ``end`` (not included) stand for."""
        return (self.spans[begin][0], self.spans[end - 1][1])


def joined(words: tuple[str, ...]) -> Joined:
    """Read each list of names in a sentence as one name, and the words around it as of one person; member ids behind names are not read."""
    read: list[str] = []
    spans: list[tuple[int, int]] = []
    lists: list[int] = []
    at = 0
    while at < len(words):
        end, count = _list_from(words, at) if words[at] == PERSON else (at + 1, 0)
        begin = at
        if count:
            begin -= _dropped(read, several=count > 1)
            del read[len(read) - (at - begin) :], spans[len(spans) - (at - begin) :]
        if count > 1:
            lists.append(len(read))
        read.append(words[at])
        spans.append((begin, end))
        at = end
    for place in lists:
        _as_of_one(read, place)
    return Joined(words=tuple(read), spans=tuple(spans), people=words.count(PERSON))


def _list_from(words: tuple[str, ...], first: int) -> tuple[int, int]:
    """Give where the list that begins with a name ends (not included), and how many names it has; ``'s`` at its end is no part of it."""
    before = words[first - 1] if first else ""
    end, count, linked = _behind_one_of_several(words, first), 1, False
    while (following := _next(words, end, before)) is not None:
        linked = linked or set(words[end:following]) != {","}
        end, count = _behind_one_of_several(words, following), count + 1
    if before in _HELD_AGAINST and count == 2 and not linked:
        count = 1
    if count == 1:
        end = _behind(words, first)
    return end - (words[end - 1] == "'s"), count


def _behind(words: tuple[str, ...], name: int) -> int:
    """Give the place behind a name, with its ``'s`` or the member id that stands behind it."""
    for number, aside in enumerate(_ASIDES):
        end = name + 1 + len(aside)
        if words[name + 1 : end] == aside:
            # A bracket that opens the aside reads as a comma, and so does the one that closes it.
            return end + (number == 0 and words[end : end + 1] == (",",))
    return name + 1


def _behind_one_of_several(words: tuple[str, ...], name: int) -> int:
    """Give the place behind a name and what ``_behind`` passes over, or the bracket that says where somebody works."""
    end = name + 1
    if words[end : end + 1] == (",",):
        for close in range(end + 2, min(end + _FARTHEST, len(words))):
            if words[close - 1] not in _FIELD:
                break
            if words[close] == ",":
                return close + 1
    return _behind(words, name)


_ASIDES = ((",", "member", "id", "xnumber"), ("member", "id", "xnumber"), ("'s",))


def _next(words: Sequence[str], at: int, before: str) -> int | None:
    """Give the place of the next name of a list, None where the list ends."""
    for place in range(at, min(at + _FARTHEST + 2, len(words))):
        if words[place] == PERSON:
            return place if _links(words[at:place], before) else None
    return None


def _links(between: Sequence[str], before: str) -> bool:
    rest = tuple(word for word in between if word not in _LINKS)
    if rest and rest[-1] == before and before in _AGAIN:
        rest = rest[:-1]
    return not rest or rest in _PHRASES


def _dropped(read: Sequence[str], *, several: bool) -> int:
    """Give how many words before names are not read: a colon behind an order, and before several what only says that they are."""
    if read and read[-1] == ":" and (before := _behind_order(read)):
        return len(read) - before
    if not several:
        return 0
    return next((len(words) for words in _ALL_OF if tuple(read[-len(words) :]) == words), 0)


def _behind_order(read: Sequence[str]) -> int:
    """Give the place behind an order that a colon follows (``vote for these two :``); 0 where there is none."""
    at = len(read) - 1
    while at and read[at - 1] in _PEOPLE and len(read) - at < _FARTHEST:
        at -= 1
    if at and read[at - 1] in _THESE:
        at -= 1
    elif at < len(read) - 1:
        return 0
    order = at - 2 if tuple(read[max(0, at - 2) : at]) == ("vote", "for") else at - 1
    if order < 0 or (order == at - 1 and read[order] not in _ORDERS):
        return 0
    return at if not order or read[order - 1] in _SAID_TO else 0


def _as_of_one(read: list[str], place: int) -> None:
    """Put the words around a list that is one name now into the singular."""
    near = range(max(0, place - _NEAR), min(len(read), place + 1 + _NEAR))
    for at in near:
        read[at] = _persons().get(read[at], read[at])
    for at in range(place + 1, near.stop):
        read[at] = _HE.get(read[at], read[at])
    if place and read[place - 1] in ("are", "were"):
        read[place - 1] = _IS[read[place - 1]]
    verb = place + 1
    while verb < near.stop and read[verb] in _BETWEEN:
        verb += 1
    if verb < near.stop:
        subject = place == 0 or read[place - 1] in _BEFORE_SUBJECT
        read[verb] = _IS.get(read[verb]) or (_verbs().get(read[verb], read[verb]) if subject else read[verb])


@functools.cache
def _persons() -> Mapping[str, str]:
    """Give the singular of words for people that patterns know in the singular alone, or in both."""
    nouns = {noun for name in ("personnoun", "praisenoun") for noun in WRITTEN[name].split()}
    return {f"{noun}s": noun for noun in nouns if noun.isalpha()} | _OTHER_PERSONS


_OTHER_PERSONS = {"secretaries": "secretary", "deputies": "deputy", "people": "person", "ones": "one"}


@functools.cache
def _verbs() -> Mapping[str, str]:
    """Give the form for one person of each verb that patterns have in both forms."""
    return dict(_both_forms())


def _both_forms() -> Iterator[tuple[str, str]]:
    known = words_written()
    for word in known:
        if third(word) in known:
            yield word, third(word)
