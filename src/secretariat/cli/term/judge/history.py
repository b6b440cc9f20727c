"""History: how elections stood at a block, by the truth of the network."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

MILLISECONDS = 6_000
"""From one block of the practice network to the next."""

DAY = 14_400
_STAGES = ("announcing", "voting", "revealing")
Election = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Stage:
    """A stage from its first block to the block in which it ends; ``last`` is the last one whose transactions count for it."""

    name: str
    begins: int
    ends: int

    @property
    def last(self) -> int:
        """Give the last usable block."""
        return self.ends - 1

    @property
    def length(self) -> int:
        """Give how many blocks it has."""
        return self.ends - self.begins

    @property
    def last_day(self) -> int:
        """Give the block from which its last day counts: 14,400 blocks before the last one, of a shorter stage its second half."""
        return self.last - (DAY if self.length > DAY else self.length // 2)


@dataclass(frozen=True)
class History:
    """The truth, asked by block."""

    truth: Mapping[str, Any]

    @cached_property
    def elections(self) -> list[Election]:
        """List the cycles, oldest first."""
        return list(self.truth["elections"])

    def election(self, block: int) -> Election:
        """Give the newest cycle that had begun by a block."""
        return next((one for one in reversed(self.elections) if one["announcing_from"] <= block), self.elections[0])

    def before(self, election: Election) -> Election | None:
        """Give the cycle before one."""
        return next((one for one in self.elections if one["cycle"] == election["cycle"] - 1), None)

    def failed_before(self, election: Election) -> Election | None:
        """Give the cycle whose failure let this one begin; None where a term ran out instead."""
        one = self.before(election)
        failed = one is not None and one["outcome"] in ("too-few-candidates", "too-few-revealed")
        return one if one is not None and failed and one["ended"] == election["announcing_from"] else None

    def stages(self, election: Election) -> Iterator[Stage]:
        """List the stages that a cycle came to, announcing first, the idle one of its council last."""
        for name in ("announcing", "voting", "revealing"):
            if election[f"{name}_from"] is not None:
                yield Stage(name=name, begins=election[f"{name}_from"], ends=election[f"{name}_ends"])
        if election["outcome"] == "elected":
            began = election["ended"]
            yield Stage(name="idle", begins=began, ends=began + self.rules(began)["idle"])

    def stage(self, block: int) -> Stage:
        """Give the stage at a block."""
        found = list(self.stages(self.election(block)))
        return next((one for one in reversed(found) if one.begins <= block), found[0])

    def rules(self, block: int) -> Mapping[str, Any]:
        """Give the figures under which a block is made."""
        found: Mapping[str, Any] = next(one for one in reversed(self.truth["rules"]) if one["from"] <= block)
        return found

    def needed(self, block: int) -> int:
        """Give how many must stand when announcing ends."""
        figures = self.rules(block)
        return int(figures["seats"] + figures["extra_candidates"])

    def councils(self, block: int) -> int:
        """Count the councils that were elected by a block."""
        return sum(1 for one in self.truth["councils"] if one["elected"] <= block)

    def council(self, block: int) -> Mapping[str, Any] | None:
        """Give the council in office at a block; None before the first election."""
        return next((one for one in reversed(self.truth["councils"]) if one["elected"] <= block), None)

    def election_ahead(self, block: int) -> int:
        """Give the block of the earliest election that can be, as a block leaves it: nothing on the way begins anew."""
        stage, figures = self.stage(block), self.rules(block)
        left = _STAGES[_STAGES.index(stage.name) + 1 :] if stage.name in _STAGES else _STAGES
        return stage.ends + sum(int(figures[name]) for name in left)

    def election_anew(self, block: int) -> int:
        """Give the block of the earliest election after that one if it fails: as announcing ends while it can, else as votes are revealed."""
        stage, figures = self.stage(block), self.rules(block)
        begun = stage.name in ("voting", "revealing")
        counted = stage.name == "announcing" and block == stage.last
        if begun or (counted and len(standing(self.election(block), block)) >= self.needed(block)):
            return self.election_ahead(block) + sum(int(figures[name]) for name in _STAGES)
        return self.election_ahead(block) + int(figures["announcing"])

    def turns(self, first: int, last: int) -> list[int]:
        """List the blocks after ``first``, up to ``last``, in which a stage begins or rules change: an election ahead may move."""
        begins = {stage.begins for one in self.elections for stage in self.stages(one)}
        begins |= {int(one["from"]) - 1 for one in self.truth["rules"]}
        return sorted(block for block in begins if first < block <= last)

    def handle(self, member: int) -> str | None:
        """Give a member's handle."""
        found: str | None = self.truth["members"].get(str(member))
        return found

    def milliseconds(self, block: int) -> int:
        """Give the time of a block, past or to come."""
        return int(self.truth["milliseconds"]) + (block - int(self.truth["block"])) * MILLISECONDS


def standing(election: Election, block: int) -> frozenset[int]:
    """Give the members who stand at a block, withdrawals taken off."""
    return frozenset(
        one["member"]
        for one in election["candidacies"]
        if one["announced"] <= block and (one["withdrawn"] is None or one["withdrawn"] > block)
    )


def withdrawn(election: Election, block: int) -> int:
    """Count the members who stood and do not stand any more at a block."""
    came = {one["member"] for one in election["candidacies"] if one["announced"] <= block}
    return len(came - standing(election, block))


def candidacy_changes(election: Election) -> list[int]:
    """List the blocks in which somebody came or withdrew."""
    blocks = {one["announced"] for one in election["candidacies"]}
    return sorted(blocks | {one["withdrawn"] for one in election["candidacies"] if one["withdrawn"] is not None})


def cast(election: Election, block: int) -> list[Mapping[str, Any]]:
    """List the votes that were cast by a block."""
    return [vote for vote in election["votes"].values() if vote["cast"] <= block]


def revealed(election: Election, block: int) -> list[Mapping[str, Any]]:
    """List the votes that were revealed by a block."""
    return [vote for vote in election["votes"].values() if vote["revealed"] is not None and vote["revealed"] <= block]


def voted_for(election: Election, block: int) -> frozenset[int]:
    """Give the members who stand and have a revealed vote at a block."""
    return frozenset(vote["for"] for vote in revealed(election, block)) & standing(election, block)


def counted_stake(election: Election) -> int:
    """Add up the revealed stake of those who stood to the end."""
    return sum(int(one["vote_stake"]) for one in election["candidacies"] if one["withdrawn"] is None)


def middle_of(values: Iterable[int]) -> Fraction | None:
    """Give the median: the middle one, or halfway between the two middle ones; None of none."""
    known = sorted(values)
    return Fraction(known[(len(known) - 1) // 2] + known[len(known) // 2], 2) if known else None


def usual_stake(history: History, election: Election) -> tuple[Fraction, int] | None:
    """Give the median of what counted in past elections that elected a council, and of how many; None below three."""
    past = [
        counted_stake(one)
        for one in history.elections
        if one["outcome"] == "elected" and one["cycle"] < election["cycle"]
    ]
    middle = middle_of(past)
    return (middle, len(past)) if middle is not None and len(past) >= 3 else None
