"""Proposals: what a council change does to them, their fees, grace, constitutionality, limits and refusals."""

from typing import Any

import pytest

from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.codex import TYPES
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.runtime.town import (
    FUNDING,
    PEOPLE,
    SIGNAL,
    act,
    controller,
    elect,
    events,
    propose,
    refused,
    send,
    staking,
    to_the_second_count,
    town,
    vote,
)

DECIDED = "ProposalsEngine.ProposalDecisionMade"
APPROVED = {"Approved": "PendingExecution"}
FEE = 833_333_333_330


@pytest.mark.parametrize(("before", "decision"), [(2, APPROVED), (1, "Rejected")])
def test_a_deciding_vote_two_blocks_before_the_new_council_passes_and_one_before_is_lost(
    before: int, decision: Any
) -> None:
    chain = town(council_budget=10**16)
    elected = to_the_second_count(chain, 3, 4, 5)
    number = propose(chain, 6, FUNDING)
    vote(chain, 0, number, "Approve")
    chain.advance(elected - before)
    vote(chain, 1, number, "Approve")
    chain.advance(elected + 1)
    assert events(chain, "Council.NewCouncilElected")[-1][0] == elected
    assert events(chain, DECIDED) == [(elected - before + 1, number, decision)]
    assert balances.free(chain, staking(6, 1)) == 10**6 * JOY - (0 if decision == APPROVED else FEE)


def test_no_vote_of_the_old_council_is_cast_after_the_election() -> None:
    chain = town()
    elected = to_the_second_count(chain, 3, 4, 5)
    number = propose(chain, 6, FUNDING)
    chain.advance(elected)
    with refused("Council.NotCouncilor"):
        vote(chain, 0, number, "Approve")
    with refused("ProposalsEngine.ProposalNotFound"):
        vote(chain, 3, number, "Approve")


def test_what_waits_for_its_execution_survives_a_new_council() -> None:
    chain = town(council_budget=10**16)
    elected = to_the_second_count(chain, 3, 4, 5)
    number = propose(chain, 6, FUNDING)
    for member in (0, 1):
        vote(chain, member, number, "Approve")
    chain.advance(elected + 1)
    assert chain.get("ProposalsEngine.Proposals", number)["status"] == {"PendingExecution": 582}
    chain.advance(582 + 1_200)
    assert events(chain, "ProposalsEngine.ProposalExecuted") == [(1_782, number, "Executed")]
    assert events(chain, "Council.RequestFunded") == [(1_782, bytes([9]) * 32, 100 * JOY)]


def test_a_constitutional_proposal_needs_two_councils() -> None:
    chain = town()
    elect(chain, 0, 1, 2)
    number = propose(chain, 6, {"SetCouncilorReward": 7})
    for member in (0, 1, 2):
        vote(chain, member, number, "Approve")
    chain.advance(chain.now + 1)
    assert chain.get("ProposalsEngine.Proposals", number)["status"] == "PendingConstitutionality"
    assert balances.locked(chain, balances.PROPOSAL, staking(6, 1)) == 333_333_333_332_000
    again = elect(chain, 3, 4, 5)
    proposal = chain.get("ProposalsEngine.Proposals", number)
    assert (proposal["status"], proposal["activated_at"]) == ("Active", again)
    assert sum(proposal["voting_results"].values()) == 0
    assert list(chain.keys("ProposalsEngine.VoteExistsByProposalByVoter")) == []
    for member in (3, 4, 5):
        vote(chain, member, number, "Approve")
    chain.advance(again + 1)
    assert events(chain, DECIDED)[-1] == (again + 1, number, APPROVED)
    assert balances.locked(chain, balances.PROPOSAL, staking(6, 1)) == 0
    chain.advance(again + 1 + 43_200)
    assert chain.get("Council.CouncilorReward") == 7


def test_the_last_vote_that_counts_is_the_one_before_the_end_of_voting() -> None:
    chain = town(council_budget=10**16)
    elected = elect(chain, 0, 1, 2)
    chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": 10**6}}, "changed_at": elected})
    first, second = propose(chain, 5, FUNDING), propose(chain, 6, FUNDING)
    for number in (first, second):
        vote(chain, 0, number, "Approve")
    chain.advance(elected + 43_199)
    vote(chain, 1, first, "Approve")
    chain.advance(elected + 43_200)
    with refused("ProposalsEngine.ProposalNotFound"):
        vote(chain, 1, second, "Approve")
    assert sorted(events(chain, DECIDED)) == [
        (elected + 43_200, first, APPROVED),
        (elected + 43_200, second, "Expired"),
    ]


