"""Values and rows: what the schema promises is read exactly; everything else is a problem and unknown."""

import json
from decimal import Decimal
from hashlib import blake2b
from typing import Any

import pytest
from graphql import GraphQLSchema
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.headings import heading_digest
from secretariat.facts.problems import CODES
from secretariat.facts.records import AnyStated, is_unreadable
from secretariat.sources.query_node import values
from secretariat.sources.query_node.lists import BY_NAME, LISTS, Listed
from secretariat.sources.query_node.pages import Ask
from secretariat.sources.query_node.shapes import digest_of, earlier_digest_of, key_of, read_row
from secretariat.sources.query_node.updating import read_whole
from secretariat.sources.query_node.values import Unreadable
from tests.query_node.invented import HEAD, invented_world
from tests.query_node.server import QueryNode
from tests.wire.fault_proxy import FaultProxy

GOOD: list[tuple[values.Reader, Any, Any]] = [
    (values.whole, 0, 0),
    (values.whole, "5745626", 5_745_626),
    (values.amount, "1666666666660000", 1_666_666_666_660_000),
    (values.amount, "0", 0),
    (values.change, "-25", -25),
    (values.moment, "2024-02-29T23:59:59.999Z", "2024-02-29T23:59:59Z"),
    (values.moment, "2024-03-01T01:30:00+02:00", "2024-02-29T23:30:00Z"),
    (values.text, "A title\nof two lines", "A title\nof two lines"),
    (values.text, "half \ud800 and \x00", "half \ufffd and \ufffd"),
    (values.text_or_none, "", None),
    (values.name, "forumWorkingGroup-3", "forumWorkingGroup-3"),
    (values.name_or_none, "", None),
    (values.number, "823", 823),
    (values.number, 7, 7),
    (values.truth, False, False),
    (values.stated, "because", True),
    (values.stated, "  ", False),
    (values.one_of("APPROVE", "NOT_ENOUGH"), "NOT_ENOUGH", "not-enough"),
    (
        values.variant("CanceledByRuntime", start="ProposalStatus"),
        "ProposalStatusCanceledByRuntime",
        "canceled-by-runtime",
    ),
    (values.each(values.keyed), [{"id": "a-1"}, {"id": "a-2"}], ("a-1", "a-2")),
    (values.scalars(values.name), ["x"] * 50, ("x",) * 50),
]

UNLIKE_MOMENTS: tuple[Any, ...] = (
    *("2024-01-01", "2024-01-01T00:00:00", "2024-13-01T00:00:00Z", 5, "", "T"),
    *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
)
UNLIKE_WHOLE: tuple[Any, ...] = (-1, True, 1.0, "1.0", "1e3", "", " 7", "0x10", None, [], 2**63)
UNLIKE_AMOUNTS: tuple[Any, ...] = ("-1", "1.5", 10**38, "9" * 41, "", "١")
UNLIKE_CHANGES: tuple[Any, ...] = ("--1", "+1", 10**38, 1.5)

UNLIKE_TEXTS: tuple[Any, ...] = (5, None, [], True)
UNLIKE_NAMES: tuple[Any, ...] = ("", "a\nb", "x" * 201, 5, None)
UNLIKE_NUMBERS: tuple[Any, ...] = ("007", "-1", "1.0", "", "abc", True, -1, "9" * 20)
UNLIKE_TRUTHS: tuple[Any, ...] = (0, 1, "true", None)

BAD: list[tuple[values.Reader, Any]] = [
    *((values.whole, value) for value in UNLIKE_WHOLE),
    *((values.amount, value) for value in UNLIKE_AMOUNTS),
    *((values.change, value) for value in UNLIKE_CHANGES),
    *((values.moment, value) for value in UNLIKE_MOMENTS),
    *((values.text, value) for value in UNLIKE_TEXTS),
    *((values.name, value) for value in UNLIKE_NAMES),
    *((values.number, value) for value in UNLIKE_NUMBERS),
    *((values.truth, value) for value in UNLIKE_TRUTHS),
    (values.stated, 5),
    (values.one_of("APPROVE"), "approve"),
    (values.one_of("APPROVE"), ["APPROVE"]),
    (values.variant("Open"), "Closed"),
    (values.variant("Open"), {"Open": 1}),
    (values.each(values.keyed), [{"id": "a"}] * 50),
    (values.each(values.keyed), ["a"]),
    (values.each(values.keyed), {"id": "a"}),
    (values.scalars(values.name), "x"),
]


@pytest.mark.parametrize(("read", "value", "expected"), GOOD)
def test_a_value_that_the_schema_promises_is_read(read: values.Reader, value: Any, expected: Any) -> None:
    assert read(value) == expected


