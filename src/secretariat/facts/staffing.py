"""Working groups of the chain with their openings, applications and workers."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkingGroup:
    """One working group; its key is the chain's name for it. ``lead`` is the key of a worker."""

    KIND: ClassVar[str] = "working-group"

    name: str | None = None
    budget: Amount | None = None
    lead: str | None = None
    status: str | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Opening:
    """One opening. ``type`` is regular or leader, ``status`` open, filled or cancelled; an end is when that came."""

    KIND: ClassVar[str] = "opening"

    group: str | None = None
    runtime_id: int | None = None
    type: str | None = None
    status: str | None = None
    title: str | None = None
    stake: Amount | None = None
    unstaking_period: int | None = None
    reward_per_block: Amount | None = None
    hiring_limit: int | None = None
    expected_end: Moment | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class UpcomingOpening:
    """One opening that a group has announced for later."""

    KIND: ClassVar[str] = "upcoming-opening"

    group: str | None = None
    title: str | None = None
    stake: Amount | None = None
    reward_per_block: Amount | None = None
    hiring_limit: int | None = None
    expected_start: Moment | None = None
    expected_end: Moment | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Application:
    """One application to an opening. ``status`` is pending, accepted, rejected, withdrawn or cancelled."""

    KIND: ClassVar[str] = "application"

    opening: str | None = None
    runtime_id: int | None = None
    applicant_id: int | None = None
    status: str | None = None
    stake: Amount | None = None
    role_account: str | None = None
    reward_account: str | None = None
    staking_account: str | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Worker:
    """One worker. ``status`` is active, leaving, left or terminated; ``missing_reward`` is earned and not yet paid.

    Leaving is when a worker gave notice, the end when the unstaking period was over or the worker was terminated.
    """

    KIND: ClassVar[str] = "worker"

    group: str | None = None
    runtime_id: int | None = None
    member_id: int | None = None
    status: str | None = None
    active: bool | None = None
    lead: bool | None = None
    stake: Amount | None = None
    reward_per_block: Amount | None = None
    missing_reward: Amount | None = None
    role_account: str | None = None
    reward_account: str | None = None
    stake_account: str | None = None
    application: str | None = None
    created_at: Moment | None = None
    leaving_block: int | None = None
    leaving_at: Moment | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None
