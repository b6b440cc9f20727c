"""What a run stands on: the clock, the settings, the person, the store."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from secretariat import config
from secretariat.clients.bounds import WireSettings
from secretariat.errors import SecretariatError
from secretariat.facts.moments import Moment, moment_of
from secretariat.flow.places import check_places
from secretariat.sources.chain.settings import Settings as ChainSettings
from secretariat.sources.prices.settings import Settings as PricesSettings
from secretariat.sources.query_node.settings import QueryNodeSettings

if TYPE_CHECKING:
    from sqlalchemy import Engine

TABLES: Mapping[str, config.Table] = {
    **config.TABLES,
    "people": config.Later(module="secretariat.flow.people", name="PEOPLE"),
    "desk": config.Later(module="secretariat.desk.people", name="DeskSettings"),
    "elections": config.Later(module="secretariat.duties.elections.settings"),
    "proposals": config.Later(module="secretariat.duties.proposals.settings"),
    "terms": config.Later(module="secretariat.duties.terms.settings"),
    "guidance": config.Later(module="secretariat.duties.guidance.settings"),
    "forum": config.Later(module="secretariat.duties.forum.settings"),
    "digests": config.Later(module="secretariat.duties.digests.settings"),
    "leaderboard": config.Later(module="secretariat.duties.leaderboard.settings"),
    "wire": WireSettings,
    "chain": ChainSettings,
    "query_node": QueryNodeSettings,
    "prices": PricesSettings,
    "discord": config.Later(module="secretariat.effects.chat.settings", name="DiscordSettings"),
    "telegram": config.Later(module="secretariat.effects.chat.settings", name="TelegramSettings"),
    "email": config.Later(module="secretariat.effects.mail.settings", name="EmailSettings"),
    "files": config.Later(module="secretariat.effects.files", name="FilesSettings"),
    "contacts": config.Later(module="secretariat.flow.contacts_settings", name="ContactsSettings"),
    "run": config.Later(module="secretariat.flow.run_settings", name="RunSettings"),
    "watch": config.Later(module="secretariat.flow.run_settings", name="WatchSettings"),
    "web": config.Later(module="secretariat.flow.web_settings", name="WebSettings"),
    "signing": config.Later(module="secretariat.effects.chain.settings"),
}
"""Every table that ``secretariat.toml`` may have: the store's, the desk's and its people's, the bounds of requests, and one for each
source and effect, which is on when it is there."""

SECRETS: Mapping[str, str] = {**config.SECRETS, "prices": "address"}
"""The keys that the environment may give instead, for an address may hold a password or a key."""


class PersonUnknown(SecretariatError):
    """A decision needs to know who makes it."""


def machine_time() -> str:
    """Give the machine's time in UTC, ISO 8601 to the second."""
    return moment_of(datetime.now(UTC))  # noqa: TID251 - the one place that reads the clock


@dataclass(frozen=True, kw_only=True)
class Context:
    """The settings and the open store of one run, and the machine's clock: what gives its time in UTC, to the second.

    ``person`` names who acts, where a page knows it; a command leaves it empty, and the environment names them.
    """

    config: config.Config
    engine: "Engine"
    clock: Callable[[], str] = machine_time
    person: str = ""

    def machine_now(self) -> Moment:
        """Give the machine's time."""
        return Moment(self.clock())


def open_context(config_path: Path | None = None, *, writes: bool = True) -> Context:
    """Read the settings (``secretariat.toml`` here unless named) and open the store.

    A command that only reads (``writes`` False) makes no store where there is none: it sees an empty one.
    Raises ConfigWrong and StoreUnusable with what to do.
    """
    settings = read_settings(config_path)
    url = settings.store.url
    return Context(config=settings, engine=open_store_at(url if writes or store_exists(url) else "sqlite://"))


def read_settings(config_path: Path | None = None) -> config.Config:
    """Read the settings, with the secrets that the environment gives. Raises ConfigWrong with what to do."""
    chosen = config_path or Path(os.environ.get("SECRETARIAT_CONFIG", config.FILE_NAME))
    if config_path is not None and not config_path.exists():
        raise config.ConfigWrong(f"There is no configuration file {config_path}.")
    found = config.with_secrets(config.load(chosen, TABLES), os.environ, TABLES, SECRETS)
    check_places(found.settings)
    return found


def settings_that_fit() -> tuple[config.Config, tuple[config.ConfigWrong, ...]]:
    """Read the settings that can be used, and give what ``read_settings`` would raise of the others."""
    chosen = Path(os.environ.get("SECRETARIAT_CONFIG", config.FILE_NAME))
    found, wrong = config.load_what_fits(chosen, TABLES)
    try:
        found = config.with_secrets(found, os.environ, TABLES, SECRETS)
        check_places(found.settings)
    except config.ConfigWrong as error:
        wrong = (*wrong, error)
    return found, wrong


def store_exists(url: str) -> bool:
    """Tell whether the store is there already; a server's is taken to be."""
    from secretariat.store.engine import sqlite_file

    file = sqlite_file(url)
    return file is None or file.exists()


def open_store_at(url: str) -> "Engine":
    """Open the store at a database address. Raises StoreUnusable with what to do."""
    from secretariat.store.engine import open_store

    return open_store(url)


def close_stores() -> None:
    """Close every store that was opened, for a program that runs one command after the other; it opens anew when it is used."""
    from secretariat.store import engine

    engine.close_stores()


def person() -> str:
    """Name who is deciding: ``SECRETARIAT_PERSON``. Raises PersonUnknown when it is not set."""
    name = os.environ.get("SECRETARIAT_PERSON", "").strip()
    if not name:
        raise PersonUnknown(
            "Say who decides; the journal keeps the name: export SECRETARIAT_PERSON=your-name and run this again."
        )
    return name
