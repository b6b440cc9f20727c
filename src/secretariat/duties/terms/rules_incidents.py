"""The rule about incidents: each is proposed to the lead it is about and to the council alone, until a person says yes or no."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Finding, Wanted
from secretariat.desk.marks import time_of
from secretariat.desk.wanting import message, to_member
from secretariat.duties.terms.incidents import Incident, incidents
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.view import View
from secretariat.facts.incidents import IncidentNoted, noted_now
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.stored_groups import StoredGroup, StoredWorker


def proposed(view: View) -> Iterator[Finding]:
    """Conclude each incident that nobody decided about. It stands in nothing that is published, and in no report without a yes."""
    noted = noted_now(view.decided(IncidentNoted))
    for one in incidents(view):
        if one.name not in noted:
            yield _finding(view, one)


def _finding(view: View, one: Incident) -> Finding:
    council, lead = one.term.council, _lead(view, one.group)
    return Finding(
        key=f"terms/incident/{one.name}",
        title=f"Say whether it enters the report on the term of council {council}: {one.what}",
        why=f"{one.says} It stands in no report until a person says yes: secretariat incident enter {one.name}. To leave it out: "
        f"secretariat incident leave-out {one.name} --why TEXT",
        audience="council",
        due=Due(what="the report on the term is due", block=one.term.due),
        evidence=one.evidence,
        wanted=_words(view, one, lead) if view.block < one.term.due else (),
        needs=(CHAIN, QUERY_NODE),
        asks=() if lead is None else (lead,),
    )


def _words(view: View, one: Incident, lead: int | None) -> tuple[Wanted, ...]:
    """Want it told to the council, in its place or to each member, and to the lead: in the same words, and to nobody else."""
    due = one.term.due
    values = {"council": str(one.term.council), "says": one.marked, "due": f"{due:,}", "due_time": time_of(due)}
    words, place = template("incident"), view.settings.council
    alone = () if place else one.term.members
    to = [(member, f"member-{member}") for member in alone if member != lead]
    to += [] if lead is None else [(lead, "lead")]
    private = (each for member, part in to for each in to_member(member, words, values, until=due, part=part))
    return (*message(place, words, values, until=due, part="council"), *private)


def _lead(view: View, group: str) -> int | None:
    """Give the member who leads a group now; None for no group, and where that is not known."""
    leads = {(one.fact.group, one.fact.lead) for one in view.snapshot.of(StoredGroup) if one.fact.group == group}
    found = (one.fact.member_id for one in view.snapshot.of(StoredWorker) if (one.fact.group, one.fact.worker) in leads)
    return next(found, None)
