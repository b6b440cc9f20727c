"""Openings, applications and what a group says of itself."""

from typing import Any

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.mappings.group_names import id_of
from secretariat.devnet.query_node.mappings.groups import GroupMapping
from secretariat.devnet.query_node.mappings.opening_metadata import add_opening_metadata
from secretariat.devnet.query_node.mappings.values import account, hexadecimal, key, of_type, small, told
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store


def opening_added(store: Store, event: Event, group: str) -> None:
    """Add an opening."""
    number, description, kind, policy, reward = event.values
    opening = store.add(
        "WorkingGroupOpening",
        id_of(group, number),
        runtimeId=number,
        groupId=group,
        type="LEADER" if kind == "Leader" else "REGULAR",
        status=of_type("OpeningStatusOpen"),
        metadataId=add_opening_metadata(store, description)["id"],
        stakeAmount=policy["stake_amount"],
        unstakingPeriod=small(policy["leaving_unstaking_period"]),
        rewardPerBlock=reward or 0,
    )
    told(store, event, "OpeningAddedEvent", groupId=group, openingId=opening["id"])


def applied_on_opening(store: Store, event: Event, group: str) -> None:
    """Add an application with its answers."""
    params, number = event.values
    opening = id_of(group, params["opening_id"])
    application = store.add(
        "WorkingGroupApplication",
        id_of(group, number),
        runtimeId=number,
        openingId=opening,
        applicantId=key(params["member_id"]),
        stake=params["stake_parameters"]["stake"],
        roleAccount=account(params["role_account_id"]),
        rewardAccount=account(params["reward_account_id"]),
        stakingAccount=account(params["stake_parameters"]["staking_account_id"]),
        status=of_type("ApplicationStatusPending"),
    )
    _add_answers(store, application, params["description"])
    told(store, event, "AppliedOnOpeningEvent", groupId=group, openingId=opening, applicationId=application["id"])


def _add_answers(store: Store, application: Row, description: bytes) -> None:
    """Add the answers in the order of the opening's questions; those beyond are dropped."""
    found = protobuf.decoded(description, protobuf.APPLICATION) or {}
    metadata = store.row("WorkingGroupOpening", application["openingId"])["metadataId"]
    questions = store["ApplicationFormQuestion"].having("openingMetadataId", metadata)
    for question, answer in zip(questions, found.get("answers", ()), strict=False):
        store.add(
            "ApplicationFormQuestionAnswer",
            applicationId=application["id"],
            questionId=question["id"],
            answer=answer,
        )


def _standing(store: Store, opening: str) -> list[Row]:
    """Give the applications that were not withdrawn."""
    found = store["WorkingGroupApplication"].having("openingId", opening)
    return [row for row in found if row["status"]["__typename"] != "ApplicationStatusWithdrawn"]


def opening_filled(store: Store, event: Event, group: str) -> None:
    """Fill an opening: accepted applications become workers, all others are rejected."""
    number, hired, _ = event.values
    opening = store.row("WorkingGroupOpening", id_of(group, number))
    row = told(store, event, "OpeningFilledEvent", groupId=group, openingId=opening["id"])
    leading = opening["type"] == "LEADER"
    if leading and hired:
        for worker in [one for one in store["Worker"].having("groupId", group) if one["isLead"]]:
            store.change("Worker", worker, isLead=False)
    by_application = dict(hired)
    workers = []
    for application in _standing(store, opening["id"]):
        accepted = application["runtimeId"] in by_application
        status = of_type(f"ApplicationStatus{'Accepted' if accepted else 'Rejected'}", openingFilledEventId=row["id"])
        store.change("WorkingGroupApplication", application, status=status)
        if accepted:
            worker_number = by_application[application["runtimeId"]]
            workers.append(_hire(store, group, application, opening, row, worker_number))
    status = of_type("OpeningStatusFilled", openingFilledEventId=row["id"])
    store.change("WorkingGroupOpening", opening, status=status)
    if leading and workers:
        _lead(store, group, workers[0])


def _hire(store: Store, group: str, application: Row, opening: Row, filled: Row, number: int) -> Row:
    return store.add(
        "Worker",
        id_of(group, number),
        runtimeId=number,
        groupId=group,
        membershipId=application["applicantId"],
        roleAccount=application["roleAccount"],
        rewardAccount=application["rewardAccount"],
        stakeAccount=application["stakingAccount"],
        status=of_type("WorkerStatusActive"),
        isLead=opening["type"] == "LEADER",
        isActive=True,
        stake=application["stake"],
        rewardPerBlock=opening["rewardPerBlock"],
        entryId=filled["id"],
        applicationId=application["id"],
    )


