"""The last block whose vote counts, as the product says it, on the practice network for each type that can be created."""

from contextlib import nullcontext, suppress
from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime.codex import TYPES
from secretariat.devnet.runtime.errors import DispatchError
from secretariat.facts.council_state import OpenProposal
from secretariat.facts.proposal_outcomes import Tally, VotingRule, decided
from secretariat.facts.proposal_ways import last_vote_block
from tests.devnet.runtime.test_executing import EFFECTS
from tests.devnet.runtime.town import SIGNAL, elect, events, propose, to_the_second_count, town, vote

DETAILS = {next(iter(details)): details for details, _, _ in reversed(EFFECTS)}
DECIDED = "ProposalsEngine.ProposalDecisionMade"
FAR = 10**6


def filed(chain: Chain, kind: str) -> int:
    """File a proposal of a type; a veto is of another proposal."""
    if kind != "VetoProposal":
        return propose(chain, 6, DETAILS[kind])
    return propose(chain, 6, {kind: propose(chain, 7, SIGNAL)})


def needed(proposal: dict[str, Any]) -> int:
    """Give how many approvals decide."""
    parameters = proposal["parameters"]
    rule = VotingRule(
        approval_quorum=parameters["approval_quorum_percentage"],
        approval_threshold=parameters["approval_threshold_percentage"],
        slashing_quorum=parameters["slashing_quorum_percentage"],
        slashing_threshold=parameters["slashing_threshold_percentage"],
    )
    return next(count for count in range(1, 4) if decided(rule, Tally(approvals=count), 3) == "approved")


def last_block(proposal: dict[str, Any], election: int) -> int:
    """Give what the product says is the last block."""
    found = OpenProposal(
        number=1,
        title=None,
        status="active",
        activated_at=proposal["activated_at"],
        voting_period=proposal["parameters"]["voting_period"],
        grace_period=proposal["parameters"]["grace_period"],
    )
    return last_vote_block(found, found.activated_at, election)


def ended(chain: Chain, kind: str, late: int, election: int) -> list[tuple[int, Any]]:
    """Cast the deciding approval so many blocks after the last one that counts; gives the decision with its block's distance."""
    number = filed(chain, kind)
    proposal = chain.get("ProposalsEngine.Proposals", number)
    deciding, last = needed(proposal), last_block(proposal, election)
    for member in range(deciding - 1):
        vote(chain, member, number, "Approve")
    chain.advance(last + late)
    with suppress(DispatchError) if late else nullcontext():  # in time every vote is taken
        vote(chain, deciding - 1, number, "Approve")
    chain.advance(last + 3)
    return [
        (block - last, decision)
        for block, *values in events(chain, DECIDED)
        if values[0] == number
        for decision in values[1:]
    ]


def test_every_type_that_can_be_created_is_played() -> None:
    assert len(DETAILS) == 27
    assert set(DETAILS) == set(TYPES) - {"UpdateGlobalNftLimit"}


@pytest.mark.parametrize("kind", sorted(DETAILS))
def test_a_vote_in_the_last_block_of_the_period_counts_and_one_block_later_none_does(kind: str) -> None:
    def begun() -> Chain:
        chain = town(council_budget=10**16)
        elect(chain, 0, 1, 2)
        chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": FAR}}, "changed_at": chain.now})
        return chain

    ((block, decision),) = ended(begun(), kind, 0, FAR)
    assert block == 1
    assert "Approved" in decision
    assert ended(begun(), kind, 1, FAR) == [(1, "Expired")]


@pytest.mark.parametrize("kind", sorted(DETAILS))
def test_a_vote_two_blocks_before_the_new_council_counts_and_one_block_later_none_does(kind: str) -> None:
    def begun() -> tuple[Chain, int]:
        chain = town(council_budget=10**16)
        return chain, to_the_second_count(chain, 3, 4, 5)

    chain, election = begun()
    (first, *_) = ended(chain, kind, 0, election)
    assert first[0] == 1
    assert "Approved" in first[1]
    chain, election = begun()
    assert ended(chain, kind, 1, election) == [(2, "Rejected")]
