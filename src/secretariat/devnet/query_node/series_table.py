"""Long series as tables: rows that nobody holds, among rows that are held.

A series is in the order in which its items were made, and grows with the chain's height. Rows made by events stand
between them; what events change of an item is kept beside it, and an item that they remove is passed over.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from graphql import GraphQLError

from secretariat.devnet.query_node.declared import Entity
from secretariat.devnet.query_node.orders import Backwards, Order, Row, first_where, order_of
from secretariat.devnet.query_node.series import Column, Item, Items, Merged, Series
from secretariat.devnet.query_node.tables import Table

LONGEST_WALK = 200_000
"""More rows are not made to sort them, or to look for a value in them."""


class SeriesTable:
    """A series as a table. ``height`` gives the block as of which it is asked."""

    def __init__(self, entity: Entity, series: Series, height: Callable[[], int]) -> None:
        self._entity = entity
        self._series = series
        self._height = height
        self._columns = {**{name: _always(value) for name, value in series.constants.items()}, **series.columns}
        self._held = Table(entity)
        self._changed: dict[str, Row] = {}
        self._removed: set[int] = set()
        self._follows: dict[str, int] = {}
        self._by_value: dict[str, tuple[int, dict[Any, list[int]]]] = {}

    @property
    def default_order(self) -> tuple[str, ...]:
        """Give the order of a list for which none is asked: as they were made, which need not be sorted."""
        return ("createdAt_ASC",)

    @property
    def entity(self) -> Entity:
        """Give what the rows are."""
        return self._entity

    def __len__(self) -> int:
        return len(self._items()) + len(self._held)

    def __iter__(self) -> Iterator[Row]:
        yield from self._items()
        yield from self._held

    def _items(self) -> "Items":
        block = self._height()
        there = [index for index in self._removed if self._series.is_there(index, block)]
        return Items(self.item, self._series, block, sorted(self._series.before(index, block) for index in there))

    def item(self, index: int) -> Row:
        """Make an item's row."""
        row: Row = Item(self._columns, index, self._height())
        if self._changed and (changed := self._changed.get(row["id"])) is not None:
            row.update(changed)
        return row

    def get(self, key: str) -> Row | None:
        """Give a row by its id."""
        if (held := self._held.get(key)) is not None:
            return held
        index = self._there(key)
        return None if index is None else self.item(index)

    def _there(self, key: str) -> int | None:
        """Give the index of an item that is there."""
        index = self._series.index(key)
        if index is None or index in self._removed or not self._series.is_there(index, self._height()):
            return None
        return index

    def add(self, row: Row) -> None:
        """Add a row that an event made. Raises ValueError for an id that is there."""
        if self._there(row["id"]) is not None:
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
        elif (index := self._there(row["id"])) is not None:
            self._removed.add(index)
            self._changed.pop(row["id"], None)

    def touched(self, equals: Mapping[str, Any]) -> list[Row] | None:
        """Give the only rows that can have these values, where an untouched item cannot; else None."""
        constants = self._series.constants
        if not any(name in constants and constants[name] != wanted for name, wanted in equals.items()):
            return None
        return [*self._held, *(row for key in self._changed if (row := self.get(key)) is not None)]

    def having(self, column: str, value: str) -> Sequence[Row]:
        """Give the rows with this value in a column. Raises GraphQLError where too many would have to be looked at."""
        held, block = self._held.having(column, value), self._height()
        if column in self._series.constants:
            items = [row for key in self._changed if (row := self.get(key)) is not None and row.get(column) == value]
            return [*items, *held]
        named = self._series.named(column, value, block)
        if named is None:
            named = self._walked(column, block).get(value, ())
        rows = [self.item(index) for index in named if index not in self._removed]
        return [*rows, *held] if held else rows

    def _walked(self, column: str, block: int) -> dict[Any, list[int]]:
        """Give the indices by a column's value, worked out once for all items and then for new ones."""
        if column not in self._columns:
            return {}
        self._refuse("looked through")
        known, found = self._by_value.get(column, (0, {}))
        made = self._series.length(block)
        for place in range(known, made):
            index = self._series.index_at(place, block)
            found.setdefault(self._columns[column](index, block), []).append(index)
        self._by_value[column] = (made, found)
        return found

    def ordered(self, order: Order) -> Sequence[Row]:
        """Give all rows in an order. Raises GraphQLError for one in which too many would have to be sorted."""
        if not order.keys or order.made:
            merged = self._merged()
            return Backwards(merged) if order.descending else merged
        self._refuse("ordered by that")
        return order.sorted(self)

    def _refuse(self, what: str) -> None:
        length = self._series.length(self._height())
        if length > LONGEST_WALK:
            raise GraphQLError(
                f"{length:,} {self._entity.plural} cannot be {what} in a practice network; order them by createdAt"
            )

    def _merged(self) -> Sequence[Row]:
        """Give items and held rows as they were made."""
        items = self._items()
        made = order_of(self._entity, ("createdAt_ASC",))
        held = self._held.ordered(made)
        if not held:
            return items
        places = [items.before(self._followed_by(row, made, items)) + number for number, row in enumerate(held)]
        return Merged(items, held, places)

    def _followed_by(self, row: Row, made: Order, items: "Items") -> int:
        """Give the index of the first item made after a held row: it never changes, whatever is removed later."""
        if row["id"] not in self._follows:
            self._follows[row["id"]] = items.index_from(first_where(items, _stands_after(made, row)))
        return self._follows[row["id"]]


def _always(value: Any) -> Column:
    return lambda _index, _block: value


def _stands_after(order: Order, row: Row) -> Callable[[Row], bool]:
    marks = order.marks(row)
    return lambda one: order.compare(one, marks) > 0
