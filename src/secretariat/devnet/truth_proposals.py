"""The truth about proposals: what was asked, who voted when, how each voting round ended and why; and who sat for it."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event

FINAL = {
    "Canceled": ("canceled", "its proposer took it back"),
    "CanceledByRuntime": ("canceled", "a new runtime cancels all proposals"),
    "Vetoed": ("vetoed", "another proposal stopped it"),
    "Slashed": ("slashed", "votes"),
    "Rejected": ("rejected", "votes"),
    "Expired": ("expired", "voting ended without a decision"),
}
"""By decision: how the voting round ended, and why."""


PARAMETERS = ("voting_period", "grace_period", "constitutionality")
"""Of a proposal as it was filed: blocks, and how many councils in a row must approve it."""


def proposals(chain: Chain, events: list[Event]) -> list[dict[str, Any]]:
    """Tell every proposal, in the order of ids."""
    found: dict[int, dict[str, Any]] = {}
    elected = {event.block for event in events if event.name == "Council.NewCouncilElected"}
    for event in events:
        if event.name == "ProposalsCodex.ProposalCreated":
            found[event.values[0]] = _created(chain, event)
        elif event.name == "ProposalsEngine.Voted":
            _voted(found[event.values[1]], event)
        elif event.name == "ProposalsEngine.ProposalDecisionMade":
            _decided(found[event.values[0]], event, elected)
        elif event.name == "ProposalsEngine.ProposalStatusUpdated":
            _changed(found[event.values[0]], event)
        elif event.name == "ProposalsEngine.ProposalExecuted":
            _executed(found[event.values[0]], event)
        elif event.name == "ProposalsDiscussion.PostCreated":
            _talked_about(found, event)
    return [found[number] for number in sorted(found)]


def _created(chain: Chain, event: Event) -> dict[str, Any]:
    number, general, details, thread = event.values
    stored = chain.get_at(event.block, "ProposalsEngine.Proposals", number)["parameters"]
    ((kind, content),) = details.items()
    return {
        "id": number,
        "type": kind,
        "details": plain(content),
        "title": _text(general["title"]),
        "description": _text(general["description"]),
        "proposer": general["member_id"],
        "staking_account": None if (stake := general["staking_account_id"]) is None else "0x" + stake.hex(),
        "exact_execution_block": general["exact_execution_block"],
        "parameters": {name: stored[name] for name in PARAMETERS},
        "created": event.block,
        "thread": thread,
        "discussion_posts": 0,
        "status": "deciding",
        "status_since": event.block,
        "rounds": [_round(1, event.block)],
        "executed": None,
        "error": None,
    }


def _round(number: int, block: int) -> dict[str, Any]:
    return {
        "number": number,
        "opened": block,
        "closed": None,
        "decision": None,
        "ended": "open",
        "why": None,
        "votes": [],
    }


def _voted(one: dict[str, Any], event: Event) -> None:
    member, _, kind, rationale = event.values
    vote = {"member": member, "vote": kind, "block": event.block, "rationale": _text(rationale)}
    one["rounds"][-1]["votes"].append(vote)


def _decided(one: dict[str, Any], event: Event, elected: set[int]) -> None:
    decision = event.values[1]
    round_ = one["rounds"][-1]
    if isinstance(decision, dict):
        approved = decision["Approved"]
        ended, why = "approved", "votes"
        status = "gracing" if approved == "PendingExecution" else "dormant"
        decision = f"Approved({approved})"
    else:
        ended, why = FINAL[decision]
        status = ended
        if decision == "Rejected" and event.block in elected:
            ended, why = "council-change", "a new council rejects all that is being voted on"
        status = "canceled-by-runtime" if decision == "CanceledByRuntime" else status
    if round_["closed"] is None:
        round_.update(closed=event.block, decision=decision, ended=ended, why=why)
    else:
        one["stopped"] = {"block": event.block, "decision": decision, "why": why}
    one.update(status=status, status_since=event.block)


def _changed(one: dict[str, Any], event: Event) -> None:
    if event.values[1] == "Active":
        one["rounds"].append(_round(len(one["rounds"]) + 1, event.block))
        one.update(status="deciding", status_since=event.block)


def _executed(one: dict[str, Any], event: Event) -> None:
    outcome = event.values[1]
    failed = isinstance(outcome, dict)
    one.update(
        status="execution-failed" if failed else "executed",
        status_since=event.block,
        executed=event.block,
        error=_text(outcome["ExecutionFailed"]["error"]) if failed else None,
    )


def _talked_about(found: dict[int, dict[str, Any]], event: Event) -> None:
    # A proposal's thread has the proposal's place among the threads: both are counted from 1 and made together.
    one = found.get(event.values[2])
    if one is not None and one["thread"] == event.values[2]:
        one["discussion_posts"] += 1


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def plain(value: Any) -> Any:
    """Give a chain's value as JSON has it: bytes as hexadecimal digits, numbers as texts."""
    if isinstance(value, bytes):
        return "0x" + value.hex()
    if isinstance(value, dict):
        return {name: plain(inner) for name, inner in value.items()}
    if isinstance(value, tuple):
        return [plain(inner) for inner in value]
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


