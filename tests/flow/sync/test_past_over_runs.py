"""States of the past through sync: borders of terms, the block where both sources met, what is gone, what is left over."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from graphql import GraphQLSchema

from secretariat.facts.past_states import ComparedState, ComparedUpTo, PastState
from secretariat.flow.sync import past, query_node
from secretariat.flow.sync.result import Synced
from secretariat.sources.query_node.lists import BY_NAME
from secretariat.store.engine import reading
from secretariat.store.facts import load_records
from tests.clients.test_graphql_state import server
from tests.flow.sync.live import BORN, Live, digest, done_of, facts, into, live, problems_of, published
from tests.practice.world import JOY
from tests.query_node.world import World

ELECTED = (5_021, 5_051)
HEAD = 5_079


def moment(block: int) -> str:
    return datetime.fromtimestamp((BORN + 6_000 * block) / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def event(world: World, kind: str, block: int, place: int, **values: Any) -> None:
    key = f"OLYMPIA-{block}-{place}"
    world.put(f"{kind}Event", id=key, inBlock=block, indexInBlock=place, createdAt=moment(block), **values)


def small_world() -> World:
    """Two elected councils beside the invented one, an election that runs, and money that agrees with the chain."""
    world = World()
    blocks = (0, *ELECTED)
    for number, block in enumerate(blocks):
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        world.put(
            "ElectedCouncil", id=f"c{number}", electedAtBlock=block, electedAtTime=moment(block), createdAt=moment(block),
            endedAtBlock=after, endedAtTime=after and moment(after), isResigned=after is not None,
        )  # fmt: skip
    world.put(
        "CouncilStageUpdate", id="s1", createdAt=moment(5_000), changedAt=5_000, electionProblem=None,
        stage={"__typename": "CouncilStageAnnouncing", "endsAt": 5_060, "candidatesCount": "2"},
        electedCouncilId="c2",
    )  # fmt: skip
    world.put(
        "ElectionRound", id="e9", createdAt=moment(5_001), cycleId=9, isFinished=False, endedAtBlock=None,
        endedAtTime=None, electedCouncilId="c2", nextElectedCouncilId=None,
    )  # fmt: skip
    for member in (11, 13):
        candidate(world, member, "ACTIVE")
    for name, budget in (("forumWorkingGroup", 55), ("storageWorkingGroup", 0), ("operationsWorkingGroupAlpha", 0)):
        world.put(
            "WorkingGroup", id=name, name=name, createdAt=moment(0), budget=str(budget * JOY), leaderId=None, metadata=None
        )  # fmt: skip
    event(world, "BudgetRefill", 5_010, 0, balance=str(123_511 * JOY))
    event(world, "BudgetBalanceSet", 5_015, 3, balance=str(123_456 * JOY))
    event(world, "BudgetUpdated", 5_015, 4, groupId="forumWorkingGroup", budgetChangeAmount=str(55 * JOY))
    event(world, "BudgetRefillPlanned", HEAD, 1, nextRefillInBlock=5_100)
    return world


def candidate(world: World, member: int, status: str) -> None:
    world.put(
        "Candidate", id=f"k{member}{status}", createdAt=moment(5_002), electionRoundId="e9", memberId=str(member),
        status=status, stake=str(JOY), stakeLocked=True, votePower="0", lastVoteReceivedAtBlock=None,
        lastVoteReceivedAtEventNumber=None, stakingAccountId="a", rewardAccountId="b",
    )  # fmt: skip


@pytest.fixture
def desk(practice: str, schema: GraphQLSchema, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Live]:
    """Give both sources and a store, of which only the lists are read that states are read for or held against."""
    names = ("elected-councils", "council-seats", "budget-refills-planned", *past.HELD_AGAINST)
    monkeypatch.setattr(query_node, "LISTS", [BY_NAME[name] for name in names])
    with live(practice, schema, f"sqlite:///{tmp_path}/store.db", world=small_world()) as made:
        yield made


@contextmanager
def has_come_to(desk: Live, block: int) -> Iterator[None]:
    """Let the query node say over a WebSocket that it has come to a block."""
    heights = {"chainHead": block, "indexerHead": block, "lastCompleteBlock": block}
    told = {"type": "data", "id": "1", "payload": {"data": {"stateSubscription": heights}}}
    with server({"type": "connection_ack"}, told) as address:
        desk.set("query_node", replace(desk.settings["query_node"], websocket=address))
        yield


def states(desk: Live) -> dict[int, PastState]:
    with reading(desk.context.engine) as connection:
        return {one.line: one.fact for one in load_records(connection, (PastState.KIND,))}


def met(desk: Live) -> tuple[int, int, ComparedState] | None:
    with reading(desk.context.engine) as connection:
        facts = {one.kind: one for one in load_records(connection, (ComparedState.KIND, ComparedUpTo.KIND))}
    if not facts:
        return None
    state = facts["compared-state"]
    return state.line, facts["compared-up-to"].fact.block, state.fact


def checks(desk: Live, *names: str) -> list[dict[str, Any]]:
    return [row for row in json.loads(published(desk.context)["checks"])["rows"] if row["check"] in names]


def asked(desk: Live, block: int) -> list[str]:
    """Name the calls of the node's log that were about one block."""
    return [method for method, params in desk.node.log if desk.node.hash_at(block) in params]


