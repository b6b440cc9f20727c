"""Play a term from beginning to end: the practice network, the desk and the person as processes, the judge, and what is told."""

import json
import tempfile
from pathlib import Path

import typer

from secretariat.cli.demo_network import DemoNetwork
from secretariat.cli.plain import plain, say
from secretariat.cli.progress import Steps
from secretariat.cli.term import told
from secretariat.cli.term.child import Child
from secretariat.cli.term.judge.evidence import Evidence
from secretariat.cli.term.judge.rows import judge
from secretariat.cli.term.place import prepare
from secretariat.cli.term.play import MOST_BLOCKS, Play

ORDINARY = "ordinary-term"
TAKES = 100
"""Blocks that the person takes from seeing a text to saying yes: ten minutes."""

STEPS = 3
LONGEST_START_SECONDS = 600
"""A world of seventy councils takes minutes to be made."""


def show(out: Path, world: str, *, as_json: bool, takes: int, most: int = MOST_BLOCKS) -> bool:
    """Play a world, tell what came of it, and give whether nothing was missed, doubled or wrong.

    Raises NotOurs, NotPractice, NetworkFailed, WorldUnfit and ChildFailed.
    """
    told.check_folder(out)
    with tempfile.TemporaryDirectory(prefix="secretariat-term-") as folder, Steps(STEPS) as steps:
        evidence = _played(Path(folder), world, takes, most, steps)
        steps.begin("judging what arrived")
        judgement = judge(evidence)
        paths = told.write_files(out, world, evidence, judgement)
        steps.end()
    if as_json:
        typer.echo(json.dumps(told.contract(world, judgement), indent=1))
        for line in (*told.faults(judgement), f"What was judged stands in {paths[1]}."):
            typer.echo(line, err=True)
    else:
        say(f"{world}: blocks {evidence.began:,} to {evidence.ended:,}, {len(evidence.arrived)} texts arrived")
        for line in told.table(judgement):
            say(line)
        say(f"What arrived stands in {paths[0]}, and what was judged in {paths[1]}.")
    return judgement.well


def _played(folder: Path, world: str, takes: int, most: int, steps: Steps) -> Evidence:
    """Start everything, check that it is of a practice network, and play."""
    desk_folder = folder / "desk"
    desk_folder.mkdir()
    network = DemoNetwork(folder, world, LONGEST_START_SECONDS)
    network.check_world()
    steps.begin("starting the practice network")
    with network:
        addresses = network.wait()
        settings = _checked(network, list(addresses.values()))
        place = prepare(desk_folder, settings, network.told(), network.state())
        person = (str(takes), addresses["wallet"], ",".join(map(str, place.willing)))
        with (
            Child("secretariat.cli.term.desk", folder=desk_folder, environment=place.environment) as desk,
            Child(
                "secretariat.cli.term.person", *person, folder=desk_folder, environment=place.environment
            ) as somebody,
        ):
            steps.begin("playing")

            def tell(words: str, share: float) -> None:
                network.check()
                if words:
                    steps.line(plain(words))
                steps.say(words or "the desk looks", share)

            play = Play(
                control=addresses["control"],
                desk=desk,
                person=somebody,
                place=place,
                takes=takes,
                most=most,
                tell=tell,
            )
            return play.run()


def _checked(network: DemoNetwork, addresses: list[str]) -> str:
    """Refuse what is not a practice network, as ``demo`` does; give its settings. Raises NotPractice."""
    from secretariat import config
    from secretariat.clients.http import open_wire
    from secretariat.flow.context import TABLES
    from secretariat.flow.practice import check_addresses, check_node, check_settings

    settings = config.load(network.settings, TABLES)
    check_addresses(addresses)
    check_settings(settings)
    with open_wire() as wire:
        for url in settings.settings["chain"].urls:
            check_node(wire, url)
    return network.settings.read_text(encoding="utf-8")
