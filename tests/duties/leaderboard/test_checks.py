"""The table of checks: pairs of figures, differences and likely causes."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.leaderboard.checks import TABLE
from secretariat.facts.kpis import KpiLeader
from secretariat.facts.validators import ValidatorEras
from tests.build import (
    council_report,
    dumped_proposal,
    elected_seat,
    election_result,
    forum_thread,
    kpi_earning,
    kpi_grading,
    kpi_round,
    reported_proposal,
    reported_seat,
    table_rows,
    term_figures,
    whole,
)
from tests.duties.leaderboard.ledger import spending

BLOCKS: Any = {"start_block": 1_000, "end_block": 1_999}


def checks(name: str, *facts: Any, of: Any = ("expected", "found", "difference", "agrees", "cause_rule")) -> Any:
    """List the wanted columns of the rows of one check."""
    return [tuple(row[column] for column in of) for row in table_rows(TABLE, *facts) if row["check"] == name]


def test_a_row_names_both_values_and_both_places() -> None:
    (row,) = [
        row
        for row in table_rows(
            TABLE, term_figures(3, proposals=12, **BLOCKS), council_report(3, proposals_created=15, **BLOCKS)
        )
        if row["check"] == "term-proposals"
    ]
    assert row == {
        "check": "term-proposals",
        "chain": "antioch",
        "term": 3,
        "subject": "proposals: tokenomics-report and council-report",
        "expected": "12",
        "found": "15",
        "difference": "3",
        "unit": "count",
        "agrees": False,
        "likely_cause": None,
        "cause_rule": None,
        "expected_source": "tokenomics-report.txt:1",
        "found_source": "council-report.txt:2",
    }


@pytest.mark.parametrize(
    ("tokenomics", "council", "row"),
    [
        (
            {"council_minted_end": whole(50)},
            {"council_minted_end": whole("50.5")},
            ("50", "50.5", "0.5", False, "rounding"),
        ),
        (
            {"council_minted_end": whole(50)},
            {"council_minted_end": whole(50)},
            ("50", "50", "0", True, None),
        ),
    ],
)
def test_two_reports_on_one_figure(tokenomics: Any, council: Any, row: tuple[object, ...]) -> None:
    assert checks(
        "term-council-minted-end",
        term_figures(3, **BLOCKS, **tokenomics),
        council_report(3, **BLOCKS, **council),
    ) == [row]


def test_moments_are_compared_without_a_difference() -> None:
    found = checks(
        "term-started-at",
        term_figures(3, started_at="2022-03-02", **BLOCKS),
        council_report(3, started_at="2022-03-04", **BLOCKS),
    )
    assert found == [("2022-03-02", "2022-03-04", None, False, None)]


def test_last_blocks_that_differ_by_one() -> None:
    found = checks(
        "term-end-block",
        term_figures(3, **BLOCKS),
        council_report(3, start_block=1_000, end_block=2_000),
    )
    assert found == [("1999", "2000", "1", False, "shared-block")]


def test_approvals_counted_by_end_and_by_creation_are_both_found_in_the_dump() -> None:
    dump = [
        dumped_proposal(1, 900, outcome="executed", finalised_block=1_100),
        dumped_proposal(2, 1_100, outcome="executed", finalised_block=1_200),
        dumped_proposal(3, 1_150, outcome="execution-failed", finalised_block=1_300),
        dumped_proposal(4, 2_500, outcome="active"),
    ]
    found = checks(
        "term-proposals-approved",
        term_figures(3, proposals_approved=3, **BLOCKS),
        council_report(3, approved=1, **BLOCKS),
        *dump,
    )
    assert ("3", "1", "-2", False, "own-proposals") in found


def test_approvals_that_the_council_report_lists() -> None:
    found = checks(
        "term-proposals-approved",
        term_figures(3, proposals_approved=4, **BLOCKS),
        council_report(3, approved=1, **BLOCKS),
        reported_proposal(3, 8, outcome="executed"),
        reported_proposal(3, 9, outcome="expired"),
    )
    assert found == [("4", "1", "-3", False, "listed-proposals")]


def test_an_amount_that_equals_another_one_of_its_term_looks_copied() -> None:
    found = checks(
        "term-validator-rewards",
        term_figures(3, network="alexandria", validator_rewards=whole(9_531), burned=whole(7_777), **BLOCKS),
        term_figures(3, network="alexandria", validator_rewards=whole(7_777), **BLOCKS),
    )
    assert found == [("9531", "7777", "-1754", False, "copied")]


@pytest.mark.parametrize(
    ("start", "end_after", "row"),
    [
        (40, 60, ("40", "40", "0", True, None)),
        (44, 60, ("40", "44", "4", False, "other-block")),
        (30, 60, ("40", "30", "-10", False, "carried-over")),
        (75, 60, ("40", "75", "35", False, None)),
        (38, 60, ("40", "38", "-2", False, None)),
    ],
)
def test_a_term_starts_with_what_the_one_before_ended_with(start: int, end_after: int, row: tuple[object, ...]) -> None:
    found = checks(
        "start-members",
        term_figures(3, members_start=30, members_end=40),
        term_figures(4, members_start=start, members_end=end_after),
        term_figures(6, members_start=99),
    )
    assert found == [row]


def test_proposals_as_reported_and_as_dumped() -> None:
    facts = [
        term_figures(3, **BLOCKS),
        dumped_proposal(12, 1_100, outcome="executed", finalised_block=1_400, grace_period=50),
        reported_proposal(3, 12, "Proposal 12", outcome="rejected", blocks_to_finalise=250),
        dumped_proposal(13, 1_100, outcome="executed", finalised_block=1_400),
        reported_proposal(3, 13, "Proposal 13", outcome="executed", blocks_to_finalise=301),
        dumped_proposal(14, 1_100, outcome="executed", finalised_block=1_900),
        reported_proposal(2, 14, "Proposal 14", outcome="passed-on"),
        reported_proposal(3, 14, "Proposal 14", outcome="executed", blocks_to_finalise=600),
        dumped_proposal(15, 1_100, outcome="active"),
        reported_proposal(3, 15, "Proposal 15", outcome="executed", blocks_to_finalise=600),
    ]
    assert checks("proposal-outcome", *facts) == [
        ("executed", "rejected", None, False, None),
        ("executed", "executed", None, True, None),
        ("executed", "executed", None, True, None),
    ]
    assert checks("proposal-blocks-to-finalise", *facts) == [
        ("300", "250", "-50", False, "grace-period"),
        ("300", "301", "1", False, "rounding"),
        ("800", "600", "-200", False, "passed-on"),
    ]


WHOLE = [(1, 1), (2, 500), (3, 1_200), (4, 2_500)]
HALF = [(2, 500), (6, 2_500)]


@pytest.mark.parametrize(
    ("placed", "printed", "rows"),
    [
        (WHOLE, 3, [("3", "3", "0", True, None)]),
        (WHOLE, 4, [("4", "3", "-1", False, "next-number")]),
        (WHOLE, 9, [("9", "3", "-6", False, None)]),
        (HALF, 4, []),
        (HALF, 6, []),
        (HALF, 8, [("8", "6", "-2", False, None)]),
        (HALF, 1, [("1", "2", "1", False, None)]),
        ([(1, 1), (2, 500)], 9, []),
    ],
)
def test_threads_are_checked_as_far_as_the_dump_proves(
    placed: list[tuple[int, int]], printed: int, rows: list[tuple[object, ...]]
) -> None:
    threads = [forum_thread(number, f"Thread {number}", block) for number, block in placed]
    assert checks("forum-threads-end", term_figures(3, threads_end=printed, **BLOCKS), *threads) == rows


def test_threads_that_authors_may_delete_prove_nothing() -> None:
    threads = [forum_thread(number, f"Thread {number}", block, chain="mainnet") for number, block in WHOLE]
    assert checks("forum-threads-end", term_figures(3, "mainnet", threads_end=9, **BLOCKS), *threads) == []


LEDGER_DUMP = [
    dumped_proposal(1, 900, outcome="executed", finalised_block=1_100),
    dumped_proposal(2, 1_100, outcome="executed", finalised_block=1_200),
    dumped_proposal(3, 1_900, outcome="executed", finalised_block=2_100),
    dumped_proposal(9, 90_000, outcome="expired", finalised_block=91_000),
]


@pytest.mark.parametrize(
    ("rows", "spent", "bounties"),
    [
        (
            [spending(1, 600, bounty=4), spending(2, 31), spending(3, 5)],
            ("700", "631", "-69", False, None),
            ("100", "600", "500", False, None),
        ),
        (
            [spending(1, 600), spending(2, 100, bounty=4)],
            ("700", "700", "0", True, None),
            ("100", "100", "0", True, None),
        ),
        (
            [spending(1, 600), spending(2, None)],
            ("700", "600", "-100", False, "incomplete"),
            ("100", "0", "-100", False, "incomplete"),
        ),
        (
            [spending(1, 600), spending(5, 100)],
            ("700", "600", "-100", False, "incomplete"),
            ("100", "0", "-100", False, "incomplete"),
        ),
        (
            [spending(1, 600), spending(10, 100)],
            ("700", "600", "-100", False, None),
            ("100", "0", "-100", False, None),
        ),
        (
            [spending(1, 600), spending(2, 100, status="expired")],
            ("700", "600", "-100", False, None),
            ("100", "0", "-100", False, None),
        ),
    ],
)
def test_the_ledger_is_summed_by_the_term_of_execution(
    rows: list[Any], spent: tuple[object, ...], bounties: tuple[object, ...]
) -> None:
    facts = [
        term_figures(3, spending_executed=whole(700), bounties_paid=whole(100), **BLOCKS),
        *LEDGER_DUMP,
        *rows,
    ]
    assert checks("ledger-spending-executed", *facts) == [spent]
    assert checks("ledger-bounties-paid", *facts) == [bounties]


def test_the_ledger_is_placed_by_reports_where_no_dump_has_the_block() -> None:
    facts = [
        term_figures(3, spending_executed=whole(700), **BLOCKS),
        reported_proposal(3, 1, type="Spending", outcome="executed"),
        reported_proposal(3, 2, type="Spending", outcome="executed"),
        spending(1, 600),
    ]
    assert checks("ledger-spending-executed", *facts) == [("700", "600", "-100", False, "incomplete")]


def test_rows_of_the_ledger_are_compared_with_the_chain_and_with_reports() -> None:
    facts = [
        dumped_proposal(1, 900, outcome="executed", finalised_block=1_100),
        dumped_proposal(2, 900, outcome="expired", finalised_block=1_100),
        reported_proposal(3, 2, amount=whole(89)),
        spending(1, 5),
        spending(2, 5, amount_asked=whole(98)),
    ]
    assert checks("spending-status", *facts) == [
        ("expired", "approved", None, False, None),
        ("approved", "approved", None, True, None),
    ]
    assert checks("spending-amount-asked", *facts) == [("98", "89", "-9", False, "swapped-digits")]


def test_what_has_another_title_is_not_compared() -> None:
    facts = [
        dumped_proposal(1, 900, outcome="expired", finalised_block=1_100, title="Pay the wiki editors"),
        reported_proposal(3, 1, "Hire a storage lead", outcome="executed"),
        spending(1, 5, title="Hire a storage lead"),
    ]
    assert checks("spending-status", *facts) == []
    assert checks("proposal-outcome", *facts) == []


def test_the_older_copy_of_the_ledger_is_compared_field_by_field() -> None:
    facts = [
        spending(1, 5, reimbursed=True, usd=Decimal("2.50")),
        spending(1, 5, reimbursed=False, usd=Decimal("25"), copy=True),
        spending(2, 7),
        spending(2, None, copy=True),
    ]
    of = ("expected", "found", "difference", "unit", "cause_rule")
    assert checks("spending-copy-reimbursed", *facts, of=of) == [("yes", "no", None, "text", "older-copy")]
    assert checks("spending-copy-usd", *facts, of=of) == [("2.5", "25", "22.5", "USD", "decimal-point")]
    assert checks("spending-copy-amount-minted", *facts, of=of) == [("7", None, None, "tokens", "older-copy")]


def test_what_one_copy_of_the_ledger_does_not_say_is_unknown_and_no_empty_text() -> None:
    facts = [
        spending(1, 5, reimbursed=None, category="Tools", usd=None),
        spending(1, 5, reimbursed=False, category=None, usd=Decimal("2.5"), copy=True),
        spending(2, 5, reimbursed=True, category="Tools", usd=Decimal("1")),
        spending(2, 5, reimbursed=True, category="Tools", usd=Decimal("1"), copy=True),
    ]
    of = ("expected", "found", "difference", "cause_rule")
    assert checks("spending-copy-reimbursed", *facts, of=of) == [(None, "no", None, "older-copy")]
    assert checks("spending-copy-category", *facts, of=of) == [("Tools", None, None, "older-copy")]
    assert checks("spending-copy-usd", *facts, of=of) == [(None, "2.5", None, None)]


def test_stakes_of_seats_from_results_and_report() -> None:
    facts = [
        council_report(3, election_round=6, start_block=1_000, end_block=100_000),
        election_result(6, 15_400),
        elected_seat(6, "ada_l", 7, own_stake=whole(500), backers_stake=whole(40)),
        reported_seat(3, "ada_l", 7, own_stake=whole(500), backers_stake=whole(41)),
    ]
    of = ("chain", "term", "expected", "found", "difference", "unit", "agrees")
    assert checks("seat-own-stake", *facts, of=of) == [("antioch", 3, "500", "500", "0", "tokens", True)]
    assert checks("seat-backers-stake", *facts, of=of) == [("antioch", 3, "40", "41", "1", "tokens", False)]


def test_kpi_money_is_checked_without_mixing_rounds_and_terms() -> None:
    facts = [
        term_figures(3, **BLOCKS),
        kpi_round(31, start_block=1_000),
        kpi_grading(31, "ada_l", 7, reward_usd=Decimal(20)),
        kpi_earning(31, "ada_l", 7, usd=25),
        kpi_earning(40, "ada_l", 7, usd=5),
        KpiLeader(member_id=7, handle="ada_l", total_usd=Decimal(30), total_tokens=None, times_elected=1),  # type: ignore[arg-type]
    ]
    of = ("chain", "term", "expected", "found", "subject")
    assert checks("kpi-earned-and-granted", *facts, of=of) == [
        ("antioch", 3, "20", "25", "member 7 in KPI round 31, usd")
    ]
    assert checks("kpi-published-total", *facts, of=of) == [(None, None, "30", "30", "member 7, total usd")]


def test_the_printed_sum_of_points_is_compared_with_the_validators() -> None:
    def eras(account: str, points: int) -> ValidatorEras:
        return ValidatorEras(network="sumer", chain="antioch", account=account, eras=((10, points, 0), (11, 1, 0)))

    facts = [eras("5Ada", 20), eras("5Bert", 30), eras("Total", 60)]
    assert checks("era-points", *facts) == [("52", "61", "9", False, None)]
    assert checks("era-points", facts[0], facts[1]) == []


def test_rows_stand_by_chain_term_and_check() -> None:
    rows = table_rows(
        TABLE,
        term_figures(4, members_start=1, proposals=2),
        council_report(4, proposals_created=2),
        term_figures(3, members_end=1, proposals=2),
        council_report(3, proposals_created=3),
        term_figures(9, network="babylon", proposals=2),
        council_report(9, network="babylon", proposals_created=2),
    )
    assert [(row["chain"], row["term"], row["check"]) for row in rows] == [
        ("alexandria", 9, "term-proposals"),
        ("antioch", 3, "term-proposals"),
        ("antioch", 4, "start-members"),
        ("antioch", 4, "term-proposals"),
    ]


def test_the_kpi_round_is_the_reports_and_the_others_are_compared() -> None:
    facts = [
        term_figures(3, **BLOCKS),
        council_report(3, kpi_round=30, **BLOCKS),
        kpi_round(31, start_block=1_000),
    ]
    assert checks("term-kpi-round", *facts) == [("30", "31", "1", False, None)]
    assert checks("term-kpi-round", facts[0], facts[2]) == []
    assert checks("term-kpi-round", term_figures(3, kpi_round=30, **BLOCKS), facts[1]) == [
        ("30", "30", "0", True, None)
    ]
