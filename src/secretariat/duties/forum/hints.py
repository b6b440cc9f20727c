"""Threads that stand in another category than the one that the adviser is sure of."""

from collections.abc import Iterator
from dataclasses import dataclass

from secretariat.desk.steps import DAY_BLOCKS
from secretariat.duties.forum.adviser.advice import SURE, Suggestion, categories_for
from secretariat.duties.forum.view import View
from secretariat.facts.live_forum import LiveThread
from secretariat.facts.records import Stated

HINTED_FOR = 7 * DAY_BLOCKS
"""For so many blocks after a thread was opened a hint makes sense; later it has its readers where it is."""
FEWEST_NEAR = 3
"""So many threads with words like the title's must stand in the other category: one or two are there by chance."""
LEAST_SHARE = 0.05
"""A category with a larger share by the words is not wrong."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Misplaced:
    """A thread, and the category that it fits for sure."""

    thread: Stated[LiveThread]
    number: int
    opened: int
    suggestion: Suggestion


def misplaced(view: View) -> Iterator[Misplaced]:
    """Give the threads of the last 7 days that stand in another category than the one that the adviser is sure of.

    Each is judged by what is learned from all others. Left out are threads of the office's own members, and those where one of the two
    categories is within the other.
    """
    for number, thread in sorted(view.threads.items()):
        fact = thread.fact
        opened = fact.created_block
        if opened is None or view.head - opened >= HINTED_FOR or fact.author_id in view.settings.ours or not fact.title:
            continue
        learned = view.learned.without(number)
        shares = learned.shares(fact.title) if learned.categories else {}
        if not shares or max(shares.values()) < SURE:  # most are not: the nearest threads need not be looked for
            continue
        suggested, unsure = categories_for(fact.title, learned)
        if unsure or suggested[0].category == fact.category_id:
            continue
        enough = len(suggested[0].threads) >= FEWEST_NEAR
        if enough and shares.get(fact.category_id or -1, 0.0) < LEAST_SHARE and not _within(view, fact, suggested[0]):
            yield Misplaced(thread=thread, number=number, opened=opened, suggestion=suggested[0])


def _within(view: View, thread: LiveThread, suggested: Suggestion) -> bool:
    """Tell whether one of two categories is directly within the other."""
    here = view.learned.categories.get(-1 if thread.category_id is None else thread.category_id)
    there = view.learned.categories[suggested.category]
    return there.parent == thread.category_id or (here is not None and here.parent == suggested.category)
