"""``secretariat table``: list the published tables, or print one."""

from enum import StrEnum
from typing import Annotated

import typer

from secretariat.cli.plain import say


class TableFormat(StrEnum):
    """How a table is printed."""

    md = "md"
    csv = "csv"
    json = "json"


def table(
    name: Annotated[str | None, typer.Argument(help="A table's name; without one, the tables are listed.")] = None,
    format_: Annotated[TableFormat, typer.Option("--format", help="How to print it.")] = TableFormat.md,
    where: Annotated[
        list[str] | None,
        typer.Option(help="COLUMN=VALUE; only rows with exactly this value. May be given again. Empty: not known."),
    ] = None,
) -> None:
    """List the published tables with a line each, or print one of them."""
    from secretariat.flow import ask
    from secretariat.flow.context import open_context

    context = open_context(writes=False)
    if name is None:
        _list(ask.tables(context), as_json=format_ is TableFormat.json)
        return
    built = ask.table(context, name, _conditions(where or []))
    from secretariat.formats.table_text import FORMS

    text = FORMS[format_.value](built).rstrip("\n")
    if format_ is TableFormat.md:
        for line in text.split("\n"):
            say(line)
    else:
        typer.echo(text)


def _conditions(where: list[str]) -> dict[str, str]:
    conditions = {}
    for condition in where:
        column, equals, value = condition.partition("=")
        if not equals or not column:
            raise typer.BadParameter(f"write COLUMN=VALUE, not {condition!r}", param_hint="--where")
        conditions[column.strip()] = value
    return conditions


def _list(found: tuple[object, ...], *, as_json: bool) -> None:
    rows = [row for row in found if isinstance(row, dict)]
    if as_json:
        import json

        typer.echo(json.dumps({"contract": "secretariat.tables/1", "tables": rows}, ensure_ascii=False, indent=1))
        return
    if not rows:
        typer.echo("Nothing is published yet. Run: secretariat import PATH")
        return
    width = max(len(row["name"]) for row in rows)
    for row in rows:
        typer.echo(f"{row['name']:<{width}}  {row['row_count']:>6} rows  {row['description']}")
