"""Disturb syncs for a time: python -m bench.soak_sync SECONDS [--seed N] [--start CASE] [--case CASE] [--kills 50].

First come a sync in which every request to every source meets every fault of the wire, one after the other, and syncs in
which every list comes wrong in every way. Then so many syncs are killed at random points, on SQLite and again on
PostgreSQL. Then, in an order that the seed mixes, every fault of every class at every single request, once and to stay, so that
lists are refused, and a row that comes at every request for a list. After each case an undisturbed sync must end with the
same facts. A case depends only on the seed and its number: a run is repeated by its seed, resumed with --start, and one
case looked at with --case. Ends with 1 when a case breaks what must hold. Needs the query node's schema beside the
checkout (SECRETARIAT_SHARED); without it nothing is done, and said so.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from tests.databases import NoPostgres, postgres
from tests.faults.disturbed_sync import (
    CLASSES,
    NOT_ASKED_AGAIN,
    OF_ANSWERS,
    disturb,
    disturb_by,
    disturb_every_try,
    let_a_row_come,
)
from tests.faults.killed_sync import kill
from tests.faults.staged import Staged, one_by_one, staged
from tests.practice.pallets import practice_metadata
from tests.query_node.server import schema_of
from tests.wire.faults import PASSING

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SECRETARIAT_SHARED", ROOT.parent / "shared")).resolve()
SCHEMA = SHARED / "data" / "joystream" / "query-node-introspection.json"
KILLS = 50
ALONE = "query-node, list by list"
"""A query node that takes no lists together."""

LONGEST_PAUSE = 0.3
"""Seconds between an answer and the kill, at most."""


@dataclass(frozen=True)
class Case:
    """One disturbance: a kill ``pause`` seconds after a request, faults at all requests, or one at a request to a source.

    ``empty`` says that a killed sync begins with no store, or that all rows are read anew while one comes.
    """

    name: str
    source: str
    request: int
    stays: bool = False
    pause: float = 0.0
    empty: bool = False


KILL, KILL_ON_POSTGRES = "kill", "kill on PostgreSQL"
SWEEP, WRONG, ROW = "every fault at every request", "every list wrong", "row comes"
AT_ONCE = [name for name in OF_ANSWERS if name not in NOT_ASKED_AGAIN]


def main() -> int:
    """Run until the time or the cases are over; gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bench.soak_sync", description=__doc__.split("\n")[0])
    parser.add_argument("seconds", type=float, nargs="?", default=600.0)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--start", type=int, default=0, help="the first case, to go on where a run ended")
    parser.add_argument("--case", type=int, help="run this one case")
    parser.add_argument("--kills", type=int, default=KILLS)
    asked = parser.parse_args()
    if not SCHEMA.exists():
        print(f"There is no {SCHEMA}: set SECRETARIAT_SHARED. No sync was disturbed.")
        return 0
    with ExitStack() as stack:
        folder, server = Path(stack.enter_context(tempfile.TemporaryDirectory())), ""
        try:
            server = stack.enter_context(postgres())
        except NoPostgres as error:
            print(f"There is no PostgreSQL ({error}): nothing is killed on it.")
        stage = stack.enter_context(staged(practice_metadata(), schema_of(SCHEMA), folder, server=server))
        cases = cases_of(stage, asked.seed, asked.kills)
        print(f"seed {asked.seed}, {len(cases)} cases, requests {dict(stage.requests)}", flush=True)
        if asked.case is not None:
            print(cases[asked.case])
            return _tell(asked.case, cases[asked.case], run(stage, cases[asked.case]))
        return _run(stage, cases, asked)


def _run(stage: Staged, cases: list[Case], asked: argparse.Namespace) -> int:
    number, end = asked.start, time.monotonic() + asked.seconds
    done: Counter[str] = Counter()
    broken = 0
    while number < len(cases) and time.monotonic() < end:
        case = cases[number]
        done[case.name] += 1
        broken += _tell(number, case, run(stage, case))
        number += 1
    print(", ".join(f"{name} {count}" for name, count in sorted(done.items())))
    print(f"{done.total()} cases, {broken} broken, {len(cases) - number} left")
    if number < len(cases):
        kills = "" if asked.kills == KILLS else f" --kills {asked.kills}"
        print(f"Go on with: python -m bench.soak_sync {asked.seconds:.0f} --seed {asked.seed} --start {number}{kills}")
    return 1 if broken else 0


def _tell(number: int, case: Case, complaints: list[str]) -> int:
    for complaint in complaints:
        print(f"BROKEN case {number}, {case}: {complaint[:1000]}", flush=True)
    return 1 if complaints else 0


def cases_of(stage: Staged, seed: int, kills: int) -> list[Case]:
    """List the syncs in which everything is disturbed, the kills, then every class at every request in a mixed order."""
    killed = [
        one
        for name in (KILL, KILL_ON_POSTGRES)
        if name == KILL or stage.server
        for one in _kills(stage, name, seed, kills)
    ]
    everywhere = [Case(name=SWEEP, source="all", request=0)]
    everywhere += [Case(name=WRONG, source="query-node", request=turn) for turn in range(len(AT_ONCE))]
    counts = {**stage.requests, ALONE: stage.alone}
    requests = [(source, number) for source, count in sorted(counts.items()) for number in range(1, count + 1)]
    single = [
        Case(name=name, source=source, request=number, stays=stays)
        for name in sorted(CLASSES)
        for source, number in requests
        for stays in (False, True)
    ]
    single += [
        Case(name=ROW, source=source, request=number, stays=behind, empty=whole)
        for source, number in requests
        if source in ("query-node", ALONE)
        for behind in (False, True)
        for whole in (False, True)
    ]
    random.Random(f"faults {seed}").shuffle(single)
    return everywhere + killed + single


def _kills(stage: Staged, name: str, seed: int, kills: int) -> list[Case]:
    chance = random.Random(f"{name} {seed}")
    requests = sum(stage.requests.values())
    return [
        Case(
            name=name,
            source="all",
            request=chance.randrange(1, requests + 2),
            pause=chance.choice((0.0, chance.uniform(0, 0.02), chance.uniform(0, LONGEST_PAUSE))),
            empty=chance.random() < 0.5,
        )
        for _ in range(kills)
    ]


def run(stage: Staged, case: Case) -> list[str]:
    """Run one case; gives what does not hold."""
    if case.source == ALONE:
        with one_by_one(stage.live):
            return run(stage, replace(case, source="query-node"))
    match case.name:
        case "kill" | "kill on PostgreSQL":
            on_postgres = case.name == KILL_ON_POSTGRES
            return kill(stage, case.request, case.pause, empty=case.empty, on_postgres=on_postgres)
        case "every fault at every request":
            return disturb_every_try(stage, PASSING)
        case "every list wrong":
            faults = [OF_ANSWERS[name] for name in AT_ONCE]
            return disturb_by(
                stage, case.source, lambda n: faults[(n + case.request) % len(faults)], None, always=False
            )
        case "row comes":
            return let_a_row_come(stage, case.request, behind=case.stays, full=case.empty)
        case _:
            return disturb(stage, case.source, CLASSES[case.name], {case.request}, always=case.stays)


if __name__ == "__main__":
    sys.exit(main())
