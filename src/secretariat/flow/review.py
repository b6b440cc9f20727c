"""Review: hold what duties conclude now against what is on the desk, and change the desk, in one transaction."""

import os
import socket
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from secretariat.desk.approvals import Standing, covers, lapsed
from secretariat.desk.drafting import CallOf, CallWaits, exact_act, reworded
from secretariat.desk.drafts import Draft
from secretariat.desk.findings import Finding
from secretariat.desk.limits import too_long
from secretariat.desk.notes import DUTY as OWN
from secretariat.desk.notes import own_findings, own_of, words_key
from secretariat.desk.reconcile import Changes, Silence, ToDraft, reconcile
from secretariat.desk.times import told
from secretariat.duties.duty import Duty
from secretariat.facts.desk_decisions import Approval, NoteDone, OwnNote, OwnWords, Taken, WordsWithdrawn
from secretariat.facts.moments import Moment, moment_of
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN
from secretariat.flow.calls import CallsOf, calls_now
from secretariat.flow.conclude import Concluded, conclude
from secretariat.flow.context import Context
from secretariat.flow.desk_state import DeskState, open_desk, standing_now
from secretariat.flow.enough_yeses import put_on_their_way, why_second_now
from secretariat.flow.now import now_of, term_began
from secretariat.flow.people import desk_settings
from secretariat.store import desk as store_desk
from secretariat.store import leases, live, outbox
from secretariat.store.desk_journal import append_decision, desk_decisions
from secretariat.store.engine import reading, writing
from secretariat.store.reviewed import write_reviewed

STEP = "review"
LONGEST_SECONDS = 120
"""So long a review holds its lease; it takes seconds, and one that takes longer is taken to be gone."""


@dataclass(frozen=True, kw_only=True)
class Reviewed:
    """What a review changed, the parts that wait for a call with the reason, what was silent, and what went out without a click.

    ``approved_ahead`` names texts that a standing approval said yes to, with that approval's name, ``complete`` those that need no other
    yes any more, with the item that each came on its way as. ``numbers`` has the open findings' numbers by key, ``texts`` the newest text's name by key and part,
    ``titles`` by number the titles of the findings that were open before.
    """

    now: Now
    changes: Changes
    silence: Silence
    waiting: tuple[tuple[str, str, str], ...] = ()
    approved_ahead: tuple[tuple[str, str], ...] = ()
    complete: tuple[tuple[str, str], ...] = ()
    numbers: dict[str, int] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    titles: dict[int, str] = field(default_factory=dict)

    @property
    def nothing(self) -> bool:
        """Tell whether the desk stays as it was."""
        return self.changes.nothing and not self.approved_ahead and not self.complete


def review(context: Context, duties: Iterable[Duty] | None = None, *, calls: CallsOf = calls_now) -> Reviewed:
    """Review the facts as they are in the store. The same facts twice change nothing the second time.

    Raises LeaseTaken while another review runs, and LeaseLost for one that took too long: then nothing of it is kept.
    """
    started = context.machine_now()
    chosen = tuple(duties) if duties is not None else _registered()
    with writing(context.engine) as connection:
        lease = leases.take(connection, STEP, _holder(), now=started, until=_later(started))
    try:
        with reading(context.engine) as connection:
            now = desk_now(context, connection)
            concluded = conclude(context, connection, now, chosen)
        with writing(context.engine) as connection:
            done = _reviewed(context, connection, now, concluded, started, calls)
            leases.check(connection, lease, now=context.machine_now())
    finally:
        with writing(context.engine) as connection:
            leases.release(connection, lease, now=context.machine_now())
    return done


def desk_now(context: Context, connection: Connection, machine: Moment | None = None) -> Now:
    """Give now with the block at which the desk begins, and that of its first sync. ``machine`` is the context's clock unless given."""
    now = now_of(context, connection, machine)
    configured = desk_settings(context).since
    since = term_began(connection, now) if configured is None else configured
    first = None if now.genesis is None else live.first_read(connection, now.genesis)
    return replace(now, since=since, came=configured, first_read=first)


def _registered() -> tuple[Duty, ...]:
    from secretariat.duties.register import DUTIES  # importing all duties takes most of a second

    return DUTIES


def _holder() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _later(at: Moment) -> Moment:
    return moment_of(datetime.fromisoformat(at) + timedelta(seconds=LONGEST_SECONDS))


def _reviewed(
    context: Context, connection: Connection, now: Now, concluded: Concluded, at: Moment, calls: CallsOf
) -> Reviewed:
    """Reconcile and change the desk, in the transaction that is open."""
    desk = open_desk(connection)
    titles = {known.number: known.finding.title for known in desk.findings}
    found = (*concluded.findings, *_own(connection, desk, now))
    call_of = f"{now.genesis}/{now.spec_version}" if now.genesis else ""
    changes = reconcile(
        [known.on_desk for known in desk.findings], desk.on_desk, found, concluded.silence, call_of=call_of
    )
    made, waiting = _make(changes.drafted, {one.key: one for one in found}, now, calls(context, connection, now))
    changes = _without_waiting(changes, made, waiting, desk)
    if not changes.nothing:
        store_desk.apply(connection, changes, made, at=at, block=now.block)
        _remember_block(connection, now, concluded)
        desk = open_desk(connection)
    return Reviewed(
        now=now,
        changes=changes,
        silence=concluded.silence,
        waiting=tuple((each.key, each.wanted.part, why) for each, why in waiting),
        approved_ahead=_say_yes_ahead(context, connection, desk, now, at),
        complete=put_on_their_way(context, connection, desk, now, at),
        numbers={known.finding.key: known.number for known in desk.findings},
        texts={(known.draft.act.finding, known.draft.act.part): known.draft.name for known in desk.drafts},
        titles=titles,
    )


