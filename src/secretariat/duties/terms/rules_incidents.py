"""The rule about incidents: each is proposed to the lead it is about and to the council alone, until a person says yes or no.

Those that become known in one review are told in one message, with one list; each has its own yes or no.
"""

from collections.abc import Iterator, Mapping, Sequence

from secretariat.desk.filling import Filled, Template, fill
from secretariat.desk.findings import Due, Finding, Wanted
from secretariat.desk.marks import time_of
from secretariat.desk.saying import count
from secretariat.desk.wanting import message, to_member
from secretariat.duties.terms.incidents import Incident, Reported, incidents
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.view import View
from secretariat.facts.incidents import IncidentKnown, IncidentNoted, noted_now
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.stored_groups import StoredGroup, StoredWorker


def proposed(view: View) -> Iterator[Finding]:
    """Conclude each incident that nobody decided about. It stands in nothing that is published, and in no report without a yes."""
    noted = noted_now(view.decided(IncidentNoted))
    found = [one for one in incidents(view) if one.name not in noted]
    several = _together(view, found)
    told = {one.name for ones in several.values() for one in ones} | _over(view)
    for one in found:
        yield _finding(view, one, alone=one.name not in told)
    for first, ones in several.items():
        yield _of_several(view, first, ones)


def _together(view: View, found: Sequence[Incident]) -> Mapping[str, Sequence[Incident]]:
    """Group the incidents that became known in one review, and those that do in this one, by the name of the first of them.

    One that became known without another is told alone, and so is one of which words went out alone.
    """
    known = {one.fact.incident: one.fact for one in view.snapshot.of(IncidentKnown)}
    new: dict[int, list[Incident]] = {}
    for one in found:
        if one.name not in known:
            new.setdefault(one.term.council, []).append(one)
    groups = {min(one.name for one in ones): ones for ones in new.values() if len(ones) > 1}
    for one in found:
        fact = known.get(one.name)
        if fact is not None and fact.together > 1 and not (fact.alone or fact.over):
            groups.setdefault(fact.first, []).append(one)
    return groups


def _over(view: View) -> set[str]:
    """Name those of which a message about several went out that is done with: what comes back is not said again."""
    return {one.fact.incident for one in view.snapshot.of(IncidentKnown) if one.fact.over and not one.fact.alone}


def _finding(view: View, one: Incident, *, alone: bool) -> Finding:
    council, lead = one.term.council, _lead(view, one.group)
    return Finding(
        key=f"terms/incident/{one.name}",
        title=f"Say whether it enters the report on the term of council {council}: {one.what}",
        why=f"{one.says} It stands in no report until a person says yes: secretariat incident enter {one.name}. To leave it out: "
        f"secretariat incident leave-out {one.name} --why TEXT",
        audience="council",
        due=Due(what="the report on the term is due", block=one.term.due),
        evidence=one.evidence,
        wanted=_words(view, one.term, [one]) if alone else (),
        needs=(CHAIN, QUERY_NODE),
        asks=() if lead is None else (lead,),
    )


def _of_several(view: View, first: str, ones: Sequence[Incident]) -> Finding:
    """Conclude the message about several: it stays the same occasion as long as nobody decided about one of them."""
    term = ones[0].term
    return Finding(
        key=f"terms/incidents/{first}",
        title=f"Tell what may enter the report on the term of council {term.council}: {count(len(ones), 'incident')} in one message",
        why=f"They became known together, and each is decided about alone: {'; '.join(one.what for one in ones)}.",
        audience="council",
        due=Due(what="the report on the term is due", block=term.due),
        evidence=tuple(each for one in ones for each in one.evidence),
        wanted=_words(view, term, ones, together=True),
        needs=(CHAIN, QUERY_NODE),
        needs_nobody=True,
    )


def _words(view: View, term: Reported, ones: Sequence[Incident], *, together: bool = False) -> tuple[Wanted, ...]:
    """Want them told to the council, in its place or to each member, and to each lead what is about their group; to nobody else.

    ``together`` tells that they became known together, though one may be left of them: whose message it is stays the same. A lead who gets it
    as a member gets none beside it.
    """
    if view.block >= term.due:
        return ()
    place, leads = view.settings.council, _by_lead(view, ones)
    alone = () if place else term.members
    to = [(member, f"member-{member}", ones) for member in alone if together or member not in leads]
    for lead, own in leads.items():
        if not (together and lead in alone):
            to.append((lead, f"lead-{lead}" if together else "lead", own))
    private = (
        each for member, part, own in to for each in to_member(member, *_text(term, own), until=term.due, part=part)
    )
    return (*message(place, *_text(term, ones), until=term.due, part="council"), *private)


def _text(term: Reported, ones: Sequence[Incident]) -> tuple[Template, dict[str, str]]:
    """Give the template and what fills it: of one incident its own words, of several a list."""
    figures = {"council": str(term.council), "due": f"{term.due:,}", "due_time": time_of(term.due)}
    if len(ones) == 1:
        return template("incident"), {**figures, "says": ones[0].marked}
    lines = [fill(template("agenda-entry"), {"told": one.marked}) for one in ones]
    listed = Filled("\n".join(lines), "\n".join(one.form for one in lines))
    return template("incidents-together"), {**figures, "listed": listed}


def _by_lead(view: View, ones: Sequence[Incident]) -> Mapping[int, Sequence[Incident]]:
    """Give what is about the group of each lead, by the lead's member id."""
    found: dict[int, list[Incident]] = {}
    for one in ones:
        lead = _lead(view, one.group)
        if lead is not None:
            found.setdefault(lead, []).append(one)
    return found


def _lead(view: View, group: str) -> int | None:
    """Give the member who leads a group now; None for no group, and where that is not known."""
    leads = {(one.fact.group, one.fact.lead) for one in view.snapshot.of(StoredGroup) if one.fact.group == group}
    found = (one.fact.member_id for one in view.snapshot.of(StoredWorker) if (one.fact.group, one.fact.worker) in leads)
    return next(found, None)
