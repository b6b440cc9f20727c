"""Bounties of the chain's own bounty pallet, which the runtime's filter keeps shut; the community's are elsewhere."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class ChainBounty:
    """One bounty. Periods are in blocks; ``funding`` is perpetual or limited."""

    KIND: ClassVar[str] = "chain-bounty"

    title: str | None = None
    stage: str | None = None
    creator_id: int | None = None
    oracle_id: int | None = None
    funding: str | None = None
    cherry: Amount | None = None
    entrant_stake: Amount | None = None
    total_funding: Amount | None = None
    work_period: int | None = None
    judging_period: int | None = None
    terminated: bool | None = None
    thread_id: int | None = None
    created_block: int | None = None
    created_at: Moment | None = None
    funded_block: int | None = None
    funded_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BountyContribution:
    """One contribution; without a contributor it is the council's."""

    KIND: ClassVar[str] = "bounty-contribution"

    bounty: str | None = None
    contributor_id: int | None = None
    amount: Amount | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class BountyEntry:
    """One entry. ``status`` is working, withdrawn, winner, passed or rejected."""

    KIND: ClassVar[str] = "bounty-entry"

    bounty: str | None = None
    worker_id: int | None = None
    staking_account: str | None = None
    work_submitted: bool | None = None
    status: str | None = None
    reward: Amount | None = None
    announced_block: int | None = None
    announced_at: Moment | None = None
