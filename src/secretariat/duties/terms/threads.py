"""The threads of a term: which there are, found by the title made for the council."""

from typing import Literal

from secretariat.desk.threads import found_thread, thread_place
from secretariat.duties.terms.settings import COUNCIL
from secretariat.duties.terms.view import View
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated

Name = Literal["feedback", "summaries", "call"]


def title_of(view: View, name: Name, council: int) -> str:
    """Give the title of a council's thread."""
    title: str = getattr(view.settings, f"{name}_title")
    return title.replace(COUNCIL, str(council))


def thread_of(view: View, name: Name, council: int, since: int) -> Stated[LiveThread] | None:
    """Find a council's thread among those opened since a block, the first of its term.

    It is the configured one, or one by a configured author with the title that we give it.
    """
    number: int | None = getattr(view.settings, f"{name}_thread")
    title = title_of(view, name, council)
    return found_thread(view.snapshot, title=title, authors=view.settings.authors, since=since, number=number)


def past_feedback(view: View, council: int, first: int, end: int) -> Stated[LiveThread] | None:
    """Find the thread for feedback on a round that has ended; one that was opened after its last block is another round's."""
    found = thread_of(view, "feedback", council, first)
    opened = None if found is None else found.fact.created_block
    return None if opened is not None and opened > end else found


def place_of(view: View, thread: Stated[LiveThread] | None) -> str:
    """Say where a thread is; empty while there is none."""
    return thread_place(thread, view.settings.pioneer, practice=view.now.practice)
