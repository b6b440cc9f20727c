"""The table of members and their KPI earnings over all rounds, beside the totals of the published leaderboard."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.facts.kpi_ledger import Person, earnings, first_of_each, person_of, sources_of, sum_tokens, sum_usd
from secretariat.facts.kpis import KpiEarning, KpiLeader
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, TOKENS, TOKENS_EACH, USD, Column, Table


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberRow:
    """One member's earnings by rising KPI round, and the member's row of the published leaderboard; one may be missing."""

    earned: tuple[Stated[KpiEarning], ...]
    leader: Stated[KpiLeader] | None

    @property
    def named(self) -> KpiEarning | KpiLeader | None:
        """Give what names the member: the earnings of the last round, whose handle is the newest, else the leaderboard."""
        return self.earned[-1].fact if self.earned else self.published

    @property
    def published(self) -> KpiLeader | None:
        """Give the member's totals on the published leaderboard."""
        return self.leader.fact if self.leader else None

    @property
    def source(self) -> str:
        """Name the rounds added up; where there is none, the row of the leaderboard."""
        return sources_of(self.earned or ((self.leader,) if self.leader else ()))


def _rows(snapshot: Snapshot) -> Iterable[MemberRow]:
    leaders = first_of_each(snapshot.of(KpiLeader), person_of)
    earned: dict[Person, list[Stated[KpiEarning]]] = {}
    for record in earnings(snapshot):
        earned.setdefault(person_of(record.fact), []).append(record)
    for person in sorted({*earned, *leaders}, key=lambda person: (person[0] is None, person[0] or 0, person[1] or "")):
        yield MemberRow(earned=tuple(earned.get(person, ())), leader=leaders.get(person))


_FILE = "kpi_earnings_per_term.json"
_LEADERBOARD = "kpi_leaderboard.json"
_FILES = f"{_FILE}, else {_LEADERBOARD}"

TABLE: Table[MemberRow] = Table(
    name="kpi-members",
    title="Members' KPI earnings",
    description="What each council member earned from KPIs over all rounds, and members whom only the published leaderboard"
    " names; no ranking, ordered by member.",
    columns=(
        Column(
            name="member_id",
            description="Number of the member.",
            unit=NUMBER,
            value=lambda row: row.named.member_id if row.named else None,
            source=_FILES,
        ),
        Column(
            name="handle",
            description="Handle of the member in the last of the rounds, else on the published KPI leaderboard.",
            unit=TEXT,
            value=lambda row: row.named.handle if row.named else None,
            source=_FILES,
        ),
        Column(
            name="usd",
            description="Sum of the member's earnings in dollars; empty if one is not known or no round lists the member.",
            unit=USD,
            value=lambda row: sum_usd(record.fact.usd for record in row.earned),
            source=_FILE,
        ),
        Column(
            name="tokens",
            description="Sum of the member's earnings in tokens; empty if one is not known or no round lists the member.",
            unit=TOKENS,
            value=lambda row: sum_tokens(record.fact.tokens for record in row.earned),
            source=_FILE,
        ),
        Column(
            name="terms",
            description="KPI rounds in which the member is listed, also with nothing earned; empty where only the published"
            " KPI leaderboard names the member.",
            unit=COUNT,
            value=lambda row: len(row.earned) or None,
            source=_FILE,
        ),
        Column(
            name="first_round",
            description="First KPI round in which the member is listed.",
            unit=NUMBER,
            value=lambda row: row.earned[0].fact.kpi_round if row.earned else None,
            source=_FILE,
        ),
        Column(
            name="last_round",
            description="Last KPI round in which the member is listed.",
            unit=NUMBER,
            value=lambda row: row.earned[-1].fact.kpi_round if row.earned else None,
            source=_FILE,
        ),
        Column(
            name="published_usd",
            description="The member's total on the published KPI leaderboard, to compare; not added in.",
            unit=USD,
            value=lambda row: row.published.total_usd if row.published else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="published_tokens",
            description="The member's total in tokens on the published KPI leaderboard, to compare; not added in.",
            unit=TOKENS,
            value=lambda row: row.published.total_tokens if row.published else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="published_times_elected",
            description="How often the member was elected, by the published KPI leaderboard.",
            unit=COUNT,
            value=lambda row: row.published.times_elected if row.published else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="published_usd_per_election",
            description="Dollars for each of those elections, as the published KPI leaderboard prints it.",
            unit=USD,
            value=lambda row: row.published.usd_per_election if row.published else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="published_tokens_per_election",
            description="Tokens for each of those elections, as the published KPI leaderboard prints it.",
            unit=TOKENS_EACH,
            value=lambda row: row.published.tokens_per_election if row.published else None,
            source=_LEADERBOARD,
        ),
        Column(
            name="source",
            description="File and line of every round added up; without one, of the row of the published KPI leaderboard.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the files read",
        ),
    ),
    rows=_rows,
)
