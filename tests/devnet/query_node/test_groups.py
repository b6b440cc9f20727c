"""Working groups as the mappings tell them: hiring, roles, pay, budgets, and what a group says of itself."""

from typing import Any

from tests.devnet.query_node.history import FORUM, GROUP, History, account, applied, field, opening

WORKERS = """{ workers(orderBy: [createdAt_ASC]) { id runtimeId isLead isActive stake rewardPerBlock missingRewardAmount
    membershipId status { __typename ... on WorkerStatusLeft { workerStartedLeavingEvent { inBlock }
    workerExitedEvent { inBlock } } ... on WorkerStatusTerminated { terminatedWorkerEvent { inBlock } } } } }"""


def of_group(name: str, *values: Any) -> tuple[Any, ...]:
    return f"{GROUP}.{name}", *values


def staffed() -> History:
    """Make a lead, worker 0, and two workers, 1 and 2, out of three applications."""
    history = History().members(1, 2, 3, 4, 5)
    questions = field(6, field(1, b"Why?") + field(2, 1)) + field(6, field(1, b"Since when?"))
    history.at(1, opening(0, "Leader"), applied(0, 0, 1))
    history.at(2, of_group("LeaderSet", 0), of_group("OpeningFilled", 0, ((0, 0),), (0,)))
    history.at(3, opening(1, description=field(7, b"Writers") + field(3, 2) + field(4, 1_700_000_000) + questions))
    answers = field(1, b"Because") + field(1, b"Long ago") + field(1, b"one too many")
    history.at(4, applied(1, 1, 2, answers), applied(2, 1, 3), applied(3, 1, 4), applied(4, 1, 5))
    history.at(5, of_group("ApplicationWithdrawn", 4))
    return history.at(6, of_group("OpeningFilled", 1, ((1, 1), (3, 2)), (1, 3)))


def test_an_opening_its_applications_and_whom_it_hires() -> None:
    history = staffed()
    found = history.ask(
        """{ workingGroupOpenings(orderBy: [createdAt_DESC]) { id type unstakingPeriod rewardPerBlock createdInEvent { inBlock }
        metadata { title hiringLimit expectedEnding applicationFormQuestions { question type index } }
        status { __typename ... on OpeningStatusFilled { openingFilledEvent { workersHired { id } } } }
        applications { id status { __typename } answers { answer question { question } } } } }"""
    )["workingGroupOpenings"]
    opened, leading = found
    assert (leading["type"], opened["type"]) == ("LEADER", "REGULAR")
    assert opened["unstakingPeriod"] == 2**31 - 1
    assert opened["metadata"] == {
        "title": "Writers",
        "hiringLimit": 2,
        "expectedEnding": "2023-11-14T22:13:20.000Z",
        "applicationFormQuestions": [
            {"question": "Why?", "type": "TEXT", "index": 0},
            {"question": "Since when?", "type": "TEXTAREA", "index": 1},
        ],
    }
    assert opened["status"]["openingFilledEvent"]["workersHired"] == [{"id": f"{FORUM}-1"}, {"id": f"{FORUM}-2"}]
    assert [(one["id"], one["status"]["__typename"]) for one in opened["applications"]] == [
        (f"{FORUM}-1", "ApplicationStatusAccepted"),
        (f"{FORUM}-2", "ApplicationStatusRejected"),
        (f"{FORUM}-3", "ApplicationStatusAccepted"),
        (f"{FORUM}-4", "ApplicationStatusWithdrawn"),
    ]
    assert opened["applications"][0]["answers"] == [
        {"answer": "Because", "question": {"question": "Why?"}},
        {"answer": "Long ago", "question": {"question": "Since when?"}},
    ]
    workers = history.ask(WORKERS)["workers"]
    assert [(one["runtimeId"], one["membershipId"], one["isLead"], one["stake"]) for one in workers] == [
        (0, "1", True, "800"),
        (1, "2", False, "800"),
        (2, "4", False, "800"),
    ]
    group = history.ask(
        f'{{ workingGroupByUniqueInput(where: {{ name: "{FORUM}" }}) {{ leaderId workers {{ id }} }} }}'
    )
    assert group["workingGroupByUniqueInput"]["leaderId"] == f"{FORUM}-0"
    assert history.ask("{ leaderSetEvents { workerId } }")["leaderSetEvents"] == [{"workerId": f"{FORUM}-0"}]


def test_a_cancelled_opening_takes_its_applications_along() -> None:
    history = staffed().at(7, opening(2)).at(8, applied(5, 2, 5), applied(6, 2, 3))
    history.at(9, of_group("ApplicationWithdrawn", 5)).at(10, of_group("OpeningCanceled", 2))
    found = history.ask(
        """{ workingGroupOpenings(where: { status_json: { isTypeOf_eq: "OpeningStatusCancelled" } }) { runtimeId
        applications { status { __typename ... on ApplicationStatusCancelled { openingCanceledEvent { inBlock } } } } } }"""
    )["workingGroupOpenings"]
    assert found == [
        {
            "runtimeId": 2,
            "applications": [
                {"status": {"__typename": "ApplicationStatusWithdrawn"}},
                {"status": {"__typename": "ApplicationStatusCancelled", "openingCanceledEvent": {"inBlock": 10}}},
            ],
        }
    ]


