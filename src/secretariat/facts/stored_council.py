"""The council as the chain stores it at one block: stage, seats, candidates, budget and next payments."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from secretariat.facts.amounts import Amount

CouncilStageName = Literal["announcing", "election", "idle"]
ReferendumStageName = Literal["inactive", "voting", "revealing"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Winner:
    """One candidate with revealed votes so far: member and stake behind the candidacy."""

    member_id: int | None = None
    vote_power: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredCouncil:
    """Stages and money of the council; unknown where the runtime does not have the item.

    ``stage_ends_at`` and ``referendum_ends_at`` are the stored blocks in which the next stage begins: never worked out
    from durations, which may have changed since. ``cycle`` is the chain's AnnouncementPeriodNr. ``councilor_reward`` is
    for one block and one council member; the next refill and rewards are blocks.
    """

    KIND: ClassVar[str] = "stored-council"

    cycle: int | None = None
    stage: CouncilStageName | None = None
    stage_changed_at: int | None = None
    stage_ends_at: int | None = None
    candidates_count: int | None = None
    referendum: ReferendumStageName | None = None
    referendum_started: int | None = None
    referendum_ends_at: int | None = None
    referendum_cycle: int | None = None
    winning_target_count: int | None = None
    intermediate_winners: tuple[Winner, ...] = ()
    budget: Amount | None = None
    budget_increment: Amount | None = None
    next_budget_refill: int | None = None
    councilor_reward: Amount | None = None
    next_reward_payments: int | None = None
    era_payout_damping_percent: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredCandidate:
    """One candidate of the current cycle; its key is the member id. Accounts are public keys."""

    KIND: ClassVar[str] = "stored-candidate"

    member_id: int
    cycle: int
    staking_account: str | None = None
    reward_account: str | None = None
    stake: Amount | None = None
    vote_power: Amount | None = None
    note_hash: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredSeat:
    """One member of the sitting council; its key is the member id. Accounts are public keys."""

    KIND: ClassVar[str] = "stored-seat"

    member_id: int
    staking_account: str | None = None
    reward_account: str | None = None
    stake: Amount | None = None
    last_payment_block: int | None = None
    unpaid_reward: Amount | None = None
