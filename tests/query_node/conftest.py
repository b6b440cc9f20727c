"""The real schema, once for all tests."""

from collections.abc import Callable
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from tests.query_node.server import schema_of


@pytest.fixture(scope="session")
def schema(shared: Callable[[str], Path]) -> GraphQLSchema:
    """Give the query node's schema; skips by name without the shared data."""
    return schema_of(shared("data/joystream/query-node-introspection.json"))
