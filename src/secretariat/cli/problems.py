"""``secretariat problems``: list what is damaged, repair a value, or say that it is none."""

from enum import StrEnum
from typing import Annotated

import typer

from secretariat.cli.plain import say

app = typer.Typer(
    help="List the problems of the sources, repair a value, or dismiss a problem.",
    invoke_without_command=True,
    rich_markup_mode=None,
)

Why = Annotated[str, typer.Option("--why", help="The reason, kept in the journal.")]


class ProblemState(StrEnum):
    """What became of a problem."""

    open = "open"
    applied = "applied"
    dismissed = "dismissed"


@app.callback()
def problems(
    context: typer.Context,
    code: Annotated[str | None, typer.Option(help="Only problems of this code.")] = None,
    state: Annotated[ProblemState | None, typer.Option(help="Only problems in this state.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List the problems, with their numbers per code."""
    if context.invoked_subcommand is not None:
        return
    from secretariat.flow import ask
    from secretariat.flow.context import open_context

    _check(code)
    wanted = {"code": code, "state": state.value if state else None}
    built = ask.table(open_context(writes=False), "problems", {name: text for name, text in wanted.items() if text})
    if as_json:
        from secretariat.formats.table_text import as_json as render

        typer.echo(render(built).rstrip("\n"))
        return
    names = [heading.name for heading in built.headings]
    counts: dict[tuple[str, str], int] = {}
    for cells in built.rows:
        row = dict(zip(names, cells, strict=True))
        counts[str(row["code"]), str(row["state"])] = counts.get((str(row["code"]), str(row["state"])), 0) + 1
        say(f"{row['id']}  [{row['state']}, {row['severity']}]  {row['file']}:{row['line']}")
        say(f"    {row['what']}" + (f" {row['repair']}" if row["repair"] else ""))
    if not built.rows:
        typer.echo("No problems.")
        return
    typer.echo("")
    for (found, of_state), count in sorted(counts.items()):
        typer.echo(f"{count:>6}  {found} ({of_state})")
    typer.echo("Repair one value: secretariat problems repair ID VALUE --why TEXT")


def _check(code: str | None) -> None:
    """Refuse a code that no problem can have: an empty list would read as an all-clear."""
    from difflib import get_close_matches

    from secretariat.facts.problems import CODES

    if code is not None and code not in CODES:
        near = get_close_matches(code, CODES, n=1)
        hint = f"did you mean {near[0]}?" if near else "docs/contracts/problem-codes.md lists them."
        raise typer.BadParameter(f"there is no code {code!r}; {hint}", param_hint="--code")


@app.command()
def repair(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The problem's id.")],
    value: Annotated[str, typer.Argument(help="The right value; amounts in tokens; empty for unknown.")],
    why: Why,
) -> None:
    """Set the value that a problem points at to what a person knows it to be."""
    from secretariat.flow import decide
    from secretariat.flow.context import open_context

    for line in decide.repair(open_context(), identifier, value, why=why):
        say(line)


@app.command()
def dismiss(identifier: Annotated[str, typer.Argument(metavar="ID", help="The problem's id.")], why: Why) -> None:
    """Say that a problem is none, or that it cannot be mended."""
    from secretariat.flow import decide
    from secretariat.flow.context import open_context

    say(decide.dismiss(open_context(), identifier, why=why))


@app.command()
def reopen(identifier: Annotated[str, typer.Argument(metavar="ID", help="The problem's id.")], why: Why) -> None:
    """Withdraw what was decided about a problem: its repair or dismissal."""
    from secretariat.flow import decide
    from secretariat.flow.context import open_context

    say(decide.reopen(open_context(), identifier, why=why))
