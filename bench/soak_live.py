"""Fuzz every reader of live sources for a time: metadata, storage, a node's and a query node's answers, rates, states.

A case depends only on the seed and its number. What must hold: a reading ends soon, what is wrong is said by a
SecretariatError or a problem with a known code, and what is read can be stored.
"""

import json
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from tests.practice.node import PracticeNode
from tests.practice.pallets import practice_metadata
from tests.practice.world import settle

from bench.invariants import Broken
from bench.odd_values import bytes_twisted, odd, twisted
from secretariat.clients.exact_json import JsonBroken, JsonUnfit, exact_json
from secretariat.clients.substrate import metadata
from secretariat.clients.substrate.codec import constants_of, storage_value
from secretariat.clients.substrate.rpc import Node
from secretariat.clients.substrate.wrong import MetadataWrong
from secretariat.errors import SecretariatError
from secretariat.facts.deadlines import outlook
from secretariat.facts.problems import CODES, Problem
from secretariat.facts.records import AnyStated
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.source import read_chain
from secretariat.sources.deadlines_state import read_state
from secretariat.sources.prices.csv_rows import csv_rows
from secretariat.sources.prices.json_rows import json_rows
from secretariat.sources.prices.rates import rates_of
from secretariat.sources.prices.settings import Settings as PriceSettings
from secretariat.sources.query_node.growth import read_growth
from secretariat.sources.query_node.height import newest_event
from secretariat.sources.query_node.lists import LISTS, Listed
from secretariat.sources.query_node.pages import Head
from secretariat.sources.query_node.reading import ListReading, known_of
from secretariat.sources.query_node.updating import Turn, bring_up_to_date
from secretariat.store.facts import adapter_of, body_of

EXAMPLES = Path(__file__).parent.parent / "docs" / "contracts" / "examples"
SECONDS_A_CASE = 20.0
"""Of the processor; a case that takes longer is a failure."""

HEAD = Head(block=5_000_000, milliseconds=1_750_000_000_000)


@dataclass
class Tally:
    """Cases and failures by subject, and the first words of each kind of failure."""

    cases: Counter[str] = field(default_factory=Counter)
    failures: Counter[str] = field(default_factory=Counter)
    slowest: dict[str, float] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)


def run(seconds: float, seed: int) -> int:
    """Try case after case until the time is over, print what came of them, and give the number of failures."""
    tally = Tally()
    end = time.monotonic() + seconds
    with subjects() as found:
        number = 0
        while time.monotonic() < end:
            subject = list(found)[number % len(found)]
            try_case(subject, found[subject], seed, number, tally)
            number += 1
    print(f"\n{'live sources, seed ' + str(seed):<34}{'cases':>8}{'failures':>10}{'slowest (s)':>13}")
    for subject, count in sorted(tally.cases.items()):
        print(f"{subject:<34}{count:>8,}{tally.failures[subject]:>10,}{tally.slowest.get(subject, 0.0):>13.3f}")
    return tally.failures.total()


def try_case(subject: str, case: Callable[[Random], None], seed: int, number: int, tally: Tally) -> None:
    """Run one case, and note whether what must hold of it does."""
    tally.cases[subject] += 1
    begun = time.process_time()
    try:
        case(Random(f"{seed}/{number}"))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        said = f"{subject}: {type(error).__name__} at {Path(place.filename).name}:{place.lineno}: {str(error)[:300]}"
        tally.failures[subject] += 1
        if tally.words.setdefault(f"{subject} {place.filename} {place.lineno}", said) == said:
            print(f"FAILED case {number}: {said}", flush=True)
    taken = time.process_time() - begun
    tally.slowest[subject] = max(taken, tally.slowest.get(subject, 0.0))
    if taken > SECONDS_A_CASE:
        tally.failures[subject] += 1
        print(f"FAILED case {number}: {subject}: {taken:.1f} s", flush=True)


