"""A budget between two blocks at which the chain's own figure is known: what its events add up to, and what is left over."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

from secretariat.facts.amounts import Amount

COUNCIL = "council"
"""The budget that is not one of a working group."""

SET = "budget-set"
"""The part that was neither added nor taken but set, by whoever may: what the balance was less what it had been."""

MOST_GAPS = 5


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetMove:
    """One event of a budget: what it added, below zero what it took; None where it cannot be read.

    ``sets`` tells that ``amount`` is the balance afterwards. ``place`` is the event's number within its block, None where
    it is not known. ``echoed`` marks a move that stands twice: a grant to a group, whose proposal sets the council's
    balance and tells of the grant right afterwards (joystream utility pallet, ``update_working_group_budget``).
    ``events`` counts what was put together in it.
    """

    block: int
    event: str
    amount: Amount | None
    place: int | None = None
    sets: bool = False
    echoed: bool = False
    events: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class KnownBudget:
    """A budget after a block, as the chain stored it, and where that is stated."""

    block: int
    amount: Amount
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetPart:
    """All events of one name: how many and what they added together. ``unread`` are those whose amount is not known."""

    event: str
    events: int
    amount: Amount
    unread: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetGap:
    """A difference that arose after ``from_block`` and not after ``to_block``: the closest known balances around it."""

    from_block: int
    to_block: int
    amount: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class BudgetReckoning:
    """One budget from the end of one block to the end of another; ``budget`` is council or the chain's name of a group.

    ``closing`` is ``opening`` and the sum of ``parts`` and ``unexplained``, exactly. ``gaps`` tell where that arose, as far
    as balances in between tell, the first of them; ``unplaced`` counts events of the budget whose block is not known.
    """

    KIND: ClassVar[str] = "budget-reckoning"

    budget: str
    from_block: int
    to_block: int
    opening: Amount
    closing: Amount
    parts: tuple[BudgetPart, ...]
    unexplained: Amount
    opening_source: str
    closing_source: str
    gaps: tuple[BudgetGap, ...] = ()
    unplaced: int = 0

    @property
    def reckoned(self) -> Amount:
        """Give what the budget should be at the end by its events."""
        return Amount(self.closing - self.unexplained)

    @property
    def unread(self) -> int:
        """Count the events whose amount is not known."""
        return sum(part.unread for part in self.parts)


def reckon(
    budget: str, known: Iterable[KnownBudget], moves: Iterable[BudgetMove], *, unplaced: int = 0
) -> tuple[BudgetReckoning, ...]:
    """Reckon a budget from each known block to the next. Moves after the last known block are left out."""
    points = _in_order(known)
    ordered = _walked(moves)
    blocks = [move.block for move in ordered]
    found = []
    for before, after in pairwise(points):
        own = ordered[bisect_left(blocks, before.block + 1) : bisect_left(blocks, after.block + 1)]
        found.append(_between(budget, before, after, own, unplaced))
    return tuple(found)


def _in_order(known: Iterable[KnownBudget]) -> list[KnownBudget]:
    """Order by block, each block once."""
    first: dict[int, KnownBudget] = {}
    for one in known:
        first.setdefault(one.block, one)
    return [first[block] for block in sorted(first)]


def _walked(moves: Iterable[BudgetMove]) -> list[BudgetMove]:
    """Order moves as they changed the balance; of a block whose order is not known no balance is taken over."""
    by_block: dict[int, list[BudgetMove]] = {}
    for move in moves:
        by_block.setdefault(move.block, []).append(move)
    ordered: list[BudgetMove] = []
    for block in sorted(by_block):
        ordered += _within_block(by_block[block])
    return ordered


def _within_block(own: list[BudgetMove]) -> list[BudgetMove]:
    if not any(move.sets for move in own):
        return own
    if any(move.place is None for move in own):
        return [move for move in own if not move.sets] if len(own) > 1 else own
    waiting: list[BudgetMove] = []
    for move in sorted(own, key=lambda one: one.place or 0):
        setting = next((place for place in reversed(range(len(waiting))) if _not_echoing(waiting, place)), None)
        if move.echoed and setting is not None:
            waiting[setting : setting + 1] = [move, replace(waiting[setting], echoed=True)]
        else:
            waiting.append(move)
    return waiting


def _not_echoing(moves: Sequence[BudgetMove], place: int) -> bool:
    """Tell whether a move sets the balance and no grant was found for it yet."""
    return moves[place].sets and not moves[place].echoed


def _between(
    budget: str, before: KnownBudget, after: KnownBudget, moves: Sequence[BudgetMove], unplaced: int
) -> BudgetReckoning:
    """Walk from one known balance to the next."""
    balance, mark = int(before.amount), before.block
    parts: dict[str, list[int]] = {}
    gaps: list[BudgetGap] = []
    for move in moves:
        if not move.sets:
            balance += move.amount or 0
            _count(parts, move.event, move.amount, move.events)
            continue
        if move.amount is None:
            _count(parts, SET, None, move.events)
            continue
        difference, balance = move.amount - balance, int(move.amount)
        if move.echoed:
            gaps += _gap(mark, move.block, difference)
        else:
            _count(parts, SET, Amount(difference), move.events)
        mark = move.block
    gaps += _gap(mark, after.block, after.amount - balance)
    return BudgetReckoning(
        budget=budget,
        from_block=before.block,
        to_block=after.block,
        opening=before.amount,
        closing=after.amount,
        parts=tuple(
            BudgetPart(event=event, events=count, amount=Amount(amount), unread=unread)
            for event, (count, amount, unread) in sorted(parts.items())
        ),
        unexplained=Amount(sum(gap.amount for gap in gaps)),
        opening_source=before.source,
        closing_source=after.source,
        gaps=tuple(gaps[:MOST_GAPS]),
        unplaced=unplaced,
    )


def _count(parts: dict[str, list[int]], event: str, amount: Amount | None, events: int) -> None:
    part = parts.setdefault(event, [0, 0, 0])
    part[0] += events
    part[1] += amount or 0
    part[2] += events if amount is None else 0


def _gap(from_block: int, to_block: int, amount: int) -> list[BudgetGap]:
    return [BudgetGap(from_block=from_block, to_block=to_block, amount=Amount(amount))] if amount else []
