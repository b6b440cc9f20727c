"""The published KPI schema: ill-formed rules and words that are no keywords."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.problems import CODES
from secretariat.sources.archives.kpis.schema import FORMAT
from tests.sources.archives.read_text import codes, read

DRAFT = "https://json-schema.org/draft/2019-09/schema"
GOOD = {
    "$schema": DRAFT,
    "title": "KPI schema",
    "type": "object",
    "required": ["overviewSection"],
    "properties": {
        "overviewSection": {"type": "object", "properties": {"min": {"type": "number", "minimum": 0}}},
        "sections": {"type": "array", "items": {"anyOf": [{"const": {"max": 1}}, {"enum": ["max"]}]}},
    },
}


def test_a_good_schema_has_no_problem_and_no_record() -> None:
    reading = read(FORMAT, json.dumps(GOOD, indent=1))
    assert codes(reading) == []
    assert not reading.records


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"type": "number", "min": 0}, "'min', which is no keyword"),
        ({"type": "number", "max": 9}, "'maximum' is what limits it"),
        ({"type": {"type": "string"}}, "ill-formed"),
        ({"type": "strnig"}, "ill-formed"),
        ({"maxLength": -1}, "ill-formed"),
        ({"required": "all"}, "ill-formed"),
        ({"items": {"properties": {"x": {"typ": "string"}}}}, "'typ', which is no keyword"),
        ({"allOf": [{"deadline": {"type": "string"}}]}, "'deadline', which is no keyword"),
    ],
)
def test_violations_are_named_where_they_stand(rule: dict[str, object], said: str) -> None:
    schema = {**GOOD, "properties": {**GOOD["properties"], "extra": rule}}  # type: ignore[dict-item]
    text = json.dumps(schema, indent=1)
    reading = read(FORMAT, text)
    assert codes(reading)
    assert set(codes(reading)) == {"schema-violation"}
    assert any(said in problem.what for problem in reading.problems)
    start = next(number for number, line in enumerate(text.split("\n"), start=1) if '"extra"' in line)
    assert all(problem.line >= start for problem in reading.problems)


@pytest.mark.parametrize(
    "text", ["[]", "7", '{"$schema": [1], "title": 4}', "{", '{"$schema": "no such draft", "type": 1}']
)
def test_what_is_no_schema_is_a_problem(text: str) -> None:
    assert codes(read(FORMAT, text))


def test_a_schema_nested_without_end_is_a_problem() -> None:
    deep = '{"not":' * 400 + "{}" + "}" * 400
    assert set(codes(read(FORMAT, deep))) <= {"schema-violation", "json-invalid"}
    assert codes(read(FORMAT, deep))


def test_a_schema_larger_than_any_is_not_checked() -> None:
    assert codes(read(FORMAT, '{"$schema": "x"}' + " " * 400_000)) == ["file-too-large"]


def test_recognition() -> None:
    text = json.dumps(GOOD)
    assert FORMAT.recognises("docs/kpi_schema.json", text)
    assert FORMAT.recognises("docs/other.json", text)
    assert not FORMAT.recognises("docs/bounties.schema.json", '{"$schema": "x", "bounties": 1}')
    assert not FORMAT.recognises("docs/kpi_schema.md", text)
    assert FORMAT.knows_name("operations/kpi_schema.json")


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from(["type", "items", "properties", "$ref", "$schema", "pattern", "enum", "x", "not", "allOf"]),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=5) | st.sampled_from(["object", DRAFT]),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
            max_leaves=6,
        ),
    )
)
def test_any_schema_is_read_or_reported(schema: dict[str, object]) -> None:
    text = json.dumps(schema, indent=1)
    first, second = read(FORMAT, text), read(FORMAT, text)
    assert first.problems == second.problems
    assert all(p.code in CODES and 1 <= p.line <= text.count("\n") + 1 and p.id for p in first.problems)


def test_the_published_schema(shared) -> None:  # type: ignore[no-untyped-def]
    file = shared("data/community-repo/archives/council/kpi/docs/kpi_schema.json")
    text = file.read_text(encoding="utf-8")
    assert FORMAT.recognises("docs/kpi_schema.json", text)
    reading = read(FORMAT, text)
    assert set(codes(reading)) == {"schema-violation"}
    assert sum("'min'" in p.what or "'max'" in p.what for p in reading.problems) == 4
