"""The rule about threads in the wrong category: one polite hint, which a person approves or not (row B8)."""

from collections.abc import Iterator

from secretariat.desk.findings import Due, Evidence, Finding
from secretariat.desk.quoting import quoted
from secretariat.desk.saying import count
from secretariat.duties.forum.hints import HINTED_FOR, Misplaced, misplaced
from secretariat.duties.forum.questions import LONGEST_TITLE
from secretariat.duties.forum.texts import template
from secretariat.duties.forum.view import View
from secretariat.duties.forum.wanting import has_posted, in_thread
from secretariat.facts.records import QUERY_NODE


def hints(view: View) -> Iterator[Finding]:
    """Conclude each thread that the adviser is sure stands in the wrong category, unless the office has posted in it already."""
    for one in misplaced(view):
        if view.settings.member is None or not has_posted(view, one.number):
            yield _finding(view, one)


def reason(near: int) -> str:
    """Say why a category may fit: so many threads there are near."""
    return f"{count(near, 'thread')} with words like these {'is' if near == 1 else 'are'} there."


def _finding(view: View, one: Misplaced) -> Finding:
    suggested, until = one.suggestion, one.opened + HINTED_FOR - 1
    here = view.category(one.thread.fact.category_id)
    near = count(len(suggested.threads), "thread")
    values = {
        "suggested": quoted(suggested.title, LONGEST_TITLE),
        "category": quoted(here, LONGEST_TITLE),
        "reasons": reason(len(suggested.threads)),
    }
    return Finding(
        key=f"forum/category/thread-{one.number}",
        title=f"Thread {one.number} may fit “{suggested.title}” better than “{here}”",
        why=f"The adviser is sure by the words of the title ({', '.join(suggested.words)}) and by {near} near it: "
        f"{', '.join(str(thread.number) for thread in suggested.threads)}. Look at it; the hint goes out only with a person's yes, and once.",
        due=Due(what="a hint makes sense until", block=until),
        evidence=(Evidence(says=f"thread {one.number}", source=one.thread.source),),
        wanted=in_thread(view, one.number, template("hint"), values, until=until),
        needs=(QUERY_NODE,),
    )
