"""``secretariat desk``: a desk to practise at: the demo's world with its time going, served with a first day for a new deputy."""

import json
import os
import signal
import tempfile
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.demo_network import DemoNetwork, NetworkFailed
from secretariat.cli.plain import say
from secretariat.errors import SecretariatError

if TYPE_CHECKING:
    import socket

    from secretariat.flow.context import Context

PACE = 1_000
"""Milliseconds between blocks: time goes six times as fast as on the main network, and a signed call is final in seconds."""

DEPUTY, SECRETARY, COUNCILOR, VIEWER = "bruno", "ada", "gesa", "cleo"
"""People of the demo's world: who sits at the desk, who holds the office, who confirmed the mandate, and who only looks."""

ROLES = {DEPUTY: "deputy", SECRETARY: "secretary", COUNCILOR: "council member", VIEWER: "viewer"}

PLACES = {
    "announcements": "900000000000000001",
    "council": "900000000000000002",
    "desk": "900000000000000003",
}
HOOKS = {name: f"8{channel[1:]}" for name, channel in PLACES.items()}
"""The practice Discord's channels and webhooks, as the practice network tells them in its file."""

CUT_OFF = {
    "faults": [
        {
            "match": {"server": "discord", "method": "POST", "path": f"/api/webhooks/{HOOKS['council']}"},
            "fault": {"kind": "answer-lost"},
        }
    ]
}
"""The first message to the council is taken, and its answer is lost: it stands as unconfirmed, for the deputy to settle."""

WORDS = "The office hour moves to Thursday, 18:00 UTC: bring your questions about the election."
LAST_BLOCK = 4_000_000
STOPPED = 130
PAUSE_SECONDS = 0.5


def desk(
    port: Annotated[
        int, typer.Option("--port", min=0, max=65_535, help="The port on 127.0.0.1; a free one without.")
    ] = 0,
) -> None:
    """Serve a practice desk on this machine until Ctrl-C, with a first day of ten steps for a new deputy.

    The practice network runs beside it, with a wallet that signs. Nothing leaves this machine, and nothing is kept: starting it again
    undoes everything.
    """
    from secretariat.cli.devnet import parts_there as network_parts_there
    from secretariat.cli.serve import listening, parts_there

    network_parts_there()
    parts_there()
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that the folder and the network go in every case
    try:
        with tempfile.TemporaryDirectory(prefix="secretariat-desk-") as made, listening(port) as taken:
            _serve(Path(made), taken)
    except KeyboardInterrupt:
        typer.echo("secretariat: Stopped before it was ready; nothing of it is kept.", err=True)
        raise typer.Exit(STOPPED) from None
    say("The practice desk has ended; nothing of it is kept.")


def _serve(folder: Path, taken: "socket.socket") -> None:
    """Start the network in a folder, do what happened yesterday, and serve until told to end."""
    from secretariat.cli.serve import Practice, serve_on
    from secretariat.web.tour import Tour

    (folder / "faults.json").write_text(json.dumps(CUT_OFF), encoding="utf-8")
    with DemoNetwork(folder, pace=PACE, faults=folder / "faults.json") as network:
        say("Starting the practice network and reading it; this takes some seconds.")
        context = _opened(network, folder)
        unconfirmed = _yesterday(context)
        with _work_going_on(context):
            addresses = network.wait()
            tour = Tour(arrived=f"{addresses['control']}/", unconfirmed=unconfirmed)
            practice = Practice(wallet=addresses["wallet"], accounts=(DEPUTY,), tour=tour)
            serve_on(taken, context, DEPUTY, practice=practice)