def test_borders_are_read_once_and_kept(desk: Live) -> None:
    desk.node.put("Council", "Budget", 7)
    desk.node.seal(5)
    event(desk.world, "CouncilBudgetDecreased", 5_081, 0, amount=str(123_456 * JOY - 7))
    first = desk.sync()
    assert first.complete
    assert (done_of(first)["chain/past-states"].rows, done_of(first)["chain/past-states"].added) == (2, 2)
    found = states(desk)
    assert sorted(found) == [5_020, 5_050]
    assert all(
        state.missing is None and state.council and state.council.budget == 123_456 * JOY for state in found.values()
    )
    desk.node.log.clear()
    before = digest(desk.context)
    again = desk.sync()
    assert (again.complete, done_of(again)["chain/past-states"].rows) == (True, 2)
    assert asked(desk, 5_020) == asked(desk, 5_050) == []
    assert digest(desk.context) == before


def test_a_new_term_is_read_when_it_comes(desk: Live) -> None:
    desk.sync()
    desk.node.seal(30)
    desk.world.of("ElectedCouncil")["c2"] |= {"endedAtBlock": 5_100, "endedAtTime": moment(5_100), "isResigned": True}
    desk.world.put(
        "ElectedCouncil", id="c3", electedAtBlock=5_100, electedAtTime=moment(5_100), createdAt=moment(5_100),
        endedAtBlock=None, endedAtTime=None, isResigned=False,
    )  # fmt: skip
    desk.node.log.clear()
    done = desk.sync()
    assert (done.complete, done_of(done)["chain/past-states"].added, sorted(states(desk))) == (
        True,
        1,
        [5_020, 5_050, 5_099],
    )
    assert asked(desk, 5_050) == []


@pytest.mark.parametrize("full", [True, False])
def test_a_wrong_block_of_an_election_that_is_put_right_leaves_no_trace(desk: Live, *, full: bool) -> None:
    """The state of its own block goes as well, though it was read: it is no border any more."""
    desk.sync()
    before = digest(desk.context)
    council = desk.world.of("ElectedCouncil")["c2"]
    council["electedAtBlock"] = 5_041
    desk.sync()
    assert sorted(states(desk)) == [5_020, 5_040]
    council["electedAtBlock"] = 5_051
    desk.sync(full=full)
    assert sorted(states(desk)) == [5_020, 5_050]
    assert digest(desk.context) == before


def test_while_a_council_cannot_be_placed_no_state_goes(desk: Live) -> None:
    desk.sync()
    before = states(desk)
    desk.world.of("ElectedCouncil")["c2"] |= {"electedAtBlock": "no block"}
    desk.sync()
    assert {block: state for block, state in states(desk).items() if state.missing is None} == before
    desk.world.of("ElectedCouncil")["c2"] |= {"electedAtBlock": 5_051}
    desk.node.log.clear()
    desk.sync()
    assert (states(desk), asked(desk, 5_050)) == (before, [])


