"""``secretariat publish``: write the workbook, the data files and the site."""

from pathlib import Path
from typing import Annotated

import typer


def publish(
    out: Annotated[Path, typer.Option("--out", help="The folder to write to; made if it is not there.")],
    views: Annotated[
        Path | None, typer.Option(help="A folder of saved views (TOML) to publish beside the bundled ones.")
    ] = None,
) -> None:
    """Write leaderboard.xlsx, every table as CSV and Parquet, and a static site."""
    from secretariat.flow.context import open_context
    from secretariat.flow.publish import publish_files

    for line in publish_files(open_context(), out, views):
        typer.echo(line)
