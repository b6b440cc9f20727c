"""Election cycles, candidacies, votes, and the events of elections."""

from secretariat.facts.election_cycles import Candidacy, CastVote, ElectionCycle, ElectionEvent, ReferendumStage
from secretariat.sources.query_node.parse.events import CREATED_AT, event
from secretariat.sources.query_node.shapes import Field, Shape
from secretariat.sources.query_node.values import amount, moment, name, number, one_of, truth, whole

CYCLE = Shape(
    fact=ElectionCycle,
    fields=(
        CREATED_AT,
        Field("cycleId", "cycle", whole, places=True),
        Field("isFinished", "finished", truth, places=True),
        Field("endedAtBlock", "ended_block", whole, optional=True, places=True),
        Field("endedAtTime", "ended_at", moment, optional=True),
        Field("electedCouncilId", "council", name),
        Field("nextElectedCouncilId", "next_council", name, optional=True, places=True),
    ),
)
_REFERENDUM = (
    CREATED_AT,
    Field("electionRoundId", "election", name, places=True),
    Field("startedAtBlock", "started_block", whole),
    Field("endsAt", "ends_at", whole),
    Field("winningTargetCount", "winners", whole),
)
VOTING_STAGE = Shape(fact=ReferendumStage, fixed={"stage": "voting"}, fields=_REFERENDUM)
REVEALING_STAGE = Shape(fact=ReferendumStage, fixed={"stage": "revealing"}, fields=_REFERENDUM)
CANDIDACY = Shape(
    fact=Candidacy,
    fields=(
        CREATED_AT,
        Field("electionRoundId", "election", name, places=True),
        Field("memberId", "member_id", number, places=True),
        Field("status", "status", one_of("ACTIVE", "WITHDRAWN", "ELECTED", "FAILED"), places=True),
        Field("stake", "stake", amount),
        Field("stakeLocked", "stake_locked", truth),
        Field("votePower", "vote_power", amount),
        Field("lastVoteReceivedAtBlock", "last_vote_block", whole, optional=True),
        Field("lastVoteReceivedAtEventNumber", "last_vote_event", whole, optional=True),
        Field("stakingAccountId", "staking_account", name),
        Field("rewardAccountId", "reward_account", name),
    ),
)
VOTE = Shape(
    fact=CastVote,
    fields=(
        CREATED_AT,
        Field("electionRoundId", "election", name, places=True),
        Field("castBy", "account", name),
        Field("stake", "stake", amount),
        Field("stakeLocked", "stake_locked", truth),
        Field("votePower", "vote_power", amount),
        Field("voteForId", "candidacy", name, optional=True),
    ),
)

ANNOUNCING_STARTED = event(ElectionEvent, "announcing-period-started")
NOT_ENOUGH_CANDIDATES = event(ElectionEvent, "not-enough-candidates")
VOTING_STARTED = event(ElectionEvent, "voting-period-started", Field("numOfCandidates", "candidates", whole))
REFERENDUM_STARTED = event(ElectionEvent, "referendum-started", Field("winningTargetCount", "winners", whole))
REVEALING_STARTED = event(ElectionEvent, "revealing-stage-started")
REFERENDUM_FINISHED = event(ElectionEvent, "referendum-finished")
COUNCIL_ELECTED = event(ElectionEvent, "new-council-elected", Field("electedCouncilId", "council", name))
COUNCIL_NOT_ELECTED = event(ElectionEvent, "new-council-not-elected")
NEW_CANDIDATE = event(
    ElectionEvent,
    "new-candidate",
    Field("candidateId", "candidacy", name),
    Field("electionRoundId", "election", name, places=True),
    Field("balance", "stake", amount),
)
CANDIDACY_WITHDRAWN = event(ElectionEvent, "candidacy-withdrawn", Field("candidateId", "candidacy", name))
VOTE_CAST = event(ElectionEvent, "vote-cast", Field("castVoteId", "vote", name))
VOTE_REVEALED = event(ElectionEvent, "vote-revealed", Field("castVoteId", "vote", name))
