"""The council's life cycle: announcing, election, idle, and who may do what in each (pallet Council).

Every stage ends in the block that was stored when it began (``now == ends_at``), before that block's transactions.
"""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, budget, members, proposals, referendum
from secretariat.devnet.runtime.errors import ensure

STAGE, MEMBERS, CANDIDATES = "Council.Stage", "Council.CouncilMembers", "Council.Candidates"
CYCLE = "Council.AnnouncementPeriodNr"
PALLET = 19


def stage_of(chain: Chain) -> tuple[str, dict[str, Any]]:
    """Give the stage's name (Announcing, Election, Idle) and its content."""
    ((name, content),) = chain.get(STAGE)["stage"].items()
    return name, content


def cycle(chain: Chain) -> int:
    """Give the election cycle's number."""
    return chain.get(CYCLE) or 0


def _enter(chain: Chain, name: str, content: dict[str, Any]) -> None:
    chain.put(STAGE, {"stage": {name: content}, "changed_at": chain.now})
    if "ends_at" in content:
        chain.hook(content["ends_at"], PALLET, progress)


def progress(chain: Chain) -> None:
    """End the stage if this is the block for it."""
    name, content = stage_of(chain)
    if content.get("ends_at") != chain.now:
        return
    if name == "Announcing":
        _end_announcing(chain, content)
    elif name == "Idle":
        chain.emit("Council.AnnouncingPeriodStarted", _start_announcing(chain))


def _start_announcing(chain: Chain) -> int:
    ends_at: int = chain.now + chain.constant("Council.AnnouncingPeriodDuration")
    chain.put(CYCLE, cycle(chain) + 1)
    _enter(chain, "Announcing", {"candidates_count": 0, "ends_at": ends_at})
    return ends_at


def _end_announcing(chain: Chain, content: dict[str, Any]) -> None:
    size = chain.constant("Council.CouncilSize")
    count = content["candidates_count"]
    if count < size + chain.constant("Council.MinNumberOfExtraCandidates"):
        chain.emit("Council.NotEnoughCandidates", _start_announcing(chain))
        return
    referendum.start(chain, size, cycle(chain), conclude)
    _enter(chain, "Election", {"candidates_count": count})
    chain.emit("Council.VotingPeriodStarted", count)


def conclude(chain: Chain, winners: tuple[dict[str, int], ...]) -> None:
    """Seat the winners, or begin anew when there are not enough of them."""
    if len(winners) != chain.constant("Council.CouncilSize"):
        chain.emit("Council.NewCouncilNotElected", _start_announcing(chain))
        return
    seats = tuple(_seat(chain, winner["option_id"]) for winner in winners)
    ends_at = chain.now + chain.constant("Council.IdlePeriodDuration")
    _enter(chain, "Idle", {"ends_at": ends_at})
    budget.pay_rewards(chain)
    for seat in chain.get(MEMBERS) or ():
        balances.unlock(chain, balances.COUNCILOR, seat["staking_account_id"])
    chain.put(MEMBERS, seats)
    for seat in seats:
        balances.lock(chain, balances.COUNCILOR, seat["staking_account_id"], seat["stake"])
    chain.emit("Council.NewCouncilElected", tuple(seat["membership_id"] for seat in seats), ends_at)
    proposals.reject_active(chain)
    proposals.reactivate_dormant(chain)


def _seat(chain: Chain, member: int) -> dict[str, Any]:
    candidate = chain.get(CANDIDATES, member)
    balances.unlock(chain, balances.CANDIDACY, candidate["staking_account_id"])
    chain.put(CANDIDATES, None, member)
    return {
        "staking_account_id": candidate["staking_account_id"],
        "reward_account_id": candidate["reward_account_id"],
        "membership_id": member,
        "stake": candidate["stake"],
        "last_payment_block": chain.now,
        "unpaid_reward": 0,
    }


def councilors(chain: Chain) -> tuple[int, ...]:
    """Give the member ids of the sitting council."""
    return tuple(seat["membership_id"] for seat in chain.get(MEMBERS) or ())


def is_candidate(chain: Chain, member: int) -> bool:
    """Tell whether a member stands in the running election."""
    found = chain.get(CANDIDATES, member)
    return found is not None and found["cycle_id"] == cycle(chain)


# ------------------------------------------------------------------------ calls


def _count(chain: Chain, content: dict[str, Any], change: int) -> None:
    stored = chain.get(STAGE)
    counted = {**content, "candidates_count": content["candidates_count"] + change}
    chain.put(STAGE, {**stored, "stage": {"Announcing": counted}})


