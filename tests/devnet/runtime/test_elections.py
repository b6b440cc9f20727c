"""The council's stages: every transition in its block, and what stakes are for."""

from typing import Any

import pytest

from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.genesis import JOY
from secretariat.devnet.runtime.referendum import commitment_of, placed
from tests.devnet.runtime.town import (
    STAKE,
    act,
    announce,
    cast,
    controller,
    elect,
    events,
    refused,
    reveal,
    send,
    staking,
    to_the_second_count,
    town,
)

STAGES = (
    "Council.AnnouncingPeriodStarted",
    "Council.NotEnoughCandidates",
    "Council.VotingPeriodStarted",
    "Council.NewCouncilElected",
    "Council.NewCouncilNotElected",
    "Referendum.ReferendumStarted",
    "Referendum.RevealingStageStarted",
    "Referendum.ReferendumFinished",
)


def stages(chain: Any) -> list[tuple[Any, ...]]:
    return [(event.block, event.name.split(".")[1], *event.values) for event in chain.events if event.name in STAGES]


def test_a_whole_cycle_block_by_block() -> None:
    chain = town()
    assert elect(chain, 2, 0, 4) == 101
    winners = tuple(
        {"option_id": member, "vote_power": power * JOY} for member, power in ((2, 600), (0, 599), (4, 598))
    )
    assert stages(chain) == [
        (1, "AnnouncingPeriodStarted", 61),
        (61, "ReferendumStarted", 3, 81),
        (61, "VotingPeriodStarted", 3),
        (81, "RevealingStageStarted", 101),
        (101, "NewCouncilElected", (2, 0, 4), 501),
        (101, "ReferendumFinished", winners),
    ]
    assert chain.get_at(60, "Council.Stage") == {
        "stage": {"Announcing": {"candidates_count": 3, "ends_at": 61}},
        "changed_at": 1,
    }
    assert chain.get_at(61, "Council.Stage") == {"stage": {"Election": {"candidates_count": 3}}, "changed_at": 61}
    assert chain.get("Council.Stage") == {"stage": {"Idle": {"ends_at": 501}}, "changed_at": 101}
    assert chain.get("Referendum.Stage") == "Inactive"
    chain.advance(501)
    assert stages(chain)[-1] == (501, "AnnouncingPeriodStarted", 561)
    assert chain.get("Council.AnnouncementPeriodNr") == 2


def test_too_few_candidates_start_announcing_anew_with_the_next_cycle() -> None:
    chain = town()
    chain.advance(1)
    announce(chain, 0)
    announce(chain, 1)
    chain.advance(61)
    assert stages(chain)[-1] == (61, "NotEnoughCandidates", 121)
    assert chain.get("Council.AnnouncementPeriodNr") == 2
    assert chain.get("Council.Stage")["stage"] == {"Announcing": {"candidates_count": 0, "ends_at": 121}}
    announce(chain, 0, STAKE + 1)
    assert balances.locked(chain, balances.CANDIDACY, staking(0)) == STAKE + 1
    act(chain, 1, "Council.release_candidacy_stake", membership_id=1)
    assert balances.locked(chain, balances.CANDIDACY, staking(1)) == 0


def test_a_failed_reveal_starts_announcing_at_once_and_the_old_council_stays() -> None:
    chain = town()
    chain.advance(to_the_second_count(chain, 3, 4))
    assert stages(chain)[-2][:3] == (601, "NewCouncilNotElected", 661)
    assert chain.get("Council.Stage")["stage"] == {"Announcing": {"candidates_count": 0, "ends_at": 661}}
    assert [seat["membership_id"] for seat in chain.get("Council.CouncilMembers")] == [0, 1, 2]
    assert chain.get("Council.AnnouncementPeriodNr") == 3


def test_a_withdrawal_counts_and_may_be_taken_back() -> None:
    chain = town()
    chain.advance(1)
    announce(chain, 0)
    act(chain, 0, "Council.withdraw_candidacy", membership_id=0)
    assert chain.get("Council.Stage")["stage"]["Announcing"]["candidates_count"] == 0
    assert balances.locked(chain, balances.CANDIDACY, staking(0)) == 0
    announce(chain, 0)
    with refused("Council.CantCandidateTwice"):
        announce(chain, 0)
    for member in (1, 2):
        announce(chain, member)
    chain.advance(61)
    with refused("Council.CantWithdrawCandidacyNow"):
        act(chain, 0, "Council.withdraw_candidacy", membership_id=0)
    with refused("Council.CantCandidateNow"):
        announce(chain, 3)
    with refused("Council.StakeStillNeeded"):
        act(chain, 0, "Council.release_candidacy_stake", membership_id=0)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"stake": 1_666_666_666_659_999}, "Council.CandidacyStakeTooLow"),
        ({"stake": 2 * 10**16}, "Council.InsufficientBalanceForStaking"),
        ({"staking_account_id": staking(2)}, "Council.MemberIdNotMatchAccount"),
        ({"membership_id": 1}, "Council.MemberIdNotMatchAccount"),
    ],
)
def test_who_may_not_stand(change: dict[str, Any], error: str) -> None:
    chain = town()
    chain.advance(1)
    args = {
        "membership_id": 0,
        "staking_account_id": staking(0),
        "reward_account_id": controller(0),
        "stake": STAKE,
    }
    with refused(error):
        act(chain, 0, "Council.announce_candidacy", **{**args, **change})


