"""JSON over HTTP on real sockets: what is overcome, what is refused, and in which words."""

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

import pytest

from secretariat.clients.failures import AddressWrong, AnswerRefused, AnswerWrong, CallFailed, NotReachable, shown
from secretariat.clients.http import Wire, WireSettings, get_json, open_wire, post_json
from tests.wire import faults
from tests.wire.fault_proxy import Answer, Asked, Fault, FaultProxy

QUICK = WireSettings(connect_seconds=2.0, read_seconds=1.5, whole_seconds=3, attempts=3, largest_answer_bytes=100_000)
TRUE = {"rows": [{"id": f"row-{number}", "amount": 10**24 + number} for number in range(40)], "rate": "0.1"}


def canned(asked: Asked) -> Answer:
    return Answer(body=json.dumps(TRUE).encode())


@contextmanager
def quick_wire(slept: list[float] | None = None, settings: WireSettings = QUICK) -> Iterator[Wire]:
    with open_wire(settings, sleep=(slept if slept is not None else []).append, chance=lambda: 1.0) as wire:
        yield wire


@pytest.mark.parametrize("name", faults.PASSING)
@pytest.mark.parametrize("at", [1, 2, 3])
def test_one_passing_fault_at_any_request_is_overcome(name: str, at: int) -> None:
    slept: list[float] = []
    with FaultProxy(canned, {at: faults.PASSING[name]}) as proxy, quick_wire(slept) as wire:
        answers = [post_json(wire, f"{proxy.url}/graphql", {"page": page}) for page in range(3)]
    assert answers == [TRUE] * 3
    assert [bool(asked.fault) for asked in proxy.log] == [number == at for number in range(1, 5)]
    assert [json.loads(asked.body)["page"] for asked in proxy.log] == sorted([0, 1, 2, at - 1])
    assert (wire.counters.requests, wire.counters.retries, len(slept)) == (4, 1, 1)
    assert slept == [3.0 if name.endswith("retry-after") else 0.5]


@pytest.mark.parametrize("name", faults.PASSING)
def test_a_fault_that_stays_is_a_refusal_that_says_how_often_was_tried(name: str) -> None:
    with FaultProxy(canned, always=faults.PASSING[name]) as proxy, quick_wire() as wire:
        with pytest.raises(CallFailed) as refused:
            post_json(wire, f"{proxy.url}/graphql?key=secret", {})
        assert len(proxy.log) == 3
    assert str(refused.value).startswith(f"{proxy.url}/graphql: ")
    assert "(asked 3 times). " in str(refused.value)
    assert "secret" not in str(refused.value)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (faults.SILENCE, NotReachable, "no answer within 1.5 s"),
        (faults.dripping(), NotReachable, "the answer was not whole within 3 s"),
        (faults.dripping_head(), NotReachable, "the answer was not whole within 3 s"),
        (faults.RESET, NotReachable, "the connection failed: [Errno 104] Connection reset by peer"),
        (faults.status(429), AnswerRefused, "the server answered 429 Too Many Requests"),
        (faults.status(500), NotReachable, "the server answered 500 Internal Server Error"),
        (faults.EMPTY, AnswerWrong, "the answer cannot be read: it is empty"),
        (faults.HTML, AnswerWrong, "the answer cannot be read: it is no JSON at character 0: Expecting value"),
        (faults.CUT_GZIP, AnswerWrong, "the answer is cut short"),
    ],
)
def test_words_of_what_happened(fault: Fault, error: type[CallFailed], words: str) -> None:
    with FaultProxy(canned, always=fault) as proxy, quick_wire() as wire, pytest.raises(error) as refused:
        get_json(wire, proxy.url)
    assert f"{words} (asked 3 times). " in str(refused.value)
    assert refused.value.tried == 3


