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
    slanted = any(one.open and one.marker == ord("_") for one in state.delimiters)
    end = end_of(state.src[: state.posMax], state.pos, slanted=slanted)
    if end is None:
        return False
    if not silent:
        state.pending += state.src[state.pos : end]
    state.pos = end
    return True


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
