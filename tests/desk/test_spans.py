"""Our Markdown as plain letters with spans: what is bold, code or a link, and that strangers' signs stay letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.desk.quoting import plain_line, quoted
from secretariat.desk.spans import JOINER, Plain, Span, plain, with_addresses


def spans(text: str) -> list[tuple[str, str]]:
    made = plain(text)
    return [(one.kind, made.text[one.start : one.start + one.length]) for one in made.spans]


@pytest.mark.parametrize(
    ("text", "letters", "found"),
    [
        ("Words.", "Words.", []),
        ("", "", []),
        ("**Title**\nWords", "Title\nWords", [("bold", "Title")]),
        ("# Title\nWords", "Title\nWords", [("bold", "Title")]),
        ("a *b* and _c_ ~~d~~ ||e||", "a b and c d e", [("italic", "b"), ("italic", "c"), ("strikethrough", "d"), ("spoiler", "e")]),
        ("**a `b` c**", "a b c", [("bold", "a b c"), ("code", "b")]),
        ("snake_case_name 2*3*4", "snake_case_name 2*3*4", []),
        ("- one\n  - two\n* three", "• one\n  • two\n• three", []),
        ("-# d4.1 · ab", "d4.1 · ab", [("italic", "d4.1 · ab")]),
        ("One.\n-# d4.1 2/3 · ab", "One.\nd4.1 2/3 · ab", [("italic", "d4.1 2/3 · ab")]),
        ("-# 2 * 3", "2 * 3", []),
        ("-# ```\n# kept\n```", "-# # kept", [("pre", "# kept")]),
        ("`a **b**`", "a **b**", [("code", "a **b**")]),
        ("```json\n- {\"a\": 1}\n```", '- {"a": 1}', [("pre", '- {"a": 1}')]),
        ("``` not closed", "``` not closed", []),
        ("<https://example.org/a>", "https://example.org/a", [("link", "https://example.org/a")]),
        ("[a **b**](https://example.org/(x))", "a b", [("link", "a b"), ("bold", "b")]),
        ("[a](javascript:alert)", "a (javascript:alert)", []),
        ("[](https://example.org)", "https://example.org", [("link", "https://example.org")]),
        ("**not closed", "**not closed", []),
        ("** a **", "** a **", []),
    ],
)  # fmt: skip
def test_what_is_marked_is_a_span(text: str, letters: str, found: list[tuple[str, str]]) -> None:
    made = plain(text)
    assert made.text == letters
    assert spans(text) == found


def test_a_link_keeps_its_address() -> None:
    made = plain("See [the thread](https://example.org/t\\_1).")
    assert made == Plain(
        text="See the thread.", spans=(Span(kind="link", start=4, length=10, url="https://example.org/t_1"),)
    )
    assert with_addresses(made) == "See the thread (https://example.org/t_1)."
    assert with_addresses(plain("[https://e.org](https://e.org)")) == "https://e.org"


@pytest.mark.parametrize(
    "name", ["@everyone", "evil.example", "https://evil.example/x", "#tag", "/start", "$JOY", "a@b.c"]
)
def test_what_a_program_takes_for_an_address_or_a_mention_is_broken_for_it_and_not_for_the_eye(name: str) -> None:
    made = plain(f"By {quoted(name)}: yes")
    assert made.spans == ()
    assert made.text.replace(JOINER, "") == f"By {name}: yes"
    for sign in "@./#$":
        assert all(after.startswith(JOINER) for after in made.text.split(sign)[1:])


@given(st.text(max_size=60))
def test_a_strangers_text_stays_its_letters(text: str) -> None:
    made = plain(f"**By** {quoted(text)}, [it](https://example.org)")
    assert made.text.replace(JOINER, "") == f"By {plain_line(text)}, it".replace(JOINER, "")
    assert [one.kind for one in made.spans] == ["bold", "link"]


@given(st.text(alphabet="ab *_`~|[]()<>\\\n#-.:/h", max_size=80))
def test_any_text_gives_spans_within_it(text: str) -> None:
    made = plain(text)
    for one in made.spans:
        assert 0 <= one.start < one.start + one.length <= len(made.text)
