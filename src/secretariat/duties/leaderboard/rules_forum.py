"""Rules about the forum: threads in categories that are not there, threads out of the order of their blocks."""

from collections.abc import Iterable

from secretariat.duties.leaderboard.forum import category_ids, is_orphan
from secretariat.duties.leaderboard.rules_order import order_problems
from secretariat.facts.forum import ForumThread
from secretariat.facts.problems import Problem, problem
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot


def forum_problems(snapshot: Snapshot) -> Iterable[Problem]:
    """Run every rule about the forum."""
    categories = category_ids(snapshot)
    threads = snapshot.of(ForumThread)
    for stated in threads:
        known = categories.get(stated.fact.chain)
        if known and is_orphan(stated.fact, known):
            yield _orphan(stated)
    yield from order_problems("thread", ((stated.fact.thread_id, stated) for stated in threads))


def _orphan(stated: Stated[ForumThread]) -> Problem:
    thread = stated.fact
    return problem(
        "orphan-thread",
        file=stated.file,
        line=stated.line,
        subject=f"{thread.chain or ''} thread {thread.thread_id}",
        what=f"Thread {thread.thread_id} stands in category {thread.category_id}, which the dump of categories lacks.",
        repair="Add the category to its dump, or correct the thread's; until then the thread counts in no category.",
    )
