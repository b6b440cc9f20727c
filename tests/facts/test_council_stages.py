"""The two stored stages: which pairs the chain can be in."""

import pytest

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
    current_span,
)

HEAD = 500
VOTING = Voting(started=450, winning_target_count=3, current_cycle_id=9, ends_at=600)
REVEALING = Revealing(started=470, winning_target_count=3, current_cycle_id=9, ends_at=700)


def council(stage: Announcing | Election | Idle, changed_at: int = 400) -> CouncilStage:
    return CouncilStage(stage=stage, changed_at=changed_at)


@pytest.mark.parametrize(
    ("stage", "referendum", "name", "begins", "ends"),
    [
        (Announcing(candidates_count=0, ends_at=501), Inactive(), "announcing", 400, 501),
        (Idle(ends_at=900), Inactive(), "idle", 400, 900),
        (Election(candidates_count=3), VOTING, "voting", 450, 600),
        (Election(candidates_count=3), REVEALING, "revealing", 470, 700),
    ],
)
def test_four_stages_are_seen(
    stage: Announcing | Election | Idle, referendum: ReferendumStage, name: str, begins: int, ends: int
) -> None:
    span = current_span(council(stage), referendum, HEAD)
    assert (span.stage, span.begins, span.ends) == (name, begins, ends)


def test_a_stage_may_begin_in_the_head_s_block() -> None:
    begun = Voting(started=HEAD, winning_target_count=3, current_cycle_id=9, ends_at=HEAD + 1)
    assert current_span(council(Election(candidates_count=3), HEAD), begun, HEAD).begins == HEAD
    assert current_span(council(Idle(ends_at=HEAD + 1), HEAD), Inactive(), HEAD).begins == HEAD


@pytest.mark.parametrize(
    ("stored", "referendum", "place", "words"),
    [
        (
            council(Announcing(candidates_count=0, ends_at=900)),
            VOTING,
            "referendum_stage",
            "Voting while the council's",
        ),
        (council(Idle(ends_at=900)), REVEALING, "referendum_stage", "Revealing while the council's stage is Idle"),
        (council(Election(candidates_count=3)), Inactive(), "referendum_stage", "Inactive while"),
        (council(Idle(ends_at=500)), Inactive(), "council_stage.stage.Idle.ends_at", "ended in block 500"),
        (
            council(Announcing(candidates_count=5, ends_at=20)),
            Inactive(),
            "council_stage.stage.Announcing.ends_at",
            "head is 500",
        ),
        (council(Idle(ends_at=900), 501), Inactive(), "council_stage.changed_at", "after the head 500"),
        (
            council(Election(candidates_count=3)),
            Voting(started=501, winning_target_count=3, current_cycle_id=9, ends_at=600),
            "referendum_stage.Voting.started",
            "after the head",
        ),
        (
            council(Election(candidates_count=3)),
            Revealing(started=400, winning_target_count=3, current_cycle_id=9, ends_at=500),
            "referendum_stage.Revealing.ends_at",
            "another stage was stored",
        ),
    ],
)
def test_a_pair_that_cannot_be_is_named(
    stored: CouncilStage, referendum: ReferendumStage, place: str, words: str
) -> None:
    with pytest.raises(StateWrong, match=words) as caught:
        current_span(stored, referendum, HEAD)
    assert caught.value.place == place
