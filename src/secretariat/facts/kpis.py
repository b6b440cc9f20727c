"""KPI rounds: what was offered, how it was graded, who earned what; and objectives with key results (OKRs)."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiRound:
    """The head of one KPI document. ``kpi_round`` is Jsgenesis' own numbering."""

    KIND: ClassVar[str] = "kpi-round"

    kpi_round: int
    election_round: int | None = None
    seats: int | None = None
    start_block: int | None = None
    end_block: int | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    deadline_block: int | None = None
    deadline: Moment | None = None
    reward_printed: str | None = None
    reward_usd: Usd | None = None
    fiat_difference_usd: Usd | None = None
    discussion_thread: int | None = None
    summaries_thread: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Kpi:
    """One KPI of a round. ``number`` is its place in its section, ``annihilation`` the text on what destroys rewards."""

    KIND: ClassVar[str] = "kpi"

    kpi_round: int
    section: str
    section_title: str | None = None
    number: int
    title: str
    reward_printed: str | None = None
    reward_usd: Usd | None = None
    fiat_pool_factor: Decimal | None = None
    distribution: str | None = None
    process: str | None = None
    active: str | None = None
    start_block: int | None = None
    end_block: int | None = None
    annihilation: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiGrading:
    """What one member was graded on one KPI. ``reward_usd`` is what the grading granted."""

    KIND: ClassVar[str] = "kpi-grading"

    kpi_round: int
    section: str
    number: int
    member_id: int | None
    handle: str | None
    points: Decimal | None = None
    reward_usd: Usd | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiTermEarnings:
    """The totals of one round in the earnings file."""

    KIND: ClassVar[str] = "kpi-term-earnings"

    kpi_round: int
    possible_usd: Usd | None
    total_usd: Usd | None
    total_tokens: Amount | None


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiEarning:
    """What one member earned in one KPI round."""

    KIND: ClassVar[str] = "kpi-earning"

    kpi_round: int
    member_id: int | None
    handle: str | None
    usd: Usd | None
    tokens: Amount | None


@dataclass(frozen=True, kw_only=True, slots=True)
class KpiLeader:
    """One row of the published KPI leaderboard."""

    KIND: ClassVar[str] = "kpi-leader"

    member_id: int | None
    handle: str | None
    total_usd: Usd | None
    total_tokens: Amount | None
    times_elected: int | None
    usd_per_election: Usd | None = None
    tokens_per_election: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class KeyResult:
    """One key result of an OKR document, under its objective. ``period`` is the document's quarter, ``2023-Q2``."""

    KIND: ClassVar[str] = "key-result"

    period: str
    objective: str
    objective_title: str
    key_result: str
    text: str
    status: str | None = None
