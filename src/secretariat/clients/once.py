"""One request that changes something elsewhere: sent exactly once, and never again by itself.

What matters after a failure is whether it can have arrived, so the three ends are told apart: an answer, certainly not
sent, and unclear. Each request has a connection of its own: one that was kept open may be closed by the other side just when
the request is written, and then nobody knows.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from secretariat.clients.bounds import WireSettings
from secretariat.clients.whole_time import Bound, Sockets, within
from secretariat.facts.texts import on_one_line

LONGEST_ANSWER = 1024 * 1024
"""Bytes of an answer that are read; a receipt has some hundreds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """The other side answered: the status of HTTP, its headers, and the JSON of its body (None where it is none)."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass(frozen=True, kw_only=True, slots=True)
class NotSent:
    """No byte of the request left: there was no connection."""

    why: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Unclear:
    """The request may have arrived; nobody can know from here."""

    why: str


Ended = Answered | NotSent | Unclear

_BEFORE_ANY_BYTE = (httpx.ConnectError, httpx.ConnectTimeout)


def post_once(url: str, body: Any, settings: WireSettings, headers: Mapping[str, str] | None = None) -> Ended:
    """Post a JSON body once, within the bounds of time of ``settings``, and tell what came of it. Never raises for the wire's failures.

    Redirects are not followed: the request would be sent twice.
    """
    content = json.dumps(body, allow_nan=False, ensure_ascii=False, separators=(",", ":")).encode()
    timeout = httpx.Timeout(min(settings.read_seconds, settings.whole_seconds), connect=settings.connect_seconds)
    sent = {"user-agent": "secretariat", "accept": "application/json", "content-type": "application/json"}
    sockets = Sockets()
    address = httpx.URL(url)
    where = address.host or "the address"  # the rest of it may be a secret
    if address.scheme not in ("http", "https"):
        return NotSent(why=f"{where} cannot be reached: it begins neither with https:// nor with http://")
    begun: list[str] = []
    try:
        with (
            httpx.Client(timeout=timeout, trust_env=settings.proxies_from_environment, headers=sent) as client,
            within(settings.whole_seconds, sockets) as bound,
            client.stream("POST", url, content=content, headers=headers, extensions=_traced(bound, begun)) as response,
        ):
            answer = _read(response)
            if bound.over.is_set():
                return Unclear(why=f"{where} did not answer within {settings.whole_seconds:g} s")
            return Answered(status=response.status_code, headers=dict(response.headers), body=answer)
    except _BEFORE_ANY_BYTE as error:
        return NotSent(why=f"{where} cannot be reached: {_words(error)}")
    except httpx.TimeoutException:
        return Unclear(why=f"{where} did not answer within {settings.read_seconds:g} s")
    except httpx.HTTPError as error:
        return Unclear(why=f"{where}: the connection failed after the request was sent: {_words(error)}")
    except (httpx.InvalidURL, ValueError, ImportError) as error:
        if begun:  # httpx reads where an answer's redirect leads to; before it is of our address, or a proxy's
            return Unclear(why=f"{where}: the answer to the request cannot be read: {_words(error)}")
        return NotSent(why=f"{where} cannot be reached: {_words(error)}")


def _traced(bound: Bound, begun: list[str]) -> dict[str, Any]:
    """Follow the request for its bound, and write down when it begins to leave."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith("send_request_headers.started"):
            begun.append(event)
        bound.trace(event, info)

    return {"trace": trace}


def _read(response: httpx.Response) -> Any:
    """Read the answer's JSON; None where it is too long or none."""
    pieces, room = [], LONGEST_ANSWER
    for piece in response.iter_bytes():
        room -= len(piece)
        if room < 0:
            return None
        pieces.append(piece)
    try:
        return json.loads(b"".join(pieces))
    except (ValueError, RecursionError):
        return None


def _words(error: Exception) -> str:
    return on_one_line(str(error).rstrip("."), 160) or type(error).__name__
