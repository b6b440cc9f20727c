"""How working groups hire: openings, applications, filling (the same nine pallets as ``groups``).

``origin`` None is the root: leads are hired by proposals, workers by the lead.
"""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, groups, members
from secretariat.devnet.runtime.errors import DispatchError, ensure
from secretariat.devnet.runtime.group_names import LOCK_OF

APPLICATIONS = ":applications"
"""The world's own: ids of the applications that stand for an opening of a group."""

TREASURY = b"modlworkgroup" + bytes(19)
"""The account that holds what regular openings deposit when they are made."""


def opening_of(chain: Chain, pallet: str, number: int) -> dict[str, Any]:
    """Give an opening. Raises DispatchError."""
    found: dict[str, Any] | None = chain.get(f"{pallet}.OpeningById", number)
    if found is None:
        raise DispatchError(pallet, "OpeningDoesNotExist")
    return found


def standing(chain: Chain, pallet: str, opening: int) -> tuple[int, ...]:
    """Give the ids of the applications for an opening."""
    return chain.get(APPLICATIONS, pallet, opening) or ()


def _ensure_for(chain: Chain, pallet: str, origin: bytes | None, kind: str) -> None:
    if kind == "Leader":
        ensure(origin is None, "", "BadOrigin")
    else:
        groups.ensure_lead(chain, pallet, origin)


def add_opening(
    chain: Chain,
    pallet: str,
    origin: bytes | None,
    description: bytes,
    opening_type: str,
    stake_policy: dict[str, int],
    reward_per_block: int | None,
) -> int:
    """Offer a role. Gives the opening's id."""
    _ensure_for(chain, pallet, origin, opening_type)
    least = chain.constant(f"{pallet}.MinUnstakingPeriodLimit")
    ensure(stake_policy["leaving_unstaking_period"] > least, pallet, "UnstakingPeriodLessThanMinimum")
    lowest = chain.constant(f"{pallet}.MinimumApplicationStake")
    ensure(stake_policy["stake_amount"] >= lowest, pallet, "BelowMinimumStakes")
    ensure(reward_per_block is None or reward_per_block > 0, pallet, "CannotRewardWithZero")
    deposit = 0
    if opening_type == "Regular" and origin is not None:
        deposit = chain.constant(f"{pallet}.LeaderOpeningStake")
        ensure(balances.usable(chain, origin) >= deposit, pallet, "InsufficientBalanceToCoverStake")
        balances.transfer(chain, origin, TREASURY, deposit)
    number: int = chain.get(f"{pallet}.NextOpeningId") or 0
    opening = {
        "opening_type": opening_type,
        "created": chain.now,
        "description_hash": members.hash_of(description),
        "stake_policy": stake_policy,
        "reward_per_block": reward_per_block,
        "creation_stake": deposit,
    }
    chain.put(f"{pallet}.OpeningById", opening, number)
    chain.put(f"{pallet}.NextOpeningId", number + 1)
    chain.emit(f"{pallet}.OpeningAdded", number, description, opening_type, stake_policy, reward_per_block)
    return number


def apply_on_opening(chain: Chain, pallet: str, origin: bytes, p: dict[str, Any]) -> int:
    """Apply for a role with a stake. Gives the application's id."""
    ensure(members.is_controller(chain, origin, p["member_id"]), pallet, "InvalidMemberOrigin")
    opening = opening_of(chain, pallet, p["opening_id"])
    stake, account = p["stake_parameters"]["stake"], p["stake_parameters"]["staking_account_id"]
    ensure(members.may_stake(chain, p["member_id"], account), pallet, "InvalidStakingAccountForMember")
    enough = stake >= opening["stake_policy"]["stake_amount"]
    ensure(enough, pallet, "ApplicationStakeDoesntMatchOpening")
    ensure(not balances.conflicts(chain, LOCK_OF[pallet], account), pallet, "ConflictStakesOnAccount")
    ensure(balances.free(chain, account) >= stake, pallet, "InsufficientBalanceToCoverStake")
    balances.lock(chain, LOCK_OF[pallet], account, stake)
    number: int = chain.get(f"{pallet}.NextApplicationId") or 0
    application = {
        "role_account_id": p["role_account_id"],
        "reward_account_id": p["reward_account_id"],
        "staking_account_id": account,
        "member_id": p["member_id"],
        "description_hash": members.hash_of(p["description"]),
        "opening_id": p["opening_id"],
    }
    chain.put(f"{pallet}.ApplicationById", application, number)
    chain.put(f"{pallet}.NextApplicationId", number + 1)
    chain.put(APPLICATIONS, (*standing(chain, pallet, p["opening_id"]), number), pallet, p["opening_id"])
    chain.emit(f"{pallet}.AppliedOnOpening", p, number)
    return number


