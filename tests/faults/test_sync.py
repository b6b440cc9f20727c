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
    OF_ANSWERS,
    Facts,
    Staged,
    configured,
    disturb,
    disturb_by,
    kill,
    one_by_one,
    staged,
    start_sync,
)
from tests.flow.sync.live import facts, published
from tests.practice.fixtures import practice
from tests.query_node.conftest import schema
from tests.wire import faults

__all__ = ["practice", "schema"]

SEED = 1618
KILLS = 10


@pytest.fixture(scope="module")
def stage(practice: str, schema: GraphQLSchema, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staged]:
    with staged(practice, schema, tmp_path_factory.mktemp("sync")) as made:
        yield made


def test_every_request_to_the_chain_that_fails_once_is_overcome(stage: Staged) -> None:
    """The faults of the wire in turn, one at each request."""
    passing = list(faults.PASSING.values())
    assert disturb_by(stage, "chain", lambda n: passing[n % len(passing)], None, always=False) == []


@pytest.fixture(params=["together", "alone"])
def asked(request: pytest.FixtureRequest, stage: Staged) -> Iterator[int]:
    """Give how many requests the query node is asked in an undisturbed sync, of many lists together or of each alone."""
    if request.param == "together":
        yield stage.requests["query-node"]
        return
    with one_by_one(stage.live):
        yield stage.alone


def test_every_request_that_fails_once_is_overcome(stage: Staged, asked: int) -> None:
    passing = list(faults.PASSING.values())
    assert disturb_by(stage, "query-node", lambda n: passing[n % len(passing)], None, always=False) == []


def test_every_list_that_comes_wrong_once_is_overcome(stage: Staged, asked: int) -> None:
    wrong = [fault for name, fault in OF_ANSWERS.items() if name not in ("errors", "wrong-json")]
    assert disturb_by(stage, "query-node", lambda n: wrong[n % len(wrong)], None, always=False) == []


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


@pytest.mark.parametrize("name", ["reset", "cut-json", "errors"])
def test_a_chain_that_fails_on_the_way_is_left_as_it_was(stage: Staged, name: str) -> None:
    number = random.Random(f"{SEED} {name}").randrange(1, stage.requests["chain"] + 1)
    assert disturb(stage, "chain", CLASSES[name], {number}, always=True) == []


@pytest.mark.parametrize("place", range(KILLS))
def test_a_killed_sync_is_made_good_by_the_next(stage: Staged, place: int) -> None:
    chance = random.Random(f"{SEED} {place}")
    number = chance.randrange(1, sum(stage.requests.values()) + 2)
    pause = chance.choice((0.0, 0.0, 0.004, 0.02, 0.2))
    assert kill(stage, number, pause, empty=place % 2 == 0) == []


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
def test_two_syncs_at_once_on_postgresql_give_what_one_gives(stage: Staged, tmp_path: Path, postgres_url: str) -> None:
    _two_at_once(stage, tmp_path, postgres_url)
