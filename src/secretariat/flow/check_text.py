"""Check a text in a file: what is not neutral in its words, with line and column."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from secretariat.desk.neutrality.families.family import Kind
from secretariat.desk.neutrality.lexicon import worded
from secretariat.flow.text_files import naming_contract, text_of_file
from secretariat.sources.people_file import PeopleUnreadable, read_people

LARGEST = 262_144
"""Bytes of a text that is checked: about forty times what one forum post holds."""

LARGEST_PEOPLE = 1_048_576
"""Bytes of a file of people."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A place in a text: ``line`` and ``column`` count from 1, a column counts characters."""

    line: int
    column: int


@dataclass(frozen=True, kw_only=True, slots=True)
class TextConcern:
    """What is not neutral: characters ``start`` to ``end`` (not included, counted from 0) of the text, as lines and columns too."""

    code: Kind
    family: str
    words: str
    says: str
    start: int
    end: int
    begins: Place
    ends: Place


def check_text(path: Path, people: Path | None) -> tuple[TextConcern, ...]:
    """Find what is not neutral in a text, in the order of the places. Raises TextUnreadable and PeopleUnreadable."""
    names = () if people is None else _people(people)
    text = text_of_file(path, LARGEST)
    lines = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]
    return tuple(
        TextConcern(
            code=one.kind,
            family=one.family,
            words=text[one.start : one.end],
            says=one.says,
            start=one.start,
            end=one.end,
            begins=_place(lines, one.start),
            ends=_place(lines, one.end),
        )
        for one in worded(text, names)
    )


def _place(lines: Sequence[int], at: int) -> Place:
    line = bisect_right(lines, at)
    return Place(line=line, column=at - lines[line - 1] + 1)


def _people(path: Path) -> tuple[str, ...]:
    try:
        return read_people(text_of_file(path, LARGEST_PEOPLE))
    except PeopleUnreadable as error:
        raise PeopleUnreadable(
            f"{path} cannot be used: {naming_contract(str(error), 'docs/contracts/check-text.md')}"
        ) from error
