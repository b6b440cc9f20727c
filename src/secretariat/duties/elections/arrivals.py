"""How many stood at which block of this announcing, and how late candidacies came in past ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice, pairwise

from secretariat.duties.elections.view import View
from secretariat.facts.councils import StageUpdate
from secretariat.facts.election_cycles import Candidacy, ElectionEvent
from secretariat.facts.freshness import seconds_between
from secretariat.facts.medians import median
from secretariat.facts.records import Stated

PERIODS = 12
"""So many past announcing periods are looked at, those in which nobody came among them."""

HOUR = 60 * 60
LATE_SECONDS, LATE_THREE_DAYS_SECONDS = 24 * HOUR, 72 * HOUR

CHANGES = {"new-candidate": 1, "candidacy-withdrawn": -1}


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """How many stood after a block."""

    block: int
    standing: int


def counts(view: View) -> tuple[Counted, ...]:
    """Give how many stood in the course of this announcing, oldest first; the last is the chain's own count at the head.

    Steps before it are from the query node's events, which may lag or be unknown: the chain's count goes before them.
    """
    changes: dict[int, int] = {}
    for one in view.snapshot.of(ElectionEvent):
        block, change = one.fact.block, CHANGES.get(one.fact.event)
        if change is not None and block is not None and view.span.begins <= block <= view.head:
            changes[block] = changes.get(block, 0) + change
    found: list[Counted] = []
    standing = 0
    for block in sorted(changes):
        standing += changes[block]
        found.append(Counted(block=block, standing=standing))
    now = view.standing or 0
    if not found and now:
        return (Counted(block=view.span.begins, standing=now),)
    if (found[-1].standing if found else 0) != now:
        found.append(Counted(block=view.head, standing=now))
    return (Counted(block=view.span.begins, standing=0), *found)


def fewest_since(steps: Sequence[Counted], block: int) -> int:
    """Give the lowest count after a block and later."""
    before = [step for step in steps if step.block <= block]
    later = [step.standing for step in steps if step.block > block]
    return min([before[-1].standing if before else steps[0].standing, *later])


def drops_since(steps: Sequence[Counted], block: int, needed: int) -> int:
    """Count how often, after a block, fewer than needed stood where there had been enough."""
    return sum(
        1 for before, after in pairwise(steps) if after.block > block and before.standing >= needed > after.standing
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Arrivals:
    """Candidacies of past announcing periods: how many, and how many of them came in the last 24 and 72 hours.

    ``median`` is in seconds before the end, exact. ``reached_late`` counts the periods in which enough stood only in the last 24 hours.
    ``shortest`` is the length of the shortest period in seconds. ``records`` are the stages' places.
    """

    periods: int
    shortest: int
    candidacies: int
    late: int
    late_three_days: int
    median: Decimal
    reached_late: int
    records: tuple[Stated[StageUpdate], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Period:
    """One announcing period that is over: its stage, its length in seconds, and who came how many seconds before its end."""

    stage: Stated[StageUpdate]
    seconds: int
    came: tuple[tuple[int, Candidacy], ...]


def past_arrivals(view: View, needed: int) -> Arrivals | None:
    """Look at the last announcing periods before this one, also those without a candidacy; None where nobody came in any.

    Members who withdrew are counted as having come, and not towards the number needed.
    """
    found = tuple(islice(_past_periods(view), PERIODS))
    times = [seconds for period in found for seconds, _ in period.came]
    middle = median(times)
    if middle is None:
        return None
    early = [sum(seconds > LATE_SECONDS and one.status != "withdrawn" for seconds, one in each.came) for each in found]
    standing = [sum(one.status != "withdrawn" for _, one in each.came) for each in found]
    return Arrivals(
        periods=len(found),
        shortest=min(each.seconds for each in found),
        candidacies=len(times),
        late=sum(seconds <= LATE_SECONDS for seconds in times),
        late_three_days=sum(seconds <= LATE_THREE_DAYS_SECONDS for seconds in times),
        median=middle,
        reached_late=sum(e < needed <= s for e, s in zip(early, standing, strict=True)),
        records=tuple(each.stage for each in found),
    )


def _past_periods(view: View) -> Iterator[_Period]:
    """Give the announcing periods before this one, newest first.

    A period lies between two changes of stage, the later one in the block that was stored as its end; times are those of the blocks.
    """
    stages = sorted(
        (one for one in view.snapshot.of(StageUpdate) if one.fact.changed_block is not None and one.fact.created_at),
        key=lambda one: (one.fact.changed_block or 0, one.key),
    )
    came = sorted(
        (one.fact for one in view.snapshot.of(Candidacy) if one.fact.created_at), key=lambda one: one.created_at or ""
    )
    for stage, after in reversed(list(pairwise(stages))):
        begins, ends = stage.fact.created_at, after.fact.created_at
        whole = stage.fact.stage == "announcing" and stage.fact.ends_at == after.fact.changed_block
        if not whole or begins is None or ends is None or (after.fact.changed_block or 0) > view.span.begins:
            continue
        of_period = (
            (seconds_between(one.created_at, ends), one)
            for one in came
            if one.created_at is not None and begins <= one.created_at < ends
        )
        yield _Period(stage=stage, seconds=seconds_between(begins, ends), came=tuple(of_period))
