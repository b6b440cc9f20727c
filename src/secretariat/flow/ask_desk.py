"""Ask: the one way pages and commands read what is on the desk, as plain values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection

from secretariat.desk.approvals import Standing, why_second
from secretariat.desk.draft_states import yeses
from secretariat.desk.drafts import Draft, DraftState, DraftUnknown, counts_of, named
from secretariat.desk.findings import Level
from secretariat.desk.journal import Entry
from secretariat.desk.known import KnownDraft, KnownFinding
from secretariat.desk.notes import own_name, words_key
from secretariat.desk.office import names_of, unlike_settings
from secretariat.desk.outbox import Item as OutboxItem
from secretariat.desk.shown import (
    ShownDraft,
    ShownEntry,
    ShownTask,
    ShownText,
    in_order,
    shown_due,
    shown_entry,
    shown_payees,
    shown_task,
    snooze_now,
)
from secretariat.desk.shown_item import ShownItem, shown_item
from secretariat.desk.times import told
from secretariat.facts.desk_decisions import Approval, OwnWords, Snooze
from secretariat.facts.mandates import Mandate, is_acting, mandate_at
from secretariat.facts.now import Now
from secretariat.flow.context import Context
from secretariat.flow.decide.findings import NotThere, finding_named, item_named
from secretariat.flow.desk_state import (
    DeskState,
    desk_of_drafts,
    desk_of_findings,
    mandates_now,
    open_desk,
    standing_now,
)
from secretariat.flow.enough_yeses import NOTHING_NEEDED, Needed, needed
from secretariat.flow.now import now_of
from secretariat.flow.people import desk_settings, people
from secretariat.flow.undrafted import why_undrafted
from secretariat.flow.who_stands import concerns_now
from secretariat.store import desk as store_desk
from secretariat.store import journal as store_journal
from secretariat.store import outbox as store_outbox
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.engine import reading

NOT_OVER = ("queued", "signing", "claimed", "unconfirmed", "failed")
"""States of an item about which something is still to come: what is told of it is told of its draft too."""

_OVER = ("sent", "withdrawn", "rejected")
"""States of a draft about which nothing is to be done."""


@dataclass(frozen=True, kw_only=True)
class Listed:
    """What was asked for, and the moment and block (None where no chain was read) it was asked at."""

    now: Now
    tasks: tuple[ShownTask, ...] = ()
    drafts: tuple[ShownDraft, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Item:
    """One thing on the desk: the task, the draft's text, or the outbox item, and what people decided about it and its drafts.

    ``revisions`` are all texts of the draft, oldest first.
    """

    now: Now
    task: ShownTask | None = None
    draft: ShownDraft | None = None
    revisions: tuple[ShownDraft, ...] = ()
    item: ShownItem | None = None
    history: tuple[ShownEntry, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Office:
    """Every recorded mandate, and whether the office is only acting at the block of now.

    ``names`` are those of the members whom the settings know; ``unlike`` says where the settings give the office to others.
    """

    now: Now
    mandates: tuple[Mandate, ...]
    acting: bool
    names: Mapping[int, str]
    unlike: tuple[str, ...]


def tasks(context: Context, level: Level | None = None, *, everything: bool = False) -> Listed:
    """List what is due, first what is due first: tasks, alerts, or both; without what is put aside or closed unless asked."""
    with reading(context.engine) as connection:
        now = now_of(context, connection)
        if everything:
            desk = desk_of_findings(connection, store_desk.all_findings(connection))
        else:
            desk = open_desk(connection)
        snoozes = desk_decisions(connection, Snooze)
        found = [_task(desk, known, now, snoozes) for known in desk.findings if level in (None, known.finding.level)]
    return Listed(now=now, tasks=in_order(each for each in found if everything or each.snoozed is None))


def drafts(context: Context, *, everything: bool = False) -> Listed:
    """List the newest text of each draft about which something is to be done; of every draft if asked."""
    with reading(context.engine) as connection:
        now = now_of(context, connection)
        if everything:
            desk = desk_of_drafts(connection, store_desk.all_drafts(connection))
        else:
            desk = _with(connection, open_desk(connection), store_desk.drafts_on_their_way(connection))
        shown = _Shows(context, connection, now)
        found = [shown.draft(desk, known) for known in desk.drafts if everything or desk.state(known) not in _OVER]
    return Listed(now=now, drafts=tuple(found))


def item(context: Context, name: str) -> Item:
    """Give one thing by its name: ``t12``, ``d34`` (its newest text), ``d34.2``, ``o7``. Raises NotThere and DraftUnknown."""
    asked = name.strip()
    with reading(context.engine) as connection:
        shown = _Shows(context, connection, now_of(context, connection))
        if asked.startswith("t"):
            return _task_item(connection, finding_named(connection, asked), shown)
        if asked.startswith("d"):
            return _draft_item(connection, *named(asked), shown)
        if asked.startswith("o"):
            found = item_named(connection, asked)
            entries = store_journal.numbered(connection, subjects=[found.name, f"d{found.draft}.{found.revision}"])
            counts = _counts(connection, found)
            return Item(now=shown.now, item=shown_item(found, shown.now, counts), history=_history(entries))
    raise NotThere(f"{asked!r} names nothing on the desk: tasks and alerts are t12, drafts d34.2, outbox items o7.")


def _counts(connection: Connection, item: OutboxItem) -> tuple[tuple[str, str], ...]:
    """Give the counts of an item's text as its finding has them."""
    desk = desk_of_drafts(connection, [item.draft])
    return next((counts_of(known.finding, desk.drafts[0].draft) for known in desk.findings), ())


