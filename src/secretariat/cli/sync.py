"""``secretariat sync`` and ``secretariat status``: read the live sources, and tell how fresh what is known is."""

import gc
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]

STOPPED = 130
"""The exit code of a command that the person stopped with Ctrl-C, as shells have it."""


def sync(
    full: Annotated[
        bool, typer.Option("--full", help="Compare every settled row now, not in turns over 7 days.")
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", help="Print a line for every list.")] = False,
    as_json: AsJson = False,
) -> None:
    """Read chain, query node and prices as they are configured, and build every table. Exit 1 when something is missing."""
    with _without_search_for_cycles():
        from secretariat.cli.spinner import Spinner
        from secretariat.cli.sync_text import say_sync
        from secretariat.flow.context import open_context, read_settings
        from secretariat.flow.steps import INCOMPLETE, remember
        from secretariat.flow.sync.result import as_json as synced_json
        from secretariat.flow.sync.run import check_configured
        from secretariat.flow.sync.run import sync as run_sync

        check_configured(read_settings())
        try:
            with Spinner("reading") as spinner:
                context = open_context()
                done = run_sync(context, full=full, progress=spinner.say, tell=spinner.tell)
        except KeyboardInterrupt:
            typer.echo("secretariat: Stopped. Every list is written in full or not at all: run it again.", err=True)
            raise typer.Exit(STOPPED) from None
        remember(context, "collect", "" if done.complete else INCOMPLETE)
    if as_json:
        typer.echo(json.dumps(synced_json(done), ensure_ascii=False, indent=1))
    else:
        say_sync(done, verbose=verbose)
    if not done.complete:
        raise typer.Exit(1)


@contextmanager
def _without_search_for_cycles() -> Iterator[None]:
    """Let Python not look for cycles: rows and facts hold none, and looking took a twentieth of a sync's time.

    What is not used any more is freed all the same, so that a sync takes no more memory for it. What is left at the end is
    frozen: the process ends then, and looking through all of it once more took a tenth of a first sync's time.
    """
    wanted = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if wanted:
            gc.freeze()
            gc.enable()


def status(as_json: AsJson = False) -> None:
    """Tell how far every live source is, without asking it. Exit 1 when one is behind."""
    from secretariat.cli.sync_text import say_status
    from secretariat.flow import status as flow_status
    from secretariat.flow.context import open_context

    found = flow_status.status_now(open_context(writes=False))
    if as_json:
        typer.echo(json.dumps(flow_status.as_json(found), ensure_ascii=False, indent=1))
    else:
        say_status(found)
    if not found.fresh:
        raise typer.Exit(1)
