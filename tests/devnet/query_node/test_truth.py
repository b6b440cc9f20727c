"""What the query node answers of the named scenarios is the world's truth, which is counted from the chain alone."""

from functools import cache
from typing import Any

import pytest

from secretariat.devnet.addresses import account_of, address_of
from secretariat.devnet.query_node.growth.register import series_of
from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.processor import Processor
from secretariat.devnet.truth import truth
from secretariat.devnet.world.build import build
from secretariat.devnet.world.files import SCENARIOS
from tests.devnet.query_node.history import History

FURTHER = 20_000
"""Blocks that each scenario goes on from where it begins."""


class Played(History):
    """A scenario and its truth as of the query node's height."""

    def __init__(self, scenario: str) -> None:
        world = build(scenario)
        world.advance(world.chain.now + FURTHER)
        self.chain = world.chain
        self.node = QueryNode(Processor(world.chain, series=series_of(world.series)))
        self.truth: dict[str, Any] = truth(world.chain, self.node.follow().lastCompleteBlock)


@cache
def played(scenario: str) -> Played:
    return Played(scenario)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_elections_and_councils(scenario: str) -> None:
    world = played(scenario)
    rounds = world.ask(
        """{ electionRounds(orderBy: [cycleId_ASC], limit: 1000) { cycleId isFinished endedAtBlock
        nextElectedCouncil { electedAtBlock councilMembers { memberId stake accumulatedReward } }
        candidates { memberId stake status votePower } castVotes { castBy stake voteFor { memberId } }
        referendumStageVoting { startedAtBlock endsAt } referendumStageRevealing { startedAtBlock endsAt } } }"""
    )["electionRounds"][1:]
    assert [one["cycleId"] for one in rounds] == [one["cycle"] for one in world.truth["elections"]]
    for row, true in zip(rounds, world.truth["elections"], strict=True):
        assert row["endedAtBlock"] == true["ended"]
        assert row["isFinished"] is (true["outcome"] != "running")
        council = row["nextElectedCouncil"]
        seats = [] if council is None else council["councilMembers"]
        assert {int(seat["memberId"]) for seat in seats} == set(true["winners"])
        _same_candidacies(row["candidates"], true)
        _same_votes(row["castVotes"], true)
        voting, revealing = row["referendumStageVoting"], row["referendumStageRevealing"]
        assert (voting and int(voting["startedAtBlock"])) == true["voting_from"]
        assert (revealing and revealing["endsAt"]) == true["revealing_ends"]
    councils = [one["nextElectedCouncil"] for one in rounds if one["nextElectedCouncil"]]
    paid = [{int(seat["memberId"]): seat["accumulatedReward"] for seat in one["councilMembers"]} for one in councils]
    told = [{seat["member"]: seat["rewards_paid"] for seat in one["members"]} for one in world.truth["councils"]]
    assert paid == told


def _same_candidacies(rows: list[Any], true: Any) -> None:
    """Withdrawn candidacies are told by both; the standing ones are those of the truth."""
    withdrawn = sorted(int(row["memberId"]) for row in rows if row["status"] == "WITHDRAWN")
    assert withdrawn == sorted(one["member"] for one in true["candidacies"] if one["withdrawn"])
    standing = {(int(row["memberId"]), row["stake"]) for row in rows if row["status"] != "WITHDRAWN"}
    assert standing == {(one["member"], one["stake"]) for one in true["candidacies"] if not one["withdrawn"]}


def _same_votes(rows: list[Any], true: Any) -> None:
    found = {
        f"0x{account_of(row['castBy']).hex()}": (row["stake"], row["voteFor"] and int(row["voteFor"]["memberId"]))
        for row in rows
    }
    assert found == {account: (vote["stake"], vote["for"]) for account, vote in true["votes"].items()}


def shown(text: str) -> str:
    """Give a text as the mappings keep it: without zeros, which the database does not take."""
    return text.replace("\0", "")


