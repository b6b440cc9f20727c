"""The table of the forum: its growth in every term."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from secretariat.duties.leaderboard.thread_numbers import (
    IMPORTED_UNTIL,
    DumpedThreads,
    dumped_threads,
    threads_created,
    threads_listed,
)
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.forum import ForumCategory, ForumPost, ForumThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, Column, Table
from secretariat.facts.term_view import Term, terms
from secretariat.facts.totals import MadeInTerm

FIGURES = ("categories_start", "categories_end", "threads_start", "threads_end", "posts_start", "posts_end")


@dataclass(frozen=True, kw_only=True, slots=True)
class ForumTerm:
    """The forum in one term.

    ``listed`` holds the dumped threads made in it, ``posts`` the dumped posts; None where no dump covers the chain.
    ``made`` counts what the query node lists as made in it, by noun.
    """

    term: Term
    listed: tuple[Stated[ForumThread], ...] | None
    created: int | None
    orphans: int | None
    posts: tuple[Stated[ForumPost], ...] | None
    made: Mapping[str, Stated[MadeInTerm]] = field(default_factory=dict)


def forum_terms(snapshot: Snapshot) -> list[ForumTerm]:
    """List every term for which a report or a dump says anything about the forum."""
    dumps = dumped_threads(snapshot)
    posts = _dumped_posts(snapshot)
    categories = category_ids(snapshot)
    rows = []
    made = _made(snapshot)
    for term in terms(snapshot):
        row = _forum_term(term, dumps.get(term.chain), posts.get(term.chain), categories.get(term.chain, frozenset()))
        if term.chain == MAINNET:
            row = replace(row, made=made.get(term.term, {}))
        if row.listed is not None or row.posts is not None or any(name in term.figures for name in FIGURES):
            rows.append(row)
    return rows


def _made(snapshot: Snapshot) -> dict[int, dict[str, Stated[MadeInTerm]]]:
    """Give what was made in each term of the main network; nothing of a noun with entries of unknown moment."""
    found: dict[int, dict[str, Stated[MadeInTerm]]] = {}
    for one in snapshot.of(MadeInTerm):
        if not one.fact.undated:
            found.setdefault(one.fact.term, {})[one.fact.noun] = one
    return found


def _created(row: ForumTerm, noun: str) -> int | None:
    made = row.made.get(noun)
    return made.fact.made if made is not None else None


def _dumped_posts(snapshot: Snapshot) -> dict[str | None, tuple[Stated[ForumPost], ...]]:
    """Gather the dumped posts of every chain in order of blocks. Where two dumps hold one number, the first counts."""
    found: dict[str | None, dict[int, Stated[ForumPost]]] = {}
    for stated in snapshot.of(ForumPost):
        found.setdefault(stated.fact.chain, {}).setdefault(stated.fact.post_id, stated)
    return {
        chain: tuple(sorted(posts.values(), key=lambda stated: (_block(stated), stated.fact.post_id)))
        for chain, posts in found.items()
    }


def _block(post: Stated[ForumPost]) -> int:
    """Give the block a post was made at; one whose block is not known lies before all."""
    return -1 if post.fact.created_block is None else post.fact.created_block


def _forum_term(
    term: Term, dump: DumpedThreads | None, posts: tuple[Stated[ForumPost], ...] | None, categories: frozenset[int]
) -> ForumTerm:
    if term.chain is None or term.start_block is None or term.end_block is None:
        return ForumTerm(term=term, listed=None, created=None, orphans=None, posts=None)
    if posts is not None:
        first = bisect_left(posts, max(term.start_block, IMPORTED_UNTIL + 1), key=_block)
        posts = posts[first : bisect_right(posts, term.end_block, key=_block)]
    if dump is None:
        return ForumTerm(term=term, listed=None, created=None, orphans=None, posts=posts)
    listed = tuple(threads_listed(dump, term.start_block, term.end_block))
    return ForumTerm(
        term=term,
        listed=listed,
        created=threads_created(dump, term.start_block, term.end_block),
        orphans=sum(is_orphan(stated.fact, categories) for stated in listed) if categories else None,
        posts=posts,
    )


def category_ids(snapshot: Snapshot) -> dict[str | None, frozenset[int]]:
    """Collect the numbers of the dumped categories of every chain."""
    found: dict[str | None, set[int]] = {}
    for stated in snapshot.of(ForumCategory):
        found.setdefault(stated.fact.chain, set()).add(stated.fact.category_id)
    return {chain: frozenset(ids) for chain, ids in found.items()}


def is_orphan(thread: ForumThread, categories: frozenset[int]) -> bool:
    """Tell whether a thread stands in a category that its chain's dump lacks."""
    return thread.category_id is not None and thread.category_id not in categories