def test_workers_that_leave_are_not_active_from_the_beginning_of_it() -> None:
    history = staffed().at(7, of_group("WorkerStartedLeaving", 1, b"Tired"))
    first = history.ask(WORKERS)["workers"][1]
    assert (first["isActive"], first["status"]["__typename"], first["stake"]) == (False, "WorkerStatusLeaving", "800")
    history.at(9, of_group("WorkerExited", 1)).at(10, of_group("TerminatedWorker", 2, 300, b"Idle"))
    _, left, terminated = history.ask(WORKERS)["workers"]
    assert left["status"] == {
        "__typename": "WorkerStatusLeft",
        "workerStartedLeavingEvent": {"inBlock": 7},
        "workerExitedEvent": {"inBlock": 9},
    }
    assert (left["stake"], left["rewardPerBlock"], left["missingRewardAmount"]) == ("0", "0", None)
    assert terminated["status"]["terminatedWorkerEvent"] == {"inBlock": 10}
    told = history.ask("{ terminatedWorkerEvents { penalty rationale workerId } terminatedLeaderEvents { id } }")
    assert told["terminatedWorkerEvents"] == [{"penalty": "300", "rationale": "Idle", "workerId": f"{FORUM}-2"}]
    assert told["terminatedLeaderEvents"] == []


def test_a_lead_that_goes_keeps_the_mark_until_the_next_one_comes() -> None:
    history = staffed().at(7, of_group("LeaderUnset"), of_group("TerminatedLeader", 0, None, None))
    group = f'{{ workingGroupByUniqueInput(where: {{ id: "{FORUM}" }}) {{ leaderId }} }}'
    assert history.ask(group)["workingGroupByUniqueInput"] == {"leaderId": None}
    assert history.ask(WORKERS)["workers"][0]["isLead"] is True
    told = history.ask("{ leaderUnsetEvents { leaderId } terminatedLeaderEvents { id } terminatedWorkerEvents { id } }")
    assert told["leaderUnsetEvents"] == [{"leaderId": f"{FORUM}-0"}]
    assert told["terminatedLeaderEvents"] == told["terminatedWorkerEvents"] != []
    history.at(8, opening(2, "Leader"), applied(7, 2, 5))
    history.at(9, of_group("LeaderSet", 3), of_group("OpeningFilled", 2, ((7, 3),), (7,)))
    assert [one["isLead"] for one in history.ask(WORKERS)["workers"]] == [False, False, False, True]
    assert history.ask(group)["workingGroupByUniqueInput"] == {"leaderId": f"{FORUM}-3"}


def test_pay_debts_and_stakes() -> None:
    history = staffed().at(
        7,
        of_group("RewardPaid", 1, account(5), 40, "RegularReward"),
        of_group("RewardPaid", 2, account(6), 2, "MissedReward"),
        of_group("NewMissedRewardLevelReached", 1, 9),
        of_group("StakeSlashed", 1, 100, 150, None),
        of_group("StakeDecreased", 1, 50),
        of_group("StakeIncreased", 1, 7),
        of_group("WorkerRewardAmountUpdated", 2, None),
        of_group("WorkerRewardAccountUpdated", 2, account(77)),
        of_group("WorkerRoleAccountUpdated", 2, account(78)),
    )
    _, first, second = history.ask(WORKERS)["workers"]
    assert (first["missingRewardAmount"], first["stake"]) == ("9", "657")
    assert second["rewardPerBlock"] == "0"
    found = history.ask(
        """{ rewardPaidEvents(orderBy: [amount_DESC]) { amount paymentType groupId workerId }
        stakeSlashedEvents { slashedAmount requestedAmount rationale } newMissedRewardLevelReachedEvents { newMissedRewardAmount }
        workers(where: { payouts_some: { amount_gt: 10 } }) { id payouts { amount } } }"""
    )
    assert found["rewardPaidEvents"] == [
        {"amount": "40", "paymentType": "REGULAR", "groupId": FORUM, "workerId": f"{FORUM}-1"},
        {"amount": "2", "paymentType": "MISSED", "groupId": FORUM, "workerId": f"{FORUM}-2"},
    ]
    assert found["stakeSlashedEvents"] == [{"slashedAmount": "100", "requestedAmount": "150", "rationale": None}]
    assert found["newMissedRewardLevelReachedEvents"] == [{"newMissedRewardAmount": "9"}]
    assert found["workers"] == [{"id": f"{FORUM}-1", "payouts": [{"amount": "40"}]}]


