"""The tables ``[discord]`` and ``[telegram]`` of the configuration: the places that messages go to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar
from urllib.parse import urlsplit

from secretariat.desk.quiet import quiet_of

PLACE = re.compile(r"[a-z][a-z0-9_]*")
ID = re.compile(r"[0-9]{1,20}")
"""An id of Discord's: 64 bits in decimal digits."""
_WEBHOOK = re.compile(r"https?://\S+/webhooks/(\d+)/[\w-]+")


@dataclass(frozen=True, kw_only=True)
class DiscordSettings:
    """``[discord]``: ``channels`` has the id of each place's channel, ``api`` the service's address, ``quiet`` the quiet hours (UTC).

    Its secrets are in the environment: ``SECRETARIAT_DISCORD_WEBHOOK_<PLACE>`` for each place, and ``SECRETARIAT_DISCORD_BOT_TOKEN``
    for a bot that may read the channels' history. Without the bot, what is unconfirmed stays so until a person settles it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    BOT_VARIABLE: ClassVar[str] = "SECRETARIAT_DISCORD_BOT_TOKEN"
    """The variable that holds the bot's token."""

    channels: Mapping[str, str] = field(default_factory=dict)
    api: str = "https://discord.com/api/v10"
    quiet: str = ""

    @staticmethod
    def webhook_variable(place: str) -> str:
        """Name the variable that holds the webhook of a place."""
        return f"SECRETARIAT_DISCORD_WEBHOOK_{place.upper()}"

    def __post_init__(self) -> None:
        """Raise ValueError for places, channels and quiet hours that cannot be."""
        quiet_of(self.quiet)
        for place, channel in self.channels.items():
            if not PLACE.fullmatch(place):
                raise ValueError(f"channels: {place!r} is no name of a place: small letters, digits and underscores")
            if not ID.fullmatch(channel):
                raise ValueError(
                    f"channels: the id of {place} is digits in quotes, as Discord shows it in developer mode"
                )
        if not _private(self.api):
            raise ValueError("api begins with https://, for a secret is sent to it")


@dataclass(frozen=True, kw_only=True)
class Places:
    """The configured places with what lets us in: each one's webhook, and the token of the bot that reads."""

    settings: DiscordSettings
    webhooks: Mapping[str, str] = field(default_factory=dict, repr=False)
    bot_token: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Raise ValueError for webhooks that cannot be; the message does not show them."""
        for place, webhook in self.webhooks.items():
            if not _WEBHOOK.fullmatch(webhook) or not _private(webhook):
                raise ValueError(
                    f"the webhook of {place} is not one: copy its address, with https://, from the channel's integrations"
                )

    def webhook_id(self, place: str) -> str:
        """Give the number of a place's webhook: the author of what it posts."""
        found = _WEBHOOK.fullmatch(self.webhooks.get(place, ""))
        return found[1] if found else ""


def _private(address: str) -> bool:
    """Tell whether nobody between can read what is sent to an address: it is encrypted, or stays on this machine."""
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost", "::1"))


CHAT = re.compile(r"-?\d{1,20}|@[A-Za-z]\w{3,31}")
_BOT = re.compile(r"\d{1,20}:[\w-]+", re.ASCII)


@dataclass(frozen=True, kw_only=True)
class TelegramSettings:
    """``[telegram]``: ``channels`` has the id of each place's chat (or a public channel's ``@name``), ``api`` the service's address.

    ``quiet`` are the quiet hours (UTC).

    The bot's token is in the environment: ``SECRETARIAT_TELEGRAM_BOT_TOKEN``. A bot cannot read what was said in a chat: what is
    unconfirmed stays so until a person settles it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    BOT_VARIABLE: ClassVar[str] = "SECRETARIAT_TELEGRAM_BOT_TOKEN"
    """The variable that holds the bot's token."""

    channels: Mapping[str, str] = field(default_factory=dict)
    api: str = "https://api.telegram.org"
    quiet: str = ""

    def __post_init__(self) -> None:
        """Raise ValueError for places, chats and quiet hours that cannot be."""
        quiet_of(self.quiet)
        for place, chat in self.channels.items():
            if not PLACE.fullmatch(place):
                raise ValueError(f"channels: {place!r} is no name of a place: small letters, digits and underscores")
            if not CHAT.fullmatch(chat):
                raise ValueError(
                    f"channels: the chat of {place} is its id, digits in quotes, or a public channel's @name"
                )
        if not _private(self.api):
            raise ValueError("api begins with https://, for a secret is sent to it")


@dataclass(frozen=True, kw_only=True)
class Chats:
    """The configured chats with what lets us in: the bot's token."""

    settings: TelegramSettings
    bot_token: str = field(default="", repr=False)

    def __post_init__(self) -> None:
        """Raise ValueError for a token that cannot be; the message does not show it."""
        if self.bot_token and not _BOT.fullmatch(self.bot_token):
            raise ValueError(
                "the token of Telegram's bot is not one: digits, a colon and letters, as @BotFather gives it"
            )