@pytest.mark.parametrize(("read", "value"), BAD)
def test_everything_else_is_refused_in_words(read: values.Reader, value: Any) -> None:
    with pytest.raises(Unreadable) as refused:
        read(value)
    assert str(refused.value)


@pytest.mark.parametrize(
    ("row", "key"),
    [({"id": "a"}, "a"), ({"id": ""}, None), ({"id": 5}, None), ({}, None), (None, None), ([], None), ("a", None)],
)
def test_the_id_of_a_row(row: Any, key: str | None) -> None:
    assert key_of(row) == key


def test_a_digest_is_of_the_content_and_not_of_its_order() -> None:
    assert digest_of({"a": 1, "b": [{"c": 2, "d": 3}]}) == digest_of({"b": [{"d": 3, "c": 2}], "a": 1})
    assert digest_of({"a": [1, 2]}) != digest_of({"a": [2, 1]})
    values: list[Any] = [1, "1", 1.5, None, True, [], {}, ""]
    assert len({digest_of({"a": value}) for value in values}) == 8
    assert len(digest_of(None)) == 32


ODD: list[Any] = [
    {"é": ["\ud83d", 1, True, None], "a": {"b": Decimal("1.50"), "a": 2.5}},
    [],
    None,
    "7",
    {"x": [{}, []]},
    {"id": "7", "amount": "1" * 60, "number": 10**40, "text": "a\u202eb \x00 😀"},
]


@pytest.mark.parametrize("row", ODD)
def test_the_digest_of_earlier_stores_stays_what_it_was(row: Any) -> None:
    words = json.dumps(row, sort_keys=True, separators=(",", ":"), default=str)
    assert earlier_digest_of(row) == blake2b(words.encode(), digest_size=16, salt=b"1").hexdigest()
    assert earlier_digest_of({"a": 1, "b": [2]}) == earlier_digest_of({"b": [2], "a": 1})


def test_what_no_json_holds_and_what_is_nested_deeply_has_a_digest_of_its_own() -> None:
    deep: list[Any] = [1]
    for _ in range(100_000):
        deep = [deep]
    digests = {digest_of(row) for row in (deep, {"a": "\ud83d"}, {"a": "\ud83e"}, {"a": "\\ud83d"})}
    assert len(digests) == 4


def test_a_shape_s_own_reader_makes_its_rows_and_no_others_changed() -> None:
    row = {"id": "7", "text": "# Summary"}
    assert digest_of(row, "") == digest_of(row)
    assert digest_of(row, BY_NAME["forum-posts"].shape.reader) != digest_of(row)
    assert [name for name, listed in BY_NAME.items() if listed.shape.reader] == ["discussion-posts", "forum-posts"]


@pytest.mark.parametrize(
    ("text", "headings"),
    [("Why?\n# 1. Summary\n**Budget**", ("Summary", "Budget")), ("No heading.", ()), (5, None)],
)
def test_of_a_post_s_text_stay_digests_of_headings_and_what_it_asks(text: Any, headings: Any) -> None:
    read = read_row(BY_NAME["forum-posts"].shape, "forum-posts", {"id": "7", "text": text}, 5)
    assert read.record is not None
    found = read.record.fact.headings
    assert found == (None if headings is None else tuple(heading_digest(one) for one in headings))
    assert "Summary" not in str(read.record.fact)
    assert sum("text" in one.what for one in read.problems) == (text == 5)


def test_a_row_nested_beyond_reason_is_a_row_all_the_same() -> None:
    deep: Any = "7"
    for _ in range(5_000):
        deep = [deep]
    read = read_row(BY_NAME["cast-votes"].shape, "cast-votes", {"id": "1", "castBy": deep}, 5)
    assert read.record
    assert len(digest_of({"id": "1", "castBy": deep})) == 32


def test_a_missing_field_is_not_the_same_as_null() -> None:
    votes = BY_NAME["cast-votes"]
    full: dict[str, Any] = {
        "id": "1",
        "createdAt": "2024-01-01T00:00:00Z",
        "electionRoundId": "1",
        "castBy": "a",
        "stake": "1",
    }
    full |= {"stakeLocked": True, "votePower": "0", "voteForId": None}
    assert not read_row(votes.shape, votes.name, full, 5).problems
    (problem,) = read_row(votes.shape, votes.name, {k: v for k, v in full.items() if k != "voteForId"}, 5).problems
    assert "missing" in problem.what
    assert (problem.file, problem.line, problem.code) == ("query-node/cast-votes", 5, "field-unreadable")
    (problem,) = read_row(votes.shape, votes.name, {**full, "stake": None}, 5).problems
    assert problem.target
    assert problem.target.field == "stake"


