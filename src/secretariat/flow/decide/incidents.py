"""What a person of the desk decides about an incident: it enters the report on the term, or is left out."""

from secretariat.facts.desk_decisions import Taken
from secretariat.facts.incidents import IncidentNoted, state_of
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused, reason, reason_if_any
from secretariat.flow.incidents import KnownIncident, incidents_in
from secretariat.flow.people import acting_person
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import writing


def enter(context: Context, name: str, *, why: str = "") -> str:
    """Say yes: the incident enters the report on its term. Gives what was done in a sentence.

    Raises DecisionRefused for an incident that is not known and one that is entered already; Unclear where the council in office is not
    known.
    """
    return _note(context, name, entered=True, why=why)


def leave_out(context: Context, name: str, *, why: str) -> str:
    """Say no: the incident enters no report. Raises DecisionRefused as ``enter`` does, and without a reason."""
    return _note(context, name, entered=False, why=why)


def _note(context: Context, name: str, *, entered: bool, why: str) -> str:
    person = acting_person(context, "note")
    because = reason_if_any(why) if entered else reason(why)
    with writing(context.engine) as connection:
        known = _known(incidents_in(context, connection).incidents, name)
        taken = Taken(at=context.machine_now(), person=person.name, why=because)
        decision = IncidentNoted(
            taken=taken,
            council=known.council,
            incident=known.name,
            entered=entered,
            says=known.says,
            source="; ".join(known.sources),
        )
        if known.state == state_of(decision):
            raise DecisionRefused(f"The incident {known.name} is {known.state} already. Nothing was changed.")
        append_decision(connection, decision)
    if entered:
        return f"The incident {known.name} enters the report on the term of council {known.council}."
    return f"The incident {known.name} is left out; it enters no report."


def _known(incidents: tuple[KnownIncident, ...], name: str) -> KnownIncident:
    found = next((one for one in incidents if one.name == name.strip().lower()), None)
    if found is None:
        raise DecisionRefused(
            f"{name[:60]!r} is no incident that is known; `secretariat incident list` has them. Nothing was changed."
        )
    return found
