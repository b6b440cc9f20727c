"""Every fault at every request in turn: complete facts, or a refusal in words; never fewer facts without a word."""

from collections.abc import Callable

import pytest

from secretariat.clients.substrate.rpc import Node
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.heads import Runtimes
from secretariat.sources.chain.past import PastRead, read_past, read_states
from secretariat.sources.chain.source import ChainRead, read_chain
from tests.practice.node import PracticeNode
from tests.practice.world import settle
from tests.sources.chain.test_read_chain import SETTINGS, facts
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


@pytest.mark.parametrize("plan", PLANS)
def test_one_fault_at_each_request_for_the_past_gives_whole_states_or_a_named_failure(
    practice_node: PracticeNode, reach: Reach, plan: str
) -> None:
    settle(practice_node)
    known = Runtimes(texts={2004: practice_node.metadata[2004]})
    head = facts(read_chain([reach(practice_node.url)], SETTINGS, known), ChainHead)["head"]
    blocks = (5_070, 5_060, 5_050, 5_040)

    def past(url: str) -> tuple[PastRead, dict[int, object]]:
        into = Reading(path="chain/past-states", format="chain")
        found = read_states([reach(url)], head, known, blocks, lambda at: read_past(at, into))
        return found, {one.line: one.fact for one in into.records.values()}

    with FaultProxy(practice_node.url) as proxy:
        usual, complete = past(proxy.url)
        requests = len(proxy.log)
    assert (usual.done, set(complete)) == (list(blocks), set(blocks))
    for number in range(1, requests + 1):
        fault = PLANS[plan][number % len(PLANS[plan])]
        with FaultProxy(practice_node.url, {number: fault}) as proxy:
            found, states = past(proxy.url)
        assert (found.gone, found.unreadable) == ((), {}), "a fault of the wire is nothing that the node said"
        assert all(states[block] == complete[block] for block in found.done), number
        assert set(states) == set(found.done)
        assert (found.failure is None) == (len(states) == len(blocks))
        assert found.failure is None or plan in ("wrong", "twice")
