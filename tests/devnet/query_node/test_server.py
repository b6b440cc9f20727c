"""The server: HTTP and WebSocket at one address on the loopback, for several clients, until it is told to stop."""

import gzip
import http.client
import json
import socket
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from secretariat.clients.graphql import ask
from secretariat.clients.graphql_state import state_of
from secretariat.clients.http import WireSettings, open_wire
from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.server import responding, upgrading
from secretariat.devnet.serving import Server, serve
from tests.devnet.query_node.history import History, account

STATE = "subscription { stateSubscription { lastCompleteBlock chainHead indexerHead lastProcessedEvent } }"


def started(node: QueryNode) -> Server:
    return serve("query-node", responding(node), upgrade=upgrading(node))


@pytest.fixture
def served() -> Iterator[tuple[History, Server]]:
    history = History().members(1)
    for block in range(1, 100):
        history.at(block, ("Council.RequestFunded", account(block % 5), block))
    server = started(history.node)
    yield history, server
    server.close()


def address(server: Server, scheme: str = "http") -> str:
    return f"{scheme}://127.0.0.1:{server.port}/graphql"


def send(
    server: Server, body: Any, method: str = "POST", path: str = "/graphql", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
    try:
        payload = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        connection.request(method, path, payload, {"content-type": "application/json", **headers})
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    finally:
        connection.close()


QUERY = {"query": "{ requestFundedEvents(limit: 99) { id amount } }"}


def test_a_query_over_http(served: Any) -> None:
    _, server = served
    status, headers, body = send(server, QUERY)
    assert (status, headers["content-type"]) == (200, "application/json; charset=utf-8")
    assert len(json.loads(body)["data"]["requestFundedEvents"]) == 99
    status, headers, packed = send(server, QUERY, **{"accept-encoding": "gzip, br"})
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed) == body
    assert "content-encoding" not in send(server, {"query": "{ __typename }"}, **{"accept-encoding": "gzip"})[1]


def test_with_get_in_several_at_once_and_before_a_browser_asks(served: Any) -> None:
    _, server = served
    path = "/graphql?query=query(%24n%3AInt)%7BrequestFundedEvents(limit%3A%24n)%7Bid%7D%7D&variables=%7B%22n%22%3A2%7D"
    status, _, body = send(server, None, "GET", path)
    assert (status, len(json.loads(body)["data"]["requestFundedEvents"])) == (200, 2)
    status, _, body = send(server, [QUERY, {"query": "{ nothing }"}])
    assert [set(one) for one in json.loads(body)] == [{"data"}, {"errors"}]
    assert send(server, None, "OPTIONS")[0] == 204


@pytest.mark.parametrize(
    ("body", "path", "status"),
    [
        (b"{", "/graphql", 400),
        (b"\xff\xfe", "/graphql", 400),
        ({"query": "{ proposals { nothing } }"}, "/graphql", 400),
        (QUERY, "/other", 404),
        (QUERY, "/", 200),
    ],
)
def test_what_is_wrong_is_refused_with_errors(served: Any, body: Any, path: str, status: int) -> None:
    found, _, answer = send(served[1], body, path=path)
    assert found == status
    assert ("errors" in json.loads(answer)) is (status != 200)


def test_a_body_too_large_is_refused_unread(served: Any) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", served[1].port, timeout=10)
    connection.putrequest("POST", "/graphql")
    connection.putheader("content-length", str(10**9))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_it_is_bound_to_the_loopback_and_ends_when_told(served: Any) -> None:
    history, _ = served
    server = started(history.node)
    assert server.http.server_address[0] == "127.0.0.1"
    with opened(server) as held:
        server.close()
        with pytest.raises(ConnectionClosed):
            held.recv(timeout=5)
    with pytest.raises(OSError):
        socket.create_connection(("127.0.0.1", server.port), timeout=1)


def test_several_clients_are_answered_while_the_chain_goes_on(served: Any) -> None:
    history, server = served
    lock = threading.RLock()
    history.node.processor.lock = lock

    def asking(_: int) -> int:
        body = send(server, {"query": "{ requestFundedEventsConnection(first: 1) { totalCount } }"})[2]
        return int(json.loads(body)["data"]["requestFundedEventsConnection"]["totalCount"])

    with ThreadPoolExecutor(8) as pool:
        answers = pool.map(asking, range(60))
        for block in range(100, 150):
            with lock:
                history.at(block, ("Council.RequestFunded", account(1), block))
        counts = list(answers)
    assert all(99 <= count <= 149 for count in counts)
    assert asking(0) == 149


