"""Doctor beside sources that run: how far the query node is behind, which stages it tells, and what then helps."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from secretariat.facts.freshness import Freshness, SourceState
from secretariat.facts.moments import Moment
from secretariat.flow.check import Check
from secretariat.flow.doctor import examine, remedy_of
from secretariat.store.live import SourceKnown
from tests.clients.test_graphql_state import server
from tests.flow.sync.live import Live
from tests.flow.sync.test_freshness_over_runs import agreeing, state
from tests.query_node.server import QueryNode
from tests.query_node.world import World
from tests.wire.fault_proxy import FaultProxy

__all__ = ["agreeing"]


@pytest.fixture
def looked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give what runs doctor in a new folder beside sources, and gives each check by its name."""

    def look(
        desk: Live, *, websocket: str = "none", lag: int = 60, urls: tuple[str, ...] = (), store: str = ""
    ) -> dict[str, Check]:
        nodes = urls or desk.settings["query_node"].urls
        listed = ", ".join(f'"{url}"' for url in nodes)
        (tmp_path / "secretariat.toml").write_text(
            (f'[store]\nurl = "{store}"\n' if store else "")
            + f'[chain]\nurls = ["{desk.chain_wire.url}"]\nnetwork = "practice"\n'
            f'[query_node]\nurls = [{listed}]\nwebsocket = "{websocket}"\nlag_minutes = {lag}\n'
        )
        monkeypatch.chdir(tmp_path)
        monkeypatch.delenv("SECRETARIAT_CONFIG", raising=False)
        return {one.name.partition(" http")[0].partition(" ws")[0]: one for one in examine()}

    return look


@pytest.mark.parametrize(
    ("behind", "lag", "verdict"), [(0, 60, "ok"), (599, 60, "ok"), (1_300, 60, "warning"), (1_300, 131, "ok")]
)
def test_the_lag_of_a_query_node_is_judged_by_its_limit(
    agreeing: Live, looked: Any, behind: int, lag: int, verdict: str
) -> None:
    with server({"type": "connection_ack"}, state(agreeing.node.final - behind)) as websocket:
        found = looked(agreeing, websocket=websocket, lag=lag)["height of"]
    assert found.verdict == verdict
    if verdict == "warning":
        assert "2 h 10 min behind, more than 60 min" in found.found
        assert "reading it again does not help" in found.remedy


def test_a_query_node_after_the_finalised_head_is_no_good_one(agreeing: Live, looked: Any) -> None:
    event = next(iter(agreeing.world.of("RewardPaidEvent").values()))
    agreeing.world.put("RewardPaidEvent", **{**event, "id": "901", "inBlock": agreeing.node.final + 114_000})
    with server({"type": "connection_ack"}, state(agreeing.node.final + 114_000)) as websocket:
        found = looked(agreeing, websocket=websocket)
    assert (found["query node"].verdict, found["height of"].verdict) == ("failed", "warning")
    assert "different chains" in found["height of"].remedy


def test_stages_of_both_are_compared(agreeing: Live, looked: Any) -> None:
    assert looked(agreeing)["stages of query node"].verdict == "ok"
    agreeing.world.of("CouncilStageUpdate")["1"]["stage"]["endsAt"] = 5_061
    found = looked(agreeing)["stages of query node"]
    assert found.verdict == "warning"
    assert "announcing since block 5,000 until 5,060 by the node" in found.found
    assert "until 5,061 by the query node" in found.found
    assert "another query node" in found.remedy


def test_two_query_nodes_of_two_chains_are_named(agreeing: Live, looked: Any) -> None:
    other = World({kind: dict(rows) for kind, rows in agreeing.world.entities.items()})
    for key, row in other.of("RewardPaidEvent").items():
        other.entities["RewardPaidEvent"][key] = {**row, "inBlock": int(row["inBlock"]) + 1}
    with FaultProxy(QueryNode(agreeing.graph.schema, other)) as beside:
        found = looked(agreeing, urls=(*agreeing.settings["query_node"].urls, f"{beside.url}/graphql"))
    assert found["query nodes"].verdict == "failed"


def test_what_a_sync_refuses_to_go_on_from_doctor_names_and_says_what_to_do(agreeing: Live, looked: Any) -> None:
    agreeing.node.seal(9)
    assert agreeing.sync().complete
    found = looked(agreeing, store=agreeing.store)
    assert (found["node"].verdict, found["query node"].verdict) == ("ok", "ok")
    agreeing.node.final -= 4
    refused = agreeing.sync().failures["chain"]
    node = looked(agreeing, store=agreeing.store)["node"]
    assert node.verdict == "warning", "a few blocks behind: another node may be further"
    assert node.found in refused
    assert "wait until it has caught up" in node.remedy


def test_a_query_node_that_fell_back_is_named(agreeing: Live, looked: Any) -> None:
    event = next(iter(agreeing.world.of("RewardPaidEvent").values()))
    agreeing.world.put("RewardPaidEvent", **{**event, "id": "901", "inBlock": agreeing.node.final})
    assert agreeing.sync().complete
    del agreeing.world.entities["RewardPaidEvent"]["901"]
    found = looked(agreeing, store=agreeing.store, lag=1)
    agreeing.set("query_node", replace(agreeing.settings["query_node"], lag_minutes=1))
    refused = agreeing.sync().failures["query-node"]
    assert found["query node"].verdict == "failed"
    assert found["query node"].found in refused


NOW = Moment("2025-01-01T12:00:00Z")


@pytest.mark.parametrize(
    ("source", "lag", "unread", "lower_bound", "words"),
    [
        ("query-node", 7_800, 60, False, "query node itself is behind"),
        ("query-node", 7_800, 7_700, False, "Run `secretariat sync`"),
        ("query-node", 7_800, 60, True, "compare with another query node"),
        ("query-node", 9_000, 7_200, True, "Run `secretariat sync`"),
        ("chain", 7_800, 60, False, "node itself is behind"),
        ("chain", 7_800, 7_790, False, "Run `secretariat sync`"),
    ],
)
def test_what_helps_follows_from_why_facts_are_old(
    source: str, lag: int, unread: int, words: str, *, lower_bound: bool
) -> None:
    def ago(seconds: int) -> Moment:
        return Moment((datetime.fromisoformat(NOW) - timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%SZ"))

    found = SourceState(
        source=source, address="x", height=5, height_at=ago(lag), read_at=ago(unread), lower_bound=lower_bound
    )
    judged = Freshness(source=source, verdict="stale", lag=lag, limit=3_600)
    assert words in remedy_of(judged, SourceKnown(state=found), NOW)
    assert remedy_of(judged, None, NOW) == "Run `secretariat sync`."
