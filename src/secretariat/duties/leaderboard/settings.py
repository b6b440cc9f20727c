"""``[leaderboard]``: where the post of each ended term goes; tables are published with or without it."""

from dataclasses import dataclass
from typing import ClassVar

COUNCIL = "{council}"


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[leaderboard]``. What is left out is asked for by a task on the desk; nothing else depends on it.

    ``discord`` is the configured name of the place for everybody. ``forum_category`` is the category of the term's thread, ``member``
    the membership that opens it, ``thread_authors`` further members whose threads count. ``title`` is the thread's title and holds
    ``{council}``. ``site`` is the public address of the published folder, to which the post links. ``pioneer`` is the address of the app
    that links to threads lead to.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    discord: str = ""
    forum_category: int | None = None
    member: int | None = None
    thread_authors: tuple[int, ...] = ()
    title: str = "Council {council}: the term in figures"
    site: str = ""
    pioneer: str = "https://pioneerapp.xyz"

    def __post_init__(self) -> None:
        """Refuse settings that cannot be. Raises ValueError saying which."""
        if COUNCIL not in self.title:
            raise ValueError(f"title must hold {COUNCIL}, or the threads of two councils have one title")
        if self.site and not self.site.startswith(("https://", "http://")):
            raise ValueError("site is an address that begins with https://, that of the folder which publish writes")

    @property
    def authors(self) -> frozenset[int]:
        """Give the members whose threads count."""
        return frozenset(self.thread_authors) | (frozenset() if self.member is None else {self.member})
