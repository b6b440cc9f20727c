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
    """Give every heading in order; the header of a table whose first column is ``#`` is none."""
    for number, text in enumerate(lines, start=1):
        found = heading(text, number)
        if found is not None and not _begins(lines, number - 1):
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


def cells_of(text: str, *, opened: bool = True) -> tuple[str, ...]:
    r"""Split a table line at its pipes, outer pipes optional; ``\|`` is a pipe inside a cell.

    ``opened`` says that a pipe at the start opens the row; else an empty first cell stands before it.
    """
    body = text.strip().replace("\\|", "\0")
    body = body.removeprefix("|") if opened else body
    body = body.removesuffix("|")
    return tuple(cell.replace("\0", "|").strip() for cell in body.split("|"))


def tables(lines: list[str]) -> Iterator[PipeTable]:
    """Give every pipe table in order. A table ends at the first line without a pipe, or where another one begins."""
    under: Heading | None = None
    index = 0
    while index < len(lines):
        if _begins(lines, index):
            header = Row(cells_of(lines[index]), index + 1)
            rows = []
            after = index + 2
            while after < len(lines) and "|" in lines[after] and not _begins(lines, after):
                rows.append(Row(_row_cells(lines[after], lines[index], len(header.cells)), after + 1))
                after += 1
            yield PipeTable(header, tuple(rows), under)
            index = after
        else:
            under = heading(lines[index], index + 1) or under
            index += 1


def _begins(lines: list[str], index: int) -> bool:
    """Tell whether a line is the header of a table: cells, with a row of dashes below."""
    after = index + 1
    return "|" in lines[index] and after < len(lines) and is_delimiter(lines[after]) and not is_delimiter(lines[index])


def _row_cells(text: str, header: str, width: int) -> tuple[str, ...]:
    """Split a row; in a table without outer pipes a pipe at the start or end of a short row parts an empty cell off."""
    cells = cells_of(text)
    if len(cells) < width and not header.lstrip().startswith("|") and text.lstrip().startswith("|"):
        cells = cells_of(text, opened=False)
    if len(cells) < width and not header.rstrip().endswith("|") and text.rstrip().endswith("|"):
        cells = (*cells, "")
    return cells


def link(text: str) -> tuple[str, str] | None:
    """Give label and address of the first ``[label](address)`` in a text, or None."""
    match = _LINK.search(text)
    return (match[1], match[2]) if match else None
