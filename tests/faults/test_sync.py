"""A sync whose requests fail, that is killed, or that is not alone: the same facts in the end, or a refusal by name.

The long forms, every fault at every request and fifty kills, are ``python -m bench.soak_sync``.
"""

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from secretariat.config import Config
from secretariat.flow.context import Context, open_store_at
from tests.faults.disturbed_sync import (
    CLASSES,
    NOT_ASKED_AGAIN,
    OF_ANSWERS,
    SLOW,
    disturb,
    disturb_by,
    disturb_every_try,
    let_a_row_come,
)
from tests.faults.killed_sync import configured, kill, start_sync
from tests.faults.staged import Facts, Staged, one_by_one, staged
from tests.flow.sync.live import facts, published
from tests.practice.fixtures import practice
from tests.query_node.conftest import schema
from tests.wire import faults

__all__ = ["practice", "schema"]

SEED = 1618
KILLS = 10
SOURCES = ("chain", "prices", "query-node")


@pytest.fixture(scope="module")
def stage(practice: str, schema: GraphQLSchema, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    with staged(practice, schema, tmp_path_factory.mktemp("sync")) as made:
        yield made


@pytest.fixture(scope="module")
def postgres_stage(
    practice: str, schema: GraphQLSchema, tmp_path_factory: pytest.TempPathFactory, postgres_server: str
) -> Iterator[Staged]:
    with staged(practice, schema, tmp_path_factory.mktemp("sync"), server=postgres_server) as made:
        yield made


def test_every_swift_fault_at_every_request_of_every_source_is_overcome(stage: Staged) -> None:
    """Each request meets one fault of the wire after the other, at one try each, and is answered in the end."""
    assert disturb_every_try(stage, [name for name in faults.PASSING if name not in SLOW]) == []


@pytest.mark.parametrize("source", SOURCES)
def test_every_request_that_fails_once_is_overcome(stage: Staged, source: str) -> None:
    """The faults of the wire in turn, the slow ones among them, one at each request."""
    passing = list(faults.PASSING.values())
    assert disturb_by(stage, source, lambda n: passing[n % len(passing)], None, always=False) == []


@pytest.fixture(params=["together", "alone"])
def asked(request: pytest.FixtureRequest, stage: Staged) -> Iterator[str]:
    """Let the query node be asked for many lists together, or for each alone."""
    if request.param == "together":
        yield "together"
        return
    with one_by_one(stage.live):
        yield "alone"


def test_every_request_for_one_list_that_fails_once_is_overcome(stage: Staged) -> None:
    passing = list(faults.PASSING.values())
    with one_by_one(stage.live):
        assert disturb_by(stage, "query-node", lambda n: passing[n % len(passing)], None, always=False) == []


@pytest.mark.parametrize("turn", range(len(OF_ANSWERS) - len(NOT_ASKED_AGAIN)))
def test_every_list_that_comes_wrong_once_is_overcome(stage: Staged, turn: int, asked: str) -> None:
    """Over the turns every way to be wrong at every request."""
    wrong = [fault for name, fault in OF_ANSWERS.items() if name not in NOT_ASKED_AGAIN]
    assert disturb_by(stage, "query-node", lambda n: wrong[(n + turn) % len(wrong)], None, always=False) == []


@pytest.mark.parametrize("part", range(5))
def test_faults_that_stay_end_in_refusals_and_the_next_sync_makes_it_good(stage: Staged, part: int) -> None:
    """Each fifth of the classes, each class at two requests, of lists that are asked for one by one."""
    names = sorted(CLASSES)[part::5]
    with one_by_one(stage.live):
        numbers = random.Random(f"{SEED} {part}").sample(range(1, stage.alone + 1), 2 * len(names))
        plan = {number: CLASSES[names[n % len(names)]] for n, number in enumerate(numbers)}
        assert disturb_by(stage, "query-node", lambda n: plan[n], set(plan), always=True) == []


@pytest.mark.parametrize("name", sorted(CLASSES))
def test_a_fault_that_stays_in_what_many_lists_ask_together(stage: Staged, name: str) -> None:
    """The second request, after that for the newest event: the lists are asked for one by one then."""
    before = len(stage.live.graph_wire.log)
    assert disturb(stage, "query-node", CLASSES[name], {2}, always=True) == []
    bodies = list(dict.fromkeys(one.body for one in stage.live.graph_wire.log[before:]))
    assert b"query Together" in bodies[1]


@pytest.mark.parametrize("name", ["reset", "cut-json", "errors", "wrong-json"])
@pytest.mark.parametrize("source", ["chain", "prices"])
def test_a_source_that_fails_on_the_way_is_left_as_it_was(stage: Staged, source: str, name: str) -> None:
    number = random.Random(f"{SEED} {name}").randrange(1, stage.requests[source] + 1)
    assert disturb(stage, source, CLASSES[name], {number}, always=True) == []


@pytest.mark.parametrize("place", range(6))
def test_a_row_that_comes_between_two_pages_loses_no_other(stage: Staged, place: int) -> None:
    number = random.Random(f"{SEED} row {place}").randrange(1, stage.requests["query-node"] + 1)
    assert let_a_row_come(stage, number, behind=place % 2 == 0, full=place % 3 == 0) == []


def _point(place: int, stage: Staged) -> tuple[int, float]:
    """Choose after which request, and how long after it, a sync is killed."""
    chance = random.Random(f"{SEED} {place}")
    number = chance.randrange(1, sum(stage.requests.values()) + 2)
    return number, chance.choice((0.0, 0.0, 0.004, 0.02, 0.2))


@pytest.mark.parametrize("place", range(KILLS))
def test_a_killed_sync_is_made_good_by_the_next(stage: Staged, place: int) -> None:
    assert kill(stage, *_point(place, stage), empty=place % 2 == 0) == []


@pytest.mark.xdist_group("postgres")
@pytest.mark.parametrize("place", range(KILLS))
def test_a_killed_sync_on_postgresql_is_made_good_by_the_next(postgres_stage: Staged, place: int) -> None:
    point = _point(place + KILLS, postgres_stage)
    assert kill(postgres_stage, *point, empty=place % 2 == 0, on_postgres=True) == []


def _known(url: str) -> tuple[Facts, dict[str, str]]:
    context = Context(config=Config(), engine=open_store_at(url))
    try:
        return facts(context, blocks=False), published(context)
    finally:
        context.engine.dispose()


def _two_at_once(stage: Staged, folder: Path, store: str, *, empty: bool = True) -> None:
    configured(stage, folder, store)
    both = [start_sync(folder) for _ in range(2)]
    ended = [_ended(one) for one in both]
    assert all(code == 0 for code, _, _ in ended), ended
    assert all(json.loads(said)["complete"] for _, said, _ in ended)
    known, tables = _known(store.replace("sqlite:///", f"sqlite:///{folder}/"))
    assert known == (stage.fresh if empty else stage.after)
    assert tables == (stage.fresh_tables if empty else stage.tables)


def _ended(started: subprocess.Popen[str]) -> tuple[int, str, str]:
    said, complained = started.communicate(timeout=120)
    return started.returncode, said, complained[-2000:]


@pytest.mark.parametrize("empty", [True, False])
def test_two_syncs_at_once_give_what_one_gives(stage: Staged, tmp_path: Path, empty: bool) -> None:
    if not empty:
        (tmp_path / "secretariat.db").write_bytes((stage.folder / "before.db").read_bytes())
    _two_at_once(stage, tmp_path, "sqlite:///secretariat.db", empty=empty)


@pytest.mark.xdist_group("postgres")
def test_two_syncs_at_once_on_postgresql_give_what_one_gives(
    postgres_stage: Staged, tmp_path: Path, postgres_url: str
) -> None:
    _two_at_once(postgres_stage, tmp_path, postgres_url)
