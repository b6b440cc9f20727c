"""Every fault at every request in turn: complete facts, or a refusal in words; never fewer facts without a word."""

from collections.abc import Callable
from functools import partial
from typing import Any

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
SAID_NO = {"code": -32000, "message": "Client error: not now"}


def _one_refused(answer: Any) -> Any:
    """Put an error of the node in the place of one answer of a batch."""
    if not isinstance(answer, list):
        return answer
    place = len(answer) // 2
    return [{"id": each["id"], "error": SAID_NO} if n == place else each for n, each in enumerate(answer)]


def _mixed_up(answer: Any) -> Any:
    """Give what one call of a batch asked for to another one."""
    if not isinstance(answer, list):
        return answer
    results = [each["result"] for each in answer]
    return [each | {"result": result} for each, result in zip(answer, [*results[1:], results[0]], strict=True)]


def _in_storage(answer: Any, change: Callable[[list[Any]], object]) -> Any:
    """Change the values in every answer that has some."""
    for each in answer if isinstance(answer, list) else [answer]:
        result = each.get("result")
        if isinstance(result, list) and result and isinstance(result[0], dict):
            change(result[0]["changes"])
    return answer


def _cut(values: list[Any]) -> None:
    values[:] = [[key, value[:-2] if value and len(value) > 6 else value] for key, value in values]


PLANS: dict[str, list[Fault]] = {
    "no body": [faults.changed(lambda _: None, "no-body")],
    "a key missing": [faults.changed(lambda answer: _in_storage(answer, lambda values: values.pop()), "a-key-missing")],
    "values cut": [faults.changed(lambda answer: _in_storage(answer, _cut), "values-cut")],
    "passing": PASSING,
    "passing, other places": PASSING[2:] + PASSING[:2],
    "wrong": [WRONG],
    "twice": [faults.ANSWER_OF_BEFORE],
    "batch short": [faults.changed(lambda answer: answer[:-1] if isinstance(answer, list) else answer)],
    "one of a batch refused": [faults.changed(_one_refused)],
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
        assert found is not None, f"request {number}: what may pass is asked again"
        done += 1
        assert set(complete) - {reading.path for reading in found.readings} == {
            f"chain/{name}" for name, why in found.refused if why
        }
        assert all(reading.records == complete[reading.path] for reading in found.readings), number
    assert done == requests


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
        assert found.failure is None or "chain_getBlockHash was refused" in str(found.failure)


def test_states_whose_answers_are_mixed_up_in_a_batch_are_not_taken(practice_node: PracticeNode, reach: Reach) -> None:
    """Every storage answer names its block and its keys; nothing else may pass for it."""
    settle(practice_node)
    known = Runtimes(texts={2004: practice_node.metadata[2004]})
    head = facts(read_chain([reach(practice_node.url)], SETTINGS, known), ChainHead)["head"]
    blocks = (5_070, 5_060, 5_050, 5_040)
    into = Reading(path="chain/past-states", format="chain")
    with FaultProxy(practice_node.url) as proxy:
        read_states([reach(proxy.url)], head, known, blocks, lambda at: read_past(at, into))
        bodies = [one.body for one in proxy.log]
    complete = {one.line: one.fact for one in into.records.values()}
    storage = [number for number, body in enumerate(bodies, 1) if body.count(b"state_queryStorageAt") > 1]
    assert len(storage) == 2, "values of several states, and what their eras pay"
    for number in storage:
        into = Reading(path="chain/past-states", format="chain")
        with FaultProxy(practice_node.url, {number: faults.changed(_mixed_up)}) as proxy:
            found = read_states([reach(proxy.url)], head, known, blocks, partial(read_past, reading=into))
        assert found.failure is None, "what belongs to another block is asked for again"
        assert {one.line: one.fact for one in into.records.values()} == complete
