"""Both sources and a store for the tests of sync."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from secretariat.flow.sync import query_node
from secretariat.sources.query_node.lists import BY_NAME
from tests.flow.sync.live import Live, live
from tests.practice.fixtures import practice
from tests.query_node.conftest import schema

__all__ = ["practice", "schema"]


@pytest.fixture
def desk(practice: str, schema: GraphQLSchema, tmp_path: Path) -> Iterator[Live]:
    """Give both sources with invented rows, and a new store."""
    with live(practice, schema, f"sqlite:///{tmp_path}/store.db") as made:
        yield made


FEW = ("rewards-paid", "council-seats", "openings", "stage-updates", "voting-stages", "revealing-stages", "proposals")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sync read few lists beside members and totals, for tests of what is the same for all."""
    monkeypatch.setattr(query_node, "LISTS", [BY_NAME[name] for name in FEW])


@pytest.fixture
def small(few: None, desk: Live) -> Live:
    """Give both sources, of which few lists are read."""
    return desk
