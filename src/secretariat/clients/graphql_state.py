"""How far a query node has come: the one message of its ``stateSubscription``, which only a WebSocket gives.

The subprotocol is the old ``graphql-ws`` of subscriptions-transport-ws (its PROTOCOL.md): connection_init, start, then
connection_ack, ka (keep alive) and data from the server, in any order that it likes.
"""

import json
import socket
import time
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from websockets.exceptions import InvalidURI, WebSocketException
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol
from websockets.uri import parse_uri

from secretariat.clients.exact_json import JsonBroken, JsonUnfit, exact_json
from secretariat.clients.failures import AddressWrong, AnswerWrong, NotReachable, shown
from secretariat.clients.graphql import QueryRefused, first_error
from secretariat.facts.texts import on_one_line

STATE = "subscription { stateSubscription { chainHead indexerHead lastCompleteBlock } }"
LARGEST_MESSAGE = 64 * 1024
LARGEST_HEIGHT = 2**32 - 1
LATER = "Check the WebSocket address in the configuration."


@dataclass(frozen=True, kw_only=True)
class QueryNodeState:
    """Heights in blocks: of the chain as the indexer sees it, of the indexer, and of the last block whose rows are there."""

    chain_head: int
    indexer_head: int
    last_complete_block: int


def state_of(url: str, *, seconds: float = 10.0) -> QueryNodeState:
    """Ask a query node for its state, within ``seconds`` for the whole of it.

    Raises NotReachable, QueryRefused, AnswerWrong or AddressWrong. The connection is made here, and not by the library,
    so that it goes through no proxy of the environment and follows no redirect.
    """
    address, end = shown(url), time.monotonic() + seconds
    try:
        place = parse_uri(url)
    except (InvalidURI, ValueError) as error:
        what = "only addresses that begin with wss:// or ws:// are asked"
        raise AddressWrong(address, what, remedy="Mend it in the configuration.") from error
    try:
        opened = socket.create_connection((place.host, place.port), timeout=seconds)
        opened.settimeout(None)
        with connect(
            url,
            sock=opened,
            subprotocols=[Subprotocol("graphql-ws")],
            open_timeout=max(0.0, end - time.monotonic()),
            close_timeout=0.5,
            max_size=LARGEST_MESSAGE,
        ) as connection:
            connection.send(json.dumps({"type": "connection_init", "payload": {}}))
            connection.send(json.dumps({"id": "1", "type": "start", "payload": {"query": STATE, "variables": {}}}))
            return _first_state(connection, address, end)
    except TimeoutError as error:
        raise NotReachable(address, f"no state within {seconds:g} s", remedy=LATER) from error
    except ValueError as error:  # what the library makes of a redirect, with the whole address it leads to
        raise NotReachable(address, "the server points to another address", remedy=LATER) from error
    except (WebSocketException, OSError) as error:
        said = on_one_line(str(error).rstrip("."), 200)
        raise NotReachable(address, f"the connection failed: {said}", remedy=LATER) from error


def _first_state(connection: ClientConnection, address: str, end: float) -> QueryNodeState:
    """Pass over whatever is no answer until the first one; raises TimeoutError at the moment ``end``."""
    while True:
        received = connection.recv(timeout=max(0.0, end - time.monotonic()))
        if time.monotonic() > end:
            raise TimeoutError
        message = _message(received, address)
        kind, payload = message.get("type"), message.get("payload")
        if kind == "data" and isinstance(payload, dict):
            if (words := first_error(payload)) is not None:
                raise _refused(address, words)
            return _state(payload.get("data"), address)
        if kind in ("error", "connection_error"):
            raise _refused(address, first_error({"errors": [payload]}) or "without a message")
        if kind == "complete":
            raise AnswerWrong(address, "the subscription ended without a state", remedy=LATER)


def _refused(address: str, words: str) -> QueryRefused:
    return QueryRefused(address, f"the subscription was refused: {words}", remedy=LATER)


def _message(received: str | bytes, address: str) -> Mapping[str, Any]:
    try:
        found = exact_json(received.encode() if isinstance(received, str) else received)
    except (JsonBroken, JsonUnfit) as error:
        raise AnswerWrong(address, f"a message cannot be read: {error}", remedy=LATER) from error
    if not isinstance(found, dict):
        raise AnswerWrong(address, "a message is no JSON object", remedy=LATER)
    return found


def _state(data: Any, address: str) -> QueryNodeState:
    state = data.get("stateSubscription") if isinstance(data, dict) else None
    heights = {}
    for name in ("chainHead", "indexerHead", "lastCompleteBlock"):
        height = state.get(name) if isinstance(state, dict) else None
        if not isinstance(height, int | Decimal) or isinstance(height, bool) or not 0 <= height <= LARGEST_HEIGHT:
            raise AnswerWrong(address, f"the state has no {name} that is a number of blocks", remedy=LATER)
        heights[name] = int(height)  # the schema says Float: 12 may come as 12.0
    return QueryNodeState(
        chain_head=heights["chainHead"],
        indexer_head=heights["indexerHead"],
        last_complete_block=heights["lastCompleteBlock"],
    )