@pytest.mark.parametrize(
    ("fault", "error", "words"),
    [
        (faults.status(400), AnswerRefused, "the server answered 400 Bad Request"),
        (faults.status(401), AnswerRefused, "the server answered 401 Unauthorized"),
        (faults.status(404), AnswerRefused, "the server answered 404 Not Found"),
        (faults.status(408), AnswerRefused, "the server answered 408 Request Timeout"),
        (faults.status(304), AnswerRefused, "the server answered 304 Not Modified"),
        (faults.status(501), NotReachable, "the server answered 501 Not Implemented"),
        (
            faults.status(307, Location="https://user:pass@elsewhere.example/api?token=secret"),
            AnswerWrong,
            "the server points to https://elsewhere.example/api",
        ),
        (faults.status(301, Location="/other"), AnswerWrong, "/other"),
        (
            faults.status(302, Location="http://xn--a/"),
            AnswerWrong,
            "the server points to an address that cannot be read",
        ),
        (faults.gigantic(100_001), AnswerWrong, "the answer is larger than 100,000 bytes"),
        (faults.gigantic(1 << 40), AnswerWrong, "the answer is larger than 100,000 bytes"),
        (faults.gzip_bomb(20_000_000), AnswerWrong, "the answer is larger than 100,000 bytes"),
        (faults.body(b"[NaN]"), AnswerWrong, "it holds NaN, which is no number"),
        (faults.body(b"[-Infinity]"), AnswerWrong, "it holds -Infinity, which is no number"),
        (faults.body(b'{"a":1,"b":2,"a":3}'), AnswerWrong, "has the key 'a' more than once"),
        (faults.body(b"[" * 50_000), AnswerWrong, "it is nested more deeply than any answer"),
        (faults.body(b"9" * 5_000), AnswerWrong, "more digits than any figure"),
        (faults.body(b"1e99999999999999999999"), AnswerWrong, "more digits than any figure"),
        (faults.body(b"{}", Content_Encoding="br"), AnswerWrong, "packed as 'br'"),
    ],
)
def test_what_will_not_pass_is_asked_once(fault: Fault, error: type[CallFailed], words: str) -> None:
    slept: list[float] = []
    with FaultProxy(canned, always=fault) as proxy, quick_wire(slept) as wire:
        with pytest.raises(error) as refused:
            get_json(wire, proxy.url)
        assert (len(proxy.log), slept) == (1, [])
    assert words in str(refused.value)
    assert "secret" not in str(refused.value)
    assert "pass@" not in str(refused.value)


def test_a_gzip_bomb_is_never_held_in_memory() -> None:
    import tracemalloc

    with FaultProxy(canned, always=faults.gzip_bomb(50_000_000)) as proxy, quick_wire() as wire:
        bomb = proxy.always
        assert bomb is not None
        tracemalloc.start()
        with pytest.raises(AnswerWrong):
            get_json(wire, proxy.url)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 5_000_000


@pytest.mark.parametrize("size", [99_999, 100_000])
def test_an_answer_of_the_largest_size_is_taken(size: int) -> None:
    content = b'"' + b"x" * (size - 2) + b'"'
    with FaultProxy(canned, always=faults.body(content)) as proxy, quick_wire() as wire:
        assert len(get_json(wire, proxy.url)) == size - 2


def test_numbers_arrive_exactly() -> None:
    content = b"[0.1, 1234567890123456789012345678901234567890, 1e3, -0.0, 12.50, 0.12345678901234567890123456789]"
    with FaultProxy(canned, always=faults.body(content)) as proxy, quick_wire() as wire:
        found = get_json(wire, proxy.url)
    assert found == [
        Decimal("0.1"),
        1234567890123456789012345678901234567890,
        Decimal(1000),
        Decimal(0),
        Decimal("12.5"),
        Decimal("0.12345678901234567890123456789"),
    ]
    assert [type(number) for number in found] == [Decimal, int, Decimal, Decimal, Decimal, Decimal]


@pytest.mark.parametrize("packing", ["gzip", "x-gzip", "identity"])
def test_a_packed_answer_is_unpacked(packing: str) -> None:
    content = json.dumps(TRUE).encode()
    packer = zlib.compressobj(wbits=31)
    sent = packer.compress(content) + packer.flush() if packing != "identity" else content
    with FaultProxy(canned, always=faults.body(sent, Content_Encoding=packing)) as proxy, quick_wire() as wire:
        assert get_json(wire, proxy.url) == TRUE
        assert wire.counters.bytes_received == len(sent)
        assert proxy.log[0].headers["accept-encoding"] == "gzip"


def test_a_pause_is_as_the_server_asks_but_never_longer_than_the_longest() -> None:
    plan: dict[int, Fault | None] = {
        1: faults.status(429, Retry_After="7"),
        2: faults.status(503, Retry_After="100000"),
        3: faults.status(429, Retry_After="Wed, 21 Oct 2015 07:28:00 GMT"),
        4: faults.status(429, Retry_After="soon"),
        5: faults.status(429, Retry_After="-5"),
        6: faults.status(429, Retry_After="0"),
    }
    slept: list[float] = []
    settings = WireSettings(attempts=7, longest_pause_seconds=60.0, first_pause_seconds=0.5)
    with FaultProxy(canned, plan) as proxy, quick_wire(slept, settings) as wire:
        assert get_json(wire, proxy.url) == TRUE
    assert slept == [7.0, 60.0, 2.0, 4.0, 8.0, 16.0]


