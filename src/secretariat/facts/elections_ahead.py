"""The elections ahead, as the stored facts of the head tell them."""

from collections.abc import Mapping

from secretariat.facts.chain_head import RuntimeConstant
from secretariat.facts.council_constants import CouncilConstants, durations_of
from secretariat.facts.council_stages import Election, Idle
from secretariat.facts.council_state import CouncilState
from secretariat.facts.election_ways import Branch, ways
from secretariat.facts.pace import Pace
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.stored_council import StoredCouncil
from secretariat.facts.stored_state import constants_of, stages_of


def elections_ahead(
    snapshot: Snapshot, stored: StoredCouncil, *, pace: Pace, spec_version: int
) -> Mapping[Branch, int]:
    """Give the block of the next election on each branch that comes to one.

    Raises StateWrong naming what is unknown, or what the chain cannot have stored.
    """
    council, referendum = stages_of(stored)
    state = CouncilState(
        pace=pace,
        constants=_constants(snapshot, spec_version),
        council=council,
        referendum=referendum,
        cycle=stored.cycle,
    )
    return {branch: election for branch, (election, _) in ways(state).elections.items()}


def _constants(snapshot: Snapshot, spec_version: int) -> CouncilConstants:
    return constants_of((one.fact for one in snapshot.of(RuntimeConstant)), spec_version)


def nearest_that_failed(
    snapshot: Snapshot, stored: StoredCouncil, *, began: int, elected_in: int | None, spec_version: int
) -> int | None:
    """Tell how many blocks away the election was at the least, before one of this term failed; None where none did.

    It is nearest in the last block of the stage in which it fails, one before the block in which announcing begins anew: there a whole voting
    and revealing and one block away where announcing fails, one block where revealing does. Which
    it was follows from the blocks that passed since the idle stage: ``began`` is the term's first block, ``elected_in`` the cycle that
    elected its council (None: not known; then as soon as one can have failed in revealing, one did). Durations are those of the runtime in
    force. Raises StateWrong as ``elections_ahead`` does.
    """
    council, _ = stages_of(stored)
    lasts = durations_of(_constants(snapshot, spec_version))
    if isinstance(council.stage, Idle):
        return None
    announced = council.changed_at - (lasts.announcing if isinstance(council.stage, Election) else 0)
    spent = announced - began - lasts.idle
    failed = None if elected_in is None or stored.cycle is None else stored.cycle - elected_in - 1
    if spent <= 0 or failed == 0:
        return None
    votes = lasts.voting + lasts.revealing
    beyond = spent - (lasts.announcing if failed is None else failed * lasts.announcing)
    return 1 if beyond >= votes else votes + 1
