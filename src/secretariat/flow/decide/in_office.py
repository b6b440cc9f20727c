"""The council in office as the store knows it, for decisions about its term."""

from sqlalchemy import Connection

from secretariat.facts.council_in_office import KINDS, InOffice, council_in_office
from secretariat.facts.snapshot import snapshot_of
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused
from secretariat.flow.now import now_of
from secretariat.store.facts import load_records


def in_office_now(context: Context, connection: Connection, *, otherwise: str = "") -> InOffice:
    """Give the council in office. Raises NotKnown, and DecisionRefused before the first election, with what can be done ``otherwise``."""
    facts = snapshot_of(load_records(connection, KINDS))
    office, _ = council_in_office(facts, now_of(context, connection).head)
    if not office.number:
        raise DecisionRefused(f"No council has been elected yet{otherwise}. Nothing was changed.")
    return office
