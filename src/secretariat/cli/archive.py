"""``secretariat import``: read the community's archives into the store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.flow.collect import Import


def import_(
    path: Annotated[Path, typer.Argument(help="A checkout of the community repository, or any part of it.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would change, row by row, and write nothing.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Read the archives at PATH into the store and rebuild every table."""
    from secretariat.cli.progress import Bar
    from secretariat.flow.collect import import_archive
    from secretariat.flow.context import open_context

    context = open_context(writes=not dry_run)
    with Bar(shown=not as_json) as bar:
        done = import_archive(context, path, dry_run=dry_run, progress=bar.step)
    if as_json:
        import json

        typer.echo(json.dumps(_as_json(done), ensure_ascii=False, indent=1))
        return
    if dry_run:
        _print_rows(done)
    print_summary(done)


_SIGNS = {"added": "+", "changed": "~", "removed": "-"}


def _print_rows(done: "Import") -> None:
    """Print every row that is added, changed, removed, repaired or refused, with file and line."""
    for change in done.changes:
        for row in change.rows:
            if row.change in _SIGNS:
                say(f"{_SIGNS[row.change]} {row.kind} {row.key}  ({change.path}:{row.line})")
                for name, before, now in row.fields:
                    say(f"    {name}: {before or 'unknown'} -> {now or 'unknown'}")
    for read in done.readings:
        for problem in read.problems:
            word = "repaired" if problem.applied else "refused" if problem.refused else "problem"
            say(f"! {word} {problem.code}  ({problem.file}:{problem.line})  {problem.what}")


def print_summary(done: "Import") -> None:
    """Print what an import did: a line per data set, the differences, the unknown files, and what to do next."""
    counts = _counts(done)
    width = max(len(name) for name in counts)
    say(f"{'data set':<{width}}  " + " ".join(f"{name:>9}" for name in _COLUMNS))
    for format_, numbers in sorted(counts.items(), key=lambda item: (item[0] == "unknown", item[0])):
        cells = " ".join(f"{numbers[name]:>9,}" if numbers[name] else " " * 9 for name in _COLUMNS)
        say(f"{format_:<{width}}  {cells}".rstrip())
    typer.echo("")
    _print_changes(done)
    unknown = [read.path for read in done.readings if read.format == "unknown"]
    if unknown:
        files = "1 file" if len(unknown) == 1 else f"{len(unknown)} files"
        say(f"{files} of no known format (also in the table `files`):")
        for path in unknown[:40]:
            say(f"  {path}")
        if len(unknown) > 40:
            say(f"  … and {len(unknown) - 40} more: secretariat table files --where format=unknown")
    if done.gone:
        files = (
            "1 file that was imported before is"
            if len(done.gone) == 1
            else f"{len(done.gone)} files imported before are"
        )
        typer.echo(f"{files} not in this checkout any more; what was read from there is kept:")
        for path in done.gone[:20]:
            say(f"  {path}")
        if len(done.gone) > 20:
            typer.echo(f"  … and {len(done.gone) - 20} more")
    open_ = sum(1 for read in done.readings for problem in read.problems if not problem.applied)
    if done.committed:
        say(f"Imported {done.recognised} files; {open_} problems of single files are open.")
        say("Next: secretariat problems · secretariat table · secretariat publish --out DIR")
    else:
        say(f"Nothing was written: {done.recognised} files would be imported. Run it without --dry-run.")


def _print_changes(done: "Import") -> None:
    """List what a newer version of a known file changed; new files are in the summary."""
    if not done.committed:
        return
    lines = []
    for change in done.changes:
        for row in change.rows:
            if change.known and row.change in _SIGNS:
                fields = "; ".join(f"{n}: {b or 'unknown'} -> {a or 'unknown'}" for n, b, a in row.fields)
                lines.append(
                    f"{_SIGNS[row.change]} {row.kind} {row.key}  ({change.path}:{row.line})  {fields}".rstrip()
                )
    if lines:
        say(f"Differences to what was known ({len(lines)}):")
        for line in lines[:200]:
            say(f"  {line}")
        if len(lines) > 200:
            say(f"  … and {len(lines) - 200} more; --dry-run before an import lists all.")


_COLUMNS = ("files", "rows", "added", "changed", "removed", "unchanged", "repaired", "refused", "open")


def _counts(done: "Import") -> dict[str, dict[str, int]]:
    """Count per data set: files, rows as they stand in them, what becomes of those, and problems by what was done.

    A row that repeats a key is counted among the rows and, merged or refused, not among the kept ones.
    """
    counts: dict[str, dict[str, int]] = {}
    for read, change in zip(done.readings, done.changes, strict=True):
        numbers = counts.setdefault(read.format, dict.fromkeys(_COLUMNS, 0))
        numbers["files"] += 1
        for row in change.rows:
            numbers["rows"] += row.change != "removed"
            numbers[row.change] += 1
        for problem in read.problems:
            numbers["rows"] += problem.code == "duplicate-key"
            numbers["repaired" if problem.applied else "refused" if problem.refused else "open"] += 1
    return counts


def _as_json(done: "Import") -> dict[str, Any]:
    return {
        "contract": "secretariat.import/1",
        "committed": done.committed,
        "data_sets": [{"name": name, **numbers} for name, numbers in sorted(_counts(done).items())],
        "rows": [
            {
                "change": row.change,
                "kind": row.kind,
                "key": row.key,
                "file": change.path,
                "line": row.line,
                "fields": [{"name": name, "before": before, "now": now} for name, before, now in row.fields],
            }
            for change in done.changes
            for row in change.rows
            if row.change != "unchanged"
        ],
        "problems": [
            {
                "id": problem.id,
                "code": problem.code,
                "file": problem.file,
                "line": problem.line,
                "severity": problem.severity,
                "what": problem.what,
                "repair": problem.repair,
                "applied": problem.applied,
                "refused": problem.refused,
            }
            for read in done.readings
            for problem in read.problems
        ],
        "gone_files": list(done.gone),
        "unknown_files": [read.path for read in done.readings if read.format == "unknown"],
    }
