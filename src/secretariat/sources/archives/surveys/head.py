"""What a survey says about itself above its questions: name, days, number of responses."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from secretariat.facts.moments import Moment
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.reading.dates import read_day
from secretariat.sources.archives.reading.texts import clean

_RESPONSES = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:,\d{3})+|\d{1,7})\s+(?:[A-Za-z]+\s+){0,3}?"
    r"(?:responses?|respondents?|participants?|members|users|people|persons)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"results\s+(?:for|of)\s+(?:the\s+)?\*\*\s*([^*]{1,200}?)\s*\*\*", re.IGNORECASE)
_HEADING = re.compile(r"#{1,2}\s+(.{1,200})")
_DAY = (
    r"(?:[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9}\.?,?\s+\d{4}"
    r"|\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4})"
)
_TO = r"\s*(?:to|until|till|and|-|\u2013|\u2014)\s*"
_BOTH = re.compile(rf"({_DAY}){_TO}({_DAY})", re.IGNORECASE)
_ONE_YEAR = re.compile(rf"([A-Za-z]{{3,9}})\s+(\d{{1,2}}){_TO}([A-Za-z]{{3,9}})\s+(\d{{1,2}}),?\s+(\d{{4}})")
_ONE_MONTH = re.compile(rf"([A-Za-z]{{3,9}})\s+(\d{{1,2}}){_TO}(\d{{1,2}}),?\s+(\d{{4}})")
_DAYS_OF_MONTH = re.compile(rf"(\d{{1,2}}){_TO}(\d{{1,2}})\s+([A-Za-z]{{3,9}}),?\s+(\d{{4}})")


MAX_INTRODUCTION = 10_000


@dataclass(frozen=True, slots=True)
class Head:
    """Name of a survey, its first and last day, and how many people answered."""

    survey: str
    from_day: Moment | None
    to_day: Moment | None
    responses: int | None


def read_head(document: Document, reading: Reading, introduction: Iterable[tuple[str, int]]) -> Head:
    """Read the introduction: paragraphs with their lines. What it does not say stays unknown."""
    paragraphs = list(introduction)
    text = " ".join(part for part, _ in paragraphs)[:MAX_INTRODUCTION]
    line = paragraphs[0][1] if paragraphs else 1
    counts = {int(match[1].replace(",", "")) for match in _RESPONSES.finditer(text)}
    if len(counts) > 1:
        reading.problem(
            "header-contradiction",
            line,
            subject="responses",
            what=f"The survey names several numbers of responses: {', '.join(map(str, sorted(counts)))}.",
            repair="Say which one counts; until then it is unknown.",
        )
    start, end = _days(text)
    if start is not None and end is not None and start > end:
        reading.problem(
            "header-contradiction",
            line,
            subject="days",
            what=f"The survey ran from {start} to {end}; these are in the wrong order.",
            repair="Mend the days.",
        )
    if start is None and re.search(r"\bfrom\b.{0,60}\bto\b", text):
        reading.problem(
            "date-unparsable",
            line,
            subject="days",
            what="The survey says from when to when it ran, but not in days that can be read.",
            repair="Write both days with their year.",
        )
    return Head(_title(document, text), start, end, counts.pop() if len(counts) == 1 else None)


def responses_in(text: str) -> int | None:
    """Find the number of people a text speaks of, or None when it names none or several."""
    counts = {int(match[1].replace(",", "")) for match in _RESPONSES.finditer(text)}
    return counts.pop() if len(counts) == 1 else None


def _title(document: Document, text: str) -> str:
    """Give the name in the introduction, else the first heading, else the file's own name."""
    match = _TITLE.search(text)
    if match is None:
        match = next((found for found in map(_HEADING.fullmatch, document.lines[:20]) if found), None)
    named = clean(match[1]).text if match else ""
    stem = re.sub(r"[_\-]+", " ", PurePosixPath(document.name).stem)
    return (named or clean(stem).text or "survey")[:120]


def _days(text: str) -> tuple[Moment | None, Moment | None]:
    if match := _BOTH.search(text):
        return read_day(match[1]), read_day(match[2])
    if match := _ONE_YEAR.search(text):
        return read_day(f"{match[1]} {match[2]}, {match[5]}"), read_day(f"{match[3]} {match[4]}, {match[5]}")
    if match := _ONE_MONTH.search(text):
        return read_day(f"{match[1]} {match[2]}, {match[4]}"), read_day(f"{match[1]} {match[3]}, {match[4]}")
    if match := _DAYS_OF_MONTH.search(text):
        return read_day(f"{match[1]} {match[3]} {match[4]}"), read_day(f"{match[2]} {match[3]} {match[4]}")
    return None, None
