"""The table of the forum: its growth in every term."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from secretariat.duties.leaderboard.thread_numbers import (
    DumpedThreads,
    dumped_threads,
    threads_created,
    threads_listed,
)
from secretariat.facts.forum import ForumCategory, ForumThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, Column, Table
from secretariat.facts.term_view import Term, terms

FIGURES = ("categories_start", "categories_end", "threads_start", "threads_end", "posts_start", "posts_end")


@dataclass(frozen=True, kw_only=True, slots=True)
class ForumTerm:
    """The forum in one term. ``listed`` holds the dumped threads made in it; None where no dump covers the chain."""

    term: Term
    listed: tuple[Stated[ForumThread], ...] | None
    created: int | None
    orphans: int | None


def forum_terms(snapshot: Snapshot) -> list[ForumTerm]:
    """List every term for which a report or a dump says anything about the forum."""
    dumps = dumped_threads(snapshot)
    categories = category_ids(snapshot)
    rows = []
    for term in terms(snapshot):
        row = _forum_term(term, dumps.get(term.chain), categories.get(term.chain, frozenset()))
        if row.listed is not None or any(name in term.figures for name in FIGURES):
            rows.append(row)
    return rows


def _forum_term(term: Term, dump: DumpedThreads | None, categories: frozenset[int]) -> ForumTerm:
    if dump is None or term.chain is None or term.start_block is None or term.end_block is None:
        return ForumTerm(term=term, listed=None, created=None, orphans=None)
    listed = tuple(threads_listed(dump, term.start_block, term.end_block))
    return ForumTerm(
        term=term,
        listed=listed,
        created=threads_created(dump, term.start_block, term.end_block),
        orphans=sum(is_orphan(stated.fact, categories) for stated in listed) if categories else None,
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
    return "; ".join(
        dict.fromkeys([*(named or row.term.sources), *(stated.source for stated in (row.listed or ())[:1])])
    )


def _figure_columns() -> Iterable[Column[ForumTerm]]:
    for name in FIGURES:
        noun, side = name.split("_")
        yield Column(
            name=name,
            description=f"Number of {noun} at the {side} of the term, as printed.",
            unit=COUNT,
            value=_count_of(name),
            source="tokenomics report",
        )


_THREADS = "chain dump of forum.threadById"

TABLE: Table[ForumTerm] = Table(
    name="forum",
    title="Forum by term",
    description="The forum in every term: categories, threads and posts as reported, threads made as dumped.",
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
            " chain, imported into block 1, are not counted.",
            unit=COUNT,
            value=lambda row: row.created,
            source=_THREADS,
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
            name="source",
            description="File and line of the figures and of the first thread counted.",
            unit=TEXT,
            value=_source,
            source="reports, dump",
        ),
    ),
    rows=forum_terms,
)
