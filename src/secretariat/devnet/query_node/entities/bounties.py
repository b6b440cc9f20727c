"""Bounties of the chain's own pallet, of which the runtime refuses to make any, so that all these lists are empty."""

ENTITIES = """
Bounty
  title String
  description String
  bannerImageUri String
  cherry BigInt!
  entrantStake BigInt!
  creator Membership
  oracle Membership
  fundingType BountyFundingType!
  entrantWhitelist BountyEntrantWhitelist
  workPeriod Int!
  judgingPeriod Int!
  stage BountyStage!
  totalFunding BigInt!
  discussionThread ForumThread
  isTerminated Boolean!
BountyEntrantWhitelist
  phantom Int
  members [Membership!]! <> whitelistedInBounties
BountyContribution
  bounty Bounty! <? contributions
  contributor Membership
  contributorId String
  amount BigInt!
BountyEntry
  bounty Bounty! <? entries
  worker Membership!
  stakingAccount String
  workSubmitted Boolean!
  status BountyEntryStatus!
BountyCreatedEvent
  bounty Bounty! <1! createdInEvent
BountyCanceledEvent
  bounty Bounty! <1 canceledEvent
BountyMaxFundingReachedEvent
  bounty Bounty! <1 maxFundingReachedEvent
WorkEntryAnnouncedEvent
  entry BountyEntry! <1! announcedInEvent
WorkSubmittedEvent
  bounty Bounty!
  entry BountyEntry! <? works
  title String
  description String
OracleJudgmentSubmittedEvent
  bounty Bounty! <1 judgment
  rationale String
"""

ENUMS = {"BountyStage": "Funding Expired WorkSubmission Judgment Successful Failed"}

UNIONS = {
    "BountyFundingType": "BountyFundingPerpetual BountyFundingLimited",
    "BountyEntryStatus": (
        "BountyEntryStatusWorking BountyEntryStatusWithdrawn BountyEntryStatusWinner BountyEntryStatusPassed "
        "BountyEntryStatusRejected"
    ),
}

MEMBERS = """
BountyFundingPerpetual
  target BigInt!
BountyFundingLimited
  minFundingAmount BigInt!
  maxFundingAmount BigInt!
  fundingPeriod Int!
BountyEntryStatusWorking
  dummy Int
BountyEntryStatusWithdrawn
  dummy Int
BountyEntryStatusWinner
  reward BigInt!
BountyEntryStatusPassed
  dummy Int
BountyEntryStatusRejected
  dummy Int
"""
