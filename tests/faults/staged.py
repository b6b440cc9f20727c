"""Sources with news: the store before them, and what an undisturbed sync makes of them."""

import json
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema

from secretariat.clients.http import WireSettings
from secretariat.config import Config
from secretariat.flow.context import Context, open_store_at
from secretariat.flow.sync.run import sync
from secretariat.sources.prices.settings import Settings as PriceSettings
from tests.databases import new_database
from tests.flow.sync.live import SWIFT, Live, facts, into, live, published
from tests.query_node.invented import invented_world
from tests.wire.fault_proxy import Answer, Asked, FaultProxy

Facts = dict[str, list[tuple[Any, ...]]]


@dataclass(frozen=True, kw_only=True)
class Staged:
    """Sources with news, the store before them, and what the store is to know after them.

    ``before_url`` is a copy of that store on the PostgreSQL ``server``, where there is one. ``fresh`` is what a store knows
    that begins with the news. ``requests`` counts those of an undisturbed sync by source, ``alone`` those to a query node
    that takes no lists together.
    """

    live: Live
    wires: Mapping[str, FaultProxy]
    folder: Path
    server: str
    before_url: str
    before: Facts
    after: Facts
    tables: dict[str, str]
    fresh: Facts
    fresh_tables: dict[str, str]
    requests: Mapping[str, int]
    alone: int

    def copy(self, name: str, *, wire: WireSettings = SWIFT, page_size: int = 0) -> Context:
        """Open a copy of the store as it was before the news, on SQLite."""
        return opened(self.live, copied(self.folder, name), wire=wire, page_size=page_size)

    def resync(self, name: str) -> Facts:
        """Give what a store knows that begins with the sources as they are now."""
        for end in ("", "-wal", "-shm"):
            Path(f"{self.folder}/{name}.db{end}").unlink(missing_ok=True)
        context = opened(self.live, f"sqlite:///{self.folder}/{name}.db")
        try:
            assert sync(context, now=self.live.time()).complete
            return facts(context, blocks=False)
        finally:
            context.engine.dispose()


@contextmanager
def staged(practice: str, schema: GraphQLSchema, folder: Path, *, server: str = "") -> Iterator[Staged]:
    """Sync once, let there be news in every source, and work out what an undisturbed sync makes of them.

    ``server`` is the address of a PostgreSQL that holds the store before the news too.
    """
    rates = {"2024-05-01": "0.0123", "2024-05-02": "0.0125"}

    def priced(_: Asked) -> Answer:
        return Answer(body=json.dumps([{"day": day, "rate": rate} for day, rate in rates.items()]).encode())

    with ExitStack() as stack:
        made = stack.enter_context(
            live(practice, schema, f"sqlite:///{folder}/before.db", world=invented_world(schema), wire=SWIFT)
        )
        prices = stack.enter_context(FaultProxy(priced))
        made.set("prices", PriceSettings(address=f"{prices.url}/rates"))
        wires = {"chain": made.chain_wire, "query-node": made.graph_wire, "prices": prices}
        assert made.sync().complete
        before = facts(made.context, blocks=False)
        made.context.engine.dispose()
        before_url = stack.enter_context(new_database(server)) if server else ""
        if server:
            into(made, before_url).engine.dispose()
        _news(made)
        rates |= {"2024-05-02": "0.0126", "2024-05-03": "0.0127"}
        context = opened(made, copied(folder, "after"))
        counts = {name: len(wire.log) for name, wire in wires.items()}
        assert sync(context, now=made.time()).complete
        requests = {name: len(wire.log) - counts[name] for name, wire in wires.items()}
        with one_by_one(made):
            assert sync(opened(made, copied(folder, "alone")), now=made.time()).complete
        alone = len(made.graph_wire.log) - counts["query-node"] - requests["query-node"]
        fresh = into(made, f"sqlite:///{folder}/fresh.db")
        yield Staged(
            live=made,
            wires=wires,
            folder=folder,
            server=server,
            before_url=before_url,
            before=before,
            after=facts(context, blocks=False),
            tables=published(context),
            fresh=facts(fresh, blocks=False),
            fresh_tables=published(fresh),
            requests=requests,
            alone=alone,
        )


@contextmanager
def one_by_one(made: Live) -> Iterator[None]:
    """Let the query node take no lists together, so that every list is asked for by itself."""
    made.graph.takes_together = False
    try:
        yield
    finally:
        made.graph.takes_together = True


def _news(made: Live) -> None:
    """Let every list have a new row, at its end or out of order, and some rows other values."""
    for kind, rows in [one for one in made.world.entities.items() if one[1]]:
        rows["77"] = {**next(iter(rows.values())), "id": "77"}
        if len(kind) % 2:  # these come after the cursor, the others out of order
            rows["77"] |= {"createdAt": "2025-06-10T00:00:00.000Z", "inBlock": 5_070}
        if kind == "Membership":
            rows["2"] = {**rows["2"], "handle": "bert"}
    made.node.put("Council", "Budget", 77)
    made.node.seal(10)


def copied(folder: Path, name: str) -> str:
    """Copy the store as it was before the news, and give the copy's address."""
    for end in ("", "-wal", "-shm"):
        Path(f"{folder}/{name}.db{end}").unlink(missing_ok=True)
    shutil.copy(folder / "before.db", folder / f"{name}.db")
    return f"sqlite:///{folder}/{name}.db"


def opened(made: Live, url: str, *, wire: WireSettings = SWIFT, page_size: int = 0) -> Context:
    """Open a store with the settings of the sources; ``page_size`` 0 leaves the query node's as it is."""
    graph = made.settings["query_node"]
    settings = made.settings | {"wire": wire}
    if page_size:
        settings["query_node"] = replace(graph, page_size=page_size)
    return Context(config=Config(settings=settings), engine=open_store_at(url))
