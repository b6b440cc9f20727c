"""Rules about the reporting cycle: which reports are due, announced late, overdue, or lack a required section."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.saying import count
from secretariat.duties.terms.view import View
from secretariat.facts.group_events import LEADER_UNSET, GroupStaffEvent
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.live_groups import GROUP_NAMES, name_of_group
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated
from secretariat.facts.report_sections import sections_missing
from secretariat.facts.report_threads import notes_that_count, thread_wrong
from secretariat.facts.reporting_cycle import (
    WINDOWS,
    Report,
    ReportNoted,
    State,
    announced_until,
    last_noted,
    lateness,
    state_of,
)
from secretariat.facts.stored_groups import StoredGroup

WHAT = {
    "group-report": "reports of the working groups on the term of council {past}",
    "council-report": "the report of council {past} on its term",
    "council-plan": "the plan of council {now} for its term",
    "group-plan": "plans of the working groups for the term of council {now}",
}
OVER: frozenset[State] = frozenset({"received", "excused"})


NOT_NOTED, BEFORE_THIS_DESK = "not noted here", "before this desk began"
"""What is said of a report that was due before anything could be noted at this desk."""


@dataclass(frozen=True, kw_only=True, slots=True)
class One:
    """One report: of which group (empty: the council's), how it stands, the block by which it is to be there, and the sections it lacks.

    ``late`` says of one that was received in which block its thread was opened after it was due; ``refused`` which thread was noted and does not
    count. Both are empty otherwise. ``unled`` is the event by which its group has had no lead since, after it was due; None otherwise.
    """

    group: str
    state: State
    due: int
    note: ReportNoted | None
    lacks: tuple[str, ...] = ()
    late: str = ""
    refused: str = ""
    unled: Stated[GroupStaffEvent] | None = None

    @property
    def stands(self) -> str:
        """Say how it stands, with its block, and since when nobody is there to make it."""
        gone = f"; no lead since block {self.unled.fact.block:,}" if self.unled is not None else ""
        return f"{self.state}, block {self.due:,}{gone}"


def reports(view: View) -> Iterator[Finding]:
    """Tell of each kind of report that is not all there, from when it can come (the schedule is the council's)."""
    for report, window in WINDOWS.items():
        past = view.before is not None
        if view.council and view.head >= view.first + window.opens and (past or not window.of_past):
            yield from _of(view, report)


def _of(view: View, report: Report) -> Iterator[Finding]:
    found = tuple(each_report(view, report))
    missing = [one for one in found if one.state not in OVER]
    if not missing:
        return
    what, groups = report_words(view, report), WINDOWS[report].of_groups
    lacking = any(one.lacks for one in missing)
    of = "Not complete yet" if lacking else "Not there yet"
    many = f"{len(missing)} of {count(len(found), 'group')} {'missing or not complete' if lacking else 'missing'}"
    yield Finding(
        key=f"terms/report/council-{view.council}/{report}",
        title=f"{many if groups else of}: {what}",
        why=" ".join(_said(view, one) for one in found)
        + f" Note what comes with: secretariat report received {report} --thread NUMBER{' --group NAME' if groups else ''}",
        level="alert" if _is_overdue(view, missing) else "task",
        audience="council",
        due=Due(what="the report is to be there", block=min(one.due for one in missing)),
        evidence=(Evidence(says=f"the term began in block {view.first:,}", source=view.stored.source), *_left(missing)),
        needs=(CHAIN, QUERY_NODE) if lacking or any(one.refused or one.unled for one in missing) else (CHAIN,),
    )


def _left(missing: Iterable[One]) -> Iterator[Evidence]:
    for one in missing:
        if one.unled is not None:
            yield Evidence(says=f"the {name_of_group(one.group)} group's lead left", source=one.unled.source)


def report_words(view: View, report: Report, council: int | None = None) -> str:
    """Say which report it is, at the start of the term of a council; of the one in office unless another is given."""
    now = view.council if council is None else council
    return WHAT[report].format(past=now - 1, now=now)


def each_report(view: View, report: Report) -> Iterator[One]:
    """Give the report of each working group that has a lead, or of the council; and of each whose lead left after it was due.

    What was overdue is not there because somebody left: the council has to know whom it can ask, or that it can ask nobody.
    """
    window = WINDOWS[report]
    if not window.of_groups:
        yield _one(view, report, "")
        return
    due, last = view.first + window.due, _unled(view)
    for record in sorted(view.snapshot.of(StoredGroup), key=lambda one: one.fact.group):
        group, gone = record.fact.group, last.get(record.fact.group)
        if record.fact.lead is not None:
            yield _one(view, report, group)
        elif gone is not None and (gone.fact.block or 0) > due >= view.now.notes_since:
            yield replace(_one(view, report, group), unled=gone)


def _unled(view: View) -> dict[str, Stated[GroupStaffEvent]]:
    """Give the newest event by which each group's lead left."""
    events = [one for one in view.snapshot.of(GroupStaffEvent) if one.fact.event == LEADER_UNSET]
    return {one.fact.group or "": one for one in sorted(events, key=lambda one: one.fact.block or 0)}


def _one(view: View, report: Report, group: str) -> One:
    noted, due = view.decided(ReportNoted), view.first + WINDOWS[report].due
    threads = [one.fact for one in view.snapshot.of(LiveThread)]
    counting = notes_that_count(noted, threads, view.first)
    note, newest = (last_noted(each, view.council, report, group, due) for each in (counting, noted))
    until = due if note is None or note.how != "late" or note.until is None else note.until
    state = state_of(note, due, view.head)
    received = note is not None and state == "received"
    required = view.settings.sections(report)
    lacks = sections_missing(view.snapshot, required, note.thread) if note is not None and received else ()
    return One(
        group=group,
        state="incomplete" if lacks else state,
        due=until,
        note=note,
        lacks=lacks,
        late=_late(view, note, due, announced_until(noted, view.council, report, group, due)) if received else "",
        refused="" if newest is note else _refused(view, newest),
    )


def _late(view: View, note: ReportNoted | None, due: int, announced: int | None) -> str:
    """Say in which block a report's thread was opened, if that was after it was due; announced or not."""
    block = None if note is None else _thread_block(view, note.thread)
    said = "" if block is None else lateness(block, due, announced)
    return f"opened in block {block:,} ({said})" if said else ""


def _refused(view: View, note: ReportNoted | None) -> str:
    """Say which thread was noted and does not count, and why."""
    found = next((one.fact for one in view.snapshot.of(LiveThread) if note and one.fact.thread_id == note.thread), None)
    return "" if found is None else f"thread {found.thread_id} does not count: {thread_wrong(found, view.first)}"


def _is_overdue(view: View, missing: Iterable[One]) -> bool:
    """Tell whether a report is overdue that could have been noted here."""
    return any(one.state == "overdue" and not due_before_this_desk(view, one) for one in missing)


def due_before_this_desk(view: View, one: One) -> bool:
    """Tell whether it was due before anything could be noted here: whether it came then, this desk does not know."""
    return one.state == "overdue" and one.due < view.now.notes_since


def _said(view: View, one: One) -> str:
    who = GROUP_NAMES.get(one.group, one.group) if one.group else "The council"
    block = None if one.note is None else _thread_block(view, one.note.thread)
    if one.state in ("received", "incomplete") and one.note is not None:
        lacks = f"; sections not recognised in it: {', '.join(one.lacks)}" if one.lacks else ""
        at = "" if block is None else f", {one.late or f'opened in block {block:,}'}"
        return f"{who}: received in thread {one.note.thread}{at}{lacks}."
    if one.state == "excused" and one.note is not None:
        return f"{who}: excused ({one.note.taken.why})."
    if due_before_this_desk(view, one):
        return f"{who}: {NOT_NOTED}; it was due in block {one.due:,}, {BEFORE_THIS_DESK}."
    return f"{who}: {one.stands}{f'; {one.refused}' if one.refused else ''}."


def _thread_block(view: View, number: int | None) -> int | None:
    found = (one.fact.created_block for one in view.snapshot.of(LiveThread) if one.fact.thread_id == number)
    return next(found, None)
