"""The council in office as the store knows it, for decisions about its term."""

from sqlalchemy import Connection

from secretariat.facts.council_in_office import KINDS, SYNC, InOffice, NotKnown, council_in_office
from secretariat.facts.council_terms import council_terms
from secretariat.facts.decisions import lay_over
from secretariat.facts.snapshot import Snapshot, snapshot_of
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.decided import decisions_now
from secretariat.flow.lists_behind import not_whole, why_not_whole
from secretariat.flow.now import now_of
from secretariat.flow.rows_unplaced import LISTS_OF_COUNCILS
from secretariat.store.facts import load_records


def in_office_now(context: Context, connection: Connection, *, otherwise: str = "") -> InOffice:
    """Give the council in office. Raises NotKnown, and DecisionRefused before the first election, with what can be done ``otherwise``.

    A list of councils that is behind, or lacks the block of one, would have the journal name another council's term for good.
    """
    if not_whole(connection, LISTS_OF_COUNCILS):
        why = why_not_whole(connection, LISTS_OF_COUNCILS)[0]
        raise NotKnown(f"Which council is in office is not known{otherwise}: {why}. {SYNC} Nothing was changed.")
    facts = _facts(connection)
    office, _ = council_in_office(facts, now_of(context, connection).head)
    if not office.number:
        raise DecisionRefused(f"No council has been elected yet{otherwise}. Nothing was changed.")
    return office


def first_block_of(context: Context, connection: Connection, council: int) -> int | None:
    """Give the first block of a council's term; None where it is not known."""
    facts = _facts(connection)
    known = {one.term: one.start_block for one in council_terms(facts)}
    if council in known:
        return known[council]
    try:
        office, _ = council_in_office(facts, now_of(context, connection).head)
    except NotKnown:
        return None
    return office.first if office.number == council else None


def _facts(connection: Connection) -> Snapshot:
    return snapshot_of(lay_over(load_records(connection, KINDS), decisions_now(connection)))
