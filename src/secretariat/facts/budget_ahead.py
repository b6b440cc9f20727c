"""The budgets of the council and of working groups ahead: what the chain has stored to come in and go out, block by block, up to executions to come.

Sources: ``joy:runtime-modules/council/src/lib.rs`` (refills, rewards, what an election pays) and the order of pallets in
``joy:runtime/src/lib.rs``: council, referendum, proposals engine. Nothing else is foreseen: gifts, NFT income and channel rewards
come on top.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from secretariat.facts.group_budgets import GroupFunds, GroupPurse, purse_of
from secretariat.facts.stored_council import StoredCouncil, StoredSeat

FARTHEST = 403_200
"""Nothing is reckoned for more than so many blocks ahead (28 days at six seconds)."""

Effect = Literal["pays", "brings", "sets-increment", "sets-reward"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Execution:
    """An execution to come, in base units: what it pays out of the council's budget or brings into it, or the figure that it sets.

    ``group`` is the working group that is paid, or that it is brought from.
    """

    proposal: int
    block: int
    effect: Effect
    amount: int
    group: str | None = None

    @property
    def from_group(self) -> str | None:
        """Give the group out of whose budget it takes; None where it takes out of the council's."""
        return self.group if self.effect == "brings" else None


@dataclass(frozen=True, kw_only=True, slots=True)
class Periods:
    """Blocks from one refill to the next, and from one payment of rewards to the next."""

    refill: int
    reward: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Expected:
    """The budget that an execution takes from just before it does, and how it came about since the head, all in base units.

    It is the council's, or where the execution brings tokens back the group's. ``refills`` and ``rewards`` are sums; ``others`` what
    executions before it take less what they bring.
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
    """The council's budget as it changes, with the sums of what changed it, and those of groups that are known."""

    budget: int
    increment: int
    reward: int
    next_refill: int
    next_rewards: int
    seats: list[_Seat]
    groups: dict[str, GroupPurse]
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
            self._bring(one)
        else:
            self.expected.append(
                Expected(
                    execution=one, budget=self.budget, refills=self.refills, rewards=self.rewards, others=self.others
                )
            )
            if one.amount <= self.budget:
                self._change(-one.amount, one)

    def _bring(self, one: Execution) -> None:
        """Take from a group's budget into the council's. What a group that is not known would give back is not counted upon."""
        purse = self.groups.get(one.group or "")
        if purse is None:
            return
        purse.pay_until(one.block)
        self.expected.append(
            Expected(execution=one, budget=purse.budget, refills=0, rewards=purse.rewards, others=purse.others)
        )
        if one.amount <= purse.budget:
            self._change(one.amount, one)

    def _change(self, amount: int, one: Execution) -> None:
        """Let the council's budget change by what a group's changes the other way."""
        self.budget += amount
        self.others -= amount
        purse = self.groups.get(one.group or "")
        if purse is not None:
            purse.pay_until(one.block)
            purse.change(-amount)


def budget_ahead(
    council: StoredCouncil,
    seats: Iterable[StoredSeat],
    head: int,
    periods: Periods,
    executions: Sequence[Execution],
    election: int | None = None,
    groups: Mapping[str, GroupFunds] | None = None,
) -> tuple[Expected, ...] | None:
    """Reckon the budget at each execution that takes from one, in the order in which they are carried out; None where a figure is unknown.

    ``election`` is the block in which the next council takes office: then the old one is paid. ``groups`` are the funds of those that are
    known: what is brought from another is left out. So are executions before the head's next block or beyond ``FARTHEST``.
    """
    purse = _purse(council, tuple(seats), {name: purse_of(one, head) for name, one in (groups or {}).items()})
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


def _purse(council: StoredCouncil, seats: tuple[StoredSeat, ...], groups: dict[str, GroupPurse]) -> _Purse | None:
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
        groups=groups,
    )


def _place(proposal: int) -> bytes:
    """Give what orders proposals within a block: the engine walks over its map by the hash of their keys (Blake2_128Concat)."""
    return hashlib.blake2b(proposal.to_bytes(4, "little"), digest_size=16).digest()
