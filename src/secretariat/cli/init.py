"""``secretariat init``: write a commented configuration for mainnet."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    out: Annotated[
        Path | None, typer.Option("--out", help="Where to write it; secretariat.toml here unless named.")
    ] = None,
) -> None:
    """Write a commented secretariat.toml for mainnet, with every address in it; a file that is there is not touched."""
    from secretariat.flow.first_config import write_first_config

    path = write_first_config(out)
    typer.echo(f"{path} is written. Look through its addresses, then run: secretariat doctor, secretariat sync")
