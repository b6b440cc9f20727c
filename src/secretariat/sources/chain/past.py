"""The chain as it was: states at blocks of the past, each read by the runtime that wrote it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from secretariat.clients.failures import CallFailed
from secretariat.clients.substrate.keys import has_item, storage_key
from secretariat.clients.substrate.rpc import TRIES, Call, Node, ask_ahead, calls, told_ahead
from secretariat.clients.substrate.storage import key_calls, storage_calls
from secretariat.clients.substrate.wrong import ItemMissing, MetadataWrong, NodeRefused, StateGone, ValueWrong
from secretariat.facts.chain_head import ChainHead
from secretariat.facts.past_states import ComparedState, EraPayout, PastState
from secretariat.facts.stored_council import StoredCandidate, StoredCouncil
from secretariat.facts.stored_groups import StoredGroup
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain import council, counts, groups, validators
from secretariat.sources.chain.ahead import value_calls
from secretariat.sources.chain.heads import Runtimes, hash_at, is_known, runtime_of, spec_in, state_at
from secretariat.sources.chain.state import UNREADABLE, Entry, StateAt, keys_of, plain, split

STATE = "state"
"""Key of the one state that is held against the query node."""

TOGETHER = 24
"""So many states are read together at most; what they ask for is in requests of no more keys than a node is asked at once."""

Read = Callable[[StateAt], object]


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What is read of each state beside items of one value: entries that follow from those, and whole maps."""

    entries: Callable[[StateAt], list[Entry]] = lambda at: []
    maps: tuple[str, ...] = ()


PAYOUTS, CANDIDATES = Beside(entries=validators.payouts_ahead), Beside(maps=(council.CANDIDATES,))
"""What ``read_past`` and ``read_compared`` read."""


@dataclass(kw_only=True)
class PastRead:
    """What became of the blocks that were asked for: read, gone with every node, or no state that can be read, with why.

    ``failure`` is why a node stopped to answer before all were read, ``left`` are those for which no more requests were to be
    made: the next run goes on.
    """

    done: list[int] = field(default_factory=list)
    gone: tuple[int, ...] = ()
    unreadable: dict[int, str] = field(default_factory=dict)
    failure: CallFailed | None = None
    left: tuple[int, ...] = ()


@dataclass(frozen=True, kw_only=True)
class _Reading:
    """One call of ``read_states``; ``left`` are the blocks still to be read, ``most`` so many requests to all nodes."""

    nodes: Sequence[Node]
    head: ChainHead
    runtimes: Runtimes
    read: Read
    beside: Beside
    found: PastRead
    left: list[int]
    most: int | None

    def over(self) -> bool:
        """Tell whether so many requests were made as are allowed."""
        return self.most is not None and sum(node.requests for node in self.nodes) >= self.most


def read_states(
    nodes: Sequence[Node],
    head: ChainHead,
    runtimes: Runtimes,
    blocks: Sequence[int],
    read: Read,
    *,
    beside: Beside = PAYOUTS,
    most: int | None = None,
) -> PastRead:
    """Call ``read`` with the state after each block, in the order given, newest first; ``beside`` is what it will ask for.

    Each node is asked for what those before it did not give. A node that has discarded one state is taken to have
    discarded those before it, too. One that is of another chain than ``head`` is passed over. One state is read at least;
    no other is begun after ``most`` further requests.
    """
    found, gone = PastRead(), False
    if most is not None:
        most += sum(node.requests for node in nodes)
    now = _Reading(
        nodes=nodes,
        head=head,
        runtimes=runtimes,
        read=read,
        beside=beside,
        found=found,
        left=list(blocks),
        most=most,
    )
    for node in nodes:
        try:
            _read_from(node, now)
        except StateGone:
            gone = True
        except CallFailed as error:
            found.failure = error
        else:
            found.failure, found.left = None, tuple(now.left)
            return found
    if gone and found.failure is None:
        found.gone = tuple(now.left)
    return found


def _read_from(node: Node, now: _Reading) -> None:
    """Read states until none is left, or so many requests were made. Raises StateGone, and what calls raise."""
    hashes, most = _hashes(node, now), 1  # the first one alone: a node may have none of them, or take nothing together
    while now.left:
        group = now.left[: most if _takes_many(node) else 1]
        most = TOGETHER
        asked = [("chain_getBlockHash", [block]) for block in group if block not in hashes]
        for (_, (block,)), answer in zip(asked, calls(node, asked), strict=True):
            hashes[block] = hash_at(node, block, answer)
        for block, state in _states(node, now, {block: hashes[block] for block in group}).items():
            _read_one(block, state, now)
            now.left.remove(block)
            if now.over():
                return


def _takes_many(node: Node) -> bool:
    return node.batches and node.way == "many"


def _hashes(node: Node, now: _Reading) -> dict[int, str | None]:
    """Ask for the hash of the first block. Raises StateGone for a node that has another block at the head's height."""
    head, first = calls(node, [("chain_getBlockHash", [block]) for block in (now.head.block, now.left[0])])
    if head != now.head.hash:
        raise _gone(node, f"it has another block {now.head.block:,} than the one that was read")
    return {now.left[0]: hash_at(node, now.left[0], first)}


