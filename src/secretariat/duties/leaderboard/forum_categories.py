"""The table of forum categories: what each states of its threads, and the threads dumped."""

from collections import Counter
from dataclasses import dataclass

from secretariat.duties.leaderboard.thread_numbers import dumped_threads
from secretariat.facts.forum import ForumCategory
from secretariat.facts.live_as_dumped import live_categories
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, COUNT, LONG_TEXT, MOMENT, NUMBER, TEXT, YES_NO, Column, Table
from secretariat.facts.term_view import chain_rank


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryRow:
    """One category with its parent's title and the dumped threads that stand in it."""

    stated: Stated[ForumCategory]
    parent: str | None
    dumped: int | None
    dumped_moderated: int | None


def category_rows(snapshot: Snapshot) -> list[CategoryRow]:
    """List the dumped categories by chain and number, then the main network's; of a number dumped twice the first counts."""
    dumps = dumped_threads(snapshot)
    threads: Counter[tuple[str | None, int | None]] = Counter()
    moderated: Counter[tuple[str | None, int | None]] = Counter()
    for chain, dump in dumps.items():
        for stated in dump.records.values():
            threads[chain, stated.fact.category_id] += 1
            moderated[chain, stated.fact.category_id] += bool(stated.fact.moderated)
    known: dict[tuple[str | None, int], Stated[ForumCategory]] = {}
    for category in snapshot.of(ForumCategory):
        known.setdefault((category.fact.chain, category.fact.category_id), category)
    rows = []
    for (chain, number), category in sorted(known.items(), key=lambda item: (chain_rank(item[0][0]), item[0][1])):
        parent_id = category.fact.parent_id
        parent = known.get((chain, parent_id)) if parent_id is not None else None
        rows.append(
            CategoryRow(
                stated=category,
                parent=parent.fact.title if parent else None,
                dumped=threads[chain, number] if chain in dumps else None,
                dumped_moderated=moderated[chain, number] if chain in dumps else None,
            )
        )
    live = live_categories(snapshot)
    titles = {one.fact.category_id: one.fact.title for one in live}
    for one in live:
        parent_title = None if one.fact.parent_id is None else titles.get(one.fact.parent_id)
        rows.append(CategoryRow(stated=one, parent=parent_title, dumped=None, dumped_moderated=None))
    return rows


_THREADS = "chain dump of forum.threadById"
_CATEGORIES = "chain dump of forum.categoryById, query node"

TABLE: Table[CategoryRow] = Table(
    name="forum-categories",
    title="Forum categories",
    description="Every category of the forum, with the threads it states and the threads dumped.",
    columns=(
        Column(
            name="chain",
            description="Chain of the category.",
            unit=TEXT,
            value=lambda row: row.stated.fact.chain,
            source=_CATEGORIES,
        ),
        Column(
            name="category_id",
            description="Number of the category.",
            unit=NUMBER,
            value=lambda row: row.stated.fact.category_id,
            source=_CATEGORIES,
        ),
        Column(
            name="title",
            description="Title of the category.",
            unit=LONG_TEXT,
            value=lambda row: row.stated.fact.title,
            source=_CATEGORIES,
        ),
        Column(
            name="parent_id",
            description="Number of its parent category.",
            unit=NUMBER,
            value=lambda row: row.stated.fact.parent_id,
            source=_CATEGORIES,
        ),
        Column(
            name="parent",
            description="Title of its parent category.",
            unit=LONG_TEXT,
            value=lambda row: row.parent,
            source=_CATEGORIES,
        ),
        Column(
            name="created_block",
            description="Block of its creation.",
            unit=BLOCK,
            value=lambda row: row.stated.fact.created_block,
            source=_CATEGORIES,
        ),
        Column(
            name="created_at",
            description="Moment of its creation.",
            unit=MOMENT,
            value=lambda row: row.stated.fact.created_at,
            source=_CATEGORIES,
        ),
        Column(
            name="archived",
            description="Whether it is archived.",
            unit=YES_NO,
            value=lambda row: row.stated.fact.archived,
            source=_CATEGORIES,
        ),
        Column(
            name="deleted",
            description="Whether it is deleted.",
            unit=YES_NO,
            value=lambda row: row.stated.fact.deleted,
            source=_CATEGORIES,
        ),
        Column(
            name="threads",
            description="Threads not moderated, as it states; on the main network those listed in it that can be read.",
            unit=COUNT,
            value=lambda row: row.stated.fact.threads,
            source=_CATEGORIES,
        ),
        Column(
            name="threads_moderated",
            description="Threads moderated, as it states; on the main network those listed.",
            unit=COUNT,
            value=lambda row: row.stated.fact.threads_moderated,
            source=_CATEGORIES,
        ),
        Column(
            name="threads_in_dump",
            description="Threads in it that the dump of threads lists.",
            unit=COUNT,
            value=lambda row: row.dumped,
            source=_THREADS,
        ),
        Column(
            name="moderated_in_dump",
            description="How many of threads_in_dump are moderated.",
            unit=COUNT,
            value=lambda row: row.dumped_moderated,
            source=_THREADS,
        ),
        Column(
            name="source",
            description="File and line of the category.",
            unit=TEXT,
            value=lambda row: row.stated.source,
            source=_CATEGORIES,
        ),
    ),
    rows=category_rows,
)
