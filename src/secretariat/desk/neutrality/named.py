"""Named: where words name somebody of a list of people, however the name is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secretariat.desk.neutrality.letters import Letters, alike, letters
from secretariat.desk.neutrality.ordinary import ORDINARY

LONGEST = 60
"""So many letters of a name are looked for: more are not needed to know who is meant."""

_BETWEEN = r"[\s_.-]"
_CUT = r"(?:[_.-]*\.{3})?"
"""What may end a name that is cut: the ellipsis, read as three dots."""

_WORD = re.compile(r"[^\W_]+")
_ORDINARY = frozenset(alike(word) for word in ORDINARY)
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
    part its words. A name of ordinary words only (``neutrality.ordinary``) is passed over: it cannot be told from our own words. As each word of
    a name is met as a whole word, no other name is met in words that are all ordinary. Of two names at one place the longer is meant.
    """
    read, by_number = letters(text), {}
    found: list[tuple[int, int, Person]] = []
    for person in people:
        by_number[person.subject] = person
        found += [(start, end, person) for start, end in _met(read, person.name)]
    for met in _BY_NUMBER.finditer(read.text):
        if str(int(met[1])) in by_number:
            found.append((*met.span(), by_number[str(int(met[1]))]))
    return tuple(
        Named(person=person, start=place[0], end=place[1])
        for start, end, person in sorted(_apart(found), key=lambda one: one[:2])
        for place in [read.place(start, end)]
    )


def _apart(found: list[tuple[int, int, Person]]) -> Iterator[tuple[int, int, Person]]:
    """Leave out what stands within a longer name."""
    taken: list[tuple[int, int]] = []
    for start, end, person in sorted(found, key=lambda one: (one[0] - one[1], one[0], one[2].subject)):
        if all(end <= first or start >= last for first, last in taken):
            taken.append((start, end))
            yield start, end, person


def _met(read: Letters, name: str) -> Iterator[tuple[int, int]]:
    """Find a name in a text that was read; a number in the text is no word of a name that looks like it."""
    own = letters(name.rstrip("…"))
    numbers = [word.isdecimal() for word in _WORD.findall(own.text)]
    if all(number or word in _ORDINARY for number, word in zip(numbers, _WORD.findall(own.alike), strict=True)):
        return
    is_cut = name.endswith("…") or len(own.alike) > LONGEST
    pattern = re.compile(rf"(?<![^\W_]){_pattern(own.alike[:LONGEST].strip())}" + (_CUT if is_cut else r"(?![^\W_])"))
    for met in pattern.finditer(read.alike):
        said = [word.isdecimal() for word in _WORD.findall(read.text[slice(*met.span())])]
        if not any(number and not own_number for number, own_number in zip(said, numbers, strict=False)):
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
