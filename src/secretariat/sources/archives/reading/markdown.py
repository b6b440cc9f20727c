"""The rigid shapes of the archive's Markdown: headings, bullet fields and pipe tables, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = re.compile(r"#{1,6}(?=\s)")
_DASHES = re.compile(r":?-+:?")
_LINK = re.compile(r"\[([^\[\]]{0,300})\]\(([^)\s]{0,2000})[^)]{0,300}\)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level, its text and its line (from 1)."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """One table row: stripped cells and its line."""

    cells: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A pipe table: the row above the delimiter line, the rows below it, and the heading it stands under."""

    header: Row
    rows: tuple[Row, ...]
    under: Heading | None


def headings(lines: list[str]) -> Iterator[Heading]:
    """Give every heading in order."""
    for number, text in enumerate(lines, start=1):
        found = heading(text, number)
        if found is not None:
            yield found


def heading(text: str, line: int) -> Heading | None:
    """Read one line as a heading; None when it is none. Closing hashes are not part of its text."""
    marks = _MARKS.match(text)
    if marks is None:
        return None
    return Heading(len(marks[0]), text[marks.end() :].strip().rstrip("#").rstrip(), line)


def is_delimiter(text: str) -> bool:
    """Tell whether a line is the row of dashes below a table's header."""
    return "-" in text and all(_DASHES.fullmatch(cell) for cell in cells_of(text))


def cells_of(text: str) -> tuple[str, ...]:
    r"""Split a table line at its pipes, outer pipes optional; ``\|`` is a pipe inside a cell."""
    body = text.strip().replace("\\|", "\0")
    body = body.removeprefix("|")
    body = body.removesuffix("|")
    return tuple(cell.replace("\0", "|").strip() for cell in body.split("|"))


def tables(lines: list[str]) -> Iterator[PipeTable]:
    """Give every pipe table in order. A table ends at the first line without a pipe."""
    under: Heading | None = None
    index = 0
    while index < len(lines):
        under = heading(lines[index], index + 1) or under
        after = index + 1
        if "|" in lines[index] and after < len(lines) and is_delimiter(lines[after]):
            header = Row(cells_of(lines[index]), index + 1)
            rows = []
            after += 1
            while after < len(lines) and "|" in lines[after]:
                rows.append(Row(cells_of(lines[after]), after + 1))
                after += 1
            yield PipeTable(header, tuple(rows), under)
            index = after
        else:
            index += 1


def link(text: str) -> tuple[str, str] | None:
    """Give label and address of the first ``[label](address)`` in a text, or None."""
    match = _LINK.search(text)
    return (match[1], match[2]) if match else None
