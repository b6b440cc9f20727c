"""The council's budget ahead: what the chain has stored to come in and go out, block by block, up to executions to come.

Sources: ``joy:runtime-modules/council/src/lib.rs`` (refills, rewards, what an election pays) and the order of pallets in
``joy:runtime/src/lib.rs``: council, referendum, proposals engine. Nothing else is foreseen: gifts, NFT income and channel rewards
come on top.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from secretariat.facts.stored_council import StoredCouncil, StoredSeat

FARTHEST = 403_200
"""Nothing is reckoned for more than so many blocks ahead (28 days at six seconds)."""

Effect = Literal["pays", "brings", "sets-increment", "sets-reward"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Execution:
    """An execution to come, in base units: what it pays out of the budget or brings into it, or the figure that it sets."""

    proposal: int
    block: int
    effect: Effect
    amount: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Periods:
    """Blocks from one refill to the next, and from one payment of rewards to the next."""

    refill: int
    reward: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Expected:
    """The budget just before an execution that pays, and how it came about since the head, all in base units.

    ``refills`` and ``rewards`` are sums; ``others`` what executions before it pay less what they bring.
    """

    execution: Execution
    budget: int
    refills: int
    rewards: int
    others: int

    @property
    def short(self) -> int:
        """Give how much is lacking; 0 where it is covered."""
        return max(0, self.execution.amount - self.budget)


@dataclass(kw_only=True)
class _Seat:
    last: int
    unpaid: int


@dataclass(kw_only=True)
class _Purse:
    """The budget as it changes, with the sums of what changed it."""

    budget: int
    increment: int
    reward: int
    next_refill: int
    next_rewards: int
    seats: list[_Seat]
    refills: int = 0
    rewards: int = 0
    others: int = 0
    expected: list[Expected] = field(default_factory=list)

    def refill(self) -> None:
        self.budget += self.increment
        self.refills += self.increment

    def pay(self, block: int) -> None:
        """Pay the council what has come together, seat by seat, as far as the budget goes."""
        for seat in self.seats:
            owed = seat.unpaid + (block - seat.last) * self.reward
            paid = min(owed, self.budget)
            if paid:
                seat.last, seat.unpaid = block, owed - paid
            self.budget -= paid
            self.rewards += paid

    def execute(self, one: Execution) -> None:
        """Carry an execution out; one that is not covered fails and changes nothing."""
        if one.effect == "sets-increment":
            self.increment = one.amount
        elif one.effect == "sets-reward":
            self.reward = one.amount
        elif one.effect == "brings":
            self.budget += one.amount
            self.others -= one.amount
        else:
            self.expected.append(
                Expected(
                    execution=one, budget=self.budget, refills=self.refills, rewards=self.rewards, others=self.others
                )
            )
            if one.amount <= self.budget:
                self.budget -= one.amount
                self.others += one.amount


def budget_ahead(
    council: StoredCouncil,
    seats: Iterable[StoredSeat],
    head: int,
    periods: Periods,
    executions: Sequence[Execution],
    election: int | None = None,
) -> tuple[Expected, ...] | None:
    """Reckon the budget at each execution that pays, in the order in which they are carried out; None where a figure is unknown.

    ``election`` is the block in which the next council takes office: then the old one is paid. Executions before the head's next
    block or beyond ``FARTHEST`` are left out.
    """
    purse = _purse(council, tuple(seats))
    if purse is None or min(purse.next_refill, purse.next_rewards) <= head or min(periods.refill, periods.reward) < 1:
        return None
    ahead = sorted(
        (one for one in executions if head < one.block <= head + FARTHEST),
        key=lambda one: (one.block, _place(one.proposal)),
    )
    block = head
    while ahead:
        comes = [purse.next_refill, purse.next_rewards, ahead[0].block]
        block = min([*comes, election] if election is not None and election > block else comes)
        if block == purse.next_refill:
            purse.refill()
            purse.next_refill += periods.refill
        if block in (purse.next_rewards, election):
            purse.pay(block)
            purse.next_rewards = block + periods.reward
        if block == election:
            purse.seats = [_Seat(last=block, unpaid=0) for _ in purse.seats]
        while ahead and ahead[0].block == block:
            purse.execute(ahead.pop(0))
    return tuple(purse.expected)


def _purse(council: StoredCouncil, seats: tuple[StoredSeat, ...]) -> _Purse | None:
    figures = (
        council.budget,
        council.budget_increment,
        council.councilor_reward,
        council.next_budget_refill,
        council.next_reward_payments,
    )
    budget, increment, reward, refill, rewards = figures
    if budget is None or increment is None or reward is None or refill is None or rewards is None:
        return None
    paid = []
    for seat in seats:
        if seat.last_payment_block is None or seat.unpaid_reward is None:
            return None
        paid.append(_Seat(last=seat.last_payment_block, unpaid=int(seat.unpaid_reward)))
    return _Purse(
        budget=int(budget),
        increment=int(increment),
        reward=int(reward),
        next_refill=refill,
        next_rewards=rewards,
        seats=paid,
    )


def _place(proposal: int) -> bytes:
    """Give what orders proposals within a block: the engine walks over its map by the hash of their keys (Blake2_128Concat)."""
    return hashlib.blake2b(proposal.to_bytes(4, "little"), digest_size=16).digest()
