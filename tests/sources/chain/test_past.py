"""States of the past: each read by the runtime that wrote it, kept apart from what is gone or cannot be read."""

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from secretariat.clients.substrate.rpc import Node
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.past_states import ComparedState, EraPayout, PastState
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.past import CANDIDATES, PastRead, read_compared, read_past, read_states
from tests.practice.node import PracticeNode
from tests.practice.pallets import practice_metadata
from tests.practice.world import JOY, settle
from tests.sources.chain.test_read_chain import SETTINGS, facts, read

Reach = Callable[[str], Node]


def later_runtime() -> str:
    return practice_metadata(constants={"Council.AnnouncingPeriodDuration": 61})


def head_of(node: PracticeNode, reach: Reach, runtimes: Runtimes | None = None) -> ChainHead:
    return facts(read(node, reach, runtimes=runtimes or Runtimes()), ChainHead)["head"]


def past(
    nodes: Sequence[Node], head: ChainHead, *blocks: int, runtimes: Runtimes | None = None
) -> tuple[PastRead, dict[str, PastState], Reading]:
    into = Reading(path="chain/past-states", format="chain")
    found = read_states(nodes, head, runtimes or Runtimes(), blocks, lambda at: read_past(at, into))
    return found, {record.key: record.fact for record in into.records.values()}, into


