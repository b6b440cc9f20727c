"""JSON over HTTP for requests that only read: one pool of connections, bounded in time and size, repeated when it may help.

Since every request is a read, whatever may be a passing trouble is asked again. The loop is our own: the pause follows
``Retry-After``, its sleep and its chance are given by the caller, and the error must tell how often it was tried.
"""

import json
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Any

import httpx

from secretariat.clients.bounds import WireSettings
from secretariat.clients.exact_json import JsonBroken, JsonUnfit, exact_json
from secretariat.clients.failures import AddressWrong, AnswerRefused, AnswerWrong, CallFailed, NotReachable, shown
from secretariat.clients.pauses import pause_before, seconds_asked
from secretariat.clients.whole_time import Sockets, within
from secretariat.facts.texts import on_one_line

__all__ = ["Counters", "Wire", "WireSettings", "get_json", "open_wire", "post_json", "touch"]

PASSING = frozenset({429, 500, 502, 503, 504, *range(520, 525)})
"""Statuses that may be gone a moment later; 520 to 524 are those of proxies that did not reach the server."""

LONGEST_EXCERPT = 16_384
"""Bytes of a refusal that are read for its words."""

LONG_PAUSE_SECONDS = 5.0
"""From this pause on a person is told, once for each run, why nothing seems to happen."""

LATER = "Check the address and the network, or try again later."
NOT_JSON = "Check that the address is that of the service and not of a page about it."


@dataclass(kw_only=True)
class Counters:
    """What a wire has done so far: tries made, those that were repetitions, bytes received as sent, seconds paused."""

    requests: int = 0
    retries: int = 0
    bytes_received: int = 0
    paused: float = 0.0
    told: bool = False


@dataclass(frozen=True, kw_only=True)
class Wire:
    """A pool of connections with its bounds, for one thread.

    ``chance`` gives numbers from 0 to 1 that spread the pauses; ``tell`` is given the words of the first long one.
    """

    client: httpx.Client
    settings: WireSettings
    sleep: Callable[[float], None]
    chance: Callable[[], float]
    tell: Callable[[str], object] = str
    counters: Counters = field(default_factory=Counters)
    sockets: Sockets = field(default_factory=Sockets)


@contextmanager
def open_wire(
    settings: WireSettings | None = None,
    *,
    sleep: Callable[[float], None] = time.sleep,
    chance: Callable[[], float] | None = None,
    tell: Callable[[str], object] = str,
) -> Iterator[Wire]:
    """Open a pool of connections and close it at the end."""
    bounds = settings or WireSettings()
    client = httpx.Client(
        timeout=httpx.Timeout(min(bounds.read_seconds, bounds.whole_seconds), connect=bounds.connect_seconds),
        trust_env=bounds.proxies_from_environment,
        follow_redirects=False,
        headers={"user-agent": "secretariat", "accept": "application/json", "accept-encoding": "gzip"},
    )
    with client:
        yield Wire(client=client, settings=bounds, sleep=sleep, chance=chance or SystemRandom().random, tell=tell)


def post_json(wire: Wire, url: str, body: Any) -> Any:
    """Send a JSON body and give the answer's JSON: ints whole, other numbers as Decimal.

    Raises AddressWrong, NotReachable, AnswerRefused or AnswerWrong, all of them CallFailed.
    """
    content = json.dumps(body, allow_nan=False, separators=(",", ":")).encode()
    return _asked(wire, "POST", url, content)


def get_json(wire: Wire, url: str, headers: Mapping[str, str] | None = None) -> Any:
    """Fetch an address and give the answer's JSON, as ``post_json`` does; raises the same."""
    return _asked(wire, "GET", url, None, headers)


def touch(wire: Wire, url: str) -> None:
    """Fetch an address for its own sake, whatever it answers. Raises AddressWrong, NotReachable or AnswerRefused."""
    with suppress(AnswerWrong):
        _asked(wire, "GET", url, None)


