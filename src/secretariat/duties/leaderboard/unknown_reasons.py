"""Why a figure is empty: of the main network by table, column and row, of the testnets in the table of terms."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.duties.leaderboard.candidates import TABLE as CANDIDATES
from secretariat.duties.leaderboard.council_members import TABLE as COUNCIL_MEMBERS
from secretariat.duties.leaderboard.election_view import Election
from secretariat.duties.leaderboard.elections import TABLE as ELECTIONS
from secretariat.duties.leaderboard.forum import TABLE as FORUM
from secretariat.duties.leaderboard.forum_categories import TABLE as CATEGORIES
from secretariat.duties.leaderboard.forum_threads import TABLE as THREADS
from secretariat.duties.leaderboard.groups import TABLE as GROUPS
from secretariat.duties.leaderboard.groups import Row as Group
from secretariat.duties.leaderboard.growth import TABLE as GROWTH
from secretariat.duties.leaderboard.member_view import CouncilMember
from secretariat.duties.leaderboard.members import TABLE as MEMBERS
from secretariat.duties.leaderboard.proposal_threads import TABLE as DISCUSSIONS
from secretariat.duties.leaderboard.proposals import TABLE as PROPOSALS
from secretariat.duties.leaderboard.seats import TABLE as SEATS
from secretariat.duties.leaderboard.terms import TABLE as TERMS
from secretariat.duties.leaderboard.validator_eras import TABLE as ERAS
from secretariat.duties.leaderboard.workers import TABLE as WORKERS
from secretariat.duties.leaderboard.workers import Worker
from secretariat.facts.participation import RATE_FROM, votes_eligible
from secretariat.facts.tables import AnyTable
from secretariat.facts.term_sources import FIGURES
from secretariat.facts.term_view import Term

Reason = Callable[[str, Any], str | None]
"""From the name of a column and a row in which it is empty to why; None where nothing is missing."""

SITTING = "The council still sits: its term has no last block yet."
NOT_READ = "The facts that it is counted from were not read, or one of them cannot be placed."
ONLY_NOW = "The chain tells it of one block at a time, and its state at this very block was not asked for yet."
MISSING = {
    "gone": "No configured node has the chain's state at this block any more: an archive node ([chain] urls) would tell.",
    "off": "Blocks of long ago are not read: set history = true under [chain].",
    "later": "The chain's state at this block is still to be read: each `secretariat sync` reads some.",
    "unreadable": "The chain's state at this block cannot be read: see problems.",
}
"""Why a state of the past is missing, by the word that its fact has."""

NOT_STORED = "The runtime of that time did not store it, or stored what cannot be read: see problems."
ERA_LOST = "What one of the eras of the term pays is not known: it was in no state that was read."
COUNTER = "The chain's counter at one end of the term is not known."
NO_MINT = "The main network has no mints: council and groups have budgets, in council_budget and in groups."
NO_POOL = "The main network has no fiat pool."
BURNED = "No source adds up what was burned; the change of the issuance is that less what was minted."
REPORTS_ONLY = "A figure of the testnets' dumps and reports, which print it in their own way."
NOT_NAMED = "Of members only those are read whom other facts than threads name."
MOMENT_ONLY = "The query node tells the moment of it and not the block."
OFFENCES = "Offences are events of the chain that no list which is read holds."
DELETED = "The query node deletes rows, so that the past cannot be counted, and no snapshot is of this very block: see growth-snapshots."
BOUNTIES = "The chain does not say which payments are for a bounty."
NO_RATE = "No exchange rate of that day is known: see [prices] in secretariat.toml."
NUMBERING = "A numbering of the testnets' documents; the main network counts election cycles: see elections."
PARAMETERS = (
    *("approval_quorum", "approval_threshold", "slashing_quorum", "slashing_threshold"),
    *("voting_period", "grace_period", "required_stake"),
)
NO_PARAMETERS = (
    "The node tells a proposal's parameters while it is open. Afterwards they are those of the runtime it was made by, and of the"
    " states that were read none tells which one that was, or what it has for this type."
)
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

NOT_PRINTED = (
    "No document of these terms that was read prints it in a form that can be read; what cannot be read is in problems."
)
NOT_APART = (
    "The reports print one sum for the council, its members' pay and the spending proposals together (council_spent); none tells"
    " what the members were paid of it."
)

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
_WORKED_OUT = ("_change", "_percent", "_share", "_rounded")
_OF_THE_END = ("end_block", "ended_at", "seconds", "block_time", "validator_rewards")


def reason_of_term(column: str, row: Term) -> str | None:
    """Tell why a figure of a term is empty; of figures worked out from others, those others tell."""
    if column in ("figures_from",) or column.endswith(_WORKED_OUT):
        return None
    if row.sitting and (column in _OF_THE_END or column.endswith(("_end", "_made"))):
        return SITTING
    if column == "validator_rewards" or column.endswith("_made"):
        whole = next(iter(row.missing.values()), None)
        never = not all(f"issuance_{end}" in row.figures for end in ("start", "end"))
        lacking = ERA_LOST if column == "validator_rewards" else COUNTER
        return MISSING[whole] if whole else ONLY_NOW if never else lacking
    stem, _, end = column.rpartition("_")
    if stem in _STORED:
        return _of_state(row.missing, end, known=f"issuance_{end}" in row.figures)
    stem = stem if end in ("start", "end") else column
    return next((why for names, why in _TERM_GROUPS if stem in names), NOT_READ)


def reason_of_printed_term(column: str, row: Term) -> str | None:
    """Tell why a figure of a testnet's term is empty; figures that only live sources have are missing nowhere."""
    if column not in FIGURES:
        return None
    return NOT_APART if column == "council_rewards" and "council_spent" in row.figures else NOT_PRINTED


