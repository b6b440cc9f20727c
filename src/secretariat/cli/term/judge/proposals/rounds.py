"""Voting rounds by the truth: who may vote until when, who has, and the steps before the last block that counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from secretariat.cli.term.judge.history import DAY, History

REMINDERS, LONG = (43_200, DAY, 3_600), 72_000
FAR = 10**9
"""After every block that is played."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """A time in which something is to be said about a vote: its first and last block; ``begins`` marks the one in which the vote begins."""

    first: int
    last: int
    begins: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Round:
    """One council's vote on one proposal."""

    history: History
    proposal: Mapping[str, Any]
    told: Mapping[str, Any]

    @property
    def number(self) -> int:
        """Give the proposal's number."""
        return int(self.proposal["id"])

    @property
    def opened(self) -> int:
        """Give the block in which it began."""
        return int(self.told["opened"])

    @property
    def asks_until(self) -> int:
        """Give the last block at whose end a vote to come could still count; in the block after it the round was closed."""
        closed = self.told["closed"]
        return FAR if closed is None else int(closed) - 2

    @property
    def expires(self) -> int:
        """Give the block in which the voting period ends."""
        return self.opened + int(self.proposal["parameters"]["voting_period"])

    def last(self, block: int) -> int:
        """Give the last block in which a vote counts, as a block leaves the election ahead: two before it, and before the period ends."""
        return min(self.expires - 1, self.history.election_ahead(block) - 2)

    def voted(self, member: int) -> int:
        """Give the block of a member's vote; one after all that is played where there is none."""
        found = (int(one["block"]) for one in self.told["votes"] if one["member"] == member)
        return next(found, FAR)

    def members(self) -> tuple[int, ...]:
        """List who may vote: the council in office when it began."""
        council = self.history.council(self.opened)
        return () if council is None else tuple(int(one["member"]) for one in council.get("members", ()))

    def waits_for(self, member: int, block: int) -> bool:
        """Tell whether at the end of a block a member's vote is missing and would count."""
        open_ = self.opened <= block <= self.asks_until and block < self.last(block)
        return open_ and member in self.members() and self.voted(member) > block

    def dormant(self, block: int) -> bool:
        """Tell whether at the end of a block it waits for the next council: approved in this round, and more councils must approve it."""
        approved = self.told["ended"] == "approved" and int(self.told["closed"]) <= block
        more = int(self.told["number"]) < int(self.proposal["parameters"]["constitutionality"])
        return (
            approved and more and not any(self.opened < int(one["opened"]) <= block for one in self.proposal["rounds"])
        )

    def elections(self) -> Iterator[tuple[int, int, int]]:
        """Give the times through which the election ahead stays in one block: first, last, and that election's block."""
        until = min(self.asks_until, self.expires - 1)
        marks = [self.opened, *self.history.turns(self.opened, until)]
        merged: list[tuple[int, int]] = []
        for at in marks:
            ahead = self.history.election_ahead(at)
            if not merged or merged[-1][1] != ahead:
                merged.append((at, ahead))
        for (at, ahead), (after, _) in pairwise([*merged, (until + 1, 0)]):
            yield at, after - 1, ahead

    def lasts(self) -> Iterator[tuple[int, int, int]]:
        """Give the times through which the last block that counts stays: first, last, and that block. An election moves many without it."""
        found: list[tuple[int, int, int]] = []
        for first, until, ahead in self.elections():
            last = min(self.expires - 1, ahead - 2)
            if found and found[-1][2] == last:
                found[-1] = (found[-1][0], until, last)
            else:
                found.append((first, until, last))
        yield from found

    def steps(self) -> Iterator[Step]:
        """Give the steps: when the vote begins, then at the reminders of its period; those that a moved election brings are new ones."""
        for number, (first, until, last) in enumerate(self.lasts()):
            at = [last - before for before in reminders(self.expires - self.opened) if before < last - self.opened]
            begins = [] if number else [self.opened]
            for step, after in pairwise([*begins, *at, last]):
                opens, closes = max(step, first), min(after - 1, until)
                if opens <= closes:
                    yield Step(first=opens, last=closes, begins=step == self.opened)


def reminders(period: int) -> tuple[int, ...]:
    """Give how many blocks before the last one a vote's end is told of, by the length of its period.

    14,400 and 3,600 blocks; 43,200 too where it has 72,000 or more; at half and 3,600 where it has 14,400 or fewer.
    """
    if period <= DAY:
        return tuple(sorted({period // 2, min(REMINDERS[2], period // 2)}, reverse=True))
    return REMINDERS if period >= LONG else REMINDERS[1:]


def rounds(history: History) -> Iterator[Round]:
    """List all votes of all proposals."""
    for one in history.truth.get("proposals", ()):
        for told in one["rounds"]:
            yield Round(history=history, proposal=one, told=told)


def calendar(history: History, block: int) -> Iterator[int]:
    """List the blocks after this one at which an open vote comes to a step, or ends."""
    for one in rounds(history):
        if one.told["closed"] is None and one.opened <= block:
            yield from (step.first for step in one.steps() if step.first > block)
            yield from (at for at in (one.last(block), one.expires) if at > block)
