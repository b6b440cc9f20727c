"""The life of a proposal: voting, decision, grace, execution (pallet ProposalsEngine).

The engine looks at all proposals in every block before its transactions. Here it looks in the blocks in which something
can have changed: after a vote, at the end of voting and of grace.
"""

import hashlib
from functools import lru_cache
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, council, discussion, executing, members
from secretariat.devnet.runtime.deciding import KINDS, NO_VOTES, decision_of
from secretariat.devnet.runtime.errors import DispatchError, ensure

PROPOSALS, COUNT, ACTIVE = (
    "ProposalsEngine.Proposals",
    "ProposalsEngine.ProposalCount",
    "ProposalsEngine.ActiveProposalCount",
)
VOTES, CODE = "ProposalsEngine.VoteExistsByProposalByVoter", "ProposalsEngine.DispatchableCallCode"
OPEN, DETAILS, VOTERS, LOOK = ":open_proposals", ":proposal_details", ":proposal_voters", ":proposals_looked_at"
"""The world's own: ids of unfinished proposals, what each would do, who has voted on it, the block of the next look."""

PALLET = 29
FIRST = -1
"""The order of what a new runtime does before all pallets."""


def proposal_of(chain: Chain, number: int) -> dict[str, Any]:
    """Give an unfinished proposal. Raises DispatchError."""
    found: dict[str, Any] | None = chain.get(PROPOSALS, number)
    if found is None:
        raise DispatchError("ProposalsEngine", "ProposalNotFound")
    return found


def open_proposals(chain: Chain) -> tuple[int, ...]:
    """Give the ids of all unfinished proposals."""
    return chain.get(OPEN) or ()


@lru_cache(maxsize=65_536)
def _place(number: int) -> bytes:
    return hashlib.blake2b(number.to_bytes(4, "little"), digest_size=16).digest()


def in_storage_order(numbers: tuple[int, ...]) -> list[int]:
    """Give proposals in the order in which the engine walks over its map: by the hash of their keys."""
    return sorted(numbers, key=_place)


# ---------------------------------------------------------------------- coming


def ensure_valid(
    chain: Chain,
    parameters: dict[str, Any],
    title: bytes,
    description: bytes,
    staking_account: bytes | None,
    execution_block: int | None,
) -> None:
    """Check what the engine checks of every new proposal, in its order. Raises DispatchError."""
    pallet = "ProposalsEngine"
    ensure(title, pallet, "EmptyTitleProvided")
    ensure(len(title) <= chain.constant("ProposalsEngine.TitleMaxLength"), pallet, "TitleIsTooLong")
    ensure(description, pallet, "EmptyDescriptionProvided")
    longest = chain.constant("ProposalsEngine.DescriptionMaxLength")
    ensure(len(description) <= longest, pallet, "DescriptionIsTooLong")
    limit = chain.constant("ProposalsEngine.MaxActiveProposalLimit")
    ensure((chain.get(ACTIVE) or 0) < limit, pallet, "MaxActiveProposalNumberExceeded")
    stake = parameters["required_stake"]
    if stake is None:
        ensure(staking_account is None, pallet, "StakeShouldBeEmpty")
    else:
        if staking_account is None:
            raise DispatchError(pallet, "EmptyStake")
        conflicting = balances.conflicts(chain, balances.PROPOSAL, staking_account)
        ensure(not conflicting, pallet, "ConflictingStakes")
        ensure(balances.free(chain, staking_account) >= stake, pallet, "InsufficientBalanceForStake")
    if execution_block is not None:
        ensure(execution_block, pallet, "ZeroExactExecutionBlock")
        earliest = chain.now + parameters["grace_period"] + parameters["voting_period"]
        ensure(execution_block >= earliest, pallet, "InvalidExactExecutionBlock")


