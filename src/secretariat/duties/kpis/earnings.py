"""The table of KPI earnings: what each council member earned in each KPI round."""

from secretariat.facts.kpi_ledger import earnings
from secretariat.facts.kpis import KpiEarning
from secretariat.facts.records import Stated
from secretariat.facts.tables import NUMBER, TEXT, TOKENS, USD, Column, Table

_FILE = "kpi_earnings_per_term.json"

TABLE: Table[Stated[KpiEarning]] = Table(
    name="kpi-earnings",
    title="KPI earnings",
    description="What each council member earned in each KPI round, as published.",
    columns=(
        Column(
            name="kpi_round",
            description="Number of the KPI round, Jsgenesis' own numbering.",
            unit=NUMBER,
            value=lambda row: row.fact.kpi_round,
            source=_FILE,
        ),
        Column(
            name="member_id",
            description="Number of the member.",
            unit=NUMBER,
            value=lambda row: row.fact.member_id,
            source=_FILE,
        ),
        Column(
            name="handle",
            description="Handle of the member in that round.",
            unit=TEXT,
            value=lambda row: row.fact.handle,
            source=_FILE,
        ),
        Column(
            name="usd",
            description="What the member earned, in dollars.",
            unit=USD,
            value=lambda row: row.fact.usd,
            source=_FILE,
        ),
        Column(
            name="tokens",
            description="What the member was paid, in tokens.",
            unit=TOKENS,
            value=lambda row: row.fact.tokens,
            source=_FILE,
        ),
        Column(
            name="source",
            description="File and line.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the files read",
        ),
    ),
    rows=earnings,
)
