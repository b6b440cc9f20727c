"""Which secrets are named when the office changes hands, by tables of settings and environments."""

from typing import Any

import pytest
from sqlalchemy import create_engine

from secretariat.config import Config, StoreSettings
from secretariat.effects.chat.settings import DiscordSettings, TelegramSettings
from secretariat.effects.mail.settings import EmailSettings
from secretariat.flow.context import Context
from secretariat.flow.run_settings import WatchSettings
from secretariat.flow.secrets_held import secrets_held
from secretariat.flow.senders import places_of
from secretariat.sources.chain.settings import Settings as ChainSettings
from secretariat.sources.prices.settings import Settings as PricesSettings

DISCORD = DiscordSettings(channels={"desk": "1", "council": "2"})
CANARY = "canary-secret"
MAIL: dict[str, Any] = {"host": "mail.example.org", "sender": "secretary@example.org"}


def named(settings: dict[str, Any], environment: dict[str, str]) -> list[tuple[str, bool]]:
    context = Context(config=Config(settings=settings), engine=create_engine("sqlite://"))
    found = secrets_held(context, environment)
    assert not [one for one in found if CANARY in one.line]
    return [(one.name, one.here) for one in found]


@pytest.mark.parametrize(
    ("settings", "environment", "expected"),
    [
        ({}, {}, []),
        ({}, {"SECRETARIAT_DISCORD_BOT_TOKEN": CANARY}, []),  # the desk does not use it
        (
            {"discord": DISCORD},
            {"SECRETARIAT_DISCORD_WEBHOOK_DESK": CANARY, "SECRETARIAT_DISCORD_BOT_TOKEN_FILE": "/run/token"},
            [
                ("SECRETARIAT_DISCORD_WEBHOOK_COUNCIL", False),
                ("SECRETARIAT_DISCORD_WEBHOOK_DESK", True),
                ("SECRETARIAT_DISCORD_BOT_TOKEN_FILE", True),
            ],
        ),
        ({"telegram": TelegramSettings()}, {"SECRETARIAT_TELEGRAM_BOT_TOKEN": CANARY}, [("SECRETARIAT_TELEGRAM_BOT_TOKEN", True)]),
        ({"email": EmailSettings(**MAIL)}, {}, []),
        ({"email": EmailSettings(**MAIL, user="desk")}, {"SECRETARIAT_EMAIL_PASSWORD": CANARY}, [("SECRETARIAT_EMAIL_PASSWORD", True)]),
        ({"store": StoreSettings(url="sqlite:///x.db?timeout=5")}, {}, []),
        ({"store": StoreSettings(url=f"postgresql+psycopg://desk:{CANARY}@db/desk")}, {}, [("[store] url", True)]),
        ({"store": StoreSettings(url=f"postgresql+psycopg://db/desk?password={CANARY}")}, {}, [("[store] url", True)]),
        ({"store": StoreSettings(url="x")}, {"SECRETARIAT_STORE_URL": CANARY}, [("SECRETARIAT_STORE_URL", True)]),
        ({"store": StoreSettings(url="x")}, {"SECRETARIAT_STORE_URL_FILE": "f"}, [("SECRETARIAT_STORE_URL_FILE", True)]),
        ({"prices": PricesSettings(address=f"https://x.example/p?key={CANARY}")}, {}, [("[prices] address", True)]),
        ({"prices": PricesSettings(address="https://x.example/p.json")}, {}, []),
        ({"prices": PricesSettings(file="rates.csv")}, {}, []),
        ({"chain": ChainSettings(urls=("https://a.example", f"https://me:{CANARY}@b.example"))}, {}, [("[chain] urls", True)]),
        ({"chain": ChainSettings()}, {}, []),
        ({"watch": WatchSettings(heartbeat_url=f"https://hc.example/{CANARY}")}, {}, [("[watch] heartbeat_url", True)]),
        ({"watch": WatchSettings()}, {}, []),
    ],
)  # fmt: skip
def test_what_lets_its_bearer_in_is_named(
    settings: dict[str, Any], environment: dict[str, str], expected: list[tuple[str, bool]]
) -> None:
    assert named(settings, environment) == expected


def test_the_names_are_those_that_sending_reads() -> None:
    environment = {name: "https://discord.com/api/webhooks/1/x" for name, _ in named({"discord": DISCORD}, {})}
    places = places_of(DISCORD, environment)
    assert set(places.webhooks) == set(DISCORD.channels)
    assert places.bot_token
