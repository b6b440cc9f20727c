"""A text cut at the places that the neutrality gate has concerns about, so that they can be marked where they stand."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise

from secretariat.desk.neutrality.gate import Concern

_MARK = re.compile(r"\[\[[a-z]+ [a-z0-9-]{1,40}\]\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Stretch:
    """Part of a text, with the concerns that are about it (none for most)."""

    text: str
    says: tuple[str, ...] = ()


def stretches(text: str, concerns: Iterable[Concern], tell: Callable[[str], str]) -> tuple[Stretch, ...]:
    """Cut a text, whose places the concerns count in, and write its time marks out with ``tell``; a mark is never cut.

    A concern about the whole text marks nothing: it is told beside it (``about_all``).
    """
    placed = [(*_around_marks(text, one.start, one.end), one.says) for one in concerns if not about_all(one, len(text))]
    edges = sorted({0, len(text), *(start for start, _, _ in placed), *(end for _, end, _ in placed)})
    return tuple(
        Stretch(
            text=tell(text[start:end]),
            says=tuple(says for first, last, says in placed if first <= start and end <= last and first < last),
        )
        for start, end in pairwise(edges)
    )


def about_all(concern: Concern, length: int) -> bool:
    """Tell whether a concern is about a text of this length as a whole."""
    return concern.start <= 0 and concern.end >= length


def _around_marks(text: str, start: int, end: int) -> tuple[int, int]:
    for found in _MARK.finditer(text):
        if found.start() < start < found.end():
            start = found.start()
        if found.start() < end < found.end():
            end = found.end()
    return max(0, start), min(len(text), end)
