"""What can go wrong on the wire or behind it: each fault is a function of one exchange, see ``fault_proxy``."""

import gzip
import json
import os
import socket
import struct
from collections.abc import Callable, Mapping
from typing import Any

from tests.wire.fault_proxy import LONGEST_HOLD_SECONDS, Answer, Exchange, Fault

JSON_HEADERS = {"Content-Type": "application/json"}


def named(name: str, fault: Fault) -> Fault:
    """Give a fault the name it has in the log."""
    fault.__name__ = name
    return fault


def _silence(exchange: Exchange) -> None:
    exchange.handler.close_connection = True
    _hold(exchange)


def _reset(exchange: Exchange) -> None:
    _abort(exchange)


def _reset_in_answer(exchange: Exchange) -> None:
    answer = exchange.answer()
    exchange.write(_head(answer, len(answer.body)) + answer.body[: len(answer.body) // 2])
    _abort(exchange)


def _closed(exchange: Exchange) -> None:
    exchange.handler.close_connection = True


def _cut_length(exchange: Exchange) -> None:
    answer = exchange.answer()
    exchange.write(_head(answer, len(answer.body)) + answer.body[: len(answer.body) // 2])


def _cut_chunked(exchange: Exchange) -> None:
    answer = exchange.answer()
    half = answer.body[: len(answer.body) // 2]
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    exchange.write(head + b"%x\r\n" % len(half) + half + b"\r\n")


def _cut_json(exchange: Exchange) -> None:
    answer = exchange.answer()
    exchange.send(Answer(status=answer.status, body=answer.body[: len(answer.body) // 2]))


def _cut_gzip(exchange: Exchange) -> None:
    packed = gzip.compress(exchange.answer().body)
    exchange.send(Answer(headers={**JSON_HEADERS, "Content-Encoding": "gzip"}, body=packed[: len(packed) // 2]))


def _html(exchange: Exchange) -> None:
    page = b"<!doctype html><title>Down for a moment</title><p>Back soon."
    exchange.send(Answer(headers={"Content-Type": "text/html"}, body=page))


def _empty(exchange: Exchange) -> None:
    exchange.send(Answer(body=b""))


def _garbage(exchange: Exchange) -> None:
    exchange.write(b"\x16\x03\x01 this is no HTTP\r\n\r\n")


SILENCE = named("silence", _silence)
RESET = named("reset", _reset)
RESET_IN_ANSWER = named("reset-in-answer", _reset_in_answer)
CLOSED = named("closed", _closed)
CUT_LENGTH = named("cut-length", _cut_length)
CUT_CHUNKED = named("cut-chunked", _cut_chunked)
CUT_JSON = named("cut-json", _cut_json)
CUT_GZIP = named("cut-gzip", _cut_gzip)
HTML = named("html", _html)
EMPTY = named("empty", _empty)
GARBAGE = named("garbage", _garbage)


def status(code: int, body: Any = None, **headers: str) -> Fault:
    """Answer with a status; ``Retry_After="3"`` becomes the header Retry-After."""
    content = b"" if body is None else json.dumps(body).encode()
    sent = {**JSON_HEADERS, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return named(f"status-{code}", lambda exchange: exchange.send(Answer(status=code, body=content, headers=sent)))


def body(content: bytes, **headers: str) -> Fault:
    """Answer 200 with these bytes in the place of the true ones."""
    sent = {**JSON_HEADERS, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return named("body", lambda exchange: exchange.send(Answer(body=content, headers=sent)))


def dripping(pause_seconds: float = 0.02) -> Fault:
    """Send the true answer byte by byte, never fast enough and never silent."""
    return named("dripping", lambda exchange: _drip(exchange, pause_seconds, with_head=False))


def dripping_head(pause_seconds: float = 0.02) -> Fault:
    """Send the head of the answer too byte by byte."""
    return named("dripping-head", lambda exchange: _drip(exchange, pause_seconds, with_head=True))


def gigantic(size: int) -> Fault:
    """Answer with a JSON text of ``size`` bytes, made while it is sent."""

    def fault(exchange: Exchange) -> None:
        exchange.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % size)
        piece = b'"' + b"x" * 65_535
        for start in range(0, size, len(piece)):
            exchange.write(piece[: size - start])

    return named("gigantic", fault)


def gzip_bomb(size: int) -> Fault:
    """Answer with a few bytes that unpack to ``size``."""
    packed = gzip.compress(b'{"data":"' + b"x" * size + b'"}', mtime=0)
    headers = {**JSON_HEADERS, "Content-Encoding": "gzip"}
    return named("gzip-bomb", lambda exchange: exchange.send(Answer(body=packed, headers=headers)))


def changed(change: Callable[[Any], Any], name: str = "changed") -> Fault:
    """Send the true answer after ``change`` has altered its JSON: a row taken out, a page's rows twice."""

    def fault(exchange: Exchange) -> None:
        answer = exchange.answer()
        altered = json.dumps(change(json.loads(answer.body))).encode()
        exchange.send(Answer(status=answer.status, headers=answer.headers, body=altered))

    return named(name, fault)


def after(happens: Callable[[], None], name: str = "after") -> Fault:
    """Let something happen upstream, such as a new row between two pages, and then answer truly."""

    def fault(exchange: Exchange) -> None:
        happens()
        exchange.send(exchange.answer())

    return named(name, fault)


def _answer_of_before(exchange: Exchange) -> None:
    exchange.send(exchange.before or exchange.answer())


ANSWER_OF_BEFORE = named("answer-of-before", _answer_of_before)
"""The page before comes a second time, as from a cache."""


def _answer_to_other_variables(exchange: Exchange) -> None:
    query = json.loads(exchange.asked.body).get("query")
    others = [
        answer
        for body, answer in exchange.answered.items()
        if body != exchange.asked.body and json.loads(body).get("query") == query
    ]
    exchange.send(others[-1] if others else exchange.answer())


ANSWER_TO_OTHER_VARIABLES = named("answer-to-other-variables", _answer_to_other_variables)
"""The newest answer to the same GraphQL query with other variables comes, as from a cache that looks at its words alone."""

PASSING: Mapping[str, Fault] = {
    "silence": SILENCE,
    "reset": RESET,
    "reset-in-answer": RESET_IN_ANSWER,
    "closed": CLOSED,
    "429": status(429),
    "429-retry-after": status(429, Retry_After="3"),
    "500": status(500),
    "502": status(502),
    "503-retry-after": status(503, Retry_After="3"),
    "504": status(504),
    "cut-length": CUT_LENGTH,
    "cut-chunked": CUT_CHUNKED,
    "cut-json": CUT_JSON,
    "cut-gzip": CUT_GZIP,
    "html": HTML,
    "empty": EMPTY,
    "garbage": GARBAGE,
    "dripping": dripping(),
}
"""Every fault of the wire that the next try overcomes, for clients whose time-outs are a fraction of a second."""


def _head(answer: Answer, length: int) -> bytes:
    return b"HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % (answer.status, length)


def _abort(exchange: Exchange) -> None:
    """Close the connection with RST, which a pending linger of no time makes of every close."""
    connection = exchange.handler.connection
    exchange.handler.close_connection = True
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    os.close(connection.detach())


def _hold(exchange: Exchange) -> None:
    """Wait until the client has gone or the proxy stops."""
    connection = exchange.handler.connection
    connection.settimeout(0.05)
    for _ in range(int(LONGEST_HOLD_SECONDS / 0.05)):
        if exchange.stopping.is_set():
            return
        try:
            if not connection.recv(1):
                return
        except TimeoutError:
            continue


def _drip(exchange: Exchange, pause_seconds: float, *, with_head: bool) -> None:
    answer = exchange.answer()
    head = _head(answer, len(answer.body))
    if not with_head:
        exchange.write(head)
    for byte in head + answer.body if with_head else answer.body:
        exchange.write(bytes([byte]))
        if exchange.stopping.wait(pause_seconds):
            return
