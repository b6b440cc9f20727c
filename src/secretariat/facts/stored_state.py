"""From the facts of the chain to the state that deadlines are worked out from."""

import json
from collections.abc import Iterable

from secretariat.facts.chain_head import BlockTime, ChainHead, RuntimeConstant
from secretariat.facts.council_constants import CouncilConstants
from secretariat.facts.council_stages import (
    Announcing,
    CouncilStage,
    Election,
    Idle,
    Inactive,
    ReferendumStage,
    Revealing,
    StateWrong,
    Voting,
)
from secretariat.facts.council_state import CouncilState, OpenProposal
from secretariat.facts.pace import Observation, Pace, PaceUnknown, measure
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_proposals import StoredProposal

CONSTANTS = {
    "announcing_period_duration": "Council.AnnouncingPeriodDuration",
    "vote_stage_duration": "Referendum.VoteStageDuration",
    "reveal_stage_duration": "Referendum.RevealStageDuration",
    "idle_period_duration": "Council.IdlePeriodDuration",
    "council_size": "Council.CouncilSize",
    "min_number_of_extra_candidates": "Council.MinNumberOfExtraCandidates",
}

PACE_BLOCKS = 100_800
"""The pace is measured over the last week of six-second blocks; older times stay facts and say nothing of it."""


def council_state(
    *,
    head: ChainHead,
    times: Iterable[BlockTime],
    council: StoredCouncil,
    constants: Iterable[RuntimeConstant],
    candidates: Iterable[StoredCandidate] = (),
    proposals: Iterable[StoredProposal] = (),
) -> CouncilState:
    """Put the facts of one head together.

    Times after the head and of more than a week before it are left out, and so are proposals of which status, start or
    periods are unknown. Constants are those of the head's spec version. Raises StateWrong naming what is unknown, and
    PaceUnknown.
    """
    stage, referendum = stages_of(council)
    return CouncilState(
        pace=measure(_recent(head, times)),
        constants=constants_of(constants, head.spec_version),
        council=stage,
        referendum=referendum,
        cycle=council.cycle,
        candidates=sum(1 for each in candidates if each.cycle == council.cycle),
        proposals=tuple(found for each in proposals if (found := open_proposal(each)) is not None),
        genesis=head.genesis,
    )


def stages_of(council: StoredCouncil) -> tuple[CouncilStage, ReferendumStage]:
    """Give the two stored stages. Raises StateWrong naming a part that is unknown."""
    changed_at = _known(council.stage_changed_at, "council_stage.changed_at")
    stage: Announcing | Election | Idle
    if council.stage == "announcing":
        count = _known(council.candidates_count, "council_stage.candidates_count")
        stage = Announcing(candidates_count=count, ends_at=_known(council.stage_ends_at, "council_stage.ends_at"))
    elif council.stage == "election":
        stage = Election(candidates_count=_known(council.candidates_count, "council_stage.candidates_count"))
    elif council.stage == "idle":
        stage = Idle(ends_at=_known(council.stage_ends_at, "council_stage.ends_at"))
    else:
        raise StateWrong("council_stage", "it is unknown")
    return CouncilStage(stage=stage, changed_at=changed_at), _referendum(council)


def _referendum(council: StoredCouncil) -> ReferendumStage:
    if council.referendum == "inactive":
        return Inactive()
    if council.referendum is None:
        raise StateWrong("referendum_stage", "it is unknown")
    started = _known(council.referendum_started, "referendum_stage.started")
    target = _known(council.winning_target_count, "referendum_stage.winning_target_count")
    cycle = _known(council.referendum_cycle, "referendum_stage.current_cycle_id")
    ends_at = _known(council.referendum_ends_at, "referendum_stage.ends_at")
    if council.referendum == "voting":
        return Voting(started=started, winning_target_count=target, current_cycle_id=cycle, ends_at=ends_at)
    return Revealing(
        started=started,
        winning_target_count=target,
        current_cycle_id=cycle,
        ends_at=ends_at,
        intermediate_winners=len(council.intermediate_winners),
    )


def constants_of(constants: Iterable[RuntimeConstant], spec_version: int) -> CouncilConstants:
    """Give the constants of one runtime that elections depend on. Raises StateWrong naming one that is unknown."""
    values = {each.name: each.value for each in constants if each.spec_version == spec_version}
    numbers = {field: _number(values.get(name), name) for field, name in CONSTANTS.items()}
    return CouncilConstants(**numbers)


def open_proposal(stored: StoredProposal) -> OpenProposal | None:
    """Give a proposal as deadlines need it; None where its status, start or periods are unknown."""
    if stored.status is None or stored.activated_at is None:
        return None
    if stored.voting_period is None or stored.grace_period is None:
        return None
    return OpenProposal(
        number=stored.number,
        title=None,
        status=stored.status,
        activated_at=stored.activated_at,
        voting_period=stored.voting_period,
        grace_period=stored.grace_period,
        constitutionality=1 if stored.constitutionality is None else stored.constitutionality,
        council_confirmations=stored.council_confirmations or 0,
        exact_execution_block=stored.exact_execution_block,
        approved_at=stored.approved_at,
    )


def _known(value: int | None, place: str) -> int:
    if value is None:
        raise StateWrong(place, "it is unknown")
    return value


def _number(text: str | None, name: str) -> int:
    value = None if text is None else json.loads(text)
    if type(value) is not int:
        raise StateWrong(f"constants.{name}", "it is unknown")
    return value


def pace_at(head: ChainHead, times: Iterable[BlockTime]) -> Pace | None:
    """Measure the pace up to a head as deadlines do; None where no pace follows from the times that are known."""
    try:
        return measure(_recent(head, times))
    except PaceUnknown:
        return None


def _recent(head: ChainHead, times: Iterable[BlockTime]) -> set[Observation]:
    return {
        Observation(block=each.block, milliseconds=each.milliseconds)
        for each in times
        if 0 <= head.block - each.block <= PACE_BLOCKS
    }
