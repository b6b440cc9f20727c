"""Long series: what they tell, and the sequences of rows that are made of them, one by one as they are asked for."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol

from secretariat.devnet.query_node.orders import Row

Column = Callable[[int, int], Any]
"""From an item's index and a block to the value that a column has then."""


class Series(Protocol):
    """What a series tells. Items have indices as they were made; those there at a block have places, without gaps."""

    @property
    def columns(self) -> Mapping[str, Column]:
        """Give the columns of its rows, ``id`` and ``createdAt`` among them."""

    @property
    def constants(self) -> Mapping[str, Any]:
        """Give the columns that have the same value in every item, until an event changes it."""

    def length(self, block: int) -> int:
        """Tell how many items are there at a block."""

    def index_at(self, place: int, block: int) -> int:
        """Give the index of the item at a place."""

    def index_after(self, index: int, block: int) -> int:
        """Give the index of the item at the next place."""

    def is_there(self, index: int, block: int) -> bool:
        """Tell whether an item is there at a block."""

    def before(self, index: int, block: int) -> int:
        """Count the items there whose index is smaller: an item's place, or where it would stand."""

    def index(self, key: str) -> int | None:
        """Give the index of an id; None for one that is no item's. It may not be there."""

    def named(self, column: str, value: str, block: int) -> Iterable[int] | None:
        """Give the indices of the items there with a value in a column; None where that is not known without looking."""


class Item(dict[str, Any]):
    """A row whose values are worked out when they are read."""

    __slots__ = ("_block", "_columns", "_index")

    def __init__(self, columns: Mapping[str, Column], index: int, block: int) -> None:
        super().__init__()
        self._columns = columns
        self._index = index
        self._block = block

    def __missing__(self, name: str) -> Any:
        value = self[name] = self._columns[name](self._index, self._block)
        return value

    def get(self, name: str, default: Any = None) -> Any:
        """Give a column's value."""
        return self[name] if name in self or name in self._columns else default


class Items(Sequence[Row]):
    """The items that are there at a block; ``gone`` are the places of those that events removed, in order."""

    def __init__(self, make: Callable[[int], Row], series: Series, block: int, gone: Sequence[int]) -> None:
        self._make = make
        self._series = series
        self._block = block
        self._gone = gone
        self._length = series.length(block) - len(gone)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, at: Any) -> Any:
        if not isinstance(at, slice):
            if not -self._length <= at < self._length:
                raise IndexError(at)
            return self._make(self._series.index_at(self._place(at % self._length), self._block))
        start, stop, step = at.indices(self._length)
        if step != 1 or self._gone:
            return [self[one] for one in range(start, stop, step)]
        return self._stretch(start, stop)

    def __iter__(self) -> Iterator[Row]:
        return iter(self[:])

    def before(self, index: int) -> int:
        """Count the items whose index is smaller."""
        place = self._series.before(index, self._block)
        return place - bisect_left(self._gone, place)

    def index_from(self, at: int) -> int:
        """Give the index of the item at a place; beyond the last one, the index that the next will have."""
        if at < self._length:
            return self._series.index_at(self._place(at), self._block)
        return self._series.index_at(self._place(at - 1), self._block) + 1 if at else 0

    def _place(self, at: int) -> int:
        """Step over the places of removed items."""
        place = at
        for gone in self._gone:
            if gone > place:
                break
            place += 1
        return place

    def _stretch(self, start: int, stop: int) -> list[Row]:
        rows: list[Row] = []
        if start < stop:
            index = self._series.index_at(start, self._block)
            rows.append(self._make(index))
            for _ in range(start + 1, stop):
                index = self._series.index_after(index, self._block)
                rows.append(self._make(index))
        return rows


class Merged(Sequence[Row]):
    """Items, and held rows at their places among them."""

    def __init__(self, items: Sequence[Row], held: Sequence[Row], places: Sequence[int]) -> None:
        self._items = items
        self._held = held
        self._places = places

    def __len__(self) -> int:
        return len(self._items) + len(self._held)

    def __getitem__(self, at: Any) -> Any:
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
            return self._stretch(start, stop) if step == 1 else [self._at(one) for one in range(start, stop, step)]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._at(at % len(self))

    def _at(self, at: int) -> Row:
        before = bisect_left(self._places, at)
        if before < len(self._places) and self._places[before] == at:
            return self._held[before]
        found: Row = self._items[at - before]
        return found

    def _stretch(self, start: int, stop: int) -> list[Row]:
        """Take a stretch of items at once, and put the held rows between."""
        stop = max(start, stop)
        first, last = bisect_left(self._places, start), bisect_left(self._places, stop)
        rows = list(self._items[start - first : stop - last])
        for held in range(first, last):
            rows.insert(self._places[held] - start, self._held[held])
        return rows
