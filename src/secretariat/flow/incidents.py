"""The incidents of the term in office and of the one before: proposed, entered for the report, or left out."""

from dataclasses import dataclass

from sqlalchemy import Connection

from secretariat.duties.terms import DUTY
from secretariat.duties.terms.incidents import incidents
from secretariat.duties.terms.settings import Settings
from secretariat.duties.terms.view import view_of
from secretariat.facts.incidents import IncidentNoted, State, noted_now, state_of
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.moments import Moment
from secretariat.facts.now import Now
from secretariat.facts.snapshot import Snapshot
from secretariat.flow.conclude import facts_of
from secretariat.flow.context import Context
from secretariat.flow.review import desk_now
from secretariat.store.engine import reading


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownIncident:
    """One incident: how it stands, what is said of it and where that is stated; who decided when and why, empty where nobody did.

    ``group`` is what people call the working group that it is about; ``due`` the block by which the report on the term is due, None where
    the facts do not tell of it any more.
    """

    name: str
    council: int
    state: State
    says: str
    sources: tuple[str, ...]
    group: str
    due: int | None
    at: Moment | None
    by: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Incidents:
    """The incidents at a head, those of the older term first; what a person decided about stays when facts tell of it no more."""

    head: int
    incidents: tuple[KnownIncident, ...]


def incidents_now(context: Context) -> Incidents:
    """Give the incidents as the facts were read last. Raises Unclear where these do not tell which council is in office."""
    with reading(context.engine) as connection:
        return incidents_in(context, connection)


def incidents_in(context: Context, connection: Connection) -> Incidents:
    """Give them within a transaction. Raises Unclear."""
    return incidents_of(context, facts_of(connection, DUTY), desk_now(context, connection))


def incidents_of(context: Context, snapshot: Snapshot, now: Now) -> Incidents:
    """Give them from facts of the duty. Raises Unclear."""
    view = view_of(snapshot, now, context.config.settings.get(DUTY.name, Settings()))
    noted = noted_now(view.decided(IncidentNoted))
    told = {one.name: one for one in incidents(view)}
    recent = [name for name, one in noted.items() if one.council >= view.council - 1 and name not in told]
    found = []
    for name in (*told, *recent):
        decision, fact = noted.get(name), told.get(name)
        found.append(
            KnownIncident(
                name=name,
                council=fact.term.council if fact else noted[name].council,
                state=state_of(decision),
                says=fact.says if fact else noted[name].says,
                sources=tuple(one.source for one in fact.evidence) if fact else (noted[name].source,),
                group=name_of_group(fact.group) if fact and fact.group else "",
                due=fact.term.due if fact else None,
                at=decision.taken.at if decision else None,
                by=decision.taken.person if decision else "",
                why=decision.taken.why if decision else "",
            )
        )
    return Incidents(head=view.head, incidents=tuple(sorted(found, key=lambda one: one.council)))
