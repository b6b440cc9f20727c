"""The query node on a loopback socket: GraphQL over HTTP, and the state subscription over WebSocket at the same address."""

import contextlib
import gzip
import json
import socket
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.sockets import serve_socket

LARGEST_REQUEST = 8 * 1024 * 1024
"""Bytes of a request's body."""

SMALLEST_PACKED = 1_024
"""Bytes of an answer from which on it is packed, where the client takes that."""

PATHS = ("/", "/graphql")


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """One request: header names are in lower case."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, kw_only=True, slots=True)
class Response:
    """What is answered."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


Respond = Callable[[Request], Response]


def responding(node: QueryNode) -> Respond:
    """Give how a query node answers requests of HTTP."""

    def respond(request: Request) -> Response:
        if urlsplit(request.path).path not in PATHS:
            return _json(404, {"errors": [{"message": "Not found; ask at /graphql."}]})
        if request.method == "OPTIONS":
            return Response(status=204, headers=_CROSS_ORIGIN)
        try:
            asked = _asked(request)
        except ValueError as error:
            return _json(400, {"errors": [{"message": f"The request is not JSON: {error}"}]})
        if isinstance(asked, list):
            answers = [node.ask(one)[1] for one in asked]
            return _packed(request, _json(200, answers))
        return _packed(request, _json(*node.ask(asked)))

    return respond


_CROSS_ORIGIN = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET,POST,OPTIONS",
    "access-control-allow-headers": "*",
}


def _asked(request: Request) -> Any:
    """Read what is asked, from the body or, with GET, from the address. Raises ValueError."""
    if request.method == "POST":
        return json.loads(request.body)
    words = {name: values[-1] for name, values in parse_qs(urlsplit(request.path).query).items()}
    if "variables" in words:
        return {**words, "variables": json.loads(words["variables"])}
    return words


def _json(status: int, answer: Any) -> Response:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    headers = {"content-type": "application/json; charset=utf-8", **_CROSS_ORIGIN}
    return Response(status=status, headers=headers, body=body)


def _packed(request: Request, response: Response) -> Response:
    if "gzip" not in request.headers.get("accept-encoding", "") or len(response.body) < SMALLEST_PACKED:
        return response
    body = gzip.compress(response.body, compresslevel=1, mtime=0)
    headers = {**response.headers, "content-encoding": "gzip", "vary": "accept-encoding"}
    return Response(status=response.status, headers=headers, body=body)


class QueryNodeServer:
    """A server on 127.0.0.1, in threads of its own from ``start`` until ``stop``; also a context manager.

    ``respond`` stands in the place of ``responding(node)``, for whoever wants to disturb the answers.
    """

    def __init__(self, node: QueryNode, *, port: int = 0, respond: Respond | None = None) -> None:
        self.node = node
        self.respond = respond or responding(node)
        self.stopping = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._server = _Server(self, port)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    @property
    def port(self) -> int:
        """Give the port it listens on."""
        return int(self._server.server_address[1])

    @property
    def url(self) -> str:
        """Give the address to ask at; the subscription is at the same one, with ``ws``."""
        return f"http://127.0.0.1:{self.port}/graphql"

    def start(self) -> "QueryNodeServer":
        """Begin to serve."""
        self._thread.start()
        return self

    def stop(self) -> None:
        """Stop serving, and end every connection."""
        self.stopping.set()
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join()
        self._server.server_close()
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def __enter__(self) -> "QueryNodeServer":
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def opened(self, connection: socket.socket) -> None:
        """Remember a connection."""
        with self._lock:
            self._open.add(connection)

    def closed(self, connection: socket.socket) -> None:
        """Forget a connection."""
        with self._lock:
            self._open.discard(connection)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, owner: QueryNodeServer, port: int) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", port), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = 60

    def setup(self) -> None:
        super().setup()
        self.server.owner.opened(self.connection)

    def finish(self) -> None:
        self.server.owner.closed(self.connection)
        with contextlib.suppress(OSError):
            super().finish()

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: whoever runs the server says what is asked."""

    def handle_one_request(self) -> None:
        try:
            super().handle_one_request()
        except (ConnectionError, TimeoutError):
            self.close_connection = True

    def do_GET(self) -> None:
        if "websocket" not in self.headers.get("upgrade", "").lower():
            self._respond()
            return
        self.close_connection = True
        lines = [self.requestline, *(f"{name}: {value}" for name, value in self.headers.items()), "", ""]
        owner = self.server.owner
        serve_socket(self.connection, "\r\n".join(lines).encode("latin-1"), owner.node, owner.stopping)

    def do_POST(self) -> None:
        self._respond()

    def do_OPTIONS(self) -> None:
        self._respond()

    def _respond(self) -> None:
        length = self.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > LARGEST_REQUEST:
            self.close_connection = True
            self._send(_json(413, {"errors": [{"message": f"At most {LARGEST_REQUEST:,} bytes, please."}]}))
            return
        body = self.rfile.read(int(length))
        headers = {name.lower(): value for name, value in self.headers.items()}
        asked = Request(method=self.command, path=self.path, headers=headers, body=body)
        self._send(self.server.owner.respond(asked))

    def _send(self, response: Response) -> None:
        self.send_response(response.status)
        for name, value in response.headers.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(response.body)))
        if self.close_connection:
            self.send_header("connection", "close")
        self.end_headers()
        self.wfile.write(response.body)
