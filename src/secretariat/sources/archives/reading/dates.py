"""Days as people wrote them: one calendar day, or none."""

import re
from datetime import UTC, datetime

from secretariat.facts.moments import Moment, moment_of_date

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_YEARS = range(2015, 2100)
_ISO = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})", re.ASCII)
_DOTS = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})\.?", re.ASCII)
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})", re.ASCII)
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE | re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})", re.IGNORECASE | re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}.*", re.ASCII)


def read_day(text: str) -> Moment | None:
    """Read one day or moment; None when the text is no day, or more than one.

    Dots are day, month, year, as the KPI documents write them; two digits of a year are of this century. With slashes
    the day is known only where one number cannot be a month or both are equal. Never raises.
    """
    cell = text.strip()
    if len(cell) > 40:
        return None
    if _MOMENT.fullmatch(cell):
        return _moment(cell)
    if match := _ISO.fullmatch(cell):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DOTS.fullmatch(cell):
        return _day(_year(match[3]), int(match[2]), int(match[1]))
    if match := _SLASHES.fullmatch(cell):
        return _slashed(int(match[1]), int(match[2]), _year(match[3]))
    if match := _MONTH_FIRST.fullmatch(cell):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.fullmatch(cell):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return None


def _moment(cell: str) -> Moment | None:
    try:
        at = datetime.fromisoformat(cell)
        at = at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return Moment(at.strftime("%Y-%m-%dT%H:%M:%SZ")) if at.year in _YEARS else None


def _day(year: int, month: int, day: int) -> Moment | None:
    if year not in _YEARS:
        return None
    try:
        return moment_of_date(year, month, day)
    except ValueError:
        return None


def _slashed(first: int, second: int, year: int) -> Moment | None:
    readings = {_day(year, first, second), _day(year, second, first)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(name: str) -> int:
    """Give the number of a month named in full or by its first letters; 0 when it is none."""
    low = name.lower()
    found = [number for number, month in enumerate(MONTHS, start=1) if month.startswith(low)]
    return found[0] if len(found) == 1 else 9 if low == "sept" else 0
