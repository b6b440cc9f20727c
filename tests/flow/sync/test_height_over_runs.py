"""Whatever becomes of the WebSocket: the same facts, and a height that says what it is."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest

from secretariat.flow.sync.result import Synced
from tests.clients.test_graphql_state import server
from tests.flow.sync.live import SWIFT, Live, digest
from tests.flow.sync.test_freshness_over_runs import state
from tests.wire import faults
from tests.wire.fault_proxy import Answer, Fault, FaultProxy

ACK = {"type": "connection_ack"}


TRUE = json.dumps(state(5_079))

AFTER_THE_GREETING: dict[str, list[Any]] = {
    "silence": [],
    "only-keep-alive": [ACK, {"type": "ka"}],
    "truncated-json": [ACK, TRUE[: len(TRUE) // 2]],
    "wrong-json": [ACK, [1, 2, 3]],
    "no-json": [ACK, "<html>"],
    "bytes": [ACK, b"\xff\xfe"],
    "error": [ACK, {"type": "error", "id": "1", "payload": {"message": "no"}}],
    "refused": [{"type": "connection_error", "payload": {"message": "no"}}],
    "ended": [ACK, {"type": "complete", "id": "1"}],
    "no-height": [ACK, {"type": "data", "id": "1", "payload": {"data": {"stateSubscription": {}}}}],
    "negative-height": [ACK, TRUE.replace("5079", "-5079")],
    "huge": [ACK, "x" * 200_000],
}


@contextmanager
def at_the_handshake(fault: Fault) -> Iterator[str]:
    with FaultProxy(lambda _: Answer(body=b"{}"), always=fault) as proxy:
        yield proxy.url.replace("http", "ws") + "/graphql"


def synced(desk: Live, websocket: str) -> Synced:
    desk.set("query_node", replace(desk.settings["query_node"], websocket=websocket))
    return desk.sync()


@pytest.fixture
def impatient(small: Live) -> Live:
    """Give sources that are waited for a second at most."""
    small.set("wire", replace(SWIFT, whole_seconds=1.0, read_seconds=1.0))
    with server(ACK, state(small.node.final)) as websocket:
        done = synced(small, websocket)
    assert done.complete
    assert not done.states["query-node"].lower_bound
    return small


def odd(desk: Live, before: str, websocket: str) -> list[str]:
    """Sync with a WebSocket that is disturbed, and give what does not hold."""
    done = synced(desk, websocket)
    found = []
    if not done.complete or done.moved or digest(desk.context) != before:
        found.append("the facts are others")
    if not done.states["query-node"].lower_bound:
        found.append("a height that nobody said")
    if not any(len(note.partition("its newest event counts: ")[2]) > 30 for note in done.notes):
        found.append("it is not said why")
    return found


def test_faults_of_the_websocket_leave_a_lower_bound_and_the_facts(impatient: Live) -> None:
    """At the handshake every fault of the wire, after it every message that is no state; then all is well again."""
    before = digest(impatient.context)
    for name, fault in faults.PASSING.items():
        with at_the_handshake(fault) as websocket:
            assert not odd(impatient, before, websocket), name
    for name, messages in AFTER_THE_GREETING.items():
        with server(*messages) as websocket:
            assert not odd(impatient, before, websocket), name
    with server(ACK, state(impatient.node.final)) as websocket:
        assert odd(impatient, before, websocket) == ["a height that nobody said", "it is not said why"]
