"""Channels: whether the settings have what an act needs to go where it is meant to go."""

from secretariat.desk.acts import Act
from secretariat.errors import SecretariatError
from secretariat.flow.context import Context


class ChannelMissing(SecretariatError):
    """The settings have no such channel, or not this place of it."""


def check_configured(context: Context, act: Act) -> None:
    """Make sure that an act can go out at all. Raises ChannelMissing with the table to add.

    A channel is on when it has a table. One with places has them in ``channels``, by the names that duties use. Files need no table.
    """
    if act.channel == "file":
        return
    settings = context.config.settings.get(act.channel)
    if settings is None:
        raise ChannelMissing(
            f"No channel {act.channel!r} is configured: add a table [{act.channel}] to secretariat.toml first. "
            "Nothing was changed."
        )
    place, places = act.destination.place, getattr(settings, "channels", None)
    if place and places is not None and place not in places:
        known = ", ".join(sorted(places)) or "none"
        raise ChannelMissing(f"[{act.channel}] has no place {place!r}; it knows: {known}. Nothing was changed.")
