"""The last block whose vote counts, as the desk says it of what it read, on the practice network for each type that can be created.

The network alone says what is right: the vote that decides is cast in the block that the desk calls the last, and in the block after
it, on every way in which the election ahead can go. No rule is reckoned here.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pytest

from secretariat.desk.votes import Vote
from secretariat.devnet.runtime import codex
from secretariat.devnet.runtime.codex import TYPES
from secretariat.facts.proposal_outcomes import Tally, VotingRule, decided
from tests.devnet.runtime.hall import (
    NEW,
    OLD,
    STAGES,
    Act,
    Hall,
    aside,
    decisions,
    filed,
    hall,
    played,
    voted,
    votes_on,
)
from tests.devnet.runtime.test_executing import EFFECTS
from tests.devnet.runtime.town import controller, reveal, vote

DETAILS = {next(iter(details)): details for details, _, _ in reversed(EFFECTS)}
KINDS = tuple(sorted(DETAILS))
Way = list[tuple[int, Act]]
"""What is done in which block about an election."""

WORDS = {"A": "Approve", "R": "Reject", "S": "Slash", "B": "Abstain"}

FAR = 210_000
"""A block in the first days of the idle stage: every period ends before announcing does."""

NEAR = 1_000
"""So many blocks before the election something is filed whose whole period does not go before it."""

TWO = NEW[:2]
"""With these alone revealed, whether anybody is elected is open until the last."""


@cache
def parameters() -> dict[str, dict[str, Any]]:
    """Give the constants of the real runtime by type."""
    chain = hall().chain
    return {kind: dict(codex.parameters_of(chain, kind)) for kind in KINDS}


def needed(kind: str) -> int:
    """Give how many approvals decide, of a council of three."""
    names = ("approval_quorum", "approval_threshold", "slashing_quorum", "slashing_threshold")
    rule = VotingRule(**{name: parameters()[kind][f"{name}_percentage"] for name in names})
    return next(count for count in range(1, 4) if decided(rule, Tally(approvals=count), 3) == "approved")


@cache
def begun(
    kinds: tuple[str, ...], at: int, revealed: tuple[int, ...], ballots: str = "", lasts: tuple[int, ...] = ()
) -> tuple[Hall, dict[str, Vote]]:
    """File proposals in a block and cast the same ballots on each, or all approvals but the one that decides.

    ``at`` counts from genesis, or back from the election where it is below 0. Gives what the desk reads then, by type; whoever goes
    on from there comes back. ``lasts`` are the blocks of the stages of an election that are not production's.
    """
    one = hall(constants=dict(zip(STAGES, lasts, strict=False)), revealed=revealed)
    one.chain.advance(at if at >= 0 else one.election + at)
    numbers = {kind: filed(one.chain, DETAILS[kind]) for kind in kinds}
    for kind, number in numbers.items():
        for member, letter in zip(OLD, ballots or "A" * (needed(kind) - 1), strict=False):
            vote(one.chain, member, number, WORDS[letter])
    said = votes_on(one.chain)
    return one, {kind: said[number] for kind, number in numbers.items()}


def beside(kind: str, offset: int) -> tuple[Hall, Vote]:
    """File a proposal so that its period ends so many blocks after the election, together with the others of that period."""
    period = parameters()[kind]["voting_period"]
    alike = tuple(each for each in KINDS if parameters()[each]["voting_period"] == period)
    one, said = begun(alike, offset - period, ())
    return one, said[kind]


def ways(one: Hall, said: Vote) -> list[Way]:
    """Give what is still done about the election: nothing where it comes after all or is certain, else all is revealed, or no more."""
    missing = [member for member in NEW if member not in one.revealed]
    if said.expires < one.election - 1 or not missing:
        return [[]]
    opens = max(one.revealing, said.head + 1)
    return [[(opens, shown(member)) for member in missing], []]


def shown(member: int) -> Act:
    """Let a member reveal the vote for themselves."""
    return lambda chain: reveal(chain, controller(member), member)


def counts(one: Hall, said: Vote, way: Way, block: int) -> bool:
    """Cast the approval that decides in a block, and tell whether it did: approved in the block after, and only if the vote was taken."""
    with aside(one.chain):
        taken: list[bool] = []
        deciding = voted(said.number, (said.missing or ())[0], "Approve", taken)
        played(one.chain, [*way, (block, deciding)], block + 1)
        found = [decision for at, decision in decisions(one.chain, said.number, said.head) if at == block + 1]
        approved = any(isinstance(decision, dict) for decision in found)
        assert taken == [True] or not approved
    return approved


def held(one: Hall, said: Vote, found: Sequence[Way]) -> None:
    """Hold what is said against every way on."""
    assert all(counts(one, said, way, said.last) for way in found)
    after = [counts(one, said, way, said.last + 1) for way in found]
    assert not all(after)
    assert any(after) == (said.later is not None)
    anew = [way for way, counted in zip(found, after, strict=True) if counted]
    if said.later is not None:
        assert all(counts(one, said, way, said.later) for way in anew)
        assert not all(counts(one, said, way, said.later + 1) for way in anew)


def test_every_type_that_can_be_created_is_played_with_parameters_of_its_own() -> None:
    assert len(DETAILS) == 27
    assert set(DETAILS) == set(TYPES) - {"UpdateGlobalNftLimit"}
    assert {one["voting_period"] for one in parameters().values()} == {14_400, 28_800, 43_200, 72_000, 72_200, 100_800}
    _, said = begun(KINDS, FAR, NEW)
    for kind, one in parameters().items():
        fact = said[kind].record.fact
        assert (fact.voting_period, fact.constitutionality) == (one["voting_period"], one["constitutionality"])


@pytest.mark.parametrize("kind", KINDS)
def test_far_from_an_election_votes_count_to_the_end_of_the_period(kind: str) -> None:
    one, said = begun(KINDS, FAR, NEW)
    assert not said[kind].before_change
    assert said[kind].later is None
    held(one, said[kind], ways(one, said[kind]))


@pytest.mark.parametrize("revealed", [NEW, TWO], ids=["certain", "open"])
@pytest.mark.parametrize("kind", KINDS)
def test_shortly_before_an_election_votes_count_to_two_blocks_before_it(kind: str, revealed: tuple[int, ...]) -> None:
    one, said = begun(KINDS, -NEAR, revealed)
    assert said[kind].before_change
    assert (said[kind].later is None) == (revealed == NEW)
    held(one, said[kind], ways(one, said[kind]))


@pytest.mark.parametrize("offset", [-1, 0, 1])
@pytest.mark.parametrize("kind", KINDS)
def test_a_period_that_ends_beside_the_election(kind: str, offset: int) -> None:
    one, said = beside(kind, offset)
    assert said.before_change == (offset >= 0)
    assert (said.later is None) == (offset <= -1)
    held(one, said, ways(one, said))


@pytest.mark.parametrize("kind", KINDS)
def test_who_has_not_voted_is_whose_vote_is_taken(kind: str) -> None:
    one, said = begun(KINDS, FAR, NEW)
    number, everybody = said[kind].number, (*OLD, *NEW)
    taken: list[bool] = []
    with aside(one.chain):
        one.chain.advance(said[kind].head + 1)
        for member in everybody:
            voted(number, member, "Abstain", taken)(one.chain)
    assert tuple(member for member, took in zip(everybody, taken, strict=True) if took) == said[kind].missing


@pytest.mark.parametrize(("ballots", "outcome"), [("AAA", "approved"), ("SSS", "slashed"), ("RRR", "rejected")])
def test_what_votes_decide_early_is_over_in_the_block_after(ballots: str, outcome: str) -> None:
    """All votes of the block that decides were taken, also those that were not needed; in the block after it none is."""
    one, said = begun(KINDS, FAR, NEW, ballots)
    with aside(one.chain):
        one.chain.advance(FAR + 1)
        for kind, each in said.items():
            assert (each.is_decided, each.can_be_voted_on, each.outcomes) == (True, False, (outcome,)), kind
            ((block, decision),) = decisions(one.chain, each.number)
            told = next(iter(decision)) if isinstance(decision, dict) else decision
            assert (block, told.lower()) == (FAR + 1, outcome), kind
            taken: list[bool] = []
            voted(each.number, 0, "Approve", taken)(one.chain)
            assert taken == [False], kind
