"""The chain as it was: states at blocks of the past, each read by the runtime that wrote it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from secretariat.clients.failures import CallFailed
from secretariat.clients.substrate.rpc import Node, calls
from secretariat.clients.substrate.wrong import StateGone
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.past_states import ComparedState, EraPayout, PastState
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_groups import StoredGroup
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain import council, counts, groups, validators
from secretariat.sources.chain.heads import Runtimes, hash_text, state_at
from secretariat.sources.chain.state import StateAt, plain

STATE = "state"
"""Key of the one state that is held against the query node."""

Read = Callable[[StateAt], object]


@dataclass(kw_only=True)
class PastRead:
    """What became of the blocks that were asked for: read, gone with every node, or no state that can be read, with why.

    ``failure`` is why a node stopped to answer before all were read: the next run goes on.
    """

    done: list[int] = field(default_factory=list)
    gone: tuple[int, ...] = ()
    unreadable: dict[int, str] = field(default_factory=dict)
    failure: CallFailed | None = None


def read_states(
    nodes: Sequence[Node], head: ChainHead, runtimes: Runtimes, blocks: Sequence[int], read: Read
) -> PastRead:
    """Call ``read`` with the state after each block, in the order given, newest first.

    Each node is asked for what those before it did not give. A node that has discarded one state is taken to have
    discarded those before it, too. One that is of another chain than ``head`` is passed over.
    """
    found, left, gone = PastRead(), list(blocks), False
    for node in nodes:
        try:
            hashes = _hashes(node, head, left)
            while left:
                _read_one(node, left[0], hashes[left[0]], runtimes, read, found)
                left.pop(0)
        except StateGone:
            gone = True
        except CallFailed as error:
            found.failure = error
        if not left:
            found.failure = None
            return found
    if gone and found.failure is None:
        found.gone = tuple(left)
    return found


def _hashes(node: Node, head: ChainHead, blocks: Sequence[int]) -> dict[int, str | None]:
    """Ask for the hashes of blocks. Raises StateGone for a node that has another block at the head's height."""
    first, *rest = calls(node, [("chain_getBlockHash", [block]) for block in (head.block, *blocks)])
    if first != head.hash:
        raise _gone(node, f"it has another block {head.block:,} than the one that was read")
    return {
        block: None if answer is None else hash_text(node, answer) for block, answer in zip(blocks, rest, strict=True)
    }


def _read_one(node: Node, block: int, block_hash: str | None, runtimes: Runtimes, read: Read, found: PastRead) -> None:
    if block_hash is None:
        raise _gone(node, f"it has no block {block:,}")
    try:
        read(_state_after(node, block, block_hash, runtimes))
    except CallFailed:
        raise
    except Exception as error:  # one state that nobody can read must not keep the others back for ever
        found.unreadable[block] = f"{type(error).__name__}: {str(error)[:200]}"
        return
    found.done.append(block)


def _state_after(node: Node, block: int, block_hash: str, runtimes: Runtimes) -> StateAt:
    """Give the state after a block; where that brought a new runtime, what it stored is still written by the one before."""
    at, _ = state_at(node, block, block_hash, runtimes)
    return at if at.hash == block_hash else replace(at, block=block, hash=block_hash)


def _gone(node: Node, what: str) -> StateGone:
    return StateGone(node.address, what, code=0, remedy="Give the address of an archive node ([chain] urls).")


def read_past(at: StateAt, reading: Reading) -> None:
    """Read what terms begin and end with, in one request for many keys and one for eras; the key is the block."""
    pallets = groups.group_pallets(at)
    names = [*council.ITEMS, *groups.items_of(pallets), *counts.ITEMS, *validators.ITEMS]
    found = plain(at, reading, names)
    whole_set = validators.set_of(at, reading, found, validators.in_office(at, reading, found))
    payouts: tuple[EraPayout, ...] = ()
    stake = None
    if whole_set.era is not None:
        payouts, stake = validators.payouts_at(at, reading, whole_set.era)
    fact = PastState(
        spec_version=at.spec_version,
        issuance=counts.issuance_of(found),
        council=council.council_of(at, reading, found),
        groups=tuple(groups.group_of(at, reading, found, group, pallet) for group, pallet in pallets.items()),
        validators=whole_set,
        validator_stake=stake,
        payouts=payouts,
        counters=counts.counters_of(found),
    )
    reading.add(str(at.block), at.block, fact)


def read_compared(at: StateAt, reading: Reading) -> None:
    """Read what is held against the query node."""
    pallets = groups.group_pallets(at)
    found = plain(at, reading, [*council.ITEMS, *groups.items_of(pallets)])
    known = council.council_of(at, reading, found)
    apart = Reading(path=reading.path, format=reading.format)
    council.read_candidates(at, apart, known)
    candidates = [one.fact for one in apart.records.values() if isinstance(one.fact, StoredCandidate)]
    held = [groups.group_of(at, reading, found, group, pallet) for group, pallet in pallets.items()]
    reading.add(STATE, at.block, compared(known, candidates, held))


def compared(
    known: StoredCouncil | None, candidates: Sequence[StoredCandidate], held: Sequence[StoredGroup]
) -> ComparedState:
    """Put together what is held against the query node."""
    members = tuple(sorted(one.member_id for one in candidates))
    return ComparedState(council=known, candidates=members, groups=tuple(sorted(held, key=lambda one: one.group)))
