"""Proposals as a chain dump and as a council report state them."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment

Outcome = str
"""Lower case: executed, execution-failed, rejected, slashed, expired, canceled, vetoed, passed-on, pending, active."""

APPROVED = ("executed", "execution-failed")
"""A proposal whose execution failed was approved all the same: the chain finalises it as approved."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DumpedProposal:
    """One proposal of a dump of ``proposalsEngine.proposals``. Quorums and thresholds are percentages of the council."""

    KIND: ClassVar[str] = "dumped-proposal"

    chain: str | None
    number: int
    title: str
    proposer_id: int | None = None
    created_block: int | None = None
    finalised_block: int | None = None
    outcome: Outcome | None = None
    failure: str | None = None
    approvals: int | None = None
    rejections: int | None = None
    abstentions: int | None = None
    slashes: int | None = None
    voting_period: int | None = None
    grace_period: int | None = None
    approval_quorum: int | None = None
    approval_threshold: int | None = None
    slashing_quorum: int | None = None
    slashing_threshold: int | None = None
    required_stake: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedProposal:
    """One proposal block of a council report. ``amount_printed`` keeps the field's text; ``amount`` only a sure reading.

    A proposal passed on appears in the report of each council that had it; the key has the term.
    """

    KIND: ClassVar[str] = "reported-proposal"

    network: str | None
    chain: str | None
    term: int
    number: int
    title: str
    type: str | None = None
    amount_printed: str | None = None
    amount: Amount | None = None
    destination: str | None = None
    outcome: Outcome | None = None
    failure: str | None = None
    blocks_to_finalise: int | None = None
    proposer: str | None = None
    participants: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalThread:
    """The discussion thread of a proposal, from a dump of ``proposalsDiscussion.threadById``."""

    KIND: ClassVar[str] = "proposal-thread"

    chain: str | None
    thread_id: int
    title: str
    created_block: int | None = None
    author_id: int | None = None
    created_at: Moment | None = None