def test_whoever_holds_the_chain_may_ask_how_far_it_is_while_requests_come(served: Any) -> None:
    history, server = served
    lock = threading.RLock()
    history.node.processor.lock = lock

    def holding(block: int) -> int:
        with lock:
            history.at(block, ("Council.RequestFunded", account(1), block))
            return int(history.node.follow().lastCompleteBlock)

    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(send, server, QUERY) for _ in range(40)]
        assert [holding(block) for block in range(100, 140)] == list(range(100, 140))
        assert {one.result(timeout=30)[0] for one in answers} == {200}


# -------------------------------------------------------------------------- subscription


def opened(server: Server, *, protocol: str = "graphql-ws") -> ClientConnection:
    return connect(address(server, "ws"), subprotocols=[Subprotocol(protocol)], open_timeout=5)


def heard(connection: ClientConnection, kind: str | None = None) -> Any:
    """Give the next message, of a kind if one is named; a sign of life is passed over."""
    while True:
        message = json.loads(connection.recv(timeout=5))
        if message["type"] != "ka" and kind in (None, message["type"]):
            return message


def test_the_state_is_told_at_once_and_when_the_processor_has_come_further(served: Any) -> None:
    history, server = served
    with opened(server) as connection:
        assert connection.subprotocol == "graphql-ws"
        connection.send(json.dumps({"type": "connection_init", "payload": {}}))
        assert json.loads(connection.recv(timeout=5)) == {"type": "connection_ack"}
        assert json.loads(connection.recv(timeout=5)) == {"type": "ka"}
        connection.send(json.dumps({"type": "start", "id": "1", "payload": {"query": STATE}}))
        first = heard(connection)
        assert (first["type"], first["id"]) == ("data", "1")
        assert first["payload"]["data"]["stateSubscription"] == {
            "lastCompleteBlock": 99,
            "chainHead": 99,
            "indexerHead": 99,
            "lastProcessedEvent": "0000000099-000000",
        }
        history.node.processor.lag = 5
        history.at(120)
        state = heard(connection, "data")["payload"]["data"]["stateSubscription"]
        assert (state["chainHead"], state["lastCompleteBlock"]) == (120, 115)
        connection.send(json.dumps({"type": "stop", "id": "1"}))
        query = {"query": "query A { proposals { id } } query B { __typename }", "operationName": "B"}
        connection.send(json.dumps({"type": "start", "id": "2", "payload": query}))
        history.at(130)
        assert heard(connection) == {"type": "data", "id": "2", "payload": {"data": {"__typename": "Query"}}}
        assert heard(connection) == {"type": "complete", "id": "2"}
        connection.send(json.dumps({"type": "connection_terminate"}))
        with pytest.raises(ConnectionClosed):
            connection.recv(timeout=5)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("no json", "JSON"),
        ("[]", "JSON"),
        ({"type": "other", "id": "7"}, "Invalid message type"),
        ({"type": "start", "id": "7"}, "payload"),
        ({"type": "start", "id": "7", "payload": {}}, "query"),
        ({"type": "start", "id": "7", "payload": {"query": "subscription { nothing }"}}, "nothing"),
    ],
)
def test_what_is_wrong_is_told_and_the_connection_stays(served: Any, message: Any, words: str) -> None:
    with opened(served[1]) as connection:
        connection.send(message if isinstance(message, str) else json.dumps(message))
        told = heard(connection)
        assert told["type"] == "error"
        assert words in told["payload"]["message"]
        connection.send(json.dumps({"type": "start", "id": "8", "payload": {"query": STATE}}))
        assert heard(connection)["type"] == "data"


def test_another_subprotocol_is_not_agreed_to(served: Any) -> None:
    with opened(served[1], protocol="graphql-transport-ws") as connection:
        assert connection.subprotocol is None


def test_what_is_no_handshake_is_refused(served: Any) -> None:
    status, _, _ = send(served[1], None, "GET", upgrade="websocket", connection="upgrade")
    assert status == 400


def test_the_product_reads_rows_and_state_from_it(served: Any) -> None:
    _, server = served
    with open_wire(WireSettings(), sleep=lambda _: None, chance=lambda: 0.5) as wire:
        data = ask(wire, address(server), "{ requestFundedEvents(limit: 1, orderBy: [inBlock_DESC]) { inBlock } }", {})
        assert data == {"requestFundedEvents": [{"inBlock": 99}]}
    state = state_of(address(server, "ws"), seconds=5)
    assert (state.last_complete_block, state.chain_head) == (99, 99)
