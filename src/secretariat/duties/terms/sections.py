"""Which required sections a report lacks that was noted as received: by the headings of its posts, never by the thread's title."""

from secretariat.duties.terms.view import View
from secretariat.facts.headings import heading_digest
from secretariat.facts.live_forum import LivePost, LiveThread
from secretariat.facts.reporting_cycle import Report

THERE = ("active", "locked")


def sections_missing(view: View, report: Report, number: int | None) -> tuple[str, ...]:
    """Name the configured sections that a report in a thread does not have; none where nothing is configured or known.

    A report may go on in further posts of whoever opened the thread. Where the first of them was not read, or before a text's
    headings were read, nothing is known.
    """
    required = view.settings.sections(report)
    thread = next((one.fact for one in view.snapshot.of(LiveThread) if one.fact.thread_id == number), None)
    if not required or thread is None:
        return ()
    posts = [one.fact for one in view.snapshot.of(LivePost) if _is_of(one.fact, thread)]
    if thread.first_post not in {post.post_id for post in posts}:
        return ()
    there: set[str] = set()
    for post in posts:
        if post.headings is None:
            return ()
        there.update(post.headings)
    return tuple(one for one in required if heading_digest(one) not in there)


def _is_of(post: LivePost, thread: LiveThread) -> bool:
    return post.thread_id == thread.thread_id and post.author_id == thread.author_id and post.status in THERE