def standing(context: Context, *, everything: bool = False) -> tuple[Standing, ...]:
    """List the standing approvals that hold, or all that were ever given."""
    with reading(context.engine) as connection:
        found = standing_now(connection, now_of(context, connection))
    return tuple(one for one in found if everything or not one.ended)


def office(context: Context) -> Office:
    """Give the mandates, and whether the office is only acting now."""
    with reading(context.engine) as connection:
        now, mandates = now_of(context, connection), mandates_now(connection)
    known = tuple(people(context).values())
    return Office(
        now=now,
        mandates=mandates,
        acting=is_acting(mandates, now.block),
        names=names_of(known),
        unlike=unlike_settings(mandate_at(mandates, now.block), known),
    )


def _with(connection: Connection, desk: DeskState, numbers: Sequence[int]) -> DeskState:
    """Add drafts whose finding is closed."""
    return desk if not numbers else desk.beside(desk_of_drafts(connection, numbers))


def _texts(desk: DeskState, finding: int) -> list[ShownText]:
    return [
        ShownText(draft=known.draft.name, channel=known.draft.act.channel, state=desk.state(known))
        for known in desk.drafts
        if known.draft.finding == finding
    ]


def _task(desk: DeskState, known: KnownFinding, now: Now, snoozes: Sequence[Snooze]) -> ShownTask:
    having = [draft.draft.act.part for draft in desk.drafts if draft.draft.finding == known.number]
    return shown_task(known, _texts(desk, known.number), now, snooze_now(snoozes, known.number, now), having)


def _task_item(connection: Connection, known: KnownFinding, shown: "_Shows") -> Item:
    desk = desk_of_findings(connection, (known,))
    own = [draft.draft.number for draft in desk.drafts]
    items = store_outbox.items_of(connection, own)
    entries = store_journal.numbered(
        connection,
        subjects=[known.name, *filter(None, [own_name(known.finding.key)]), *(each.name for each in items)],
        beginnings=[f"d{number}." for number in own],
    )
    task = _task(desk, known, shown.now, desk_decisions(connection, Snooze))
    waiting = (
        why_undrafted(shown.context, connection, known.finding, task.undrafted, shown.now) if not task.closed_at else ()
    )
    return Item(now=shown.now, task=replace(task, waiting=waiting), history=_history(entries))


