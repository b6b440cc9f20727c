"""Spans: our Markdown as plain letters, and the stretches of them that are bold, code or a link; for channels that take no Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

SpanKind = Literal["bold", "italic", "strikethrough", "spoiler", "code", "pre", "link"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Span:
    """A stretch of plain letters that is something: from ``start`` on, ``length`` code points; ``url`` is a link's."""

    kind: SpanKind
    start: int
    length: int
    url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Plain:
    """Plain letters with their spans, in the order in which they begin, an outer one first."""

    text: str
    spans: tuple[Span, ...] = ()


JOINER = "\u2060"
"""An invisible sign that parts nothing to the eye, and ends what a program takes for an address, a tag or a name that rings."""

_INLINE = re.compile(
    r"(?P<fence>```(?:[\w+-]*\n)?(?P<pre>.*?)```)"
    r"|(?P<ticks>`+)(?!`)(?P<code>(?:(?!\n[^\S\n]*\n).)+?)(?<!`)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[^\w\s]|_)"
    r"|\[(?P<words>(?:\\.|[^\[\]\\])*)\]\(<?(?P<address>(?:\\.|[^()\\\s<>]|\([^()\s]*\))*)>?\)"
    r"|<(?P<bare>https?://[^<>\s]+)>"
    r"|(?P<sign>\*\*|__|~~|\|\|)(?=\S)(?P<inside>(?:\\.|(?!\n[^\S\n]*\n)[^\\])+?)(?<=\S)(?P=sign)"
    r"|(?<![\w*\\])(?P<star>[*_])(?=[^\s*_])(?P<slanted>(?:\\.|[^\\\n*_])+?)(?<=\S)(?P=star)(?![\w*])",
    re.DOTALL,
)
_LINE = re.compile(
    r"^(?:(?P<small>-# )|(?P<heading>#{1,6} +)(?P<title>[^\n]*)|(?P<indent>[^\S\n]*)[-*+] )", re.MULTILINE
)
_KINDS: dict[str, SpanKind] = {"**": "bold", "__": "bold", "~~": "strikethrough", "||": "spoiler"}
_INERT = frozenset("@#/.:$&!")
"""Signs that a program may take for the beginning or the middle of an address, a command, a tag or a name that rings."""


def plain(text: str) -> Plain:
    """Give a text as plain letters with spans.

    A sign that stands for itself by a backslash is a stranger's (``desk.quoting``): it stays that letter, and after those that begin
    an address, a tag or a mention stands ``JOINER``, as programs make links of letters as well. A link is one only to http and https.
    """
    made = _Making()
    made.add(_lines(text))
    return Plain(text="".join(made.pieces), spans=tuple(sorted(made.spans, key=lambda one: (one.start, -one.length))))


def _lines(text: str) -> str:
    """Write headings as bold lines and bullets as dots, outside of code."""
    pieces = re.split(r"(```.*?```)", text, flags=re.DOTALL)
    return "".join(piece if place % 2 else _LINE.sub(_line, piece) for place, piece in enumerate(pieces))


def _line(found: re.Match[str]) -> str:
    if found["heading"]:
        title = found["title"].strip()
        return title if not title or "**" in title else f"**{title}**"
    return "" if found["small"] else f"{found['indent']}• "


@dataclass
class _Making:
    """The letters and spans so far."""

    pieces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """Add a text with what is marked in it."""
        end = 0
        for found in _INLINE.finditer(text):
            self.letters(text[end : found.start()])
            self.marked(found)
            end = found.end()
        self.letters(text[end:])

    def letters(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def marked(self, found: re.Match[str]) -> None:
        if found["escaped"]:
            self.letters(found["escaped"] + (JOINER if found["escaped"] in _INERT else ""))
        elif found["bare"]:
            self.letters(found["bare"])
        elif found["address"] is not None:
            self.link(found["words"], re.sub(r"\\(.)", r"\1", found["address"]))
        elif found["fence"] or found["ticks"]:
            self.span("pre" if found["fence"] else "code", _code(found), literal=True)
        else:
            self.span(_KINDS.get(found["sign"] or "", "italic"), found["inside"] or found["slanted"])

    def span(self, kind: SpanKind, text: str, *, literal: bool = False, url: str = "") -> None:
        start = self.length
        if literal:
            self.letters(text)
        else:
            self.add(text)
        if self.length > start:
            self.spans.append(Span(kind=kind, start=start, length=self.length - start, url=url))

    def link(self, words: str, address: str) -> None:
        if re.fullmatch(r"https?://\S+", address):
            self.span("link", words or address, url=address)
        else:
            self.add(words)
            self.letters(f" ({address})" if address else "")


def _code(found: re.Match[str]) -> str:
    return (found["pre"] or "").strip("\n") if found["fence"] else found["code"]


def with_addresses(made: Plain) -> str:
    """Give the letters alone, each link's address in brackets after its words where they are not the address itself."""
    return "".join(_with_addresses(made))


def _with_addresses(made: Plain) -> Iterator[str]:
    end = 0
    links = sorted((one for one in made.spans if one.kind == "link"), key=lambda one: one.start + one.length)
    for one in links:
        after = one.start + one.length
        yield made.text[end:after]
        if made.text[one.start : after] != one.url:
            yield f" ({one.url})"
        end = after
    yield made.text[end:]
