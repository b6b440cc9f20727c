"""The table of forum threads: who made each, when, where, and how many wrote in it."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.duties.leaderboard.thread_numbers import dumped_threads
from secretariat.facts.forum import ForumCategory, ForumPost, ForumThread
from secretariat.facts.live_as_dumped import live_categories, live_members, live_threads, thread_authors
from secretariat.facts.members import Member
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, COUNT, LONG_TEXT, MOMENT, NUMBER, TEXT, YES_NO, Column, Table
from secretariat.facts.term_view import chain_rank

Place = tuple[str | None, int | None]
"""Chain, and a number on it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ForumThreadRow:
    """One thread with its category's title, the member who made it, and the posts dumped of it."""

    stated: Stated[ForumThread]
    category: str | None
    author_id: int | None
    author: str | None
    posts: tuple[ForumPost, ...] | None


def _rows(snapshot: Snapshot) -> Iterable[ForumThreadRow]:
    """List the dumped threads by chain and number, then the main network's; a number that stands twice has its first row."""
    yield from _dumped(snapshot)
    titles = {one.fact.category_id: one.fact.title for one in live_categories(snapshot)}
    authors = thread_authors(snapshot)
    handles = {one.fact.member_id: one.fact.handle for one in live_members(snapshot)}
    for stated in live_threads(snapshot):
        author = authors.get(stated.fact.thread_id)
        yield ForumThreadRow(
            stated=stated,
            category=titles.get(stated.fact.category_id or 0),
            author_id=author,
            author=None if author is None else handles.get(author),
            posts=None,
        )


def _dumped(snapshot: Snapshot) -> Iterable[ForumThreadRow]:
    categories: dict[Place, str] = {}
    for category in snapshot.of(ForumCategory):
        categories.setdefault((category.fact.chain, category.fact.category_id), category.fact.title)
    posts = _posts_by_thread(snapshot)
    with_posts = {chain for chain, _ in posts}
    members = _members_by_account(snapshot)
    for chain, dump in sorted(dumped_threads(snapshot).items(), key=lambda item: chain_rank(item[0])):
        for number, stated in sorted(dump.records.items()):
            owners = members.get((chain, stated.fact.author_account or ""), {})
            owner = next(iter(owners.values())) if len(owners) == 1 else None
            yield ForumThreadRow(
                stated=stated,
                category=categories.get((chain, stated.fact.category_id)),
                author_id=owner.member_id if owner else None,
                author=owner.handle if owner else None,
                posts=tuple(posts.get((chain, number), {}).values()) if chain in with_posts else None,
            )


def _posts_by_thread(snapshot: Snapshot) -> dict[Place, dict[int, ForumPost]]:
    found: dict[Place, dict[int, ForumPost]] = {}
    for post in snapshot.of(ForumPost):
        found.setdefault((post.fact.chain, post.fact.thread_id), {}).setdefault(post.fact.post_id, post.fact)
    return found


def _members_by_account(snapshot: Snapshot) -> dict[tuple[str | None, str], dict[int, Member]]:
    """Find the members of each account, root or controller; several may share one."""
    found: dict[tuple[str | None, str], dict[int, Member]] = {}
    for stated in snapshot.of(Member):
        for account in (stated.fact.root_account, stated.fact.controller_account):
            if account:
                found.setdefault((stated.fact.chain, account), {}).setdefault(stated.fact.member_id, stated.fact)
    return found


def _writers(row: ForumThreadRow) -> int | None:
    """Count the accounts that wrote the dumped posts; None when one of them is not known."""
    if not row.posts or any(post.author_account is None for post in row.posts):
        return None
    return len({post.author_account for post in row.posts})


_THREADS = "chain dump of forum.threadById, query node"
_CATEGORIES = "chain dump of forum.categoryById, query node"
_POSTS = "chain dump of forum.postById"
_MEMBERS = "member dump, query node"

TABLE: Table[ForumThreadRow] = Table(
    name="forum-threads",
    title="Forum threads",
    description="Every thread of the forum that was dumped or is on the main network: its category, when and by whom it was made, its posts.",
    columns=(
        Column(
            name="chain",
            description="Chain of the thread.",
            unit=TEXT,
            value=lambda row: row.stated.fact.chain,
            source=_THREADS,
        ),
        Column(
            name="thread_id",
            description="Number of the thread.",
            unit=NUMBER,
            value=lambda row: row.stated.fact.thread_id,
            source=_THREADS,
        ),
        Column(
            name="title",
            description="Title of the thread.",
            unit=LONG_TEXT,
            value=lambda row: row.stated.fact.title,
            source=_THREADS,
        ),
        Column(
            name="category_id",
            description="Number of its category.",
            unit=NUMBER,
            value=lambda row: row.stated.fact.category_id,
            source=_THREADS,
        ),
        Column(
            name="category",
            description="Title of its category.",
            unit=LONG_TEXT,
            value=lambda row: row.category,
            source=_CATEGORIES,
        ),
        Column(
            name="created_block",
            description="Block of its creation.",
            unit=BLOCK,
            value=lambda row: row.stated.fact.created_block,
            source=_THREADS,
        ),
        Column(
            name="created_at",
            description="Moment of its creation.",
            unit=MOMENT,
            value=lambda row: row.stated.fact.created_at,
            source=_THREADS,
        ),
        Column(
            name="author_account",
            description="Account that made it.",
            unit=TEXT,
            value=lambda row: row.stated.fact.author_account,
            source=_THREADS,
        ),
        Column(
            name="author_id",
            description="Member id of the only member of a member dump with that account; on the main network as it states.",
            unit=NUMBER,
            value=lambda row: row.author_id,
            source=_MEMBERS,
        ),
        Column(
            name="author",
            description="Handle of that member.",
            unit=TEXT,
            value=lambda row: row.author,
            source=_MEMBERS,
        ),
        Column(
            name="posts",
            description="Posts not moderated, as it states; on the main network those that can be read.",
            unit=COUNT,
            value=lambda row: row.stated.fact.posts,
            source=_THREADS,
        ),
        Column(
            name="posts_moderated",
            description="Posts moderated, as it states.",
            unit=COUNT,
            value=lambda row: row.stated.fact.posts_moderated,
            source=_THREADS,
        ),
        Column(
            name="moderated",
            description="Whether the thread itself was moderated.",
            unit=YES_NO,
            value=lambda row: row.stated.fact.moderated,
            source=_THREADS,
        ),
        Column(
            name="posts_in_dump",
            description="Posts in it that a dump of posts lists.",
            unit=COUNT,
            value=lambda row: len(row.posts) if row.posts is not None else None,
            source=_POSTS,
        ),
        Column(
            name="writers_in_dump",
            description="Accounts that wrote the posts in the dump; empty if one is not known.",
            unit=COUNT,
            value=_writers,
            source=_POSTS,
        ),
        Column(
            name="source",
            description="File and line of the thread.",
            unit=TEXT,
            value=lambda row: row.stated.source,
            source=_THREADS,
        ),
    ),
    rows=_rows,
)
