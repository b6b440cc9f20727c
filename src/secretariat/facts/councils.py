"""Councils of the chain: who sat from when to when, and the stages of the council's year as the query node lists them."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectedCouncil:
    """One elected council. The query node begins with an invented one at block 0, without members."""

    KIND: ClassVar[str] = "elected-council"

    elected_block: int | None = None
    elected_at: Moment | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None
    resigned: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilSeat:
    """One member's seat in one council. ``council`` is the key of the elected council."""

    KIND: ClassVar[str] = "council-seat"

    council: str | None = None
    member_id: int | None = None
    stake: Amount | None = None
    staking_account: str | None = None
    reward_account: str | None = None
    last_payment_block: int | None = None
    unpaid_reward: Amount | None = None
    accumulated_reward: Amount | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class StageUpdate:
    """One change of the council's stage. ``stage`` is announcing, election or idle.

    ``ends_at`` is the block that the chain stored when the stage began; the election stage has none. ``candidates`` counts
    announcements: the query node does not take withdrawals off. ``problem`` tells why announcing began anew.
    """

    KIND: ClassVar[str] = "stage-update"

    stage: str | None = None
    changed_block: int | None = None
    ends_at: int | None = None
    candidates: int | None = None
    problem: str | None = None
    council: str | None = None
    created_at: Moment | None = None
