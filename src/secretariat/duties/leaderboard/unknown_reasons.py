"""Why a figure is empty: of the main network by table, column and row, of the testnets in the table of terms."""

from collections.abc import Callable
from typing import Any

from secretariat.duties.leaderboard.budgets import TABLE as BUDGETS
from secretariat.duties.leaderboard.candidates import TABLE as CANDIDATES
from secretariat.duties.leaderboard.candidates import Candidate
from secretariat.duties.leaderboard.council_members import TABLE as COUNCIL_MEMBERS
from secretariat.duties.leaderboard.duty_calendar import TABLE as CALENDAR_TABLE
from secretariat.duties.leaderboard.election_view import Election
from secretariat.duties.leaderboard.elections import TABLE as ELECTIONS
from secretariat.duties.leaderboard.forum import TABLE as FORUM
from secretariat.duties.leaderboard.forum_categories import TABLE as CATEGORIES
from secretariat.duties.leaderboard.forum_threads import TABLE as THREADS
from secretariat.duties.leaderboard.groups import TABLE as GROUPS
from secretariat.duties.leaderboard.growth import TABLE as GROWTH
from secretariat.duties.leaderboard.growth_snapshots import TABLE as SNAPSHOTS
from secretariat.duties.leaderboard.member_view import CouncilMember
from secretariat.duties.leaderboard.members import TABLE as MEMBERS
from secretariat.duties.leaderboard.openings import TABLE as OPENINGS
from secretariat.duties.leaderboard.past_states import TABLE as STATES
from secretariat.duties.leaderboard.proposal_threads import TABLE as DISCUSSIONS
from secretariat.duties.leaderboard.proposal_types import TABLE as TYPES
from secretariat.duties.leaderboard.proposals import TABLE as PROPOSALS
from secretariat.duties.leaderboard.seats import TABLE as SEATS
from secretariat.duties.leaderboard.terms import TABLE as TERMS
from secretariat.duties.leaderboard.unknown_reasons_life import (
    no_reason,
    of_state,
    reason_of_calendar,
    reason_of_category,
    reason_of_era,
    reason_of_forum,
    reason_of_group,
    reason_of_membership,
    reason_of_opening,
    reason_of_thread,
    reason_of_worker,
    reasonof_state,
)
from secretariat.duties.leaderboard.unknown_words import (
    BOUNTIES,
    BURNED,
    COUNTER,
    DELETED,
    ERA_LOST,
    JSGENESIS,
    KPIS,
    MISSING,
    NO_MINT,
    NO_PARAMETERS,
    NO_POOL,
    NO_RATE,
    NO_VOTES,
    NO_WORD,
    NOT_APART,
    NOT_PRINTED,
    NOT_READ,
    NUMBERING,
    ONLY_NOW,
    PARAMETERS,
    REPORTS_ONLY,
    ROUNDS,
    RUNNING,
    SITTING,
    STAGES,
    TOO_FEW,
    TWO_MEMBERS,
    WORKED_OUT,
)
from secretariat.duties.leaderboard.validator_eras import TABLE as ERAS
from secretariat.duties.leaderboard.workers import TABLE as WORKERS
from secretariat.facts.live_proposals import FUNDING_REQUEST, GROUP_BUDGET, OPEN
from secretariat.facts.participation import votes_eligible
from secretariat.facts.proposal_view import ProposalView
from secretariat.facts.tables import AnyTable
from secretariat.facts.term_sources import FIGURES
from secretariat.facts.term_view import Term

Reason = Callable[[str, Any], str | None]
"""From the name of a column and a row in which it is empty to why; None where nothing is missing."""

_STORED = ("issuance", "validators", "validator_limit", "validator_stake", "council_budget")
"""Figures of a term that the chain's states at both ends give."""

_TERM_GROUPS: tuple[tuple[tuple[str, ...], str], ...] = (
    (("channels", "uploads", "content_bytes"), DELETED),
    (("rate",), NO_RATE),
    (("bounties_paid",), BOUNTIES),
    (("burned",), BURNED),
    (("council_minted",), NO_MINT),
    (("council_spent",), REPORTS_ONLY),
    (("usd_pool",), NO_POOL),
    (("election_round", "kpi_round", "results_round"), NUMBERING),
)
_DERIVED = ("_change", "_percent", "_share", "_rounded")
_CHANGES = ("_change", "_change_percent")
_OF_THE_END = ("end_block", "ended_at", "seconds", "block_time", "validator_rewards")


