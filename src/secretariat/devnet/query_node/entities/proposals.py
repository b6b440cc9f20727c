"""Proposals: their details, status history and votes, and the discussions beside them."""

ENTITIES = """
Proposal
  title String!
  description String!
  details ProposalDetails!
  stakingAccount String
  creator Membership!
  exactExecutionBlock Int
  councilApprovals Int!
  status ProposalStatus!
  isFinalized Boolean
  statusSetAtBlock Int!
  statusSetAtTime DateTime!
RuntimeWasmBytecode
  bytecode Bytes!
FundingRequestDestinationsList
  phantom Int
FundingRequestDestination
  amount BigInt!
  account String!
  list FundingRequestDestinationsList! < destinations
ProposalCreatedEvent
  proposal Proposal! <1! createdInEvent
ProposalStatusUpdatedEvent
  proposal Proposal! < proposalStatusUpdates
  newStatus ProposalIntermediateStatus!
ProposalDecisionMadeEvent
  proposal Proposal!
  decisionStatus ProposalDecisionStatus!
ProposalExecutedEvent
  proposal Proposal!
  executionStatus ProposalExecutionStatus!
ProposalVotedEvent
  voter Membership!
  voteKind ProposalVoteKind!
  proposal Proposal! < votes
  rationale String!
  votingRound Int!
ProposalCancelledEvent
  proposal Proposal!
ProposalDiscussionThread
  proposal Proposal! <1! discussionThread
  mode ProposalDiscussionThreadMode!
ProposalDiscussionPost
  discussionThread ProposalDiscussionThread! < posts
  author Membership!
  status ProposalDiscussionPostStatus!
  isVisible Boolean!
  text String!
  repliesTo ProposalDiscussionPost
ProposalDiscussionWhitelist
  phantom Int
  members [Membership!]! <> whitelistedIn
ProposalDiscussionPostCreatedEvent
  post ProposalDiscussionPost! <1! createdInEvent
  text String!
ProposalDiscussionPostUpdatedEvent
  post ProposalDiscussionPost! < updates
  text String!
ProposalDiscussionPostDeletedEvent
  post ProposalDiscussionPost!
  actor Membership!
ProposalDiscussionThreadModeChangedEvent
  thread ProposalDiscussionThread! < modeChanges
  newMode ProposalDiscussionThreadMode!
  actor Membership!
"""

ENUMS = {"ProposalVoteKind": "APPROVE REJECT SLASH ABSTAIN"}

_DONE = "Vetoed Slashed Rejected Expired Cancelled CanceledByRuntime"


def _statuses(words: str) -> str:
    return " ".join(f"ProposalStatus{word}" for word in words.split())


UNIONS = {
    "ProposalStatus": _statuses(f"Deciding Gracing Dormant Executed ExecutionFailed {_DONE}"),
    "ProposalIntermediateStatus": _statuses("Deciding Gracing Dormant"),
    "ProposalDecisionStatus": _statuses(f"Dormant Gracing {_DONE}"),
    "ProposalExecutionStatus": _statuses("Executed ExecutionFailed"),
    "ProposalDiscussionThreadMode": "ProposalDiscussionThreadModeOpen ProposalDiscussionThreadModeClosed",
    "ProposalDiscussionPostStatus": (
        "ProposalDiscussionPostStatusActive ProposalDiscussionPostStatusLocked ProposalDiscussionPostStatusRemoved"
    ),
}

MEMBERS = """
ProposalStatusDeciding
  proposalStatusUpdatedEvent ProposalStatusUpdatedEvent
ProposalStatusGracing
  proposalStatusUpdatedEvent ProposalStatusUpdatedEvent
ProposalStatusDormant
  proposalStatusUpdatedEvent ProposalStatusUpdatedEvent
ProposalStatusExecuted
  proposalExecutedEvent ProposalExecutedEvent
ProposalStatusExecutionFailed
  proposalExecutedEvent ProposalExecutedEvent
  errorMessage String!
ProposalStatusVetoed
  proposalDecisionMadeEvent ProposalDecisionMadeEvent
ProposalStatusSlashed
  proposalDecisionMadeEvent ProposalDecisionMadeEvent
ProposalStatusRejected
  proposalDecisionMadeEvent ProposalDecisionMadeEvent
ProposalStatusExpired
  proposalDecisionMadeEvent ProposalDecisionMadeEvent
ProposalStatusCancelled
  cancelledInEvent ProposalCancelledEvent
ProposalStatusCanceledByRuntime
  proposalDecisionMadeEvent ProposalDecisionMadeEvent
ProposalDiscussionThreadModeOpen
ProposalDiscussionThreadModeClosed
  whitelist ProposalDiscussionWhitelist
ProposalDiscussionPostStatusActive
ProposalDiscussionPostStatusLocked
  deletedInEvent ProposalDiscussionPostDeletedEvent
ProposalDiscussionPostStatusRemoved
  deletedInEvent ProposalDiscussionPostDeletedEvent
"""
