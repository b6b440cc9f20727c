"""Working groups: workers, their pay, stakes and ends, and budgets (one pallet for each of nine groups).

``origin`` None is the root: what proposals do to leads. Group is named by its pallet in all of these functions.
"""

import hashlib
from functools import lru_cache
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, members
from secretariat.devnet.runtime.errors import DispatchError, ensure
from secretariat.devnet.runtime.group_names import LOCK_OF, NUMBER_OF

WORKERS = ":workers"
"""The world's own: ids of a group's workers."""

Root = None


def budget_of(chain: Chain, pallet: str) -> int:
    """Give a group's budget."""
    return chain.get(f"{pallet}.Budget") or 0


def put_budget(chain: Chain, pallet: str, amount: int) -> None:
    """Set a group's budget."""
    chain.put(f"{pallet}.Budget", amount)


def set_budget(chain: Chain, pallet: str, amount: int) -> None:
    """Set a group's budget as the root's dispatchable does."""
    put_budget(chain, pallet, amount)
    chain.emit(f"{pallet}.BudgetSet", amount)


@lru_cache(maxsize=4_096)
def _place(number: int) -> bytes:
    return hashlib.blake2b(number.to_bytes(8, "little"), digest_size=16).digest()


def workers_of(chain: Chain, pallet: str) -> tuple[int, ...]:
    """Give the ids of a group's workers, in the order of the storage's keys."""
    return chain.get(WORKERS, pallet) or ()


def put_worker(chain: Chain, pallet: str, number: int, worker: dict[str, Any]) -> None:
    """Store a new worker."""
    chain.put(f"{pallet}.WorkerById", worker, number)
    chain.put(WORKERS, tuple(sorted((*workers_of(chain, pallet), number), key=_place)), pallet)
    chain.put(f"{pallet}.ActiveWorkerCount", (chain.get(f"{pallet}.ActiveWorkerCount") or 0) + 1)


def worker_of(chain: Chain, pallet: str, number: int) -> dict[str, Any]:
    """Give a worker. Raises DispatchError."""
    found: dict[str, Any] | None = chain.get(f"{pallet}.WorkerById", number)
    if found is None:
        raise DispatchError(pallet, "WorkerDoesNotExist")
    return found


def lead_of(chain: Chain, pallet: str) -> int | None:
    """Give the worker id of a group's lead."""
    found: int | None = chain.get(f"{pallet}.CurrentLead")
    return found


def ensure_lead(chain: Chain, pallet: str, origin: bytes | None) -> None:
    """Refuse whoever is not the lead. Raises DispatchError."""
    lead = lead_of(chain, pallet)
    if lead is None:
        raise DispatchError(pallet, "CurrentLeadNotSet")
    ensure(worker_of(chain, pallet, lead)["role_account_id"] == origin, pallet, "IsNotLeadAccount")


def ensure_may_manage(chain: Chain, pallet: str, origin: bytes | None, worker: int) -> None:
    """Let the root manage leads only, and the lead everybody else."""
    if origin is Root:
        ensure(lead_of(chain, pallet) == worker, "", "BadOrigin")
    else:
        ensure_lead(chain, pallet, origin)


# ------------------------------------------------------------------------- pay


def plan(chain: Chain) -> None:
    """Enter the next payment of every group: blocks that are multiples of its period."""
    for pallet in NUMBER_OF:
        _plan(chain, pallet)


def _plan(chain: Chain, pallet: str) -> None:
    period = chain.constant(f"{pallet}.RewardPeriod")
    chain.hook(chain.now + period - chain.now % period, NUMBER_OF[pallet], pay, pallet)


def pay(chain: Chain, pallet: str) -> None:
    """Pay a group's workers for the period, as far as the budget goes; what is missing is kept for later."""
    period = chain.constant(f"{pallet}.RewardPeriod")
    if chain.now % period == 0:
        for number in workers_of(chain, pallet):
            _reward(chain, pallet, number, period)
    _plan(chain, pallet)


def _reward(chain: Chain, pallet: str, number: int, period: int) -> None:
    worker = chain.get(f"{pallet}.WorkerById", number)
    each = worker["reward_per_block"]
    if each is None:
        return
    owed = each * min(period, chain.now - worker["created_at"])
    paid = min(owed, budget_of(chain, pallet))
    if paid:
        _pay(chain, pallet, number, worker, paid, "RegularReward")
    if owed > paid:
        _miss(chain, pallet, number, worker, (worker["missed_reward"] or 0) + owed - paid)
    else:
        pay_missed(chain, pallet, number)


