"""Participation: one state for each member and voting round, at its boundaries, and the sums over rounds."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.participation import (
    NEEDED_BLOCKS,
    Ended,
    SeatBlocks,
    State,
    Tally,
    Vote,
    VotingRound,
    classify,
    closed_before_voting,
    response_blocks_median,
    tally,
    vote_rate,
    votes_eligible,
)

OPENED, CLOSED = 100_000, 143_200
"""A round of 43,200 blocks: the last block at which a vote counts is 143,199."""

WINDOW = CLOSED - NEEDED_BLOCKS


def voting_round(number: int = 1, **given: Any) -> VotingRound:
    return VotingRound(
        **{
            "proposal": 12,
            "number": number,
            "opened_block": OPENED,
            "closed_block": CLOSED,
            "ended": "expired",
            "voters_stated": True,
            **given,
        }
    )


def seat(first: int, last: int, member: str = "ada_l") -> SeatBlocks:
    return SeatBlocks(member=member, first_block=first, last_block=last)


ALL_ALONG = seat(1, 900_000)


@pytest.mark.parametrize("ended", ["expired", "council-change"])
@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (1, 900_000, "missed"),
        (OPENED, CLOSED - 1, "missed"),
        (WINDOW, CLOSED - 1, "missed"),  # exactly the last 14,400 blocks
        (WINDOW + 1, CLOSED - 1, "not-seated"),  # one block less
        (WINDOW + 1, 900_000, "not-seated"),
        (1, CLOSED - 2, "not-seated"),  # left one block before the end
        (CLOSED - 1, 900_000, "not-seated"),
        (CLOSED, 900_000, "not-seated"),
        (1, OPENED - 1, "not-seated"),
    ],
)
def test_an_absence_needs_a_seat_for_the_last_14400_blocks(ended: Ended, first: int, last: int, state: State) -> None:
    assert classify("ada_l", voting_round(ended=ended), [seat(first, last)]) == state


@pytest.mark.parametrize("ended", ["expired", "council-change"])
@pytest.mark.parametrize(
    ("length", "sat", "state"),
    [
        (43_200, 14_400, "missed"),
        (43_200, 14_399, "not-seated"),
        (14_401, 14_400, "missed"),
        (14_401, 14_399, "not-seated"),
        (14_400, 14_400, "missed"),
        (14_400, 14_399, "not-seated"),
        (14_399, 14_399, "missed"),
        (14_399, 14_398, "not-seated"),
    ],
)
def test_the_day_of_blocks_is_14400_of_them(ended: Ended, length: int, sat: int, state: State) -> None:
    """The numbers are written out: a rule of one block more or less fails here."""
    last = OPENED + length - 1
    one = voting_round(ended=ended, closed_block=OPENED + length)
    assert classify("ada_l", one, [seat(last - sat + 1, last)]) == state


@pytest.mark.parametrize("length", [1, 2, NEEDED_BLOCKS - 1, NEEDED_BLOCKS, NEEDED_BLOCKS + 1])
def test_a_round_no_longer_than_that_needs_its_whole_length(length: int) -> None:
    short = voting_round(closed_block=OPENED + length)
    one_late = "missed" if length > NEEDED_BLOCKS else "not-seated"
    assert classify("ada_l", short, [seat(OPENED, OPENED + length - 1)]) == "missed"
    assert classify("ada_l", short, [seat(OPENED + 1, 900_000)]) == one_late
    assert classify("ada_l", short, [seat(1, OPENED + length - 2)]) == "not-seated"


def test_two_seats_right_after_each_other_are_one_and_a_gap_of_one_block_is_not() -> None:
    middle = CLOSED - 100
    assert classify("ada_l", voting_round(), [seat(middle, CLOSED), seat(1, middle - 1)]) == "missed"
    assert classify("ada_l", voting_round(), [seat(middle, CLOSED), seat(1, middle - 2)]) == "not-seated"
    assert classify("ada_l", voting_round(), [seat(middle, CLOSED), seat(1, CLOSED - 50)]) == "missed"
    assert classify("ada_l", voting_round(), [seat(middle, CLOSED), seat(1, middle - 1, "bert")]) == "not-seated"


@pytest.mark.parametrize("ended", ["decided", "canceled", "vetoed"])
@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (1, 900_000, "closed-before-voting"),
        (CLOSED - 1, 900_000, "closed-before-voting"),
        (1, OPENED, "closed-before-voting"),
        (CLOSED, 900_000, "not-seated"),
        (1, OPENED - 1, "not-seated"),
    ],
)
def test_what_others_ended_is_no_absence(ended: Ended, first: int, last: int, state: State) -> None:
    assert classify("ada_l", voting_round(ended=ended), [seat(first, last)]) == state


def test_a_round_closed_in_the_block_it_opened_in_is_no_absence() -> None:
    for ended in ("decided", "canceled", "vetoed", "expired", "council-change"):
        at_once = voting_round(ended=ended, closed_block=OPENED)
        assert classify("ada_l", at_once, [ALL_ALONG]) == "closed-before-voting"
        assert classify("ada_l", at_once, [seat(1, OPENED - 1)]) == "not-seated"


@pytest.mark.parametrize(
    ("given", "seats", "state"),
    [
        ({"ended": "open", "closed_block": None}, [seat(1, OPENED)], "unknown"),  # the vote may still come
        ({"ended": "open", "closed_block": None}, [seat(1, OPENED - 1)], "not-seated"),  # it may not
        ({"ended": "open"}, [ALL_ALONG], "unknown"),
        ({"ended": None}, [ALL_ALONG], "unknown"),
        ({"ended": None}, [seat(CLOSED, 900_000)], "not-seated"),
        ({"closed_block": None}, [ALL_ALONG], "unknown"),
        ({"closed_block": None}, [], "not-seated"),
        ({"ended": "decided", "closed_block": None}, [ALL_ALONG], "unknown"),
        ({"opened_block": None}, [ALL_ALONG], "unknown"),
        ({"closed_block": OPENED - 1}, [ALL_ALONG], "unknown"),
        ({"closed_block": OPENED - 1}, [], "unknown"),
        ({"voters_stated": False}, [ALL_ALONG], "unknown"),
        ({"voters_stated": False}, [], "unknown"),
        ({"voters_stated": False, "ended": "decided"}, [ALL_ALONG], "unknown"),
    ],
)
def test_what_the_source_does_not_settle_is_unknown(given: Any, seats: Any, state: State) -> None:
    assert classify("ada_l", voting_round(**given), seats) == state


@pytest.mark.parametrize("ended", [*get_args(Ended), None])
@pytest.mark.parametrize("given", [{}, {"voters_stated": False}, {"opened_block": None}, {"closed_block": 1}])
def test_a_vote_counts_whatever_else_is_known(ended: Any, given: Any) -> None:
    voted = voting_round(ended=ended, votes=(Vote(member="bert"), Vote(member="ada_l")), **given)
    assert classify("ada_l", voted, []) == "voted"
    assert classify("ada_l", voted, [ALL_ALONG]) == "voted"


def test_a_proposal_that_outlives_a_council_is_another_round_for_each() -> None:
    rounds = [
        voting_round(1, ended="council-change", closed_block=120_000),
        voting_round(2, ended="decided", opened_block=120_000, closed_block=130_000),
    ]
    found = tally("ada_l", rounds, [seat(100_000, 119_999)])
    assert (found.missed, found.not_seated) == (1, 1)
    found = tally("bert", rounds, [seat(120_000, 200_000, "bert")])
    assert (found.not_seated, found.closed_before_voting) == (1, 1)


def voted_at(*blocks: int | None, **given: Any) -> list[VotingRound]:
    return [
        voting_round(n, ended="decided", votes=(Vote(member="ada_l", block=block),), **given)
        for n, block in enumerate(blocks)
    ]


def missed(count: int) -> list[VotingRound]:
    return [voting_round(100 + n) for n in range(count)]


@pytest.mark.parametrize(
    ("votes", "absences", "eligible", "rate"),
    [(5, 0, 5, 100), (1, 5, 6, "16.67"), (4, 1, 5, 80), (0, 5, 5, 0), (4, 0, 4, None), (0, 4, 4, None)],
)
def test_a_rate_is_of_five_eligible_votes_or_more(votes: int, absences: int, eligible: int, rate: Any) -> None:
    found = tally("ada_l", [*voted_at(*[None] * votes), *missed(absences)], [ALL_ALONG])
    assert votes_eligible(found) == eligible
    assert vote_rate(found) == (None if rate is None else Decimal(rate))


def test_what_is_not_known_of_one_round_is_not_known_of_the_sum() -> None:
    sure = [*voted_at(OPENED + 10, None), *missed(4), voting_round(200, ended="decided")]
    assert votes_eligible(tally("ada_l", sure, [ALL_ALONG])) == 6
    assert closed_before_voting(tally("ada_l", sure, [ALL_ALONG])) == 1
    for doubtful in (
        voting_round(300, voters_stated=False),
        voting_round(300, voters_stated=False, votes=(Vote(member="ada_l"),)),
        voting_round(300, ended="open", closed_block=None),
    ):
        found = tally("ada_l", [*sure, doubtful], [ALL_ALONG])
        assert (votes_eligible(found), closed_before_voting(found), vote_rate(found)) == (None, None, None)
        assert response_blocks_median(found) == 10


def test_a_round_in_which_a_member_did_not_sit_says_nothing_of_the_member() -> None:
    before_the_seat = voting_round(300, opened_block=1, closed_block=2_000)
    found = tally("ada_l", [*missed(5), before_the_seat], [seat(50_000, 900_000)])
    assert (found.not_seated, votes_eligible(found)) == (1, 5)


def test_without_a_round_of_the_member_nothing_is_known_rather_than_zero() -> None:
    for rounds in ([], missed(3)):
        found = tally("ada_l", rounds, [])
        assert found.not_seated == len(rounds)
        assert (votes_eligible(found), closed_before_voting(found), vote_rate(found)) == (None, None, None)


def test_without_a_round_it_is_zero_where_it_is_proven_that_there_is_none() -> None:
    for rounds in ([], missed(3)):
        found = replace(tally("ada_l", rounds, []), all_rounds=True)
        assert (votes_eligible(found), closed_before_voting(found), vote_rate(found)) == (0, 0, None)
    doubtful = replace(tally("ada_l", [voting_round(1, ended=None)], [ALL_ALONG]), all_rounds=True)
    assert votes_eligible(doubtful) is None


@pytest.mark.parametrize(
    ("blocks", "median"),
    [
        ([], None),
        ([None, None], None),
        ([7], "7"),
        ([0], "0"),
        ([9, 1], "5"),
        ([2, 1], "1.5"),
        ([30, 10, 20], "20"),
        ([30, None, 11, 10, 20], "15.5"),
        ([-1, 8], "8"),  # a vote before the round opened tells nothing
        ([10**30, 10**30 + 1], "1000000000000000000000000000000.5"),
    ],
)
def test_the_median_of_response_blocks_is_exact(blocks: Any, median: str | None) -> None:
    found = tally("ada_l", voted_at(*(None if b is None else OPENED + b for b in blocks)), [ALL_ALONG])
    assert found.voted == len(blocks)
    got = response_blocks_median(found)
    assert (None if got is None else str(got)) == median


def test_the_first_vote_of_a_member_in_a_round_is_the_response() -> None:
    votes = [("ada_l", OPENED + 9), ("bert", OPENED), ("ada_l", None), ("ada_l", OPENED + 4)]
    twice = voting_round(votes=tuple(Vote(member=member, block=block) for member, block in votes))
    assert tally("ada_l", [twice], []).response_blocks == (4,)
    unopened = voting_round(opened_block=None, votes=(Vote(member="ada_l", block=OPENED),))
    assert tally("ada_l", [unopened], []).response_blocks == ()


BLOCKS = st.integers(0, 40) | st.integers(14_390, 14_440)
MEMBERS = st.sampled_from(["ada_l", "bert", "cleo"])
VOTES = st.builds(Vote, member=MEMBERS, block=st.none() | BLOCKS)
SEATS = st.lists(st.builds(SeatBlocks, member=MEMBERS, first_block=BLOCKS, last_block=BLOCKS), max_size=6)
ROUNDS = st.lists(
    st.builds(
        VotingRound,
        proposal=st.integers(1, 3),
        number=st.integers(1, 2),
        opened_block=st.none() | BLOCKS,
        closed_block=st.none() | BLOCKS,
        ended=st.sampled_from([*get_args(Ended), None]),
        voters_stated=st.booleans(),
        votes=st.lists(VOTES, max_size=4).map(tuple),
    ),
    max_size=6,
    unique_by=lambda found: (found.proposal, found.number),
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ROUNDS, SEATS, MEMBERS)
def test_each_round_has_exactly_one_state_and_the_parts_add_up(
    rounds: list[VotingRound], seats: list[SeatBlocks], member: str
) -> None:
    states = [classify(member, one, seats) for one in rounds]
    assert set(states) <= set(get_args(State))
    found = tally(member, rounds, seats)
    parts = (found.voted, found.missed, found.closed_before_voting, found.not_seated, found.unknown)
    assert parts == tuple(states.count(state) for state in get_args(State))
    assert sum(parts) == len(rounds)
    assert all(before <= after for before, after in pairwise(found.response_blocks))
    assert len(found.response_blocks) <= found.voted
    eligible, rate = votes_eligible(found), vote_rate(found)
    assert eligible is None or found.unknown == 0
    assert rate is None or (eligible is not None and eligible >= 5 and 0 <= rate <= 100)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ROUNDS, SEATS, MEMBERS, st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_changes_nothing(
    rounds: list[VotingRound], seats: list[SeatBlocks], member: str, random: Any
) -> None:
    expected = tally(member, rounds, seats)
    mixed_rounds, mixed_seats = list(rounds), list(seats)
    random.shuffle(mixed_rounds)
    random.shuffle(mixed_seats)
    assert tally(member, mixed_rounds, mixed_seats) == expected


@settings(derandomize=True, deadline=None, max_examples=100)
@given(ROUNDS, SEATS, MEMBERS)
def test_an_absence_is_proved_block_by_block(rounds: list[VotingRound], seats: list[SeatBlocks], member: str) -> None:
    """Compare with the rule spelled out over every single block."""
    for one in rounds:
        opened, closed = one.opened_block, one.closed_block
        absent = classify(member, one, seats) == "missed"
        if opened is None or closed is None or opened >= closed or one.ended not in ("expired", "council-change"):
            assert not absent
            continue
        sat = {b for s in seats if s.member == member for b in range(s.first_block, s.last_block + 1)}
        voted = any(vote.member == member for vote in one.votes)
        needed = set(range(opened, closed)[-NEEDED_BLOCKS:])
        assert absent == (one.voters_stated and not voted and needed <= sat)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.lists(st.integers(0, 10**40), min_size=1, max_size=9))
def test_the_median_is_the_exact_middle(blocks: list[int]) -> None:
    ordered = sorted(blocks)
    found = response_blocks_median(
        Tally(
            voted=len(blocks),
            missed=0,
            closed_before_voting=0,
            not_seated=0,
            unknown=0,
            voters_stated=True,
            response_blocks=tuple(ordered),
        )
    )
    assert found is not None
    half = len(blocks) // 2
    assert Fraction(found) == Fraction(ordered[half] + ordered[-1 - half], 2)
