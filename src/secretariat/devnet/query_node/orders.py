"""Orders of rows: sorting by several fields, and where a row stands among sorted ones.

The id, ascending, decides between equals, so that an order is whole and a cursor has one place in it; a shorter id comes
first, so that numbers stand as they count. No value ranks above every value, as in PostgreSQL: last when ascending, first
when descending.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from secretariat.devnet.query_node.declared import Entity

Row = dict[str, Any]
Read = Callable[[Row], Any]

NATURAL = ("createdAt", "inBlock", "createdInBlock")
"""Fields that never change and never fall from one row to the next made."""

DERIVED: dict[str, Read] = {
    "createdById": lambda _: "1",
    "updatedById": lambda _: None,
    "deletedAt": lambda _: None,
    "deletedById": lambda _: None,
    "updatedAt": lambda row: row.get("updatedAt") or row["createdAt"],
    "version": lambda row: row.get("version", 1),
    "network": lambda _: "OLYMPIA",
    "inExtrinsic": lambda row: hash_of() if (hash_of := row.get("inExtrinsic")) else None,
}
"""Fields that rows do not hold, or only once they were changed."""


def id_rank(row: Row) -> tuple[int, str]:
    """Give what ids are compared by."""
    key: str = row["id"]
    return len(key), key


def reader(entity: Entity, name: str) -> Read:
    """Give how a field's value is read from a row; a relation's value is its key."""
    if name in DERIVED:
        return DERIVED[name]
    field = entity.fields[name]
    column = f"{name}Id" if field.kind == "one" else name
    if field.required:
        return itemgetter(column)
    return lambda row: row.get(column)


@dataclass(frozen=True, slots=True)
class Key:
    """One field of an order."""

    field: str
    descending: bool
    read: Read

    def rank(self, value: Any) -> Any:
        """Give what values are compared by."""
        return (value is None, 0 if value is None else value)


@dataclass(frozen=True, slots=True)
class Order:
    """An order, without the id that decides at its end. ``words`` are as the schema writes them: ``inBlock_ASC``."""

    words: tuple[str, ...]
    keys: tuple[Key, ...]

    @property
    def natural(self) -> bool:
        """Tell whether rows so ordered are as they were made, or the other way round."""
        return bool(self.keys) and self.keys[0].field in NATURAL

    @property
    def made(self) -> bool:
        """Tell whether rows so ordered stand exactly as they were made, or exactly the other way round."""
        return self.natural and all(
            key.field in (*NATURAL, "indexInBlock") and key.descending == self.descending for key in self.keys
        )

    @property
    def descending(self) -> bool:
        """Tell the direction of the first field."""
        return bool(self.keys) and self.keys[0].descending

    def sorted(self, rows: Iterable[Row]) -> list[Row]:
        """Sort rows."""
        found = sorted(rows, key=id_rank)
        for key in reversed(self.keys):
            found.sort(key=lambda row, key=key: key.rank(key.read(row)), reverse=key.descending)  # type: ignore[misc]
        return found

    def marks(self, row: Row) -> tuple[Any, ...]:
        """Give the values by which a row stands where it stands, the id last."""
        return (*(key.read(row) for key in self.keys), row["id"])

    def compare(self, row: Row, marks: Sequence[Any]) -> int:
        """Give -1, 0 or 1: the row stands before, at or after the marks."""
        for key, mark in zip(self.keys, marks, strict=False):
            mine, its = key.rank(key.read(row)), key.rank(mark)
            if mine != its:
                return -1 if (mine < its) != key.descending else 1
        mine, its = id_rank(row), (len(marks[-1]), marks[-1])
        return (mine > its) - (mine < its)


def order_of(entity: Entity, words: Iterable[str]) -> Order:
    """Read an order as the schema writes it."""
    told = tuple(words)
    keys = []
    for word in told:
        name, _, way = word.rpartition("_")
        keys.append(Key(name, way == "DESC", reader(entity, name)))
    return Order(told, tuple(keys))


def first_where(rows: Sequence[Row], holds: Callable[[Row], bool]) -> int:
    """Find the first place from which on something holds; the number of rows where it never does."""
    low, high = 0, len(rows)
    while low < high:
        middle = (low + high) // 2
        if holds(rows[middle]):
            high = middle
        else:
            low = middle + 1
    return low


class View(Sequence[Row]):
    """A stretch of a longer sequence, not copied."""

    def __init__(self, rows: Sequence[Row], start: int, stop: int) -> None:
        self._rows = rows
        self._start = start
        self._length = max(0, stop - start)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            start, stop, step = place.indices(self._length)
            if step == 1:
                return self._rows[self._start + start : self._start + max(start, stop)]
            return [self[at] for at in range(start, stop, step)]
        if not -self._length <= place < self._length:
            raise IndexError(place)
        return self._rows[self._start + place % self._length]


class Backwards(Sequence[Row]):
    """A sequence from its end to its beginning, not copied."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, place: Any) -> Any:
        length = len(self._rows)
        if isinstance(place, slice):
            start, stop, step = place.indices(length)
            if step == 1:
                return self._rows[length - max(start, stop) : length - start][::-1]
            return [self[at] for at in range(start, stop, step)]
        if not -length <= place < length:
            raise IndexError(place)
        return self._rows[length - 1 - place % length]
