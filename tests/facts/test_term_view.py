"""Terms merged from their sources, matched with the other numberings, and compared."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.term_rounds import forced_term
from secretariat.facts.term_view import comparisons, figure, term_at, term_blocks, terms
from tests.build import (
    council_report,
    dumped_proposal,
    elected_seat,
    election_result,
    kpi_round,
    leaderboard_figure,
    reported_seat,
    snapshot,
    stated,
    term_figures,
    whole,
)


def one(*facts: Any) -> Any:
    found = terms(snapshot(*facts))
    assert len(found) == 1
    return found[0]


def test_the_tokenomics_report_wins_and_the_council_report_stands_beside_it() -> None:
    term = one(
        stated(council_report(3, proposals_created=8, approved=5), file="council.md", line=4),
        stated(term_figures(3, proposals=9), file="tokens.md", line=7),
    )
    assert figure(term, "proposals") == 9
    assert term.figures["proposals"].source == "tokens.md:7"
    assert term.figures["proposals"].others == ((8, "council.md:4", "council-report"),)
    assert figure(term, "proposals_approved") == 5
    assert term.figures["proposals_approved"].source == "council.md:4"
    assert figure(term, "burned") is None
    assert term.sources == ("tokens.md:7", "council.md:4")


def test_zero_and_no_are_values() -> None:
    term = one(term_figures(3, burned=whole(0), content_bytes_end=10), council_report(3, approved=0))
    assert figure(term, "burned") == 0
    assert figure(term, "proposals_approved") == 0
    assert figure(term, "content_bytes_rounded") is False


def test_bytes_are_not_called_exact_when_none_are_printed() -> None:
    assert figure(one(term_figures(3)), "content_bytes_rounded") is None


def test_terms_are_ordered_by_chain_then_number_and_unknown_chains_stay() -> None:
    found = terms(
        snapshot(
            term_figures(1, "mainnet"),
            term_figures(2, "elsewhere"),
            term_figures(10, "giza"),
            term_figures(9, "sumer"),
            term_figures(5, "alexandria"),
            term_figures(1, "constantinople"),
        )
    )
    assert [(t.chain, t.network, t.term) for t in found] == [
        ("constantinople", "constantinople", 1),
        ("alexandria", "alexandria", 5),
        ("antioch", "sumer", 9),
        ("antioch", "giza", 10),
        ("mainnet", "mainnet", 1),
        (None, "elsewhere", 2),
    ]


def test_reports_under_two_labels_of_one_chain_are_one_term() -> None:
    assert one(term_figures(7, "antioch", start_block=1), council_report(7, "sumer", end_block=9)).end_block == 9


def test_a_second_report_with_another_first_block_never_fills_a_gap() -> None:
    term = one(
        stated(term_figures(4, start_block=100, seats=5), file="a.md"),
        stated(term_figures(4, start_block=900, seats=6, votes=77), file="b.md"),
    )
    assert figure(term, "seats") == 5
    assert [value for value, _, _ in term.figures["seats"].others] == [6]
    assert figure(term, "votes") is None


def test_a_second_copy_of_a_report_fills_a_gap() -> None:
    term = one(
        stated(term_figures(4, start_block=100), file="a.md"),
        stated(term_figures(4, start_block=100, votes=77), file="b.md"),
    )
    assert figure(term, "votes") == 77


TERM: dict[str, Any] = {"start_block": 1_000, "end_block": 1_999}


@pytest.mark.parametrize(
    ("numbers", "made"),
    [
        ({1: 1_000, 2: 1_999, 3: 2_000}, 2),
        ({4: 999, 5: 1_000, 6: 1_500, 7: 2_500}, 2),
        ({4: 999, 5: 1_000, 7: 1_500, 8: 2_500}, 3),  # 6 lies between two of the term
        ({4: 999, 6: 1_000, 7: 2_500}, None),  # 5 may be of either term
        ({4: 999, 5: 1_000, 7: 2_500}, None),
        ({4: 999, 5: 1_000}, None),  # the dump may end in the middle of the term
        ({4: 999, 5: 2_000}, None),
        ({4: 999, 5: 1_000, 6: 9_999, 7: 1_001, 8: 2_000}, 3),  # the block of 6 is wrong, its number lies between
        ({4: 999, 5: 9_999, 6: 1_500, 7: 2_000}, None),  # 5 may be of either term
    ],
)
def test_a_dump_counts_proposals_only_where_it_proves_the_count(numbers: Any, made: int | None) -> None:
    term = one(term_figures(3, **TERM), *(dumped_proposal(n, block) for n, block in numbers.items()))
    assert figure(term, "proposals") == made


def test_a_dump_counts_what_was_finalised_as_approved_in_the_term() -> None:
    term = one(
        term_figures(3, proposals_approved=4, **TERM),
        dumped_proposal(1, 900, finalised_block=1_000, outcome="executed"),
        dumped_proposal(2, 950, finalised_block=990, outcome="executed"),
        dumped_proposal(3, 1_100, finalised_block=1_200, outcome="execution-failed"),
        dumped_proposal(4, 1_100, finalised_block=1_200, outcome="rejected"),
        dumped_proposal(5, 1_900, finalised_block=2_000, outcome="executed"),
        dumped_proposal(6, 2_100),
    )
    assert [value for value, _, _ in term.figures["proposals_approved"].others] == [2]


@pytest.mark.parametrize(
    "doubt",
    [
        dumped_proposal(3, 1_100, finalised_block=1_200, outcome=None),
        dumped_proposal(3, 1_100, outcome="executed"),
        dumped_proposal(4, 1_100, finalised_block=1_200, outcome="executed"),  # number 3 is missing
    ],
)
def test_a_dump_with_a_doubt_in_the_term_does_not_count_approvals(doubt: Any) -> None:
    term = one(
        term_figures(3, **TERM), dumped_proposal(1, 500), dumped_proposal(2, 600), doubt, dumped_proposal(5, 2_100)
    )
    assert figure(term, "proposals_approved") is None


def test_a_dump_of_another_chain_counts_nothing() -> None:
    term = one(
        term_figures(3, **TERM), dumped_proposal(1, 1_000, chain="mainnet"), dumped_proposal(2, 3_000, "mainnet")
    )
    assert figure(term, "proposals") is None


def test_the_later_dump_of_a_proposal_counts_once_it_has_ended() -> None:
    term = one(
        term_figures(3, **TERM),
        stated(dumped_proposal(1, 1_000), file="early.txt"),
        stated(dumped_proposal(1, 1_000, finalised_block=1_500, outcome="executed"), file="late.txt"),
        stated(dumped_proposal(2, 2_500), file="late.txt", line=9),
    )
    assert (figure(term, "proposals"), figure(term, "proposals_approved")) == (1, 1)


def test_the_hand_made_leaderboard_comes_last() -> None:
    found = terms(
        snapshot(
            term_figures(1, "alexandria", burned=whole(5)),
            leaderboard_figure(1, "Tokens Burned during term   (JOY)", "6", 6),
            leaderboard_figure(2, "Block range", "#201-#401"),
            leaderboard_figure(2, "Start date", "9/10/2020"),
            leaderboard_figure(2, "Proposals Submitted", "13", 13),
            leaderboard_figure(2, "Avg. Block Gen Time", "6.08", "6.08"),
            leaderboard_figure(2, "Total Election Stake (USD)", "$3", 3),
            leaderboard_figure(2, "Proposals Submitted", "4", 4, member="ada_l"),
        )
    )
    assert [value for value, _, _ in found[0].figures["burned"].others] == [whole(6)]
    assert (found[1].start_block, found[1].end_block, found[1].started_at) == (201, 401, "2020-10-09")
    assert (figure(found[1], "proposals"), figure(found[1], "block_time")) == (13, Decimal("6.08"))
    assert len(found[1].figures["proposals"].others) == 0


@pytest.mark.parametrize(
    ("metric", "printed", "number"),
    [
        ("Start date", "31/02/2020", None),
        ("Block range", "from 3 to 4", None),
        ("Proposals Submitted", "x", None),
        ("Proposals Submitted", "12.5", "12.5"),
        ("Total Issuance", "many", "0.00000000001"),
        ("Total Issuance", "NaN", "NaN"),
    ],
)
def test_a_leaderboard_cell_without_one_reading_gives_no_figure(metric: str, printed: str, number: str | None) -> None:
    assert one(leaderboard_figure(2, metric, printed, number)).figures == {}


def test_seats_are_counted_from_the_council_report_when_nobody_prints_them() -> None:
    term = one(council_report(3), reported_seat(3, "ada_l"), reported_seat(3, "bert"))
    assert figure(term, "seats") == 2


def test_results_are_matched_by_the_first_block_of_the_council_they_seated() -> None:
    first, second = terms(
        snapshot(
            council_report(3, start_block=1_000, end_block=101_799, election_round=6),
            council_report(4, start_block=101_800, end_block=202_599, election_round=7),
            election_result(6, 116_200, seats=16),
            election_result(5, 15_400),
        )
    )
    assert (first.results_round, second.results_round) == (5, 6)
    assert (first.election_round, second.election_round) == (6, 7)
    assert figure(second, "seats") == 16


@pytest.mark.parametrize(("ends_at", "matched"), [(999, None), (1_000, 8), (29_800, 8), (29_801, None), (None, None)])
def test_the_old_term_ends_at_most_two_days_after_the_new_one_starts(ends_at: int | None, matched: int | None) -> None:
    assert one(council_report(3, start_block=1_000), election_result(8, ends_at)).results_round == matched


def test_results_whose_members_another_term_has_match_nothing() -> None:
    facts = (
        council_report(3, start_block=1_000, end_block=101_799),
        council_report(4, start_block=101_800, end_block=202_599),
        election_result(5, 15_400),
        *(elected_seat(5, name, n, own_stake=whole(n)) for n, name in ((1, "ada_l"), (2, "bert"), (3, "cleo"))),
        *(reported_seat(3, name, n, own_stake=whole(n)) for n, name in ((1, "ada_l"), (2, "bert"))),
    )
    assert [t.results_round for t in terms(snapshot(*facts))] == [5, None]
    others = [reported_seat(4, name, n, own_stake=whole(n)) for n, name in ((1, "ada_l"), (2, "bert"), (3, "cleo"))]
    assert [t.results_round for t in terms(snapshot(*facts, *others))] == [None, None]


def test_results_that_fit_two_chains_are_decided_by_the_members_seated() -> None:
    both = (
        council_report(3, "alexandria", start_block=1_000),
        council_report(9, "antioch", start_block=1_100),
        election_result(8, 2_000),
        elected_seat(8, "ada_l", 11),
    )
    assert [t.results_round for t in terms(snapshot(*both))] == [None, None]
    assert [t.results_round for t in terms(snapshot(*both, reported_seat(9, "ada_l", 11)))] == [None, 8]


def test_two_results_that_fit_one_term_match_neither() -> None:
    found = one(council_report(3, start_block=1_000), election_result(8, 2_000), election_result(9, 3_000))
    assert found.results_round is None


@pytest.mark.parametrize(
    ("block", "number"),
    [
        (1_500, None),  # runs inside term 3
        (2_500, 4),
        (30_799, 4),
        (30_800, None),  # more than two days after the last known term
        (90_500, None),
        (99_000, None),
        (None, None),
    ],
)
def test_a_round_between_two_terms_two_apart_seated_the_one_between(block: int | None, number: int | None) -> None:
    known = [
        term_blocks(term)
        for term in terms(
            snapshot(
                council_report(3, start_block=1_000, end_block=1_999),
                council_report(5, start_block=90_000, end_block=90_999),
            )
        )
    ]
    result = election_result(8, block)
    assert forced_term(result, known, "antioch") == number
    assert forced_term(result, known, "mainnet") is None
    assert forced_term(result, known, None) is None


def test_a_round_between_terms_further_apart_may_have_seated_any() -> None:
    known = [
        term_blocks(term)
        for term in terms(
            snapshot(
                council_report(3, start_block=1_000, end_block=1_999),
                council_report(6, start_block=90_000, end_block=90_999),
            )
        )
    ]
    assert forced_term(election_result(8, 2_500), known, "antioch") is None


def test_the_election_round_of_the_council_report_counts_before_that_of_the_kpi_document() -> None:
    term = one(
        council_report(3, start_block=1_000, election_round=6), kpi_round(9, start_block=1_000, election_round=5)
    )
    assert (term.election_round, term.kpi_round) == (6, 9)
    (found,) = [c for c in comparisons([term]) if c.figure == "election_round"]
    assert (found.expected, found.found, found.found_format) == (6, 5, "kpi-round")
    assert (
        one(term_figures(3, start_block=1_000), kpi_round(9, start_block=1_000, election_round=5)).election_round == 5
    )


@pytest.mark.parametrize(
    ("rounds", "matched"),
    [
        ([kpi_round(40, start_block=5_000, election_round=9)], 40),
        ([kpi_round(40, start_block=5_100)], 40),
        ([kpi_round(40, start_block=19_401)], None),
        ([kpi_round(40, election_round=7)], 40),
        ([kpi_round(40, election_round=9)], None),
        ([kpi_round(40, start_block=90_000, election_round=7)], None),  # the blocks are right, the round is not
        ([kpi_round(40, start_block=5_000), kpi_round(41, start_block=5_300)], 40),
        ([kpi_round(40, start_block=5_200), kpi_round(41, start_block=5_300)], None),
        ([kpi_round(3)], None),  # an equal number is no match
    ],
)
def test_kpi_rounds_are_matched_by_block_then_by_election_round(rounds: Any, matched: int | None) -> None:
    assert one(council_report(3, start_block=5_000, end_block=9_000, election_round=7), *rounds).kpi_round == matched


def test_a_kpi_round_that_fits_terms_of_two_chains_matches_neither() -> None:
    found = terms(
        snapshot(
            council_report(3, "alexandria", election_round=7),
            council_report(5, "antioch", election_round=7),
            kpi_round(40, election_round=7),
        )
    )
    assert [t.kpi_round for t in found] == [None, None]


@pytest.mark.parametrize(("block", "term"), [(0, None), (1, 3), (99, 3), (100, 4), (200, 4), (201, None), (None, None)])
def test_a_block_on_the_border_belongs_to_the_later_term(block: int | None, term: int | None) -> None:
    known = terms(
        snapshot(term_figures(3, start_block=1, end_block=100), term_figures(4, start_block=100, end_block=200))
    )
    found = term_at(known, "antioch", block)
    assert (found.term if found else None) == term
    assert term_at(known, "mainnet", block) is None
    assert term_at(known, None, block) is None


def test_every_figure_of_several_sources_is_compared_equal_or_not() -> None:
    found = comparisons(
        terms(
            snapshot(
                stated(term_figures(3, start_block=7, proposals=9, started_at="2022-03-02T20:26:54Z"), file="t.md"),
                stated(council_report(3, start_block=7, proposals_created=8, started_at="2022-03-02"), file="c.md"),
            )
        )
    )
    assert [(c.check, c.figure, c.expected, c.found, c.expected_source, c.found_source) for c in found] == [
        ("term-start-block", "start_block", 7, 7, "t.md:1", "c.md:1"),
        ("term-started-at", "started_at", "2022-03-02", "2022-03-02", "t.md:1", "c.md:1"),
        ("term-proposals", "proposals", 9, 8, "t.md:1", "c.md:1"),
    ]


def test_nothing_known_is_no_term() -> None:
    assert terms(snapshot()) == ()
