"""``secretariat problems``: list what is damaged, repair a value, or say that it is none."""

import re
from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli.listed import listed
from secretariat.cli.plain import say
from secretariat.errors import SecretariatError

if TYPE_CHECKING:
    from secretariat.flow.context import Context

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


class ProblemSeverity(StrEnum):
    """How bad a problem is."""

    error = "error"
    warning = "warning"
    note = "note"


@app.callback()
def problems(
    context: typer.Context,
    code: Annotated[str | None, typer.Option(help="Only problems of this code.")] = None,
    state: Annotated[ProblemState | None, typer.Option(help="Only problems in this state.")] = None,
    severity: Annotated[ProblemSeverity | None, typer.Option(help="Only problems of this severity.")] = None,
    file: Annotated[str | None, typer.Option(help="Only problems of files with this in their path.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List the problems: errors first, then warnings and notes, each by file and line; their numbers before them."""
    if context.invoked_subcommand is not None:
        return
    from secretariat.cli.problems_list import in_order, lines_of, none_found
    from secretariat.flow import ask
    from secretariat.flow.context import open_context

    _check(code)
    opened = open_context(writes=False)
    wanted = {"code": code, "state": state and state.value, "severity": severity and severity.value}
    built = in_order(ask.table(opened, "problems", {name: text for name, text in wanted.items() if text}), file)
    if file and not built.rows:
        _check_file(opened, file)
    if as_json:
        from secretariat.formats.table_text import as_json as render

        typer.echo(render(built).rstrip("\n"))
    elif built.rows:
        for line in lines_of(built):
            say(line)
        typer.echo("\nRepair one value: secretariat problems repair ID VALUE --why TEXT")
    else:
        say(none_found(len(ask.table(opened, "problems").rows), {**wanted, "file": file}))


def _check_file(opened: "Context", file: str) -> None:
    """Refuse a path that no imported file has: an empty list would read as an all-clear."""
    from secretariat.cli.problems_list import row_texts
    from secretariat.flow import ask

    paths = [row["path"] for row in row_texts(ask.table(opened, "files"))]
    paths += [row["file"] for row in row_texts(ask.table(opened, "problems"))]
    if not any(file in path for path in paths):
        raise typer.BadParameter(
            f"no imported file has {file!r} in its path; secretariat table files lists them", param_hint="--file"
        )


def _check(code: str | None) -> None:
    """Refuse a code that no problem can have: an empty list would read as an all-clear."""
    from difflib import get_close_matches

    from secretariat.facts.problems import CODES

    if code is not None and code not in CODES:
        near = get_close_matches(code, CODES, n=1)
        hint = f"did you mean {near[0]}?" if near else "docs/contracts/problem-codes.md lists them."
        raise typer.BadParameter(f"there is no code {code!r}; {hint}", param_hint="--code")


@listed(app)
def repair(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The problem's id.")],
    value: Annotated[
        str,
        typer.Argument(
            help="The right value; amounts in tokens (also 600k, 1.5M); empty for unknown; one below nothing after --."
        ),
    ],
    why: Why,
) -> None:
    """Set the value that a problem points at to what a person knows it to be."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import problems as decide

    for line in decide.repair(open_context(), identifier, value, why=why):
        say(line)


@listed(app)
def dismiss(identifier: Annotated[str, typer.Argument(metavar="ID", help="The problem's id.")], why: Why) -> None:
    """Say that a problem is none, or that it cannot be mended."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import problems as decide

    say(decide.dismiss(open_context(), identifier, why=why))


@listed(app)
def reopen(identifier: Annotated[str, typer.Argument(metavar="ID", help="The problem's id.")], why: Why) -> None:
    """Withdraw what was decided about a problem: its repair or dismissal."""
    from secretariat.flow.context import open_context
    from secretariat.flow.decide import problems as decide

    say(decide.reopen(open_context(), identifier, why=why))


_NEGATIVE = re.compile(r"-\.?\d\S*")


def check_negative(arguments: Sequence[str]) -> None:
    """Say how a negative value is written, where one would be taken for an option. Raises SecretariatError."""
    if list(arguments[:2]) != ["problems", "repair"] or "--" in arguments:
        return
    for before, argument in pairwise(arguments):
        if _NEGATIVE.fullmatch(argument) and before != "--why":
            raise SecretariatError(
                f"{argument} would be an option. Write a value below nothing last, after two hyphens: "
                f"secretariat problems repair --why TEXT ID -- {argument}"
            )