STATUSES = {
    "deciding": "Deciding",
    "gracing": "Gracing",
    "dormant": "Dormant",
    "executed": "Executed",
    "execution failed": "ExecutionFailed",
    "rejected": "Rejected",
    "expired": "Expired",
    "slashed": "Slashed",
    "vetoed": "Vetoed",
    "cancelled": "Cancelled",
    "canceled by runtime": "CanceledByRuntime",
}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_proposals_and_votes(scenario: str) -> None:
    world = played(scenario)
    rows = world.ask(
        """{ proposals(limit: 5000) { id title description creatorId createdInEvent { inBlock } statusSetAtBlock stakingAccount
        status { __typename ... on ProposalStatusExecutionFailed { errorMessage } } details { __typename }
        discussionThread { id posts { id } } votes { voterId voteKind votingRound inBlock rationale } } }"""
    )["proposals"]
    found = {int(row["id"]): row for row in rows}
    assert sorted(found) == [one["id"] for one in world.truth["proposals"]]
    for true in world.truth["proposals"]:
        row = found[true["id"]]
        assert (row["title"], row["description"]) == (shown(true["title"]), shown(true["description"]))
        assert (int(row["creatorId"]), row["createdInEvent"]["inBlock"]) == (true["proposer"], true["created"])
        assert (
            row["status"]["__typename"]
            == f"ProposalStatus{STATUSES[true['status'].replace('_', ' ').replace('-', ' ')]}"
        )
        assert row["status"].get("errorMessage") == true["error"]
        assert row["statusSetAtBlock"] == true["status_since"]
        staked = true["staking_account"]
        assert row["stakingAccount"] == ("" if staked is None else address_of(bytes.fromhex(staked[2:])))
        assert len(row["discussionThread"]["posts"]) == true["discussion_posts"]
        votes = sorted(
            (number, vote["member"], vote["vote"].upper(), vote["block"], vote["rationale"])
            for number, round_ in enumerate(true["rounds"], 1)
            for vote in round_["votes"]
        )
        assert votes == sorted(
            (vote["votingRound"], int(vote["voterId"]), vote["voteKind"], vote["inBlock"], vote["rationale"])
            for vote in row["votes"]
        )


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_groups_and_their_money(scenario: str) -> None:
    world = played(scenario)
    rows = world.ask(
        """{ workingGroups { id budget leader { runtimeId } workers { runtimeId membershipId isActive rewardPerBlock
        missingRewardAmount payouts { amount } status { __typename } }
        openings { runtimeId status { __typename } applications { runtimeId status { __typename } } } } }"""
    )["workingGroups"]
    for row in rows:
        pallet = row["id"][0].upper() + row["id"][1:]
        true = world.truth["groups"][pallet]
        assert row["budget"] == world.truth["budgets"]["groups"][pallet]["budget"]
        assert (row["leader"] and row["leader"]["runtimeId"]) == true["lead"]
        assert len(row["workers"]) == true["workers_ever"]
        gone = ("WorkerStatusLeft", "WorkerStatusTerminated")
        working = {one["runtimeId"]: one for one in row["workers"] if one["status"]["__typename"] not in gone}
        assert sorted(working) == sorted(one["id"] for one in true["workers"])
        for one in true["workers"]:
            worker = working[one["id"]]
            assert (int(worker["membershipId"]), worker["rewardPerBlock"]) == (one["member"], one["reward_per_block"])
            assert int(worker["missingRewardAmount"] or 0) == int(one["missed_reward"])
            assert sum(int(payout["amount"]) for payout in worker["payouts"]) == int(one["paid"])
            assert worker["isActive"] is (one["leaving_since"] is None)
        paid = sum(int(payout["amount"]) for one in row["workers"] for payout in one["payouts"])
        assert paid == int(true["rewards_paid"])
        opened = {
            str(one["runtimeId"]) for one in row["openings"] if one["status"]["__typename"] == "OpeningStatusOpen"
        }
        assert opened == set(true["openings"])


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_councils_budget_and_the_forum(scenario: str) -> None:
    world = played(scenario)
    flows = world.truth["budgets"]["council"]["flows"]
    data = world.ask(
        """{ requestFundedEvents(limit: 100000) { amount } budgetRefillEvents(limit: 100000) { balance }
        rewardPaymentEvents(limit: 100000) { paidBalance } budgetUpdatedEvents(limit: 100000) { budgetChangeAmount }
        forumThreadsConnection(first: 1) { totalCount } forumPostsConnection(first: 1) { totalCount }
        proposalDiscussionPostsConnection(first: 1) { totalCount } forumCategoriesConnection(first: 1) { totalCount }
        membershipsConnection(first: 1) { totalCount } channelsConnection(first: 1) { totalCount } }"""
    )

    def sum_of(name: str, field: str) -> int:
        return sum(int(row[field]) for row in data[name])

    assert -sum_of("requestFundedEvents", "amount") == int(flows.get("funding_requests", 0))
    assert sum_of("budgetRefillEvents", "balance") == int(flows["refills"])
    assert -sum_of("rewardPaymentEvents", "paidBalance") == int(flows.get("rewards", 0))
    changes = int(flows.get("to_groups", 0)) + int(flows.get("from_groups", 0))
    assert -sum_of("budgetUpdatedEvents", "budgetChangeAmount") == changes
    made = world.truth["made"]
    counted = {
        name: data[f"{plural}Connection"]["totalCount"]
        for name, plural in (
            ("threads", "forumThreads"),
            ("posts", "forumPosts"),
            ("discussion_posts", "proposalDiscussionPosts"),
            ("categories", "forumCategories"),
            ("members", "memberships"),
            ("channels", "channels"),
        )
    }
    assert counted == {name: made[name] for name in counted}
