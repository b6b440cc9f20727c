"""The day of an exchange rate as price sources write it: a date, a moment, or a number of seconds since 1970."""

import re
from collections.abc import Iterable
from decimal import Decimal

from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.sources.archives.reading.dates import read_day
from secretariat.sources.prices.rows import Value

_NUMBER = re.compile(r"[0-9]{9,14}(\.[0-9]{1,9})?")
_SLASHES = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4}|[0-9]{2})")
_SECONDS = range(1_420_070_400, 4_102_444_800)
"""From 2015 to 2100; the same numbers as milliseconds are days of 1970, so that each number has one reading."""


def looks_like_a_day(cell: str) -> bool:
    """Tell whether a cell is a day rather than a heading."""
    text = cell.strip()
    return day_of(text, None) is not None or bool(_SLASHES.fullmatch(text))


def months_first(values: Iterable[Value]) -> bool | None:
    """Tell from a whole column whether ``5/13/2024`` and its like begin with the month; None where nothing tells it."""
    matches = [match for value in values if isinstance(value, str) and (match := _SLASHES.fullmatch(value.strip()))]
    month_first = any(int(match[2]) > 12 for match in matches)
    day_first = any(int(match[1]) > 12 for match in matches)
    return month_first if month_first != day_first else None


def day_of(value: Value, month_first: bool | None) -> Moment | None:
    """Read the day, or the moment where one is written, of one row; None when it is not exactly one. Never raises."""
    if isinstance(value, int | Decimal):
        value = str(value)
    if value is None or len(value) > 60:
        return None
    text = value.strip()
    if _NUMBER.fullmatch(text):
        return _of_number(Decimal(text))
    if month_first is not None and (match := _SLASHES.fullmatch(text)):
        first, second = (match[2], match[1]) if month_first else (match[1], match[2])
        return read_day(f"{first}.{second}.{match[3]}")
    return read_day(re.sub(r"\s*(UTC|GMT)$", "", text))


def _of_number(number: Decimal) -> Moment | None:
    whole = int(number)
    if whole in _SECONDS:
        return moment_of_milliseconds(whole * 1000)
    return moment_of_milliseconds(whole) if whole // 1000 in _SECONDS else None
