"""The rule about pre-proposal threads in which nothing happens and that no proposal has followed (row B8)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.quoting import plain_line
from secretariat.desk.saying import count
from secretariat.duties.forum.filed import PreProposal, dormant_threads, pre_proposal_threads
from secretariat.duties.forum.questions import LONGEST_TITLE
from secretariat.duties.forum.texts import template
from secretariat.duties.forum.view import View
from secretariat.duties.forum.wanting import has_posted, in_thread
from secretariat.facts.records import QUERY_NODE


def dormant(view: View) -> Iterator[Finding]:
    """Conclude each dormant pre-proposal thread, with how many there are, and want its author asked once for each time it goes quiet."""
    every = dormant_threads(view)
    said = figures(view) if every else ""
    for one in every:
        yield _finding(view, one, said)


def figures(view: View) -> str:
    """Say how many pre-proposal threads there are, how many a proposal followed, and how many are dormant."""
    every = pre_proposal_threads(view)
    followed = sum(one.proposal is not None for one in every)
    return (
        f"Pre-proposal threads that are known: {len(every):,}; followed by a proposal: {followed:,}; dormant now: "
        f"{len(dormant_threads(view)):,}."
    )


def _finding(view: View, one: PreProposal, figures_said: str) -> Finding:
    after = view.settings.dormant_after
    until = one.newest + 2 * after - 1
    asked = has_posted(view, one.number, since=one.newest)
    values = {"newest": view.when(one.newest, one.newest_at)}
    title = plain_line(one.thread.fact.title or "", LONGEST_TITLE)
    return Finding(
        key=f"forum/dormant/thread-{one.number}/{one.newest}",
        title=f"Pre-proposal thread {one.number} is dormant: “{title}”",
        why=f"Its newest post is of block {one.newest:,}, {count(view.settings.dormant_after, 'block')} or more ago, and no proposal like it "
        f"was filed since it was opened in block {one.opened:,}. {figures_said}",
        due=Due(what="it is let go", block=until),
        evidence=(Evidence(says=f"thread {one.number}", source=one.thread.source),),
        wanted=() if asked else in_thread(view, one.number, template("dormant"), values, until=until),
        needs=(QUERY_NODE,),
    )
