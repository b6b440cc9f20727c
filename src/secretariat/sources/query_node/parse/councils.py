"""Councils, their seats and their stages."""

from secretariat.facts.councils import CouncilSeat, ElectedCouncil, StageUpdate
from secretariat.sources.query_node.parse.events import CREATED_AT
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import amount, moment, name, number, one_of, truth, variant, whole

COUNCIL = Shape(
    fact=ElectedCouncil,
    fields=(
        Field("electedAtBlock", "elected_block", whole, places=True),
        Field("electedAtTime", "elected_at", moment, places=True),
        Field("endedAtBlock", "ended_block", whole, optional=True, places=True),
        Field("endedAtTime", "ended_at", moment, optional=True),
        Field("isResigned", "resigned", truth),
    ),
)
SEAT = Shape(
    fact=CouncilSeat,
    fields=(
        CREATED_AT,
        Field("electedInCouncilId", "council", name, places=True),
        Field("memberId", "member_id", number, places=True),
        Field("stake", "stake", amount),
        Field("stakingAccountId", "staking_account", name),
        Field("rewardAccountId", "reward_account", name),
        Field("lastPaymentBlock", "last_payment_block", whole),
        Field("unpaidReward", "unpaid_reward", amount),
        Field("accumulatedReward", "accumulated_reward", amount),
    ),
)
STAGE = Shape(
    fact=StageUpdate,
    fields=(
        CREATED_AT,
        Field("stage.__typename", "stage", variant("Announcing", "Election", "Idle", start="CouncilStage")),
        Field("stage.endsAt", "ends_at", whole, partial=True, of=("CouncilStageAnnouncing", "CouncilStageIdle")),
        Field(
            "stage.candidatesCount",
            "candidates",
            whole,
            partial=True,
            of=("CouncilStageAnnouncing", "CouncilStageElection"),
        ),
        Field("changedAt", "changed_block", whole, places=True),
        Field("electionProblem", "problem", one_of("NOT_ENOUGH_CANDIDATES", "NEW_COUNCIL_NOT_ELECTED"), optional=True),
        Field("electedCouncilId", "council", name, optional=True),
    ),
)
