"""What must be true inside one KPI document: order of blocks, totals, seats, active times, gradings within rewards."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import TypeVar

from secretariat.facts.kpis import KpiRound
from secretariat.sources.archives.kpis.offered import ReadKpi
from secretariat.sources.archives.reading.json_fields import Entry

T = TypeVar("T")

BLOCKS_PER_DAY = 14_400
"""Six seconds each: "1 day (14,400 blocks)" in the KPI documents' own words."""

_FULL_TERM = re.compile(r"full\s+term", re.IGNORECASE)
_AFTER_TERM = re.compile(r"(?:full\s+)?term\s+end\s*\+\s*(\d{1,2})\s*days?", re.IGNORECASE)


def check_round(entry: Entry, fact: KpiRound, kpis: list[ReadKpi]) -> None:
    """Note every contradiction inside the document."""
    _check_order(entry, fact)
    _check_seats(entry, fact, kpis)
    _check_totals(entry, fact, kpis)
    for kpi in kpis:
        _check_range(fact, kpi)
        _check_grants(kpi)


def _check_order(entry: Entry, fact: KpiRound) -> None:
    heights = (
        ("start_block", fact.start_block),
        ("end_block", fact.end_block),
        ("deadline_block", fact.deadline_block),
    )
    for (before, lower), (after, upper) in _pairs(heights):
        if lower > upper or (after == "end_block" and lower == upper):
            entry.problem(
                "block-range-contradiction",
                after,
                f"KPI round {fact.kpi_round} has {before} {lower:,} and {after} {upper:,}; they are in the wrong order.",
                repair="Set the height that is wrong.",
            )
    days = (("started_at", fact.started_at), ("ended_at", fact.ended_at), ("deadline", fact.deadline))
    for (before, first), (after, second) in _pairs(days):
        if first[:10] > second[:10]:
            entry.problem(
                "header-contradiction",
                after,
                f"KPI round {fact.kpi_round} has {before} {first} and {after} {second}; they are in the wrong order.",
                repair="Set the day that is wrong.",
            )


def _pairs(named: Iterable[tuple[str, T | None]]) -> Iterator[tuple[tuple[str, T], tuple[str, T]]]:
    """Give each known value with the next known one."""
    return pairwise((name, value) for name, value in named if value is not None)


def _check_seats(entry: Entry, fact: KpiRound, kpis: list[ReadKpi]) -> None:
    """Compare the seats with the members whose votes were counted: only council members vote on proposals."""
    voted = max((len(kpi.members_voted) for kpi in kpis), default=0)
    if fact.seats is not None and voted > fact.seats:
        entry.problem(
            "impossible-figure",
            "seats",
            f"KPI round {fact.kpi_round} counts the votes of {voted} members, but prints {fact.seats} council members.",
            repair="Set the number of seats, or mend the grading.",
        )


def _check_totals(entry: Entry, fact: KpiRound, kpis: list[ReadKpi]) -> None:
    rewards = [kpi.fact.reward_usd for kpi in kpis]
    if not kpis or any(reward is None for reward in rewards):
        return
    total = sum((reward for reward in rewards if reward is not None), Decimal(0))
    if fact.reward_usd is not None and fact.reward_usd != total:
        entry.problem(
            "total-not-sum",
            "reward_usd",
            f"KPI round {fact.kpi_round} prints {fact.reward_printed} as its reward; its KPIs come to {total:f} USD.",
            repair="Set the total, or mend the KPI that is wrong.",
        )
    factors = [kpi.fact.fiat_pool_factor for kpi in kpis]
    if fact.fiat_difference_usd is None or any(factor is None for factor in factors):
        return
    # The pool shrinks or grows by reward times factor, so the largest difference is their sum.
    weighed = sum(((f or 0) * (r or 0) for f, r in zip(factors, rewards, strict=True)), Decimal(0))
    if weighed != abs(fact.fiat_difference_usd):
        entry.problem(
            "total-not-sum",
            "fiat_difference_usd",
            f"KPI round {fact.kpi_round} prints {fact.fiat_difference_usd:f} USD as the fiat pool's difference; rewards"
            f" times their factors come to {weighed:f} USD.",
            repair="Set the difference, or mend the factor or reward that is wrong.",
        )


def _check_range(round_: KpiRound, kpi: ReadKpi) -> None:
    start, end = kpi.fact.start_block, kpi.fact.end_block
    if start is not None and end is not None and start > end:
        _range_problem(kpi, "end_block", f"starts at block {start:,} and ends at {end:,}, before its start")
        return
    if round_.start_block is None or round_.end_block is None or round_.start_block >= round_.end_block:
        return
    expected = _expected_range(round_.start_block, round_.end_block, kpi.fact.active or "")
    if expected is not None:
        for field, found, wanted in (("start_block", start, expected[0]), ("end_block", end, expected[1])):
            if found is not None and found != wanted:
                _range_problem(
                    kpi, field, f"is active {kpi.fact.active!r}, which is block {wanted:,}, but prints {found:,}"
                )
        return
    if start is not None and not round_.start_block <= start <= round_.end_block:
        _range_problem(kpi, "start_block", f"starts at block {start:,}, outside the round")
    elif end is not None and end < round_.start_block:
        _range_problem(kpi, "end_block", f"ends at block {end:,}, before the round")
    elif end is not None and end > round_.end_block and not _spans_rounds(round_.start_block, round_.end_block, kpi):
        _range_problem(kpi, "end_block", f"ends at block {end:,}, after the round")


def _expected_range(start: int, end: int, active: str) -> tuple[int, int] | None:
    """Work out the heights that the words of ``active`` stand for; None for words without a fixed range."""
    if _FULL_TERM.fullmatch(active.strip()):
        return start, end
    match = _AFTER_TERM.fullmatch(active.strip())
    return (end, end + int(match[1]) * BLOCKS_PER_DAY) if match else None


def _spans_rounds(start: int, end: int, kpi: ReadKpi) -> bool:
    """Tell whether a KPI starts with the round and runs for whole rounds: some are given several to finish."""
    if kpi.fact.start_block != start or kpi.fact.end_block is None:
        return False
    return (kpi.fact.end_block - start) % (end - start) == 0


def _range_problem(kpi: ReadKpi, field: str, what: str) -> None:
    kpi.entry.problem(
        "block-range-contradiction",
        field,
        f"KPI {kpi.entry.key} {what}.",
        repair="Set the height that is wrong.",
    )


def _check_grants(kpi: ReadKpi) -> None:
    """Compare what was granted with the reward, with half a dollar of rounding for each of several whole grants."""
    reward, grants = kpi.fact.reward_usd, [grading.reward_usd for grading in kpi.gradings]
    if reward is None or kpi.uncapped or not grants or any(grant is None for grant in grants):
        return
    granted = sum((grant for grant in grants if grant is not None), Decimal(0))
    rounding = Decimal(len(grants)) / 2 if len(grants) > 1 else Decimal(0)
    if granted > reward + rounding:
        kpi.entry.problem(
            "impossible-figure",
            "reward_usd",
            f"KPI {kpi.entry.key} offers {reward:f} USD, but its gradings grant {granted:f} USD.",
            repair="Set the reward, or mend the grading that is wrong.",
        )