@pytest.mark.parametrize(
    ("votes", "decision", "fee"),
    [("", "Canceled", 166_666_666_666), ("RR", "Rejected", FEE), ("SSS", "Slashed", 35_000_000_000_000)],
)
def test_what_a_decision_costs(votes: str, decision: str, fee: int) -> None:
    chain = town()
    elect(chain, 0, 1, 2)
    issued = chain.get("Balances.TotalIssuance")
    number = propose(chain, 6, FUNDING)
    assert balances.locked(chain, balances.PROPOSAL, staking(6, 1)) == 35_000_000_000_000
    for member, letter in enumerate(votes):
        vote(chain, member, number, {"R": "Reject", "S": "Slash"}[letter])
    if not votes:
        act(chain, 6, "ProposalsEngine.cancel_proposal", proposer_id=6, proposal_id=number)
    chain.advance(chain.now + 1)
    assert [values[1:] for values in events(chain, DECIDED)] == [(number, decision)]
    assert balances.free(chain, staking(6, 1)) == 10**6 * JOY - fee
    assert chain.get("Balances.TotalIssuance") == issued - fee
    assert balances.locked(chain, balances.PROPOSAL, staking(6, 1)) == 0
    assert chain.get("ProposalsEngine.ActiveProposalCount") == 0


def test_who_may_not_cancel() -> None:
    chain = town()
    elect(chain, 0, 1, 2)
    number = propose(chain, 6, FUNDING)
    with refused("ProposalsEngine.NotAuthor"):
        act(chain, 5, "ProposalsEngine.cancel_proposal", proposer_id=5, proposal_id=number)
    vote(chain, 0, number, "Abstain")
    with refused("ProposalsEngine.AlreadyVoted"):
        vote(chain, 0, number, "Approve")
    with refused("ProposalsEngine.ProposalHasVotes"):
        act(chain, 6, "ProposalsEngine.cancel_proposal", proposer_id=6, proposal_id=number)


def test_an_execution_without_the_money_fails_and_pays_nobody() -> None:
    chain = town()
    elected = elect(chain, 0, 1, 2)
    chain.put("Council.Budget", 150 * JOY)
    chain.put("Council.CouncilorReward", 0)
    numbers = [propose(chain, member, FUNDING) for member in (5, 6)]
    for number in numbers:
        for member in (0, 1):
            vote(chain, member, number, "Approve")
    chain.advance(elected + 1_201)
    failed = {"ExecutionFailed": {"error": b"InsufficientFundsForFundingRequest"}}
    outcomes = {values[1]: values[2] for values in events(chain, "ProposalsEngine.ProposalExecuted")}
    assert sorted(map(str, outcomes.values())) == sorted(["Executed", str(failed)])
    assert chain.get("Council.Budget") == 50 * JOY
    assert len(events(chain, "Council.RequestFunded")) == 1


def test_an_exact_execution_block_is_waited_for() -> None:
    chain = town(council_budget=10**16)
    elected = elect(chain, 0, 1, 2)
    earliest = elected + 43_200 + 1_200
    with refused("ProposalsEngine.InvalidExactExecutionBlock"):
        propose(chain, 6, FUNDING, exact_execution_block=earliest - 1)
    number = propose(chain, 6, FUNDING, exact_execution_block=earliest)
    for member in (0, 1):
        vote(chain, member, number, "Approve")
    chain.advance(earliest)
    assert events(chain, "ProposalsEngine.ProposalExecuted") == [(earliest, number, "Executed")]


def test_without_grace_it_is_executed_at_once() -> None:
    chain = town(council_budget=500 * JOY)
    elect(chain, 0, 1, 2)
    number = propose(chain, 6, {"DecreaseCouncilBudget": 200 * JOY})
    for member in (0, 1, 2):
        vote(chain, member, number, "Approve")
    before = chain.get("Council.Budget")
    chain.advance(chain.now + 1)
    assert chain.get("Council.Budget") == before - 200 * JOY
    assert [event.name.split(".")[1] for event in chain.events_of(chain.now)] == [
        "ProposalDecisionMade",
        "ProposalStatusUpdated",
        "CouncilBudgetDecreased",
        "ProposalExecuted",
    ]


