"""The public calendar: what is to happen at which block, and how an event stays the same one when its time moves."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from secretariat.facts.deadlines import Deadline, Outlook
from secretariat.facts.election_ways import Branch
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.pace import Pace, PaceUnknown, Projection, project

Status = Literal["confirmed", "tentative", "cancelled"]

STEADY_SECONDS = 600
"""An event whose expected time shifts by no more stays where it was told: the pace changes a little with every block."""

WAY: tuple[Branch, ...] = ("always", "enough-candidates", "council-elected")
"""The branches whose deadlines stand in the calendar: the way on which nothing fails. Another way moves the same events."""

FAILS: tuple[Branch, ...] = ("too-few-candidates", "failed-reveal")
"""The branches whose deadlines stand there once no other one is left: in the last block of a stage that has failed by then."""

PROPOSAL_VOTE = "last-proposal-vote"
TITLES: Mapping[str, str] = {
    "last-candidacy": "Council election {cycle}: last block in which a candidacy can be announced",
    "last-vote": "Council election {cycle}: last block in which a vote can be cast",
    "last-reveal": "Council election {cycle}: last block in which a vote can be revealed",
    "election": "Council election {cycle}: the new council takes office",
    "announcing-begins": "Council election {cycle}: candidacies can be announced from here on",
    PROPOSAL_VOTE: "Proposal {proposal}: last block in which a vote counts",
}
"""The deadlines that are told, by name."""

CONDITIONS: Mapping[str, str] = {
    "enough-candidates": "If enough candidates stand when announcing ends; else announcing begins anew.",
    "council-elected": "If enough candidates have a revealed vote when revealing ends; else announcing begins anew.",
    "too-few-candidates": "Too few candidates stand, so announcing begins anew; if the election after that succeeds.",
    "failed-reveal": "Too few candidates have a revealed vote, so announcing begins anew; if the election after that succeeds.",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEvent:
    """One event. ``uid`` names it for good, whatever happens to its block; times are UTC, to the minute.

    ``earliest`` and ``latest`` are the edges of the band in which ``block`` is expected.
    """

    uid: str
    title: str
    block: int
    at: Moment
    earliest: Moment
    latest: Moment
    tentative: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptEvent:
    """An event as it was told last: how often it was told otherwise before (``sequence``, RFC 5545), and when that was."""

    event: CalendarEvent
    sequence: int
    changed_at: Moment
    cancelled: bool = False

    @property
    def status(self) -> Status:
        """Give the status in the words of RFC 5545."""
        return "cancelled" if self.cancelled else "tentative" if self.event.tentative else "confirmed"


def events_of(outlook: Outlook, pace: Pace, genesis: str) -> tuple[CalendarEvent, ...]:
    """List the events of an outlook, by block. An event's time is that of the last block which still counts."""
    found: dict[str, CalendarEvent] = {}
    for branch in way_of(outlook):
        for deadline in outlook.deadlines:
            if deadline.branch != branch or deadline.name not in TITLES:
                continue
            event = _event(deadline, pace, genesis)
            if event is not None:
                found.setdefault(event.uid, event)
    return tuple(sorted(found.values(), key=lambda each: (each.block, each.uid)))


def way_of(outlook: Outlook) -> tuple[Branch, ...]:
    """Give the branches whose deadlines are told: those on which nothing fails, or where that cannot be any more the one that is left.

    An election that is void by then is not told, and what comes after the term moves with the next one, instead of being cancelled.
    """
    if "council-elected" in outlook.branches:
        return WAY
    return (*WAY, *(one for one in FAILS if one in outlook.branches))


def _event(deadline: Deadline, pace: Pace, genesis: str) -> CalendarEvent | None:
    number = deadline.proposal if deadline.proposal is not None else deadline.cycle
    if number is None:
        return None
    block = deadline.last_usable_block if deadline.name.startswith("last-") else deadline.block
    try:
        when = project(pace, block)
    except PaceUnknown:
        return None
    return event_at(
        uid=uid_of(deadline.name, number, genesis),
        title=TITLES[deadline.name].format(cycle=deadline.cycle, proposal=deadline.proposal),
        block=block,
        when=when,
        tentative=deadline.branch != "always",
        note=CONDITIONS.get(deadline.branch, ""),
    )


