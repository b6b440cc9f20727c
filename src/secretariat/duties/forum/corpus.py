"""What the adviser learns from: the forum as it was synced, or, where none was, the largest forum of the archive."""

from collections import defaultdict

from secretariat.desk.quoting import plain_line
from secretariat.desk.threads import LONGEST_TITLE, THERE
from secretariat.duties.forum.adviser.learned import Category, Learned, Thread
from secretariat.facts.forum import ForumCategory, ForumThread
from secretariat.facts.live_forum import LiveCategory, LiveThread
from secretariat.facts.snapshot import Snapshot

PRE_PROPOSAL = ("pre-proposal", "preproposal", "pre proposal")
"""What the title of the category for pre-proposal threads has in it."""

LONGEST_DESCRIPTION = 2_000


def live_forum(snapshot: Snapshot) -> Learned:
    """Give the synced forum: its active categories, and the threads in them that can be read."""
    categories = {
        one.fact.category_id: Category(
            number=one.fact.category_id,
            title=plain_line(one.fact.title or "", LONGEST_TITLE),
            description=plain_line(one.fact.description or "", LONGEST_DESCRIPTION) if one.fact.description else "",
            parent=one.fact.parent_id,
        )
        for one in snapshot.of(LiveCategory)
        if one.fact.category_id is not None and one.fact.status == "active"
    }
    threads = [
        Thread(
            number=one.fact.thread_id,
            title=plain_line(one.fact.title, LONGEST_TITLE),
            category=one.fact.category_id,
            author=one.fact.author_id,
        )
        for one in snapshot.of(LiveThread)
        if one.fact.thread_id is not None
        and one.fact.category_id is not None
        and one.fact.title
        and one.fact.status in THERE
        and one.fact.visible is not False
    ]
    return Learned(categories=categories, threads=threads)


def archived_forum(snapshot: Snapshot) -> tuple[str, Learned]:
    """Give the forum of the chain of which the archive's dumps have most threads, and the chain's name; empty without any."""
    by_chain: dict[str, dict[int, Thread]] = defaultdict(dict)
    for one in snapshot.of(ForumThread):
        fact = one.fact
        if fact.chain is not None and fact.category_id is not None and fact.title and fact.moderated is not True:
            title = plain_line(fact.title, LONGEST_TITLE)
            by_chain[fact.chain][fact.thread_id] = Thread(number=fact.thread_id, title=title, category=fact.category_id)
    if not by_chain:
        return "", Learned(categories={}, threads=())
    chain = max(sorted(by_chain), key=lambda name: len(by_chain[name]))
    categories = {
        one.fact.category_id: Category(
            number=one.fact.category_id,
            title=plain_line(one.fact.title, LONGEST_TITLE),
            description=plain_line(one.fact.description, LONGEST_DESCRIPTION) if one.fact.description else "",
            parent=one.fact.parent_id,
        )
        for one in snapshot.of(ForumCategory)
        if one.fact.chain == chain and one.fact.title and one.fact.deleted is not True and one.fact.archived is not True
    }
    return chain, Learned(categories=categories, threads=list(by_chain[chain].values()))


def pre_proposals(learned: Learned, configured: int | None) -> int | None:
    """Give the category for pre-proposal threads: the configured one, else the only one whose title says so."""
    if configured is not None:
        return configured
    found = [one.number for one in learned.categories.values() if _says_so(one.title)]
    return found[0] if len(found) == 1 else None


def _says_so(title: str) -> bool:
    return any(words in title.casefold() for words in PRE_PROPOSAL)