def _pay(chain: Chain, pallet: str, number: int, worker: dict[str, Any], amount: int, kind: str) -> None:
    put_budget(chain, pallet, budget_of(chain, pallet) - amount)
    balances.mint(chain, worker["reward_account_id"], amount)
    chain.emit(f"{pallet}.RewardPaid", number, worker["reward_account_id"], amount, kind)


def _miss(chain: Chain, pallet: str, number: int, worker: dict[str, Any], missed: int | None) -> None:
    chain.put(f"{pallet}.WorkerById", {**worker, "missed_reward": missed}, number)
    chain.emit(f"{pallet}.NewMissedRewardLevelReached", number, missed)


def pay_missed(chain: Chain, pallet: str, number: int) -> None:
    """Pay what a worker missed before, as far as the budget goes."""
    worker = chain.get(f"{pallet}.WorkerById", number)
    missed = worker["missed_reward"]
    paid = min(missed or 0, budget_of(chain, pallet))
    if paid:
        _pay(chain, pallet, number, worker, paid, "MissedReward")
        _miss(chain, pallet, number, worker, missed - paid or None)


# ------------------------------------------------------------------------- ends


def leave_role(chain: Chain, pallet: str, origin: bytes, worker_id: int, rationale: bytes | None) -> None:
    """Begin to leave; the stake stays until the unstaking period is over."""
    worker = worker_of(chain, pallet, worker_id)
    ensure(worker["role_account_id"] == origin, pallet, "SignerIsNotWorkerRoleAccount")
    ensure(worker["started_leaving_at"] is None, pallet, "WorkerIsLeaving")
    chain.put(f"{pallet}.WorkerById", {**worker, "started_leaving_at": chain.now}, worker_id)
    ends = max(chain.now + 1, chain.now + worker["job_unstaking_period"])
    chain.hook(ends, NUMBER_OF[pallet], let_go, pallet, worker_id)
    chain.emit(f"{pallet}.WorkerStartedLeaving", worker_id, rationale)


def let_go(chain: Chain, pallet: str, worker_id: int) -> None:
    """End the role of a worker whose unstaking period is over."""
    worker = chain.get(f"{pallet}.WorkerById", worker_id)
    if worker is None or worker["started_leaving_at"] is None:
        return
    if worker["started_leaving_at"] + worker["job_unstaking_period"] <= chain.now:
        _remove(chain, pallet, worker_id, "WorkerExited", worker_id)


def terminate_role(
    chain: Chain,
    pallet: str,
    origin: bytes | None,
    worker_id: int,
    penalty: int | None,
    rationale: bytes | None,
) -> None:
    """End a role at once, with a penalty if one is named."""
    worker_of(chain, pallet, worker_id)
    ensure_may_manage(chain, pallet, origin, worker_id)
    lead = lead_of(chain, pallet) == worker_id
    if penalty:
        _slash(chain, pallet, worker_id, penalty, rationale)
    event = "TerminatedLeader" if lead else "TerminatedWorker"
    _remove(chain, pallet, worker_id, event, worker_id, penalty, rationale)


def _remove(chain: Chain, pallet: str, worker_id: int, event: str, *values: Any) -> None:
    if lead_of(chain, pallet) == worker_id:
        chain.put(f"{pallet}.CurrentLead", None)
        chain.emit(f"{pallet}.LeaderUnset")
    pay_missed(chain, pallet, worker_id)
    worker = chain.get(f"{pallet}.WorkerById", worker_id)
    chain.put(f"{pallet}.WorkerById", None, worker_id)
    chain.put(WORKERS, tuple(one for one in workers_of(chain, pallet) if one != worker_id), pallet)
    chain.put(f"{pallet}.ActiveWorkerCount", (chain.get(f"{pallet}.ActiveWorkerCount") or 0) - 1)
    balances.unlock(chain, LOCK_OF[pallet], worker["staking_account_id"])
    chain.emit(f"{pallet}.{event}", *values)


# ----------------------------------------------------------------------- stakes


def _slash(chain: Chain, pallet: str, worker_id: int, penalty: int, rationale: bytes | None) -> None:
    account = chain.get(f"{pallet}.WorkerById", worker_id)["staking_account_id"]
    taken = balances.slash(chain, LOCK_OF[pallet], account, penalty)
    chain.emit(f"{pallet}.StakeSlashed", worker_id, taken, penalty, rationale)


