"""The calendar's events of the present term, from the facts of the store and what people noted of reports."""

from collections.abc import Iterable

from sqlalchemy import Connection

from secretariat.duties.terms.settings import Settings
from secretariat.facts.calendar import CalendarEvent, KeptEvent
from secretariat.facts.calendar_of_term import TermFacts, as_told, is_of_group, summaries_told, term_events
from secretariat.facts.council_in_office import KINDS, NotKnown, council_in_office
from secretariat.facts.deadlines import Outlook
from secretariat.facts.decisions import lay_over
from secretariat.facts.pace import Pace
from secretariat.facts.records import QUERY_NODE
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_groups import StoredGroup, StoredWorker
from secretariat.flow.context import Context
from secretariat.flow.decided import decisions_now
from secretariat.flow.freshness import freshness_now
from secretariat.flow.lists_behind import not_whole
from secretariat.flow.rows_unplaced import LISTS_OF_COUNCILS
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.facts import load_records


def events_of_term(
    context: Context,
    connection: Connection,
    before: tuple[KeptEvent, ...],
    outlook: Outlook,
    pace: Pace,
    genesis: str,
) -> tuple[CalendarEvent, ...]:
    """List the term's events that are to come; while it is not known which council is in office, those that were told before."""
    told = tuple(one.event for one in before if not one.cancelled)
    if not _tells_of_councils(context, connection):
        return as_told(told)
    try:
        facts = lay_over(load_records(connection, KINDS), decisions_now(connection))
        office, _ = council_in_office(snapshot_of(facts), pace.head.block)
    except NotKnown:
        return as_told(told)
    settings: Settings = context.config.settings.get("terms", Settings())
    known = TermFacts(
        office=office,
        groups=_with_lead(connection, told),
        noted=desk_decisions(connection, ReportNoted),
        summaries_after=settings.summaries_after,
    )
    coming = term_events(known, outlook, pace, genesis)
    return (*coming, *summaries_told(told, office, coming, genesis))


def _tells_of_councils(context: Context, connection: Connection) -> bool:
    """Tell whether the query node tells which council is in office now.

    Where a list of councils is behind or missing, or the node is stale, the chain's stage alone may belong to a later council than the
    newest one that is known: its events would be cancelled, and come again under the same names.
    """
    stale = any(one.source == QUERY_NODE and not one.fresh for one in freshness_now(context, connection))
    return not stale and not not_whole(connection, LISTS_OF_COUNCILS)


def _with_lead(connection: Connection, told: Iterable[CalendarEvent]) -> list[str]:
    """Give the groups that have a lead. Where it could not be read whether one has, those of which something was told before."""
    groups = [one.fact for one in load_records(connection, (StoredGroup.KIND,))]
    workers = [one.fact for one in load_records(connection, (StoredWorker.KIND,))]
    unread = {one.group for one in workers if one.is_lead is None}
    return [
        one.group
        for one in groups
        if one.lead is not None or (one.group in unread and any(is_of_group(event.uid, one.group) for event in told))
    ]
