"""Addresses of people: what can be one, by channel."""

import re

_EMAIL = re.compile(
    r"(?=.{3,254}\Z)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9][A-Za-z0-9-]{0,61}[A-Za-z0-9]"
)
"""RFC 5321's mailbox without quoted local parts, addresses of machines by number and letters beyond ASCII, which few servers take."""

LONGEST_LOCAL = 64


def is_email(text: str) -> bool:
    """Tell whether a text can be an e-mail address; none with spaces, line ends or signs that end a header is."""
    return bool(_EMAIL.fullmatch(text)) and len(text.partition("@")[0]) <= LONGEST_LOCAL


LARGEST_DISCORD_ID = 2**64 - 1
"""Discord's ids are snowflakes of 64 bits (its documentation, under "Reference")."""


def is_discord_id(text: str) -> bool:
    """Tell whether a text can be the id of somebody on Discord: 17 to 20 digits, as developer mode shows it, of 64 bits at most."""
    return bool(re.fullmatch(r"[1-9][0-9]{16,19}", text)) and int(text) <= LARGEST_DISCORD_ID


def is_telegram(text: str) -> bool:
    """Tell whether a text can name somebody on Telegram: the id of the chat with them, or ``@name``."""
    return is_telegram_person(text) or bool(re.fullmatch(r"@[A-Za-z][A-Za-z0-9_]{3,31}", text))


def is_telegram_person(text: str) -> bool:
    """Tell whether a text can be the id of the chat with one person, which a bot may write to once they have written to it.

    Ids below nought are those of groups and channels, where many read (https://core.telegram.org/api/bots/ids): a place can have one, a
    person never.
    """
    return bool(re.fullmatch(r"[1-9][0-9]{0,19}", text))
