"""``secretariat demo``: the public commands on a practice network in a chosen moment, and the bundled example archive."""

import json
import shlex
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.demo_network import DemoNetwork, NetworkFailed
from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.cli.progress import Steps
    from secretariat.flow.context import Context

EXAMPLE = Path(__file__).parent.parent / "demo" / "archive"
STOPPED = 130
STEPS = 5


def demo(
    out: Annotated[Path, typer.Option("--out", help="The folder for the results; made if it is not there.")] = Path(
        "demo-output"
    ),
    term: Annotated[
        bool,
        typer.Option(
            "--term", help="Play an election and the elected council's first days, and judge what the desk said."
        ),
    ] = False,
    world: Annotated[
        str | None, typer.Option("--world", help="With --term: a scenario's name, or a world file.")
    ] = None,
    takes: Annotated[
        int | None,
        typer.Option("--person-blocks", min=1, max=100_000, help="With --term: how long the person takes to say yes."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="With --term: print secretariat.demo/1 as JSON.")] = False,
) -> None:
    """Run the desk on a practice network and the bundled example archive; nothing leaves this machine.

    With --term an election and the elected council's first days are played on a practice network instead; exit 1 when something was missed, doubled or wrong.
    """
    from secretariat.cli.devnet import parts_there

    parts_there()
    if term:
        _term(out, world, takes, as_json=as_json)
        return
    if world is not None or takes is not None or as_json:
        raise typer.BadParameter("--world, --person-blocks and --json are for --term")
    _screen(out)


def _term(out: Path, world: str | None, takes: int | None, *, as_json: bool) -> None:
    from secretariat.cli.term.show import ORDINARY, TAKES, show

    try:
        well = show(out, world or ORDINARY, as_json=as_json, takes=TAKES if takes is None else takes)
    except KeyboardInterrupt:
        raise _stopped() from None
    if not well:
        raise typer.Exit(1)


def _stopped() -> typer.Exit:
    typer.echo("secretariat: Stopped. The practice network has ended; run the demo again at any time.", err=True)
    return typer.Exit(STOPPED)


def _screen(out: Path) -> None:
    from secretariat.cli.demo_screen import screen
    from secretariat.cli.progress import Steps
    from secretariat.flow.practice import check_folder, clear_folder

    check_folder(out, EXAMPLE)
    out.mkdir(parents=True, exist_ok=True)
    clear_folder(out)
    try:
        with tempfile.TemporaryDirectory(prefix="secretariat-demo-") as folder, Steps(STEPS) as steps:
            answers = _run(DemoNetwork(Path(folder)), out, steps)
    except KeyboardInterrupt:
        raise _stopped() from None
    for line in screen(answers, out, this_program()):
        say(line)


def _run(network: DemoNetwork, out: Path, steps: "Steps") -> dict[str, Any]:
    """Take every step and give the commands' answers, by command."""
    with network, ExitStack() as opened:
        steps.begin("importing the example archive")
        from secretariat import config
        from secretariat.clients.http import open_wire
        from secretariat.flow.context import TABLES, Context, open_store_at
        from secretariat.flow.practice import STORE, check_addresses, check_node, check_settings

        engine = open_store_at(f"sqlite:///{out / STORE}")
        opened.callback(engine.dispose)  # the store's own files beside it go when it is closed, and only then
        imported = _import(Context(config=config.Config(), engine=engine), steps)
        steps.begin("waiting for the practice network")
        addresses = network.wait()
        settings = config.load(network.settings, TABLES)
        check_addresses(addresses.values())
        check_settings(settings)
        with open_wire() as wire:
            for url in settings.settings["chain"].urls:
                check_node(wire, url)
        shutil.copyfile(network.settings, out / config.FILE_NAME)
        context = Context(config=settings, engine=engine)
        answers: dict[str, Any] = {
            "import": imported,
            "network": network.state(),
            "sync": _sync(context, network, steps),
        }
        answers |= _asked(context, steps)
        steps.begin("publishing the leaderboard")
        answers["publish"] = _publish(context, out / "site", steps)
    steps.end()
    return answers


def _import(context: "Context", steps: "Steps") -> dict[str, Any]:
    """Import the example; the network starts meanwhile."""
    from secretariat.cli.import_json import as_contract
    from secretariat.flow.collect import import_archive

    return as_contract(
        import_archive(
            context,
            EXAMPLE,
            dry_run=False,
            progress=lambda done, total, path: steps.say(path.rpartition("/")[2], done / total),
        )
    )


def _sync(context: "Context", network: DemoNetwork, steps: "Steps") -> dict[str, Any]:
    """Read the network. Raises NetworkFailed when it ended meanwhile, or when something of it could not be read."""
    from secretariat.flow.sync.result import as_json
    from secretariat.flow.sync.run import sync

    def progress(words: str) -> None:
        network.check()
        steps.say(words)

    steps.begin("reading the practice network")
    done = sync(context, progress=progress)
    network.check()
    if not done.complete:
        why = [*done.failures.values(), *(f"{one.name}: {one.refused}" for one in done.lists if one.refused)]
        raise NetworkFailed(f"The practice network could not be read whole: {why[0]}")
    return as_json(done)


def _asked(context: "Context", steps: "Steps") -> dict[str, Any]:
    """Ask what the commands ``status``, ``deadlines``, ``problems`` and ``table`` tell, as JSON."""
    from secretariat.flow import ask, status
    from secretariat.flow.deadlines import deadlines_now
    from secretariat.formats.deadlines_text import deadlines_json
    from secretariat.formats.table_text import as_json

    steps.begin("asking for status, deadlines and problems")
    asked = {"status": status.as_json(status.status_now(context))}
    asked["deadlines"] = json.loads(deadlines_json(*deadlines_now(context)))
    for name in ("problems", "terms", "candidates", "proposals", "seats"):
        asked[name] = json.loads(as_json(ask.table(context, name)))["rows"]
    return asked


def _publish(context: "Context", folder: Path, steps: "Steps") -> list[str]:
    from secretariat.flow.publish import publish_files

    return list(publish_files(context, folder, None, steps.say))


def this_program() -> str:
    """Write how this program is started from any folder, for a shell: as it was started now."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m secretariat"
    found = shutil.which(started.name)
    if found is not None and (not started.exists() or Path(found).resolve() == started.resolve()):
        return shlex.quote(started.name)
    return shlex.quote(str(started.absolute()))
