"""Claiming: how words claim something, and how that is held against moments of the truth."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

N = r"((?i:none|no)|\d[\d,]*)"
JOY = r"(\d[\d,]*(?:\.\d+)?) JOY"
DURATION = r"(\d+ d \d+ h|\d+ h \d+ min|\d+ min|\d+ s)"
BAND = r"(± [\d.]+ (?:min|h))"
LEFT = rf"\bin {DURATION}(?: {BAND})?"
TIME = rf"(\d[\d,]*) \((\d{{4}}-\d\d-\d\d \d\d:\d\d) UTC {BAND}(?: \(block [\d,]+\))?\)"
"""How numbers, tokens, times left, their bands and a block with its time are written; a time left has a band where the block's has none."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One way of claiming something: its name, how it is said, and whether it is true at a moment.

    ``keeps`` is what of it stays in the words for other claims: the number of a group.
    """

    name: str
    pattern: str
    check: Callable[["re.Match[str]", Any], bool]
    keeps: int | None = None


def read(words: str, table: Iterable[Claim]) -> tuple[list[tuple[Claim, "re.Match[str]"]], str]:
    """Read what words claim, in the table's order; gives that and the words that are left, for what one claim reads no other reads."""
    made: list[tuple[Claim, re.Match[str]]] = []
    for claim in table:
        made += [(claim, found) for found in re.finditer(claim.pattern, words)]
        words = re.sub(claim.pattern, " ~ " if claim.keeps is None else rf"\{claim.keeps}", words)
    return made, words


def held(words: str, table: Iterable[Claim], moments: Sequence[Any]) -> tuple[set[str], list[str]]:
    """Hold each claim of words against moments, of which one is enough; gives the names of what is claimed, and what is wrong.

    A number that no claim reads is wrong.
    """
    made, rest = read(words, table)
    wrong = [
        f"says {' '.join(found[0].split())!r} ({claim.name}), which was not so"
        for claim, found in made
        if not any(claim.check(found, at) for at in moments)
    ]
    wrong += [f"says {unread!r}, which the judge cannot account for" for unread in re.findall(r"\d[\d,.]*", rest)]
    return {claim.name for claim, _ in made}, wrong
