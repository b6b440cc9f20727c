"""The truth about elections: who stood, who voted, how each ended and why."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain, Event

Names = dict[int, str]


def elections(chain: Chain, events: list[Event], block: int, names: Names) -> list[dict[str, Any]]:
    """Tell every election cycle from its announcing on; the last may be running."""
    found: list[dict[str, Any]] = []
    for event in events:
        if ending := _ENDINGS.get(event.name):
            ending(found[-1], event, *_seats(chain, event.block))
        if event.name in _BEGINNINGS:
            found.append(_begun(len(found) + 1, event))
        elif take := _TAKEN.get(event.name):
            take(found[-1] if found else None, event)
    for one in found:
        _finish(one, names)
    if found and found[-1]["outcome"] == "running":
        found[-1]["stage"] = _stage(chain, block)
    return found


_BEGINNINGS = frozenset(
    {"Council.AnnouncingPeriodStarted", "Council.NotEnoughCandidates", "Council.NewCouncilNotElected"}
)


def _begun(cycle: int, event: Event) -> dict[str, Any]:
    return {
        "cycle": cycle,
        "announcing_from": event.block,
        "announcing_ends": event.values[0],
        "voting_from": None,
        "voting_ends": None,
        "revealing_from": None,
        "revealing_ends": None,
        "ended": None,
        "outcome": "running",
        "why": None,
        "winners": [],
        "candidacies": [],
        "votes": {},
    }


def _stage(chain: Chain, block: int) -> dict[str, Any]:
    """Give the running stage as storage has it."""
    ((name, content),) = chain.get_at(block, "Council.Stage")["stage"].items()
    if name == "Election":
        ((name, content),) = chain.get_at(block, "Referendum.Stage").items()
    return {"name": name.lower(), "ends_at": content["ends_at"], "candidates_count": content.get("candidates_count")}


# ---------------------------------------------------------------------- endings


def _seats(chain: Chain, block: int) -> tuple[int, int]:
    """Give how many seats there are and how many must stand at least, by the runtime in force when the block began."""
    constants = chain.get_at(block - 1, ":spec").constants
    size: int = constants["Council.CouncilSize"]
    return size, size + constants["Council.MinNumberOfExtraCandidates"]


def _too_few_stood(one: dict[str, Any], event: Event, _seats: int, least: int) -> None:
    standing = sum(1 for each in one["candidacies"] if each["withdrawn"] is None)
    one.update(
        ended=event.block, outcome="too-few-candidates", why=f"{standing} of {least} stood when announcing ended"
    )


def _too_few_revealed(one: dict[str, Any], event: Event, seats: int, _least: int) -> None:
    voted_for = {vote["for"] for vote in one["votes"].values() if vote["for"] is not None}
    why = f"{len(voted_for)} of {seats} had a revealed vote"
    one.update(ended=event.block, outcome="too-few-revealed", why=why)


def _elected(one: dict[str, Any], event: Event, seats: int, _least: int) -> None:
    why = f"{seats} with the most revealed stake"
    one.update(ended=event.block, outcome="elected", why=why, winners=list(event.values[0]))


_ENDINGS = {
    "Council.NotEnoughCandidates": _too_few_stood,
    "Council.NewCouncilNotElected": _too_few_revealed,
    "Council.NewCouncilElected": _elected,
}


# ------------------------------------------------------------------ what happens


def _stood(one: Any, event: Event) -> None:
    member, staking, reward, stake = event.values
    one["candidacies"].append(
        {
            "member": member,
            "announced": event.block,
            "withdrawn": None,
            "stake": str(stake),
            "staking_account": "0x" + staking.hex(),
            "reward_account": "0x" + reward.hex(),
            "note": None,
        }
    )


def _newest(one: Any, member: int) -> dict[str, Any] | None:
    own = [each for each in one["candidacies"] if each["member"] == member]
    return own[-1] if own else None


def _withdrew(one: Any, event: Event) -> None:
    if (candidacy := _newest(one, event.values[0])) is not None:
        candidacy["withdrawn"] = event.block


def _noted(one: Any, event: Event) -> None:
    if (candidacy := _newest(one, event.values[0])) is not None:
        candidacy["note"] = "0x" + event.values[1].hex()


def _voting(one: Any, event: Event) -> None:
    one.update(voting_from=event.block, voting_ends=event.values[1])


def _revealing(one: Any, event: Event) -> None:
    one.update(revealing_from=event.block, revealing_ends=event.values[0])


def _cast(one: Any, event: Event) -> None:
    account, commitment, stake = event.values
    one["votes"]["0x" + account.hex()] = {
        "stake": stake,
        "cast": event.block,
        "commitment": "0x" + commitment.hex(),
        "for": None,
        "revealed": None,
    }


def _revealed(one: Any, event: Event) -> None:
    account, member, _salt = event.values
    one["votes"]["0x" + account.hex()].update({"for": member, "revealed": event.block})


_TAKEN = {
    "Council.NewCandidate": _stood,
    "Council.CandidacyWithdraw": _withdrew,
    "Council.CandidacyNoteSet": _noted,
    "Referendum.ReferendumStarted": _voting,
    "Referendum.RevealingStageStarted": _revealing,
    "Referendum.VoteCast": _cast,
    "Referendum.VoteRevealed": _revealed,
}


def _finish(one: dict[str, Any], names: Names) -> None:
    """Add sums to an election, and turn amounts into texts."""
    votes = one["votes"].values()
    for candidacy in one["candidacies"]:
        member = candidacy["member"]
        own = [vote["stake"] for vote in votes if vote["for"] == member] if candidacy["withdrawn"] is None else []
        candidacy.update(
            handle=names.get(member),
            votes=len(own),
            vote_stake=str(sum(own)),
            elected=member in one["winners"] and candidacy["withdrawn"] is None,
        )
    one["turnout"] = {
        "cast": len(votes),
        "cast_stake": str(sum(vote["stake"] for vote in votes)),
        "revealed": sum(1 for vote in votes if vote["for"] is not None),
        "revealed_stake": str(sum(vote["stake"] for vote in votes if vote["for"] is not None)),
    }
    for vote in votes:
        vote["stake"] = str(vote["stake"])
