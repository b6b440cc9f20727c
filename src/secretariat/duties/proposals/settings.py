"""``[proposals]``: where words about proposals go, and whom of the council they ring."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[proposals]``. What is left out is asked for by a task on the desk; nothing else depends on it.

    ``discord`` is the configured name of the council's place, which the council alone reads, ``announcements`` that of a place for everybody, where only the
    notice of a new proposal goes. ``[proposals.mentions]`` has for member ids the ids of their users on Discord, whom a
    message of their own rings where their contact reaches nobody alone. ``pioneer`` is the address of the app that links lead to.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    discord: str = ""
    announcements: str = ""
    pioneer: str = "https://pioneerapp.xyz"
    mentions: Mapping[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse settings that cannot be. Raises ValueError saying which."""
        if self.discord and self.discord == self.announcements:
            raise ValueError("discord and announcements are two places: the council's, and one for everybody")
        for member, user in self.mentions.items():
            if member < 0:
                raise ValueError(f"mentions: {member} is no member id")
            if not (user.isascii() and user.isdigit()):
                raise ValueError(f"mentions: the Discord user of member {member} is a number, in digits and quotes")
        users = list(self.mentions.values())
        if len(set(users)) < len(users):
            raise ValueError("mentions: two members have the same Discord user")

    def reaches(self, member: int) -> bool:
        """Tell whether a member can be rung, if their contact lets it."""
        return bool(self.discord) and member in self.mentions