def _of_state(missing: Mapping[str, str], end: str, *, known: bool) -> str:
    """Tell why the chain's state at one end of a term does not give a figure."""
    return MISSING[missing[end]] if end in missing else NOT_STORED if known else ONLY_NOW


def reason_of_election(column: str, row: Election) -> str | None:
    """Tell why a figure of an election is empty; what has not happened is not missing."""
    live = row.live
    if live is None:
        return None
    if column in ("announcing_start", "voting_start", "revealing_start"):
        never = live.outcome == "running" or (live.failure == "not-enough-candidates" and column != "announcing_start")
        return None if never else STAGES
    if column in ("election_round", "results_round"):
        return NUMBERING
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


def reason_of_candidate(column: str, row: object) -> str | None:
    """Tell why a figure of a candidacy is empty; votes of a running election are not told before it is over."""
    if column in ("election_round", "results_round"):
        return NUMBERING
    return NOT_READ if column in ("member_id", "handle", "stake", "announced_at") else None


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
    if column in ("first_election_round", "last_election_round"):
        return NUMBERING
    return NOT_READ if column in ("votes_cast", "votes_listed", "rationale_given", "proposals_made") else None


def reason_of_proposal(column: str, row: object) -> str | None:
    """Tell why a figure of a proposal is empty."""
    if column in PARAMETERS:
        return NO_PARAMETERS
    counted = ("created_block", "approvals", "rejections", "abstentions", "slashes", "term", "proposer", "type")
    return NOT_READ if column in counted else None


def reason_of_group(column: str, row: Group) -> str | None:
    """Tell why a figure of a group is empty."""
    if column in ("stake_start", "stake_end"):
        return STAKE_THEN
    if column in ("minted_start", "minted_end"):
        return NO_MINT
    if column in ("budget_start", "budget_end") and row.live is not None:
        if row.live.term.sitting and column == "budget_end":
            return SITTING
        return _of_state(row.live.missing, column.removeprefix("budget_"), known=bool(row.live.budgets))
    return None if column in ("minted_in_term", "workers_end") else NOT_READ


def reason_of_worker(column: str, row: Worker) -> str | None:
    """Tell why a figure of a worker is empty."""
    reasons = {
        "tokens_per_block": REWARD_THEN,
        "status": STATUS_THEN,
        "paid_in_term": NOT_READ,
        "paid_total": NOT_READ,
        "millions_in_term": REPORTS_ONLY,
        "millions_total": REPORTS_ONLY,
    }
    return reasons.get(column)


def reason_of_forum(column: str, row: object) -> str | None:
    """Tell why a figure of the forum in a term is empty; of what the terms have, the terms tell."""
    of_dumps = ("threads_in_dump", "orphan_threads", "moderated_threads", "posts_dumped")
    return REPORTS_ONLY if column in of_dumps else NOT_READ if column.endswith("_created") else None


def reason_of_thread(column: str, row: object) -> str | None:
    """Tell why a figure of a thread or category of the forum is empty."""
    if column in ("author_account", "posts_moderated", "posts_in_dump", "writers_in_dump"):
        return REPORTS_ONLY
    if column in ("threads_in_dump", "moderated_in_dump"):
        return REPORTS_ONLY
    if column == "author":
        return NOT_NAMED
    read = (
        "title",
        "category",
        "category_id",
        "created_block",
        "created_at",
        "author_id",
        "posts",
        "moderated",
        "threads",
    )
    return NOT_READ if column in (*read, "threads_moderated", "archived", "deleted", "proposal") else None


def reason_of_membership(column: str, row: object) -> str | None:
    """Tell why a figure of a membership is empty."""
    reasons = {
        "registered_block": MOMENT_ONLY,
        "suspended": REPORTS_ONLY,
        "handle": NOT_READ,
        "registered_at": NOT_READ,
    }
    return reasons.get(column)


def reason_of_era(column: str, row: object) -> str | None:
    """Tell why a figure of an era is empty."""
    return {"offences": OFFENCES, "points_printed": NOT_READ}.get(column)


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
    (CATEGORIES, reason_of_thread),
    (THREADS, reason_of_thread),
    (DISCUSSIONS, reason_of_thread),
    (MEMBERS, reason_of_membership),
    (ERAS, reason_of_era),
)
"""The tables whose empty figures are explained, each with its reasons."""
