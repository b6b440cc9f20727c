"""The public calendar's events of a council's term: when its reports and plans are due, and the summaries of the term before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from secretariat.facts.calendar import CONDITIONS, CalendarEvent, event_at, uid_of, way_of
from secretariat.facts.council_in_office import InOffice
from secretariat.facts.deadlines import Outlook
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.pace import Pace, PaceUnknown, project
from secretariat.facts.reporting_cycle import WINDOWS, Report, ReportNoted, announced_until, last_noted

SUMMARIES = "term-summaries"

TITLES: dict[Report, str] = {
    "group-report": "The report of the {group} working group on the term of council {past} is due",
    "council-report": "The report of council {past} on its term is due",
    "council-plan": "The plan of council {council} for its term is due",
    "group-plan": "The plan of the {group} working group for the term of council {council} is due",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class TermFacts:
    """What the events of a term rest on: the council in office, the groups that have a lead, and what was noted of reports, oldest first.

    ``summaries_after`` are the blocks from a term's last one to the deadline of its summaries.
    """

    office: InOffice
    groups: Sequence[str]
    noted: Sequence[ReportNoted]
    summaries_after: int


@dataclass(frozen=True, kw_only=True, slots=True)
class _Due:
    name: str
    council: int
    title: str
    block: int
    tentative: bool = False
    note: str = ""


def is_of_term(uid: str) -> bool:
    """Tell whether an event is one of these, by its name."""
    return uid.startswith((f"{SUMMARIES}-", *(f"{report}-" for report in TITLES)))


def term_events(facts: TermFacts, outlook: Outlook, pace: Pace, genesis: str) -> tuple[CalendarEvent, ...]:
    """List the events that are still to come, by block; none before the first council, nor without a measured pace."""
    if not facts.office.number:
        return ()
    coming = [one for one in (*_reports(facts), *_summaries(facts, outlook)) if one.block > pace.head.block]
    found = [event for one in coming if (event := _event(one, pace, genesis)) is not None]
    return tuple(sorted(found, key=lambda each: (each.block, each.uid)))


def _event(one: _Due, pace: Pace, genesis: str) -> CalendarEvent | None:
    try:
        when = project(pace, one.block)
    except PaceUnknown:
        return None
    return event_at(
        uid=uid_of(one.name, one.council, genesis),
        title=one.title,
        block=one.block,
        when=when,
        tentative=one.tentative,
        note=one.note,
    )


def _reports(facts: TermFacts) -> Iterator[_Due]:
    """Give each report that is not excused, at the block until which it was announced late last, else at the one it is due by.

    One that was received, whole or without sections, stays there: its deadline was no other one.
    """
    council = facts.office.number
    for report, title in TITLES.items():
        window = WINDOWS[report]
        if window.of_past and council == 1:
            continue
        for group in sorted(facts.groups) if window.of_groups else [""]:
            due = facts.office.first + window.due
            note = last_noted(facts.noted, council, report, group, due)
            if note is not None and note.how == "excused":
                continue
            late = announced_until(facts.noted, council, report, group, due)
            yield _Due(
                name=f"{report}-{group}" if group else report,
                council=council,
                title=title.format(group=name_of_group(group), council=council, past=council - 1),
                block=due if late is None else late,
                note="" if late is None else f"It was announced late; it was due in block {due:,}.",
            )


def _summaries(facts: TermFacts, outlook: Outlook) -> Iterator[_Due]:
    """Give the deadline of the council that has left, and of the one in office as its term ends if no election begins anew."""
    council = facts.office.number
    if council > 1:
        yield _summary(council - 1, facts.office.first - 1 + facts.summaries_after)
    election = next(
        (
            one
            for branch in way_of(outlook)
            for one in outlook.deadlines
            if one.name == "election" and one.branch == branch
        ),
        None,
    )
    if election is not None:
        last = _summary(council, election.block - 1 + facts.summaries_after)
        yield replace(last, tentative=True, note=CONDITIONS.get(election.branch, ""))


def _summary(council: int, block: int) -> _Due:
    title = f"Term summaries of the members of council {council} are due"
    return _Due(name=SUMMARIES, council=council, title=title, block=block)


def is_of_group(uid: str, group: str) -> bool:
    """Tell whether an event is of a working group, by its name."""
    return uid.startswith(tuple(f"{report}-{group}-" for report, window in WINDOWS.items() if window.of_groups))


def summaries_told(
    told: Iterable[CalendarEvent], office: InOffice, coming: Iterable[CalendarEvent], genesis: str
) -> tuple[CalendarEvent, ...]:
    """Give the told summaries of the council in office where no election ahead says when its term ends: its term ends some time."""
    uid = uid_of(SUMMARIES, office.number, genesis)
    known = any(one.uid == uid for one in coming)
    return () if known else tuple(one for one in told if one.uid == uid)


def as_told(events: Iterable[CalendarEvent]) -> tuple[CalendarEvent, ...]:
    """Give those events of a term that were told before: they stay where the council in office is not known."""
    return tuple(each for each in events if is_of_term(each.uid))
