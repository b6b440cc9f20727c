"""Shouting: exclamation marks in a row and words in capitals, which press by their look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.neutrality.folding import Folded

_MARKS = re.compile(r"!(?:\s?[!?1]*!)+|\?!+|[?]{2,}")
_CAPITALS = re.compile(r"(?<![\w.'-])[A-Z][A-Z']+(?![\w'-])")
_RUN = 3
"""Words in capitals that stand in a row, from which on they are read as shouting and not as names of things."""

_SHORT = 4
"""Letters of a word in capitals that may be the short name of something, as NFT or JSON."""

_PRESSING = frozenset(
    """
    NOW LAST URGENT URGENTLY IMMEDIATELY HURRY MUST VOTE FINAL TODAY STOP ALERT ATTENTION WARNING NEVER REVEAL ACT PLEASE HELP
    EMERGENCY DANGER IMPORTANT ASAP ALL EVERYONE EVERYBODY NOBODY CHANCE ONLY STILL ALREADY DO NOT YOU YOUR
    """.split()  # noqa: SIM905 - a list of words one a line would be ten times as long
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shout:
    """One place that shouts, in characters of the original text."""

    family: str
    says: str
    start: int
    end: int


def shouts(whole: Folded) -> Iterator[Shout]:
    """Find exclamation marks in a row, and capitals where a plain word would do."""
    for found in _MARKS.finditer(whole.cased):
        start, end = whole.place(found.start(), found.end())
        yield Shout(family="marks-in-a-row", says="Exclamation or question marks in a row press.", start=start, end=end)
    run: list[re.Match[str]] = []
    for word in _CAPITALS.finditer(whole.cased):
        if run and whole.cased[run[-1].end() : word.start()].strip(" ,!"):
            yield from _run(whole, run)
            run = []
        run.append(word)
    yield from _run(whole, run)


def _run(whole: Folded, run: list[re.Match[str]]) -> Iterator[Shout]:
    pressing = any(word[0] in _PRESSING for word in run)
    if pressing or (len(run) >= _RUN and any(len(word[0]) > _SHORT for word in run)):
        start, end = whole.place(run[0].start(), run[-1].end())
        yield Shout(family="capitals", says="Words in capitals shout.", start=start, end=end)