@pytest.mark.parametrize(
    ("general", "error"),
    [
        ({"title": b""}, "EmptyTitleProvided"),
        ({"title": "é".encode() * 20 + b"x"}, "TitleIsTooLong"),
        ({"description": b""}, "EmptyDescriptionProvided"),
        ({"description": "é".encode() * 1_500 + b"x"}, "DescriptionIsTooLong"),
        ({"staking_account_id": None}, "EmptyStake"),
        ({"staking_account_id": staking(3)}, "InvalidStakingAccountForMember"),
    ],
)
def test_what_the_engine_refuses(general: dict[str, Any], error: str) -> None:
    chain = town()
    chain.advance(1)
    with refused(f"ProposalsEngine.{error}"):
        propose(chain, 6, SIGNAL, **general)
    assert chain.get("ProposalsDiscussion.ThreadCount") == 0
    assert chain.events_of(1)[0].name == "Council.AnnouncingPeriodStarted"


def test_forty_and_three_thousand_bytes_are_allowed() -> None:
    chain = town()
    assert propose(chain, 6, SIGNAL, title="é".encode() * 20, description="é".encode() * 1_500) == 1


def _requests(*amounts: int, same: bool = False) -> Any:
    accounts = [bytes([7 if same else index]) * 32 for index in range(len(amounts))]
    pairs = zip(accounts, amounts, strict=True)
    return {"FundingRequest": tuple({"account": account, "amount": amount} for account, amount in pairs)}


@pytest.mark.parametrize(
    ("details", "error"),
    [
        ({"Signal": b""}, "ProposalsCodex.SignalProposalIsEmpty"),
        ({"RuntimeUpgrade": b""}, "ProposalsCodex.RuntimeProposalIsEmpty"),
        (_requests(), "ProposalsCodex.InvalidFundingRequestProposalNumberOfAccount"),
        (_requests(*([JOY] * 21)), "ProposalsCodex.InvalidFundingRequestProposalNumberOfAccount"),
        (_requests(0), "ProposalsCodex.InvalidFundingRequestProposalBalance"),
        (_requests(10**16, 1), "ProposalsCodex.InvalidFundingRequestProposalBalance"),
        (_requests(JOY, JOY, same=True), "ProposalsCodex.InvalidFundingRequestProposalRepeatedAccount"),
        ({"SetMaxValidatorCount": 101}, "ProposalsCodex.InvalidValidatorCount"),
        ({"DecreaseCouncilBudget": 0}, "ProposalsCodex.ReductionAmountZero"),
        ({"UpdateGlobalNftLimit": ("Daily", 5)}, "System.CallFiltered"),
    ],
)
def test_what_a_type_refuses(details: Any, error: str) -> None:
    with refused(error):
        propose(town(), 6, details)


def test_bounties_cannot_be_created() -> None:
    with refused("System.CallFiltered"):
        send(town(), controller(1), "Bounty.create_bounty", params={}, metadata=b"")


def test_a_staking_account_carries_one_proposal_only() -> None:
    chain = town()
    propose(chain, 6, SIGNAL)
    with refused("ProposalsEngine.ConflictingStakes"):
        propose(chain, 6, SIGNAL)


def test_twenty_proposals_are_open_at_most() -> None:
    chain = town()
    accounts = [staking(member, 1) for member in range(PEOPLE)]
    for number in range(20):
        chain.put(balances.LOCKS, None, accounts[number % PEOPLE])
        propose(chain, number % PEOPLE, SIGNAL)
    chain.put(balances.LOCKS, None, accounts[0])
    with refused("ProposalsEngine.MaxActiveProposalNumberExceeded"):
        propose(chain, 0, SIGNAL)


def test_each_type_but_one_has_its_parameters_and_its_call() -> None:
    from secretariat.devnet.runtime import codex, executing

    chain = town()
    assert len(TYPES) == 28
    for kind in TYPES:
        assert codex.parameters_of(chain, kind)["required_stake"] > 0
    assert set(executing._EFFECTS) == set(TYPES) - {"UpdateGlobalNftLimit"}
