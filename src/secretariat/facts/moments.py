"""Moments as ISO 8601 text in UTC: a date where only the date is known, else to the second."""

from datetime import UTC, datetime
from typing import NewType

Moment = NewType("Moment", str)
"""``2021-06-22`` or ``2022-03-02T20:26:54Z``. Texts compare in time order; a bare date comes first on its day."""


def moment_of_milliseconds(milliseconds: int) -> Moment:
    """Turn milliseconds since 1970 (the chain's ``created_at.time``) into a moment.

    Raises ValueError when the number is outside the years 1970 to 9999.
    """
    try:
        at = datetime.fromtimestamp(milliseconds // 1000, UTC)
    except (OverflowError, OSError) as error:
        raise ValueError(f"not a moment in milliseconds: {milliseconds}") from error
    return moment_of(at)


def moment_of(at: datetime) -> Moment:
    """Write a time in UTC as a moment, to the second."""
    return Moment(at.strftime("%Y-%m-%dT%H:%M:%SZ"))


def moment_of_date(year: int, month: int, day: int) -> Moment:
    """Turn a calendar date into a moment. Raises ValueError when there is no such day."""
    return Moment(datetime(year, month, day, tzinfo=UTC).strftime("%Y-%m-%d"))
