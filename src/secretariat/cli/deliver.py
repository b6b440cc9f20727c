"""``secretariat deliver`` and ``secretariat run``: send what was approved, and do all steps by themselves."""

import json
import signal
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.flow.run import Done

AsJson = Annotated[bool, typer.Option("--json", help="Print a line of JSON for each.")]
PAUSE_SECONDS = 0.5


def deliver(as_json: AsJson = False) -> None:
    """Send every approved act that is due, once each, after a last look at its reason. Exit 1 when one needs a person."""
    from secretariat.duties.register import DUTIES
    from secretariat.flow.context import open_context
    from secretariat.flow.deliver import deliver as run_deliver
    from secretariat.flow.look import Looking
    from secretariat.flow.people import acting_person
    from secretariat.flow.run import machine_now
    from secretariat.flow.senders import senders

    context = open_context()
    acting_person(context, "deliver")
    looking = Looking(context=context, duties=DUTIES, machine=machine_now)
    count = needs_person = 0
    for one in run_deliver(context.engine, senders(context), looking, machine_now):
        count += 1
        needs_person += one.state in ("unconfirmed", "failed")
        if as_json:
            typer.echo(json.dumps({"draft": one.name, "state": one.state, "says": one.says}, ensure_ascii=False))
        else:
            say(f"{one.state:<12}{one.name}  {one.says}")
    if not count and not as_json:
        say("Nothing is waiting to be sent.")
    if needs_person:
        raise typer.Exit(1)


def run(
    once: Annotated[bool, typer.Option("--once", help="Do every step once and end; for cron or systemd.")] = False,
    as_json: AsJson = False,
) -> None:
    """Collect, review and deliver, again and again as [run] says; several may run at once.

    Ends after the step at hand when it is told to stop. With --once exit 1 when a step failed.
    """
    from secretariat.flow import run as flow_run
    from secretariat.flow.context import open_context

    context = open_context()
    if once:
        done = list(_said(flow_run.run_once(context), as_json=as_json))
        if any(one.failed for one in done):
            raise typer.Exit(1)
        return
    stopping = _told_to_stop()
    while not stopping:
        for step in flow_run.due_steps(context):
            if stopping:
                break
            list(_said([flow_run.one_step(context, step)], as_json=as_json))
        time.sleep(PAUSE_SECONDS)


def _told_to_stop() -> list[int]:
    """Give a list that is filled when the process is told to stop: a step is never cut off in its middle."""
    told: list[int] = []
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda found, _frame: told.append(found))
    return told


def _said(steps: Any, *, as_json: bool) -> Any:
    """Print each step as it is done."""
    one: Done
    for one in steps:
        if as_json:
            shown = {"step": one.name, "says": one.says, "failed": one.failed, "skipped": one.skipped}
            typer.echo(json.dumps(shown, ensure_ascii=False))
        elif not one.skipped:
            say(f"{'failed' if one.failed else 'done':<8}{one.name}: {one.says}")
        yield one
