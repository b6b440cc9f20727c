"""What arrived at the sinks, in order, and how it is shown."""

import html
import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from secretariat.devnet.serving import Request, Response


@dataclass(frozen=True, kw_only=True, slots=True)
class Message:
    """One message: the sink, whom it went to, its text, its id there, and the network's time in milliseconds since 1970.

    Discord's have the ``author`` (a webhook's id, or the bot's), and where given the sender's ``nonce`` and the id of the
    message that they answer (``reply_to``).
    """

    sink: str
    to: str
    text: str
    id: str
    milliseconds: int
    subject: str = ""
    mentions: tuple[str, ...] = ()
    author: str = ""
    nonce: int | str | None = None
    reply_to: str | None = None


class Arrived:
    """Everything that arrived. Safe for several threads."""

    def __init__(self, clock: Callable[[], int]) -> None:
        self.clock = clock
        self._messages: list[Message] = []
        self._lock = threading.Lock()

    def add(self, sink: str, to: str, text: str, *, id: str | None = None, **more: Any) -> Message:
        """Keep a message, with ``more`` of what one has; its id counts up within the network where the sink gives none."""
        with self._lock:
            known = id or str(len(self._messages) + 1)
            message = Message(sink=sink, to=to, text=text, id=known, milliseconds=self.clock(), **more)
            self._messages.append(message)
        return message

    def of(self, sink: str, to: str | None = None) -> tuple[Message, ...]:
        """Give what arrived at one sink, oldest first; at one address of it where ``to`` is given."""
        with self._lock:
            return tuple(one for one in self._messages if one.sink == sink and to in (None, one.to))

    def all(self) -> tuple[Message, ...]:
        """Give all that arrived, oldest first."""
        with self._lock:
            return tuple(self._messages)


def show(arrived: Arrived, request: Request) -> Response:
    """Answer ``/`` with a page for people and ``/arrived.json`` with the messages."""
    if request.path == "/arrived.json":
        return answer([asdict(message) for message in arrived.all()])
    if request.path != "/":
        return answer({"message": "404: Not Found"}, status=404)
    rows = "".join(
        f"<tr><td>{html.escape(one.sink)}</td><td>{html.escape(one.to)}</td><td>{html.escape(one.id)}</td>"
        f"<td>{html.escape(one.subject)}</td><td><pre>{html.escape(one.text)}</pre></td></tr>"
        for one in reversed(arrived.all())
    )
    page = (
        "<!doctype html><meta charset=utf-8><title>What arrived</title>"
        "<style>body{font:15px/1.4 system-ui;margin:2rem}td,th{vertical-align:top;text-align:left;padding:.3rem .8rem}"
        "pre{white-space:pre-wrap;overflow-wrap:anywhere;max-width:60rem;margin:0;font:inherit}</style>"
        "<h1>What arrived on the practice network</h1><p>Newest first. Nothing of it left this machine.</p>"
        f"<table><tr><th>sink<th>to<th>id<th>subject<th>text</tr>{rows}</table>"
    )
    return Response(body=page.encode(), kind="text/html; charset=utf-8")


def answer(value: Any, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Response:
    """Write a value as a JSON answer."""
    return Response(
        status=status,
        body=json.dumps(value, ensure_ascii=False).encode(),
        headers=headers or {},
    )


def asked(request: Request) -> Any:
    """Read a request's JSON; None when it is none."""
    try:
        return json.loads(request.body)
    except ValueError:
        return None
