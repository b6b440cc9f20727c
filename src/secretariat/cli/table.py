"""``secretariat table``: list the published tables and views, or print one."""

import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.plain import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from secretariat.facts.tables import Built


_FEW_WORDS = 12
"""So many different words of a column are named where a condition finds no row."""


class TableFormat(StrEnum):
    """How a table is printed."""

    md = "md"
    csv = "csv"
    json = "json"


def table(
    name: Annotated[
        str | None, typer.Argument(help="The name of a table or view; without one, all are listed.")
    ] = None,
    format_: Annotated[TableFormat, typer.Option("--format", help="How to print it.")] = TableFormat.md,
    where: Annotated[
        list[str] | None,
        typer.Option(
            help="COLUMN=VALUE; only rows with exactly this value. May be given again for other columns. Empty: not known."
        ),
    ] = None,
    columns: Annotated[str | None, typer.Option(help="Only these columns, in this order: a,b,c.")] = None,
    views: Annotated[Path | None, typer.Option(help="A folder of views of your own, beside the bundled ones.")] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The same as --format json, as other commands have it.")
    ] = False,
) -> None:
    """List the published tables and views with a line each, or print one of them."""
    format_ = TableFormat.json if as_json else format_
    from secretariat.flow import ask
    from secretariat.flow.context import open_context

    context = open_context(writes=False)
    if name is None:
        _list(ask.tables(context), ask.views(views), as_json=format_ is TableFormat.json)
        return
    conditions = _conditions(where or [])
    built = ask.table(context, name, conditions, _names(columns), views)
    from secretariat.formats.table_text import FORMS

    text = FORMS[format_.value](built).rstrip("\n")
    if format_ is TableFormat.md:
        for line in text.split("\n"):
            say(line)
        _remark(built, max(map(len, text.split("\n"))), chosen=columns is not None)
        for column in conditions if not built.rows else ():
            _hint(ask.table(context, name, None, (column,), views))
    else:
        typer.echo(text)


def _conditions(where: list[str]) -> dict[str, str]:
    conditions = {}
    for condition in where:
        column, equals, value = condition.partition("=")
        if not equals or not column:
            raise typer.BadParameter(f"write COLUMN=VALUE, not {condition!r}", param_hint="--where")
        name = column.strip()
        if name in conditions:
            raise typer.BadParameter(
                f"the column {name} is given twice, and no row has two values of it; leave one out",
                param_hint="--where",
            )
        conditions[name] = value
    return conditions


def _names(columns: str | None) -> tuple[str, ...]:
    names = tuple(name.strip() for name in columns.split(",")) if columns is not None else ()
    twice = next((name for name in names if names.count(name) > 1), None)
    if "" in names or twice is not None:
        wrong = f"the column {twice} is named twice" if twice else "a name is missing"
        raise typer.BadParameter(f"{wrong}; write names with commas between them: a,b,c", param_hint="--columns")
    return names


def _remark(built: "Built", width: int, *, chosen: bool) -> None:
    """Say on standard error that a table has no rows, or is wider than the terminal it is printed to."""
    if not built.rows:
        typer.echo("0 rows", err=True)
    elif not chosen and sys.stdout.isatty() and width > shutil.get_terminal_size().columns:
        few = ",".join(heading.name for heading in built.headings[:3])
        typer.echo(
            f"{len(built.headings)} columns are wider than this terminal. A few of them: --columns {few}", err=True
        )


def _hint(column: "Built") -> None:
    """Say which words a column of a table without rows holds, where they are few."""
    (heading,) = column.headings
    words = sorted({str(value) for (value,) in column.rows if value is not None})
    if heading.unit.type == "text" and 0 < len(words) <= _FEW_WORDS:
        typer.echo(f"{heading.name} holds: {', '.join(words)}", err=True)


def _list(found: tuple["Mapping[str, Any]", ...], seen: tuple["Mapping[str, Any]", ...], *, as_json: bool) -> None:
    if as_json:
        import json

        listed = {"contract": "secretariat.tables/1", "tables": found, "views": seen}
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=1))
        return
    if not found:
        typer.echo("Nothing is published yet. Run: secretariat import PATH, or secretariat sync")
        return
    width = max(len(row["name"]) for row in (*found, *seen))
    for row in found:
        typer.echo(f"{row['name']:<{width}}  {row['row_count']:>6} rows  {row['description']}")
    typer.echo("")
    for row in seen:
        say(f"{row['name']:<{width}}  view of {row['table']}: {row['description']}")
