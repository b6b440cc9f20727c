"""Weekly notes on bounties."""

from decimal import Decimal

import pytest

from secretariat.facts.bounties import BountyNote
from secretariat.sources.archives.bounties.notes import FORMAT
from tests.sources.archives.read_text import codes, facts, read

REPORT = """# Report bounty 5
### Bounty 5 was checked. New document:

   1. Today the number of uploaded pictures were 31.
   2. General reward for all pictures were 1,250.50$

Agreed in https://example.org/#/proposals/481 and https://example.org/#/proposals/historical/479,
again https://example.org/#/proposals/481
"""
OVERVIEW = """### Weekly Bounty Report

| Bounty | Title | Status | Any applicants? |
|--------|-------|--------|-----------------|
| 1      | Paint | Complete |               |
| 2      | Mow   | Announced | ada_l        |
|        |       |           |              |
| x      | Odd   | Announced |              |

| Bounty Processes | |
|------------------|-|
| 104 | Hiring |
"""


@pytest.mark.parametrize(
    ("path", "key", "days"),
    [
        ("a/05_12_2031_weekly_report_bounty_5.md", "5/2031-12-05", ("2031-12-05", None)),
        ("Bounty_5_weekly_report_08_11_2031_14_11_2031.md", "5/2031-11-08", ("2031-11-08", "2031-11-14")),
        ("notes.md", "5/notes", (None, None)),
    ],
)
def test_a_report_on_one_bounty(path: str, key: str, days: tuple[str | None, str | None]) -> None:
    reading = read(FORMAT, REPORT, path)
    assert FORMAT.recognises(path, REPORT)
    assert facts(reading, BountyNote) == [
        BountyNote(
            bounty=5,
            from_day=days[0],  # type: ignore[arg-type]
            to_day=days[1],  # type: ignore[arg-type]
            entries=31,
            reward_usd=Decimal("1250.50"),  # type: ignore[arg-type]
            proposals=(481, 479),
        )
    ]
    assert [record.key for record in reading.records.values()] == [key]
    assert reading.problems == []


def test_an_overview_of_all() -> None:
    path = "2031-03-17-Weekly_Bounty_Report.md"
    reading = read(FORMAT, OVERVIEW, path)
    assert FORMAT.recognises("x", OVERVIEW)
    assert [(r.key, r.line, r.fact.title, r.fact.status) for r in reading.records.values()] == [
        ("1/2031-03-17", 5, "Paint", "Complete"),
        ("2/2031-03-17", 6, "Mow", "Announced"),
    ]
    assert [(p.code, p.line, p.refused) for p in reading.problems] == [("row-malformed", 8, True)]


def test_a_file_name_against_its_heading() -> None:
    reading = read(FORMAT, REPORT.replace("### Bounty 5", "### Bounty 7"), "Bounty_6_weekly_report.md")
    assert [(p.code, p.line) for p in reading.problems] == [("header-contradiction", 0), ("header-contradiction", 2)]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("Bounty_5_report_31_02_2031.md", "date-unparsable"),
        ("Bounty_5_report_08_11_2031_07_11_2031.md", "impossible-figure"),
        ("Bounty_5_report_08_11_2031_09_11_2031_10_11_2031.md", "date-unparsable"),
    ],
)
def test_days_in_the_name_that_cannot_be(path: str, code: str) -> None:
    assert codes(read(FORMAT, REPORT, path)) == [code]


def test_two_figures_for_one_thing_are_none() -> None:
    reading = read(FORMAT, REPORT + "\nThe reward for the rest was 7$\n", "notes.md")
    assert facts(reading, BountyNote)[0].reward_usd is None  # type: ignore[attr-defined]
    assert [(p.code, p.target.field) for p in reading.problems if p.target] == [("amount-unparsable", "reward_usd")]


def test_a_known_name_with_nothing_in_it() -> None:
    assert FORMAT.knows_name("reports/weekly/Bounty_18_weekly_report.md")
    assert codes(read(FORMAT, "nothing", "Bounty_18_weekly_report.md")) == ["file-unreadable"]
