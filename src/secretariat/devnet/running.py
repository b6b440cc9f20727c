"""A practice network on its addresses: every server, the pace, and the file that tells others where it is."""

import json
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from secretariat.devnet.control import Control
from secretariat.devnet.faults import Faults
from secretariat.devnet.network import Network, Pace
from secretariat.devnet.node.rpc import JsonRpc
from secretariat.devnet.query_node.server import responding, upgrading
from secretariat.devnet.serving import LOOPBACK, Handler, Server, Upgrade, serve
from secretariat.devnet.sinks.discord import Discord
from secretariat.devnet.sinks.heartbeat import Heartbeat
from secretariat.devnet.sinks.mail import serve_mail
from secretariat.devnet.sinks.telegram import Telegram
from secretariat.devnet.wallet_server import WalletServer

FILE_NAME = "devnet.json"
CHANNELS = {"announcements": "900000000000000001", "council": "900000000000000002", "desk": "900000000000000003"}
"""The channels of the practice Discord, by what they are for."""

WEBHOOKS = {name: f"8{channel[1:]}" for name, channel in CHANNELS.items()}
"""The id of each channel's webhook."""

TOKEN = "practice"  # noqa: S105 - known to everybody, and good for nothing
TELEGRAM_TOKEN, TELEGRAM_CHAT = "1:practice", "-1001"
SERVERS = ("control", "node", "query-node", "discord", "telegram", "heartbeat", "mail", "wallet")
"""In the order of their ports, where a first one is given; and the names by which faults know them."""


@dataclass(frozen=True, kw_only=True)
class Running:
    """A network whose servers answer; ``addresses`` is where, by server."""

    network: Network
    addresses: dict[str, str]
    _open: ExitStack = field(repr=False)

    def close(self) -> None:
        """Stop every server and the pace."""
        self._open.close()

    def settings(self) -> str:
        """Write a secretariat.toml that names this network."""
        socket = self.addresses["query-node"].replace("http://", "ws://")
        return (
            "# A practice network: every address is on this machine.\n"
            f'[chain]\nurls = ["{self.addresses["node"]}"]\nnetwork = "{self.network.node.name.lower()}"\n\n'
            f'[query_node]\nurls = ["{self.addresses["query-node"]}"]\nwebsocket = "{socket}"\n'
        )


def run(network: Network, *, faults: Faults | None = None, pace: int = 0, first_port: int = 0) -> Running:
    """Start every server of a network, and its time: a block each ``pace`` milliseconds, none for 0.

    ``first_port`` and those after it are taken, free ones for 0. Raises OSError when one is taken already.
    """
    begun = _Begun(network=network, faults=faults or Faults())
    with ExitStack() as opened:
        for place, name in enumerate(SERVERS):
            begun.addresses[name] = begun.start(opened, name, first_port + place if first_port else 0)
        if pace:
            opened.callback(Pace(pace, lambda: network.advance(1), network.fail).close)
        return Running(network=network, addresses=begun.addresses, _open=opened.pop_all())


@dataclass(frozen=True, kw_only=True)
class _Begun:
    """A network whose servers are being started: where each is, and those that count what they are asked."""

    network: Network
    faults: Faults
    addresses: dict[str, str] = field(default_factory=dict)
    servers: dict[str, Server] = field(default_factory=dict)

    def start(self, opened: ExitStack, name: str, port: int) -> str:
        """Start one server and give its address."""
        if name == "mail":
            mail = serve_mail(self.network.arrived, port=port, faults=self.faults)
            opened.callback(mail.close)
            return f"smtp://{LOOPBACK}:{mail.port}"
        handler, upgrade, path = self._handler(name)
        server = self.servers[name] = serve(name, handler, port=port, faults=self.faults, upgrade=upgrade)
        opened.callback(server.close)
        return server.url + path

    def _handler(self, name: str) -> tuple[Handler, Upgrade | None, str]:
        """Give what answers, what takes a connection over that asks for it, and the path of the address."""
        arrived, query_node = self.network.arrived, self.network.query_node
        if name == "query-node":
            return responding(query_node), upgrading(query_node), "/graphql"
        webhooks = {hook: (TOKEN, CHANNELS[name]) for name, hook in WEBHOOKS.items()}
        handlers: dict[str, tuple[Callable[[], Handler], str]] = {
            "control": (lambda: Control(self.network, self.addresses, self.servers, self.faults), ""),
            "node": (lambda: JsonRpc(self.network.node), ""),
            "discord": (lambda: Discord(arrived, webhooks, TOKEN), "/api"),
            "telegram": (lambda: Telegram(arrived, TELEGRAM_TOKEN, [TELEGRAM_CHAT]), f"/bot{TELEGRAM_TOKEN}"),
            "heartbeat": (lambda: Heartbeat(arrived), "/beat"),
            "wallet": (lambda: WalletServer(self.network.accounts), ""),
        }
        made, path = handlers[name]
        return made(), None, path


def write_file(running: Running, path: Path) -> None:
    """Tell others where a network is, as JSON: its addresses, by server, and what the sinks ask of a sender."""
    told = {"devnet": 1, "addresses": running.addresses, "sinks": sinks(running.addresses)}
    path.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def sinks(addresses: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """Tell what a sender needs beside an address: Discord's webhooks, channels and bot, Telegram's chat, bot and API."""
    hooks = {name: f"{addresses['discord']}/webhooks/{hook}/{TOKEN}" for name, hook in WEBHOOKS.items()}
    return {
        "discord": {"webhooks": hooks, "channels": CHANNELS, "bot_token": TOKEN},
        "telegram": {
            "chat_id": TELEGRAM_CHAT,
            "bot_token": TELEGRAM_TOKEN,
            "api": addresses["telegram"].removesuffix(f"/bot{TELEGRAM_TOKEN}"),
        },
    }
