"""Which outcomes can still come: against every way in which small councils can vote, reckoned independently."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from itertools import combinations_with_replacement, product
from random import Random
from typing import Any

import pytest

from secretariat.devnet.chain.specs import PROPOSALS
from secretariat.devnet.runtime.deciding import decision_of
from secretariat.facts.proposal_outcomes import Ending, Tally, VotingRule, decided, still_possible

REAL = ((100, 100, 100, 100), (66, 66, 100, 100), (80, 100, 60, 80), (66, 100, 100, 100))
"""Quorum and threshold of approval and of slashing of all 27 types that can be created (specs 2000 to 2004)."""

ODD = ((51, 51, 51, 51), (1, 1, 1, 1), (34, 67, 34, 67), (0, 0, 100, 100))
EXPIRED: frozenset[Ending] = frozenset({"expired"})


def rule_of(numbers: tuple[int, ...]) -> VotingRule:
    names = ("approval_quorum", "approval_threshold", "slashing_quorum", "slashing_threshold")
    return VotingRule(**dict(zip(names, numbers, strict=True)))


def tally_of(votes: str) -> Tally:
    return Tally(
        approvals=votes.count("A"),
        rejections=votes.count("R"),
        slashes=votes.count("S"),
        abstentions=votes.count("B"),
    )


def counted(numbers: tuple[int, ...], votes: str, voters: int) -> str:
    """Reckon a count as the engine's words say it, with fractions cut off at a billionth; empty while it stays open."""
    approval_quorum, approval_threshold, slashing_quorum, slashing_threshold = numbers

    def share(part: int, whole: int) -> Fraction:
        return Fraction(0) if whole == 0 else Fraction(Fraction(part, whole) * 10**9 // 1, 10**7)

    left = voters - len(votes)
    approvals, slashes = votes.count("A"), votes.count("S")
    if share(len(votes), voters) >= approval_quorum and share(approvals, len(votes)) >= approval_threshold:
        return "approved"
    if share(len(votes), voters) >= slashing_quorum and share(slashes, len(votes)) >= slashing_threshold:
        return "slashed"
    if share(approvals + left, voters) < approval_threshold and share(slashes + left, voters) < slashing_threshold:
        return "rejected"
    return "rejected" if left == 0 else ""


@cache
def endings(numbers: tuple[int, ...], votes: str, voters: int) -> frozenset[str]:
    """Play every way on, block by block: in each block any of those left vote, and the count of the next may decide."""
    found: set[str] = {"expired"}
    for more in range(1, voters - len(votes) + 1):
        for block in combinations_with_replacement("ARSB", more):
            after = "".join(sorted(votes + "".join(block)))
            found |= {now} if (now := counted(numbers, after, voters)) else endings(numbers, after, voters)
    return frozenset(found)


def begun(voters: int) -> Iterator[str]:
    for cast in range(voters + 1):
        for votes in combinations_with_replacement("ABRS", cast):
            yield "".join(votes)


@pytest.mark.parametrize("voters", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("numbers", REAL + ODD)
def test_what_can_still_come_is_what_some_way_of_voting_leads_to(numbers: tuple[int, ...], voters: int) -> None:
    for votes in begun(voters):
        now = counted(numbers, votes, voters)
        expected = {now} if now else endings(numbers, votes, voters)
        found = still_possible(rule_of(numbers), tally_of(votes), voters, undecided=EXPIRED)
        assert set(found) == expected, votes


@cache
def possible(numbers: tuple[int, ...], votes: str, voters: int) -> tuple[str, ...]:
    return still_possible(rule_of(numbers), tally_of(votes), voters, undecided=EXPIRED)


@cache
def engine(numbers: tuple[int, ...], votes: str, voters: int, now: int = 1) -> str:
    """Let the practice network's engine decide, in the words used here."""
    tally = tally_of(votes)
    names = ("approval_quorum", "approval_threshold", "slashing_quorum", "slashing_threshold")
    proposal: dict[str, Any] = {
        "parameters": {
            **{f"{name}_percentage": number for name, number in zip(names, numbers, strict=True)},
            "constitutionality": 1,
            "voting_period": 100,
        },
        "voting_results": {
            "approvals": tally.approvals,
            "rejections": tally.rejections,
            "slashes": tally.slashes,
            "abstentions": tally.abstentions,
        },
        "nr_of_council_confirmations": 0,
        "activated_at": 0,
    }
    found = decision_of(proposal, voters, now)
    return "approved" if isinstance(found, dict) else (found or "").lower()


@pytest.mark.parametrize("voters", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("numbers", REAL + ODD)
def test_the_practice_networks_engine_decides_every_sequence_of_votes_alike(
    numbers: tuple[int, ...], voters: int
) -> None:
    """Each sequence is cast one vote a block; at each block the engine's end lies within what was said to be possible."""
    for sequence in product("ARSB", repeat=voters):
        said = [possible(numbers, "", voters)]
        for cast in range(voters + 1):
            votes = "".join(sorted(sequence[:cast]))
            now = engine(numbers, votes, voters)
            assert (decided(rule_of(numbers), tally_of(votes), voters) or "") == now
            assert not now or all(now in one for one in said)
            if now:
                break
            said.append(possible(numbers, votes, voters))
            assert engine(numbers, votes, voters, now=100) == "expired"
        else:
            pytest.fail("everybody has voted and nothing is decided")


@pytest.mark.parametrize(
    ("numbers", "votes", "possible"),
    [
        ((66, 66, 100, 100), "", "approved rejected slashed expired"),
        ((66, 66, 100, 100), "A", "approved rejected expired"),
        ((66, 66, 100, 100), "AA", "approved"),
        ((66, 66, 100, 100), "AR", "approved rejected expired"),
        ((66, 66, 100, 100), "RB", "rejected"),
        ((66, 66, 100, 100), "SS", "rejected slashed expired"),
        ((100, 100, 100, 100), "R", "rejected"),
        ((100, 100, 100, 100), "AA", "approved rejected expired"),
        ((100, 100, 100, 100), "S", "rejected slashed expired"),
        ((80, 100, 60, 80), "SS", "slashed"),
    ],
)
def test_the_table_of_the_real_council_of_three(numbers: tuple[int, ...], votes: str, possible: str) -> None:
    assert " ".join(still_possible(rule_of(numbers), tally_of(votes), 3, undecided=EXPIRED)) == possible


@cache
def onward(numbers: tuple[int, ...], votes: tuple[int, int, int, int], voters: int) -> frozenset[str]:
    """Give what any tally from this one on decides, the tally itself among them: one vote more at a time, by counts instead of orders."""
    word = "".join(letter * count for letter, count in zip("ARSB", votes, strict=True))
    found = {counted(numbers, word, voters)} - {""}
    if sum(votes) < voters:
        for place in range(4):
            more = [count + (each == place) for each, count in enumerate(votes)]
            found |= onward(numbers, (more[0], more[1], more[2], more[3]), voters)
    return frozenset(found)


@pytest.mark.parametrize("numbers", REAL + ODD)
def test_what_can_still_come_of_larger_councils_votes_by_counts(numbers: tuple[int, ...]) -> None:
    """Councils of six to twelve with any tally, and of up to forty with at most four votes left; the seed is fixed."""
    chance = Random(20)
    for _ in range(150):
        voters = chance.randint(6, 12) if chance.random() < 0.5 else chance.randint(13, 40)
        cast = chance.randint(0, voters) if voters <= 12 else chance.randint(voters - 4, voters)
        votes = "".join(sorted(chance.choices("ARSB", weights=chance.choices(range(1, 30), k=4), k=cast)))
        now, tally = counted(numbers, votes, voters), tally_of(votes)
        by_counts = (tally.approvals, tally.rejections, tally.slashes, tally.abstentions)
        expected = {now} if now else {"expired", *onward(numbers, by_counts, voters)}
        assert (decided(rule_of(numbers), tally, voters) or "") == now
        assert set(still_possible(rule_of(numbers), tally, voters, undecided=EXPIRED)) == expected, votes
    onward.cache_clear()


def test_the_real_rules_are_those_of_the_practice_networks_runtime() -> None:
    found = {(values[2], values[3], values[4], values[5]) for name, values in PROPOSALS.items() if "Nft" not in name}
    assert found == set(REAL)


def test_when_no_vote_counts_any_more_only_the_end_is_left() -> None:
    rule = rule_of(REAL[1])
    late: frozenset[Ending] = frozenset({"rejected"})
    assert still_possible(rule, tally_of("A"), 3, undecided=late, votes_count=False) == ("rejected",)
    assert still_possible(rule, tally_of("AA"), 3, undecided=late, votes_count=False) == ("approved",)
