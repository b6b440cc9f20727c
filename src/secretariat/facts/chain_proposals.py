"""Proposals of the chain as the query node lists them: state, history, votes, decisions, discussions; no long texts."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.asking import Asking
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class Destination:
    """One account that a funding request asks tokens for."""

    account: str | None = None
    amount: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """One proposal. ``type`` and ``status`` are the schema's words in lower case: funding-request, deciding, gracing, ...

    ``status_block`` is where the present status began. ``approvals`` counts the councils that approved it. ``amount`` is
    the money its type asks for, signed where it is a change (a funding request has ``destinations`` instead); ``figure``
    the whole number that its type sets, such as validators or invitations.
    """

    KIND: ClassVar[str] = "proposal"

    number: int | None = None
    title: str | None = None
    type: str | None = None
    creator_id: int | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    status: str | None = None
    status_block: int | None = None
    status_at: Moment | None = None
    failure: str | None = None
    finalised: bool | None = None
    approvals: int | None = None
    exact_execution_block: int | None = None
    staking_account: str | None = None
    discussion: int | None = None
    destinations: tuple[Destination, ...] = ()
    amount: Amount | None = None
    stake: Amount | None = None
    reward_per_block: Amount | None = None
    unstaking_period: int | None = None
    figure: int | None = None
    frozen: bool | None = None
    pallet: str | None = None
    group: str | None = None
    lead: str | None = None
    opening: str | None = None
    application: str | None = None
    other_proposal: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalStatusChange:
    """One change to a status that is not final: deciding, gracing or dormant."""

    KIND: ClassVar[str] = "proposal-status-change"

    proposal: int | None = None
    status: str | None = None
    block: int | None = None
    at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalVote:
    """One vote of a council member. ``round`` counts the councils that vote on it from 1. The rationale is not kept."""

    KIND: ClassVar[str] = "proposal-vote"

    proposal: int | None = None
    voter_id: int | None = None
    vote: str | None = None
    round: int | None = None
    with_rationale: bool | None = None
    block: int | None = None
    at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalDecision:
    """One decision on a proposal. ``status`` is what it became by it."""

    KIND: ClassVar[str] = "proposal-decision"

    proposal: int | None = None
    status: str | None = None
    block: int | None = None
    at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalExecution:
    """One execution of a proposal. ``status`` is executed or execution-failed, ``failure`` the chain's words for why."""

    KIND: ClassVar[str] = "proposal-execution"

    proposal: int | None = None
    status: str | None = None
    failure: str | None = None
    block: int | None = None
    at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalDiscussion:
    """The discussion thread of a proposal. ``mode`` is open or closed."""

    KIND: ClassVar[str] = "proposal-discussion"

    thread_id: int | None = None
    proposal: int | None = None
    mode: str | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DiscussionPost:
    """One post in the discussion of a proposal. ``asks`` is what its text asks; the text itself is not kept."""

    KIND: ClassVar[str] = "discussion-post"

    post_id: int | None = None
    thread_id: int | None = None
    author_id: int | None = None
    status: str | None = None
    visible: bool | None = None
    replies_to: int | None = None
    asks: Asking | None = None
    created_block: int | None = None
    created_at: Moment | None = None
