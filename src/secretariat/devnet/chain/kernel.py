"""The kernel: stored values by block, events, and acts on an agenda; it can go back over blocks that are not final.

Nothing runs in blocks in which nothing is due, so that years of a chain take seconds. All that rules and people remember
stands in storage or on the agenda, since only these can go back when a head is reorganised. Items of which there are too
many to hold, or which change in every block, are computed when asked (``compute``).
"""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from secretariat.devnet.chain.specs import Spec

Key = tuple[Any, ...]
Call = Callable[..., None]

GENESIS_MILLISECONDS = 1_670_616_000_000
"""The moment of block 0: the ninth of December 2022, 20:00 UTC. Block n is stamped 6,000 n milliseconds later."""

MILLISECONDS = 6_000

SPEC = ":spec"
"""The item that holds the runtime in force, so that an upgrade has a block and can be gone back over."""

HOOKS, TRANSACTIONS = 0, 1
"""Phases of a block: what the runtime does by itself (in the order of its pallets' numbers), then what was sent in."""


@dataclass(frozen=True, slots=True)
class Event:
    """One event as the runtime emits it: ``name`` is ``Pallet.Variant``, ``values`` stand in the variant's order."""

    block: int
    index: int
    name: str
    values: tuple[Any, ...]
    extrinsic: int | None = None


@dataclass(order=True, slots=True)
class Due:
    """One entry of the agenda. Hooks of one block run by their pallet's number, transactions as they were entered."""

    block: int
    phase: int
    order: int
    number: int
    call: Call = field(compare=False)
    args: tuple[Any, ...] = field(compare=False)
    entered_at: int = field(compare=False)


@dataclass(frozen=True, slots=True)
class Computed:
    """An item that is computed: its value at the end of a block by key (None: not set), and its keys at that block."""

    value: Callable[["Chain", int, Key], Any]
    keys: Callable[["Chain", int], Iterator[Key]]


def _one_key(_chain: "Chain", _block: int) -> Iterator[Key]:
    yield ()


class _Versions:
    """The values that one stored item has had: block of each change, and the value from then on (None: not set)."""

    __slots__ = ("blocks", "values")

    def __init__(self) -> None:
        self.blocks: list[int] = []
        self.values: list[Any] = []

    def at(self, block: int) -> Any:
        index = bisect_right(self.blocks, block)
        return self.values[index - 1] if index else None


def _later(due: Due, blocks: int) -> Due:
    """Put a transaction off; what the runtime does by itself has its block."""
    return replace(due, block=due.block + blocks) if due.phase == TRANSACTIONS and blocks else due


