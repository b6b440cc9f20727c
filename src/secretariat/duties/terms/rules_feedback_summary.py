"""The rule that sums up the feedback on a round in its thread when the term has ended: what was posted where, by whom (row C4)."""

from collections.abc import Iterator

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding, Wanted
from secretariat.desk.saying import count
from secretariat.desk.threads import takes_posts
from secretariat.duties.terms.rounds import Round, entries, figures, rounds, seed_of
from secretariat.duties.terms.rules_feedback import feedback_thread
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.threads import place_of, title_of
from secretariat.duties.terms.view import View
from secretariat.duties.terms.wanting import post
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import CHAIN, QUERY_NODE, Stated

BOTH = (CHAIN, QUERY_NODE)
WHAT = "the deadline for term summaries, until which the round is summed up"


def summed_up(view: View) -> Iterator[Finding]:
    """Want what was posted about each round told in its thread, from the term's end until the deadline for its term summaries.

    It tells of posts up to the last block of the term alone, so that what is posted later makes no other text. Where no thread is known the desk
    is asked for its number, unless the desk began after that term: nobody there could have opened one.
    """
    for one in rounds(view):
        if one.thread is not None:
            yield _told(view, one, one.thread)
        elif one.of.end >= view.now.notes_since:
            yield _unknown(view, one)


def _told(view: View, of: Round, thread: Stated[LiveThread]) -> Finding:
    found = f"{count(of.made, 'post')} by {count(len(of.posts), 'member')}" if of.posts else "no post"
    takes = takes_posts(thread)
    return Finding(
        key=f"terms/feedback-summary/{of.of.occasion}",
        title=f"Sum up the feedback on the round of council {of.of.council} in its thread",
        why=f"The term ended with block {of.of.end:,}. Up to then thread {thread.fact.thread_id} has {found}, besides what opened it."
        f"{_differs(of, thread)} {TASK if takes else CLOSED}",
        audience="public",
        due=Due(what=WHAT, block=of.of.deadline),
        evidence=(
            Evidence(says=f"thread {thread.fact.thread_id}", source=thread.source),
            Evidence(says=f"the term ended with block {of.of.end:,}", source=view.stored.source),
        ),
        wanted=_words(view, of, thread),
        needs=BOTH,
        needs_nobody=not takes,
    )


TASK = (
    "The draft has these facts alone: who posted, how often and where. What was said is for a person to read and to write, by other words "
    "for the draft (secretariat reword); where nothing is to be added, it can go as it is."
)
CLOSED = "The thread takes no posts any more: no words are drafted."


def _differs(of: Round, thread: Stated[LiveThread]) -> str:
    """Say that the query node counts other posts in the thread than are among the facts: somebody has to look."""
    counted = thread.fact.posts
    if counted is None or counted == of.read:
        return ""
    return (
        f" The query node counts {count(counted, 'post')} in it, of any time and with what opened it, and {of.read:,} are read here: hold the "
        "draft against the thread."
    )


def _words(view: View, of: Round, thread: Stated[LiveThread]) -> tuple[Wanted, ...]:
    listed, seed = entries(view, of), seed_of(view, of)
    later = feedback_thread(view) if of.of.council == view.council - 1 else None
    values = {
        "council": str(of.of.council),
        "ended": f"{of.of.end:,}",
        **figures(view, of),
        "shown": str(len(listed)) if listed else "",
        "entries": "\n".join(one.text for one in listed),
        "order": fill(template("order"), {"seed": seed}) if listed else "",
        "next_council": str(of.of.council + 1),
        "next_thread": place_of(view, later),
    }
    return post(view, thread, template("feedback-summary"), values, until=of.of.deadline, entries=listed, seed=seed)


def _unknown(view: View, of: Round) -> Finding:
    title = title_of(view, "feedback", of.of.council)
    return Finding(
        key=f"terms/feedback-summary/{of.of.occasion}",
        title=f"No thread for feedback on the round of council {of.of.council} is known",
        why=f"The term ended with block {of.of.end:,}, and the forum has no thread “{title}” that was opened in it. If there is one under another "
        "title, name its number: feedback_thread = NUMBER in the table [terms] of the configuration. Otherwise nothing is to be summed up, and "
        "this goes by itself.",
        due=Due(what=WHAT, block=of.of.deadline),
        evidence=(Evidence(says=f"the term ended with block {of.of.end:,}", source=view.stored.source),),
        needs=BOTH,
    )
