"""Rules about the thread for feedback on the round, opened once for each council, and summed up when its term has ended (row C4)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.marks import time_of
from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.threads import past_feedback, place_of, thread_of, title_of
from secretariat.duties.terms.view import View
from secretariat.duties.terms.wanting import discord, new_thread
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated

BOTH = (CHAIN, QUERY_NODE)
TOLD_BLOCKS = 3 * DAY_BLOCKS
"""For so many blocks after the thread was opened it makes sense to tell of it."""


def feedback_thread(view: View) -> Stated[LiveThread] | None:
    """Find the thread for feedback on the council in office."""
    return thread_of(view, "feedback", view.council, view.first)


def feedback(view: View) -> Iterator[Finding]:
    """Want the thread as soon as a council is in office and there is none, and tell of it where it was opened.

    Its subject is the council, so that an election that begins anew opens no second one.
    """
    if not view.council:
        return
    thread = feedback_thread(view)
    yield from _wanted(view) if thread is None else _told(view, thread)


def _figures(view: View) -> dict[str, str]:
    return {
        "council": str(view.council),
        "end": f"{view.earliest - 1:,}",
        "end_time": time_of(view.earliest - 1),
        "thread": place_of(view, feedback_thread(view)),
        "past_council": str(view.council - 1),
        "past_thread": place_of(view, _past_thread(view)),
    }


def _past_thread(view: View) -> Stated[LiveThread] | None:
    """Find the thread for feedback on the round before, in which it is summed up."""
    past = view.before
    if past is None or past.start_block is None:
        return None
    return past_feedback(view, past.term, past.start_block, view.first - 1)


def _wanted(view: View) -> Iterator[Finding]:
    title = title_of(view, "feedback", view.council)
    yield Finding(
        key=f"terms/feedback/council-{view.council}",
        title=f"Open the thread for feedback on the round of council {view.council}",
        why=f"Council {view.council} has been in office since block {view.first:,}, and the forum has no thread “{title}”.",
        audience="public",
        due=Due(what="a day after the council took office", block=view.first + DAY_BLOCKS),
        evidence=(
            Evidence(says=f"stage {view.span.stage}, cycle {view.stored.fact.cycle}", source=view.stored.source),
        ),
        wanted=new_thread(view, title, template("feedback"), _figures(view), until=view.earliest - 1),
        needs=BOTH,
    )


def _told(view: View, thread: Stated[LiveThread]) -> Iterator[Finding]:
    opened = thread.fact.created_block
    if opened is None or view.head > opened + TOLD_BLOCKS:
        return
    until = min(opened + TOLD_BLOCKS, view.earliest - 1)
    yield Finding(
        key=f"terms/feedback-open/council-{view.council}",
        title=f"Tell where feedback on the round of council {view.council} can be given",
        why=f"Thread {thread.fact.thread_id} was opened in block {opened:,}.",
        audience="public",
        due=Due(what="three days after the thread was opened", block=until),
        evidence=(Evidence(says=f"thread {thread.fact.thread_id}", source=thread.source),),
        wanted=discord(view, template("feedback-open"), _figures(view), until=until),
        needs=view.in_known_thread,
    )