@contextmanager
def subjects() -> Iterator[dict[str, Callable[[Random], None]]]:
    """Set up a practice chain, and give what is fuzzed by name."""
    text = practice_metadata()
    with PracticeNode(text, first=5000) as node:
        settle(node)
        runtimes = Runtimes()
        direct = Node(address="http://node", post=lambda body: _answered(node, body))
        read_chain([direct], SETTINGS, runtimes)
        yield {
            "metadata": lambda chance: _metadata(text, chance),
            "storage": lambda chance: _storage(node, runtimes, chance),
            "answers of a node": lambda chance: _node(node, runtimes, chance),
            "rows of a query node": _rows,
            "answers of a query node": _pages,
            "totals of a query node": _totals,
            "rates": _rates,
            "states of deadlines": _state,
            "JSON": _json,
        }


SETTINGS = Settings(urls=("http://node",), network="practice")


def _answered(node: PracticeNode, body: Any) -> Any:
    return json.loads(json.dumps(node.reply_to(json.dumps(body).encode())))


def _metadata(text: str, chance: Random) -> None:
    made = "0x" + bytes_twisted(bytes.fromhex(text[2:]), chance).hex()
    with suppress(MetadataWrong):
        runtime = metadata.load(made)
        with suppress(SecretariatError):
            constants_of(runtime)
        for pallet in runtime.pallets.values():
            for item in pallet.storage:
                with suppress(SecretariatError):
                    storage_value(runtime, pallet.name, item, None)


def _storage(node: PracticeNode, runtimes: Runtimes, chance: Random) -> None:
    """Change stored values, and read all lists of the chain."""
    final = node.blocks[-2]
    true = dict(final.storage)
    try:
        for key in chance.sample(sorted(true), chance.randrange(1, 12)):
            final.storage[key] = "0x" + bytes_twisted(bytes.fromhex(true[key][2:]), chance).hex()
        direct = Node(address="http://node", post=lambda body: _answered(node, body))
        _read_chain(direct, runtimes)
    finally:
        final.storage.clear()
        final.storage.update(true)


def _node(node: PracticeNode, runtimes: Runtimes, chance: Random) -> None:
    """Change some answers of the node anywhere in their JSON."""
    share = chance.choice((0.02, 0.1, 0.5))

    def post(body: Any) -> Any:
        answer = _answered(node, body)
        return twisted(answer, chance, chance.choice((1, 1, 3))) if chance.random() < share else answer

    _read_chain(Node(address="http://node", post=post), Runtimes(loaded=dict(runtimes.loaded)))


def _read_chain(node: Node, runtimes: Runtimes) -> None:
    with suppress(SecretariatError):
        read = read_chain([node], SETTINGS, runtimes)
        for name, why in read.refused:
            if "defect" in why:
                raise Broken("a reader of the chain raised", f"{name}: {why}")
        for reading in read.readings:
            _check(reading.records.values(), reading.problems)


def _listed(chance: Random) -> tuple[Listed, list[Any]]:
    """Choose a list and make plausible rows for it by the paths of its shape."""
    listed = chance.choice(LISTS)
    rows = []
    for number in range(chance.randrange(6)):
        row: dict[str, Any] = {"id": str(number + 1)}
        for one in listed.shape.fields:
            held: Any = row
            *before, last = one.steps
            for step in before:
                held = held.setdefault(step, {})
            held.setdefault(last, chance.choice((number, str(number), True, "2024-01-01T00:00:00.000Z", "APPROVE")))
        rows.append(row)
    return listed, rows


def _page(listed: Listed, rows: list[Any]) -> dict[str, Any]:
    edges = [{"cursor": f"c{number}", "node": row} for number, row in enumerate(rows)]
    info = {"hasNextPage": False, "endCursor": edges[-1]["cursor"] if edges else None}
    return {listed.connection: {"totalCount": len(rows), "edges": edges, "pageInfo": info}}


def _rows(chance: Random) -> None:
    """Change rows within pages that are right."""
    listed, rows = _listed(chance)
    rows = [twisted(row, chance, chance.randrange(4)) for row in rows]
    _update(listed, lambda *_: _page(listed, rows), chance)