def _draft_item(connection: Connection, number: int, revision: int | None, shown: "_Shows") -> Item:
    desk = desk_of_drafts(connection, [number])
    if not desk.drafts:
        raise DraftUnknown(f"There is no draft d{number}; `secretariat drafts` lists them.")
    newest = desk.drafts[0]
    texts = tuple(
        shown.draft(desk, newest if each.draft.name == newest.draft.name else each, newest)
        for each in store_desk.revisions_of(connection, number)
    )
    chosen = next((each for each in texts if revision is None or each.draft == f"d{number}.{revision}"), None)
    chosen = texts[-1] if revision is None else chosen
    if chosen is None:
        raise DraftUnknown(f"There is no text d{number}.{revision}; the newest is {newest.draft.name}.")
    items = store_outbox.items_of(connection, [number])
    entries = store_journal.numbered(connection, subjects=[each.name for each in items], beginnings=[f"d{number}."])
    return Item(now=shown.now, draft=chosen, revisions=texts, history=_history(entries))


def _history(entries: Sequence[tuple[int, Entry]]) -> tuple[ShownEntry, ...]:
    return tuple(shown_entry(seq, entry) for seq, entry in entries)


class _Shows:
    """Shows drafts as of one moment, by the settings of who needs to say yes."""

    def __init__(self, context: Context, connection: Connection, now: Now) -> None:
        self.context, self.now, self._connection = context, now, connection
        self._acting = is_acting(mandates_now(connection), now.block)
        self._second = desk_settings(context).second
        self._writers = {words_key(one.number): one.taken.person for one in desk_decisions(connection, OwnWords)}

    def draft(self, desk: DeskState, known: KnownDraft, newest: KnownDraft | None = None) -> ShownDraft:
        """Show one text of a draft; ``newest`` is the draft's newest, where another one is shown."""
        draft, now = known.draft, self.now
        is_newest = newest is None or newest.draft.name == draft.name
        state = desk.state(known if is_newest else newest or known)
        of = next(each for each in desk.findings if each.number == draft.finding)
        said = yeses(draft, desk.decided)
        counts = counts_of(of.finding, draft)
        own = [each for each in desk.items if (each.draft, each.revision) == (draft.number, draft.act.revision)]
        yet = self._needed(draft, state, said, own) if is_newest else NOTHING_NEEDED
        out = own[-1].words_out if own else None
        return ShownDraft(
            draft=draft.name,
            task=of.name,
            state=state,
            newest=is_newest,
            approved_by=tuple(yes.taken.person for yes in said),
            lacks=yet.lacks,
            complete=yet.complete,
            to_sign=yet.to_sign,
            item=own[-1].name if own else None,
            item_why=own[-1].why if own and own[-1].state in NOT_OVER else "",
            withdrawn_why=known.withdrawn_why,
            key=of.finding.key,
            kind=draft.act.kind,
            channel=draft.act.channel,
            destination=draft.act.destination,
            title=told(draft.act.title, now, counts) if out is None else out.title,
            text=told(draft.act.text, now, counts) if out is None else out.text,
            as_sent=out is not None,
            marked_title=draft.act.title,
            marked_text=draft.act.text,
            mentions=draft.act.mentions,
            payees=shown_payees(draft.act.payees),
            names_people=draft.wanted.people,
            concerns=concerns_now(self._connection, draft) if is_newest else (),
            by=draft.by or self._writers.get(of.finding.key, ""),
            created_at=draft.created_at,
            digest=draft.digest,
            due=shown_due(of.finding.due, now),
            until=draft.wanted.until,
            newer_title=None if draft.newer is None else told(draft.newer.title, now, counts),
            newer_text=None if draft.newer is None else told(draft.newer.text, now, counts),
            call=None if draft.act.call is None else draft.act.call.data,
        )

    def _needed(self, draft: Draft, state: DraftState, given: Sequence[Approval], own: Sequence[OutboxItem]) -> Needed:
        if own and own[-1].extrinsic:  # it is signed: no yes holds it back any more
            return NOTHING_NEEDED
        why_two = why_second(draft.act, self._second, acting=self._acting)
        return needed(draft, state, given, why_two, self.now.block)
