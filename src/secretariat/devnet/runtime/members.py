"""Memberships: who controls them, which accounts they may stake with, how they come about (pallet Members)."""

import hashlib
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.errors import DispatchError, ensure

MEMBERSHIP, NEXT, BY_HANDLE = "Members.MembershipById", "Members.NextMemberId", "Members.MemberIdByHandleHash"
STAKING = "Members.StakingAccountIdMemberStatus"
PRICE, CUT, INVITES = "Members.MembershipPrice", "Members.ReferralCut", "Members.InitialInvitationCount"
INVITATION = "Members.InitialInvitationBalance"
GROUP = "MembershipWorkingGroup"
MADE = ":members_made"
"""Ids of the memberships that were made by acts, oldest first; all others are computed (``world/series.py``)."""


def membership(chain: Chain, member: int) -> dict[str, Any] | None:
    """Give a membership as stored, or None."""
    found: dict[str, Any] | None = chain.get(MEMBERSHIP, member)
    return found


def is_controller(chain: Chain, origin: bytes, member: int) -> bool:
    """Tell whether the account acts for the member."""
    found = membership(chain, member)
    return found is not None and found["controller_account"] == origin


def ensure_controller(chain: Chain, origin: bytes, member: int) -> None:
    """Refuse whoever does not act for the member. Raises DispatchError."""
    ensure(membership(chain, member), "Members", "MemberProfileNotFound")
    ensure(is_controller(chain, origin, member), "Members", "ControllerAccountRequired")


def may_stake(chain: Chain, member: int, account: bytes) -> bool:
    """Tell whether the account is bound to the member, and confirmed."""
    return bool(chain.get(STAKING, account) == {"member_id": member, "confirmed": True})


def hash_of(text: bytes) -> bytes:
    """Give the runtime's hash of a text."""
    return hashlib.blake2b(text, digest_size=32).digest()


# ------------------------------------------------------------------------ coming


def _enrol(chain: Chain, params: dict[str, Any], invites: int, *, verified: bool = False) -> int:
    """Store a new membership. Raises DispatchError for a handle that is missing or taken."""
    handle = params["handle"]
    ensure(handle, "Members", "HandleMustBeProvidedDuringRegistration")
    hashed = hash_of(handle)
    ensure(chain.get(BY_HANDLE, hashed) is None, "Members", "HandleAlreadyRegistered")
    number: int = chain.get(NEXT) or 0
    made = {
        "handle_hash": hashed,
        "root_account": params["root_account"],
        "controller_account": params["controller_account"],
        "verified": verified,
        "invites": invites,
    }
    chain.put(MEMBERSHIP, made, number)
    chain.put(BY_HANDLE, number, hashed)
    chain.put(MADE, (*(chain.get(MADE) or ()), number))
    return number