def _pages(chance: Random) -> None:
    """Change pages anywhere."""
    listed, rows = _listed(chance)
    _update(listed, lambda *_: twisted(_page(listed, rows), chance, chance.choice((1, 2, 5))), chance)


def _update(listed: Listed, ask: Callable[..., Any], chance: Random) -> None:
    known = known_of({str(number): "0" * 32 for number in range(chance.randrange(4))}, cursor="c0", open_keys=("1",))
    turn = Turn(after=None, compared=0, rows=chance.randrange(3))
    with suppress(SecretariatError):
        update = bring_up_to_date(ask, listed, HEAD, chance.choice((3, 100)), known, turn=turn)
        _check_reading(update.reading)


def _totals(chance: Random) -> None:
    whole = {"totalCount": 0, "edges": [], "pageInfo": {"hasNextPage": False, "endCursor": None}}
    names = ("members", "videos", "storageBagsConnection", "storageBucketsConnection", "events")
    answer = dict.fromkeys(names, whole)
    with suppress(SecretariatError):
        _check_reading(read_growth(lambda *_: twisted(answer, chance, 2), HEAD, 10))
    with suppress(SecretariatError):
        newest_event(lambda *_: twisted({"events": [{"inBlock": 5}]}, chance))


def _rates(chance: Random) -> None:
    days = [{"day": f"2024-05-{day:02d}", "rate": f"0.0{day}"} for day in range(1, 20)]
    settings = PriceSettings(
        address="https://prices.example/x", day=chance.choice(("", "day", "0")), rate=chance.choice(("", "rate", "1"))
    )
    with suppress(SecretariatError):
        reading = rates_of(json_rows(twisted(days, chance, chance.choice((1, 3, 9))), settings), 1)
        _check(reading.records.values(), reading.problems)
    text = "day;rate\n" + "\n".join(f"{row['day']};{row['rate']}" for row in days)
    with suppress(SecretariatError):
        words = bytes_twisted(text.encode(), chance).decode("utf-8", "replace")
        reading = rates_of(csv_rows(words, PriceSettings(file="rates.csv")), 1)
        _check(reading.records.values(), reading.problems)


def _state(chance: Random) -> None:
    text = chance.choice(sorted(EXAMPLES.glob("*.json"))).read_text(encoding="utf-8")
    given = twisted(json.loads(text), chance, chance.choice((1, 1, 2, 4)))
    with suppress(SecretariatError):
        outlook(read_state(json.dumps(given)))


def _json(chance: Random) -> None:
    text = json.dumps(twisted({"data": {"a": [1, 2.5, "x"], "b": odd(chance)}}, chance, 3))
    with suppress(JsonBroken, JsonUnfit):
        exact_json(bytes_twisted(text.encode(), chance))


def _check_reading(reading: ListReading) -> None:
    _check(reading.records.values(), reading.problems)


def _check(records: Any, problems: list[Problem]) -> None:
    """Check that every record is loaded as it was stored and every problem is well formed."""
    for problem in problems:
        if problem.code not in CODES or not problem.what.isprintable():
            raise Broken("problem malformed", f"{problem.code}: {problem.what[:200]!a}")
    for record in records:
        _check_record(record)


def _check_record(record: AnyStated) -> None:
    body = body_of(record)
    if adapter_of(record.kind).validate_json(body) != record.fact:
        raise Broken("not loaded as stored", f"{record.kind} {record.key[:60]!a}: {body[:200]}")
    if "\\u0000" in body or "\0" in record.key:
        raise Broken("text not storable", f"{record.kind} {record.key[:60]!a}: {body[:200]}")
    whole = [value for value in _plain(json.loads(body)) if type(value) is int]
    if any(not -(2**127) < value < 2**128 for value in whole):
        raise Broken("number beyond measure", f"{record.kind} {record.key[:60]!a}: {body[:200]}")


def _plain(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _plain(each)
    else:
        yield value
