"""The secrets that the desk works with, by the names of their settings: who takes the office over makes them new."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from secretariat.config import secret_variable
from secretariat.flow.context import SECRETS, Context

ADDRESSES: Mapping[tuple[str, str], str] = {
    ("store", "url"): "the store's address, with its password",
    ("prices", "address"): "the address of exchange rates, with its key",
    ("chain", "urls"): "the nodes' addresses, with their key",
    ("query_node", "urls"): "the query nodes' addresses, with their key",
    ("query_node", "websocket"): "the query node's websocket, with its key",
    ("watch", "heartbeat_url"): "the address of the heartbeat: who knows it can pretend that the desk is well",
}
"""Settings that are addresses, and what one is that lets its bearer in."""


@dataclass(frozen=True, kw_only=True, slots=True)
class HeldSecret:
    """One secret, never its value: the environment's variable or the setting that holds it, and what it is.

    ``here`` is false for a variable that the settings call for and the environment that was looked at does not have: the desk may be
    served and run elsewhere.
    """

    name: str
    what: str
    here: bool

    @property
    def line(self) -> str:
        """Give it as one line."""
        return f"{self.name}: {self.what}{'' if self.here else ' (not set where this was asked)'}"


def secrets_held(context: Context, environment: Mapping[str, str] = os.environ) -> tuple[HeldSecret, ...]:
    """List the secrets that the settings and the environment give to the desk."""
    kinds = (_of_discord, _of_telegram, _of_email, _addresses)
    return tuple(one for kind in kinds for one in kind(context, environment))


def _of_discord(context: Context, environment: Mapping[str, str]) -> Iterator[HeldSecret]:
    settings = context.config.settings.get("discord")
    if settings is None:
        return
    for place in sorted(settings.channels):
        yield _variable(settings.webhook_variable(place), f"the webhook of Discord's place {place}", environment)
    yield _variable(settings.BOT_VARIABLE, "the token of Discord's bot, if the desk has one", environment)


def _of_telegram(context: Context, environment: Mapping[str, str]) -> Iterator[HeldSecret]:
    settings = context.config.settings.get("telegram")
    if settings is not None:
        yield _variable(settings.BOT_VARIABLE, "the token of Telegram's bot", environment)


def _of_email(context: Context, environment: Mapping[str, str]) -> Iterator[HeldSecret]:
    settings = context.config.settings.get("email")
    if settings is not None and settings.user:
        yield _variable(settings.PASSWORD_VARIABLE, "the password of the server that takes our mail", environment)


def _addresses(context: Context, environment: Mapping[str, str]) -> Iterator[HeldSecret]:
    for (table, key), what in ADDRESSES.items():
        variable = secret_variable(table, key) if SECRETS.get(table) == key else ""
        if variable and (variable in environment or f"{variable}_FILE" in environment):
            yield _variable(variable, what, environment)
        elif any(_lets_in(table, one) for one in _values(context.config.settings.get(table), key)):
            yield HeldSecret(name=f"[{table}] {key}", what=what, here=True)


def _variable(name: str, what: str, environment: Mapping[str, str]) -> HeldSecret:
    in_file = not environment.get(name) and bool(environment.get(f"{name}_FILE"))
    found = f"{name}_FILE" if in_file else name
    return HeldSecret(name=found, what=what, here=bool(environment.get(found)))


def _values(settings: Any, key: str) -> tuple[str, ...]:
    value = getattr(settings, key, "")
    return tuple(value) if isinstance(value, tuple) else (value,)


def _lets_in(table: str, address: str) -> bool:
    """Tell whether an address lets its bearer in: it has a password or a query string, or is the heartbeat's."""
    if table == "watch" or not address:
        return bool(address)
    parts = urlsplit(address)
    return "@" in parts.netloc or bool(parts.query and not parts.scheme.startswith("sqlite"))
