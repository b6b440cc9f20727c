"""States of the past: each read by the runtime that wrote it, kept apart from what is gone or cannot be read."""

from collections.abc import Callable, Sequence

import pytest

from secretariat.clients.substrate.rpc import Node
from secretariat.facts.amounts import Amount
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.past_states import ComparedState, EraPayout, PastState
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.past import PastRead, read_compared, read_past, read_states
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
    found, states, _ = past([reach(practice_node.url)], head_of(practice_node, reach), 5_070, 5_059, 5_020)
    assert (found.done, found.gone, found.failure) == ([5_070], (5_059, 5_020), None)
    assert set(states) == {"5070"}
    asked = [params for method, params in practice_node.log if method.startswith("state_")]
    assert not [params for params in asked if practice_node.hash_at(5_020) in params], "older ones are not asked for"


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
    )
    assert found.done == [block]
    (record,) = into.records.values()
    fact: ComparedState = record.fact
    assert fact.candidates == ((11, 13) if stage == "Announcing" else ())
    assert fact.council is not None
    assert (fact.council.stage, record.line, len(fact.groups)) == (stage.lower(), block, 3)


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
