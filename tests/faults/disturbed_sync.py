"""A sync that is disturbed at one request, or killed, and the next one: what must hold of both.

``staged`` makes the two states: what the store knew before, and what an undisturbed sync makes of the sources as they are
now. ``disturb`` and ``kill`` give complaints; none means that all holds.
"""

import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphql import GraphQLSchema

from secretariat.config import Config
from secretariat.flow.context import Context, open_store_at
from secretariat.flow.sync.result import Synced
from secretariat.flow.sync.run import sync
from tests.flow.sync.live import SWIFT, Live, facts, live, published
from tests.query_node.invented import invented_world
from tests.wire import faults
from tests.wire.fault_proxy import Exchange, Fault, FaultProxy

Facts = dict[str, list[tuple[Any, ...]]]


def _in_lists(change: Callable[[dict[str, Any]], None], name: str) -> Fault:
    def altered(answer: Any) -> Any:
        for found in (answer.get("data") or {}).values() if isinstance(answer, dict) else ():
            if isinstance(found, dict) and "edges" in found:
                change(found)
        return answer

    return faults.changed(altered, name)


def _drop(found: dict[str, Any]) -> None:
    if found["edges"]:
        del found["edges"][len(found["edges"]) // 2]


def _twice(found: dict[str, Any]) -> None:
    found["edges"] = [edge for edge in found["edges"] for _ in (0, 1)]


def _more(found: dict[str, Any]) -> None:
    found["totalCount"] += 1


def _shape(found: dict[str, Any]) -> None:
    found["pageInfo"] = {}


OF_ANSWERS: Mapping[str, Fault] = {
    "missing-row": _in_lists(_drop, "missing-row"),
    "rows-twice": _in_lists(_twice, "rows-twice"),
    "count-too-high": _in_lists(_more, "count-too-high"),
    "no-page-info": _in_lists(_shape, "no-page-info"),
    "duplicate-page": faults.ANSWER_OF_BEFORE,
    "errors": faults.changed(lambda _: {"errors": [{"message": "out of order"}]}, "errors"),
    "wrong-json": faults.body(b"[1, 2, 3]"),
}
"""Faults of what is answered, beside those of the wire."""

CLASSES: Mapping[str, Fault] = {**faults.PASSING, **OF_ANSWERS}


@dataclass(frozen=True, kw_only=True)
class Staged:
    """Sources with news, the store before them, and what the store is to know after them.

    ``fresh`` is what a store knows that begins with them. ``requests`` counts those of an undisturbed sync by source,
    ``alone`` those to a query node that takes no lists together.
    """

    live: Live
    folder: Path
    before: Facts
    after: Facts
    tables: dict[str, str]
    fresh: Facts
    fresh_tables: dict[str, str]
    requests: Mapping[str, int]
    alone: int

    @property
    def wires(self) -> Mapping[str, FaultProxy]:
        """Give the proxies by source."""
        return {"chain": self.live.chain_wire, "query-node": self.live.graph_wire}


@contextmanager
def staged(practice: str, schema: GraphQLSchema, folder: Path) -> Iterator[Staged]:
    """Sync once, let there be news in both sources, and work out what an undisturbed sync makes of them."""
    world = invented_world(schema)
    with live(practice, schema, f"sqlite:///{folder}/before.db", world=world, wire=SWIFT) as made:
        assert made.sync().complete
        before = facts(made.context, blocks=False)
        made.context.engine.dispose()
        for kind, rows in [one for one in made.world.entities.items() if one[1]]:
            rows["77"] = {**next(iter(rows.values())), "id": "77"}
            if len(kind) % 2:  # these come after the cursor, the others out of order
                rows["77"] |= {"createdAt": "2025-06-10T00:00:00.000Z", "inBlock": 5_070}
            if kind == "Membership":
                rows["2"] = {**rows["2"], "handle": "bert"}
        made.node.put("Council", "Budget", 77)
        made.node.seal(10)
        context = _opened(made, _copied(folder, "after"))
        counts = {name: len(wire.log) for name, wire in _wires(made).items()}
        assert sync(context, now=made.time()).complete
        requests = {name: len(wire.log) - counts[name] for name, wire in _wires(made).items()}
        with one_by_one(made):
            assert sync(_opened(made, _copied(folder, "alone")), now=made.time()).complete
        alone = len(made.graph_wire.log) - counts["query-node"] - requests["query-node"]
        fresh = _opened(made, f"sqlite:///{folder}/fresh.db")
        assert sync(fresh, now=made.time()).complete
        yield Staged(
            fresh=facts(fresh, blocks=False),
            fresh_tables=published(fresh),
            live=made,
            folder=folder,
            before=before,
            after=facts(context, blocks=False),
            tables=published(context),
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


def _wires(made: Live) -> dict[str, FaultProxy]:
    return {"chain": made.chain_wire, "query-node": made.graph_wire}


def _copied(folder: Path, name: str) -> str:
    for end in ("", "-wal", "-shm"):
        Path(f"{folder}/{name}.db{end}").unlink(missing_ok=True)
    shutil.copy(folder / "before.db", folder / f"{name}.db")
    return f"sqlite:///{folder}/{name}.db"


def _opened(made: Live, url: str) -> Context:
    return Context(config=Config(settings=made.settings), engine=open_store_at(url))


class At:
    """A fault of the ``numbers``-th different requests, counted from 1: once each, or whenever they are sent again."""

    def __init__(self, fault: Callable[[int], Fault], numbers: set[int] | None, *, always: bool) -> None:
        self.fault, self.numbers, self.always = fault, numbers, always
        self.seen: dict[bytes, int] = {}
        self.lock = threading.Lock()
        self.__name__ = "at"

    def __call__(self, exchange: Exchange) -> None:
        with self.lock:
            new = exchange.asked.body not in self.seen
            number = self.seen.setdefault(exchange.asked.body, len(self.seen) + 1)
        hit = (self.numbers is None or number in self.numbers) and (new or self.always)
        if hit:
            self.fault(number)(exchange)
        else:
            exchange.send(exchange.answer())


def disturb(stage: Staged, source: str, fault: Fault, numbers: set[int] | None, *, always: bool) -> list[str]:
    """Sync with a fault at some requests to a source, then undisturbed; gives what does not hold."""
    return disturb_by(stage, source, lambda _: fault, numbers, always=always)


def disturb_by(
    stage: Staged, source: str, fault: Callable[[int], Fault], numbers: set[int] | None, *, always: bool
) -> list[str]:
    """Disturb with a fault chosen by the number of the request."""
    context = _opened(stage.live, _copied(stage.folder, "disturbed"))
    wire = stage.wires[source]
    try:
        wire.always = At(fault, numbers, always=always)
        done = sync(context, now=stage.live.time())
        wire.always = None
        found = _complaints(stage, done, context)
        if done.complete:
            return found
        again = sync(context, now=stage.live.time())
        if not again.complete:
            found.append(
                f"the next sync is not complete: {again.failures} {[o.refused for o in again.lists if o.refused]}"
            )
        return found + _unequal("after the next sync", facts(context, blocks=False), stage.after)
    finally:
        wire.always = None
        context.engine.dispose()


def _complaints(stage: Staged, done: Synced, context: Context) -> list[str]:
    """Look at a disturbed sync: it is complete and equal, or says what it refused and kept what was known of that."""
    known = facts(context, blocks=False)
    if done.complete:
        return _unequal("though said to be complete", known, stage.after)
    found = [
        f"{one.name} is refused without a reason" for one in done.lists if one.way == "refused" and not one.refused
    ]
    kept = {one.name for one in done.lists if one.way == "refused"}
    for source, why in done.failures.items():
        kept |= {str(row[0]) for row in stage.before["records"] if str(row[0]).startswith(f"{source}/")}
        found += [] if why else [f"{source} failed without a reason"]
    for name in sorted(kept):
        if _of(known, name) != _of(stage.before, name):
            found.append(f"{name} was refused and its facts are others than before")
    if all(one.fresh for one in done.freshness) and not done.failures:
        found.append("a list was refused and every source is fresh")
    return found


def _of(known: Facts, name: str) -> list[tuple[Any, ...]]:
    return [row for row in known["records"] if row[0] == name]


def _unequal(when: str, known: Facts, wanted: Facts) -> list[str]:
    found = []
    for part, rows in wanted.items():
        odd = set(rows) ^ set(known[part])
        if odd:
            found.append(f"{when}: {part} differ: {sorted(odd, key=str)[:3]}")
    return found


def configured(stage: Staged, folder: Path, store: str) -> None:
    """Write the settings for a process of its own."""
    urls = {"chain": stage.live.chain_wire.url, "query_node": f"{stage.live.graph_wire.url}/graphql"}
    lines = [f'[store]\nurl = "{store}"', "[wire]\nfirst_pause_seconds = 0.001"]
    lines += [f'[{name}]\nurls = ["{url}"]' for name, url in urls.items()]
    lines[-1] += '\nwebsocket = "none"\npage_size = 100'
    (folder / "secretariat.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def start_sync(folder: Path) -> subprocess.Popen[str]:
    """Start ``secretariat sync`` in a folder."""
    return subprocess.Popen(
        [sys.executable, "-m", "secretariat", "sync", "--json"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def kill(stage: Staged, number: int, pause: float, *, empty: bool) -> list[str]:
    """Kill a sync ``pause`` seconds after its ``number``-th request was answered, then sync; gives what does not hold.

    ``empty`` begins with no store at all. A sync that ended before it could be killed is looked at like any other.
    """
    folder = stage.folder / "killed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    if not empty:
        shutil.copy(stage.folder / "before.db", folder / "secretariat.db")
    configured(stage, folder, "sqlite:///secretariat.db")
    answered, lock, due = 0, threading.Lock(), threading.Event()

    def counting(exchange: Exchange) -> None:
        nonlocal answered
        exchange.send(exchange.answer())
        with lock:
            answered += 1
            if answered >= number:
                due.set()

    for wire in stage.wires.values():
        wire.always = counting
    started = start_sync(folder)
    while started.poll() is None and not due.wait(0.05):
        pass
    try:
        started.communicate(timeout=pause if due.is_set() else 60)
    except subprocess.TimeoutExpired:
        started.send_signal(signal.SIGKILL)
        started.communicate()
    for wire in stage.wires.values():
        wire.always = None
    context = _opened(stage.live, f"sqlite:///{folder}/secretariat.db")
    try:
        done = sync(context, now=stage.live.time())
        found = [] if done.complete else [f"the sync after the kill is not complete: {done.failures}"]
        found += _unequal("after the kill", facts(context, blocks=False), stage.fresh if empty else stage.after)
        tables, wanted = published(context), stage.fresh_tables if empty else stage.tables
        return found + [f"the table {name} differs" for name in wanted if tables[name] != wanted[name]]
    finally:
        context.engine.dispose()
