"""A row without an id in one answer: asked for again, else its list is refused by name and its last good facts stay."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from secretariat.flow.status import status_now
from tests.flow.sync.live import Live, digest, done_of, facts, problems_of
from tests.wire.fault_proxy import Answer, Asked

CONNECTION = "rewardPaidEventsConnection"
LIST = "query-node/rewards-paid"

Change = Callable[[dict[str, Any]], object]


def disturb(desk: Live, change: Change, times: int = 10**6, connection: str = CONNECTION) -> None:
    """Change the first row of a connection in so many answers that have one."""
    left = [times]

    def upstream(asked: Asked) -> Answer:
        answer = desk.graph(asked)
        found = json.loads(answer.body)
        for name, value in (found.get("data") or {}).items():
            if name.endswith(connection) and value.get("edges") and left[0] > 0:
                left[0] -= 1
                change(value["edges"][0])
        return replace(answer, body=json.dumps(found).encode())

    desk.graph_wire.upstream = upstream


NAMELESS: Mapping[str, Change] = {
    "null": lambda edge: edge.update(node=None),
    "no-id": lambda edge: edge["node"].pop("id"),
    "odd-id": lambda edge: edge["node"].update(id={"a": 1}),
}


@pytest.mark.parametrize("name", NAMELESS)
@pytest.mark.parametrize("full", [True, False])
def test_a_row_that_lacks_its_id_once_arrives_all_the_same(small: Live, name: str, *, full: bool) -> None:
    assert small.sync().complete
    before = digest(small.context)
    disturb(small, NAMELESS[name], times=1)
    done = small.sync(full=full, later=timedelta(days=8))
    assert (done.complete, done.moved) == (True, False)
    assert digest(small.context) == before


def test_a_first_sync_with_such_an_answer_ends_as_one_without(small: Live) -> None:
    disturb(small, NAMELESS["null"], times=1)
    assert small.sync().complete
    before = facts(small.context)
    small.graph_wire.upstream = small.graph
    assert not small.sync(full=True).moved
    assert facts(small.context)["records"] == before["records"]


@pytest.mark.parametrize("name", NAMELESS)
def test_a_row_that_never_has_an_id_refuses_its_list_and_takes_no_fact_away(small: Live, name: str) -> None:
    assert small.sync().complete
    before = facts(small.context)
    disturb(small, NAMELESS[name])
    done = small.sync(full=True)
    refused = {one.name: one.refused for one in done.lists if one.way == "refused"}
    assert set(refused) == {LIST}
    assert "row-without-id: row 1 " in refused[LIST]
    (note,) = (note for note in done.notes if "without_rows_of" in note)
    assert note.startswith("rewards-paid: What was read before stays.")
    after = facts(small.context)
    assert (after["records"], after["rows"]) == (before["records"], before["rows"])
    (told,) = problems_of(small.context, "row-without-id")
    assert 'without_rows_of = ["rewards-paid"]' in str(told["repair"])
    (source,) = (one for one in status_now(small.context, done.at).sources if one.state.source == "query-node")
    assert "row-without-id" in source.state.failure
    small.graph_wire.upstream = small.graph
    assert small.sync().complete
    assert facts(small.context)["problems"] == before["problems"]
    assert problems_of(small.context, "row-without-id") == []


def test_a_first_sync_with_such_a_row_has_all_other_lists(small: Live) -> None:
    disturb(small, NAMELESS["null"])
    done = small.sync()
    assert [one.name for one in done.lists if one.way == "refused"] == [LIST]
    assert not any(place[0] == LIST for place in facts(small.context)["records"])
    assert {judged.source: judged.verdict for judged in done.freshness}["query-node"] == "unknown"


def test_a_list_may_go_on_without_such_rows_until_they_have_an_id(small: Live) -> None:
    small.set("query_node", replace(small.settings["query_node"], without_rows_of=("rewards-paid",)))
    disturb(small, NAMELESS["no-id"])
    rows = len(small.world.of("RewardPaidEvent"))
    for _ in range(2):
        done = small.sync()
        assert (done.complete, done_of(done)[LIST].rows) == (True, rows)
        assert len([row for row in facts(small.context)["records"] if row[0] == LIST]) == rows - 1
        assert len(problems_of(small.context, "row-without-id")) == 1
    small.graph_wire.upstream = small.graph
    done = small.sync()
    assert (done.complete, done_of(done)[LIST].added) == (True, 1)
    assert problems_of(small.context, "row-without-id") == []
    assert done_of(small.sync())[LIST].way == "changes"


def test_bags_that_are_only_summed_are_asked_again_too(small: Live) -> None:
    for key in ("1", "2"):
        small.world.put("StorageBag", id=key, createdAt="2025-01-01T00:00:00.000Z", objectsSize="7")
    assert small.sync().complete
    before = digest(small.context)
    disturb(small, NAMELESS["null"], connection="storageBagsConnection")
    done = small.sync(full=True)
    assert "storage-bags" in done_of(done)["query-node/growth-totals"].refused
    disturb(small, NAMELESS["null"], times=1, connection="storageBagsConnection")
    assert small.sync(full=True).complete
    assert digest(small.context) == before


def test_what_is_to_be_done_about_many_refused_lists_is_said_once(small: Live) -> None:
    def wrong_count(asked: Asked) -> Answer:
        answer = small.graph(asked)
        found = json.loads(answer.body)
        for value in (found.get("data") or {}).values():
            if isinstance(value, dict) and value.get("edges"):
                value["totalCount"] += 1
        return replace(answer, body=json.dumps(found).encode())

    small.graph_wire.upstream = wrong_count
    done = small.sync()
    refused = [one for one in done.lists if one.way == "refused"]
    assert len(refused) > 3
    assert not any("page_size" in one.refused for one in refused)
    assert len([note for note in done.notes if "[query_node] page_size" in note]) == 1


def test_a_server_that_cuts_every_answer_is_read_whole_and_named_once(small: Live) -> None:
    def cut(asked: Asked) -> Answer:
        answer = small.graph(asked)
        found = json.loads(answer.body)
        for value in (found.get("data") or {}).values():
            if isinstance(value, dict) and len(value.get("edges") or ()) > 2:
                value["edges"], value["pageInfo"]["hasNextPage"] = value["edges"][:2], False
        return replace(answer, body=json.dumps(found).encode())

    small.graph_wire.upstream = cut
    done = small.sync()
    assert done.complete
    (note,) = (note for note in done.notes if "page_size" in note)
    assert "no more than 2 rows at once" in note
    assert "page_size = 2 " in note
    before = facts(small.context)["records"]
    small.graph_wire.upstream = small.graph
    assert not small.sync(full=True).moved
    assert facts(small.context)["records"] == before
