"""The desk as people see it: tasks, alerts, drafts, items and entries as plain values, for commands and pages alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secretariat.desk.acts import Destination, Mention, Payee
from secretariat.desk.drafting import Waiting
from secretariat.desk.drafts import DraftState
from secretariat.desk.findings import Audience, Due, Evidence, Level, Owner
from secretariat.desk.journal import Entry
from secretariat.desk.known import KnownFinding
from secretariat.desk.neutrality.gate import Concern
from secretariat.desk.notes import own_name
from secretariat.desk.times import moment_of_block, time_words
from secretariat.facts.amounts import token_text
from secretariat.facts.desk_decisions import Snooze
from secretariat.facts.freshness import seconds_between
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownDue:
    """When something must have happened: block or moment, what is over then, and the block's time (UTC) with its band.

    ``passed`` says that it is over. ``words`` is all of it as one line.
    """

    what: str
    words: str
    passed: bool
    block: int | None = None
    at: Moment | None = None
    earliest: Moment | None = None
    latest: Moment | None = None
    band: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownSnooze:
    """Until when a task is put aside, by whom and why."""

    person: str
    why: str
    until_block: int | None = None
    until: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownText:
    """One text of a draft in short: its name, where it goes, and its state."""

    draft: str
    channel: str
    state: DraftState


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownTask:
    """An open or closed finding: a task or an alert. ``owners`` gains the deputy when its drafts wait for too long.

    ``needs_person`` tells that somebody has to do something: it has no words, or some wait for a word, a signature or a settlement. Else
    it only runs: its words are out or on their way, or nothing is to be done. ``undrafted`` are parts that are wanted and have no draft yet; ``waiting`` says why, where one task is asked for.
    """

    task: str
    key: str
    level: Level
    title: str
    why: str
    owners: tuple[Owner, ...]
    audience: Audience
    due: ShownDue | None
    opened_at: Moment
    opened_block: int | None
    changed_at: Moment
    closed_at: Moment | None
    closed_why: str
    snoozed: ShownSnooze | None
    evidence: tuple[Evidence, ...]
    drafts: tuple[ShownText, ...]
    undrafted: tuple[str, ...] = ()
    needs_person: bool = True
    waiting: tuple[Waiting, ...] = ()

    @property
    def own(self) -> str:
        """Give the note or the own words that a person may end here, ``n3`` or ``w5``; empty where it is neither, or words have left."""
        left = any(text.state in ("sending", "sent", "unconfirmed") for text in self.drafts)
        return "" if left else own_name(self.key)


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownPayee:
    """Tokens (exact decimal digits) that go to one account."""

    account: str
    tokens: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownDraft:
    """One text of a draft. ``title`` and ``text`` have times and counts written out as of now, and will have those of then when sent.

    ``as_sent`` says that they are the very words that went out, or may have.
    ``concerns`` are what is not neutral in the marked words, with its place; while there is one, nobody can say yes.
    ``marked_title`` and ``marked_text`` are the words as they are kept, with marks: what a person edits.
    ``lacks`` says which yes is missing, ``complete`` that none is any more (``flow.enough_yeses``), ``to_sign`` what a second person's wallet signs (empty where none is asked for).
    ``item_why`` is what is told of its item in the outbox: why it waits, failed or is in doubt; empty where nothing is.
    ``newer_title`` and ``newer_text`` stand beside a person's words where the finding wants others now.
    """

    draft: str
    task: str
    key: str
    state: DraftState
    newest: bool
    kind: str
    channel: str
    destination: Destination
    title: str
    text: str
    as_sent: bool
    marked_title: str
    marked_text: str
    mentions: tuple[Mention, ...]
    payees: tuple[ShownPayee, ...]
    names_people: bool
    concerns: tuple[Concern, ...]
    by: str
    created_at: Moment
    digest: str
    due: ShownDue | None
    until: int | None
    approved_by: tuple[str, ...]
    lacks: str
    complete: str
    to_sign: str
    newer_title: str | None
    newer_text: str | None
    call: str | None
    item: str | None
    item_why: str
    withdrawn_why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownEntry:
    """One entry of the journal: its number, when (UTC), who, what, about what, and why."""

    seq: int
    at: str
    person: str
    action: str
    subject: str
    why: str


def shown_entry(seq: int, entry: Entry) -> ShownEntry:
    """Give an entry without its chaining."""
    return ShownEntry(
        seq=seq, at=entry.at, person=entry.person, action=entry.action, subject=entry.subject, why=entry.why
    )


def shown_due(due: Due | None, now: Now) -> ShownDue | None:
    """Tell when something is due, as of now."""
    if due is None:
        return None
    if due.block is None:
        passed = due.at is not None and due.at <= now.at
        return ShownDue(what=due.what, words=f"{due.at}: {due.what}", passed=passed, at=due.at)
    expected = moment_of_block(now, due.block)
    return ShownDue(
        what=due.what,
        words=f"{time_words(now, due.block)}{f' (block {due.block:,})' if expected else ''}: {due.what}",
        passed=now.block is not None and due.block < now.block,
        block=due.block,
        at=expected.at if expected else None,
        earliest=expected.earliest if expected else None,
        latest=expected.latest if expected else None,
        band=expected.band if expected else "",
    )


def snooze_now(snoozes: Iterable[Snooze], finding: int, now: Now) -> ShownSnooze | None:
    """Give the last snooze of a finding if it still holds."""
    last = next((one for one in reversed(tuple(snoozes)) if one.finding == finding), None)
    if last is None:
        return None
    if last.until_block is not None and now.block is not None and now.block >= last.until_block:
        return None
    if last.until is not None and now.at >= last.until:
        return None
    return ShownSnooze(person=last.taken.person, why=last.taken.why, until_block=last.until_block, until=last.until)


def owners_of(known: KnownFinding, texts: Sequence[ShownText], now: Now) -> tuple[Owner, ...]:
    """Name whose a task is. A draft that nobody answered for half the time to its deadline goes to the deputy too."""
    owner = known.finding.owner
    waits = any(text.state in ("open", "approved") for text in texts)
    if owner == "deputy" or not waits or not _half_over(known, now):
        return (owner,)
    return (owner, "deputy")


def _half_over(known: KnownFinding, now: Now) -> bool:
    due = known.finding.due
    if due is None:
        return False
    if due.block is not None:
        began = known.opened_block
        return began is not None and now.block is not None and now.block - began >= (due.block - began) / 2
    return due.at is not None and seconds_between(known.opened_at, now.at) * 2 >= seconds_between(
        known.opened_at, due.at
    )


def shown_task(
    known: KnownFinding, texts: Sequence[ShownText], now: Now, snoozed: ShownSnooze | None, having: Iterable[str]
) -> ShownTask:
    """Give a finding as a task or an alert. ``having`` names the parts that have a draft."""
    finding, drafted = known.finding, set(having)
    undrafted = tuple(one.part for one in finding.wanted if one.part not in drafted)
    waits = any(text.state in WAITS_FOR_SOMEBODY for text in texts)
    return ShownTask(
        task=known.name,
        key=finding.key,
        level=finding.level,
        title=finding.title,
        why=finding.why,
        owners=owners_of(known, texts, now),
        audience=finding.audience,
        due=shown_due(finding.due, now),
        opened_at=known.opened_at,
        opened_block=known.opened_block,
        changed_at=known.changed_at,
        closed_at=known.closed_at,
        closed_why=known.closed_why,
        snoozed=snoozed,
        evidence=finding.evidence,
        drafts=tuple(texts),
        undrafted=undrafted,
        needs_person=known.closed_at is None and (waits or bool(undrafted) or not (texts or finding.needs_nobody)),
    )


WAITS_FOR_SOMEBODY: frozenset[DraftState] = frozenset({"open", "approved", "signing", "unconfirmed", "failed"})
"""States of a text in which a person has to do something."""


def in_order(tasks: Iterable[ShownTask]) -> tuple[ShownTask, ...]:
    """Put what is overdue first, then what is due next; those without a time last, in the order in which they opened."""

    def key(task: ShownTask) -> tuple[bool, bool, str, int, int]:
        due, number = task.due, int(task.task[1:])
        if due is None:
            return (True, True, "", 0, number)
        return (False, not due.passed, due.at or "9", due.block or 0, number)

    return tuple(sorted(tasks, key=key))


def shown_payees(payees: Iterable[Payee]) -> tuple[ShownPayee, ...]:
    """Give accounts with tokens as exact digits."""
    return tuple(ShownPayee(account=one.account, tokens=token_text(one.amount)) for one in payees)
