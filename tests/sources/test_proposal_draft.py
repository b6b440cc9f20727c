"""A proposal in a file: examples are read, everything that is none is refused with its place and what to give."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.facts.proposal_drafts import By
from secretariat.sources.proposal_draft import DraftUnreadable, read_draft, schema_text

EXAMPLES = sorted((Path(__file__).parents[2] / "docs/contracts/examples/proposal-draft").glob("*.json"))
LEAST: dict[str, Any] = {"type": "signal", "title": "A plan", "description": "A text."}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_examples_are_read(path: Path) -> None:
    assert read_draft(path.read_text(encoding="utf-8")).title


def test_what_a_file_says_is_read() -> None:
    found = read_draft(next(path for path in EXAMPLES if "funding" in path.name).read_text(encoding="utf-8"))
    assert (found.type.name, found.member_id, found.payees[0].amount) == ("funding-request", 12, 12_505_000_000_000)
    assert found.deadline == By(date="2026-06-30")  # type: ignore[arg-type]
    assert [one.what for one in found.milestones] == ["Four films with captions", "All twelve films with captions"]
    assert found.filed_description.endswith("\n\nAsked for in the forum by the content group.")


@pytest.mark.parametrize(
    ("given", "group"),
    [
        ("storageWorkingGroup", "storageWorkingGroup"),
        ("Storage", "storageWorkingGroup"),
        ("Builders", "operationsWorkingGroupAlpha"),
        (" hr ", "operationsWorkingGroupBeta"),
        ("OperationsAlpha", "operationsWorkingGroupAlpha"),
        ("operations-gamma", "operationsWorkingGroupGamma"),
        ("Marketing group", "operationsWorkingGroupGamma"),
        ("apps", "appWorkingGroup"),
        ("App", "appWorkingGroup"),
        ("Membership Working Group", "membershipWorkingGroup"),
    ],
)
def test_groups_have_the_chain_s_name_or_that_which_people_use(given: str, group: str) -> None:
    assert read_draft(json.dumps({**LEAST, "group": given})).group == group


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"type": "fundingrequest"}, r"\$\.type: .*Did you mean 'funding-request'"),
        ({"type": 7}, r"\$\.type: 7 is not a text"),
        ({"title": None}, r"\$\.title: null is not a text"),
        ({"payees": {}}, r"\$\.payees: this is not a list"),
        ({"payees": [{"account": "x"}]}, r'\$\.payees\[0\]: "amount" is missing'),
        ({"payees": [{"account": "x", "amount": "a lot"}]}, r"\$\.payees\[0\]\.amount: .*give JOY in digits"),
        ({"title": 1.5}, r"\$\.title: 1\.5 is not a text"),
        ({"member_id": 1.5}, r"\$\.member_id: 1\.5 is not a whole number"),
        ({"amount": float("nan")}, "NaN is no number"),
        ({"amount": True}, r"\$\.amount: true is not a text or a number"),
        ({"payees": [{"account": "x", "amount": "0.00000000001"}]}, "finer than one base unit"),
        ({"deadline": "2026-01-01"}, r"\$\.deadline: .*is not an object"),
        ({"deadline": {}}, "exactly one of block, date is needed"),
        ({"deadline": {"block": 1, "date": "2026-01-01"}}, "exactly one of block, date is needed"),
        ({"deadline": {"date": "2026-02-30"}}, r"\$\.deadline\.date: .*is no day"),
        ({"deadline": {"date": "20260531"}}, r"\$\.deadline\.date: .*is no day"),
        ({"deadline": {"date": "2026-W22-7"}}, "is no day"),
        ({"deadline": {"date": "2026-05-31\n"}}, "is no day"),
        ({"amount": "١٢"}, r"\$\.amount: .* is no amount; give JOY in digits"),
        ({"amount": "1_000"}, "is no amount"),
        ({"amount": " 5"}, "is no amount"),
        ({"amount": "1e3"}, "is no amount"),
        ({"text": "\ud800"}, r"\$\.text: half a character"),
        ({"group": "Bakers"}, r"\$\.group: \"Bakers\" is no working group; known are forumWorkingGroup \(Forum\), "),
        ({"group": "Bakers"}, r"operationsWorkingGroupAlpha \(OperationsAlpha, builders\)"),
        ({"group": ""}, r"\$\.group: \"\" is no working group"),
        ({"exact_execution_block": 2**32}, r"\$\.exact_execution_block: 4294967296 is more than 4294967295"),
        ({"exact_execution_block": "5"}, r"\$\.exact_execution_block: \"5\" is not a whole number or null"),
        ({"deadline": {"block": 2**32}}, r"\$\.deadline\.block: 4294967296 is more than 4294967295"),
        ({"milestones": [{"what": "x", "by": {"block": 2**32}}]}, r"\.by\.block: 4294967296 is more than"),
        ({"milestones": [{"what": " \t"}]}, r"\$\.milestones\[0\]\.what: this is empty, or nothing but blanks"),
        ({"member_id": -1}, "-1 is less than 0"),
        ({"titel": "A plan"}, r"\"titel\" is not known here; known are contract, type, title"),
        ({"contract": "secretariat.people/1"}, r"\$\.contract: this is not \"secretariat.proposal-draft/1\""),
        ({"milestones": [{"what": ""}]}, r"\$\.milestones\[0\]\.what: this is empty"),
        ({"title": "\ud800"}, r"\$\.title: half a character"),
    ],
)
def test_what_is_no_draft_is_refused_with_its_place(changed: dict[str, Any], says: str) -> None:
    with pytest.raises(DraftUnreadable, match=says):
        read_draft(json.dumps({**LEAST, **changed}))


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "not JSON"),
        ("[]", "this is not an object"),
        ('{"type": "signal", "type": "signal"}', "'type' is given twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"type": "signal"', "line 1, column"),
    ],
)
def test_what_is_no_json_is_refused_in_words(text: str, says: str) -> None:
    with pytest.raises(DraftUnreadable, match=says):
        read_draft(text)


@pytest.mark.parametrize(("text", "number"), [("1.0", 1), ("12e1", 120), ("-0.0", 0), ("2.50e1", 25)])
def test_a_whole_number_is_one_however_it_is_written(text: str, number: int) -> None:
    """As JSON Schema has it: the published schema's ``integer`` takes 1.0 as well."""
    given_ = json.dumps(LEAST)[:-1] + f', "member_id": {text}, "amount": {text}}}'
    jsonschema.Draft202012Validator(json.loads(schema_text())).validate(json.loads(given_))
    found = read_draft(given_)
    assert (found.member_id, found.amount) == (number, number * 10**10)
    assert type(found.member_id) is int


