"""``secretariat deadlines``: until when something can still be done."""

from pathlib import Path
from typing import Annotated

import typer


def deadlines(
    at: Annotated[
        Path,
        typer.Option("--at", metavar="STATE.json", help="The chain's state (docs/contracts/deadlines-json.md)."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print secretariat.deadlines/1 as JSON.")] = False,
) -> None:
    """Print every deadline of the election and of open proposals, with its block, time, band and branch."""
    from secretariat.cli.plain import say
    from secretariat.flow.deadlines import deadlines_at
    from secretariat.formats.deadlines_text import deadlines_json, deadlines_lines

    state, outlook = deadlines_at(at)
    if as_json:
        typer.echo(deadlines_json(state, outlook))
        return
    for line in deadlines_lines(state, outlook):
        say(line)
