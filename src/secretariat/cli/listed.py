"""Commands as they stand in the lists of ``--help``."""

from collections.abc import Callable
from typing import TypeVar

import typer

_Command = TypeVar("_Command", bound=Callable[..., None])


def listed(app: typer.Typer, name: str | None = None) -> Callable[[_Command], _Command]:
    """Add a command to an app; the list shows the whole first paragraph about it, which would be cut otherwise."""

    def add(command: _Command) -> _Command:
        about = (command.__doc__ or "").split("\n\n")[0]
        app.command(name, short_help=" ".join(about.split()))(command)
        return command

    return add
