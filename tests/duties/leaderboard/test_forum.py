"""The forum's tables and what thread numbers prove."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.duties.leaderboard import forum_categories
from secretariat.duties.leaderboard.forum import TABLE
from secretariat.duties.leaderboard.thread_numbers import DumpedThreads, dumped_threads, threads_at, threads_created
from secretariat.facts.forum import ForumPost
from tests.build import forum_category, forum_thread, snapshot, table_rows, term_figures

TERM_3 = term_figures(3, start_block=1_000, end_block=1_999, threads_start=4, threads_end=6, posts_end=40)


def dump(*placed: tuple[int, int]) -> DumpedThreads:
    return dumped_threads(snapshot(*(forum_thread(n, f"Thread {n}", block) for n, block in placed)))["antioch"]


WHOLE = ((1, 1), (2, 1), (3, 500), (4, 1_200), (5, 1_700), (6, 2_500))


@pytest.mark.parametrize(
    ("placed", "block", "bounds"),
    [
        (WHOLE, 500, (3, 3)),
        (WHOLE, 1_999, (5, 5)),
        (WHOLE, 2_499, (5, 5)),
        (WHOLE, 2_500, None),
        (WHOLE, 0, None),
        (((0, 1), *WHOLE), 1_999, (6, 6)),
        (((2, 1), (6, 2_500)), 1_999, (2, 6)),
        (((1, 1), (2, 600), (6, 2_500)), 1_999, (2, 5)),
        (((1, 1), (5, 600), (3, 2_500)), 1_999, None),
    ],
)
def test_numbers_bound_how_many_threads_there_are(
    placed: tuple[tuple[int, int], ...], block: int, bounds: tuple[int, int] | None
) -> None:
    assert threads_at(dump(*placed), block) == bounds


@pytest.mark.parametrize(
    ("placed", "start", "end", "created"),
    [
        (WHOLE, 1_000, 1_999, 2),
        (WHOLE, 2, 999, 1),
        (WHOLE, 1, 999, 1),
        (WHOLE, 501, 999, 0),
        (WHOLE, 2_000, 2_999, None),
        (((3, 500), (4, 1_200), (6, 2_500)), 1_000, 1_999, None),
        (((3, 500), (4, 1_200), (5, 2_500)), 1_000, 1_999, 1),
        (((3, 500), (5, 1_700), (6, 2_500)), 1_000, 1_999, None),
        (((8, 100), (9, 500), (12, 1_700), (13, 2_500)), 200, 1_999, 4),
    ],
)
def test_threads_of_a_term_are_counted_where_their_numbers_prove_it(
    placed: tuple[tuple[int, int], ...], start: int, end: int, created: int | None
) -> None:
    assert threads_created(dump(*placed), start, end) == created


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.lists(st.integers(2, 60), min_size=1, max_size=15), st.integers(0, 60), st.integers(0, 60))
def test_a_whole_dump_proves_what_counting_gives(blocks: list[int], start: int, end: int) -> None:
    whole = dump(*enumerate(sorted(blocks), start=1))
    proven = threads_created(whole, start, end)
    assert proven is None or proven == sum(start <= block <= end for block in blocks)
    bounds = threads_at(whole, end)
    assert bounds is None or bounds == (sum(block <= end for block in blocks),) * 2


def test_a_term_shows_reported_figures_beside_dumped_threads() -> None:
    (row,) = table_rows(
        TABLE,
        TERM_3,
        forum_category(2, "News"),
        *(forum_thread(n, f"Thread {n}", block, category_id=2, moderated=n == 4) for n, block in WHOLE if n != 5),
        forum_thread(5, "Thread 5", 1_700, category_id=77),
    )
    assert row == {
        "chain": "antioch",
        "network": "antioch",
        "term": 3,
        "categories_start": None,
        "categories_end": None,
        "threads_start": 4,
        "threads_end": 6,
        "posts_start": None,
        "posts_end": 40,
        "threads_created": 2,
        "posts_created": None,
        "threads_in_dump": 2,
        "orphan_threads": 1,
        "moderated_threads": 1,
        "posts_dumped": None,
        "source": "tokenomics-report.txt:1; forum-thread.txt:6",
    }


def post(post_id: int, block: int | None, chain: str | None = "antioch") -> ForumPost:
    return ForumPost(chain=chain, post_id=post_id, thread_id=1, created_block=block)


def test_dumped_posts_are_counted_in_the_term_they_were_made_in() -> None:
    posts = [post(n, block) for n, block in enumerate((999, 1_000, 1_500, 1_999, 2_000, 1, None))]
    again, elsewhere = post(1, 1_000), post(77, 1_500, "mainnet")
    (row,) = table_rows(TABLE, TERM_3, *posts, again, elsewhere)
    assert (row["posts_dumped"], row["threads_in_dump"]) == (3, None)
    assert row["source"] == "tokenomics-report.txt:1; forum-post.txt:3"
    (row,) = table_rows(TABLE, TERM_3, elsewhere)
    assert row["posts_dumped"] is None
    (row,) = table_rows(TABLE, TERM_3, post(5, 900))
    assert row["posts_dumped"] == 0


def test_posts_imported_into_the_first_block_were_made_in_no_term() -> None:
    first = term_figures(1, start_block=0, end_block=999)
    (row,) = table_rows(TABLE, first, post(1, 0), post(2, 1), post(3, 2))
    assert row["posts_dumped"] == 1


def test_a_term_of_which_only_posts_are_dumped_has_a_row() -> None:
    (row,) = table_rows(TABLE, term_figures(3, start_block=1_000, end_block=1_999), post(1, 1_500))
    assert (row["posts_dumped"], row["posts_end"]) == (1, None)
    assert table_rows(TABLE, term_figures(3), term_figures(4), post(1, 1_500)) == []


def test_without_a_dump_its_columns_are_empty() -> None:
    (row,) = table_rows(TABLE, TERM_3)
    assert [row[name] for name in ("threads_created", "threads_in_dump", "orphan_threads", "moderated_threads")] == [
        None
    ] * 4


def test_without_dumped_categories_no_thread_is_an_orphan() -> None:
    (row,) = table_rows(TABLE, TERM_3, forum_thread(5, "Thread 5", 1_700, category_id=77))
    assert (row["orphan_threads"], row["threads_in_dump"]) == (None, 1)


def test_a_term_without_any_word_on_the_forum_has_no_row() -> None:
    assert table_rows(TABLE, term_figures(3, start_block=1_000, end_block=1_999, members_end=4)) == []


def categories(*facts: Any) -> list[tuple[object, ...]]:
    names = ("chain", "category_id", "parent", "threads", "threads_in_dump", "moderated_in_dump")
    return [tuple(row[name] for name in names) for row in table_rows(forum_categories.TABLE, *facts)]


def test_categories_know_their_parents_and_their_threads() -> None:
    assert categories(
        forum_category(9, "Wiki", parent_id=2, threads=5),
        forum_category(2, "Groups"),
        forum_category(2, "Groups, dumped again"),
        forum_category(2, "Groups", chain="mainnet"),
        forum_category(4, "Lost", parent_id=99),
        forum_thread(1, "A", 5, category_id=9, moderated=True),
        forum_thread(2, "B", 6, category_id=9),
        forum_thread(2, "B again", 6, category_id=2),
    ) == [
        ("antioch", 2, None, None, 0, 0),
        ("antioch", 4, None, None, 0, 0),
        ("antioch", 9, "Groups", 5, 2, 1),
        ("mainnet", 2, None, None, None, None),
    ]
