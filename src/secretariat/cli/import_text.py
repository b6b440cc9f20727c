"""What an import did or would do, for a person: row by row, the problems it changes, and a line per data set."""

from typing import TYPE_CHECKING

import typer

from secretariat.cli.import_counts import COLUMNS, counts_of
from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.facts.changes import DocumentChange, RowChange
    from secretariat.facts.problems import Problem
    from secretariat.flow.collect import Import
    from secretariat.flow.gone import Gone

_SIGNS = {"added": "+", "changed": "~", "removed": "-"}
_LONGEST_LIST = 200


def print_preview(done: "Import") -> None:
    """Print every row that is added, changed or removed, and the problems of what changes, with file and line.

    Of a file that is as it was, only the number of its problems is told.
    """
    for change in done.changes:
        for row in change.rows:
            if row.change in _SIGNS:
                say(f"{_SIGNS[row.change]} {_place(change, row)}")
                for name, before, now in row.fields:
                    say(f"    {name}: {before or 'unknown'} -> {now or 'unknown'}")
    _print_problems(done)


def _print_problems(done: "Import") -> None:
    """Print the problems that come and go, then those that stand in changed files; of the others only the number."""
    found = [(what, problem, change.same) for change in done.changes for what, problem in change.problems]
    for what, problem, _ in found:
        if what != "standing":
            say(_problem_line(what, problem))
    for what, problem, same in found:
        if what == "standing" and not same:
            say(_problem_line(what, problem))
    as_before = sum(what == "standing" and same for what, _, same in found)
    if as_before:
        problems = "1 problem" if as_before == 1 else f"{as_before} problems"
        typer.echo(f"{problems} of files that did not change: as before.")


def _place(change: "DocumentChange", row: "RowChange") -> str:
    return f"{row.kind} {row.key}  ({change.path}:{row.line})"


def _problem_line(what: str, problem: "Problem") -> str:
    done = "repaired" if problem.applied else "refused" if problem.refused else "problem"
    sign, word = {"new": ("!", done), "standing": ("=", f"still {done}"), "gone": ("-", f"no more {done}")}[what]
    return f"{sign} {word} {problem.code}  ({problem.file}:{problem.line})  {problem.what}"


def print_summary(done: "Import") -> None:
    """Print what an import did: a line per data set, the differences, the unknown files, and what to do next."""
    counts = counts_of(done)
    width = max(len(name) for name in counts)
    say(f"{'data set':<{width}}  " + " ".join(f"{name:>9}" for name in COLUMNS))
    for format_, numbers in sorted(counts.items(), key=lambda item: (item[0] == "unknown", item[0])):
        cells = " ".join(f"{numbers[name]:>9,}" if numbers[name] else " " * 9 for name in COLUMNS)
        say(f"{format_:<{width}}  {cells}".rstrip())
    typer.echo("")
    if done.committed:
        _print_differences(done)
    _print_unknown(done)
    _print_gone(done)
    if done.committed:
        say(
            f"Imported {_counted(done.recognised, 'file')}; {_counted(done.open_in_all, 'problem')} "
            f"{'is' if done.open_in_all == 1 else 'are'} open, of single files and between them."
        )
        if done.waits:
            say(done.waits)
        say("Next: secretariat problems · secretariat table · secretariat publish --out DIR")
    else:
        say(f"Nothing was written: {_counted(done.recognised, 'file')} would be imported. Run it without --dry-run.")


def _print_differences(done: "Import") -> None:
    """List what a newer version of a known file changed; new files are in the summary."""
    known = [change for change in done.changes if change.known]
    lines = []
    for change in known:
        for row in change.rows:
            if row.change in _SIGNS:
                fields = "; ".join(f"{n}: {b or 'unknown'} -> {a or 'unknown'}" for n, b, a in row.fields)
                lines.append(f"{_SIGNS[row.change]} {_place(change, row)}  {fields}".rstrip())
    lines += [
        _problem_line(what, problem) for change in known for what, problem in change.problems if what != "standing"
    ]
    if lines:
        say(f"Differences to what was known ({len(lines)}):")
        for line in lines[:_LONGEST_LIST]:
            say(f"  {line}")
        if len(lines) > _LONGEST_LIST:
            say(f"  … and {len(lines) - _LONGEST_LIST} more; --dry-run before an import lists all.")


def _print_unknown(done: "Import") -> None:
    unknown = [read.path for read in done.readings if read.format == "unknown"]
    if unknown:
        files = "1 file" if len(unknown) == 1 else f"{len(unknown)} files"
        say(f"{files} of no known format (also in the table `files`):")
        for path in unknown[:40]:
            say(f"  {path}")
        if len(unknown) > 40:
            say(f"  … and {len(unknown) - 40} more: secretariat table files --where format=unknown")


def _print_gone(done: "Import") -> None:
    """Name the files that are gone; those that are dropped with what goes with them, and all of them."""
    dropped = [one for one in done.gone if done.dropping and not one.held_by]
    kept = [one for one in done.gone if one not in dropped]
    if dropped:
        verb = "would be" if not done.committed else "was" if len(dropped) == 1 else "were"
        typer.echo(
            f"{_files(dropped)}, not in this checkout any more, {verb} dropped with all that was read from there:"
        )
        for one in dropped:
            say(f"  - {one.contents.path}  ({_contents(one)})")
    if kept:
        verb = "is" if len(kept) == 1 else "are"
        typer.echo(f"{_files(kept)} {verb} not in this checkout any more; what was read from there is kept:")
        for one in kept[:20]:
            because = f"  (it may be in {one.held_by}, which could not be read)" if done.dropping else ""
            say(f"  {one.contents.path}{because}")
        if len(kept) > 20:
            typer.echo(f"  … and {len(kept) - 20} more; --json lists all")
        if not done.dropping:
            typer.echo("  --drop-gone --dry-run shows what dropping them would remove.")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _files(gone: list["Gone"]) -> str:
    return "1 file imported before" if len(gone) == 1 else f"{len(gone)} files imported before"


def _contents(gone: "Gone") -> str:
    found = gone.contents
    counted = [f"{count:,} {kind}" for kind, count in found.records] or ["no rows"]
    problems = "1 problem" if found.problems == 1 else f"{found.problems:,} problems"
    return f"{found.format}: {', '.join(counted)}; {problems}"
