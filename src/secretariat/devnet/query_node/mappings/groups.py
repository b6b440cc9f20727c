"""Working groups: their leads and workers, and their money."""

from collections.abc import Callable
from typing import Any

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.mappings.forum import moderate
from secretariat.devnet.query_node.mappings.group_names import FORUM, GROUPS, MEMBERS, group_of, id_of
from secretariat.devnet.query_node.mappings.values import Mapping, account, key, of_type, optional_text, text, told
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store

GroupMapping = Callable[[Store, Event, str], None]
"""The mapping of an event of one group: the last argument is its id."""


def begin(store: Store, budgets: dict[str, int]) -> None:
    """Make the groups, as the node's bootstrap does; ``budgets`` are those of the first block, by pallet."""
    for pallet, group in GROUPS.items():
        store.add("WorkingGroup", group, name=group, budget=budgets.get(pallet, 0))


def _worker(store: Store, group: str, number: int) -> Row:
    return store.row("Worker", id_of(group, number))


def _spend(store: Store, group: str, change: int) -> None:
    row = store.row("WorkingGroup", group)
    store.change("WorkingGroup", row, budget=row["budget"] + change)


# --------------------------------------------------------------------- roles and pay


def leader_set(store: Store, event: Event, group: str) -> None:
    """Note that a lead was set; who it is comes with the filled opening."""
    told(store, event, "LeaderSetEvent", groupId=group)


def leader_unset(store: Store, event: Event, group: str) -> None:
    """Take the lead's mark off the group; the worker keeps its own until the next lead comes."""
    row = store.row("WorkingGroup", group)
    told(store, event, "LeaderUnsetEvent", groupId=group, leaderId=row["leaderId"])
    store.change("WorkingGroup", row, leaderId=None)


def _account_updated(kind: str, field: str, column: str) -> GroupMapping:
    def mapping(store: Store, event: Event, group: str) -> None:
        worker = _worker(store, group, event.values[0])
        new = account(event.values[1])
        told(store, event, kind, groupId=group, workerId=worker["id"], **{field: new})
        store.change("Worker", worker, **{column: new})

    return mapping


def worker_reward_amount_updated(store: Store, event: Event, group: str) -> None:
    """Change a worker's reward."""
    worker, amount = _worker(store, group, event.values[0]), event.values[1] or 0
    told(
        store,
        event,
        "WorkerRewardAmountUpdatedEvent",
        groupId=group,
        workerId=worker["id"],
        newRewardPerBlock=amount,
    )
    store.change("Worker", worker, rewardPerBlock=amount)


def reward_paid(store: Store, event: Event, group: str) -> None:
    """Pay a worker out of the group's budget."""
    number, reward_account, amount, kind = event.values
    told(
        store,
        event,
        "RewardPaidEvent",
        groupId=group,
        workerId=id_of(group, number),
        rewardAccount=account(reward_account),
        amount=amount,
        paymentType="REGULAR" if kind == "RegularReward" else "MISSED",
    )
    _spend(store, group, -amount)


def new_missed_reward_level_reached(store: Store, event: Event, group: str) -> None:
    """Note what a worker is owed."""
    worker, missed = _worker(store, group, event.values[0]), event.values[1]
    told(
        store,
        event,
        "NewMissedRewardLevelReachedEvent",
        groupId=group,
        workerId=worker["id"],
        newMissedRewardAmount=missed or 0,
    )
    store.change("Worker", worker, missingRewardAmount=missed)


def worker_started_leaving(store: Store, event: Event, group: str) -> None:
    """Begin a worker's unstaking: not active any more."""
    worker = _worker(store, group, event.values[0])
    row = told(
        store,
        event,
        "WorkerStartedLeavingEvent",
        groupId=group,
        workerId=worker["id"],
        rationale=optional_text(event.values[1]),
    )
    status = of_type("WorkerStatusLeaving", workerStartedLeavingEventId=row["id"])
    store.change("Worker", worker, status=status, isActive=False)


def worker_exited(store: Store, event: Event, group: str) -> None:
    """End a worker's role after the unstaking."""
    worker = _worker(store, group, event.values[0])
    row = told(store, event, "WorkerExitedEvent", groupId=group, workerId=worker["id"])
    status = of_type(
        "WorkerStatusLeft",
        workerStartedLeavingEventId=worker["status"].get("workerStartedLeavingEventId"),
        workerExitedEventId=row["id"],
    )
    store.change("Worker", worker, status=status, stake=0, rewardPerBlock=0, missingRewardAmount=None, isActive=False)


def terminated(store: Store, event: Event, group: str) -> None:
    """End a worker's role at once; a lead's end is told twice."""
    number, penalty, rationale = event.values
    worker = _worker(store, group, number)
    values = {"groupId": group, "workerId": worker["id"], "penalty": penalty, "rationale": optional_text(rationale)}
    if worker["isLead"]:
        told(store, event, "TerminatedLeaderEvent", **values)
    row = told(store, event, "TerminatedWorkerEvent", **values)
    status = of_type("WorkerStatusTerminated", terminatedWorkerEventId=row["id"])
    store.change("Worker", worker, status=status, stake=0, rewardPerBlock=0, isActive=False)
    led = store.row("WorkingGroup", group)
    if led.get("leaderId") == worker["id"]:
        store.change("WorkingGroup", led, leaderId=None)


