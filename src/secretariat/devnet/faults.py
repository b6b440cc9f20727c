"""Faults by request: which answer of which server goes wrong, and how; each fires by its own count."""

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal, get_args

Kind = Literal[
    "status",
    "reset",
    "silence",
    "slow",
    "answer-lost",
    "answer-late",
    "error-after",
    "truncated",
    "not-json",
    "wrong-json",
    "row-missing",
    "row-repeated",
]
"""The first four come before the request is handled (slow is handled late), the others after it was.

status: this status, headers and body. reset: the connection is reset. silence: no answer for so many seconds, then a reset.
slow: the answer comes so many seconds late. answer-lost and answer-late: handled, then a reset at once or after so many
seconds. error-after: handled, then this status. truncated: half of the answer. not-json: the answer is a page. wrong-json: JSON
of another shape. row-missing and row-repeated: the last row of every list in the answer is left out, or stands twice.
"""

KINDS: tuple[str, ...] = get_args(Kind)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """What goes wrong. Waits in seconds of the machine."""

    kind: str
    status: int = 500
    headers: Mapping[str, str] = field(default_factory=dict)
    body: str = ""
    seconds: float = 30.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """Which requests are meant: the server by name, and where given its method, path beginning, and a text in the body."""

    server: str
    method: str = ""
    path: str = ""
    contains: str = ""

    def fits(self, server: str, method: str, path: str, body: bytes) -> bool:
        """Tell whether a request is meant."""
        return (
            self.server == server
            and self.method in ("", method)
            and path.startswith(self.path)
            and self.contains.encode() in body
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Planned:
    """A fault at the ``nth`` request that fits (1 is the first), and at so many following ones (``times``; 0: all)."""

    match: Match
    nth: int
    fault: Fault
    times: int = 1

    def fires(self, count: int) -> bool:
        """Tell whether the ``count``-th fitting request goes wrong."""
        return count >= self.nth and (self.times == 0 or count < self.nth + self.times)


class Faults:
    """The planned faults of a network, with how many requests each has seen."""

    def __init__(self, planned: Iterable[Planned] = ()) -> None:
        self._lock = threading.Lock()
        self.plan(planned)

    def plan(self, planned: Iterable[Planned]) -> None:
        """Plan these faults in the place of all others; requests are counted from now on."""
        with self._lock:
            self.planned = tuple(planned)
            self._seen = [0] * len(self.planned)
            self._fired = [0] * len(self.planned)

    def due(self, server: str, method: str, path: str, body: bytes) -> Fault | None:
        """Count a request, and give what goes wrong with it. Of several the first planned counts."""
        found = None
        with self._lock:
            for number, one in enumerate(self.planned):
                if one.match.fits(server, method, path, body):
                    self._seen[number] += 1
                    if found is None and one.fires(self._seen[number]):
                        found = one.fault
                        self._fired[number] += 1
        return found

    def told(self) -> list[dict[str, Any]]:
        """Tell of each fault, in the file's order, which requests it is for, how many it saw and how often it came true."""
        with self._lock:
            return [
                {
                    "kind": one.fault.kind,
                    "match": {name: value for name, value in asdict(one.match).items() if value},
                    "nth": one.nth,
                    "times": one.times,
                    "seen": seen,
                    "fired": fired,
                }
                for one, seen, fired in zip(self.planned, self._seen, self._fired, strict=True)
            ]


def damaged(body: bytes, kind: str) -> bytes:
    """Give the answer that comes instead of ``body``."""
    if kind == "not-json":
        return b"<html><body>Bad gateway</body></html>"
    if kind == "wrong-json":
        return b'{"unexpected":[]}'
    try:
        told = json.loads(body)
    except ValueError:
        return body
    return json.dumps(_rows(told, repeat=kind == "row-repeated"), ensure_ascii=False, separators=(",", ":")).encode()


def _rows(value: Any, *, repeat: bool) -> Any:
    """Change the last row of every list of rows; counts beside them stay as they are."""
    if isinstance(value, Mapping):
        return {key: _rows(inner, repeat=repeat) for key, inner in value.items()}
    if isinstance(value, list) and value and isinstance(value[-1], Mapping):
        return [*value, value[-1]] if repeat else value[:-1]
    return value
