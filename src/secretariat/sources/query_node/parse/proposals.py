"""Proposals with their history, votes, decisions, executions and discussions."""

from secretariat.facts.chain_proposals import (
    Destination,
    DiscussionPost,
    Proposal,
    ProposalDecision,
    ProposalDiscussion,
    ProposalExecution,
    ProposalStatusChange,
    ProposalVote,
)
from secretariat.sources.query_node.parse.asked import asked
from secretariat.sources.query_node.parse.events import CREATED_AT, CREATED_BLOCK, event
from secretariat.sources.query_node.shapes import Field, Shape, placing
from secretariat.sources.query_node.values import (
    Reader,
    Unreadable,
    amount,
    change,
    each,
    moment,
    name,
    name_or_none,
    number,
    one_of,
    stated,
    text,
    text_or_none,
    truth,
    variant,
    whole,
)

_OPEN = ("Deciding", "Gracing", "Dormant")
_DECIDED = ("Vetoed", "Slashed", "Rejected", "Expired", "Cancelled", "CanceledByRuntime")
_EXECUTED = ("Executed", "ExecutionFailed")
_TYPES = (
    *("Signal", "RuntimeUpgrade", "FundingRequest", "SetMaxValidatorCount", "CreateWorkingGroupLeadOpening"),
    *("FillWorkingGroupLeadOpening", "UpdateWorkingGroupBudget", "DecreaseWorkingGroupLeadStake"),
    *("SlashWorkingGroupLead", "SetWorkingGroupLeadReward", "TerminateWorkingGroupLead", "AmendConstitution"),
    *("CancelWorkingGroupLeadOpening", "SetMembershipPrice", "SetCouncilBudgetIncrement", "SetCouncilorReward"),
    *("SetInitialInvitationBalance", "SetInitialInvitationCount", "SetMembershipLeadInvitationQuota"),
    *("SetReferralCut", "Veto", "UpdateChannelPayouts", "UpdatePalletFrozenStatus", "UpdateGlobalNftLimit"),
    *("DecreaseCouncilBudget", "UpdateTokenPalletTokenConstraints", "SetEraPayoutDampingFactor"),
    "UpdateArgoBridgeConstraints",
)


def _destination(value: object) -> Destination:
    if not isinstance(value, dict) or value.get("account") is None or value.get("amount") is None:
        raise Unreadable("a list of accounts and amounts")
    return Destination(account=name(value["account"]), amount=amount(value["amount"]))


def _status(path: str, *names: str) -> Field:
    return Field(f"{path}.__typename", "status", variant(*names, start="ProposalStatus"), places=True)


def _detail(path: str, field: str, read: Reader, *types: str, optional: bool = False, needed: bool = False) -> Field:
    """Make a field of the details of some types of proposals."""
    of = tuple(f"{type_}ProposalDetails" for type_ in types)
    return Field(f"details.{path}", field, read, optional=optional, partial=True, of=of, needed=needed)


_OF_LEADS = ("DecreaseWorkingGroupLeadStake", "SlashWorkingGroupLead")
_OF_GROUPS = ("CreateWorkingGroupLeadOpening", "UpdateWorkingGroupBudget")
_FAILED = ("ProposalStatusExecutionFailed",)

