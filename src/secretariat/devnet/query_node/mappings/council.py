"""Councils and elections.

What the real mappings get wrong is wrong here: a withdrawn candidate stays counted in the stage's ``candidatesCount`` and
keeps ``stakeLocked``, and who announces again has a second row in the same round.
"""

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings import protobuf
from secretariat.devnet.query_node.mappings.values import (
    Mapping,
    account,
    key,
    of_type,
    plain,
    text,
    told,
)
from secretariat.devnet.query_node.orders import Row
from secretariat.devnet.query_node.store import NETWORK, Store


def begin(store: Store) -> None:
    """Make what is there before the first event: a council without members, its round and a stage that never was."""
    council = store.add("ElectedCouncil", **_elected(0, 0))
    store.add("ElectionRound", cycleId=0, isFinished=False, electedCouncilId=council["id"])
    stage = of_type("CouncilStageAnnouncing", candidatesCount=0, endsAt=0)
    store.add("CouncilStageUpdate", stage=stage, changedAt=0, electedCouncilId=council["id"])
    store.newest.update(council=council, round=store["ElectionRound"].get("00000000"))
    store.newest["stage"] = store["CouncilStageUpdate"].get("00000000")


def _elected(block: int, milliseconds: int) -> Row:
    return {
        "electedAtBlock": block,
        "electedAtTime": milliseconds,
        "electedAtNetwork": NETWORK,
        "isResigned": False,
    }


def _ended(store: Store) -> Row:
    return {"endedAtBlock": store.block, "endedAtTime": store.milliseconds, "endedAtNetwork": NETWORK}


def _update_stage(store: Store, stage: Row, problem: str | None = None) -> None:
    store.newest["stage"] = store.add(
        "CouncilStageUpdate",
        stage=stage,
        changedAt=store.block,
        electedCouncilId=store.newest["council"]["id"],
        **({} if problem is None else {"electionProblem": problem}),
    )


def _finish_round(store: Store, elected: frozenset[str], council: str | None) -> None:
    """End the round: who was not elected has failed, unless the candidacy was withdrawn."""
    round_ = store.newest["round"]
    result = {} if council is None else {"nextElectedCouncilId": council}
    store.change("ElectionRound", round_, isFinished=True, **_ended(store), **result)
    for candidate in store["Candidate"].having("electionRoundId", round_["id"]):
        if candidate["status"] == "ACTIVE":
            status = "ELECTED" if candidate["memberId"] in elected else "FAILED"
            store.change("Candidate", candidate, status=status)


def _start_round(store: Store, ends_at: int, problem: str | None = None) -> None:
    before = store.newest["round"]
    if not before["isFinished"]:
        _finish_round(store, frozenset(), None)
    store.newest["round"] = store.add(
        "ElectionRound",
        cycleId=before["cycleId"] + 1,
        isFinished=False,
        electedCouncilId=store.newest["council"]["id"],
    )
    _update_stage(store, of_type("CouncilStageAnnouncing", candidatesCount=0, endsAt=ends_at), problem)


def announcing_period_started(store: Store, event: Event) -> None:
    """Begin the next round."""
    told(store, event, "AnnouncingPeriodStartedEvent")
    _start_round(store, event.values[0])


def not_enough_candidates(store: Store, event: Event) -> None:
    """End a round with too few candidates, and begin the next one."""
    told(store, event, "NotEnoughCandidatesEvent")
    _start_round(store, event.values[0], "NOT_ENOUGH_CANDIDATES")


def new_council_not_elected(store: Store, event: Event) -> None:
    """End a round in which too few candidates were voted for, and begin the next one."""
    told(store, event, "NewCouncilNotElectedEvent")
    _start_round(store, event.values[0], "NEW_COUNCIL_NOT_ELECTED")


def voting_period_started(store: Store, event: Event) -> None:
    """Begin the election's stage."""
    told(store, event, "VotingPeriodStartedEvent", numOfCandidates=event.values[0])
    _update_stage(store, of_type("CouncilStageElection", candidatesCount=event.values[0]))


def new_candidate(store: Store, event: Event) -> None:
    """Add a candidate, and count one more: withdrawals are never taken off again."""
    member, staking, reward, balance = event.values
    stage = store.newest["stage"]
    counted = {**stage["stage"], "candidatesCount": stage["stage"].get("candidatesCount", 0) + 1}
    store.change("CouncilStageUpdate", stage, stage=counted)
    round_ = store.newest["round"]
    note = store.add("CandidacyNoteMetadata", bulletPoints=[])
    candidate = store.add(
        "Candidate",
        stakingAccountId=account(staking),
        rewardAccountId=account(reward),
        memberId=key(member),
        electionRoundId=round_["id"],
        stake=balance,
        stakeLocked=True,
        status="ACTIVE",
        votePower=0,
        noteMetadataId=note["id"],
    )
    told(
        store,
        event,
        "NewCandidateEvent",
        candidateId=candidate["id"],
        electionRoundId=round_["id"],
        stakingAccount=account(staking),
        rewardAccount=account(reward),
        balance=balance,
    )


