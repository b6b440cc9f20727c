"""Markdown of forum and Discord as HTML that does nothing: no link is followed, no picture fetched, no markup of the text's own."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from secretariat.desk.links import end_of
from secretariat.formats.visible import visible

LONGEST = 120_000
"""Characters that are rendered; what is longer is shown as plain text."""

_MOST_SIGNS = 1_000
"""Signs of emphasis before an address that are looked at; nobody writes so many in a paragraph."""

_TAGS = {
    "p", "br", "strong", "em", "s", "code", "pre", "blockquote", "ul", "ol", "li", "hr", "span",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
_CLASSES = {"p": {"heading"}, "span": {"leads", "where"}}


def rendered(text: str, *, channel: str) -> str:
    """Render a text about as its channel shows it, as HTML that is safe to put into a page.

    Where a link leads stands beside its words, so that whoever approves sees it. Headings are paragraphs of a class, for a page has
    headings of its own. Discord shows each line end, the forum joins lines. A bare address keeps its signs, as it does on each channel.
    """
    shown = visible(text)
    if len(shown) > LONGEST:
        return nh3.clean_text(shown)
    return nh3.clean(
        _reader(channel).render(shown, {}), tags=_TAGS, attributes={}, allowed_classes=_CLASSES, url_schemes=set()
    )


@cache
def _reader(channel: str) -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "breaks": channel in ("discord", "telegram", "email")}).enable(
        "strikethrough"
    )
    if channel not in ("discord", "telegram"):
        made.enable("table")
    if channel in ("discord", "telegram", "email"):
        made.disable("reference")  # a line that these show as it is, and of which nothing would be seen here
    made.inline.ruler.before("backticks", "bare", _bare)
    for name, rule in {
        "link_open": _link_open,
        "link_close": _link_close,
        "image": _image,
        "heading_open": _heading_open,
        "heading_close": _heading_close,
    }.items():
        made.add_render_rule(name, rule)
    return made


def _bare(state: StateInline, silent: bool) -> bool:
    """Take a bare address as letters, from its ``:`` on; what is before that was taken as letters already."""
    if not state.src.startswith("://", state.pos):
        return False
    text = state.src[: state.posMax]
    end = end_of(text, state.pos, bars=0)
    if end is None:
        return False
    if text[end - 1] == "_":
        end = end_of(text, state.pos, bars=_open_bars(state)) or end
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


def _open_bars(state: StateInline) -> int:
    """Count the bars that open emphasis and that none has closed so far. Those that stand together close none of one another."""
    left = place = 0
    signs = state.delimiters[-_MOST_SIGNS:]
    while place < len(signs):
        one = signs[place]
        if one.marker != ord("_"):
            place += 1
            continue
        closing = min(left, one.length) if one.close else 0
        left += (one.length - closing if one.open else 0) - closing
        place += one.length
    return left


def _link_open(self: Any, tokens: Sequence[Token], place: int, options: Any, env: dict[str, Any]) -> str:
    env.setdefault("leads", []).append(str(tokens[place].attrGet("href") or ""))
    return '<span class="leads">'


def _link_close(self: Any, tokens: Sequence[Token], place: int, options: Any, env: dict[str, Any]) -> str:
    return f'</span> <span class="where">({nh3.clean_text(env["leads"].pop())})</span>'


def _image(self: Any, tokens: Sequence[Token], place: int, options: Any, env: Mapping[str, Any]) -> str:
    token = tokens[place]
    words, source = nh3.clean_text(token.content), nh3.clean_text(str(token.attrGet("src") or ""))
    return f'<span class="leads">picture: {words}</span> <span class="where">({source})</span>'


def _heading_open(self: Any, tokens: Sequence[Token], place: int, options: Any, env: Mapping[str, Any]) -> str:
    return '<p class="heading">'


def _heading_close(self: Any, tokens: Sequence[Token], place: int, options: Any, env: Mapping[str, Any]) -> str:
    return "</p>"
