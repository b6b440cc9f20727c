"""One HTTP server for each protocol of the practice network, on loopback only, with faults in front of its handler."""

import contextlib
import gzip
import logging
import socket
import struct
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from secretariat.devnet.faults import Fault, Faults, damaged

_LOG = logging.getLogger(__name__)

LOOPBACK = "127.0.0.1"
MOST_BYTES = 32 * 1024 * 1024
"""A request's body may have so many bytes; a larger one is answered 413."""

WORTH_PACKING = 1_024


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """One request as it came. Header names are in small letters."""

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """One answer."""

    status: int = 200
    body: bytes = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Response]

Upgrade = Callable[[socket.socket, bytes, threading.Event], None]
"""Takes a connection over that asks for another protocol: its socket, its request's head, and what is set when all ends."""


@dataclass(kw_only=True)
class Server:
    """A started server; ``close`` stops it and waits for its thread."""

    url: str
    port: int
    http: "_Listening"
    thread: threading.Thread
    ending: threading.Event

    @property
    def asked(self) -> int:
        """Tell how many requests came, disturbed ones too."""
        return self.http.asked

    @property
    def most_at_once(self) -> int:
        """Tell how many requests were under way at the same time at most; a connection that was taken over is none."""
        return self.http.most_at_once

    def close(self) -> None:
        """Stop listening, and let connections that were taken over end."""
        self.ending.set()
        self.http.shutdown()
        self.http.server_close()
        self.thread.join(5)


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, *words: Any) -> None:
        super().__init__(*words)
        self.asked = self.under_way = self.most_at_once = 0
        self._counting = threading.Lock()

    def count(self) -> None:
        """Count a request."""
        with self._counting:
            self.asked += 1

    @contextlib.contextmanager
    def answering(self) -> Iterator[None]:
        """Count a request as under way until the block is left."""
        with self._counting:
            self.under_way += 1
            self.most_at_once = max(self.most_at_once, self.under_way)
        try:
            yield
        finally:
            with self._counting:
                self.under_way -= 1

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a client that went away, which is its right."""


def serve(
    name: str, handler: Handler, *, port: int = 0, faults: Faults | None = None, upgrade: Upgrade | None = None
) -> Server:
    """Start a server on loopback; ``port`` 0 takes a free one. ``name`` is what faults know it by.

    Raises OSError when the port is taken.
    """

    class Answering(_Answering):
        pass

    ending = threading.Event()
    Answering.server_name, Answering.answer_of, Answering.faults = name, staticmethod(handler), faults or Faults()
    Answering.upgrade, Answering.ending = None if upgrade is None else staticmethod(upgrade), ending
    http = _Listening((LOOPBACK, port), Answering)
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True, name=name)
    thread.start()
    taken = int(http.server_address[1])
    return Server(url=f"http://{LOOPBACK}:{taken}", port=taken, http=http, thread=thread, ending=ending)


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server_name: str
    answer_of: Handler
    faults: Faults
    upgrade: Upgrade | None
    ending: threading.Event
    server: "_Listening"

    def _any(self) -> None:
        self.server.count()
        if self.upgrade is not None and "websocket" in self.headers.get("Upgrade", "").lower():
            self._hand_over(self.upgrade)
            return
        with self.server.answering():
            self._answer()

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_HEAD = _any  # noqa: N815 - http.server's names

    def _answer(self) -> None:
        request = self._request()
        if request is None:
            return
        fault = self.faults.due(self.server_name, request.method, request.path, request.body)
        if fault is None:
            self._send(self._answered(request))
        else:
            self._disturbed(request, fault)

    def _hand_over(self, upgrade: Upgrade) -> None:
        """Let another protocol have the connection; a fault of it matches the method ``UPGRADE``."""
        self.close_connection = True
        fault = self.faults.due(self.server_name, "UPGRADE", self.path, b"")
        if fault is not None and fault.kind in ("slow", "silence", "answer-late"):
            self._pause(fault.seconds)
        if fault is not None and fault.kind != "slow":
            self._reset()
            return
        lines = [self.requestline, *(f"{name}: {value}" for name, value in self.headers.items()), "", ""]
        upgrade(self.connection, "\r\n".join(lines).encode("latin-1"), self.ending)

    def _request(self) -> Request | None:
        length = self.headers.get("Content-Length", "0")
        if not length.isdigit() or int(length) > MOST_BYTES:
            self.close_connection = True
            self._send(Response(status=413, body=b'{"error":"body too large"}'))
            return None
        split = urlsplit(self.path)
        return Request(
            method=self.command,
            path=split.path,
            query={key: found[-1] for key, found in parse_qs(split.query, keep_blank_values=True).items()},
            headers={key.lower(): value for key, value in self.headers.items()},
            body=self.rfile.read(int(length)),
        )

    def _answered(self, request: Request) -> Response:
        """Let the request be handled; a mistake of the network's own is logged and answered, not passed over in silence."""
        try:
            return self.answer_of(request)
        except Exception:
            _LOG.exception("%s could not answer %s %s", self.server_name, request.method, request.path)
            return Response(status=500, body=b'{"error":"a mistake of the practice network"}')

    def _disturbed(self, request: Request, fault: Fault) -> None:
        """Do what the fault says: before the request is handled, or with the answer to it."""
        if fault.kind == "reset":
            self._reset()
        elif fault.kind == "silence":
            self._pause(fault.seconds)
            self._reset()
        elif fault.kind == "status":
            self._send(Response(status=fault.status, body=fault.body.encode(), headers=fault.headers))
        elif fault.kind == "slow":
            self._pause(fault.seconds)
            self._send(self._answered(request))
        else:
            self._after(self._answered(request), fault)

    def _after(self, answer: Response, fault: Fault) -> None:
        if fault.kind == "answer-lost":
            self._reset()
        elif fault.kind == "answer-late":
            self._pause(fault.seconds)
            self._reset()
        elif fault.kind == "error-after":
            self._send(Response(status=fault.status, body=fault.body.encode(), headers=fault.headers))
        elif fault.kind == "truncated":
            self._send(answer, cut=True)
        else:
            self._send(replace(answer, body=damaged(answer.body, fault.kind)))

    def _pause(self, seconds: float) -> None:
        """Wait, but no longer than the client does."""
        until = time.monotonic() + seconds
        self.connection.settimeout(0.1)
        while time.monotonic() < until:
            try:
                if self.connection.recv(1, socket.MSG_PEEK) == b"":
                    return
                time.sleep(0.05)
            except TimeoutError:
                continue
            except OSError:
                return
        self.connection.settimeout(None)

    def _reset(self) -> None:
        """End the connection so that the client sees a reset and no orderly end."""
        self.close_connection = True
        with contextlib.suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()

    def _send(self, answer: Response, *, cut: bool = False) -> None:
        body, headers = answer.body, dict(answer.headers)
        if len(body) >= WORTH_PACKING and "gzip" in self.headers.get("Accept-Encoding", ""):
            body, headers["Content-Encoding"] = gzip.compress(body, 1, mtime=0), "gzip"
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(body)))
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body[: len(body) // 2] if cut else body)
        if cut:
            self.close_connection = True

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet: what arrived is shown by those who received it."""
