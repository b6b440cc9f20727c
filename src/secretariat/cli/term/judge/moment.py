"""A moment: every figure that words may claim, as it was at one block."""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property

from secretariat.cli.term.judge.history import (
    DAY,
    Election,
    History,
    Stage,
    cast,
    middle_of,
    revealed,
    standing,
    usual_stake,
    voted_for,
    withdrawn,
)
from secretariat.cli.term.judge.occasions import Threads

PERIODS = 12
"""So many past announcing periods are told of, whether somebody came or not."""


@dataclass(frozen=True)
class Arrivals:
    """How candidacies came in past announcing periods; ``late`` in their last 24 hours, ``enough_late`` periods with enough only then.

    ``median`` is in blocks before the end, exact; None where nobody came.
    """

    periods: int
    candidacies: int
    late: int
    late_three_days: int
    median: Fraction | None
    enough_late: int


@dataclass(frozen=True)
class Moment:
    """How things stood at the end of a block."""

    history: History
    block: int
    threads: Threads = field(default_factory=Threads)

    @cached_property
    def thread(self) -> int | None:
        """Give the number of the thread of the council to be elected, in the idle stage of the sitting one."""
        found = self.threads.of(self.history, self.council)
        return None if found is None else found[0]

    @cached_property
    def election(self) -> Election:
        """Give the cycle."""
        return self.history.election(self.block)

    @cached_property
    def failed(self) -> Election | None:
        """Give the failed cycle after which this one began."""
        return self.history.failed_before(self.election)

    @cached_property
    def stage(self) -> Stage:
        """Give the stage."""
        return self.history.stage(self.block)

    @property
    def cycle(self) -> int:
        """Give the cycle's number."""
        return int(self.election["cycle"])

    @property
    def council(self) -> int:
        """Give the number of the council to be elected, in the idle stage of the sitting one."""
        return self.history.councils(self.block) + (0 if self.stage.name == "idle" else 1)

    def figure(self, name: str) -> int:
        """Give a figure of the rules in force."""
        return int(self.history.rules(self.block)[name])

    @property
    def needed(self) -> int:
        """Give how many must stand."""
        return self.history.needed(self.block)

    @property
    def standing(self) -> int:
        """Count who stands."""
        return len(standing(self.election, self.block))

    @property
    def cast(self) -> int:
        """Count the votes cast."""
        return len(cast(self.election, self.block))

    @property
    def cast_stake(self) -> int:
        """Add up their stake."""
        return sum(int(vote["stake"]) for vote in cast(self.election, self.block))

    @property
    def not_revealed(self) -> int:
        """Count the votes cast and not revealed."""
        return self.cast - len(revealed(self.election, self.block))

    @property
    def without_vote(self) -> int:
        """Count the candidates without a revealed vote."""
        return len(standing(self.election, self.block) - voted_for(self.election, self.block))

    @property
    def fails(self) -> bool:
        """Tell whether too few candidates have a revealed vote for a council."""
        return self.standing - self.without_vote < self.figure("seats")

    @property
    def usual(self) -> tuple[Fraction, int]:
        """Give the median of the stake that counted in past elections, and of how many; zeros where they are too few."""
        return usual_stake(self.history, self.election) or (Fraction(0), 0)

    @cached_property
    def arrivals(self) -> Arrivals:
        """Count how candidacies came in the announcing periods before this one."""
        past = [one for one in self.history.elections if one["cycle"] < self.cycle][-PERIODS:]
        before = [one["announcing_ends"] - each["announced"] for one in past for each in one["candidacies"]]
        return Arrivals(
            periods=len(past),
            candidacies=len(before),
            late=sum(blocks <= DAY for blocks in before),
            late_three_days=sum(blocks <= 3 * DAY for blocks in before),
            median=middle_of(before),
            enough_late=sum(_enough_only_late(self.history, one) for one in past),
        )

    def of_failed(self) -> "Failure | None":
        """Give the figures of the failed cycle as it ended; None where none failed."""
        return None if self.failed is None else self._failure(self.failed)

    @cached_property
    def failed_earlier(self) -> "dict[int, Failure]":
        """Give those of the cycles that failed one after another before the failed one, by their numbers."""
        found, one = {}, None if self.failed is None else self.history.failed_before(self.failed)
        while one is not None:
            found[int(one["cycle"])] = self._failure(one)
            one = self.history.failed_before(one)
        return found

    def _failure(self, election: Election) -> "Failure":
        end = election["ended"] - 1
        return Failure(
            cycle=election["cycle"],
            too_few_stood=election["outcome"] == "too-few-candidates",
            needed=self.history.needed(end),
            seats=int(self.history.rules(end)["seats"]),
            stood=len(standing(election, end)),
            withdrew=withdrawn(election, end),
            with_votes=len(voted_for(election, end)),
            cast=len(cast(election, end)),
            revealed=len(revealed(election, end)),
        )


@dataclass(frozen=True)
class Failure:
    """A failed cycle's figures at its end."""

    cycle: int
    too_few_stood: bool
    needed: int
    seats: int
    stood: int
    withdrew: int
    with_votes: int
    cast: int
    revealed: int


def _is_late(election: Election, block: int) -> bool:
    return bool(election["announcing_ends"] - block <= DAY)


def _enough_only_late(history: History, election: Election) -> bool:
    """Tell whether enough stood at the end, and would not have without those who came in the last 24 hours."""
    stayed = [one["announced"] for one in election["candidacies"] if one["withdrawn"] is None]
    early = sum(not _is_late(election, block) for block in stayed)
    return early < history.needed(election["announcing_ends"]) <= len(stayed)
