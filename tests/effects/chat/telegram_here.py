"""A Telegram on loopback for tests: the practice network's, with faults in front of it."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from secretariat.devnet.faults import Fault, Faults, Match, Planned
from secretariat.devnet.serving import Server, serve
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.sinks.telegram import Telegram
from secretariat.effects.chat.settings import Chats, TelegramSettings

CHAT, TOKEN = "-1001", "123:secret-token"


@dataclass(frozen=True, kw_only=True)
class Here:
    """The server, what arrived there, and the chats that send to it."""

    server: Server
    arrived: Arrived
    chats: Chats

    @property
    def texts(self) -> list[str]:
        """List the texts that arrived, oldest first."""
        return [one.text for one in self.arrived.of("telegram")]


def posts(kind: str, *, nth: int = 1, times: int = 1, **more: object) -> Planned:
    """Plan a fault of the bot's posts."""
    fault = Fault(kind=kind, **more)  # type: ignore[arg-type]
    return Planned(match=Match(server="telegram", method="POST"), nth=nth, times=times, fault=fault)


@contextmanager
def telegram_here(faults: Sequence[Planned] = ()) -> Iterator[Here]:
    """Serve it, and stop it at the end."""
    arrived = Arrived(lambda: time.time_ns() // 1_000_000)
    server = serve("telegram", Telegram(arrived, TOKEN, [CHAT]), faults=Faults(faults))
    settings = TelegramSettings(channels={"council": CHAT, "gone": "-1002"}, api=server.url)
    try:
        yield Here(server=server, arrived=arrived, chats=Chats(settings=settings, bot_token=TOKEN))
    finally:
        server.close()
