"""Every module of families, and the words that they are written in."""

import functools
import re
from collections.abc import Mapping

from secretariat.desk.neutrality.families import (
    backing,
    comparison,
    cues,
    disparagement,
    endorsement,
    hints,
    mockery,
    open_words,
    pay,
    personnel,
    plain_calls,
    pressure,
    proposals,
    singled_out,
    urgency,
)
from secretariat.desk.neutrality.families.classes import WRITTEN

PARTS = (
    endorsement,
    backing,
    hints,
    proposals,
    disparagement,
    open_words,
    plain_calls,
    mockery,
    comparison,
    urgency,
    pressure,
    singled_out,
    personnel,
    pay,
)
"""The modules of families, in the order in which they are looked for."""

_LETTERS = re.compile(r"[a-z]{2,}")


def classes_written() -> Mapping[str, str]:
    """Give the classes of words of all families, as they are written."""
    written = dict(WRITTEN)
    for part in PARTS:
        written |= getattr(part, "CLASSES", {})  # not every module has words of its own
    return written


@functools.cache
def words_written() -> frozenset[str]:
    """Give every word of two letters or more that stands in a pattern, a class or a cue."""
    texts = [family.patterns for part in PARTS for family in part.FAMILIES]
    return frozenset(
        word
        for text in (*texts, *classes_written().values(), *cues.WRITTEN.values())
        for word in _LETTERS.findall(text)
    )
