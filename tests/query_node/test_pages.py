"""What is decided about pages, without any server."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.sources.query_node.complete import Answer, Asked, answer_of, gone_from, step_after
from secretariat.sources.query_node.pages import (
    Head,
    moment_text,
    stretch_pages,
    variables,
    whole_pages,
)
from secretariat.sources.query_node.refused import ListIncomplete
from secretariat.sources.query_node.settings import QueryNodeSettings


@dataclass(frozen=True)
class Things:
    """A list of nothing in particular."""

    name: str = "things"
    connection: str = "thingsConnection"
    order: tuple[str, ...] = ("createdAt_ASC",)
    document: str = "query Things { }"
    without_rows: bool = False


HEAD = Head(block=5, milliseconds=1_700_000_000_123)


def answer(rows: int, *, total: int = 10, more: bool = True, cursor: str | None = "c") -> Answer:
    return Answer(total=total, rows=({},) * rows, ends=("e",) * rows, more=more, cursor=cursor)


@pytest.mark.parametrize(
    ("found", "asked", "repeated", "new", "do", "why"),
    [
        (answer(3), (3, None, None, 0), [], 3, "on", ""),
        (answer(2), (3, None, None, 0), [], 2, "on", ""),
        (answer(3, more=False), (3, "a", 10, 7), [], 3, "on", ""),
        (answer(0, more=False), (3, "a", 10, 10), [], 0, "done", ""),
        (answer(1, more=False), (3, "a", 10, 9), [], 1, "done", ""),
        (answer(1, more=False), (3, "a", 10, 8), [], 1, "again", "9 rows came or were known, and totalCount is 10"),
        (answer(1, more=False, total=11), (3, "a", 10, 9), [], 1, "again", "totalCount went from 10 to 11"),
        (answer(3), (3, "a", 10, 3), ["x"], 0, "again", "the id 'x' came twice"),
        (answer(4), (3, None, None, 0), [], 4, "again", "4 rows came where 3 were asked for"),
        (answer(0), (3, None, None, 0), [], 0, "again", "a page without rows"),
        (answer(3, cursor="a"), (3, "a", 10, 3), [], 3, "again", "the cursor does not move on"),
        (answer(3, cursor=None), (3, None, None, 0), [], 3, "again", "the cursor does not move on"),
    ],
)
def test_what_follows_a_page(
    found: Answer, asked: tuple[int, Any, Any, int], repeated: list[str], new: int, do: str, why: str
) -> None:
    size, after, first_total, counted = asked
    step = step_after(found, Asked(size=size, after=after, first_total=first_total, counted=counted), repeated, new)
    assert step.do == do
    assert why in step.why
    assert (step.cursor == "c") == (do == "on")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    [
                        "thingsConnection",
                        "totalCount",
                        "edges",
                        "pageInfo",
                        "hasNextPage",
                        "endCursor",
                        "cursor",
                        "node",
                    ]
                ),
                inner,
                max_size=4,
            )
        ),
        max_leaves=20,
    )
)
def test_an_answer_of_any_shape_is_read_or_said_to_be_wrong(data: Any) -> None:
    assert isinstance(answer_of(data, "thingsConnection"), Answer | str)


FAULTS = ("truth", "drop", "twice", "early-end", "before", "shuffled", "insert", "remove", "broken", "cap")


class Hostile:
    """A list of numbers whose answers are disturbed as a plan says; ``totalCount`` is always true."""

    def __init__(self, rows: int, plan: list[str]) -> None:
        self.rows = list(range(0, rows * 10, 10))
        self.plan = plan
        self.last: Mapping[str, Any] = {}

    def __call__(self, document: str, given_variables: Mapping[str, Any]) -> Mapping[str, Any]:
        fault = self.plan.pop(0) if self.plan else "truth"
        if fault == "insert":
            self.rows = sorted({*self.rows, self.rows[len(self.rows) // 2] + 1 if self.rows else 1})
        if fault == "remove" and self.rows:
            del self.rows[0]
        if fault == "before" and self.last:
            return self.last
        size, after = given_variables["first"], given_variables.get("after")
        behind = [row for row in self.rows if after is None or row > int(after)]
        page = behind[:size]
        more = len(behind) > size
        if fault == "drop" and page:
            del page[0]
        if fault == "twice":
            page = [*page, *page[:1]]
        if fault == "shuffled":
            page = page[::-1]
        if fault in ("early-end", "cap"):
            page, more = page[:1], fault == "cap" and len(behind) > 1
        edges = [{"cursor": str(row), "node": {"id": str(row)}} for row in page]
        found = {"totalCount": len(self.rows), "edges": edges, "pageInfo": {"hasNextPage": more, "endCursor": None}}
        self.last = {"thingsConnection": None if fault == "broken" else found}
        return self.last


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.integers(0, 12), st.integers(1, 5), st.lists(st.sampled_from(FAULTS), max_size=12))
def test_a_list_is_whole_or_refused_whatever_the_answers_are(rows: int, size: int, plan: list[str]) -> None:
    hostile = Hostile(rows, plan)
    met: dict[int, list[str | None]] = {}
    try:
        for page in whole_pages(hostile, Things(), HEAD, size):
            met.setdefault(page.attempt, []).extend(page.keys)
            whole = page.whole
    except ListIncomplete:
        return
    assert whole
    assert sorted(met[max(met)], key=str) == sorted(map(str, hostile.rows), key=str)


def test_a_stretch_stops_when_enough_rows_came_or_the_list_ends() -> None:
    hostile = Hostile(10, [])
    assert [len(page.rows) for page in stretch_pages(hostile, Things(), HEAD, 3, None, 4)] == [3, 3]
    pages = list(stretch_pages(hostile, Things(), HEAD, 3, "60", 100))
    assert [(len(page.rows), page.whole) for page in pages] == [(3, False), (0, True)]


def test_a_stretch_that_stays_broken_is_refused() -> None:
    with pytest.raises(ListIncomplete):
        list(stretch_pages(Hostile(10, ["broken"] * 9), Things(), HEAD, 3, None, 4))


def test_the_refusal_says_which_list_how_many_rows_and_what_to_do() -> None:
    with pytest.raises(ListIncomplete) as refused:
        list(whole_pages(Hostile(7, ["truth", "drop"] * 9), Things(), HEAD, 3))
    told = str(refused.value)
    assert "things" in told
    assert "totalCount 7 at first, 7 at last" in told
    assert "secretariat sync" in told
    assert (refused.value.counts.first_total, refused.value.counts.last_total) == (7, 7)


def test_what_has_no_value_is_not_sent_since_null_would_be_a_filter() -> None:
    assert variables(Things(), HEAD, 3, None, {}) == {"first": 3, "until": "2023-11-14T22:13:20.123Z"}
    assert variables(Things(order=("inBlock_ASC", "indexInBlock_ASC")), HEAD, 3, "x", {"open": False}) == {
        "first": 3,
        "until": 5,
        "after": "x",
        "open": False,
    }


def test_a_moment_keeps_its_milliseconds() -> None:
    assert moment_text(1_700_000_000_007) == "2023-11-14T22:13:20.007Z"


def test_known_rows_that_were_not_met_are_gone() -> None:
    assert gone_from({"a", "b", "c"}, ["b"]) == ("a", "c")


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"urls": ()}, "urls"),
        ({"urls": ("a", "b", "c")}, "urls"),
        ({"page_size": 0}, "page_size"),
        ({"page_size": 10**6}, "page_size"),
        ({"lag_minutes": 0}, "lag_minutes"),
        ({"without_rows_of": ("rewards-payed",)}, "did you mean rewards-paid?"),
        ({"without_rows_of": ("proposals", "xyzzy")}, 'no list "xyzzy"'),
    ],
)
def test_settings_that_cannot_be_are_refused_by_name(wrong: dict[str, Any], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        QueryNodeSettings(**wrong)


def test_settings_have_defaults_for_mainnet() -> None:
    assert (QueryNodeSettings().page_size, QueryNodeSettings().lag_minutes) == (10_000, 60)
