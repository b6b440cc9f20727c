"""The judge reckons by itself which rewards the council is due until an execution."""

from dataclasses import replace

import pytest

from secretariat.cli.term.judge.history import History
from secretariat.cli.term.judge.proposals.rewards import rewards_due
from secretariat.cli.term.judge.rows import judge
from secretariat.devnet.truth import truth
from secretariat.devnet.world.build import build
from tests.demo.term.invented import ELECTED, STAKE
from tests.demo.term.invented_votes import EXECUTED, REWARD, REWARDED, vote_texts, votes_evidence, votes_truth

REWARDS, OTHERS = "Council rewards until then: {} JOY", "Other proposals until then: {} JOY"


@pytest.mark.parametrize(
    ("rewards", "others", "wrongs"), [("-10", "0", 0), ("-11", "1", 1), ("0", "-10", 1), ("10", "-20", 1)]
)
def test_rewards_of_the_council_until_an_execution_are_what_is_due_though_the_sum_is_right(
    rewards: str, others: str, wrongs: int
) -> None:
    told = vote_texts()
    text = told["budget"].text
    assert REWARDS.format("-10") in text
    text = text.replace(REWARDS.format("-10"), REWARDS.format(rewards)).replace(
        OTHERS.format("0"), OTHERS.format(others)
    )
    told["budget"] = replace(told["budget"], text=text)
    found = judge(votes_evidence(told))
    assert len(found.wrong) == wrongs, found.wrong


@pytest.mark.parametrize(
    ("until", "due"),
    [
        (REWARDED + 999, 0),
        (REWARDED + 1_000, 10 * STAKE),
        (REWARDED + 2_999, 10 * STAKE + 3_000 * REWARD),
        (REWARDED + 3_000, 10 * STAKE + 2 * 3_000 * REWARD),
    ],
)
def test_what_stayed_owed_is_due_in_the_next_payment_and_a_period_in_each_after_it(until: int, due: int) -> None:
    history = History(votes_truth())
    assert rewards_due(history, REWARDED + 100, until) == due


def test_the_next_council_pays_the_one_before_and_is_paid_a_period_later() -> None:
    history, block = History(votes_truth()), ELECTED - 300
    each = 3 * REWARD
    last = 10 * STAKE + (ELECTED - REWARDED - 1_000) * each
    assert rewards_due(history, block, ELECTED + 999) == last
    assert rewards_due(history, block, ELECTED + 1_000) == last + 1_000 * each


def test_what_the_budget_does_not_cover_is_paid_in_part() -> None:
    """The budget is empty before the payment: fewer rewards than are due are no wrong figure, and more are."""
    told_truth = votes_truth()
    told_truth["budgets"]["council"]["balances"] = [[0, str(4 * STAKE)], [133_000, str(100 * STAKE)]]
    for paid, wrongs in (("-4", 0), ("-10", 0), ("-11", 1)):
        told = vote_texts()
        left = 104 - int(paid[1:])
        text = told["budget"].text.replace("1,000 JOY", "4 JOY").replace(REWARDS.format("-10"), REWARDS.format(paid))
        text = text.replace("1,090 JOY", f"{left} JOY").replace("3,910 JOY", f"{5_000 - left:,} JOY")
        told["budget"] = replace(told["budget"], text=text)
        told_truth["budgets"]["council"]["balances"][1][1] = str(left * STAKE)
        found = judge(votes_evidence(told, truth=told_truth))
        assert len(found.wrong) == wrongs, found.wrong


def test_where_another_reward_comes_into_force_before_it_the_sum_alone_is_held() -> None:
    told_truth, told = votes_truth(), vote_texts()
    setting = {
        **told_truth["proposals"][2],
        "id": 10,
        "type": "SetCouncilorReward",
        "title": "Less",
        "executed": EXECUTED - 5,
    }
    told_truth["proposals"].append({**setting, "error": None, "rounds": []})
    text = told["budget"].text.replace(REWARDS.format("-10"), REWARDS.format("-11"))
    told["budget"] = replace(told["budget"], text=text.replace(OTHERS.format("0"), OTHERS.format("1")))
    assert judge(votes_evidence(told, truth=told_truth)).wrong == []
    told_truth["proposals"][-1]["executed"] = EXECUTED + 5
    assert len(judge(votes_evidence(told, truth=told_truth)).wrong) == 1


def test_what_is_reckoned_is_what_the_practice_network_pays() -> None:
    told = truth(build("budget-runs-out").chain)
    history, end = History(told), int(told["block"])
    payments = [(int(at), int(paid) + int(owed)) for one in told["councils"] for at, paid, owed in one["payments"]]
    first = int(told["councils"][0]["elected"])
    for block in range(first + 100, end - 60_000, 25_013):
        for until in (block + 20_000, block + 60_000):
            assert rewards_due(history, block, until) == sum(each for at, each in payments if block < at <= until)
    assert len(payments) > 80