def _stake_changed(kind: str, sign: int) -> GroupMapping:
    def mapping(store: Store, event: Event, group: str) -> None:
        worker, amount = _worker(store, group, event.values[0]), event.values[1]
        told(store, event, kind, groupId=group, workerId=worker["id"], amount=amount)
        store.change("Worker", worker, stake=worker["stake"] + sign * amount)

    return mapping


def stake_slashed(store: Store, event: Event, group: str) -> None:
    """Take a part of a worker's stake."""
    number, slashed, requested, rationale = event.values
    worker = _worker(store, group, number)
    told(
        store,
        event,
        "StakeSlashedEvent",
        groupId=group,
        workerId=worker["id"],
        requestedAmount=requested,
        slashedAmount=slashed,
        rationale=optional_text(rationale),
    )
    store.change("Worker", worker, stake=worker["stake"] - slashed)


# ------------------------------------------------------------------------------ budget


def budget_set(store: Store, event: Event, group: str) -> None:
    """Set a group's budget."""
    told(store, event, "BudgetSetEvent", groupId=group, newBudget=event.values[0])
    store.change("WorkingGroup", store.row("WorkingGroup", group), budget=event.values[0])


def budget_spending(store: Store, event: Event, group: str) -> None:
    """Spend from a group's budget; the receiver's field is spelled as the real one is."""
    receiver, amount, rationale = event.values
    told(
        store,
        event,
        "BudgetSpendingEvent",
        groupId=group,
        reciever=account(receiver),
        amount=amount,
        rationale=optional_text(rationale),
    )
    _spend(store, group, -amount)


def vested_budget_spending(store: Store, event: Event, group: str) -> None:
    """Spend from a group's budget what is paid out over time."""
    receiver, vesting, rationale = event.values
    told(
        store,
        event,
        "VestedBudgetSpendingEvent",
        groupId=group,
        receiver=account(receiver),
        amount=vesting["locked"],
        perBlock=vesting["per_block"],
        startingBlock=vesting["starting_block"],
        rationale=optional_text(rationale),
    )
    _spend(store, group, -vesting["locked"])


def budget_funded(store: Store, event: Event, group: str) -> None:
    """Add a member's gift to a group's budget."""
    member, amount, rationale = event.values
    told(
        store,
        event,
        "BudgetFundedEvent",
        groupId=group,
        memberId=key(member),
        amount=amount,
        rationale=text(rationale),
    )
    _spend(store, group, amount)


def budget_updated(store: Store, event: Event) -> None:
    """Change a group's budget by a proposal of the council."""
    name, amount, sign = event.values
    group, change = group_of(name), -event.values[1] if sign == "Negative" else amount
    _spend(store, group, change)
    told(store, event, "BudgetUpdatedEvent", groupId=group, budgetChangeAmount=change)


# ----------------------------------------------------------------------------- remarks


def _remarked(store: Store, event: Event, group: str, remark: bytes, actor: str | None) -> None:
    """Do what a lead or worker may do by a remark: hide a post, or verify a validator."""
    found: dict[str, Any] = protobuf.decoded(remark, protobuf.REMARK) or {}
    if group == FORUM and actor is not None and (asked := found.get("moderatePost")):
        post = store["ForumPost"].get(str(asked.get("postId")))
        if post is not None:
            moderate(store, event, post, asked.get("rationale", ""), actor)
    elif group == MEMBERS and actor is not None and (asked := found.get("verifyValidator")):
        member = store["Membership"].get(str(asked.get("memberId")))
        if member is not None:
            own = store.row("MemberMetadata", member["metadataId"])
            store.change("MemberMetadata", own, isVerifiedValidator=asked.get("isVerified", False))


def lead_remarked(store: Store, event: Event, group: str) -> None:
    """Do what a lead remarked."""
    _remarked(store, event, group, event.values[0], store.row("WorkingGroup", group).get("leaderId"))


def worker_remarked(store: Store, event: Event, group: str) -> None:
    """Do what a worker remarked."""
    _remarked(store, event, group, event.values[1], id_of(group, event.values[0]))


GROUP_MAPPINGS: dict[str, GroupMapping] = {
    "LeaderSet": leader_set,
    "LeaderUnset": leader_unset,
    "WorkerRoleAccountUpdated": _account_updated("WorkerRoleAccountUpdatedEvent", "newRoleAccount", "roleAccount"),
    "WorkerRewardAccountUpdated": _account_updated(
        "WorkerRewardAccountUpdatedEvent", "newRewardAccount", "rewardAccount"
    ),
    "WorkerRewardAmountUpdated": worker_reward_amount_updated,
    "RewardPaid": reward_paid,
    "NewMissedRewardLevelReached": new_missed_reward_level_reached,
    "WorkerStartedLeaving": worker_started_leaving,
    "WorkerExited": worker_exited,
    "TerminatedWorker": terminated,
    "TerminatedLeader": terminated,
    "StakeIncreased": _stake_changed("StakeIncreasedEvent", 1),
    "StakeDecreased": _stake_changed("StakeDecreasedEvent", -1),
    "StakeSlashed": stake_slashed,
    "BudgetSet": budget_set,
    "BudgetSpending": budget_spending,
    "VestedBudgetSpending": vested_budget_spending,
    "WorkingGroupBudgetFunded": budget_funded,
    "LeadRemarked": lead_remarked,
    "WorkerRemarked": worker_remarked,
}

MAPPINGS: dict[str, Mapping] = {"JoystreamUtility.UpdatedWorkingGroupBudget": budget_updated}
