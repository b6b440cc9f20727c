"""Lines of reports that begin as a known field but lost the colon behind it: they are named, and their value stays unknown."""

import re
from collections.abc import Collection

from secretariat.facts.problems import Target
from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reports.layout import label_key

_BULLET = re.compile(r"\s*[-*+\u2022\u2013]\s+")
_LONGEST = 400


def field_without_colon(text: str, known: Collection[str]) -> str | None:
    """Tell which known label a bulleted line begins with, if something other than a colon stands behind it."""
    bullet = _BULLET.match(text)
    if bullet is None or len(text) > _LONGEST:
        return None
    key = label_key(text[bullet.end() :])
    found = [label for label in known if key.startswith(label) and re.match(r"[^\w:]+\S", key[len(label) :])]
    return max(found, key=len) if found else None


def note_without_colon(reading: Reading, text: str, line: int, label: str, subject: str, target: Target | None) -> None:
    """Report such a line."""
    reading.problem(
        "row-malformed",
        line,
        subject=f"{subject} {label} without colon",
        what=f"The line {quoted(text.strip())} begins as the field {label!r} but has no colon behind it.",
        repair="Write it as 'label: value' and import the file again, or give the value; until then it is unknown.",
        target=target,
    )
