"""Working groups: openings, applications, workers, their money and their events."""

ENTITIES = """
WorkingGroup
  name String! unique
  metadata WorkingGroupMetadata
  leader Worker
  budget BigInt!
WorkingGroupMetadata
  status String
  statusMessage String
  about String
  description String
  setInEvent StatusTextChangedEvent!
  group WorkingGroup!
Worker
  runtimeId Int!
  group WorkingGroup! < workers
  groupId String!
  membership Membership! < roles
  roleAccount String!
  rewardAccount String!
  stakeAccount String!
  status WorkerStatus!
  isLead Boolean!
  isActive Boolean!
  stake BigInt!
  rewardPerBlock BigInt!
  missingRewardAmount BigInt
  entry OpeningFilledEvent! < workersHired
  application WorkingGroupApplication!
  storage String
WorkingGroupOpeningMetadata
  originallyValid Boolean!
  title String
  shortDescription String
  description String
  hiringLimit Int
  expectedEnding DateTime
  applicationDetails String
ApplicationFormQuestion
  openingMetadata WorkingGroupOpeningMetadata! < applicationFormQuestions
  question String
  type ApplicationFormQuestionType!
  index Int!
ApplicationFormQuestionAnswer
  application WorkingGroupApplication! < answers
  question ApplicationFormQuestion!
  answer String!
WorkingGroupOpening
  runtimeId Int!
  group WorkingGroup! < openings
  type WorkingGroupOpeningType!
  status WorkingGroupOpeningStatus!
  metadata WorkingGroupOpeningMetadata!
  stakeAmount BigInt!
  unstakingPeriod Int!
  rewardPerBlock BigInt!
UpcomingWorkingGroupOpening
  createdInEvent StatusTextChangedEvent!
  group WorkingGroup!
  expectedStart DateTime
  stakeAmount BigInt
  rewardPerBlock BigInt
  metadata WorkingGroupOpeningMetadata!
WorkingGroupApplication
  runtimeId Int!
  opening WorkingGroupOpening! < applications
  applicant Membership!
  stake BigInt!
  roleAccount String!
  rewardAccount String!
  stakingAccount String!
  status WorkingGroupApplicationStatus!
OpeningAddedEvent
  group WorkingGroup!
  opening WorkingGroupOpening! <1! createdInEvent
AppliedOnOpeningEvent
  group WorkingGroup!
  opening WorkingGroupOpening!
  application WorkingGroupApplication! <1! createdInEvent
OpeningFilledEvent
  group WorkingGroup!
  opening WorkingGroupOpening!
OpeningCanceledEvent
  group WorkingGroup!
  opening WorkingGroupOpening!
ApplicationWithdrawnEvent
  group WorkingGroup!
  application WorkingGroupApplication!
LeaderSetEvent
  group WorkingGroup!
  worker Worker
LeaderUnsetEvent
  group WorkingGroup!
  leader Worker!
WorkerRoleAccountUpdatedEvent
  group WorkingGroup!
  worker Worker!
  newRoleAccount String!
WorkerRewardAccountUpdatedEvent
  group WorkingGroup!
  worker Worker!
  newRewardAccount String!
WorkerRewardAmountUpdatedEvent
  group WorkingGroup!
  worker Worker!
  newRewardPerBlock BigInt!
WorkerStartedLeavingEvent
  group WorkingGroup!
  worker Worker!
  rationale String
WorkerExitedEvent
  group WorkingGroup!
  worker Worker!
TerminatedWorkerEvent
  group WorkingGroup!
  worker Worker!
  penalty BigInt
  rationale String
TerminatedLeaderEvent
  group WorkingGroup!
  worker Worker!
  penalty BigInt
  rationale String
StakeIncreasedEvent
  group WorkingGroup!
  worker Worker!
  amount BigInt!
StakeDecreasedEvent
  group WorkingGroup!
  worker Worker!
  amount BigInt!
StakeSlashedEvent
  group WorkingGroup!
  worker Worker! < slashes
  requestedAmount BigInt!
  slashedAmount BigInt!
  rationale String
RewardPaidEvent
  group WorkingGroup!
  worker Worker! < payouts
  rewardAccount String!
  amount BigInt!
  paymentType RewardPaymentType!
NewMissedRewardLevelReachedEvent
  group WorkingGroup!
  worker Worker!
  newMissedRewardAmount BigInt!
BudgetSetEvent
  group WorkingGroup!
  newBudget BigInt!
BudgetUpdatedEvent
  group WorkingGroup!
  budgetChangeAmount BigInt!
BudgetFundedEvent
  group WorkingGroup!
  member Membership!
  rationale String!
  amount BigInt!
BudgetSpendingEvent
  group WorkingGroup!
  reciever String!
  amount BigInt!
  rationale String
VestedBudgetSpendingEvent
  group WorkingGroup!
  receiver String!
  amount BigInt!
  perBlock BigInt!
  startingBlock Int!
  rationale String
StatusTextChangedEvent
  group WorkingGroup!
  metadata String
  result WorkingGroupMetadataActionResult!
"""

ENUMS = {
    "WorkingGroupOpeningType": "REGULAR LEADER",
    "RewardPaymentType": "REGULAR MISSED",
    "ApplicationFormQuestionType": "TEXT TEXTAREA",
}

UNIONS = {
    "WorkerStatus": "WorkerStatusActive WorkerStatusLeaving WorkerStatusLeft WorkerStatusTerminated",
    "WorkingGroupOpeningStatus": "OpeningStatusOpen OpeningStatusFilled OpeningStatusCancelled",
    "WorkingGroupApplicationStatus": (
        "ApplicationStatusPending ApplicationStatusAccepted ApplicationStatusRejected ApplicationStatusWithdrawn "
        "ApplicationStatusCancelled"
    ),
    "WorkingGroupMetadataActionResult": (
        "UpcomingOpeningAdded UpcomingOpeningRemoved WorkingGroupMetadataSet InvalidActionMetadata"
    ),
}

MEMBERS = """
WorkerStatusActive
WorkerStatusLeaving
  workerStartedLeavingEvent WorkerStartedLeavingEvent
WorkerStatusLeft
  workerStartedLeavingEvent WorkerStartedLeavingEvent
  workerExitedEvent WorkerExitedEvent
WorkerStatusTerminated
  terminatedWorkerEvent TerminatedWorkerEvent
OpeningStatusOpen
OpeningStatusFilled
  openingFilledEvent OpeningFilledEvent
OpeningStatusCancelled
  openingCanceledEvent OpeningCanceledEvent
ApplicationStatusPending
ApplicationStatusAccepted
  openingFilledEvent OpeningFilledEvent
ApplicationStatusRejected
  openingFilledEvent OpeningFilledEvent
ApplicationStatusWithdrawn
  applicationWithdrawnEvent ApplicationWithdrawnEvent
ApplicationStatusCancelled
  openingCanceledEvent OpeningCanceledEvent
UpcomingOpeningAdded
  upcomingOpeningId String!
UpcomingOpeningRemoved
  upcomingOpeningId String!
WorkingGroupMetadataSet
  metadata WorkingGroupMetadata
InvalidActionMetadata
  reason String!
"""
