"""Spans: our Markdown as plain letters, and the stretches of them that are bold, code or a link; for channels that take no Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from secretariat.desk.emphasis import Emphasis
from secretariat.desk.links import BARE, address_in, unescaped, within

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

_PARAGRAPH = r"(?!\n[^\S\n]*\n)"
_OPENING_SIGN = r"(?<!\*)\*\*(?!\*\*)|(?<!_)__(?!__)|(?<!~)~~(?!~)|(?<!\|)\|\|(?!\|)"
"""Signs that open emphasis; a longer row of them is a line that somebody drew."""
_CLOSING_STAR = r"(?P=star)(?![\w*])"
_INLINE = re.compile(
    r"(?P<fence>```(?:[\w+-]*\n)?(?P<pre>.*?)```)"
    rf"|(?P<ticks>`+)(?!`)(?P<code>(?:{_PARAGRAPH}.)+?)(?<!`)(?P=ticks)(?!`)"
    r"|\\(?P<escaped>[^\w\s]|_)"
    r"|\[(?P<words>(?:\\.|[^\[\]\\])*)\]\(<?(?P<address>(?:\\.|[^()\\\s<>]|\([^()\s]*\))*)>?\)"
    r"|<(?P<angled>https?://[^<>\s]+)>"
    rf"|(?P<bare>{BARE})"
    rf"|(?P<sign>{_OPENING_SIGN})(?=\S)"
    rf"|(?<![\w*\\])(?P<star>[*_])(?!\s|(?P=star))"
    rf"(?P<slanted>(?:\\.|(?P=star){{2}}|(?!\n|(?P=star)){within(_CLOSING_STAR)})+?)(?<=\S){_CLOSING_STAR}",
    re.DOTALL,
)
_KINDS: dict[str, SpanKind] = {"**": "bold", "__": "bold", "~~": "strikethrough", "||": "spoiler"}
_LINE = re.compile(
    rf"(?P<kept>```(?s:.*?)```|{BARE})"
    r"|^(?:(?P<small>-# )(?P<print>(?![^\n]*```)[^\n]*)|(?P<heading>#{1,6} +)(?P<title>[^\n]*)|(?P<indent>[^\S\n]*)[-*+] )",
    re.MULTILINE,
)
_INERT = frozenset("@#/.:$&!")
"""Signs that a program may take for the beginning or the middle of an address, a command, a tag or a name that rings."""


def plain(text: str) -> Plain:
    """Give a text as plain letters with spans.

    A sign that stands for itself by a backslash is a stranger's (``desk.quoting``): it stays that letter, and after those that begin
    an address, a tag or a mention stands ``JOINER``, as programs make links of letters as well. A link is one only to http and https; a
    bare address is a link to itself, letter by letter.
    """
    made = _Making()
    made.add(_LINE.sub(_line, text))
    made.spans.reverse()  # what is within another was added before it
    made.spans.sort(key=lambda one: (one.start, -one.length))
    return Plain(text="".join(made.pieces), spans=tuple(made.spans))


def _line(found: re.Match[str]) -> str:
    """Write a heading as a bold line, small print as an italic one and a bullet as a dot; code and addresses stay."""
    if found["kept"]:
        return found["kept"]
    if found["heading"]:
        title = found["title"].strip()
        return title if not title or "**" in title else f"**{title}**"
    if found["small"]:
        words = found["print"].strip()
        return f"*{words}*" if words and not re.search(r"[*\\_]", words) else words
    return f"{found['indent']}• "


@dataclass
class _Making:
    """The letters and spans so far."""

    pieces: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    length: int = 0
    linked: bool = False

    def add(self, text: str) -> None:
        """Add a text with what is marked in it; what stands at the end of an address is looked at by itself."""
        end = 0
        emphasis = Emphasis(text)
        while found := _INLINE.search(text, end):
            self.letters(text[end : found.start()])
            if found["bare"]:
                address = address_in(found["bare"])
                self.itself(unescaped(address))
                end = found.start() + len(address)
            elif found["sign"]:
                end = self.emphasised(found, emphasis)
            else:
                self.marked(found)
                end = found.end()
        self.letters(text[end:])

    def emphasised(self, found: re.Match[str], emphasis: Emphasis) -> int:
        """Add what a sign opens, or the sign as letters where nothing closes it; give where that ends."""
        closed = emphasis.closed(found["sign"], found.end())
        if closed is None:
            self.letters(found["sign"])
            return found.end()
        self.span(_KINDS[found["sign"]], closed["inside"])
        return closed.end()

    def letters(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def marked(self, found: re.Match[str]) -> None:
        if found["escaped"]:
            self.letters(found["escaped"] + (JOINER if found["escaped"] in _INERT else ""))
        elif found["angled"]:
            self.itself(found["angled"])
        elif found["address"] is not None:
            self.link(found["words"], re.sub(r"\\(.)", r"\1", found["address"]))
        elif found["fence"] or found["ticks"]:
            self.span("pre" if found["fence"] else "code", _code(found), literal=True)
        else:
            self.span("italic", found["slanted"])

    def span(self, kind: SpanKind, text: str, *, literal: bool = False, url: str = "") -> None:
        start = self.length
        if literal:
            self.letters(text)
        else:
            self.add(text)
        if self.length > start:
            self.spans.append(Span(kind=kind, start=start, length=self.length - start, url=url))

    def itself(self, address: str) -> None:
        """Add an address that is a link to itself, or letters where a link has it in its words."""
        if self.linked:
            self.letters(address)
        else:
            self.span("link", address, literal=True, url=address)

    def link(self, words: str, address: str) -> None:
        if re.fullmatch(r"(?i)https?://\S+", address):
            self.linked, before = True, self.linked  # no link stands in the words of another
            self.span("link", words or address, literal=not words, url=address)
            self.linked = before
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
