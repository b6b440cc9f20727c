"""``secretariat publish``: write the workbook, the data files and the site."""

from pathlib import Path
from typing import Annotated

import typer


def publish(
    out: Annotated[Path, typer.Option("--out", help="The folder to write to; made if it is not there.")],
    views: Annotated[
        Path | None, typer.Option(help="A folder of saved views (TOML) to publish beside the bundled ones.")
    ] = None,
    even_if_stale: Annotated[
        bool, typer.Option("--even-if-stale", help="Publish though a source is behind; what is published says so.")
    ] = False,
) -> None:
    """Write leaderboard.xlsx, every table as CSV and Parquet, and a static site."""
    from secretariat.cli.spinner import Spinner
    from secretariat.flow.context import open_context
    from secretariat.flow.publish import publish_files

    with Spinner("publishing") as spinner:
        told = publish_files(open_context(writes=False), out, views, spinner.say, even_if_stale=even_if_stale)
    for line in told:
        typer.echo(line)
