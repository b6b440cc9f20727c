"""Council members: one row each over all their seats on a chain, not ranked."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.leaderboard.council_members import TABLE
from tests.build import (
    council_report,
    dumped_proposal,
    elected_seat,
    election_result,
    kpi_earning,
    member,
    reported_proposal,
    reported_seat,
    stated,
    table_rows,
    whole,
)


def row(*facts: Any) -> Any:
    rows = table_rows(TABLE, *facts)
    assert len(rows) == 1
    return rows[0]


def test_it_has_the_columns_that_were_promised() -> None:
    promised = (
        "member_id handle terms_served first_term last_term longest_run votes_cast votes_eligible closed_before_voting"
        " response_blocks_median rationale_given proposals_made kpi_usd kpi_tokens"
    )
    assert set(promised.split()) <= {column.name for column in TABLE.columns}


def test_a_member_under_two_handles_is_one_row() -> None:
    found = row(
        council_report(3, end_block=100),
        council_report(4, end_block=200),
        reported_seat(3, "@ada_l", 7, votes_cast=4),
        reported_seat(4, "@ada_king", 7, votes_cast=5),
    )
    assert (found["member_id"], found["handle"], found["other_handles"]) == (7, "ada_king", "ada_l")
    assert (found["terms_served"], found["first_term"], found["last_term"], found["votes_cast"]) == (2, 3, 4, 9)


def test_what_testnet_reports_do_not_print_is_empty_and_never_zero() -> None:
    found = row(council_report(3), reported_seat(3, "ada_l", 7, votes_cast=9))
    empty = ("votes_eligible", "vote_rate", "closed_before_voting", "response_blocks_median", "rationale_given")
    assert [found[name] for name in empty] == [None] * 5
    assert (found["proposals_made"], found["kpi_usd"], found["kpi_tokens"]) == (None, None, None)


def test_a_member_named_in_every_proposal_has_votes_but_no_eligible_ones() -> None:
    found = row(
        council_report(3),
        reported_seat(3, "ada_l", 7),
        *(reported_proposal(3, n, outcome="executed", participants=("@Ada_L",)) for n in range(1, 7)),
    )
    assert found["votes_listed"] == 6
    empty = ("votes_eligible", "vote_rate", "closed_before_voting", "response_blocks_median")
    assert [found[name] for name in empty] == [None] * 4


def test_votes_listed_count_each_council_that_voted_once() -> None:
    rows = table_rows(
        TABLE,
        council_report(3, end_block=100),
        council_report(4, end_block=200),
        *(reported_seat(term, handle, n) for term in (3, 4) for handle, n in (("ada_l", 7), ("bert", 8))),
        reported_seat(3, "cleo", 9),
        reported_seat(5, "dmitri_77", 10),
        reported_proposal(3, 1, outcome="executed", participants=("ada_l", "bert")),
        reported_proposal(3, 2, outcome="passed-on", participants=("ada_l",)),
        reported_proposal(4, 2, outcome="expired", participants=("ada_l", "nobody")),
        stated(reported_proposal(4, 2, outcome="expired", participants=("ada_l",)), file="copy.md", line=1),
        reported_proposal(5, 3, outcome="passed-on"),
        reported_proposal(3, 1, network="babylon", participants=("cleo",)),
    )
    assert [(r["handle"], r["votes_listed"]) for r in rows] == [
        ("ada_l", 3),
        ("bert", 1),
        ("cleo", 0),
        ("dmitri_77", None),
    ]


def test_a_participant_is_the_one_who_sat_under_that_handle_else_who_has_it_elsewhere() -> None:
    rows = table_rows(
        TABLE,
        council_report(3, start_block=1, end_block=100),
        council_report(4, start_block=101, end_block=200),
        reported_seat(3, "ada_l", 7),
        reported_seat(4, "ada_l", 8),  # the handle passed to another member
        reported_seat(4, "bert", 9),
        reported_proposal(3, 1, participants=("ada_l", "bert")),  # bert voted, though no report seats him in term 3
        reported_proposal(4, 2, participants=("ada_l",)),
    )
    assert [(r["member_id"], r["votes_listed"]) for r in rows] == [(7, 1), (8, 1), (9, 1)]


def test_a_participant_who_may_be_either_of_two_members_is_counted_for_neither() -> None:
    rows = table_rows(
        TABLE,
        council_report(3, start_block=1, end_block=100),
        council_report(4, start_block=101, end_block=200),
        council_report(5, start_block=201, end_block=300),
        reported_seat(3, "ada_l", 7),
        reported_seat(4, "ada_l", 8),
        reported_seat(5, "cleo", 9),
        reported_proposal(5, 1, participants=("ada_l", "cleo")),
    )
    assert [(r["member_id"], r["votes_listed"]) for r in rows] == [(7, None), (8, None), (9, 1)]


def test_votes_are_added_up_where_they_are_printed() -> None:
    found = row(
        *(council_report(n) for n in (3, 4, 5)),
        reported_seat(3, "ada_l", 7, votes_cast=9),
        reported_seat(4, "ada_l", 7, votes_cast=None),
        reported_seat(5, "ada_l", 7, votes_cast=0),
    )
    assert (found["votes_cast"], found["terms_with_votes"], found["terms_served"]) == (9, 2, 3)


def test_no_votes_printed_is_empty() -> None:
    found = row(council_report(3), reported_seat(3, "ada_l", 7))
    assert (found["votes_cast"], found["terms_with_votes"]) == (None, 0)


@pytest.mark.parametrize(
    ("served", "longest"),
    [([3], 1), ([3, 4, 5], 3), ([3, 5, 7], 1), ([1, 2, 4, 5, 6, 9], 3), ([0, 1], 2)],
)
def test_a_run_counts_councils_known_to_follow_each_other(served: Any, longest: int) -> None:
    facts = [council_report(n, start_block=n * 1_000) for n in served]
    assert row(*facts, *(reported_seat(n, "ada_l", 7) for n in served))["longest_run"] == longest


def test_a_round_between_two_terms_joins_the_run() -> None:
    found = row(
        council_report(3, start_block=1_000, end_block=100_000, election_round=6),
        council_report(5, start_block=201_000, end_block=300_000, election_round=8),
        *(election_result(n, n * 100_000 - 584_600) for n in (6, 7, 8)),
        *(elected_seat(n, "ada_l", 7) for n in (6, 7, 8)),
    )
    assert (found["terms_served"], found["longest_run"]) == (3, 3)
    assert (found["first_term"], found["last_term"]) == (3, 5)
    assert (found["first_election_round"], found["last_election_round"]) == (6, 8)


def test_proposals_are_counted_once_by_id_else_by_handle() -> None:
    rows = table_rows(
        TABLE,
        council_report(3),
        reported_seat(3, "ada_l", 7),
        reported_seat(3, "bert", 8),
        dumped_proposal(1, 10, proposer_id=7),
        dumped_proposal(2, 20, proposer_id=7),
        dumped_proposal(3, 30, proposer_id=99),
        reported_proposal(3, 2, proposer="@bert"),  # the chain knows better
        reported_proposal(3, 4, proposer="@Ada_L"),
        reported_proposal(4, 4, proposer="@ada_l"),  # passed on to the next council
        dumped_proposal(5, 10, chain="mainnet", proposer_id=7),
    )
    assert [(r["handle"], r["proposals_made"]) for r in rows] == [("ada_l", 3), ("bert", 0)]


def test_kpi_earnings_are_added_up_exactly_and_once_per_round() -> None:
    rows = table_rows(
        TABLE,
        council_report(3),
        *(reported_seat(3, handle, n) for handle, n in (("ada_l", 7), ("bert", 8), ("cleo", 9))),
        stated(kpi_earning(9, "ada_l", 7, "12.10", 1_000), file="a.json", line=1),
        stated(kpi_earning(10, "ada_l", 7, "0.20", "0.5"), file="a.json", line=2),
        stated(kpi_earning(10, "ada_l", 7, "0.20", "0.5"), file="b.json", line=2),
        stated(kpi_earning(9, "bert", 8, "5", None), file="a.json", line=3),
        stated(kpi_earning(9, "cleo", 9, 0, 0), file="a.json", line=4),
    )
    assert [(r["handle"], r["kpi_usd"], r["kpi_tokens"]) for r in rows] == [
        ("ada_l", Decimal("12.30"), whole("1000.5")),
        ("bert", Decimal(5), None),
        ("cleo", Decimal(0), whole(0)),
    ]


def test_a_sum_with_an_unreadable_addend_is_not_known() -> None:
    found = row(
        council_report(3),
        reported_seat(3, "ada_l", 7),
        kpi_earning(9, "ada_l", 7, "12", 10),
        kpi_earning(10, "ada_l", 7, None, 10),
    )
    assert (found["kpi_usd"], found["kpi_tokens"]) == (None, whole(20))


def test_members_are_listed_by_chain_and_id() -> None:
    rows = table_rows(
        TABLE,
        reported_seat(3, "zoe", 2, votes_cast=1),
        reported_seat(3, "ada_l", 10, votes_cast=99),
        reported_seat(3, "nobody"),
        reported_seat(3, "ada_l", 10, "babylon"),
    )
    assert [(r["chain"], r["member_id"], r["handle"]) for r in rows] == [
        ("alexandria", 10, "ada_l"),
        ("antioch", 2, "zoe"),
        ("antioch", 10, "ada_l"),
        ("antioch", None, "nobody"),
    ]


def test_a_seat_by_handle_alone_is_the_members_whose_handle_it_is() -> None:
    found = row(
        council_report(3),
        council_report(4),
        reported_seat(3, "@ada_l"),
        reported_seat(4, "ada_king", 7),
        member(7, "ada_l"),
    )
    assert (found["member_id"], found["handle"], found["terms_served"]) == (7, "ada_l", 2)


def test_every_seat_is_named_as_source() -> None:
    found = row(
        council_report(3, start_block=1),
        council_report(4, start_block=2),
        stated(reported_seat(3, "ada_l", 7), file="a.md", line=3),
        stated(reported_seat(4, "ada_l", 7), file="b.md", line=4),
    )
    assert found["source"] == "a.md:3; b.md:4"
