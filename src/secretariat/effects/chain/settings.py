"""What is configured about signing: ``[signing]`` in ``secretariat.toml``."""

from dataclasses import dataclass
from typing import ClassVar

LONGEST_WAIT = 3_600
MAINNET, MAINNET_WEBSOCKET = "mainnet", "wss://rpc.joystream.org"
"""The main network's name, and its public node for browsers."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[signing]``: acts for the chain are handed to a wallet when this table is there.

    ``apps`` is the page of polkadot-js apps and ``websocket`` the node's address for a browser, of which a link is made for people;
    neither is ever asked by this program. Without ``websocket`` it is the main network's public node there, and elsewhere no link is made;
    an empty one makes none anywhere.
    ``wait_seconds`` is how long ``sign --signature`` follows a transaction unless told otherwise.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    apps: str = "https://polkadot.js.org/apps/"
    websocket: str | None = None
    wait_seconds: int = 120

    def __post_init__(self) -> None:
        """Refuse what cannot work. Raises ValueError with words for the person."""
        if self.apps and not self.apps.startswith(("https://", "http://")):
            raise ValueError("apps is the address of a page, beginning with https://")
        if self.websocket and not self.websocket.startswith(("wss://", "ws://")):
            raise ValueError("websocket is an address that begins with wss:// or ws://")
        if not 0 <= self.wait_seconds <= LONGEST_WAIT:
            raise ValueError(f"wait_seconds is 0 to {LONGEST_WAIT:,}")