def test_every_move_of_a_budget_is_summed() -> None:
    history = staffed().at(7, of_group("BudgetSet", 1_000), of_group("BudgetSpending", account(3), 30, b"Server"))
    vesting = {"locked": 50, "per_block": 1, "starting_block": 9}
    history.at(8, of_group("VestedBudgetSpending", account(4), vesting, None))
    history.at(9, of_group("WorkingGroupBudgetFunded", 2, 7, b"A gift"))
    history.at(10, ("JoystreamUtility.UpdatedWorkingGroupBudget", "Forum", 500, "Positive"))
    history.at(11, ("JoystreamUtility.UpdatedWorkingGroupBudget", "Forum", 27, "Negative"))
    history.at(12, of_group("RewardPaid", 1, account(5), 400, "RegularReward"))
    found = history.ask(
        """{ workingGroups(where: { budget_gt: 0 }) { id budget } budgetSpendingEvents { reciever amount rationale }
        vestedBudgetSpendingEvents { amount perBlock startingBlock } budgetFundedEvents { memberId amount rationale }
        budgetUpdatedEvents(orderBy: [inBlock_ASC]) { budgetChangeAmount } budgetSetEvents { newBudget } }"""
    )
    assert found["workingGroups"] == [{"id": FORUM, "budget": "1000"}]
    assert found["budgetSpendingEvents"][0]["rationale"] == "Server"
    assert found["budgetSpendingEvents"][0]["reciever"].startswith("j4")
    assert found["vestedBudgetSpendingEvents"] == [{"amount": "50", "perBlock": "1", "startingBlock": 9}]
    assert found["budgetFundedEvents"] == [{"memberId": "2", "amount": "7", "rationale": "A gift"}]
    assert [one["budgetChangeAmount"] for one in found["budgetUpdatedEvents"]] == ["500", "-27"]


def test_groups_are_there_from_the_beginning() -> None:
    history = History()
    found = history.ask(
        "{ workingGroups(orderBy: [name_ASC]) { id name createdAt budget leaderId metadata { status } } }"
    )
    assert len(found["workingGroups"]) == 9
    assert found["workingGroups"][0] == {
        "id": "appWorkingGroup",
        "name": "appWorkingGroup",
        "createdAt": "2022-12-09T20:00:00.000Z",
        "budget": "0",
        "leaderId": None,
        "metadata": None,
    }


def test_what_a_group_says_of_itself() -> None:
    describe = field(1, field(1, field(3, b"Busy") + field(1, b"We write")))
    history = staffed().at(7, of_group("StatusTextChanged", bytes(32), describe))
    more = field(1, field(1, field(4, b"until spring") + field(1, b"")))
    history.at(8, of_group("StatusTextChanged", bytes(32), more))
    wanted = field(1, 1_700_000_000) + field(2, 12) + field(3, 900) + field(4, field(7, b"Soon"))
    history.at(9, of_group("StatusTextChanged", bytes(32), field(2, field(1, wanted))))
    found = history.ask(
        f"""{{ workingGroupByUniqueInput(where: {{ id: "{FORUM}" }}) {{ metadata {{ status statusMessage description }} }}
        upcomingWorkingGroupOpenings {{ id groupId expectedStart rewardPerBlock stakeAmount metadata {{ title }} createdInEvent {{
        inBlock result {{ ... on UpcomingOpeningAdded {{ upcomingOpeningId }} }} }} }} }}"""
    )
    assert found["workingGroupByUniqueInput"]["metadata"] == {
        "status": "Busy",
        "statusMessage": "until spring",
        "description": None,
    }
    assert found["upcomingWorkingGroupOpenings"] == [
        {
            "id": "00000000",
            "groupId": FORUM,
            "expectedStart": "2023-11-14T22:13:20.000Z",
            "rewardPerBlock": "12",
            "stakeAmount": "900",
            "metadata": {"title": "Soon"},
            "createdInEvent": {"inBlock": 9, "result": {"upcomingOpeningId": "00000000"}},
        }
    ]


def test_an_upcoming_opening_that_is_taken_back_is_gone_and_nonsense_is_told() -> None:
    history = staffed().at(7, of_group("StatusTextChanged", bytes(32), field(2, field(1, b""))))
    history.at(8, of_group("StatusTextChanged", bytes(32), field(3, field(1, b"00000000"))))
    history.at(9, of_group("StatusTextChanged", bytes(32), field(3, field(1, b"00000000"))))
    history.at(
        10, of_group("StatusTextChanged", bytes(32), b"\xff\xff"), of_group("StatusTextChanged", bytes(32), None)
    )
    found = history.ask(
        """{ upcomingWorkingGroupOpenings { id } statusTextChangedEvents(orderBy: [inBlock_ASC, indexInBlock_ASC]) { metadata result {
        __typename ... on InvalidActionMetadata { reason } } } }"""
    )
    assert found["upcomingWorkingGroupOpenings"] == []
    results = [one["result"] for one in found["statusTextChangedEvents"]]
    assert [one["__typename"] for one in results] == [
        "UpcomingOpeningAdded",
        "UpcomingOpeningRemoved",
        *["InvalidActionMetadata"] * 3,
    ]
    assert "not found" in results[2]["reason"]
    assert found["statusTextChangedEvents"][3]["metadata"] == "0xffff"
