"""``[guidance]``: where words about proposals for everybody go, where the guide pages are, and the office's own paragraphs."""

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[guidance]``. What is left out is asked for by a task on the desk; nothing else depends on it.

    ``discord`` is the configured name of a place for everybody. ``guides_url`` is the public address of the published guide pages (the
    folder ``guides`` of the site), for links; without one none are given. ``paragraphs`` names a file of paragraphs
    (``docs/contracts/guide-paragraphs.md``). The bulletin of a term is drafted ``bulletin_after`` blocks after its first one.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    discord: str = ""
    guides_url: str = ""
    paragraphs: str = ""
    bulletin_after: int = 57_600

    def __post_init__(self) -> None:
        """Refuse settings that cannot be. Raises ValueError saying which."""
        if self.guides_url and not self.guides_url.startswith(("https://", "http://")):
            raise ValueError("guides_url is an address that begins with https:// or http://")
        if self.bulletin_after < 0:
            raise ValueError("bulletin_after is a number of blocks, 0 or more; a day is 14400")
