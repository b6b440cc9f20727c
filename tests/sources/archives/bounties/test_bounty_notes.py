"""Weekly notes on bounties."""

from decimal import Decimal

import pytest

from secretariat.facts.bounties import BountyNote
from secretariat.sources.archives.bounties.headings import reported_bounty
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
    assert [(p.code, p.line) for p in reading.problems] == [("header-contradiction", 1), ("header-contradiction", 2)]


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


@pytest.mark.parametrize(
    ("heading", "bounty"),
    [
        ("Report bounty 5", 5),
        ("Weekly report - Bounty 41", 41),
        ("Bounty 41 weekly report (03.02.2031 - 09.02.2031)", 41),
        ("BOUNTY #41: report, week 3", 41),
        ("Report #6 on bounty 41", 41),
        ("Report of 3 March 2031 on bounty 41", 41),
        ("Bounty 41 report March 2031", 41),
        ("Bounty 5 marketing report", 5),
        ("Bounty report 12", 12),
        ("Report on the 41st bounty", 41),
        ("Weekly Bounty Report", None),
        ("Weekly Bounty Report (28-04-2031)", None),
        ("Proposal 51 - Weekly Bounty Report", None),
        ("Bounty 18 + 24 report", None),
        ("Report on bounty 18 and on bounty 24", None),
        ("Bounty 41", None),
        ("Report 41", None),
        ("Reporter of bountyless 41", None),
        ("\u0664 bounty report", None),
    ],
)
def test_a_heading_names_one_bounty_in_any_order(heading: str, bounty: int | None) -> None:
    assert reported_bounty(heading) == bounty


@pytest.mark.parametrize("heading", ["Weekly report - Bounty 5", "Bounty 5 weekly report (24.01.2031 - 30.01.2031)"])
def test_a_report_is_known_by_either_order_of_words(heading: str) -> None:
    text = REPORT.replace("Report bounty 5", heading)
    reading = read(FORMAT, text, "2031-01-30-Bounty_5_report.md")
    assert FORMAT.recognises("x.md", text)
    assert [(record.key, record.line) for record in reading.records.values()] == [("5/2031-01-30", 1)]
    assert reading.problems == []


def test_the_number_of_an_overview_is_not_a_bounty() -> None:
    reading = read(FORMAT, OVERVIEW.replace("Bounty Report", "Bounty Report 9"), "2031-03-17-Weekly_Bounty_Report.md")
    assert [fact.bounty for fact in facts(reading, BountyNote)] == [1, 2]  # type: ignore[attr-defined]
