"""``secretariat demo``: the main job on the bundled example archive."""

import shlex
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = Path(__file__).parent.parent / "demo" / "archive"


def demo(
    out: Annotated[Path, typer.Option("--out", help="The folder for the results; made if it is not there.")] = Path(
        "demo-output"
    ),
) -> None:
    """Import the bundled example archive into a store of its own, and publish it."""
    from secretariat import config
    from secretariat.cli.import_text import print_summary
    from secretariat.flow import ask
    from secretariat.flow.collect import import_archive
    from secretariat.flow.context import Context, open_store_at
    from secretariat.flow.publish import publish_files

    out.mkdir(parents=True, exist_ok=True)
    store = out / "secretariat.db"
    context = Context(config=config.Config(), engine=open_store_at(f"sqlite:///{store}"))
    typer.echo("An invented archive of a community repository, with every kind of damage that real ones have.\n")
    print_summary(import_archive(context, EXAMPLE, dry_run=False))
    typer.echo("\nA few of the problems found (the command problems lists all):")
    problems = ask.table(context, "problems")
    names = [heading.name for heading in problems.headings]
    seen: set[object] = set()
    for cells in problems.rows:
        row = dict(zip(names, cells, strict=True))
        if row["code"] not in seen and len(seen) < 5:
            seen.add(row["code"])
            typer.echo(f"  {row['file']}:{row['line']}\n    {row['what']} [{row['state']}]")
    typer.echo("\nPublishing:")
    for line in publish_files(context, out / "site", None):
        typer.echo(f"  {line}")
    typer.echo(f"\nOpen {out / 'site' / 'index.html'} in a browser, or {out / 'site' / 'leaderboard.xlsx'}.")
    typer.echo(f"Ask the store: cd {shlex.quote(str(out))} && {this_program()} table terms")


def this_program() -> str:
    """Write how this program is started from any folder, for a shell: as it was started now."""
    started = Path(sys.argv[0])
    if started.name == "__main__.py":
        return f"{shlex.quote(sys.executable)} -m secretariat"
    found = shutil.which(started.name)
    if found is not None and (not started.exists() or Path(found).resolve() == started.resolve()):
        return shlex.quote(started.name)
    return shlex.quote(str(started.absolute()))
