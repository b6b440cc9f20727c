"""Storage read before the lists ask for it, so that all of them together take a handful of requests.

The state of one block never changes: a value that was read once is the same for every list. What is not read ahead, or was
refused here, a list asks for itself.
"""

from collections.abc import Mapping
from contextlib import suppress

from secretariat.clients.failures import AnswerRefused
from secretariat.clients.substrate.keys import has_item, map_keys, storage_key
from secretariat.clients.substrate.rpc import Call, Node, ask_ahead
from secretariat.clients.substrate.storage import key_calls, storage_calls
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wrong import ItemMissing, NodeRefused, StateGone, ValueWrong
from secretariat.sources.chain import council, counts, proposals, validators
from secretariat.sources.chain.groups import WORKERS, group_pallets, items_of
from secretariat.sources.chain.state import Entry, StateAt, hold, keys_of, maps_at, split, values_at
from secretariat.sources.chain.times import times_ahead

UPGRADE = "System.LastRuntimeUpgrade"
OF_BLOCK = (UPGRADE, "Timestamp.Now")
PLAIN = (
    *(*council.ITEMS, council.SEATS),
    proposals.COUNT,
    *(*validators.ITEMS, validators.DISABLED),
    *counts.ITEMS,
)
MAPS = (council.CANDIDATES, proposals.PROPOSALS, proposals.VOTES)


def values_of(runtime: Runtime) -> list[Entry]:
    """Name every item of one value that lists or states of the past read."""
    return [(name, ()) for name in (*OF_BLOCK, *PLAIN, *items_of(group_pallets(runtime)))]


def values_ahead(at: StateAt) -> None:
    """Read every item of one value. Raises what calls raise."""
    try:
        hold(at, values_of(at.runtime))
    except StateGone:
        raise
    except (NodeRefused, AnswerRefused):  # each is asked for when its turn comes
        return


def value_calls(node: Node, runtime: Runtime, block_hash: str) -> list[Call]:
    """Name the calls that ``values_ahead`` will make of a state, to be asked before more is known of it."""
    return storage_calls(node, keys_of(runtime, values_of(runtime)), block_hash)


def entries_ahead(at: StateAt) -> None:
    """Read the keys of all maps with the times of blocks, then all their entries. Raises what calls raise."""
    with suppress(NodeRefused, AnswerRefused, ItemMissing, ValueWrong):
        workers = [f"{pallet}.{WORKERS}" for pallet in group_pallets(at.runtime).values()]
        names = [split(name) for name in (*MAPS, *workers)]
        prefixes = [storage_key(at.runtime, *name) for name in names if has_item(at.runtime, *name)]
        ask_ahead(at.node, [*key_calls(prefixes, at.hash), *times_ahead(at)])
        maps = maps_at(at, prefixes, lambda maps: storage_calls(at.node, _entries(at, maps), at.hash))
        values_at(at, _entries(at, maps))


def _entries(at: StateAt, maps: Mapping[str, list[str]]) -> list[str]:
    """Give the keys of entries that are not held: those of whole maps, and those that are read because of others."""
    keys = [*(key for found in maps.values() for key in found), *keys_of(at.runtime, _chosen(at, maps))]
    return [key for key in keys if key not in at.held.values]


def _chosen(at: StateAt, maps: Mapping[str, list[str]]) -> list[Entry]:
    """Name the entries that are read because of others: of proposals, eras and validators in office."""
    wanted = validators.entries_ahead(at)
    if has_item(at.runtime, *split(proposals.PROPOSALS)):
        pallet, item = split(proposals.PROPOSALS)
        numbers = [map_keys(at.runtime, pallet, item, key) for key in maps[storage_key(at.runtime, pallet, item)]]
        wanted += [(name, number) for name in (proposals.THREADS, proposals.CALLS) for number in numbers]
    return wanted
