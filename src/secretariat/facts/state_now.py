"""The council's state from the chain's own facts, as deadlines are worked out from it."""

import json
from collections.abc import Iterable, Mapping

from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import BlockTime, ChainHead, RuntimeConstant
from secretariat.facts.council_constants import BY_SPEC, MAINNET_GENESIS, CouncilConstants
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
from secretariat.facts.pace import Observation, measure
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_proposals import StoredProposal

PACE_BLOCKS = 100_800
"""The pace is measured over the last week of six-second blocks; older times stay facts and say nothing of it."""

NAMES: Mapping[str, str] = {
    "announcing_period_duration": "Council.AnnouncingPeriodDuration",
    "vote_stage_duration": "Referendum.VoteStageDuration",
    "reveal_stage_duration": "Referendum.RevealStageDuration",
    "idle_period_duration": "Council.IdlePeriodDuration",
    "council_size": "Council.CouncilSize",
    "min_number_of_extra_candidates": "Council.MinNumberOfExtraCandidates",
}


class StateUnknown(SecretariatError):
    """The chain's facts do not tell enough for deadlines; the message names what is missing."""


def state_now(
    head: ChainHead,
    stored: StoredCouncil,
    candidates: int,
    proposals: Iterable[StoredProposal],
    constants: Iterable[RuntimeConstant],
    times: Iterable[BlockTime],
) -> CouncilState:
    """Put the state together. Raises StateUnknown, and PaceUnknown when the times give no pace.

    ``candidates`` are those stored of the present cycle. A proposal without its parameters has no deadline and is left out.
    """
    return CouncilState(
        pace=measure(_observations(head, times)),
        constants=_constants(head, constants),
        council=_council(stored),
        referendum=_referendum(stored),
        cycle=stored.cycle,
        candidates=candidates,
        proposals=tuple(found for one in proposals if (found := _open(one)) is not None),
        genesis=head.genesis,
    )


def _observations(head: ChainHead, times: Iterable[BlockTime]) -> list[Observation]:
    if head.milliseconds is None:
        raise StateUnknown("The time of the finalised head is not known.")
    last = Observation(block=head.block, milliseconds=head.milliseconds)
    earlier = {
        one.block: Observation(block=one.block, milliseconds=one.milliseconds)
        for one in times
        if head.block - PACE_BLOCKS <= one.block < head.block
    }
    return [*(earlier[block] for block in sorted(earlier)), last]


def _constants(head: ChainHead, constants: Iterable[RuntimeConstant]) -> CouncilConstants:
    """Take the constants of the runtime in force; mainnet's known ones where its metadata was not read."""
    values = {one.name: json.loads(one.value) for one in constants if one.spec_version == head.spec_version}
    found = {field: value for field, name in NAMES.items() if type(value := values.get(name)) is int}
    if len(found) == len(NAMES):
        return CouncilConstants(**found)
    if head.genesis == MAINNET_GENESIS and head.spec_version in BY_SPEC:
        return BY_SPEC[head.spec_version]
    lacking = ", ".join(name for field, name in NAMES.items() if field not in found)
    raise StateUnknown(f"The runtime of spec version {head.spec_version} does not tell {lacking}.")


def _council(stored: StoredCouncil) -> CouncilStage:
    if stored.stage == "announcing":
        stage: Announcing | Election | Idle = Announcing(
            candidates_count=_known(stored.candidates_count, "the stage's count of candidates"),
            ends_at=_known(stored.stage_ends_at, "the end of the announcing stage"),
        )
    elif stored.stage == "election":
        stage = Election(candidates_count=_known(stored.candidates_count, "the stage's count of candidates"))
    elif stored.stage == "idle":
        stage = Idle(ends_at=_known(stored.stage_ends_at, "the end of the idle stage"))
    else:
        raise StateUnknown("The council's stage is not known.")
    return CouncilStage(stage=stage, changed_at=_known(stored.stage_changed_at, "the block the stage began in"))


def _referendum(stored: StoredCouncil) -> ReferendumStage:
    if stored.referendum == "inactive":
        return Inactive()
    if stored.referendum is None:
        raise StateUnknown("The referendum's stage is not known.")
    started = _known(stored.referendum_started, "the block the referendum's stage began in")
    winners = _known(stored.winning_target_count, "the number of winners")
    cycle = _known(stored.referendum_cycle, "the referendum's cycle")
    ends_at = _known(stored.referendum_ends_at, "the end of the referendum's stage")
    if stored.referendum == "voting":
        return Voting(started=started, winning_target_count=winners, current_cycle_id=cycle, ends_at=ends_at)
    return Revealing(
        started=started,
        winning_target_count=winners,
        current_cycle_id=cycle,
        ends_at=ends_at,
        intermediate_winners=len(stored.intermediate_winners),
    )


def _open(stored: StoredProposal) -> OpenProposal | None:
    periods = (stored.activated_at, stored.voting_period, stored.grace_period)
    activated, voting, grace = periods
    if stored.status is None or activated is None or voting is None or grace is None:
        return None
    return OpenProposal(
        number=stored.number,
        title=None,
        status=stored.status,
        activated_at=activated,
        voting_period=voting,
        grace_period=grace,
        constitutionality=stored.constitutionality or 1,
        council_confirmations=stored.council_confirmations or 0,
        exact_execution_block=stored.exact_execution_block,
        approved_at=stored.approved_at,
    )


def _known(value: int | None, what: str) -> int:
    if value is None:
        raise StateUnknown(f"The chain's facts do not tell {what}.")
    return value
