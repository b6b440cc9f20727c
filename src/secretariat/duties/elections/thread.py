"""The introductions thread of one council: where it is in the facts, and what it is called."""

from secretariat.desk.quoting import plain_line
from secretariat.duties.elections.settings import COUNCIL
from secretariat.duties.elections.view import View
from secretariat.facts.council_terms import council_terms
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.records import Stated

LONGEST_TITLE = 200

THERE = frozenset({"active", "locked"})
"""States of a thread that can be read: removed and moderated ones are gone."""


def title_of(view: View) -> str:
    """Give the title of the thread for the council to be elected."""
    return view.settings.thread_title.replace(COUNCIL, str(view.council))


def thread_of(view: View) -> Stated[LiveThread] | None:
    """Find the thread of the council to be elected, in the idle stage of the one just elected.

    It is the configured one, or one by a configured author with the title that we give it (letters' case and spaces aside), in
    any category, as threads are moved. It is younger than the council before and not removed; of several it is the first.
    """
    if view.council is None:
        return None
    before = [term for term in council_terms(view.snapshot) if term.term == view.council - 1]
    since = before[0].start_block or 0 if before else 0
    found = [
        one
        for one in view.snapshot.of(LiveThread)
        if one.fact.thread_id is not None
        and one.fact.status in THERE
        and (one.fact.created_block is None or one.fact.created_block >= since)
        and _meant(view, one.fact)
    ]
    return min(found, key=lambda one: one.fact.thread_id or 0, default=None)


def _meant(view: View, thread: LiveThread) -> bool:
    if view.settings.thread is not None and thread.thread_id == view.settings.thread:
        return True
    return thread.author_id in view.settings.authors and _folded(thread.title or "") == _folded(title_of(view))


def _folded(title: str) -> str:
    return plain_line(title, LONGEST_TITLE).casefold()


def takes_posts(thread: Stated[LiveThread] | None) -> bool:
    """Tell whether a post can be added to a thread."""
    return thread is not None and thread.fact.status == "active"


def category_wrong(view: View) -> str:
    """Say why no thread can be opened in the configured category; empty where one can, or nothing is known of categories."""
    number = view.settings.forum_category
    categories = {one.fact.category_id: one.fact for one in view.snapshot.of(LiveCategory)}
    if number is None or not categories:
        return ""
    if number not in categories:
        return f"The forum has no category {number}."
    status = categories[number].status
    return "" if status in (None, "active") else f"The forum's category {number} is {status}."
