"""Every fault at every request in turn: complete facts, or a refusal in words; never fewer facts without a word."""

from collections.abc import Callable

import pytest

from secretariat.clients.substrate.rpc import Node
from secretariat.errors import SecretariatError
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.source import ChainRead, read_chain
from tests.practice.node import PracticeNode
from tests.practice.world import settle
from tests.sources.chain.test_read_chain import SETTINGS
from tests.wire import faults
from tests.wire.fault_proxy import Fault, FaultProxy

Reach = Callable[[str], Node]

WRONG = faults.named("wrong-json", faults.body(b'{"jsonrpc":"2.0","id":1,"result":[]}'))
PASSING: list[Fault] = [faults.RESET, faults.CUT_JSON, faults.status(429), faults.status(500)]
PLANS: dict[str, list[Fault]] = {
    "passing": PASSING,
    "passing, other places": PASSING[2:] + PASSING[:2],
    "wrong": [WRONG],
    "twice": [faults.ANSWER_OF_BEFORE],
}


@pytest.mark.parametrize("plan", PLANS)
def test_one_fault_at_each_request_in_turn(practice_node: PracticeNode, reach: Reach, plan: str) -> None:
    settle(practice_node)
    known = Runtimes(texts={2004: practice_node.metadata[2004]})
    with FaultProxy(practice_node.url) as proxy:
        usual = read_chain([reach(proxy.url)], SETTINGS, known)
        requests = len(proxy.log)
    complete = {reading.path: reading.records for reading in usual.readings}
    done = 0
    for number in range(1, requests + 1):
        fault = PLANS[plan][number % len(PLANS[plan])]
        with FaultProxy(practice_node.url, {number: fault}) as proxy:
            found = _read_or_refused(reach(proxy.url), known)
        if found is None:
            assert plan in ("wrong", "twice"), f"request {number}: what may pass is asked again"
            continue
        done += 1
        assert set(complete) - {reading.path for reading in found.readings} == {
            f"chain/{name}" for name, why in found.refused if why
        }
        assert all(reading.records == complete[reading.path] for reading in found.readings), number
    assert done == requests or plan in ("wrong", "twice")


def _read_or_refused(node: Node, known: Runtimes) -> ChainRead | None:
    try:
        return read_chain([node], SETTINGS, known)
    except SecretariatError:
        return None
