"""What a sync did and how the sources stand, in words for a terminal."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from secretariat.cli.plain import say

if TYPE_CHECKING:
    from secretariat.facts.freshness import Freshness, SourceState
    from secretariat.flow.lapsing import AboutToLapse
    from secretariat.flow.status import Status
    from secretariat.flow.sync.result import ListDone, Synced

SOURCES = ("chain", "query-node", "prices")


def say_sync(done: "Synced", *, verbose: bool) -> None:
    """Say what came of each source, then what went wrong, then how fresh everything is."""
    for source in SOURCES:
        lists = [one for one in done.lists if one.name.startswith(f"{source}/")]
        if lists:
            say(f"{source}: {_summary(lists)}")
            for one in lists if verbose else ():
                say(f"  {one.name.removeprefix(f'{source}/')}: {_counts([one])}")
    for one in done.lists:
        if one.way == "refused":
            say(f"REFUSED {one.name}: {one.refused}")
    for source, why in done.failures.items():
        say(f"FAILED {source}: {why}")
    for note in done.notes:
        say(f"note: {note}")
    for judged in done.freshness:
        say(_judged(judged, done.states.get(judged.source), done.failures.get(judged.source, "")))
    say(
        f"{done.requests:,} {_plural('request', done.requests)}, {done.bytes_received / 1_000_000:.1f} MB. {_next(done)}"
    )


def _summary(lists: Sequence["ListDone"]) -> str:
    refused = sum(one.way == "refused" for one in lists)
    said = f"{len(lists):,} {_plural('list', len(lists))}, {_counts(lists)}"
    return f"{said}; {refused} refused" if refused else said


def _counts(lists: Sequence["ListDone"]) -> str:
    """Say how many rows there are and what changed among their records."""
    if all(one.way == "refused" for one in lists):
        return "refused"
    rows = sum(one.rows for one in lists)
    changes = (
        ("added", sum(one.added for one in lists)),
        ("changed", sum(one.changed for one in lists)),
        ("removed", sum(one.removed for one in lists)),
        ("problems come or gone", sum(one.problems for one in lists)),
    )
    said = ", ".join(f"{count:,} {word}" for word, count in changes if count)
    return f"{rows:,} {_plural('row', rows)}: {said or 'all as before'}"


def _judged(judged: "Freshness", state: "SourceState | None", told: str) -> str:
    """Say how fresh a source is; why it failed was ``told`` before and is not repeated."""
    known = None if state is None or not judged.height_told else state.height
    height = "" if known is None else f", block {known:,}"
    least = " at least" if known is not None and state is not None and state.lower_bound else ""
    why = judged.reason.removesuffix(f": {told}") if told else judged.reason
    reason = f": {why}" if why else ""
    return f"{judged.source} is {judged.verdict}{height}{least}{reason}"


def _next(done: "Synced") -> str:
    if not done.complete:
        known = "What was known before stays where something was refused or failed;"
        if done.failures:
            return f"{known} `secretariat doctor` says what to do, then run `secretariat sync` again."
        return f"{known} run `secretariat sync` again."
    if done.moved:
        return "The tables are built anew: `secretariat table`, `secretariat problems`, `secretariat deadlines`."
    return "Nothing changed."


def say_status(found: "Status") -> None:
    """Say how far every source is, what failed last, and how much is known."""
    if not found.freshness and not found.sources:
        say("No live source is configured. Run `secretariat init` for a secretariat.toml that names them.")
    judged = {one.source: one for one in found.freshness}
    for known in found.sources:
        state, verdict = known.state, judged.get(known.state.source)
        say(_standing(state, verdict, found))
        if verdict is not None and verdict.reason:
            say(f"  {verdict.reason}")
        if state.failure and (verdict is None or state.failure not in verdict.reason):
            say(f"  failed at {known.failed_at}: {state.failure}")
    tried = {known.state.source for known in found.sources}
    for one in found.freshness:
        if one.source not in tried:
            say(f"{one.reason}. Run `secretariat sync`.")
    if any(known.state.failure for known in found.sources):
        say("`secretariat doctor` says for each failure what to do.")
    for left in found.left_out:
        say(f"{left} {left.remedy}")
    for name, step in found.steps.items():
        say(_step(name, step))
    say(_outbox(found.outbox))
    for line in found.office:
        say(f"the office: {line}")
    for about in found.lapsing:
        say(f"about to lapse: {LAPSING[about.lapsing.what].format(name=about.lapsing.name)}, {_last(about)}")
    rows = sum(one.count for one in found.lists)
    tables = f"{found.published} {_plural('table', found.published)}"
    problems = "no" if found.open_problems is None else f"{found.open_problems:,}"
    say(
        f"{len(found.lists)} lists with {rows:,} rows; {tables}; {problems} open {_plural('problem', found.open_problems or 0)}"
    )


def _step(name: str, step: Mapping[str, Any]) -> str:
    from secretariat.facts.freshness import duration

    words = "never succeeded" if step["age"] is None else f"succeeded {duration(step['age'])} ago"
    late = ", which is late" if step["late"] and step["age"] is not None else ""
    return f"the step {name} {words}{late}{'; since then it failed: ' + step['failure'] if step['failed'] else ''}"


def _outbox(box: Mapping[str, Any]) -> str:
    """Say what is in the outbox, and how long the oldest that waits to be sent has waited."""
    from secretariat.facts.freshness import duration

    oldest = "" if box["oldest_waiting"] is None else f" (the oldest for {duration(box['oldest_waiting'])})"
    return (
        f"outbox: {box['waiting']} to send{oldest}, {box['to_sign']} at a wallet, {box['unconfirmed']} unconfirmed, "
        f"{box['failed']} failed"
    )


LAPSING = {
    "yes": "the yes to {name}, which is not sent",
    "signature": "the yes to {name}, which waits for a wallet",
    "standing": "the standing approval {name}",
}
"""What is about to lapse, in words."""


def _last(about: "AboutToLapse") -> str:
    when = f" ({about.words})" if about.expected else ""
    return f"last block {about.lapsing.last:,}{when}"


def _standing(state: "SourceState", verdict: "Freshness | None", found: "Status") -> str:
    from secretariat.facts.freshness import duration, seconds_between

    words = [state.source]
    if verdict is None and state.source != "prices":
        words[0] += " is not configured any more"
    if verdict is not None:
        lag = "" if verdict.lag is None else f", {duration(verdict.lag)} behind"
        words[0] += f" is {verdict.verdict}{lag} (limit {duration(verdict.limit)})"
    if state.height is not None and (verdict is None or verdict.height_told):
        words.append(
            f"block {state.height:,}{' at least' if state.lower_bound else ''} ({state.height_at or 'time unknown'})"
        )
    if state.read_at is None and verdict is None:
        words.append("never read")
    if state.read_at is not None:
        words.append(f"read {duration(max(0, seconds_between(state.read_at, found.at)))} ago")
    return ", ".join(words)


def _plural(word: str, count: int) -> str:
    return word if count == 1 else f"{word}s"
