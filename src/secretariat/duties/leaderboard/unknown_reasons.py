"""Why a figure of the main network is empty: the reasons by table, column and row."""

from collections.abc import Callable
from typing import Any

from secretariat.duties.leaderboard.council_members import TABLE as COUNCIL_MEMBERS
from secretariat.duties.leaderboard.election_view import Election
from secretariat.duties.leaderboard.elections import TABLE as ELECTIONS
from secretariat.duties.leaderboard.groups import TABLE as GROUPS
from secretariat.duties.leaderboard.member_view import CouncilMember
from secretariat.duties.leaderboard.proposals import TABLE as PROPOSALS
from secretariat.duties.leaderboard.seats import TABLE as SEATS
from secretariat.duties.leaderboard.terms import TABLE as TERMS
from secretariat.duties.leaderboard.workers import TABLE as WORKERS
from secretariat.duties.leaderboard.workers import Worker
from secretariat.facts.participation import RATE_FROM, votes_eligible
from secretariat.facts.tables import AnyTable
from secretariat.facts.term_view import Term

Reason = Callable[[str, Any], str | None]
"""From the name of a column and a row in which it is empty to why; None where nothing is missing."""

SITTING = "The council still sits: its term has no last block yet."
NOT_READ = "The facts that it is counted from were not read, or one of them cannot be placed."
ONLY_NOW = "The node tells it only for its newest blocks, and it was not read at this very block."
DELETED = "The query node deletes rows, so that the past cannot be counted, and no snapshot is of this very block: see growth-snapshots."
NOWHERE = "No live source that is read states it."
BOUNTIES = "The chain does not say which payments are for a bounty."
NO_RATE = "No exchange rate of that day is known: see [prices] in secretariat.toml."
NUMBERING = "A numbering of the testnets' documents; the main network counts election cycles: see elections."
NO_PARAMETERS = "The query node does not keep a proposal's parameters; the node does only while the proposal is open."
ROUNDS = "A voting round of the member is not known whole: its opening, its end or a vote cannot be read."
TOO_FEW = f"A rate over fewer than {RATE_FROM} eligible votes says nothing about a member."
NO_VOTES = "The member has cast no vote in a voting round that has ended."
KPIS = "KPIs were graded and paid on testnets; no source states any of the main network."
JSGENESIS = "The chain does not say whose votes are those of Jsgenesis."
STAGES = "No single change of stage within the cycle tells it, or a cycle before it is missing."
NO_WORD = "No change of stage in the block of the failure tells why."
STAKE_THEN = "The stake of workers at a past block is in no list; the present one is on each worker."
REWARD_THEN = "Only the present reward for a block is known."
STATUS_THEN = "Since when a worker is leaving is not known."

_TERM_GROUPS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("issuance", "validators", "validator_limit"), ONLY_NOW),
    (("channels", "uploads", "content_bytes"), DELETED),
    (("rate",), NO_RATE),
    (("bounties_paid",), BOUNTIES),
    (("burned", "validator_rewards", "council_minted", "usd_pool", "validator_stake"), NOWHERE),
    (("election_round", "kpi_round", "results_round"), NUMBERING),
)
_WORKED_OUT = ("_change", "_percent", "_share", "_rounded")
_OF_THE_END = ("end_block", "ended_at", "seconds", "block_time")


def reason_of_term(column: str, row: Term) -> str | None:
    """Tell why a figure of a term is empty; of figures worked out from others, those others tell."""
    if column in ("figures_from",) or column.endswith(_WORKED_OUT):
        return None
    if row.sitting and (column in _OF_THE_END or column.endswith("_end")):
        return SITTING
    stem = column.removesuffix("_start").removesuffix("_end")
    return next((why for names, why in _TERM_GROUPS if stem in names), NOT_READ)


def reason_of_election(column: str, row: Election) -> str | None:
    """Tell why a figure of an election is empty; what has not happened is not missing."""
    live = row.live
    if live is None:
        return None
    if column in ("announcing_start", "voting_start", "revealing_start"):
        never = live.outcome == "running" or (live.failure == "not-enough-candidates" and column != "announcing_start")
        return None if never else STAGES
    if column == "failure_reason":
        return NO_WORD if live.outcome == "failed" else None
    if column == "reveal_rate":
        return None if live.outcome == "running" or not live.votes else NOT_READ
    counted = (
        "candidates",
        "candidates_stake",
        "withdrawn",
        "votes_cast",
        "votes_revealed",
        "stake_cast",
        "stake_revealed",
    )
    of_seats = ("seats", "votes", "votes_for_winners", "stake_of_winners", "stake_for_winners")
    return NOT_READ if column in counted or (column in of_seats and live.outcome == "elected") else None


def reason_of_seat(column: str, row: object) -> str | None:
    """Tell why a figure of a seat is empty."""
    reasons = {"jsg_stake": JSGENESIS, "election_round": NUMBERING, "results_round": NUMBERING}
    figures = ("member_id", "handle", "own_stake", "backers", "backers_stake", "total_stake", "votes_cast")
    return reasons.get(column) or (NOT_READ if column in figures else None)


def reason_of_member(column: str, row: CouncilMember) -> str | None:
    """Tell why a figure of a council member is empty."""
    if column == "vote_rate":
        eligible = votes_eligible(row.participation)
        return TOO_FEW if eligible is not None else ROUNDS
    if column in ("votes_eligible", "closed_before_voting"):
        return ROUNDS
    if column == "response_blocks_median":
        return NO_VOTES
    if column in ("kpi_usd", "kpi_tokens"):
        return KPIS
    return NOT_READ if column in ("votes_cast", "votes_listed", "rationale_given", "proposals_made") else None


def reason_of_proposal(column: str, row: object) -> str | None:
    """Tell why a figure of a proposal is empty."""
    if column in ("approval_quorum", "approval_threshold"):
        return NO_PARAMETERS
    counted = ("created_block", "approvals", "rejections", "abstentions", "slashes", "term", "proposer", "type")
    return NOT_READ if column in counted else None


def reason_of_group(column: str, row: object) -> str | None:
    """Tell why a figure of a group is empty."""
    if column in ("stake_start", "stake_end"):
        return STAKE_THEN
    if column in ("minted_start", "minted_end"):
        return NOWHERE
    return None if column in ("minted_in_term", "workers_end") else NOT_READ


def reason_of_worker(column: str, row: Worker) -> str | None:
    """Tell why a figure of a worker is empty."""
    reasons = {"tokens_per_block": REWARD_THEN, "status": STATUS_THEN, "paid_in_term": NOT_READ, "paid_total": NOT_READ}
    return reasons.get(column)


REASONS: tuple[tuple[AnyTable, Reason], ...] = (
    (TERMS, reason_of_term),
    (ELECTIONS, reason_of_election),
    (SEATS, reason_of_seat),
    (COUNCIL_MEMBERS, reason_of_member),
    (PROPOSALS, reason_of_proposal),
    (GROUPS, reason_of_group),
    (WORKERS, reason_of_worker),
)
"""The tables whose empty figures are explained, each with its reasons."""
