"""``secretariat devnet``: the practice network on loopback, its time, its truth, and what arrived there."""

import json
import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.devnet_asked import HERE, PracticeWrong, answers, asked_at, control_of, told_at
from secretariat.cli.listed import listed
from secretariat.cli.plain import plain

if TYPE_CHECKING:
    from threading import Event

    from secretariat.devnet.faults import Faults
    from secretariat.devnet.network import Network
    from secretariat.devnet.running import Running

app = typer.Typer(no_args_is_help=False, help="Run a practice network on this machine, or steer the one that runs.")

Place = Annotated[Path, typer.Option("--network", help="The file that tells where the network is.")]


@app.callback(invoke_without_command=True)
def devnet(
    context: typer.Context,
    world: Annotated[str, typer.Option("--world", help="A scenario's name, or a world file.")] = "ordinary-term",
    faults: Annotated[Path | None, typer.Option("--faults", help="A fault file.")] = None,
    seed: Annotated[int | None, typer.Option("--seed", min=0, help="Another seed than the world's own.")] = None,
    size: Annotated[str | None, typer.Option("--size", help="small, mainnet or ten-times.")] = None,
    pace: Annotated[
        int, typer.Option("--pace", min=0, help="Milliseconds between blocks; 0 lets time stand still.")
    ] = 6_000,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65_000, help="The first of eight ports; free ones without.")
    ] = 0,
    settings: Annotated[
        Path | None, typer.Option("--settings", help="Write a secretariat.toml for this network to a new file.")
    ] = None,
    network: Place = HERE,
    end_with_input: Annotated[
        bool, typer.Option("--end-with-input", help="End when standard input does, too: for programs that start it.")
    ] = False,
) -> None:
    """Run a practice network until Ctrl-C: node, query node, Discord, Telegram, mail, heartbeat and a wallet."""
    if context.invoked_subcommand is not None:
        return
    _check_places(settings, network)
    parts_there()
    planned = _faults(faults)
    running = _running(_built(world, seed, size), planned, pace, port)
    try:
        ended = _told_to_end(with_input=end_with_input)
        _tell(running, settings, network)
        while not ended.wait(0.5):
            pass
    finally:
        running.close()
        if told_at(network) == running.addresses:
            network.unlink(missing_ok=True)


def _check_places(settings: Path | None, network: Path) -> None:
    """Refuse to write over a file of somebody else, or over the one that tells of a network that runs."""
    if settings is not None and settings.exists():
        raise PracticeWrong(f"{settings} is there already and was not touched. Give another place with --settings.")
    if not network.exists():
        return
    told = told_at(network)
    if told is None:
        raise PracticeWrong(
            f"{network} is not the file of a practice network and was not touched. Give another place with --network."
        )
    if answers(told):
        raise PracticeWrong(
            f"The practice network of {network} is still running. End it, or give this one another file with --network."
        )


def parts_there() -> None:
    """Raise PracticeWrong with what to install where a library is missing that only the practice network needs."""
    from importlib.util import find_spec

    missing = [name for name in ("aiosmtpd", "graphql") if find_spec(name) is None]
    if missing:
        raise PracticeWrong(
            f"The practice network needs more packages ({', '.join(missing)}): install secretariat[devnet]."
        )


def _built(world: str, seed: int | None, size: str | None) -> "Network":
    """Build a world and its network. Raises PracticeWrong for what is wrong in its file."""
    parts_there()
    from secretariat.devnet.network import Network
    from secretariat.devnet.world.build import build
    from secretariat.devnet.world.files import WorldFileError
    from secretariat.devnet.world.sizes import SIZES

    if size is not None and size not in SIZES:
        raise PracticeWrong(f"There is no size {size!r}; the sizes are {', '.join(SIZES)}.")
    try:
        network = Network(build(world, seed=seed, size=size))
    except WorldFileError as error:
        raise PracticeWrong(f"{str(error).removesuffix('.')}.") from error
    _tell_refused(network.refused)
    return network


def _tell_refused(refused: list[str]) -> None:
    for one in refused:
        typer.echo(f"secretariat: {plain(one)}", err=True)


def _tell_trouble(trouble: str | None) -> None:
    if trouble:
        typer.echo(f"secretariat: The practice network is in trouble: {plain(trouble)}. Start it again.", err=True)


def _faults(path: Path | None) -> "Faults | None":
    from secretariat.devnet import fault_files

    try:
        return fault_files.load(path) if path else None
    except fault_files.FaultFileError as error:
        raise PracticeWrong(f"{str(error).removesuffix('.')}.") from error


def _running(network: "Network", faults: "Faults | None", pace: int, port: int) -> "Running":
    from secretariat.devnet.running import run

    try:
        return run(network, faults=faults, pace=pace, first_port=port)
    except OSError as error:
        which = f"The ports from {port} on" if port else "Free ports"
        raise PracticeWrong(f"{which} cannot be taken: {error.strerror or error}. Give another --port.") from error


