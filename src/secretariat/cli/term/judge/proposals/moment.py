"""A moment of one vote: every figure that words about it may claim, as it was at one block."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.proposals.rounds import FAR, Round, rounds


@dataclass(frozen=True)
class VoteMoment:
    """A vote at the end of a block; ``member`` is whom a digest rings, ``node`` the block to which the query node had come for the words.

    ``before_refill`` marks the way on which it is approved early enough to be carried out before the council's next refill.
    """

    history: History
    block: int
    round: Round
    member: int | None = None
    node: int = FAR
    before_refill: bool = False

    @property
    def untold(self) -> bool:
        """Tell whether the query node had not come to the proposal yet: who a new proposer is could not be known."""
        return self.node < int(self.proposal["created"])

    @property
    def proposal(self) -> Mapping[str, Any]:
        """Give the proposal."""
        return self.round.proposal

    @property
    def last(self) -> int:
        """Give the last block in which a vote counts."""
        return self.round.last(self.block)

    @property
    def later(self) -> int:
        """Give the last block if the election ahead fails when votes are revealed."""
        return min(self.round.expires - 1, self.history.election_anew(self.block) - 2)

    @property
    def election(self) -> int:
        """Give the block of the earliest next council; of a vote that one ended, its block."""
        if self.round.told["ended"] == "council-change" and self.block >= int(self.round.told["closed"]):
            return int(self.round.told["closed"])
        return self.history.election_ahead(self.block)

    @property
    def waits(self) -> bool:
        """Tell whether the member's vote is missing and counts."""
        return self.member is not None and self.round.waits_for(self.member, self.block)

    def figure(self, name: str) -> int:
        """Give a figure of the rules in force."""
        return int(self.history.rules(self.block)[name])

    @property
    def execution(self) -> int:
        """Give the block in which it is carried out: after its grace period when it is approved, else after the last vote that counts.

        Of the way before the refill it is the last block that has none yet.
        """
        if self.before_refill:
            return self.refill - 1
        return self.late if self._approved is None else self._carried_out(self._approved)

    @property
    def can_come_before_refill(self) -> bool:
        """Tell whether votes of the next block, which the one after it counts, can let it be carried out before the refill, and the last ones not."""
        waits = self._approved is None and self.round.opened <= self.block <= self.round.asks_until
        return waits and self._carried_out(self.block + 2) < self.refill <= self.late

    @property
    def late(self) -> int:
        """Give the block in which it is carried out where the last vote that counts approves it."""
        return self._carried_out(self.last + 1)

    @property
    def _approved(self) -> int | None:
        """Give the block in which it was approved; None where it was not by then."""
        told = self.round.told
        return int(told["closed"]) if told["ended"] == "approved" and int(told["closed"]) <= self.block else None

    def _carried_out(self, approved: int) -> int:
        exact = self.proposal["exact_execution_block"] or 0
        return max(approved + int(self.proposal["parameters"]["grace_period"]), int(exact))

    @property
    def takes(self) -> int:
        """Give the base units that it takes from the council's budget; 0 where it takes none."""
        details = self.proposal["details"]
        if self.proposal["type"] == "FundingRequest":
            return sum(int(one["amount"]) for one in details)
        if self.proposal["type"] == "UpdateWorkingGroupBudget":
            return int(details[0]) if details[2] == "Positive" else 0
        return int(details) if self.proposal["type"] == "DecreaseCouncilBudget" else 0

    @property
    def brings(self) -> int:
        """Give the base units that it brings back from a group's budget; 0 where it brings none."""
        details = self.proposal["details"]
        negative = self.proposal["type"] == "UpdateWorkingGroupBudget" and details[2] == "Negative"
        return int(details[0]) if negative else 0

    @property
    def asked_by_others(self) -> int:
        """Add up the base units that all other proposals would take or bring which were voted on, or approved and not carried out yet."""
        return sum(one.takes + one.brings for one in self._others())

    def _others(self) -> Iterator["VoteMoment"]:
        for one in self.history.truth.get("proposals", ()):
            executed = one["executed"]
            if one["id"] != self.proposal["id"] and (executed is None or int(executed) > self.block):
                yield from moments_of(self.history, int(one["id"]), range(self.block, self.block + 1))

    def budget(self, block: int) -> int:
        """Give the council's budget at the end of a block."""
        return _at(self.history.truth["budgets"]["council"]["balances"], block)

    def group_budget(self, block: int) -> int:
        """Give the budget of the group that it brings from, at the end of a block; the truth names groups by their pallets."""
        groups = self.history.truth["budgets"]["groups"]
        own = (told for name, told in groups.items() if name.replace("WorkingGroup", "") == self.proposal["details"][1])
        return _at(next(own)["balances"], block) if self.brings else 0

    @property
    def refills(self) -> int:
        """Add up the refills that come from this block to the execution."""
        return self._refills_by(self.execution)

    def most_by(self, block: int) -> int:
        """Give the most that can be in the council's budget by a block: nothing is paid out, and whatever others may bring comes."""
        return self.budget(self.block) + self._refills_by(block) + sum(one.brings for one in self._others())

    def _refills_by(self, block: int) -> int:
        due = range(self.refill, block + 1, self.figure("refill_period"))
        return int(self.history.truth["budgets"]["council"]["increment"]) * len(due)

    @property
    def refill(self) -> int:
        """Give the block of the council's next refill."""
        told = int(self.history.truth["budgets"]["council"]["next_refill"])
        return (told - self.block - 1) % self.figure("refill_period") + self.block + 1


def _at(balances: Sequence[Sequence[Any]], block: int) -> int:
    return int(next((amount for at, amount in reversed(balances) if at <= block), 0))


def moments_of(
    history: History, number: int, blocks: range, member: int | None = None, node: int = FAR
) -> list[VoteMoment]:
    """Give the moments of a proposal's newest vote at each block, newest block first; nothing before it began."""
    own = [one for one in rounds(history) if one.number == number]
    found = []
    for block in blocks:
        begun = [one for one in own if one.opened <= block]
        if begun:
            found.append(VoteMoment(history=history, block=block, round=begun[-1], member=member, node=node))
    return found
