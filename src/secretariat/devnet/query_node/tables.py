"""The rows of one entity, with what makes asking for them quick: ids, foreign keys, and sorted lists kept up to date."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from secretariat.devnet.query_node.declared import Entity
from secretariat.devnet.query_node.orders import Backwards, Order, Row, first_where


class Listed(Protocol):
    """What lists ask of rows."""

    @property
    def default_order(self) -> tuple[str, ...]:
        """Give the order of a list for which none is asked; the id alone where there is nothing better."""

    @property
    def entity(self) -> Entity:
        """Give what the rows are."""

    def __len__(self) -> int:
        """Tell how many rows there are."""

    def __iter__(self) -> Iterator[Row]:
        """Give all rows as they were made."""

    def get(self, key: str) -> Row | None:
        """Give a row by its id."""

    def having(self, column: str, value: str) -> Sequence[Row]:
        """Give the rows with this value in a column, or with it among a column's ids."""

    def ordered(self, order: Order) -> Sequence[Row]:
        """Give all rows in an order."""

    def touched(self, equals: Mapping[str, Any]) -> list[Row] | None:
        """Give the only rows that can have these values, where that is known without looking; else None."""


class Rows(Listed, Protocol):
    """What lists ask of the rows of one entity, and mappings."""

    def add(self, row: Row) -> None:
        """Add a row."""

    def change(self, row: Row, values: Row) -> None:
        """Put new values into a row."""

    def remove(self, row: Row) -> None:
        """Take a row away."""


@dataclass(slots=True)
class _Sorted:
    """A sorted list of the first ``taken`` rows. It is stale when the stamp of its fields has changed."""

    rows: list[Row]
    taken: int
    stamp: tuple[int, ...]


@dataclass(slots=True)
class _Index:
    """Rows by a column's value, of the first ``taken`` rows."""

    rows: dict[Any, list[Row]]
    taken: int
    stamp: tuple[int, ...]


class _Made:
    """Rows of an entity, as they were made."""

    def __init__(self, entity: Entity) -> None:
        self._entity = entity
        self._made: list[Row] = []

    @property
    def entity(self) -> Entity:
        """Give what the rows are: of events, what the events of all types have."""
        return self._entity

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._made)


class Table(_Made):
    """Rows that are held. Lists and indexes are made when they are first asked for, and go on with the rows added since."""

    def __init__(self, entity: Entity) -> None:
        super().__init__(entity)
        self._rows: dict[str, Row] = {}
        self._removals = 0
        self._changes: Counter[str] = Counter()
        self._lists: dict[tuple[str, ...], _Sorted] = {}
        self._indexes: dict[str, _Index] = {}

    @property
    def default_order(self) -> tuple[str, ...]:
        """Give the order of a list for which none is asked: by id."""
        return ()

    def get(self, key: str) -> Row | None:
        """Give a row by its id."""
        return self._rows.get(key)

    def add(self, row: Row) -> None:
        """Add a row. Raises ValueError for an id that is there."""
        if row["id"] in self._rows:
            raise ValueError(f"{self._entity.name} {row['id']} is there already")
        self._rows[row["id"]] = row
        self._made.append(row)

    def change(self, row: Row, values: Row) -> None:
        """Put new values into a row."""
        self._changes.update(values.keys())
        row.update(values)

    def remove(self, row: Row) -> None:
        """Take a row away; nothing tells that it was there."""
        del self._rows[row["id"]]
        self._made = [one for one in self._made if one is not row]
        self._removals += 1

    def having(self, column: str, value: str) -> Sequence[Row]:
        """Give the rows with this value in a column, or with it among a column's ids."""
        stamp = (self._removals, self._changes[column])
        index = self._indexes.get(column)
        if index is None or index.stamp != stamp:
            index = self._indexes[column] = _Index({}, 0, stamp)
        if index.taken < len(self._made):
            for row in self._made[index.taken :]:
                found = row.get(column)
                for one in found if isinstance(found, list) else (found,):
                    index.rows.setdefault(one, []).append(row)
            index.taken = len(self._made)
        return index.rows.get(value, ())

    def ordered(self, order: Order) -> Sequence[Row]:
        """Give all rows in an order; the list goes on being this table's own."""
        stamp = (self._removals, *(self._changes[column] for key in order.keys for column in _columns(key.field)))
        kept = self._lists.get(order.words)
        if kept is None or kept.stamp != stamp:
            kept = self._lists[order.words] = _Sorted(order.sorted(self._made), len(self._made), stamp)
        elif kept.taken < len(self._made):
            _take(kept, order.sorted(self._made[kept.taken :]), order)
            kept.taken = len(self._made)
        return kept.rows

    def touched(self, equals: Mapping[str, Any]) -> list[Row] | None:
        """Tell nothing: all rows are held."""
        return None


def _columns(field: str) -> tuple[str, ...]:
    return (field, f"{field}Id")


def _take(kept: _Sorted, more: list[Row], order: Order) -> None:
    """Put sorted rows into a sorted list: at its end where they belong there."""
    if not kept.rows or order.compare(kept.rows[-1], order.marks(more[0])) <= 0:
        kept.rows.extend(more)
    else:
        kept.rows = order.sorted([*kept.rows, *more])


class EventRows(_Made):
    """The events of all types as one list, in the order in which they came."""

    @property
    def default_order(self) -> tuple[str, ...]:
        """Give the order of a list for which none is asked: as they came."""
        return ("inBlock_ASC", "indexInBlock_ASC")

    def add(self, row: Row) -> None:
        """Add the newest event."""
        self._made.append(row)

    def get(self, key: str) -> Row | None:
        """Give an event by its id."""
        _, _, place = key.partition("-")
        block = int(place.partition("-")[0]) if place.partition("-")[0].isdecimal() else -1
        start = first_where(self._made, lambda row: row["inBlock"] >= block)
        stop = first_where(self._made, lambda row: row["inBlock"] > block)
        return next((row for row in self._made[start:stop] if row["id"] == key), None)

    def having(self, column: str, value: str) -> Sequence[Row]:
        """Give the events with this value in a column."""
        return [row for row in self._made if row.get(column) == value]

    def ordered(self, order: Order) -> Sequence[Row]:
        """Give all events in an order."""
        if not order.keys or (order.made and not order.descending):
            return self._made
        return Backwards(self._made) if order.made else order.sorted(self._made)

    def touched(self, equals: Mapping[str, Any]) -> list[Row] | None:
        """Tell nothing: all events are held."""
        return None
