"""Occasions of digests to leads: a report of the group can come or is overdue, the budget covers rewards for 14 or for 3 days alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Configured
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import FAIR, Occasion
from secretariat.cli.term.judge.private.groups import Group, groups
from secretariat.cli.term.judge.private.reading import LEAD, budget_subject, report_subject
from secretariat.cli.term.judge.terms.term import OF_PAST, REPORTS, Known, terms

LOW = (14 * DAY, 3 * DAY)
"""So many blocks before the first payment that is not covered a lead is told."""

OF_GROUPS = ("group-report", "group-plan")


@dataclass(frozen=True, kw_only=True, slots=True)
class Owed:
    """A report that each group owes in a term: from which block it can come, its due block, and the last block at which it is asked for."""

    report: str
    council: int
    opens: int
    due: int
    last: int


def owed(history: History, known: Known) -> list[Owed]:
    """List the reports that groups owe; none that was due before the desk began, for nobody could note at it that it came."""
    found = []
    for term in terms(history, known):
        for report in OF_GROUPS:
            opens, due = (term.first + after for after in REPORTS[report])
            if due >= known.began and not (report in OF_PAST and term.number < 2) and opens <= term.end:
                found.append(Owed(report=report, council=term.number, opens=opens, due=due, last=term.end))
    return found


def about_leads(history: History, known: Known, configured: Configured) -> Iterator[Occasion]:
    """List what each lead whom a mail reaches, and who wants digests, is called for."""
    now, reports = int(history.truth["block"]), owed(history, known)
    for group in groups(history):
        for member, first, last in group.terms_of_leads(known.began, now):
            if member in configured.written_to and member not in configured.no_digests:
                yield from _of_reports(group, member, first, last, reports)
                yield from _of_budget(group, member, first, last)


def _of_reports(group: Group, member: int, first: int, last: int, reports: list[Owed]) -> Iterator[Occasion]:
    """Call for words when a report can come and when it is overdue; a lead gets one digest a day, so the second of a day need not come.

    What was due before they led is not theirs.
    """
    days: set[int] = set()
    moments = [(one.opens, one.due, False, one) for one in reports]
    moments += [(one.due + 1, one.last, True, one) for one in reports if first <= one.due]
    for opens, until, overdue, one in sorted(moments, key=lambda each: each[:2]):
        begins, closes = max(opens, first), min(until, one.last, last)
        if begins <= closes:
            needed = opens // DAY not in days
            days.add(opens // DAY)
            subject = report_subject(group.name, one.report, one.council, overdue, member)
            yield _of(begins, begins, closes, subject, needed=needed)


def _of(opens: int, due: int, closes: int, subject: str, *, needed: bool) -> Occasion:
    return Occasion(
        row="B1",
        kinds=(LEAD,),
        place="private",
        cycle=0,
        opens=opens,
        due=due,
        closes=closes,
        needed=needed,
        subject=subject,
    )


def payments(group: Group, first: int, last: int) -> Iterator[tuple[int, int, int]]:
    """Give the first payment that is not covered, with the first and last block at whose end it was that one."""
    begun: tuple[int, int, int] | None = None
    marks = [first, *group.changes(first, last), last + 1]
    for at, after in pairwise(marks):
        short = group.short(at)
        if begun is not None and begun[0] == short:
            begun = (begun[0], begun[1], after - 1)
            continue
        if begun is not None:
            yield begun
        begun = None if short is None else (short, at, after - 1)
    if begun is not None:
        yield begun


def _of_budget(group: Group, member: int, first: int, last: int) -> Iterator[Occasion]:
    """Call for words 14 and 3 days before the first payment that is not covered, once while it stays that near.

    They are asked for from the next day's first block on. Another payment may be told of again, and need not.
    """
    runs = list(payments(group, first, last))
    subject = budget_subject(group.name, member)
    for before, nearer in zip(LOW, (*LOW[1:], 0), strict=True):
        for times in _stretches((max(at, short - before), min(until, short - nearer - 1)) for short, at, until in runs):
            begins, closes = times[0][0], times[-1][1]
            due = (begins // DAY + 1) * DAY
            yield _of(begins, min(due, closes), closes, subject, needed=closes - due >= FAIR)
            for again, until in times[1:]:
                yield _of(again, again, until, subject, needed=False)


def _stretches(times: Iterable[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Put times together between which lies a day at the most: a lead gets one digest a day, and what was better for less was not told."""
    found: list[list[tuple[int, int]]] = []
    for begins, closes in times:
        if begins > closes:
            continue
        if found and begins - found[-1][-1][1] <= DAY:
            found[-1].append((begins, closes))
        else:
            found.append([(begins, closes)])
    return found


def is_low(group: Group, block: int) -> bool:
    """Tell whether the first payment that is not covered is 14 days away or less."""
    short = group.short(block)
    return short is not None and block >= short - LOW[0]


def low_times(group: Group, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Give the times in which a group's budget is low: first and last block."""
    for short, at, until in payments(group, first, last):
        if max(at, short - LOW[0]) <= until:
            yield max(at, short - LOW[0]), until
