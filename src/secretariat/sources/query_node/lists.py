"""The register of lists: query, connection, order, shape, and how each is brought up to date."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from secretariat.sources.query_node.parse import (
    bounties,
    council_budget,
    councils,
    elections,
    forum,
    groups,
    members,
    proposals,
)
from secretariat.sources.query_node.parse import group_events as events
from secretariat.sources.query_node.shapes import Shape

Way = Literal["whole", "grows"]
"""Whole: short, read whole in every run. Grows: new rows by cursor, open rows by filter, settled rows in turns."""

BY_TIME = ("createdAt_ASC",)
BY_BLOCK = ("inBlock_ASC", "indexInBlock_ASC")


def _always(_: Any) -> bool:
    return True


def _unlocked(fact: Any) -> bool:
    """Settle a candidacy or vote when its stake is released: nothing of it changes any more."""
    return fact.stake_locked is False


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """One list. Its query is ``queries/<name>.graphql`` and takes ``first``, ``after`` and ``until``.

    ``until`` is the finalised block for lists ordered by block, else its moment. ``open`` is the value of the variable of
    that name that keeps to rows which can still change; without it all rows come. A list with ``by_ids`` takes ``open``
    and ``ids``, the latter to read rows again that are open and yet not among those that ``open`` keeps to: ``kept`` tells
    of a fact whether it keeps to its row. ``settled`` tells of a fact whether its row can
    change no more; a settled row that did is a problem, but in a ``free`` list, whose rows may change at any time. Of a
    list that ``removes`` rows, one that is gone is no problem either. ``without_rows`` leaves out rows without a readable
    id, which refuse any other list. ``changed_by`` names the list, and the field of its facts, whose new rows change rows of
    this one: the query node counts the posts of a thread in the thread. Those are read again by their ids.
    """

    name: str
    connection: str
    shape: Shape
    order: tuple[str, ...] = BY_TIME
    way: Way = "grows"
    open: Any = None
    by_ids: bool = False
    settled: Callable[[Any], bool] = _always
    kept: Callable[[Any], bool] = _always
    free: bool = False
    removes: bool = False
    without_rows: bool = False
    changed_by: tuple[str, str] | None = None

    @property
    def document(self) -> str:
        """Give the words of the query."""
        return query_text(self.name)

    @property
    def counting(self) -> str:
        """Give the words of the query that asks for no more than ``totalCount``."""
        asked, _, _ = self.document.partition("totalCount")
        return f"{asked}totalCount\n  }}\n}}\n"


@cache
def query_text(name: str) -> str:
    """Give the words of ``queries/<name>.graphql``."""
    return files(__package__).joinpath("queries", f"{name}.graphql").read_text(encoding="utf-8")


def _whole(name: str, connection: str, shape: Shape) -> Listed:
    return Listed(name=name, connection=connection, shape=shape, way="whole", free=True)


def _free(name: str, connection: str, shape: Shape) -> Listed:
    return Listed(name=name, connection=connection, shape=shape, free=True)


def _open(
    name: str,
    connection: str,
    shape: Shape,
    value: Any,
    settled: Callable[[Any], bool],
    kept: Callable[[Any], bool] = _always,
) -> Listed:
    return Listed(name=name, connection=connection, shape=shape, open=value, by_ids=True, settled=settled, kept=kept)


def _event(name: str, connection: str, shape: Shape) -> Listed:
    return Listed(name=name, connection=connection, shape=shape, order=BY_BLOCK)


LISTS: tuple[Listed, ...] = (
    _whole("elected-councils", "electedCouncilsConnection", councils.COUNCIL),
    _whole("council-seats", "councilMembersConnection", councils.SEAT),
    _whole("stage-updates", "councilStageUpdatesConnection", councils.STAGE),
    _whole("election-cycles", "electionRoundsConnection", elections.CYCLE),
    _whole("voting-stages", "referendumStageVotingsConnection", elections.VOTING_STAGE),
    _whole("revealing-stages", "referendumStageRevealingsConnection", elections.REVEALING_STAGE),
    _open("candidacies", "candidatesConnection", elections.CANDIDACY, True, _unlocked),
    _open("cast-votes", "castVotesConnection", elections.VOTE, True, _unlocked),
    _event("announcing-started", "announcingPeriodStartedEventsConnection", elections.ANNOUNCING_STARTED),
    _event("not-enough-candidates", "notEnoughCandidatesEventsConnection", elections.NOT_ENOUGH_CANDIDATES),
    _event("voting-started", "votingPeriodStartedEventsConnection", elections.VOTING_STARTED),
    _event("referendum-started", "referendumStartedEventsConnection", elections.REFERENDUM_STARTED),
    _event("revealing-started", "revealingStageStartedEventsConnection", elections.REVEALING_STARTED),
    _event("referendum-finished", "referendumFinishedEventsConnection", elections.REFERENDUM_FINISHED),
    _event("council-elected", "newCouncilElectedEventsConnection", elections.COUNCIL_ELECTED),
    _event("council-not-elected", "newCouncilNotElectedEventsConnection", elections.COUNCIL_NOT_ELECTED),
    _event("new-candidates", "newCandidateEventsConnection", elections.NEW_CANDIDATE),
    _event("candidacies-withdrawn", "candidacyWithdrawEventsConnection", elections.CANDIDACY_WITHDRAWN),
    _event("votes-cast", "voteCastEventsConnection", elections.VOTE_CAST),
    _event("votes-revealed", "voteRevealedEventsConnection", elections.VOTE_REVEALED),
    _open("proposals", "proposalsConnection", proposals.PROPOSAL, False, lambda fact: fact.finalised is True),
    _event("proposal-status-changes", "proposalStatusUpdatedEventsConnection", proposals.STATUS_CHANGE),
    _event("proposal-votes", "proposalVotedEventsConnection", proposals.VOTE),
    _event("proposal-decisions", "proposalDecisionMadeEventsConnection", proposals.DECISION),
    _event("proposal-executions", "proposalExecutedEventsConnection", proposals.EXECUTION),
    _free("proposal-discussions", "proposalDiscussionThreadsConnection", proposals.DISCUSSION),
    _free("discussion-posts", "proposalDiscussionPostsConnection", proposals.DISCUSSION_POST),
    _whole("forum-categories", "forumCategoriesConnection", forum.CATEGORY),
    _free("forum-posts", "forumPostsConnection", forum.POST),
    Listed(
        name="forum-threads",
        connection="forumThreadsConnection",
        shape=forum.THREAD,
        free=True,
        changed_by=("forum-posts", "thread_id"),
    ),
    _whole("working-groups", "workingGroupsConnection", groups.GROUP),
    _open(
        "openings",
        "workingGroupOpeningsConnection",
        groups.OPENING,
        {"isTypeOf_eq": "OpeningStatusOpen"},
        lambda fact: fact.status in ("filled", "cancelled"),
    ),
    Listed(
        name="upcoming-openings",
        connection="upcomingWorkingGroupOpeningsConnection",
        shape=groups.UPCOMING,
        way="whole",
        free=True,
        removes=True,
    ),
    _open(
        "applications",
        "workingGroupApplicationsConnection",
        groups.APPLICATION,
        {"isTypeOf_eq": "ApplicationStatusPending"},
        lambda fact: fact.status in ("accepted", "rejected", "withdrawn", "cancelled"),
    ),
    # Who is leaving is not active any more, and yet is paid and leaves later.
    _open(
        "workers",
        "workersConnection",
        groups.WORKER,
        True,
        lambda fact: fact.status in ("left", "terminated"),
        kept=lambda fact: fact.active is True,
    ),
    _event("rewards-paid", "rewardPaidEventsConnection", events.REWARD_PAID),
    _event("budget-spendings", "budgetSpendingEventsConnection", events.BUDGET_SPENDING),
    _event("vested-budget-spendings", "vestedBudgetSpendingEventsConnection", events.VESTED_SPENDING),
    _event("budgets-updated", "budgetUpdatedEventsConnection", events.BUDGET_UPDATED),
    _event("budgets-set", "budgetSetEventsConnection", events.BUDGET_SET),
    _event("budgets-funded", "budgetFundedEventsConnection", events.BUDGET_FUNDED),
    _event("openings-added", "openingAddedEventsConnection", events.OPENING_ADDED),
    _event("applied-on-openings", "appliedOnOpeningEventsConnection", events.APPLIED),
    _event("applications-withdrawn", "applicationWithdrawnEventsConnection", events.APPLICATION_WITHDRAWN),
    _event("openings-canceled", "openingCanceledEventsConnection", events.OPENING_CANCELED),
    _event("openings-filled", "openingFilledEventsConnection", events.OPENING_FILLED),
    _event("leaders-set", "leaderSetEventsConnection", events.LEADER_SET),
    _event("leaders-unset", "leaderUnsetEventsConnection", events.LEADER_UNSET),
    _event("missed-reward-levels", "newMissedRewardLevelReachedEventsConnection", events.MISSED_REWARD),
    _event("stakes-decreased", "stakeDecreasedEventsConnection", events.STAKE_DECREASED),
    _event("stakes-increased", "stakeIncreasedEventsConnection", events.STAKE_INCREASED),
    _event("stakes-slashed", "stakeSlashedEventsConnection", events.STAKE_SLASHED),
    _event("leaders-terminated", "terminatedLeaderEventsConnection", events.LEADER_TERMINATED),
    _event("workers-terminated", "terminatedWorkerEventsConnection", events.WORKER_TERMINATED),
    _event("workers-exited", "workerExitedEventsConnection", events.WORKER_EXITED),
    _event("workers-leaving", "workerStartedLeavingEventsConnection", events.WORKER_LEAVING),
    _event("reward-accounts-updated", "workerRewardAccountUpdatedEventsConnection", events.REWARD_ACCOUNT),
    _event("reward-amounts-updated", "workerRewardAmountUpdatedEventsConnection", events.REWARD_AMOUNT),
    _event("budget-refills", "budgetRefillEventsConnection", council_budget.REFILL),
    _event("budget-refills-planned", "budgetRefillPlannedEventsConnection", council_budget.REFILL_PLANNED),
    _event("budget-balances-set", "budgetBalanceSetEventsConnection", council_budget.BALANCE_SET),
    _event("budget-increments-updated", "budgetIncrementUpdatedEventsConnection", council_budget.INCREMENT_UPDATED),
    _event("councilor-rewards-updated", "councilorRewardUpdatedEventsConnection", council_budget.REWARD_UPDATED),
    _event("requests-funded", "requestFundedEventsConnection", council_budget.REQUEST_FUNDED),
    _event("council-budget-funded", "councilBudgetFundedEventsConnection", council_budget.BUDGET_FUNDED),
    _event("council-budget-decreased", "councilBudgetDecreasedEventsConnection", council_budget.BUDGET_DECREASED),
    _event("channel-rewards-claimed", "channelRewardClaimedEventsConnection", council_budget.CHANNEL_REWARD),
    _event(
        "channel-rewards-withdrawn",
        "channelRewardClaimedAndWithdrawnEventsConnection",
        council_budget.CHANNEL_REWARD_WITHDRAWN,
    ),
    _event("council-rewards", "rewardPaymentEventsConnection", council_budget.REWARD),
    Listed(
        name="memberships",
        connection="membershipsConnection",
        shape=members.MEMBERSHIP,
        open=True,
        by_ids=True,
        settled=lambda fact: fact.council_member is not True,
        free=True,
    ),
    _whole("chain-bounties", "bountiesConnection", bounties.BOUNTY),
    _whole("bounty-contributions", "bountyContributionsConnection", bounties.CONTRIBUTION),
    _whole("bounty-entries", "bountyEntriesConnection", bounties.ENTRY),
)

BY_NAME: dict[str, Listed] = {listed.name: listed for listed in LISTS}
