"""The hand-kept status table of bounties."""

from decimal import Decimal

import pytest

from secretariat.facts.bounties import BountyTableRow
from secretariat.facts.problems import Target
from secretariat.sources.archives.bounties.table import FORMAT
from secretariat.sources.archives.bounties.words import linked_number, says_nothing
from secretariat.sources.archives.document import Reading
from tests.sources.archives.read_text import codes, facts, read

HEAD = "# Bounties\n\n| ID | Title | Issue | Opened | Reward | Forum Thread | Status/Grading | PR | Proposal |\n|--|--|--|--|--|--|--|--|--|"
GOOD = "| 3 | Paint | #41 | 08.11.30 | $225 | [118](https://e.org/#/forum/threads/118) | Closed ($25 - 05.12.2030) | #47 | [49](https://e.org/#/proposals/historical/49) |"


def table(*rows: str) -> Reading:
    return read(FORMAT, "\n".join([HEAD, *rows, ""]), "README.md")


def one(reading: Reading) -> BountyTableRow:
    found = facts(reading, BountyTableRow)
    assert len(found) == 1
    assert isinstance(found[0], BountyTableRow)
    return found[0]


def test_every_field() -> None:
    reading = table(GOOD)
    assert one(reading) == BountyTableRow(
        bounty=3,
        title="Paint",
        opened_on="2030-11-08",  # type: ignore[arg-type]
        reward_printed="$225",
        reward_usd=Decimal(225),  # type: ignore[arg-type]
        status="Closed ($25 - 05.12.2030)",
        paid_usd=Decimal(25),  # type: ignore[arg-type]
        closed_on="2030-12-05",  # type: ignore[arg-type]
        issue=41,
        thread=118,
        proposal=49,
    )
    assert reading.records["bounty-table-row", "3"].line == 5
    assert reading.problems == []


def test_recognised_by_its_columns() -> None:
    assert FORMAT.recognises("x.md", HEAD)
    assert not FORMAT.recognises("bounties/README.md", "| Bounty | Title | Status |\n|-|-|-|\n")
    assert FORMAT.knows_name("archives/bounties/README.md")


def test_cells_that_say_nothing() -> None:
    fact = one(table(r"| 3 | Paint | NA | \- | $5\* | [-]() | Open | NA | |"))
    assert (fact.issue, fact.opened_on, fact.thread, fact.proposal) == (None, None, None, None)
    assert (fact.reward_printed, fact.reward_usd, fact.status) == ("$5*", Decimal(5), "Open")


def test_a_number_in_the_address_alone() -> None:
    reading = table(GOOD.replace("[118]", "[-]").replace("[49]", "[see]"))
    assert (one(reading).thread, one(reading).proposal) == (118, 49)
    assert reading.problems == []


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("[49]", "[48]", "link-contradiction", "proposal"),
        ("[49](https://e.org/#/proposals/historical/49)", "35, 36", "value-unknown-label", "proposal"),
        ("$225", "by agreement", "amount-unparsable", "reward_usd"),
        ("08.11.30", "one day", "date-unparsable", "opened_on"),
        ("08.11.30", "08.11.31", "impossible-figure", "closed_on"),
    ],
)
def test_a_cell_without_one_reading(old: str, new: str, code: str, field: str) -> None:
    reading = table(GOOD.replace(old, new))
    assert codes(reading) == [code]
    assert reading.problems[0].target == Target(kind="bounty-table-row", key="3", field=field)
    assert reading.problems[0].line == 5
    if code != "impossible-figure":
        assert getattr(one(reading), field) is None


@pytest.mark.parametrize(
    ("row", "proposal"),
    [
        ("| 3 | Paint | #41 | 08.11.30 | $5 | NA | Closed | NA | NA | NA | [7](https://e.org/#/proposals/7) |", 7),
        ("| 3 | Paint | #41 | 08.11.30 | $5 | Closed | NA | [7](https://e.org/#/proposals/7) |", 7),
        ("| 3 | Paint | #41 | 08.11.30 | $5 | NA | Closed | NA |", None),
    ],
)
def test_a_row_with_one_explanation_is_repaired(row: str, proposal: int | None) -> None:
    reading = table(row)
    assert (one(reading).status, one(reading).issue, one(reading).thread) == ("Closed", 41, None)
    assert one(reading).proposal == proposal
    assert [(p.code, p.applied) for p in reading.problems] == [("field-shifted", True)]


@pytest.mark.parametrize("row", ["| 3 | Paint | Closed |", "| x | Paint | #41 | | $5 | | Open | | |", "| | oddly |"])
def test_a_row_nobody_can_place_is_refused(row: str) -> None:
    reading = table(row, GOOD)
    assert one(reading).bounty == 3
    assert [(p.code, p.refused, p.line) for p in reading.problems] == [("row-malformed", True, 5)]


def test_a_bounty_without_a_title() -> None:
    reading = table(GOOD.replace("Paint", ""))
    assert [(p.code, p.target) for p in reading.problems] == [
        ("row-malformed", Target(kind="bounty-table-row", key="3", field="title"))
    ]


def test_one_number_for_two_bounties() -> None:
    reading = table(GOOD, GOOD.replace("Paint", "Mow"), GOOD)
    assert one(reading).title == "Paint"
    assert [(p.code, p.line) for p in reading.problems] == [("number-collision", 6), ("duplicate-key", 7)]


def test_no_table() -> None:
    assert codes(read(FORMAT, "# Bounties\n")) == ["file-unreadable"]


def test_the_message_on_several_numbers_counts_what_it_lists() -> None:
    wrong = linked_number("35, 37, 37, 40, 41", "proposals").wrong
    assert wrong == "names 5 numbers ('35, 37, 37, 40, 41') where one belongs"
    assert linked_number("37, 37", "proposals").value == 37


@pytest.mark.parametrize(
    ("cell", "nothing"),
    [
        ("[-]()", True),
        ("[NA]( )", True),
        ("N/A", True),
        ("\\-", True),
        ("7 [-]() Closed", False),
        ("Closed [NA]()", False),
    ],
)
def test_a_link_to_nowhere_is_nothing_only_alone(cell: str, nothing: bool) -> None:
    assert says_nothing(cell) is nothing


def test_a_column_without_a_meaning_is_told_once_where_it_holds_something() -> None:
    wide = "\n".join(
        f"{line}{cell} |" for line, cell in zip([*HEAD.split("\n")[2:], GOOD], ("Hours", "--", "12"), strict=True)
    )
    reading = read(FORMAT, f"# Bounties\n\n{wide}\n", "README.md")
    assert one(reading).bounty == 3
    assert [(problem.code, problem.line) for problem in reading.problems] == [("value-unknown-label", 3)]
    assert "'12'" in reading.problems[0].what
