"""The bounty register and its schema."""

import json
from decimal import Decimal
from typing import Any

import pytest

from secretariat.facts.bounties import Bounty
from secretariat.facts.problems import Target
from secretariat.sources.archives.bounties import register as bounty_register
from secretariat.sources.archives.bounties import schema as bounty_schema
from secretariat.sources.archives.document import Reading
from tests.sources.archives.read_text import codes, facts, read

ENTRY: dict[str, Any] = {
    "id": 3,
    "title": "Paint the shed",
    "description": "The shed needs paint.",
    "openedDate": "2031-02-01",
    "links": ["https://example.org/threads/9", "https://example.org/issues/4"],
    "reward": 250,
    "tags": ["Paint"],
    "format": "Open",
    "status": "Closed ($200)",
    "closedDate": "2031-03-01",
}


def register(*closed: Any, active: Any = (), **more: Any) -> Reading:
    data = {"activeBounties": list(active), "closedBounties": list(closed), **more}
    return read(bounty_register.FORMAT, json.dumps(data, indent=1), "bounties.json")


def test_every_field() -> None:
    reading = register(ENTRY)
    assert facts(reading, Bounty) == [
        Bounty(
            bounty=3,
            title="Paint the shed",
            listed_as="closed",
            status="Closed ($200)",
            opened_on="2031-02-01",  # type: ignore[arg-type]
            closed_on="2031-03-01",  # type: ignore[arg-type]
            reward_usd=Decimal(250),  # type: ignore[arg-type]
            paid_usd=Decimal(200),  # type: ignore[arg-type]
            format="Open",
            tags=("Paint",),
            links=("https://example.org/threads/9", "https://example.org/issues/4"),
        )
    ]
    assert reading.problems == []
    assert reading.records["bounty", "3"].line == 4


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", ""),
        ("title", "x" * 30),
        ("description", "x" * 191),
        ("openedDate", "01.02.2031"),
        ("openedDate", "2031-02-30"),
        ("links", ["https://example.org/a", "https://example.org/a"]),
        ("links", ["no address"]),
        ("links", "https://example.org/a"),
        ("links", ["https://example.org/a"] * 2000),
        ("reward", "250"),
        ("reward", 250.5),
        ("tags", ["Paint", "Paint"]),
        ("tags", ["x" * 21]),
        ("status", 5),
    ],
)
def test_each_rule_of_the_schema(field: str, value: Any) -> None:
    reading = register(ENTRY | {field: value})
    found = [p for p in reading.problems if p.code == "schema-violation"]
    assert [p.subject for p in found] == [f"bounty 3 {field}"]
    assert 4 <= found[0].line <= 20
    assert len(found[0].what) < 300
    assert len(facts(reading, Bounty)) == 1


def test_a_required_field_that_is_missing() -> None:
    reading = register({key: value for key, value in ENTRY.items() if key != "links"})
    assert [(p.code, p.subject, p.line) for p in reading.problems] == [("schema-violation", "bounty 3 links", 4)]


def test_a_rule_broken_at_several_bounties_is_one_problem_with_every_line() -> None:
    reading = register(*({**ENTRY, "id": number, "reward": "250"} for number in (3, 4, 5)))
    (said,) = reading.problems
    assert said.line == 4
    for number, line in ((3, 4), (4, 21), (5, 38)):
        assert f"bounty {number} (line {line})" in said.what


def test_a_whole_number_with_a_point_is_an_integer_and_a_wrapped_register_is_read() -> None:
    text = json.dumps({"data": {"activeBounties": [], "closedBounties": [{**ENTRY, "reward": 250.0}]}})
    reading = read(bounty_register.FORMAT, text, "bounties.json")
    assert reading.problems == []
    assert len(facts(reading, Bounty)) == 1


def test_several_rules_broken_in_one_field_are_one_problem() -> None:
    reading = register(ENTRY | {"tags": ["", "", "x" * 30]})
    assert codes(reading) == ["schema-violation"]


@pytest.mark.parametrize("value", [None, 0, -1, "three", 2.5, True])
def test_an_entry_without_its_number_is_refused(value: Any) -> None:
    reading = register(ENTRY | {"id": value})
    assert facts(reading, Bounty) == []
    assert ("row-malformed", True) in [(p.code, p.refused) for p in reading.problems]


