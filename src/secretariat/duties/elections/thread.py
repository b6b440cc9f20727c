"""The introductions thread of one council: where it is in the facts, and what it is called."""

from secretariat.desk import threads
from secretariat.duties.elections.settings import COUNCIL
from secretariat.duties.elections.view import View
from secretariat.facts.council_terms import council_terms
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated


def title_of(view: View) -> str:
    """Give the title of the thread for the council to be elected."""
    return view.settings.thread_title.replace(COUNCIL, str(view.council))


def thread_of(view: View) -> Stated[LiveThread] | None:
    """Find the thread of the council to be elected, in the idle stage of the one just elected.

    It is the configured one, or one by a configured author with the title that we give it, and younger than the council before.
    """
    if view.council is None:
        return None
    before = [term for term in council_terms(view.snapshot) if term.term == view.council - 1]
    return threads.found_thread(
        view.snapshot,
        title=title_of(view),
        authors=view.settings.authors,
        since=before[0].start_block or 0 if before else 0,
        number=view.settings.thread,
    )


def category_wrong(view: View) -> str:
    """Say why no thread can be opened in the configured category; empty where one can, or nothing is known of categories."""
    return threads.category_wrong(view.snapshot, view.settings.forum_category)
