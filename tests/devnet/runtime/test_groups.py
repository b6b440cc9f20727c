"""Working groups: hiring by council and lead, pay by period, missed rewards, ends of roles, spending."""

from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, groups, groups_hiring
from secretariat.devnet.runtime.genesis import JOY
from tests.devnet.runtime.town import act, controller, elect, events, propose, refused, staking, town, vote

STORAGE = "StorageWorkingGroup"
LOCK = b"wg-storg"
STAKE = 2_000 * JOY
POLICY = {"stake_amount": STAKE, "leaving_unstaking_period": 288_001}


def apply(chain: Chain, member: int, opening: int, stake: int = STAKE) -> int:
    params = {
        "member_id": member,
        "opening_id": opening,
        "role_account_id": controller(member),
        "reward_account_id": staking(member, 1),
        "description": b"",
        "stake_parameters": {"stake": stake, "staking_account_id": staking(member)},
    }
    found: int = act(chain, member, f"{STORAGE}.apply_on_opening", p=params)
    return found


def led(**genesis: Any) -> Chain:
    """Give a chain whose storage group is led by member 3 for 2 JOY in a block."""
    chain = town(**genesis)
    chain.advance(10)
    groups_hiring.add_opening(chain, STORAGE, None, b"", "Leader", POLICY, 2 * JOY)
    first = apply(chain, 3, 0)
    apply(chain, 4, 0)
    groups_hiring.fill_opening(chain, STORAGE, None, 0, (first,))
    return chain


def hire(chain: Chain, *members: int, reward: int = JOY) -> None:
    """Let the lead hire members."""
    opening = act(
        chain,
        3,
        f"{STORAGE}.add_opening",
        description=b"",
        opening_type="Regular",
        stake_policy=POLICY,
        reward_per_block=reward,
    )
    chosen = tuple(apply(chain, member, opening) for member in members)
    act(chain, 3, f"{STORAGE}.fill_opening", opening_id=opening, successful_application_ids=chosen)


def test_the_council_hires_a_lead_by_proposals() -> None:
    chain = town(council_budget=10**16)
    elected = elect(chain, 0, 1, 2)
    chain.put("Council.Stage", {"stage": {"Idle": {"ends_at": 10**6}}, "changed_at": elected})
    opening = {"description": b"", "stake_policy": POLICY, "reward_per_block": JOY, "group": "Storage"}
    first = propose(chain, 5, {"CreateWorkingGroupLeadOpening": opening})
    for member in (0, 1):
        vote(chain, member, first, "Approve")
    chain.advance(chain.now + 1_201)
    application = apply(chain, 4, 0)
    content = {"opening_id": 0, "application_id": application, "working_group": "Storage"}
    second = propose(chain, 5, {"FillWorkingGroupLeadOpening": content})
    for member in (0, 1):
        vote(chain, member, second, "Approve")
    chain.advance(chain.now + 1_201)
    assert chain.get(f"{STORAGE}.CurrentLead") == 0
    assert events(chain, f"{STORAGE}.OpeningFilled") == [(chain.now, 0, ((0, 0),), (0,))]
    third = propose(
        chain, 5, {"TerminateWorkingGroupLead": {"worker_id": 0, "slashing_amount": JOY, "group": "Storage"}}
    )
    for member in (0, 1):
        vote(chain, member, third, "Approve")
    chain.advance(chain.now + 1_201)
    assert chain.get(f"{STORAGE}.CurrentLead") is None
    assert balances.free(chain, staking(4)) == (10**6 - 1) * JOY
    assert balances.locked(chain, LOCK, staking(4)) == 0


def test_applicants_who_are_not_chosen_have_their_stake_back() -> None:
    chain = led()
    assert balances.locked(chain, LOCK, staking(3)) == STAKE
    assert balances.locked(chain, LOCK, staking(4)) == 0
    assert events(chain, f"{STORAGE}.LeaderSet") == [(10, 0)]


@pytest.mark.parametrize(
    ("member", "stake", "error"),
    [(4, STAKE - 1, "ApplicationStakeDoesntMatchOpening"), (3, STAKE, "ConflictStakesOnAccount")],
)
def test_who_may_not_apply(member: int, stake: int, error: str) -> None:
    chain = led()
    groups_hiring.add_opening(chain, STORAGE, None, b"", "Leader", POLICY, JOY)
    with refused(f"{STORAGE}.{error}"):
        apply(chain, member, 1, stake)