def file(
    chain: Chain,
    proposer: int,
    parameters: dict[str, Any],
    details: Any,
    staking_account: bytes | None,
    execution_block: int | None,
) -> int:
    """Store a proposal that was checked. Gives its id; the first is 1."""
    number: int = (chain.get(COUNT) or 0) + 1
    if staking_account is not None and parameters["required_stake"] is not None:
        balances.lock(chain, balances.PROPOSAL, staking_account, parameters["required_stake"])
    proposal = {
        "parameters": parameters,
        "proposer_id": proposer,
        "activated_at": chain.now,
        "status": "Active",
        "voting_results": NO_VOTES,
        "exact_execution_block": execution_block,
        "nr_of_council_confirmations": 0,
        "staking_account_id": staking_account,
    }
    chain.put(PROPOSALS, proposal, number)
    chain.put(CODE, executing.call_of(details), number)
    chain.put(DETAILS, details, number)
    chain.put(COUNT, number)
    chain.put(ACTIVE, (chain.get(ACTIVE) or 0) + 1)
    chain.put(OPEN, (*open_proposals(chain), number))
    chain.hook(chain.now + parameters["voting_period"], PALLET, look)
    return number


# --------------------------------------------------------------------- deciding


def look(chain: Chain) -> None:
    """Decide and execute whatever is due in this block."""
    voters = len(council.councilors(chain))
    for number in in_storage_order(open_proposals(chain)):
        proposal = chain.get(PROPOSALS, number)
        if proposal is None:
            continue
        if proposal["status"] == "Active":
            decision = decision_of(proposal, voters, chain.now)
            if decision is not None:
                finalise(chain, number, decision)
        elif _is_ready(proposal, chain.now):
            _execute(chain, number)


def _is_ready(proposal: dict[str, Any], now: int) -> bool:
    status = proposal["status"]
    return isinstance(status, dict) and now >= _ready_at(proposal, status["PendingExecution"])


def _ready_at(proposal: dict[str, Any], approved_at: int) -> int:
    ready: int = max(approved_at + proposal["parameters"]["grace_period"], proposal["exact_execution_block"] or 0)
    return ready


def finalise(chain: Chain, number: int, decision: Any) -> None:
    """Make a decision true: stake, status, and execution when nothing is left to wait for."""
    proposal = proposal_of(chain, number)
    chain.emit("ProposalsEngine.ProposalDecisionMade", number, decision)
    if decision != {"Approved": "PendingConstitutionality"}:
        _settle_stake(chain, proposal, decision)
    if not isinstance(decision, dict):
        _remove(chain, number)
        return
    waiting = decision["Approved"] == "PendingConstitutionality"
    status: Any = "PendingConstitutionality" if waiting else {"PendingExecution": chain.now}
    confirmations = proposal["nr_of_council_confirmations"] + 1
    approved = {**proposal, "status": status, "nr_of_council_confirmations": confirmations}
    chain.put(PROPOSALS, approved, number)
    chain.emit("ProposalsEngine.ProposalStatusUpdated", number, status)
    if waiting:
        return
    ready = _ready_at(approved, chain.now)
    if ready <= chain.now:
        _execute(chain, number)
    else:
        chain.hook(ready, PALLET, look)


def _settle_stake(chain: Chain, proposal: dict[str, Any], decision: Any) -> None:
    account = proposal["staking_account_id"]
    if account is None:
        return
    fee = 0
    if decision in ("Rejected", "Expired"):
        fee = chain.constant("ProposalsEngine.RejectionFee")
    elif decision == "Canceled":
        fee = chain.constant("ProposalsEngine.CancellationFee")
    elif decision == "Slashed":
        fee = proposal["parameters"]["required_stake"] or 0
    if fee:
        balances.slash(chain, balances.PROPOSAL, account, fee)
    balances.unlock(chain, balances.PROPOSAL, account)


def _execute(chain: Chain, number: int) -> None:
    details = chain.get(DETAILS, number)
    try:
        with chain.attempt():
            executing.execute(chain, details)
        status: Any = "Executed"
    except DispatchError as error:
        status = {"ExecutionFailed": {"error": error.name.encode()}}
    chain.emit("ProposalsEngine.ProposalExecuted", number, status)
    _remove(chain, number)
    if status == "Executed" and "RuntimeUpgrade" in details:
        chain.hook(chain.now + 1, FIRST, cancel_all)


