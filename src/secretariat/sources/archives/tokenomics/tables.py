"""The tables of a tokenomics report: property rows with their columns, refills, and workers."""

import re
from dataclasses import dataclass

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.markdown import PipeTable, Row
from secretariat.sources.archives.reports.layout import label_key

_LINE_END_COLUMNS = ("start", "end", "value", "difference", "change")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the figures of a property table stand; None where it has no such column."""

    start: int | None = None
    end: int | None = None
    value: int | None = None
    difference: int | None = None
    change: int | None = None


def is_property_table(table: PipeTable) -> bool:
    """Say whether a table has a label in its first column and figures of a term behind."""
    columns = columns_of(table.header)
    return columns.start is not None or columns.end is not None or columns.value is not None


def is_worker_table(table: PipeTable) -> bool:
    """Say whether a table lists workers."""
    keys = [label_key(cell) for cell in table.header.cells]
    return any(key in ("member", "worker", "handle") for key in keys) and len(keys) >= 3


def is_refill_table(table: PipeTable) -> bool:
    """Say whether a table lists payments into the fiat pool."""
    return any(label_key(cell).startswith("refill") for cell in table.header.cells)


def columns_of(header: Row) -> Columns:
    """Find the columns of a property table by their headings."""
    found: dict[str, int] = {}
    for index, cell in enumerate(header.cells[1:], start=1):
        key = label_key(cell)
        for name in _LINE_END_COLUMNS:
            if name in key.split() or (name == "change" and "%" in key):
                found.setdefault(name, index)
                break
    return Columns(**found)


def cell_at(row: Row, column: int | None) -> str:
    """Give a cell; a missing cell at the end of a row is empty, as Markdown has it."""
    return row.cells[column] if column is not None and column < len(row.cells) else ""


def check_shape(reading: Reading, table: PipeTable, row: Row) -> bool:
    """Say whether a row has no more cells than its table; report it when it has."""
    if len(row.cells) <= len(table.header.cells) or not any(row.cells[len(table.header.cells) :]):
        return True
    reading.problem(
        "row-malformed",
        row.line,
        subject=f"cells {label_key(row.cells[0])} under {table.under.text if table.under else ''}",
        what=f"The row {quoted(row.cells[0])} has {len(row.cells)} cells; its table has {len(table.header.cells)} columns.",
        repair="Mend the row; it was left out.",
        refused=True,
    )
    return False


def is_short(table: PipeTable, row: Row) -> bool:
    """Say whether a row has fewer cells than its table: then no cell behind the missing one stands under its heading."""
    return len(row.cells) < len(table.header.cells)


def as_printed(row: Row) -> str:
    """Write a row as it is printed, short enough for a message."""
    return " | ".join(row.cells)[:80]


def note_lost_column(reading: Reading, table: PipeTable, row: Row, *, left_out: bool = False) -> None:
    """Report a row that lost a column."""
    reading.problem(
        "spreadsheet-damage",
        row.line,
        subject=f"lost column {label_key(row.cells[0])} under {table.under.text if table.under else ''}",
        what=f"The row {quoted(as_printed(row))} has {len(row.cells)} cells where its table has {len(table.header.cells)} "
        "columns; which one is lost cannot be told.",
        repair="Mend the row and import the file again; "
        + ("it was left out." if left_out else "until then its values are unknown."),
        refused=left_out,
    )


def without_columns(table: PipeTable, row: Row) -> Row:
    """Give a short row as its label with all that is printed under every heading, of which no one can tell it apart.

    Every figure of it is so reported with the field that it leaves unknown.
    """
    return Row((row.cells[0], *[as_printed(row)] * (len(table.header.cells) - 1)), row.line)


def worker_columns(header: Row) -> dict[str, int]:
    """Find the columns of a worker table: id, handle, status, per_block, term, total."""
    found: dict[str, int] = {}
    for index, cell in enumerate(header.cells):
        key = label_key(cell)
        if (key == "" and "#" in cell) or key in ("id", "worker id"):
            found.setdefault("id", index)
        elif key in ("member", "worker", "handle"):
            found.setdefault("handle", index)
        elif key == "status":
            found.setdefault("status", index)
        elif re.search(r"/ ?block|per block", key):
            found.setdefault("per_block", index)
        elif re.fullmatch(r"m .*\bterm", key):
            found.setdefault("term", index)
        elif re.fullmatch(r"m .*\btotal", key):
            found.setdefault("total", index)
    return found


def refill_columns(header: Row) -> dict[str, int]:
    """Find the columns of a refill table: usd, reason, block."""
    found: dict[str, int] = {}
    for index, cell in enumerate(header.cells):
        key = label_key(cell)
        name = "usd" if key.startswith("refill") else "reason" if key == "reason" else "block" if "block" in key else ""
        if name:
            found.setdefault(name, index)
    return found
