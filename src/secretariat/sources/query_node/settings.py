"""What the configuration says of the query node: the section ``[query_node]``."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.clients.failures import asked_over_http

MOST_URLS = 2
NO_WEBSOCKET = "none"
MOST_ROWS = 50_000
"""Larger pages were served in practice; they only make answers that are lost whole when a connection breaks."""


@dataclass(frozen=True, kw_only=True)
class QueryNodeSettings:
    """Where the query node is and how it is asked. Checked when made; raises ValueError.

    ``urls`` are one address or two, of which the one that has come further is read. ``websocket`` serves the processor's
    state; left empty it is each address with wss for https, and ``none`` asks no such thing. ``page_size`` is in rows.
    Above ``lag_minutes`` behind the council time the source is stale. ``without_rows_of`` names lists of which rows without
    a readable id are left out; any other list with such a row is refused.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    urls: tuple[str, ...] = ("https://query.joystream.org/graphql",)
    websocket: str = ""
    page_size: int = 10_000
    lag_minutes: int = 60
    without_rows_of: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not 1 <= len(self.urls) <= MOST_URLS:
            raise ValueError(f"give one address or two in urls, not {len(self.urls)}")
        asked_over_http(self.urls)
        if self.websocket not in ("", NO_WEBSOCKET) and not self.websocket.startswith(("wss://", "ws://")):
            raise ValueError('websocket: give an address that begins with wss://, or "none", or nothing')
        if not 1 <= self.page_size <= MOST_ROWS:
            raise ValueError(f"page_size: give 1 to {MOST_ROWS:,} rows, not {self.page_size:,}")
        if self.lag_minutes < 1:
            raise ValueError(f"lag_minutes: give at least 1, not {self.lag_minutes}")
        if self.without_rows_of:
            _known(self.without_rows_of)


def _known(names: tuple[str, ...]) -> None:
    """Check names of lists. Raises ValueError that names the nearest known one."""
    from difflib import get_close_matches

    from secretariat.sources.query_node.growth import BAGS, BUCKETS
    from secretariat.sources.query_node.lists import BY_NAME

    known = [*BY_NAME, BAGS.name, BUCKETS.name]
    for name in names:
        if name not in known:
            near = get_close_matches(name, known, 1)
            meant = f"; did you mean {near[0]}?" if near else "; `secretariat sync --verbose` names every list."
            raise ValueError(f'without_rows_of: there is no list "{name}"{meant}')