def reason_of_term(column: str, row: Term) -> str | None:
    """Tell why a figure of a term is empty; a percentage of nothing is rightly so."""
    if column.endswith("_percent") and _number(row, f"{column.removesuffix('_change_percent')}_start") == 0:
        return None
    if column.endswith(_CHANGES) and (end := _unknown_end(column, row)):
        return reason_of_term(end, row)
    if column == "figures_from" or column.endswith(_DERIVED):
        return None if column == "figures_from" else WORKED_OUT
    if row.sitting and (column in _OF_THE_END or column.endswith(("_end", "_made"))):
        return SITTING
    if column == "validator_rewards" or column.endswith("_made"):
        whole = next(iter(row.missing.values()), None)
        never = not all(f"issuance_{end}" in row.figures for end in ("start", "end"))
        lacking = ERA_LOST if column == "validator_rewards" else COUNTER
        return MISSING[whole] if whole else ONLY_NOW if never else lacking
    stem, _, end = column.rpartition("_")
    if stem in _STORED:
        return of_state(row.missing, end, known=f"issuance_{end}" in row.figures)
    stem = stem if end in ("start", "end") else column
    return next((why for names, why in _TERM_GROUPS if stem in names), NOT_READ)


def _unknown_end(column: str, row: Term) -> str | None:
    """Name the figure at an end of the term that a change cannot be worked out without; None where both are known."""
    stem = next(column.removesuffix(suffix) for suffix in _CHANGES if column.endswith(suffix))
    return next((name for end in ("end", "start") if _number(row, name := f"{stem}_{end}") is None), None)


def _number(row: Term, name: str) -> object:
    return row.figures[name].value if name in row.figures else None


def reason_of_printed_term(column: str, row: Term) -> str | None:
    """Tell why a figure of a testnet's term is empty; figures that only live sources have are missing nowhere."""
    if column not in FIGURES:
        return None
    return NOT_APART if column == "council_rewards" and "council_spent" in row.figures else NOT_PRINTED


def reason_of_election(column: str, row: Election) -> str | None:
    """Tell why a figure of an election is empty; what has not happened is not missing."""
    live = row.live
    if column in ("election_round", "results_round"):
        return NUMBERING
    if live is None:
        return NOT_READ
    if column == "outcome":
        return NOT_READ
    if column == "council_term":
        return NOT_READ if live.outcome in ("elected", None) else None
    if column == "ended_block":
        return None if live.outcome == "running" else NOT_READ
    if column in ("announcing_start", "voting_start", "revealing_start"):
        never = live.outcome == "running" or (live.failure == "not-enough-candidates" and column != "announcing_start")
        return None if never else STAGES
    if column == "failure_reason":
        return NO_WORD if live.outcome == "failed" else None
    if column == "reveal_rate":
        return None if live.outcome == "running" or (live.votes_read and not live.votes) else NOT_READ
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
    return NOT_READ if column in counted or (column in of_seats and live.outcome in ("elected", None)) else None


def reason_of_candidate(column: str, row: Candidate) -> str | None:
    """Tell why a figure of a candidacy is empty; an election that is not won by anybody seats no council."""
    if column in ("votes", "stake_received"):
        return RUNNING
    if column == "council_term":
        return NOT_READ if row.outcome in ("won", "lost") else None
    return NUMBERING if column in ("election_round", "results_round") else None


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
        return NO_VOTES if votes_eligible(row.participation) is not None else ROUNDS
    if column in ("kpi_usd", "kpi_tokens"):
        return KPIS
    if column == "terms_on_all_chains":
        return TWO_MEMBERS if row.handle else NOT_READ
    return NUMBERING if column in ("first_election_round", "last_election_round") else None


def reason_of_proposal(column: str, row: ProposalView) -> str | None:
    """Tell why a figure of a proposal is empty; what has not happened to it, or what its type has not, is not missing."""
    if column in PARAMETERS:
        return NO_PARAMETERS
    history = row.history
    if history is None:
        return None
    fact = history.record.fact
    open_ = fact.status in OPEN
    wanted = {
        "failure": fact.status == "execution-failed",
        "amount": fact.type in (FUNDING_REQUEST, GROUP_BUDGET),
        "executed_block": fact.status is None,
        "finalised_block": not open_,
        "blocks_to_finalise": not open_,
        "participants": bool(history.votes) or not all(one.whole for one in history.rounds),
    }
    return None if not wanted.get(column, True) else NOT_READ


REASONS: tuple[tuple[AnyTable, Reason], ...] = (
    (TERMS, reason_of_term),
    (GROWTH, reason_of_term),
    (ELECTIONS, reason_of_election),
    (CANDIDATES, reason_of_candidate),
    (SEATS, reason_of_seat),
    (COUNCIL_MEMBERS, reason_of_member),
    (PROPOSALS, reason_of_proposal),
    (GROUPS, reason_of_group),
    (WORKERS, reason_of_worker),
    (FORUM, reason_of_forum),
    (CATEGORIES, reason_of_category),
    (THREADS, reason_of_thread),
    (DISCUSSIONS, reason_of_thread),
    (MEMBERS, reason_of_membership),
    (ERAS, reason_of_era),
    (TYPES, no_reason),
    (BUDGETS, no_reason),
    (OPENINGS, reason_of_opening),
    (SNAPSHOTS, no_reason),
    (STATES, reasonof_state),
    (CALENDAR_TABLE, reason_of_calendar),
)
"""The tables whose empty figures are explained, each with its reasons."""
