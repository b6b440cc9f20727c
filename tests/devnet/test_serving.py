"""The HTTP server and its faults, over real loopback sockets."""

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from threading import Barrier

import httpx
import pytest

from secretariat.devnet.faults import KINDS, Fault, Faults, Match, Planned, damaged
from secretariat.devnet.serving import Request, Response, Server, serve

ROWS = {"data": {"list": {"totalCount": 2, "edges": [{"node": {"id": "1"}}, {"node": {"id": "2"}}], "empty": []}}}


class Counting:
    def __init__(self) -> None:
        self.handled: list[Request] = []

    def __call__(self, request: Request) -> Response:
        self.handled.append(request)
        return Response(body=json.dumps(ROWS).encode())


@contextmanager
def running(handler: Counting, *planned: Planned) -> Iterator[tuple[Server, httpx.Client]]:
    server = serve("query-node", handler, faults=Faults(planned))
    with httpx.Client(base_url=server.url, trust_env=False, timeout=5) as client:
        yield server, client
    server.close()


def at(nth: int, kind: str, *, times: int = 1, contains: str = "", seconds: float = 0.2) -> Planned:
    match = Match(server="query-node", method="POST", contains=contains)
    return Planned(match=match, nth=nth, times=times, fault=Fault(kind=kind, status=503, body="{}", seconds=seconds))


def test_requests_come_as_they_were_sent() -> None:
    handler = Counting()
    with running(handler) as (_, client):
        client.post("/graphql?wait=true&x=", content="Ž", headers={"X-Thing": "1"})
    (request,) = handler.handled
    assert (request.method, request.path, request.query, request.body) == (
        "POST",
        "/graphql",
        {"wait": "true", "x": ""},
        "Ž".encode(),
    )
    assert request.headers["x-thing"] == "1"


def test_requests_under_way_at_once_are_counted_until_they_are_answered() -> None:
    together = Barrier(3)

    def handler(_: Request) -> Response:
        together.wait(20)
        return Response()

    server = serve("any", handler)
    with ThreadPoolExecutor(3) as clients:
        asked = [clients.submit(httpx.get, server.url, trust_env=False, timeout=30) for _ in range(3)]
        assert {one.result().status_code for one in asked} == {200}
    assert (server.asked, server.most_at_once) == (3, 3)
    server.close()
    server = serve("any", lambda _: Response())
    for _ in range(3):
        httpx.get(server.url, trust_env=False)
        until = time.monotonic() + 20
        while server.http.under_way and time.monotonic() < until:  # its thread has yet to leave
            time.sleep(0.01)
    assert (server.asked, server.most_at_once) == (3, 1)
    server.close()


def test_only_loopback_is_listened_on() -> None:
    with running(Counting()) as (server, _):
        assert server.http.server_address[0] == "127.0.0.1"


def test_large_answers_are_packed_where_the_client_takes_it() -> None:
    server = serve("any", lambda _: Response(body=b"x" * 100_000))
    packed = httpx.get(server.url, trust_env=False)
    plain = httpx.get(server.url, trust_env=False, headers={"accept-encoding": "identity"})
    server.close()
    assert packed.headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain.headers
    assert packed.content == plain.content == b"x" * 100_000


@pytest.mark.parametrize("kind", ["reset", "silence", "answer-lost", "answer-late", "truncated"])
def test_an_answer_that_does_not_come_is_an_error_of_the_connection(kind: str) -> None:
    handler = Counting()
    with running(handler, at(1, kind)) as (_, client):
        with pytest.raises(httpx.TransportError):
            client.post("/graphql")
        assert client.post("/graphql").json() == ROWS
    assert len(handler.handled) == (1 if kind in ("reset", "silence") else 2)


@pytest.mark.parametrize(("kind", "handled"), [("status", 1), ("error-after", 2)])
def test_a_status_comes_before_or_after_handling(kind: str, handled: int) -> None:
    handler = Counting()
    with running(handler, at(2, kind)) as (_, client):
        assert [client.post("/graphql").status_code for _ in range(2)] == [200, 503]
    assert len(handler.handled) == handled


def test_a_slow_answer_comes() -> None:
    with running(Counting(), at(1, "slow", seconds=0.4)) as (_, client):
        began = time.monotonic()
        assert client.post("/graphql").json() == ROWS
    assert time.monotonic() - began >= 0.4


@pytest.mark.parametrize(("kind", "ids"), [("row-missing", ["1"]), ("row-repeated", ["1", "2", "2"])])
def test_rows_go_wrong_and_counts_stay(kind: str, ids: list[str]) -> None:
    with running(Counting(), at(1, kind)) as (_, client):
        found = client.post("/graphql").json()["data"]["list"]
    assert (found["totalCount"], [edge["node"]["id"] for edge in found["edges"]]) == (2, ids)


def test_a_fault_keeps_to_its_match_and_count() -> None:
    with running(Counting(), at(2, "status", times=2, contains="members")) as (_, client):
        bodies = ["members", "other", "members", "members", "other", "members"]
        found = [client.post("/graphql", content=body).status_code for body in bodies]
        assert client.get("/graphql", params={"q": "members"}).status_code == 200
    assert found == [200, 200, 503, 503, 200, 200]


def test_every_kind_of_fault_is_done() -> None:
    for kind in KINDS:
        with running(Counting(), at(1, kind)) as (_, client):
            try:
                answer = client.post("/graphql", timeout=3)
            except httpx.TransportError:
                continue
            assert kind == "slow" or answer.status_code != 200 or answer.content != json.dumps(ROWS).encode()


def test_damage_leaves_what_is_no_json() -> None:
    assert damaged(b"plain", "row-missing") == b"plain"


def test_a_mistake_of_a_handler_is_answered_and_logged(caplog: pytest.LogCaptureFixture) -> None:
    def mistaken(_: Request) -> Response:
        raise KeyError("nobody thought of this")

    server = serve("any", mistaken)
    answer = httpx.get(f"{server.url}/there", trust_env=False)
    server.close()
    assert (answer.status_code, answer.json()) == (500, {"error": "a mistake of the practice network"})
    assert "any could not answer GET /there" in caplog.text


def test_too_large_a_body_is_refused() -> None:
    with running(Counting()) as (server, _):
        client = HTTPConnection("127.0.0.1", server.port, timeout=5)
        client.putrequest("POST", "/graphql")
        client.putheader("Content-Length", "99999999999")
        client.endheaders()
        assert client.getresponse().status == 413
        client.close()
