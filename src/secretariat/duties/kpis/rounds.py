"""The table of KPI rounds: what each offered, what was granted and what was paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.kpi_ledger import (
    earnings,
    gradings,
    rounds,
    sources_of,
    sum_tokens,
    sum_usd,
    term_earnings,
)
from secretariat.facts.kpis import KpiEarning, KpiGrading, KpiRound, KpiTermEarnings
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, COUNT, MOMENT, NUMBER, TEXT, TOKENS, USD, Column, Table

F = TypeVar("F", KpiGrading, KpiEarning)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoundRow:
    """One KPI round: its document, its totals in the earnings file, and the sums of what both list."""

    kpi_round: int
    head: KpiRound
    totals: Stated[KpiTermEarnings] | None
    graded_usd: Usd | None
    earned_usd: Usd | None
    earned_tokens: Amount | None
    source: str

    @property
    def possible_usd(self) -> Usd | None:
        """Give what the round offered: as its document says, else as the earnings file says."""
        if self.head.reward_usd is not None:
            return self.head.reward_usd
        return self.totals.fact.possible_usd if self.totals else None

    @property
    def difference_usd(self) -> Usd | None:
        """Give earned less granted, where both are known."""
        if self.earned_usd is None or self.graded_usd is None:
            return None
        return Usd(self.earned_usd - self.graded_usd)


def _rows(snapshot: Snapshot) -> Iterable[RoundRow]:
    documents, totals = rounds(snapshot), term_earnings(snapshot)
    granted, earned = _by_round(gradings(snapshot)), _by_round(earnings(snapshot))
    for number in sorted({*documents, *totals, *granted, *earned}):
        document, total = documents.get(number), totals.get(number)
        own_grants, own = granted.get(number, []), earned.get(number, [])
        heads: list[AnyStated] = [record for record in (document, total) if record is not None]
        others: list[AnyStated] = [*own_grants, *own]
        yield RoundRow(
            kpi_round=number,
            head=document.fact if document else KpiRound(kpi_round=number),
            totals=total,
            graded_usd=sum_usd(record.fact.reward_usd for record in own_grants),
            earned_usd=sum_usd(record.fact.usd for record in own),
            earned_tokens=sum_tokens(record.fact.tokens for record in own),
            source=sources_of(heads or others[:1]),
        )


def _by_round(records: Iterable[Stated[F]]) -> dict[int, list[Stated[F]]]:
    found: dict[int, list[Stated[F]]] = {}
    for record in records:
        found.setdefault(record.fact.kpi_round, []).append(record)
    return found


_DOCUMENT = "the round's KPI document"
_EARNINGS = "kpi_earnings_per_term.json"

TABLE: Table[RoundRow] = Table(
    name="kpi-rounds",
    title="KPI rounds",
    description="Every KPI round: blocks, deadline, what it offered, what gradings granted and what was earned.",
    columns=(
        Column(
            name="kpi_round",
            description="Number of the KPI round, Jsgenesis' own numbering.",
            unit=NUMBER,
            value=lambda row: row.kpi_round,
            source=_DOCUMENT,
        ),
        Column(
            name="election_round",
            description="The chain's election round that the document names.",
            unit=NUMBER,
            value=lambda row: row.head.election_round,
            source=_DOCUMENT,
        ),
        Column(
            name="seats",
            description="Council members that the document counts.",
            unit=COUNT,
            value=lambda row: row.head.seats,
            source=_DOCUMENT,
        ),
        Column(
            name="start_block",
            description="First block of the round.",
            unit=BLOCK,
            value=lambda row: row.head.start_block,
            source=_DOCUMENT,
        ),
        Column(
            name="end_block",
            description="Last block of the round, as printed: often the first block of the next one.",
            unit=BLOCK,
            value=lambda row: row.head.end_block,
            source=_DOCUMENT,
        ),
        Column(
            name="started_at",
            description="Day the round started.",
            unit=MOMENT,
            value=lambda row: row.head.started_at,
            source=_DOCUMENT,
        ),
        Column(
            name="ended_at",
            description="Day the round ended.",
            unit=MOMENT,
            value=lambda row: row.head.ended_at,
            source=_DOCUMENT,
        ),
        Column(
            name="deadline_block",
            description="Last block at which summaries counted.",
            unit=BLOCK,
            value=lambda row: row.head.deadline_block,
            source=_DOCUMENT,
        ),
        Column(
            name="deadline",
            description="Last day on which summaries counted.",
            unit=MOMENT,
            value=lambda row: row.head.deadline,
            source=_DOCUMENT,
        ),
        Column(
            name="possible_printed",
            description="What the round offered, in the document's own words.",
            unit=TEXT,
            value=lambda row: row.head.reward_printed,
            source=_DOCUMENT,
        ),
        Column(
            name="possible_usd",
            description="What the round offered in all; the earnings file's figure where there is no document.",
            unit=USD,
            value=lambda row: row.possible_usd,
            source=f"{_DOCUMENT}, else {_EARNINGS}",
        ),
        Column(
            name="graded_usd",
            description="Sum of all gradings of the round, of council members and others; empty if one is not known.",
            unit=USD,
            value=lambda row: row.graded_usd,
            source=_DOCUMENT,
        ),
        Column(
            name="earned_usd",
            description="Sum of what council members earned; empty if one is not known.",
            unit=USD,
            value=lambda row: row.earned_usd,
            source=_EARNINGS,
        ),
        Column(
            name="earned_tokens",
            description="Sum of what council members were paid in tokens; empty if one is not known.",
            unit=TOKENS,
            value=lambda row: row.earned_tokens,
            source=_EARNINGS,
        ),
        Column(
            name="difference_usd",
            description="Earned less granted, where both are known.",
            unit=USD,
            value=lambda row: row.difference_usd,
            source="earned_usd less graded_usd",
        ),
        Column(
            name="fiat_difference_usd",
            description="By how much the round could change the replenishment of the fiat pool at most.",
            unit=USD,
            value=lambda row: row.head.fiat_difference_usd,
            source=_DOCUMENT,
        ),
        Column(
            name="discussion_thread",
            description="Forum thread in which the KPIs were discussed.",
            unit=NUMBER,
            value=lambda row: row.head.discussion_thread,
            source=_DOCUMENT,
        ),
        Column(
            name="summaries_thread",
            description="Forum thread in which council members summed up their term.",
            unit=NUMBER,
            value=lambda row: row.head.summaries_thread,
            source=_DOCUMENT,
        ),
        Column(
            name="source",
            description="File and line.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the files read",
        ),
    ),
    rows=_rows,
)