def buy_membership(chain: Chain, origin: bytes, params: dict[str, Any]) -> int:
    """Pay the price and become a member; the referrer has a share of it. Gives the member's id."""
    price, invites = chain.get(PRICE), chain.get(INVITES)
    ensure(balances.usable(chain, origin) >= price, "Members", "NotEnoughBalanceToBuyMembership")
    referrer = params["referrer_id"]
    theirs = membership(chain, referrer) if referrer is not None else None
    ensure(referrer is None or theirs, "Members", "ReferrerIsNotMember")
    number = _enrol(chain, params, invites)
    balances.burn(chain, origin, price)
    if theirs is not None:
        balances.mint(chain, theirs["controller_account"], price * (chain.get(CUT) or 0) // 100)
    chain.emit("Members.MembershipBought", number, params, invites)
    return number


def gift_membership(chain: Chain, origin: bytes, params: dict[str, Any]) -> int:
    """Pay for somebody else's membership and put tokens on the new accounts. Gives the member's id."""
    credits = (params["credit_root_account"], params["credit_controller_account"])
    locks = (params["apply_root_account_invitation_lock"], params["apply_controller_account_invitation_lock"])
    accounts = (params["root_account"], params["controller_account"])
    for credit, lock in zip(credits, locks, strict=True):
        ensure(lock is None or lock <= credit, "Members", "GifLockExceedsCredit")
    price = chain.get(PRICE)
    ensure(balances.usable(chain, origin) >= price + sum(credits), "Members", "InsufficientBalanceToGift")
    number = _enrol(chain, params, 0)
    balances.burn(chain, origin, price)
    for account, credit, lock in zip(accounts, credits, locks, strict=True):
        balances.transfer(chain, origin, account, credit)
        if lock:
            balances.lock(chain, balances.INVITED, account, lock)
    chain.emit("Members.MembershipGifted", number, params)
    return number


def invite_member(chain: Chain, origin: bytes, params: dict[str, Any]) -> int:
    """Let a member in at the membership group's cost. Gives the member's id."""
    inviter = params["inviting_member_id"]
    ensure_controller(chain, origin, inviter)
    theirs = chain.get(MEMBERSHIP, inviter)
    ensure(theirs["invites"] > 0, "Members", "NotEnoughInvites")
    ensure(chain.get(f"{GROUP}.CurrentLead") is not None, "Members", "WorkingGroupLeaderNotSet")
    balance, budget = chain.get(INVITATION), chain.get(f"{GROUP}.Budget") or 0
    ensure(budget >= balance, "Members", "WorkingGroupBudgetIsNotSufficientForInviting")
    number = _enrol(chain, params, 0)
    chain.put(MEMBERSHIP, {**theirs, "invites": theirs["invites"] - 1}, inviter)
    chain.put(f"{GROUP}.Budget", budget - balance)
    balances.mint(chain, params["controller_account"], balance)
    balances.lock(chain, balances.INVITED, params["controller_account"], balance)
    chain.emit("Members.MemberInvited", number, params, balance)
    return number


def create_member(chain: Chain, origin: bytes, params: dict[str, Any]) -> int:
    """Let the membership group's lead make a member. Gives the member's id."""
    lead = chain.get(f"{GROUP}.CurrentLead")
    if lead is None:
        raise DispatchError("Members", "WorkingGroupLeaderNotSet")
    worker = chain.get(f"{GROUP}.WorkerById", lead)
    ensure(worker["role_account_id"] == origin, GROUP, "IsNotLeadAccount")
    return found_member(chain, params)


def found_member(chain: Chain, params: dict[str, Any]) -> int:
    """Make a member without asking for an origin, as the network's founders did. Gives the member's id."""
    invites = chain.get(INVITES)
    number = _enrol(chain, params, invites)
    chain.emit("Members.MemberCreated", number, params, invites)
    return number


# ------------------------------------------------------------------------ changing


def update_profile(chain: Chain, origin: bytes, member_id: int, handle: bytes | None, metadata: bytes | None) -> None:
    """Change a handle or what a member tells about itself."""
    ensure_controller(chain, origin, member_id)
    found = chain.get(MEMBERSHIP, member_id)
    if handle is not None:
        hashed = hash_of(handle)
        ensure(chain.get(BY_HANDLE, hashed) in (None, member_id), "Members", "HandleAlreadyRegistered")
        chain.put(BY_HANDLE, None, found["handle_hash"])
        chain.put(BY_HANDLE, member_id, hashed)
        chain.put(MEMBERSHIP, {**found, "handle_hash": hashed}, member_id)
    if handle is not None or metadata is not None:
        chain.emit("Members.MemberProfileUpdated", member_id, handle, metadata)


def update_accounts(
    chain: Chain,
    origin: bytes,
    member_id: int,
    new_root_account: bytes | None,
    new_controller_account: bytes | None,
) -> None:
    """Give a membership other accounts; only its root may."""
    found = chain.get(MEMBERSHIP, member_id)
    ensure(found, "Members", "MemberProfileNotFound")
    ensure(found["root_account"] == origin, "Members", "RootAccountRequired")
    changed = {
        "root_account": new_root_account or found["root_account"],
        "controller_account": new_controller_account or found["controller_account"],
    }
    chain.put(MEMBERSHIP, {**found, **changed}, member_id)
    chain.emit("Members.MemberAccountsUpdated", member_id, new_root_account, new_controller_account)


def add_staking_account_candidate(chain: Chain, origin: bytes, member_id: int) -> None:
    """Offer an account for a member to stake with; a small stake binds it."""
    ensure(chain.get(STAKING, origin) is None, "Members", "StakingAccountIsAlreadyRegistered")
    ensure(membership(chain, member_id), "Members", "MemberProfileNotFound")
    stake = chain.constant("Members.CandidateStake")
    ensure(not balances.locks_of(chain, origin), "Members", "ConflictStakesOnAccount")
    ensure(balances.free(chain, origin) >= stake, "Members", "InsufficientBalanceToCoverStake")
    balances.lock(chain, balances.BOUND, origin, stake)
    chain.put(STAKING, {"member_id": member_id, "confirmed": False}, origin)
    chain.emit("Members.StakingAccountAdded", origin, member_id)


def confirm_staking_account(chain: Chain, origin: bytes, member_id: int, staking_account_id: bytes) -> None:
    """Accept an account that was offered."""
    ensure_controller(chain, origin, member_id)
    found = chain.get(STAKING, staking_account_id)
    ensure(found and found["member_id"] == member_id, "Members", "StakingAccountDoesntExist")
    ensure(not found["confirmed"], "Members", "StakingAccountAlreadyConfirmed")
    chain.put(STAKING, {**found, "confirmed": True}, staking_account_id)
    chain.emit("Members.StakingAccountConfirmed", staking_account_id, member_id)


def remove_staking_account(chain: Chain, origin: bytes, member_id: int) -> None:
    """Take an account back from its member."""
    found = chain.get(STAKING, origin)
    ensure(found and found["member_id"] == member_id, "Members", "StakingAccountDoesntExist")
    balances.unlock(chain, balances.BOUND, origin)
    chain.put(STAKING, None, origin)
    chain.emit("Members.StakingAccountRemoved", origin, member_id)
