"""What can go wrong when another machine is asked, in words for the person who configured its address."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urljoin, urlsplit

from secretariat.errors import SecretariatError
from secretariat.facts.texts import on_one_line

LONGEST_ADDRESS = 200


class CallFailed(SecretariatError):
    """Another machine gave no usable answer. ``address`` is as shown, ``tried`` how often it was asked."""

    def __init__(self, address: str, what: str, *, tried: int = 1, remedy: str) -> None:
        times = "" if tried == 1 else f" (asked {tried} times)"
        super().__init__(f"{address}: {what}{times}. {remedy}")
        self.address = address
        self.tried = tried


class AddressWrong(CallFailed):
    """The address cannot be asked at all."""


class NotReachable(CallFailed):
    """No whole answer came: no connection, no time left, or the server is out of order."""


class AnswerRefused(CallFailed):
    """The server refused the request. ``status`` is that of HTTP, ``answer`` its words as JSON where they were JSON."""

    def __init__(
        self, address: str, what: str, *, tried: int = 1, remedy: str, status: int = 0, answer: Any = None
    ) -> None:
        super().__init__(address, what, tried=tried, remedy=remedy)
        self.status = status
        self.answer = answer


class AnswerWrong(CallFailed):
    """An answer came that cannot be what was asked for: no JSON, too large, not of the promised shape."""


def asked_over_http(urls: Iterable[str]) -> None:
    """Raise ValueError for addresses that are not asked over HTTP, with words for whoever configures them."""
    for url in urls:
        if not url.startswith(("https://", "http://")):
            raise ValueError(
                f"urls: {shown(url)} is not asked; give an address that begins with https:// or http://, "
                "also for what is known by a wss:// address"
            )


def shown(url: str, *, beside: str = "") -> str:
    """Write an address as messages show it: without user, password, query string or fragment.

    ``beside`` is the address that a relative one counts from.
    """
    try:
        parts = urlsplit(urljoin(beside, url))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return "An address that cannot be read"
    if parts.scheme not in ("http", "https", "ws", "wss") or not host:
        return "An address without https:// or http://"  # its parts are not where a password is looked for
    name = f"[{host}]" if ":" in host else host
    place = f"{name}:{port}" if port else name
    return on_one_line(f"{parts.scheme}://{place}{parts.path}", LONGEST_ADDRESS)
