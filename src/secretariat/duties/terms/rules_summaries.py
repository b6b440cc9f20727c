"""Rules about term summaries: the thread, its deadline, reminders, and who has posted (row T1)."""

from collections.abc import Iterator

from secretariat.desk.filling import fill
from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.quoting import plain_line
from secretariat.desk.saying import LONGEST_NAME, count
from secretariat.desk.steps import is_old, reached, reminder_steps
from secretariat.duties.terms.summing import Summing, figures, summings
from secretariat.duties.terms.texts import template
from secretariat.duties.terms.threads import title_of
from secretariat.duties.terms.view import View
from secretariat.duties.terms.wanting import discord, new_thread, post
from secretariat.facts.memberships import handles_of
from secretariat.facts.records import CHAIN, QUERY_NODE

BOTH = (CHAIN, QUERY_NODE)
URGENT_BLOCKS = 3_600
"""From so many blocks before the deadline on, a summary that is not there is an alert."""
WHAT = "the deadline for term summaries"


def summaries(view: View) -> Iterator[Finding]:
    """Conclude what is due about the summaries of each council whose term ends or has ended."""
    for of in summings(view):
        if of.thread is not None:
            yield from _told(view, of)
        elif view.head <= of.deadline:
            yield _wanted(view, of)
        yield from _reminded(view, of)
        yield from _posted(view, of)


def _wanted(view: View, of: Summing) -> Finding:
    title = title_of(view, "summaries", of.council)
    when = f"ended with block {of.end:,}" if of.ended else f"ends with block {of.end:,} at the earliest"
    due = Due(what=WHAT, block=of.deadline) if of.ended else Due(what="the earliest end of the term", block=of.end)
    words = template("summaries" if of.ended else "summaries-ahead")
    return Finding(
        key=f"terms/summaries/{of.occasion}",
        title=f"Open the thread for the term summaries of council {of.council}",
        why=f"The term of council {of.council} {when}, and the forum has no thread “{title}”.",
        level="alert" if of.ended else "task",
        audience="public",
        due=due,
        evidence=(
            Evidence(says=f"stage {view.span.stage}, ends at block {view.span.ends:,}", source=view.stored.source),
        ),
        wanted=new_thread(view, title, words, figures(view, of), until=due.block or of.deadline),
        needs=BOTH,
    )


def _told(view: View, of: Summing) -> Iterator[Finding]:
    """Tell of the thread while the term lasts, and of the deadline when it has ended, until the first reminder.

    The thread is known and the chain has the term's end: that needs no query node.
    """
    first = of.deadline - reminder_steps(view.settings.summaries_after)[0].before - 1
    until = first if of.ended else of.end
    if view.head > until or of.thread is None:
        return
    words = template("deadline" if of.ended else "summaries-open")
    values = figures(view, of)
    yield Finding(
        key=f"terms/{'deadline' if of.ended else 'summaries-open'}/{of.occasion}",
        title=f"Tell {'the deadline' if of.ended else 'where the thread is'} for the term summaries of council {of.council}",
        why=f"Thread {of.thread.fact.thread_id} is open, and the term "
        + (f"ended with block {of.end:,}." if of.ended else f"ends with block {of.end:,} at the earliest."),
        audience="public",
        due=Due(what="telling it makes sense until", block=until),
        evidence=(Evidence(says=f"thread {of.thread.fact.thread_id}", source=of.thread.source),),
        wanted=(
            *discord(view, words, values, until=until),
            *(post(view, of.thread, words, {**values, "thread": ""}, until=until) if of.ended else ()),
        ),
        needs=view.in_known_thread,
    )


def _reminded(view: View, of: Summing) -> Iterator[Finding]:
    """Remind of the deadline in the same words for everybody, as long as somebody has not posted.

    It rests on the end of the term, which does not change: so it needs no fresh source, and tells the age of an old one.
    """
    if not of.ended or of.thread is None or view.block >= of.deadline:
        return
    at = reached(reminder_steps(view.settings.summaries_after), of.deadline, view.block)
    if at is None or (of.members and len(of.posts(view)) == len(of.members)):
        return
    old = is_old(view.head, view.block)
    age = fill(template("age"), {"head": f"{view.head:,}"}) if old else ""
    yield Finding(
        key=f"terms/summaries-reminder/{of.occasion}/{at.step.name}",
        title=f"Remind of the deadline for term summaries (council {of.council}, {at.step.before:,} blocks before)",
        why=f"{at.step.before:,} blocks before {WHAT}, {of.deadline:,}.",
        audience="public",
        due=Due(what=WHAT, block=of.deadline),
        evidence=(Evidence(says=f"the term ended with block {of.end:,}", source=view.stored.source),),
        wanted=discord(
            view,
            template("summaries-reminder"),
            {**figures(view, of), "age": age},
            until=min(at.until, of.deadline),
            rings=True,
        ),
    )


def _posted(view: View, of: Summing) -> Iterator[Finding]:
    """Tell the desk who of the council that has left has posted and who has not; in public only the thread itself tells."""
    if not of.ended or of.thread is None or not of.members:
        return
    posts = of.posts(view)
    missing = [member for member in of.members if member not in posts]
    if not missing:
        return
    said = [
        f"{_name(view, member)}: post {one.fact.post_id}{_late(one.fact.created_block, of)}"
        for member, one in posts.items()
    ]
    yield Finding(
        key=f"terms/summaries-posted/{of.occasion}",
        title=f"{len(missing)} of {count(len(of.members), 'member')} of council {of.council} have not posted a term summary",
        why=f"Not posted in thread {of.thread.fact.thread_id}: {', '.join(_name(view, one) for one in missing)}. "
        + (f"Posted: {'; '.join(said)}." if said else "Nobody has posted yet."),
        level="alert" if view.head >= of.deadline - URGENT_BLOCKS else "task",
        due=Due(what=WHAT, block=of.deadline),
        evidence=(Evidence(says=f"posts in thread {of.thread.fact.thread_id}", source=of.thread.source),),
        needs=BOTH,
        asks=tuple(missing),
    )


def _late(block: int | None, of: Summing) -> str:
    return f", in block {block:,}, after the deadline" if block is not None and block > of.deadline else ""


def _name(view: View, member: int) -> str:
    handle = handles_of(view.snapshot).get(member)
    return f"{plain_line(handle, LONGEST_NAME)} (member {member})" if handle else f"member {member}"