def new_council_elected(store: Store, event: Event) -> None:
    """End the round and the council's term, and seat the new council in its candidates' order."""
    elected = frozenset(map(key, event.values[0]))
    store.change("ElectedCouncil", store.newest["council"], isResigned=True, **_ended(store))
    council = store.add("ElectedCouncil", **_elected(store.block, store.milliseconds))
    for candidate in store["Candidate"].having("electionRoundId", store.newest["round"]["id"]):
        if candidate["memberId"] in elected and candidate["status"] == "ACTIVE":
            _seat(store, council, candidate)
    _finish_round(store, elected, council["id"])
    store.newest["council"] = council
    _update_stage(store, of_type("CouncilStageIdle", endsAt=event.values[1]))
    for member in [row for row in map(store["Membership"].get, store.newest.get("sitting", ())) if row is not None]:
        store.change("Membership", member, isCouncilMember=False)
    store.newest["sitting"] = sorted(elected)
    for member_id in store.newest["sitting"]:
        store.change("Membership", store.row("Membership", member_id), isCouncilMember=True)
    told(store, event, "NewCouncilElectedEvent", electedCouncilId=council["id"])


def _seat(store: Store, council: Row, candidate: Row) -> None:
    store.add(
        "CouncilMember",
        stakingAccountId=candidate["stakingAccountId"],
        rewardAccountId=candidate["rewardAccountId"],
        memberId=candidate["memberId"],
        stake=candidate["stake"],
        lastPaymentBlock=store.block,
        unpaidReward=0,
        accumulatedReward=0,
        electedInCouncilId=council["id"],
    )


def last_of(store: Store, kind: str, column: str, value: str) -> Row:
    """Give the newest row with a value in a column. Raises LookupError where there is none."""
    found = store[kind].having(column, value)
    if not found:
        raise LookupError(f"block {store.block}: there is no {kind} with {column} {value}")
    return found[-1]


def candidacy_stake_release(store: Store, event: Event) -> None:
    """Release a candidacy's stake."""
    candidate = last_of(store, "Candidate", "memberId", key(event.values[0]))
    told(store, event, "CandidacyStakeReleaseEvent", candidateId=candidate["id"])
    store.change("Candidate", candidate, stakeLocked=False)


def candidacy_withdraw(store: Store, event: Event) -> None:
    """Withdraw a candidacy: the stake stays marked as locked."""
    candidate = last_of(store, "Candidate", "memberId", key(event.values[0]))
    told(store, event, "CandidacyWithdrawEvent", candidateId=candidate["id"])
    store.change("Candidate", candidate, status="WITHDRAWN")


def candidacy_note_set(store: Store, event: Event) -> None:
    """Change what a candidate says; only what the note names changes, and an empty first point clears the points."""
    member, note = event.values
    candidate = last_of(store, "Candidate", "memberId", key(member))
    found = protobuf.decoded(note, protobuf.CANDIDACY_NOTE) or {}
    changed: Row = {name: found[name] or None for name in ("header", "bannerImageUri", "description") if name in found}
    if points := found.get("bulletPoints"):
        changed["bulletPoints"] = [] if points[0] == "" else points
    store.change("CandidacyNoteMetadata", store.row("CandidacyNoteMetadata", candidate["noteMetadataId"]), **changed)
    copy = store.add("CandidacyNoteMetadata", **{"bulletPoints": [], **found})
    told(store, event, "CandidacyNoteSetEvent", candidateId=candidate["id"], noteMetadataId=copy["id"])


def reward_payment(store: Store, event: Event) -> None:
    """Pay a councillor's reward, to the newest seat of the member."""
    member, reward_account, paid, missing = event.values
    seat = last_of(store, "CouncilMember", "memberId", key(member))
    told(
        store,
        event,
        "RewardPaymentEvent",
        councilMemberId=seat["id"],
        rewardAccount=account(reward_account),
        paidBalance=paid,
        missingBalance=missing,
    )
    store.change(
        "CouncilMember",
        seat,
        accumulatedReward=seat["accumulatedReward"] + paid,
        unpaidReward=missing,
        lastPaymentBlock=store.block,
    )


MAPPINGS: dict[str, Mapping] = {
    "Council.AnnouncingPeriodStarted": announcing_period_started,
    "Council.NotEnoughCandidates": not_enough_candidates,
    "Council.VotingPeriodStarted": voting_period_started,
    "Council.NewCandidate": new_candidate,
    "Council.NewCouncilElected": new_council_elected,
    "Council.NewCouncilNotElected": new_council_not_elected,
    "Council.CandidacyStakeRelease": candidacy_stake_release,
    "Council.CandidacyWithdraw": candidacy_withdraw,
    "Council.CandidacyNoteSet": candidacy_note_set,
    "Council.RewardPayment": reward_payment,
    "Council.BudgetBalanceSet": plain("BudgetBalanceSetEvent", balance=0),
    "Council.BudgetRefill": plain("BudgetRefillEvent", balance=0),
    "Council.BudgetRefillPlanned": plain("BudgetRefillPlannedEvent", nextRefillInBlock=0),
    "Council.BudgetIncrementUpdated": plain("BudgetIncrementUpdatedEvent", amount=0),
    "Council.CouncilorRewardUpdated": plain("CouncilorRewardUpdatedEvent", rewardAmount=0),
    "Council.CouncilBudgetDecreased": plain("CouncilBudgetDecreasedEvent", amount=0),
    "Council.RequestFunded": plain("RequestFundedEvent", account=(0, account), amount=1),
    "Council.CouncilBudgetFunded": plain("CouncilBudgetFundedEvent", memberId=0, amount=1, rationale=(2, text)),
}
