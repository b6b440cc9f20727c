"""Proposals and their discussions as the mappings tell them."""

from typing import Any

import pytest

from secretariat.devnet.query_node.mappings.details import KINDS
from tests.devnet.query_node.history import History, account, field, filed

ONE = """{ proposals { id title isFinalized statusSetAtBlock statusSetAtTime councilApprovals stakingAccount
    status { __typename ... on ProposalStatusExecutionFailed { errorMessage proposalExecutedEvent { inBlock } }
    ... on ProposalStatusGracing { proposalStatusUpdatedEvent { inBlock } }
    ... on ProposalStatusRejected { proposalDecisionMadeEvent { inBlock } }
    ... on ProposalStatusCancelled { cancelledInEvent { inBlock } } } } }"""


def begun(*events: tuple[Any, ...]) -> History:
    return History().members(1, 2, 3).at(10, *events)


def only(history: History) -> Any:
    (found,) = history.ask(ONE)["proposals"]
    return found


def updated(number: int, status: Any) -> tuple[Any, ...]:
    return "ProposalsEngine.ProposalStatusUpdated", number, status


def decided(number: int, decision: Any) -> tuple[Any, ...]:
    return "ProposalsEngine.ProposalDecisionMade", number, decision


def test_a_proposal_that_is_filed() -> None:
    history = begun(filed(4, {"Signal": b"Words"}, exact_execution_block=2**32 - 1))
    found = history.ask(
        """{ proposals { id title description exactExecutionBlock creator { handle } createdInEvent { inBlock }
        discussionThread { id mode { __typename } posts { id } } details { __typename ... on SignalProposalDetails { text } }
        votes { id } } }"""
    )["proposals"]
    assert found == [
        {
            "id": "4",
            "title": "Proposal 4",
            "description": "Why",
            "exactExecutionBlock": 2**31 - 1,
            "creator": {"handle": "member1"},
            "createdInEvent": {"inBlock": 10},
            "discussionThread": {"id": "104", "mode": {"__typename": "ProposalDiscussionThreadModeOpen"}, "posts": []},
            "details": {"__typename": "SignalProposalDetails", "text": "Words"},
            "votes": [],
        }
    ]
    assert only(history)["status"] == {"__typename": "ProposalStatusDeciding"}


def test_no_staking_account_is_an_empty_text() -> None:
    assert only(begun(filed(1, {"Signal": b""}, staking_account_id=None)))["stakingAccount"] == ""


def test_approved_and_carried_out_in_vain() -> None:
    history = begun(filed(1, {"Signal": b"x"}))
    history.at(20, ("ProposalsEngine.Voted", 2, 1, "Approve", b"yes"))
    history.at(21, decided(1, {"Approved": "PendingExecution"}), updated(1, {"PendingExecution": 21}))
    found = only(history)
    assert (found["councilApprovals"], found["isFinalized"], found["statusSetAtBlock"]) == (1, False, 21)
    assert found["status"]["proposalStatusUpdatedEvent"] == {"inBlock": 21}
    history.at(30, ("ProposalsEngine.ProposalExecuted", 1, {"ExecutionFailed": {"error": b"NoFunds"}}))
    found = only(history)
    assert (found["isFinalized"], found["statusSetAtBlock"]) == (True, 30)
    assert found["statusSetAtTime"] == "2022-12-09T20:03:00.000Z"
    assert found["status"] == {
        "__typename": "ProposalStatusExecutionFailed",
        "errorMessage": "NoFunds",
        "proposalExecutedEvent": {"inBlock": 30},
    }
    events = history.ask(
        """{ proposalDecisionMadeEvents { decisionStatus { __typename } } proposalStatusUpdatedEvents { newStatus { __typename } }
        proposalExecutedEvents(where: { proposal: { details_json: { isTypeOf_eq: "SignalProposalDetails" } } }) {
        executionStatus { __typename } proposal { votes { voterId voteKind votingRound rationale } } } }"""
    )
    assert events["proposalDecisionMadeEvents"] == [{"decisionStatus": {"__typename": "ProposalStatusGracing"}}]
    assert events["proposalStatusUpdatedEvents"] == [{"newStatus": {"__typename": "ProposalStatusGracing"}}]
    (executed,) = events["proposalExecutedEvents"]
    assert executed["executionStatus"] == {"__typename": "ProposalStatusExecutionFailed"}
    assert executed["proposal"]["votes"] == [
        {"voterId": "2", "voteKind": "APPROVE", "votingRound": 1, "rationale": "yes"}
    ]


@pytest.mark.parametrize("kind", ["CanceledByRuntime", "Vetoed", "Rejected", "Slashed", "Expired"])
def test_a_decision_against_it_is_its_end(kind: str) -> None:
    found = only(begun(filed(1, {"Signal": b"x"})).at(12, decided(1, kind)))
    assert (found["status"]["__typename"], found["isFinalized"]) == (f"ProposalStatus{kind}", True)


