"""The calendar: when each recurring duty of the secretary was done in each term, and whether in time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from secretariat.duties.leaderboard.calendar_threads import (
    FEEDBACK_WINDOW,
    KPI_THREAD_WINDOW,
    SUMMARIES_WINDOW,
    done_block,
    live_threads,
    names_feedback,
    names_kpi_thread,
    names_secretary,
    names_summaries,
    thread_by_number,
    thread_by_title,
)
from secretariat.facts.forum import ForumThread
from secretariat.facts.kpis import KpiRound
from secretariat.facts.proposal_view import ProposalView, proposal_views
from secretariat.facts.proposals import APPROVED
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, LONG_TEXT, MOMENT, NUMBER, TEXT, YES_NO, Column, Table
from secretariat.facts.term_view import Term, TermKey, term_key, terms
from secretariat.facts.terms import CouncilReport

DUE_AFTER_START = 14_400
"""The secretary is to be elected, and the KPI thread opened, within a day of blocks."""

DUE_AFTER_END = 28_800
"""Term summaries are due two days of blocks after the term."""

SECRETARY, KPI_THREAD = "secretary proposal", "KPI thread"
SUMMARIES, FEEDBACK = "term summaries thread", "round feedback thread"


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEntry:
    """One duty in one term. What no source tells is None; None is not "not done". ``source`` is that of the evidence."""

    term: Term
    duty: str
    done_block: int | None = None
    done_at: str | None = None
    due_block: int | None = None
    evidence: str | None = None
    source: str | None = None

    @property
    def in_time(self) -> bool | None:
        """Tell whether it was done by the block it was due."""
        return None if self.done_block is None or self.due_block is None else self.done_block <= self.due_block


@dataclass(frozen=True, kw_only=True, slots=True)
class _Named:
    """A thread that a document names by number."""

    number: int
    source: str


def calendar(snapshot: Snapshot) -> tuple[CalendarEntry, ...]:
    """List the four duties of every term, in the order of terms."""
    known = terms(snapshot)
    threads = (*snapshot.of(ForumThread), *live_threads(snapshot))
    kpi_rounds = {record.fact.kpi_round: record for record in reversed(snapshot.of(KpiRound))}
    reports = _reports(snapshot)
    elections = [view for view in proposal_views(snapshot) if names_secretary(view.title)]
    entries = []
    for term in known:
        kpi_round = kpi_rounds.get(term.kpi_round) if term.kpi_round is not None else None
        after_start = None if term.start_block is None else term.start_block + DUE_AFTER_START
        after_end = None if term.end_block is None else term.end_block + DUE_AFTER_END
        entries += [
            _secretary(term, elections, after_start),
            _thread(
                CalendarEntry(term=term, duty=KPI_THREAD, due_block=after_start),
                _named(kpi_round, kpi_round.fact.discussion_thread if kpi_round else None),
                threads,
                thread_by_title(threads, term, names_kpi_thread, KPI_THREAD_WINDOW),
            ),
            _thread(
                CalendarEntry(term=term, duty=SUMMARIES, due_block=after_end),
                _named(kpi_round, kpi_round.fact.summaries_thread if kpi_round else None),
                threads,
                thread_by_title(threads, term, names_summaries, SUMMARIES_WINDOW),
            ),
            _thread(
                CalendarEntry(term=term, duty=FEEDBACK),
                reports.get(term_key(term.chain, term.network, term.term)),
                threads,
                thread_by_title(threads, term, names_feedback, FEEDBACK_WINDOW),
            ),
        ]
    return tuple(entries)


def _reports(snapshot: Snapshot) -> dict[TermKey, _Named]:
    """Collect the feedback threads that council reports name."""
    found: dict[TermKey, _Named] = {}
    for record in snapshot.of(CouncilReport):
        named = _named(record, record.fact.feedback_thread)
        if named is not None:
            found.setdefault(term_key(record.fact.chain, record.fact.network, record.fact.term), named)
    return found


def _named(record: Stated[KpiRound] | Stated[CouncilReport] | None, number: int | None) -> _Named | None:
    return None if record is None or number is None else _Named(number=number, source=record.source)


def _secretary(term: Term, elections: Sequence[ProposalView], due: int | None) -> CalendarEntry:
    """Find the proposal made in the term that elected the secretary: the first approved one, else the first made."""
    own = [view for view in elections if view.chain is not None and view.chain == term.chain and view.term == term.term]
    approved = [view for view in own if view.outcome in APPROVED]
    view = min(
        approved or own,
        key=lambda v: (v.finalised_block is None, v.finalised_block or 0, v.created_block or 0, v.number),
        default=None,
    )
    if view is None:
        return CalendarEntry(term=term, duty=SECRETARY, due_block=due)
    return CalendarEntry(
        term=term,
        duty=SECRETARY,
        done_block=view.finalised_block if approved else None,
        due_block=due,
        evidence=f"proposal {view.number}: {view.title.strip()} ({view.outcome or 'outcome not known'})",
        source=view.source,
    )


def _thread(
    entry: CalendarEntry,
    named: _Named | None,
    threads: Iterable[Stated[ForumThread]],
    by_title: Stated[ForumThread] | None,
) -> CalendarEntry:
    """Fill in the thread a document names, else the one its title tells."""
    thread = thread_by_number(threads, entry.term, named.number) if named else by_title
    if thread is None:
        evidence = f"thread {named.number}, not in a dump" if named else None
        return _filled(entry, None, None, evidence, named.source if named else None)
    places = [thread.source, *([named.source] if named else [])]
    evidence = f"thread {thread.fact.thread_id}: {thread.fact.title.strip()}"
    return _filled(entry, done_block(thread), thread.fact.created_at, evidence, "; ".join(places))


def _filled(
    entry: CalendarEntry, block: int | None, at: str | None, evidence: str | None, source: str | None
) -> CalendarEntry:
    return CalendarEntry(
        term=entry.term,
        duty=entry.duty,
        due_block=entry.due_block,
        done_block=block,
        done_at=at,
        evidence=evidence,
        source=source,
    )


_EVIDENCE = "chain dumps, council reports, KPI documents, query node"

TABLE: Table[CalendarEntry] = Table(
    name="calendar",
    title="Calendar",
    description="When each recurring duty was done in each term and whether in time. An empty cell says that no source tells, not that"
    " it was not done.",
    columns=(
        Column(
            name="chain",
            description="Chain of the term.",
            unit=TEXT,
            value=lambda row: row.term.chain,
            source="table terms",
        ),
        Column(
            name="network",
            description="Label of the network.",
            unit=TEXT,
            value=lambda row: row.term.network,
            source="table terms",
        ),
        Column(
            name="term",
            description="Council term.",
            unit=NUMBER,
            value=lambda row: row.term.term,
            source="table terms",
        ),
        Column(
            name="duty",
            description="secretary proposal: a proposal made in the term whose title names the secretary, not the deputy nor the"
            " secretary's work. KPI thread: the one the KPI document names, else the first titled KPI discussion opened from a day"
            " before the term to a day before its end. term summaries thread: the one the KPI document names, else the first titled"
            " term summaries opened from the middle of the term to two days after it. round feedback thread: the one the council"
            " report names, else the first titled council feedback opened in the term.",
            unit=TEXT,
            value=lambda row: row.duty,
            source=_EVIDENCE,
        ),
        Column(
            name="done_block",
            description="Block at which the proposal was finalised as approved, or the thread opened. Empty for a thread carried over"
            " from an older chain.",
            unit=BLOCK,
            value=lambda row: row.done_block,
            source=_EVIDENCE,
        ),
        Column(
            name="done_at",
            description="Moment at which the thread was opened.",
            unit=MOMENT,
            value=lambda row: row.done_at,
            source=_EVIDENCE,
        ),
        Column(
            name="due_block",
            description="Secretary proposal and KPI thread: first block of the term plus 14,400. Term summaries: last block of the term"
            " plus 28,800. Feedback has no deadline.",
            unit=BLOCK,
            value=lambda row: row.due_block,
            source="table terms",
        ),
        Column(
            name="in_time",
            description="Whether it was done by the block it was due; empty where either is not known.",
            unit=YES_NO,
            value=lambda row: row.in_time,
            source="worked out from the columns named",
        ),
        Column(
            name="evidence",
            description="Number and title of the proposal or thread.",
            unit=LONG_TEXT,
            value=lambda row: row.evidence,
            source=_EVIDENCE,
        ),
        Column(
            name="source",
            description="File and line of the evidence, or list, key and block; where there is none, of what describes the term.",
            unit=LONG_TEXT,
            value=lambda row: row.source or "; ".join(row.term.sources),
            source="the archive, query node",
        ),
    ),
    rows=calendar,
)