def test_so_many_are_read_in_one_run_the_newest_first(desk: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(past, "MOST_REQUESTS", 1)
    done = desk.sync()
    assert done.complete
    assert {block: state.missing for block, state in states(desk).items()} == {5_020: "later", 5_050: None}
    assert any("1 states of past terms are still to be read" in note for note in done.notes)
    assert "still to be read" in published(desk.context)["unknown-figures"]
    assert desk.sync().complete
    assert {block: state.missing for block, state in states(desk).items()} == {5_020: None, 5_050: None}


def test_states_that_a_node_has_discarded_are_a_notice_and_no_failure(desk: Live) -> None:
    desk.node.pruned_before = 5_030
    done = desk.sync()
    assert (done.complete, done.freshness[0].fresh) == (True, True)
    assert {block: state.missing for block, state in states(desk).items()} == {5_020: "gone", 5_050: None}
    (problem,) = [one for one in problems_of(desk.context, "history-missing") if one["file"] == "chain/past-states"]
    assert "No node has the state after block 5,020" in problem["what"]
    assert "archive node" in problem["repair"]
    assert "No configured node has the chain's state" in published(desk.context)["unknown-figures"]
    before = digest(desk.context)
    assert desk.sync().complete
    assert digest(desk.context) == before
    desk.node.pruned_before = 0
    assert desk.sync().complete
    assert states(desk)[5_020].missing is None
    assert not [one for one in problems_of(desk.context, "history-missing") if one["file"] == "chain/past-states"]


def test_history_that_is_off_asks_for_nothing_and_says_so(desk: Live) -> None:
    desk.set("chain", replace(desk.settings["chain"], history=False))
    assert desk.sync().complete
    assert {state.missing for state in states(desk).values()} == {"off"}
    assert asked(desk, 5_020) == asked(desk, 5_050) == []
    assert "history = true" in published(desk.context)["unknown-figures"]


def test_metadata_of_an_older_runtime_is_fetched_once_and_kept(desk: Live, practice: str) -> None:
    desk.node.upgrade(practice, 2005)
    desk.node.seal(5)
    assert desk.sync().complete
    fetched = [params for method, params in desk.node.log if method == "state_getMetadata"]
    assert len(fetched) == 2
    assert {state.spec_version for state in states(desk).values()} == {2004}
    assert {row[1] for row in facts(desk.context)["runtimes"]} == {2004, 2005}
    constants = {row[2] for row in facts(desk.context)["records"] if row[0] == "chain/constants"}
    assert {"2004/Council.CouncilSize", "2005/Council.CouncilSize"} <= constants


def test_a_node_that_fails_on_the_way_refuses_the_list_and_the_next_run_goes_on(desk: Live, tmp_path: Path) -> None:
    old = desk.node.hash_at(5_020)

    def fail(method: str, params: list[Any]) -> None:
        if method == "state_queryStorageAt" and old in params:
            raise ConnectionError

    desk.node.before = fail
    done = desk.sync()
    assert not done.complete
    assert done_of(done)["chain/past-states"].way == "refused"
    assert {block: state.missing for block, state in states(desk).items()} == {5_020: "later", 5_050: None}
    desk.node.before = None
    assert desk.sync().complete
    other = into(desk, f"sqlite:///{tmp_path}/other.db")
    assert facts(other, blocks=False) == facts(desk.context, blocks=False)
    other.engine.dispose()


# where both sources met


def test_at_the_head_nothing_more_is_asked_and_all_agrees(desk: Live) -> None:
    done = desk.sync()
    assert done.complete
    found = met(desk)
    assert found is not None
    assert found[:2] == (HEAD, HEAD)
    assert found[2].candidates == (11, 13)
    names = (
        "council-budget",
        "group-budget",
        "group-events",
        "stage-council",
        "candidates-of-stage",
        "candidates-stored",
    )
    told = checks(desk, *names)
    assert {row["check"] for row in told} == set(names)
    assert [row for row in told if not row["agrees"]] == []
    assert not [code for code in ("budget-contradiction", "stage-contradiction") if problems_of(desk.context, code)]


def test_a_query_node_that_is_behind_is_held_against_the_chain_of_its_own_block(desk: Live) -> None:
    desk.node.put("Council", "Budget", 5 * JOY)
    desk.node.put("ForumWorkingGroup", "Budget", 1)
    later = {"stage": {"Announcing": {"candidates_count": 2, "ends_at": 5_070}}, "changed_at": 5_085}
    desk.node.put("Council", "Stage", later)
    desk.node.seal(20)
    desk.node.log.clear()
    with has_come_to(desk, HEAD):
        assert desk.sync().complete
    found = met(desk)
    assert found is not None
    assert found[:2] == (HEAD, HEAD), "the finalised head is 20 blocks further"
    assert found[2].council is not None
    assert (found[2].council.budget, found[2].council.stage_ends_at) == (123_456 * JOY, 5_060)
    sums = checks(desk, "council-budget", "group-events")
    assert len(sums) == 3 + 3 * 3
    assert all(row["agrees"] for row in sums)
    rows = checks(desk, "group-budget", "stage-council", "candidates-of-stage", "candidates-stored")
    assert [row["agrees"] for row in rows] == [True] * 6
    assert asked(desk, HEAD)


def test_a_state_of_the_query_node_s_block_that_is_gone_is_a_notice(desk: Live) -> None:
    desk.node.seal(300)
    desk.node.pruned_before = HEAD + 1
    with has_come_to(desk, HEAD):
        done: Synced = desk.sync()
    assert done.complete
    assert met(desk) is None
    (problem,) = [one for one in problems_of(desk.context, "history-missing") if one["file"] == "chain/compared-state"]
    assert "has come to block 5,079" in problem["what"]
    assert checks(desk, "council-budget", "stage-council") == []


def test_a_query_node_that_does_not_say_its_height_is_held_against_the_head_and_may_be_behind(desk: Live) -> None:
    desk.node.put("Council", "Budget", 123_450 * JOY)
    desk.node.seal(20)
    assert desk.sync().complete
    found = met(desk)
    assert found is not None
    assert found[:2] == (HEAD + 20, HEAD + 20)
    (row,) = [row for row in checks(desk, "council-budget") if not row["agrees"]]
    assert (row["difference"], row["cause_rule"]) == ("6", "behind")
    assert "its newest event is of block 5,079" in row["likely_cause"]


def test_withdrawn_candidates_are_the_named_cause_of_another_count(desk: Live) -> None:
    candidate(desk.world, 30, "WITHDRAWN")
    desk.world.of("CouncilStageUpdate")["s1"]["stage"]["candidatesCount"] = "3"
    assert desk.sync().complete
    (row,) = checks(desk, "candidates-of-stage")
    assert (row["expected"], row["found"], row["cause_rule"]) == ("2", "3", "withdrawn")
    (problem,) = problems_of(desk.context, "candidates-contradiction")
    assert "1 withdrew" in problem["what"]


def test_money_that_no_event_tells_is_a_problem_to_the_last_base_unit(desk: Live) -> None:
    desk.node.put("Council", "Budget", 123_456 * JOY + 1)
    desk.node.seal(5)
    event(desk.world, "BudgetRefillPlanned", desk.node.final, 1, nextRefillInBlock=5_100)
    assert desk.sync().complete
    wrong = [row for row in checks(desk, "council-budget") if not row["agrees"]]
    assert [(row["difference"], row["cause_rule"]) for row in wrong] == [("-0.0000000001", "income-without-event")]
    assert len(problems_of(desk.context, "budget-contradiction")) == 1


def test_stages_that_differ_at_one_block_are_a_problem(desk: Live) -> None:
    desk.world.of("CouncilStageUpdate")["s1"]["stage"]["endsAt"] = 5_061
    assert desk.sync().complete
    (problem,) = problems_of(desk.context, "stage-contradiction")
    assert "works the end out by a duration" in problem["what"]
