"""Whose term summaries are due: of the council whose term ends soon, and of the one before after its end."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.marks import left_to, time_of
from secretariat.desk.saying import count
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.desk.threads import THERE
from secretariat.duties.terms.rules_feedback import feedback_thread
from secretariat.duties.terms.threads import place_of, thread_of, title_of
from secretariat.duties.terms.view import View
from secretariat.facts.council_terms import CouncilTerm
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.records import Stated

STAYS_BLOCKS = DAY_BLOCKS
"""For so many blocks after the deadline who has posted stays on the desk."""

OPENS_A_THREAD = "thread-initial"


@dataclass(frozen=True, kw_only=True, slots=True)
class Summing:
    """One council's summaries. ``end`` is the last block of its term, the earliest there can be while it has not ``ended``.

    ``members`` are those who sit or sat on it, where the query node tells them.
    """

    council: int
    first: int
    end: int
    ended: bool
    deadline: int
    members: tuple[int, ...]
    thread: Stated[LiveThread] | None

    @property
    def occasion(self) -> str:
        """Tell this council from all others, in the subject of a key."""
        return f"council-{self.council}"

    def posts(self, view: View) -> dict[int, Stated[LivePost]]:
        """Give each member's first post in the thread that is still there; what opened the thread is no summary.

        A locked post is there: it was written so that it cannot be changed, or its author took back what it cost.
        """
        found: dict[int, Stated[LivePost]] = {}
        number = None if self.thread is None else self.thread.fact.thread_id
        if number is None:
            return found
        for one in sorted(view.snapshot.of(LivePost), key=lambda each: each.fact.post_id or 0):
            fact = one.fact
            there = fact.thread_id == number and fact.status in THERE and fact.origin != OPENS_A_THREAD
            if there and fact.author_id in self.members and fact.author_id is not None:
                found.setdefault(fact.author_id, one)
        return found


def summings(view: View) -> Iterator[Summing]:
    """Give each council before while its summaries may come, the oldest first, then the one in office when its end is prepared.

    The deadline is so many blocks after the last block of the term as the settings say: where terms are shorter than that, it is still
    ahead for several councils.
    """
    for council, gone, end in reversed(list(_gone(view))):
        seats = tuple(one.fact.member_id for one in gone.seats if one.fact.member_id is not None)
        yield _summing(view, council, gone.start_block or 0, end, members=seats, ended=True)
    if is_prepared(view):
        yield _summing(view, view.council, view.first, view.earliest - 1, members=(), ended=False)


def _gone(view: View) -> Iterator[tuple[int, CouncilTerm, int]]:
    """Give the councils whose summaries may come still, with the last block of each term, the newest first."""
    next_first: int | None = view.first
    for council in range(view.council - 1, 0, -1):
        gone = view.terms.get(council)
        if next_first is None or view.head > next_first - 1 + view.settings.summaries_after + STAYS_BLOCKS:
            return
        if gone is None or gone.start_block is None:
            return
        yield council, gone, next_first - 1
        next_first = gone.start_block


def is_prepared(view: View) -> bool:
    """Tell whether the end of the term is prepared: it is or was near, or the thread for its summaries is there."""
    return view.was_near or (bool(view.council) and thread_of(view, "summaries", view.council, view.first) is not None)


def _summing(view: View, council: int, first: int, end: int, *, members: tuple[int, ...], ended: bool) -> Summing:
    return Summing(
        council=council,
        first=first,
        end=end,
        ended=ended,
        deadline=end + view.settings.summaries_after,
        members=members,
        thread=thread_of(view, "summaries", council, first),
    )


def figures(view: View, of: Summing) -> dict[str, str]:
    """Give the figures of its texts; what is unknown is empty, and the sentence about it is left out."""
    return {
        "council": str(of.council),
        "title": title_of(view, "summaries", of.council),
        "ended": f"{of.end:,}",
        "ended_time": time_of(of.end),
        "due": f"{of.deadline:,}",
        "due_time": time_of(of.deadline),
        "left": left_to(of.deadline),
        "after": count(view.settings.summaries_after, "block"),
        "thread": place_of(view, of.thread),
        "feedback_at": _feedback(view, of),
    }


def _feedback(view: View, of: Summing) -> str:
    """Say where feedback on the same council's round is."""
    if of.council == view.council:
        return place_of(view, feedback_thread(view))
    return place_of(view, thread_of(view, "feedback", of.council, of.first))
