"""Deadlines of a state in a file, or of the chain as it was read last."""

from pathlib import Path

from secretariat.facts.chain_head import BlockTime, ChainHead, RuntimeConstant
from secretariat.facts.council_stages import StateWrong
from secretariat.facts.council_state import CouncilState
from secretariat.facts.deadlines import Outlook, outlook
from secretariat.facts.pace import PaceUnknown
from secretariat.facts.records import CHAIN
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.stored_state import council_state
from secretariat.flow.context import Context
from secretariat.sources.deadlines_state import StateUnreadable, place_in, read_state
from secretariat.store import live
from secretariat.store.engine import reading
from secretariat.store.facts import load_records


def deadlines_at(path: Path) -> tuple[CouncilState, Outlook]:
    """Read a state and work out its deadlines. Raises StateUnreadable naming the file and the JSON path."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise StateUnreadable(f"{path} is not UTF-8 text; give a JSON file.") from error
    try:
        state = read_state(text)
        return state, outlook(state)
    except StateWrong as error:
        raise StateUnreadable(f"{path} cannot be used: {place_in(text, error.place)}: {error.what}.") from error
    except (StateUnreadable, PaceUnknown) as error:
        raise StateUnreadable(f"{path} cannot be used: {str(error).removesuffix('.')}.") from error


OF_ONE_BLOCK = (f"{CHAIN}/council", f"{CHAIN}/proposals")
"""Lists that tell nothing beside a head of another block."""

NEEDED = (ChainHead, StoredCouncil, StoredCandidate, StoredProposal, RuntimeConstant, BlockTime)


def deadlines_now(context: Context) -> tuple[CouncilState, Outlook]:
    """Work out the deadlines as of the last finalised head that was read; they are true however old it is.

    Raises StateUnreadable when the chain was never read or its facts do not tell enough, and PaceUnknown.
    """
    with reading(context.engine) as connection:
        heights = {name: known.height for name, known in live.lists_known(connection).items()}
        facts = [record.fact for record in load_records(connection, [cls.KIND for cls in NEEDED])]
    head = next((fact for fact in facts if isinstance(fact, ChainHead)), None)
    stored = next((fact for fact in facts if isinstance(fact, StoredCouncil)), None)
    if head is None or stored is None:
        raise StateUnreadable(
            "The chain was not read yet. Run `secretariat sync`, or give a state with --at STATE.json."
        )
    late = [name for name in OF_ONE_BLOCK if heights.get(name) != head.block]
    if late:
        raise StateUnreadable(
            f"The last sync did not get {' and '.join(late)} at block {head.block:,}, and deadlines need all of one block. "
            "`secretariat status` says why; run `secretariat sync` again, or give a state with --at STATE.json."
        )
    try:
        state = council_state(
            head=head,
            times=[fact for fact in facts if isinstance(fact, BlockTime)],
            council=stored,
            constants=[fact for fact in facts if isinstance(fact, RuntimeConstant)],
            candidates=[fact for fact in facts if isinstance(fact, StoredCandidate)],
            proposals=[fact for fact in facts if isinstance(fact, StoredProposal)],
        )
        return state, outlook(state)
    except StateWrong as error:
        raise StateUnreadable(f"The chain's state cannot be used: {error.place}: {error.what}.") from error
