"""Elections as the mappings tell them, with what the real ones get wrong."""

from typing import Any

from tests.devnet.query_node.history import History, account, candidate, election, field, revealed, vote

ROUNDS = "{ electionRounds(orderBy: [cycleId_ASC]) { cycleId isFinished endedAtBlock electedCouncilId nextElectedCouncilId } }"
STAGES = """{ councilStageUpdates(orderBy: [changedAt_ASC]) { changedAt electionProblem electedCouncilId stage {
    __typename ... on CouncilStageAnnouncing { candidatesCount endsAt }
    ... on CouncilStageElection { candidatesCount } ... on CouncilStageIdle { endsAt } } } }"""
CANDIDATES = """{ candidates(orderBy: [createdAt_ASC]) { memberId status stakeLocked votePower lastVoteReceivedAtBlock
    lastVoteReceivedAtEventNumber electionRound { cycleId } votesReceived { castBy } noteMetadata { header bulletPoints } } }"""


def begun() -> History:
    return History().members(1, 2, 3, 4, 5)


def test_before_the_first_event_there_is_a_council_that_never_was() -> None:
    data = begun().ask("{ electedCouncils { id electedAtBlock electedAtTime isResigned councilMembers { id } } }")
    assert data["electedCouncils"] == [
        {
            "id": "00000000",
            "electedAtBlock": 0,
            "electedAtTime": "1970-01-01T00:00:00.000Z",
            "isResigned": False,
            "councilMembers": [],
        }
    ]


def test_an_election_that_succeeds() -> None:
    history = election(begun(), 1)
    assert history.ask(ROUNDS)["electionRounds"] == [
        {
            "cycleId": 0,
            "isFinished": True,
            "endedAtBlock": 1,
            "electedCouncilId": "00000000",
            "nextElectedCouncilId": None,
        },
        {
            "cycleId": 1,
            "isFinished": True,
            "endedAtBlock": 31,
            "electedCouncilId": "00000000",
            "nextElectedCouncilId": "00000001",
        },
    ]
    stages = history.ask(STAGES)["councilStageUpdates"]
    assert [(one["changedAt"], one["stage"], one["electedCouncilId"]) for one in stages[1:]] == [
        ("1", {"__typename": "CouncilStageAnnouncing", "candidatesCount": "3", "endsAt": 11}, "00000000"),
        ("11", {"__typename": "CouncilStageElection", "candidatesCount": "3"}, "00000000"),
        ("31", {"__typename": "CouncilStageIdle", "endsAt": 131}, "00000001"),
    ]
    data = history.ask(
        """{ electedCouncils(orderBy: [electedAtBlock_DESC], limit: 1) { electedAtBlock isResigned
        councilMembers { memberId stake lastPaymentBlock unpaidReward accumulatedReward member { isCouncilMember } } }
        electedCouncilByUniqueInput(where: { id: "00000000" }) { isResigned endedAtBlock endedAtNetwork }
        electionRounds(orderBy: [cycleId_DESC], limit: 1) { referendumStageVoting { startedAtBlock endsAt winningTargetCount }
        referendumStageRevealing { startedAtBlock endsAt } candidates { status } castVotes { voteFor { memberId } } } }"""
    )
    council = data["electedCouncils"][0]
    assert [seat["memberId"] for seat in council["councilMembers"]] == ["1", "2", "3"]
    assert council["councilMembers"][0] == {
        "memberId": "1",
        "stake": "1000",
        "lastPaymentBlock": "31",
        "unpaidReward": "0",
        "accumulatedReward": "0",
        "member": {"isCouncilMember": True},
    }
    assert data["electedCouncilByUniqueInput"] == {"isResigned": True, "endedAtBlock": 31, "endedAtNetwork": "OLYMPIA"}
    assert data["electionRounds"][0] == {
        "referendumStageVoting": {"startedAtBlock": "11", "endsAt": 21, "winningTargetCount": "3"},
        "referendumStageRevealing": {"startedAtBlock": "21", "endsAt": 31},
        "candidates": [{"status": "ELECTED"}] * 3,
        "castVotes": [{"voteFor": {"memberId": member}} for member in ("1", "2", "3")],
    }