def _opened(network: DemoNetwork, folder: Path) -> "Context":
    """Open a new store beside the network, after a look that all of it is on this machine and for practice."""
    from secretariat.clients.http import open_wire
    from secretariat.flow.context import open_context
    from secretariat.flow.practice import check_addresses, check_node

    addresses = network.wait()
    check_addresses(addresses.values())
    people = {one["name"]: one for one in _people(addresses["control"])}
    settings = folder / "desk.toml"
    settings.write_text(
        network.settings.read_text(encoding="utf-8") + _settings(folder, addresses, people), encoding="utf-8"
    )
    for name, hook in HOOKS.items():
        os.environ[f"SECRETARIAT_DISCORD_WEBHOOK_{name.upper()}"] = f"{addresses['discord']}/webhooks/{hook}/practice"
    os.environ.pop("SECRETARIAT_DISCORD_BOT_TOKEN", None)  # nobody reads the channels back: a person has to look
    os.environ.pop("SECRETARIAT_STORE_URL", None)
    context = open_context(settings)
    with open_wire() as wire:
        for url in context.config.settings["chain"].urls:
            check_node(wire, url)
    return context


def _people(control: str) -> list[dict[str, Any]]:
    from secretariat.cli.devnet_asked import asked_at

    found: list[dict[str, Any]] = asked_at(control, "GET", "/people.json")
    return found


def _settings(folder: Path, addresses: Mapping[str, str], people: Mapping[str, Mapping[str, Any]]) -> str:
    """Write the tables of the desk, as JSON where TOML is the same."""
    tables = [
        f"[store]\nurl = {json.dumps(f'sqlite:///{folder}/secretariat.db')}",
        "[run]\ncollect_seconds = 20\nreview_seconds = 5\ndeliver_seconds = 3",
        f'[elections]\nforum_category = 2\nmember = {people[DEPUTY]["member"]}\ndiscord = "announcements"',
        f"[files]\nfolder = {json.dumps(str(folder / 'outgoing'))}",
        f"[discord]\napi = {json.dumps(addresses['discord'])}",
        "[discord.channels]\n" + "\n".join(f'{name} = "{number}"' for name, number in PLACES.items()),
        '[signing]\napps = ""\nwebsocket = ""\nwait_seconds = 0',
    ]
    for name, role in ROLES.items():
        one = people[name]
        tables.append(f'[people.{name}]\nroles = ["{role}"]\nmember_id = {one["member"]}\naccount = "{one["address"]}"')
    return "\n" + "\n\n".join(tables) + "\n"


def _yesterday(context: "Context") -> str:
    """Do what others did before the deputy came: a mandate, and a message of the secretary's that was cut off on its way.

    Gives the name of the item of that message.
    """
    from secretariat.flow import ask_desk
    from secretariat.flow.decide import drafts, mandates, own

    secretary, councilor = replace(context, person=SECRETARY), replace(context, person=COUNCILOR)
    _step(context, "collect")
    people = context.config.settings["people"]
    mandates.record(
        secretary,
        secretary=people[SECRETARY].member_id,
        deputy=people[DEPUTY].member_id,
        proposal=None,
        first=1,
        last=LAST_BLOCK,
        why="The council's decision, for practice.",
    )
    mandates.confirm(councilor, ask_desk.office(context).mandates[-1].name, why="So decided.")
    own.write(secretary, WORDS, channel="discord/council", why="The hall is taken on Wednesday.")
    _step(context, "review")
    written = next(one for one in ask_desk.drafts(context).drafts if one.text == WORDS)
    drafts.approve(secretary, written.draft)
    _step(context, "deliver")
    return next(one.item or "" for one in ask_desk.drafts(context).drafts if one.draft == written.draft)


def _step(context: "Context", name: str) -> None:
    from secretariat.flow import run

    done = run.one_step(context, next(one for one in run.STEPS if one.name == name))
    if done.failed:
        raise NetworkFailed(f"The practice network could not be read: {done.says}")


@contextmanager
def _work_going_on(context: "Context") -> Iterator[None]:
    """Collect, review and deliver beside the pages, as ``secretariat run`` does, until the block ends."""
    from secretariat.flow import run

    ended = threading.Event()

    def work() -> None:
        while not ended.wait(PAUSE_SECONDS):
            for step in run.due_steps(context):
                try:
                    run.one_step(context, step)
                except SecretariatError as error:  # the network may have ended first
                    say(str(error))

    thread = threading.Thread(target=work, name="work", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join(timeout=10)
