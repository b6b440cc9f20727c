"""JSON-RPC 2.0 over HTTP POST: single calls, batches, and an answer to whatever comes."""

import json
import logging
from typing import Any

from secretariat.devnet.node.errors import INTERNAL, PARSE, REQUEST, RpcError, params_wrong
from secretariat.devnet.node.methods import Methods
from secretariat.devnet.node.node import Node
from secretariat.devnet.serving import Request, Response

MOST_BYTES = 15 * 1024 * 1024
"""Bytes of a request; a node refuses more."""

_LOG = logging.getLogger(__name__)


class JsonRpc:
    """The handler of a node's HTTP server."""

    def __init__(self, node: Node) -> None:
        self._methods = Methods(node)

    def __call__(self, request: Request) -> Response:
        """Answer one HTTP request as a node's server does."""
        if request.method != "POST":
            text = b"Used HTTP Method is not allowed. POST or OPTIONS is required\n"
            return Response(status=405, body=text, kind="text/plain")
        if not request.headers.get("content-type", "").lower().startswith("application/json"):
            text = b"Supplied content type is not allowed. Content-Type: application/json is required\n"
            return Response(status=415, body=text, kind="text/plain")
        if len(request.body) > MOST_BYTES:
            return Response(status=413, body=b"The request body was too large\n", kind="text/plain")
        told = self.reply(request.body)
        return Response(body=b"" if told is None else json.dumps(told, separators=(",", ":")).encode())

    def reply(self, body: bytes) -> Any:
        """Answer a body: one call or a batch of them. None where nothing was asked to be answered."""
        try:
            asked = json.loads(body)
        except (ValueError, RecursionError):
            return _refused(None, RpcError(PARSE, "Parse error"))
        if not isinstance(asked, list):
            return self._one(asked)
        if not asked:
            return _refused(None, RpcError(REQUEST, "Invalid request"))
        return [answer for answer in map(self._one, asked) if answer is not None] or None

    def _one(self, asked: Any) -> dict[str, Any] | None:
        if not isinstance(asked, dict) or not isinstance(asked.get("method"), str) or not _is_id(asked.get("id")):
            return _refused(None, RpcError(REQUEST, "Invalid request"))
        number, told = asked.get("id"), "id" in asked
        try:
            result = self._methods.answer(asked["method"], _params(asked.get("params")))
        except RpcError as error:
            return _refused(number, error) if told else None
        except Exception:  # whatever came, the node goes on
            _LOG.exception("The node could not answer %s", asked["method"])
            return _refused(number, RpcError(INTERNAL, "Internal error"))
        return {"jsonrpc": "2.0", "id": number, "result": result} if told else None


def _params(told: Any) -> list[Any]:
    if told is not None and not isinstance(told, list):
        raise params_wrong("parameters are given as a list")
    return told or []


def _is_id(number: Any) -> bool:
    return number is None or (isinstance(number, str | int) and not isinstance(number, bool))


def _refused(number: Any, error: RpcError) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "error": error.body}
