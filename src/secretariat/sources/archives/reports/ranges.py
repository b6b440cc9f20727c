"""Ranges of reports: blocks, and dates whose order of day and month is proved where it can be."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from secretariat.facts.moments import Moment, moment_of_date

_HEIGHT = re.compile(
    r"#?\s*([0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3})+|(?:[ \u00a0\u202f][0-9]{3})+|(?:['\u2019][0-9]{3})+|(?:_[0-9]{3})+)"
    r"(?![0-9])|[0-9]{1,12})"
)
"""A height is a whole number: whatever stands between groups of three digits sets off thousands."""
_NOT_DIGIT = re.compile(r"[^0-9]")
_RANGE = re.compile(_HEIGHT.pattern + r"\s*(?:-|\u2013|\u2014|to|\.\.)\s*" + _HEIGHT.pattern, re.IGNORECASE)
_CLOCK = r"(?:,?[ T]+~?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?)?"
_ISO = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})" + _CLOCK, re.ASCII)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])" + _CLOCK, re.ASCII)
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})(?![\d.])" + _CLOCK, re.ASCII)
_SECONDS_PER_DAY = 86_400
_SECONDS_PER_BLOCK = 6
_FIRST_YEAR = 2018
"""Before the first testnet. A clock that was not set gives 1970."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """Start and end of a term. ``doubt`` says why a moment is unknown, ``repair`` what was done to read the others.

    ``misfit`` says that the days fit the blocks they are printed beside in no order of day and month: both are then unknown,
    as no one can tell which days are meant.
    """

    start: Moment | None = None
    end: Moment | None = None
    doubt: str = ""
    repair: str = ""
    misfit: str = ""


@dataclass(frozen=True, slots=True)
class _Dated:
    at: datetime
    exact: bool


def height_of(text: str) -> int | None:
    """Read one block height: ``#2,293,200``. None when the text is not exactly one."""
    match = _HEIGHT.fullmatch(text.strip().strip("`*").strip())
    return int(_NOT_DIGIT.sub("", match[1])) if match else None


def heights_of(text: str) -> tuple[int, int] | None:
    """Read two block heights with a dash between them; None when the text holds anything else before or behind."""
    match = _RANGE.match(text.strip().strip("`*").strip())
    if match is None or re.match(r"\s*[-/.0-9]", text.strip()[match.end() :]):
        return None
    return int(_NOT_DIGIT.sub("", match[1])), int(_NOT_DIGIT.sub("", match[2]))


def date_range(text: str, blocks: int | None) -> DateRange:
    """Read two dates, with or without times, as UTC (the reports name no zone).

    The generator of the reports writes month/day/year. Day first is taken only when month first is no date, runs
    backwards, or does not fit the length in blocks (about six seconds each), and day first does. Days that fit the blocks
    in neither order are unknown.
    """
    found = _matches(text)
    if len(found) != 2:
        return DateRange(doubt=f"{len(found) or 'no'} {'date' if len(found) == 1 else 'dates'} where two were expected")
    readings = [(name, _read(found, order)) for name, order in (("month", _month_first), ("day", _day_first))]
    possible = [(name, pair) for name, pair in readings if pair is not None and pair[0].at <= pair[1].at]
    fitting = [(name, pair) for name, pair in possible if _fits(pair, blocks)]
    if not possible:
        return DateRange(doubt="no two days in order, whichever of day and month comes first")
    name, pair = (fitting or possible)[0]
    start, end = (_moment(dated) for dated in pair)
    unset = "" if start and end else "a clock that was not set"
    if not fitting and start and end:
        return DateRange(misfit=f"{(pair[1].at - pair[0].at).days} days for {blocks} blocks")
    swapped = name == "day" and readings[0][1] != pair
    repair = "read the day first, because the month first does not fit" if swapped else ""
    return DateRange(start, end, doubt=unset, repair=repair)


def one_moment(text: str) -> Moment | None:
    """Read one date with its day first when it is dotted, month first when slashed; None without exactly one."""
    found = _matches(text)
    if len(found) != 1:
        return None
    dated = _dated(found[0], _month_first) or _dated(found[0], _day_first)
    return _moment(dated) if dated else None


def _matches(text: str) -> list[re.Match[str]]:
    cell = text[:200]
    found = [match for pattern in (_ISO, _SLASHED, _DOTTED) for match in pattern.finditer(cell)]
    return sorted(found, key=lambda match: match.start())


def _month_first(first: int, second: int) -> tuple[int, int]:
    return first, second


def _day_first(first: int, second: int) -> tuple[int, int]:
    return second, first


def _read(found: list[re.Match[str]], order: Callable[[int, int], tuple[int, int]]) -> tuple[_Dated, _Dated] | None:
    start, end = (_dated(match, order) for match in found)
    return (start, end) if start and end else None


def _dated(match: re.Match[str], order: Callable[[int, int], tuple[int, int]]) -> _Dated | None:
    first, second, third = int(match[1]), int(match[2]), int(match[3])
    if match.re is _ISO:
        year, month, day = first, second, third
    elif match.re is _DOTTED:
        year, month, day = third, second, first
    else:
        year, (month, day) = third, order(first, second)
    hour, minute, second_ = (int(match[group] or 0) for group in (4, 5, 6))
    if match[7] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match[7].lower() == "pm" else 0)
    try:
        return _Dated(datetime(year, month, day, hour, minute, second_, tzinfo=UTC), match[4] is not None)
    except ValueError:
        return None


def _moment(dated: _Dated) -> Moment | None:
    if dated.at.year < _FIRST_YEAR:
        return None
    if dated.exact:
        return Moment(dated.at.strftime("%Y-%m-%dT%H:%M:%SZ"))
    return moment_of_date(dated.at.year, dated.at.month, dated.at.day)


def _fits(pair: tuple[_Dated, _Dated], blocks: int | None) -> bool:
    """Say whether the time fits the blocks: a fifth longer or shorter is allowed, and a day where only days are known."""
    if blocks is None or blocks <= 0:
        return True
    expected = blocks * _SECONDS_PER_BLOCK
    seconds = (pair[1].at - pair[0].at).total_seconds()
    loose = 0 if pair[0].exact and pair[1].exact else _SECONDS_PER_DAY
    return abs(seconds - expected) <= expected / 5 + loose