def _lead(store: Store, group: str, worker: Row) -> None:
    """Set a group's lead, in the group and in the event that told of a lead in this block."""
    store.change("WorkingGroup", store.row("WorkingGroup", group), leaderId=worker["id"])
    for row in reversed(store["LeaderSetEvent"].having("groupId", group)):
        if row["inBlock"] == store.block and row.get("workerId") is None:
            store.change("LeaderSetEvent", row, workerId=worker["id"])
            return


def opening_canceled(store: Store, event: Event, group: str) -> None:
    """Cancel an opening with its applications."""
    opening = store.row("WorkingGroupOpening", id_of(group, event.values[0]))
    row = told(store, event, "OpeningCanceledEvent", groupId=group, openingId=opening["id"])
    status = of_type("OpeningStatusCancelled", openingCanceledEventId=row["id"])
    store.change("WorkingGroupOpening", opening, status=status)
    for application in _standing(store, opening["id"]):
        cancelled = of_type("ApplicationStatusCancelled", openingCanceledEventId=row["id"])
        store.change("WorkingGroupApplication", application, status=cancelled)


def application_withdrawn(store: Store, event: Event, group: str) -> None:
    """Withdraw an application."""
    application = store.row("WorkingGroupApplication", id_of(group, event.values[0]))
    row = told(store, event, "ApplicationWithdrawnEvent", groupId=group, applicationId=application["id"])
    status = of_type("ApplicationStatusWithdrawn", applicationWithdrawnEventId=row["id"])
    store.change("WorkingGroupApplication", application, status=status)


# --------------------------------------------------------------- what a group says


def status_text_changed(store: Store, event: Event, group: str) -> None:
    """Do what a lead's status text asks: describe the group, or announce an opening, or take that back."""
    status_text = event.values[1]
    row = told(
        store,
        event,
        "StatusTextChangedEvent",
        groupId=group,
        metadata=None if status_text is None else hexadecimal(status_text),
        result=of_type("InvalidActionMetadata", reason="No encoded metadata was provided"),
    )
    if status_text is None:
        return
    found = protobuf.decoded(status_text, protobuf.GROUP_ACTION)
    if found is None:
        reason = "Invalid metadata: Cannot deserialize metadata binary"
        result = of_type("InvalidActionMetadata", reason=reason)
    else:
        result = _act(store, group, row, found)
    store.change("StatusTextChangedEvent", row, result=result)


def _act(store: Store, group: str, row: Row, found: dict[str, Any]) -> Row:
    if "addUpcomingOpening" in found:
        return _announce(store, group, row, found["addUpcomingOpening"].get("metadata", {}))
    if "removeUpcomingOpening" in found:
        return _take_back(store, found["removeUpcomingOpening"].get("id", ""))
    if "setGroupMetadata" in found:
        return _describe(store, group, row, found["setGroupMetadata"].get("newMetadata", {}))
    return of_type("InvalidActionMetadata", reason="No known action was provided")


def _announce(store: Store, group: str, row: Row, found: dict[str, Any]) -> Row:
    start = found.get("expectedStart")
    opening = store.add(
        "UpcomingWorkingGroupOpening",
        createdInEventId=row["id"],
        groupId=group,
        expectedStart=start * 1000 if start else None,
        stakeAmount=found.get("minApplicationStake") or None,
        rewardPerBlock=found.get("rewardPerBlock") or None,
        metadataId=add_opening_metadata(store, found.get("metadata", {}))["id"],
    )
    return of_type("UpcomingOpeningAdded", upcomingOpeningId=opening["id"])


def _take_back(store: Store, opening_id: str) -> Row:
    opening = store["UpcomingWorkingGroupOpening"].get(opening_id)
    if opening is None:
        reason = f"Cannot remove upcoming opening: Entity by id {opening_id} not found!"
        return of_type("InvalidActionMetadata", reason=reason)
    store.remove("UpcomingWorkingGroupOpening", opening)
    return of_type("UpcomingOpeningRemoved", upcomingOpeningId=opening_id)


def _describe(store: Store, group: str, row: Row, found: dict[str, Any]) -> Row:
    """Make new metadata of the group: what is not named stays as it was, what is named empty goes."""
    owner = store.row("WorkingGroup", group)
    before = store["WorkingGroupMetadata"].get(owner.get("metadataId") or "") or {}
    words = ("status", "statusMessage", "about", "description")
    values = {name: (found[name] or None) if name in found else before.get(name) for name in words}
    metadata = store.add("WorkingGroupMetadata", setInEventId=row["id"], groupId=group, **values)
    store.change("WorkingGroup", owner, metadataId=metadata["id"])
    return of_type("WorkingGroupMetadataSet", metadataId=metadata["id"])


GROUP_MAPPINGS: dict[str, GroupMapping] = {
    "OpeningAdded": opening_added,
    "AppliedOnOpening": applied_on_opening,
    "OpeningFilled": opening_filled,
    "OpeningCanceled": opening_canceled,
    "ApplicationWithdrawn": application_withdrawn,
    "StatusTextChanged": status_text_changed,
}
