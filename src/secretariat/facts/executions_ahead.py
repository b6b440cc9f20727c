"""What executions of proposals do to the budgets of the council and of working groups, and those to come of what is approved."""

from collections.abc import Iterable, Iterator, Mapping

from secretariat.facts.budget_ahead import Effect, Execution
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.records import Stated
from secretariat.facts.stored_proposals import StoredProposal

REFILL_PERIOD, REWARD_PERIOD = "Council.BudgetRefillPeriod", "Council.ElectedMemberRewardPeriod"
GROUP_BUDGET = "update-working-group-budget"


def execution_of(number: int, block: int, told: Proposal | None) -> Execution | None:
    """Give what an execution does to the budgets; None for one that does nothing to them, and where its amount is unknown."""
    found = None if told is None else effect_of(told)
    if told is None or found is None:
        return None
    group = told.group if told.type == GROUP_BUDGET else None
    return Execution(proposal=number, block=block, effect=found[0], amount=found[1], group=group)


def effect_of(fact: Proposal) -> tuple[Effect, int] | None:
    """Give what carrying a proposal out does to the council's budget, with the amount in base units; None as ``execution_of``."""
    amount = fact.amount
    if fact.type == "funding-request":
        amounts = [one.amount for one in fact.destinations]
        known = [int(one) for one in amounts if one is not None]
        return ("pays", sum(known)) if known and len(known) == len(amounts) else None
    if fact.type == "set-councilor-reward":
        return None if fact.reward_per_block is None else ("sets-reward", int(fact.reward_per_block))
    if amount is None:
        return None
    if fact.type == GROUP_BUDGET and amount < 0:
        return "brings", -int(amount)
    if fact.type in (GROUP_BUDGET, "decrease-council-budget"):
        return "pays", int(amount)
    return ("sets-increment", int(amount)) if fact.type == "set-council-budget-increment" else None


def executed_in(fact: StoredProposal) -> int | None:
    """Give the block in which what is approved is carried out; None for what is not, and where that is not known."""
    if fact.status != "pending-execution" or fact.approved_at is None or fact.grace_period is None:
        return None
    return max(fact.approved_at + fact.grace_period, fact.exact_execution_block or 0)


def pending_executions(
    stored: Iterable[Stated[StoredProposal]], told: Mapping[int, Stated[Proposal]]
) -> Iterator[Execution]:
    """Give the executions of what is approved and waits for its block, as far as they touch a budget and are known."""
    for record in stored:
        block = executed_in(record.fact)
        if block is None:
            continue
        said = told.get(record.fact.number)
        if (found := execution_of(record.fact.number, block, None if said is None else said.fact)) is not None:
            yield found
