"""Member dumps: identity only, from the page's text and from JSON."""

import json
from typing import Any

import pytest

from secretariat.facts.members import Member
from secretariat.facts.moments import Moment
from secretariat.facts.problems import Target
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps.member_dump import FORMAT
from tests.sources.archives.dumps.dump_pages import ACCOUNT, OTHER_ACCOUNT, SCREEN, member, page
from tests.sources.archives.read_text import codes, read

PATH = "archives/giza_backup/memberships.txt"
HEADER = "members.membershipById"
ADA = Member(
    chain="antioch",
    member_id=3057,
    handle="ada_l",
    registered_block=3092842,
    registered_at=Moment("2021-11-09T20:02:30Z"),
    entry="paid",
    suspended=False,
    root_account=ACCOUNT,
    controller_account=OTHER_ACCOUNT,
)


def only(reading: Reading) -> Member:
    (record,) = reading.records.values()
    assert isinstance(record.fact, Member)
    return record.fact


def test_a_member_from_the_page() -> None:
    reading = read(FORMAT, page([("3,057", member())], HEADER), PATH)
    assert only(reading) == ADA
    assert reading.problems == []
    assert "canary" not in repr(reading)


RECORD = {
    "handle": "ada_l",
    "avatar_uri": "https://canary-avatar.example/a.png",
    "about": 'canary-about "quoted", with\nlines',
    "registered_at_block": 3092842,
    "registered_at_time": 1636488150000,
    "entry": {"Paid": 0},
    "suspended": False,
    "root_account": ACCOUNT,
    "controller_account": OTHER_ACCOUNT,
}


@pytest.mark.parametrize(
    "document",
    [
        {"3057": RECORD},
        [[["3,057"], RECORD]],
        [["3057", RECORD]],
        [RECORD | {"id": 3057}],
        [{"id": "3057"} | RECORD],
        {"members": [RECORD | {"memberId": 3057}]},
        {"ada_l": RECORD | {"id": 3057}},
    ],
    ids=["object", "map", "pairs", "list", "list-text-id", "wrapped", "by-handle"],
)
def test_a_member_from_json(document: Any) -> None:
    text = json.dumps(document)
    assert FORMAT.recognises("somewhere/members.json", text)
    reading = read(FORMAT, text, "sumer/members.json")
    assert only(reading) == ADA
    assert [problem.state for problem in reading.problems] == (["applied"] if "ada_l" in document else [])
    assert "canary" not in repr(reading)


def test_other_spellings_of_the_fields() -> None:
    record = {"id": 5, "handle": "bert", "rootAccount": ACCOUNT, "controllerAccount": ACCOUNT, "registeredAtBlock": 7}
    text = json.dumps([record])
    assert FORMAT.recognises("members.json", text)
    fact = only(read(FORMAT, text, "mainnet/members.json"))
    assert (fact.chain, fact.member_id, fact.registered_block, fact.root_account) == ("mainnet", 5, 7, ACCOUNT)


@pytest.mark.parametrize(
    ("entry", "read_as"),
    [
        ("Genesis", "genesis"),
        ({"Genesis": "null"}, "genesis"),
        ({"Paid": "0"}, "paid"),
        ({"Screening": ACCOUNT}, "screening"),
    ],
)
def test_how_a_membership_was_made(entry: object, read_as: str) -> None:
    reading = read(FORMAT, page([("1", member(entry=entry))]), PATH)
    assert only(reading).entry == read_as
    assert reading.problems == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"registered_at_block": "canary"}, "registered_block"),
        ({"registered_at_time": "canary"}, "registered_at"),
        ({"entry": "canary"}, "entry"),
        ({"suspended": "canary"}, "suspended"),
        ({"root_account": "canary"}, "root_account"),
        ({"controller_account": "null"}, "controller_account"),
        ({"about": "canary\n      root_account: 5canary,"}, "root_account"),
    ],
)
def test_what_cannot_be_read_is_unknown_and_quotes_nothing(changes: dict[str, Any], field: str) -> None:
    reading = read(FORMAT, page([("1", member(**changes))]), PATH)
    assert getattr(only(reading), field) is None
    (problem,) = reading.problems
    assert (problem.state, problem.target) == ("open", Target(kind=Member.KIND, key="antioch/1", field=field))
    assert "canary" not in repr(reading)


@pytest.mark.parametrize("about", ["canary: a\nb: c,\n},\n]", "canary\n    }\n  ],\nmore", "{", "", "canary,\n\n,"])
def test_a_hostile_profile_text_leaves_the_member_as_it_is(about: str) -> None:
    reading = read(FORMAT, page([("3,057", member(about=about))], HEADER), PATH)
    assert only(reading) == ADA
    assert reading.problems == []


def test_a_time_of_zero_is_told_once_for_all_members() -> None:
    pairs = [(n, member(f"m{n}", registered_at_time="0")) for n in range(5)]
    reading = read(FORMAT, page(pairs, HEADER), PATH)
    assert {record.fact.registered_at for record in reading.records.values()} == {None}
    assert [(problem.code, problem.state) for problem in reading.problems] == [("date-unparsable", "applied")]


def test_without_a_handle_or_a_number_there_is_no_member() -> None:
    nameless = member()
    del nameless["handle"]
    reading = read(FORMAT, page([("1", nameless), ("2", member(handle="")), ("3", member())], HEADER), PATH)
    assert [record.key for record in reading.records.values()] == ["antioch/3"]
    assert [(problem.code, problem.refused) for problem in reading.problems] == [("row-malformed", True)] * 2
    listed = read(FORMAT, json.dumps([RECORD, RECORD | {"id": 4}]), PATH)
    assert [record.key for record in listed.records.values()] == ["antioch/4"]
    assert codes(listed) == ["row-malformed"]
    assert "canary" not in repr(listed)


def test_a_handle_in_hexadecimal() -> None:
    reading = read(FORMAT, page([("1", member("0xd0b0d0bdd18f"))], HEADER), PATH)
    assert only(reading).handle == "аня"
    assert codes(reading) == ["hex-title"]


def test_a_member_dump_pasted_twice_with_screen_text_between() -> None:
    once = page([(n, member(f"m{n}")) for n in range(50)], HEADER)
    reading = read(FORMAT, once + "\n" + SCREEN + once, PATH)
    assert len(reading.records) == 50
    assert codes(reading) == ["dump-pasted-twice"]


def test_names() -> None:
    assert FORMAT.knows_name(PATH)
    assert FORMAT.knows_name("memberships.json")
    assert not FORMAT.knows_name("council/members.json")


@pytest.mark.parametrize(("invites", "told"), [("5", ["value-unknown-label"]), ("0", []), ("null", [])])
def test_a_number_that_no_column_holds_is_told(invites: str, told: list[str]) -> None:
    assert codes(read(FORMAT, page([("1", member(invites=invites))]), PATH)) == told
