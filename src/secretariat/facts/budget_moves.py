"""Which events of the query node move which budget, and by how much."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from secretariat.facts.amounts import Amount
from secretariat.facts.budget_reckoning import COUNCIL, BudgetMove, BudgetReckoning, KnownBudget, reckon
from secretariat.facts.council_budget import CouncilBudgetEvent, CouncilReward
from secretariat.facts.group_events import GroupMoneyEvent
from secretariat.facts.past_states import ComparedState, ComparedUpTo, PastState
from secretariat.facts.records import QUERY_NODE, AnyStated, Stated

COUNCIL_SIGNS: Mapping[str, int] = {
    "budget-refill": 1,
    "council-budget-funded": 1,
    "request-funded": -1,
    "channel-reward-claimed": -1,
    "channel-reward-claimed-and-withdrawn": -1,
    "council-budget-decreased": -1,
}
"""How each event of the council's budget changes it (council pallet; content pallet for rewards of channels)."""

COUNCIL_SET = "budget-balance-set"
COUNCIL_REWARD = "council-reward"
GRANTED = "budget-updated"
"""A proposal moved tokens from the council's budget to a group's; below zero, back."""

WORKER_REWARD = "reward-paid"
GROUP_SIGNS: Mapping[str, int] = {
    GRANTED: 1,
    "budget-funded": 1,
    WORKER_REWARD: -1,
    "budget-spending": -1,
    "vested-budget-spending": -1,
}
GROUP_SET = "budget-set"
TO_GROUPS, FROM_GROUPS = "granted-to-groups", "taken-from-groups"

GENESIS = KnownBudget(block=0, amount=Amount(0), source="genesis: every budget is 0 (council_config.rs)")

_PLACE = re.compile(r"[^-]*-(\d{1,15})-(\d{1,9})")


@dataclass(kw_only=True, slots=True)
class _Paid:
    """The rewards of one group in one block: the place of the first in it, their sum in base units, how many."""

    place: int | None
    amount: int
    events: int = 1


@dataclass(kw_only=True)
class BudgetMoves:
    """The moves of every budget met so far, and the events whose block cannot be read.

    Rewards of one group in one block are one move: they are paid together, before anything else happens in the block.
    """

    unplaced: dict[str, int] = field(default_factory=dict)
    _moves: dict[str, list[BudgetMove]] = field(default_factory=dict)
    _rewards: dict[str, dict[int, _Paid]] = field(default_factory=dict)
    """By group and block. Nearly all events are rewards: they become moves when asked for."""

    def moves_of(self, budget: str) -> list[BudgetMove]:
        """Give the moves of a budget: of each block the rewards come first, as they are paid when it begins."""
        rewards = self._rewards.get(budget, {})
        paid = [
            BudgetMove(block=block, event=WORKER_REWARD, amount=Amount(-one.amount), place=one.place, events=one.events)
            for block, one in rewards.items()
        ]
        return [*paid, *self._moves.get(budget, ())]

    def noting_council(self, records: Iterable[Stated[CouncilBudgetEvent]]) -> Iterator[Stated[CouncilBudgetEvent]]:
        """Pass events of the council's budget on and note what they move."""
        for record in records:
            sign, amount = COUNCIL_SIGNS.get(record.fact.event), record.fact.amount
            if record.fact.event == COUNCIL_SET:
                self._note(COUNCIL, record, COUNCIL_SET, amount, sets=True)
            elif sign is not None:
                self._note(COUNCIL, record, record.fact.event, _signed(amount, sign))
            yield record

    def noting_rewards(self, records: Iterable[Stated[CouncilReward]]) -> Iterator[Stated[CouncilReward]]:
        """Pass rewards of council members on and note what they move."""
        for record in records:
            self._note(COUNCIL, record, COUNCIL_REWARD, _signed(record.fact.paid, -1))
            yield record

    def noting_groups(self, records: Iterable[Stated[GroupMoneyEvent]]) -> Iterator[Stated[GroupMoneyEvent]]:
        """Pass money events of the groups on and note what they move in both budgets."""
        for record in records:
            fact, group = record.fact, record.fact.group or ""
            if fact.event == WORKER_REWARD and fact.block is not None and fact.amount is not None:
                self._note_reward(group, record.key, fact.block, fact.amount)  # nearly all events are of this kind
            elif fact.event == GROUP_SET:
                self._note(group, record, GROUP_SET, fact.amount, sets=True)
            elif fact.event in GROUP_SIGNS:
                self._note(group, record, fact.event, _signed(fact.amount, GROUP_SIGNS[fact.event]))
            if fact.event == GRANTED:
                name = FROM_GROUPS if (fact.amount or 0) < 0 else TO_GROUPS
                self._note(COUNCIL, record, name, _signed(fact.amount, -1), echoed=True)
            yield record

    def _note(
        self,
        budget: str,
        record: AnyStated,
        event: str,
        amount: Amount | None,
        *,
        sets: bool = False,
        echoed: bool = False,
    ) -> None:
        block = record.fact.block
        if block is None:
            self.unplaced[budget] = self.unplaced.get(budget, 0) + 1
            return
        own = self._moves.setdefault(budget, [])
        place = place_in_block(record.key, block)
        own.append(BudgetMove(block=block, event=event, amount=amount, place=place, sets=sets, echoed=echoed))

    def _note_reward(self, group: str, key: str, block: int, amount: Amount) -> None:
        of_group = self._rewards.setdefault(group, {})
        if (known := of_group.get(block)) is None:
            of_group[block] = _Paid(place=place_in_block(key, block), amount=amount)
        else:
            known.amount += amount
            known.events += 1


