"""The elections ahead, as the stored facts of the head tell them."""

from collections.abc import Mapping

from secretariat.facts.chain_head import RuntimeConstant
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
        constants=constants_of((one.fact for one in snapshot.of(RuntimeConstant)), spec_version),
        council=council,
        referendum=referendum,
        cycle=stored.cycle,
    )
    return {branch: election for branch, (election, _) in ways(state).elections.items()}