def _asked(wire: Wire, method: str, url: str, content: bytes | None, headers: Mapping[str, str] | None = None) -> Any:
    """Make one request, again as often as the settings allow while its trouble may pass, and parse the answer.

    Raises AddressWrong, NotReachable, AnswerRefused or AnswerWrong with how often it was tried.
    """
    address = _checked(url)
    bounds = wire.settings
    tried = 0
    while True:
        tried += 1
        wire.counters.requests += 1
        try:
            return _parsed(_content(wire, method, url, content, headers))
        except _Trouble as trouble:
            again = trouble.passing and tried < bounds.attempts
            if not (again and paused_before(wire, address, tried + 1, trouble.asked)):
                raise trouble.error(address, tried) from trouble.__cause__
        wire.counters.retries += 1


def paused_before(wire: Wire, address: str, next_try: int, asked: float = 0.0) -> bool:
    """Wait before a request is made for the ``next_try``-th time; False, at once, where the run has waited enough."""
    pause = _pause(wire, next_try - 1, asked)
    if wire.counters.paused + pause > wire.settings.all_pauses_seconds:
        return False
    wire.counters.paused += pause
    _tell(wire, address, pause, asked)
    wire.sleep(pause)
    return True


def _pause(wire: Wire, tried: int, asked: float) -> float:
    bounds = wire.settings
    return pause_before(
        tried + 1,
        asked=asked,
        first=bounds.first_pause_seconds,
        longest=bounds.longest_pause_seconds,
        chance=wire.chance(),
    )


def _tell(wire: Wire, address: str, pause: float, asked: float) -> None:
    """Say once that a long pause is made, and how long it can be."""
    if pause < LONG_PAUSE_SECONDS or wire.counters.told:
        return
    wire.counters.told = True
    because = ", as the source asks" if asked else ""
    wire.tell(
        f"{address}: waits up to {wire.settings.longest_pause_seconds:g} s before it asks again{because}; "
        f"all pauses of a run together last {wire.settings.all_pauses_seconds:g} s at most."
    )


class _Trouble(Exception):
    """One try failed: how the error is made that says so, whether it may pass, and the seconds the server asked for."""

    def __init__(self, error: Callable[[str, int], CallFailed], *, passing: bool, asked: float = 0.0) -> None:
        super().__init__()
        self.error = error
        self.passing = passing
        self.asked = asked


def _not_reached(what: str, *, passing: bool = True, asked: float = 0.0) -> _Trouble:
    return _Trouble(
        lambda address, tried: NotReachable(address, what, tried=tried, remedy=LATER), passing=passing, asked=asked
    )


def _wrong(what: str, remedy: str, *, passing: bool) -> _Trouble:
    return _Trouble(lambda address, tried: AnswerWrong(address, what, tried=tried, remedy=remedy), passing=passing)


def _checked(url: str) -> str:
    address = shown(url)
    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError) as error:
        raise AddressWrong(address, "it is not an address", remedy="Mend it in the configuration.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise AddressWrong(
            address,
            "only addresses that begin with https:// or http:// are asked",
            remedy="Mend it in the configuration.",
        )
    return address


def _content(wire: Wire, method: str, url: str, content: bytes | None, more: Mapping[str, str] | None = None) -> bytes:
    bounds = wire.settings
    headers = {**({"content-type": "application/json"} if content is not None else {}), **(more or {})}
    with within(bounds.whole_seconds, wire.sockets) as bound:
        try:
            with wire.client.stream(
                method, url, content=content, headers=headers, extensions={"trace": bound.trace}
            ) as response:
                if not response.is_success:
                    raise _refusal(wire, response)
                found = _body(wire, response, bounds.largest_answer_bytes)
        except httpx.HTTPError as error:
            raise _lost(error, bounds, over=bound.over.is_set()) from error
        except (httpx.InvalidURL, UnicodeError) as error:
            # httpx reads where a redirect leads to, though it is not followed
            what = "the server points to an address that cannot be read"
            raise _wrong(what, "Put the right address into the configuration.", passing=False) from error
        if bound.over.is_set():  # an answer that ends with its connection looks whole
            raise _lost(None, bounds, over=True)
    return found


