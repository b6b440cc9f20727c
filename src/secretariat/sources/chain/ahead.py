"""Storage read before the lists ask for it, so that all of them together take a handful of requests.

The state of one block never changes: a value that was read once is the same for every list. What is not read ahead, or was
refused here, a list asks for itself.
"""

from contextlib import suppress
from typing import Any

from secretariat.clients.failures import AnswerRefused
from secretariat.clients.substrate.keys import has_item, map_keys, storage_key
from secretariat.clients.substrate.wrong import ItemMissing, NodeRefused, ValueWrong
from secretariat.sources.chain import council, counts, proposals, validators
from secretariat.sources.chain.groups import WORKERS, group_pallets, items_of
from secretariat.sources.chain.state import StateAt, hold, maps_at, split

UPGRADE = "System.LastRuntimeUpgrade"
OF_BLOCK = (UPGRADE, "Timestamp.Now")
PLAIN = (
    *(*council.ITEMS, council.SEATS),
    proposals.COUNT,
    *(*validators.ITEMS, validators.DISABLED),
    *counts.ITEMS,
)
MAPS = (council.CANDIDATES, proposals.PROPOSALS, proposals.VOTES)


def values_ahead(at: StateAt) -> None:
    """Read every item of one value. Raises what calls raise."""
    with suppress(NodeRefused, AnswerRefused):
        hold(at, [(name, ()) for name in (*OF_BLOCK, *PLAIN, *items_of(group_pallets(at)))])


def entries_ahead(at: StateAt) -> None:
    """Read the keys of all maps, then all their entries. Raises what calls raise."""
    with suppress(NodeRefused, AnswerRefused, ItemMissing, ValueWrong):
        workers = [f"{pallet}.{WORKERS}" for pallet in group_pallets(at).values()]
        names = [split(name) for name in (*MAPS, *workers)]
        maps = maps_at(at, [storage_key(at.runtime, *name) for name in names if has_item(at.runtime, *name)])
        hold(at, _chosen(at, maps), [key for keys in maps.values() for key in keys])


def _chosen(at: StateAt, maps: dict[str, list[str]]) -> list[tuple[str, Any]]:
    """Name the entries that are read because of others: of proposals, eras and validators in office."""
    wanted = validators.entries_ahead(at)
    if has_item(at.runtime, *split(proposals.PROPOSALS)):
        pallet, item = split(proposals.PROPOSALS)
        numbers = [map_keys(at.runtime, pallet, item, key) for key in maps[storage_key(at.runtime, pallet, item)]]
        wanted += [(name, number) for name in (proposals.THREADS, proposals.CALLS) for number in numbers]
    return wanted