def announce_candidacy(
    chain: Chain,
    origin: bytes,
    membership_id: int,
    staking_account_id: bytes,
    reward_account_id: bytes,
    stake: int,
) -> None:
    """Stand for the council; an older candidacy's stake is released by it."""
    ensure(members.is_controller(chain, origin, membership_id), "Council", "MemberIdNotMatchAccount")
    ensure(members.may_stake(chain, membership_id, staking_account_id), "Council", "MemberIdNotMatchAccount")
    before = chain.get(CANDIDATES, membership_id)
    again = before is not None and before["staking_account_id"] == staking_account_id
    conflicting = balances.conflicts(chain, balances.CANDIDACY, staking_account_id)
    ensure(again or not conflicting, "Council", "ConflictingStake")
    name, content = stage_of(chain)
    ensure(name == "Announcing", "Council", "CantCandidateNow")
    ensure(before is None or before["cycle_id"] != cycle(chain), "Council", "CantCandidateTwice")
    ensure(stake >= chain.constant("Council.MinCandidateStake"), "Council", "CandidacyStakeTooLow")
    ensure(balances.free(chain, staking_account_id) >= stake, "Council", "InsufficientBalanceForStaking")
    if before is not None:
        balances.unlock(chain, balances.CANDIDACY, before["staking_account_id"])
    candidate = {
        "staking_account_id": staking_account_id,
        "reward_account_id": reward_account_id,
        "cycle_id": cycle(chain),
        "stake": stake,
        "vote_power": 0,
        "note_hash": None,
    }
    chain.put(CANDIDATES, candidate, membership_id)
    balances.lock(chain, balances.CANDIDACY, staking_account_id, stake)
    _count(chain, content, 1)
    chain.emit("Council.NewCandidate", membership_id, staking_account_id, reward_account_id, stake)


def withdraw_candidacy(chain: Chain, origin: bytes, membership_id: int) -> None:
    """Take a candidacy back while announcing runs."""
    ensure(members.is_controller(chain, origin, membership_id), "Council", "MemberIdNotMatchAccount")
    candidate = chain.get(CANDIDATES, membership_id)
    ensure(candidate, "Council", "NotCandidatingNow")
    name, content = stage_of(chain)
    ensure(name == "Announcing", "Council", "CantWithdrawCandidacyNow")
    ensure(candidate["cycle_id"] == cycle(chain), "Council", "NotCandidatingNow")
    balances.unlock(chain, balances.CANDIDACY, candidate["staking_account_id"])
    chain.put(CANDIDATES, None, membership_id)
    _count(chain, content, -1)
    chain.emit("Council.CandidacyWithdraw", membership_id)


def release_candidacy_stake(chain: Chain, origin: bytes, membership_id: int) -> None:
    """Have a stake back that no election needs any more."""
    ensure(members.is_controller(chain, origin, membership_id), "Council", "MemberIdNotMatchAccount")
    candidate = chain.get(CANDIDATES, membership_id)
    ensure(candidate, "Council", "NoStake")
    running = candidate["cycle_id"] == cycle(chain) and stage_of(chain)[0] != "Idle"
    ensure(not running, "Council", "StakeStillNeeded")
    balances.unlock(chain, balances.CANDIDACY, candidate["staking_account_id"])
    chain.put(CANDIDATES, None, membership_id)
    chain.emit("Council.CandidacyStakeRelease", membership_id)


def set_candidacy_note(chain: Chain, origin: bytes, membership_id: int, note: bytes) -> None:
    """Say something about one's candidacy while the election runs."""
    ensure(members.is_controller(chain, origin, membership_id), "Council", "MemberIdNotMatchAccount")
    running = is_candidate(chain, membership_id) and stage_of(chain)[0] != "Idle"
    ensure(running, "Council", "NotCandidatingNow")
    candidate = chain.get(CANDIDATES, membership_id)
    chain.put(CANDIDATES, {**candidate, "note_hash": members.hash_of(note)}, membership_id)
    chain.emit("Council.CandidacyNoteSet", membership_id, note)


def vote_stake_needed(chain: Chain, vote: dict[str, Any]) -> bool:
    """Tell whether a vote's stake still stands for its election: it does for a winner until the next announcing."""
    if vote["cycle_id"] != cycle(chain):
        return False
    return stage_of(chain)[0] != "Idle" or vote["vote_for"] in councilors(chain)
