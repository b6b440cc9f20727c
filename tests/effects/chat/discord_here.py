"""A Discord on loopback for tests: the practice network's, with faults in front of it."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from secretariat.clients.bounds import WireSettings
from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.serving import Server, serve
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.discord import Discord
from secretariat.effects.chat.settings import DiscordSettings, Places

CHANNEL, WEBHOOK, TOKEN, BOT = "700000000000000001", "800000000000000001", "secret-token", "bot-token"
QUICK = WireSettings(connect_seconds=2, read_seconds=2, whole_seconds=3, attempts=1)


@dataclass(frozen=True, kw_only=True)
class Here:
    """The server, what arrived there, and the places that send to it."""

    server: Server
    arrived: Arrived
    places: Places

    @property
    def texts(self) -> list[str]:
        """List the texts that arrived, oldest first."""
        return [one.text for one in self.arrived.of("discord")]


def posts(kind: str, *, nth: int = 1, times: int = 1, **more: object) -> Planned:
    """Plan a fault of the webhook."""
    fault = Fault(kind=kind, **more)  # type: ignore[arg-type]
    return Planned(match=Match(server="discord", method="POST"), nth=nth, times=times, fault=fault)


@contextmanager
def discord_here(faults: Sequence[Planned] = (), *, bot: bool = True) -> Iterator[Here]:
    """Serve it, and stop it at the end."""
    arrived = Arrived(lambda: time.time_ns() // 1_000_000)
    handler = Discord(arrived, {WEBHOOK: (TOKEN, CHANNEL)}, BOT)
    server = serve("discord", handler, faults=Faults(faults))
    api = f"{server.url}/api/v10"
    places = Places(
        settings=DiscordSettings(channels={"council": CHANNEL}, api=api),
        webhooks={"council": f"{api}/webhooks/{WEBHOOK}/{TOKEN}"},
        bot_token=BOT if bot else "",
    )
    try:
        yield Here(server=server, arrived=arrived, places=places)
    finally:
        server.close()
