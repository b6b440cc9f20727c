"""Voting rounds from the status history: every way a round can end, and what damage leaves unknown."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.chain_proposals import Proposal, ProposalDecision, ProposalStatusChange, ProposalVote
from secretariat.facts.council_terms import council_terms
from secretariat.facts.participation import classify
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.voting_history import RoundHistory, histories, seat_blocks, voting_rounds
from tests.mainnet import COVERED, councils, live, mainnet, proposals


def rounds(number: int, records: list[AnyStated] | None = None) -> list[tuple[Any, ...]]:
    snapshot = mainnet() if records is None else snapshot_of([*councils(), *records])
    (found,) = [history for history in histories(snapshot) if history.number == number]
    return [(one.number, one.opened_block, one.closed_block, one.ended, len(one.votes)) for one in found.rounds]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, [(1, 110_000, 112_000, "decided", 2)]),
        (2, [(1, 120_000, 163_200, "expired", 1)]),
        (3, [(1, 130_000, 131_000, "canceled", 0)]),
        (4, [(1, 140_000, 150_000, "decided", 3), (2, 300_000, 305_000, "decided", 3)]),
        (5, [(1, 295_000, 300_000, "council-change", 1)]),
        (6, [(1, 310_000, 311_000, "decided", 2)]),
        (7, [(1, 320_000, 322_000, "decided", 2)]),
        (8, [(1, 330_000, 331_000, "decided", 3)]),
        (10, [(1, 340_000, 341_000, "decided", 3)]),
        (12, [(1, 376_000, 377_000, "canceled", 0)]),
        (13, [(1, 640_000, 645_000, "decided", 2)]),
        (14, [(1, 690_000, None, "open", 1)]),
    ],
)
def test_a_round_opens_with_the_proposal_and_ends_with_the_first_decision(
    number: int, expected: list[tuple[Any, ...]]
) -> None:
    assert rounds(number) == expected


def test_a_proposal_vetoed_while_it_is_voted_on_was_ended_by_the_veto() -> None:
    vetoed = [
        live(Proposal(number=30, created_block=110_000, status="vetoed", status_block=111_000), "30"),
        live(ProposalDecision(proposal=30, status="vetoed", block=111_000), "d"),
    ]
    assert rounds(30, vetoed) == [(1, 110_000, 111_000, "vetoed", 0)]


def test_the_present_status_stands_in_for_a_decision_that_is_not_there() -> None:
    without = [record for record in proposals() if record.kind != ProposalDecision.KIND]
    assert rounds(6, without) == [(1, 310_000, 311_000, "decided", 2)]
    assert rounds(1, without) == [(1, 110_000, 112_000, "decided", 2)]
    neither = [record for record in without if record.kind != ProposalStatusChange.KIND]
    assert rounds(1, neither) == [(1, 110_000, None, None, 2)]


def _whole(number: int, records: list[AnyStated]) -> list[bool]:
    found = histories(snapshot_of([*councils(), *records]))
    return [one.whole for history in found if history.number == number for one in history.rounds]


def _set(records: list[AnyStated], key: str, **fields: Any) -> list[AnyStated]:
    return [one._replace(fact=replace(one.fact, **fields)) if one.key == key else one for one in records]


@pytest.mark.parametrize(
    ("number", "key", "fields"),
    [
        (1, "1", {"created_block": None}),
        (1, "1", {"status": None}),
        (1, "p1-vote-1-1", {"voter_id": None}),
        (1, "p1-vote-1-1", {"round": None}),
        (1, "p1-decision-0", {"block": None}),
        (4, "p4-change-1", {"block": None}),
    ],
)
def test_a_history_with_a_hole_proves_no_absence(number: int, key: str, fields: dict[str, Any]) -> None:
    assert set(_whole(number, proposals())) == {True}
    assert not any(_whole(number, _set(proposals(), key, **fields)))


def test_without_any_vote_the_votes_were_not_read() -> None:
    unread = [record for record in proposals() if record.kind != ProposalVote.KIND]
    assert not any(whole for number in (1, 2, 5) for whole in _whole(number, unread))


def test_a_decision_by_votes_of_which_none_is_there_proves_no_absence() -> None:
    lacking = [record for record in proposals() if not record.key.startswith("p6-vote")]
    assert _whole(6, lacking) == [False]
    assert _whole(2, lacking) == [True]


def test_a_vote_in_a_round_that_no_history_opens_keeps_its_round_without_blocks() -> None:
    late = live(ProposalVote(proposal=1, voter_id=3, round=2, vote="approve", block=301_000), "late")
    assert rounds(1, [*proposals(), late]) == [(1, 110_000, 112_000, "decided", 2), (2, None, None, None, 1)]


def test_seats_reach_to_the_block_before_the_next_council_and_to_the_newest_covered_one() -> None:
    seats = seat_blocks(council_terms(mainnet()), COVERED)
    assert [(s.first_block, s.last_block) for s in seats if s.member == 1] == [
        (100_000, 299_999),
        (300_000, 599_999),
        (600_000, 700_000),
    ]
    assert seat_blocks(council_terms(mainnet()), None)[-1].last_block == 599_999


@pytest.mark.parametrize(
    ("member", "number", "state"),
    [
        (3, 1, "closed-before-voting"),
        (2, 2, "missed"),
        (2, 5, "missed"),
        (3, 3, "closed-before-voting"),
        (4, 5, "not-seated"),
        (1, 2, "voted"),
        (4, 12, "closed-before-voting"),
    ],
)
def test_each_member_has_one_state_in_each_round(member: int, number: int, state: str) -> None:
    snapshot = mainnet()
    seats = [seat for seat in seat_blocks(council_terms(snapshot), COVERED) if seat.member == member]
    (found,) = [one for one in voting_rounds(histories(snapshot)) if one.proposal == number]
    assert classify(member, found, seats) == state


WORDS = st.sampled_from(
    ["deciding", "gracing", "dormant", "rejected", "expired", "cancelled", "vetoed", "slashed", "executed", "odd", None]
)
BLOCKS = st.one_of(st.none(), st.integers(0, 700_000))
STEPS = st.lists(st.tuples(BLOCKS, WORDS), max_size=6)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(created=BLOCKS, status=WORDS, at_block=BLOCKS, changes=STEPS, decisions=STEPS, turns=st.lists(st.integers(0, 4)))
def test_any_history_gives_rounds_in_order(
    created: int | None,
    status: str | None,
    at_block: int | None,
    changes: list[tuple[int | None, str | None]],
    decisions: list[tuple[int | None, str | None]],
    turns: list[int],
) -> None:
    records = [
        live(Proposal(number=1, created_block=created, status=status, status_block=at_block), "1"),
        *(live(ProposalStatusChange(proposal=1, block=b, status=w), f"c{n}") for n, (b, w) in enumerate(changes)),
        *(live(ProposalDecision(proposal=1, block=b, status=w), f"d{n}") for n, (b, w) in enumerate(decisions)),
        *(live(ProposalVote(proposal=1, voter_id=n, round=t, block=5), f"v{n}") for n, t in enumerate(turns)),
    ]
    (history,) = histories(snapshot_of([*councils(), *records]))
    found: tuple[RoundHistory, ...] = history.rounds
    assert found
    assert [one.number for one in found] == sorted({one.number for one in found})
    opened = [one.opened_block for one in found if one.opened_block is not None]
    assert opened == sorted(opened)
    for one in found:
        assert one.closed_block is None or one.opened_block is None or one.closed_block >= one.opened_block
        assert (one.ended == "open") <= (one.closed_block is None and status == "deciding")
    assert histories(snapshot_of(list(reversed([*councils(), *records])))) == (history,)
