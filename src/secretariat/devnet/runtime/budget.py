"""The council's budget: refills, rewards of its members, and what flows in and out (pallet Council)."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, members
from secretariat.devnet.runtime.errors import ensure

BUDGET, INCREMENT, REWARD = "Council.Budget", "Council.BudgetIncrement", "Council.CouncilorReward"
NEXT_REFILL, NEXT_REWARDS = "Council.NextBudgetRefill", "Council.NextRewardPayments"
MEMBERS = "Council.CouncilMembers"
PALLET = 19


def budget(chain: Chain) -> int:
    """Give the council's budget."""
    return chain.get(BUDGET) or 0


def plan(chain: Chain) -> None:
    """Enter the next refill and the next rewards as they stand in storage."""
    for item in (NEXT_REFILL, NEXT_REWARDS):
        block = chain.get(item) or 0
        if block > chain.now:
            chain.hook(block, PALLET, process)


def process(chain: Chain) -> None:
    """Refill and pay in the blocks that were planned for it; what was planned anew since is left alone."""
    if chain.now == chain.get(NEXT_REFILL):
        _refill(chain)
    if chain.now == chain.get(NEXT_REWARDS):
        pay_rewards(chain)


def _refill(chain: Chain) -> None:
    amount = chain.get(INCREMENT) or 0
    following = chain.now + chain.constant("Council.BudgetRefillPeriod")
    chain.put(BUDGET, budget(chain) + amount)
    chain.put(NEXT_REFILL, following)
    chain.emit("Council.BudgetRefill", amount)
    chain.emit("Council.BudgetRefillPlanned", following)
    chain.hook(following, PALLET, process)


def pay_rewards(chain: Chain) -> None:
    """Pay every council member what has come together since the last payment, as far as the budget goes."""
    each: int = chain.get(REWARD) or 0
    rest, seats = budget(chain), []
    for seat in chain.get(MEMBERS) or ():
        owed = seat["unpaid_reward"] + (chain.now - seat["last_payment_block"]) * each
        paid = min(owed, rest)
        if paid:
            balances.mint(chain, seat["reward_account_id"], paid)
            seats.append({**seat, "last_payment_block": chain.now, "unpaid_reward": owed - paid})
        else:
            seats.append(seat)
        chain.emit("Council.RewardPayment", seat["membership_id"], seat["reward_account_id"], paid, owed - paid)
        rest -= paid
    following = chain.now + chain.constant("Council.ElectedMemberRewardPeriod")
    chain.put(MEMBERS, tuple(seats))
    chain.put(BUDGET, rest)
    chain.put(NEXT_REWARDS, following)
    chain.hook(following, PALLET, process)


# ------------------------------------------------------------- what proposals do


def set_budget(chain: Chain, amount: int) -> None:
    """Set the budget as the dispatchable does: its event is an exact checkpoint."""
    chain.put(BUDGET, amount)
    chain.emit("Council.BudgetBalanceSet", amount)


def funding_request(chain: Chain, funding_requests: tuple[dict[str, Any], ...]) -> None:
    """Pay out to accounts. Raises DispatchError when the budget does not cover all of it."""
    total = sum(one["amount"] for one in funding_requests)
    ensure(total <= budget(chain), "Council", "InsufficientFundsForFundingRequest")
    ensure(funding_requests, "Council", "EmptyFundingRequests")
    ensure(all(one["amount"] for one in funding_requests), "Council", "ZeroBalanceFundRequest")
    accounts = {one["account"] for one in funding_requests}
    ensure(len(accounts) == len(funding_requests), "Council", "RepeatedFundRequestAccount")
    chain.put(BUDGET, budget(chain) - total)
    for one in funding_requests:
        balances.mint(chain, one["account"], one["amount"])
        chain.emit("Council.RequestFunded", one["account"], one["amount"])


def decrease(chain: Chain, amount: int) -> None:
    """Take from the budget what then is nowhere."""
    ensure(amount <= budget(chain), "Council", "ReductionAmountTooLarge")
    chain.put(BUDGET, budget(chain) - amount)
    chain.emit("Council.CouncilBudgetDecreased", amount)


def set_increment(chain: Chain, amount: int) -> None:
    """Set what each refill brings."""
    chain.put(INCREMENT, amount)
    chain.emit("Council.BudgetIncrementUpdated", amount)


def set_reward(chain: Chain, amount: int) -> None:
    """Set what a council member earns in each block."""
    chain.put(REWARD, amount)
    chain.emit("Council.CouncilorRewardUpdated", amount)


def set_damping(chain: Chain, percent: int) -> None:
    """Set which part of an era's payout validators have."""
    chain.put("Council.EraPayoutDampingFactor", percent)
    chain.emit("Council.EraPayoutDampingFactorSet", percent)


# ------------------------------------------------------------------------ calls


def fund_council_budget(chain: Chain, origin: bytes, member_id: int, amount: int, rationale: bytes) -> None:
    """Give tokens of one's own to the council."""
    members.ensure_controller(chain, origin, member_id)
    ensure(amount > 0, "Council", "ZeroTokensFunding")
    ensure(balances.usable(chain, origin) >= amount, "Council", "InsufficientTokensForFunding")
    chain.put(BUDGET, budget(chain) + amount)
    balances.burn(chain, origin, amount)
    chain.emit("Council.CouncilBudgetFunded", member_id, amount, rationale)
