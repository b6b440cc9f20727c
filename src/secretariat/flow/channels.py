"""Channels: whether the settings have what an act needs to go where it is meant to go."""

from secretariat.config import FILE_NAME
from secretariat.desk.acts import Act
from secretariat.desk.file_names import why_no_name
from secretariat.errors import SecretariatError
from secretariat.flow.context import Context


class ChannelMissing(SecretariatError):
    """The settings have no such channel, or not this place of it."""


ALWAYS_ON = frozenset({"file"})
"""Channels that need no table: words for a folder, from which a person takes them."""


def check_configured(context: Context, act: Act) -> None:
    """Make sure that an act can go out at all. Raises ChannelMissing with what to add.

    A channel is on when it has a table. Discord's has its places in ``channels``, by the names that duties use.
    """
    settings = context.config.settings.get(act.channel)
    if settings is None and act.channel not in ALWAYS_ON:
        raise ChannelMissing(
            f"No channel {act.channel!r} is configured: add a table [{act.channel}] to {FILE_NAME} first. "
            "Nothing was changed."
        )
    if act.channel == "file" and act.destination.place and (wrong := why_no_name(act.destination.place)):
        raise ChannelMissing(f"{wrong}. Nothing was changed.")
    place, places = act.destination.place, getattr(settings, "channels", None)
    if places is not None and place not in places:
        known = ", ".join(sorted(places)) or "none"
        raise ChannelMissing(f"[{act.channel}] channels has no place {place!r}; it has: {known}. Nothing was changed.")
