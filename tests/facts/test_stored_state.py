"""The state for deadlines out of the chain's facts."""

from dataclasses import replace
from fractions import Fraction

import pytest

from secretariat.facts.chain_head import BlockTime, ChainHead, RuntimeConstant
from secretariat.facts.council_stages import Announcing, Election, Idle, Inactive, Revealing, StateWrong, Voting
from secretariat.facts.pace import PaceUnknown
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil, Winner
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_state import CONSTANTS, constants_of, council_state, open_proposal, stages_of

HEAD = ChainHead(
    network="mainnet", chain="mainnet", block=1000, hash="0xaa", genesis="0x01", spec_name="x", spec_version=7
)
ANNOUNCING = StoredCouncil(
    cycle=9, stage="announcing", stage_changed_at=990, stage_ends_at=1050, candidates_count=2, referendum="inactive"
)
CONSTANT = [
    RuntimeConstant(spec_version=7, name=name, value=str(10 + place)) for place, name in enumerate(CONSTANTS.values())
]
TIMES = [BlockTime(block=block, hash="0x", milliseconds=block * 6000) for block in (900, 1000, 1100)]


def test_facts_of_one_head_make_its_state() -> None:
    old = RuntimeConstant(spec_version=6, name="Council.CouncilSize", value="99")
    candidates = [StoredCandidate(member_id=1, cycle=9), StoredCandidate(member_id=2, cycle=8)]
    pending = StoredProposal(
        number=3, status="pending-execution", activated_at=900, approved_at=950, voting_period=40, grace_period=5
    )
    state = council_state(
        head=HEAD,
        times=TIMES,
        council=ANNOUNCING,
        constants=[old, *CONSTANT],
        candidates=candidates,
        proposals=[pending, StoredProposal(number=4)],
    )
    assert state.council.stage == Announcing(candidates_count=2, ends_at=1050)
    assert state.referendum == Inactive()
    assert (state.pace.head.block, state.pace.mean) == (1000, Fraction(6000)), "a time after the head is not its past"
    assert (state.constants.announcing_period_duration, state.constants.council_size) == (10, 14)
    assert (state.candidates, state.cycle, state.genesis) == (1, 9, "0x01")
    assert [(each.number, each.approved_at, each.constitutionality) for each in state.proposals] == [(3, 950, 1)]


def test_every_stage_has_its_own_shape() -> None:
    idle = replace(ANNOUNCING, stage="idle")
    assert stages_of(idle)[0].stage == Idle(ends_at=1050)
    voting = replace(
        ANNOUNCING,
        stage="election",
        stage_ends_at=None,
        referendum="voting",
        referendum_started=1,
        referendum_ends_at=2,
        referendum_cycle=9,
        winning_target_count=3,
    )
    numbers = {"started": 1, "winning_target_count": 3, "current_cycle_id": 9, "ends_at": 2}
    assert stages_of(voting)[0].stage == Election(candidates_count=2)
    assert stages_of(voting)[1] == Voting(**numbers)
    revealing = replace(voting, referendum="revealing", intermediate_winners=(Winner(member_id=1),))
    assert stages_of(revealing)[1] == Revealing(**numbers, intermediate_winners=1)


@pytest.mark.parametrize("unknown", ["stage", "stage_changed_at", "stage_ends_at", "candidates_count", "referendum"])
def test_what_is_unknown_is_named_and_never_guessed(unknown: str) -> None:
    with pytest.raises(StateWrong, match="unknown"):
        stages_of(replace(ANNOUNCING, **{unknown: None}))  # type: ignore[arg-type]


def test_constants_of_another_runtime_do_not_count() -> None:
    with pytest.raises(StateWrong, match=r"constants\.Council\.AnnouncingPeriodDuration"):
        constants_of(CONSTANT, 8)
    with pytest.raises(PaceUnknown):
        council_state(head=HEAD, times=TIMES[:1], council=ANNOUNCING, constants=CONSTANT)


def test_a_proposal_without_its_periods_has_no_deadline() -> None:
    assert open_proposal(StoredProposal(number=1, status="active", activated_at=5, voting_period=40)) is None
