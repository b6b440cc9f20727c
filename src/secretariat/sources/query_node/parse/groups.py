"""Working groups, openings, applications and workers."""

from secretariat.facts.staffing import Application, Opening, UpcomingOpening, Worker, WorkingGroup
from secretariat.sources.query_node.parse.events import CREATED_AT, CREATED_BLOCK, ended
from secretariat.sources.query_node.shapes import Field, Shape, placing
from secretariat.sources.query_node.values import amount, moment, name, number, one_of, text, truth, variant, whole

GROUP = Shape(
    fact=WorkingGroup,
    fields=(
        CREATED_AT,
        Field("name", "name", text),
        Field("budget", "budget", amount),
        Field("leaderId", "lead", name, optional=True),
        Field("metadata.status", "status", text, optional=True),
    ),
)
_OFFER = (
    Field("metadata.title", "title", text, optional=True),
    Field("metadata.hiringLimit", "hiring_limit", whole, optional=True),
    Field("metadata.expectedEnding", "expected_end", moment, optional=True),
)
OPENING = Shape(
    fact=Opening,
    fields=(
        CREATED_AT,
        CREATED_BLOCK,
        Field("groupId", "group", name, places=True),
        Field("runtimeId", "runtime_id", whole),
        Field("type", "type", one_of("REGULAR", "LEADER")),
        Field("status.__typename", "status", variant("Open", "Filled", "Cancelled", start="OpeningStatus")),
        *ended("status.openingFilledEvent"),
        *ended("status.openingCanceledEvent"),
        Field("stakeAmount", "stake", amount),
        Field("unstakingPeriod", "unstaking_period", whole),
        Field("rewardPerBlock", "reward_per_block", amount),
        *_OFFER,
    ),
)
UPCOMING = Shape(
    fact=UpcomingOpening,
    fields=(
        CREATED_AT,
        Field("groupId", "group", name, places=True),
        Field("expectedStart", "expected_start", moment, optional=True),
        Field("stakeAmount", "stake", amount, optional=True),
        Field("rewardPerBlock", "reward_per_block", amount, optional=True),
        *_OFFER,
    ),
)
APPLICATION = Shape(
    fact=Application,
    fields=(
        CREATED_AT,
        CREATED_BLOCK,
        Field("openingId", "opening", name),
        Field("runtimeId", "runtime_id", whole),
        Field("applicantId", "applicant_id", number),
        Field(
            "status.__typename",
            "status",
            variant("Pending", "Accepted", "Rejected", "Withdrawn", "Cancelled", start="ApplicationStatus"),
        ),
        *ended("status.openingFilledEvent"),
        *ended("status.applicationWithdrawnEvent"),
        *ended("status.openingCanceledEvent"),
        Field("stake", "stake", amount),
        Field("roleAccount", "role_account", name),
        Field("rewardAccount", "reward_account", name),
        Field("stakingAccount", "staking_account", name),
    ),
)
WORKER = Shape(
    fact=Worker,
    fields=(
        placing(CREATED_AT),
        Field("groupId", "group", name, places=True),
        Field("runtimeId", "runtime_id", whole),
        Field("membershipId", "member_id", number),
        Field("status.__typename", "status", variant("Active", "Leaving", "Left", "Terminated", start="WorkerStatus")),
        Field("status.workerStartedLeavingEvent.inBlock", "leaving_block", whole, optional=True, partial=True),
        Field("status.workerStartedLeavingEvent.createdAt", "leaving_at", moment, optional=True, partial=True),
        *map(placing, ended("status.workerExitedEvent")),
        *map(placing, ended("status.terminatedWorkerEvent")),
        Field("isActive", "active", truth),
        Field("isLead", "lead", truth),
        Field("stake", "stake", amount),
        Field("rewardPerBlock", "reward_per_block", amount),
        Field("missingRewardAmount", "missing_reward", amount, optional=True),
        Field("roleAccount", "role_account", name),
        Field("rewardAccount", "reward_account", name),
        Field("stakeAccount", "stake_account", name),
        Field("applicationId", "application", name),
    ),
)
