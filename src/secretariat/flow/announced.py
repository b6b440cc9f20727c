"""What the public is told beside tables: the calendar of deadlines, and the feed of what was sent."""

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection

from secretariat.desk.acts import Destination
from secretariat.desk.contacts import member_of
from secretariat.desk.marks import counts_of, written_out
from secretariat.desk.outbox import Item, ItemState, Said
from secretariat.desk.spans import JOINER, plain, with_addresses
from secretariat.duties.leaderboard.settings import Settings
from secretariat.facts.calendar import CalendarEvent, KeptEvent, events_of, kept_up, not_told_by
from secretariat.facts.calendar_void import failed_elections, void_events
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.deadlines import Outlook
from secretariat.facts.decisions import lay_over
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.facts.now import Now
from secretariat.facts.pace import Pace, PaceUnknown
from secretariat.facts.records import CHAIN, Stated
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_state import open_proposal
from secretariat.flow.calendar_of_term import events_of_term
from secretariat.flow.context import Context
from secretariat.flow.deadlines import deadlines_now
from secretariat.flow.decided import decisions_now
from secretariat.flow.desk_state import desk_of_drafts
from secretariat.flow.now import now_of
from secretariat.formats import atom, ical
from secretariat.formats.atom import FeedEntry
from secretariat.sources.deadlines_state import StateUnreadable
from secretariat.store import calendar
from secretariat.store import outbox as store_outbox
from secretariat.store.engine import reading, writing
from secretariat.store.facts import known_problems, load_records

_SENT: tuple[ItemState, ...] = ("sent",)
MOST_ENTRIES = 50
"""So many texts stand in the feed, the newest."""

PROPOSALS, UNREADABLE = f"{CHAIN}/proposals", "storage-unreadable"
"""The chain's list of proposals, and the code of what could not be read of it."""