def test_pay_comes_in_blocks_that_are_multiples_of_the_period() -> None:
    chain = led(group_budgets={STORAGE: 10**6 * JOY})
    chain.advance(100)
    hire(chain, 5)
    chain.advance(28_840)
    paid = events(chain, f"{STORAGE}.RewardPaid")
    assert sorted(paid) == [
        (14_420, 0, staking(3, 1), 2 * (14_420 - 10) * JOY, "RegularReward"),
        (14_420, 1, staking(5, 1), (14_420 - 100) * JOY, "RegularReward"),
        (28_840, 0, staking(3, 1), 2 * 14_420 * JOY, "RegularReward"),
        (28_840, 1, staking(5, 1), 14_420 * JOY, "RegularReward"),
    ]
    assert chain.get(f"{STORAGE}.Budget") == 10**6 * JOY - sum(values[3] for values in paid)


def test_missed_rewards_are_kept_and_paid_when_the_budget_allows() -> None:
    chain = led(group_budgets={STORAGE: 1_000 * JOY})
    chain.advance(14_420)
    owed = 2 * 14_410 * JOY
    assert events(chain, f"{STORAGE}.RewardPaid") == [(14_420, 0, staking(3, 1), 1_000 * JOY, "RegularReward")]
    assert chain.get(f"{STORAGE}.WorkerById", 0)["missed_reward"] == owed - 1_000 * JOY
    groups.set_budget(chain, STORAGE, 10**6 * JOY)
    chain.advance(28_840)
    assert events(chain, f"{STORAGE}.RewardPaid")[1:] == [
        (28_840, 0, staking(3, 1), 2 * 14_420 * JOY, "RegularReward"),
        (28_840, 0, staking(3, 1), owed - 1_000 * JOY, "MissedReward"),
    ]
    assert chain.get(f"{STORAGE}.WorkerById", 0)["missed_reward"] is None


def test_who_leaves_goes_when_the_unstaking_period_is_over() -> None:
    chain = led(group_budgets={STORAGE: 10**7 * JOY})
    hire(chain, 5)
    act(chain, 5, f"{STORAGE}.leave_role", worker_id=1, rationale=None)
    with refused(f"{STORAGE}.WorkerIsLeaving"):
        act(chain, 5, f"{STORAGE}.leave_role", worker_id=1, rationale=None)
    chain.advance(10 + 288_000)
    assert chain.get(f"{STORAGE}.ActiveWorkerCount") == 2
    chain.advance(10 + 288_001)
    assert events(chain, f"{STORAGE}.WorkerExited") == [(288_011, 1)]
    assert chain.get(f"{STORAGE}.ActiveWorkerCount") == 1
    assert balances.locked(chain, LOCK, staking(5)) == 0


def test_only_the_lead_manages_and_spends() -> None:
    chain = led(group_budgets={STORAGE: 100 * JOY})
    args: Any = {"account_id": controller(6), "amount": 40 * JOY, "rationale": b"Disks"}
    with refused(f"{STORAGE}.IsNotLeadAccount"):
        act(chain, 4, f"{STORAGE}.spend_from_budget", **args)
    act(chain, 3, f"{STORAGE}.spend_from_budget", **args)
    with refused(f"{STORAGE}.InsufficientBudgetForSpending"):
        act(chain, 3, f"{STORAGE}.spend_from_budget", **{**args, "amount": 61 * JOY})
    assert chain.get(f"{STORAGE}.Budget") == 60 * JOY
    assert balances.free(chain, controller(6)) == 10_040 * JOY


def test_a_budget_proposal_moves_money_both_ways_and_leaves_a_checkpoint() -> None:
    chain = led(group_budgets={STORAGE: 100 * JOY}, council_budget=10**4 * JOY, budget_increment=0, councilor_reward=0)
    elect(chain, 0, 1, 2)
    for proposer, content in ((5, (30 * JOY, "Storage", "Positive")), (6, (50 * JOY, "Storage", "Negative"))):
        number = propose(chain, proposer, {"UpdateWorkingGroupBudget": content})
        for member in (0, 1):
            vote(chain, member, number, "Approve")
        chain.advance(chain.now + 1_201)
    assert [values[1] for values in events(chain, "Council.BudgetBalanceSet")] == [9_970 * JOY, 10_020 * JOY]
    assert chain.get("Council.Budget") == 10_020 * JOY
