"""Titles of proposals as people copy them: when two of them name the same thing."""

import re
from difflib import SequenceMatcher

ALIKE = 0.8
"""Titles copied by hand differ by a word or two; titles of two proposals share less than this of their letters."""

LONGEST_COMPARED = 300
SHORTEST_PART = 8
"""A shorter title than this inside a longer one may be chance."""

_NOT_PLAIN = re.compile(r"[^a-z0-9]+")
_DIGITS = re.compile(r"\d+")


def folded_title(title: str) -> str:
    """Fold a title to its plain letters and digits: spaces, case, punctuation and damaged letters do not count."""
    return _NOT_PLAIN.sub("", title[:LONGEST_COMPARED].lower())


def same_title(first: str, second: str) -> bool:
    """Tell whether two titles name the same thing: equal, one part of the other (it was cut), or copied with slips.

    A title that has no plain letter or digit cannot be compared and counts as the same.
    """
    one, other = folded_title(first), folded_title(second)
    short, long = sorted((one, other), key=len)
    if not short or one == other or long.startswith(short) or (len(short) >= SHORTEST_PART and short in long):
        return True
    if _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
