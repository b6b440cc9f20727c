"""A working group's budget ahead: what its workers earn out of it, block by block, as the chain has stored it.

Sources: ``joy:runtime-modules/working-group/src/lib.rs`` (``on_initialize``: every worker is paid at multiples of the group's reward
period as far as the budget goes, what is missed is owed; who has left is paid what was missed) and the order of pallets in
``joy:runtime/src/lib.rs``: groups come after the proposals engine, so that an execution meets the budget before its block's rewards.
What a lead spends, members give, and hiring, dismissals and changed rewards do is not foreseen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from secretariat.facts.stored_groups import StoredGroup, StoredWorker


@dataclass(frozen=True, kw_only=True, slots=True)
class Earning:
    """What one worker earns in a block and is owed, in base units; ``until`` is the block in which the worker has left.

    ``each`` is None for who has no reward: what such a worker missed before is paid at the end alone.
    """

    each: int | None
    missed: int
    since: int
    until: int | None


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupFunds:
    """A group's budget at the head, in base units, and what its workers earn; ``period`` is in blocks."""

    group: str
    budget: int
    period: int
    earnings: tuple[Earning, ...]


@dataclass(kw_only=True)
class GroupPurse:
    """A group's budget as it changes, paid up to the engine's turn in the block ``at``. ``rewards`` and ``others`` are sums since the head."""

    funds: GroupFunds
    at: int
    budget: int
    missed: list[int] = field(default_factory=list)
    rewards: int = 0
    others: int = 0

    def pay_until(self, block: int) -> None:
        """Pay what is due in the blocks from ``at`` on and before ``block``."""
        ends = {one.until for one in self.funds.earnings if one.until is not None}
        first = -(-self.at // self.funds.period) * self.funds.period
        due = {*range(first, block, self.funds.period), *(end for end in ends if self.at <= end < block)}
        for each in sorted(due):
            for place, one in enumerate(self.funds.earnings):
                if one.until is None or each <= one.until:
                    self._pay(place, one, each)
        self.at = max(self.at, block)

    def _pay(self, place: int, one: Earning, block: int) -> None:
        """Pay a worker what was missed, and before the end the period's reward."""
        owed = 0
        if one.until != block:
            if one.each is None or block % self.funds.period:
                return
            owed = one.each * min(self.funds.period, block - one.since)
        paid = min(owed + self.missed[place], self.budget)
        self.missed[place] += owed - paid
        self.budget -= paid
        self.rewards += paid

    def change(self, amount: int) -> None:
        """Lay what an execution brings into the budget to it; what it takes is below 0."""
        self.budget += amount
        self.others -= amount


def purse_of(funds: GroupFunds, head: int) -> GroupPurse:
    """Open a group's purse at a head, whose own rewards are paid."""
    return GroupPurse(funds=funds, at=head + 1, budget=funds.budget, missed=[one.missed for one in funds.earnings])


def group_funds(groups: Iterable[StoredGroup], workers: Iterable[StoredWorker]) -> Mapping[str, GroupFunds]:
    """Give the funds of every group of which all is known: its budget, its period, and each of its workers."""
    by_group: dict[str, list[StoredWorker]] = {}
    for one in workers:
        by_group.setdefault(one.group, []).append(one)
    found = (_funds(one, by_group.get(one.group, [])) for one in groups)
    return {one.group: one for one in found if one is not None}


def _funds(group: StoredGroup, workers: list[StoredWorker]) -> GroupFunds | None:
    if group.budget is None or not group.reward_period or group.active_workers != len(workers):
        return None
    earnings = [_earning(one) for one in workers]
    known = tuple(one for one in earnings if one is not None)
    if len(known) < len(earnings):
        return None
    return GroupFunds(group=group.group, budget=int(group.budget), period=group.reward_period, earnings=known)


def _earning(worker: StoredWorker) -> Earning | None:
    end = ends_at(worker)
    if worker.created_block is None or (worker.leaving_since is not None and end is None):
        return None
    return Earning(
        each=None if worker.reward_per_block is None else int(worker.reward_per_block),
        missed=int(worker.missed_reward or 0),
        since=worker.created_block,
        until=end,
    )


def ends_at(worker: StoredWorker) -> int | None:
    """Give the block in which somebody who is leaving has left; None for who is not, and where that is not known."""
    if worker.leaving_since is None or worker.unstaking_period is None:
        return None
    return worker.leaving_since + max(worker.unstaking_period, 1)
