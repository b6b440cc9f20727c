"""The election's referendum: sealed votes, reveals and winners (pallet Referendum)."""

import hashlib
from collections.abc import Callable
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, council
from secretariat.devnet.runtime.errors import ensure

STAGE, VOTES, OPTED_OUT = "Referendum.Stage", "Referendum.Votes", "Referendum.AccountsOptedOut"
PALLET = 20

Winners = tuple[dict[str, int], ...]
Conclude = Callable[[Chain, Winners], None]


def stage_of(chain: Chain) -> tuple[str, dict[str, Any]]:
    """Give the stage's name (Inactive, Voting, Revealing) and its content."""
    found = chain.get(STAGE) or "Inactive"
    if isinstance(found, str):
        return found, {}
    ((name, content),) = found.items()
    return name, content


def commitment_of(account: bytes, salt: bytes, cycle_id: int, member: int) -> bytes:
    """Give the hash that seals a vote: account, member, salt with its compact length, cycle."""
    length = bytes([len(salt) << 2]) if len(salt) < 64 else ((len(salt) << 2) | 1).to_bytes(2, "little")
    words = account + member.to_bytes(8, "little") + length + salt + cycle_id.to_bytes(8, "little")
    return hashlib.blake2b(words, digest_size=32).digest()


def start(chain: Chain, winners: int, cycle_id: int, conclude: Conclude) -> None:
    """Begin voting; ``conclude`` has the winners in the end."""
    ends_at = chain.now + chain.constant("Referendum.VoteStageDuration")
    voting = {
        "started": chain.now,
        "winning_target_count": winners,
        "current_cycle_id": cycle_id,
        "ends_at": ends_at,
    }
    chain.put(STAGE, {"Voting": voting})
    chain.hook(ends_at, PALLET, progress, conclude)
    chain.emit("Referendum.ReferendumStarted", winners, ends_at)


def progress(chain: Chain, conclude: Conclude) -> None:
    """End the stage if this is the block for it."""
    name, content = stage_of(chain)
    if content.get("ends_at") != chain.now:
        return
    if name == "Voting":
        ends_at = chain.now + chain.constant("Referendum.RevealStageDuration")
        revealing = {
            "started": chain.now,
            "winning_target_count": content["winning_target_count"],
            "intermediate_winners": (),
            "current_cycle_id": content["current_cycle_id"],
            "ends_at": ends_at,
        }
        chain.put(STAGE, {"Revealing": revealing})
        chain.hook(ends_at, PALLET, progress, conclude)
        chain.emit("Referendum.RevealingStageStarted", ends_at)
    else:
        winners = content["intermediate_winners"]
        chain.put(STAGE, "Inactive")
        conclude(chain, winners)
        chain.emit("Referendum.ReferendumFinished", winners)


def placed(winners: Winners, member: int, power: int, most: int) -> Winners:
    """Give the winners with one option's new power: it passes another only with strictly more."""
    others = [one for one in winners if one["option_id"] != member]
    place = next((index for index, one in enumerate(others) if one["vote_power"] < power), len(others))
    others.insert(place, {"option_id": member, "vote_power": power})
    return tuple(others[:most])


# ------------------------------------------------------------------------ calls


def vote(chain: Chain, origin: bytes, commitment: bytes, stake: int) -> None:
    """Cast a sealed vote: one for each account in each cycle."""
    name, content = stage_of(chain)
    ensure(name == "Voting", "Referendum", "ReferendumNotRunning")
    ensure(chain.get(OPTED_OUT, origin) is None, "Referendum", "AccountAlreadyOptedOutOfVoting")
    before = chain.get(VOTES, origin)
    again = before is not None and before["cycle_id"] == content["current_cycle_id"]
    ensure(not again, "Referendum", "AlreadyVotedThisCycle")
    ensure(stake >= chain.constant("Referendum.MinimumStake"), "Referendum", "InsufficientStake")
    ensure(balances.free(chain, origin) >= stake, "Referendum", "InsufficientBalanceToStake")
    balances.lock(chain, balances.VOTING, origin, stake)
    cast = {
        "commitment": commitment,
        "cycle_id": content["current_cycle_id"],
        "stake": stake,
        "vote_for": None,
    }
    chain.put(VOTES, cast, origin)
    chain.emit("Referendum.VoteCast", origin, commitment, stake)


def reveal_vote(chain: Chain, origin: bytes, salt: bytes, vote_option_id: int) -> None:
    """Open a sealed vote; its stake counts for the candidate."""
    name, content = stage_of(chain)
    ensure(name == "Revealing", "Referendum", "RevealingNotInProgress")
    cast = chain.get(VOTES, origin)
    ensure(cast, "Referendum", "VoteNotExisting")
    ensure(council.is_candidate(chain, vote_option_id), "Referendum", "InvalidVote")
    ensure(cast["cycle_id"] == content["current_cycle_id"], "Referendum", "InvalidVote")
    ensure(cast["vote_for"] is None, "Referendum", "InvalidVote")
    ensure(len(salt) <= chain.constant("Referendum.MaxSaltLength"), "Referendum", "SaltTooLong")
    expected = commitment_of(origin, salt, content["current_cycle_id"], vote_option_id)
    ensure(expected == cast["commitment"], "Referendum", "InvalidReveal")
    candidate = chain.get(council.CANDIDATES, vote_option_id)
    power = candidate["vote_power"] + cast["stake"]
    chain.put(council.CANDIDATES, {**candidate, "vote_power": power}, vote_option_id)
    winners = placed(content["intermediate_winners"], vote_option_id, power, content["winning_target_count"])
    chain.put(STAGE, {"Revealing": {**content, "intermediate_winners": winners}})
    chain.put(VOTES, {**cast, "vote_for": vote_option_id}, origin)
    chain.emit("Referendum.VoteRevealed", origin, vote_option_id, salt)


def release_vote_stake(chain: Chain, origin: bytes) -> None:
    """Have a vote's stake back when its election needs it no more."""
    cast = chain.get(VOTES, origin)
    ensure(cast, "Referendum", "VoteNotExisting")
    ensure(not council.vote_stake_needed(chain, cast), "Referendum", "UnstakingForbidden")
    balances.unlock(chain, balances.VOTING, origin)
    chain.put(VOTES, None, origin)
    chain.emit("Referendum.StakeReleased", origin)
