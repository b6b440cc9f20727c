"""Which required sections a report lacks that was noted as received: by the headings of its posts, never by the thread's title."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.headings import heading_digests
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.reporting_cycle import Report
from secretariat.facts.snapshot import Snapshot

SETTINGS = "settings"
"""The format of a fact that the settings state."""

THERE = ("active", "locked")


@dataclass(frozen=True, kw_only=True, slots=True)
class RequiredSection:
    """A heading that the office's settings require of a report, for duties that have no such settings of their own."""

    KIND: ClassVar[str] = "required-section"

    report: Report
    heading: str


def required_of(snapshot: Snapshot, report: Report) -> tuple[str, ...]:
    """Give the headings that a report must have, in the order of the settings."""
    found = sorted(snapshot.of(RequiredSection), key=lambda one: one.line)
    return tuple(one.fact.heading for one in found if one.fact.report == report)


def sections_missing(snapshot: Snapshot, required: Iterable[str], number: int | None) -> tuple[str, ...]:
    """Name the required sections that a report in a thread does not have; none where nothing is required or known.

    A report may go on in further posts of whoever opened the thread. Where the first of them was not read, or before a text's
    headings were read, nothing is known.
    """
    wanted = tuple(required)
    thread = next((one.fact for one in snapshot.of(LiveThread) if one.fact.thread_id == number), None)
    if not wanted or thread is None:
        return ()
    posts = [one.fact for one in snapshot.of(LivePost) if _is_of(one.fact, thread)]
    if thread.first_post not in {post.post_id for post in posts}:
        return ()
    there: set[str] = set()
    for post in posts:
        if post.headings is None:
            return ()
        there.update(post.headings)
    called = {one: heading_digests(one) for one in wanted}
    return tuple(one for one, digests in called.items() if not _is_there(digests, called.values(), there))


def _is_there(digests: tuple[str, ...], required: Iterable[tuple[str, ...]], there: set[str]) -> bool:
    """Tell whether a required heading is there by one of its digests; ``required`` are those of all that are required.

    How many headings have a digest that two required ones share is not known. It counts for both, since a section that is there and not found would
    be held against somebody; but not where one of them is there by its own name, for that has the shared digest too.
    """
    if there & {*digests[:1]}:
        return True
    named = [other for other in required if there & {*other[:1]}]
    return any(each in there and not any(each in other[1:] for other in named) for each in digests[1:])


def _is_of(post: LivePost, thread: LiveThread) -> bool:
    return post.thread_id == thread.thread_id and post.author_id == thread.author_id and post.status in THERE
