"""Rows of council members whose cells do not stand under their headings: put back where one reading is left."""

import re

from secretariat.facts.texts import quoted
from secretariat.sources.archives.council.header import Header
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.markdown import Row
from secretariat.sources.archives.reports.figures import Kind, read_cell
from secretariat.sources.archives.tokenomics.tables import as_printed, cell_at

HANDLE = re.compile(r"@([A-Za-z0-9_.\-]*[A-Za-z0-9_\-])", re.ASCII)
ID = re.compile(r"#?\s*([0-9]{1,9})", re.ASCII)

FIGURES = ("votes_cast", "own_stake", "backers_stake")
_USUAL = ("handle", "member_id", *FIGURES)
"""The order of the columns in the reports' template; a row of a table with other headings may still have it."""

_MOST_VOTES = 10_000
"""Votes on proposals of one member in one term: ten times as many as there were proposals in all years of the testnets."""


def in_place(reading: Reading, header: Header, columns: dict[str, int], row: Row) -> Row | None:
    """Give a row with every cell under its heading, and all of it under each heading whose own cell cannot be told.

    Gives None, with a problem, for a row that names no member where its handle belongs.
    """
    swapped = _is_swapped(columns, row)
    if not swapped and _no_handle(columns, row):
        _note_nobody(reading, header, row)
        return None
    if not swapped and _can_be(columns, row):
        return row
    mended = _exchanged(columns, row) if swapped else row
    possible = {way for way in (mended.cells, _usual(columns, row)) if _can_be(columns, Row(way, row.line))}
    sure = len(possible) == 1
    cells = possible.pop() if sure else _without_figures(columns, mended)
    _note_moved(reading, header, columns, row, cells, sure=sure)
    return Row(cells, row.line)


def _plain(cell: str) -> str:
    return cell.strip("`* ")


def _no_handle(columns: dict[str, int], row: Row) -> bool:
    printed = _plain(cell_at(row, columns["handle"]))
    return not printed or ID.fullmatch(printed) is not None


def _is_swapped(columns: dict[str, int], row: Row) -> bool:
    """Tell whether no handle stands in its place, and one with its at sign in that of the member's number."""
    return _no_handle(columns, row) and _plain(cell_at(row, columns.get("member_id"))).lstrip("[").startswith("@")


def _exchanged(columns: dict[str, int], row: Row) -> Row:
    cells = list(row.cells)
    one, other = columns["handle"], columns["member_id"]
    cells[one], cells[other] = cells[other], cells[one]
    return Row(tuple(cells), row.line)


def _usual(columns: dict[str, int], row: Row) -> tuple[str, ...]:
    """Read the row's cells in the order of the template, whatever the order of the headings."""
    cells = list(row.cells)
    names = [name for name in _USUAL if name in columns]
    for name, place in zip(names, sorted(columns[name] for name in names), strict=True):
        cells[columns[name]] = row.cells[place]
    return tuple(cells)


def _can_be(columns: dict[str, int], row: Row) -> bool:
    """Tell whether the cells can stand as they do: a member's number is none, and nobody casts that many votes."""
    votes = read_cell(Kind.COUNT, cell_at(row, columns.get("votes_cast"))).value
    return (votes is None or votes <= _MOST_VOTES) and not _no_handle(columns, row)


def _without_figures(columns: dict[str, int], row: Row) -> tuple[str, ...]:
    unknown = {columns[name] for name in FIGURES if name in columns}
    return tuple(as_printed(row) if place in unknown else cell for place, cell in enumerate(row.cells))


def _note_moved(
    reading: Reading, header: Header, columns: dict[str, int], row: Row, cells: tuple[str, ...], *, sure: bool
) -> None:
    known = [name for name in _USUAL if name in columns and (sure or name not in FIGURES)]
    read = ", ".join(f"{name.replace('_', ' ')} {cells[columns[name]]}" for name in known)
    reading.problem(
        "field-shifted",
        row.line,
        subject=f"{header.key} row {as_printed(row)}",
        what=f"The cells of the row {quoted(as_printed(row))} do not stand under their headings.",
        repair=f"Read as {read}."
        if sure
        else f"Mend the row and import the file again; until then it is read as {read}, and its figures are unknown: they "
        "can stand in more than one order, or in none.",
        applied=sure,
    )


def _note_nobody(reading: Reading, header: Header, row: Row) -> None:
    reading.problem(
        "row-malformed",
        row.line,
        subject=f"{header.key} nobody {as_printed(row)}",
        what=f"The row {quoted(as_printed(row))} has no handle where the member's handle belongs, and none with an at sign "
        "beside it.",
        repair="Put handle and number into their columns and import the file again; the row was left out.",
        refused=True,
    )
