"""Whatever a node gives as storage values, a reading ends, says what is wrong, and is the same again."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secretariat.clients.substrate.rpc import Node
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.source import ChainRead, read_chain
from tests.practice.node import PracticeNode
from tests.practice.world import settle
from tests.sources.chain.test_read_chain import SETTINGS, codes


@pytest.fixture(scope="module")
def settled(practice: str) -> Iterator[PracticeNode]:
    with PracticeNode(practice, first=5000) as node:
        settle(node)
        yield node


RUNTIMES = Runtimes()


def read_directly(node: PracticeNode) -> ChainRead:
    """Read without sockets, which the other tests have."""
    direct = Node(
        address="http://node", post=lambda body: json.loads(json.dumps(node.reply_to(json.dumps(body).encode())))
    )
    return read_chain([direct], SETTINGS, RUNTIMES)


@settings(derandomize=True, deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_any_storage_values(settled: PracticeNode, data: st.DataObject) -> None:
    final = settled.blocks[-2]
    true = dict(final.storage)
    try:
        for key in data.draw(st.lists(st.sampled_from(sorted(true)), max_size=12, unique=True)):
            body = bytes.fromhex(true[key][2:])
            final.storage[key] = (
                "0x" + data.draw(st.binary(max_size=120) | st.just(body[:-1]) | st.just(body + b"\0")).hex()
            )
        found = read_directly(settled)
        again = read_directly(settled)
    finally:
        final.storage.clear()
        final.storage.update(true)
    codes(found)
    assert not any("Report it as a defect" in why for _, why in found.refused)
    assert [reading.records for reading in found.readings] == [reading.records for reading in again.readings]
    assert [reading.problems for reading in found.readings] == [reading.problems for reading in again.readings]
    for reading in found.readings:
        assert len({problem.id for problem in reading.problems}) == len(reading.problems), "one id for each problem"
        assert all(problem.what.endswith(".") for problem in reading.problems), "a sentence of its own"
        assert all(record.line == found.head.block for record in reading.records.values())
