"""Elections: one row for each that led to a known council."""

import pytest

from secretariat.duties.leaderboard.elections import TABLE
from tests.build import (
    backer,
    council_report,
    elected_seat,
    election_result,
    leaderboard_figure,
    reported_seat,
    stated,
    table_rows,
    term_figures,
    whole,
)


def test_it_has_the_columns_that_were_promised() -> None:
    promised = (
        "network chain cycle_id election_round results_round council_term announcing_start voting_start revealing_start"
        " ended_block candidates withdrawn seats votes_cast votes_revealed stake_cast stake_revealed reveal_rate outcome"
        " failure_reason source"
    )
    assert set(promised.split()) <= {column.name for column in TABLE.columns}


def test_an_election_is_told_by_the_reports_on_its_term_and_by_its_seats() -> None:
    (row,) = table_rows(
        TABLE,
        stated(term_figures(3, start_block=1_000, applicants=5, applicant_stake=whole(90), votes=8), file="t.md"),
        stated(council_report(3, end_block=100_000, election_round=6), file="c.md"),
        election_result(7, 15_400),
        elected_seat(7, "ada_l", 7, own_stake=whole(10), backers=(backer("bert"),), backers_stake=whole(4)),
        elected_seat(7, "bert", 8, own_stake=whole(20), backers_stake=whole(0)),
    )
    known = {name: value for name, value in row.items() if value is not None}
    assert known == {
        "network": "antioch",
        "chain": "antioch",
        "election_round": 6,
        "results_round": 7,
        "council_term": 3,
        "ended_block": 1_000,
        "candidates": 5,
        "candidates_stake": whole(90),
        "seats": 2,
        "votes": 8,
        "votes_for_winners": 1,
        "stake_of_winners": whole(30),
        "stake_for_winners": whole(4),
        "outcome": "elected",
        "source": "t.md:1; c.md:1",
    }


def test_a_results_round_without_a_reported_term_is_an_election_of_its_own() -> None:
    rows = table_rows(
        TABLE,
        council_report(3, start_block=1_000, end_block=100_000, election_round=7),
        stated(election_result(7, 15_400), file="r.json", line=1),
        stated(election_result(8, 115_400), file="r.json", line=50),
        stated(elected_seat(8, "ada_l", 7), file="r.json", line=52),
    )
    assert [(r["election_round"], r["results_round"], r["council_term"], r["seats"]) for r in rows] == [
        (7, 7, 3, 2),
        (None, 8, None, 1),
    ]
    assert rows[1]["source"] == "r.json:50"
    assert rows[1]["ended_block"] is None


@pytest.mark.parametrize(("start", "ended"), [(0, None), (1, None), (2, 2), (None, None)])
def test_a_chains_first_council_was_not_elected_on_it(start: int | None, ended: int | None) -> None:
    (row,) = table_rows(TABLE, council_report(0, start_block=start, election_round=1))
    assert row["ended_block"] == ended


def test_a_stake_that_is_not_known_of_every_seat_is_not_added_up() -> None:
    (row,) = table_rows(
        TABLE,
        council_report(3, election_round=1),
        reported_seat(3, "ada_l", own_stake=whole(4), backers_stake=whole(1)),
        reported_seat(3, "bert", own_stake=None, backers_stake=whole(2)),
    )
    assert (row["stake_of_winners"], row["stake_for_winners"], row["votes_for_winners"]) == (None, whole(3), None)


def test_a_term_of_which_no_election_is_told_has_none() -> None:
    assert table_rows(TABLE, term_figures(3, proposals=4)) == []


def test_the_hand_made_leaderboard_tells_of_elections_too() -> None:
    (row,) = table_rows(TABLE, leaderboard_figure(1, "Total Council Applicants", "18", 18))
    assert (row["council_term"], row["candidates"], row["seats"]) == (1, 18, None)


def test_seats_whose_term_nobody_describes_are_an_election_as_well() -> None:
    (row,) = table_rows(TABLE, reported_seat(3, "ada_l", 7, election_round=4))
    assert (row["council_term"], row["election_round"], row["seats"]) == (3, 4, 1)