def test_a_withdrawn_candidate_stays_counted_and_locked_and_comes_twice_when_announced_again() -> None:
    history = begun().at(1, ("Council.AnnouncingPeriodStarted", 11))
    history.at(2, candidate(1), candidate(2))
    history.at(3, ("Council.CandidacyWithdraw", 1))
    history.at(4, candidate(1, 2_000))
    stage = history.ask(STAGES)["councilStageUpdates"][-1]["stage"]
    assert stage["candidatesCount"] == "3"
    found = history.ask(CANDIDATES)["candidates"]
    assert [(one["memberId"], one["status"], one["stakeLocked"]) for one in found] == [
        ("1", "WITHDRAWN", True),
        ("2", "ACTIVE", True),
        ("1", "ACTIVE", True),
    ]
    data = history.ask("{ candidacyWithdrawEvents { candidate { id status } } newCandidateEvents { balance } }")
    assert data["candidacyWithdrawEvents"] == [{"candidate": {"id": "00000000", "status": "WITHDRAWN"}}]
    assert [one["balance"] for one in data["newCandidateEvents"]] == ["1000", "1000", "2000"]


def test_failed_rounds_end_without_a_council_and_announcing_begins_at_once() -> None:
    history = begun().at(1, ("Council.AnnouncingPeriodStarted", 11)).at(2, candidate(1), candidate(2))
    history.at(3, ("Council.CandidacyWithdraw", 2))
    history.at(11, ("Council.NotEnoughCandidates", 21)).at(12, *map(candidate, (1, 2, 3)))
    history.at(21, ("Referendum.ReferendumStarted", 3, 31), ("Council.VotingPeriodStarted", 3))
    history.at(31, ("Referendum.RevealingStageStarted", 41)).at(41, ("Council.NewCouncilNotElected", 51))
    rounds = history.ask(ROUNDS)["electionRounds"]
    assert [(one["cycleId"], one["isFinished"], one["endedAtBlock"]) for one in rounds] == [
        (0, True, 1),
        (1, True, 11),
        (2, True, 41),
        (3, False, None),
    ]
    assert {one["nextElectedCouncilId"] for one in rounds} == {None}
    problems = [(one["changedAt"], one["electionProblem"]) for one in history.ask(STAGES)["councilStageUpdates"]]
    assert problems[1:] == [
        ("1", None),
        ("11", "NOT_ENOUGH_CANDIDATES"),
        ("21", None),
        ("41", "NEW_COUNCIL_NOT_ELECTED"),
    ]
    statuses = [one["status"] for one in history.ask(CANDIDATES)["candidates"]]
    assert statuses == ["FAILED", "WITHDRAWN", "FAILED", "FAILED", "FAILED"]
    events = history.ask("{ events(orderBy: [inBlock_ASC, indexInBlock_ASC]) { __typename inBlock } }")["events"]
    names = [one["__typename"] for one in events if one["inBlock"] >= 11]
    assert names.count("AnnouncingPeriodStartedEvent") == 0
    assert "NotEnoughCandidatesEvent" in names


def test_votes_are_for_nobody_until_they_are_revealed_and_locked_until_released() -> None:
    history = begun().at(1, ("Council.AnnouncingPeriodStarted", 11)).at(2, *map(candidate, (1, 2, 3)))
    history.at(11, ("Referendum.ReferendumStarted", 3, 21), ("Council.VotingPeriodStarted", 3))
    history.at(12, vote(21, 30), vote(22, 40), vote(23, 50))
    history.at(21, ("Referendum.RevealingStageStarted", 31)).at(22, revealed(21, 2), revealed(23, 2))
    history.at(23, ("Referendum.StakeReleased", account(22)))
    found = history.ask("{ castVotes(orderBy: [stake_DESC]) { stake stakeLocked voteFor { memberId } commitment } }")
    assert [(one["stake"], one["stakeLocked"], one["voteFor"]) for one in found["castVotes"]] == [
        ("50", True, {"memberId": "2"}),
        ("40", False, None),
        ("30", True, {"memberId": "2"}),
    ]
    assert found["castVotes"][0]["commitment"] == f"0x{'00' * 32}"
    second = history.ask(CANDIDATES)["candidates"][1]
    assert (second["votePower"], second["lastVoteReceivedAtBlock"], second["lastVoteReceivedAtEventNumber"]) == (
        "80",
        "22",
        1,
    )
    assert len(second["votesReceived"]) == 2
    told = history.ask("{ voteRevealedEventsConnection(where: { castVote: { stake_gt: 30 } }) { totalCount } }")
    assert told["voteRevealedEventsConnection"]["totalCount"] == 1


