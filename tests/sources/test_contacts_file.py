"""The contacts file: what is read, what is wrong in which line, and that nothing of a wrong file is taken."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.contacts import Contact
from secretariat.sources.contacts_file import COLUMNS, MOST_ROWS, read_contacts

EXAMPLES = Path(__file__).parents[2] / "docs" / "contracts" / "examples" / "contacts"
TODAY = date(2026, 3, 2)
HEADER = ",".join(COLUMNS)
ADA = "12,111111111111111112,ada_l,@ada_practice,ada@practice.example,en,Europe/Riga,yes,thread 41,2026-03-01"


def rows(*lines: str) -> str:
    return "\n".join((HEADER, *lines)) + "\n"


def problems(text: str) -> list[tuple[int, str, str]]:
    found = read_contacts(text, TODAY)
    assert not (found.contacts and found.problems)
    return [(one.line, one.code, one.column) for one in found.problems]


def test_a_row_is_a_contact() -> None:
    assert read_contacts(rows(ADA), TODAY).contacts == (
        Contact(
            member_id=12,
            discord_user_id="111111111111111112",
            discord_name="ada_l",
            telegram="@ada_practice",
            email="ada@practice.example",
            language="en",
            time_zone="Europe/Riga",
            consent=True,
            source="thread 41",
            date="2026-03-01",
        ),
    )


@pytest.mark.parametrize(
    ("given", "consent"), [("yes", True), ("YES", True), ("1", True), ("no", False), ("", False), ("false", False)]
)
def test_consent_is_a_yes_and_nothing_else(given: str, *, consent: bool) -> None:
    (found,) = read_contacts(rows(f"12,,,,,,,{given},call,2026-03-01"), TODAY).contacts
    assert found.consent is consent


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_spreadsheets_ways_are_read(delimiter: str, start: str, end: str) -> None:
    text = start + rows("12,,,,,,,yes,call,2026-03-01", "", ",,,,,,,,,").replace(",", delimiter).replace("\n", end)
    assert [one.member_id for one in read_contacts(text, TODAY).contacts] == [12]


def test_columns_stand_in_any_order_and_choices_may() -> None:
    (ada, other, cora) = read_contacts((EXAMPLES / "with-choices.csv").read_text(encoding="utf-8"), TODAY).contacts
    assert (ada.channel, ada.digest, ada.opted_out, ada.email) == ("email", True, False, "ada@practice.example")
    assert (other.channel, other.digest) == ("telegram", False)
    assert (cora.channel, cora.opted_out) == (None, True)
    assert read_contacts(rows(ADA), TODAY).choices == frozenset()


WRONG = {
    "": [(1, "no-header", "")],
    "member_id\n": [(1, "missing-column", column) for column in COLUMNS[1:]],
    HEADER + ",emial\n": [(1, "unknown-column", "")],
    HEADER + ",email\n": [(1, "column-twice", "email")],
    rows("12,,"): [(2, "cells", "")],
    rows("x,,,,,,,yes,call,2026-03-01"): [(2, "member-id", "member_id")],
    rows("007,,,,,,,yes,call,2026-03-01"): [(2, "member-id", "member_id")],
    rows("-1,,,,,,,yes,call,2026-03-01"): [(2, "member-id", "member_id")],
    rows(f"{2**64},,,,,,,yes,call,2026-03-01"): [(2, "member-id", "member_id")],
    rows(",,,,a@b.example,,,yes,call,2026-03-01"): [(2, "member-id", "member_id")],
    rows("1,,,,,,,yes,call,2026-03-01", "1,,,,,,,yes,call,2026-03-01"): [(3, "twice", "member_id")],
    rows("1,1.11111E+17,,,,,,yes,call,2026-03-01"): [(2, "discord-id", "discord_user_id")],
    rows("1,ada,,,,,,yes,call,2026-03-01"): [(2, "discord-id", "discord_user_id")],
    rows("1,111111111111111112,,,,,,,,", "2,111111111111111112,,,,,,,,"): [(3, "twice", "discord_user_id")],
    rows("1,,,@ada_practice,,,,,,", "2,,,@Ada_Practice,,,,,,"): [(3, "twice", "telegram")],
    rows("1,,,,A@b.example,,,,,", "2,,,,a@B.example,,,,,"): [(3, "twice", "email")],
    rows("1,,,ada,,,,,,"): [(2, "telegram", "telegram")],
    rows("1,,,-1001234567890,,,,,,"): [(2, "telegram", "telegram")],
    rows("1,,,,Ada <a@b.example>,,,,,"): [(2, "email", "email")],
    rows('1,,,,"a@b.example\r\nBcc: x@y.example",,,,,'): [(2, "no-plain-text", "email")],
    rows("1,,\u202eada,,,,,,,"): [(2, "no-plain-text", "discord_name")],
    rows("1,,,,,english,,,,"): [(2, "language", "language")],
    rows("1,,,,,,Mars/Base,,,"): [(2, "time-zone", "time_zone")],
    rows("1,,,,,,,perhaps,,"): [(2, "yes-or-no", "consent")],
    rows("1,,,,,,,,,1.3.2026"): [(2, "date", "date")],
    rows("1,,,,,,,,,2026-02-30"): [(2, "date", "date")],
    rows("1,,,,,,,yes,,2026-03-01"): [(2, "consent-source", "source")],
    rows("1,,,,,,,yes,call,"): [(2, "consent-date", "date")],
    rows("1,,,,,,,yes,,"): [(2, "consent-source", "source"), (2, "consent-date", "date")],
    rows("1,,,,,,,yes,call,2026-03-03"): [(2, "date-ahead", "date")],
    rows("1,,,,,,,no,,2026-03-03"): [(2, "date-ahead", "date")],
    rows("1,,,,,,localtime,,,"): [(2, "time-zone", "time_zone")],
    rows("1,18446744073709551616,,,,,,,,"): [(2, "discord-id", "discord_user_id")],
    rows('1,"'): [(2, "not-csv", "")],
    rows(ADA, "", '13,,"ada,,,,,,,', "14,,,,,,,,,"): [(4, "not-csv", "")],
    rows("1,,,,,,,,,")[len(HEADER) + 1 :]: [(1, "no-header", "")],
    ADA + "\n" + ADA: [(1, "no-header", "")],
    rows("1,,,,a@bücher.example,,,,,"): [(2, "email", "email")],
    HEADER + ",channel\n1,,,,,,,,,,fax\n": [(2, "channel", "channel")],
    rows(ADA, "x,y,,,z,,,,,", "1,2"): [
        (3, "member-id", "member_id"), (3, "discord-id", "discord_user_id"), (3, "email", "email"), (4, "cells", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_named_with_its_line_and_nothing_is_read(text: str) -> None:
    assert problems(text) == WRONG[text]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (rows("1,,,,a@bücher.example,,,,,"), "the xn-- form, such as xn--bcher-kva.example"),
        (rows("1,,,,ä@b.example,,,,,"), "before the @ only letters of ASCII"),
        (rows("1,,,,ada,,,,,"), "this is no e-mail address"),
        (ADA, "the first row names the columns, and this one names none: member_id,"),
        ("member_id;consent,x\n", "this one parts them by more than one sign: member_id,"),
        (rows('1,"'), 'a quote " that is opened here is not closed'),
    ],
)
def test_what_to_do_is_said(text: str, says: str) -> None:
    (found,) = read_contacts(text, TODAY).problems
    assert says in found.says


def test_a_domain_beyond_ascii_is_taken_in_its_form_for_servers() -> None:
    (found,) = read_contacts(rows("1,,,,a@xn--bcher-kva.example,,,yes,call,2026-03-01"), TODAY).contacts
    assert found.email == "a@xn--bcher-kva.example"


def test_lines_are_counted_as_an_editor_does() -> None:
    assert problems(rows('1,,"a', 'b",,,,,,,', "x,,,,,,,,,"))[-1] == (4, "member-id", "member_id")


def test_there_may_be_so_many_rows() -> None:
    many = [f"{number},,,,,,,," + "," for number in range(MOST_ROWS + 1)]
    assert problems(rows(*many)) == [(MOST_ROWS + 2, "too-many", "")]
    assert len(read_contacts(rows(*many[:-1]), TODAY).contacts) == MOST_ROWS


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.csv")), ids=lambda path: path.stem)
def test_every_example_is_read(path: Path) -> None:
    assert len(read_contacts(path.read_text(encoding="utf-8"), TODAY).contacts) == 3


def test_there_are_examples() -> None:
    assert len(list(EXAMPLES.glob("*.csv"))) == 2


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_whole(text: str) -> None:
    for given_text in (text, rows(text)):
        found = read_contacts(given_text, TODAY)
        assert not (found.contacts and found.problems)


@given(st.text(max_size=40))
def test_whatever_a_cell_is_no_wrong_address_is_taken(cell: str) -> None:
    quoted_cell = '"' + cell.replace('"', '""') + '"'
    for one in read_contacts(
        rows(f"1,{quoted_cell},,,,,,yes,call,2026-03-01", f"2,,,,{quoted_cell},,,yes,call,2026-03-01"), TODAY
    ).contacts:
        assert one.discord_user_id == "" or one.discord_user_id.isdigit()
        assert one.email == "" or "@" in one.email
