"""Occasions at the desk itself: what the office has to see among its tasks and alerts, as no message tells it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from secretariat.cli.term.judge.history import DAY
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.private.groups import led_times
from secretariat.cli.term.judge.terms.term import FAR, OF_PAST, REPORTS, Term, approved

_ELECTS = re.compile("secretary", re.IGNORECASE)


def about_the_desk(term: Term) -> Iterator[Occasion]:
    """List what the desk has to show about one term."""
    for rule in (_which, _clock, _office, _reports, _posted):
        yield from rule(term)


def _of(row: str, kind: str, term: Term, opens: int, closes: int, subject: str = "") -> Iterator[Occasion]:
    last = min(closes, term.end if row != "T1" else FAR)
    if opens <= last:
        yield Occasion(
            row=row,
            kinds=(kind,),
            place="desk",
            cycle=0,
            opens=opens,
            due=opens,
            closes=last,
            subject=subject or f"council {term.number}",
        )


def _which(term: Term) -> Iterator[Occasion]:
    """Ask about each Signal of the term whose title has the word, until a person has noted what it is."""
    noted = {one.number: one.block for one in term.noted("proposal")}
    for one in term.history.truth.get("proposals", ()):
        if one["type"] == "Signal" and term.first <= one["created"] <= term.end and _ELECTS.search(one["title"]):
            yield from _of("C1", "which", term, one["created"], noted.get(one["id"], FAR) - 1, f"proposal {one['id']}")


def _clock(term: Term) -> Iterator[Occasion]:
    """Tell the states of the clock of 24 hours: no proposal, created, approved and waiting; it ends with the execution.

    Of several proposals it is the furthest one's, block by block: a second Signal takes the place of one that was rejected.
    """
    states = [one for noted, told in term.electing() for one in _states(term, noted.block, noted.number, told)]
    known, over = min((one.first for one in states), default=FAR), term.limit + 1
    yield from _of("C1", "clock-none", term, term.first, min(known - 1, over - 1))
    yield from _of("C1", "clock-over", term, over, known - 1)
    marks = sorted({mark for one in states for mark in (one.first, one.last + 1) if known <= mark < FAR})
    furthest: list[_State] = []
    for first, after in pairwise([*marks, FAR + 1]):
        here = [one for one in states if one.first <= first <= one.last]
        best = replace(min(here, key=lambda one: (one.rank, one.since, one.proposal)), first=first, last=after - 1)
        if furthest and replace(furthest[-1], first=first, last=best.last) == best:
            furthest[-1] = replace(furthest[-1], last=best.last)
        else:
            furthest.append(best)
    for one in furthest:
        if one.kind:
            yield from _of("C1", one.kind, term, one.first, one.last, f"proposal {one.proposal}")


@dataclass(frozen=True, kw_only=True, slots=True)
class _State:
    """How a noted proposal stands from one block to another: the kind of words (empty once it is executed), its rank, and since when it stands so."""

    proposal: int
    kind: str
    rank: int
    since: int
    first: int
    last: int


def _states(term: Term, noted: int, number: int, one: Mapping[str, Any]) -> Iterator[_State]:
    """Give the states of one proposal from the block on in which it was noted; the lowest rank is the furthest."""
    yes, closed = approved(one), one["rounds"][-1]["closed"]
    end = FAR if closed is None else int(closed)
    done = FAR if yes == FAR or one["executed"] is None else int(one["executed"])
    late = "clock-in-time" if yes <= term.limit else "clock-late"
    over = ("clock-rejected", 3) if yes == FAR or one["error"] is not None else ("", 0)
    told = [("clock-created", 2, int(one["created"]), end - 1)]
    told += [(late, 1, yes, done - 1)] if yes < FAR else []
    told += [(*over, end if yes == FAR else done, FAR)]
    for kind, rank, since, last in told:
        if max(noted, since) <= last and since < FAR:
            yield _State(proposal=number, kind=kind, rank=rank, since=since, first=max(noted, since), last=last)


def _office(term: Term) -> Iterator[Occasion]:
    """Ask for the mandate after the execution, and for the permission after the mandate."""
    recorded = next((one.block for one in term.noted("mandate")), FAR)
    for noted, one in term.electing():
        if one["executed"] is not None and one["error"] is None:
            opens = max(int(one["executed"]), noted.block)
            yield from _of("C1", "mandate", term, opens, recorded - 1, f"proposal {noted.number}")
    looked = next((one.block for one in term.noted("permission")), FAR)
    if recorded < FAR:
        yield from _of("C1", "permission", term, recorded, looked - 1, "office")


def _reports(term: Term) -> Iterator[Occasion]:
    """Tell of each report from when it can come, and that it is overdue; nobody notes any in a played term.

    Of one that was due before the desk began nobody could note that it came: it is asked for, and is no alert.
    A group without a lead owes none, so those of groups are told of while some group has one; what it owed when its lead left, as overdue,
    stays, for the council to know.
    """
    for report, (opens, due) in REPORTS.items():
        if report in OF_PAST and term.number < 2:
            continue
        missed = term.first + due < term.known.began
        for at, until in _owing(term, report, term.first + opens, FAR if missed else term.first + due):
            yield from _of("B1", report, term, at, until)
        for at, until in () if missed else _overdue(term, report, term.first + due + 1):
            yield from _of("B1", f"{report}-overdue", term, at, until)


def _owing(term: Term, report: str, first: int, last: int) -> list[tuple[int, int]]:
    """Give the times from one block to another in which somebody owes a report: the council always, groups while one has a lead."""
    until = min(last, term.end)
    if not report.startswith("group-"):
        return [(first, until)]
    return led_times(term.history, first, until) if first <= until else []


def _overdue(term: Term, report: str, first: int) -> list[tuple[int, int]]:
    """Give the time from a block on in which a report is overdue: of groups from when one had a lead then, or has one since."""
    times = _owing(term, report, first - 1, FAR)
    return [(max(first, times[0][0]), term.end)] if times and max(first, times[0][0]) <= term.end else []


def _posted(term: Term) -> Iterator[Occasion]:
    """Tell who has not posted a summary, from the term's end until a day after the deadline."""
    thread, all_ = term.thread("summaries"), frozenset(term.members)
    if term.end == FAR or thread is None or not all_:
        return
    opens, closes = max(term.end + 1, thread.block), term.deadline + DAY
    if term.posted(opens) != all_:
        yield from _of("T1", "not-posted", term, opens, closes)
