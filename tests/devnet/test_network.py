"""A network whose time passes: mistakes of its own are told and end nothing, and blocks are replaced as far as they can be."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.network import AdvanceRefused, Network, Pace
from secretariat.devnet.world import acts
from secretariat.devnet.world.build import build
from secretariat.devnet.world.world import World

BLOCK = 300_000


@pytest.fixture
def world(tmp_path: Path) -> World:
    path = tmp_path / "w.json"
    act = {"block": BLOCK, "actor": "dario", "act": "transfer", "arguments": {"to": "edda", "amount": 1}}
    path.write_text(json.dumps({"world": 1, "title": "W", "start": BLOCK - 9, "acts": [act]}))
    return build(path)


def broken(*_: object) -> Any:
    raise KeyError("no such thing")


def test_a_mistake_in_an_act_is_told_by_its_place_and_time_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(acts._PEOPLE, "transfer", broken)
    network = Network(world)
    assert network.advance(20) == BLOCK + 11
    (told,) = network.state()["refused_acts"]
    assert told.startswith(
        f"{world.source}: acts[0] (dario transfer, block {BLOCK}): the practice network failed at it"
    )
    assert "no such thing" in told
    assert [one["error"] for one in network.truth()["acts"]] == [told.partition("): ")[2]]


def test_a_mistake_in_what_comes_by_itself_is_trouble_and_time_goes_on(world: World) -> None:
    network = Network(world)
    world.chain.hook(BLOCK + 3, 0, broken)
    assert network.advance(20) == BLOCK + 11
    assert network.state()["trouble"].startswith(f"a mistake of the practice network in block {BLOCK + 3:,}")
    assert [one["error"] for one in network.truth()["acts"]] == [None]


def test_time_that_passes_by_itself_goes_on_after_a_step_that_fails() -> None:
    failed: list[Exception] = []
    steps: list[int] = []

    def step() -> None:
        steps.append(len(steps))
        if len(steps) == 1:
            broken()

    pace = Pace(1, step, failed.append)
    until(lambda: len(steps) > 2)
    pace.close()
    assert [type(error) for error in failed] == [KeyError]


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline, "it did not come"
        time.sleep(0.005)


def test_a_mistake_of_the_query_node_is_trouble_and_what_it_knows_is_served(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(world)
    before = network.state()["query_node"]
    monkeypatch.setattr(network.processor, "catch_up", broken)
    network.advance(5)
    state = network.state()
    assert "no such thing" in state["trouble"]
    assert state["query_node"]["lastCompleteBlock"] == before["lastCompleteBlock"]


def test_blocks_are_replaced_as_far_as_they_are_not_final(world: World) -> None:
    network = Network(world)
    network.advance(10)
    head, final = network.now, world.chain.final
    hashes = [network.node.blocks.hash_of(block) for block in (final, head - 1, head)]
    assert network.replace(2) == 2
    assert network.now == head
    again = [network.node.blocks.hash_of(block) for block in (final, head - 1, head)]
    assert again[0] == hashes[0]
    assert set(again[1:]).isdisjoint(hashes[1:])


@pytest.mark.parametrize("depth", [0, -1, 4, 50])
def test_depths_that_cannot_be_are_refused(world: World, depth: int) -> None:
    network = Network(world)
    network.advance(10)
    assert network.now - world.chain.final == 3
    before = network.node.blocks.hash_of(network.now)
    with pytest.raises(
        AdvanceRefused, match=rf"^{depth} blocks cannot be replaced: block .* is final .* so 1 to 3 can\.$"
    ):
        network.replace(depth)
    assert network.node.blocks.hash_of(network.now) == before
