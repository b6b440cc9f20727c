"""Percentages as numbers of council members, held against every tally that a council can make."""

import pytest

from secretariat.facts.proposal_outcomes import Tally, VotingRule, decided
from secretariat.facts.votes_needed import VotesNeeded, approvals_needed, slashes_needed


@pytest.mark.parametrize(
    ("quorum", "threshold", "council", "votes", "of_votes", "of_all", "against"),
    [
        (66, 66, 3, 2, 2, 2, 2),
        (100, 100, 3, 3, 3, 3, 1),
        (80, 100, 3, 3, 3, 3, 1),
        (66, 100, 3, 2, 2, 3, 1),
        (60, 80, 3, 2, 2, 3, 1),
        (66, 66, 5, 4, 3, 4, 2),
        (50, 60, 5, 3, 2, 3, 3),
        (66, 66, 1, 1, 1, 1, 1),
        (101, 100, 3, None, None, 3, 1),
    ],
)
def test_percentages_as_numbers(
    quorum: int, threshold: int, council: int, votes: int, of_votes: int, of_all: int, against: int
) -> None:
    expected = VotesNeeded(votes=votes, of_votes=of_votes, of_all=of_all, against=against)
    rule = VotingRule(
        approval_quorum=quorum, approval_threshold=threshold, slashing_quorum=quorum, slashing_threshold=threshold
    )
    assert approvals_needed(rule, council) == expected
    assert slashes_needed(rule, council) == expected


@pytest.mark.parametrize("council", range(1, 8))
@pytest.mark.parametrize("percentages", [(66, 66), (100, 100), (80, 100), (66, 100), (50, 51), (1, 1), (34, 90)])
def test_the_numbers_are_those_by_which_the_engine_decides(council: int, percentages: tuple[int, int]) -> None:
    rule = VotingRule(
        approval_quorum=percentages[0],
        approval_threshold=percentages[1],
        slashing_quorum=100,
        slashing_threshold=100,
    )
    needed = approvals_needed(rule, council)
    approved = [
        Tally(approvals=alike, rejections=cast - alike)
        for cast in range(1, council + 1)
        for alike in range(cast + 1)
        if decided(rule, Tally(approvals=alike, rejections=cast - alike), council) == "approved"
    ]
    assert min(tally.cast for tally in approved) == needed.votes
    assert min(tally.approvals for tally in approved if tally.cast == needed.votes) == needed.of_votes
    assert min(tally.approvals for tally in approved if tally.cast == council) == needed.of_all
    assert needed.against is not None
    never = [tally for tally in approved if tally.rejections >= needed.against and tally.cast == council]
    assert never == []
