"""What executions of proposals do to the council's budget, and those to come of what is approved."""

from collections.abc import Iterable, Iterator, Mapping

from secretariat.facts.budget_ahead import Effect, Execution
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.records import Stated
from secretariat.facts.stored_groups import StoredGroup
from secretariat.facts.stored_proposals import StoredProposal

REFILL_PERIOD, REWARD_PERIOD = "Council.BudgetRefillPeriod", "Council.ElectedMemberRewardPeriod"


def execution_of(number: int, block: int, told: Proposal | None, groups: Iterable[StoredGroup]) -> Execution | None:
    """Give what an execution does to the budget; None for one that does nothing to it, and where its amount is unknown."""
    found = None if told is None else effect_of(told, groups)
    return None if found is None else Execution(proposal=number, block=block, effect=found[0], amount=found[1])


def effect_of(fact: Proposal, groups: Iterable[StoredGroup]) -> tuple[Effect, int] | None:
    """Give what carrying a proposal out does to the budget, with the amount in base units; None as ``execution_of``.

    ``groups`` tell whether a group has now what is to be brought back from it; a decrease by more fails.
    """
    amount = fact.amount
    if fact.type == "funding-request":
        amounts = [one.amount for one in fact.destinations]
        known = [int(one) for one in amounts if one is not None]
        return ("pays", sum(known)) if known and len(known) == len(amounts) else None
    if fact.type == "set-councilor-reward":
        return None if fact.reward_per_block is None else ("sets-reward", int(fact.reward_per_block))
    if amount is None:
        return None
    if fact.type == "update-working-group-budget" and amount < 0:
        return ("brings", -int(amount)) if _has(groups, fact.group, -int(amount)) else None
    if fact.type in ("update-working-group-budget", "decrease-council-budget"):
        return "pays", int(amount)
    return ("sets-increment", int(amount)) if fact.type == "set-council-budget-increment" else None


def _has(groups: Iterable[StoredGroup], group: str | None, amount: int) -> bool:
    stored = next((one for one in groups if one.group == group), None)
    return stored is not None and stored.budget is not None and stored.budget >= amount


def pending_executions(
    stored: Iterable[Stated[StoredProposal]], told: Mapping[int, Stated[Proposal]], groups: Iterable[StoredGroup]
) -> Iterator[Execution]:
    """Give the executions of what is approved and waits for its block, as far as they touch the budget and are known."""
    there = tuple(groups)
    for record in stored:
        fact = record.fact
        if fact.status != "pending-execution" or fact.approved_at is None or fact.grace_period is None:
            continue
        block = max(fact.approved_at + fact.grace_period, fact.exact_execution_block or 0)
        said = told.get(fact.number)
        if (found := execution_of(fact.number, block, None if said is None else said.fact, there)) is not None:
            yield found
