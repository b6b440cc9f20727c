"""A practice chain in the middle of an election, with invented members and figures."""

from typing import Any

from tests.practice.node import PracticeNode, compact

JOY = 10**10


def account(number: int) -> str:
    """Give an invented public key."""
    return "0x" + f"{number:02x}" * 32


def candidate(cycle: int, number: int, stake: int) -> dict[str, Any]:
    return {
        "staking_account_id": account(number),
        "reward_account_id": account(number + 1),
        "cycle_id": cycle,
        "stake": stake * JOY,
        "vote_power": 0,
        "note_hash": None,
    }


def proposal(status: Any, activated_at: int, *, votes: int = 0) -> dict[str, Any]:
    return {
        "parameters": {
            "voting_period": 40,
            "grace_period": 5,
            "approval_quorum_percentage": 66,
            "approval_threshold_percentage": 67,
            "slashing_quorum_percentage": 80,
            "slashing_threshold_percentage": 81,
            "required_stake": 3_500 * JOY,
            "constitutionality": 2,
        },
        "proposer_id": 11,
        "activated_at": activated_at,
        "status": status,
        "voting_results": {"abstentions": votes // 2, "approvals": votes - votes // 2, "rejections": 0, "slashes": 0},
        "exact_execution_block": None,
        "nr_of_council_confirmations": 1,
        "staking_account_id": account(7),
    }


def worker(member: int, number: int) -> dict[str, Any]:
    return {
        "member_id": member,
        "role_account_id": account(number),
        "staking_account_id": account(number + 1),
        "reward_account_id": account(number + 2),
        "started_leaving_at": None,
        "job_unstaking_period": 288,
        "reward_per_block": 3 * JOY,
        "missed_reward": None,
        "created_at": 40,
    }


def points(total: int, each: list[tuple[str, int]]) -> str:
    """Encode an era's points by hand: cyscale cannot encode a map."""
    pairs = b"".join(bytes.fromhex(key[2:]) + one.to_bytes(4, "little") for key, one in each)
    return "0x" + (total.to_bytes(4, "little") + compact(len(each)) + pairs).hex()


def settle(node: PracticeNode) -> None:
    """Put the whole state of the example and seal it; the last block is not final."""
    put_council(node)
    put_proposals(node)
    put_groups(node)
    put_validators(node)
    node.put("Balances", "TotalIssuance", 10**9 * JOY)
    node.put("Members", "NextMemberId", 31)
    node.put("Forum", "NextThreadId", 5)
    node.seal(80)


def put_council(node: PracticeNode) -> None:
    node.put(
        "Council", "Stage", {"stage": {"Announcing": {"candidates_count": 2, "ends_at": 5060}}, "changed_at": 5000}
    )
    node.put("Referendum", "Stage", "Inactive")
    node.put("Council", "AnnouncementPeriodNr", 9)
    for member, cycle, number in ((11, 9, 1), (12, 8, 2), (13, 9, 3)):
        node.put("Council", "Candidates", candidate(cycle, number, 200_000 + member), member)
    seat = {
        "staking_account_id": account(4),
        "reward_account_id": account(5),
        "membership_id": 14,
        "stake": 170_000 * JOY,
        "last_payment_block": 4_990,
        "unpaid_reward": 17,
    }
    node.put("Council", "CouncilMembers", ([seat],))
    node.put("Council", "Budget", 123_456 * JOY)
    node.put("Council", "BudgetIncrement", 366 * JOY)
    node.put("Council", "CouncilorReward", 38)
    node.put("Council", "NextBudgetRefill", 5_100)
    node.put("Council", "NextRewardPayments", 5_101)


def put_proposals(node: PracticeNode) -> None:
    node.put("ProposalsEngine", "Proposals", proposal("Active", 4_990, votes=3), 21)
    node.put("ProposalsEngine", "Proposals", proposal({"PendingExecution": 4_995}, 4_900), 3)
    node.put("ProposalsEngine", "DispatchableCallCode", node.call("System", "remark", remark=b"paper"), 21)
    node.put("ProposalsEngine", "VoteExistsByProposalByVoter", "Approve", 21, 14)
    node.put("ProposalsEngine", "VoteExistsByProposalByVoter", "Abstain", 21, 15)
    node.put("ProposalsEngine", "VoteExistsByProposalByVoter", "Approve", 21, 16)
    node.put("ProposalsEngine", "ProposalCount", 21)
    node.put("ProposalsEngine", "ActiveProposalCount", 2)
    node.put("ProposalsCodex", "ThreadIdByProposalId", 77, 21)


def put_groups(node: PracticeNode) -> None:
    node.put("ForumWorkingGroup", "Budget", 55 * JOY)
    node.put("ForumWorkingGroup", "CurrentLead", 2)
    node.put("ForumWorkingGroup", "ActiveWorkerCount", 2)
    node.put("ForumWorkingGroup", "NextWorkerId", 3)
    node.put("ForumWorkingGroup", "WorkerById", worker(11, 30), 2)
    node.put("ForumWorkingGroup", "WorkerById", worker(12, 40), 0)


def put_validators(node: PracticeNode) -> None:
    keys = [account(50), account(51), account(52)]
    node.put("Session", "Validators", keys)
    node.put("Session", "CurrentIndex", 60)
    node.put("Session", "DisabledValidators", [1])
    node.put("Staking", "ValidatorCount", 4)
    node.put("Staking", "MinimumValidatorCount", 2)
    node.put("Staking", "ActiveEra", {"index": 10, "start": 1_700_000_000_000})
    for era in (6, 8, 9, 10):
        node.put_raw("Staking", "ErasRewardPoints", points(60, [(keys[0], 40), (keys[1], 20)]), era)
        node.put("Staking", "ErasTotalStake", era * JOY, era)
    node.put("Staking", "ErasValidatorReward", 5 * JOY, 9)
    node.put("Staking", "ErasValidatorPrefs", {"commission": 50_000_000, "blocked": False}, 10, keys[0])
    node.put("Staking", "ErasValidatorPrefs", {"commission": 0, "blocked": True}, 10, keys[1])
