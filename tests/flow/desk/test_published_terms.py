"""Ended terms as a review sees them: from the published table in a real store, each figure with its own place."""

from collections import defaultdict
from pathlib import Path

import pytest

from secretariat.duties.elections import DUTY as ELECTIONS
from secretariat.duties.leaderboard import DUTY
from secretariat.duties.leaderboard.settings import Settings
from secretariat.duties.leaderboard.terms import TABLE
from secretariat.facts.published_terms import FIGURES, PublishedTerm
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import build
from secretariat.facts.term_view import figure, terms
from secretariat.flow.conclude import conclude
from secretariat.flow.now import now_of
from secretariat.flow.published_terms import with_published_terms
from secretariat.store.engine import reading, writing
from secretariat.store.live_rows import put_records
from secretariat.store.tables import replace_tables
from tests.duties.terms.invented import World
from tests.flow.desk.desk import Desk, desk, read_chain
from tests.mainnet import mainnet


def made(folder: Path, snapshot: Snapshot | None) -> Desk:
    """Make a desk whose store has the published table of terms of a snapshot."""
    one = desk(f"sqlite:///{folder / 'd.db'}", leaderboard=Settings(discord="council"))
    if snapshot is not None:
        with writing(one.engine) as connection:
            replace_tables(connection, [build(TABLE, snapshot)])
    return one


def test_ended_terms_come_with_every_known_figure_and_where_it_is_stated(tmp_path: Path) -> None:
    one = made(tmp_path, mainnet())
    with reading(one.engine) as connection:
        found = with_published_terms(connection, Snapshot(), [DUTY]).of(PublishedTerm)
    assert [(each.fact.term, each.fact.end_block, each.fact.blocks) for each in found] == [
        (1, 299_999, 200_000),
        (2, 599_999, 300_000),
    ]
    assert [each.source for each in found] == ["tables/terms#1", "tables/terms#2"]
    known = {each.term: each for each in terms(mainnet())}
    for each in found:
        stated = {name for name in FIGURES if figure(known[each.fact.term], name) is not None}
        assert set(each.fact.figures) == stated
        assert len(stated) > 4
        for name, one_figure in each.fact.figures.items():
            assert one_figure.value == figure(known[each.fact.term], name)
            assert one_figure.source == known[each.fact.term].figures[name].source, name


def test_nothing_is_laid_beside_facts_for_duties_that_do_not_watch_it_or_before_anything_is_published(
    tmp_path: Path,
) -> None:
    one = made(tmp_path, mainnet())
    with reading(one.engine) as connection:
        assert with_published_terms(connection, Snapshot(), [ELECTIONS]) == Snapshot()
    (tmp_path / "empty").mkdir()
    empty = made(tmp_path / "empty", None)
    with reading(empty.engine) as connection:
        assert with_published_terms(connection, Snapshot(), [DUTY]) == Snapshot()


@pytest.mark.parametrize(
    ("began", "key", "parts"),
    [(600_000, "leaderboard/term/council-2", ["discord"]), (600_001, "leaderboard/unpublished/council-2", [])],
)
def test_a_review_withholds_the_post_until_the_table_has_the_term_as_it_ended(
    tmp_path: Path, began: int, key: str, parts: list[str]
) -> None:
    one = made(tmp_path, mainnet())
    world = World(head=began + 10, began=began, councils=(100_000, 300_000, began), seats={3: (31,)})
    by_list = defaultdict(list)
    for record in (record for rows in world.snapshot().by_kind.values() for record in rows):
        by_list[record.file, record.format].append(record)
    one.block = began + 10
    read_chain(one.context, one.block)
    with writing(one.engine) as connection:
        for (file, source), records in by_list.items():
            put_records(connection, file, source, records)
    with reading(one.engine) as connection:
        (found,) = conclude(one.context, connection, now_of(one.context, connection), [DUTY]).findings
    assert (found.key, [wanted.part for wanted in found.wanted]) == (key, parts)
    assert f"{began - 1:,}" in found.why
