"""Published tables: rows with described columns, where adding a figure is adding a column to a list."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, Generic, Literal, TypeVar

from secretariat.facts.snapshot import Snapshot

R = TypeVar("R")

Audience = Literal["public", "council", "desk"]
ValueType = Literal["text", "integer", "amount", "decimal", "moment", "boolean"]
Value = str | int | Decimal | bool | None
"""What a cell may hold: text and moments as str, amounts as int base units, None where the figure is not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """What a column counts in, and how a value of it is held and shown.

    ``cell_format`` is the spreadsheet's number format. Amounts are held in base units and shown in tokens.
    """

    name: str
    type: ValueType
    cell_format: str = "General"
    width: int = 12


TEXT = Unit(name="text", type="text", width=22)
LONG_TEXT = Unit(name="text", type="text", width=60)
YES_NO = Unit(name="yes or no", type="boolean", width=10)
NUMBER = Unit(name="number", type="integer", cell_format="0", width=10)
COUNT = Unit(name="count", type="integer", cell_format="#,##0")
BLOCK = Unit(name="block height", type="integer", cell_format="#,##0", width=13)
BLOCKS = Unit(name="blocks", type="integer", cell_format="#,##0")
BYTES = Unit(name="bytes", type="integer", cell_format="#,##0", width=20)
TOKENS = Unit(name="tokens", type="amount", cell_format="#,##0", width=18)
TOKENS_EACH = Unit(name="tokens", type="decimal", cell_format="#,##0.00", width=16)
USD = Unit(name="USD", type="decimal", cell_format="#,##0.00", width=14)
USD_PER_TOKEN = Unit(name="USD per token", type="decimal", cell_format="0.0000000000", width=16)
USD_PER_MILLION = Unit(name="USD per million tokens", type="decimal", cell_format="0.00")
SECONDS = Unit(name="seconds", type="decimal", cell_format="0.00")
PERCENT = Unit(name="percent", type="decimal", cell_format="0.00")
RATIO = Unit(name="ratio", type="decimal", cell_format="0.0000")
MOMENT = Unit(name="UTC", type="moment", width=21)


@dataclass(frozen=True, kw_only=True, slots=True)
class Column(Generic[R]):
    """One described figure: its name, what it means, its unit, how a row gives it, and where it comes from."""

    name: str
    description: str
    unit: Unit
    value: Callable[[R], Value]
    source: str
    audience: Audience = "public"


@dataclass(frozen=True, kw_only=True, slots=True)
class Table(Generic[R]):
    """A published table. ``name`` is its stable name, ``title`` its heading, ``description`` its line in the list.

    ``rows`` builds the rows in their published order, which never is a ranking of people.
    """

    name: str
    title: str
    description: str
    columns: tuple[Column[R], ...]
    rows: Callable[[Snapshot], Iterable[R]]


AnyTable = Table[Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A column without its function: what readers of a built table need to know about it."""

    name: str
    description: str
    unit: Unit
    source: str
    audience: Audience


@dataclass(frozen=True, kw_only=True, slots=True)
class Built:
    """A table with its rows worked out: cells in the order of ``headings``."""

    name: str
    title: str
    description: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Value, ...], ...]
    as_of: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Flowing:
    """A table whose rows are worked out as they are asked for, once: all cells of a long table need not be held."""

    name: str
    title: str
    description: str
    headings: tuple[Heading, ...]
    rows: Iterator[tuple[Value, ...]]
    as_of: str | None


def flow(table: AnyTable, snapshot: Snapshot) -> Flowing:
    """Work out a table row by row. The rows raise TypeError when a value is not of its column's type.

    An empty text says nothing, so that it is held as None like all that is not known.
    """
    headings = tuple(
        Heading(
            name=column.name,
            description=column.description,
            unit=column.unit,
            source=column.source,
            audience=column.audience,
        )
        for column in table.columns
    )
    return Flowing(
        name=table.name,
        title=table.title,
        description=table.description,
        headings=headings,
        rows=_rows(table, snapshot),
        as_of=snapshot.as_of,
    )


def _rows(table: AnyTable, snapshot: Snapshot) -> Iterator[tuple[Value, ...]]:
    for row in table.rows(snapshot):
        yield tuple(_cell(table, column, row) for column in table.columns)


def build(table: AnyTable, snapshot: Snapshot) -> Built:
    """Work out every cell of a table. Raises TypeError when a value is not of its column's type."""
    made = flow(table, snapshot)
    return Built(
        name=made.name,
        title=made.title,
        description=made.description,
        headings=made.headings,
        rows=tuple(made.rows),
        as_of=made.as_of,
    )


def _cell(table: AnyTable, column: Column[Any], row: Any) -> Value:
    value = column.value(row)
    if value is not None and not isinstance(value, _HELD_AS[column.unit.type]):
        raise TypeError(f"{table.name}.{column.name} is {column.unit.type}, not {value!r}")
    return None if value == "" else value


def for_audience(built: Built, audience: Audience) -> Built:
    """Keep only the columns that an audience may see: the public sees public ones, the desk sees all."""
    order: tuple[Audience, ...] = ("public", "council", "desk")
    kept = [
        place for place, heading in enumerate(built.headings) if order.index(heading.audience) <= order.index(audience)
    ]
    if len(kept) == len(built.headings):
        return built
    return replace(
        built,
        headings=tuple(built.headings[place] for place in kept),
        rows=tuple(tuple(row[place] for place in kept) for row in built.rows),
    )


_HELD_AS: dict[ValueType, type] = {
    "text": str,
    "integer": int,
    "amount": int,
    "decimal": Decimal,
    "moment": str,
    "boolean": bool,
}
