"""Conclude: let every duty look at the facts it watches, and tell what cannot be concluded now and why."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from secretariat.desk.findings import Finding
from secretariat.desk.notes import DUTY as OWN
from secretariat.desk.reach import DUTY as REACH
from secretariat.desk.reach import by_their_way, reached_in_places, unreachable
from secretariat.desk.reconcile import Silence
from secretariat.duties.duty import Duty
from secretariat.facts.decision_actions import members_of
from secretariat.facts.decisions import lay_over
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.records import QUERY_NODE, AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.flow.at_desk import with_desk
from secretariat.flow.channels import channels_on
from secretariat.flow.contacts_now import contacts_now
from secretariat.flow.context import Context
from secretariat.flow.decided import decisions_now
from secretariat.flow.freshness import unreliable_sources
from secretariat.flow.incidents_known import with_incidents_known
from secretariat.flow.lists_behind import lists_behind, told
from secretariat.flow.on_its_way import said_once
from secretariat.flow.opened_threads import with_opened_threads
from secretariat.flow.paragraphs import with_paragraphs
from secretariat.flow.published_terms import with_published_terms
from secretariat.flow.required_sections import with_required_sections
from secretariat.flow.rows_unplaced import needing_care, place_of, rows_unplaced, told_unplaced
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.watched import load_watched

FAILED = "the duty {duty} failed: "
"""How what went wrong with a duty begins."""


def failed_duties(told: str) -> tuple[str, ...]:
    """Give the names of the duties that failed, out of what a review told."""
    return tuple(dict.fromkeys(re.findall(FAILED.format(duty="([a-z_]+)"), told)))


@dataclass(frozen=True, kw_only=True)
class Concluded:
    """What duties concluded from the facts of one moment, and what was silent."""

    findings: tuple[Finding, ...]
    silence: Silence


def conclude(
    context: Context, connection: Connection, now: Now, duties: Iterable[Duty], machine: Moment | None = None
) -> Concluded:
    """Let duties conclude what is due. One that fails is named and says nothing; it stops no other.

    What was due before ``now.since`` is left out. ``machine`` is the context's clock unless given.
    """
    looking = tuple(duty for duty in duties if duty.watches and is_on(context, duty))
    snapshot = with_published_terms(connection, _watched(connection, looking), looking)
    snapshot = with_paragraphs(context, connection, with_desk(context, connection, now, snapshot, looking))
    snapshot = with_incidents_known(connection, snapshot, looking)
    snapshot = with_opened_threads(connection, with_required_sections(context, snapshot, looking), looking)
    on, (kept, bounces) = channels_on(context), contacts_now(connection)
    found: list[Finding] = []
    failed: dict[str, str] = {}
    for duty in looking:
        try:
            settings = reached_in_places(settings_of(context, duty), kept, on, bounces)
            concluded = duty.review(_of_duty(snapshot, duty), now, settings)
            found += _checked(duty, concluded)
        except Exception as error:  # whatever a rule does wrong must not keep the other duties from being done
            failed[duty.name] = f"{FAILED.format(duty=duty.name)}{_shown(error)}"
    counted = tuple(each for each in found if not _before(each, now))
    unsure = _unsure(connection, snapshot, looking)
    if failed or unsure:  # what is due is not known whole: who cannot be reached stays as it was
        (failed or unsure)[REACH] = "who cannot be reached is not known while a duty fails or cannot tell"
    directed = by_their_way(counted, kept, on, bounces)
    return Concluded(
        findings=(*said_once(connection, directed), *unreachable(counted, kept, on, bounces)),
        silence=Silence(duties=failed, sources=silent_sources(context, connection, machine), unsure=unsure),
    )


def _unsure(connection: Connection, snapshot: Snapshot, duties: Iterable[Duty]) -> dict[str, str]:
    """Say of every duty that rests on a row which cannot be placed which one it is: without it, more or less may be due.

    A row that a duty does not look at, a reward of years ago, is nothing to it.
    """
    unplaced = [one for problems in rows_unplaced(connection).values() for one in needing_care(problems)]
    told = {}
    for duty in duties if unplaced else ():
        looked_at = {(one.file, one.kind, one.key) for kind in _kinds(duty) for one in snapshot.by_kind.get(kind, ())}
        if mine := [one for one in unplaced if place_of(one) in looked_at]:
            told[duty.name] = f"{duty.name} cannot tell: a value cannot be read, {told_unplaced(mine)}"
    return told


def is_on(context: Context, duty: Duty) -> bool:
    """Tell whether a duty looks at all: one with settings is on when its table is there."""
    return duty.settings is None or duty.name in context.config.settings


def settings_of(context: Context, duty: Duty) -> object:
    """Give a duty's settings from its table in the configuration; None for a duty without any."""
    return None if duty.settings is None else context.config.settings[duty.name]


def silent_sources(context: Context, connection: Connection, machine: Moment | None = None) -> dict[str, str]:
    """Say of every source that may not be relied on why: it is stale, was never read, or is not configured."""
    silent = unreliable_sources(context, connection, machine)
    if QUERY_NODE not in silent and (behind := lists_behind(connection)):
        silent[QUERY_NODE] = f"{QUERY_NODE} was not read to one block: {told(behind)}"
    return silent


def _watched(connection: Connection, duties: tuple[Duty, ...]) -> Snapshot:
    asked = {(each.kind, each.which, each.most) for duty in duties for each in duty.watches}
    classes = {cls for duty in duties for cls in duty.decisions}
    decided = desk_decisions(connection, *classes) if classes else ()
    named = {member for one in decided for member in members_of(one)}
    facts = lay_over(load_watched(connection, asked, named=named), decisions_now(connection))
    return snapshot_of((*facts, *map(_noted, decided)))


def _noted(decision: Any) -> AnyStated:
    """State a decision as the journal has it."""
    seq = decision.taken.seq
    return Stated(kind=decision.KIND, key=str(seq), file="journal", format="journal", line=seq, fact=decision)


def facts_of(connection: Connection, duty: Duty) -> Snapshot:
    """Load the facts that a duty watches, with people's repairs laid over them."""
    return _of_duty(_watched(connection, (duty,)), duty)


def _of_duty(snapshot: Snapshot, duty: Duty) -> Snapshot:
    """Give a duty the kinds it watches and no others, so that it cannot rest on what it does not name."""
    kinds = _kinds(duty)
    return replace(snapshot, by_kind={kind: rows for kind, rows in snapshot.by_kind.items() if kind in kinds})


def _kinds(duty: Duty) -> set[str]:
    return {each.kind for each in duty.watches} | {cls.KIND for cls in duty.decisions}  # type: ignore[attr-defined]


def _checked(duty: Duty, concluded: Iterable[Finding]) -> list[Finding]:
    """Refuse findings under another duty's name, and two with one key. Raises ValueError: a rule is wrong then."""
    by_key: dict[str, Finding] = {}
    for finding in concluded:
        if finding.duty != duty.name or finding.duty == OWN:
            raise ValueError(f"it concluded {finding.key}, which is not its own")
        if by_key.setdefault(finding.key, finding) is not finding:
            raise ValueError(f"two findings have the key {finding.key}")
    return list(by_key.values())


def _before(finding: Finding, now: Now) -> bool:
    """Tell whether a finding was due before the desk began."""
    due = finding.due
    return now.since is not None and due is not None and due.block is not None and due.block < now.since


def _shown(error: Exception) -> str:
    """Name an error with the place it comes from, so that the one who mends the rule finds it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" ({trace.tb_frame.f_code.co_name}, line {trace.tb_lineno})"
    return f"{type(error).__name__}: {error}{place}"
