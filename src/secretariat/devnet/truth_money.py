"""The truth about budgets: what stands in storage, and every flow that made it, to the base unit."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event
from secretariat.devnet.chain.specs import GROUPS, PALLET_OF


def money(chain: Chain, events: list[Event], block: int) -> dict[str, Any]:
    """Tell the council's and the groups' budgets with their flows; ``unexplained`` is what no flow tells, so it is 0."""
    begun = chain.get_at(0, "Council.Budget") or 0
    flows = _flows(events, begun)
    stored = chain.get_at(block, "Council.Budget")
    council = {
        "budget": str(stored),
        "balances": _balances(chain, events, "Council.Budget", _TOUCH_THE_BUDGET),
        "at_the_beginning": str(begun),
        "flows": {name: str(amount) for name, amount in flows["council"].items()},
        "unexplained": str(stored - begun - sum(flows["council"].values())),
        "increment": str(chain.get_at(block, "Council.BudgetIncrement")),
        "councilor_reward": str(chain.get_at(block, "Council.CouncilorReward")),
        "next_refill": chain.get_at(block, "Council.NextBudgetRefill"),
        "next_rewards": chain.get_at(block, "Council.NextRewardPayments"),
    }
    groups = {}
    for pallet in GROUPS:
        budget, own = chain.get_at(block, f"{pallet}.Budget") or 0, flows[pallet]
        groups[pallet] = {
            "budget": str(budget),
            "balances": _balances(chain, events, f"{pallet}.Budget", (f"{pallet}.", *_TOUCH_ALL)),
            "flows": {name: str(amount) for name, amount in own.items()},
            "unexplained": str(budget - (chain.get_at(0, f"{pallet}.Budget") or 0) - sum(own.values())),
        }
    return {"council": council, "groups": groups}


def _balances(chain: Chain, events: list[Event], item: str, touch: tuple[str, ...]) -> list[list[Any]]:
    """Tell a budget after each block in which it changed, by events that can change it: block and base units, oldest first."""
    told: list[list[Any]] = [[0, str(chain.get_at(0, item) or 0)]]
    for block in sorted({event.block for event in events if event.name.startswith(touch)}):
        balance = str(chain.get_at(block, item) or 0)
        if balance != told[-1][1]:
            told.append([block, balance])
    return told


_TOUCH_THE_BUDGET = ("Council.", "JoystreamUtility.", "ProposalsEngine.", "Content.")
_TOUCH_ALL = ("JoystreamUtility.", "Members.")
"""Events by which budgets of groups change beside their own."""


class _Flows(dict[str, dict[str, int]]):
    """Sums by holder and kind of flow; a budget that is set at once counts as what it changes."""

    def add(self, holder: str, kind: str, amount: int) -> None:
        own = self.setdefault(holder, {})
        own[kind] = own.get(kind, 0) + amount

    def set_to(self, holder: str, kind: str, amount: int, begun: int) -> None:
        self.add(holder, kind, amount - begun - sum(self.get(holder, {}).values()))


def _flows(events: list[Event], begun: int) -> dict[str, dict[str, int]]:
    found = _Flows({"council": {}, **{pallet: {} for pallet in GROUPS}})
    checkpoints = _checkpoints_of_groups(events)
    for place, event in enumerate(events):
        pallet, _, name = event.name.partition(".")
        if event.name == "Council.BudgetBalanceSet" and place not in checkpoints:
            found.set_to("council", "set", event.values[0], begun)
        elif pallet == "Council":
            _council_flow(found, name, event.values)
        elif pallet in GROUPS:
            _group_flow(found, pallet, name, event.values)
        elif event.name == "JoystreamUtility.UpdatedWorkingGroupBudget":
            group, amount, kind = event.values
            given = amount if kind == "Positive" else -amount
            found.add("council", "to_groups" if given > 0 else "from_groups", -given)
            found.add(PALLET_OF[group], "from_council" if given > 0 else "to_council", given)
        elif event.name == "Members.MemberInvited":
            found.add("MembershipWorkingGroup", "invitations", -event.values[2])
    return found


def _checkpoints_of_groups(events: list[Event]) -> set[int]:
    """Give the indices of checkpoints that belong to a change of a group's budget, which tells them by itself."""
    return {
        place
        for place, event in enumerate(events[:-1])
        if event.name == "Council.BudgetBalanceSet"
        and events[place + 1].name == "JoystreamUtility.UpdatedWorkingGroupBudget"
    }


_COUNCIL = {
    "BudgetRefill": ("refills", 0, 1),
    "RewardPayment": ("rewards", 2, -1),
    "RequestFunded": ("funding_requests", 1, -1),
    "CouncilBudgetFunded": ("gifts", 1, 1),
    "CouncilBudgetDecreased": ("decreases", 0, -1),
}
"""By event: the kind of flow, the place of its amount, and its sign."""

_GROUP = {
    "RewardPaid": ("rewards", 2, -1),
    "BudgetSpending": ("spending", 1, -1),
    "WorkingGroupBudgetFunded": ("gifts", 1, 1),
}


def _council_flow(found: _Flows, name: str, values: tuple[Any, ...]) -> None:
    if flow := _COUNCIL.get(name):
        kind, place, sign = flow
        found.add("council", kind, sign * values[place])


def _group_flow(found: _Flows, pallet: str, name: str, values: tuple[Any, ...]) -> None:
    if flow := _GROUP.get(name):
        kind, place, sign = flow
        found.add(pallet, kind, sign * values[place])
    elif name == "BudgetSet":
        found.set_to(pallet, "set", values[0], 0)
