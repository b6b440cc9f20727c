"""Council terms: what a tokenomics report, a council report or the old hand-made leaderboard says about one."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from secretariat.facts.amounts import Amount, Rate, Usd
from secretariat.facts.moments import Moment

COUNCIL_TERM, ELECTION_ROUND, COUNCIL_NUMBER = "council term", "election round", "council number"
"""What the number of a council in its report is: the last where the report does not say which numbering it is of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TermFigures:
    """The figures of one term as a tokenomics report prints them. None means not printed or not readable.

    ``council_rewards`` is what the council's members were paid; ``council_spent`` is the row "Council" of later reports,
    all that the council's mint issued with the spending proposals.

    Blocks are heights, both ends inside the term. ``term`` is the council term ("Council session #"), not the chain's
    election round and not the KPI round. Percentages are never taken over.
    """

    KIND: ClassVar[str] = "term-figures"

    network: str | None
    chain: str | None
    term: int
    start_block: int | None = None
    end_block: int | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    kpi_round: int | None = None
    seconds: int | None = None
    seats: int | None = None
    applicants: int | None = None
    applicant_stake: Amount | None = None
    votes: int | None = None
    proposals: int | None = None
    proposals_approved: int | None = None
    issuance_start: Amount | None = None
    issuance_end: Amount | None = None
    burned: Amount | None = None
    spending_executed: Amount | None = None
    bounties_paid: Amount | None = None
    validator_rewards: Amount | None = None
    council_rewards: Amount | None = None
    council_spent: Amount | None = None
    council_minted_start: Amount | None = None
    council_minted_end: Amount | None = None
    usd_pool_start: Usd | None = None
    usd_pool_end: Usd | None = None
    rate_start: Rate | None = None
    rate_end: Rate | None = None
    block_time: Decimal | None = None
    validators_start: int | None = None
    validators_end: int | None = None
    validator_limit_start: int | None = None
    validator_limit_end: int | None = None
    validator_stake_start: Amount | None = None
    validator_stake_end: Amount | None = None
    members_start: int | None = None
    members_end: int | None = None
    uploads_start: int | None = None
    uploads_end: int | None = None
    content_bytes_start: int | None = None
    content_bytes_end: int | None = None
    content_bytes_rounded: bool = False
    channels_start: int | None = None
    channels_end: int | None = None
    categories_start: int | None = None
    categories_end: int | None = None
    threads_start: int | None = None
    threads_end: int | None = None
    posts_start: int | None = None
    posts_end: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilReport:
    """One council's report on its term. Counts are as printed; ``finalise_hours`` is the printed total.

    ``election_round`` is the chain's round as the report states it ("Council Election Round"); ``title_round`` is the
    number in the heading, which is sometimes another one; ``numbering`` says what the number in ``term`` is, as the earliest
    reports print no council term; ``kpi_round`` is Jsgenesis' own number, as printed.
    """

    KIND: ClassVar[str] = "council-report"

    network: str | None
    chain: str | None
    term: int
    election_round: int | None = None
    title_round: int | None = None
    numbering: str = COUNCIL_TERM
    kpi_round: int | None = None
    start_block: int | None = None
    end_block: int | None = None
    started_at: Moment | None = None
    ended_at: Moment | None = None
    feedback_thread: int | None = None
    secretaries: tuple[str, ...] = ()
    deputies: tuple[str, ...] = ()
    council_minted_start: Amount | None = None
    council_minted_end: Amount | None = None
    minted_for_spending: Amount | None = None
    minted_for_members: Amount | None = None
    stake_subtotal_own: Amount | None = None
    stake_subtotal_voters: Amount | None = None
    stake_total: Amount | None = None
    proposals_created: int | None = None
    proposals_by_type: tuple[tuple[str, int], ...] = ()
    approved: int | None = None
    canceled: int | None = None
    rejected: int | None = None
    slashed: int | None = None
    expired: int | None = None
    passed_on: int | None = None
    failed_capacity: int | None = None
    failed_execution: int | None = None
    finalise_hours: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class LeaderboardFigure:
    """One cell of the hand-made leaderboard of the Alexandria testnet: metric, term, value as printed and as read."""

    KIND: ClassVar[str] = "leaderboard-figure"

    network: str
    chain: str | None
    term: int
    metric: str
    member: str | None = None
    printed: str
    number: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Refill:
    """One payment of Jsgenesis into the council's fiat pool."""

    KIND: ClassVar[str] = "refill"

    network: str | None
    chain: str | None
    term: int
    usd: Usd | None
    reason: str | None
    block: int | None
