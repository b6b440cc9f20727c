"""Election cycles of the chain with their candidacies, votes and events; a cycle is not a council term, as it may fail."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount
from secretariat.facts.moments import Moment
from secretariat.facts.records import Stated


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectionCycle:
    """One election, also a failed one. ``cycle`` is the chain's own number; keys of cycles are the query node's.

    ``council`` sat while it ran; ``next_council`` is its result, none while it runs and for a failed one. ``unreadable`` names
    fields that may be none and whose value could not be read.
    """

    KIND: ClassVar[str] = "election-cycle"

    cycle: int | None = None
    finished: bool | None = None
    ended_block: int | None = None
    ended_at: Moment | None = None
    council: str | None = None
    next_council: str | None = None
    created_at: Moment | None = None
    unreadable: tuple[str, ...] = ()


BEFORE_THE_FIRST = 0
"""The chain's cycle number at genesis: the first announcing has 1 (``AnnouncementPeriodNr``, council pallet)."""


def is_election(cycle: Stated[ElectionCycle]) -> bool:
    """Tell whether anybody ever announced a cycle: the query node begins with one that the chain never had."""
    return cycle.fact.cycle != BEFORE_THE_FIRST or cycle.fact.next_council is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferendumStage:
    """The voting or the revealing stage of one election. ``election`` is the key of the cycle."""

    KIND: ClassVar[str] = "referendum-stage"

    stage: str
    election: str | None = None
    started_block: int | None = None
    ends_at: int | None = None
    winners: int | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidacy:
    """One announcement of one member in one election; who withdraws and announces again has two.

    ``status`` is active, withdrawn, elected or failed. ``stake_locked`` stays true for who withdrew (a fault there).
    """

    KIND: ClassVar[str] = "candidacy"

    election: str | None = None
    member_id: int | None = None
    status: str | None = None
    stake: Amount | None = None
    stake_locked: bool | None = None
    vote_power: Amount | None = None
    last_vote_block: int | None = None
    last_vote_event: int | None = None
    staking_account: str | None = None
    reward_account: str | None = None
    created_at: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CastVote:
    """One vote of one account in one election. ``candidacy`` is none until the vote is revealed; ``unreadable`` as of a cycle."""

    KIND: ClassVar[str] = "cast-vote"

    election: str | None = None
    account: str | None = None
    stake: Amount | None = None
    stake_locked: bool | None = None
    vote_power: Amount | None = None
    candidacy: str | None = None
    created_at: Moment | None = None
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectionEvent:
    """One event of an election. ``event`` is its name in lower case: not-enough-candidates, vote-revealed, ..."""

    KIND: ClassVar[str] = "election-event"

    event: str
    block: int | None = None
    at: Moment | None = None
    election: str | None = None
    council: str | None = None
    candidacy: str | None = None
    vote: str | None = None
    candidates: int | None = None
    winners: int | None = None
    stake: Amount | None = None
