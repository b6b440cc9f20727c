"""Occasions of incidents: what somebody may have to explain in the report on a term, told to its council and to the lead it is about."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from secretariat.cli.term.judge.evidence import Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.private.groups import Group, groups
from secretariat.cli.term.judge.private.reading import INCIDENT, incident_subject
from secretariat.cli.term.judge.terms.term import FAR, OF_PAST, REPORTS, Known, Term, terms

FAILED = ("too-few-candidates", "too-few-revealed")


def about_incidents(history: History, known: Known, configured: Configured) -> Iterator[Occasion]:
    """List what each term has to explain, for each whom a mail reaches; nobody notes in a played term that a report came."""
    listed = groups(history)
    for term in terms(history, known):
        for one in (*_of_council(term), *_of_groups(term, listed)):
            lead = None if one.lead is None or one.lead[0] in term.members else one.lead
            members = {*(term.members if one.council else ()), *(() if lead is None else lead[:1])}
            for member in sorted(members & set(configured.written_to)):
                told = _of(term, one, member)
                of_lead = lead is not None and member == lead[0]
                yield replace(told, closes=min(told.closes, lead[2])) if of_lead and lead is not None else told


@dataclass(frozen=True, kw_only=True, slots=True)
class Explained:
    """What a term has to explain: from which block, from which it is asked for, and who is told: the council, and a lead with their time."""

    what: str
    opens: int
    due: int
    lead: tuple[int, int, int] | None = None
    council: bool = True
    needed: bool = True


def _now(what: str, opens: int, lead: tuple[int, int, int] | None = None) -> Explained:
    return Explained(what=what, opens=opens, due=opens, lead=lead)


def _of(term: Term, one: Explained, member: int) -> Occasion:
    return Occasion(
        row="B1",
        kinds=(INCIDENT,),
        place="private",
        cycle=0,
        opens=one.opens,
        due=one.due,
        closes=FAR if term.end == FAR else term.end + DAY,
        needed=one.needed,
        subject=incident_subject(one.what, term.number, member),
    )


def _of_council(term: Term) -> Iterator[Explained]:
    for report in ("council-report", "council-plan"):
        over = term.first + REPORTS[report][1] + 1
        if over > term.known.began and over <= term.end and not (report in OF_PAST and term.number < 2):
            yield _now(report, over)
    for one in term.history.truth.get("proposals", ()):
        for round_ in one["rounds"]:
            closed = FAR if round_["closed"] is None else int(round_["closed"])
            if round_["ended"] == "expired" and term.first <= closed <= term.end:
                yield _now(f"expired {one['id']}", closed)
            if round_["ended"] == "council-change" and closed == term.end + 1:
                yield _now(f"lost {one['id']}", closed)
        if one["error"] is not None and one["executed"] is not None and term.first <= int(one["executed"]) <= term.end:
            yield _now(f"failed {one['id']}", int(one["executed"]))
    for election in term.history.elections:
        if election["outcome"] in FAILED and term.first <= int(election["ended"]) <= term.end:
            yield _now(f"election {election['cycle']}", int(election["ended"]))
    yield from _rewards_of_council(term)


def _rewards_of_council(term: Term) -> Iterator[Explained]:
    """Give the first payment of the council's rewards that its budget did not cover; that in the block after the term is its own too.

    Nobody looks at the desk for it alone: it is asked for within a day.
    """
    short = next((block for block, _, missing in term.payments if missing), None)
    if short is not None:
        yield Explained(what="rewards council", opens=short, due=short if short > term.end else short + DAY)


def _of_groups(term: Term, listed: list[Group]) -> Iterator[Explained]:
    """Give the reports of groups that were not there when they were due, and rewards that were not covered."""
    now = int(term.history.truth["block"])
    for group in listed:
        for lead in group.terms_of_leads(term.first, now):
            for report in ("group-report", "group-plan"):
                due = term.first + REPORTS[report][1]
                begins = due >= term.known.began and due < term.end and lead[1] <= due
                if begins and due + 1 <= lead[2] and not (report in OF_PAST and term.number < 2):
                    yield _now(f"{report} {group.name}", due + 1, lead)
        yield from _rewards_of(group, term, now)


def _rewards_of(group: Group, term: Term, now: int) -> Iterator[Explained]:
    """Give a group's rewards from the first block of the term on at which somebody is owed some: to the council, and to whoever leads then or later.

    What is owed for a day of the term in which there is a desk has to be told, and of leads to the one of that day; the rest may be told, and
    need not: what was owed before has no block on the chain, so that it counts for the council in office.
    """
    owed = group.first_owed(term.first, term.end)
    if owed is None or owed > now:
        return
    what, due = f"rewards {group.name}", owed + DAY
    lasts = max(due, term.known.began + DAY) <= term.end and group.is_owed(owed, due)
    yield Explained(what=what, opens=owed, due=due, needed=lasts)
    for lead in group.terms_of_leads(term.first, now):
        opens, then = max(lead[1], owed), lead[1] <= owed and due <= lead[2]
        if opens <= lead[2]:
            yield Explained(
                what=what, opens=opens, due=max(due, opens), lead=lead, council=False, needed=lasts and then
            )