def withdraw_application(chain: Chain, pallet: str, origin: bytes, application_id: int) -> None:
    """Take an application and its stake back."""
    application = chain.get(f"{pallet}.ApplicationById", application_id)
    ensure(application, pallet, "WorkerApplicationDoesNotExist")
    ensure(application["role_account_id"] == origin, pallet, "OriginIsNotApplicant")
    balances.unlock(chain, LOCK_OF[pallet], application["staking_account_id"])
    chain.put(f"{pallet}.ApplicationById", None, application_id)
    opening = application["opening_id"]
    left = tuple(one for one in standing(chain, pallet, opening) if one != application_id)
    chain.put(APPLICATIONS, left, pallet, opening)
    chain.emit(f"{pallet}.ApplicationWithdrawn", application_id)


def fill_opening(
    chain: Chain, pallet: str, origin: bytes | None, opening_id: int, successful_application_ids: tuple[int, ...]
) -> None:
    """Hire applicants; the others have their stake back."""
    opening = opening_of(chain, pallet, opening_id)
    leading = opening["opening_type"] == "Leader"
    _ensure_for(chain, pallet, origin, opening["opening_type"])
    chosen = tuple(sorted(set(successful_application_ids)))
    ensure(chosen, pallet, "NoApplicationsProvided")
    active = (chain.get(f"{pallet}.ActiveWorkerCount") or 0) + len(chosen)
    most = chain.constant(f"{pallet}.MaxWorkerNumberLimit")
    ensure(active <= most, pallet, "MaxActiveWorkerNumberExceeded")
    for one in chosen:
        application = chain.get(f"{pallet}.ApplicationById", one)
        ensure(application, pallet, "SuccessfulWorkerApplicationDoesNotExist")
        ensure(application["opening_id"] == opening_id, pallet, "ApplicationsNotForOpening")
    if leading:
        ensure(groups.lead_of(chain, pallet) is None, pallet, "CannotHireLeaderWhenLeaderExists")
        ensure(len(chosen) == 1, pallet, "CannotHireMultipleLeaders")
    _give_deposit_back(chain, opening, origin)
    rejected = tuple(one for one in standing(chain, pallet, opening_id) if one not in chosen)
    _send_away(chain, pallet, rejected)
    hired = tuple((one, _hire(chain, pallet, opening, one)) for one in chosen)
    chain.put(f"{pallet}.OpeningById", None, opening_id)
    chain.put(APPLICATIONS, None, pallet, opening_id)
    if leading:
        chain.put(f"{pallet}.CurrentLead", hired[0][1])
        chain.emit(f"{pallet}.LeaderSet", hired[0][1])
    chain.emit(f"{pallet}.OpeningFilled", opening_id, hired, chosen)


def _give_deposit_back(chain: Chain, opening: dict[str, Any], origin: bytes | None) -> None:
    if opening["creation_stake"] and origin is not None:
        balances.transfer(chain, TREASURY, origin, opening["creation_stake"])


def _send_away(chain: Chain, pallet: str, applications: tuple[int, ...]) -> None:
    for one in applications:
        application = chain.get(f"{pallet}.ApplicationById", one)
        balances.unlock(chain, LOCK_OF[pallet], application["staking_account_id"])
        chain.put(f"{pallet}.ApplicationById", None, one)


def _hire(chain: Chain, pallet: str, opening: dict[str, Any], application_id: int) -> int:
    application = chain.get(f"{pallet}.ApplicationById", application_id)
    number: int = chain.get(f"{pallet}.NextWorkerId") or 0
    worker = {
        "member_id": application["member_id"],
        "role_account_id": application["role_account_id"],
        "staking_account_id": application["staking_account_id"],
        "reward_account_id": application["reward_account_id"],
        "started_leaving_at": None,
        "job_unstaking_period": opening["stake_policy"]["leaving_unstaking_period"],
        "reward_per_block": opening["reward_per_block"],
        "missed_reward": None,
        "created_at": chain.now,
    }
    groups.put_worker(chain, pallet, number, worker)
    chain.put(f"{pallet}.NextWorkerId", number + 1)
    chain.put(f"{pallet}.ApplicationById", None, application_id)
    return number


def cancel_opening(chain: Chain, pallet: str, origin: bytes | None, opening_id: int) -> None:
    """Take an offer back; all applicants have their stakes back."""
    opening = opening_of(chain, pallet, opening_id)
    _ensure_for(chain, pallet, origin, opening["opening_type"])
    _give_deposit_back(chain, opening, origin)
    _send_away(chain, pallet, standing(chain, pallet, opening_id))
    chain.put(f"{pallet}.OpeningById", None, opening_id)
    chain.put(APPLICATIONS, None, pallet, opening_id)
    chain.emit(f"{pallet}.OpeningCanceled", opening_id)
