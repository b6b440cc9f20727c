"""How fresh the sources are after a sync, what is published of stale ones, and which query node is read."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from secretariat.facts.freshness import banner
from secretariat.flow.context import Context
from secretariat.flow.folder import PublishRefused
from secretariat.flow.publish import publish_files
from secretariat.flow.status import as_json, status_now
from secretariat.flow.sync.result import Synced
from secretariat.sources.query_node.settings import QueryNodeSettings
from tests.clients.test_graphql_state import server
from tests.flow.sync.live import Live, digest, done_of, facts
from tests.query_node.server import QueryNode
from tests.query_node.world import World
from tests.wire import faults
from tests.wire.fault_proxy import FaultProxy


def verdict(done: Synced, source: str = "query-node") -> tuple[str, str]:
    return next((one.verdict, one.reason) for one in done.freshness if one.source == source)


def newest(desk: Live) -> int:
    events = (rows for kind, rows in desk.world.entities.items() if kind.endswith("Event"))
    return max(int(row.get("inBlock") or 0) for rows in events for row in rows.values())


def state(block: int) -> dict[str, Any]:
    heights = {"chainHead": block + 3, "indexerHead": block + 2, "lastCompleteBlock": block}
    return {"type": "data", "id": "1", "payload": {"data": {"stateSubscription": heights}}}


@pytest.fixture
def agreeing(small: Live) -> Live:
    """Give a query node whose stages are those of the chain."""
    small.world.entities["CouncilStageUpdate"] = {}
    small.world.put(
        "CouncilStageUpdate",
        id="1",
        createdAt="2025-06-01T00:00:00.000Z",
        stage={"__typename": "CouncilStageAnnouncing", "endsAt": 5_060, "candidatesCount": "2"},
        changedAt=5_000,
    )
    return small


@pytest.mark.parametrize(
    ("behind", "limit", "expected"), [(0, 60, "fresh"), (500, 60, "fresh"), (700, 60, "stale"), (50, 4, "stale")]
)
def test_the_height_is_what_the_processor_says(agreeing: Live, behind: int, limit: int, expected: str) -> None:
    with server({"type": "connection_ack"}, state(agreeing.node.final - behind)) as websocket:
        agreeing.set("query_node", replace(agreeing.settings["query_node"], websocket=websocket, lag_minutes=limit))
        done = agreeing.sync()
    assert verdict(done)[0] == expected
    assert (done.states["query-node"].height, done.states["query-node"].lower_bound) == (
        agreeing.node.final - behind,
        False,
    )
    assert (f"{agreeing.node.final - behind:,}" in verdict(done)[1]) == (expected == "stale")


def test_a_query_node_far_ahead_shows_that_the_node_lags(agreeing: Live, tmp_path: Path) -> None:
    agreeing.set("chain", replace(agreeing.settings["chain"], network="practice"))
    with server({"type": "connection_ack"}, state(agreeing.node.final + 2_000)) as websocket:
        agreeing.set("query_node", replace(agreeing.settings["query_node"], websocket=websocket))
        done = agreeing.sync()
    assert verdict(done)[0] == "fresh"
    assert verdict(done, "chain")[0] == "stale"
    assert "the query node is ahead of it by as much" in banner(done.freshness)
    with pytest.raises(PublishRefused):
        publish_files(agreeing.context, tmp_path / "out", None)


def test_a_newest_event_far_after_the_head_is_no_height(agreeing: Live) -> None:
    agreeing.world.put(
        "RewardPaidEvent", **{**agreeing.world.of("RewardPaidEvent")["1"], "id": "901", "inBlock": 505_000}
    )
    done = agreeing.sync()
    assert verdict(done)[0] == "stale"
    assert "query-node cannot be used: its newest event is" in verdict(done)[1]
    assert not any("so that its newest event counts" in note for note in done.notes)
    (told,) = [
        one for one in as_json(status_now(agreeing.context, done.at))["sources"] if one["source"] == "query-node"
    ]
    assert (told["height"], told["height_at"], told["verdict"]) == (None, None, "stale")
    del agreeing.world.of("RewardPaidEvent")["901"]
    assert verdict(agreeing.sync())[0] == "fresh"


def test_without_a_websocket_the_newest_event_is_a_lower_bound_and_the_stages_decide(agreeing: Live) -> None:
    done = agreeing.sync()
    found = done.states["query-node"]
    assert (found.height, found.lower_bound) == (newest(agreeing), True)
    assert verdict(done) == ("fresh", "query-node does not say its height; it agrees with the node on both stages")
    assert any("newest event" in note for note in done.notes)
    stage = agreeing.world.of("CouncilStageUpdate")["1"]["stage"]
    stage["endsAt"] = 5_061
    assert verdict(agreeing.sync()) == (
        "stale",
        "query-node does not say its height and differs from the node on a stage",
    )
    stage["endsAt"] = 5_060
    assert verdict(agreeing.sync())[0] == "fresh"
    agreeing.world.entities["CouncilStageUpdate"] = {}
    assert "cannot be compared" in verdict(agreeing.sync())[1]


def test_a_lower_bound_that_is_not_read_any_more_grows_stale(agreeing: Live) -> None:
    agreeing.sync()
    agreeing.graph_wire.always = None
    agreeing.set("query_node", replace(agreeing.settings["query_node"], urls=("http://127.0.0.1:1/graphql",)))
    done = agreeing.sync(later=timedelta(minutes=50))
    assert verdict(done)[0] == "fresh"
    assert "query-node" in done.failures
    assert verdict(agreeing.sync(later=timedelta(minutes=70)))[0] == "stale"


def test_a_refused_list_does_not_make_a_lower_bound_fresh(agreeing: Live) -> None:
    agreeing.sync()
    _refuse(agreeing, "rewardPaidEventsConnection")
    for minutes in (30, 70):
        done = agreeing.sync(later=timedelta(minutes=minutes))
        assert done_of(done)["query-node/rewards-paid"].way == "refused"
    assert verdict(done)[0] == "stale"
    assert "1 list was refused" in verdict(done)[1]
    with agreeing.context.engine.connect():
        known = status_now(agreeing.context, done.at)
    failed = next(one for one in known.sources if one.state.source == "query-node")
    assert (failed.failed_at, failed.state.height) == (done.at, newest(agreeing))


def _refuse(desk: Live, connection: str) -> None:
    """Let a query node answer every request that asks for a connection with an error, whatever else it asks for."""
    answer = desk.graph.__call__

    def upstream(asked: Any) -> Any:
        body = asked.body.decode()
        if f"{connection}(" in body:
            return replace(answer(asked), body=b'{"errors": [{"message": "no"}], "data": null}')
        return answer(asked)

    desk.graph_wire.upstream = upstream


def test_a_first_sync_with_a_refused_list_is_not_fresh(agreeing: Live) -> None:
    _refuse(agreeing, "rewardPaidEventsConnection")
    done = agreeing.sync()
    assert not done.complete
    assert verdict(done)[0] == "unknown"
    assert "1 list was refused" in verdict(done)[1]


def test_publishing_stale_facts_is_refused_and_what_is_published_all_the_same_says_so(
    agreeing: Live, tmp_path: Path
) -> None:
    with server({"type": "connection_ack"}, state(agreeing.node.final - 700)) as websocket:
        agreeing.set("query_node", replace(agreeing.settings["query_node"], websocket=websocket))
        done = agreeing.sync()

    def then() -> Context:
        return replace(agreeing.context, clock=lambda: str(done.at))

    out = tmp_path / "out"
    with pytest.raises(PublishRefused, match="query-node is at block 4,379, 70 min behind, more than 60 min"):
        publish_files(then(), out, None)
    assert not out.exists()
    publish_files(then(), out, None, even_if_stale=True)
    words = "The facts are not up to date: query-node is at block 4,379, 70 min behind, more than 60 min."
    pages = [*out.rglob("*.html"), *out.rglob("*.svg")]
    assert {path.parent.name for path in pages} >= {"out", "tables", "views"}
    assert [path for path in pages if path.read_text(encoding="utf-8").count(words) != 1] == []
    parquets = [pq.read_schema(path).metadata[b"notice"].decode() for path in (out / "parquet").iterdir()]
    assert [notice for notice in parquets if words not in notice] == []
    assert words in (out / "datapackage.json").read_text(encoding="utf-8")
    sheet = CalamineWorkbook.from_path(out / "leaderboard.xlsx").get_sheet_by_index(0)
    assert any(words in str(cell) for row in sheet.to_python() for cell in row)
    with server({"type": "connection_ack"}, state(agreeing.node.final)) as websocket:
        agreeing.set("query_node", replace(agreeing.settings["query_node"], websocket=websocket))
        agreeing.sync()
    publish_files(then(), out, None)
    assert "not up to date" not in (out / "index.html").read_text(encoding="utf-8")


def test_of_two_query_nodes_the_one_with_the_newer_event_is_read_and_the_other_named(small: Live) -> None:
    small.sync()
    before = digest(small.context)
    with FaultProxy(QueryNode(small.graph.schema, World())) as empty:
        urls = (f"{empty.url}/graphql", f"{small.graph_wire.url}/graphql")
        small.set("query_node", replace(small.settings["query_node"], urls=urls))
        done = small.sync()
    assert (done.complete, done.moved) == (True, False)
    assert any(urls[0] in note and "newest event is of block 0" in note for note in done.notes)
    done = small.sync()
    assert done.complete, "one that is gone does not stop the other"
    assert any(urls[0] in note for note in done.notes)
    assert digest(small.context) == before


def test_two_query_nodes_of_two_chains_are_both_refused(small: Live) -> None:
    small.sync()
    before = digest(small.context)
    other = World(small.world.entities)
    oldest = min(
        (row for kind, rows in other.entities.items() if kind.endswith("Event") for row in rows.values()),
        key=lambda row: int(row["inBlock"]),
    )
    with FaultProxy(QueryNode(small.graph.schema, other)) as beside:
        urls = (f"{small.graph_wire.url}/graphql", f"{beside.url}/graphql")
        small.set("query_node", replace(small.settings["query_node"], urls=urls))
        assert small.sync().complete, "both begin with the same events"
        oldest["inBlock"] = 7
        done = small.sync()
    assert not done.complete
    assert all(words in done.failures["query-node"] for words in (*urls, "two chains", "[query_node] urls"))
    assert digest(small.context) == before


def _moved(world: World, blocks: int, *, from_block: int = 0) -> World:
    """Copy a world, with every event from a block on so many blocks later."""

    def later(kind: str, row: Any) -> Any:
        moves = kind.endswith("Event") and int(row["inBlock"]) >= from_block
        return {**row, "inBlock": int(row["inBlock"]) + blocks} if moves else row

    return World({kind: {key: later(kind, row) for key, row in rows.items()} for kind, rows in world.entities.items()})


def test_two_practice_chains_that_begin_alike_are_told_apart_by_what_follows(small: Live) -> None:
    for n in range(60):
        event = {**next(iter(small.world.of("RewardPaidEvent").values())), "id": f"9{n}", "inBlock": 4_000 + 10 * n}
        small.world.put("RewardPaidEvent", **event)
    assert small.sync().complete
    before = digest(small.context)
    with FaultProxy(QueryNode(small.graph.schema, _moved(small.world, 3, from_block=4_300))) as beside:
        urls = (f"{small.graph_wire.url}/graphql", f"{beside.url}/graphql")
        small.set("query_node", replace(small.settings["query_node"], urls=urls))
        done = small.sync()
    assert all(words in done.failures["query-node"] for words in (*urls, "two chains"))
    assert digest(small.context) == before


@pytest.mark.parametrize("begins_alike", [True, False])
@pytest.mark.parametrize("first", [True, False])
def test_a_query_node_far_after_the_finalised_head_is_never_preferred(
    small: Live, *, first: bool, begins_alike: bool
) -> None:
    small.sync()
    before = digest(small.context)
    newest_block = newest(small)
    ahead = _moved(small.world, 114_000, from_block=newest_block if begins_alike else 0)
    with FaultProxy(QueryNode(small.graph.schema, ahead)) as beside:
        urls = (f"{small.graph_wire.url}/graphql", f"{beside.url}/graphql")
        small.set("query_node", replace(small.settings["query_node"], urls=urls[::-1] if first else urls))
        done = small.sync()
    assert done.complete
    (note,) = (note for note in done.notes if f"{urls[1]} was not used" in note)
    assert f"finalised head is {small.node.final:,}" in note
    assert digest(small.context) == before


@pytest.mark.parametrize("says_its_height", [True, False])
def test_a_query_node_that_is_built_anew_takes_no_fact_away(small: Live, *, says_its_height: bool) -> None:
    with server({"type": "connection_ack"}, state(small.node.final)) as websocket:
        small.set("query_node", replace(small.settings["query_node"], websocket=websocket))
        small.sync()
    before = digest(small.context)
    rows = small.world.entities
    small.world.entities = {kind: dict(list(each.items())[:1]) for kind, each in rows.items()}
    if not says_its_height:
        small.world.entities = {}
    with server({"type": "connection_ack"}, state(small.node.final - 3_000)) as websocket:
        small.set("query_node", replace(small.settings["query_node"], websocket=websocket))
        if not says_its_height:
            small.set("query_node", replace(small.settings["query_node"], websocket="none"))
        done = small.sync()
    assert "being built anew" in done.failures["query-node"]
    assert digest(small.context) == before
    small.world.entities = rows
    with server({"type": "connection_ack"}, state(small.node.final)) as websocket:
        small.set("query_node", replace(small.settings["query_node"], websocket=websocket))
        done = small.sync()
    assert (done.complete, done.moved) == (True, False)


@pytest.mark.parametrize(("ahead", "noted"), [(3, False), (5_000, True)])
def test_a_query_node_far_ahead_of_the_node_is_noted(small: Live, ahead: int, *, noted: bool) -> None:
    with server({"type": "connection_ack"}, state(small.node.final + ahead)) as websocket:
        small.set("query_node", replace(small.settings["query_node"], websocket=websocket))
        done = small.sync()
    assert done.complete
    assert any("the node lags, or the two are of different chains" in note for note in done.notes) is noted


def test_a_processor_that_forgot_its_state_is_as_far_as_its_newest_event(small: Live) -> None:
    with server({"type": "connection_ack"}, state(0)) as websocket:
        small.set("query_node", replace(small.settings["query_node"], websocket=websocket))
        done = small.sync()
    assert (done.complete, done.states["query-node"].height) == (True, newest(small) - 1)


def test_a_lower_bound_that_falls_back_far_takes_no_fact_away(small: Live) -> None:
    small.node.seal(1_000)
    event = next(kind for kind in small.world.entities if kind.endswith("Event"))
    first = next(iter(small.world.of(event).values()))
    small.world.put(event, **{**first, "id": "901", "inBlock": 6_000})
    assert small.sync().complete
    before = digest(small.context)
    del small.world.of(event)["901"]
    assert "at block 10" in small.sync().failures["query-node"]
    assert digest(small.context) == before


def test_a_query_node_that_falls_silent_is_not_asked_for_every_list(small: Live, monkeypatch: Any) -> None:
    small.set("query_node", QueryNodeSettings(urls=("http://127.0.0.1:1/graphql",), websocket="none"))
    for module in ("flow.sync.endpoints", "sources.query_node.height"):
        monkeypatch.setattr(f"secretariat.{module}.newest_event", lambda _: 1)
    done = small.sync()
    refused = [one for one in done.lists if one.way == "refused"]
    assert len(refused) == 9
    assert ["Not asked for" in one.refused for one in refused] == [False] * 3 + [True] * 6


def test_without_a_chain_the_query_node_is_not_read(small: Live) -> None:
    del small.settings["chain"]
    done = small.sync()
    assert "Configure [chain]" in done.failures["query-node"]
    assert facts(small.context)["records"] == []


def _cut(answer: Any) -> Any:
    """Cut the last byte off every longer storage value."""
    for each in answer if isinstance(answer, list) else [answer]:
        for found in each["result"] if isinstance(each.get("result"), list) else ():
            if isinstance(found, dict):
                found["changes"] = [
                    [key, value[:-2] if value and len(value) > 6 else value] for key, value in found["changes"]
                ]
    return answer


def test_a_head_whose_time_cannot_be_read_is_said_to_be_one(small: Live) -> None:
    small.chain_wire.always = faults.changed(_cut)
    done = small.sync()
    assert "the time of block" in done.failures["query-node"]
    assert "Configure [chain]" not in done.failures["query-node"]
    found = status_now(small.context, small.time())
    (chain,) = [one for one in found.freshness if one.source == "chain"]
    assert (chain.verdict, "never read" in chain.reason) == ("unknown", False)
    assert f"read at block {small.node.final:,}, whose time cannot be read" in chain.reason
    assert as_json(found)["never_read"] == ["query-node"]
    small.chain_wire.always = None
    assert small.sync().complete
