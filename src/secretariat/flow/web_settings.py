"""``[web]``: how the desk's pages are reached."""

from dataclasses import dataclass
from typing import ClassVar
from urllib.parse import urlsplit


@dataclass(frozen=True, kw_only=True)
class WebSettings:
    """``[web]``: ``address`` is what browsers have in their bar where a reverse proxy stands in front of ``secretariat serve``.

    Without it the pages are reached at the very address they are served at, on this machine only.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    address: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be an address, or lets others read along. Raises ValueError with words for the person."""
        if self.address:
            check_address(self.address)


def check_address(address: str) -> None:
    """Refuse an address that is none, has more than scheme and host, or is not encrypted beyond this machine. Raises ValueError."""
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname or address != f"{parts.scheme}://{parts.netloc}":
        raise ValueError("address is scheme and host, such as https://desk.example.org, and nothing after it")
    if "@" in parts.netloc or address != address.lower():
        raise ValueError("address has small letters, and no name or password in it")
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1"):
        raise ValueError("address begins with https:// unless it is of this machine, or others could read along")
