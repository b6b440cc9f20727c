"""The table of KPIs: what each offered, for what time, what destroys its reward, and what was granted."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts import kpi_ledger
from secretariat.facts.amounts import Usd
from secretariat.facts.kpis import Kpi, KpiGrading
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import (
    BLOCK,
    COUNT,
    LONG_TEXT,
    NUMBER,
    RATIO,
    TEXT,
    USD,
    YES_NO,
    Column,
    Table,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiRow:
    """One KPI with the sum of its gradings and how many there are; both None when it was not graded by member."""

    stated: Stated[Kpi]
    granted_usd: Usd | None
    grants: int | None

    @property
    def kpi(self) -> Kpi:
        """Give the KPI itself."""
        return self.stated.fact


def _rows(snapshot: Snapshot) -> Iterable[KpiRow]:
    granted: dict[tuple[int, str, int], list[Usd | None]] = {}
    for grading in kpi_ledger.gradings(snapshot):
        granted.setdefault(_place(grading.fact), []).append(grading.fact.reward_usd)
    found = kpi_ledger.kpis(snapshot).values()
    for record in sorted(found, key=lambda record: (record.fact.kpi_round, record.file, record.line, record.key)):
        own = granted.get(_place(record.fact), [])
        yield KpiRow(stated=record, granted_usd=kpi_ledger.sum_usd(own), grants=len(own) or None)


def _place(fact: Kpi | KpiGrading) -> tuple[int, str, int]:
    return fact.kpi_round, fact.section, fact.number


_DOCUMENT = "the round's KPI document"

TABLE: Table[KpiRow] = Table(
    name="kpis",
    title="KPIs",
    description="Every KPI of every round: reward, time, what its text says about annihilation, what was granted.",
    columns=(
        Column(
            name="kpi_round",
            description="Number of the KPI round, Jsgenesis' own numbering.",
            unit=NUMBER,
            value=lambda row: row.kpi.kpi_round,
            source=_DOCUMENT,
        ),
        Column(
            name="section",
            description="Section of the document: its id, else its number.",
            unit=TEXT,
            value=lambda row: row.kpi.section,
            source=_DOCUMENT,
        ),
        Column(
            name="section_title",
            description="Title of the section.",
            unit=TEXT,
            value=lambda row: row.kpi.section_title,
            source=_DOCUMENT,
        ),
        Column(
            name="number",
            description="Place of the KPI in its section, from 1.",
            unit=NUMBER,
            value=lambda row: row.kpi.number,
            source=_DOCUMENT,
        ),
        Column(
            name="title",
            description="Title of the KPI.",
            unit=LONG_TEXT,
            value=lambda row: row.kpi.title,
            source=_DOCUMENT,
        ),
        Column(
            name="reward_printed",
            description="The reward in the document's own words.",
            unit=TEXT,
            value=lambda row: row.kpi.reward_printed,
            source=_DOCUMENT,
        ),
        Column(
            name="reward_usd",
            description="The reward, where its words have one reading.",
            unit=USD,
            value=lambda row: row.kpi.reward_usd,
            source=_DOCUMENT,
        ),
        Column(
            name="fiat_pool_factor",
            description="How strongly the grading changes the replenishment of the fiat pool: 0 is not at all.",
            unit=RATIO,
            value=lambda row: row.kpi.fiat_pool_factor,
            source=_DOCUMENT,
        ),
        Column(
            name="distribution",
            description="Whether the reward is shared or individual.",
            unit=TEXT,
            value=lambda row: row.kpi.distribution,
            source=_DOCUMENT,
        ),
        Column(
            name="process",
            description="Whether grading is manual or automatic.",
            unit=TEXT,
            value=lambda row: row.kpi.process,
            source=_DOCUMENT,
        ),
        Column(
            name="active",
            description="When the KPI is active, in the document's own words.",
            unit=TEXT,
            value=lambda row: row.kpi.active,
            source=_DOCUMENT,
        ),
        Column(
            name="start_block",
            description="First block at which the KPI is active.",
            unit=BLOCK,
            value=lambda row: row.kpi.start_block,
            source=_DOCUMENT,
        ),
        Column(
            name="end_block",
            description="Last block at which the KPI is active.",
            unit=BLOCK,
            value=lambda row: row.kpi.end_block,
            source=_DOCUMENT,
        ),
        Column(
            name="has_annihilation",
            description="Whether the KPI's text speaks of annihilation: an event that destroys rewards.",
            unit=YES_NO,
            value=lambda row: row.kpi.annihilation is not None,
            source=_DOCUMENT,
        ),
        Column(
            name="annihilation",
            description="The paragraphs on annihilation, in the document's own words.",
            unit=LONG_TEXT,
            value=lambda row: row.kpi.annihilation,
            source=_DOCUMENT,
        ),
        Column(
            name="grants",
            description="How many gradings of members there are; empty where the KPI was not graded by member.",
            unit=COUNT,
            value=lambda row: row.grants,
            source=_DOCUMENT,
        ),
        Column(
            name="granted_usd",
            description="Sum of the gradings; empty where there is none or one is not known.",
            unit=USD,
            value=lambda row: row.granted_usd,
            source=_DOCUMENT,
        ),
        Column(
            name="source",
            description="File and line.",
            unit=TEXT,
            value=lambda row: row.stated.source,
            source="the files read",
        ),
    ),
    rows=_rows,
)
