"""The rigid shapes of the archive's Markdown: headings, bullet fields and pipe tables, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*\s*$")
_DELIMITER = re.compile(r"^\s*\|?\s*:?-{1,}:?\s*(\|\s*:?-{1,}:?\s*)*\|?\s*$")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)\s]*)[^)]*\)")


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
        match = _HEADING.match(text)
        if match:
            yield Heading(len(match[1]), match[2], number)


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
        match = _HEADING.match(lines[index])
        if match:
            under = Heading(len(match[1]), match[2], index + 1)
        after = index + 1
        if "|" in lines[index] and after < len(lines) and "-" in lines[after] and _DELIMITER.match(lines[after]):
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
