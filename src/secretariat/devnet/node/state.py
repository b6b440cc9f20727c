"""The state at a block by storage keys: keys are read back into names, values encoded when asked for."""

from bisect import bisect_left, bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterator

from secretariat.devnet.chain.blocks import Blocks
from secretariat.devnet.chain.kernel import Chain, Key, milliseconds_of
from secretariat.devnet.metadata.compact import compact
from secretariat.devnet.metadata.runtime import Runtime, StoredItem
from secretariat.devnet.node.bodies import Bodies
from secretariat.devnet.node.events import encoded_events, records_of
from secretariat.devnet.node.extrinsics import call_value

PREFIX = 32
_LISTINGS = 8
NAME = "joystream-node"

CALL_CODE = "ProposalsEngine.DispatchableCallCode"
"""Holds the bytes of a call; the rules put the call itself."""

Raw = Callable[[int, Runtime], bytes | None]


class State:
    """Storage at every block. What a chain's system knows of itself (number, hashes, events) is worked out here."""

    def __init__(self, chain: Chain, blocks: Blocks, bodies: Bodies) -> None:
        self._chain = chain
        self._blocks = blocks
        self._bodies = bodies
        self._listings: OrderedDict[tuple[str, bytes], list[bytes]] = OrderedDict()
        self._own: dict[str, Raw] = {
            "System.Number": lambda block, _: block.to_bytes(4, "little"),
            "System.ParentHash": lambda block, _: self._blocks.header_of(block).parent if block else None,
            "System.Digest": lambda block, _: b"\x00" if block else None,
            "System.Events": self._events,
            "System.EventCount": self._event_count,
            "System.LastRuntimeUpgrade": self._last_upgrade,
            "Timestamp.Now": lambda block, _: milliseconds_of(block).to_bytes(8, "little") if block else None,
        }

    def value(self, block: int, key: bytes) -> bytes | None:
        """Give the value under a key at the end of a block; None where there is none."""
        runtime = self._bodies.executed_by(block)
        stored = runtime.by_prefix.get(key[:PREFIX])
        if stored is None:
            return None
        params = runtime.params(stored, key)
        if params is None:
            return None
        if stored.name in self._own:
            return self._own[stored.name](block, runtime)
        if stored.name == "System.BlockHash":
            return self._block_hash(block, params[0])
        value = self._chain.get_at(block, stored.name, *params)
        if stored.name == CALL_CODE and isinstance(value, tuple):
            value = runtime.codec.encode("RuntimeCall", call_value(value))
        return None if value is None else runtime.value(stored, value)

    def keys(self, block: int, prefix: bytes, count: int, after: bytes = b"") -> list[bytes]:
        """Give the next keys with a prefix behind ``after``, in their order, of those that hold a value."""
        runtime = self._bodies.executed_by(block)
        found: list[bytes] = []
        for stored in sorted(runtime.by_prefix.values(), key=lambda stored: stored.prefix):
            shorter = min(len(prefix), PREFIX)
            if stored.prefix[:shorter] != prefix[:shorter] or stored.prefix < after[:PREFIX]:
                continue
            listed = self._listed(block, runtime, stored)
            place = max(bisect_right(listed, after), bisect_left(listed, prefix))
            for key in listed[place : place + count - len(found)]:
                if not key.startswith(prefix):
                    break
                found.append(key)
            if len(found) == count:
                break
        return found

    def _listed(self, block: int, runtime: Runtime, stored: StoredItem) -> list[bytes]:
        """Give all keys of an item that hold a value, in order. The last listings are kept: a map is read in pages."""
        known = (stored.name, self._blocks.hash_of(block) or b"")
        listed = self._listings.get(known)
        if listed is None:
            listed = sorted(runtime.key(stored, params) for params in self._params(block, stored))
            self._listings[known] = listed
            while len(self._listings) > _LISTINGS:
                self._listings.popitem(last=False)
        return listed

    def _params(self, block: int, stored: StoredItem) -> Iterator[Key]:
        if stored.name == "System.BlockHash":
            oldest = max(1, block - self._chain.spec.constants["System.BlockHashCount"])
            yield from ((number,) for number in (0, *range(oldest, block)) if number < block)
        elif not stored.item.keys:
            if self.value(block, stored.prefix) is not None:
                yield ()
        else:
            yield from self._chain.keys(stored.name, block)

    # ---------------------------------------------------- what is worked out

    def _block_hash(self, block: int, number: int) -> bytes | None:
        kept = self._chain.spec.constants["System.BlockHashCount"]
        if number >= block or (number and number < block - kept):
            return None
        return self._blocks.hash_of(number)

    def _events(self, block: int, runtime: Runtime) -> bytes | None:
        return encoded_events(records_of(self._chain, block, runtime)) if block else None

    def _event_count(self, block: int, runtime: Runtime) -> bytes | None:
        return len(records_of(self._chain, block, runtime)).to_bytes(4, "little") if block else None

    def _last_upgrade(self, block: int, runtime: Runtime) -> bytes | None:
        """Give the version that last migrated: a runtime set in a block migrates at the start of the next."""
        name = NAME.encode()
        return compact(runtime.spec.version) + compact(len(name)) + name