@pytest.mark.parametrize("text", ["1.5", "1e-1", "1e41", "1E999999999", "1E-999999999", "-1.0"])
def test_what_is_no_number_of_a_member_is_refused_however_it_is_written(text: str) -> None:
    with pytest.raises(DraftUnreadable, match=r"is not a whole number|is less than 0|too long"):
        read_draft(json.dumps(LEAST)[:-1] + f', "member_id": {text}}}')


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda each: st.lists(each, max_size=3) | st.dictionaries(st.text(max_size=9), each, max_size=3),
    max_leaves=9,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(["payees", "deadline", "group", "amount", "milestones", "type", "lead"]), JSON))
def test_nothing_makes_it_fail_in_another_way(changed: dict[str, Any]) -> None:
    with suppress(DraftUnreadable):
        assert read_draft(json.dumps({**LEAST, **changed})).title == "A plan"


def test_amounts_are_exact_as_numbers_and_as_texts() -> None:
    for given_ in ("1250.5", 1250.5):
        assert read_draft(json.dumps({**LEAST, "amount": given_})).amount == 12_505_000_000_000
    assert read_draft(json.dumps(LEAST)[:-1] + ', "amount": 0.1000000001}').amount == 1_000_000_001


ODD: list[Any] = [None, True, -1, 12.0, 12.5, "", " ", "a", "12,000", ".5", "5.", "+5", "1e5", "1.00000000001", "12.50\n",
    "1" * 50, "2026-02-30", "2024-02-29", "0000-01-01", "2026-06-30\n", [], {}, [[]], {"date": "2026-6-30"}, {"block": 2**32}]  # fmt: skip
AMOUNT_PLACES = [("amount",), ("payees", 0, "amount"), ("deadline",), ("deadline", "date"), ("type",), ("group",)]


@pytest.mark.parametrize("place", AMOUNT_PLACES, ids=str)
def test_the_schema_says_how_amounts_days_types_and_groups_are_written(place: tuple[Any, ...]) -> None:
    schema = jsonschema.Draft202012Validator(json.loads(schema_text()))
    for odd in ODD:
        given_: dict[str, Any] = {
            **LEAST,
            "payees": [{"account": "x", "amount": 1}],
            "deadline": {"date": "2026-06-30"},
        }
        at: Any = given_
        for step in place[:-1]:
            at = at[step]
        at[place[-1]] = odd
        try:
            read_draft(json.dumps(given_))
            taken = True
        except DraftUnreadable:
            taken = False
        assert schema.is_valid(given_) == taken, (place, odd)