def event_at(
    *, uid: str, title: str, block: int, when: Projection, tentative: bool = False, note: str = ""
) -> CalendarEvent:
    """Make an event of a block and its projection; times are cut to the minute, the band's end is rounded up."""
    return CalendarEvent(
        uid=uid,
        title=title,
        block=block,
        at=_minute(when.at),
        earliest=_minute(when.earliest),
        latest=_minute(when.latest + 59_999),
        tentative=tentative,
        note=note,
    )


def uid_of(name: str, number: int, genesis: str) -> str:
    """Name an event for good: what, of which election cycle or proposal, on which chain."""
    return f"{name}-{number}@{genesis.removeprefix('0x')[:16]}.secretariat"


def not_told_by(
    before: Iterable[KeptEvent], *, cycle: int | None, unread: Collection[int], whole: bool
) -> tuple[CalendarEvent, ...]:
    """Give events as they were told of which the chain's facts tell nothing now: they are neither held nor over.

    These are elections while the ``cycle`` is not known, the votes on proposals that were ``unread``, and those on all proposals where some
    could not be read at all (not ``whole``), so that one that is missing may be there.
    """
    return tuple(
        one.event
        for one in before
        if not one.cancelled and _is_not_told(one.event.uid, cycle=cycle, unread=unread, whole=whole)
    )


def _is_not_told(uid: str, *, cycle: int | None, unread: Collection[int], whole: bool) -> bool:
    name, _, number = uid.partition("@")[0].rpartition("-")
    if name == PROPOSAL_VOTE:
        return not whole or number in {str(one) for one in unread}
    return name in TITLES and cycle is None


def _minute(milliseconds: int) -> Moment:
    return moment_of_milliseconds(milliseconds // 60_000 * 60_000)


def kept_up(
    before: Iterable[KeptEvent],
    now: Iterable[CalendarEvent],
    *,
    head: int,
    at: Moment,
    void: Collection[str] = (),
) -> tuple[KeptEvent, ...]:
    """Bring the calendar up to date as of a head: new events, moved ones, those that will not happen, and the past ones.

    Equal facts give the equal calendar. A past event stays as it was told last; one that is not awaited any more before its block
    came is cancelled, and one whose name is in ``void``, that did not happen, whenever that becomes known.
    """
    known = {each.event.uid: each for each in before}
    wanted = {each.uid: each for each in now}
    found = [_told(known.get(uid), event, at) for uid, event in wanted.items()]
    found += _gone((one for uid, one in known.items() if uid not in wanted), head, at, void)
    return tuple(sorted(found, key=lambda each: (each.event.block, each.event.uid)))


def _told(before: KeptEvent | None, event: CalendarEvent, at: Moment) -> KeptEvent:
    if before is None:
        return KeptEvent(event=event, sequence=0, changed_at=at)
    if not before.cancelled and _same(before.event, event):
        return before
    return KeptEvent(event=event, sequence=before.sequence + 1, changed_at=at)


def _gone(vanished: Iterable[KeptEvent], head: int, at: Moment, void: Collection[str]) -> Iterator[KeptEvent]:
    for one in vanished:
        happened = one.event.block <= head and one.event.uid not in void
        if happened or one.cancelled:
            yield one
        else:
            yield KeptEvent(event=one.event, sequence=one.sequence + 1, changed_at=at, cancelled=True)


def _same(before: CalendarEvent, now: CalendarEvent) -> bool:
    """Tell whether an event needs not be told anew: nothing but its time moved, and that little, and the band is as wide."""
    words = (before.title, before.block, before.tentative, before.note)
    return (
        words == (now.title, now.block, now.tentative, now.note)
        and abs(_seconds(before.at, now.at)) <= STEADY_SECONDS
        and 2 * _width(now) > _width(before) - STEADY_SECONDS
    )


def _width(event: CalendarEvent) -> int:
    return _seconds(event.earliest, event.latest)


def _seconds(first: Moment, last: Moment) -> int:
    return int((datetime.fromisoformat(last) - datetime.fromisoformat(first)).total_seconds())
