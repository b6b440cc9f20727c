"""Requests of the council to Jsgenesis."""

import pytest

from secretariat.facts.requests import JsgRequest
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.jsg_requests import FORMAT
from tests.sources.archives.read_text import codes, facts, read

HEAD = "## JSG Requests\n\n| Date | Proposal Link | Proposal Title | JSG response | Date closed |\n|--|--|--|--|--|"
AT = "https://example.org/#/proposals/633"


def requests(*rows: str) -> Reading:
    return read(FORMAT, "\n".join([HEAD, *rows]), "jsg_requests.md")


@pytest.mark.parametrize("link", [AT, f"[{AT}]({AT})", f'[{AT}]({AT} "{AT}")', f"[633]({AT})", f"[here]({AT})"])
def test_every_field(link: str) -> None:
    reading = requests(f"| 30.09.2031 | {link} | A new shed | Pending | Pending |")
    assert facts(reading, JsgRequest) == [
        JsgRequest(
            number=633,
            title="A new shed",
            on="2031-09-30",  # type: ignore[arg-type]
            link=AT,
            response="Pending",
            closed="Pending",
        )
    ]
    assert (reading.records["jsg-request", "633"].line, reading.problems) == (5, [])


@pytest.mark.parametrize("link", [f"[634]({AT})", f"[https://example.org/#/proposals/634]({AT})"])
def test_a_link_that_says_another_number(link: str) -> None:
    reading = requests(f"| 30.09.2031 | {link} | A new shed | Pending | Pending |")
    assert facts(reading, JsgRequest)[0].number is None  # type: ignore[attr-defined]
    assert codes(reading) == ["link-contradiction"]
    assert reading.problems[0].target is not None
    assert ("jsg-request", reading.problems[0].target.key) in reading.records


def test_a_request_without_a_link_and_a_day_that_is_none() -> None:
    reading = requests("| soon | NA | A new shed | Pending | |")
    assert codes(reading) == ["value-unknown-label", "date-unparsable"]
    assert facts(reading, JsgRequest)[0].closed is None  # type: ignore[attr-defined]


def test_rows_of_another_width_and_rows_that_stand_twice() -> None:
    row = f"| 30.09.2031 | {AT} | A new shed | Pending | Pending |"
    reading = requests("| 30.09.2031 | x |", row, row, row.replace("new", "old"), "| | | | | |")
    assert [(p.code, p.line, p.state) for p in reading.problems] == [
        ("row-malformed", 5, "open"),
        ("duplicate-key", 7, "applied"),
        ("duplicate-key", 8, "open"),
    ]
    assert len(reading.records) == 1


def test_a_row_that_names_nothing() -> None:
    reading = requests("| NA | somewhere | | Approved | |")
    assert [(p.code, p.refused) for p in reading.problems] == [("row-malformed", True)]


def test_recognised_by_its_columns() -> None:
    assert FORMAT.recognises("x.md", HEAD)
    assert not FORMAT.recognises("jsg_requests.md", "# JSG Requests")
    assert FORMAT.knows_name("council/jsg_requests.md")
    assert codes(read(FORMAT, "# JSG Requests")) == ["file-unreadable"]


def test_a_column_without_a_meaning_is_told_once_where_it_holds_something() -> None:
    head = HEAD.replace("Date closed |", "Date closed | Asked | Notes |").replace(
        "|--|--|--|--|--|", "|--|--|--|--|--|--|--|"
    )
    row = f"| 30.09.2031 | {AT} | A new shed | Pending | Pending | 500 | |"
    reading = read(FORMAT, "\n".join([head, row, row.replace("633", "634").replace("500", "600")]), "jsg_requests.md")
    assert [(problem.code, problem.line) for problem in reading.problems] == [("value-unknown-label", 3)]
    assert "'Asked'" in reading.problems[0].what
    assert "'500'" in reading.problems[0].what
