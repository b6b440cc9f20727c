"""Ledger rows with a lost column or a shifted field: which cell belongs to which column, where only one answer fits."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from secretariat.facts.texts import quoted
from secretariat.sources.archives.reading import shifts
from secretariat.sources.archives.reading.numbers import read_integer, read_number
from secretariat.sources.archives.spending.columns import COLUMNS
from secretariat.sources.archives.spending.numbers import Unit, read_figure
from secretariat.sources.archives.spending.rules import agrees
from secretariat.sources.archives.spending.words import NO, YES, is_nothing, is_status, read_network, read_status

FIGURES: Mapping[str, Unit] = {
    "amount_asked": "tokens",
    "amount_minted": "tokens",
    "exchange_rate": "rate",
    "usd": "usd",
}
_OTHER_KINDS = {
    "network": ("number", "status", "flag"),
    "status": ("number", "network", "flag"),
    "category": ("number", "status", "network", "flag"),
    "group": ("number", "status", "network", "flag"),
    "bounty": ("status", "network", "flag"),
    "reimbursed": ("status", "network"),
} | dict.fromkeys(FIGURES, ("status", "network", "flag"))
_MOST_BOUNTY_DIGITS = 5
_CENT = Decimal("0.01")
_LONGEST_CELL = 200
"""Characters of a cell that tell its kind."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Placed:
    """A row's cells by column. ``unknown`` are the columns whose cell cannot be told; ``note`` says what was done.

    ``lost`` says that nothing but the row's network and number can be told.
    """

    cells: dict[str, str]
    unknown: tuple[str, ...] = field(default=())
    note: str = ""
    lost: bool = False


def place(cells: Sequence[str], columns: Sequence[str], delimiter: str, *, grouped: bool) -> Placed:
    """Put a record's cells under the file's columns (an unknown column has its own heading, with a capital letter).

    A row that does not fit is repaired when exactly one slip explains it. Columns on which the possible repairs
    disagree stay unknown.
    """
    width = len(columns)

    def fits(way: shifts.Cells) -> bool:
        return all(_accepts(column, cell[:_LONGEST_CELL], grouped) for column, cell in zip(columns, way, strict=True))

    row = _trimmed(cells, width)
    if len(row) == width < len(cells) and not fits(row):
        row = tuple(cells) if shifts.mended(cells, width, empty=is_nothing, delimiter=delimiter, fits=fits) else row
    wrong = _misplaced(dict(zip(columns, row, strict=False))) if len(row) <= width else []
    if len(row) == width and not wrong:
        return Placed(cells=dict(zip(columns, row, strict=True)))
    found = shifts.mended(row, width, empty=is_nothing, delimiter=delimiter, fits=fits)
    sound = {way for way in found if _is_sound(dict(zip(columns, way, strict=True)), grouped)} or found
    if not sound:
        return _unexplained(row, columns, wrong)
    first, *others = sorted(sound)
    unknown = tuple(c for c, *values in zip(columns, first, *others, strict=True) if len(set(values)) > 1)
    kept = {column: cell for column, cell in zip(columns, first, strict=True) if column not in unknown}
    return Placed(cells=kept, unknown=unknown, note=_note(row, width, wrong))


def _trimmed(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """Drop empty cells beyond the last column; they hold nothing."""
    row = tuple(cells)
    while len(row) > width and not row[-1].strip():
        row = row[:-1]
    return row


def _note(row: tuple[str, ...], width: int, wrong: list[str]) -> str:
    if len(row) != width:
        return f"The row has {len(row)} cells where the table has {width} columns."
    return f"The row's cells do not stand in their columns (see {', '.join(wrong)})."


def _unexplained(row: tuple[str, ...], columns: Sequence[str], wrong: list[str]) -> Placed:
    cells = dict(zip(columns, row, strict=False))
    if len(row) == len(columns) and len(wrong) == 1 and wrong[0] in COLUMNS[2:]:
        cell = cells.pop(wrong[0])
        return Placed(cells=cells, unknown=(wrong[0],), note=f"The cell {quoted(cell)} belongs to another column.")
    kept = {column: cells.get(column, "") for column in ("network", "number")}
    return Placed(cells=kept, note=_note(row, len(columns), wrong), lost=True)


def _misplaced(cells: Mapping[str, str]) -> list[str]:
    """List the columns whose cell can only belong to another column."""
    wrong = [c for c, kinds in _OTHER_KINDS.items() if c in cells and _kind(cells[c]) in kinds]
    status = cells.get("status", "").strip()
    bounty = cells.get("bounty", "")
    if _kind(bounty) == "text" and not any(map(str.isdigit, bounty)):
        wrong.append("bounty")
    if _kind(cells.get("title", "")) == "status" and status and not is_status(status):
        wrong.append("title")
    return wrong


def _kind(text: str) -> str:
    return _kind_of(text.strip()[:_LONGEST_CELL])


@lru_cache(maxsize=1 << 13)
def _kind_of(cell: str) -> str:
    if is_nothing(cell):
        return "nothing"
    if is_status(cell):
        return "status"
    if cell.lower() in YES | NO:
        return "flag"
    word = read_network(cell)
    if word.value and not word.alias:
        return "network"
    return "number" if read_number(cell).value is not None else "text"


@lru_cache(maxsize=1 << 13)
def _accepts(column: str, text: str, grouped: bool) -> bool:
    """Tell whether a cell can stand in a column of a row that was mended: stricter than for a row read as it stands.

    A rate is below one dollar and dollars are at least a cent: that tells the two apart where a cell may be either.
    """
    kind = _kind(text)
    if column == "number":
        value = read_integer(text.strip()).value
        return value is not None and value >= 1
    if column == "network":
        return kind == "network"
    if kind == "nothing" or column not in COLUMNS:
        return True
    if column in FIGURES:
        return _is_figure(column, text, grouped)
    if column == "bounty":
        return read_integer(text.strip()).value is not None and len(text.strip()) <= _MOST_BOUNTY_DIGITS
    return kind == {"status": "status", "reimbursed": "flag"}.get(column, "text")


def _is_figure(column: str, text: str, grouped: bool) -> bool:
    figure = read_figure(text, FIGURES[column], grouped=grouped)
    if figure.value and (
        (column == "exchange_rate" and figure.value >= 1) or (column == "usd" and figure.value < _CENT)
    ):
        return False
    return figure.value is not None or bool(figure.candidates) or (bool(figure.damage) and "date" in figure.damage)


def _is_sound(cells: Mapping[str, str], grouped: bool) -> bool:
    """Tell whether a mended row agrees with itself as the ledger's rows do: minted if approved, dollars = tokens x rate."""
    value = {c: read_figure(cells.get(c, ""), unit, grouped=grouped).value for c, unit in FIGURES.items()}
    asked, minted = value["amount_asked"], value["amount_minted"]
    status = read_status(cells.get("status", "").strip()).value
    if status == "approved" and (asked is None) != (minted is None):
        return False
    if status not in (None, "approved") and minted:
        return False
    return agrees(asked if asked is not None else minted, value["exchange_rate"], value["usd"])
