"""Events of the council's budget, and rewards paid to its members; the balance itself is read from the chain."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilBudgetEvent:
    """One event of the council's budget. ``event`` is its name in lower case: budget-refill, request-funded, ...

    ``amount`` is what moved or was set: the refill, the balance set, the new increment or reward, the payment.
    ``next_block`` is when the next refill is planned.
    """

    KIND: ClassVar[str] = "council-budget-event"

    event: str
    block: int | None = None
    at: Moment | None = None
    amount: Amount | None = None
    account: str | None = None
    member_id: int | None = None
    channel: str | None = None
    next_block: int | None = None
    with_rationale: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilReward:
    """One payment of one council member's reward. ``seat`` is the key of the council seat, ``missing`` stays owed."""

    KIND: ClassVar[str] = "council-reward"

    seat: str | None = None
    account: str | None = None
    paid: Amount | None = None
    missing: Amount | None = None
    block: int | None = None
    at: Moment | None = None
