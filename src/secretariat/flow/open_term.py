"""The term in office as a page shows it: mandate and clock, threads, reports with their deadlines, summaries, incidents."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.office import ShownMandate, shown_mandates
from secretariat.desk.quoting import plain_line
from secretariat.desk.times import time_words
from secretariat.duties.terms import DUTY
from secretariat.duties.terms.incident_words import CALLED
from secretariat.duties.terms.rules_elects import how_the_election_stands
from secretariat.duties.terms.rules_reports import BEFORE_THIS_DESK, NOT_NOTED, OVER, due_before_this_desk, each_report
from secretariat.duties.terms.serving import limit
from secretariat.duties.terms.settings import Settings
from secretariat.duties.terms.summing import Summing, summings
from secretariat.duties.terms.threads import Name, past_feedback, place_of, thread_of, title_of
from secretariat.duties.terms.view import View, view_of
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.memberships import handles_of
from secretariat.facts.now import Now
from secretariat.facts.records import CHAIN, QUERY_NODE
from secretariat.facts.reporting_cycle import WINDOWS, Report
from secretariat.flow.conclude import facts_of, silent_sources
from secretariat.flow.context import Context
from secretariat.flow.desk_state import mandates_now
from secretariat.flow.incidents import KnownIncident, incidents_of
from secretariat.flow.people import people
from secretariat.flow.review import desk_now
from secretariat.store.engine import reading


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownBlock:
    """A block with its time in words, the band included; ``passed`` tells whether it is over."""

    block: int
    time: str
    passed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownThread:
    """A thread of the term: the title that it has or is to have, and where it is; ``where`` is empty while there is none."""

    what: str
    title: str
    where: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownReport:
    """A report of the cycle: whose it is, how it stands, and by when it is to be there; ``note`` is what more is known of it.

    One that was due before anything could be noted here is not overdue: whether it came this desk does not know.
    """

    who: str
    what: str
    state: str
    due: ShownBlock
    note: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownSummary:
    """Whether a member of the council that has left has posted a term summary; ``post`` is its number, None where there is none."""

    who: str
    post: int | None
    block: int | None
    late: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownSummaries:
    """The summaries of one council: their deadline, at the earliest while its term lasts, and who has posted once it has ended."""

    council: int
    ended: bool
    deadline: ShownBlock
    members: tuple[ShownSummary, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenTerm:
    """The term of the council in office; ``council`` is 0 before the first election. ``silent`` says why facts may be old, empty where they are not.

    ``ends`` is the last block of the term, if the election goes as early as it can. ``clock`` says how the election of the secretary
    stands, and ``limit`` is the last block in which an approval is in time.
    """

    now: Now
    council: int
    first: int
    ends: ShownBlock
    mandates: tuple[ShownMandate, ...]
    clock: str
    limit: ShownBlock
    threads: tuple[ShownThread, ...]
    reports: tuple[ShownReport, ...]
    summaries: tuple[ShownSummaries, ...]
    incidents: tuple[KnownIncident, ...]
    silent: str


def open_term(context: Context) -> OpenTerm:
    """Give the term as it was read last. Raises Unclear where the facts do not tell which council is in office since when."""
    with reading(context.engine) as connection:
        now = desk_now(context, connection)
        silent = silent_sources(context, connection)
        snapshot, mandates = facts_of(connection, DUTY), mandates_now(connection)
    view = view_of(snapshot, now, context.config.settings.get(DUTY.name, Settings()))
    shown = shown_mandates(mandates, people(context).values(), now)
    return OpenTerm(
        now=now,
        council=view.council,
        first=view.first,
        ends=_block(view, view.earliest - 1),
        mandates=tuple(one for one in shown if one.last >= view.first),
        clock=how_the_election_stands(view),
        limit=_block(view, limit(view)),
        threads=tuple(_threads(view)),
        reports=tuple(one for report in WINDOWS for one in _reports(view, report)),
        summaries=tuple(_summaries(view, one) for one in summings(view)),
        incidents=incidents_of(context, snapshot, now).incidents,
        silent="; ".join(silent[name] for name in (CHAIN, QUERY_NODE) if name in silent),
    )


def _block(view: View, block: int) -> ShownBlock:
    return ShownBlock(block=block, time=time_words(view.now, block), passed=view.block > block)


def _threads(view: View) -> Iterator[ShownThread]:
    names: tuple[tuple[Name, str], ...] = (
        ("call", "Who is willing to serve as secretary"),
        ("feedback", "Feedback on the round"),
        ("summaries", "Term summaries"),
    )
    for name, what in names:
        thread = thread_of(view, name, view.council, view.first)
        title = title_of(view, name, view.council) if thread is None else plain_line(thread.fact.title or "")
        yield ShownThread(what=what, title=title, where=place_of(view, thread))
    past = view.before
    if past is not None and past.start_block is not None:
        thread = past_feedback(view, past.term, past.start_block, view.first - 1)
        title = title_of(view, "feedback", past.term) if thread is None else plain_line(thread.fact.title or "")
        yield ShownThread(what="Feedback on the round before", title=title, where=place_of(view, thread))


def _reports(view: View, report: Report) -> Iterator[ShownReport]:
    """Give the reports of a kind; none of the term before where there was none."""
    window = WINDOWS[report]
    if not view.council or (window.of_past and view.before is None):
        return
    for one in each_report(view, report):
        at = "" if one.note is None or one.note.thread is None else f"thread {one.note.thread}"
        lacks = f"sections not recognised: {', '.join(one.lacks)}" if one.lacks else ""
        why = "" if one.note is None else one.note.taken.why
        gone = "" if one.unled is None else f"no lead since block {one.unled.fact.block:,}"
        early = view.head < view.first + window.opens and one.state not in OVER
        before = due_before_this_desk(view, one)
        due = f"it was due {BEFORE_THIS_DESK}" if before else ""
        yield ShownReport(
            who=name_of_group(one.group) if one.group else "the council",
            what=CALLED[report].format(past=view.council - 1, now=view.council),
            state="to come" if early else NOT_NOTED if before else one.state,
            due=_block(view, one.due),
            note="; ".join(part for part in (due, at, one.late, one.refused, lacks, why, gone) if part),
        )


def _summaries(view: View, of: Summing) -> ShownSummaries:
    posts, handles = of.posts(view), handles_of(view.snapshot)
    members = []
    for member in of.members:
        post, handle = posts.get(member), handles.get(member)
        block = None if post is None else post.fact.created_block
        members.append(
            ShownSummary(
                who=f"{plain_line(handle)} (member {member})" if handle else f"member {member}",
                post=None if post is None else post.fact.post_id,
                block=block,
                late=block is not None and block > of.deadline,
            )
        )
    return ShownSummaries(
        council=of.council, ended=of.ended, deadline=_block(view, of.deadline), members=tuple(members)
    )
