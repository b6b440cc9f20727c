"""The last look: whether an approved text is still wanted, in these very words, by the facts as they are now."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection

from secretariat.desk.approvals import lapsed
from secretariat.desk.contacts import member_of
from secretariat.desk.draft_states import decided_about, yeses
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding
from secretariat.desk.known import KnownDraft
from secretariat.desk.messages import titled
from secretariat.desk.neutrality.gate import Concern
from secretariat.desk.notes import DUTY as OWN
from secretariat.desk.outbox import Item, Said
from secretariat.desk.quiet import held_until, of_use_until, quiet_of
from secretariat.desk.times import told
from secretariat.duties.duty import Duty
from secretariat.facts.desk_decisions import Approval
from secretariat.facts.moments import Moment, moment_of
from secretariat.facts.now import Now
from secretariat.flow.channels import zone_of
from secretariat.flow.conclude import Concluded, conclude
from secretariat.flow.context import Context
from secretariat.flow.deliver import Look
from secretariat.flow.desk_state import standing_now
from secretariat.flow.ended_ahead import why_not_send
from secretariat.flow.enough_yeses import still_lacks
from secretariat.flow.review import desk_now
from secretariat.flow.who_stands import concerns_now
from secretariat.store import desk as store_desk
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading

GOOD_FOR = timedelta(seconds=10)
"""So long one conclusion serves for several items of a delivery."""


@dataclass
class Looking:
    """Looks at items one after the other; what duties conclude is worked out anew when it is older than ``GOOD_FOR``."""

    context: Context
    duties: tuple[Duty, ...]
    machine: Callable[[], datetime]
    _at: datetime | None = field(default=None, init=False)
    _now: Now | None = field(default=None, init=False)
    _concluded: Concluded | None = field(default=None, init=False)

    def __call__(self, item: Item) -> Look:
        """Look at one item."""
        with reading(self.context.engine) as connection:
            now, concluded = self._current(connection)
            known = next(iter(store_desk.drafts_numbered(connection, [item.draft])), None)
            concerns = () if known is None else _without_a_yes(connection, known.draft)
            ended = _ended(connection, item, now)
            in_sight = frozenset() if known is None else _in_sight(connection, known.draft)
            lacks = still_lacks(self.context, connection, item, now)
            open_ = {one.finding.key: one.finding for one in store_desk.open_findings(connection)}
        reason = open_.get(item.act.finding)
        if reason is None or known is None or known.withdrawn_at is not None:
            return Look(verdict="withdraw", why="its reason is gone")
        if ended:  # without a block nobody can tell whether it holds: that is no end
            return Look(verdict="wait" if now.block is None else "withdraw", why=ended)
        if reason.duty == OWN:  # a person's own words: no fact decides about them
            look = _sent(item, known, now, concerns)
        else:
            look = looked(item, known, reason, concluded, now, concerns, in_sight)
        if lacks and look.verdict != "withdraw":
            unsure = " (unless a mandate covers the present block, which is not known)" if now.block is None else ""
            return Look(verdict="wait", why=f"since it was approved it needs {lacks}{unsure}")
        return self._in_quiet(item, known, reason, now, look)

    def forget(self) -> None:
        """Forget what was concluded: the facts were read anew."""
        self._concluded = None

    def _in_quiet(self, item: Item, known: KnownDraft, reason: Finding, now: Now, look: Look) -> Look:
        """Let what would be sent wait for the end of its channel's quiet hours, as long as it is of use; those of a member are by their clock.

        What is for a member alone ends by its own last block: the task about it may be due by what others have to do.
        """
        quiet = quiet_of(getattr(self.context.config.settings.get(item.act.channel), "quiet", ""))
        if look.verdict != "send" or quiet is None:
            return look
        place, last = item.act.destination.place, known.draft.wanted.until
        own = last is not None and member_of(place) is not None
        use, zone = of_use_until(now, last, None if own else reason.due), zone_of(self.context, place)
        until = held_until(quiet, datetime.fromisoformat(now.at), use, zone)
        return look if until is None else Look(verdict="wait", why=f"quiet hours, until {until:%H:%M} UTC")

    def _current(self, connection: Connection) -> tuple[Now, Concluded]:
        at = self.machine()
        if self._now is None or self._concluded is None or self._at is None or at - self._at > GOOD_FOR:
            moment = Moment(moment_of(at))
            self._now = desk_now(self.context, connection, moment)
            self._concluded = conclude(self.context, connection, self._now, self.duties, moment)
            self._at = at
        return self._now, self._concluded


def _without_a_yes(connection: Connection, draft: Draft) -> tuple[Concern, ...]:
    """Find what is not neutral now in an approved text; nothing where somebody said yes to this very text despite concerns."""
    decided = decided_about(desk_decisions(connection, Approval))
    return () if any(yes.despite for yes in yeses(draft, decided)) else concerns_now(connection, draft)


def _in_sight(connection: Connection, draft: Draft) -> frozenset[str]:
    """Give the digests of the newer words that stood beside a text at each yes to it; empty text where none did."""
    return frozenset(yes.newer for yes in yeses(draft, decided_about(desk_decisions(connection, Approval))))


CHANGED_SINCE = (
    "the facts have changed since the yes to these words of a person's: look at the words that they want now, beside it; then reword it "
    "(the same words will do), or take the newer ones, and approve that"
)


def _ended(connection: Connection, item: Item, now: Now) -> str:
    """Say why the standing approval that said yes to an item does not hold any more; empty where it does, or a person said yes."""
    approvals = desk_decisions(connection, Approval)
    return why_not_send(item, approvals, standing_now(connection, now))


def looked(
    item: Item,
    known: KnownDraft,
    reason: Finding,
    concluded: Concluded,
    now: Now,
    concerns: tuple[Concern, ...] = (),
    in_sight: frozenset[str] = frozenset(),
) -> Look:
    """Hold an item against what duties conclude now. ``reason`` is its finding as it is open on the desk.

    Nothing is sent while the duty or a source that its finding rests on says nothing: then it waits. It is withdrawn when its finding
    is gone or wants other words; a person's own wording waits for that person then, for their words are not replaced, unless every yes
    to it was given ``in_sight`` of the words that are wanted now (their digests).
    """
    finding = next((one for one in concluded.findings if one.key == reason.key), None)
    silent = concluded.silence.why(finding or reason)
    if silent:
        return Look(verdict="wait", why=silent, silent=True)
    if finding is None:
        return Look(verdict="withdraw", why="its reason is gone")
    if known.draft.act.revision != item.revision:
        return Look(verdict="withdraw", why="there is a newer text of it")
    wanted = next((one for one in finding.wanted if one.part == item.act.part), None)
    if wanted is None:
        return Look(verdict="withdraw", why="its finding does not want it any more")
    if wanted.digest != known.draft.wanted.digest:
        if not known.draft.by:
            return Look(verdict="withdraw", why="the facts have changed; it is drafted anew")
        if in_sight != {wanted.digest}:
            return Look(verdict="wait", why=CHANGED_SINCE)
    return _sent(item, known, now, concerns, wanted.counts)


def _sent(
    item: Item,
    known: KnownDraft,
    now: Now,
    concerns: tuple[Concern, ...],
    counts: tuple[tuple[str, str], ...] = (),
) -> Look:
    if lapsed(known.draft, now.block):
        return Look(verdict="withdraw", why="it is too late to say it")
    if concerns:
        return Look(verdict="wait", why=f"its words are not neutral: {concerns[0].says}")
    said = Said(title=told(item.act.title, now, counts), text=told(item.act.text, now, counts), block=now.block)
    return Look(verdict="send", text=message_of(item, said), said=said)


def message_of(item: Item, said: Said) -> str:
    """Put an item's words together as they are sent.

    The title stands above them in bold, in a file as its heading; a mail has it as its subject.
    """
    title = "" if item.act.channel == "email" else said.title
    return f"# {title}\n\n{said.text}" if title and item.act.channel == "file" else titled(title, said.text)
