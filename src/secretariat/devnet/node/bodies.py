"""What stands in blocks: the clock's transaction, then those of the world and those that were sent, in their order."""

from typing import Any

from secretariat.devnet.chain.kernel import SPEC, Chain, milliseconds_of
from secretariat.devnet.metadata.compact import compact
from secretariat.devnet.metadata.runtime import Runtime, Runtimes
from secretariat.devnet.node.extrinsics import inherent, unsent

EXTRINSICS = ":extrinsics"
"""The runtime's own item, by block: who made which call with which nonce and tip, the first of them with index 1."""

SENT = ":sent"
"""The node's own item, by block and index: the bytes of a transaction as it was sent."""


class Bodies:
    """The transactions of blocks."""

    def __init__(self, chain: Chain, runtimes: Runtimes) -> None:
        self._chain = chain
        self._runtimes = runtimes

    def of(self, block: int) -> list[bytes]:
        """Give a block's transactions; block 0 has none."""
        if not block:
            return []
        runtime = self.executed_by(block)
        found = [self._clock(runtime, block)]
        for index, record in enumerate(self._records(block), start=1):
            sent = self._chain.get(SENT, block, index)
            found.append(unsent(runtime, record) if sent is None else sent)
        return found

    def seal(self, block: int) -> bytes:
        """Give what stands for a block's transactions in its header: cheap, since hashes of long spans need it."""
        told = milliseconds_of(block).to_bytes(8, "little")
        records = self._chain.get(EXTRINSICS, block)
        for index, record in enumerate(records or (), start=1):
            sent = self._chain.get(SENT, block, index)
            told += (record["origin"] + compact(record["nonce"])) if sent is None else sent
        return told

    def executed_by(self, block: int) -> Runtime:
        """Give the runtime that made a block: an upgrade within it counts from the next one on."""
        return self._runtimes.of(self._chain.get_at(max(0, block - 1), SPEC))

    def _records(self, block: int) -> tuple[dict[str, Any], ...]:
        return self._chain.get(EXTRINSICS, block) or ()

    def _clock(self, runtime: Runtime, block: int) -> bytes:
        return inherent(runtime.call("Timestamp.set", now=milliseconds_of(block)))
