"""The state of a query node over a real WebSocket."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any

import pytest
from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve
from websockets.typing import Subprotocol

from secretariat.clients.failures import AddressWrong, AnswerWrong, NotReachable
from secretariat.clients.graphql import QueryRefused
from secretariat.clients.graphql_state import STATE, QueryNodeState, state_of
from tests.wire import faults
from tests.wire.fault_proxy import Answer, Fault, FaultProxy

HEIGHTS = {"chainHead": 5_000_010, "indexerHead": 5_000_009, "lastCompleteBlock": 5_000_007}
DATA = {"type": "data", "id": "1", "payload": {"data": {"stateSubscription": HEIGHTS}}}
Refusing = Callable[[ServerConnection, Request], Response | None]


@contextmanager
def server(*messages: Any, process_request: Refusing | None = None, heard: list[Any] | None = None) -> Iterator[str]:
    stopping = threading.Event()

    def answer(connection: ServerConnection) -> None:
        for _ in range(2):
            said = json.loads(connection.recv())
            if heard is not None:
                heard.append(said)
        for message in messages:
            connection.send(message if isinstance(message, str | bytes) else json.dumps(message))
        stopping.wait(10)

    with serve(
        answer, "127.0.0.1", 0, subprotocols=[Subprotocol("graphql-ws")], process_request=process_request
    ) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"ws://127.0.0.1:{running.socket.getsockname()[1]}/graphql"
        finally:
            stopping.set()
            running.shutdown()
            thread.join(10)


@pytest.mark.parametrize(
    "messages",
    [
        [{"type": "connection_ack"}, {"type": "ka"}, DATA],
        [{"type": "ka"}, DATA],
        [{"type": "connection_ack"}, {"type": "something new"}, DATA, {"type": "complete", "id": "1"}],
        [json.dumps(DATA).encode()],
        [json.dumps(DATA).replace("5000007", "5000007.0")],
    ],
)
def test_the_first_state_is_given(messages: list[Any]) -> None:
    heard: list[Any] = []
    with server(*messages, heard=heard) as url:
        assert state_of(url) == QueryNodeState(
            chain_head=5_000_010, indexer_head=5_000_009, last_complete_block=5_000_007
        )
    assert [said["type"] for said in heard] == ["connection_init", "start"]
    assert heard[1]["payload"]["query"] == STATE


@pytest.mark.parametrize(
    ("message", "error", "words"),
    [
        ({"type": "connection_error", "payload": {"message": "who\nare you"}}, QueryRefused, "who\ufffdare you"),
        ({"type": "error", "payload": {"message": "no such field"}}, QueryRefused, "no such field"),
        ({"type": "error"}, QueryRefused, "refused"),
        ({"type": "data", "payload": {"data": None, "errors": [{"message": "down"}]}}, QueryRefused, "down"),
        ({"type": "complete"}, AnswerWrong, "ended without a state"),
        ({"type": "data", "payload": {}}, AnswerWrong, "no chainHead"),
        (
            {"type": "data", "payload": {"data": {"stateSubscription": {**HEIGHTS, "indexerHead": None}}}},
            AnswerWrong,
            "no indexerHead",
        ),
        (
            {"type": "data", "payload": {"data": {"stateSubscription": {**HEIGHTS, "chainHead": True}}}},
            AnswerWrong,
            "no chainHead",
        ),
        (
            {"type": "data", "payload": {"data": {"stateSubscription": {**HEIGHTS, "lastCompleteBlock": 1e300}}}},
            AnswerWrong,
            "no lastCompleteBlock",
        ),
        ("[1]", AnswerWrong, "no JSON object"),
        ("{", AnswerWrong, "cannot be read"),
        ("[" * 50_000, AnswerWrong, "nested"),
        ("x" * 100_000, NotReachable, "the connection failed"),
        ({"type": "ka"}, NotReachable, "no state within 0.5 s"),
    ],
)
def test_what_is_no_state_is_refused(message: Any, error: type[Exception], words: str) -> None:
    with server(message) as url, pytest.raises(error) as refused:
        state_of(url.replace("ws://", "ws://name:secret@"), seconds=0.5 if message == {"type": "ka"} else 5.0)
    assert words in str(refused.value)
    assert "secret" not in str(refused.value)
    assert str(refused.value).isprintable()


def test_a_server_without_the_subscription() -> None:
    def only_http(connection: ServerConnection, request: Request) -> Response:
        return connection.respond(HTTPStatus.BAD_GATEWAY, "no\n")

    with server(process_request=only_http) as url, pytest.raises(NotReachable, match="502"):
        state_of(url)


def test_a_redirect_is_not_followed() -> None:
    with server(DATA) as aim:

        def elsewhere(connection: ServerConnection, request: Request) -> Response:
            return Response(302, "Found", Headers({"Location": f"{aim}?secret=1"}), b"")

        with (
            server(process_request=elsewhere) as url,
            pytest.raises(NotReachable, match="points to another") as refused,
        ):
            state_of(url)
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("fault", [faults.SILENCE, faults.RESET, faults.CLOSED, faults.GARBAGE, faults.HTML])
def test_a_server_that_speaks_no_websocket(fault: Fault) -> None:
    with FaultProxy(lambda _: Answer(body=b"{}"), always=fault) as proxy, pytest.raises(NotReachable):
        state_of(proxy.url.replace("http", "ws"), seconds=0.5)


def test_addresses() -> None:
    for url in ("https://host/graphql", "ws://", "", "ws://[::1", "name:secret@host"):
        with pytest.raises(AddressWrong) as refused:
            state_of(url)
        assert "secret" not in str(refused.value)
    with pytest.raises(NotReachable, match="refused"):
        state_of("ws://127.0.0.1:9/graphql")
