"""The calendar's events of the present term, from the facts of the store and what people noted of reports."""

from sqlalchemy import Connection

from secretariat.duties.terms.settings import Settings
from secretariat.facts.calendar import CalendarEvent, KeptEvent
from secretariat.facts.calendar_of_term import TermFacts, as_told, term_events
from secretariat.facts.council_in_office import KINDS, NotKnown, council_in_office
from secretariat.facts.deadlines import Outlook
from secretariat.facts.pace import Pace
from secretariat.facts.reporting_cycle import ReportNoted
from secretariat.facts.snapshot import snapshot_of
from secretariat.facts.stored_groups import StoredGroup
from secretariat.flow.context import Context
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
    try:
        office, _ = council_in_office(snapshot_of(load_records(connection, KINDS)), pace.head.block)
    except NotKnown:
        return as_told(one.event for one in before if not one.cancelled)
    settings: Settings = context.config.settings.get("terms", Settings())
    groups = [one.fact for one in load_records(connection, (StoredGroup.KIND,))]
    facts = TermFacts(
        office=office,
        groups=[each.group for each in groups if each.lead is not None],
        noted=desk_decisions(connection, ReportNoted),
        summaries_after=settings.summaries_after,
    )
    return term_events(facts, outlook, pace, genesis)
