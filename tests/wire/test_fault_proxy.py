"""The proxy itself, before another server and with canned answers."""

import json
import socket
from urllib.parse import urlsplit

import httpx
import pytest

from tests.wire import faults
from tests.wire.fault_proxy import Answer, Asked, Fault, FaultProxy


def counting(asked: Asked) -> Answer:
    return Answer(body=json.dumps({"number": asked.number, "said": asked.body.decode()}).encode())


def test_it_passes_on_what_it_does_not_disturb() -> None:
    with FaultProxy(counting) as server, FaultProxy(server.url) as proxy:
        answer = httpx.post(f"{proxy.url}/a?b=1", content=b"hello", trust_env=False)
    assert answer.json() == {"number": 1, "said": "hello"}
    assert [(asked.method, asked.path, asked.body, asked.fault) for asked in proxy.log] == [
        ("POST", "/a?b=1", b"hello", "")
    ]
    assert [asked.path for asked in server.log] == ["/a?b=1"]


def test_a_plan_names_requests_and_always_the_rest() -> None:
    with FaultProxy(counting, {2: None}, always=faults.status(500)) as proxy, httpx.Client(trust_env=False) as client:
        assert [client.get(proxy.url).status_code for _ in range(3)] == [500, 200, 500]
    assert [asked.fault for asked in proxy.log] == ["status-500", "", "status-500"]


def test_answers_change_only_where_a_test_says() -> None:
    seen: list[str] = []
    plan = {
        1: faults.changed(lambda answer: {**answer, "more": True}),
        3: faults.ANSWER_OF_BEFORE,
        4: faults.after(lambda: seen.append("happened")),
    }
    with (
        FaultProxy(counting) as server,
        FaultProxy(server.url, plan) as proxy,
        httpx.Client(trust_env=False) as client,
    ):
        found = [client.get(proxy.url).json() for _ in range(4)]
    assert found == [
        {"number": 1, "said": "", "more": True},
        {"number": 2, "said": ""},
        {"number": 2, "said": ""},
        {"number": 3, "said": ""},
    ]
    assert seen == ["happened"]


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (faults.SILENCE, httpx.ReadTimeout),
        (faults.RESET, httpx.ReadError),
        (faults.RESET_IN_ANSWER, httpx.ReadError),
        (faults.CLOSED, httpx.RemoteProtocolError),
        (faults.CUT_LENGTH, httpx.RemoteProtocolError),
        (faults.CUT_CHUNKED, httpx.RemoteProtocolError),
        (faults.GARBAGE, httpx.RemoteProtocolError),
    ],
)
def test_faults_are_what_their_names_say(fault: Fault, error: type[Exception]) -> None:
    with FaultProxy(counting, always=fault) as proxy, pytest.raises(error):
        httpx.get(proxy.url, timeout=0.3, trust_env=False)


def test_a_reset_is_a_reset() -> None:
    with FaultProxy(counting, always=faults.RESET) as proxy:
        parts = urlsplit(proxy.url)
        with socket.create_connection((parts.hostname, parts.port), timeout=5) as connection:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            with pytest.raises(ConnectionResetError):
                connection.recv(1)