def place_in_block(key: str, block: int) -> int | None:
    """Give the number of an event within its block out of its id, ``OLYMPIA-<block>-<number>``; None for another id."""
    found = _PLACE.fullmatch(key)
    return int(found[2]) if found is not None and int(found[1]) == block else None


def reckoned_budgets(moved: BudgetMoves, records: Iterable[AnyStated]) -> list[AnyStated]:
    """Give the reckonings as facts, each at the block to which it reckons."""
    return [
        Stated(
            kind=one.KIND,
            key=f"{one.budget} {one.from_block}-{one.to_block}",
            file=f"{QUERY_NODE}/budgets",
            format=QUERY_NODE,
            line=one.to_block,
            fact=one,
        )
        for one in reckonings(moved, records)
    ]


def reckonings(moved: BudgetMoves, states: Iterable[AnyStated]) -> tuple[BudgetReckoning, ...]:
    """Reckon the council's budget and those of the groups between the states of the chain that are known.

    Only up to the block to which every list of money is known; without one nothing is reckoned. The first stretch begins
    at genesis with nothing.
    """
    known = list(states)
    covered = max((one.fact.block for one in known if isinstance(one.fact, ComparedUpTo)), default=None)
    if covered is None:
        return ()
    budgets: dict[str, list[KnownBudget]] = {}
    for one in known:
        if not isinstance(one.fact, PastState | ComparedState):
            continue
        # What is compared is as it is at the block covered; its line is where it was first read so.
        block = covered if isinstance(one.fact, ComparedState) else one.line
        if block <= covered:
            for budget, amount in _budgets(one.fact):
                budgets.setdefault(budget, [GENESIS]).append(KnownBudget(block=block, amount=amount, source=one.source))
    return tuple(
        found
        for budget in sorted(budgets)
        for found in reckon(budget, budgets[budget], moved.moves_of(budget), unplaced=moved.unplaced.get(budget, 0))
    )


def _budgets(state: PastState | ComparedState) -> Iterator[tuple[str, Amount]]:
    if state.council is not None and state.council.budget is not None:
        yield COUNCIL, state.council.budget
    for group in state.groups:
        if group.budget is not None:
            yield group.group, group.budget


def _signed(amount: Amount | None, sign: int) -> Amount | None:
    return None if amount is None else Amount(sign * amount)