def _count_of(name: str) -> Callable[[ForumTerm], int | None]:
    def count(row: ForumTerm) -> int | None:
        found = row.term.figures.get(name)
        return found.value if found is not None and isinstance(found.value, int) else None

    return count


def _source(row: ForumTerm) -> str:
    figures = (row.term.figures.get(name) for name in FIGURES)
    named = [figure.source for figure in figures if figure is not None]
    counted = [*(stated.source for stated in (row.listed or ())[:1]), *(post.source for post in (row.posts or ())[:1])]
    return "; ".join(dict.fromkeys([*(named or row.term.sources), *counted]))


def _figure_columns() -> Iterable[Column[ForumTerm]]:
    for name in FIGURES:
        noun, side = name.split("_")
        yield Column(
            name=name,
            description=f"Number of {noun} at the {side} of the term, as printed; on the main network all made by then.",
            unit=COUNT,
            value=_count_of(name),
            source="tokenomics report, query node",
        )


_THREADS = "chain dump of forum.threadById"

TABLE: Table[ForumTerm] = Table(
    name="forum",
    title="Forum by term",
    description="The forum in every term: categories, threads and posts as reported, threads and posts made as dumped.",
    columns=(
        Column(
            name="chain",
            description="Chain of the term.",
            unit=TEXT,
            value=lambda row: row.term.chain,
            source="reports on terms",
        ),
        Column(
            name="network",
            description="Network as the reports label it.",
            unit=TEXT,
            value=lambda row: row.term.network,
            source="reports on terms",
        ),
        Column(
            name="term",
            description="Council term.",
            unit=NUMBER,
            value=lambda row: row.term.term,
            source="reports on terms",
        ),
        *_figure_columns(),
        Column(
            name="threads_created",
            description="Number of threads made in the term, by their numbers: known only where the dump has the last thread before"
            " and the first thread after the term's first block, and likewise its last block. Threads of an earlier"
            " chain, imported into block 1, are not counted. On the main network all threads made, also those removed since.",
            unit=COUNT,
            value=lambda row: _created(row, "threads") if row.created is None else row.created,
            source=f"{_THREADS}, query node",
        ),
        Column(
            name="posts_created",
            description="Number of posts made in the term, the first post of each thread and those removed since included; of the sitting"
            " council's term so far. Not known of testnets: see posts_dumped.",
            unit=COUNT,
            value=lambda row: _created(row, "posts"),
            source="query node; not in the archives",
        ),
        Column(
            name="threads_in_dump",
            description="Number of threads made in the term that the dump lists; fewer than threads_created when it skips some.",
            unit=COUNT,
            value=lambda row: None if row.listed is None else len(row.listed),
            source=_THREADS,
        ),
        Column(
            name="orphan_threads",
            description="How many of threads_in_dump stand in a category that the dump of categories lacks.",
            unit=COUNT,
            value=lambda row: row.orphans,
            source=_THREADS,
        ),
        Column(
            name="moderated_threads",
            description="How many of threads_in_dump were moderated at any time before the dump.",
            unit=COUNT,
            value=lambda row: (
                None if row.listed is None else sum(stated.fact.moderated is True for stated in row.listed)
            ),
            source=_THREADS,
        ),
        Column(
            name="posts_dumped",
            description="Number of posts made in the term that the dump of posts lists, moderated ones included; posts of an earlier"
            " chain, imported into block 1, are not counted. Empty where no posts of the chain are dumped.",
            unit=COUNT,
            value=lambda row: None if row.posts is None else len(row.posts),
            source="chain dump of forum.postById",
        ),
        Column(
            name="source",
            description="File and line of the figures, of the first thread and of the first post counted; or list and block.",
            unit=TEXT,
            value=_source,
            source="reports, dump, query node",
        ),
    ),
    rows=forum_terms,
)