def _remember_block(connection: Connection, now: Now, concluded: Concluded) -> None:
    """Remember the block that the desk is changed at, so that none after it is before it; from a stale chain there is none to keep."""
    if now.genesis is not None and now.block is not None and CHAIN not in concluded.silence.sources:
        write_reviewed(connection, now.genesis, now.block)


def _own(connection: Connection, desk: DeskState, now: Now) -> tuple[Finding, ...]:
    """Conclude what people noted and wrote. Words that were sent, or refused, are done with."""
    decisions = desk_decisions(connection, OwnNote, NoteDone, OwnWords, WordsWithdrawn)
    if not decisions:
        return ()
    over = {known.draft.finding for known in desk.drafts if desk.state(known) in ("sent", "rejected")}
    waiting = {known.finding.key for known in desk.findings if known.number not in over}
    seen = store_desk.keys_of_rule(connection, f"{OWN}/words")
    words = [one.number for one in decisions if isinstance(one, OwnWords)]
    settled = {number for number in words if (key := words_key(number)) in seen and key not in waiting}
    return own_findings(own_of(decisions, settled), term_began(connection, now))


def _make(
    drafted: Sequence[ToDraft], found: dict[str, Finding], now: Now, call_of: CallOf
) -> tuple[list[store_desk.Made], list[tuple[ToDraft, str]]]:
    """Make the acts of what is to be drafted; what needs a call that cannot be built waits, with the reason."""
    made, waiting = [], []
    for each in drafted:
        try:
            made.append(make(each, found[each.key], now, call_of))
        except CallWaits as error:
            waiting.append((each, str(error)))
    return made, waiting


def make(to_draft: ToDraft, finding: Finding, now: Now, call_of: CallOf) -> store_desk.Made:
    """Make the act of words that are to be drafted. Raises CallWaits where a wallet has to sign and no call can be built."""
    after, wanted = to_draft.after, to_draft.wanted
    base, by, newer = wanted, "", None
    if to_draft.keeps and after is not None:
        base, by = reworded(wanted, after.act.title, after.act.text), after.by
        newer = wanted if wanted.digest != after.wanted.digest else None
        wanted = after.wanted
    revision = 1 if after is None else after.act.revision + 1
    act = exact_act(base, finding, revision, now, call_of)
    return store_desk.Made(to_draft=to_draft, act=act, wanted=wanted, by=by, newer=newer)


def _without_waiting(
    changes: Changes, made: Sequence[store_desk.Made], waiting: Sequence[tuple[ToDraft, str]], desk: DeskState
) -> Changes:
    """Leave out what waits; a text that should be drafted anew and cannot be now may not be sent either."""
    gone = {known.draft.number for known in desk.drafts if desk.state(known) == "withdrawn"}
    stale = [(each.after, why) for each, why in waiting if each.after is not None and each.after.number not in gone]
    return replace(changes, drafted=tuple(each.to_draft for each in made), withdrawn=(*changes.withdrawn, *stale))


def _say_yes_ahead(
    context: Context, connection: Connection, desk: DeskState, now: Now, at: Moment
) -> tuple[tuple[str, str], ...]:
    """Put on their way the open texts that a standing approval covers; the journal names it with each of them.

    What needs a second yes waits for people: no yes ahead is two.
    """
    holding = [one for one in standing_now(connection, now) if not one.ended]
    findings = {known.number: known.finding for known in desk.findings}
    done = []
    for known in desk.drafts if holding else ():
        draft = known.draft
        if desk.state(known) != "open" or lapsed(draft, now.block) or _cannot_be_sent(draft, now):
            continue
        standing = next((one for one in holding if covers(one, draft, findings[draft.finding])), None)
        if standing is not None and not why_second_now(context, connection, draft.act, now):
            item = outbox.queue(connection, draft, at=at)
            append_decision(connection, replace(_approval(standing, draft, at), item=item))
            done.append((draft.name, standing.name))
    return tuple(done)


def _cannot_be_sent(draft: Draft, now: Now) -> bool:
    """Tell whether a text is too long for its channel; then it waits for a person, who rewords it."""
    act = draft.act
    title, text = told(act.title, now), told(act.text, now)
    return bool(too_long(act.kind, act.channel, title, text, mentions=act.mentions, name=draft.name))


def _approval(standing: Standing, draft: Draft, at: Moment) -> Approval:
    grant = standing.grant
    return Approval(
        taken=Taken(at=at, person=grant.taken.person, why=f"Standing approval {standing.name}: {grant.taken.why}"),
        draft=draft.number,
        revision=draft.act.revision,
        digest=draft.digest,
        standing=grant.taken.seq,
    )
