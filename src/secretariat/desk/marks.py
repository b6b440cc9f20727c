"""Time marks: a block in words, written out as a time or as time left only when the words are shown or sent."""

import re
from collections.abc import Callable

_MARK = re.compile(r"\[\[(time|left) (\d{1,12})\]\]")


def time_of(block: int) -> str:
    """Give the mark that is written out as a block's expected time in UTC with its band."""
    return f"[[time {block}]]"


def left_to(block: int) -> str:
    """Give the mark that is written out as the time left until a block."""
    return f"[[left {block}]]"


def blocks_of(text: str) -> tuple[int, ...]:
    """List the blocks that a text has marks for, each once, in order."""
    return tuple(sorted({int(found[2]) for found in _MARK.finditer(text)}))


def written_out(text: str, *, time: Callable[[int], str], left: Callable[[int], str]) -> str:
    """Put words in the place of every mark: ``time`` and ``left`` give them for a block."""
    words = {"time": time, "left": left}
    return _MARK.sub(lambda found: words[found[1]](int(found[2])), text)
