"""Places: what the tables of duties call places of a channel, held against the channel's own table."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from secretariat.config import ConfigWrong

NAMED_IN: tuple[tuple[str, str], ...] = (
    ("elections", "discord"),
    ("terms", "discord"),
    ("proposals", "discord"),
    ("proposals", "announcements"),
    ("guidance", "discord"),
    ("forum", "discord"),
)
"""Table and key of the settings that name a place on Discord."""


def named(settings: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Give table, key and place of each setting that names a place on Discord."""
    for table, key in NAMED_IN:
        place = getattr(settings.get(table), key, "")
        if place:
            yield table, key, place


def check_places(settings: Mapping[str, Any]) -> None:
    """Refuse settings that name a place which ``[discord]`` does not have: words for it could never be approved.

    Where the table is off, its places are not known; doctor tells of that. Raises ConfigWrong with the places there are.
    """
    discord = settings.get("discord")
    if discord is None:
        return
    for table, key, place in named(settings):
        if place not in discord.channels:
            near = get_close_matches(place, list(discord.channels), n=1)
            known = ", ".join(sorted(discord.channels)) or "none"
            mean = f" Did you mean {near[0]!r}?" if near else ""
            raise ConfigWrong(
                f"[{table}] {key}: [discord] channels has no place {place!r}; these are configured: {known}.{mean} "
                "Add it with the id of its channel, or name another."
            )
