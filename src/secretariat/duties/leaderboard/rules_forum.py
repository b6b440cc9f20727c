"""Rules about the forum: threads in categories that are not there, threads out of the order of their blocks."""

from collections.abc import Iterable

from secretariat.duties.leaderboard.forum import category_ids, is_orphan
from secretariat.facts.forum import ForumThread
from secretariat.facts.numbering import out_of_order
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot


def forum_problems(snapshot: Snapshot) -> Iterable[Problem]:
    """Run every rule about the forum."""
    categories = category_ids(snapshot)
    by_file: dict[tuple[str, str | None], list[Stated[ForumThread]]] = {}
    for stated in snapshot.of(ForumThread):
        by_file.setdefault((stated.file, stated.fact.chain), []).append(stated)
        known = categories.get(stated.fact.chain)
        if known and is_orphan(stated.fact, known):
            yield _orphan(stated)
    for found in by_file.values():
        yield from _out_of_order(found)


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


def _out_of_order(found: list[Stated[ForumThread]]) -> Iterable[Problem]:
    """Report threads whose blocks do not rise with their numbers."""
    by_number = {stated.fact.thread_id: stated for stated in found if stated.fact.created_block is not None}
    for number in out_of_order((n, stated.fact.created_block or 0) for n, stated in by_number.items()):
        stated = by_number[number]
        yield problem(
            "impossible-figure",
            file=stated.file,
            line=stated.line,
            subject=f"{stated.fact.chain or ''} thread {number} order",
            what=f"Thread {number} is said to be made at block {stated.fact.created_block}, which does not lie between the"
            " blocks of the numbers before and after it; numbers are given in the order of creation.",
            repair="Look up the block on the chain; it is kept as dumped.",
            target=Target(kind=stated.kind, key=stated.key, field="created_block"),
        )