class Chain:
    """A chain at block ``now``. Values are never changed in place: put a new one."""

    def __init__(self, seed: int, spec: Spec | None = None) -> None:
        self.seed = seed
        self.now = 0
        self.final = 0
        self.events: list[Event] = []
        self.extrinsic: int | None = None
        self.complaints: Callable[[Exception], object] | None = None
        self._items: dict[str, dict[Key, _Versions]] = {}
        self._agenda: list[Due] = []
        self._numbers = 0
        self._in_block = 0
        self._changed: list[tuple[int, str, Key]] = []
        self._done: list[Due] = []
        self._computed: dict[str, Computed] = {}
        self._undo: list[tuple[_Versions, str, Key, bool, Any]] | None = None
        self.put(SPEC, spec or Spec())

    # ------------------------------------------------------------------ state

    def get(self, name: str, *key: Any) -> Any:
        """Give an item's present value; None when it is not set."""
        held = self._items.get(name)
        versions = held.get(key) if held is not None else None
        if versions is not None:
            return versions.values[-1]
        computed = self._computed.get(name)
        return computed.value(self, self.now, key) if computed else None

    def get_at(self, block: int, name: str, *key: Any) -> Any:
        """Give the value an item had at the end of ``block``."""
        held = self._items.get(name)
        versions = held.get(key) if held is not None else None
        if versions is not None:
            return versions.at(block)
        computed = self._computed.get(name)
        return computed.value(self, block, key) if computed else None

    def put(self, name: str, value: Any, *key: Any) -> None:
        """Set an item from this block on; None removes it."""
        held = self._items.get(name)
        if held is None:
            held = self._items[name] = {}
        versions = held.get(key)
        if versions is None:
            versions = held[key] = _Versions()
        again = bool(versions.blocks) and versions.blocks[-1] == self.now
        if self._undo is not None:
            self._undo.append((versions, name, key, again, versions.values[-1] if again else None))
        if again:
            versions.values[-1] = value
            return
        versions.blocks.append(self.now)
        versions.values.append(value)
        if self.now > self.final:
            self._changed.append((self.now, name, key))

    def keys(self, name: str, at: int | None = None) -> Iterator[Key]:
        """Give the keys under which a map holds a value, now or at the end of a block, as they first came."""
        held = self._items.get(name, {})
        for key, versions in held.items():
            if (versions.values[-1] if at is None else versions.at(at)) is not None:
                yield key
        if computed := self._computed.get(name):
            yield from (key for key in computed.keys(self, self.now if at is None else at) if key not in held)

    def items(self) -> Iterator[str]:
        """Give the names of all items that ever held a value or are computed."""
        yield from self._items
        yield from (name for name in self._computed if name not in self._items)

    def compute(self, name: str, computed: Computed | Callable[["Chain", int, Key], Any]) -> None:
        """Let an item be computed wherever no value was put; a plain function stands for an item without keys."""
        self._computed[name] = computed if isinstance(computed, Computed) else Computed(computed, _one_key)

    @contextmanager
    def attempt(self) -> Iterator[None]:
        """Do all or nothing: what was put, emitted and entered inside is undone when an error leaves it."""
        outer, self._undo = self._undo, []
        changed, events, in_block, numbers = len(self._changed), len(self.events), self._in_block, self._numbers
        try:
            yield
        except BaseException:
            self._take_back(self._undo)
            del self._changed[changed:]
            del self.events[events:]
            self._in_block = in_block
            if self._numbers > numbers:
                self._agenda = [due for due in self._agenda if due.number <= numbers]
                heapq.heapify(self._agenda)
            raise
        else:
            if outer is not None:
                outer.extend(self._undo)
        finally:
            self._undo = outer

    def _take_back(self, undo: list[tuple[_Versions, str, Key, bool, Any]]) -> None:
        for versions, name, key, again, before in reversed(undo):
            if again:
                versions.values[-1] = before
                continue
            versions.blocks.pop()
            versions.values.pop()
            if not versions.blocks:
                del self._items[name][key]
            if not self._items[name]:
                del self._items[name]

    # ----------------------------------------------------------------- events

    def emit(self, name: str, *values: Any) -> Event:
        """Emit an event in this block."""
        event = Event(self.now, self._in_block, name, values, self.extrinsic)
        self._in_block += 1
        self.events.append(event)
        return event

    def events_of(self, block: int) -> list[Event]:
        """Give the events of one block."""
        first = bisect_left(self.events, block, key=lambda event: event.block)
        return self.events[first : bisect_right(self.events, block, lo=first, key=lambda event: event.block)]

    # ----------------------------------------------------------------- agenda

    def hook(self, block: int, order: int, call: Call, *args: Any) -> None:
        """Let a rule run in ``block`` before its transactions; ``order`` is the pallet's number."""
        self._enter(block, HOOKS, order, call, args)

    def transaction(self, block: int, call: Call, *args: Any) -> None:
        """Let somebody act in ``block``, after those entered before."""
        self._enter(block, TRANSACTIONS, 0, call, args)

    def _enter(self, block: int, phase: int, order: int, call: Call, args: tuple[Any, ...]) -> None:
        if block < self.now:
            raise ValueError(f"block {block} is over; the chain is at {self.now}")
        self._numbers += 1
        heapq.heappush(self._agenda, Due(block, phase, order, self._numbers, call, args, self.now))

    @property
    def next_due(self) -> int | None:
        """Give the block in which something is due next."""
        return self._agenda[0].block if self._agenda else None

    # ----------------------------------------------------------------- blocks

    def advance(self, to: int) -> None:
        """Make all blocks up to and with ``to``."""
        while self._agenda and self._agenda[0].block <= to:
            due = heapq.heappop(self._agenda)
            if due.block != self.now:
                self.now, self._in_block = due.block, 0
            if due.block > self.final:
                self._done.append(due)
            try:
                due.call(self, *due.args)
            except Exception as error:  # whatever it is: where somebody listens, it must not end the chain
                self.complain(error)
        if to > self.now:
            self.now, self._in_block = to, 0

    def complain(self, error: Exception) -> None:
        """Tell ``complaints`` of something that went wrong; raises it where nobody listens, as while a world is built."""
        if self.complaints is None:
            raise error
        self.extrinsic = None
        self.complaints(error)

    def settle(self, to: int) -> None:
        """Make all blocks up to ``to``, final at once: history, of which nothing need be undone."""
        self.final = max(self.final, to)
        self.advance(to)

    def finalise(self, block: int) -> None:
        """Make everything up to ``block`` final; it cannot be gone back over any more."""
        self.final = max(self.final, min(block, self.now))
        self._changed = [change for change in self._changed if change[0] > self.final]
        self._done = [due for due in self._done if due.block > self.final]

    def go_back(self, to: int, *, delay: int = 0) -> None:
        """Undo every block after ``to``: values, events and agenda are as they were at its end.

        Transactions that stood in those blocks come again, so many blocks later. Raises ValueError for a final block.
        """
        if to < self.final:
            raise ValueError(f"block {self.final} is final; the chain cannot go back to {to}")
        for name, key in {(name, key) for block, name, key in self._changed if block > to}:
            versions = self._items[name][key]
            while versions.blocks and versions.blocks[-1] > to:
                versions.blocks.pop()
                versions.values.pop()
            if not versions.blocks:
                del self._items[name][key]
        while self.events and self.events[-1].block > to:
            self.events.pop()
        again = [_later(due, delay) for due in self._done if due.block > to]
        self._agenda = [due for due in [*self._agenda, *again] if due.entered_at <= to]
        heapq.heapify(self._agenda)
        self._changed = [change for change in self._changed if change[0] <= to]
        self._done = [due for due in self._done if due.block <= to]
        self.now = to
        self._in_block = sum(1 for event in reversed(self.events[-1000:]) if event.block == to)

    # ---------------------------------------------------------------- runtime

    @property
    def spec(self) -> Spec:
        """Give the runtime in force: the next block is made by it."""
        found: Spec = self.get(SPEC)
        return found

    @property
    def executing(self) -> Spec:
        """Give the runtime that makes the present block: one that is set within it counts from the next block on."""
        found: Spec = self.get_at(max(0, self.now - 1), SPEC)
        return found

    def constant(self, name: str) -> Any:
        """Give a constant of the present block's runtime by ``Pallet.Constant``. Raises KeyError for one it does not have."""
        return self.executing.constants[name]

    @property
    def milliseconds(self) -> int:
        """Give the present block's timestamp, in milliseconds since 1970."""
        return milliseconds_of(self.now)


def milliseconds_of(block: int) -> int:
    """Give a block's timestamp, in milliseconds since 1970."""
    return GENESIS_MILLISECONDS + MILLISECONDS * block