def _states(node: Node, now: _Reading, hashes: Mapping[int, str | None]) -> dict[int, StateAt | Exception]:
    """Give the states after some blocks, or why one is not had, until there is no more use in asking for them together.

    What ``read`` asks for is asked ahead.
    """
    _values_ahead(node, now, [block_hash for block_hash in hashes.values() if block_hash is not None])
    found: dict[int, StateAt | Exception] = {}
    for block, block_hash in hashes.items():
        try:
            found[block] = _state_after(node, block, block_hash, now.runtimes)
        except CallFailed as error:
            found[block] = error
            break
        except Exception as error:  # one state that nobody can read must not keep the others back for ever
            found[block] = error
        if not _takes_many(node):
            break
    states = [at for at in found.values() if isinstance(at, StateAt)]
    if len(states) > 1:
        ask_ahead(node, [one for at in states for one in _entry_calls(at, now.beside)])
    return found


def _entry_calls(at: StateAt, beside: Beside) -> list[Call]:
    with suppress(ItemMissing, ValueWrong):  # told where the state is read
        return storage_calls(at.node, keys_of(at.runtime, beside.entries(at)), at.hash)
    return []


def _values_ahead(node: Node, now: _Reading, hashes: Sequence[str]) -> None:
    """Ask for versions and values of states, of one alone by the runtime that the head has: it most often is that one."""
    if not _takes_many(node):
        return
    versions = [("state_getRuntimeVersion", [block_hash]) for block_hash in hashes]
    if len(hashes) == 1 and is_known(now.runtimes, now.head.spec_version):
        ask_ahead(node, [*versions, *_value_calls(node, now, hashes[0], now.head.spec_version)])
        return
    ask_ahead(node, versions)
    said = {block_hash: told_ahead(node, "state_getRuntimeVersion", block_hash) for block_hash in hashes}
    specs = {block_hash: spec_in(answer) for block_hash, answer in said.items()}
    asked = [_value_calls(node, now, block_hash, spec) for block_hash, spec in specs.items() if spec is not None]
    ask_ahead(node, [one for each in asked for one in each])


def _value_calls(node: Node, now: _Reading, block_hash: str, spec: int) -> list[Call]:
    with suppress(NodeRefused, MetadataWrong, ItemMissing, ValueWrong):  # told where the state is read
        runtime = runtime_of(node, block_hash, spec, now.runtimes)
        prefixes = [storage_key(runtime, *split(name)) for name in now.beside.maps if has_item(runtime, *split(name))]
        return [*value_calls(node, runtime, block_hash), *key_calls(prefixes, block_hash)]
    return []


def _read_one(block: int, state: StateAt | Exception, now: _Reading) -> None:
    """Read a state, or say why it cannot be read. Raises what calls raise."""
    if isinstance(state, CallFailed):
        raise state
    why = state if isinstance(state, Exception) else _unreadable(state, now.read)
    if why is None:
        now.found.done.append(block)
    else:
        now.found.unreadable[block] = f"{type(why).__name__}: {str(why)[:200]}"


def _unreadable(at: StateAt, read: Read) -> Exception | None:
    try:
        read(at)
    except CallFailed:
        raise
    except Exception as error:  # one state that nobody can read must not keep the others back for ever
        return error
    return None


def _state_after(node: Node, block: int, block_hash: str | None, runtimes: Runtimes) -> StateAt:
    """Give the state after a block; where that brought a new runtime, what it stored is still written by the one before."""
    if block_hash is None:
        raise _gone(node, f"it has no block {block:,}")
    at, _ = state_at(node, block, block_hash, runtimes)
    return at if at.hash == block_hash else replace(at, block=block, hash=block_hash)


def _gone(node: Node, what: str) -> StateGone:
    return StateGone(node.address, what, code=0, remedy="Give the address of an archive node ([chain] urls).")


def read_past(at: StateAt, reading: Reading) -> None:
    """Read what terms begin and end with, in one request for many keys and one for eras; the key is the block."""
    _surely(at, reading, _read_past)


def _surely(at: StateAt, reading: Reading, read: Callable[[StateAt, Reading], None]) -> None:
    """Read a state, again where a value does not fit its type: what is kept for ever must not rest on an answer cut once."""
    for _ in range(TRIES):
        found = Reading(path=reading.path, format=reading.format)
        read(at, found)
        if not any(one.code == UNREADABLE for one in found.problems):
            break
        at.held.forget()
    reading.records.update(found.records)
    reading.problems += found.problems


def _read_past(at: StateAt, reading: Reading) -> None:
    pallets = groups.group_pallets(at.runtime)
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
    _surely(at, reading, _read_compared)


def _read_compared(at: StateAt, reading: Reading) -> None:
    pallets = groups.group_pallets(at.runtime)
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
