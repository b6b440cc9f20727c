"""Until when a vote on an open proposal counts, and when it is carried out, whatever way the election goes.

Sources: ``joy:runtime-modules/proposals/engine/src/lib.rs`` and ``types/mod.rs``, and ``new_council_elected`` in
``joy:runtime/src/lib.rs``. Proposals are looked at at the beginning of a block, before its votes, and after the
referendum (pallets 29 and 20): in the block of an election the council change comes first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from secretariat.facts.council_stages import StateWrong
from secretariat.facts.council_state import OpenProposal
from secretariat.facts.election_ways import Branch

ProposalEnd = Literal["last-proposal-vote", "council-change-rejects", "proposal-execution", "dormant-proposal-returns"]


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalMark:
    """What happens to a proposal in one block on one branch; ``last_usable`` is the last block that can change it."""

    name: ProposalEnd
    block: int
    last_usable: int
    branch: Branch
    proposal: int
    note: str | None = None


def proposal_marks(
    proposals: Iterable[OpenProposal], elections: Mapping[Branch, tuple[int, int]], head: int
) -> tuple[ProposalMark, ...]:
    """List the marks of every proposal. ``elections`` has each branch's next election block and the one after.

    Raises StateWrong for a proposal that would not be in storage any more, or not yet.
    """
    marks: list[ProposalMark] = []
    seen: set[int] = set()
    for index, proposal in enumerate(proposals):
        check_proposal(proposal, head, f"proposals[{index}]")
        if proposal.number in seen:
            raise StateWrong(f"proposals[{index}].id", f"proposal {proposal.number} is given twice")
        seen.add(proposal.number)
        if proposal.status == "active":
            marks += _active(proposal, elections, head)
        elif proposal.status == "pending-execution":
            marks.append(_pending(proposal))
        else:
            for branch, (election, after) in elections.items():
                marks += _dormant(proposal, branch, election, after)
    return tuple(marks)


def check_proposal(proposal: OpenProposal, head: int, place: str) -> None:
    """Raise StateWrong when a proposal cannot be in the storage of the block ``head`` as it is."""
    if proposal.activated_at > head:
        raise StateWrong(
            f"{place}.activated_at",
            f"block {proposal.activated_at:,} is after the head {head:,}; read both at one block",
        )
    expires = proposal.activated_at + proposal.voting_period
    if proposal.status != "pending-execution" and proposal.council_confirmations >= max(proposal.constitutionality, 1):
        raise StateWrong(
            f"{place}.nr_of_council_confirmations",
            f"{proposal.council_confirmations} councils have approved it, of {proposal.constitutionality} that must: "
            "it would be approved",
        )
    if proposal.status == "active" and expires <= head:
        raise StateWrong(
            place,
            f"its voting ended in block {expires:,} and the head is {head:,}: in that block it was decided; read it at the head",
        )
    if proposal.status != "pending-execution":
        return
    if proposal.approved_at is None or not proposal.activated_at <= proposal.approved_at <= head:
        raise StateWrong(
            f"{place}.status.PendingExecution",
            f"the block of the approval lies between activated_at {proposal.activated_at:,} and the head {head:,}",
        )
    if _execution(proposal, proposal.approved_at) <= head:
        raise StateWrong(
            place,
            f"it was to be carried out in block {_execution(proposal, proposal.approved_at):,} and the head is {head:,}; "
            "read it at the head",
        )


def last_vote_block(proposal: OpenProposal, activated_at: int, election: int) -> int:
    """Give the last block in which a vote on a proposal still counts if the next council is elected in ``election``.

    A vote is counted in the block after it. The proposal expires in ``activated_at + voting_period``; a council change
    rejects every active proposal before that block's count, so a vote of the block before is lost too.
    """
    return min(activated_at + proposal.voting_period - 1, election - 2)


def _execution(proposal: OpenProposal, approved_at: int) -> int:
    """Give the block of execution: grace period over, and the exact block reached where one is set."""
    return max(approved_at + proposal.grace_period, proposal.exact_execution_block or 0)


def _active(proposal: OpenProposal, elections: Mapping[Branch, tuple[int, int]], head: int) -> list[ProposalMark]:
    expires = proposal.activated_at + proposal.voting_period
    earliest = min(election for election, _ in elections.values())
    safe = last_vote_block(proposal, proposal.activated_at, earliest)
    marks = [_vote(proposal, "always", min(expires, earliest), safe, lost=expires >= earliest)]
    for branch, (election, _) in elections.items():
        last = last_vote_block(proposal, proposal.activated_at, election)
        if last > safe:
            marks.append(_vote(proposal, branch, min(expires, election), last, lost=expires >= election))
            marks += _approved(proposal, last, head, branch)
        if expires >= election:
            marks.append(
                ProposalMark(
                    name="council-change-rejects",
                    block=election,
                    last_usable=last,
                    branch=branch,
                    proposal=proposal.number,
                    note="if it is not decided before, the council change rejects it and its proposer pays the rejection fee",
                )
            )
    return [*marks, *_approved(proposal, safe, head, "proposal-approved")]


def _approved(proposal: OpenProposal, last_vote: int, head: int, branch: Branch) -> list[ProposalMark]:
    """Carry an active proposal out that the last vote that counts approves; none where another council must approve it too."""
    if last_vote < head or proposal.council_confirmations + 1 < proposal.constitutionality:
        return []
    note = "if the last vote that counts approves it; sooner if it is approved sooner"
    return [_executed(proposal, last_vote + 1, branch, note)]


def _vote(proposal: OpenProposal, branch: Branch, block: int, last: int, *, lost: bool) -> ProposalMark:
    notes = []
    if lost:
        notes.append("the council change comes before the voting period ends")
    needed = proposal.constitutionality - proposal.council_confirmations
    if needed > 1:
        notes.append(f"{needed} councils in a row must still approve it; after this one it waits for the next")
    return ProposalMark(
        name="last-proposal-vote",
        block=block,
        last_usable=last,
        branch=branch,
        proposal=proposal.number,
        note="; ".join(notes) or None,
    )


def _pending(proposal: OpenProposal) -> ProposalMark:
    approved_at = proposal.approved_at if proposal.approved_at is not None else proposal.activated_at
    return _executed(proposal, approved_at, "always", "a council change does not stop it")


def _executed(proposal: OpenProposal, approved_at: int, branch: Branch, note: str) -> ProposalMark:
    block = _execution(proposal, approved_at)
    return ProposalMark(
        name="proposal-execution",
        block=block,
        last_usable=block - 1,
        branch=branch,
        proposal=proposal.number,
        note=note,
    )


def _dormant(proposal: OpenProposal, branch: Branch, election: int, after: int) -> list[ProposalMark]:
    """Let a dormant proposal become active in the block of the next election, without votes, for a whole voting period."""
    returns = ProposalMark(
        name="dormant-proposal-returns",
        block=election,
        last_usable=election - 1,
        branch=branch,
        proposal=proposal.number,
        note="it becomes active again without votes",
    )
    expires = election + proposal.voting_period
    last = last_vote_block(proposal, election, after)
    return [returns, _vote(proposal, branch, min(expires, after), last, lost=expires >= after)]
