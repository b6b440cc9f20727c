"""Channels: whether the settings have what an act needs to go where it is meant to go."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import UTC, tzinfo
from typing import cast
from zoneinfo import ZoneInfo

from secretariat.config import FILE_NAME
from secretariat.desk.contacts import Reach, address_by, member_of, not_there, shared_by
from secretariat.desk.file_names import why_no_name
from secretariat.errors import SecretariatError
from secretariat.flow.context import Context
from secretariat.store.contacts import contacts_kept
from secretariat.store.engine import reading


class ChannelMissing(SecretariatError):
    """The settings have no such channel, or not this place of it."""


ALWAYS_ON = frozenset({"file"})
"""Channels that need no table: words for a folder, from which a person takes them."""


def check_configured(context: Context, channel: str, place: str) -> None:
    """Make sure that the settings know a channel and its place. Raises ChannelMissing with what to add, or the places there are.

    A channel is on when it has a table. Discord's has its places in ``channels``, by the names that duties use.
    """
    settings = context.config.settings.get(channel)
    if settings is None and channel not in ALWAYS_ON:
        raise ChannelMissing(
            f"No channel {channel!r} is configured: add a table [{channel}] to {FILE_NAME} first. Nothing was changed."
        )
    if channel == "file" and place and (wrong := why_no_name(place)):
        raise ChannelMissing(f"{wrong}. Nothing was changed.")
    member = member_of(place)
    if member is not None and channel in ("telegram", "email"):
        if not address_of(context, cast("Reach", channel), member):
            raise ChannelMissing(f"{not_there(channel, place)} Nothing was changed.")
        return
    places = getattr(settings, "channels", None)
    if places is not None and place not in places:
        known = ", ".join(f"{channel}/{one}" for one in sorted(places)) or "none"
        raise ChannelMissing(
            f"[{channel}] channels has no place {place!r}; these are configured: {known}. Nothing was changed."
        )


def check_not_a_duty_s(context: Context, channel: str, place: str) -> None:
    """Make sure that a person's own words do not replace a file that a duty keeps. Raises ChannelMissing, naming the setting.

    The names of such files are the settings that end in ``_file``, and those of ``[digests] community``. They are compared without case, as some file systems do.
    """
    for table, key, kept in _files_kept(context) if channel == "file" else ():
        if kept.casefold() == place.casefold():
            raise ChannelMissing(
                f"file/{place} is kept by the desk itself: [{table}] {key} names it, and these words would replace it. "
                "Give another name. Nothing was changed."
            )


def _files_kept(context: Context) -> Iterator[tuple[str, str, str]]:
    """Give table, key and name of each file that a duty keeps."""
    for table, settings in context.config.settings.items():
        for one in fields(settings) if is_dataclass(settings) else ():
            kept = getattr(settings, one.name)
            if one.name.endswith("_file") and isinstance(kept, str):
                yield table, one.name, kept
    for channel, name in getattr(context.config.settings.get("digests"), "places", ()):
        if channel == "file":
            yield "digests", "community", name


def channels_on(context: Context) -> Mapping[Reach, bool]:
    """Tell which channels to a person the settings have."""
    on = context.config.settings
    return {"discord": "discord" in on, "telegram": "telegram" in on, "email": "email" in on}


def address_of(context: Context, reach: Reach, member: int) -> str:
    """Give a member's address on a channel by their contact as it is now; empty where none may be used."""
    with reading(context.engine) as connection:
        kept = {one.contact.member_id: one.contact for one in contacts_kept(connection)}
    return address_by(kept.get(member), reach, shared_by(kept.values()))


def zone_of(context: Context, place: str) -> tzinfo:
    """Give the time zone of the member whom a place means by their contact; UTC for any other place, and where none is known here."""
    member = member_of(place)
    if member is None:
        return UTC
    with reading(context.engine) as connection:
        kept = {one.contact.member_id: one.contact for one in contacts_kept(connection)}
    try:
        return ZoneInfo(kept[member].time_zone) if member in kept and kept[member].time_zone else UTC
    except (KeyError, OSError, ValueError):  # this machine's list of zones has no such one, or is none
        return UTC
