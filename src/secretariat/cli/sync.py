"""``secretariat sync`` and ``secretariat status``: read the live sources, and tell how fresh what is known is."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.flow.status import Status
    from secretariat.flow.sync.result import ListDone, Synced

AsJson = Annotated[bool, typer.Option("--json", help="Print it as JSON.")]


def sync(
    full: Annotated[
        bool, typer.Option("--full", help="Compare every settled row now, not in turns over 7 days.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Read chain, query node and prices as they are configured, and build every table. Exit 1 when something is missing."""
    from secretariat.cli.progress import Spinner
    from secretariat.flow.context import open_context
    from secretariat.flow.sync.run import sync as run_sync

    with Spinner() as spinner:
        done = run_sync(open_context(), full=full, progress=spinner.say)
    if as_json:
        typer.echo(json.dumps(_sync_json(done), ensure_ascii=False, indent=1))
    else:
        _say_sync(done)
    if not done.complete:
        raise typer.Exit(1)


def status(as_json: AsJson = False) -> None:
    """Tell how far every live source is, without asking it. Exit 1 when one is behind."""
    from secretariat.flow import status as flow_status
    from secretariat.flow.context import open_context

    found = flow_status.status_now(open_context(writes=False))
    if as_json:
        typer.echo(json.dumps(flow_status.as_json(found), ensure_ascii=False, indent=1))
    else:
        _say_status(found)
    if not found.fresh:
        raise typer.Exit(1)


def _say_sync(done: "Synced") -> None:
    moved = [one for one in done.lists if one.moved or one.problems]
    refused = [one for one in done.lists if one.way == "refused"]
    for one in moved:
        say(f"{one.name}: {one.rows:,} rows{_changes(one)}")
    for one in refused:
        say(f"{one.name}: REFUSED. {one.refused}")
    for source, why in done.failures.items():
        say(f"{source}: FAILED. {why}")
    for note in done.notes:
        say(f"note: {note}")
    quiet = len(done.lists) - len(moved) - len(refused)
    say(
        f"{len(done.lists)} lists: {len(moved)} changed, {quiet} as before, {len(refused)} refused; {done.requests:,} requests"
    )
    for judged in done.freshness:
        say(f"{judged.source}: {judged.verdict}{'. ' + judged.reason if judged.reason else ''}")


def _changes(one: "ListDone") -> str:
    counts = (
        ("added", one.added),
        ("changed", one.changed),
        ("removed", one.removed),
        ("problems changed", one.problems),
    )
    said = ", ".join(f"{count:,} {word}" for word, count in counts if count)
    return f" ({said})" if said else ""


def _sync_json(done: "Synced") -> dict[str, object]:
    return {
        "contract": "secretariat.sync/1",
        "complete": done.complete,
        "requests": done.requests,
        "bytes_received": done.bytes_received,
        "failures": done.failures,
        "notes": done.notes,
        "lists": [
            {
                "list": one.name,
                "way": one.way,
                "rows": one.rows,
                "added": one.added,
                "changed": one.changed,
                "removed": one.removed,
                "compared": one.compared,
                "refused": one.refused,
            }
            for one in done.lists
        ],
        "freshness": [
            {"source": one.source, "verdict": one.verdict, "lag": one.lag, "limit": one.limit, "reason": one.reason}
            for one in done.freshness
        ],
    }


def _say_status(found: "Status") -> None:
    from secretariat.facts.freshness import duration, seconds_between

    if not found.freshness and not found.sources:
        say("No live source is configured. Run `secretariat init` for a secretariat.toml that names them.")
    judged = {one.source: one for one in found.freshness}
    for known in found.sources:
        state, verdict = known.state, judged.get(known.state.source)
        words = [state.source]
        if state.height is not None:
            words.append(f"block {state.height:,}{' at least' if state.lower_bound else ''} ({state.height_at})")
        if state.read_at is not None:
            words.append(f"read {duration(max(0, seconds_between(state.read_at, found.at)))} ago")
        if verdict is not None:
            lag = "" if verdict.lag is None else f", {duration(verdict.lag)} behind"
            words.append(f"{verdict.verdict}{lag} (limit {duration(verdict.limit)})")
        say(", ".join(words))
        if state.failure:
            say(f"  last failure, {known.failed_at}: {state.failure}")
        if verdict is not None and not verdict.fresh:
            say(f"  {verdict.reason}")
    for one in found.freshness:
        if one.verdict == "unknown":
            say(f"{one.reason}. Run `secretariat sync`.")
    rows = sum(one.count for one in found.lists)
    say(
        f"{len(found.lists)} lists with {rows:,} rows; {found.published} tables published; "
        f"{found.open_problems if found.open_problems is not None else 'no'} open problems"
    )
