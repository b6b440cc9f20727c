"""What KPI sources contradict: earnings and gradings, published totals and earnings, one KPI round and the next."""

from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from secretariat.facts.amounts import Amount, decimal_text, token_text
from secretariat.facts.kpi_ledger import KpiComparison, comparisons, rounds
from secretariat.facts.kpis import KpiRound
from secretariat.facts.problems import Problem, Target, problem
from secretariat.facts.records import REPAIRED, Stated
from secretariat.facts.snapshot import Snapshot

_WHAT = {
    "kpi-earning": "Another file states {expected} for {subject} in KPI round {kpi_round}, this one {found}.",
    "kpi-possible-reward": "The KPI document of round {kpi_round} offers {expected}; the earnings file says {found}.",
    "kpi-earned-and-granted": "The gradings of KPI round {kpi_round} grant {subject} {expected}; the earnings file says"
    " {found}.",
    "kpi-published-total": "The earnings of {subject} come to {expected} over the rounds known; the published"
    " leaderboard says {found}.",
}


def problems(snapshot: Snapshot) -> tuple[Problem, ...]:
    """Find every contradiction between KPI sources, and gaps and overlaps between KPI rounds."""
    differing = (found for found in comparisons(snapshot) if not found.agrees)
    return (*(_contradiction(found) for found in differing), *_neighbours(snapshot))


def _contradiction(found: KpiComparison) -> Problem:
    stated = found.stated
    words = _WHAT[found.check].format(
        expected=_shown(found.expected, found.unit),
        found=_shown(found.found, found.unit),
        subject=found.subject,
        kpi_round=found.kpi_round,
    )
    return problem(
        "contradiction",
        file=stated.file,
        line=stated.line,
        subject=f"{found.check} {stated.key} {found.field}",
        what=f"{words} Compared with {_first_and_count(found.expected_source)}.",
        repair=f"Set it to {_shown(found.expected, found.unit)} if the other source is right, or dismiss this.",
        target=Target(kind=stated.kind, key=stated.key, field=found.field),
    )


def _shown(value: Decimal | int, unit: str) -> str:
    number = decimal_text(value) if isinstance(value, Decimal) else token_text(Amount(value))
    return f"{number} {unit}"


def _first_and_count(sources: str) -> str:
    """Name the first of many sources and how many more there are."""
    first, *more = [part for part in sources.split("; ") if REPAIRED not in part]
    return f"{first} and {len(more)} more" if more else first


def _neighbours(snapshot: Snapshot) -> Iterable[Problem]:
    """Compare each KPI round with the next one, where both are known.

    A round may be printed to end at the next one's first block, or at the block before it.
    """
    known = sorted(rounds(snapshot).values(), key=lambda record: record.fact.kpi_round)
    for before, after in pairwise(known):
        end, start = before.fact.end_block, after.fact.start_block
        if after.fact.kpi_round != before.fact.kpi_round + 1 or end is None or start is None:
            continue
        if start > end + 1:
            yield _between("round-gap", before, after, f"leaves {start - end - 1:,} blocks to no round")
        elif start < end:
            yield _between("round-overlap", before, after, f"shares {end - start:,} blocks with it")


def _between(code: str, before: Stated[KpiRound], after: Stated[KpiRound], what: str) -> Problem:
    return problem(
        code,
        file=after.file,
        line=after.line,
        subject=f"kpi rounds {before.fact.kpi_round} and {after.fact.kpi_round}",
        what=f"KPI round {after.fact.kpi_round} starts at block {after.fact.start_block:,}; round"
        f" {before.fact.kpi_round} ends at {before.fact.end_block:,} ({before.source}), which {what}.",
        repair="Set the height that is wrong.",
        target=Target(kind=after.kind, key=after.key, field="start_block"),
    )
