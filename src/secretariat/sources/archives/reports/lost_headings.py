"""Headings of a report that lost their hashes: put back where a line can be nothing else, and named.

Without this a section whose heading is lost becomes a part of the one before it, and nobody reads it.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.markdown import headings
from secretariat.sources.archives.reports.layout import label_key, title_of

LevelOf = Callable[[str, list[str]], int | None]
"""From a title (folded, without its number) and the lines below it to the level of its heading; None for any other text."""

_OTHER = re.compile(r"\s{4,}|\t|\s*(?:[-*+\u2022\u2013]\s|[#|>]|```|~~~|<)")
"""How a line begins that is an item, a row, a quotation, code or a heading as it should be."""

_UNDERLINE = re.compile(r"=+|-+")
_LONGEST = 200
_BELOW = 8


def with_headings(document: Document, reading: Reading, level_of: LevelOf) -> Document:
    """Give a document with the hashes put back before every line that is a section's title and has none.

    A title that also stands as a heading is left alone: then the line may speak of that section.
    """
    lines = document.lines
    present = {label_key(title_of(heading.text)) for heading in headings(lines)}
    for index, text in enumerate(lines):
        if not text.strip() or len(text) > _LONGEST or _OTHER.match(text):
            continue
        title = title_of(text.strip().strip("*_ "))
        key = label_key(title)
        level = level_of(key, lines[index + 1 : index + 1 + _BELOW]) if key and key not in present else None
        if level is None:
            continue
        present.add(key)
        lines[index] = f"{'#' * level} {text.strip().strip('*_ ')}"
        if index + 1 < len(lines) and _UNDERLINE.fullmatch(lines[index + 1].strip()):
            lines[index + 1] = ""
        _note(reading, text, index + 1, key)
    return replace(document, text="\n".join(lines))


def _note(reading: Reading, text: str, line: int, key: str) -> None:
    reading.problem(
        "heading-lost",
        line,
        subject=f"heading {key}",
        what=f"The line {quoted(text.strip())} is a heading of such reports, but has no hashes before it.",
        repair="Read as the heading.",
        applied=True,
    )
