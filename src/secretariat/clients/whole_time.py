"""One bound on the whole of a request: when it is over, the connections are shut and whoever reads from them wakes up.

The time-outs of httpx bound each read, which an answer that drips byte by byte never reaches.
"""

import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from weakref import WeakSet


@dataclass(frozen=True, kw_only=True)
class Sockets:
    """The open sockets of a pool; those that nobody holds any more leave by themselves."""

    opened: WeakSet[socket.socket] = field(default_factory=WeakSet)
    lock: threading.Lock = field(default_factory=threading.Lock)


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The bound of one request: whether it is over, and what to hand to httpcore as the request's ``trace``."""

    trace: Callable[[str, Mapping[str, Any]], None]
    over: threading.Event = field(default_factory=threading.Event)


@contextmanager
def within(seconds: float, sockets: Sockets) -> Iterator[Bound]:
    """Bound what happens inside; ``sockets`` are all of the pool, for httpcore does not say which of them it takes."""

    def trace(event: str, info: Mapping[str, Any]) -> None:
        if event.endswith(("connect_tcp.complete", "start_tls.complete")):
            with sockets.lock:
                sockets.opened.add(info["return_value"].get_extra_info("socket"))
            if bound.over.is_set():
                shut()

    def shut() -> None:
        bound.over.set()
        with sockets.lock:
            open_now = list(sockets.opened)
        for opened in open_now:
            with suppress(OSError):
                socket.socket.shutdown(opened, socket.SHUT_RDWR)  # not SSLSocket's own, which disturbs the reader

    bound = Bound(trace=trace)
    timer = threading.Timer(seconds, shut)
    timer.daemon = True
    timer.start()
    try:
        yield bound
    finally:
        timer.cancel()
