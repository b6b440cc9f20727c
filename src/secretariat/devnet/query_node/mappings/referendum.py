"""The votes of elections: cast for nobody that can be read, revealed for a candidate, their stakes released."""

from secretariat.devnet.chain.kernel import Event
from secretariat.devnet.query_node.mappings.council import last_of
from secretariat.devnet.query_node.mappings.values import Mapping, account, hexadecimal, key, plain, told
from secretariat.devnet.query_node.store import Store


def _started(kind: str) -> Mapping:
    def mapping(store: Store, event: Event) -> None:
        told(store, event, kind, winningTargetCount=event.values[0])
        _referendum_stage(store, "ReferendumStageVoting", event.values[0], event.values[1])

    return mapping


def _referendum_stage(store: Store, kind: str, winners: int, ends_at: int) -> None:
    store.newest[kind] = store.add(
        kind,
        startedAtBlock=store.block,
        winningTargetCount=winners,
        electionRoundId=store.newest["round"]["id"],
        endsAt=ends_at,
    )


def revealing_stage_started(store: Store, event: Event) -> None:
    """Begin the revealing of votes."""
    told(store, event, "RevealingStageStartedEvent")
    winners = store.newest["ReferendumStageVoting"]["winningTargetCount"]
    _referendum_stage(store, "ReferendumStageRevealing", winners, event.values[0])


def vote_cast(store: Store, event: Event) -> None:
    """Add a vote that nobody can read yet."""
    voter, commitment, stake = event.values
    vote = store.add(
        "CastVote",
        commitment=hexadecimal(commitment),
        electionRoundId=store.newest["round"]["id"],
        stake=stake,
        stakeLocked=True,
        castBy=account(voter),
        votePower=stake,
    )
    told(store, event, "VoteCastEvent", castVoteId=vote["id"])


def vote_revealed(store: Store, event: Event) -> None:
    """Count a revealed vote for the newest candidacy of the member."""
    voter, member = event.values[:2]
    candidate = last_of(store, "Candidate", "memberId", key(member))
    vote = last_of(store, "CastVote", "castBy", account(voter) or "")
    store.change("CastVote", vote, voteForId=candidate["id"])
    store.change(
        "Candidate",
        candidate,
        votePower=candidate["votePower"] + vote["votePower"],
        lastVoteReceivedAtBlock=store.block,
        lastVoteReceivedAtEventNumber=event.index,
    )
    told(store, event, "VoteRevealedEvent", castVoteId=vote["id"])


def stake_released(store: Store, event: Event) -> None:
    """Release a vote's stake."""
    voter = account(event.values[0]) or ""
    told(store, event, "StakeReleasedEvent", stakingAccount=voter)
    store.change("CastVote", last_of(store, "CastVote", "castBy", voter), stakeLocked=False)


MAPPINGS: dict[str, Mapping] = {
    "Referendum.ReferendumStarted": _started("ReferendumStartedEvent"),
    "Referendum.ReferendumStartedForcefully": _started("ReferendumStartedForcefullyEvent"),
    "Referendum.RevealingStageStarted": revealing_stage_started,
    "Referendum.ReferendumFinished": plain("ReferendumFinishedEvent"),
    "Referendum.VoteCast": vote_cast,
    "Referendum.VoteRevealed": vote_revealed,
    "Referendum.StakeReleased": stake_released,
}
