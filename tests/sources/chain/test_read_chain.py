"""Facts of the chain, read from a node on a real socket."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from pydantic import TypeAdapter

from secretariat.clients.substrate.rpc import Node
from secretariat.facts.accounts import address_of
from secretariat.facts.chain_head import BlockTime, ChainHead, RuntimeConstant
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import CODES
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil, StoredSeat, Winner
from secretariat.facts.stored_counts import Issuance, StoredCounter
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_validators import StoredEra, StoredValidator, ValidatorPoints, ValidatorSet
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.source import LISTS, ChainRead, read_chain
from secretariat.store.facts import body_of
from tests.practice.node import PracticeNode
from tests.practice.pallets import practice_metadata
from tests.practice.world import JOY, account, candidate, settle

Reach = Callable[[str], Node]
SETTINGS = Settings(network="Mainnet")
F = TypeVar("F")


def facts(read: ChainRead, cls: type[F]) -> dict[str, F]:
    """Give the facts of a class by key."""
    found = {}
    for reading in read.readings:
        for record in reading.records.values():
            assert (record.format, record.file) == ("chain", reading.path)
            assert KINDS[record.kind] is type(record.fact)
            if isinstance(record.fact, cls):
                found[record.key] = record.fact
    return found


def codes(read: ChainRead) -> set[str]:
    found = {problem.code for reading in read.readings for problem in reading.problems}
    assert found <= set(CODES)
    return found


def read(node: PracticeNode, reach: Reach, **more: Any) -> ChainRead:
    return read_chain([reach(node.url)], SETTINGS, more.pop("runtimes", Runtimes()), **more)


def test_everything_the_chain_stores_of_the_council_becomes_facts(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    found = read(practice_node, reach)
    assert not found.refused
    assert [reading.path for reading in found.readings] == ["chain/head", *(f"chain/{one.name}" for one in LISTS)]
    head = facts(found, ChainHead)["head"]
    assert head == found.head
    assert (head.network, head.chain, head.block, head.spec_version) == ("mainnet", "mainnet", 5079, 2004)
    assert head.milliseconds == 1_700_000_000_000 + 5079 * 6000
    assert head.at == "2023-11-15T06:41:14Z"
    assert found.best_block == 5080
    assert facts(found, StoredCouncil)["council"] == StoredCouncil(
        cycle=9,
        stage="announcing",
        stage_changed_at=5000,
        stage_ends_at=5060,
        candidates_count=2,
        referendum="inactive",
        budget=123_456 * JOY,  # type: ignore[arg-type]
        budget_increment=366 * JOY,  # type: ignore[arg-type]
        next_budget_refill=5100,
        councilor_reward=38,  # type: ignore[arg-type]
        next_reward_payments=5101,
        era_payout_damping_percent=100,
    )
    candidates = facts(found, StoredCandidate)
    assert set(candidates) == {"11", "13"}, "a candidate of an old cycle is none"
    assert candidates["11"] == StoredCandidate(
        member_id=11,
        cycle=9,
        staking_account=account(1),
        reward_account=account(2),
        stake=200_011 * JOY,  # type: ignore[arg-type]
        vote_power=0,  # type: ignore[arg-type]
    )
    assert facts(found, StoredSeat)["14"].unpaid_reward == 17
    assert facts(found, Issuance)["issuance"].total == 10**9 * JOY
    counters = {name: counter.value for name, counter in facts(found, StoredCounter).items()}
    assert counters["Members.NextMemberId"] == 31
    assert facts(found, RuntimeConstant)["2004/Council.AnnouncingPeriodDuration"].value == "60"


def test_proposals_have_their_own_parameters_votes_and_call(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    proposals = facts(read(practice_node, reach), StoredProposal)
    assert set(proposals) == {"3", "21"}
    active, pending = proposals["21"], proposals["3"]
    assert [(vote.member_id, vote.vote) for vote in active.votes] == [(14, "approve"), (15, "abstain"), (16, "approve")]
    assert (active.call, active.thread, active.status, active.approved_at) == ("System.remark", 77, "active", None)
    assert (active.voting_period, active.grace_period, active.constitutionality) == (40, 5, 2)
    assert (active.approval_quorum, active.approval_threshold) == (66, 67)
    assert (active.slashing_quorum, active.slashing_threshold) == (80, 81)
    assert (active.approvals, active.abstentions, active.council_confirmations) == (2, 1, 1)
    assert active.required_stake == 3_500 * JOY
    assert (pending.status, pending.approved_at, pending.thread, pending.call) == (
        "pending-execution",
        4995,
        None,
        None,
    )


def test_groups_have_the_query_nodes_names_and_keys(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    found = read(practice_node, reach)
    groups = facts(found, StoredGroup)
    assert set(groups) == {"forumWorkingGroup", "storageWorkingGroup", "operationsWorkingGroupAlpha"}
    assert groups["forumWorkingGroup"] == StoredGroup(
        group="forumWorkingGroup",
        instance=1,
        budget=55 * JOY,  # type: ignore[arg-type]
        lead=2,
        active_workers=2,
        next_worker=3,
        reward_period=14_410,
    )
    assert groups["storageWorkingGroup"].lead is None
    workers = facts(found, StoredWorker)
    assert set(workers) == {"forumWorkingGroup-0", "forumWorkingGroup-2"}
    assert workers["forumWorkingGroup-2"].is_lead
    assert workers["forumWorkingGroup-0"].is_lead is False
    assert workers["forumWorkingGroup-0"].reward_per_block == 3 * JOY


def test_eras_within_history_and_only_those_in_storage(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    found = read(practice_node, reach)
    eras = facts(found, StoredEra)
    assert set(eras) == {"8", "9", "10"}, "era 7 is not in storage, era 6 is beyond the history"
    assert eras["9"] == StoredEra(
        era=9,
        ended=True,
        total_points=60,
        points=(ValidatorPoints(account=account(50), points=40), ValidatorPoints(account=account(51), points=20)),
        payout=5 * JOY,  # type: ignore[arg-type]
        total_stake=9 * JOY,  # type: ignore[arg-type]
    )
    assert (eras["10"].ended, eras["10"].payout) == (False, None)
    validators = facts(found, StoredValidator)
    assert validators[account(51)] == StoredValidator(
        account=account(51), address=address_of(account(51)), era=10, commission=0, blocked=True, disabled=True
    )
    assert validators[account(52)].commission is None, "terms that are not stored are unknown, not zero"
    assert facts(found, ValidatorSet)["set"] == ValidatorSet(
        era=10, era_started=1_700_000_000_000, session=60, validators=3, wanted=4, minimum=2
    )


def test_revealing_has_its_winners_and_an_election_no_end_of_its_own(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    practice_node.put("Council", "Stage", {"stage": {"Election": {"candidates_count": 2}}, "changed_at": 5060})
    stage = {
        "started": 5100,
        "winning_target_count": 3,
        "intermediate_winners": ([{"option_id": 13, "vote_power": 7}],),
        "current_cycle_id": 9,
        "ends_at": 5140,
    }
    practice_node.put("Referendum", "Stage", {"Revealing": stage})
    practice_node.seal(2)
    council = facts(read(practice_node, reach), StoredCouncil)["council"]
    assert (council.stage, council.stage_ends_at, council.candidates_count) == ("election", None, 2)
    assert (council.referendum, council.referendum_started, council.referendum_ends_at) == ("revealing", 5100, 5140)
    assert council.intermediate_winners == (Winner(member_id=13, vote_power=7),)  # type: ignore[arg-type]


def test_a_stage_that_counts_other_candidates_than_are_stored_is_reported(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    practice_node.put("Council", "Candidates", candidate(9, 60, 1), 16)
    practice_node.seal(2)
    assert "contradiction" in codes(read(practice_node, reach))


def test_a_runtime_without_some_pallets_leaves_their_facts_out_with_a_note(reach: Reach) -> None:
    text = practice_metadata(without=("Staking", "Session", "ForumWorkingGroup", "Referendum", "ProposalsCodex"))
    with PracticeNode(text, first=5000) as node:
        node.put("Council", "Budget", 7)
        node.seal(3)
        found = read(node, reach)
    assert not found.refused
    council = facts(found, StoredCouncil)["council"]
    assert (council.budget, council.referendum) == (7, None)
    assert not facts(found, StoredEra)
    assert not facts(found, ValidatorSet)
    assert set(facts(found, StoredGroup)) == {"storageWorkingGroup", "operationsWorkingGroupAlpha"}
    notes = [problem for reading in found.readings for problem in reading.problems if problem.code == "storage-missing"]
    assert any("Referendum.Stage" in note.what for note in notes)
    assert {note.severity for note in notes} == {"note"}


def test_a_runtime_with_nothing_of_ours_is_no_crash(reach: Reach) -> None:
    with PracticeNode(practice_metadata(only=("System",)), first=5000) as node:
        node.seal(3)
        found = read(node, reach)
    assert not found.refused
    assert found.head.milliseconds is None
    assert not facts(found, StoredCouncil)


@pytest.mark.parametrize("raw", ["0x", "0x00", "0xff", "0x" + "00" * 40, "0x" + "ff" * 40, "0x09" * 1 + "0a" * 200])
def test_values_that_are_not_of_their_type_are_problems_and_the_others_arrive(
    practice_node: PracticeNode, reach: Reach, raw: str
) -> None:
    settle(practice_node)
    for pallet, item in (("Council", "Stage"), ("Council", "CouncilMembers"), ("Referendum", "Stage")):
        practice_node.put_raw(pallet, item, raw)
    practice_node.put_raw("Council", "Candidates", raw, 11)
    practice_node.put_raw("Session", "Validators", raw)
    practice_node.put_raw("ProposalsEngine", "Proposals", raw, 21)
    practice_node.seal(2)
    found = read(practice_node, reach)
    assert not found.refused
    assert "storage-unreadable" in codes(found)
    assert facts(found, StoredCouncil)["council"].budget == 123_456 * JOY
    assert set(facts(found, StoredCandidate)) == {"13"}
    assert set(facts(found, StoredProposal)) >= {"3"}


def test_a_map_of_many_pages_is_whole_even_where_pages_are_shorter_than_asked(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    for member in range(100, 130):
        practice_node.put("Council", "Candidates", candidate(9, 60, member), member)
    practice_node.page = 7
    practice_node.seal(2)
    assert len(facts(read(practice_node, reach), StoredCandidate)) == 32


@pytest.mark.parametrize("name", ["council", "proposals", "groups"])
@pytest.mark.parametrize("lasting", [False, True], ids=["once", "always"])
def test_a_list_with_a_row_missing_is_read_again_and_then_refused(
    practice_node: PracticeNode, reach: Reach, name: str, lasting: bool
) -> None:
    """JSON-RPC gives no totals: the chain's own counters tell that a row is missing."""
    settle(practice_node)
    whole = read(practice_node, reach)
    gone = practice_node.key(
        *{
            "council": ("Council", "Candidates", 11),
            "proposals": ("ProposalsEngine", "Proposals", 21),
            "groups": ("ForumWorkingGroup", "WorkerById", 0),
        }[name]
    )
    dropped: list[str] = []

    def twist(method: str, result: Any) -> Any:
        if method == "state_getKeysPaged" and gone in result and (lasting or not dropped):
            dropped.append(gone)
            return [key for key in result if key != gone]
        return result

    practice_node.twist = twist
    found = read(practice_node, reach)
    assert dropped
    if lasting:
        assert [refused for refused, _ in found.refused] == [name]
        assert "the node gave" in found.refused[0][1]
    else:
        assert [reading.records for reading in found.readings] == [reading.records for reading in whole.readings]


