"""Block ranges, date ranges and file names of reports."""

import pytest

from secretariat.sources.archives.reports.names import NamedReport, named_report, report_key
from secretariat.sources.archives.reports.ranges import date_range, height_of, heights_of, one_moment
from secretariat.sources.archives.tokenomics.labels import group_slug, minted_by


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1200 - 3400", (1200, 3400)),
        ("#1,200-#3,400", (1200, 3400)),
        ("#1,139,000-1,240,000 (second council)", (1139000, 1240000)),
        ("1200 – 3400", (1200, 3400)),
        ("1200", None),
        ("07-08-2020", None),
        ("{startBlock} - {endBlock}", None),
        ("", None),
        ("9" * 50 + " - 1", None),
    ],
)
def test_block_ranges(text: str, expected: tuple[int, int] | None) -> None:
    assert heights_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("#2,293,200", 2293200), (" 17 ", 17), ("#", None), ("1,2", None), ("12 blocks", None)]
)
def test_block_heights(text: str, expected: int | None) -> None:
    assert height_of(text) == expected


@pytest.mark.parametrize(
    ("text", "blocks", "start", "end"),
    [
        ("10/9/2020 - 10/24/2020", 201600, "2020-10-09", "2020-10-24"),
        ("3/2/2021 - 3/9/2021", 100799, "2021-03-02", "2021-03-09"),
        ("03/02/2022 20:26:54 - 03/09/2022 20:50:12", 100799, "2022-03-02T20:26:54Z", "2022-03-09T20:50:12Z"),
        ("3/3/2021 - 3/3/2021", None, "2021-03-03", "2021-03-03"),
        ("2021-03-02 - 2021-03-09", 100799, "2021-03-02", "2021-03-09"),
        ("25.09.2020 - 09.10.2020", 201600, "2020-09-25", "2020-10-09"),
        ("3/2/2021 8:05 PM - 3/9/2021 12:00 AM", None, "2021-03-02T20:05:00Z", "2021-03-09T00:00:00Z"),
    ],
)
def test_date_ranges(text: str, blocks: int | None, start: str, end: str) -> None:
    found = date_range(text, blocks)
    assert (found.start, found.end, found.doubt, found.repair, found.misfit) == (start, end, "", "", "")


def test_the_day_comes_first_only_where_the_month_cannot() -> None:
    backwards = date_range("25/09/2020 - 9/10/2020", 201600)
    assert (backwards.start, backwards.end) == ("2020-09-25", "2020-10-09")
    assert backwards.repair
    by_length = date_range("1/2/2021 - 8/2/2021", 100799)
    assert (by_length.start, by_length.end) == ("2021-02-01", "2021-02-08")
    assert by_length.repair


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("3/2/2021 - 3/29/2021", 27),
        ("1/2/2021 - 1/3/2021", 1),
        ("13/2/2021 - 28/5/2021", 104),
        ("2021-03-02 - 2031-03-09", 3659),
    ],
)
def test_days_that_fit_the_blocks_in_no_order_are_unknown(text: str, days: int) -> None:
    found = date_range(text, 100799)
    assert (found.start, found.end, found.repair) == (None, None, "")
    assert found.misfit == f"{days} days for 100799 blocks"


@pytest.mark.parametrize("text", ["", "soon", "24/20/2020 - 24/21/2020", "3/2/2021", "3/9/2021 - 3/2/2021"])
def test_other_texts_are_in_doubt(text: str) -> None:
    found = date_range(text, None)
    assert found.doubt
    assert (found.start, found.end) == (None, None)


def test_a_clock_that_was_not_set_is_no_moment() -> None:
    found = date_range("1/1/1970 - 4/13/2021", 86400)
    assert (found.start, found.end, found.doubt) == (None, "2021-04-13", "a clock that was not set")


def test_one_moment() -> None:
    assert one_moment("07.08.2020 ~18:00 GMT") == "2020-08-07T18:00:00Z"
    assert one_moment("07.08.2020 or 08.08.2020") is None
    assert one_moment("tomorrow") is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Council_Round7_100-299_Tokenomics_Report.md", NamedReport(7, 100, 299)),
        ("Alexandria_Council_Round7_100_299_Tokenomics_Report.md", NamedReport(7, 100, 299)),
        ("Council Round #7 - #100 - #299 - Tokenomics Report.md", NamedReport(7, 100, 299)),
        ("Council Round #7 - #100-#299.md", NamedReport(7, 100, 299)),
        ("Antioch_Council7_Report_05-05-2021.md", NamedReport(7)),
        ("Sumer_Council7_Report_12_01_2022.md", NamedReport(7)),
        ("Giza_Council7_Report.md", NamedReport(7)),
        ("Alexandria Council #7 report - 24-10-2020.md", NamedReport(7)),
        ("Council Round #7+8 - 08-09-2020 - Council Report.md", NamedReport(several="7+8")),
        ("notes.md", NamedReport()),
        ("Council" + "9" * 60 + ".md", NamedReport()),
    ],
)
def test_file_names(name: str, expected: NamedReport) -> None:
    assert named_report(f"a/b/{name}") == expected


def test_keys_name_the_chain_else_the_network_else_nothing() -> None:
    assert report_key("giza", 7) == "antioch/7"
    assert report_key("elsewhere", 7) == "elsewhere/7"
    assert report_key(None, 7) == "?/7"


@pytest.mark.parametrize(
    ("label", "slug"),
    [
        ("storage role", "storage"),
        ("storage providers", "storage"),
        ("content curator", "curators"),
        ("contentworkinggroup", "curators"),
        ("operations role", "operations"),
        ("operationsworkinggroupalpha", "operations"),
        ("beta", "marketing"),
        ("operationsworkinggroupgamma", "hr"),
        ("human resources", "hr"),
        ("distribution", "distribution"),
        ("bee keepers (tokens)", "bee-keepers"),
    ],
)
def test_groups_have_one_name(label: str, slug: str) -> None:
    assert group_slug(label) == slug


@pytest.mark.parametrize(
    ("label", "who"),
    [
        ("council mint total minted", "council"),
        ("council total minted", "council"),
        ("curators minted", "curators"),
        ("storage providers minted", "storage providers"),
        ("total tokens minted", None),
        ("total votes", None),
    ],
)
def test_mints_name_their_group(label: str, who: str | None) -> None:
    assert minted_by(label) == who
