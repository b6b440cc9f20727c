"""The reporting cycle of a council's term: which reports are due when, and what people of the desk noted of each.

Its schedule is what the council decided (``council/processes/Reporting_Cycle.md`` of the community repository), with a day of
14,400 blocks: reports of the groups 12 hours after the start of the term, the report of the council that left a day after it, the plan
of the new council after two days, the groups' plans after three.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from secretariat.facts.desk_decisions import Taken

Report = Literal["group-report", "council-report", "council-plan", "group-plan"]
REPORTS: tuple[Report, ...] = get_args(Report)
How = Literal["received", "late", "excused"]
State = Literal["due", "announced late", "overdue", "received", "incomplete", "excused"]

MOST_LATE_BLOCKS = 14_400
"""A report that is announced late comes at most so many blocks after its due block."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """When a report is due: blocks after the first one of the term at which it can come, and by which it must.

    ``of_groups`` are reports that each working group makes, ``of_past`` those about the term before.
    """

    opens: int
    due: int
    of_groups: bool
    of_past: bool


WINDOWS: Mapping[Report, Window] = {
    "group-report": Window(opens=0, due=7_200, of_groups=True, of_past=True),
    "council-report": Window(opens=0, due=14_400, of_groups=False, of_past=True),
    "council-plan": Window(opens=14_400, due=28_800, of_groups=False, of_past=False),
    "group-plan": Window(opens=28_800, due=43_200, of_groups=True, of_past=False),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportNoted:
    """A report was received in a thread, is announced late until a block, or is excused, as a person of the desk noted.

    ``council`` is the number of the council at the start of whose term it is due. ``group`` is the working group's name, empty for
    the council's own reports. Which note counts ``last_noted`` tells. ``block`` is that at which it was noted (council time); None where it was not known, or in
    entries of earlier versions. ``told`` is the block by which a delay was told of; None in entries of earlier versions, in which it was told
    when it was noted, and for all that is no delay.
    """

    KIND: ClassVar[str] = "report-noted"

    taken: Taken
    council: int
    report: Report
    how: How
    group: str = ""
    thread: int | None = None
    until: int | None = None
    block: int | None = None
    told: int | None = None


def _told_in_time(delay: ReportNoted, due: int) -> bool:
    """Tell whether a delay of a report that is due in a block was told of in advance, by that block, as the council's rule asks.

    Where no block is known it was, for nothing shows that it was later.
    """
    told = delay.block if delay.told is None else delay.told
    return told is None or told <= due


def last_noted(noted: Iterable[ReportNoted], council: int, report: Report, group: str, due: int) -> ReportNoted | None:
    """Give the note that counts of a report that is due in a block, of notes that come oldest first; None where there is none.

    It is the last that the report came or is excused, else the last delay that counts: a delay that is noted afterwards takes neither back.
    """
    found = [one for one in noted if (one.council, one.report, one.group) == (council, report, group)]
    ends = [one for one in found if one.how != "late"]
    return ends[-1] if ends else next((one for one in reversed(found) if _told_in_time(one, due)), None)


def announced_until(noted: Iterable[ReportNoted], council: int, report: Report, group: str, due: int) -> int | None:
    """Give the block until which a report was announced late last and in time, of notes that come oldest first; None where it never was."""
    found = [one for one in noted if (one.council, one.report, one.group) == (council, report, group)]
    return next((one.until for one in reversed(found) if one.until is not None and _told_in_time(one, due)), None)


def lateness(opened: int, due: int, announced: int | None) -> Literal["", "late", "late, as announced"]:
    """Say whether a report whose thread was opened in a block came late; ``announced`` is what ``announced_until`` gives."""
    if opened <= due:
        return ""
    return "late, as announced" if announced is not None and opened <= announced else "late"


def state_of(note: ReportNoted | None, due: int, block: int) -> State:
    """Tell how a report stands at a block by the note that counts (``last_noted``); whether one that was received is complete, its posts tell."""
    if note is not None and note.how != "late":
        return note.how
    if note is not None and note.until is not None and block <= note.until:
        return "announced late"
    return "due" if block <= due else "overdue"
