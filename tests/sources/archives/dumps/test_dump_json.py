"""JSON entry by entry: lines, damage, names that stand twice."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.dumps.quoted_map import Item, items, repeated_names


def load(text: str, *, wrapped: bool = False) -> tuple[list[Item], Reading]:
    reading = Reading("example", "example")
    return list(items((text,), reading, wrapped=wrapped)), reading


def test_entries_of_a_list_and_of_an_object_with_their_lines() -> None:
    found, reading = load('\n[1,\n  {"a": 2},\n\n "x"]\n')
    assert [(item.name, item.value, item.line) for item in found] == [(None, 1, 2), (None, {"a": 2}, 3), (None, "x", 5)]
    found, reading = load('{"a": 1,\n "b":\n [2]}')
    assert [(item.name, item.value, item.line) for item in found] == [("a", 1, 1), ("b", [2], 2)]
    assert reading.problems == []


def test_lists_inside_the_outermost_object() -> None:
    found, _ = load('{"a": [1,\n2], "b": {"c": 3}, "d": []}', wrapped=True)
    assert [(item.name, item.value, item.line) for item in found] == [(None, 1, 1), (None, 2, 2), ("b", {"c": 3}, 2)]


@pytest.mark.parametrize(
    ("text", "kept", "line"),
    [
        ("", 0, 1),
        ("fish", 0, 1),
        ("[1,\n2\n3]", 2, 3),
        ("[1,\n", 1, 2),
        ("[1,]", 1, 1),
        ("[1]\n[2]", 1, 2),
        ('{"a": 1,\n b: 2}', 1, 2),
        ('{"a" 1}', 0, 1),
        ('{"a": 1', 1, 1),
        ("[1,\n" + "[" * 100000, 1, 2),
        ("[1,\n" + "9" * 5000 + "]", 1, 2),
    ],
)
def test_what_stops_the_reading_is_told_with_its_line(text: str, kept: int, line: int) -> None:
    found, reading = load(text)
    assert len(found) == kept
    assert [(problem.code, problem.line, problem.refused) for problem in reading.problems] == [
        ("json-invalid", line, True)
    ]


def test_names_that_stand_twice() -> None:
    found, _ = load('[{"a": 1, "b": 2, "a": 3}, {"a": 1}]')
    assert [repeated_names(item.value) for item in found] == [{"a"}, frozenset()]


values: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-(10**20), 10**20), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=4), inner, max_size=4)),
    max_leaves=12,
)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.one_of(st.lists(values), st.dictionaries(st.text(), values)), st.sampled_from([None, 0, 2]))
def test_every_document_is_read_as_the_library_reads_it(value: Any, indent: int | None) -> None:
    found, reading = load(json.dumps(value, indent=indent))
    if isinstance(value, dict):
        assert {str(item.name): item.value for item in found} == value
    else:
        assert [item.value for item in found] == value
    assert reading.problems == []


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(alphabet='[]{}",:1a \n\\', max_size=40), st.booleans())
def test_any_text_is_read_without_an_error(text: str, wrapped: bool) -> None:
    found, reading = load(text, wrapped=wrapped)
    try:
        json.loads(text, strict=False)
    except ValueError:
        assert reading.problems
    assert all(1 <= item.line <= text.count("\n") + 1 for item in found)
