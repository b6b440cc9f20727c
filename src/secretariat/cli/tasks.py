"""``secretariat tasks``, ``alerts`` and ``snooze``: what is due, and putting one of it aside."""

from typing import Annotated, Literal

import typer

from secretariat.cli.json_out import AsJson, decided, print_json
from secretariat.cli.plain import say

Everything = Annotated[bool, typer.Option("--all", help="Also what is put aside or closed.")]
Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


def tasks(everything: Everything = False, as_json: AsJson = False) -> None:
    """List what is to be done, first what is due first, with what stands ready for it."""
    _list("task", everything=everything, as_json=as_json)


def alerts(everything: Everything = False, as_json: AsJson = False) -> None:
    """List what is wrong, first what is due first."""
    _list("alert", everything=everything, as_json=as_json)


def _list(level: Literal["task", "alert"], *, everything: bool, as_json: bool) -> None:
    from secretariat.cli.desk_text import NOTHING_DUE, task_lines
    from secretariat.flow import ask_desk
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_reader

    context = open_context(writes=False)
    check_reader(context)
    found = ask_desk.tasks(context, level, everything=everything)
    if as_json:
        print_json(f"secretariat.{level}s/1", {"at": found.now.at, "block": found.now.block, f"{level}s": found.tasks})
        return
    nothing = NOTHING_DUE if level == "task" else "No alert."
    needing = [one for one in found.tasks if one.needs_person]
    running = [one for one in found.tasks if not one.needs_person]
    for line in task_lines(needing, "Nothing needs a person." if running else nothing):
        say(line)
    if running:
        say(
            "Over, or only running: words are out or on their way:"
            if everything
            else "Only running, words are out or on their way:"
        )
        for line in task_lines(running, ""):
            say(line)


def snooze(
    name: Annotated[str, typer.Argument(metavar="ID", help="The task or alert: t12.")],
    until: Annotated[str, typer.Option("--until", help="A block, or a day or time in UTC.")],
    why: Why,
    as_json: AsJson = False,
) -> None:
    """Put a task or an alert aside until a block or a time."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import findings

    decided(findings.snooze(open_context(), name, until=until, why=why), as_json=as_json)
