"""A real HTTP server on a loopback socket that stands before another one and goes wrong where a test says so.

    with FaultProxy(upstream_url, {3: faults.RESET}) as proxy:
        code_under_test(proxy.url)
    assert [asked.fault for asked in proxy.log] == ["", "", "reset", ""]

Requests count from 1, over all connections, in the order they arrive. A request without a fault goes upstream and its
answer comes back as it is. ``upstream`` is the address of another server, or a function from Asked to Answer for canned
ones. ``always`` is the fault of every request that ``plan`` does not name; a value None in ``plan`` means no fault.
``faults.py`` has the faults; one is any function that takes an Exchange, with a name. A proxy is also fit for a whole
suite of "one fault at every request in turn": count the requests of an undisturbed run with ``len(proxy.log)``, then run
again with ``{n: fault}`` for every n.

Nothing here waits for the clock, but for a client that gives up: give clients short time-outs.
"""

import http.client
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

LONGEST_HOLD_SECONDS = 30.0
"""No connection is held open for longer, whatever a test forgets."""

MOST_ANSWERED = 500
"""So many answers are remembered."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One request as it arrived, with the name of the fault it met ("" for none)."""

    number: int
    method: str
    path: str
    body: bytes
    headers: Mapping[str, str]
    fault: str = ""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """One whole answer: the body as bytes, and headers beside its length."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"Content-Type": "application/json"})


Upstream = Callable[[Asked], Answer]


@dataclass(kw_only=True)
class Exchange:
    """One request that meets a fault: what was asked, the connection, and what would have been answered.

    ``before`` is the true answer to the request before, where upstream gave one. ``answered`` are the newest true answers
    by the bodies of their requests, the newest last. ``hold`` waits until the client is gone or the proxy stops.
    """

    asked: Asked
    handler: BaseHTTPRequestHandler
    upstream: Upstream
    before: Answer | None
    answered: Mapping[bytes, Answer]
    stopping: threading.Event

    def answer(self) -> Answer:
        """Ask upstream now."""
        return self.upstream(self.asked)

    def send(self, answer: Answer) -> None:
        """Send a whole answer."""
        _send(self.handler, answer)

    def write(self, raw: bytes) -> None:
        """Write bytes as they are and let the connection end after them."""
        self.handler.close_connection = True
        self.handler.wfile.write(raw)
        self.handler.wfile.flush()


Fault = Callable[[Exchange], None]


class FaultProxy:
    """The server; see the module's words. ``url`` is its address, ``log`` every request so far."""

    def __init__(
        self,
        upstream: str | Upstream,
        plan: Mapping[int, Fault | None] | None = None,
        *,
        always: Fault | None = None,
    ) -> None:
        self.upstream: Upstream = _forwarding(upstream) if isinstance(upstream, str) else upstream
        self.plan = dict(plan or {})
        self.always = always
        self.log: list[Asked] = []
        self.answered: dict[bytes, Answer] = {}
        self.stopping = threading.Event()
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler_of(self))
        self._server.daemon_threads = True
        self._server.block_on_close = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)

    @property
    def url(self) -> str:
        """Give the address of the proxy, without a path."""
        return f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "FaultProxy":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(LONGEST_HOLD_SECONDS)

    def ask(self, asked: Asked) -> Answer:
        """Ask upstream, and remember the answer."""
        answer = self.upstream(asked)
        with self._lock:
            self.answered.pop(asked.body, None)
            self.answered[asked.body] = answer
            while len(self.answered) > MOST_ANSWERED:
                del self.answered[next(iter(self.answered))]
        return answer

    def forget(self) -> None:
        """Forget what was answered: faults are then the same whatever was asked before."""
        with self._lock:
            self.answered.clear()

    def known(self) -> dict[bytes, Answer]:
        """Give the newest true answers so far by the bodies of their requests, the newest last."""
        with self._lock:
            return dict(self.answered)

    def numbered(self, asked: Asked) -> tuple[Asked, Fault | None]:
        """Give a request its number and its fault, and put it in the log."""
        with self._lock:
            number = len(self.log) + 1
            fault = self.plan.get(number, self.always)
            name = "" if fault is None else getattr(fault, "__name__", "fault")
            asked = Asked(
                number=number,
                method=asked.method,
                path=asked.path,
                body=asked.body,
                headers=asked.headers,
                fault=name,
            )
            self.log.append(asked)
        return asked, fault


def _handler_of(proxy: FaultProxy) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = LONGEST_HOLD_SECONDS
        disable_nagle_algorithm = True

        def _serve(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            content = self.rfile.read(length)
            if len(content) < length:  # the client was killed while it sent
                self.close_connection = True
                return
            asked, fault = proxy.numbered(
                Asked(
                    number=0,
                    method=self.command,
                    path=self.path,
                    body=content,
                    headers={name.lower(): value for name, value in self.headers.items()},
                )
            )
            try:
                if fault is None:
                    _send(self, proxy.ask(asked))
                else:
                    answered = proxy.known()
                    exchange = Exchange(
                        asked=asked,
                        handler=self,
                        upstream=proxy.ask,
                        before=next(reversed(answered.values()), None),
                        answered=answered,
                        stopping=proxy.stopping,
                    )
                    fault(exchange)
            except OSError:  # the client has gone
                self.close_connection = True

        def handle_one_request(self) -> None:
            try:
                super().handle_one_request()
            except ConnectionError:  # the client was killed
                self.close_connection = True

        do_GET = _serve
        do_POST = _serve

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


def _send(handler: BaseHTTPRequestHandler, answer: Answer) -> None:
    handler.send_response(answer.status)
    for name, value in answer.headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(answer.body)))
    handler.end_headers()
    handler.wfile.write(answer.body)


def _forwarding(url: str) -> Upstream:
    parts = urlsplit(url)
    host, port = parts.hostname or "127.0.0.1", parts.port or 80

    def forward(asked: Asked) -> Answer:
        connection = http.client.HTTPConnection(host, port, timeout=LONGEST_HOLD_SECONDS)
        try:
            passed = {name: value for name, value in asked.headers.items() if name in ("content-type", "accept")}
            connection.request(asked.method, asked.path, body=asked.body or None, headers=passed)
            got = connection.getresponse()
            kept = {name: value for name, value in got.getheaders() if name.lower() in ("content-type", "retry-after")}
            return Answer(status=got.status, headers=kept, body=got.read())
        finally:
            connection.close()

    return forward
