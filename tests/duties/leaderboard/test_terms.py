"""The table of terms: figures as stated, changes worked out, places named."""

from decimal import Decimal
from typing import Any

import pytest

from secretariat.duties.leaderboard.terms import TABLE
from secretariat.facts.percentages import percent_change, percent_of
from tests.build import council_report, stated, table_rows, term_figures, whole


def row(*facts: Any) -> Any:
    rows = table_rows(TABLE, *facts)
    assert len(rows) == 1
    return rows[0]


def test_it_has_the_columns_that_were_promised() -> None:
    promised = (
        "network chain term election_round kpi_round start_block end_block started_at ended_at seats applicants"
        " applicant_stake votes proposals proposals_approved issuance_start issuance_end issuance_change burned"
        " spending_executed bounties_paid usd_pool_start usd_pool_end rate_start rate_end block_time validators_start"
        " validators_end members_start members_end channels_end uploads_end content_bytes_end content_bytes_rounded"
        " threads_end posts_end source"
    )
    names = [column.name for column in TABLE.columns]
    assert set(promised.split()) <= set(names)
    assert len(names) == len(set(names))
    assert all(column.description and column.source for column in TABLE.columns)


@pytest.mark.parametrize(
    ("start", "end", "change", "percent"),
    [
        (200, 250, 50, Decimal("25.00")),
        (300, 200, -100, Decimal("-33.33")),
        (8, 8, 0, Decimal("0.00")),
        (0, 5, 5, None),  # there is no percentage of nothing
        (None, 5, None, None),
        (5, None, None, None),
    ],
)
def test_the_change_of_issuance_is_exact_and_its_percentage_worked_out(
    start: int | None, end: int | None, change: int | None, percent: Any
) -> None:
    found = row(term_figures(3, issuance_start=whole(start), issuance_end=whole(end)))
    assert found["issuance_change"] == whole(change)
    assert found["issuance_change_percent"] == percent


@pytest.mark.parametrize(
    ("facts", "numbering"),
    [
        ([council_report(3, numbering="election round")], "election round"),
        ([council_report(3, numbering="council number")], "council number"),
        ([council_report(3, numbering="election round"), term_figures(3)], "council term"),
        ([council_report(3)], "council term"),
    ],
)
def test_the_row_says_what_its_number_is(facts: list[Any], numbering: str) -> None:
    assert row(*facts)["term_numbering"] == numbering


def test_amounts_beyond_any_float_stay_exact() -> None:
    big = 10**30 + 1
    found = row(term_figures(3, issuance_start=1, issuance_end=big))
    assert found["issuance_change"] == 10**30
    assert found["issuance_change_percent"] == Decimal(10**32)


def test_nothing_known_is_empty_and_never_zero() -> None:
    found = row(term_figures(3))
    known = {name for name, value in found.items() if value is not None}
    assert known == {"network", "chain", "term", "term_numbering", "source"}


def test_the_row_names_its_documents_and_what_is_not_from_the_first() -> None:
    found = row(
        stated(term_figures(3, votes=5), file="tokens.md", line=3),
        stated(council_report(3, "sumer", approved=4, election_round=8), file="council.md", line=9),
    )
    assert found["source"] == "tokens.md:3; council.md:9"
    assert found["figures_from"] == "election_round: council.md:9; proposals_approved: council.md:9"
    assert (found["network"], found["chain"], found["election_round"]) == ("antioch", "antioch", 8)


def test_sizes_say_whether_they_are_rounded() -> None:
    assert row(term_figures(3, content_bytes_end=7, content_bytes_rounded=True))["content_bytes_rounded"] is True
    assert row(term_figures(3, content_bytes_end=7))["content_bytes_rounded"] is False


@pytest.mark.parametrize(
    ("part", "base", "percent"),
    [
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (1, 800, "0.13"),
        (-1, 3, "-33.33"),
        (5, 0, None),
        (None, 3, None),
        (3, None, None),
    ],
)
def test_percentages_are_rounded_to_a_hundredth(part: int | None, base: int | None, percent: str | None) -> None:
    assert percent_of(part, base) == (None if percent is None else Decimal(percent))


def test_percentages_of_huge_and_tiny_numbers_do_not_fail() -> None:
    assert percent_change(Decimal("1E-30"), Decimal(10**40)) is not None
    assert percent_change(10**60, 10**60 + 1) == 0
