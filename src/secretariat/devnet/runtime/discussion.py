"""Proposal discussions (pallet ProposalsDiscussion, and the thread of a proposal from ProposalsCodex)."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, council, members
from secretariat.devnet.runtime.errors import ensure

THREADS, COUNT = "ProposalsDiscussion.ThreadById", "ProposalsDiscussion.ThreadCount"
POSTS, POST_COUNT = "ProposalsDiscussion.PostThreadIdByPostId", "ProposalsDiscussion.PostCount"
BY_PROPOSAL = "ProposalsCodex.ThreadIdByProposalId"
PALLET = "ProposalsDiscussion"
TREASURY = b"modlprdiscus" + bytes(20)
"""The account that holds the deposits of posts."""


def create_thread(chain: Chain, author: int) -> int:
    """Open a proposal's discussion. Gives the thread's id; the first is 1."""
    number: int = (chain.get(COUNT) or 0) + 1
    thread = {"activated_at": chain.now, "author_id": author, "mode": "Open"}
    chain.put(THREADS, thread, number)
    chain.put(COUNT, number)
    chain.emit("ProposalsDiscussion.ThreadCreated", number, author)
    return number


def forget_proposal(chain: Chain, proposal: int) -> None:
    """Drop what storage holds of a finished proposal's discussion."""
    thread = chain.get(BY_PROPOSAL, proposal)
    if thread is not None:
        chain.put(BY_PROPOSAL, None, proposal)
        chain.put(THREADS, None, thread)


def add_post(chain: Chain, origin: bytes, post_author_id: int, thread_id: int, text: bytes, editable: bool) -> int:
    """Write into a discussion; a deposit stands for a post that can still be changed. Gives the post's id."""
    members.ensure_controller(chain, origin, post_author_id)
    thread = chain.get(THREADS, thread_id)
    ensure(thread, PALLET, "ThreadDoesntExist")
    ensure(_may_post(chain, thread, post_author_id), PALLET, "CannotPostOnClosedThread")
    deposit = chain.constant("ProposalsDiscussion.PostDeposit")
    number: int = (chain.get(POST_COUNT) or 0) + 1
    if editable:
        ensure(balances.usable(chain, origin) >= deposit, PALLET, "InsufficientBalanceForPost")
        balances.transfer(chain, origin, TREASURY, deposit)
        bond = {"repayment_restricted_to": None, "amount": deposit}
        post = {"author_id": post_author_id, "cleanup_pay_off": bond, "last_edited": chain.now}
        chain.put(POSTS, post, thread_id, number)
    chain.put(POST_COUNT, number)
    chain.emit("ProposalsDiscussion.PostCreated", number, post_author_id, thread_id, text, editable)
    return number


def _may_post(chain: Chain, thread: dict[str, Any], author: int) -> bool:
    mode = thread["mode"]
    if mode == "Open" or author == thread["author_id"] or author in council.councilors(chain):
        return True
    return author in mode["Closed"]


def update_post(chain: Chain, origin: bytes, thread_id: int, post_id: int, text: bytes) -> None:
    """Change the text of a post that stands with a deposit."""
    post = chain.get(POSTS, thread_id, post_id)
    ensure(post, PALLET, "PostDoesntExist")
    members.ensure_controller(chain, origin, post["author_id"])
    chain.put(POSTS, {**post, "last_edited": chain.now}, thread_id, post_id)
    chain.emit("ProposalsDiscussion.PostUpdated", post_id, post["author_id"], thread_id, text)


def delete_post(chain: Chain, origin: bytes, deleter_id: int, post_id: int, thread_id: int, hide: bool) -> None:
    """Take a post's deposit back: at any time by its author, later by anybody."""
    post = chain.get(POSTS, thread_id, post_id)
    ensure(post, PALLET, "PostDoesntExist")
    members.ensure_controller(chain, origin, deleter_id)
    over = chain.now >= post["last_edited"] + chain.constant("ProposalsDiscussion.PostLifeTime")
    own = post["author_id"] == deleter_id
    ensure(own or (over and chain.get(THREADS, thread_id) is None), PALLET, "CannotDeletePost")
    balances.transfer(chain, TREASURY, origin, post["cleanup_pay_off"]["amount"])
    chain.put(POSTS, None, thread_id, post_id)
    chain.emit("ProposalsDiscussion.PostDeleted", deleter_id, thread_id, post_id, hide)


def change_thread_mode(chain: Chain, origin: bytes, member_id: int, thread_id: int, mode: Any) -> None:
    """Open a discussion to all, or close it to a list of members."""
    members.ensure_controller(chain, origin, member_id)
    thread = chain.get(THREADS, thread_id)
    ensure(thread, PALLET, "ThreadDoesntExist")
    allowed = member_id == thread["author_id"] or member_id in council.councilors(chain)
    ensure(allowed, PALLET, "NotAuthorOrCouncilor")
    if isinstance(mode, dict):
        most = chain.constant("ProposalsDiscussion.MaxWhiteListSize")
        ensure(len(mode["Closed"]) <= most, PALLET, "MaxWhiteListSizeExceeded")
        known = all(members.membership(chain, one) for one in mode["Closed"])
        ensure(known, PALLET, "WhitelistedMemberDoesNotExist")
    chain.put(THREADS, {**thread, "mode": mode}, thread_id)
    chain.emit("ProposalsDiscussion.ThreadModeChanged", thread_id, mode, member_id)
