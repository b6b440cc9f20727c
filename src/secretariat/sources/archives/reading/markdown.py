"""The rigid shapes of the archive's Markdown: headings, bullet fields and pipe tables, each with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_MARKS = re.compile(r"#{1,6}(?=\s)|#{2,6}(?=[^\s#])")
"""The hashes of a heading. Two and more are one also without a space behind; ``#23`` is a number."""

_DASHES = re.compile(r":?-+:?")
_OTHER_BLOCK = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|[0-9]{1,3}[.)]\s|>|```|~~~|<|\*\*)")
_CELLS = re.compile(r"\S(?:\s{2,}|\t)\S|^\S*[0-9]\S*$")
"""What tells a row that lost its pipes from a sentence: a wide gap, or nothing but one figure."""

_MOST_BARE = 5
"""So many lines without a pipe may follow each other inside a table."""

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
    """Give every pipe table in order. A table ends at an empty line, at other text below it, or where another one begins.

    A line without a pipe between two rows is a row that lost its pipes: it is given with all of it in one cell.
    """
    under: Heading | None = None
    index = 0
    while index < len(lines):
        if _begins(lines, index):
            header = Row(cells_of(lines[index]), index + 1)
            rows = []
            after = index + 2
            while after < len(lines) and _goes_on(lines, after):
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


def _goes_on(lines: list[str], index: int) -> bool:
    """Tell whether the line below a row is a row, too; without pipes it is one if more rows follow, or as its gaps show."""
    if _begins(lines, index):
        return False
    if "|" in lines[index]:
        return True
    if not lines[index].strip() or _OTHER_BLOCK.match(lines[index]):
        return False
    below = next((line for line in lines[index + 1 : index + 1 + _MOST_BARE] if "|" in line or not line.strip()), "")
    return "|" in below or bool(_CELLS.search(lines[index].strip()))


def rows_without_table(lines: list[str]) -> Iterator[tuple[Row, ...]]:
    """Give rows that begin with a pipe but stand in no table, in runs of consecutive lines.

    A table's header or its row of dashes is lost or damaged there, so that no reader sees the rows.
    """
    taken: set[int] = set()
    for table in tables(lines):
        last = table.rows[-1].line if table.rows else table.header.line + 1
        taken.update(range(table.header.line, last + 1))
    run: list[Row] = []
    for number, text in enumerate([*lines, ""], start=1):
        if number not in taken and text.lstrip().startswith("|") and text.count("|") > 1:
            run.append(Row(cells_of(text), number))
        elif run:
            yield tuple(run)
            run = []


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
