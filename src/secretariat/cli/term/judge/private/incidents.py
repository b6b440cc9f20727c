"""Occasions of incidents: what somebody may have to explain in the report on a term, told to its council and to the lead it is about."""

from collections.abc import Iterator
from dataclasses import replace

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
        for what, opens, lead, needed in (*_of_council(term), *_of_groups(term, listed)):
            members = set(term.members) if lead is None else {*term.members, lead[0]}
            for member in sorted(members & set(configured.written_to)):
                told = _of(term, what, opens, member, needed=needed)
                only_lead = lead is not None and member == lead[0] and member not in term.members
                yield replace(told, closes=min(told.closes, lead[2])) if only_lead and lead is not None else told


_Lead = tuple[int, int, int]
_Found = tuple[str, int, _Lead | None, bool]
"""What it is, from which block, the lead that it is about with the times of their office, and whether it has to be told."""


def _of(term: Term, what: str, opens: int, member: int, *, needed: bool) -> Occasion:
    return Occasion(
        row="B1",
        kinds=(INCIDENT,),
        place="private",
        cycle=0,
        opens=opens,
        due=opens,
        closes=FAR if term.end == FAR else term.end + DAY,
        needed=needed,
        subject=incident_subject(what, term.number, member),
    )


def _of_council(term: Term) -> Iterator[_Found]:
    for report in ("council-report", "council-plan"):
        over = term.first + REPORTS[report][1] + 1
        if over > term.known.began and over <= term.end and not (report in OF_PAST and term.number < 2):
            yield report, over, None, True
    for one in term.history.truth.get("proposals", ()):
        for round_ in one["rounds"]:
            closed = FAR if round_["closed"] is None else int(round_["closed"])
            if round_["ended"] == "expired" and term.first <= closed <= term.end:
                yield f"expired {one['id']}", closed, None, True
            if round_["ended"] == "council-change" and closed == term.end + 1:
                yield f"lost {one['id']}", closed, None, True
        if one["error"] is not None and one["executed"] is not None and term.first <= int(one["executed"]) <= term.end:
            yield f"failed {one['id']}", int(one["executed"]), None, True
    for election in term.history.elections:
        if election["outcome"] in FAILED and term.first <= int(election["ended"]) <= term.end:
            yield f"election {election['cycle']}", int(election["ended"]), None, True
    yield "rewards council", term.first, None, False


def _of_groups(term: Term, listed: list[Group]) -> Iterator[_Found]:
    """Give the reports of groups that were not there when they were due, and rewards that were not covered, which may be told.

    That is from the first block of the term at which somebody is owed rewards: to whoever leads then or later in it.
    """
    now = int(term.history.truth["block"])
    for group in listed:
        for lead in group.terms_of_leads(term.first, now):
            for report in ("group-report", "group-plan"):
                due = term.first + REPORTS[report][1]
                begins = due >= term.known.began and due < term.end and lead[1] <= due
                if begins and due + 1 <= lead[2] and not (report in OF_PAST and term.number < 2):
                    yield f"{report} {group.name}", due + 1, lead, True
            owed = group.first_owed(term.first, min(lead[2], term.end))
            if owed is not None:
                yield f"rewards {group.name}", max(lead[1], owed), lead, False