def test_cancelled_by_its_proposer() -> None:
    history = begun(filed(1, {"Signal": b"x"}))
    history.at(12, ("ProposalsEngine.ProposalCancelled", 1, 1), decided(1, "Canceled"))
    found = only(history)
    assert found["status"] == {"__typename": "ProposalStatusCancelled", "cancelledInEvent": {"inBlock": 12}}
    assert found["isFinalized"]


def test_a_dormant_one_is_voted_on_in_another_round_by_the_next_council() -> None:
    history = begun(filed(1, {"AmendConstitution": b"x"}))
    history.at(20, decided(1, {"Approved": "PendingConstitutionality"}), updated(1, "PendingConstitutionality"))
    assert only(history)["status"] == {"__typename": "ProposalStatusDormant"}
    history.at(30, updated(1, "Active")).at(31, ("ProposalsEngine.Voted", 3, 1, "Reject", b""))
    found = only(history)
    assert (found["status"]["__typename"], found["councilApprovals"], found["statusSetAtBlock"]) == (
        "ProposalStatusDeciding",
        1,
        30,
    )
    votes = history.ask("{ proposalVotedEvents(where: { votingRound_eq: 2 }) { voteKind } }")
    assert votes["proposalVotedEvents"] == [{"voteKind": "REJECT"}]


STAKES = {"stake_amount": 5, "leaving_unstaking_period": 6}
DETAILS: list[tuple[Any, str]] = [
    (
        {"RuntimeUpgrade": b"\x00asm"},
        'newRuntimeBytecode { bytecode }|{"newRuntimeBytecode": {"bytecode": "0x0061736d"}}',
    ),
    (
        {"FundingRequest": ({"account": account(1), "amount": 2**70}, {"account": account(2), "amount": 1})},
        f'destinationsList {{ destinations {{ amount }} }}|{{"destinationsList": {{"destinations": [{{"amount": "{2**70}"}}, {{"amount": "1"}}]}}}}',
    ),
    ({"SetMaxValidatorCount": 99}, 'newMaxValidatorCount|{"newMaxValidatorCount": 99}'),
    (
        {
            "CreateWorkingGroupLeadOpening": {
                "description": field(7, b"Lead wanted"),
                "stake_policy": STAKES,
                "reward_per_block": None,
                "group": "OperationsAlpha",
            }
        },
        "stakeAmount unstakingPeriod rewardPerBlock group { id } metadata { title originallyValid }|"
        '{"stakeAmount": "5", "unstakingPeriod": 6, "rewardPerBlock": "0", "group": {"id": "operationsWorkingGroupAlpha"}, '
        '"metadata": {"title": "Lead wanted", "originallyValid": true}}',
    ),
    (
        {"FillWorkingGroupLeadOpening": {"opening_id": 1, "application_id": 2, "working_group": "Forum"}},
        'opening { id } application { id }|{"opening": null, "application": null}',
    ),
    (
        {"UpdateWorkingGroupBudget": (7, "Storage", "Negative")},
        'amount group { id }|{"amount": "-7", "group": {"id": "storageWorkingGroup"}}',
    ),
    ({"DecreaseWorkingGroupLeadStake": (0, 7, "App")}, 'amount lead { id }|{"amount": "7", "lead": null}'),
    ({"SlashWorkingGroupLead": (0, 7, "App")}, 'amount|{"amount": "7"}'),
    ({"SetWorkingGroupLeadReward": (0, None, "Forum")}, 'newRewardPerBlock|{"newRewardPerBlock": "0"}'),
    (
        {"TerminateWorkingGroupLead": {"worker_id": 0, "slashing_amount": None, "group": "Membership"}},
        'slashingAmount|{"slashingAmount": null}',
    ),
    ({"AmendConstitution": b"New"}, 'text|{"text": "New"}'),
    ({"CancelWorkingGroupLeadOpening": (3, "Distribution")}, 'opening { id }|{"opening": null}'),
    ({"SetMembershipPrice": 1}, 'newPrice|{"newPrice": "1"}'),
    ({"SetCouncilBudgetIncrement": 2}, 'newAmount|{"newAmount": "2"}'),
    ({"SetCouncilorReward": 3}, 'newRewardPerBlock|{"newRewardPerBlock": "3"}'),
    ({"SetInitialInvitationBalance": 4}, 'newInitialInvitationBalance|{"newInitialInvitationBalance": "4"}'),
    ({"SetInitialInvitationCount": 5}, 'newInitialInvitationsCount|{"newInitialInvitationsCount": 5}'),
    ({"SetMembershipLeadInvitationQuota": 6}, 'newLeadInvitationQuota|{"newLeadInvitationQuota": 6}'),
    ({"SetReferralCut": 7}, 'newReferralCut|{"newReferralCut": 7}'),
    ({"VetoProposal": 1}, 'proposal { id }|{"proposal": {"id": "1"}}'),
    (
        {"UpdateGlobalNftLimit": ("Weekly", 8)},
        'newDailyNftLimit newWeeklyNftLimit|{"newDailyNftLimit": null, "newWeeklyNftLimit": 8}',
    ),
    (
        {
            "UpdateChannelPayouts": {
                "commitment": bytes(32),
                "payload": None,
                "min_cashout_allowed": 1,
                "max_cashout_allowed": None,
                "channel_cashouts_enabled": True,
            }
        },
        "minCashoutAllowed maxCashoutAllowed channelCashoutsEnabled payloadHash|"
        '{"minCashoutAllowed": "1", "maxCashoutAllowed": null, "channelCashoutsEnabled": true, "payloadHash": null}',
    ),
    ({"SetPalletFozenStatus": (True, "ProjectToken")}, 'frozen pallet|{"frozen": true, "pallet": "ProjectToken"}'),
    ({"SetEraPayoutDampingFactor": 60}, 'dampingFactor|{"dampingFactor": 60}'),
    ({"DecreaseCouncilBudget": 9}, 'amount|{"amount": "9"}'),
    (
        {
            "UpdateArgoBridgeConstraints": {
                "operator_account": None,
                "pauser_accounts": None,
                "bridging_fee": 3,
                "thawn_duration": 4,
                "remote_chains": (1, 2),
            }
        },
        "operatorAccount pauserAccounts bridgingFee thawnDuration remoteChains|"
        '{"operatorAccount": null, "pauserAccounts": null, "bridgingFee": "3", "thawnDuration": 4, "remoteChains": [1, 2]}',
    ),
    (
        {
            "UpdateTokenPalletTokenConstraints": dict.fromkeys(
                (
                    "max_yearly_rate",
                    "min_amm_slope",
                    "min_sale_duration",
                    "min_revenue_split_duration",
                    "min_revenue_split_time_to_start",
                    "sale_platform_fee",
                    "amm_buy_tx_fees",
                    "amm_sell_tx_fees",
                ),
            )
            | {"bloat_bond": 5}
        },
        'maxYearlyRate bloatBond|{"maxYearlyRate": null, "bloatBond": "5"}',
    ),
]


