"""Seats: one row each, the results file first, the council report beside it."""

from typing import Any

import pytest

from secretariat.duties.leaderboard.seat_claims import election_round_of
from secretariat.duties.leaderboard.seat_view import seat_comparisons
from secretariat.duties.leaderboard.seats import TABLE
from secretariat.facts.term_networks import network_between
from secretariat.facts.term_view import terms
from tests.build import (
    backer,
    council_report,
    elected_seat,
    election_result,
    leaderboard_figure,
    member,
    reported_seat,
    snapshot,
    stated,
    table_rows,
    term_figures,
    whole,
)

TERM = council_report(3, start_block=1_000, end_block=100_000, election_round=6)


def rows(*facts: Any, of: Any = ("term", "election_round", "results_round", "member_id", "handle")) -> Any:
    return [tuple(found[name] for name in of) for found in table_rows(TABLE, *facts)]


def test_a_seat_of_both_sources_is_one_row() -> None:
    found = table_rows(
        TABLE,
        TERM,
        election_result(6, 15_400),
        stated(
            elected_seat(
                6,
                "ada_l",
                7,
                own_stake=whole(10),
                backers=(backer("bert", 8, 4), backer("cleo", 9, 2)),
                backers_stake=whole(6),
                jsg_stake=whole(2),
                total_stake=whole(16),
            ),
            file="election-results.txt",
            line=5,
        ),
        stated(
            reported_seat(3, "@Ada_L", 7, election_round=6, votes_cast=11, own_stake=whole(9), backers_stake=whole(6)),
            file="council.md",
            line=30,
        ),
    )
    assert found == [
        {
            "network": "antioch",
            "chain": "antioch",
            "election_round": 6,
            "results_round": 6,
            "term": 3,
            "member_id": 7,
            "handle": "ada_l",
            "own_stake": whole(10),
            "backers": 2,
            "backers_stake": whole(6),
            "jsg_stake": whole(2),
            "total_stake": whole(16),
            "votes_cast": 11,
            "source": "election-results.txt:5; council.md:30",
        }
    ]


def test_a_council_report_fills_the_seats_that_the_results_lack() -> None:
    found = table_rows(
        TABLE,
        TERM,
        election_result(6, 15_400),
        elected_seat(6, "ada_l", 7),
        reported_seat(3, "@bert", 8, own_stake=whole(3), backers_stake=whole(4), votes_cast=0),
    )
    assert [row["member_id"] for row in found] == [7, 8]
    bert = found[1]
    assert (bert["own_stake"], bert["total_stake"], bert["votes_cast"]) == (whole(3), whole(7), 0)
    assert (bert["backers"], bert["jsg_stake"], bert["results_round"]) == (None, None, 6)


def test_votes_that_the_results_do_not_list_are_unknown() -> None:
    found = table_rows(TABLE, TERM, election_result(6, 15_400), elected_seat(6, "ada_l", 7, backers=None))
    assert [row["backers"] for row in found] == [None]


def test_no_stake_printed_is_no_stake_known() -> None:
    found = table_rows(TABLE, TERM, reported_seat(3, "@bert", 8, own_stake=whole(3)))[0]
    assert (found["own_stake"], found["backers_stake"], found["total_stake"]) == (whole(3), None, None)


@pytest.mark.parametrize(
    ("elected", "reported", "seats"),
    [
        (("ada_l", 7), ("ada_king", 7), 1),  # a new handle
        (("ada_l", 7), ("@ADA_L", 77), 1),  # an id in which somebody erred
        (("ada_l", None), ("ada_l", 7), 1),
        (("ada_l", 7), ("ada_l", None), 1),
        (("ada_l", 7), ("bert", 8), 2),
        (("ada_l", 7), ("bert", None), 2),
        ((None, 7), ("ada_l", 7), 1),
        ((None, 7), ("bert", 8), 2),
    ],
)
def test_the_same_member_has_one_seat_in_a_council(elected: Any, reported: Any, seats: int) -> None:
    found = rows(TERM, election_result(6, 15_400), elected_seat(6, *elected), reported_seat(3, *reported))
    assert len(found) == seats


def test_an_older_handle_without_an_id_is_the_same_member() -> None:
    found = rows(
        TERM,
        election_result(6, 15_400),
        elected_seat(6, "ada_king", 7),
        reported_seat(3, "ada_l"),
        stated(reported_seat(2, "ada_l", 7), file="older.md"),
    )
    assert found == [(2, None, None, 7, "ada_l"), (3, 6, 6, 7, "ada_king")]


def test_one_document_that_lists_a_handle_under_two_ids_means_two_seats() -> None:
    assert len(rows(TERM, reported_seat(3, "ada_l", 7), reported_seat(3, "ada_l", 8))) == 2


