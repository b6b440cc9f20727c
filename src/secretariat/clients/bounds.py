"""The table ``[wire]`` of the configuration: how long, how often and how much other machines are asked."""

from dataclasses import dataclass
from typing import ClassVar

LONGEST_SECONDS = 86_400


@dataclass(frozen=True, kw_only=True)
class WireSettings:
    """``[wire]``: bounds of every request, in seconds, tries and bytes; the defaults fit public servers.

    ``whole_seconds`` bounds one try from connecting to the last byte, however steadily a slow answer drips.
    ``all_pauses_seconds`` bounds the pauses of one run together: after them a trouble is told without asking again.
    ``largest_answer_bytes`` bounds the answer as it is after unpacking. ``proxies_from_environment`` lets HTTP_PROXY,
    ALL_PROXY and the certificates of SSL_CERT_FILE count; off, the environment changes nothing about where requests go.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    connect_seconds: float = 10.0
    read_seconds: float = 30.0
    whole_seconds: float = 120.0
    attempts: int = 5
    first_pause_seconds: float = 0.5
    longest_pause_seconds: float = 60.0
    all_pauses_seconds: float = 600.0
    largest_answer_bytes: int = 32 * 1024 * 1024
    proxies_from_environment: bool = False

    def __post_init__(self) -> None:
        """Raise ValueError for bounds that nothing, or everything, is within."""
        for name in ("connect", "read", "whole", "first_pause", "longest_pause", "all_pauses"):
            if not 0 < getattr(self, f"{name}_seconds") <= LONGEST_SECONDS:
                raise ValueError(f"{name}_seconds is above 0 and at most {LONGEST_SECONDS:,}")
        if not 1 <= self.attempts <= 100:
            raise ValueError("attempts is 1 to 100")
        if self.largest_answer_bytes < 1:
            raise ValueError("largest_answer_bytes is above 0")