@pytest.mark.parametrize(("value", "named"), [(None, ()), (7, ("candidacy",)), ("c-1", ())])
def test_a_field_that_may_be_none_and_cannot_be_read_is_not_taken_for_none(value: Any, named: tuple[str, ...]) -> None:
    votes = BY_NAME["cast-votes"]
    read = read_row(votes.shape, votes.name, {"id": "1", "castBy": 7, "voteForId": value}, 5)
    assert read.record
    assert read.record.fact.unreadable == named
    assert is_unreadable(read.record.fact, "candidacy") == bool(named)


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_every_field_of_a_full_row_is_filled(
    running: tuple[Ask, QueryNode, FaultProxy], schema: GraphQLSchema, listed: Listed
) -> None:
    ask, node, _ = running
    node.world = invented_world(schema, (listed,))
    reading = read_whole(ask, listed, HEAD, 1_000)
    assert not reading.problems
    filled = {
        name
        for record in reading.records.values()
        for name in listed.shape.fact.__dataclass_fields__  # type: ignore[attr-defined]
        if getattr(record.fact, name) not in (None, ())
    }
    assert filled >= {field.name for field in listed.shape.fields} | set(listed.shape.fixed)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**40), 10**40) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.sampled_from(LISTS), st.data())
def test_no_row_raises_and_every_problem_has_a_code(listed: Listed, data: st.DataObject) -> None:
    row: Any = {"id": data.draw(st.text(max_size=3) | st.just("7"))}
    for field in listed.shape.fields:
        first, *rest = field.path.split(".")
        held = row
        for step in [first, *rest][:-1]:
            held = held.setdefault(step, {}) if isinstance(held, dict) else {}
        if isinstance(held, dict) and data.draw(st.booleans()):
            held[[first, *rest][-1]] = data.draw(JSON)
    read = read_row(listed.shape, listed.name, row, 9)
    assert read == read_row(listed.shape, listed.name, json.loads(json.dumps(row)), 9)
    assert all(problem.code in CODES and problem.line == 9 for problem in read.problems)
    assert (read.record is None) == (key_of(row) is None)
    if read.record is not None:
        storable(read.record)


def storable(record: AnyStated) -> None:
    from secretariat.store.facts import body_of

    assert body_of(record)


FUNDING = {"__typename": "FundingRequestProposalDetails"}
GROUP_BUDGET = {"__typename": "UpdateWorkingGroupBudgetProposalDetails"}
LACKING: dict[str, tuple[dict[str, Any] | None, set[str]]] = {
    "null destinations": ({**FUNDING, "destinationsList": None}, {"destinations"}),
    "a list of null": ({**FUNDING, "destinationsList": {"destinations": None}}, {"destinations"}),
    "no destinations": (FUNDING, {"destinations"}),
    "destinations": ({**FUNDING, "destinationsList": {"destinations": []}}, set()),
    "no group": ({**GROUP_BUDGET, "budgetChange": "1"}, {"group"}),
    "null group": ({**GROUP_BUDGET, "budgetChange": "1", "group": None}, {"group"}),
    "no amount": ({**GROUP_BUDGET, "group": {"id": "forumWorkingGroup"}}, {"amount"}),
    "whole": ({**GROUP_BUDGET, "budgetChange": "-1", "group": {"id": "forumWorkingGroup"}}, set()),
    "an amount that may be null": ({"__typename": "TerminateWorkingGroupLeadProposalDetails", "slashingAmount": None}, set()),
    "an amount that may be null and is not there": ({"__typename": "TerminateWorkingGroupLeadProposalDetails"}, set()),
    "of another type": ({"__typename": "SignalProposalDetails"}, set()),
    "without a type": ({}, {"type"}),
    "no details": (None, {"type", "amount", "stake", "unstaking_period", "reward_per_block", "figure", "frozen", "pallet"}),
}  # fmt: skip


@pytest.mark.parametrize("case", LACKING)
def test_what_a_type_of_proposal_has_and_its_row_lacks_is_a_problem(schema: GraphQLSchema, case: str) -> None:
    """The schema allows null for the list of a funding request: without it what it asks for is not known."""
    details, lacking = LACKING[case]
    row = {**next(iter(invented_world(schema).of("Proposal").values())), "details": details}
    found = read_row(BY_NAME["proposals"].shape, "proposals", row, HEAD.block).problems
    told = {one.target.field for one in found if one.target is not None and "details" in one.subject}
    assert told == lacking
    assert all(one.code == "field-unreadable" and one.repair for one in found)
