"""States of an invented chain, for the tests of deadlines."""

from random import Random

from secretariat.facts.council_constants import BY_SPEC, CouncilConstants
from secretariat.facts.council_stages import (
    Announcing,
    CouncilStage,
    Election,
    Idle,
    Inactive,
    ReferendumStage,
    Revealing,
    Voting,
)
from secretariat.facts.council_state import CouncilState, OpenProposal
from secretariat.facts.pace import Observation, Pace, measure

HEAD = 1_000_000
NARA = BY_SPEC[2004]
TESTING = CouncilConstants(
    announcing_period_duration=60,
    vote_stage_duration=20,
    reveal_stage_duration=20,
    idle_period_duration=10,
    council_size=5,
)


def pace(head: int = HEAD, milliseconds_per_block: int = 6_100) -> Pace:
    """Give an even pace: block n is n times as many milliseconds after 1970."""
    return measure(
        [
            Observation(block=block, milliseconds=block * milliseconds_per_block)
            for block in (head, max(head - 14_400, 0))
        ]
    )


def over(blocks: int, milliseconds_per_block: int) -> Pace:
    """Give a pace that is measured over so many blocks before the head."""
    return measure([Observation(block=HEAD - n, milliseconds=10**12 - n * milliseconds_per_block) for n in (0, blocks)])


def state(
    stage: Announcing | Election | Idle,
    referendum: ReferendumStage | None = None,
    *proposals: OpenProposal,
    head: int = HEAD,
    constants: CouncilConstants = NARA,
    cycle: int | None = None,
) -> CouncilState:
    """Give a state after block ``head``; the stage began a block before, an election with its voting or revealing."""
    began = referendum.started if isinstance(referendum, Voting | Revealing) else head - 1
    return CouncilState(
        pace=pace(head),
        constants=constants,
        council=CouncilStage(stage=stage, changed_at=began),
        referendum=referendum or Inactive(),
        cycle=cycle,
        proposals=proposals,
    )


def announcing(ends_at: int, candidates: int = 2, *proposals: OpenProposal, **given: object) -> CouncilState:
    """Give a state in which candidacies are announced."""
    return state(Announcing(candidates_count=candidates, ends_at=ends_at), None, *proposals, **given)  # type: ignore[arg-type]


def voting(ends_at: int, *proposals: OpenProposal, **given: object) -> CouncilState:
    """Give a state in which votes are cast."""
    stage = Voting(started=HEAD - 1, winning_target_count=3, current_cycle_id=40, ends_at=ends_at)
    return state(Election(candidates_count=4), stage, *proposals, **given)  # type: ignore[arg-type]


def revealing(ends_at: int, winners: int | None = 0, *proposals: OpenProposal, **given: object) -> CouncilState:
    """Give a state in which votes are revealed."""
    stage = Revealing(
        started=HEAD - 1, winning_target_count=3, current_cycle_id=40, ends_at=ends_at, intermediate_winners=winners
    )
    return state(Election(candidates_count=4), stage, *proposals, **given)  # type: ignore[arg-type]


def idle(ends_at: int, *proposals: OpenProposal, **given: object) -> CouncilState:
    """Give a state between elections."""
    return state(Idle(ends_at=ends_at), None, *proposals, **given)  # type: ignore[arg-type]


def proposal(number: int = 7, **given: object) -> OpenProposal:
    """Give an active proposal of three days with a grace period of two hours."""
    return OpenProposal(
        **{
            "number": number,
            "title": None,
            "status": "active",
            "activated_at": HEAD - 100,
            "voting_period": 43_200,
            "grace_period": 1_200,
            **given,
        }  # type: ignore[arg-type]
    )


def drawn_stages(chance: Random, head: int, ends: int) -> tuple[Announcing | Election | Idle, ReferendumStage]:
    """Draw any pair of stages that can be stored together after block ``head``, the present one with its end."""
    stage = chance.choice(
        (
            Idle(ends_at=ends),
            Announcing(candidates_count=chance.randrange(6), ends_at=ends),
            Election(candidates_count=4),
        )
    )
    if not isinstance(stage, Election):
        return stage, Inactive()
    winners = chance.choice((None, 0, 1, 2, 3))
    begun: type[Voting | Revealing] = chance.choice((Voting, Revealing))
    of_revealing = {} if begun is Voting else {"intermediate_winners": winners}
    return stage, begun(started=head - 3, winning_target_count=3, current_cycle_id=40, ends_at=ends, **of_revealing)
