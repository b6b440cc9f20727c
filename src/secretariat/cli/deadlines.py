"""``secretariat deadlines``: until when something can still be done."""

from pathlib import Path
from typing import Annotated

import typer


def deadlines(
    at: Annotated[
        Path | None,
        typer.Option("--at", metavar="STATE.json", help="A state to start from (docs/contracts/deadlines-json.md)."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print secretariat.deadlines/1 as JSON.")] = False,
) -> None:
    """Print every deadline of the election and of open proposals, with its block, time, band and branch.

    Without --at the chain's state is the one the last sync read.
    """
    from secretariat.cli.plain import say
    from secretariat.flow.context import open_context
    from secretariat.flow.deadlines import deadlines_at, deadlines_now
    from secretariat.formats.deadlines_text import deadlines_json, deadlines_lines

    state, outlook = deadlines_at(at) if at is not None else deadlines_now(open_context(writes=False))
    if as_json:
        typer.echo(deadlines_json(state, outlook))
        return
    for line in deadlines_lines(state, outlook):
        say(line)
