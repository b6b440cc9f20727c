"""``secretariat import``: read the community's archives into the store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli.import_text import print_preview, print_summary
from secretariat.errors import SecretariatError

if TYPE_CHECKING:
    from secretariat.flow.collect import Import

STOPPED = 130
"""The exit code of a command that the person stopped with Ctrl-C, as shells have it."""


class OutputFailed(SecretariatError):
    """What a command did cannot be printed."""


def import_(
    path: Annotated[Path, typer.Argument(help="A checkout of the community repository, or any part of it.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, row by row, and write nothing.")
    ] = False,
    drop_gone: Annotated[
        bool,
        typer.Option(
            "--drop-gone",
            help="Forget the files that the checkout at PATH does not have any more; see --dry-run first.",
        ),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Print where a reader failed, for a report.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read the archives at PATH into the store and rebuild every table."""
    from secretariat.cli.progress import Bar
    from secretariat.flow.collect import import_archive
    from secretariat.flow.context import open_context

    if debug:
        _log_to_terminal()
    context = open_context(writes=not dry_run)
    try:
        with Bar(shown=not as_json) as bar:
            done = import_archive(context, path, dry_run=dry_run, drop_gone=drop_gone, progress=bar.step)
    except KeyboardInterrupt:
        typer.echo("secretariat: Stopped. An import is written in full or not at all: run it again.", err=True)
        raise typer.Exit(STOPPED) from None
    try:
        _print(done, as_json=as_json)
    except BrokenPipeError:
        raise
    except OSError as error:
        was = "The import is done and in the store" if done.committed else "Nothing was written"
        raise OutputFailed(f"{was}, but what it did cannot be printed: {error.strerror}.") from error


def _log_to_terminal() -> None:
    """Print what the program itself logs, with tracebacks, on standard error."""
    import logging

    logging.basicConfig(format="%(name)s: %(message)s")
    logging.getLogger("secretariat").setLevel(logging.DEBUG)


def _print(done: "Import", *, as_json: bool) -> None:
    if as_json:
        import json

        from secretariat.cli.import_json import as_contract

        typer.echo(json.dumps(as_contract(done), ensure_ascii=False, indent=1))
    else:
        if not done.committed:
            print_preview(done)
        print_summary(done)
    sys.stdout.flush()
