"""Disturb syncs for a time: python -m bench.soak_sync SECONDS [--seed N] [--start CASE] [--case CASE] [--kills 50].

First so many syncs are killed at random points, then every fault of every class is put at every request of a sync, in
an order that the seed mixes: once, so that the next try overcomes it, and to stay, so that lists are refused. After each
case an undisturbed sync must end with the same facts. A case depends only on the seed and its number: a run is repeated
by its seed, resumed with --start, and one case looked at with --case. Ends with 1 when a case breaks what must hold.
Needs the query node's schema beside the checkout (SECRETARIAT_SHARED); without it nothing is done, and said so.
"""

import argparse
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from tests.faults.disturbed_sync import CLASSES, Staged, disturb, kill, one_by_one, staged
from tests.practice.pallets import practice_metadata
from tests.query_node.server import schema_of

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
    """One disturbance: a kill ``pause`` seconds after a request, or a fault of a class at a request to a source."""

    name: str
    source: str
    request: int
    stays: bool = False
    pause: float = 0.0
    empty: bool = False


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
    with tempfile.TemporaryDirectory() as folder, staged(practice_metadata(), schema_of(SCHEMA), Path(folder)) as stage:
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
    """List the kills, then every class at every request in a mixed order."""
    chance = random.Random(f"kills {seed}")
    requests = sum(stage.requests.values())
    killed = [
        Case(
            name="kill",
            source="both",
            request=chance.randrange(1, requests + 2),
            pause=chance.choice((0.0, chance.uniform(0, 0.02), chance.uniform(0, LONGEST_PAUSE))),
            empty=chance.random() < 0.5,
        )
        for _ in range(kills)
    ]
    faulty = [
        Case(name=name, source=source, request=request, stays=stays)
        for name in sorted(CLASSES)
        for source, count in sorted({**stage.requests, ALONE: stage.alone}.items())
        for request in range(1, count + 1)
        for stays in (False, True)
    ]
    random.Random(f"faults {seed}").shuffle(faulty)
    return killed + faulty


def run(stage: Staged, case: Case) -> list[str]:
    """Run one case; gives what does not hold."""
    if case.name == "kill":
        return kill(stage, case.request, case.pause, empty=case.empty)
    if case.source == ALONE:
        with one_by_one(stage.live):
            return disturb(stage, "query-node", CLASSES[case.name], {case.request}, always=case.stays)
    return disturb(stage, case.source, CLASSES[case.name], {case.request}, always=case.stays)


if __name__ == "__main__":
    sys.exit(main())
