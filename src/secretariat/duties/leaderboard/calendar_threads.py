"""Which forum thread or proposal of a term was which recurring duty: by number where a document names it, else by title."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from secretariat.facts.council_terms import MAINNET
from secretariat.facts.forum import ForumThread
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Term, chain_rank

BLOCKS_A_DAY = 14_400
"""Days of blocks are six seconds a block, the pace the role's deadlines are counted in."""

CARRIED_OVER = 1
"""Threads made at block 0 or 1 were carried over from an older chain; only their time tells when they were opened."""

_SECRETARYS_WORK = re.compile(
    r"\b(assistant|bonus|budget|deput(y|ies)|feedback|fir(e|ed|ing)|guide|minutes|pay|payments?|removal|remove|reports?"
    r"|rewards?|salary|status|summar(y|ies)|template|updates?|workflow)\b"
)
"""Words of titles about the secretary's work, pay, removal or deputy rather than about who is secretary."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """When a thread of a duty is opened, in days of blocks after the term's first and its last block."""

    after_start: int
    after_end: int
    second_half: bool = False


KPI_THREAD_WINDOW = Window(after_start=-1, after_end=-1)
"""A KPI thread opened on the last day of a term is the next term's."""

SUMMARIES_WINDOW = Window(after_start=2, after_end=2, second_half=True)
"""Summaries are asked for towards the end of a term and due two days after it."""

FEEDBACK_WINDOW = Window(after_start=0, after_end=0)


def names_secretary(title: str) -> bool:
    """Tell whether a proposal's title is about who is secretary: it names the secretary, not the deputy or the work."""
    text = title.lower()
    return bool(re.search(r"\bsecretary\b", text)) and not _SECRETARYS_WORK.search(text)


def names_kpi_thread(title: str) -> bool:
    """Tell whether a thread discusses the KPIs of a round as a whole, not one KPI (``12.3``)."""
    text = title.lower()
    return (
        bool(re.search(r"\bkpis?\b", text))
        and bool(re.search(r"\bdiscussions?\b", text))
        and not re.search(r"\d\.\d", text)
    )


def names_summaries(title: str) -> bool:
    """Tell whether a thread collects the term summaries."""
    return bool(re.search(r"\bterm summar(y|ies)\b", " ".join(title.lower().split())))


def names_feedback(title: str) -> bool:
    """Tell whether a thread is for feedback on a council's round."""
    text = title.lower()
    return bool(re.search(r"\bcouncil\b", text)) and bool(re.search(r"\bfeedback\b", text))


def live_threads(snapshot: Snapshot) -> tuple[Stated[ForumThread], ...]:
    """Give the threads of the main network whose titles name one of the duties, as a dump would state them."""
    names = (names_kpi_thread, names_summaries, names_feedback)
    return tuple(
        Stated(
            kind=ForumThread.KIND,
            key=record.key,
            file=record.file,
            format=record.format,
            line=record.line,
            fact=ForumThread(
                chain=MAINNET,
                thread_id=record.fact.thread_id,
                title=record.fact.title,
                category_id=record.fact.category_id,
                created_block=record.fact.created_block,
                created_at=record.fact.created_at,
            ),
        )
        for record in snapshot.of(LiveThread)
        if record.fact.thread_id is not None
        and record.fact.title is not None
        and any(named(record.fact.title) for named in names)
    )


def thread_by_number(threads: Iterable[Stated[ForumThread]], term: Term, number: int) -> Stated[ForumThread] | None:
    """Find a thread by number: on the term's chain, else among the threads a later chain carried over."""
    found = [thread for thread in threads if thread.fact.thread_id == number]
    own = [thread for thread in found if thread.fact.chain == term.chain]
    later = [thread for thread in found if _carried_over(thread) and _is_later(thread.fact.chain, term.chain)]
    return next(iter(own or later), None)


def thread_by_title(
    threads: Iterable[Stated[ForumThread]], term: Term, named: Callable[[str], bool], window: Window
) -> Stated[ForumThread] | None:
    """Find the first thread of a term whose title fits and that was opened in the duty's window."""
    found = [thread for thread in threads if named(thread.fact.title) and _opened_in(thread, term, window)]
    return min(
        found, key=lambda t: (t.fact.created_block or 0, t.fact.created_at or "", t.fact.thread_id), default=None
    )


def done_block(thread: Stated[ForumThread]) -> int | None:
    """Give the block at which a thread was opened; one that was carried over has none on its own chain."""
    return None if _carried_over(thread) else thread.fact.created_block


def _carried_over(thread: Stated[ForumThread]) -> bool:
    return thread.fact.created_block is not None and thread.fact.created_block <= CARRIED_OVER


def _is_later(chain: str | None, than: str | None) -> bool:
    return chain is not None and than is not None and chain_rank(chain) > chain_rank(than)


def _opened_in(thread: Stated[ForumThread], term: Term, window: Window) -> bool:
    fact = thread.fact
    if _carried_over(thread):
        return _is_later(fact.chain, term.chain) and _surely_opened_in(fact.created_at, term, window)
    if fact.chain is None or fact.chain != term.chain or fact.created_block is None:
        return False
    if term.start_block is None or term.end_block is None:
        return False
    from_block = term.start_block + window.after_start * BLOCKS_A_DAY
    if window.second_half:
        from_block = max(from_block, (term.start_block + term.end_block) // 2)
    return from_block <= fact.created_block <= term.end_block + window.after_end * BLOCKS_A_DAY


def _surely_opened_in(created_at: str | None, term: Term, window: Window) -> bool:
    """Tell whether a day lies in the window at whatever hour the term began and ended."""
    created, start, end = (_day(moment) for moment in (created_at, term.started_at, term.ended_at))
    if created is None or start is None or end is None:
        return False
    first = start + timedelta(days=window.after_start + 1)
    last = end + timedelta(days=window.after_end - 1)
    if window.second_half:
        first = max(first, start + (end - start) / 2 + timedelta(days=1))
    return first <= created <= last


def _day(moment: str | None) -> date | None:
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
