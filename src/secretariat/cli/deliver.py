"""``secretariat deliver`` and ``secretariat run``: send what was approved, and do all steps by themselves."""

import json
import signal
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.json_out import safe
from secretariat.cli.plain import say
from secretariat.errors import SecretariatError

if TYPE_CHECKING:
    from secretariat.flow.hand_off.follow import Progress
    from secretariat.flow.run import Done
    from secretariat.flow.sending import Delivered

AsJson = Annotated[bool, typer.Option("--json", help="Print a line of JSON for each.")]
PAUSE_SECONDS = 0.5


def deliver(as_json: AsJson = False) -> None:
    """Send every approved act that is due, once each, after a last look at its reason, and follow what a wallet signed to its block.

    Exit 1 when one needs a person, now or from before: it is unconfirmed, or could not be sent.
    """
    from secretariat.desk.outbox import look_words
    from secretariat.flow.context import open_context
    from secretariat.flow.people import acting_person
    from secretariat.flow.run import delivering
    from secretariat.flow.steps import remember
    from secretariat.flow.stuck import stuck_now

    context = open_context()
    acting_person(context, "deliver")
    lines, failure = {}, ""
    for one in delivering(context):
        line = _line(one)
        failure = failure or (line["says"] if isinstance(one, SecretariatError) else "")
        lines[line["draft"]] = line
        _print(line, as_json=as_json)
    remember(context, "deliver", failure)
    left = stuck_now(context)
    for item in left:
        if item.text_name not in lines:
            says = " ".join(filter(None, [_sentence(item.why), look_words(item)]))
            _print({"draft": item.text_name, "state": item.state, "says": says}, as_json=as_json)
    if not lines and not left:
        _print_nothing(as_json=as_json)
    if not as_json:
        for item in left:
            say(f"{item.name} needs you: secretariat settle {item.name} --sent or --send-again, with --why TEXT")
    if left or failure:
        raise typer.Exit(1)


def _line(done: "Delivered | Progress | SecretariatError") -> dict[str, str]:
    """Give what became of one item; ``draft`` is empty where an error does not say of which."""
    if isinstance(done, SecretariatError):
        return {"draft": "", "state": "error", "says": str(done)}
    name = done.item.name if hasattr(done, "item") else done.name
    return {"draft": name, "state": done.state, "says": done.says}


def _sentence(why: str) -> str:
    return f"{why.rstrip('.')}." if why else ""


NOTHING = "Nothing is waiting to be sent."


def _print_nothing(*, as_json: bool) -> None:
    if as_json:
        _print({"draft": "", "state": "nothing", "says": NOTHING}, as_json=True)
    else:
        say(NOTHING)


def _print(line: dict[str, str], *, as_json: bool) -> None:
    if as_json:
        typer.echo(safe(json.dumps(line, ensure_ascii=False)))
    else:
        say(f"{line['state']:<12}{line['draft']}  {line['says']}")


def run(
    once: Annotated[bool, typer.Option("--once", help="Do every step once and end; for cron or systemd.")] = False,
    as_json: AsJson = False,
) -> None:
    """Collect, review and deliver, again and again as [run] says; several may run at once.

    It runs as a service, without SECRETARIAT_PERSON, or as a person who may deliver. Ends after the step at hand when it is told to
    stop. With --once exit 1 when a step failed.
    """
    from secretariat.flow import run as flow_run
    from secretariat.flow.context import open_context
    from secretariat.flow.people import check_runner

    context = open_context()
    check_runner(context)
    if once:
        done = list(_said(flow_run.run_once(context), as_json=as_json, held=True))
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


def _said(steps: Any, *, as_json: bool, held: bool = False) -> Any:
    """Print each step as it is done; one that another worker is at only with ``held``: whoever waits for it looks twice a second."""
    one: Done
    for one in steps:
        if as_json:
            shown = {"step": one.name, "says": one.says, "failed": one.failed, "skipped": one.skipped}
            typer.echo(safe(json.dumps(shown, ensure_ascii=False)))
        elif held or not one.skipped:
            state = "held" if one.skipped else "failed" if one.failed else "done"
            say(f"{state:<8}{one.name}: {one.says}")
        yield one