@pytest.mark.parametrize(("details", "expected"), DETAILS, ids=[next(iter(one)) for one, _ in DETAILS])
def test_what_a_proposal_asks_for(details: Any, expected: str) -> None:
    import json

    selection, _, told = expected.partition("|")
    ((kind, _),) = details.items()
    name = KINDS[kind]
    history = begun(filed(1, details))
    found = history.ask(f"{{ proposals {{ details {{ __typename ... on {name} {{ {selection} }} }} }} }}")["proposals"]
    assert found == [{"details": {"__typename": name, **json.loads(told)}}]


def test_every_type_of_the_runtime_is_among_them() -> None:
    assert {next(iter(one)) for one, _ in DETAILS} | {"Signal"} == set(KINDS)


def test_a_discussion() -> None:
    history = begun(filed(1, {"Signal": b"x"}))
    message = field(1, b"An answer") + field(2, 7)
    history.at(11, ("ProposalsDiscussion.PostCreated", 7, 2, 101, b"Plain \xff words", False))
    history.at(12, ("ProposalsDiscussion.PostCreated", 8, 3, 101, message, True))
    history.at(13, ("ProposalsDiscussion.PostUpdated", 8, 3, 101, b"Another text"))
    history.at(14, ("ProposalsDiscussion.PostDeleted", 2, 101, 7, True))
    history.at(15, ("ProposalsDiscussion.ThreadModeChanged", 101, {"Closed": (2, 3)}, 1))
    found = history.ask(
        """{ proposalDiscussionPosts { id text isVisible repliesToId status { __typename
        ... on ProposalDiscussionPostStatusRemoved { deletedInEvent { inBlock } } } createdInEvent { inBlock text }
        updates { text } discussionThread { proposalId mode { ... on ProposalDiscussionThreadModeClosed {
        whitelist { members { handle } } } } } } }"""
    )["proposalDiscussionPosts"]
    assert [(one["id"], one["text"], one["isVisible"], one["repliesToId"]) for one in found] == [
        ("7", "Plain \ufffd words", False, None),
        ("8", "Another text", True, "7"),
    ]
    assert found[0]["status"]["deletedInEvent"] == {"inBlock": 14}
    assert found[1]["status"] == {"__typename": "ProposalDiscussionPostStatusActive"}
    assert found[1]["createdInEvent"] == {"inBlock": 12, "text": "An answer"}
    allowed = found[0]["discussionThread"]["mode"]["whitelist"]["members"]
    assert [one["handle"] for one in allowed] == ["member2", "member3"]
