"""Growth: both ends of a term, the change, and its percentage worked out."""

from decimal import Decimal

import pytest

from secretariat.duties.leaderboard.growth import TABLE
from tests.build import council_report, stated, table_rows, term_figures


@pytest.mark.parametrize(
    ("start", "end", "change", "percent"),
    [
        (400, 410, 10, "2.50"),
        (0, 3, 3, None),
        (7, 7, 0, "0.00"),
        (3, 2, -1, "-33.33"),
        (None, 2, None, None),
        (2, None, None, None),
    ],
)
def test_changes_are_worked_out_from_both_ends(
    start: int | None, end: int | None, change: int | None, percent: str | None
) -> None:
    (row,) = table_rows(TABLE, term_figures(3, members_start=start, members_end=end, posts_end=1))
    assert row["members_change"] == change
    assert row["members_change_percent"] == (None if percent is None else Decimal(percent))


def test_it_has_four_columns_for_each_figure() -> None:
    names = [column.name for column in TABLE.columns]
    for figure in ["members", "channels", "uploads", "content_bytes", "categories", "threads", "posts", "validators"]:
        assert {f"{figure}_start", f"{figure}_end", f"{figure}_change", f"{figure}_change_percent"} <= set(names)


def test_a_term_of_which_none_is_known_has_no_row() -> None:
    assert table_rows(TABLE, council_report(3, proposals_created=4)) == []


def test_the_documents_are_named() -> None:
    (row,) = table_rows(
        TABLE,
        stated(term_figures(3, uploads_end=9, content_bytes_end=8, content_bytes_rounded=True), file="t.md", line=2),
        stated(council_report(3), file="c.md"),
    )
    assert (row["source"], row["content_bytes_rounded"]) == ("t.md:2", True)
