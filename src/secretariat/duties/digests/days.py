"""Days of digests: blocks in steps of ``every``, counted from block 0, so that a digest has one name whenever it is made."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secretariat.desk.votes import Vote

TOLD_WITHIN = 3_600
"""So many blocks after a step its words may go out: they wait for the next look, a title, a person's yes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """What a list of votes comes to on a day: the day that names it, the earlier days whose lists it says too, its last block."""

    day: int
    others: tuple[int, ...]
    until: int


def told_days(vote: Vote, every: int) -> frozenset[int]:
    """Give the days on which the duty ``proposals`` tells of a vote at a step: a digest on one of them would say it twice.

    What it tells up to ``TOLD_WITHIN`` blocks after a step may come on the day after.
    """
    blocks = [vote.last - step.before for step in vote.steps]
    return frozenset(late // every for block in blocks for late in (block, block + TOLD_WITHIN))


def listed_from(vote: Vote, every: int) -> int | None:
    """Give the day that has a vote on a digest first: the first after it began on which no step tells of it; None for no such day."""
    told = told_days(vote, every)
    for day in range(vote.open.activated_at // every + 1, vote.last // every + 1):
        if day not in told:
            return day if day * every < vote.last else None
    return None


def listing_of(waiting: Sequence[Vote], head: int, every: int) -> Listing | None:
    """Tell what the list of a member's waiting votes comes to at a head; None where it is not told.

    It is not told on a day on which a step tells of one of them, nor before any of them comes to its own day. Its name is the newest of
    these days, so that it is told again only when another vote came to its day; a vote that was cast makes no other list.
    """
    today = head // every
    told = frozenset(day for vote in waiting for day in told_days(vote, every))
    days = {day for vote in waiting if (day := listed_from(vote, every)) is not None and day <= today}
    if not days or today in told:
        return None
    ends = [min(vote.last for vote in waiting), *(day * every - 1 for day in told if day > today)]
    newest = max(days)
    return Listing(day=newest, others=tuple(sorted(days - {newest})), until=min(ends))


def newest_of(moments: Iterable[int], head: int) -> int | None:
    """Give the newest of some blocks that a head has come to; None before all of them."""
    return max((block for block in moments if block <= head), default=None)
