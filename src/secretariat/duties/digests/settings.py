"""``[digests]``: who gets digests, where those for everybody go, and how many blocks lie between two."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.desk.acts import Channel
from secretariat.desk.file_names import why_no_name
from secretariat.desk.steps import DAY_BLOCKS

CHANNELS: tuple[Channel, ...] = ("discord", "telegram", "email", "file")
SHORTEST = 3_600


@dataclass(frozen=True, kw_only=True)
class Settings:
    """``[digests]``. ``council`` and ``leads`` tell whether council members and leads of working groups get a digest of their own.

    Theirs go by their contact (``secretariat contacts``), on Telegram or by e-mail. ``community`` are the places of the one for everybody:
    ``discord/PLACE``, ``telegram/PLACE``, ``email/PLACE``, ``file/NAME``. A digest's day has ``every`` blocks, counted from block 0. ``pioneer``
    is the address of the app that links lead to.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    council: bool = True
    leads: bool = True
    community: tuple[str, ...] = ()
    every: int = DAY_BLOCKS
    pioneer: str = "https://pioneerapp.xyz"

    def __post_init__(self) -> None:
        """Refuse settings that cannot be. Raises ValueError saying which."""
        if self.every < SHORTEST:
            raise ValueError(f"every is a number of blocks, {SHORTEST} or more; a day is {DAY_BLOCKS}")
        if len(set(self.community)) < len(self.community):
            raise ValueError("community names a place twice: it would be told everything twice")
        for place in self.community:
            if wrong := _wrong(place):
                raise ValueError(f"community: {wrong}")

    @property
    def places(self) -> tuple[tuple[Channel, str], ...]:
        """Give channel and place of each of ``community``."""
        parted = ((one.partition("/")[0], one.partition("/")[2]) for one in self.community)
        return tuple((channel, place) for name, place in parted for channel in CHANNELS if channel == name)


def _wrong(place: str) -> str:
    channel, _, name = place.partition("/")
    if channel not in CHANNELS or not name:
        return f"{place!r} is no place; write discord/PLACE, telegram/PLACE, email/PLACE or file/NAME"
    if channel == "file":
        return why_no_name(name)
    return f"{place!r} is one person; a digest for everybody goes to a place" if "/" in name else ""
