"""A list that the query node never gave whole: no figure of any table has another value than with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from secretariat.duties.leaderboard import DUTY as LEADERBOARD
from secretariat.duties.leaderboard.rightly_empty import RIGHTLY_EMPTY
from secretariat.duties.leaderboard.unknown_reasons import REASONS
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LivePost
from secretariat.flow.lists_behind import forget
from secretariat.flow.tables import kinds_needed
from secretariat.sources.query_node.lists import LISTS
from tests.devnet.synced.desk import desk
from tests.devnet.synced.lists import Tables, other_values, tables_now, unlisted

WORLDS = Path(__file__).parent / "worlds"

LIVED = 97_500
"""Blocks that the world lives before its one sync: then proposals have had two voting rounds, and an election is over."""

NOT_OF_THE_MAIN_NETWORK = frozenset(
    {"validators", "surveys", "jsgenesis-requests", "checks", "unknown-figures", "problems", "files"}
)
"""Tables of archives, or of other tables."""

COUNTED = frozenset(kind.KIND for kind in (GroupMoneyEvent, CouncilBudgetEvent, CouncilReward, LivePost))
SHOWN = [listed.name for listed in LISTS if listed.shape.kind in kinds_needed() | COUNTED]
"""The lists whose rows a table needs, or counts; the others change none."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, Tables]]:
    """Give the store of one whole sync, and its tables."""
    with desk(WORLDS / "two-councils.json", tmp_path_factory.mktemp("refused")) as made:
        made.network.advance(LIVED)
        made.sync()
        with made.context.engine.connect() as connection:
            tables = tables_now(connection)
        yield made.context.engine, tables


@pytest.mark.parametrize("name", SHOWN)
def test_without_a_list_a_figure_is_the_same_or_empty(whole: tuple[Engine, Tables], name: str) -> None:
    engine, tables = whole
    with engine.connect() as connection:
        forget(connection, name)
        found = tables_now(connection)
        connection.rollback()
    assert list(other_values(tables, found)) == []
    assert list(unlisted(tables, found)) == []


def test_of_a_whole_sync_every_empty_figure_is_listed_or_rightly_empty(whole: tuple[Engine, Tables]) -> None:
    _, tables = whole
    listed = {(row["table"], row["column"]) for row in tables["unknown-figures"]}
    explained = {table.name for table, _ in REASONS}
    empty = {
        (name, column)
        for name, rows in tables.items()
        if name in explained
        for row in rows
        for column, value in row.items()
        if value is None
    }
    assert {(name, column) for name, column in empty - listed if column not in RIGHTLY_EMPTY.get(name, ())} == set()
    assert explained >= {table.name for table in LEADERBOARD.tables} - NOT_OF_THE_MAIN_NETWORK