def test_times_are_read_over_the_last_week_or_what_there_is(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    found = read(practice_node, reach)
    times = facts(found, BlockTime)
    assert times["5079"].milliseconds == found.head.milliseconds
    assert len(times) == 1
    assert codes(found) == {"history-missing"} | (codes(found) & {"storage-missing"})


def test_times_of_a_chain_from_its_first_block(practice: str, reach: Reach) -> None:
    with PracticeNode(practice, first=1) as node:
        node.seal(80)
        found = read(node, reach)
        times = {fact.block: fact.milliseconds for fact in facts(found, BlockTime).values()}
        assert sorted(times) == [3, 14, 25, 36, 47, 58, 69, 80]
        assert {times[block + 11] - times[block] for block in (3, 14, 25, 36, 47, 58, 69)} == {66_000}
        node.pruned_before = 70
        assert facts(read(node, reach), BlockTime) == facts(found, BlockTime), (
            "times of pruned states are in the blocks"
        )
        node.bodies_before = 40
        without_old = read(node, reach)
        assert sorted(fact.block for fact in facts(without_old, BlockTime).values()) == [47, 58, 69, 80]
        assert "history-missing" in codes(without_old)


def test_the_same_block_read_again_gives_the_same_facts_and_fetches_no_metadata(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    runtimes = Runtimes()
    first = read(practice_node, reach, runtimes=runtimes)
    assert runtimes.fetched == [2004]
    practice_node.log.clear()
    again = read(practice_node, reach, runtimes=Runtimes(texts=dict(runtimes.texts)), known=first.known)
    assert [reading.records for reading in again.readings] == [reading.records for reading in first.readings]
    assert [reading.problems for reading in again.readings] == [reading.problems for reading in first.readings]
    assert "state_getMetadata" not in {method for method, _ in practice_node.log}
    assert again.spec_before is None


def test_a_node_that_takes_neither_many_keys_nor_batches_gives_the_same_facts(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    usual = read(practice_node, reach)
    practice_node.refused = {"state_queryStorageAt"}
    batched = read(practice_node, reach)
    practice_node.takes_batches = False
    single = read(practice_node, reach)
    for other in (batched, single):
        assert [reading.records for reading in other.readings] == [reading.records for reading in usual.readings]


def test_a_list_whose_keys_a_node_refuses_does_not_take_the_others_with_it(
    practice_node: PracticeNode, reach: Reach
) -> None:
    settle(practice_node)
    practice_node.refused = {"state_getKeysPaged"}
    found = read(practice_node, reach)
    assert {name for name, _ in found.refused} == {"council", "proposals", "groups"}
    assert all("state_getKeysPaged was refused" in why for _, why in found.refused)
    assert facts(found, Issuance)


def test_settings_say_what_cannot_work() -> None:
    with pytest.raises(ValueError, match="one or 2"):
        replace(SETTINGS, urls=())
    with pytest.raises(ValueError, match="lag_minutes"):
        replace(SETTINGS, lag_minutes=0)


def test_every_fact_is_the_same_after_the_store_wrote_and_loaded_it(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    records = [record for reading in read(practice_node, reach).readings for record in reading.records.values()]
    assert {record.kind for record in records} >= {"stored-council", "stored-era", "stored-proposal", "stored-worker"}
    for record in records:
        assert TypeAdapter(KINDS[record.kind]).validate_json(body_of(record)) == record.fact


def test_a_reading_takes_few_requests(practice_node: PracticeNode, reach: Reach) -> None:
    settle(practice_node)
    runtimes = Runtimes()
    read(practice_node, reach, runtimes=runtimes)
    practice_node.requests = 0
    read(practice_node, reach, runtimes=runtimes)
    assert practice_node.requests == 6
