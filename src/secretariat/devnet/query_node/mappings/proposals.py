"""Proposals, their votes and decisions, and the discussions beside them."""

from typing import Any

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.mappings.details import details_of
from secretariat.devnet.query_node.mappings.values import (
    Mapping,
    account,
    key,
    of_type,
    small,
    text,
    told,
    variant,
)
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import Store

INTERMEDIATE = {
    "Active": "ProposalStatusDeciding",
    "PendingExecution": "ProposalStatusGracing",
    "PendingConstitutionality": "ProposalStatusDormant",
}
DECISIONS = {
    "Canceled": "ProposalStatusCancelled",
    "CanceledByRuntime": "ProposalStatusCanceledByRuntime",
    "Vetoed": "ProposalStatusVetoed",
    "Rejected": "ProposalStatusRejected",
    "Slashed": "ProposalStatusSlashed",
    "Expired": "ProposalStatusExpired",
}


def proposal_created(store: Store, event: Event) -> None:
    """Add a proposal, its thread and its event."""
    number, general, details, thread = event.values
    execution_block = general["exact_execution_block"]
    proposal = store.add(
        "Proposal",
        key(number),
        title=text(general["title"]),
        description=text(general["description"]),
        details=details_of(store, details),
        stakingAccount=account(general["staking_account_id"]) or "",
        creatorId=key(general["member_id"]),
        exactExecutionBlock=None if execution_block is None else small(execution_block),
        councilApprovals=0,
        status=of_type("ProposalStatusDeciding"),
        isFinalized=False,
        statusSetAtBlock=store.block,
        statusSetAtTime=store.milliseconds,
    )
    mode = of_type("ProposalDiscussionThreadModeOpen")
    store.add("ProposalDiscussionThread", key(thread), proposalId=proposal["id"], mode=mode)
    told(store, event, "ProposalCreatedEvent", proposalId=proposal["id"])


def _set_status(store: Store, proposal: Row, status: Row, **values: Any) -> None:
    store.change(
        "Proposal",
        proposal,
        status=status,
        statusSetAtBlock=store.block,
        statusSetAtTime=store.milliseconds,
        **values,
    )


def proposal_status_updated(store: Store, event: Event) -> None:
    """Move a proposal that is not at its end; being approved counts."""
    number, status = event.values
    proposal = store.row("Proposal", key(number))
    name = INTERMEDIATE[variant(status)[0]]
    row = told(store, event, "ProposalStatusUpdatedEvent", proposalId=proposal["id"], newStatus=of_type(name))
    approved = 0 if name == "ProposalStatusDeciding" else 1
    _set_status(
        store,
        proposal,
        of_type(name, proposalStatusUpdatedEventId=row["id"]),
        councilApprovals=proposal["councilApprovals"] + approved,
    )


def proposal_decision_made(store: Store, event: Event) -> None:
    """Note a decision; approval and cancelling set the status by events of their own."""
    number, decision = event.values
    proposal = store.row("Proposal", key(number))
    kind, content = variant(decision)
    name = INTERMEDIATE[variant(content)[0]] if kind == "Approved" else DECISIONS[kind]
    row = told(store, event, "ProposalDecisionMadeEvent", proposalId=proposal["id"], decisionStatus=of_type(name))
    if kind not in ("Approved", "Canceled"):
        _set_status(store, proposal, of_type(name, proposalDecisionMadeEventId=row["id"]), isFinalized=True)


def proposal_executed(store: Store, event: Event) -> None:
    """End a proposal that was carried out, or could not be."""
    number, status = event.values
    proposal = store.row("Proposal", key(number))
    kind, content = variant(status)
    message = {} if kind == "Executed" else {"errorMessage": text(content["error"])}
    made = of_type(f"ProposalStatus{kind}", **message)
    row = told(store, event, "ProposalExecutedEvent", proposalId=proposal["id"], executionStatus=made)
    _set_status(store, proposal, {**made, "proposalExecutedEventId": row["id"]}, isFinalized=True)


