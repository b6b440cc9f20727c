"""The table of council members: printed twice, and rows whose cells do not stand under their headings."""

import pytest

from secretariat.facts.elections import ReportedSeat
from secretariat.sources.archives.council.report import FORMAT
from secretariat.sources.archives.document import Reading
from tests.sources.archives.council.test_council_report import PATH, REPORT
from tests.sources.archives.read_text import facts, read

BASE = 10**10
HEADING = "| Username             | Member ID | Prop. Votes Cast | CM Own Stake | CM Voter Stake |"
REORDERED = "| Member ID | Username | CM Voter Stake | CM Own Stake | Prop. Votes Cast |"
SECTION = REPORT[REPORT.index("### 1.3") : REPORT.index("### 1.4")]
ROW = "| @ada_l | 11 | 3 | 4,000 | 500 |"
OTHER = "| @bert | 12 | 2 | 6000 | 0 |"
LAST = "| @cleo | 13 | 0 | | |"


def reading_of(*pairs: tuple[str, str]) -> Reading:
    text = REPORT
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return read(FORMAT, text, PATH)


def seats(reading: Reading) -> list[tuple[object, ...]]:
    """Give each seat as handle, number, votes, own and voters' stake in tokens."""
    found = [fact for fact in facts(reading, ReportedSeat) if isinstance(fact, ReportedSeat)]
    return [
        (one.handle, one.member_id, one.votes_cast, *(
            None if stake is None else stake // BASE for stake in (one.own_stake, one.backers_stake)
        ))
        for one in found
    ]  # fmt: skip


def told(reading: Reading, *codes: str) -> list[tuple[str, bool, bool]]:
    return [(one.code, one.applied, one.refused) for one in reading.problems if one.code in codes]


USUAL = seats(reading_of())


@pytest.mark.parametrize(
    "again",
    [SECTION + SECTION, SECTION + SECTION + SECTION, SECTION + SECTION[SECTION.index("| Username") :]],
    ids=["section", "three times", "table alone"],
)
def test_members_printed_twice_are_counted_once_and_told_once_for_each_printing(again: str) -> None:
    reading = reading_of((SECTION, again))
    assert seats(reading) == USUAL
    assert told(reading, "duplicate-key", "section-repeated") == [("section-repeated", True, False)] * (
        again.count("| Username") - 1
    )


def test_the_same_table_in_another_section_is_told_once() -> None:
    reading = reading_of(
        ("## 2 - Minutes", "### 1.9 - Members\n\n" + SECTION[SECTION.index("| Username") :] + "\n## 2 - Minutes")
    )
    assert seats(reading) == USUAL
    assert told(reading, "duplicate-key", "section-repeated") == [("section-repeated", True, False)]


def test_of_a_second_printing_only_the_row_that_differs_is_open() -> None:
    reading = reading_of((SECTION, SECTION + SECTION.replace(ROW, "| @ada_l | 11 | 3 | 4,001 | 500 |")))
    assert seats(reading) == USUAL
    assert sorted(told(reading, "duplicate-key")) == [
        ("duplicate-key", False, True),
        ("duplicate-key", True, False),
        ("duplicate-key", True, False),
    ]


@pytest.mark.parametrize(
    ("row", "seat"),
    [
        ("| 11 | @ada_l | 3 | 4,000 | 500 |", ("ada_l", 11, 3, 4000, 500)),
        ("| #11 | `@ada_l` | 3 | 4,000 | 500 |", ("ada_l", 11, 3, 4000, 500)),
        ("| | @ada_l | 3 | 4,000 | 500 |", ("ada_l", None, 3, 4000, 500)),
    ],
)
def test_an_exchanged_handle_and_number_are_put_back(row: str, seat: tuple[object, ...]) -> None:
    reading = reading_of((ROW, row))
    assert seats(reading)[0] == seat
    assert told(reading, "field-shifted") == [("field-shifted", True, False)]


@pytest.mark.parametrize(
    "row",
    ["| 11 | ada_l | 3 | 4,000 | 500 |", "| 11 | 12 | 3 | 4,000 | 500 |", "| 11 | | 3 | 4,000 | 500 |",
     "| 3 | 11 | @ada_l | 4,000 | 500 |", "| | 11 | 3 | 4,000 | 500 |"],
)  # fmt: skip
def test_a_number_is_never_published_as_a_handle(row: str) -> None:
    reading = reading_of((ROW, row))
    assert seats(reading) == USUAL[1:]
    assert ("row-malformed", False, True) in told(reading, "row-malformed")


def test_rows_in_the_usual_order_under_other_headings_are_put_back_where_one_reading_is_left() -> None:
    """With the stakes under the heading of the votes nobody can have cast so many; where all can be, all is unknown."""
    reading = reading_of(
        (HEADING, REORDERED), (ROW, "| 11 | @ada_l | 500 | 4,000 | 3 |"), (OTHER, "| @bert | 12 | 2 | 6000 | 70000 |"),
        (LAST, "| @cleo | 13 | 1 | 2000 | 30 |"),
    )  # fmt: skip
    assert seats(reading) == [
        ("ada_l", 11, 3, 4000, 500),
        ("bert", 12, 2, 6000, 70000),
        ("cleo", 13, None, None, None),
    ]
    assert told(reading, "field-shifted") == [("field-shifted", True, False), ("field-shifted", False, False)]


def test_figures_that_stand_in_no_known_order_are_unknown() -> None:
    reading = reading_of((ROW, "| 11 | @ada_l | 4000000 | 500000 | 3 |"), (OTHER, "| @bert | 12 | 6000000 | 2 | 0 |"))
    assert seats(reading)[:2] == [("ada_l", 11, None, None, None), ("bert", 12, None, None, None)]
    assert told(reading, "field-shifted") == [("field-shifted", False, False)] * 2
