"""Deadlines against a second reckoning, written from the rules alone, over invented states of every kind."""

from random import Random
from typing import Any

import pytest

from secretariat.facts.council_constants import BY_SPEC
from secretariat.facts.council_stages import Announcing, CouncilStage, Idle, Revealing, Voting
from secretariat.facts.council_state import CouncilState, OpenProposal
from secretariat.facts.deadlines import outlook
from secretariat.facts.pace import Observation, measure
from tests.facts.council_states import drawn_stages

Expected = set[tuple[str, int, int, str, int | None]]
"""Name, block, last usable block, branch, proposal."""


class Reckoning:
    """What follows from a state, as numbers added to its stored ends."""

    def __init__(self, state: CouncilState) -> None:
        one = state.constants
        self.announce, self.vote = one.announcing_period_duration, one.vote_stage_duration
        self.reveal, self.idle, self.seats = one.reveal_stage_duration, one.idle_period_duration, one.council_size
        self.head = state.pace.head.block
        self.found: Expected = set()
        self.elections: dict[str, tuple[int, int]] = {}
        self._stages(state)
        for proposal in state.proposals:
            self._proposal(proposal)

    def put(self, name: str, block: int, branch: str, last: int | None = None, proposal: int | None = None) -> None:
        self.found.add((name, block, block - 1 if last is None else last, branch, proposal))

    def elected(self, block: int, branch: str) -> None:
        self.put("election", block, branch)
        self.put("announcing-begins", block + self.idle, branch)
        cycle = self.idle + self.announce + self.vote + self.reveal
        self.elections[branch] = (block, block + cycle)

    def anew(self, block: int, branch: str) -> None:
        self.put("announcing-begins", block, branch)
        self.put("last-candidacy", block + self.announce, branch)
        self.put("last-vote", block + self.announce + self.vote, branch)
        self.put("last-reveal", block + self.announce + self.vote + self.reveal, branch)
        self.elected(block + self.announce + self.vote + self.reveal, branch)

    def _stages(self, state: CouncilState) -> None:
        stage, referendum = state.council.stage, state.referendum
        if isinstance(stage, Idle):
            self.put("announcing-begins", stage.ends_at, "always")
            self._announcing(stage.ends_at + self.announce, None)
        elif isinstance(stage, Announcing):
            self._announcing(stage.ends_at, stage.candidates_count if stage.ends_at == self.head + 1 else None)
        elif isinstance(referendum, Voting):
            self.put("last-vote", referendum.ends_at, "always")
            self._revealing(referendum.ends_at + self.reveal, None, last_block=False)
        elif isinstance(referendum, Revealing):
            last_block = referendum.ends_at == self.head + 1
            self._revealing(referendum.ends_at, referendum.intermediate_winners, last_block=last_block)

    def _announcing(self, ends: int, final: int | None) -> None:
        """``final`` is the number of candidates once nothing can change it any more."""
        self.put("last-candidacy", ends, "always")
        if final is None or final < self.seats:
            self.anew(ends, "too-few-candidates")
        if final is None or final >= self.seats:
            revealed = ends + self.vote + self.reveal
            self.put("last-vote", ends + self.vote, "enough-candidates")
            self.put("last-reveal", revealed, "enough-candidates")
            self.elected(revealed, "council-elected")
            self.anew(revealed, "failed-reveal")

    def _revealing(self, ends: int, winners: int | None, *, last_block: bool) -> None:
        self.put("last-reveal", ends, "always")
        if winners is None or winners >= self.seats or not last_block:
            self.elected(ends, "council-elected")
        if winners is None or winners < self.seats:
            self.anew(ends, "failed-reveal")

    def _proposal(self, one: OpenProposal) -> None:
        exact = one.exact_execution_block or 0
        if one.status == "pending-execution":
            assert one.approved_at is not None
            self.put("proposal-execution", max(one.approved_at + one.grace_period, exact), "always", None, one.number)
        for branch, (first, second) in self.elections.items() if one.status == "pending-constitutionality" else ():
            self.put("dormant-proposal-returns", first, branch, None, one.number)
            over = first + one.voting_period
            self.put("last-proposal-vote", min(over, second), branch, min(over - 1, second - 2), one.number)
        if one.status != "active":
            return
        over = one.activated_at + one.voting_period
        earliest = min(first for first, _ in self.elections.values())
        safe = min(over - 1, earliest - 2)
        self.put("last-proposal-vote", min(over, earliest), "always", safe, one.number)
        for branch, (first, _) in self.elections.items():
            last = min(over - 1, first - 2)
            if last > safe:
                self.put("last-proposal-vote", min(over, first), branch, last, one.number)
                self._execution(one, last, branch)
            if over >= first:
                self.put("council-change-rejects", first, branch, last, one.number)
        self._execution(one, safe, "proposal-approved")

    def _execution(self, one: OpenProposal, last_vote: int, branch: str) -> None:
        if last_vote >= self.head and one.council_confirmations + 1 >= one.constitutionality:
            block = max(last_vote + 1 + one.grace_period, one.exact_execution_block or 0)
            self.put("proposal-execution", block, branch, None, one.number)


def invented(chance: Random) -> CouncilState:
    """Make a state: any stage, often at its last blocks, with proposals of any kind."""
    constants = BY_SPEC[chance.choice((1000, 2001, 2004))]
    head = chance.randrange(2_000_000, 9_000_000)
    ends = head + chance.choice((1, 1, 2, 3, chance.randrange(1, 57_600)))
    stage, referendum = drawn_stages(chance, head, ends)
    return CouncilState(
        pace=measure([Observation(block=head - 100_800, milliseconds=0), Observation(block=head, milliseconds=10**9)]),
        constants=constants,
        council=CouncilStage(stage=stage, changed_at=head - chance.randrange(3, 1_000)),
        referendum=referendum,
        proposals=tuple(_proposal(chance, number, head) for number in range(chance.randrange(6))),
    )


def _proposal(chance: Random, number: int, head: int) -> OpenProposal:
    status: Any = chance.choice(("active", "active", "pending-execution", "pending-constitutionality"))
    voting = chance.choice((14_400, 28_800, 43_200, 72_200, 100_800))
    grace = chance.choice((0, 1_200, 14_400, 72_000)) if status == "active" else chance.choice((1_200, 72_000))
    approved = head - chance.randrange(grace) if status == "pending-execution" else None
    needed = chance.choice((1, 1, 2, 4))
    return OpenProposal(
        number=number,
        title=None,
        status=status,
        activated_at=(approved or head) - chance.randrange(voting),
        voting_period=voting,
        grace_period=grace,
        constitutionality=needed,
        council_confirmations=chance.randrange(needed),
        exact_execution_block=chance.choice((None, head + chance.randrange(1, 300_000))),
        approved_at=approved,
    )


@pytest.mark.parametrize("seed", range(10))
def test_a_second_reckoning_comes_to_the_same(seed: int) -> None:
    for number in range(50):
        state = invented(Random(f"{seed}/{number}"))
        found = outlook(state).deadlines
        told = {(one.name, one.block, one.last_usable_block, one.branch, one.proposal) for one in found}
        assert told == Reckoning(state).found, state
        assert len(told) == len(found)
        assert all(one.open == (one.last_usable_block > state.pace.head.block) for one in found)
