"""A worker that delivers until it is stopped: ``python -m tests.faults.delivering STORE API WEBHOOK``."""

import sys
import time
from datetime import UTC, datetime

from secretariat.clients.bounds import WireSettings
from secretariat.effects.chat.sender import DiscordSender
from secretariat.effects.chat.settings import DiscordSettings, Places
from secretariat.flow.deliver import Look, deliver
from secretariat.store.engine import connect

BOUNDS = WireSettings(connect_seconds=1, read_seconds=0.7, whole_seconds=1, attempts=1)


def main() -> None:
    """Deliver again and again; every item is still wanted."""
    store, api, webhook = sys.argv[1:]
    settings = DiscordSettings(channels={"council": "700000000000000001"}, api=api)
    sender = DiscordSender(places=Places(settings=settings, webhooks={"council": webhook}), wire=BOUNDS)
    engine = connect(store)
    while True:
        for _ in deliver(
            engine,
            {"discord": sender},
            lambda item: Look(verdict="send", text=item.act.text),
            lambda: datetime.now(UTC),  # noqa: TID251 - a worker of its own
        ):
            pass
        time.sleep(0.05)


if __name__ == "__main__":
    main()