def test_other_lists_and_things_that_are_no_entries() -> None:
    reading = register(ENTRY, 5, active={"id": 1}.keys(), someday=[])
    assert {p.subject for p in reading.problems} == {"top someday", "activeBounties 1", "closedBounties 2"}
    assert set(codes(reading)) == {"schema-violation"}


def test_a_status_against_its_list() -> None:
    reading = register(ENTRY | {"status": "Open"})
    assert (codes(reading), reading.problems[0].target) == (
        ["contradiction"],
        Target(kind="bounty", key="3", field="status"),
    )
    assert codes(register(active=[ENTRY | {"status": "Completed"}])) == ["contradiction"]
    assert codes(register(ENTRY | {"status": "Something else"})) == []


@pytest.mark.parametrize(
    ("status", "paid"),
    [
        ("Completed ($1,450)", "1450"),
        ("Closed (Withdrawn)", None),
        ("Completed - monthly", None),
        ("Completed - USD 358", "358"),
        ("Withdrawn - No Interest - USD 0", "0"),
        ("Closed - 1,200.50 usd", "1200.50"),
        ("Closed ($200, then $300)", None),
    ],
)
def test_dollars_paid(status: str, paid: str | None) -> None:
    reading = register(ENTRY | {"status": status})
    fact = facts(reading, Bounty)[0]
    assert isinstance(fact, Bounty)
    assert fact.paid_usd == (None if paid is None else Decimal(paid))
    assert codes(reading) == (["amount-unparsable"] if "then" in status else [])


def test_dollars_that_cannot_be_read_are_named() -> None:
    reading = register(ENTRY | {"status": "Closed ($1.2.3)"})
    fact = facts(reading, Bounty)[0]
    assert isinstance(fact, Bounty)
    assert (fact.paid_usd, codes(reading)) == (None, ["amount-unparsable"])


def test_a_field_of_no_known_name_is_named() -> None:
    reading = register(ENTRY | {"statusx": "Closed", "notes": "as before"})
    assert codes(reading) == ["value-unknown-label"]
    assert "statusx" in reading.problems[0].what


def test_closed_before_it_was_opened() -> None:
    reading = register(ENTRY | {"closedDate": "2030-01-01"})
    assert codes(reading) == ["impossible-figure"]


def test_one_number_for_two_bounties() -> None:
    reading = register(ENTRY, ENTRY | {"title": "Mow the lawn"}, ENTRY)
    assert [(p.code, p.refused) for p in reading.problems] == [("number-collision", True), ("duplicate-key", False)]
    listed_twice = register(ENTRY, active=[ENTRY | {"status": "Open"}])
    assert codes(listed_twice) == ["duplicate-key"]


@pytest.mark.parametrize("text", ["[]", "5", '"closedBounties"'])
def test_another_document(text: str) -> None:
    assert codes(read(bounty_register.FORMAT, text)) == ["schema-violation"]


SCHEMA = {"$schema": "http://json-schema.org/draft-07/schema", "properties": {"activeBounties": {"type": "array"}}}


def test_schema_and_register_are_told_apart_by_content() -> None:
    schema, listed = json.dumps(SCHEMA), json.dumps({"activeBounties": []})
    assert bounty_schema.FORMAT.recognises("x", schema)
    assert not bounty_register.FORMAT.recognises("x", schema)
    assert bounty_register.FORMAT.recognises("x", listed)
    assert not bounty_schema.FORMAT.recognises("x", listed)
    assert bounty_schema.FORMAT.knows_name("a/bounties.schema.json")
    assert not bounty_register.FORMAT.knows_name("a/bounties.schema.json")
    assert bounty_register.FORMAT.knows_name("bounties/old-bounties.json")


def test_a_good_schema_has_no_facts_and_no_problems() -> None:
    reading = read(bounty_schema.FORMAT, json.dumps(SCHEMA))
    assert (reading.records, reading.problems) == ({}, [])


@pytest.mark.parametrize("change", [{"type": "oblong"}, {"$schema": 5}, {"properties": []}, {"required": "all"}])
def test_a_broken_schema(change: dict[str, Any]) -> None:
    assert codes(read(bounty_schema.FORMAT, json.dumps(SCHEMA | change))) == ["schema-violation"]
    assert codes(read(bounty_schema.FORMAT, "{")) == ["json-invalid"]
