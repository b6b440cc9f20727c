"""What a tokenomics report lacks of all that the reports of its generation have."""

import pytest

from secretariat.facts.terms import TermFigures
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.tokenomics.report import FORMAT
from tests.sources.archives.read_text import codes, read
from tests.sources.archives.tokenomics.report_texts import (
    FIRST,
    FIRST_PATH,
    THIRD,
    THIRD_PATH,
    changed,
    only,
    term,
)

LATER = THIRD[: THIRD.index("## 5.0")] + FIRST[FIRST.index("## 5.0") :]
"""An invented report of the third generation with every section."""

FIRST_HEADINGS = ("2.1 Token", "2.2 Mints", "3.1 Elections", "4.1 Validator", "5.1 Member", "5.2 Media", "5.3 Forum")
LATER_HEADINGS = (*FIRST_HEADINGS[:1], "2.2 Fiat Pool", "2.3 Mints", "2.4 tJOY", *FIRST_HEADINGS[2:])


def lacking(reading: Reading) -> list[str]:
    return [problem.what for problem in reading.problems if problem.code in ("heading-lost", "figure-missing")]


def without(text: str, heading: str) -> str:
    """Take a section out, from its heading to the next one."""
    start = text.index(f"### {heading}")
    ends = [place for sign in ("\n## ", "\n### ") if (place := text.find(sign, start)) >= 0]
    return text[:start] + text[min(ends, default=len(text)) :].lstrip("\n")


@pytest.mark.parametrize(("text", "path"), [(FIRST, FIRST_PATH), (LATER, THIRD_PATH)])
def test_a_whole_report_lacks_nothing(text: str, path: str) -> None:
    assert lacking(read(FORMAT, text, path)) == []


def test_an_early_report_is_not_asked_for_what_came_later() -> None:
    """In between, reports had bounties and spending, and neither pool nor inflation."""
    between = FIRST.replace(
        "| Council Role ", "| Spending Proposals (Executed) | 9 |\n| Bounties paid | 0 |\n| Council Role "
    )
    assert lacking(read(FORMAT, between, FIRST_PATH)) == []


@pytest.mark.parametrize(
    ("text", "path", "heading"),
    [(FIRST, FIRST_PATH, heading) for heading in FIRST_HEADINGS]
    + [(LATER, THIRD_PATH, heading) for heading in LATER_HEADINGS if "2.1" not in heading],
)
def test_a_section_that_is_not_there_is_one_problem(text: str, path: str, heading: str) -> None:
    reading = read(FORMAT, without(text, heading), path)
    (what,) = lacking(reading)
    assert heading.split(maxsplit=1)[1].lower() in what.lower()
    assert only(reading, "heading-lost").line > 1


@pytest.mark.parametrize(
    ("heading", "after"),
    [(heading, LATER_HEADINGS[number:]) for number, heading in enumerate(LATER_HEADINGS) if number],
)
def test_of_a_report_that_is_cut_off_every_section_behind_is_told(heading: str, after: tuple[str, ...]) -> None:
    reading = read(FORMAT, LATER[: LATER.index(f"### {heading}")], THIRD_PATH)
    whole = "\n".join(problem.what.lower() for problem in reading.problems if problem.code == "heading-lost")
    assert [title for title in after if title.split(maxsplit=1)[1].lower() not in whole] == []
    assert codes(reading).count("heading-lost") == len(after) + (
        "2." in heading
    )  # the section Council has no number below 3
    assert term(reading).issuance_end is not None


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("| Number of members | 600|  612 | 2 |", "| Number of members | 600|   | 2 |", "members_end"),
        ("| Number of members | 600|  612 | 2 |", "| Number of members | - |  612 | 2 |", "members_start"),
        ("| Total Votes                 | 19 |", "| Total Votes                 |  |", "votes"),
        ("* Number of council members: 12", "* Number of council members:", "seats"),
        ("| Bounties paid       | 200 |", "| Bounties paid       | |", "bounties_paid"),
        ("Validator Total Stake      | 523 |", "Validator Total Stake      | n/a |", "validator_stake_start"),
        ("| Curators Minted | 300.00 | 449.00 |", "| Curators Minted | 300.00 | |", "minted_end"),
        ("| Number of  Workers | 8 | 9 |", "| Number of  Workers | | 9 |", "workers_start"),
    ],
)
def test_an_emptied_cell_is_one_problem_that_a_person_can_repair(old: str, new: str, field: str) -> None:
    reading = changed(old, new, LATER)
    found = only(reading, "figure-missing")
    assert found.target is not None
    assert found.target.field == field
    assert found.line == LATER[: LATER.index(old)].count("\n") + 1
    if found.target.kind == TermFigures.KIND:
        assert getattr(term(reading), field) is None


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("| Number of uploads       | 120 | 130  |  8.33 |\n", "Number of uploads"),
        ("| Total Applicant Stake       | 217 |\n", "Total Applicant Stake"),
        ("* Total number of proposals: 16\n", "Total number of proposals"),
        ("* Start Block Exchange Rate, USD/1M tJOY: 31.42\n", "Start Block Exchange Rate"),
        ("| Bounties paid       | 200 |\n", "Bounties paid"),
        ("| Total Tokens Burned | 40 |\n", "Total Tokens Burned"),
        ("* Block range: 7000200 - 7100999\n", "Block range"),
        ("* Block generation time (average): 6.00\n", None),  # the average block time stands above too
        ("| Curators | 149 |\n", "the cost of 'Curators'"),
        ("| Curators Minted | 300.00 | 449.00 | 149 | 49.67 |\n", "the mint of 'Curators'"),
        ("| Number of  Workers | 8 | 9 | 12.5 |\n", "how many workers"),
        ("| Total  Stake | 500000 | 500000 | 0 |\n", "what stake"),
    ],
)
def test_a_row_that_is_not_there_is_one_problem(row: str, words: str | None) -> None:
    found = lacking(changed(row, "", LATER))
    assert len(found) == (0 if words is None else 1)
    assert words is None or words in found[0]


def test_a_group_without_its_section_is_told() -> None:
    (what,) = lacking(read(FORMAT, without(LATER, "4.2 Curators"), THIRD_PATH))
    assert "'Curators' has no section of its own" in what
