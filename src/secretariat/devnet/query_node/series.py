"""Long series: rows that nobody holds, made from an index when they are asked for, among rows that are held.

A series is in the order in which its items were made, and grows with the chain's height. Rows made by events stand
between them; what events change of an item is kept beside it, and an item that is removed is passed over.
"""

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from graphql import GraphQLError

from secretariat.devnet.query_node.declared import Entity
from secretariat.devnet.query_node.orders import Backwards, Order, Row, first_where, order_of
from secretariat.devnet.query_node.tables import Table

LONGEST_WALK = 200_000
"""More rows are not made to sort them, or to look for a value in them."""


class Series(Protocol):
    """What a series must tell."""

    @property
    def constants(self) -> Mapping[str, Any]:
        """Give the fields that have the same value in every item, until an event changes it."""

    def length(self, block: int) -> int:
        """Tell how many items were made up to a block."""

    def index(self, key: str) -> int | None:
        """Give the index of an id; None for one that is no item's. It may lie beyond the present length."""

    def row(self, index: int, block: int) -> Row:
        """Make an item's row as of a block: ``id``, ``createdAt`` and all its own columns."""


class SeriesTable:
    """A series as a table. ``height`` gives the block as of which it is asked."""

    def __init__(self, entity: Entity, series: Series, height: Callable[[], int]) -> None:
        self._entity = entity
        self._series = series
        self._height = height
        self._held = Table(entity)
        self._changed: dict[str, Row] = {}
        self._removed: list[int] = []
        self._places: dict[str, int] = {}

    @property
    def entity(self) -> Entity:
        """Give what the rows are."""
        return self._entity

    def __len__(self) -> int:
        return self._length() + len(self._held)

    def __iter__(self) -> Iterator[Row]:
        return iter(_Items(self, self._length()))

    def _length(self) -> int:
        """Count the items that are there."""
        made = self._series.length(self._height())
        return made - bisect_left(self._removed, made)

    def item(self, place: int) -> Row:
        """Make the row of the item at a place among those that were not removed."""
        index = place
        while (gone := bisect_left(self._removed, index + 1)) != index - place:
            index = place + gone
        return self._made(index)

    def _made(self, index: int) -> Row:
        row = self._series.row(index, self._height())
        changed = self._changed.get(row["id"])
        return row if changed is None else {**row, **changed}

    def get(self, key: str) -> Row | None:
        """Give a row by its id."""
        if (held := self._held.get(key)) is not None:
            return held
        index = self._index(key)
        return None if index is None else self._made(index)

    def _index(self, key: str) -> int | None:
        """Give the index of an item that is there."""
        index = self._series.index(key)
        if index is None or not 0 <= index < self._series.length(self._height()):
            return None
        at = bisect_left(self._removed, index)
        return None if at < len(self._removed) and self._removed[at] == index else index

    def add(self, row: Row) -> None:
        """Add a row that an event made. Raises ValueError for an id that is there."""
        if self._index(row["id"]) is not None:
            raise ValueError(f"{self._entity.name} {row['id']} is there already")
        self._held.add(row)

    def change(self, row: Row, values: Row) -> None:
        """Put new values into a row."""
        if self._held.get(row["id"]) is row:
            self._held.change(row, values)
        else:
            self._changed.setdefault(row["id"], {}).update(values)
            row.update(values)

    def remove(self, row: Row) -> None:
        """Take a row away."""
        if self._held.get(row["id"]) is not None:
            self._held.remove(row)
            self._places.clear()
        elif (index := self._index(row["id"])) is not None:
            insort(self._removed, index)
            self._changed.pop(row["id"], None)
            self._places.clear()

    def touched(self, equals: Mapping[str, Any]) -> list[Row] | None:
        """Give the only rows that can have these values, where an untouched item cannot; else None."""
        constants = self._series.constants
        if not any(name in constants and constants[name] != wanted for name, wanted in equals.items()):
            return None
        return [*self._held, *(row for key in self._changed if (row := self.get(key)) is not None)]

    def having(self, column: str, value: str) -> Sequence[Row]:
        """Give the rows with this value in a column. Raises GraphQLError where too many would have to be made."""
        self._refuse("looked through")
        found = [row for row in self if _has(row.get(column), value)]
        return [*found, *self._held.having(column, value)]

    def ordered(self, order: Order) -> Sequence[Row]:
        """Give all rows in an order. Raises GraphQLError for one in which too many would have to be sorted."""
        if not order.keys or order.made:
            merged = self._merged()
            return Backwards(merged) if order.descending else merged
        self._refuse("ordered by that")
        return order.sorted([*self, *self._held])

    def _refuse(self, what: str) -> None:
        if self._length() > LONGEST_WALK:
            count, name = f"{self._length():,}", self._entity.plural
            raise GraphQLError(f"{count} {name} cannot be {what} in a practice network; order them by createdAt")

    def _merged(self) -> Sequence[Row]:
        """Give items and held rows as they were made."""
        items = _Items(self, self._length())
        made = order_of(self._entity, ("createdAt_ASC",))
        held = self._held.ordered(made)
        if not held:
            return items
        places = []
        for number, row in enumerate(held):
            if row["id"] not in self._places:
                marks = made.marks(row)
                self._places[row["id"]] = first_where(items, lambda one, marks=marks: made.compare(one, marks) > 0)  # type: ignore[misc]
            places.append(self._places[row["id"]] + number)
        return _Merged(items, held, places)


def _has(found: Any, value: str) -> bool:
    return value in found if isinstance(found, list) else found == value


class _Items(Sequence[Row]):
    """The items of a series table."""

    def __init__(self, table: SeriesTable, length: int) -> None:
        self._table = table
        self._length = length

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self._table.item(at) for at in range(*place.indices(self._length))]
        if not -self._length <= place < self._length:
            raise IndexError(place)
        return self._table.item(place % self._length)


class _Merged(Sequence[Row]):
    """Items, and held rows at their places among them."""

    def __init__(self, items: Sequence[Row], held: Sequence[Row], places: Sequence[int]) -> None:
        self._items = items
        self._held = held
        self._places = places

    def __len__(self) -> int:
        return len(self._items) + len(self._held)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self._at(at) for at in range(*place.indices(len(self)))]
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return self._at(place % len(self))

    def _at(self, place: int) -> Row:
        before = bisect_left(self._places, place)
        if before < len(self._places) and self._places[before] == place:
            return self._held[before]
        found: Row = self._items[place - before]
        return found
