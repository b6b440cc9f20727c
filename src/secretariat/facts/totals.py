"""Totals of what is too many to load whole: payments, posts, memberships, counted for each council term."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.amounts import Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class GroupMoneyTotal:
    """All events of one name of one group in one term.

    ``term`` is 0 before the first elected council, None for events whose block is not known. ``amount`` is the sum of
    the amounts that can be read, ``unread`` how many of the ``events`` have none.
    """

    KIND: ClassVar[str] = "group-money-total"

    group: str | None
    event: str
    term: int | None
    events: int
    amount: Amount
    unread: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkerRewardTotal:
    """All rewards paid to one worker, as (term, amount) in the order of terms; term 0 is before the first council.

    ``doubtful`` counts the rewards whose amount or block cannot be read; their amounts are in no term.
    """

    KIND: ClassVar[str] = "worker-reward-total"

    worker: str
    by_term: tuple[tuple[int, Amount], ...]
    doubtful: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilMoneyTotal:
    """All events of the council's budget of one name in one term; terms and amounts as in ``GroupMoneyTotal``."""

    KIND: ClassVar[str] = "council-money-total"

    event: str
    term: int | None
    events: int
    amount: Amount
    unread: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatRewardTotal:
    """All rewards paid for one council seat, by the key of the seat."""

    KIND: ClassVar[str] = "seat-reward-total"

    seat: str
    payments: int
    paid: Amount
    unread: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class MadeInTerm:
    """How many of something there were before a term's first block, and how many were made in the term.

    ``noun`` is members, categories, threads or posts. What was made stays counted, also when it was removed later.
    ``undated`` counts those of the whole list whose moment cannot be read: with any, no count is exact.
    """

    KIND: ClassVar[str] = "made-in-term"

    noun: str
    term: int
    before: int
    made: int
    undated: int = 0
