"""The processor: it follows the chain's final blocks, some blocks behind, and makes entities of their events."""

import contextlib
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from typing import Any

from secretariat.devnet.chain.kernel import Chain, milliseconds_of
from secretariat.devnet.query_node.mappings import council, groups
from secretariat.devnet.query_node.mappings.group_names import PALLETS
from secretariat.devnet.query_node.mappings.register import all_mappings
from secretariat.devnet.query_node.model import the_model
from secretariat.devnet.query_node.series import Series
from secretariat.devnet.query_node.series_table import SeriesTable
from secretariat.devnet.query_node.store import Store


@dataclass(frozen=True, kw_only=True, slots=True)
class ProcessorState:
    """How far the processor is: the chain's and the indexer's head, the newest block of which all events are mapped."""

    chainHead: int  # noqa: N815 - the schema's own names
    indexerHead: int  # noqa: N815
    lastCompleteBlock: int  # noqa: N815
    lastProcessedEvent: str  # noqa: N815

    def told(self) -> dict[str, Any]:
        """Give the fields by the schema's names."""
        return asdict(self)


class Processor:
    """One query node's processor and its store.

    ``lag`` is how many blocks it stays behind the final head; ``held_at`` is a block beyond which it does not go, while
    it is not None. ``series`` are long series by entity. ``lock``, which its holder can take again, is held while the
    chain's events are read; whoever makes blocks from another thread holds it meanwhile. ``extrinsic_hash`` gives the hash of a block's extrinsic by its index; without
    it no event names its extrinsic.
    """

    def __init__(
        self,
        chain: Chain,
        *,
        lag: int = 0,
        series: Mapping[str, Series] | None = None,
        lock: AbstractContextManager[Any] | None = None,
        extrinsic_hash: Callable[[int, int], str] | None = None,
    ) -> None:
        self.chain = chain
        self.lag = lag
        self.held_at: int | None = None
        self.height = self._at = -1
        model = the_model()
        tables = {
            name: SeriesTable(model.entities[name], one, lambda: self._at) for name, one in (series or {}).items()
        }
        self.store = Store(model, tables, extrinsic_hash)
        self.lock = contextlib.nullcontext() if lock is None else lock
        self._mappings = all_mappings()
        self._done = 0
        self._begin()

    def _begin(self) -> None:
        """Make what is there before the first event."""
        self.store.milliseconds = milliseconds_of(0)
        budgets = {pallet: self.chain.get_at(0, f"{pallet}.Budget") or 0 for pallet in PALLETS}
        groups.begin(self.store, budgets)
        council.begin(self.store)

    def catch_up(self) -> int:
        """Map all events up to the height that is due, and give it. Raises LookupError where a mapping is at a loss."""
        with self.lock:
            due = max(0, min(self.chain.final, self.chain.now) - self.lag)
            if self.held_at is not None:
                due = min(due, self.held_at)
            if due > self.height:
                self._map(due)
        return self.height

    def _map(self, due: int) -> None:
        events, store, mappings = self.chain.events, self.store, self._mappings
        while self._done < len(events) and (event := events[self._done]).block <= due:
            if event.block != self._at:
                self.height, self._at = max(self.height, event.block - 1), event.block
                store.block, store.milliseconds = event.block, milliseconds_of(event.block)
            if (mapping := mappings.get(event.name)) is not None:
                mapping(store, event)
            self._done += 1
        self.height = self._at = due

    def state(self) -> ProcessorState:
        """Tell how far it is."""
        last = self.chain.events[self._done - 1] if self._done else None
        place = (0, 0) if last is None else (last.block, last.index)
        return ProcessorState(
            chainHead=self.chain.now,
            indexerHead=min(self.chain.final, self.chain.now),
            lastCompleteBlock=self.height,
            lastProcessedEvent=f"{place[0]:010d}-{place[1]:06d}",
        )
