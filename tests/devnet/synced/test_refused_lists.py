"""A list that the query node never gave whole: no figure of any table has another value than with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.live_forum import LivePost
from secretariat.flow.tables import kinds_needed
from secretariat.sources.query_node.lists import LISTS
from tests.devnet.synced.desk import desk
from tests.devnet.synced.lists import Tables, forget, other_values, tables_now

WORLDS = Path(__file__).parent / "worlds"

LIVED = 97_500
"""Blocks that the world lives before its one sync: then proposals have had two voting rounds, and an election is over."""

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
