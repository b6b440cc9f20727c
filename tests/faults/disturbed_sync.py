"""A sync that is disturbed at some of its requests, and the next one: what must hold of both.

Each function gives complaints; none means that all holds.
"""

import json
import threading
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphql import FieldNode, OperationDefinitionNode, get_named_type, parse

from secretariat.flow.context import Context
from secretariat.flow.sync.result import Synced
from secretariat.flow.sync.run import sync
from tests.faults.staged import Facts, Staged
from tests.flow.sync.live import SWIFT, facts
from tests.wire import faults
from tests.wire.fault_proxy import Exchange, Fault


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
    "other-variables": faults.ANSWER_TO_OTHER_VARIABLES,
    "errors": faults.changed(lambda _: {"errors": [{"message": "out of order"}]}, "errors"),
    "wrong-json": faults.body(b"[1, 2, 3]"),
}
"""Faults of what is answered, beside those of the wire."""

NOT_ASKED_AGAIN = ("errors", "wrong-json")
"""Whole answers that say no: a list is refused at once, where the others are asked for again."""

SLOW = ("silence", "dripping")
"""Faults that cost the time after which a client gives up."""

CLASSES: Mapping[str, Fault] = {**faults.PASSING, **OF_ANSWERS}


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


class EachInTurn:
    """Every fault of some at every request: at its first try the first one, at the next try the next one, then none.

    ``met`` counts what each different request met.
    """

    def __init__(self, each: Sequence[Fault]) -> None:
        self.each = each
        self.met: Counter[bytes] = Counter()
        self.lock = threading.Lock()
        self.__name__ = "each-in-turn"

    def __call__(self, exchange: Exchange) -> None:
        with self.lock:
            tried = self.met[exchange.asked.body]
            self.met[exchange.asked.body] += 1
        if tried < len(self.each):
            self.each[tried](exchange)
        else:
            exchange.send(exchange.answer())


SPARE = 20
"""Tries beside those that are disturbed: a busy machine may let one of them last too long."""


def disturb(stage: Staged, source: str, fault: Fault, numbers: set[int] | None, *, always: bool) -> list[str]:
    """Sync with a fault at some requests to a source, then undisturbed; gives what does not hold."""
    return disturb_by(stage, source, lambda _: fault, numbers, always=always)


def disturb_by(
    stage: Staged, source: str, fault: Callable[[int], Fault], numbers: set[int] | None, *, always: bool
) -> list[str]:
    """Disturb with a fault chosen by the number of the request."""
    return _disturbed(stage, {source: At(fault, numbers, always=always)}, stage.copy("disturbed"))


def disturb_every_try(stage: Staged, names: Iterable[str]) -> list[str]:
    """Put every one of some faults of the wire at every request of every source, within one sync that must overcome all."""
    chosen = list(names)
    each = [faults.PASSING[name] for name in chosen]
    disturbances = {source: EachInTurn(each) for source in stage.wires}
    wire = replace(SWIFT, attempts=len(each) + SPARE)
    if set(chosen) & set(SLOW):
        wire = replace(wire, read_seconds=0.6, whole_seconds=1.2)
    context = stage.copy("disturbed", wire=wire)
    found = _disturbed(stage, disturbances, context, must_be_complete=True)
    short = [source for source, one in disturbances.items() if min(one.met.values()) < len(each)]
    return found + [f"{source}: a request did not meet every fault" for source in short]


def _disturbed(
    stage: Staged, disturbances: Mapping[str, Fault], context: Context, *, must_be_complete: bool = False
) -> list[str]:
    try:
        for source, disturbance in disturbances.items():
            stage.wires[source].forget()
            stage.wires[source].always = disturbance
        done = sync(context, now=stage.live.time())
        _undisturbed(stage)
        found = _complaints(stage, done, context)
        if done.complete:
            return found
        found += [f"not overcome: {_refusals(done)}"] if must_be_complete else []
        again = sync(context, now=stage.live.time())
        found += [] if again.complete else [f"the next sync is not complete: {_refusals(again)}"]
        return found + unequal("after the next sync", facts(context, blocks=False), stage.after)
    finally:
        _undisturbed(stage)
        context.engine.dispose()


