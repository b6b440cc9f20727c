"""What the configuration says of the query node: the section ``[query_node]``."""

from dataclasses import dataclass

from secretariat.errors import SecretariatError

MOST_URLS = 2
MOST_ROWS = 50_000
"""Larger pages were served in practice; they only make answers that are lost whole when a connection breaks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class QueryNodeSettings:
    """Where the query node is and how it is asked. Checked when made; raises SecretariatError.

    ``urls`` are one address or two that are compared. ``websocket`` serves the processor's state. ``page_size`` is in
    rows. Above ``lag_minutes`` behind the council time the source is stale.
    """

    urls: tuple[str, ...] = ("https://query.joystream.org/graphql",)
    websocket: str | None = "wss://query.joystream.org/graphql"
    page_size: int = 1_000
    lag_minutes: int = 60

    def __post_init__(self) -> None:
        if not 1 <= len(self.urls) <= MOST_URLS:
            raise SecretariatError(f"[query_node] urls: give one address or two, not {len(self.urls)}.")
        if not 1 <= self.page_size <= MOST_ROWS:
            raise SecretariatError(f"[query_node] page_size: give 1 to {MOST_ROWS:,} rows, not {self.page_size:,}.")
        if self.lag_minutes < 1:
            raise SecretariatError(f"[query_node] lag_minutes: give at least 1, not {self.lag_minutes}.")