def _tell(running: "Running", settings: Path | None, network: Path) -> None:
    from secretariat.devnet.running import write_file

    if settings is not None:
        with settings.open("x", encoding="utf-8") as file:
            file.write(running.settings())
    write_file(running, network)
    state = running.network.state()
    typer.echo(
        f"Practice network: {plain(state['world'])} (seed {state['seed']}, {state['size']}). Nothing leaves this machine."
    )
    typer.echo(f"Block {state['head']:,}, {state['stage']} until block {state['stage_ends_at']:,}.\n")
    for name, address in running.addresses.items():
        typer.echo(f"  {name:<11} {address}")
    where = "" if network == HERE else f" --network {shlex.quote(str(network))}"
    typer.echo(f"\nIn another terminal: secretariat devnet advance 1000{where}. Ctrl-C ends it.")
    sys.stdout.flush()


def _told_to_end(*, with_input: bool) -> "Event":
    """Give what is set by Ctrl-C, by the signal that ends a service, or at the end of standard input."""
    import signal
    import threading

    ended = threading.Event()
    for one in (signal.SIGINT, signal.SIGTERM):
        signal.signal(one, lambda *_: ended.set())

    def read_on() -> None:
        while os.read(0, 4096):  # not sys.stdin: a thread that reads it cannot be left behind when Python ends
            pass
        ended.set()

    if with_input:
        threading.Thread(target=read_on, daemon=True, name="input").start()
    return ended


@listed(app)
def advance(
    blocks: Annotated[int | None, typer.Argument(help="How many blocks to make.", min=1)] = None,
    next_event: Annotated[
        bool, typer.Option("--next-event", help="Make blocks until the chain tells of something.")
    ] = False,
    network: Place = HERE,
) -> None:
    """Let time pass on the running network: so many blocks, or until the next event. Exit 1 for a refused act or trouble."""
    if (blocks is None) != next_event:
        raise PracticeWrong("Give a number of blocks, or --next-event.")
    told = _post(network, "/advance", {"next_event": True} if next_event else {"blocks": blocks})
    typer.echo(f"The head is block {told['head']:,}.")
    _tell_refused(told["refused_acts"])
    _tell_trouble(told["trouble"])
    if told["refused_acts"] or told["trouble"]:
        raise typer.Exit(1)


@listed(app)
def state(network: Place = HERE) -> None:
    """Print where the running network is, as JSON. Exit 1 when it is in trouble."""
    told = _get(network, "/state.json")
    _print(told)
    _tell_trouble(told["trouble"])
    if told["trouble"]:
        raise typer.Exit(1)


@listed(app)
def arrived(network: Place = HERE) -> None:
    """Print what arrived at Discord, Telegram, mail and heartbeat, as JSON."""
    _print(_get(network, "/arrived.json"))


@listed(app)
def forum(
    since: Annotated[int, typer.Option("--since", help="From this block on.", min=0)] = 0,
    network: Place = HERE,
) -> None:
    """Print the forum's threads and posts with their words as the chain tells of them, as JSON."""
    _print(_get(network, f"/forum.json?since={since}"))


@listed(app)
def people(network: Place = HERE) -> None:
    """Print who lives on the running network, as JSON."""
    _print(_get(network, "/people.json"))


@listed(app)
def truth(
    world: Annotated[
        str | None, typer.Option("--world", help="A scenario or world file, in place of the running network.")
    ] = None,
    seed: Annotated[int | None, typer.Option("--seed", help="With --world: another seed.")] = None,
    size: Annotated[str | None, typer.Option("--size", help="With --world: another size.")] = None,
    at: Annotated[int | None, typer.Option("--at", help="As of this block; the newest without.", min=0)] = None,
    json_: Annotated[bool, typer.Option("--json", help="As JSON, which it always is.")] = True,
    network: Place = HERE,
) -> None:
    """Print the truth about the world, for an independent check, as JSON."""
    if world is None:
        _print(_get(network, "/truth.json" + (f"?at={at}" if at is not None else "")))
        return
    from secretariat.devnet.network import AdvanceRefused

    try:
        _print(_built(world, seed, size).truth(at))
    except AdvanceRefused as error:
        raise PracticeWrong(str(error)) from error


@listed(app)
def scenarios() -> None:
    """List the named scenarios."""
    from secretariat.devnet.world.files import SCENARIOS, load

    for name in SCENARIOS:
        typer.echo(f"{name:<30} {load(name).settings.title}")


def _get(network: Path, path: str) -> Any:
    return _asked(network, "GET", path, None)


def _post(network: Path, path: str, body: Any) -> Any:
    return _asked(network, "POST", path, body)


def _asked(network: Path, method: str, path: str, body: Any) -> Any:
    return asked_at(control_of(network), method, path, body)


def _print(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))
