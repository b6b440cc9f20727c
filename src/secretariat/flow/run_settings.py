"""The tables ``[run]`` and ``[watch]`` of the configuration."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class RunSettings:
    """``[run]``: seconds from one beginning of a step to the next, for each of the three."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    collect_seconds: int = 300
    review_seconds: int = 60
    deliver_seconds: int = 15

    def __post_init__(self) -> None:
        """Raise ValueError for times that make no sense."""
        for name in ("collect_seconds", "review_seconds", "deliver_seconds"):
            if not 1 <= getattr(self, name) <= 86_400:
                raise ValueError(f"{name} is 1 to 86,400")


@dataclass(frozen=True, kw_only=True)
class WatchSettings:
    """``[watch]``: ``heartbeat_url`` is fetched after each complete run, so that silence alarms whoever watches it."""

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    heartbeat_url: str = ""