def test_a_rivalrous_lock_keeps_a_stake_away_and_a_vote_not() -> None:
    chain = town()
    chain.advance(1)
    balances.lock(chain, balances.PROPOSAL, staking(0), JOY)
    with refused("Council.ConflictingStake"):
        announce(chain, 0)
    for member in (1, 2, 3):
        announce(chain, member)
    chain.advance(61)
    cast(chain, staking(0), 1)
    assert balances.locked(chain, balances.VOTING, staking(0)) == 500 * JOY


def _voting() -> Any:
    chain = town()
    chain.advance(1)
    for member in (0, 1, 2):
        announce(chain, member)
    chain.advance(61)
    return chain


def test_votes_are_sealed_and_opened_with_their_own_words_only() -> None:
    chain = _voting()
    cast(chain, controller(5), 1)
    with refused("Referendum.AlreadyVotedThisCycle"):
        cast(chain, controller(5), 2)
    with refused("Referendum.InsufficientStake"):
        cast(chain, controller(6), 2, 1_666_666_666_659)
    with refused("Referendum.RevealingNotInProgress"):
        reveal(chain, controller(5), 1)
    chain.advance(80)
    assert "Voting" in chain.get("Referendum.Stage")
    chain.advance(81)
    with refused("Referendum.ReferendumNotRunning"):
        cast(chain, controller(6), 2)
    with refused("Referendum.InvalidReveal"):
        reveal(chain, controller(5), 2)
    with refused("Referendum.InvalidVote"):
        reveal(chain, controller(5), 7)
    with refused("Referendum.VoteNotExisting"):
        reveal(chain, controller(6), 1)
    with refused("Referendum.SaltTooLong"):
        send(chain, controller(5), "Referendum.reveal_vote", salt=bytes(33), vote_option_id=1)
    reveal(chain, controller(5), 1)
    assert chain.get("Council.Candidates", 1)["vote_power"] == 500 * JOY


def test_the_last_block_of_a_stage_is_the_one_before_its_end() -> None:
    chain = town()
    chain.advance(60)
    for member in (0, 1, 2):
        announce(chain, member)
    chain.advance(80)
    for member in (0, 1, 2):
        cast(chain, controller(member), member)
    chain.advance(100)
    for member in (0, 1, 2):
        reveal(chain, controller(member), member)
    chain.advance(101)
    assert stages(chain)[-2][1] == "NewCouncilElected"


def test_when_a_votes_stake_comes_back() -> None:
    chain = _voting()
    for voter, member in ((0, 0), (1, 1), (2, 2)):
        cast(chain, controller(voter), member)
    cast(chain, controller(5), 1)
    with refused("Referendum.UnstakingForbidden"):
        send(chain, controller(5), "Referendum.release_vote_stake")
    chain.advance(81)
    for voter in (0, 1, 2):
        reveal(chain, controller(voter), voter)
    chain.advance(101)
    send(chain, controller(5), "Referendum.release_vote_stake")
    with refused("Referendum.UnstakingForbidden"):
        send(chain, controller(0), "Referendum.release_vote_stake")
    chain.advance(501)
    send(chain, controller(0), "Referendum.release_vote_stake")
    assert [values[1] for values in events(chain, "Referendum.StakeReleased")] == [controller(5), controller(0)]


def test_who_has_as_much_does_not_pass() -> None:
    winners: Any = ()
    for member, power in ((1, 50), (2, 50), (3, 40), (4, 40), (3, 41), (4, 60)):
        winners = placed(winners, member, power, 3)
    assert [one["option_id"] for one in winners] == [4, 1, 2]
    assert [one["option_id"] for one in placed(winners, 2, 51, 3)] == [4, 2, 1]


def test_a_commitment_is_the_real_networks() -> None:
    """A vector whose parts are ours; its hash was made with the formula of the runtime's documentation."""
    account, salt = bytes(range(32)), b"\x01" * 32
    import hashlib

    words = account + (1234).to_bytes(8, "little") + b"\x80" + salt + (40).to_bytes(8, "little")
    assert commitment_of(account, salt, 40, 1234) == hashlib.blake2b(words, digest_size=32).digest()


def test_old_seats_are_paid_and_unlocked_when_new_ones_come() -> None:
    chain = town(council_budget=10**20)
    elect(chain, 0, 1, 2)
    reward = chain.get("Council.CouncilorReward")
    assert balances.locked(chain, balances.COUNCILOR, staking(0)) == STAKE
    assert balances.locked(chain, balances.CANDIDACY, staking(0)) == 0
    elected = elect(chain, 3, 4, 5)
    paid = [values for values in events(chain, "Council.RewardPayment") if values[0] == elected]
    assert paid == [(elected, member, controller(member), reward * (elected - 101), 0) for member in (0, 1, 2)]
    assert balances.locked(chain, balances.COUNCILOR, staking(0)) == 0
    assert balances.locked(chain, balances.COUNCILOR, staking(3)) == STAKE
