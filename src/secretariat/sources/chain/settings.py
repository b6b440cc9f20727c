"""What is configured about the chain: ``[chain]`` in ``secretariat.toml``."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.clients.failures import asked_over_http

MOST_ADDRESSES = 2


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[chain]``: one node or two to choose the better of, and what to expect of them.

    ``lag_minutes`` is how far the finalised head's time may be behind before the source is stale. ``history`` allows reads
    at blocks of long ago, for which the node must be an archive. ``genesis`` refuses nodes of another chain; empty takes
    the chain that was read first. ``network`` is the label facts carry.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    urls: tuple[str, ...] = ("https://rpc.joystream.org",)
    lag_minutes: int = 10
    history: bool = True
    genesis: str = ""
    network: str = "mainnet"

    def __post_init__(self) -> None:
        """Refuse what cannot work. Raises ValueError with words for the person."""
        if not 1 <= len(self.urls) <= MOST_ADDRESSES:
            raise ValueError(f"give one or {MOST_ADDRESSES} addresses in urls, not {len(self.urls)}")
        asked_over_http(self.urls)
        if self.lag_minutes < 1:
            raise ValueError("lag_minutes is at least 1")
