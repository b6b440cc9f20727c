"""Whole chain dumps: recognised, pasted twice, cut off, as JSON, of other storage items."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps import member_dump
from secretariat.sources.archives.dumps.chain_dump import FORMAT
from tests.sources.archives.dumps.dump_pages import (
    SCREEN,
    category,
    member,
    page,
    post,
    proposal,
    proposal_thread,
    thread,
)
from tests.sources.archives.read_text import codes, read

PATH = "archives/giza_backup/dump.txt"
PROPOSALS = "proposalsEngine.proposals"
ONCE = page([(n, proposal(title=f"0xd0a1d0b2d0b5d182 {n}")) for n in range(1, 4)], PROPOSALS)


def keys(reading: Reading) -> list[str]:
    return [record.key for record in reading.records.values()]


# Recognition


@pytest.mark.parametrize(
    "fields",
    [proposal(), category(1), thread(1), post(1), proposal_thread()],
    ids=["proposal", "category", "thread", "post", "proposal-thread"],
)
def test_a_dump_is_known_by_its_fields(fields: dict[str, Any]) -> None:
    assert FORMAT.recognises("notes.txt", page([(1, fields)]))
    assert FORMAT.recognises("notes", SCREEN + page([(1, fields)]))
    assert FORMAT.recognises("notes.json", json.dumps([[["1"], fields]]))
    assert not member_dump.FORMAT.recognises("notes.txt", page([(1, fields)]))
    assert FORMAT.recognises("notes.md", page([(1, fields)]))
    assert not FORMAT.recognises("notes.md", "# How to\n```\n" + page([(1, fields)]) + "\n```\n")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 5000,
        '{"a":' * 5000,
        "fish, chips\n",
        page([(1, {"nonce": "1", "data": {"free": "5"}})], "system.account"),
        json.dumps({"bounties": [{"id": 1, "title": "Paint", "status": "open"}]}),
        json.dumps([{"id": 1, "handle": "ada_l", "totalEarnedUsd": 5}]),
        json.dumps([{"title": "Paint", "authorId": 3, "createdAt": 5}]),
    ],
)
def test_other_texts_are_not_dumps(text: str) -> None:
    assert not FORMAT.recognises("notes.json", text)
    assert not member_dump.FORMAT.recognises("notes.json", text)


def test_a_header_alone_is_enough() -> None:
    assert FORMAT.recognises("x", "proposalsEngine.proposals: ProposalOf\n[]")
    assert codes(read(FORMAT, "proposalsEngine.proposals: ProposalOf\n[]", PATH)) == []
    assert codes(read(FORMAT, "proposalsEngine.proposals: ProposalOf\n[\nx\n]", PATH)) == ["file-unreadable"]


def test_names_of_dumps() -> None:
    assert FORMAT.knows_name("archives/giza_backup/proposal_threads.txt")
    assert not FORMAT.knows_name("archives/proposals.md")


# Pasted twice


def test_pasted_twice_counts_once() -> None:
    reading = read(FORMAT, ONCE + "\n" + SCREEN + ONCE, PATH)
    assert keys(reading) == ["antioch/1", "antioch/2", "antioch/3"]
    assert codes(reading) == ["dump-pasted-twice"]
    (problem,) = reading.problems
    assert (problem.applied, problem.line) == (True, (ONCE + "\n" + SCREEN).count("\n") + 3)
    assert "3 entries" in problem.what


def test_an_entry_that_differs_in_the_second_paste_stays_open_and_the_first_stays() -> None:
    other = ONCE.replace("approvals: 9", "approvals: 8", 1)
    reading = read(FORMAT, ONCE + "\n" + SCREEN + other, PATH)
    assert [record.fact.approvals for record in reading.records.values()] == [9, 9, 9]
    assert sorted((problem.code, problem.state) for problem in reading.problems) == [
        ("dump-pasted-twice", "applied"),
        ("duplicate-key", "open"),
    ]


def test_a_second_paste_may_bring_new_entries() -> None:
    more = page([(3, proposal(title="0xd0a1d0b2d0b5d182 3")), (4, proposal())], PROPOSALS)
    reading = read(FORMAT, ONCE + "\n" + SCREEN + more, PATH)
    assert keys(reading) == ["antioch/1", "antioch/2", "antioch/3", "antioch/4"]


def test_the_same_number_twice_in_one_paste_is_a_duplicate() -> None:
    reading = read(FORMAT, page([(1, proposal()), (1, proposal())]), PATH)
    assert [(problem.code, problem.state) for problem in reading.problems] == [("duplicate-key", "applied")]


# Damage


def test_a_cut_dump_keeps_what_is_whole_and_says_where_it_ends() -> None:
    cut = ONCE[: ONCE.rindex("votingResults")]
    reading = read(FORMAT, cut, PATH)
    assert keys(reading) == ["antioch/1", "antioch/2"]
    (problem,) = reading.problems
    assert (problem.code, problem.refused, problem.state) == ("row-malformed", True, "open")
    assert cut.split("\n")[problem.line - 1] == "  ["
    assert "breaks off" in problem.what


def test_a_dump_without_its_last_bracket() -> None:
    reading = read(FORMAT, ONCE.removesuffix("\n]"), PATH)
    assert len(reading.records) == 3
    assert codes(reading) == ["row-malformed"]


def test_a_line_that_is_no_field_is_told_with_its_line_but_not_quoted() -> None:
    text = page([(1, member())]).replace("      suspended: false,", "      canary suspended false")
    reading = read(member_dump.FORMAT, text, PATH)
    (problem,) = reading.problems
    assert "canary" in text.split("\n")[problem.line - 1]
    assert f"line {problem.line} " in problem.what
    assert "canary" not in problem.what
    assert keys(reading) == ["antioch/1"]


def test_other_storage_items_are_named_and_left_out() -> None:
    other = page([("5x", {"nonce": "1"}), ("5y", {"nonce": "2"})], "system.account")
    reading = read(FORMAT, ONCE + "\n\n" + other, PATH)
    assert len(reading.records) == 3
    (problem,) = reading.problems
    assert problem.code == "value-unknown-label"
    assert "2 entries" in problem.what
    assert "system.account" in problem.what


# JSON


def as_json(fields: dict[str, Any]) -> dict[str, Any]:
    """Write the fields of a page as JSON would: numbers and truths as such."""
    plain = {"null": None, "true": True, "false": False}

    def value(inner: Any) -> Any:
        if isinstance(inner, dict):
            return {name: value(deeper) for name, deeper in inner.items()}
        if isinstance(inner, list):
            return [value(deeper) for deeper in inner]
        digits = str(inner).replace(",", "")
        return int(digits) if digits.isdigit() else plain.get(str(inner), inner)

    return {name: value(inner) for name, inner in fields.items()}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize(
    "wrap",
    [
        lambda fields: [[["1,370"], fields]],
        lambda fields: [[[49, 1370], fields]],
        lambda fields: [[1370, fields]],
        lambda fields: {"1370": fields},
        lambda fields: [fields],
        lambda fields: {"threads": [fields]},
    ],
    ids=["map", "double-map", "pairs", "object", "list", "wrapped"],
)
@pytest.mark.parametrize("form", [dict, as_json], ids=["texts", "numbers"])
def test_the_same_thread_as_json(indent: int | None, wrap: Any, form: Any) -> None:
    expected = read(FORMAT, page([("1,370", thread(1370))]), PATH)
    text = json.dumps(wrap(form(thread(1370))), indent=indent)
    assert FORMAT.recognises("threads.json", text)
    reading = read(FORMAT, text, PATH)
    assert [record.fact for record in reading.records.values()] == [record.fact for record in expected.records.values()]
    assert reading.problems == []


def test_json_entries_have_their_lines_and_end_at_the_damage() -> None:
    text = json.dumps({str(n): thread(n) for n in (1, 2, 3)}, indent=1)
    lines = text.split("\n")
    reading = read(FORMAT, "\n".join(lines[:-5]), PATH)
    assert [lines[record.line - 1].strip() for record in reading.records.values()] == ['"1": {', '"2": {']
    assert codes(reading) == ["json-invalid"]


def test_a_name_that_stands_twice_in_json_is_not_guessed() -> None:
    text = json.dumps([[["1"], proposal()]]).replace('"createdAt"', '"createdAt": "7", "createdAt"')
    reading = read(FORMAT, text, PATH)
    (record,) = reading.records.values()
    assert record.fact.created_block is None
    assert codes(reading) == ["row-malformed"]


def test_a_title_in_json_that_is_no_text() -> None:
    reading = read(FORMAT, json.dumps({"1": thread(1, title={"a": 1})}), PATH)
    assert [(problem.code, problem.target and problem.target.field) for problem in reading.problems] == [
        ("row-malformed", "title")
    ]
    broken = read(FORMAT, json.dumps({"1": thread(1, title="half \ud83d a pair\x00")}), PATH)
    assert codes(broken) == ["mojibake"]
    (record,) = broken.records.values()
    record.fact.title.encode("utf-8")


# Any text


def check(reading: Reading, text: str) -> None:
    last = text.count("\n") + 1
    assert all(1 <= record.line <= last for record in reading.records.values())
    assert all(0 <= problem.line <= last for problem in reading.problems)
    assert all(problem.code in CODES for problem in reading.problems)
    assert len({problem.id for problem in reading.problems}) == len(reading.problems)
    targets = [problem.target for problem in reading.problems if problem.target is not None]
    assert all((target.kind, target.key) in reading.records for target in targets)
    facts = {(record.kind, record.key): record.fact for record in reading.records.values()}
    assert all(hasattr(facts[target.kind, target.key], target.field) for target in targets)


ALL = "\n".join(
    [
        page([(1, proposal()), (2, proposal(title="0xd0a1d0b2d0b5d182"))], PROPOSALS),
        SCREEN,
        page([(1, category(1)), (2, category(3))], "forum.categoryById"),
        page([(4, thread(4))]),
        page([(5, post(5))]),
        page([(6, member()), (7, member("bert"))], "members.membershipById"),
        page([(8, proposal_thread())]),
    ]
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.data())
def test_a_dump_with_mutated_lines_is_read_without_an_error(data: st.DataObject) -> None:
    lines = ALL.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, len(lines) - 1))
        new = data.draw(st.one_of(st.text(max_size=30), st.sampled_from(lines), st.just(None)))
        lines[place : place + 1] = [] if new is None else [str(new)]
        lines = lines or [""]
    text = "\n".join(lines[: data.draw(st.integers(1, len(lines)))])
    reading = read(FORMAT, text, PATH)
    check(reading, text)
    again = read(FORMAT, text, PATH)
    assert (again.records, again.problems) == (reading.records, reading.problems)
    FORMAT.recognises(PATH, text)


fields = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=10)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.one_of(st.text(max_size=5), st.sampled_from([*proposal(), *thread(1), *member(), "Finalized"])),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.sampled_from([proposal(), thread(1), category(1), post(1), member(), proposal_thread()]), st.data())
def test_json_of_any_shape_is_read_without_an_error(whole: dict[str, Any], data: st.DataObject) -> None:
    changed = dict(whole)
    for name in data.draw(st.lists(st.sampled_from(sorted(whole)), max_size=3)):
        changed[name] = data.draw(fields)
    pairs = [[["1"], whole], [data.draw(fields), changed], data.draw(fields)]
    text = json.dumps(pairs, indent=data.draw(st.sampled_from([None, 1])))
    text = text[: data.draw(st.integers(len(text) // 2, len(text)))]
    reading = read(FORMAT, text, PATH)
    check(reading, text)
    FORMAT.recognises(PATH, text)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(max_size=200))
def test_any_text_is_read_without_an_error(text: str) -> None:
    check(read(FORMAT, text, PATH), text)
    FORMAT.recognises(PATH, text)


def test_entries_without_a_number_are_told_one_by_one_even_on_one_line() -> None:
    reading = read(FORMAT, json.dumps([["x", proposal_thread()], ["y", proposal_thread()]]), PATH)
    assert not reading.records
    assert len({problem.id for problem in reading.problems}) == len(reading.problems) == 2
    check(reading, "")
