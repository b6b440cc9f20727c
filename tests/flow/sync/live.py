"""A practice node, a query node of the real schema and a store, with what sync needs to read the one into the other."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from graphql import GraphQLSchema
from sqlalchemy import text

from secretariat.clients.http import WireSettings
from secretariat.config import Config
from secretariat.facts.moments import Moment
from secretariat.flow.ask import table, tables
from secretariat.flow.context import Context, open_store_at
from secretariat.flow.sync.result import ListDone, Synced
from secretariat.flow.sync.run import sync
from secretariat.formats.table_text import as_json
from secretariat.sources.chain.settings import Settings
from secretariat.sources.query_node.settings import QueryNodeSettings
from tests.practice.node import PracticeNode
from tests.practice.world import settle
from tests.query_node.invented import invented_world
from tests.query_node.server import QueryNode
from tests.query_node.world import World
from tests.wire.fault_proxy import FaultProxy

FIRST = 5_000
BORN = 1_750_000_000_000
"""The time of block 0: after every row of an invented world was made."""

SWIFT = WireSettings(
    connect_seconds=5,
    read_seconds=1.5,
    whole_seconds=3,
    attempts=3,
    first_pause_seconds=0.001,
    longest_pause_seconds=0.001,
)
"""Bounds for servers on the same machine: what is silent is given up soon, and nothing sleeps."""

PATIENT = WireSettings(attempts=2, first_pause_seconds=0.001, longest_pause_seconds=0.001)
"""Bounds for servers that nothing is wrong with."""


@dataclass(kw_only=True)
class Live:
    """Both sources, each behind a proxy that faults may be put into, and one store."""

    node: PracticeNode
    graph: QueryNode
    chain_wire: FaultProxy
    graph_wire: FaultProxy
    store: str
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def world(self) -> World:
        """Give the entities that the query node serves."""
        return self.graph.world

    @property
    def context(self) -> Context:
        """Give the settings and the store, opened once."""
        if not hasattr(self, "_context"):
            self._context = Context(config=Config(settings=self.settings), engine=open_store_at(self.store))
        return self._context

    def set(self, table: str, settings: Any) -> None:
        """Put a table of the configuration in the place of another."""
        self.settings[table] = settings

    def sync(self, *, full: bool = False, later: timedelta = timedelta(seconds=20)) -> Synced:
        """Sync as long after the finalised head as given."""
        return sync(self.context, full=full, now=self.time(later))

    def time(self, later: timedelta = timedelta(seconds=20)) -> Moment:
        """Give the machine's time, as long after the finalised head as given."""
        milliseconds = self.node.born + self.node.final * self.node.block_milliseconds
        head = datetime.fromtimestamp(milliseconds / 1000, UTC)
        return Moment((head + later).strftime("%Y-%m-%dT%H:%M:%SZ"))


@contextmanager
def live(
    practice: str,
    schema: GraphQLSchema,
    store: str,
    *,
    world: World | None = None,
    wire: WireSettings = PATIENT,
    first: int = FIRST,
) -> Iterator[Live]:
    """Run both sources and give them with a store to sync into; the chain begins at the block ``first``."""
    with PracticeNode(practice, first=first, born=BORN) as node:
        settle(node)
        graph = QueryNode(schema, invented_world(schema) if world is None else world)
        with FaultProxy(node.url) as chain_wire, FaultProxy(graph) as graph_wire:
            made = Live(node=node, graph=graph, chain_wire=chain_wire, graph_wire=graph_wire, store=store)
            made.settings = {
                "wire": wire,
                "chain": Settings(urls=(chain_wire.url,)),
                "query_node": QueryNodeSettings(urls=(f"{graph_wire.url}/graphql",), websocket="none", page_size=100),
            }
            try:
                yield made
            finally:
                made.context.engine.dispose()


def into(desk: Live, store: str) -> Context:
    """Sync the same sources into another store, and give it; the caller closes it."""
    context = Context(config=Config(settings=desk.settings), engine=open_store_at(store))
    assert sync(context, now=desk.time()).complete
    return context


def done_of(done: Synced) -> dict[str, ListDone]:
    """Give what was done by list."""
    return {one.name: one for one in done.lists}


def moved(done: Synced) -> dict[str, tuple[int, int, int]]:
    """Give added, changed and removed of every list of which a record is another now."""
    return {one.name: (one.added, one.changed, one.removed) for one in done.lists if one.moved}


FACTS = {
    "records": "SELECT path, kind, key, {line} body FROM records JOIN documents ON documents.id = document_id",
    "problems": "SELECT path, document_problems.id, {line} body "
    "FROM document_problems JOIN documents ON documents.id = document_id",
    "rows": "SELECT replace(path, 'query-node/', ''), key, digest, open "
    "FROM records JOIN documents ON documents.id = document_id WHERE digest IS NOT NULL",
    "lists": "SELECT list, count, {height} newest_cursor FROM live_lists",
    "runtimes": "SELECT chain, spec_version, metadata FROM runtimes",
}


def facts(context: Context, *, blocks: bool = True) -> dict[str, list[tuple[Any, ...]]]:
    """Give everything the store knows; without ``blocks`` not the block at which it was first read."""
    found = {}
    with context.engine.connect() as connection:
        for name, query in FACTS.items():
            words = query.format(line="line," if blocks else "", height="height," if blocks else "")
            found[name] = sorted(tuple(row) for row in connection.execute(text(words)))
    if not blocks:
        found["problems"] = [(path, key, _without_line(body)) for path, key, body in found["problems"]]
    return found


def _without_line(body: str) -> str:
    return json.dumps({name: value for name, value in json.loads(body).items() if name != "line"})


def published(context: Context) -> dict[str, str]:
    """Give every published table as text."""
    return {str(row["name"]): as_json(table(context, str(row["name"]))) for row in tables(context)}


def digest(context: Context) -> str:
    """Name all facts and tables by one digest."""
    words = json.dumps([facts(context), published(context)], sort_keys=True, default=str)
    return hashlib.sha256(words.encode()).hexdigest()


def problems_of(context: Context, code: str) -> list[Mapping[str, Any]]:
    """Give the rows of the published table of problems that have a code."""
    found = json.loads(as_json(table(context, "problems")))
    return [row for row in found["rows"] if row["code"] == code]
