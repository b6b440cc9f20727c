"""A list that is refused while the others go on: no figure is of two moments, in tables, at the desk and in what is published."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.facts.moments import Moment, moment_of
from secretariat.facts.records import QUERY_NODE
from secretariat.flow.conclude import silent_sources
from secretariat.flow.lists_behind import lists_behind
from secretariat.flow.materialise import WAITS_SECONDS, tables_wait
from secretariat.sources.query_node.shapes import file_of
from secretariat.store import live
from secretariat.store.engine import reading
from secretariat.store.tables import load_all
from tests.devnet.synced.desk import Desk, desk
from tests.devnet.synced.lists import Tables, other_values, tables_now, unlisted

WORLDS = Path(__file__).parent / "worlds"

BEFORE, BETWEEN = 97_500, 14_400
"""Blocks that the world lives before the first sync, and between it and the second: a stage of an election passes."""

MIXED = (
    *("cast-votes", "candidacies", "election-cycles", "elected-councils", "council-seats", "stage-updates"),
    *("proposals", "rewards-paid", "budget-spendings", "memberships", "forum-threads", "forum-posts", "workers"),
)


SHORT = Planned(
    match=Match(server="query-node", contains="castVotesConnection("), fault=Fault(kind="row-missing"), nth=1, times=0
)


def published(engine: Engine) -> dict[str, object]:
    with reading(engine) as connection:
        return {one.name: (one.as_of, list(one.rows)) for one in load_all(connection)}


@pytest.fixture(scope="module")
def synced_twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Tables]]:
    """Give the store of a world that was synced twice, and its tables."""
    with desk(WORLDS / "two-councils.json", tmp_path_factory.mktemp("behind")) as made:
        made.network.advance(BEFORE)
        made.sync()
        made.network.advance(BETWEEN)
        made.sync()
        with made.context.engine.connect() as connection:
            tables = tables_now(connection)
        yield made.context.engine, tables


@pytest.mark.parametrize("name", MIXED)
def test_with_a_list_behind_a_figure_is_the_same_or_empty(synced_twice: tuple[Engine, Tables], name: str) -> None:
    engine, tables = synced_twice
    with engine.connect() as connection:
        known = live.list_known(connection, file_of(name))
        assert known is not None
        assert known.height is not None
        live.write_list(connection, replace(known, height=known.height - 1))
        assert lists_behind(connection).keys() == {name}
        found = tables_now(connection)
        assert lists_behind(connection).keys() == {name}
        connection.rollback()
    assert list(other_values(tables, found)) == []
    assert list(unlisted(tables, found, "not read as far as the others: ")) == []


def later(moment: Moment, *, seconds: int) -> Moment:
    return moment_of(datetime.fromisoformat(moment) + timedelta(seconds=seconds))


@contextmanager
def refused_after(folder: Path, blocks: int) -> Iterator[tuple[Desk, dict[str, object]]]:
    """Give a desk whose second sync got the list of cast votes short each time it asked, and the tables of its first."""
    faults = Faults()
    with desk(WORLDS / "two-councils.json", folder, faults=faults) as made:
        made.network.advance(BEFORE)
        made.sync()
        first = published(made.context.engine)
        made.network.advance(blocks)
        faults.plan([SHORT])
        done = made.try_sync()
        assert [one.name for one in done.lists if one.way == "refused"] == [file_of("cast-votes")]
        faults.plan([])
        yield made, first


def test_tables_are_those_of_the_last_moment_at_which_all_lists_were_whole(tmp_path: Path) -> None:
    with refused_after(tmp_path, WAITS_SECONDS // 12) as (made, first):
        engine = made.context.engine
        assert published(engine) == first
        with reading(engine) as connection:
            assert tables_wait(connection, made.moment).startswith("The tables stay as they are")
            assert tables_wait(connection, later(made.moment, seconds=WAITS_SECONDS)) == "", (
                "a source may be away for long"
            )
            assert "cast-votes (up to block" in silent_sources(made.context, connection, made.moment)[QUERY_NODE]
        made.sync()
        with reading(engine) as connection:
            assert tables_wait(connection, made.moment) == ""
            assert QUERY_NODE not in silent_sources(made.context, connection, made.moment)
        assert published(engine) != first


def test_after_an_hour_tables_go_on_without_the_list(tmp_path: Path) -> None:
    with refused_after(tmp_path, BETWEEN) as (made, first):
        engine = made.context.engine
        assert published(engine) != first
        with reading(engine) as connection:
            found = tables_now(connection)
        made.sync()
        with reading(engine) as connection:
            whole = tables_now(connection)
        assert list(other_values(whole, found)) == []
        assert list(unlisted(whole, found, "not read as far as the others: ")) == []
