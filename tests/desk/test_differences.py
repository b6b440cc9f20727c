"""Differences between two texts, and texts cut where concerns stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.concerned import Stretch, stretches
from secretariat.desk.differences import MOST_WORDS, Piece, differences
from secretariat.desk.neutrality.gate import Concern


def shown(old: str, new: str) -> str:
    signs = {"same": "{}", "gone": "-{}-", "new": "+{}+"}
    return "".join(signs[one.kind].format(one.text) for one in differences(old, new))


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("", "", ""),
        ("same", "same", "same"),
        ("twelve hours are left", "ten hours are left", "-twelve-+ten+ hours are left"),
        ("one\ntwo\n", "one\nnew\ntwo\n", "one\n+new\n+two\n"),
        ("one\ntwo", "one\n", "one\n-two-"),
        ("", "all", "+all+"),
    ],
)
def test_words_that_changed_are_marked(old: str, new: str, found: str) -> None:
    assert shown(old, new) == found


@given(st.text(alphabet="ab \n", max_size=60), st.text(alphabet="ab \n", max_size=60))
def test_the_pieces_are_both_texts(old: str, new: str) -> None:
    pieces = differences(old, new)
    assert "".join(one.text for one in pieces if one.kind != "gone") == new
    assert "".join(one.text for one in pieces if one.kind != "new") == old
    assert all(one.text for one in pieces)


def test_a_passage_that_is_too_long_is_not_compared_by_words() -> None:
    old, new = "a " * (MOST_WORDS + 1), "b " * (MOST_WORDS + 1)
    assert differences(old, new) == (Piece(kind="gone", text=old), Piece(kind="new", text=new))


def concern(start: int, end: int, says: str = "so") -> Concern:
    return Concern(code="named-elsewhere", says=says, start=start, end=end)


def test_a_text_is_cut_where_a_concern_stands() -> None:
    assert stretches("Vote for anna!", [concern(9, 13)], str) == (
        Stretch(text="Vote for "),
        Stretch(text="anna", says=("so",)),
        Stretch(text="!"),
    )
    assert stretches("none", [], str) == (Stretch(text="none"),)
    assert stretches("", [], str) == ()


def test_concerns_that_overlap_are_both_told_where_they_do() -> None:
    found = stretches("abcdef", [concern(0, 3, "one"), concern(2, 5, "two")], str)
    assert [(one.text, one.says) for one in found] == [
        ("ab", ("one",)),
        ("c", ("one", "two")),
        ("de", ("two",)),
        ("f", ()),
    ]


def test_a_concern_about_all_marks_nothing() -> None:
    assert stretches("abc", [concern(0, 3)], str) == (Stretch(text="abc"),)


def test_a_time_mark_is_never_cut() -> None:
    found = stretches("until [[time 12]] anna", [concern(8, 22)], str.upper)
    assert [one.text for one in found] == ["UNTIL ", "[[TIME 12]] ANNA"]


@given(
    st.text(alphabet="ab[]time 1", max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=5)
)
def test_the_stretches_are_the_text(text: str, places: list[tuple[int, int]]) -> None:
    found = stretches(text, [concern(min(one), min(max(one), len(text))) for one in places], str)
    assert "".join(one.text for one in found) == text
