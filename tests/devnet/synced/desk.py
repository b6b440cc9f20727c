"""A practice network on loopback, and the product's desk beside it that syncs it into a store of its own."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from secretariat.clients.http import WireSettings
from secretariat.config import Config
from secretariat.devnet.chain.kernel import milliseconds_of
from secretariat.devnet.faults import Faults
from secretariat.devnet.network import Network
from secretariat.devnet.running import Running, run
from secretariat.devnet.world.build import build
from secretariat.devnet.world.world import World
from secretariat.facts.moments import Moment
from secretariat.facts.records import Stated
from secretariat.flow.ask import table
from secretariat.flow.context import Context, open_store_at
from secretariat.flow.sync.result import Synced
from secretariat.flow.sync.run import sync
from secretariat.sources.chain.settings import Settings
from secretariat.sources.query_node.settings import QueryNodeSettings
from secretariat.store.facts import load_records

F = TypeVar("F")

SECONDS_LATER = 20
"""The desk reads so many seconds after the finalised head was made."""


@dataclass(kw_only=True)
class Seen:
    """What one sync made of the network: facts and tables, and the truth about the blocks they are told of."""

    network: Network
    context: Context
    height: int
    final: int
    freshness: Mapping[str, str]
    _tables: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    _truths: dict[int, dict[str, Any]] = field(default_factory=dict)

    @property
    def truth(self) -> dict[str, Any]:
        """Give the truth as of the block that the query node's lists are read to."""
        return self.truth_at(self.height)

    def truth_at(self, block: int) -> dict[str, Any]:
        """Give the truth as of a block."""
        if block not in self._truths:
            self._truths[block] = self.network.truth(block)
        return self._truths[block]

    @cached_property
    def _records(self) -> dict[str, list[Stated[Any]]]:
        found: dict[str, list[Stated[Any]]] = {}
        with self.context.engine.connect() as connection:
            for record in load_records(connection):
                found.setdefault(record.kind, []).append(record)
        return found

    def facts(self, kind: type[F]) -> list[F]:
        """Give all facts of a kind, in the store's order."""
        return [record.fact for record in self._records.get(kind.KIND, ())]  # type: ignore[attr-defined]

    def by_key(self, kind: type[F]) -> Mapping[str, F]:
        """Give all facts of a kind by their key."""
        return {record.key: record.fact for record in self._records.get(kind.KIND, ())}  # type: ignore[attr-defined]

    def rows(self, name: str) -> list[dict[str, Any]]:
        """Give the rows of a published table."""
        if name not in self._tables:
            built = table(self.context, name)
            names = [heading.name for heading in built.headings]
            self._tables[name] = [dict(zip(names, row, strict=True)) for row in built.rows]
        return self._tables[name]

    @cached_property
    def snapshot(self) -> Any:
        """Give the facts as the duties see them."""
        from secretariat.facts.snapshot import snapshot_of

        return snapshot_of(record for records in self._records.values() for record in records)


@dataclass(kw_only=True)
class Desk:
    """A running network and the product's store."""

    network: Network
    running: Running
    context: Context

    def sync(self) -> Seen:
        """Sync with the product's own flow; every list must be complete."""
        done = self.try_sync()
        assert done.complete, (done.failures, [one for one in done.lists if one.way == "refused"])
        return self.seen(done)

    def try_sync(self) -> Synced:
        """Sync, be it complete or not."""
        return sync(self.context, now=self.moment)

    @property
    def moment(self) -> Moment:
        """Give the desk's time."""
        moment = datetime.fromtimestamp(milliseconds_of(self.network.now) / 1000 + SECONDS_LATER, UTC)
        return Moment(moment.strftime("%Y-%m-%dT%H:%M:%SZ"))

    def seen(self, done: Synced) -> Seen:
        """Give what a sync made of the network."""
        heights = {source: state.height for source, state in done.states.items()}
        chain, query_node = heights["chain"], heights["query-node"]
        assert chain is not None
        assert query_node is not None
        return Seen(
            network=self.network,
            context=self.context,
            height=min(chain, query_node),
            final=chain,
            freshness={each.source: each.verdict for each in done.freshness},
        )


@contextmanager
def desk(
    source: str | Path | World,
    folder: Path,
    prepare: Callable[[Network], object] | None = None,
    faults: Faults | None = None,
) -> Iterator[Desk]:
    """Run a world's network on loopback, with a new store in a folder."""
    network = Network(source if isinstance(source, World) else build(source))
    if prepare is not None:
        prepare(network)
    running = run(network, faults=faults)
    settings = {
        "wire": WireSettings(attempts=2, first_pause_seconds=0.001, longest_pause_seconds=0.001),
        "chain": Settings(urls=(running.addresses["node"],)),
        "query_node": QueryNodeSettings(urls=(running.addresses["query-node"],)),
    }
    context = Context(config=Config(settings=settings), engine=open_store_at(f"sqlite:///{folder}/store.db"))
    try:
        yield Desk(network=network, running=running, context=context)
    finally:
        context.engine.dispose()
        running.close()