CALENDAR, FEED = "calendar.ics", "feed.atom"
WHAT = {
    CALENDAR: "The council's calendar: stage ends, last voting blocks, reports and term summaries, to subscribe to",
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
        sent = _sent_in_public(connection)
    if now.genesis is None or not isinstance(head, ChainHead):
        return
    at = now.at if head.milliseconds is None else moment_of_milliseconds(head.milliseconds)
    about = " ".join([*lines, _ALL_TIMES])
    yield CALENDAR, ical.render(_calendar(context, now, at), name="Joystream council", description=about)
    entries = [_entry(item, now) for item in sent]
    yield (
        FEED,
        atom.render(
            entries,
            title="Joystream council secretary",
            subtitle=" ".join(lines),
            about=now.genesis,
            updated=at,
            here=_here(context),
        ),
    )


def _here(context: Context) -> str:
    """Give the public address of the feed; empty where the settings do not say where the published folder is."""
    site: str = context.config.settings.get("leaderboard", Settings()).site
    return f"{site.rstrip('/')}/{FEED}" if site else ""


def _calendar(context: Context, now: Now, at: Moment) -> tuple[KeptEvent, ...]:
    """Bring the kept calendar up to date; without a state that tells deadlines it stays as it is."""
    try:
        state, outlook = deadlines_now(context)
    except (StateUnreadable, PaceUnknown):
        with reading(context.engine) as connection:
            return calendar.events_kept(connection)
    genesis = now.genesis or ""
    with writing(context.engine) as connection:
        before = calendar.events_kept(connection)
        of_term = events_of_term(context, connection, before, outlook, state.pace, genesis)
        void = void_events(before, failed_elections(outlook, _cycles(connection)))
        unknown = [one for one in _not_told(connection, before, outlook) if one.uid not in void]
        wanted = (*unknown, *events_of(outlook, state.pace, genesis), *of_term)  # of one name the last counts
        kept = kept_up(before, wanted, head=state.pace.head.block, at=at, void=void)
        if {one.event.uid: one for one in kept} != {one.event.uid: one for one in before}:
            calendar.keep_events(connection, kept)
    return kept


def _cycles(connection: Connection) -> tuple[Stated[ElectionCycle], ...]:
    """List the election cycles that the query node tells of, with what people decided about damaged values."""
    facts = lay_over(load_records(connection, (ElectionCycle.KIND,)), decisions_now(connection))
    return snapshot_of(facts).of(ElectionCycle)


def _not_told(connection: Connection, before: tuple[KeptEvent, ...], outlook: Outlook) -> tuple[CalendarEvent, ...]:
    """Give events of which a reading that left something out tells nothing: they stay as they were told."""
    stored = [one.fact for one in load_records(connection, (StoredProposal.KIND,))]
    unread = frozenset(one.number for one in stored if open_proposal(one) is None)
    whole = not any(one.code == UNREADABLE and one.refused for one in known_problems(connection, PROPOSALS))
    return not_told_by(before, cycle=outlook.cycle, unread=unread, whole=whole)


def _sent_in_public(connection: Connection) -> tuple[Item, ...]:
    """List the newest items that arrived and whose finding is for the public; of words that one finding says in several places those of the first."""
    sent: list[Item] = [item for item in store_outbox.items_in(connection, _SENT) if item.settled_at is not None]
    desk = desk_of_drafts(connection, {item.draft for item in sent})
    audience = {known.number: known.finding.audience for known in desk.findings}
    of_draft = {known.draft.number: audience[known.draft.finding] for known in desk.drafts}
    public = [item for item in sent if of_draft.get(item.draft) == "public" and not _to_a_member(item)]
    first: dict[tuple[tuple[str, str, str], int], Item] = {}
    times: Counter[tuple[tuple[str, str, str], str, Destination]] = Counter()
    for item in sorted(public, key=lambda item: (item.settled_at or "", item.number)):
        said = item.words_out or item.act
        words, where = (item.act.finding, said.title, said.text), (item.act.channel, item.act.destination)
        first.setdefault((words, times[words, *where]), item)  # what was said again in the same place is told again
        times[words, *where] += 1
    return tuple(first.values())[-MOST_ENTRIES:]


def _to_a_member(item: Item) -> bool:
    """Tell whether an item went to one person: that is nobody else's to read."""
    return member_of(item.act.destination.place) is not None


def _entry(item: Item, now: Now) -> FeedEntry:
    """Give an entry of the very words that arrived, as plain letters; of an item whose words were not kept, with a line that says so."""
    said = item.words_out or _not_kept(item, now)
    title, text = (_letters(words) for words in (said.title, said.text))
    title = title or next((line.strip() for line in text.splitlines() if line.strip()), "")
    return FeedEntry(
        digest=item.digest, title=title, text=text, where=item.act.channel, at=item.settled_at or Moment("")
    )


def _letters(words: str) -> str:
    """Give words in Markdown as a mail without HTML has them; a feed rings nobody, so that no sign need hide from a program."""
    return with_addresses(plain(words)).replace(JOINER, "")


NOT_KEPT = "(Sent before such words were kept: times are worked out anew, and numbers that were told are left out.)"


def _not_kept(item: Item, now: Now) -> Said:
    """Write the words of an item out without any figure that may not have been told when it was sent."""
    title, text = (_anew(words, now.pace) for words in (item.act.title, item.act.text))
    same = (title, text) == (item.act.title, item.act.text)
    return Said(title=title, text=text if same else f"{text}\n\n{NOT_KEPT}")


def _anew(text: str, pace: Pace | None) -> str:
    """Write marks out for good: of a block its time by the pace, whether it is passed or to come; how much was left is not told."""
    return written_out(
        text,
        time=lambda block: _time(block, pace),
        left=lambda _: "the time that was left",
        counts=dict.fromkeys(counts_of(text), "(number not kept)"),
    )


def _time(block: int, pace: Pace | None) -> str:
    if pace is None:
        return f"block {block:,}"
    at = pace.head.milliseconds + int((block - pace.head.block) * pace.mean)
    return f"about {moment_of_milliseconds(at)[:16].replace('T', ' ')} UTC"
