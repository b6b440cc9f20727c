"""Why an election failed: read from the stage update or the event in the block in which its cycle ended."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import ElectionCycle, ElectionEvent, is_election
from secretariat.facts.records import Stated

REASONS = ("not-enough-candidates", "new-council-not-elected")


@dataclass(frozen=True, kw_only=True, slots=True)
class Failure:
    """One failed election. ``reason`` is unknown where no source tells it; ``source`` names the record that does."""

    cycle: int | None
    ended_block: int | None
    reason: str | None = None
    source: str = ""


def failures(
    cycles: Iterable[Stated[ElectionCycle]],
    updates: Iterable[Stated[StageUpdate]],
    events: Iterable[Stated[ElectionEvent]],
) -> dict[str, Failure]:
    """Give every failed election by its key: finished, and without a council that came of it."""
    reasons: dict[int, tuple[str, str]] = {}
    for event in events:
        if event.fact.event in REASONS and event.fact.block is not None:
            reasons[event.fact.block] = (event.fact.event, event.source)
    for update in updates:
        if update.fact.problem is not None and update.fact.changed_block is not None:
            reasons[update.fact.changed_block] = (update.fact.problem, update.source)
    found = {}
    for cycle in cycles:
        if cycle.fact.finished is not True or cycle.fact.next_council is not None or not is_election(cycle):
            continue
        reason, source = reasons.get(cycle.fact.ended_block or -1, (None, ""))
        found[cycle.key] = Failure(
            cycle=cycle.fact.cycle, ended_block=cycle.fact.ended_block, reason=reason, source=source
        )
    return found
