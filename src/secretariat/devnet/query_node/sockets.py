"""The state subscription: the old protocol of ``subscriptions-transport-ws``, subprotocol ``graphql-ws``."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from graphql import GraphQLError
from websockets.frames import Opcode
from websockets.http11 import Request
from websockets.protocol import OPEN
from websockets.server import ServerProtocol
from websockets.typing import Subprotocol

from secretariat.devnet.query_node.answers import Refused
from secretariat.devnet.query_node.node import QueryNode

SUBPROTOCOL = "graphql-ws"
LOOK_SECONDS = 0.1
"""So often a connection looks whether the processor has come further."""

ALIVE_SECONDS = 10.0
"""So often a connection says that it is alive."""

LARGEST_MESSAGE = 1024 * 1024


def serve_socket(connection: socket.socket, head: bytes, node: QueryNode, stopping: threading.Event) -> None:
    """Serve one connection until either side ends it; ``head`` is its request, which was read already."""
    protocol = ServerProtocol(select_subprotocol=_chosen, max_size=LARGEST_MESSAGE)
    protocol.receive_data(head)
    for event in protocol.events_received():
        if isinstance(event, Request):
            protocol.send_response(protocol.accept(event))
    _Conversation(connection, protocol, node).run(stopping)


def _chosen(_: ServerProtocol, offered: Iterable[Subprotocol]) -> Subprotocol | None:
    return next((one for one in offered if one == SUBPROTOCOL), None)


class _Conversation:
    """One client's subscriptions."""

    def __init__(self, connection: socket.socket, protocol: ServerProtocol, node: QueryNode) -> None:
        self.connection = connection
        self.protocol = protocol
        self.node = node
        self.subscriptions: dict[str, Callable[[Mapping[str, Any]], Any]] = {}
        self.greeted = False
        self.told: Mapping[str, Any] | None = None
        self.alive_at = time.monotonic()

    def run(self, stopping: threading.Event) -> None:
        self.connection.settimeout(LOOK_SECONDS)
        try:
            self._flush()
            while self.protocol.state is OPEN:
                if stopping.is_set():
                    self.protocol.send_close(1001, "the practice network ends")
                    self._flush()
                    return
                self._receive()
                self._look()
                self._flush()
        except OSError:
            return

    def _receive(self) -> None:
        try:
            data = self.connection.recv(65536)
        except TimeoutError:
            return
        if data:
            self.protocol.receive_data(data)
        else:
            self.protocol.receive_eof()
        for event in self.protocol.events_received():
            if getattr(event, "opcode", None) is Opcode.TEXT:
                self._hear(bytes(event.data))  # type: ignore[union-attr]

    def _flush(self) -> None:
        for data in self.protocol.data_to_send():
            if data:
                self.connection.sendall(data)

    def _look(self) -> None:
        """Tell each subscription when the processor has come further, and now and then that the connection is alive."""
        if self.protocol.state is not OPEN:
            return
        if self.subscriptions and (state := self.node.follow().told()) != self.told:
            self.told = state
            for key, give in self.subscriptions.items():
                self._say("data", key, give(state))
        if self.greeted and time.monotonic() - self.alive_at > ALIVE_SECONDS:
            self.alive_at = time.monotonic()
            self._say("ka")

    def _say(self, kind: str, key: str | None = None, payload: Any = None) -> None:
        message = {"type": kind, "id": key, "payload": payload}
        text = json.dumps({name: value for name, value in message.items() if value is not None})
        self.protocol.send_text(text.encode())

    def _hear(self, data: bytes) -> None:
        try:
            message = json.loads(data)
            kind, key = message["type"], message.get("id")
        except (ValueError, TypeError, KeyError, AttributeError):
            self._say("error", None, {"message": "Message must be JSON with a type."})
            return
        match kind:
            case "connection_init":
                self.greeted = True
                self._say("connection_ack")
                self._say("ka")
            case "start":
                self._start(str(key), message.get("payload"))
            case "stop":
                self.subscriptions.pop(str(key), None)
            case "connection_terminate":
                self.protocol.send_close(1000)
            case _:
                self._say("error", None if key is None else str(key), {"message": "Invalid message type!"})

    def _start(self, key: str, payload: Any) -> None:
        """Begin a subscription, which is told the present state at once; a query is answered and complete."""
        if not isinstance(payload, Mapping):
            self._say("error", key, {"message": "Must provide a payload."})
            return
        try:
            give = self.node.subscribe(payload)
        except Refused as refused:
            self._say("error", key, refused.answer["errors"][0])
            return
        except GraphQLError as error:
            self._say("error", key, {"message": error.message})
            return
        if give is None:
            self._say("data", key, self.node.ask(payload)[1])
            self._say("complete", key)
            return
        self.subscriptions[key] = give
        self.told = self.node.follow().told()
        self._say("data", key, give(self.told))