def test_a_note_changes_what_it_names_and_is_kept_as_it_was_set() -> None:
    history = begun().at(1, ("Council.AnnouncingPeriodStarted", 11)).at(2, candidate(1))
    first = field(1, b"Heading") + field(2, b"one") + field(2, b"two")
    history.at(3, ("Council.CandidacyNoteSet", 1, first)).at(4, ("Council.CandidacyNoteSet", 1, field(2, b"")))
    note = history.ask(CANDIDATES)["candidates"][0]["noteMetadata"]
    assert note == {"header": "Heading", "bulletPoints": []}
    copies = history.ask("{ candidacyNoteSetEvents { noteMetadata { header bulletPoints } } }")
    assert copies["candidacyNoteSetEvents"][0]["noteMetadata"] == {"header": "Heading", "bulletPoints": ["one", "two"]}


def test_rewards_go_to_the_newest_seat_and_a_stake_is_released_from_the_newest_candidacy() -> None:
    history = election(election(begun(), 1), 131, (1, 4, 5))
    history.at(170, ("Council.RewardPayment", 1, account(1), 70, 5), ("Council.CandidacyStakeRelease", 2))
    seats = history.ask(
        "{ councilMembers { memberId accumulatedReward unpaidReward lastPaymentBlock electedInCouncilId } }"
    )
    paid = [one for one in seats["councilMembers"] if one["accumulatedReward"] != "0"]
    assert paid == [
        {
            "memberId": "1",
            "accumulatedReward": "70",
            "unpaidReward": "5",
            "lastPaymentBlock": "170",
            "electedInCouncilId": "00000002",
        }
    ]
    members = history.ask("{ memberships(where: { isCouncilMember_eq: true }, orderBy: [createdAt_ASC]) { id } }")
    assert [one["id"] for one in members["memberships"]] == ["1", "4", "5"]
    unlocked = history.ask("{ candidates(where: { stakeLocked_eq: false }) { memberId } }")
    assert unlocked["candidates"] == [{"memberId": "2"}]


def test_events_of_the_budget_become_rows() -> None:
    history = begun()
    told: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
        "budgetBalanceSetEvents": (("Council.BudgetBalanceSet", 5), {"balance": "5"}),
        "budgetRefillEvents": (("Council.BudgetRefill", 6), {"balance": "6"}),
        "budgetRefillPlannedEvents": (("Council.BudgetRefillPlanned", 14_401), {"nextRefillInBlock": 14_401}),
        "budgetIncrementUpdatedEvents": (("Council.BudgetIncrementUpdated", 7), {"amount": "7"}),
        "councilorRewardUpdatedEvents": (("Council.CouncilorRewardUpdated", 8), {"rewardAmount": "8"}),
        "councilBudgetDecreasedEvents": (("Council.CouncilBudgetDecreased", 9), {"amount": "9"}),
        "councilBudgetFundedEvents": (
            ("Council.CouncilBudgetFunded", 3, 10, "Für uns".encode()),
            {"memberId": 3, "amount": "10", "rationale": "Für uns"},
        ),
        "requestFundedEvents": (("Council.RequestFunded", account(9), 11), {"amount": "11"}),
    }
    history.at(7, *(event for event, _ in told.values()))
    for place, (name, (_, values)) in enumerate(told.items()):
        fields = " ".join(values)
        row = history.ask(f"{{ {name} {{ id inBlock indexInBlock network createdAt {fields} }} }}")[name]
        expected = {
            "id": f"OLYMPIA-7-{place}",
            "inBlock": 7,
            "indexInBlock": place,
            "network": "OLYMPIA",
            "createdAt": "2022-12-09T20:00:42.000Z",
        }
        assert row == [{**expected, **values}]