def test_two_results_files_that_share_a_round_are_one_row_each_compared() -> None:
    facts = (
        TERM,
        stated(election_result(6, 15_400), file="a.json"),
        stated(election_result(6, 15_400), file="b.json"),
        stated(elected_seat(6, "ada_l", 7, own_stake=whole(1)), file="a.json"),
        stated(elected_seat(6, "ada_l", 7, own_stake=whole(2)), file="b.json"),
    )
    assert len(rows(*facts)) == 1
    own = [c for c in seat_comparisons(snapshot(*facts)) if c.figure == "own_stake"]
    assert [(c.check, c.expected, c.found, c.found_source) for c in own] == [
        ("seat-own-stake", whole(1), whole(2), "b.json:1")
    ]


def test_equal_figures_are_compared_as_well_and_unknown_ones_are_not() -> None:
    found = seat_comparisons(
        snapshot(
            TERM,
            election_result(6, 15_400),
            elected_seat(6, "ada_l", 7, own_stake=whole(1), backers_stake=whole(4)),
            reported_seat(3, "ada_l", 7, own_stake=whole(1), votes_cast=3),
        )
    )
    assert [(c.figure, c.expected, c.found) for c in found] == [("member_id", 7, 7), ("own_stake", whole(1), whole(1))]


def test_a_round_without_a_report_on_its_term_is_a_council_of_its_own() -> None:
    found = rows(
        TERM,
        council_report(5, "sumer", start_block=201_000, end_block=300_000, election_round=8),
        election_result(6, 15_400),
        election_result(7, 115_400),
        election_result(8, 215_400),
        election_result(9, 315_400),
        elected_seat(7, "ada_l", 7),
        elected_seat(8, "ada_l", 7),
        elected_seat(9, "ada_l", 7),
    )
    assert found == [(4, 7, 7, 7, "ada_l"), (5, 8, 8, 7, "ada_l"), (None, None, 9, 7, "ada_l")]


def test_an_election_round_is_known_between_rounds_equally_far_apart_in_both_numberings() -> None:
    known = terms(
        snapshot(
            council_report(1, start_block=1_000, election_round=4),
            council_report(2, start_block=101_000, election_round=6),
            council_report(3, start_block=201_000, election_round=9),
            council_report(4, start_block=301_000),
            election_result(3, 2_000),
            election_result(5, 102_000),
            election_result(7, 202_000),
            election_result(9, 302_000),
        )
    )
    assert [t.results_round for t in known] == [3, 5, 7, 9]
    found = {n: election_round_of(known, "antioch", n) for n in range(2, 10)}
    assert found == {2: None, 3: 4, 4: 5, 5: 6, 6: None, 7: 9, 8: None, 9: None}
    assert election_round_of(known, None, 4) is None
    assert election_round_of(known, "mainnet", 4) is None


@pytest.mark.parametrize(("block", "network"), [(50, None), (150, "antioch"), (350, None), (650, "sumer"), (900, None)])
def test_a_block_between_two_terms_of_one_network_is_on_that_network(block: int, network: str | None) -> None:
    known = terms(
        snapshot(
            *(
                term_figures(n, label, start_block=n * 100, end_block=n * 100 + 49)
                for n, label in ((1, "antioch"), (2, "antioch"), (5, "sumer"), (7, "sumer"))
            )
        )
    )
    assert network_between(known, "antioch", block) == network
    assert network_between(known, None, block) is None
    assert network_between(known, "antioch", None) is None


def test_results_of_no_known_chain_are_kept() -> None:
    assert rows(elected_seat(6, "ada_l", 7), of=("chain", "network", "results_round", "election_round", "handle")) == [
        (None, None, 6, None, "ada_l")
    ]


def test_the_hand_made_leaderboard_fills_what_the_reports_lack() -> None:
    found = rows(
        council_report(2, "alexandria"),
        reported_seat(2, "@ada_l", 7, "alexandria", votes_cast=5),
        leaderboard_figure(1, "votes cast", "3", 3, member="ada_l"),
        leaderboard_figure(1, "votes cast", "x", None, member="bert"),
        leaderboard_figure(1, "Vote %", "30%", 30, member="ada_l"),
        leaderboard_figure(2, "votes cast", "6", 6, member="ada_l"),
        of=("term", "member_id", "handle", "votes_cast"),
    )
    assert found == [(1, 7, "ada_l", 3), (2, 7, "ada_l", 5)]


def test_a_handle_that_one_member_has_gives_the_id() -> None:
    assert rows(TERM, reported_seat(3, "@ada_l"), member(7, "ada_l"), of=("member_id",)) == [(7,)]


def test_seats_are_ordered_by_chain_council_and_member_id() -> None:
    found = rows(
        council_report(4, start_block=900),
        council_report(3, start_block=100),
        reported_seat(4, "ada_l", 9),
        reported_seat(4, "bert", 2),
        reported_seat(4, "zoe"),
        reported_seat(3, "cleo", 5),
        reported_seat(9, "dmitri_77", 1, "alexandria"),
        of=("chain", "term", "handle"),
    )
    assert found == [
        ("alexandria", 9, "dmitri_77"),
        ("antioch", 3, "cleo"),
        ("antioch", 4, "bert"),
        ("antioch", 4, "ada_l"),
        ("antioch", 4, "zoe"),
    ]
