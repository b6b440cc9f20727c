"""Marks: a block or a count in words, written out as a time, as time left or as a number only when the words are shown or sent."""

import re
from collections.abc import Callable, Collection, Mapping

_MARK = re.compile(r"\[\[(?:(time|left) (\d{1,12})|count ([a-z][a-z-]{0,39}))\]\]")


def time_of(block: int) -> str:
    """Give the mark that is written out as a block's expected time in UTC with its band."""
    return f"[[time {block}]]"


def left_to(block: int) -> str:
    """Give the mark that is written out as the time left until a block."""
    return f"[[left {block}]]"


def count_of(name: str) -> str:
    """Give the mark of a count (small letters and hyphens): its words stand in ``Wanted.counts``, and change no text."""
    return f"[[count {name}]]"


def blocks_of(text: str) -> tuple[int, ...]:
    """List the blocks that a text has marks for, each once, in order."""
    return tuple(sorted({int(found[2]) for found in _MARK.finditer(text) if found[2]}))


def times_in(text: str) -> frozenset[int]:
    """Name the blocks whose time a text has a mark for."""
    return frozenset(int(found[2]) for found in _MARK.finditer(text) if found[1] == "time")


def counts_of(text: str) -> frozenset[str]:
    """Name the counts that a text has marks for."""
    return frozenset(found[3] for found in _MARK.finditer(text) if found[3])


_MEANT = re.compile(r"\[\[\s*(?:time|left|count)\b[^\[\]\n]{0,80}\]\]", re.IGNORECASE)


def mistyped(text: str, counts: Collection[str] = ()) -> str:
    """Say which mark of a person's words cannot be written out, and why; empty where all can. ``counts`` are those that there are."""
    for found in _MEANT.finditer(text):
        mark = _MARK.fullmatch(found[0])
        if mark is None:
            return f"{found[0]} is no mark: write [[time 123456]] or [[left 123456]] with the number of a block, without commas"
        if mark[3] and mark[3] not in counts:
            known = ", ".join(f"[[count {name}]]" for name in sorted(counts))
            return f"{found[0]} is a count that is not known here{f': there are {known}' if known else ', where there is none'}"
    return ""


def may_be_of(text: str, written: str) -> bool:
    """Tell whether words may be a text with its marks written out: what stands around the marks is the same, and no mark became two lines."""
    ends = [0, *(end for found in _MARK.finditer(text) for end in found.span()), len(text)]
    first, *between = [text[start:end] for start, end in zip(ends[::2], ends[1::2], strict=True)]
    if not between:
        return text == written
    if not written.startswith(first):
        return False
    at = len(first)
    for place, words in enumerate(between):
        last = place + 1 == len(between)
        found = len(written) - len(words) if last else written.find(words, at)
        if found < at or written[found : found + len(words)] != words or "\n" in written[at:found]:
            return False
        at = found + len(words)
    return True


def written_out(
    text: str, *, time: Callable[[int], str], left: Callable[[int], str], counts: Mapping[str, str] | None = None
) -> str:
    """Put words in the place of every mark: ``time`` and ``left`` give them for a block. A count that is not known stays."""
    words = {"time": time, "left": left}

    def of(found: re.Match[str]) -> str:
        return (counts or {}).get(found[3], found[0]) if found[3] else words[found[1]](int(found[2]))

    return _MARK.sub(of, text)
