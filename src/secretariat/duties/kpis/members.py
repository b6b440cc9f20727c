"""The table of members and their KPI earnings over all rounds, beside the totals of the published leaderboard."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.kpi_ledger import Person, earnings, first_of_each, person_of, sources_of, sum_tokens, sum_usd
from secretariat.facts.kpis import KpiEarning, KpiLeader
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, TOKENS, USD, Column, Table


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberRow:
    """One member's earnings by rising KPI round, and the member's row of the published leaderboard if there is one."""

    earned: tuple[Stated[KpiEarning], ...]
    leader: KpiLeader | None

    @property
    def last(self) -> KpiEarning:
        """Give the earnings of the last round, whose handle is the newest."""
        return self.earned[-1].fact


def _rows(snapshot: Snapshot) -> Iterable[MemberRow]:
    leaders = first_of_each(snapshot.of(KpiLeader), person_of)
    earned: dict[Person, list[Stated[KpiEarning]]] = {}
    for record in earnings(snapshot):
        earned.setdefault(person_of(record.fact), []).append(record)
    for person in sorted(earned, key=lambda person: (person[0] is None, person[0] or 0, person[1] or "")):
        leader = leaders.get(person)
        yield MemberRow(earned=tuple(earned[person]), leader=leader.fact if leader else None)


_FILE = "kpi_earnings_per_term.json"
_LEADERBOARD = "kpi_leaderboard.json"

TABLE: Table[MemberRow] = Table(
    name="kpi-members",
    title="Members' KPI earnings",
    description="What each council member earned from KPIs over all rounds; no ranking, ordered by member.",
    columns=(
        Column(
            name="member_id",
            description="Number of the member.",
            unit=NUMBER,
            value=lambda row: row.last.member_id,
            source=_FILE,
        ),
        Column(
            name="handle",
            description="Handle of the member in the last of the rounds.",
            unit=TEXT,
            value=lambda row: row.last.handle,
            source=_FILE,
        ),
        Column(
            name="usd",
            description="Sum of the member's earnings in dollars; empty if one is not known.",
            unit=USD,
            value=lambda row: sum_usd(record.fact.usd for record in row.earned),
            source=_FILE,
        ),
        Column(
            name="tokens",
            description="Sum of the member's earnings in tokens; empty if one is not known.",
            unit=TOKENS,
            value=lambda row: sum_tokens(record.fact.tokens for record in row.earned),
            source=_FILE,
        ),
        Column(
            name="terms",
            description="KPI rounds in which the member is listed, also with nothing earned.",
            unit=COUNT,
            value=lambda row: len(row.earned),
            source=_FILE,
        ),
        Column(
            name="first_round",
            description="First KPI round in which the member is listed.",
            unit=NUMBER,
            value=lambda row: row.earned[0].fact.kpi_round,
            source=_FILE,
        ),
        Column(
            name="last_round",
            description="Last KPI round in which the member is listed.",
            unit=NUMBER,
            value=lambda row: row.last.kpi_round,
            source=_FILE,
        ),
        Column(
            name="published_usd",
            description="The member's total on the published KPI leaderboard, to compare; not added in.",
            unit=USD,
            value=lambda row: row.leader.total_usd if row.leader else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="published_tokens",
            description="The member's total in tokens on the published KPI leaderboard, to compare; not added in.",
            unit=TOKENS,
            value=lambda row: row.leader.total_tokens if row.leader else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="source",
            description="File and line of every round added up.",
            unit=TEXT,
            value=lambda row: sources_of(row.earned),
            source="the files read",
        ),
    ),
    rows=_rows,
)
