"""Threads that the office opens on the forum: found again among the facts, and where one can be opened."""

from collections.abc import Collection, Iterator

from secretariat.desk.quoting import plain_line
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.opened_threads import OpenedThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

LONGEST_TITLE = 200

THERE = frozenset({"active", "locked"})
"""States of a thread that can be read: removed and moderated ones are gone."""


def found_thread(
    snapshot: Snapshot, *, title: str, authors: Collection[int], since: int, number: int | None = None
) -> Stated[LiveThread] | None:
    """Find a thread of ours: the one with this ``number``, or one by an author with this title, of several the first.

    Letters' case and spaces of the title do not matter, nor does the category, as threads are moved. It was opened in block
    ``since`` or later and is not removed. One that this desk opened counts by its receipt, until the query node tells of it.
    """
    found = [
        one
        for one in _threads(snapshot)
        if one.fact.thread_id is not None
        and one.fact.status in THERE
        and (one.fact.created_block is None or one.fact.created_block >= since)
        and _meant(one.fact, title, authors, number)
    ]
    return min(found, key=lambda one: one.fact.thread_id or 0, default=None)


def _threads(snapshot: Snapshot) -> Iterator[Stated[LiveThread]]:
    """Give every thread that the query node tells of, and those of receipts that it does not."""
    yield from (told := snapshot.of(LiveThread))
    numbers = {one.fact.thread_id for one in told}
    for one in snapshot.of(OpenedThread):
        if one.fact.thread_id not in numbers:
            yield Stated(
                kind=LiveThread.KIND,
                key=one.key,
                file=one.file,
                format=one.format,
                line=one.line,
                fact=_as_opened(one.fact),
            )


def _as_opened(opened: OpenedThread) -> LiveThread:
    return LiveThread(
        thread_id=opened.thread_id,
        title=opened.title,
        category_id=opened.category_id,
        author_id=opened.author_id,
        status="active",
        created_block=opened.created_block,
    )


def _meant(thread: LiveThread, title: str, authors: Collection[int], number: int | None) -> bool:
    if number is not None and thread.thread_id == number:
        return True
    return thread.author_id in authors and _folded(thread.title or "") == _folded(title)


def _folded(title: str) -> str:
    return plain_line(title, LONGEST_TITLE).casefold()


def takes_posts(thread: Stated[LiveThread] | None) -> bool:
    """Tell whether a post can be added to a thread."""
    return thread is not None and thread.fact.status == "active"


def category_wrong(snapshot: Snapshot, number: int | None) -> str:
    """Say why no thread can be opened in a category; empty where one can, or nothing is known of categories."""
    categories = {one.fact.category_id: one.fact for one in snapshot.of(LiveCategory)}
    if number is None or not categories:
        return ""
    if number not in categories:
        return f"The forum has no category {number}."
    status = categories[number].status
    return "" if status in (None, "active") else f"The forum's category {number} is {status}."


def thread_place(thread: Stated[LiveThread] | None, address: str, *, practice: bool) -> str:
    """Say where a thread is: its address in the app, on a practice network its number; empty while there is none."""
    if thread is None:
        return ""
    number = thread.fact.thread_id
    return f"forum thread {number}" if practice or not address or number is None else thread_address(number, address)


def thread_address(number: int, address: str) -> str:
    """Give a thread's address in the app at an address."""
    return f"{address}/#/forum/thread/{number}"


def post_place(thread: Stated[LiveThread] | None, post: int, address: str, *, practice: bool) -> str:
    """Say where a post is: its address in the app, on a practice network its number."""
    place = thread_place(thread, address, practice=practice)
    return f"{place}?post={post}" if place.startswith(("https://", "http://")) else f"post {post}"
