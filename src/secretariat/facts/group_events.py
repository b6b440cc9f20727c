"""Events of the working groups: money that moved, and staff that came, changed or went."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment

LEADER_UNSET = "leader-unset"
"""The event by which a group has no lead any more."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupMoneyEvent:
    """One event of a group's budget.

    ``event`` is reward-paid, budget-spending, vested-budget-spending, budget-updated (by a proposal; the amount is
    signed), budget-set (the amount is the new budget) or budget-funded (a member's gift). ``payment`` of a reward is
    regular or missed (paid later than due). ``account`` received the tokens.
    """

    KIND: ClassVar[str] = "group-money-event"

    event: str
    group: str | None = None
    block: int | None = None
    at: Moment | None = None
    amount: Amount | None = None
    worker: str | None = None
    member_id: int | None = None
    account: str | None = None
    payment: str | None = None
    per_block: Amount | None = None
    starting_block: int | None = None
    with_rationale: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupStaffEvent:
    """One event about openings, applications or workers. ``event`` is its name in lower case: opening-filled, leader-set.

    ``amount`` is what the event is about: the stake added or taken off, the penalty, the amount slashed, the new reward
    per block, or the reward owed by now.
    """

    KIND: ClassVar[str] = "group-staff-event"

    event: str
    group: str | None = None
    block: int | None = None
    at: Moment | None = None
    worker: str | None = None
    opening: str | None = None
    application: str | None = None
    hired: tuple[str, ...] = ()
    amount: Amount | None = None
    requested: Amount | None = None
    account: str | None = None
    with_rationale: bool | None = None