def test_a_state_of_the_past_has_every_figure_of_its_block(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    practice_node.put("Council", "Budget", 5)
    practice_node.put("ForumWorkingGroup", "Budget", 7)
    practice_node.put("Balances", "TotalIssuance", 11)
    practice_node.seal(10)
    head = head_of(practice_node, reach)
    practice_node.log.clear()
    found, states, into = past([reach(practice_node.url)], head, 5_085, 5_070)
    assert (found.done, found.gone, found.unreadable, found.failure) == ([5_085, 5_070], (), {}, None)
    before, after = states["5070"], states["5085"]
    assert before.council is not None
    assert after.council is not None
    assert (before.council.budget, after.council.budget) == (123_456 * JOY, 5)
    assert next((group.group, group.budget) for group in after.groups) == ("forumWorkingGroup", 7)
    assert (before.issuance, after.issuance) == (10**9 * JOY, 11)
    assert before.validators is not None
    assert (before.validators.era, before.validators.validators, before.validators.wanted) == (10, 3, 4)
    assert (before.validator_stake, before.payouts) == (10 * JOY, (EraPayout(era=9, payout=Amount(5 * JOY)),))
    assert {one.name: one.value for one in before.counters}["Members.NextMemberId"] == 31
    assert {record.line for record in into.records.values()} == {5_070, 5_085}
    asked = [method for method, _ in practice_node.log if method == "state_queryStorageAt"]
    assert len(asked) == 4, "for each block: all plain items, then those of eras"


def test_each_state_is_read_by_the_runtime_that_wrote_it_also_in_the_block_of_an_upgrade(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    runtimes = Runtimes()
    practice_node.upgrade(later_runtime(), 2005)
    upgrade = practice_node.blocks[-1].number
    practice_node.seal(3)
    head = head_of(practice_node, reach, runtimes)
    _, states, _ = past([reach(practice_node.url)], head, upgrade + 1, upgrade, 5_070, runtimes=runtimes)
    assert runtimes.fetched == [2005, 2004], "each spec's metadata once"
    assert {key: state.spec_version for key, state in states.items()} == {
        str(upgrade + 1): 2005,
        str(upgrade): 2004,
        "5070": 2004,
    }
    assert all(state.council and state.council.budget == 123_456 * JOY for state in states.values())


def test_what_an_older_runtime_does_not_have_is_empty_with_a_note(reach: Reach) -> None:
    old = practice_metadata(without=("Staking", "Session", "Members"))
    with PracticeNode(old, spec=2001, first=5_000) as node:
        for item, value in (("Budget", 9), ("AnnouncementPeriodNr", 4)):
            node.put("Council", item, value)
        node.seal(5)
        node.upgrade(practice_metadata(), 2004)
        node.seal(3)
        found, states, into = past([reach(node.url)], head_of(node, reach), 5_003)
    state = states["5003"]
    assert (found.done, state.spec_version, state.validator_stake, state.payouts) == ([5_003], 2001, None, ())
    assert state.council is not None
    assert (state.council.budget, state.validators and state.validators.validators) == (9, None)
    assert {"storage item Members.NextMemberId", "storage item Staking.ActiveEra"} <= {
        one.subject for one in into.problems if one.code == "storage-missing"
    }


def test_a_node_that_discards_states_gives_the_newer_ones_and_the_older_are_gone(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    practice_node.pruned_before = 5_060
    runtimes = Runtimes()
    head = head_of(practice_node, reach, runtimes)
    practice_node.requests = 0
    older = range(5_059, 5_010, -1)
    found, states, _ = past([reach(practice_node.url)], head, 5_070, *older, runtimes=runtimes)
    assert (found.done, found.gone, found.failure) == ([5_070], tuple(older), None)
    assert set(states) == {"5070"}
    assert practice_node.requests == 6, "hashes, the first state, its eras; of 24 more hashes, versions, values"
    practice_node.requests = 0
    found, _, _ = past([reach(practice_node.url)], head, 5_059, 5_020, runtimes=runtimes)
    assert (found.done, found.gone, practice_node.requests) == ([], (5_059, 5_020), 2)


def test_of_two_nodes_the_archive_gives_what_the_other_has_discarded(
    practice_node: PracticeNode, practice: str, reach: Reach
) -> None:
    settle(practice_node)
    practice_node.pruned_before = 5_060
    with PracticeNode(practice, first=5_000) as archive, PracticeNode(practice, first=5_000) as other:
        settle(archive)
        other.salt = b"x"
        settle(other)
        head = head_of(practice_node, reach)
        nodes = [reach(other.url), reach(practice_node.url), reach(archive.url)]
        found, states, _ = past(nodes, head, 5_070, 5_020)
        assert (found.done, found.gone, sorted(states)) == ([5_070, 5_020], (), ["5020", "5070"])
        asked = [method for method, _ in other.log]
        assert set(asked) == {"chain_getBlockHash"}, "a node of another chain is not believed"


BORDERS = tuple(range(5_075, 5_005, -1))


def test_as_many_states_as_there_are_terms_take_few_requests(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    practice_node.upgrade(later_runtime(), 2005)
    practice_node.seal(30)
    runtimes = Runtimes()
    head = head_of(practice_node, reach, runtimes)
    upgrade = practice_node.blocks[-31].number
    blocks = (upgrade + 20, upgrade + 1, upgrade, *BORDERS)
    practice_node.requests = 0
    practice_node.log.clear()
    found, states, _ = past([reach(practice_node.url)], head, *blocks, runtimes=runtimes)
    assert (found.done, found.failure, len(states)) == (list(blocks), None, 73)
    assert practice_node.requests <= 22
    specs = {int(block): state.spec_version for block, state in states.items()}
    assert {block for block, spec in specs.items() if spec == 2005} == {upgrade + 20, upgrade + 1}
    assert [method for method, _ in practice_node.log].count("state_getMetadata") == 1
    single = [past([reach(practice_node.url)], head, block, runtimes=runtimes)[1] for block in blocks[::9]]
    assert {block: state for each in single for block, state in each.items()}.items() <= states.items()


@pytest.mark.parametrize("refused", ["nothing", "many keys", "batches", "both", "batches of more than ten"])
def test_states_are_the_same_whatever_a_node_takes_together_and_a_run_ends_with_its_requests(
    practice_node: PracticeNode, reach: Reach, refused: str
) -> None:
    settle(practice_node)
    runtimes = Runtimes()
    head = head_of(practice_node, reach, runtimes)
    _, complete, _ = past([reach(practice_node.url)], head, *BORDERS, runtimes=runtimes)
    practice_node.refused = {"state_queryStorageAt"} if refused in ("many keys", "both") else ()
    practice_node.takes_batches = refused not in ("batches", "both")
    practice_node.most_calls = 10 if "ten" in refused else 0
    left, runs = list(BORDERS), 0
    states: dict[str, object] = {}
    most = 2_000 if refused == "both" else 36  # each of the keys is a request then
    while left:
        into = Reading(path="chain/past-states", format="chain")
        practice_node.requests = 0
        nodes = [reach(practice_node.url)]
        found = read_states(nodes, head, runtimes, left, partial(read_past, reading=into), most=most)
        assert (found.failure, found.gone, found.unreadable) == (None, (), {})
        assert found.done == left[: len(found.done)], "the newest first"
        assert found.left == tuple(left[len(found.done) :])
        assert 0 < practice_node.requests < most + 100
        left, runs = list(found.left), runs + 1
        states |= {record.key: record.fact for record in into.records.values()}
    assert states == complete
    assert runs <= {"nothing": 1, "batches of more than ten": 3}.get(refused, len(BORDERS))


@pytest.mark.parametrize("stage", ["Announcing", "Idle"])
def test_what_is_held_against_the_query_node_has_the_candidates_of_its_cycle(
    practice_node: PracticeNode, reach: Reach, stage: str
) -> None:
    settle(practice_node)
    if stage == "Idle":
        practice_node.put("Council", "AnnouncementPeriodNr", 10)
        practice_node.put("Council", "Stage", {"stage": {"Idle": {"ends_at": 5_900}}, "changed_at": 5_081})
        practice_node.seal(2)
    into = Reading(path="chain/compared-state", format="chain")
    block = practice_node.final
    found = read_states(
        [reach(practice_node.url)],
        head_of(practice_node, reach),
        Runtimes(),
        [block],
        lambda at: read_compared(at, into),
        beside=CANDIDATES,
    )
    assert found.done == [block]
    (record,) = into.records.values()
    fact: ComparedState = record.fact
    assert fact.candidates == ((11, 13) if stage == "Announcing" else ())
    assert fact.council is not None
    assert (fact.council.stage, record.line, len(fact.groups)) == (stage.lower(), block, 3)


def test_the_state_at_the_query_node_s_block_takes_three_requests(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    runtimes = Runtimes()
    head = head_of(practice_node, reach, runtimes)
    practice_node.requests = 0
    into = Reading(path="chain/compared-state", format="chain")
    nodes = [reach(practice_node.url)]
    block = practice_node.final - 2
    found = read_states(nodes, head, runtimes, [block], partial(read_compared, reading=into), beside=CANDIDATES)
    assert (found.done, practice_node.requests) == ([block], 3), "hashes; version, values, keys; last page, entries"
    (record,) = into.records.values()
    assert record.fact.candidates == (11, 13)


def test_a_state_that_an_older_runtime_wrote_is_not_read_by_the_head_s(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    before = practice_node.final
    practice_node.upgrade(practice_metadata(without=("Members", "Referendum")), 2005)
    practice_node.seal(5)
    runtimes = Runtimes()
    head = head_of(practice_node, reach, runtimes)
    found, states, _ = past([reach(practice_node.url)], head, before, runtimes=runtimes)
    (state,) = states.values()
    assert (found.done, state.spec_version) == ([before], 2004)
    assert {one.name: one.value for one in state.counters}["Members.NextMemberId"] == 31


def test_one_state_that_cannot_be_read_does_not_keep_the_others_back(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    practice_node.upgrade(practice_metadata(), 2005)
    practice_node.seal(3)
    runtimes = Runtimes(texts={2004: "0x00"})
    head = head_of(practice_node, reach, runtimes)
    found, states, _ = past([reach(practice_node.url)], head, practice_node.final, 5_070, 5_060, runtimes=runtimes)
    assert (found.done, sorted(found.unreadable), found.failure) == ([practice_node.final], [5_060, 5_070], None)
    assert "MetadataWrong" in found.unreadable[5_070]
    assert len(states) == 1


def test_a_node_that_stops_to_answer_is_a_failure_and_no_state_is_called_gone(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    head = head_of(practice_node, reach)
    practice_node.refused = ("state_getRuntimeVersion",)
    found, states, _ = past([reach(practice_node.url)], head, 5_070)
    assert (found.done, found.gone, states) == ([], (), {})
    assert "state_getRuntimeVersion" in str(found.failure)
    assert SETTINGS.history
