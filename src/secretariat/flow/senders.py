"""The channels that are configured, each with what sends on it."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from secretariat.clients.bounds import WireSettings
from secretariat.config import ConfigWrong, secret_of
from secretariat.effects.chat.sender import DiscordSender, TelegramSender
from secretariat.effects.chat.settings import Chats, DiscordSettings, Places, TelegramSettings
from secretariat.effects.files import FileSender, FilesSettings
from secretariat.effects.mail.sender import EmailSender
from secretariat.effects.mail.settings import EmailSettings
from secretariat.flow.channels import ChannelMissing, address_of
from secretariat.flow.context import Context
from secretariat.flow.deliver import Sender


def senders(context: Context, environment: Mapping[str, str] = os.environ) -> Mapping[str, Sender]:
    """Give what sends on every configured channel, secrets from the environment included.

    Raises ConfigWrong for a secret that cannot be read or does not fit.
    """
    found: dict[str, Sender] = {}
    settings = context.config.settings
    wire: WireSettings = settings.get("wire", WireSettings())
    if "discord" in settings:
        found["discord"] = DiscordSender(places=places_of(settings["discord"], environment), wire=wire)
    if "telegram" in settings:
        chats = chats_of(settings["telegram"], environment)
        found["telegram"] = TelegramSender(chats=chats, wire=wire, chat_of=partial(address_of, context, "telegram"))
    if "email" in settings:
        email: EmailSettings = settings["email"]
        password = secret_of(email.PASSWORD_VARIABLE, environment)
        by_member = partial(address_of, context, "email")
        found["email"] = EmailSender(settings=email, wire=wire, password=password, address_of=by_member)
    found["file"] = FileSender(settings=_files(settings))
    return found


def files_folder(settings: Mapping[str, Any]) -> Path:
    """Give the folder that approved words of the channel ``file`` are written into, as the settings name it."""
    return Path(_files(settings).folder)


def _files(settings: Mapping[str, Any]) -> FilesSettings:
    found: FilesSettings = settings.get("files", FilesSettings())
    return found


def check_has_way_in(context: Context, channel: str, place: str, environment: Mapping[str, str] = os.environ) -> None:
    """Make sure that what lets the desk into a channel's place is there. Raises ChannelMissing, and ConfigWrong as ``senders`` does."""
    settings = context.config.settings.get(channel)
    if channel == "telegram" and settings is not None and not chats_of(settings, environment).bot_token:
        raise ChannelMissing(_no_way_in(f"telegram/{place}", "the bot has no token", settings.BOT_VARIABLE))
    if channel == "email" and settings is not None and not _can_sign_in(settings, environment):
        raise ChannelMissing(_no_way_in(f"email/{place}", "there is no password", settings.PASSWORD_VARIABLE))
    if channel != "discord" or settings is None:
        return
    if not places_of(settings, environment).webhooks.get(place):
        raise ChannelMissing(_no_way_in(f"discord/{place}", "it has no webhook", settings.webhook_variable(place)))


def _can_sign_in(settings: EmailSettings, environment: Mapping[str, str]) -> bool:
    return not settings.user or bool(secret_of(settings.PASSWORD_VARIABLE, environment))


def _no_way_in(channel: str, why: str, variable: str) -> str:
    return (
        f"The channel {channel} is not configured: {why}. Set {variable} where this runs and where `secretariat run` does. "
        "Nothing was changed."
    )


def places_of(settings: DiscordSettings, environment: Mapping[str, str]) -> Places:
    """Give the places with each one's webhook and the bot's token. Raises ConfigWrong."""
    webhooks = {
        place: found
        for place in settings.channels
        if (found := secret_of(settings.webhook_variable(place), environment))
    }
    token = secret_of(settings.BOT_VARIABLE, environment)
    try:
        return Places(settings=settings, webhooks=webhooks, bot_token=token)
    except ValueError as error:
        raise ConfigWrong(f"[discord]: {error}.") from error


def chats_of(settings: TelegramSettings, environment: Mapping[str, str]) -> Chats:
    """Give Telegram's chats with the bot's token. Raises ConfigWrong."""
    try:
        return Chats(settings=settings, bot_token=secret_of(settings.BOT_VARIABLE, environment))
    except ValueError as error:
        raise ConfigWrong(f"[telegram]: {error}.") from error
