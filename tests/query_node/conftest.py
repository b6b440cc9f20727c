"""The real schema, once for all tests."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from secretariat.sources.query_node.pages import Ask
from tests.query_node.server import QueryNode, schema_of, serving_node
from tests.query_node.world import World
from tests.wire.fault_proxy import FaultProxy


@pytest.fixture(scope="session")
def schema(shared: Callable[[str], Path]) -> GraphQLSchema:
    """Give the query node's schema; skips by name without the shared data."""
    return schema_of(shared("data/joystream/query-node-introspection.json"))


@pytest.fixture(scope="session")
def running(schema: GraphQLSchema) -> Iterator[tuple[Ask, QueryNode, FaultProxy]]:
    """Run one undisturbed query node for all tests; each gives it the world it needs."""
    node = QueryNode(schema, World())
    with serving_node(node) as (ask, proxy):
        yield ask, node, proxy
