"""Bounties of the chain's own pallet."""

from secretariat.facts.chain_bounties import BountyContribution, BountyEntry, ChainBounty
from secretariat.sources.query_node.parse.events import CREATED_AT, CREATED_BLOCK
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import amount, moment, name, number, one_of, text, truth, variant, whole

BOUNTY = Shape(
    fact=ChainBounty,
    fields=(
        CREATED_AT,
        CREATED_BLOCK,
        Field("title", "title", text, optional=True),
        Field("stage", "stage", one_of("Funding", "Expired", "WorkSubmission", "Judgment", "Successful", "Failed")),
        Field("creatorId", "creator_id", number, optional=True),
        Field("oracleId", "oracle_id", number, optional=True),
        Field("fundingType.__typename", "funding", variant("Perpetual", "Limited", start="BountyFunding")),
        Field("cherry", "cherry", amount),
        Field("entrantStake", "entrant_stake", amount),
        Field("totalFunding", "total_funding", amount),
        Field("workPeriod", "work_period", whole),
        Field("judgingPeriod", "judging_period", whole),
        Field("isTerminated", "terminated", truth),
        Field("discussionThreadId", "thread_id", number, optional=True),
        Field("maxFundingReachedEvent.inBlock", "funded_block", whole, optional=True),
        Field("maxFundingReachedEvent.createdAt", "funded_at", moment, optional=True),
    ),
)
CONTRIBUTION = Shape(
    fact=BountyContribution,
    fields=(
        CREATED_AT,
        Field("bountyId", "bounty", name),
        Field("contributorId", "contributor_id", number, optional=True),
        Field("amount", "amount", amount),
    ),
)
ENTRY = Shape(
    fact=BountyEntry,
    fields=(
        Field("bountyId", "bounty", name),
        Field("workerId", "worker_id", number),
        Field("stakingAccount", "staking_account", name, optional=True),
        Field("workSubmitted", "work_submitted", truth),
        Field(
            "status.__typename",
            "status",
            variant("Working", "Withdrawn", "Winner", "Passed", "Rejected", start="BountyEntryStatus"),
        ),
        Field("status.reward", "reward", amount, partial=True, of=("BountyEntryStatusWinner",)),
        Field("announcedInEvent.inBlock", "announced_block", whole),
        Field("announcedInEvent.createdAt", "announced_at", moment),
    ),
)
