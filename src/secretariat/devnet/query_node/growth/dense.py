"""What series have in common of which nothing goes."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar

from secretariat.devnet.chain.kernel import milliseconds_of
from secretariat.devnet.query_node.growth.world import Told
from secretariat.devnet.query_node.series import Column


class Lasting(ABC):
    """A series of which nothing goes: places are indices."""

    constants: ClassVar[Mapping[str, Any]] = {}
    columns: Mapping[str, Column] = {}

    @abstractmethod
    def length(self, block: int) -> int:
        """Tell how many items are there at a block."""

    def index_at(self, place: int, block: int) -> int:
        """Give the index of the item at a place: the same."""
        return place

    def index_after(self, index: int, block: int) -> int:
        """Give the next index."""
        return index + 1

    def is_there(self, index: int, block: int) -> bool:
        """Tell whether an item was made by then."""
        return 0 <= index < self.length(block)

    def before(self, index: int, block: int) -> int:
        """Count the items with a smaller index."""
        return min(index, self.length(block))

    def named(self, column: str, value: str, block: int) -> Iterable[int] | None:
        """Know nothing without looking."""
        return None


class Dense(Lasting):
    """A series that the world counts. What is made of an item is kept for the last one."""

    def __init__(self, made: Callable[[int], int], told: Callable[[int], Told]) -> None:
        self._count = made
        self._tell = told
        self._last: tuple[int, Told] = (-1, {})

    def told(self, index: int) -> Told:
        """Give what the world tells of an item."""
        if self._last[0] != index:
            self._last = (index, self._tell(index))
        return self._last[1]

    def length(self, block: int) -> int:
        """Tell how many items are there at a block."""
        return self._count(block)

    def _of(self, name: str) -> Column:
        return lambda index, _: self.told(index)[name]

    def _moment(self, index: int, _block: int) -> int:
        return milliseconds_of(self.told(index)["block"])


def number_of(key: str, start: str = "") -> int | None:
    """Read the number in an id."""
    digits = key.removeprefix(start)
    return int(digits) if key.startswith(start) and digits.isdecimal() and str(int(digits)) == digits else None
