"""Threads, posts and discussions with their deposits; memberships and their accounts."""

from typing import Any

import pytest

from secretariat.devnet.runtime import balances, forum, groups, groups_hiring
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.runtime.town import (
    SIGNAL,
    act,
    controller,
    elect,
    events,
    propose,
    refused,
    send,
    staking,
    town,
    vote,
)

THREAD_DEPOSIT, POST_DEPOSIT = 1_864_121_502, 1_928_887_055


def test_threads_and_posts_stand_with_deposits_that_come_back() -> None:
    chain = town()
    forum.found_category(chain, None, b"General", b"")
    args = {"forum_user_id": 1, "category_id": 1}
    assert act(chain, 1, "Forum.create_thread", **args, metadata=b"\n\x05title", text=b"text") == 1
    assert act(chain, 1, "Forum.add_post", **args, thread_id=1, text=b"more", editable=True) == 2
    assert act(chain, 1, "Forum.add_post", **args, thread_id=1, text=b"fixed", editable=False) == 3
    paid = THREAD_DEPOSIT + 2 * POST_DEPOSIT
    assert balances.free(chain, controller(1)) == 10_000 * JOY - paid
    assert balances.free(chain, forum.TREASURY) == paid
    with refused("Forum.CannotDeleteThreadWithOutstandingPosts"):
        act(chain, 1, "Forum.delete_thread", **args, thread_id=1, hide=True)
    posts = tuple(({"category_id": 1, "thread_id": 1, "post_id": post}, True) for post in (1, 2))
    act(chain, 1, "Forum.delete_posts", forum_user_id=1, posts=posts, rationale=b"")
    act(chain, 1, "Forum.delete_thread", **args, thread_id=1, hide=True)
    assert balances.free(chain, controller(1)) == 10_000 * JOY
    assert (chain.get("Forum.NextThreadId"), chain.get("Forum.NextPostId")) == (2, 4)


@pytest.mark.parametrize(
    ("call", "args", "error"),
    [
        ("create_thread", {"forum_user_id": 2, "category_id": 1, "metadata": b"", "text": b""}, "ForumUserIdNotMatch"),
        ("create_thread", {"forum_user_id": 1, "category_id": 9, "metadata": b"", "text": b""}, "CategoryDoesNotExist"),
        (
            "add_post",
            {"forum_user_id": 1, "category_id": 1, "thread_id": 9, "text": b"", "editable": False},
            "ThreadDoesNotExist",
        ),
    ],
)
def test_what_the_forum_refuses(call: str, args: Any, error: str) -> None:
    chain = town()
    forum.found_category(chain, None, b"General", b"")
    with refused(f"Forum.{error}"):
        act(chain, 1, f"Forum.{call}", **args)


def test_a_discussion_lasts_as_long_as_its_proposal() -> None:
    chain = town()
    elect(chain, 0, 1, 2)
    number = propose(chain, 5, SIGNAL)
    thread = chain.get("ProposalsCodex.ThreadIdByProposalId", number)
    args = {"post_author_id": 6, "thread_id": thread, "text": b"A question", "editable": False}
    assert act(chain, 6, "ProposalsDiscussion.add_post", **args) == 1
    act(chain, 5, "ProposalsDiscussion.change_thread_mode", member_id=5, thread_id=thread, mode={"Closed": (7,)})
    with refused("ProposalsDiscussion.CannotPostOnClosedThread"):
        act(chain, 6, "ProposalsDiscussion.add_post", **args)
    act(chain, 7, "ProposalsDiscussion.add_post", **{**args, "post_author_id": 7})
    act(chain, 0, "ProposalsDiscussion.add_post", **{**args, "post_author_id": 0})
    vote(chain, 0, number, "Reject")
    chain.advance(chain.now + 1)
    with refused("ProposalsDiscussion.ThreadDoesntExist"):
        act(chain, 7, "ProposalsDiscussion.add_post", **{**args, "post_author_id": 7})


def _params(number: int, **changed: Any) -> Any:
    return {
        "root_account": bytes([90 + number]) * 32,
        "controller_account": bytes([90 + number]) * 32,
        "handle": f"new{number}".encode(),
        "metadata": b"",
        "referrer_id": None,
        **changed,
    }


def test_memberships_are_bought_gifted_and_invited() -> None:
    chain = town()
    price = chain.get("Members.MembershipPrice")
    assert act(chain, 0, "Members.buy_membership", params=_params(0)) == 8
    assert balances.free(chain, controller(0)) == 10_000 * JOY - price
    with refused("Members.HandleAlreadyRegistered"):
        act(chain, 0, "Members.buy_membership", params=_params(0))
    gift = _params(1)
    del gift["referrer_id"]
    gift |= {
        "credit_controller_account": 3 * JOY,
        "apply_controller_account_invitation_lock": 2 * JOY,
        "credit_root_account": 0,
        "apply_root_account_invitation_lock": None,
    }
    assert act(chain, 1, "Members.gift_membership", params=gift) == 9
    assert balances.usable(chain, gift["controller_account"]) == JOY
    assert balances.payable(chain, gift["controller_account"]) == 3 * JOY
    invitation = {**_params(2), "inviting_member_id": 2}
    del invitation["referrer_id"]
    with refused("Members.WorkingGroupLeaderNotSet"):
        act(chain, 2, "Members.invite_member", params=invitation)
    pallet = "MembershipWorkingGroup"
    policy = {"stake_amount": 2_000 * JOY, "leaving_unstaking_period": 288_001}
    groups_hiring.add_opening(chain, pallet, None, b"", "Leader", policy, JOY)
    stake = {"stake": 2_000 * JOY, "staking_account_id": staking(4)}
    application = {
        "member_id": 4,
        "opening_id": 0,
        "role_account_id": controller(4),
        "reward_account_id": controller(4),
        "description": b"",
        "stake_parameters": stake,
    }
    act(chain, 4, f"{pallet}.apply_on_opening", p=application)
    groups_hiring.fill_opening(chain, pallet, None, 0, (0,))
    groups.set_budget(chain, pallet, 100 * JOY)
    assert act(chain, 2, "Members.invite_member", params=invitation) == 10
    assert chain.get(f"{pallet}.Budget") == 100 * JOY - 83_333_333_300
    assert chain.get("Members.NextMemberId") == 11


def test_staking_accounts_are_offered_and_confirmed() -> None:
    chain = town()
    with refused("Members.StakingAccountIsAlreadyRegistered"):
        send(chain, staking(0), "Members.add_staking_account_candidate", member_id=1)
    send(chain, controller(6), "Members.add_staking_account_candidate", member_id=1)
    with refused("Members.StakingAccountDoesntExist"):
        act(chain, 2, "Members.confirm_staking_account", member_id=2, staking_account_id=controller(6))
    with refused("Members.ControllerAccountRequired"):
        act(chain, 2, "Members.confirm_staking_account", member_id=1, staking_account_id=controller(6))
    act(chain, 1, "Members.confirm_staking_account", member_id=1, staking_account_id=controller(6))
    send(chain, controller(6), "Members.remove_staking_account", member_id=1)
    assert len(events(chain, "Members.StakingAccountRemoved")) == 1
