"""Splitting: a text that is too long for one message in pieces, at paragraph borders, never inside a name, a link or a mark."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from typing import Literal

from secretariat.desk.emphasis import Emphasis
from secretariat.desk.links import BARE, LAST_OF_RUN, within

Border = Literal["sentence", "line", "paragraph"]
_RANKS: tuple[Border, ...] = ("paragraph", "line", "sentence")
"""Borders, the best one to part a text at first."""

_BORDER = re.compile(
    r"(?P<paragraph>\n[^\S\n]*\n(?:[^\S\n]*\n)*+)|(?P<line>\n)|(?<=\w{5})[.!](?P<sentence>[^\S\n]+)(?=\S)"
)
_PARAGRAPH = r"(?!\n[^\S\n]*\n)"
_WHOLE = re.compile(
    r"```.*?(?:```|\Z)"  # a block of code, to its end or the text's
    rf"|(?<![\\`])(?P<ticks>`+)(?!`)(?:{_PARAGRAPH}.)*?(?<!`)(?P=ticks)(?!`)"
    r"|(?<!\\)\[(?:\\.|[^\[\]\\])*\]\((?:\\.|[^()\\\n]|\([^()\n]*\))*\)"  # a link, its words and its address
    r"|(?<!\\)<[^<>\n]*>|\[\[[^\[\]\n]*\]\]"  # an address or a mention in angle brackets; a mark
    rf"|{BARE}"
    r"|(?<!\\)(?P<sign>\*\*|__|~~|\|\|)(?=\S)"
    rf"|(?<![\\*\w])\*(?=[^\s*])(?:\\.|\*\*|(?![*\n]){within(f'[*]{LAST_OF_RUN}')})*?(?<=\S)\*(?!\*)",
    re.DOTALL,
)
_HEADING = re.compile(r"(?:#{1,6}\s.*|\*\*[^\n]*\*\*)")
"""A line that is one heading: it stays with what stands under it."""


class CannotSplit(Exception):
    """A stretch without a border does not fit, by ``over``; it is the text itself (``whole``), or the pieces are ``too_many``."""

    def __init__(self, over: int, *, whole: bool = False, too_many: bool = False) -> None:
        super().__init__(f"{over} too many")
        self.over, self.whole, self.too_many = over, whole, too_many


def split(text: str, rooms: Callable[[int], int], measure: Callable[[str], int] = len) -> tuple[str, ...]:
    """Part a text into pieces which joined give it; spaces between two pieces stand at the end of the first, and take no room.

    ``rooms`` gives how much the piece at a place (from 0 on) may have, in the unit of ``measure``. A text is parted between paragraphs
    where that goes, else between lines, else after a sentence, which ends with a word of five letters at least: after fewer a dot may
    be that of a title or an initial. A word is never parted from the next inside a sentence, since a name may be of several, nor is
    there a border in a stranger's name, whose dots have a backslash. Raises CannotSplit for a stretch that does not fit.
    """
    borders = _borders(text)
    pieces: list[str] = []
    start = 0
    while start < len(text):
        end = _end(text, start, borders, rooms(len(pieces)), measure)
        pieces.append(text[start:end])
        start = end
    return tuple(pieces) or (text,)


def _end(text: str, start: int, borders: dict[int, Border], room: int, measure: Callable[[str], int]) -> int:
    """Give where the piece that begins at ``start`` ends: the end of the text, or the furthest of the best borders that fit."""
    if measure(text[start:].rstrip()) <= room:
        return len(text)
    ahead = [end for end in borders if end > start]

    def size(end: int) -> int:
        return measure(text[start:end].rstrip())

    for rank in _RANKS:
        ends = [end for end in ahead if borders[end] == rank]
        fitting = ends[: bisect_right(ends, room, key=size)]
        if fitting and size(fitting[-1]) <= room:
            return fitting[-1]
    shortest = text[start : min(ahead, default=len(text))].rstrip()
    raise CannotSplit(measure(shortest) - room, whole=not borders)


def _borders(text: str) -> dict[int, Border]:
    """Find where a piece may begin, and after what; in order. No border is in a link, a mark, code, or under a heading."""
    closed = list(_whole(text))
    found: dict[int, Border] = {}
    begins = [begin for begin, _ in closed]
    for match in _BORDER.finditer(text, 0, len(text.rstrip())):
        rank: Border = match.lastgroup  # type: ignore[assignment]
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if rank != "sentence" and _HEADING.fullmatch(before.strip()):
            continue
        last = bisect_left(begins, match.end())  # they are in order and none is in another
        if not last or closed[last - 1][1] <= match.start(rank):
            found[match.end()] = rank
    return found


def _whole(text: str) -> Iterator[tuple[int, int]]:
    """Find what is never parted."""
    emphasis = Emphasis(text, kept=True)
    start = 0
    while found := _WHOLE.search(text, start):
        if not found["sign"]:
            yield found.span()
            start = found.end()
        elif closed := emphasis.closed(found["sign"], found.end()):
            yield (found.start(), closed.end())
            start = closed.end()
        else:
            start = found.start() + 1


def utf16(text: str) -> int:
    """Measure a text in code units of UTF-16: a sign beyond the basic plane counts twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
