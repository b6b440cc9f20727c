"""The query node on the wire: GraphQL over HTTP, and the state subscription over WebSocket at the same address."""

import json
import socket
import threading
from collections.abc import Callable
from typing import Any

from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.sockets import serve_socket
from secretariat.devnet.serving import Handler, Request, Response

PATHS = ("/", "/graphql")

_CROSS_ORIGIN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "GET,POST,OPTIONS",
    "Access-Control-Allow-Headers": "*",
}


def responding(node: QueryNode) -> Handler:
    """Give how a query node answers requests of HTTP."""

    def respond(request: Request) -> Response:
        if request.path not in PATHS:
            return _json(404, {"errors": [{"message": "Not found; ask at /graphql."}]})
        if request.method == "OPTIONS":
            return Response(status=204, headers=_CROSS_ORIGIN)
        try:
            asked = _asked(request)
        except ValueError as error:
            return _json(400, {"errors": [{"message": f"The request is not JSON: {error}"}]})
        if isinstance(asked, list):
            return _json(200, [node.ask(one)[1] for one in asked])
        return _json(*node.ask(asked))

    return respond


def upgrading(node: QueryNode) -> Callable[[socket.socket, bytes, threading.Event], None]:
    """Give how a query node takes a connection over: its socket, its request's head, and what is set when all ends."""

    def upgrade(connection: socket.socket, head: bytes, ending: threading.Event) -> None:
        serve_socket(connection, head, node, ending)

    return upgrade


def _asked(request: Request) -> Any:
    """Read what is asked, from the body or, with GET, from the address. Raises ValueError."""
    if request.method == "POST":
        return json.loads(request.body)
    words: dict[str, Any] = dict(request.query)
    if "variables" in words:
        words["variables"] = json.loads(words["variables"])
    return words


def _json(status: int, answer: Any) -> Response:
    body = json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    return Response(status=status, body=body, kind="application/json; charset=utf-8", headers=_CROSS_ORIGIN)
