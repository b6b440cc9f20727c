"""The proposal that elects the council secretary: how far it is, by the chain's facts."""

from dataclasses import dataclass
from typing import Literal

from secretariat.facts.chain_proposals import Proposal, ProposalDecision
from secretariat.facts.live_proposals import OPEN
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_proposals import StoredProposal

IN_TIME_BLOCKS = 14_400
"""A proposal that elects the secretary is in time when it is approved at most so many blocks after the term's first."""

SIGNAL = "signal"
"""The type of a proposal that elects the secretary."""

How = Literal["not known", "created", "approved", "executed", "rejected"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Electing:
    """One proposal that elects the secretary.

    ``approved`` is the block of its approval, where known; ``at`` the block in which the present state began; ``word`` the query
    node's word for how it ended.
    """

    number: int
    how: How
    word: str = ""
    approved: int | None = None
    at: int | None = None
    source: str = ""

    def in_time(self, first: int) -> bool | None:
        """Tell whether it was approved in time for a term; None where it is not approved, or the block is not known.

        It is approved before it is executed: so one that was executed in time was approved in time.
        """
        limit = first + IN_TIME_BLOCKS
        if self.how not in ("approved", "executed"):
            return None
        if self.approved is not None:
            return self.approved <= limit
        return True if self.how == "executed" and self.at is not None and self.at <= limit else None


def why_not_electing(fact: Proposal | StoredProposal, first: int | None) -> str:
    """Say why a proposal cannot elect the secretary for the term that began in block ``first`` (None: not known); empty where it can.

    It is a Signal, and none from before the term: the office is asked for as the term begins. The chain's storage tells only since when the
    council votes on it.
    """
    if isinstance(fact, StoredProposal):
        began, how = fact.activated_at, "the vote on it began"
    else:
        began, how = fact.created_block, "it was created"
        if fact.type is not None and fact.type != SIGNAL:
            return f"it is of the type {fact.type}, and a Signal is what does that"
    if first is None or began is None or began >= first:
        return ""
    return f"{how} in block {began:,}, before the term began in block {first:,}"


def electing(snapshot: Snapshot, number: int) -> Electing:
    """Tell how far a proposal is. The end is the query node's word; before it the chain's own storage is the newer one."""
    told = next((one for one in snapshot.of(Proposal) if one.fact.number == number), None)
    stored = next((one for one in snapshot.of(StoredProposal) if one.fact.number == number), None)
    approved = _approved(snapshot, number)
    status = None if told is None else told.fact.status
    if told is not None and status is not None and status not in OPEN:
        how: How = "executed" if status == "executed" else "rejected"
        return Electing(
            number=number, how=how, word=status, approved=approved, at=told.fact.status_block, source=told.source
        )
    if stored is not None and stored.fact.status is not None:
        active = stored.fact.status == "active"
        at = stored.fact.activated_at if active else stored.fact.approved_at
        block = None if active else stored.fact.approved_at or approved
        how = "created" if active else "approved"
        return Electing(number=number, how=how, word=stored.fact.status, approved=block, at=at, source=stored.source)
    if told is not None and status is not None:
        how = "created" if status == "deciding" else "approved"
        return Electing(
            number=number, how=how, word=status, approved=approved, at=told.fact.status_block, source=told.source
        )
    return Electing(number=number, how="not known")


def _approved(snapshot: Snapshot, number: int) -> int | None:
    """Give the block of the decision by which a proposal came to wait for its execution."""
    blocks = (
        one.fact.block
        for one in snapshot.of(ProposalDecision)
        if one.fact.proposal == number and one.fact.status == "gracing"
    )
    return min((block for block in blocks if block is not None), default=None)
