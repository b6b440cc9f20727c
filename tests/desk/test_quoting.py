"""Strangers' texts within our words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.marks import blocks_of, left_to, time_of, written_out
from secretariat.desk.quoting import LONGEST, UNNAMED, plain_line, quoted, shows


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("ada", "ada"),
        ("ada\nlovelace\t!", "ada lovelace !"),
        ("\u202eevil\u202c", "evil"),
        ("\u200b\u2066\ufeff", UNNAMED),
        ("", UNNAMED),
        ("x" * 10_000, "x" * (LONGEST - 1) + "…"),
        ("née Łukasz 李", "née Łukasz 李"),
    ],
)
def test_a_line_shows_and_nothing_hides(text: str, line: str) -> None:
    assert plain_line(text) == line


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("@everyone", "\\@everyone"),
        ("<@123>", "\\<\\@123\\>"),
        ("[click](https://evil.example)", "\\[click\\]\\(https\\:\\/\\/evil\\.example\\)"),
        ("=SUM(A1)", "\\=SUM\\(A1\\)"),
        ("**bold** `code`", "\\*\\*bold\\*\\* \\`code\\`"),
    ],
)
def test_no_sign_means_anything(text: str, words: str) -> None:
    assert quoted(text) == words


@given(st.text())
def test_a_quoted_text_has_no_mark_no_newline_and_a_bounded_length(text: str) -> None:
    words = quoted(text)
    assert "\n" not in words
    assert blocks_of(words) == ()
    assert len(words) <= 2 * LONGEST
    assert words


def test_marks_are_written_out_and_nothing_else() -> None:
    text = f"ends {time_of(100)}, in {left_to(100)}, not [[time x]]; {quoted('[[time 5]]')}"
    assert blocks_of(text) == (100,)
    written = written_out(text, time=lambda block: f"T{block}", left=lambda block: f"L{block}")
    assert written == "ends T100, in L100, not [[time x]]; \\[\\[time 5\\]\\]"


@pytest.mark.parametrize(
    "name", ["\u3164", "\u2800\u2800", "\u200b\u200d", "\u115f \u1160", "\uffa0", "\ufe0f", "\u0301"]
)
def test_a_name_of_signs_that_do_not_show_is_no_name(name: str) -> None:
    assert plain_line(name) == UNNAMED
    assert not shows(name)
    assert plain_line(f"a{name}").startswith("a")