def test_one_connection_serves_request_after_request() -> None:
    with FaultProxy(canned) as proxy, quick_wire() as wire:
        for _ in range(5):
            get_json(wire, proxy.url)
        assert len(wire.sockets.opened) == 1


def test_addresses_that_cannot_be_asked() -> None:
    with quick_wire() as wire:
        for url in (
            "ftp://user:secret@host/x",
            "user:secret@host/x",
            "http://[::1",
            "",
            "https://",
            "file:///etc/passwd",
        ):
            with pytest.raises(AddressWrong) as refused:
                get_json(wire, url)
            assert "secret" not in str(refused.value)
            assert refused.value.tried == 1
    assert wire.counters.requests == 0


def test_a_port_nobody_listens_at() -> None:
    with quick_wire() as wire, pytest.raises(NotReachable, match=r"Connection refused \(asked 3 times\)"):
        get_json(wire, "http://name:secret@127.0.0.1:9/graphql")


def test_the_environment_sends_no_request_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    with FaultProxy(canned) as true, FaultProxy(canned) as other:
        monkeypatch.setenv("HTTP_PROXY", other.url)
        monkeypatch.setenv("ALL_PROXY", other.url)
        monkeypatch.delenv("NO_PROXY", raising=False)
        monkeypatch.delenv("no_proxy", raising=False)
        with quick_wire() as wire:
            get_json(wire, true.url)
        assert (len(true.log), len(other.log)) == (1, 0)
        asked = WireSettings(proxies_from_environment=True, attempts=1)
        with quick_wire(settings=asked) as wire:
            get_json(wire, true.url)
        assert (len(true.log), len(other.log)) == (1, 1)


def test_the_words_of_a_refusal_stand_in_it() -> None:
    def plain(asked: Asked) -> Answer:
        return Answer(status=403, headers={"Content-Type": "text/plain; charset=utf-8"}, body=b"no\x1b[31m key\n")

    with FaultProxy(plain) as proxy, quick_wire() as wire, pytest.raises(AnswerRefused) as refused:
        get_json(wire, proxy.url)
    assert "403 Forbidden: 'no\ufffd[31m key'" in str(refused.value)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://name:secret@host.example:8443/a/b?key=secret#part", "https://host.example:8443/a/b"),
        ("http://[::1]:80/x", "http://[::1]:80/x"),
        ("http://host/\n\x1b[31m", "http://host/\ufffd[31m"),
        ("http://host:99999/", "An address that cannot be read"),
        ("name:secret@host/x", "An address without https:// or http://"),
        ("wss://host/graphql", "wss://host/graphql"),
    ],
)
def test_an_address_is_shown_without_what_is_secret(url: str, expected: str) -> None:
    assert shown(url) == expected


def test_a_body_may_be_any_json() -> None:
    def echo(asked: Asked) -> Answer:
        return Answer(body=asked.body)

    batch: list[dict[str, Any]] = [{"jsonrpc": "2.0", "id": 1, "method": "chain_getHeader", "params": []}]
    with FaultProxy(echo) as proxy, quick_wire() as wire:
        assert post_json(wire, proxy.url, batch) == batch
        assert proxy.log[0].headers["content-type"] == "application/json"


def test_the_first_long_pause_of_a_run_is_told_and_all_together_are_bounded() -> None:
    slept: list[float] = []
    told: list[str] = []
    settings = WireSettings(attempts=3, first_pause_seconds=0.5, all_pauses_seconds=130)
    patient = faults.status(429, Retry_After="86400")
    with (
        FaultProxy(canned, always=patient) as proxy,
        open_wire(settings, sleep=slept.append, chance=lambda: 1.0, tell=told.append) as wire,
    ):
        tried = []
        for _ in range(3):
            with pytest.raises(AnswerRefused) as refused:
                get_json(wire, proxy.url)
            tried.append(refused.value.tried)
        assert told == [
            f"{proxy.url}: waits up to 60 s before it asks again, as the source asks; all pauses of a run together last 130 s at most."
        ]
    assert (slept, tried) == ([60.0, 60.0], [3, 1, 1])


def test_short_pauses_are_not_told() -> None:
    told: list[str] = []
    with (
        FaultProxy(canned, {1: faults.status(500)}) as proxy,
        open_wire(QUICK, sleep=lambda _: None, chance=lambda: 1.0, tell=told.append) as wire,
    ):
        assert get_json(wire, proxy.url) == TRUE
    assert told == []