def _lost(error: httpx.HTTPError | None, bounds: WireSettings, *, over: bool) -> _Trouble:
    if over:
        return _not_reached(f"the answer was not whole within {bounds.whole_seconds:g} s")
    if isinstance(error, httpx.TimeoutException):
        limit = bounds.connect_seconds if isinstance(error, httpx.ConnectTimeout) else bounds.read_seconds
        return _not_reached(f"no answer within {limit:g} s")
    said = on_one_line(str(error).rstrip("."), 200)
    return _not_reached(
        f"the connection failed: {said}" if said else "the connection failed",
        passing=not isinstance(error, (httpx.LocalProtocolError, httpx.UnsupportedProtocol)),
    )


def _body(wire: Wire, response: httpx.Response, limit: int) -> bytes:
    """Read and unpack an answer, never holding more than ``limit`` bytes of it."""
    packed = response.headers.get("content-encoding", "identity").strip().lower()
    if packed not in ("identity", "", "gzip", "x-gzip"):
        said = on_one_line(packed, 30)
        raise _wrong(f"the answer is packed as {said!r}, which was not asked for", NOT_JSON, passing=False)
    unpack = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16) if packed.endswith("gzip") else None
    pieces: list[bytes] = []
    room = limit
    for raw in response.iter_raw():
        wire.counters.bytes_received += len(raw)
        try:
            piece = unpack.decompress(raw, room + 1) if unpack else raw
        except zlib.error as error:
            raise _wrong("the answer is packed wrongly", LATER, passing=True) from error
        room -= len(piece)
        if room < 0:
            raise _wrong(
                f"the answer is larger than {limit:,} bytes", "Check that the address is the right one.", passing=False
            )
        pieces.append(piece)
    if unpack and pieces and not unpack.eof:
        raise _wrong("the answer is cut short", LATER, passing=True)
    return b"".join(pieces)


def _refusal(wire: Wire, response: httpx.Response) -> _Trouble:
    """Make the trouble of an answer that is no success, with the server's own words where they are plain ones."""
    status = response.status_code
    if response.has_redirect_location:
        aim = shown(response.headers["location"], beside=str(response.url))
        return _wrong(f"the server points to {aim}", "Put the right address into the configuration.", passing=False)
    answer, words = _said(wire, response)
    what = f"the server answered {status} {on_one_line(response.reason_phrase, 60)}".rstrip() + words
    asked = seconds_asked(response.headers)
    if status >= 500:
        return _not_reached(what, passing=status in PASSING, asked=asked)
    remedy = (
        "Wait a while, or ask its operator for more requests."
        if status == 429
        else "Check the address and what it needs to be let in."
    )
    return _Trouble(
        lambda address, tried: AnswerRefused(address, what, tried=tried, remedy=remedy, status=status, answer=answer),
        passing=status in PASSING,
        asked=asked,
    )


def _said(wire: Wire, response: httpx.Response) -> tuple[Any, str]:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    try:
        content = _body(wire, response, LONGEST_EXCERPT)
    except (_Trouble, httpx.HTTPError):
        return None, ""
    if kind == "text/plain" and (text := content.decode("utf-8", "replace").strip()):
        return None, f": {on_one_line(text, 120)!r}"
    try:
        answer = exact_json(content)
    except (JsonBroken, JsonUnfit):
        return None, ""
    return answer, ""


def _parsed(content: bytes) -> Any:
    try:
        return exact_json(content)
    except JsonBroken as error:
        raise _wrong(f"the answer cannot be read: {error}", NOT_JSON, passing=True) from error
    except JsonUnfit as error:
        raise _wrong(f"the answer cannot be taken: {error}", NOT_JSON, passing=False) from error
