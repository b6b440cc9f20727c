"""Markdown of strangers as HTML that does nothing."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secretariat.formats.markdown import LONGEST, rendered
from secretariat.formats.visible import visible

SAFE = {
    "p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "span",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


class Tags(HTMLParser):
    """Gathers the tags and attributes of a text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= set(attrs)


def tags_of(html: str) -> Tags:
    found = Tags()
    found.feed(html)
    return found


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**so** and *so* and ~~not~~", "<p><strong>so</strong> and <em>so</em> and <s>not</s></p>"),
        ("# Title", '<p class="heading">Title</p>'),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("<b>bold</b> & <script>x</script>", "<p>&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;x&lt;/script&gt;</p>"),
        (
            "[free](https://evil.example/?a=1&b=2)",
            '<p><span class="leads">free</span> <span class="where">(https://evil.example/?a=1&amp;b=2)</span></p>',
        ),
    ],
)
def test_what_a_reader_sees(text: str, shown: str) -> None:
    assert rendered(text, channel="discord").strip() == shown


def test_a_picture_is_words_and_its_address() -> None:
    found = rendered("![pay](https://evil.example/p.png)", channel="chain")
    assert "<img" not in found
    assert "picture: pay" in found
    assert "evil.example" in found


def test_discord_shows_each_line_end_and_the_forum_does_not() -> None:
    assert "<br>" in rendered("one\ntwo", channel="discord")
    assert "<br>" not in rendered("one\ntwo", channel="chain")
    assert "<table>" in rendered("|a|b|\n|-|-|\n|1|2|", channel="chain")


def test_a_line_that_only_the_forum_takes_for_a_definition_is_seen_elsewhere() -> None:
    text = "[https://example.org/a]: https://example.org/b"
    for channel in ("discord", "telegram", "email"):
        assert text in rendered(text, channel=channel)
    assert rendered(text, channel="chain") == ""


def test_a_script_address_is_no_link() -> None:
    found = tags_of(rendered("[x](javascript:alert(1)) <javascript:alert(1)>", channel="chain"))
    assert found.tags <= SAFE


def test_a_text_that_is_too_long_is_shown_as_it_is() -> None:
    found = rendered("*" * (LONGEST + 1), channel="chain")
    assert not tags_of(found).tags
    assert "*" * 100 in found or "&#42;" in found


def test_what_hides_or_turns_a_line_is_named() -> None:
    assert visible("abc\u202egnp.exe") == "abc[U+202E]gnp.exe"
    assert visible("a\u200bb\x07\r\n\tc") == "a[U+200B]b[U+0007]\n\tc"
    assert visible("e\u0301 \u05e9 \U0001f468\u200d\U0001f469") == "e\u0301 \u05e9 \U0001f468\u200d\U0001f469"
    assert "U+202E" in rendered("abc\u202egnp.exe", channel="discord")


PIECES = st.sampled_from(
    ["<", ">", '"', "'", "&", "[", "](", ")", "!", "javascript:", "http://x", "`", "*", "_", "#", "\n", "|", "-", "onerror=", "<img", "<a href", "\u202e", "data:text/html,", "<!--", "-->", "]]>", "&#x6a;"]
)  # fmt: skip


@given(st.lists(PIECES | st.text(max_size=8), max_size=40).map("".join), st.sampled_from(["discord", "chain", "file"]))
def test_nothing_but_plain_tags_ever_comes_out(text: str, channel: str) -> None:
    found = tags_of(rendered(text, channel=channel))
    assert found.tags <= SAFE
    assert found.attributes <= {("class", "heading"), ("class", "leads"), ("class", "where")}
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", rendered(text, channel=channel))