def cancel_all(chain: Chain) -> None:
    """Cancel every unfinished proposal, as a new runtime does in its first block."""
    for number in in_storage_order(open_proposals(chain)):
        finalise(chain, number, "CanceledByRuntime")


def _remove(chain: Chain, number: int) -> None:
    _forget_votes(chain, number)
    for item in (PROPOSALS, CODE, DETAILS):
        chain.put(item, None, number)
    chain.put(ACTIVE, max(0, (chain.get(ACTIVE) or 0) - 1))
    chain.put(OPEN, tuple(one for one in open_proposals(chain) if one != number))
    discussion.forget_proposal(chain, number)


def _forget_votes(chain: Chain, number: int) -> None:
    for voter in chain.get(VOTERS, number) or ():
        chain.put(VOTES, None, number, voter)
    chain.put(VOTERS, None, number)


def reject_active(chain: Chain) -> None:
    """Reject everything that is being voted on, as a new council does."""
    for number in in_storage_order(open_proposals(chain)):
        if chain.get(PROPOSALS, number)["status"] == "Active":
            finalise(chain, number, "Rejected")


def reactivate_dormant(chain: Chain) -> None:
    """Put what the council before has approved to the vote again, without its votes."""
    for number in in_storage_order(open_proposals(chain)):
        proposal = chain.get(PROPOSALS, number)
        if proposal["status"] == "PendingConstitutionality":
            _forget_votes(chain, number)
            again = {**proposal, "activated_at": chain.now, "status": "Active", "voting_results": NO_VOTES}
            chain.put(PROPOSALS, again, number)
            chain.hook(chain.now + proposal["parameters"]["voting_period"], PALLET, look)
            chain.emit("ProposalsEngine.ProposalStatusUpdated", number, "Active")


# ------------------------------------------------------------------------ calls


def vote(chain: Chain, origin: bytes, voter_id: int, proposal_id: int, vote: str, rationale: bytes) -> None:
    """Cast a council member's vote; it is counted at the start of the next block."""
    ensure(members.is_controller(chain, origin, voter_id), "Council", "MemberIdNotMatchAccount")
    ensure(voter_id in council.councilors(chain), "Council", "NotCouncilor")
    proposal = proposal_of(chain, proposal_id)
    ensure(proposal["status"] == "Active", "ProposalsEngine", "ProposalFinalized")
    ensure(chain.get(VOTES, proposal_id, voter_id) is None, "ProposalsEngine", "AlreadyVoted")
    results, where = proposal["voting_results"], KINDS[vote]
    counted = {**results, where: results[where] + 1}
    chain.put(PROPOSALS, {**proposal, "voting_results": counted}, proposal_id)
    chain.put(VOTES, vote, proposal_id, voter_id)
    chain.put(VOTERS, (*(chain.get(VOTERS, proposal_id) or ()), voter_id), proposal_id)
    chain.emit("ProposalsEngine.Voted", voter_id, proposal_id, vote, rationale)
    if chain.get(LOOK) != chain.now + 1:
        chain.put(LOOK, chain.now + 1)
        chain.hook(chain.now + 1, PALLET, look)


def cancel_proposal(chain: Chain, origin: bytes, proposer_id: int, proposal_id: int) -> None:
    """Take one's own proposal back while nobody has voted."""
    members.ensure_controller(chain, origin, proposer_id)
    proposal = proposal_of(chain, proposal_id)
    ensure(proposal["proposer_id"] == proposer_id, "ProposalsEngine", "NotAuthor")
    ensure(proposal["status"] == "Active", "ProposalsEngine", "ProposalFinalized")
    ensure(proposal["voting_results"] == NO_VOTES, "ProposalsEngine", "ProposalHasVotes")
    finalise(chain, proposal_id, "Canceled")
    chain.emit("ProposalsEngine.ProposalCancelled", proposer_id, proposal_id)


def veto(chain: Chain, number: int) -> None:
    """Stop a proposal that is being voted on or waits for its execution."""
    proposal = proposal_of(chain, number)
    ensure(proposal["status"] != "PendingConstitutionality", "ProposalsEngine", "ProposalFinalized")
    finalise(chain, number, "Vetoed")
