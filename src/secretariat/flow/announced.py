"""What the public is told beside tables: the calendar of deadlines, and the feed of what was sent."""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection

from secretariat.desk.contacts import member_of
from secretariat.desk.marks import written_out
from secretariat.desk.outbox import Item, ItemState
from secretariat.facts.calendar import KeptEvent, events_of, kept_up
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.now import Now
from secretariat.facts.pace import Pace, PaceUnknown
from secretariat.flow.context import Context
from secretariat.flow.deadlines import deadlines_now
from secretariat.flow.desk_state import desk_of_drafts
from secretariat.flow.now import now_of
from secretariat.formats import atom, ical
from secretariat.formats.atom import FeedEntry
from secretariat.sources.deadlines_state import StateUnreadable
from secretariat.store import calendar
from secretariat.store import outbox as store_outbox
from secretariat.store.engine import reading, writing
from secretariat.store.facts import load_records

_SENT: tuple[ItemState, ...] = ("sent",)
MOST_ENTRIES = 50
"""So many texts stand in the feed, the newest."""

CALENDAR, FEED = "calendar.ics", "feed.atom"
WHAT = {
    CALENDAR: "The council's calendar: stage ends and last voting blocks, to subscribe to",
    FEED: "The feed of what the secretary said in public",
}
_ALL_TIMES = "Times are expected from the measured block time; an event that moves keeps its place in your calendar."


def announced(context: Context, lines: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """Give calendar and feed with their file names; nothing where the chain was never read.

    ``lines`` say what is to be known before relying on it (a banner). The calendar as it is told now is kept in the store, so that an
    event that moves later says so.
    """
    with reading(context.engine) as connection:
        now = now_of(context, connection)
        head = next((one.fact for one in load_records(connection, (ChainHead.KIND,))), None)
        sent, counts = _sent_in_public(connection)
    if now.genesis is None or not isinstance(head, ChainHead):
        return
    at = now.at if head.milliseconds is None else moment_of_milliseconds(head.milliseconds)
    about = " ".join([*lines, _ALL_TIMES])
    yield CALENDAR, ical.render(_calendar(context, now, at), name="Joystream council", description=about)
    entries = [_entry(item, counts[item.draft], now.pace) for item in sent]
    yield (
        FEED,
        atom.render(
            entries, title="Joystream council secretary", subtitle=" ".join(lines), about=now.genesis, updated=at
        ),
    )


def _calendar(context: Context, now: Now, at: Moment) -> tuple[KeptEvent, ...]:
    """Bring the kept calendar up to date; without a state that tells deadlines it stays as it is."""
    try:
        state, outlook = deadlines_now(context)
    except (StateUnreadable, PaceUnknown):
        with reading(context.engine) as connection:
            return calendar.events_kept(connection)
    wanted = events_of(outlook, state.pace, now.genesis or "")
    with writing(context.engine) as connection:
        before = calendar.events_kept(connection)
        kept = kept_up(before, wanted, head=state.pace.head.block, at=at)
        if {one.event.uid: one for one in kept} != {one.event.uid: one for one in before}:
            calendar.keep_events(connection, kept)
    return kept


def _sent_in_public(connection: Connection) -> tuple[tuple[Item, ...], dict[int, Mapping[str, str]]]:
    """List the newest items that arrived and whose finding is for the public; with the counts of their drafts, as they were drafted."""
    sent: list[Item] = [item for item in store_outbox.items_in(connection, _SENT) if item.settled_at is not None]
    desk = desk_of_drafts(connection, {item.draft for item in sent})
    audience = {known.number: known.finding.audience for known in desk.findings}
    of_draft = {known.draft.number: audience[known.draft.finding] for known in desk.drafts}
    public = [item for item in sent if of_draft.get(item.draft) == "public" and not _to_a_member(item)]
    newest = tuple(sorted(public, key=lambda item: (item.settled_at or "", item.number))[-MOST_ENTRIES:])
    return newest, {known.draft.number: dict(known.draft.wanted.counts) for known in desk.drafts}


def _to_a_member(item: Item) -> bool:
    """Tell whether an item went to one person: that is nobody else's to read."""
    return member_of(item.act.destination.place) is not None


def _entry(item: Item, counts: Mapping[str, str], pace: Pace | None) -> FeedEntry:
    title = item.act.title or next((line.strip(" #*_>`") for line in item.act.text.splitlines() if line.strip()), "")
    return FeedEntry(
        digest=item.digest,
        title=_told(title, counts, pace),
        text=_told(item.act.text, counts, pace),
        where=item.act.channel,
        at=item.settled_at or Moment(""),
    )


def _told(text: str, counts: Mapping[str, str], pace: Pace | None) -> str:
    """Write out marks for good: of a block its time by the pace, whether it is passed or to come; how much was left is not told."""
    return written_out(
        text,
        time=lambda block: _time(block, pace),
        left=lambda _: "the time that was left",
        counts=counts,
    )


def _time(block: int, pace: Pace | None) -> str:
    if pace is None:
        return f"block {block:,}"
    at = pace.head.milliseconds + int((block - pace.head.block) * pace.mean)
    return f"about {moment_of_milliseconds(at)[:16].replace('T', ' ')} UTC"
