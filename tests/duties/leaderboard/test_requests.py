"""The table of requests to Jsgenesis."""

from secretariat.duties.leaderboard.requests import TABLE
from secretariat.facts.moments import Moment
from secretariat.facts.requests import JsgRequest
from tests.build import stated, table_rows


def test_requests_stand_as_the_file_lists_them() -> None:
    later = JsgRequest(number=None, title="Mend the player")
    first = JsgRequest(
        number=48,
        title="More seats",
        on=Moment("2021-08-21"),
        link="https://example.org/#/proposals/48",
        response="Approved",
        closed="22.08.2021",
    )
    rows = table_rows(TABLE, stated(later, file="r.md", line=9), stated(first, file="r.md", line=8))
    assert rows == [
        {
            "number": 48,
            "title": "More seats",
            "on": "2021-08-21",
            "link": "https://example.org/#/proposals/48",
            "response": "Approved",
            "closed": "22.08.2021",
            "source": "r.md:8",
        },
        dict.fromkeys(rows[0]) | {"title": "Mend the player", "source": "r.md:9"},
    ]


def test_a_request_without_a_title_has_an_empty_cell() -> None:
    (row,) = table_rows(TABLE, JsgRequest(number=7, title=""))
    assert (row["number"], row["title"]) == (7, None)
