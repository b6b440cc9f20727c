"""The mainnet size: every list is longer than a query node's default page, and the past has all that a past may have."""

from collections import Counter

import pytest

from secretariat.devnet.runtime.codex import TYPES
from secretariat.devnet.truth import truth
from secretariat.devnet.world.build import build
from secretariat.devnet.world.sizes import MAINNET
from secretariat.devnet.world.world import World


@pytest.fixture(scope="module")
def mainnet() -> World:
    return build("ordinary-term", size="mainnet")


def test_it_is_as_large_as_the_main_network(mainnet: World) -> None:
    chain, horizon = mainnet.chain, MAINNET.horizon
    found = truth(chain)
    assert len(found["councils"]) == 70
    assert chain.get_at(horizon, "Members.NextMemberId") == 66_000
    made = found["made"]
    assert 1_600 < made["proposals"] < 2_000
    assert 900 < made["threads"] < 1_150
    assert 6_400 < made["posts"] < 7_900
    assert made["channels"] > 30_000
    assert made["videos"] > 1_500_000
    assert made["data_objects"] > 3_100_000
    # What is done costs time: reward payments are most of it.
    assert len(chain.events) < 400_000


def test_every_list_is_longer_than_fifty(mainnet: World) -> None:
    counts = Counter(event.name for event in mainnet.chain.events)
    for name in (
        "Council.NewCouncilElected",
        "Council.NewCandidate",
        "Referendum.VoteCast",
        "Members.MembershipBought",
        "Forum.ThreadCreated",
        "ProposalsCodex.ProposalCreated",
        "Council.RequestFunded",
        "StorageWorkingGroup.RewardPaid",
        "ForumWorkingGroup.BudgetSpending",
        "Council.BudgetBalanceSet",
    ):
        assert counts[name] > 50, name


def test_all_creatable_types_were_proposed_and_outcomes_differ(mainnet: World) -> None:
    found = truth(mainnet.chain)["proposals"]
    assert {one["type"] for one in found} == set(TYPES) - {"UpdateGlobalNftLimit"}
    ended = Counter(round_["ended"] for one in found for round_ in one["rounds"])
    assert {"approved", "rejected", "expired", "council-change"} <= set(ended)
    assert any(len(one["rounds"]) > 1 for one in found)
    assert max(len(one["rounds"][0]["votes"]) for one in found) == 3


def test_its_past_has_failed_elections_and_four_runtimes(mainnet: World) -> None:
    found = truth(mainnet.chain)
    outcomes = Counter(one["outcome"] for one in found["elections"])
    assert outcomes == {"elected": 70, "too-few-candidates": 1, "too-few-revealed": 1, "running": 1}
    assert [one["spec_version"] for one in found["upgrades"]] == [2002, 2003, 2004]
    councils = found["councils"]
    assert councils[1]["elected"] - councils[0]["elected"] == 216_001
    assert councils[-1]["elected"] - councils[-2]["elected"] == 403_200


def test_budgets_and_issuance_hold_over_the_whole_past(mainnet: World) -> None:
    chain = mainnet.chain
    for block in (chain.now, MAINNET.horizon // 2):
        accounts = (chain.get_at(block, "System.Account", *key) for key in chain.keys("System.Account", at=block))
        assert sum(one["data"]["free"] for one in accounts) == chain.get_at(block, "Balances.TotalIssuance")
        budgets = truth(chain, block)["budgets"]
        assert {budgets["council"]["unexplained"], *(one["unexplained"] for one in budgets["groups"].values())} == {"0"}
