"""Before the first vote or payment ever: 0 where a list is proven to be empty, unknown where nothing was read."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.duties.leaderboard import council_members, forum, groups, seats, workers
from secretariat.facts.chain_proposals import Proposal, ProposalDecision, ProposalStatusChange, ProposalVote
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.council_terms import council_terms
from secretariat.facts.election_cycles import CastVote
from secretariat.facts.empty_lists import empty_list
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_elections import live_elections
from secretariat.facts.live_forum import LivePost
from secretariat.facts.live_terms import live_terms
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.facts.staffing import Worker
from secretariat.facts.tables import AnyTable, build
from secretariat.facts.totalling import made_nothing
from tests.mainnet import COVERED, counted, records


def without(*kinds: type, empty: tuple[str, ...] = ()) -> Snapshot:
    """Give the network without the facts of some kinds, where some lists are proven to be empty."""
    left = [one for one in records() if not isinstance(one.fact, kinds)]
    found: list[AnyStated] = [*counted(left), *(empty_list(name, COVERED) for name in empty)]
    terms = council_terms(snapshot_of(found))
    if "forum-posts" in empty:
        found += made_nothing(empty_list("forum-posts", COVERED), terms)
    return snapshot_of(found)


CASES: dict[str, tuple[AnyTable, type, tuple[str, ...], tuple[str, ...]]] = {
    "votes of members": (
        council_members.TABLE,
        ProposalVote,
        ("proposal-votes",),
        ("votes_listed", "rationale_given"),
    ),
    "eligible votes of members": (
        council_members.TABLE,
        Proposal,
        ("proposals",),
        ("votes_eligible", "closed_before_voting"),
    ),
    "votes of seats": (seats.TABLE, ProposalVote, ("proposal-votes",), ("votes_cast",)),
    "rewards of a group": (groups.TABLE, GroupMoneyEvent, ("rewards-paid",), ("rewards_paid",)),
    "what a group spent": (groups.TABLE, GroupMoneyEvent, ("rewards-paid", "budget-spendings"), ("spent",)),
    "workers of a group": (groups.TABLE, Worker, ("workers",), ("workers_start", "workers_hired", "workers_left")),
    "rewards of a worker": (workers.TABLE, GroupMoneyEvent, ("rewards-paid",), ("paid_in_term", "paid_total")),
    "posts": (forum.TABLE, LivePost, ("forum-posts",), ("posts_created",)),
}


@pytest.mark.parametrize(("table", "kind", "lists", "columns"), CASES.values(), ids=CASES)
def test_a_figure_is_0_with_the_proof_and_unknown_without(
    table: AnyTable, kind: type, lists: tuple[str, ...], columns: tuple[str, ...]
) -> None:
    def cells(found: Snapshot) -> set[Any]:
        built = build(table, found)
        places = [place for place, heading in enumerate(built.headings) if heading.name in columns]
        assert len(places) == len(columns)
        assert built.rows
        return {row[place] for row in built.rows for place in places}

    assert cells(without(kind)) == {None}
    assert cells(without(kind, empty=lists)) == {0}


def test_groups_name_the_empty_list_as_their_source() -> None:
    built = build(groups.TABLE, without(GroupMoneyEvent, empty=("rewards-paid",)))
    place = [heading.name for heading in built.headings].index("source")
    assert all(f"query-node/rewards-paid#totalCount 0 at block {COVERED:,}" in str(row[place]) for row in built.rows)


def test_terms_state_0_with_the_empty_list_as_their_source() -> None:
    names = {
        "spending_executed": "requests-funded",
        "council_rewards": "council-rewards",
        "proposals": "proposals",
        "proposals_approved": "proposals",
    }
    kinds = (CouncilBudgetEvent, CouncilReward, Proposal, ProposalVote)
    for term in live_terms(without(*kinds)):
        assert not names.keys() & term.figures.keys()
    for term in live_terms(without(*kinds, empty=tuple(names.values()))):
        for name, list_name in names.items():
            value, source, _ = term.figures[name]
            assert (value, source) == (0, f"query-node/{list_name}#totalCount 0 at block {COVERED:,}")


def test_an_election_without_votes_is_read_whole_where_it_is_proven() -> None:
    for empty, read in (((), {False}), (("cast-votes",), {False, True})):
        found = live_elections(without(CastVote, empty=empty))
        assert {one.votes_read for one in found} == read
        # Nobody is elected without a vote: there the list contradicts the election, and says nothing.
        assert not any(one.votes_read for one in found if one.outcome == "elected")


def of_members(snapshot: Snapshot, column: str) -> dict[int, Any]:
    built = build(council_members.TABLE, snapshot)
    member, place = ([heading.name for heading in built.headings].index(name) for name in ("member_id", column))
    return {found: row[place] for row in built.rows if isinstance(found := row[member], int)}


def test_a_member_in_whose_term_nothing_was_proposed_has_no_eligible_votes_where_its_blocks_are_known() -> None:
    (term,) = [one for one in council_terms(snapshot_of(records())) if 2 in {seat.fact.member_id for seat in one.seats}]
    assert term.start_block is not None
    others = [
        one
        for one in records()
        if not isinstance(one.fact, Proposal | ProposalVote | ProposalStatusChange | ProposalDecision)
        or (isinstance(one.fact, Proposal) and (one.fact.created_block or 0) >= (term.end_block or COVERED))
    ]
    assert of_members(snapshot_of(counted(others)), "votes_eligible")[2] == 0
    blocks = ("elected_block", "ended_block")
    vague = [
        one._replace(fact=replace(one.fact, **{name: None for name in blocks if hasattr(one.fact, name)}))
        for one in others
    ]
    assert of_members(snapshot_of(counted(vague)), "votes_eligible")[2] is None


def test_an_empty_list_of_another_name_proves_nothing() -> None:
    built = build(council_members.TABLE, without(ProposalVote, empty=("cast-votes",)))
    place = [heading.name for heading in built.headings].index("votes_listed")
    assert {row[place] for row in built.rows} == {None}