def slash_stake(
    chain: Chain, pallet: str, origin: bytes | None, worker_id: int, penalty: int, rationale: bytes | None
) -> None:
    """Destroy a part of a worker's stake."""
    worker_of(chain, pallet, worker_id)
    ensure_may_manage(chain, pallet, origin, worker_id)
    ensure(penalty, pallet, "StakeBalanceCannotBeZero")
    _slash(chain, pallet, worker_id, penalty, rationale)


def decrease_stake(chain: Chain, pallet: str, origin: bytes | None, worker_id: int, stake_balance_delta: int) -> None:
    """Give a part of a worker's stake back: never all of it, as the runtime has it (``current_stake > stake_balance_delta``)."""
    worker = worker_of(chain, pallet, worker_id)
    ensure_may_manage(chain, pallet, origin, worker_id)
    ensure(worker["started_leaving_at"] is None, pallet, "WorkerIsLeaving")
    ensure(stake_balance_delta, pallet, "StakeBalanceCannotBeZero")
    staked = balances.locked(chain, LOCK_OF[pallet], worker["staking_account_id"])
    ensure(stake_balance_delta < staked, pallet, "CannotDecreaseStakeDeltaGreaterThanStake")
    balances.lock(chain, LOCK_OF[pallet], worker["staking_account_id"], staked - stake_balance_delta)
    chain.emit(f"{pallet}.StakeDecreased", worker_id, stake_balance_delta)


def update_reward_amount(
    chain: Chain, pallet: str, origin: bytes | None, worker_id: int, reward_per_block: int | None
) -> None:
    """Set what a worker earns in each block."""
    worker = worker_of(chain, pallet, worker_id)
    ensure_may_manage(chain, pallet, origin, worker_id)
    chain.put(f"{pallet}.WorkerById", {**worker, "reward_per_block": reward_per_block}, worker_id)
    chain.emit(f"{pallet}.WorkerRewardAmountUpdated", worker_id, reward_per_block)


# ----------------------------------------------------------------------- money


def spend_from_budget(
    chain: Chain, pallet: str, origin: bytes, account_id: bytes, amount: int, rationale: bytes | None
) -> None:
    """Let the lead pay somebody from the budget."""
    ensure_lead(chain, pallet, origin)
    ensure(amount, pallet, "CannotSpendZero")
    ensure(amount <= budget_of(chain, pallet), pallet, "InsufficientBudgetForSpending")
    put_budget(chain, pallet, budget_of(chain, pallet) - amount)
    balances.mint(chain, account_id, amount)
    chain.emit(f"{pallet}.BudgetSpending", account_id, amount, rationale)


def fund_working_group_budget(
    chain: Chain, pallet: str, origin: bytes, member_id: int, amount: int, rationale: bytes
) -> None:
    """Give tokens of one's own to a group."""
    members.ensure_controller(chain, origin, member_id)
    ensure(amount, pallet, "ZeroTokensFunding")
    ensure(balances.usable(chain, origin) >= amount, pallet, "InsufficientTokensForFunding")
    balances.burn(chain, origin, amount)
    put_budget(chain, pallet, budget_of(chain, pallet) + amount)
    chain.emit(f"{pallet}.WorkingGroupBudgetFunded", member_id, amount, rationale)


def set_status_text(chain: Chain, pallet: str, origin: bytes, status_text: bytes | None) -> None:
    """Let the lead tell how the group stands."""
    ensure_lead(chain, pallet, origin)
    hashed = members.hash_of(status_text or b"")
    chain.put(f"{pallet}.StatusTextHash", hashed)
    chain.emit(f"{pallet}.StatusTextChanged", hashed, status_text)


def update_reward_account(
    chain: Chain, pallet: str, origin: bytes, worker_id: int, new_reward_account_id: bytes
) -> None:
    """Let a worker be paid on another account."""
    worker = worker_of(chain, pallet, worker_id)
    members.ensure_controller(chain, origin, worker["member_id"])
    ensure(worker["reward_per_block"] is not None, pallet, "WorkerHasNoReward")
    chain.put(f"{pallet}.WorkerById", {**worker, "reward_account_id": new_reward_account_id}, worker_id)
    chain.emit(f"{pallet}.WorkerRewardAccountUpdated", worker_id, new_reward_account_id)
