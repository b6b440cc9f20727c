"""A field that cannot be read: its row is asked for again, and by every later run, until the field can be read."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest

from secretariat.sources.query_node.refused import TRIES
from tests.flow.sync.live import Live, digest, done_of, facts, problems_of
from tests.flow.sync.test_rows_without_id import disturb
from tests.query_node.world import World

LIST = "query-node/rewards-paid"
REQUESTS = 2
"""Requests of a sync in which nothing changed: the row that stays unreadable comes along in the common one."""
WRONG: Mapping[str, Any] = {"object": {"a": 1}, "null": None}

CONNECTIONS: Mapping[str, tuple[str, str]] = {
    "rewardPaidEventsConnection": ("amount", "rewards-paid"),
    "proposalsConnection": ("creatorId", "proposals"),
    "membershipsConnection": ("handle", "memberships"),
    "councilMembersConnection": ("memberId", "council-seats"),
}
"""A list of every way in which lists are brought up to date, and a field of it."""


def spoiling(field: str, value: Any) -> Callable[[dict[str, Any]], object]:
    return lambda edge: edge["node"].update({field: value})


def unreadable(desk: Live) -> list[dict[str, Any]]:
    return [dict(row) for row in problems_of(desk.context, "field-unreadable")]


def changed_though_settled(desk: Live) -> list[Any]:
    return list(problems_of(desk.context, "settled-row-changed"))


@pytest.mark.parametrize("connection", CONNECTIONS)
def test_a_field_that_cannot_be_read_twice_is_asked_for_again(small: Live, connection: str) -> None:
    assert small.sync().complete
    before = digest(small.context)
    field, _ = CONNECTIONS[connection]
    disturb(small, spoiling(field, {"a": 1}), times=TRIES - 1, connection=connection)
    done = small.sync(full=True, later=timedelta(days=8))
    assert (done.complete, done.moved, unreadable(small), changed_though_settled(small)) == (True, False, [], [])
    assert digest(small.context) == before


@pytest.mark.parametrize("connection", CONNECTIONS)
def test_a_first_sync_with_such_an_answer_ends_as_one_without(small: Live, connection: str) -> None:
    field, _ = CONNECTIONS[connection]
    disturb(small, spoiling(field, {"a": 1}), times=1, connection=connection)
    assert small.sync().complete
    before = facts(small.context)
    small.graph_wire.upstream = small.graph
    assert not small.sync(full=True).moved
    assert facts(small.context) == before


@pytest.mark.parametrize(("value", "first"), [("object", True), ("object", False), ("null", True)])
def test_a_field_that_stays_so_arrives_and_heals_with_the_next_plain_sync(
    small: Live, value: str, *, first: bool
) -> None:
    if not first:
        small.sync()
    disturb(small, spoiling("amount", WRONG[value]), connection="rewardPaidEventsConnection")
    assert small.sync(full=not first).complete
    (found,) = unreadable(small)
    assert "amount" in found["what"]
    assert "`secretariat sync`" in found["repair"]
    assert changed_though_settled(small) == []
    asked = len(small.graph_wire.log)
    assert not small.sync().moved
    assert len(small.graph_wire.log) == asked + REQUESTS
    small.graph_wire.upstream = small.graph
    done = small.sync()
    assert (done_of(done)[LIST].way, done_of(done)[LIST].changed, unreadable(small)) == ("changes", 1, [])
    assert changed_though_settled(small) == []
    assert not small.sync(full=True).moved


@pytest.mark.parametrize("connection", CONNECTIONS)
def test_every_kind_of_list_heals_with_the_next_plain_sync(small: Live, connection: str) -> None:
    field, name = CONNECTIONS[connection]
    disturb(small, spoiling(field, {"a": 1}), connection=connection)
    assert small.sync().complete
    assert len(unreadable(small)) == 1
    small.graph_wire.upstream = small.graph
    done = small.sync()
    assert (done_of(done)[f"query-node/{name}"].changed, unreadable(small), changed_though_settled(small)) == (
        1,
        [],
        [],
    )
    assert not small.sync(full=True).moved


def test_an_unreadable_row_that_is_gone_is_said_to_be(small: Live) -> None:
    world: World = small.world
    key = next(iter(world.of("RewardPaidEvent")))
    world.of("RewardPaidEvent")[key]["amount"] = "-5"
    small.sync()
    del world.of("RewardPaidEvent")[key]
    small.sync()
    assert unreadable(small) == []
    assert len(list(problems_of(small.context, "row-gone"))) == 1
