"""Named: where words name somebody of a list of people, however the name is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secretariat.desk.neutrality.letters import Letters, alike, letters
from secretariat.desk.neutrality.ordinary import ORDINARY
from secretariat.desk.neutrality.plain import PLAIN

LONGEST = 60
"""So many letters of a name are looked for: more are not needed to know who is meant."""

FOLDED_FROM = 7
"""From so many letters on a name is met joined, and with signs within its words; shorter ones are parts of too many words."""

SPACED_FROM = 4
"""From so many letters on a name is met with each letter apart."""

_SIGN = r"(?:[^\w\s\ufffc]|_)"
"""A dash, a dot, a stroke, whatever is no letter; not what the gate covers with."""

_BETWEEN = r"[\s_.\-/\\·•‧∙⋅・\u2010-\u2015\u2043\u2044\u2212\u2215\u2e3a\u2e3b\ufe58\ufe63\uff0d]"
_CUT = r"(?:[_.-]*\.{3})?"
"""What may end a name that is cut: the ellipsis, read as three dots."""

_WORD = re.compile(r"[^\W_]+")
_ORDINARY = frozenset(alike(word) for word in ORDINARY)
_PLAIN = frozenset(alike(word) for word in PLAIN)
_BY_NUMBER = re.compile(r"(?<![^\W_])member(?:ship)?[\s#:.(\[]{0,3}(?:id|no|nr|number)?[\s#:.(\[]{0,3}(\d{1,12})(?!\d)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Person:
    """Somebody who can be named: ``subject`` is the member id as digits, ``name`` the handle, as it is or escaped."""

    subject: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Named:
    """One place, characters ``start`` to ``end`` (not included) of a text, at which a person is named."""

    person: Person
    start: int
    end: int


def named_in(text: str, people: Iterable[Person]) -> tuple[Named, ...]:
    """Find who is named in a text, by handle or as ``member id 3``, in the order of the places.

    Case, escapes, emphasis, characters that do not show, accents and letters that look alike make no other name, nor do the signs that
    part its words; a name of enough letters is met joined, too, and with its letters apart. A name of ordinary words only (``neutrality.ordinary``) is passed over: it cannot be told from our own words. As each word of
    a name is met as a whole word, no other name is met in words that are all ordinary. Of two names at one place the longer is meant.
    """
    read, by_number = letters(text), {}
    found: list[tuple[int, int, Person]] = []
    folded: list[tuple[int, int, Person]] = []
    for person in people:
        by_number[person.subject] = person
        found += [(start, end, person) for start, end in _met(read, person.name)]
        folded += [(start, end, person) for start, end in _folded(read, person.name)]
    for met in _BY_NUMBER.finditer(read.text):
        if str(int(met[1])) in by_number:
            found.append((*met.span(), by_number[str(int(met[1]))]))
    return tuple(
        Named(person=person, start=place[0], end=place[1])
        for start, end, person in sorted(_apart(found, folded), key=lambda one: one[:2])
        for place in [read.place(start, end)]
    )


def _apart(
    found: list[tuple[int, int, Person]], folded: list[tuple[int, int, Person]]
) -> Iterator[tuple[int, int, Person]]:
    """Leave out what stands within a longer name; of two names at one place the one that is written so is meant, not a folded one."""
    taken: list[tuple[int, int]] = []
    ranked = [
        (start - end, rank, start, end, person)
        for rank, part in enumerate((found, folded))
        for start, end, person in part
    ]
    for _, _, start, end, person in sorted(ranked, key=lambda one: (*one[:3], one[4].subject)):
        if all(end <= first or start >= last for first, last in taken):
            taken.append((start, end))
            yield start, end, person


def _met(read: Letters, name: str) -> Iterator[tuple[int, int]]:
    """Find a name in a text that was read; a number in the text is no word of a name that looks like it."""
    own = letters(name.rstrip("…"))
    numbers = [word.isdecimal() for word in _WORD.findall(own.text)]
    if _is_ordinary(own):
        return
    for met in _whole(_pattern(own.alike[:LONGEST].strip()), name, own).finditer(read.alike):
        said = [word.isdecimal() for word in _WORD.findall(read.text[slice(*met.span())])]
        if not any(number and not own_number for number, own_number in zip(said, numbers, strict=False)):
            yield met.span()


def _is_ordinary(own: Letters) -> bool:
    words = zip(_WORD.findall(own.text), _WORD.findall(own.alike), strict=True)
    return all(word.isdecimal() or read in _ORDINARY for word, read in words)


def _whole(pattern: str, name: str, own: Letters) -> re.Pattern[str]:
    """Let a name be met where no letter stands beside it; behind one that is cut anything may stand."""
    is_cut = name.endswith("…") or len(own.alike) > LONGEST
    return re.compile(rf"(?<![^\W_])(?:{pattern})" + (_CUT if is_cut else r"(?![^\W_])"))


def _folded(read: Letters, name: str) -> Iterator[tuple[int, int]]:
    """Find a name by its letters alone: joined, with other signs between them, or each letter apart.

    Words and signs exclude each other and each gap is bounded, so a text is read in one pass. What is met in words that are all plain, or in
    numbers alone, is no name.
    """
    own = letters(name.rstrip("…"))
    words = _WORD.findall(own.alike[:LONGEST])
    many = sum(map(len, words))
    if _is_ordinary(own) or many < SPACED_FROM:
        return
    ways = [r"[\W_]{1,5}".join("".join(words))]
    if many >= FOLDED_FROM:
        ways.append(rf"(?:{_SIGN}{{0,3}}|{_BETWEEN}{{0,3}})".join(rf"{_SIGN}{{0,2}}".join(word) for word in words))
    for met in _whole("|".join(ways), name, own).finditer(read.alike):
        said, plain = _WORD.findall(read.alike[slice(*met.span())]), _WORD.findall(read.text[slice(*met.span())])
        if not all(word in _PLAIN for word in said) and not all(word.isdecimal() for word in plain):
            yield met.span()


def _pattern(name: str) -> str:
    """Make the pattern of a name: words parted by spaces, hyphens, dots or underscores are met however they are parted."""
    parts = re.findall(r"[^\W_]+|[\W_]+", name)
    plain = all(re.fullmatch(rf"[^\W_]+|{_BETWEEN}+", part) for part in parts)
    if plain:
        return rf"{_BETWEEN}{{1,3}}".join(_WORD.findall(name))
    return "".join(re.escape(part) if _WORD.match(part) else _signs(part) for part in parts)


def _signs(part: str) -> str:
    signs = [re.escape(sign) for sign in part if not sign.isspace()]
    return r"\s*".join(["", *signs, ""]) if signs else r"\s+"
