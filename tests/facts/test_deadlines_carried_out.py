"""Deadlines against a chain that is carried out block by block: what is said to be the last block is the last one."""

from random import Random
from typing import Any

import pytest

from secretariat.facts.council_constants import CouncilConstants
from secretariat.facts.council_stages import CouncilStage
from secretariat.facts.council_state import CouncilState, OpenProposal
from secretariat.facts.deadlines import Deadline, outlook
from secretariat.facts.election_ways import FOLLOWS
from secretariat.facts.pace import Observation, measure
from tests.facts.council_chain import Chain
from tests.facts.council_states import drawn_stages

STAGES = {"last-candidacy", "last-vote", "last-reveal", "election", "announcing-begins"}
FAR = 150
"""Blocks: longer than any story of these small durations."""

WAYS: dict[str, tuple[list[bool], list[bool]]] = {
    "council-elected": ([], []),
    "failed-reveal": ([], [False]),
    "too-few-candidates": ([False], []),
}
"""How the next announcings and the next reveals end on each branch that comes to an election."""


def invented(chance: Random) -> CouncilState:
    """Make a state with durations of a few blocks, in any stage, often in its last blocks."""
    head = chance.randrange(1_000, 2_000)
    ends = head + chance.choice((1, 1, 2, 3, chance.randrange(1, 9)))
    stage, referendum = drawn_stages(chance, head, ends)
    announcing, voting, revealing, idle = (chance.randrange(1, 12) for _ in range(4))
    return CouncilState(
        pace=measure([Observation(block=head - 100, milliseconds=0), Observation(block=head, milliseconds=600_000)]),
        constants=CouncilConstants(
            announcing_period_duration=announcing,
            vote_stage_duration=voting,
            reveal_stage_duration=revealing,
            idle_period_duration=idle,
            council_size=3,
        ),
        council=CouncilStage(stage=stage, changed_at=head - 3),
        referendum=referendum,
        proposals=tuple(_proposal(chance, number, head) for number in range(3)),
    )


def _proposal(chance: Random, number: int, head: int) -> OpenProposal:
    status: Any = chance.choice(("active", "active", "pending-execution", "pending-constitutionality"))
    voting, grace = chance.randrange(1, 30), chance.choice((0, 1, 5, 20))
    approved = head - chance.randrange(grace + 1) if status == "pending-execution" else None
    needed = chance.choice((1, 1, 2, 3))
    exact = chance.choice((None, head + chance.randrange(1, 60)))
    if approved is not None and approved + grace <= head:
        exact = head + chance.randrange(1, 60)
    return OpenProposal(
        number=number,
        title=None,
        status=status,
        activated_at=(approved or head) - chance.randrange(voting),
        voting_period=voting,
        grace_period=grace,
        constitutionality=needed,
        council_confirmations=chance.randrange(needed),
        exact_execution_block=exact,
        approved_at=approved,
    )


def told_on(listed: list[Deadline], branch: Any) -> list[Deadline]:
    """Give what is said of a branch: on it and on those it follows."""
    return [one for one in listed if one.branch in (branch, *FOLLOWS[branch])]


def approved_by_a_vote_in(state: CouncilState, way: str, number: int, block: int) -> Chain:
    """Carry out a chain in which a proposal's last approving vote is in a block, if it can be voted on there."""

    def vote(chain: Chain) -> None:
        one = chain.proposals[number]
        if chain.block == block and one.status == "active":
            one.approving = True

    return _chain(state, way).run(state.pace.head.block + FAR, vote)


def _chain(state: CouncilState, way: str) -> Chain:
    announcings, reveals = WAYS[way]
    return Chain(block=state.pace.head.block, state=state, announcings=[*announcings], reveals=[*reveals])


def last_vote(state: CouncilState, way: str, number: int) -> int | None:
    """Give the last block after the head in which a vote still approves a proposal in one of its rounds."""
    head = state.pace.head.block
    before = state.proposals[number].council_confirmations
    return max(
        (
            block
            for block in range(head + 1, head + FAR)
            if approved_by_a_vote_in(state, way, number, block).proposals[number].confirmations > before
        ),
        default=None,
    )


def check(state: CouncilState, way: str) -> None:
    head, found = state.pace.head.block, list(outlook(state).deadlines)
    told = told_on(found, way)
    events = _chain(state, way).run(head + FAR).events
    ended = events.index(next(one for one in events if one[0] == "election")) + 2
    assert sorted((one.name, one.block) for one in told if one.name in STAGES) == sorted(events[:ended])
    for proposal in state.proposals:
        mine = [one for one in told if one.proposal == proposal.number]
        votes = [one for one in mine if one.name == "last-proposal-vote"]
        untouched = _chain(state, way).run(head + FAR).proposals[proposal.number].ended
        if proposal.status == "pending-execution":
            assert [("executed", one.block) for one in mine] == [untouched]
            continue
        expected = last_vote(state, way, proposal.number)
        latest = max(one.last_usable_block for one in votes)
        assert latest == expected if expected is not None else latest <= head
        rejected = [one.block for one in mine if one.name == "council-change-rejects"]
        if proposal.status == "active":
            assert rejected == ([untouched[1]] if untouched and untouched[0] == "council-change" else [])


@pytest.mark.parametrize("seed", range(4))
def test_what_is_said_is_what_happens(seed: int) -> None:
    for number in range(25):
        state = invented(Random(f"{seed}/{number}"))
        for way in set(outlook(state).branches) & set(WAYS):
            check(state, way)


@pytest.mark.parametrize("seed", range(4))
def test_a_vote_in_the_last_block_of_all_leads_to_the_execution_that_is_said(seed: int) -> None:
    for number in range(40):
        state = invented(Random(f"execution {seed}/{number}"))
        for one in outlook(state).deadlines:
            if one.branch != "proposal-approved":
                continue
            assert one.proposal is not None
            always = [
                vote
                for vote in outlook(state).deadlines
                if (vote.name, vote.branch, vote.proposal) == ("last-proposal-vote", "always", one.proposal)
            ]
            if not always[0].open:
                continue
            for way in set(outlook(state).branches) & set(WAYS):
                chain = approved_by_a_vote_in(state, way, one.proposal, always[0].last_usable_block)
                assert chain.proposals[one.proposal].ended == ("executed", one.block)


@pytest.mark.parametrize("seed", range(4))
def test_a_vote_in_the_last_block_of_a_branch_leads_to_the_execution_that_is_said_on_it(seed: int) -> None:
    met = 0
    for number in range(60):
        state = invented(Random(f"execution on a branch {seed}/{number}"))
        found = outlook(state).deadlines
        votes = {(one.branch, one.proposal): one for one in found if one.name == "last-proposal-vote"}
        for one in found:
            if one.name != "proposal-execution" or one.branch not in WAYS:
                continue
            vote = votes[one.branch, one.proposal]
            assert one.proposal is not None
            if vote.open:
                met += 1
                chain = approved_by_a_vote_in(state, one.branch, one.proposal, vote.last_usable_block)
                assert chain.proposals[one.proposal].ended == ("executed", one.block)
    assert met
