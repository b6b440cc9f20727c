"""Quiet hours: when a channel stays silent, and why a message goes out through them all the same."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from secretariat.desk.findings import Due
from secretariat.desk.times import moment_of_block
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now

THROUGH = timedelta(hours=6)
"""With less than this left until it is of no use any more, a message goes out through quiet hours."""

_HOURS = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])-([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Quiet:
    """Quiet hours of every day, in minutes of the day: from ``begins`` on, up to ``ends``; over midnight where that is less."""

    begins: int
    ends: int


def quiet_of(text: str) -> Quiet | None:
    """Read ``22:00-07:00``; None for nothing. Raises ValueError with words for the person."""
    if not text:
        return None
    found = _HOURS.fullmatch(text)
    if found is None:
        raise ValueError(f'quiet is two times of the day in UTC, such as "22:00-07:00", not {text[:40]!r}')
    begins, ends = int(found[1]) * 60 + int(found[2]), int(found[3]) * 60 + int(found[4])
    if begins == ends:
        raise ValueError("quiet hours begin and end at different times; leave quiet out for none")
    return Quiet(begins=begins, ends=ends)


def held_until(quiet: Quiet, at: datetime, of_use_until: datetime | None, zone: tzinfo = UTC) -> datetime | None:
    """Give when a message may go out that is held by quiet hours now; None where it goes out at once.

    ``at`` is council time (UTC), and so is what is given; ``zone`` is where the hours are times of the day: that of who alone reads it,
    where it is known. A message is of use until ``of_use_until``, None for one that stays of use: with under six hours left it goes out.
    Whatever is ready before quiet hours begin is sent then, so that they hold only what became ready within them.
    """
    ends = next((end for begin, end in _nights(quiet, at, zone) if begin <= at < end), None)
    if ends is None or of_use_until is None or of_use_until - ends >= THROUGH:
        return ends
    through = of_use_until - THROUGH
    return None if through < at else min(ends, through + timedelta(seconds=1))


def _nights(quiet: Quiet, at: datetime, zone: tzinfo) -> Iterator[tuple[datetime, datetime]]:
    """Give when quiet hours begin and end (UTC) around a moment, by the clock of a zone.

    On a day when the clock is turned, a time that it shows twice is the first of the two, and one that it leaves out is so long after the
    change as it would have been (PEP 495).
    """
    today = at.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0, fold=0, tzinfo=None)
    over_midnight = timedelta(days=quiet.ends <= quiet.begins)
    for day in (-1, 0, 1):
        begins = today + timedelta(days=day, minutes=quiet.begins)
        ends = today + timedelta(days=day, minutes=quiet.ends) + over_midnight
        yield begins.replace(tzinfo=zone).astimezone(UTC), ends.replace(tzinfo=zone).astimezone(UTC)


def of_use_until(now: Now, until: int | None, due: Due | None) -> datetime | None:
    """Give the moment (UTC) after which a message is of no use: the earliest at which its last block or what it is about may be over.

    What was due and is past shortens nothing: words about it go out because it is. None where it stays of use. Where the time of a block is not
    known it is the moment of now: then nothing is held.
    """
    found = [] if until is None else [_earliest(now, until)]
    present = now.block or now.head or 0
    if due is not None and due.block is not None and due.block >= present:
        found.append(_earliest(now, due.block))
    if due is not None and due.at is not None and due.at > now.at:
        found.append(_read(due.at))
    return min(found, default=None)


def _earliest(now: Now, block: int) -> datetime:
    expected = moment_of_block(now, block)
    return _read(now.at if expected is None else expected.earliest)


def _read(moment: Moment) -> datetime:
    return datetime.fromisoformat(moment)
