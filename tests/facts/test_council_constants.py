"""The constants by spec version, against those decoded from real metadata where it is at hand."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from secretariat.facts.council_constants import BY_SPEC, CouncilConstants, candidates_needed, durations_of


def test_an_election_without_a_failure_takes_its_known_time() -> None:
    cycles = {
        spec: sum((each.announcing, each.voting, each.revealing, each.idle))
        for spec, each in ((spec, durations_of(constants)) for spec, constants in BY_SPEC.items())
    }
    assert cycles == dict.fromkeys((1000, 1001, 2000, 2001), 216_001) | dict.fromkeys((2002, 2003, 2004), 403_200)
    assert {candidates_needed(constants) for constants in BY_SPEC.values()} == {3}


@pytest.mark.parametrize("spec", [2001, 2002, 2003, 2004])
def test_the_constants_are_those_of_the_metadata(shared: Callable[[str], Path], spec: int) -> None:
    decoded = json.loads(shared("facts/const_history.json").read_text(encoding="utf-8"))[str(spec)]
    assert BY_SPEC[spec] == CouncilConstants(
        announcing_period_duration=decoded["Council.AnnouncingPeriodDuration"],
        vote_stage_duration=decoded["Referendum.VoteStageDuration"],
        reveal_stage_duration=decoded["Referendum.RevealStageDuration"],
        idle_period_duration=decoded["Council.IdlePeriodDuration"],
        council_size=decoded["Council.CouncilSize"],
        min_number_of_extra_candidates=decoded["Council.MinNumberOfExtraCandidates"],
    )