# ------------------------------------------------------------------------- seats


def seats(
    chain: Chain, events: list[Event], block: int, made: list[dict[str, Any]], names: dict[int, str]
) -> list[dict[str, Any]]:
    """Tell every council with its members, and what each of them did with the voting rounds of their term."""
    elected = [event for event in events if event.name == "Council.NewCouncilElected"]
    rounds = [round_ for one in made for round_ in one["rounds"]]
    paid = [event for event in events if event.name == "Council.RewardPayment"]
    found = []
    for number, event in enumerate(elected, 1):
        end = elected[number].block if number < len(elected) else None
        own = [each for each in rounds if event.block <= each["opened"] and (end is None or each["opened"] < end)]
        stored = {seat["membership_id"]: seat for seat in chain.get_at(event.block, "Council.CouncilMembers")}
        rewards = [each for each in paid if event.block < each.block <= (end or block)]
        members = [
            {
                "member": member,
                "handle": names.get(member),
                "stake": str(stored[member]["stake"]),
                **_participation(member, own),
                "rewards_paid": str(sum(each.values[2] for each in rewards if each.values[0] == member)),
            }
            for member in event.values[0]
        ]
        own_time = {"number": number, "elected": event.block, "ended": end}
        found.append({**own_time, "members": members, "payments": _payments(rewards)})
    return found


def _payments(rewards: list[Event]) -> list[list[Any]]:
    """Tell each payment of a council's rewards, oldest first: its block, what was paid, and what stayed owed as the budget did not cover it."""
    sums: dict[int, tuple[int, int]] = {}
    for each in rewards:
        before = sums.get(each.block, (0, 0))
        sums[each.block] = (before[0] + each.values[2], before[1] + each.values[3])
    return [[block, str(paid), str(missing)] for block, (paid, missing) in sums.items()]


def _participation(member: int, rounds: list[dict[str, Any]]) -> dict[str, Any]:
    """Count a seat's rounds: voted; missed where the round ran out; closed before the vote by others; still open.

    Eligible votes are those of rounds that have ended: voted in, or missed. A vote in a round still open counts as voted,
    and becomes an eligible one when the round ends.
    """
    counts = {"voted": 0, "missed": 0, "closed_before_voting": 0, "open": 0}
    kinds: dict[str, int] = {}
    eligible = 0
    for round_ in rounds:
        ended = round_["closed"] is not None
        vote = next((each for each in round_["votes"] if each["member"] == member), None)
        if vote is not None:
            counts["voted"] += 1
            eligible += ended
            kinds[vote["vote"]] = kinds.get(vote["vote"], 0) + 1
        elif not ended:
            counts["open"] += 1
        else:
            ran_out = round_["ended"] in ("expired", "council-change") and round_["closed"] > round_["opened"]
            counts["missed" if ran_out else "closed_before_voting"] += 1
            eligible += ran_out
    return {"eligible_votes": eligible, **counts, "votes_by_kind": kinds}
