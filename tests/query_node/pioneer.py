"""The adapter from the records of Pioneer's mocks to entities of the real schema.

What it does, in this order:

* Ids are kept. A record without one gets ``<type>-<its place in the file>``; nothing refers to those.
* ``status``, ``details``, ``mode``, ``fundingType`` and ``entry`` become members of their unions: a word becomes the
  member whose name holds it (STATUSES), a ``type`` beside other fields becomes ``__typename``. An application that is
  "filled" is accepted.
* Events written inside another record become entities or members of unions: votes and status updates of a proposal, its
  discussion with the posts, the casting of a vote, the adding and deleting of a post, the ending of a worker.
* Flat fields that the schema names otherwise are renamed (RENAMED).
* A withdrawal names a member: it becomes the withdrawn candidacy of that member, or names nothing.
* Non-null fields without a value are filled from DEFAULTS, by type and field. Numbers that mean money or stakes stay as
  they are; the schema writes them as text.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from tests.query_node.world import World

Record = dict[str, Any]

NEVER = "2020-01-01T00:00:00.000Z"
"""When everything was created that does not say when: before every date in the records."""
NOBODY = "j4W7rVcUCxi2crhhjRq46fNDRbVHTjJrz6bKxZwehEMQxZeSf"

DEFAULTS: dict[str, Record] = {
    "*": {"createdAt": NEVER, "createdById": "0", "version": 1},
    "event": {"inBlock": 0, "indexInBlock": 0, "network": "OLYMPIA"},
    "Membership": {"metadataId": "0", "entry": {"__typename": "MembershipEntryGenesis"}},
    "ElectionRound": {"isFinished": False},
    "CouncilMember": {"stakingAccountId": NOBODY, "rewardAccountId": NOBODY, "lastPaymentBlock": 0},
    "Candidate": {"noteMetadataId": "0", "votePower": "0"},
    "CastVote": {"votePower": "0"},
    "Proposal": {"createdInEvent": {"inBlock": 0}},
    "ForumCategory": {"createdInEvent": {"inBlock": 0}, "moderators": []},
    "ForumPost": {"isVisible": True, "origin": {"__typename": "PostOriginThreadReply"}},
    "ForumThread": {"isVisible": True},
    "ProposalVotedEvent": {"rationale": ""},
    "ProposalDiscussionPost": {
        "status": {"__typename": "ProposalDiscussionPostStatusActive"},
        "isVisible": True,
        "createdInEvent": {"inBlock": 0},
    },
    "WorkingGroupOpening": {"createdInEvent": {"inBlock": 0}, "metadataId": "0"},
    "WorkingGroupApplication": {
        "createdInEvent": {"inBlock": 0},
        "roleAccount": NOBODY,
        "rewardAccount": NOBODY,
        "stakingAccount": NOBODY,
    },
    "Worker": {"roleAccount": NOBODY, "rewardAccount": NOBODY, "stakeAccount": NOBODY, "entryId": "0"},
    "UpcomingWorkingGroupOpening": {"createdInEventId": "0", "metadataId": "0"},
}
"""Values of non-null fields that no record has, by type; ``*`` is for every type, ``event`` for every event."""

RENAMED: dict[str, dict[str, str]] = {
    "RewardPaidEvent": {"type": "paymentType"},
    "WorkingGroup": {"leadId": "leaderId"},
}

STATUSES = {
    "opening": {"open": "OpeningStatusOpen", "filled": "OpeningStatusFilled", "cancelled": "OpeningStatusCancelled"},
    "application": {
        "pending": "ApplicationStatusPending",
        "filled": "ApplicationStatusAccepted",
        "withdrawn": "ApplicationStatusWithdrawn",
    },
}

DETAIL_DEFAULTS: dict[str, Record] = {
    "SetMembershipLeadInvitationQuotaProposalDetails": {"newLeadInvitationQuota": 0},
    "SignalProposalDetails": {"text": ""},
    "AmendConstitutionProposalDetails": {"text": ""},
}

EVENTS = {
    "applicationWithdrawnEvents": "ApplicationWithdrawnEvent",
    "appliedOnOpeningEvents": "AppliedOnOpeningEvent",
    "budgetSetEvents": "BudgetSetEvent",
    "budgetSpendingEvents": "BudgetSpendingEvent",
    "candidacyWithdrawEvents": "CandidacyWithdrawEvent",
    "councilorRewardUpdatedEvents": "CouncilorRewardUpdatedEvent",
    "newMissedRewardLevelReachedEvents": "NewMissedRewardLevelReachedEvent",
    "openingCanceledEvents": "OpeningCanceledEvent",
    "openingFilledEvents": "OpeningFilledEvent",
    "proposalVotedEvents": "ProposalVotedEvent",
    "rewardPaidEvents": "RewardPaidEvent",
    "stakeDecreasedEvents": "StakeDecreasedEvent",
    "stakeIncreasedEvents": "StakeIncreasedEvent",
    "stakeSlashedEvents": "StakeSlashedEvent",
    "workerRewardAccountUpdatedEvents": "WorkerRewardAccountUpdatedEvent",
    "workerRewardAmountUpdatedEvents": "WorkerRewardAmountUpdatedEvent",
}
"""Files of events, and the type of their rows."""

TYPES = {
    "members": "Membership",
    "councils": "ElectedCouncil",
    "councilors": "CouncilMember",
    "electionRounds": "ElectionRound",
    "candidates": "Candidate",
    "votes": "CastVote",
    "proposals": "Proposal",
    "forumCategories": "ForumCategory",
    "forumThreads": "ForumThread",
    "forumPosts": "ForumPost",
    "workingGroups": "WorkingGroup",
    "openings": "WorkingGroupOpening",
    "upcomingOpenings": "UpcomingWorkingGroupOpening",
    "applications": "WorkingGroupApplication",
    "workers": "Worker",
    "bounties": "Bounty",
    "bountyContributions": "BountyContribution",
    "bountyEntries": "BountyEntry",
    **EVENTS,
}
"""From the name of a file to the type of its rows."""


def read_records(folder: Path) -> dict[str, list[Record]]:
    """Read every file of the folder by its name."""
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}


def world_of(files: dict[str, list[Record]]) -> World:
    """Turn all records into a world; raises KeyError for a file that is not known."""
    world = World()
    for name, records in files.items():
        type_ = TYPES[name]
        for place, record in enumerate(records):
            made = dict(record)
            for change in CHANGES.get(type_, ()):
                change(made, files, world)
            _put(world, type_, made, place)
    return world


def _put(world: World, type_: str, record: Record, place: int) -> None:
    values = {RENAMED.get(type_, {}).get(key, key): value for key, value in record.items() if value is not None}
    values.setdefault("id", f"{type_}-{place}")
    extra = DEFAULTS["event"] if type_.endswith("Event") else {}
    world.put(type_, **{**DEFAULTS["*"], **extra, **DEFAULTS.get(type_, {}), **values})


def _member(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["handleRaw"] = record["handle"]
    events = [value for value in record["entry"].values() if isinstance(value, dict)]
    record["createdAt"] = events[0]["createdAt"] if events else NEVER


def _council(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["isResigned"] = "endedAtBlock" in record


def _candidate(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["stakeLocked"] = record["status"] in ("ACTIVE", "WITHDRAWN")
    record.pop("votesReceived")
    record["noteMetadata"] = {"id": "0", **record["noteMetadata"]}


def _vote(record: Record, files: dict[str, list[Record]], world: World) -> None:
    place = len(world.of("CastVote"))
    cast = record.pop("voteCastEvent")
    record["id"] = f"CastVote-{place}"
    record["createdAt"] = cast["createdAt"]
    _put(world, "VoteCastEvent", {**cast, "castVoteId": record["id"]}, place)


def _proposal(record: Record, files: dict[str, list[Record]], world: World) -> None:
    key = record["id"]
    record["isFinalized"] = record["status"] not in ("deciding", "gracing", "dormant")
    record["status"] = {"__typename": f"ProposalStatus{_capital(record['status'])}", "errorMessage": ""}
    record["details"] = _details(record["details"])
    for vote in record.pop("votes"):
        _put(world, "ProposalVotedEvent", {**vote, "proposalId": key}, 0)
    for change in record.pop("proposalStatusUpdates"):
        status = {"__typename": f"ProposalStatus{_capital(change['newStatus'])}"}
        place = len(world.of("ProposalStatusUpdatedEvent"))
        _put(world, "ProposalStatusUpdatedEvent", {**change, "newStatus": status, "proposalId": key}, place)
    thread = record.pop("discussionThread")
    record["discussionThreadId"] = key
    values = {"id": key, "proposalId": key, "mode": {"__typename": thread["mode"]}, "createdAt": record["createdAt"]}
    _put(world, "ProposalDiscussionThread", values, 0)
    for post in thread["discussionPosts"]:
        _put(world, "ProposalDiscussionPost", {**post, "discussionThreadId": key}, 0)


def _details(written: Record) -> Record:
    name = f"{_capital(written['type'])}ProposalDetails"
    made = {"__typename": name, **DETAIL_DEFAULTS.get(name, {}), **written.get("data", {})}
    if name == "TerminateWorkingGroupLeadProposalDetails":
        made["slashingAmount"] = made.pop("amount")
    if "destinationsList" in made:
        made["destinationsList"] = {"id": "0", **made["destinationsList"]}
    return made


def _category(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["moderators"] = [{"id": key} for key in record.pop("moderatorIds")]


def _post(record: Record, files: dict[str, list[Record]], world: World) -> None:
    added = record.pop("postAddedEvent")
    record["createdAt"] = added["createdAt"]
    record["status"] = {
        "__typename": record["status"],
        "postDeletedEvent": record["deletedInEvent"],
        "postModeratedEvent": record.pop("postModeratedEvent"),
    }
    record.pop("edits")
    _put(world, "PostAddedEvent", {**added, "postId": record["id"]}, len(world.of("PostAddedEvent")))


def _opening(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["status"] = {"__typename": STATUSES["opening"][record["status"]]}


def _application(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["status"] = {"__typename": STATUSES["application"][record["status"]]}


def _worker(record: Record, files: dict[str, list[Record]], world: World) -> None:
    status = record["status"]
    events = {
        "WorkerStatusTerminated": "terminatedWorkerEvent",
        "WorkerStatusLeft": "workerExitedEvent",
        "WorkerStatusLeaving": "workerStartedLeavingEvent",
    }
    record["status"] = {"__typename": status["type"], events.get(status["type"], "none"): status.get("event")}
    record["membershipId"] = str(record["membershipId"])
    record["isActive"] = status["type"] in ("WorkerStatusActive", "WorkerStatusLeaving")
    record["isLead"] = record["id"] in {group["leadId"] for group in files["workingGroups"]}


def _withdrawal(record: Record, files: dict[str, list[Record]], world: World) -> None:
    member = record.pop("memberId")
    withdrawn = [one["id"] for one in files["candidates"] if one["memberId"] == member and one["status"] == "WITHDRAWN"]
    record["candidateId"] = withdrawn[0] if withdrawn else f"of member {member}"


def _filled(record: Record, files: dict[str, list[Record]], world: World) -> None:
    record["workersHired"] = [{"id": key} for key in record.pop("workersHiredIds")]


def _bounty(record: Record, files: dict[str, list[Record]], world: World) -> None:
    funding = dict(record["fundingType"])
    record["fundingType"] = {"__typename": f"BountyFunding{funding.pop('type')}", **funding}


def _entry(record: Record, files: dict[str, list[Record]], world: World) -> None:
    status = dict(record["status"])
    record["status"] = {"__typename": f"BountyEntryStatus{status.pop('type')}", **status}
    record["createdAt"] = record["announcedInEvent"]["createdAt"]
    record.pop("works", None)


def _capital(word: str) -> str:
    return word[0].upper() + word[1:]


Change = Callable[[Record, dict[str, list[Record]], World], None]

CHANGES: dict[str, Iterable[Change]] = {
    "Membership": (_member,),
    "ElectedCouncil": (_council,),
    "Candidate": (_candidate,),
    "CastVote": (_vote,),
    "Proposal": (_proposal,),
    "ForumCategory": (_category,),
    "ForumPost": (_post,),
    "WorkingGroupOpening": (_opening,),
    "WorkingGroupApplication": (_application,),
    "Worker": (_worker,),
    "CandidacyWithdrawEvent": (_withdrawal,),
    "OpeningFilledEvent": (_filled,),
    "Bounty": (_bounty,),
    "BountyEntry": (_entry,),
}
"""What is changed of the records of a type, beside ids, names and defaults."""
