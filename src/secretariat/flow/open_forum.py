"""The forum as a page shows it: questions without an answer, dormant pre-proposals, threads that may fit elsewhere."""

from dataclasses import dataclass
from typing import Literal

from secretariat.desk.quoting import plain_line
from secretariat.duties.forum import DUTY
from secretariat.duties.forum.filed import dormant_threads, pre_proposal_threads
from secretariat.duties.forum.hints import misplaced
from secretariat.duties.forum.questions import WAITS_BLOCKS, Question, is_dismissed, open_questions
from secretariat.duties.forum.rules_questions import place_of
from secretariat.duties.forum.settings import Settings
from secretariat.duties.forum.view import View, view_of
from secretariat.facts.moments import Moment
from secretariat.facts.records import QUERY_NODE
from secretariat.flow.conclude import facts_of, silent_sources
from secretariat.flow.context import Context
from secretariat.flow.review import desk_now
from secretariat.store.engine import reading

State = Literal["unanswered", "new", "dismissed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenQuestion:
    """A question without an answer: unanswered after a day, new before, or dismissed by whom and why. ``asks`` is as it was written."""

    name: str
    state: State
    where: str
    title: str
    asks: str
    author: int
    block: int
    at: Moment | None
    by: str
    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DormantThread:
    """A pre-proposal thread in which nothing happens, with the block of its newest post."""

    number: int
    where: str
    title: str
    newest: int
    at: Moment | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ThreadElsewhere:
    """A thread that fits another category for sure, with the words that say so."""

    number: int
    where: str
    title: str
    here: str
    suggested: str
    words: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenForum:
    """What of the forum waits for somebody at a head; ``silent`` says why it may be old, empty where it is not.

    ``pre_proposals`` and ``followed`` count the known threads for pre-proposals, and those that a proposal followed.
    """

    head: int
    questions: tuple[OpenQuestion, ...]
    dormant: tuple[DormantThread, ...]
    elsewhere: tuple[ThreadElsewhere, ...]
    pre_proposals: int
    followed: int
    silent: str


def open_forum(context: Context) -> OpenForum:
    """Give what of the forum waits, as it was read last. Raises Unclear where the chain was not read."""
    with reading(context.engine) as connection:
        now = desk_now(context, connection)
        silent = silent_sources(context, connection).get(QUERY_NODE, "")
        snapshot = facts_of(connection, DUTY)
    view = view_of(snapshot, now, context.config.settings.get(DUTY.name, Settings()))
    every = pre_proposal_threads(view)
    questions = sorted(open_questions(view), key=lambda one: (one.block, one.name))
    return OpenForum(
        head=view.head,
        questions=tuple(_question(view, one) for one in questions),
        dormant=tuple(
            DormantThread(
                number=one.number,
                where=view.place_of_thread(one.number),
                title=plain_line(one.thread.fact.title or ""),
                newest=one.newest,
                at=one.newest_at,
            )
            for one in dormant_threads(view)
        ),
        elsewhere=tuple(
            ThreadElsewhere(
                number=one.number,
                where=view.place_of_thread(one.number),
                title=plain_line(one.thread.fact.title or ""),
                here=view.category(one.thread.fact.category_id),
                suggested=one.suggestion.title,
                words=one.suggestion.words,
            )
            for one in misplaced(view)
        ),
        pre_proposals=len(every),
        followed=sum(one.proposal is not None for one in every),
        silent=silent,
    )


def _question(view: View, one: Question) -> OpenQuestion:
    decision = view.dismissed.get((one.where, one.post))
    waits: State = "unanswered" if one.block + WAITS_BLOCKS <= view.head else "new"
    return OpenQuestion(
        name=one.name,
        state="dismissed" if is_dismissed(view, one) else waits,
        where=place_of(view, one),
        title=one.title,
        asks=one.asks,
        author=one.author,
        block=one.block,
        at=one.record.fact.created_at,
        by=decision.taken.person if decision else "",
        why=decision.taken.why if decision else "",
    )
