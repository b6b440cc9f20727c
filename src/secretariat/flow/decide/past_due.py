"""Past due: whether something would be over by the time until which somebody puts it aside."""

from datetime import UTC, datetime

from secretariat.desk.findings import Due
from secretariat.desk.known import KnownFinding
from secretariat.desk.times import moment_of_block, time_words
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.texts import on_one_line

LONGEST = 200
"""So many characters of what is due are said."""


def over_by_then(known: KnownFinding, block: int | None, moment: Moment | None, now: Now) -> str:
    """Say why a task cannot be put aside until a block or a moment (one of the two): it would be over, and nothing had reminded of it.

    It names the last useful one. Empty where the task is not over by then, is due at no time, or is over already. A block's time is
    the earliest in its band, so that none is found too late.
    """
    due = known.finding.due
    if due is None or not _is_ahead(due, now) or not _is_over(due, block, moment, now):
        return ""
    return (
        f"{known.name} would be over by then: {_when(due, now)}, {on_one_line(due.what, LONGEST)}, and nothing would have reminded of it. It can be put aside until "
        f"{_last(due, now)} at most; if nothing is to be done about it, reject its words with a reason instead."
    )


def _is_ahead(due: Due, now: Now) -> bool:
    if due.block is not None:
        return now.block is None or due.block > now.block
    return due.at is not None and _time(due.at) > _time(now.at)


def _is_over(due: Due, block: int | None, moment: Moment | None, now: Now) -> bool:
    if due.block is not None and block is not None:
        return due.block < block
    end, until = _first(due.block, due.at, now), _latest(block, moment, now)
    return end is not None and until is not None and _time(end) < _time(until)


def _first(block: int | None, at: Moment | None, now: Now) -> Moment | None:
    """Give the earliest moment at which something is over; None where the block's time cannot be told."""
    if block is None:
        return at
    expected = moment_of_block(now, block)
    return None if expected is None else expected.earliest


def _latest(block: int | None, moment: Moment | None, now: Now) -> Moment | None:
    if block is None:
        return moment
    expected = moment_of_block(now, block)
    return None if expected is None else expected.latest


def _when(due: Due, now: Now) -> str:
    if due.block is None:
        return f"it is due {due.at}"
    expected = moment_of_block(now, due.block)
    return f"it is due in block {due.block:,}" + (f" ({time_words(now, due.block)})" if expected else "")


def _last(due: Due, now: Now) -> str:
    """Name the last useful block or moment."""
    if due.block is None:
        return str(due.at)
    earliest = _first(due.block, None, now)
    return f"block {due.block:,}" + (f", or {earliest[:19]}Z" if earliest else "")


def _time(moment: Moment) -> datetime:
    """Read a moment; a day alone is its beginning."""
    read = datetime.fromisoformat(moment)
    return read if read.tzinfo else read.replace(tzinfo=UTC)
