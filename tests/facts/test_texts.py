"""Texts cut for messages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.facts.texts import quoted, short


def test_short_cuts_only_what_is_too_long() -> None:
    assert short("x" * 60) == "x" * 60
    assert short("x" * 61) == "x" * 59 + "\u2026"
    assert short("abcdef", 4) == "abc\u2026"


def test_quoted_shows_what_a_terminal_would_obey() -> None:
    assert quoted("a\nb") == "'a\\nb'"
    assert quoted(12) == "'12'"
    assert len(quoted("x" * 500)) == 62


@settings(derandomize=True, deadline=None, max_examples=100)
@given(st.text(st.characters(exclude_categories=())), st.integers(1, 80))
def test_what_is_cut_is_no_longer_than_asked_and_can_be_stored(text: str, limit: int) -> None:
    assert len(short(text, limit)) <= limit
    quoted(text, limit).encode()
