"""Elections and the seats they filled."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectionResult:
    """One election as the published results file has it. ``results_round`` is that file's own numbering."""

    KIND: ClassVar[str] = "election-result"

    results_round: int
    term_ends_at: int | None
    seats: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Backer:
    """One vote for one candidate: who and with how much stake."""

    member_id: int | None
    handle: str | None
    root_account: str | None
    stake: Amount | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ElectedSeat:
    """One seat as the published results file has it, with its backers; None where it lists none and does not say so."""

    KIND: ClassVar[str] = "elected-seat"

    results_round: int
    member_id: int | None
    handle: str | None
    root_account: str | None
    own_stake: Amount | None
    backers: tuple[Backer, ...] | None
    backers_stake: Amount | None = None
    jsg_stake: Amount | None = None
    total_stake: Amount | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportedSeat:
    """One seat as a council report has it: who sat, how many votes on proposals, own and voters' stake."""

    KIND: ClassVar[str] = "reported-seat"

    network: str | None
    chain: str | None
    term: int
    election_round: int | None
    position: int
    handle: str
    member_id: int | None
    votes_cast: int | None
    own_stake: Amount | None
    backers_stake: Amount | None
