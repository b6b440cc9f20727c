"""Councils, elections and the council's budget."""

ENTITIES = """
ElectedCouncil
  electedAtBlock Int!
  endedAtBlock Int
  electedAtTime DateTime!
  endedAtTime DateTime
  electedAtNetwork Network!
  endedAtNetwork Network
  isResigned Boolean!
CouncilMember
  stakingAccountId String!
  rewardAccountId String!
  member Membership! < councilMembers
  stake BigInt!
  lastPaymentBlock BigInt!
  unpaidReward BigInt!
  accumulatedReward BigInt!
  electedInCouncil ElectedCouncil! < councilMembers
CouncilStageUpdate
  stage CouncilStage!
  changedAt BigInt!
  electedCouncil ElectedCouncil < updates
  electionProblem ElectionProblem
ElectionRound
  cycleId Int!
  isFinished Boolean!
  endedAtBlock Int
  endedAtTime DateTime
  endedAtNetwork Network
  electedCouncil ElectedCouncil! < councilElections
  nextElectedCouncil ElectedCouncil < nextCouncilElections
ReferendumStageVoting
  startedAtBlock BigInt!
  winningTargetCount BigInt!
  electionRound ElectionRound! <1 referendumStageVoting
  endsAt Int!
ReferendumStageRevealing
  startedAtBlock BigInt!
  winningTargetCount BigInt!
  electionRound ElectionRound! <1 referendumStageRevealing
  endsAt Int!
CandidacyNoteMetadata
  header String
  bulletPoints [String!]!
  bannerImageUri String
  description String
Candidate
  stakingAccountId String!
  rewardAccountId String!
  member Membership! < councilCandidacies
  electionRound ElectionRound! < candidates
  stake BigInt!
  stakeLocked Boolean!
  status CandidacyStatus!
  votePower BigInt!
  lastVoteReceivedAtBlock BigInt
  lastVoteReceivedAtEventNumber Int
  noteMetadata CandidacyNoteMetadata!
CastVote
  commitment String!
  electionRound ElectionRound! < castVotes
  stake BigInt!
  stakeLocked Boolean!
  castBy String!
  voteFor Candidate < votesReceived
  votePower BigInt!
AnnouncingPeriodStartedEvent
NotEnoughCandidatesEvent
VotingPeriodStartedEvent
  numOfCandidates BigInt!
NewCandidateEvent
  candidate Candidate!
  electionRound ElectionRound!
  stakingAccount String!
  rewardAccount String!
  balance BigInt!
NewCouncilElectedEvent
  electedCouncil ElectedCouncil!
NewCouncilNotElectedEvent
CandidacyStakeReleaseEvent
  candidate Candidate!
CandidacyWithdrawEvent
  candidate Candidate!
CandidacyNoteSetEvent
  candidate Candidate!
  noteMetadata CandidacyNoteMetadata!
RewardPaymentEvent
  councilMember CouncilMember!
  rewardAccount String!
  paidBalance BigInt!
  missingBalance BigInt!
BudgetBalanceSetEvent
  balance BigInt!
BudgetRefillEvent
  balance BigInt!
BudgetRefillPlannedEvent
  nextRefillInBlock Int!
BudgetIncrementUpdatedEvent
  amount BigInt!
CouncilorRewardUpdatedEvent
  rewardAmount BigInt!
RequestFundedEvent
  account String!
  amount BigInt!
CouncilBudgetFundedEvent
  memberId Int!
  amount BigInt!
  rationale String!
CouncilBudgetDecreasedEvent
  amount BigInt!
ReferendumStartedEvent
  winningTargetCount BigInt!
ReferendumStartedForcefullyEvent
  winningTargetCount BigInt!
RevealingStageStartedEvent
ReferendumFinishedEvent
VoteCastEvent
  castVote CastVote!
VoteRevealedEvent
  castVote CastVote!
StakeReleasedEvent
  stakingAccount String!
"""

ENUMS = {
    "Network": "BABYLON ALEXANDRIA ROME GIZA OLYMPIA",
    "ElectionProblem": "NOT_ENOUGH_CANDIDATES NEW_COUNCIL_NOT_ELECTED",
    "CandidacyStatus": "ACTIVE WITHDRAWN ELECTED FAILED",
}

UNIONS = {"CouncilStage": "CouncilStageAnnouncing CouncilStageElection CouncilStageIdle VariantNone"}

MEMBERS = """
CouncilStageAnnouncing
  candidatesCount BigInt!
  endsAt Int!
CouncilStageElection
  candidatesCount BigInt!
CouncilStageIdle
  endsAt Int!
VariantNone
"""