def _undisturbed(stage: Staged) -> None:
    for wire in stage.wires.values():
        wire.always = None


def _refusals(done: Synced) -> list[str]:
    return [*done.failures.values(), *(one.refused for one in done.lists if one.refused)]


def _complaints(stage: Staged, done: Synced, context: Context) -> list[str]:
    """Look at a disturbed sync: it is complete and equal, or says what it refused and kept what was known of that."""
    known = facts(context, blocks=False)
    if done.complete:
        return unequal("though said to be complete", known, stage.after)
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


def unequal(when: str, known: Facts, wanted: Facts) -> list[str]:
    """Tell in which parts two states of knowledge differ."""
    found = []
    for part, rows in wanted.items():
        odd = set(rows) ^ set(known[part])
        if odd:
            found.append(f"{when}: {part} differ: {sorted(odd, key=str)[:3]}")
    return found


def _of_query_node(known: Facts) -> Facts:
    """Take what the query node tells, without the totals: they are read once a day, be it before or after a row comes."""
    return {
        part: [row for row in known[part] if str(row[0]).startswith("query-node/") and row[1] != "growth-totals"]
        for part in ("records", "rows")
    }


PAGE = 3
"""Rows of a page where rows come between two pages: most lists have two pages or more."""


class RowComes:
    """When the ``number``-th different request arrives, a row comes into the list it asks for, before or behind all."""

    def __init__(self, stage: Staged, number: int, *, behind: bool) -> None:
        self.stage, self.number, self.behind = stage, number, behind
        self.seen: set[bytes] = set()
        self.came = ""
        self.__name__ = "row-comes"

    def __call__(self, exchange: Exchange) -> None:
        self.seen.add(exchange.asked.body)
        if len(self.seen) >= self.number and not self.came:
            self.came = self._come(json.loads(exchange.asked.body)["query"])
        exchange.send(exchange.answer())

    def _come(self, query: str) -> str:
        """Put the row there, and give its type; of the first request after the number that asks for a list with rows."""
        graph = self.stage.live.graph
        (operation,) = parse(query).definitions
        assert isinstance(operation, OperationDefinitionNode)
        assert graph.schema.query_type is not None
        for field in operation.selection_set.selections:
            assert isinstance(field, FieldNode)
            type_: Any = get_named_type(graph.schema.query_type.fields[field.name.value].type)
            kind = str(type_.name).removesuffix("Connection")
            if type_.name.endswith("Connection") and (rows := graph.world.entities.get(kind)):
                moved = {"createdAt": "2025-06-11T00:00:00.000Z", "inBlock": 5_071} if self.behind else {}
                rows["770"] = {**next(iter(rows.values())), "id": "770", **moved}
                return kind
        return ""

    def undo(self) -> None:
        """Take the row away again."""
        if self.came:
            del self.stage.live.graph.world.entities[self.came]["770"]


def let_a_row_come(stage: Staged, number: int, *, behind: bool, full: bool = False) -> list[str]:
    """Let a row come while a list is read in pages; whatever is said to be complete has every row that was there before.

    The next sync has the new one too. ``full`` reads every row of every list again, in pages of a few rows.
    """
    comes = RowComes(stage, number, behind=behind)
    context = stage.copy("disturbed", page_size=PAGE)
    try:
        stage.wires["query-node"].always = comes
        done = sync(context, now=stage.live.time(), full=full)
        _undisturbed(stage)
        known = {row[:3] for row in facts(context, blocks=False)["records"]}
        refused = {one.name for one in done.lists if one.way == "refused"}
        short = sorted({row[:3] for row in stage.after["records"] if row[0] not in refused} - known)
        found = [f"rows are missing of lists that are said to be complete: {short[:3]}"] if short else []
        again = sync(context, now=stage.live.time())
        found += [] if again.complete else [f"the next sync is not complete: {_refusals(again)}"]
        mine, wanted = (_of_query_node(each) for each in (facts(context, blocks=False), stage.resync("resynced")))
        return found + unequal("after the next sync", mine, wanted)
    finally:
        _undisturbed(stage)
        comes.undo()
        context.engine.dispose()
