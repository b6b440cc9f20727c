"""The runtime's constants that council elections depend on, as each spec version of the main network has them."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.facts.schedule import Durations

MAINNET_GENESIS = "0x6b5e488e0fa8f9821110d5c13f4c468abcd43ce5e297e62b34c53c3346465956"


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilConstants:
    """How long stages last in blocks, how many sit on the council, and how many more candidates an election needs."""

    announcing_period_duration: int
    vote_stage_duration: int
    reveal_stage_duration: int
    idle_period_duration: int
    council_size: int
    min_number_of_extra_candidates: int = 0


_FIRST = CouncilConstants(
    announcing_period_duration=129_600,
    vote_stage_duration=43_200,
    reveal_stage_duration=43_200,
    idle_period_duration=1,
    council_size=3,
)
_NARA = CouncilConstants(
    announcing_period_duration=86_400,
    vote_stage_duration=57_600,
    reveal_stage_duration=57_600,
    idle_period_duration=201_600,
    council_size=3,
)

BY_SPEC: Mapping[int, CouncilConstants] = {
    1000: _FIRST,
    1001: _FIRST,
    2000: _FIRST,
    2001: _FIRST,
    2002: _NARA,
    2003: _NARA,
    2004: _NARA,
}
"""By spec version of the production runtime.

Source: ``Council.AnnouncingPeriodDuration``, ``Council.IdlePeriodDuration``, ``Council.CouncilSize``,
``Council.MinNumberOfExtraCandidates``, ``Referendum.VoteStageDuration`` and ``Referendum.RevealStageDuration`` in the
metadata of specs 2000 to 2004 and in ``joy:runtime/src/lib.rs`` at the tags of specs 1000 and 1001. Builds for tests
carry the same spec versions with other constants, so a node's own metadata goes before this table.
"""


def durations_of(constants: CouncilConstants) -> Durations:
    """Give the stages' durations."""
    return Durations(
        announcing=constants.announcing_period_duration,
        voting=constants.vote_stage_duration,
        revealing=constants.reveal_stage_duration,
        idle=constants.idle_period_duration,
    )


def candidates_needed(constants: CouncilConstants) -> int:
    """Tell how many candidates an announcing period needs, else it begins anew.

    Source: ``end_announcement_period`` in ``joy:runtime-modules/council/src/lib.rs``.
    """
    return constants.council_size + constants.min_number_of_extra_candidates
