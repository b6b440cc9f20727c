"""Working groups by the truth: who leads, and the first payment of rewards that the budget does not cover, at each block."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from secretariat.cli.term.judge.history import DAY, History

CALLED: Mapping[str, str] = {
    "ForumWorkingGroup": "forum",
    "StorageWorkingGroup": "storage",
    "ContentWorkingGroup": "content",
    "OperationsWorkingGroupAlpha": "builders",
    "AppWorkingGroup": "apps",
    "MembershipWorkingGroup": "membership",
    "OperationsWorkingGroupBeta": "hr",
    "OperationsWorkingGroupGamma": "marketing",
    "DistributionWorkingGroup": "distribution",
}
"""What people call the groups, by the chain's names."""


@dataclass(frozen=True)
class Group:
    """One group. ``staffed`` has block, lead's member, workers, what they get a block and what they are owed; ``balances`` block and base units of its budget."""

    name: str
    staffed: Sequence[Sequence[Any]]
    balances: Sequence[Sequence[Any]]
    period: int

    @cached_property
    def _blocks(self) -> tuple[list[int], list[int]]:
        return [int(one[0]) for one in self.staffed], [int(one[0]) for one in self.balances]

    def _staff(self, block: int) -> Sequence[Any]:
        return self.staffed[max(0, bisect_right(self._blocks[0], block) - 1)]

    def lead(self, block: int) -> int | None:
        """Give the member who leads at the end of a block."""
        found: int | None = self._staff(block)[1]
        return found

    def workers(self, block: int) -> int:
        """Count who works, the lead among them."""
        return int(self._staff(block)[2])

    def pay(self, block: int) -> int:
        """Give what a period's rewards take (base units)."""
        return int(self._staff(block)[3]) * self.period

    def owed(self, block: int) -> int:
        """Give what those who work are owed of rewards that were not paid when they were due (base units)."""
        return int(self._staff(block)[4])

    def first_owed(self, first: int, last: int) -> int | None:
        """Give the first block from one to another at whose end somebody is owed rewards; None where nobody is."""
        marks = [first, *(block for block in self._blocks[0] if block > first)]
        return next((block for block in marks if block <= last and self.owed(block) > 0), None)

    def is_owed(self, first: int, last: int) -> bool:
        """Tell whether somebody is owed rewards at the end of every block from one to another."""
        return all(self.owed(block) > 0 for block in (first, *(one for one in self._blocks[0] if first < one <= last)))

    def budget(self, block: int) -> int:
        """Give its budget (base units)."""
        return int(self.balances[max(0, bisect_right(self._blocks[1], block) - 1)][1])

    def short(self, block: int) -> int | None:
        """Give the block of the first payment that is not covered if nothing else comes or goes; None where nobody is paid."""
        pay, left = (
            self.pay(block),
            max(0, self.budget(block) - self.owed(block)),
        )  # the next payment pays what is owed too
        return (block // self.period + 1 + left // pay) * self.period if pay else None

    def terms_of_leads(self, first: int, last: int) -> Iterator[tuple[int, int, int]]:
        """Give who led from which block to which, of those from one block to another."""
        marks = [first, *(block for block in self._blocks[0] if first < block <= last), last + 1]
        told: tuple[int, int, int] | None = None
        for at, after in pairwise(marks):
            member = self.lead(at)
            if told is not None and told[0] == member:
                told = (told[0], told[1], after - 1)
                continue
            if told is not None:
                yield told
            told = None if member is None else (member, at, after - 1)
        if told is not None:
            yield told

    def led_since(self, block: int) -> int | None:
        """Give from which block on whoever leads at the end of a block has led; None where nobody does."""
        return next((first for _, first, last in self.terms_of_leads(0, block) if last == block), None)

    def changes(self, first: int, last: int) -> list[int]:
        """List the blocks after the first in which budget or pay changed, and those of payments."""
        blocks = {
            *self._blocks[0],
            *self._blocks[1],
            *range((first // self.period + 1) * self.period, last + 1, self.period),
        }
        return sorted(block for block in blocks if first < block <= last)


def led_times(history: History, first: int, last: int) -> list[tuple[int, int]]:
    """Give the times from one block to another in which some group has a lead; those less than a day apart as one.

    So short a gap may pass between two looks, and what stood before it still stands after it.
    """
    led = sorted((begins, ends) for one in groups(history) for _, begins, ends in one.terms_of_leads(first, last))
    found: list[tuple[int, int]] = []
    for begins, ends in led:
        if found and begins - found[-1][1] <= DAY:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((begins, ends))
    return found


def groups(history: History) -> list[Group]:
    """List the groups of which the truth tells who led."""
    budgets = history.truth.get("budgets", {}).get("groups", {})
    return [
        Group(CALLED.get(pallet, pallet), one["staffed"], budgets[pallet]["balances"], int(one["reward_period"]))
        for pallet, one in history.truth.get("groups", {}).items()
        if "staffed" in one
    ]