def voted(store: Store, event: Event) -> None:
    """Add a vote, in the round that the proposal's approvals tell."""
    member, number, vote, rationale = event.values
    proposal = store.row("Proposal", key(number))
    told(
        store,
        event,
        "ProposalVotedEvent",
        voterId=key(member),
        voteKind=variant(vote)[0].upper(),
        proposalId=proposal["id"],
        rationale=text(rationale),
        votingRound=proposal["councilApprovals"] + 1,
    )


def proposal_cancelled(store: Store, event: Event) -> None:
    """End a proposal that its proposer took back."""
    proposal = store.row("Proposal", key(event.values[1]))
    row = told(store, event, "ProposalCancelledEvent", proposalId=proposal["id"])
    status = of_type("ProposalStatusCancelled", cancelledInEventId=row["id"])
    _set_status(store, proposal, status, isFinalized=True)


# ---------------------------------------------------------------------- discussions


def post_created(store: Store, event: Event) -> None:
    """Add a post; what is no message is taken as text."""
    number, author, thread, told_text, editable = event.values
    found = protobuf.decoded(told_text, protobuf.POST) or {}
    replied = store["ProposalDiscussionPost"].get(str(found["repliesTo"])) if "repliesTo" in found else None
    words = found.get("text", text(told_text))
    status = "ProposalDiscussionPostStatusActive" if editable else "ProposalDiscussionPostStatusLocked"
    post = store.add(
        "ProposalDiscussionPost",
        key(number),
        discussionThreadId=key(thread),
        authorId=key(author),
        status=of_type(status),
        isVisible=True,
        text=words,
        repliesToId=None if replied is None else replied["id"],
    )
    told(store, event, "ProposalDiscussionPostCreatedEvent", postId=post["id"], text=words)


def post_updated(store: Store, event: Event) -> None:
    """Put a new text into a post, as it came."""
    post = store.row("ProposalDiscussionPost", key(event.values[0]))
    words = text(event.values[3])
    store.change("ProposalDiscussionPost", post, text=words)
    told(store, event, "ProposalDiscussionPostUpdatedEvent", postId=post["id"], text=words)


def post_deleted(store: Store, event: Event) -> None:
    """Lock a post, or hide it."""
    member, _, number, hide = event.values
    post = store.row("ProposalDiscussionPost", key(number))
    row = told(store, event, "ProposalDiscussionPostDeletedEvent", postId=post["id"], actorId=key(member))
    word = "Removed" if hide else "Locked"
    status = of_type(f"ProposalDiscussionPostStatus{word}", deletedInEventId=row["id"])
    store.change("ProposalDiscussionPost", post, status=status, isVisible=not hide)


def thread_mode_changed(store: Store, event: Event) -> None:
    """Open a discussion, or close it to all but some members."""
    number, mode, member = event.values
    thread = store.row("ProposalDiscussionThread", key(number))
    kind, allowed = variant(mode)
    if kind == "Closed":
        whitelist = store.add("ProposalDiscussionWhitelist", members=[key(one) for one in allowed])
        made = of_type("ProposalDiscussionThreadModeClosed", whitelistId=whitelist["id"])
    else:
        made = of_type("ProposalDiscussionThreadModeOpen")
    store.change("ProposalDiscussionThread", thread, mode=made)
    told(
        store,
        event,
        "ProposalDiscussionThreadModeChangedEvent",
        threadId=thread["id"],
        newMode=made,
        actorId=key(member),
    )


MAPPINGS: dict[str, Mapping] = {
    "ProposalsCodex.ProposalCreated": proposal_created,
    "ProposalsEngine.ProposalStatusUpdated": proposal_status_updated,
    "ProposalsEngine.ProposalDecisionMade": proposal_decision_made,
    "ProposalsEngine.ProposalExecuted": proposal_executed,
    "ProposalsEngine.Voted": voted,
    "ProposalsEngine.ProposalCancelled": proposal_cancelled,
    "ProposalsDiscussion.PostCreated": post_created,
    "ProposalsDiscussion.PostUpdated": post_updated,
    "ProposalsDiscussion.PostDeleted": post_deleted,
    "ProposalsDiscussion.ThreadModeChanged": thread_mode_changed,
}
