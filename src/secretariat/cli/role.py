"""``secretariat role``: what the role asks, and how far the desk does it."""

from typing import Annotated

import typer


def role(
    as_json: Annotated[bool, typer.Option("--json", help="Print the rows as JSON.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Print docs/role.md.")] = False,
) -> None:
    """Print every row of the role with its state: works, partly or planned."""
    import json
    from dataclasses import asdict

    from secretariat.duties.role import ROLE
    from secretariat.formats.role_text import role_markdown

    if as_json:
        typer.echo(
            json.dumps({"contract": "secretariat.role/1", "rows": [asdict(row) for row in ROLE]}, ensure_ascii=False)
        )
    elif as_markdown:
        typer.echo(role_markdown([asdict(row) for row in ROLE]), nl=False)
    else:
        for row in ROLE:
            typer.echo(f"{row.id:<4} {row.state:<8} {row.asks}")
            if row.proof:
                typer.echo(f"{'':13} {row.proof}")
