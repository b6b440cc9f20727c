"""Occasions about a council's term: the call for a secretary and its clock, feedback, term summaries, reports."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from secretariat.cli.term.judge.evidence import Place
from secretariat.cli.term.judge.history import DAY, History
from secretariat.cli.term.judge.occasions import Occasion
from secretariat.cli.term.judge.terms.desk import about_the_desk
from secretariat.cli.term.judge.terms.term import FAR, REMINDED, Known, Term, terms

WAITS = 1_200
"""So many blocks the public call waits for its thread."""

FEEDBACK_TOLD = 3 * DAY
"""So many blocks after its thread was opened it makes sense to tell of it."""


def about_terms(history: History, known: Known) -> Iterator[Occasion]:
    """List what every term calls for."""
    for term in terms(history, known):
        for rule in (_call, _willing, _nobody, _feedback, _summaries, _deadline, about_the_desk):
            yield from rule(term)


def _of(row: str, kind: str, place: Place, term: Term, opens: int, closes: int) -> Iterator[Occasion]:
    if opens <= closes:
        yield Occasion(
            row=row,
            kinds=(kind,),
            place=place,
            cycle=0,
            opens=opens,
            due=opens,
            closes=closes,
            subject=f"council {term.number}",
        )


def _call(term: Term) -> Iterator[Occasion]:
    last = min(term.call_last, term.settled() - 1)
    yield from _of("C1", "call", "forum", term, term.first, last)
    thread = term.thread("call")
    due = min(term.first + WAITS, term.first + WAITS if thread is None else thread.block)
    for one in _of("C1", "call", "discord", term, term.first, last):
        yield replace(one, due=min(due, last))


def _willing(term: Term) -> Iterator[Occasion]:
    """Call for the list once the call is over, and anew when it has changed: in public, and in the call's thread."""
    last = min(term.limit, term.settled() - 1, term.end)
    first = term.call_last + 1
    later = [one.block for one in term.noted("willing") if one.block >= first]
    marks = [first, *later] if term.willing(first) else later
    for at, after in pairwise([*dict.fromkeys(marks), last + 1]):
        yield from _of("C1", "willing", "discord", term, at, min(after - 1, last))
        thread = term.thread("call")
        if thread is not None and thread.block < at:
            yield from (
                replace(one, thread=thread.number)
                for one in _of("C1", "willing", "forum", term, at, min(after - 1, last))
            )


def _nobody(term: Term) -> Iterator[Occasion]:
    noted = [one.block for one in (*term.noted("willing"), *term.noted("proposal"))]
    yield from _of("C1", "nobody", "discord", term, term.call_last, min(term.limit, *(at - 1 for at in (*noted, FAR))))


def _feedback(term: Term) -> Iterator[Occasion]:
    yield from _of("C4", "feedback", "forum", term, term.first, term.end)
    thread = term.thread("feedback")
    if thread is not None:
        yield from _of(
            "C4", "feedback-open", "discord", term, thread.block, min(thread.block + FEEDBACK_TOLD, term.end)
        )
    if thread is not None and thread.block <= term.end < FAR:
        for one in _of("C4", "feedback-summary", "forum", term, term.end + 1, term.deadline):
            yield replace(one, thread=thread.number)


def _summaries(term: Term) -> Iterator[Occasion]:
    yield from _of("T1", "summaries", "forum", term, term.summaries_from, term.deadline)
    thread = term.thread("summaries")
    if thread is not None:
        yield from _of("T1", "summaries-open", "discord", term, thread.block, term.end)


def _deadline(term: Term) -> Iterator[Occasion]:
    """Call for the deadline once the term has ended, and for reminders of it as long as somebody has not posted."""
    thread = term.thread("summaries")
    if term.end == FAR or thread is None:
        return
    opens, first = max(term.end + 1, thread.block), term.deadline - REMINDED[0]
    for one in _of("T1", "deadline", "discord", term, opens, first - 1):
        yield one
        if thread.block <= term.end:
            yield replace(one, place="forum", thread=thread.number)
        else:  # a thread that was opened after the end tells the deadline itself
            yield replace(one, place="forum", thread=thread.number, needed=False)
    for before, after in pairwise([*REMINDED, 0]):
        at, last = max(term.deadline - before, thread.block), term.deadline - after - 1
        while at <= last and term.posted(last) == frozenset(term.members) and term.posted(at) != term.posted(last):
            last -= 1
        if term.posted(at) != frozenset(term.members):
            yield from _of("T1", "summaries-reminder", "discord", term, at, last)
