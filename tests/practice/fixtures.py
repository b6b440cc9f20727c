"""Fixtures of the practice chain, for the tests that read from it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from secretariat.clients.http import WireSettings, open_wire
from secretariat.clients.substrate.rpc import Node, node_at
from tests.practice.node import PracticeNode
from tests.practice.pallets import practice_metadata

FAST = WireSettings(connect_seconds=5, read_seconds=5, whole_seconds=10, attempts=2)


@pytest.fixture(scope="session")
def practice() -> str:
    """Give the practice runtime's metadata as hex."""
    return practice_metadata()


@pytest.fixture
def practice_node(practice: str) -> Iterator[PracticeNode]:
    """Give a node of the practice chain that begins at block 5,000."""
    with PracticeNode(practice, first=5000) as node:
        yield node


@pytest.fixture
def reach() -> Iterator[Callable[[str], Node]]:
    """Give a function from an address to the product's client of the node there; retries do not sleep."""
    with ExitStack() as stack:
        wire = stack.enter_context(open_wire(FAST, sleep=lambda seconds: None, chance=lambda: 0.5))
        yield lambda url: node_at(wire, url)
