"""Unfinished proposals as the chain stores them, each with its own parameters and votes."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.amounts import Amount

StoredStatus = Literal["active", "pending-execution", "pending-constitutionality"]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredVote:
    """One council member's vote in the present round, in the chain's words: approve, reject, slash, abstain."""

    member_id: int | None = None
    vote: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredProposal:
    """One proposal that is not finished; finished ones are removed from storage. Its key is its number.

    ``approved_at`` is the block of the approval while execution is pending. Quorums and thresholds are per cent.
    ``council_confirmations`` counts the councils that approved it, of ``constitutionality`` in a row that must.
    ``call`` names what it would run, ``thread`` its discussion.
    """

    KIND: ClassVar[str] = "stored-proposal"

    number: int
    proposer_id: int | None = None
    status: StoredStatus | None = None
    activated_at: int | None = None
    approved_at: int | None = None
    exact_execution_block: int | None = None
    council_confirmations: int | None = None
    staking_account: str | None = None
    thread: int | None = None
    call: str | None = None
    voting_period: int | None = None
    grace_period: int | None = None
    approval_quorum: int | None = None
    approval_threshold: int | None = None
    slashing_quorum: int | None = None
    slashing_threshold: int | None = None
    required_stake: Amount | None = None
    constitutionality: int | None = None
    approvals: int | None = None
    rejections: int | None = None
    slashes: int | None = None
    abstentions: int | None = None
    votes: tuple[StoredVote, ...] = ()