PROPOSAL = Shape(
    fact=Proposal,
    fields=(
        Field("id", "number", number),
        CREATED_AT,
        placing(CREATED_BLOCK),
        Field("title", "title", text),
        Field("creatorId", "creator_id", number, places=True),
        _status("status", *_OPEN, *_DECIDED, *_EXECUTED),
        Field("status.errorMessage", "failure", text_or_none, partial=True, of=_FAILED),
        Field("statusSetAtBlock", "status_block", whole, places=True),
        Field("statusSetAtTime", "status_at", moment),
        Field("isFinalized", "finalised", truth, optional=True),
        Field("councilApprovals", "approvals", whole),
        Field("exactExecutionBlock", "exact_execution_block", whole, optional=True),
        Field("stakingAccount", "staking_account", name_or_none, optional=True),
        Field("discussionThread.id", "discussion", number),
        Field("details.__typename", "type", variant(*_TYPES, end="ProposalDetails"), places=True),
        _detail(
            "destinationsList.destinations",
            "destinations",
            each(_destination),
            "FundingRequest",
            optional=True,
            needed=True,
        ),
        _detail("budgetChange", "amount", change, "UpdateWorkingGroupBudget"),
        _detail("amount", "amount", amount, *_OF_LEADS, "DecreaseCouncilBudget"),
        _detail("slashingAmount", "amount", amount, "TerminateWorkingGroupLead", optional=True),
        _detail("newPrice", "amount", amount, "SetMembershipPrice"),
        _detail("newAmount", "amount", amount, "SetCouncilBudgetIncrement"),
        _detail("newInitialInvitationBalance", "amount", amount, "SetInitialInvitationBalance"),
        _detail("stakeAmount", "stake", amount, "CreateWorkingGroupLeadOpening"),
        _detail("unstakingPeriod", "unstaking_period", whole, "CreateWorkingGroupLeadOpening"),
        _detail("rewardPerBlock", "reward_per_block", amount, "CreateWorkingGroupLeadOpening"),
        _detail("newRewardPerBlock", "reward_per_block", amount, "SetWorkingGroupLeadReward", "SetCouncilorReward"),
        _detail("newMaxValidatorCount", "figure", whole, "SetMaxValidatorCount"),
        _detail("newInitialInvitationsCount", "figure", whole, "SetInitialInvitationCount"),
        _detail("newLeadInvitationQuota", "figure", whole, "SetMembershipLeadInvitationQuota"),
        _detail("newReferralCut", "figure", whole, "SetReferralCut"),
        _detail("dampingFactor", "figure", whole, "SetEraPayoutDampingFactor"),
        _detail("frozen", "frozen", truth, "UpdatePalletFrozenStatus"),
        _detail("pallet", "pallet", text, "UpdatePalletFrozenStatus"),
        _detail("group.id", "group", name, *_OF_GROUPS, optional=True, needed=True),
        _detail(
            "lead.id",
            "lead",
            name,
            *_OF_LEADS,
            "SetWorkingGroupLeadReward",
            "TerminateWorkingGroupLead",
            optional=True,
        ),
        _detail(
            "opening.id", "opening", name, "FillWorkingGroupLeadOpening", "CancelWorkingGroupLeadOpening", optional=True
        ),
        _detail("application.id", "application", name, "FillWorkingGroupLeadOpening", optional=True),
        _detail("proposal.id", "other_proposal", number, "Veto", optional=True),
    ),
)
STATUS_CHANGE = event(
    ProposalStatusChange, None, Field("proposalId", "proposal", number, places=True), _status("newStatus", *_OPEN)
)
VOTE = event(
    ProposalVote,
    None,
    Field("proposalId", "proposal", number, places=True),
    Field("voterId", "voter_id", number),
    Field("voteKind", "vote", one_of("APPROVE", "REJECT", "SLASH", "ABSTAIN")),
    Field("votingRound", "round", whole),
    Field("rationale", "with_rationale", stated),
)
DECISION = event(
    ProposalDecision,
    None,
    Field("proposalId", "proposal", number, places=True),
    _status("decisionStatus", "Dormant", "Gracing", *_DECIDED),
)
EXECUTION = event(
    ProposalExecution,
    None,
    Field("proposalId", "proposal", number, places=True),
    _status("executionStatus", *_EXECUTED),
    Field("executionStatus.errorMessage", "failure", text_or_none, partial=True, of=_FAILED),
)
DISCUSSION = Shape(
    fact=ProposalDiscussion,
    fields=(
        Field("id", "thread_id", number),
        CREATED_AT,
        Field("proposalId", "proposal", number, places=True),
        Field("mode.__typename", "mode", variant("Open", "Closed", start="ProposalDiscussionThreadMode")),
    ),
)
DISCUSSION_POST = Shape(
    fact=DiscussionPost,
    reader="asks-4",
    fields=(
        Field("id", "post_id", number),
        CREATED_AT,
        CREATED_BLOCK,
        Field("discussionThreadId", "thread_id", number),
        Field("authorId", "author_id", number),
        Field("text", "asks", asked),
        Field(
            "status.__typename",
            "status",
            variant("Active", "Locked", "Removed", start="ProposalDiscussionPostStatus"),
        ),
        Field("isVisible", "visible", truth),
        Field("repliesToId", "replies_to", number, optional=True),
    ),
)
