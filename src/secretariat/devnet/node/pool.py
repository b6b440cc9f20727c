"""The pool: transactions that wait for a block, and those that are banned for half an hour."""

import heapq
from collections.abc import Iterator, Mapping

from secretariat.devnet.node.errors import POOL_BANNED, POOL_DROPPED, POOL_IMPORTED, POOL_PRIORITY, RpcError
from secretariat.devnet.node.extrinsics import Extrinsic

MOST_WAITING, MOST_BYTES = 8_192, 20 * 1024 * 1024
BANNED_FOR = 300
"""Blocks, which are half an hour of the chain's own time."""


class Pool:
    """Waiting transactions by account and nonce, in the order in which they came."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[bytes, int], Extrinsic] = {}
        self._hashes: set[bytes] = set()
        self._bytes = 0
        self._banned: dict[bytes, int] = {}
        self._not_before: dict[tuple[bytes, int], int] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def __iter__(self) -> Iterator[Extrinsic]:
        return iter(list(self._waiting.values()))

    def meet(self, sent_hash: bytes, now: int) -> None:
        """Refuse bytes that are banned, or wait already: the third time they are banned. Raises RpcError."""
        if self._banned.get(sent_hash, 0) > now:
            raise RpcError(POOL_BANNED, "Transaction is temporarily banned")
        if sent_hash in self._hashes:
            self.ban(sent_hash, now)
            raise RpcError(POOL_IMPORTED, "Transaction Already Imported", "0x" + sent_hash.hex())

    def ban(self, sent_hash: bytes, now: int) -> None:
        """Refuse these bytes for half an hour."""
        self._banned[sent_hash] = now + BANNED_FOR

    def add(self, one: Extrinsic, now: int) -> None:
        """Take a valid transaction. Raises RpcError when the pool is full, or one with its nonce pays no less."""
        other = self._waiting.get((one.account, one.nonce))
        if other is not None and other.tip >= one.tip:
            why = "The transaction has too low priority to replace another transaction already in the pool."
            raise RpcError(POOL_PRIORITY, f"Priority is too low: ({other.tip} vs {one.tip})", why)
        if other is None and (len(self) >= MOST_WAITING or self._bytes + len(one.raw) > MOST_BYTES):
            why = "The transaction couldn't enter the pool because of the limit"
            raise RpcError(POOL_DROPPED, "Immediately Dropped", why)
        if other is not None:
            self._remove(other)
        self._put(one)

    def again(self, one: Extrinsic, not_before: int) -> None:
        """Take a transaction back whose block was taken off the chain, for a block from ``not_before`` on.

        One that waits with its nonce stays.
        """
        if (one.account, one.nonce) not in self._waiting:
            self._put(one)
            self._not_before[one.account, one.nonce] = not_before

    def blocks(self, now: int) -> set[int]:
        """Give the blocks after ``now`` in which something that waits may come into a block for the first time."""
        return {max(now + 1, self._not_before.get(key, 0)) for key in self._waiting}

    def drop(self, one: Extrinsic, now: int) -> None:
        """Let a transaction go, into a block or because it can come into none, and ban it."""
        if self._waiting.get((one.account, one.nonce)) is one:
            self._remove(one)
        self.ban(one.hash, now)

    def next_nonce(self, account: bytes, stored: int) -> int:
        """Give the nonce after those that wait without a gap behind the stored one."""
        while (account, stored) in self._waiting:
            stored += 1
        return stored

    def ready(self, nonces: Mapping[bytes, int], block: int) -> Iterator[Extrinsic]:
        """Give the transactions that come into a block, in their order: highest tip first, then as they came.

        Those of one account follow its nonces, from the one in ``nonces`` on without a gap.
        """
        came = {key: place for place, key in enumerate(self._waiting)}
        waiting = {key: one for key, one in self._waiting.items() if self._not_before.get(key, 0) <= block}
        heads = [(account, nonce) for account, nonce in nonces.items() if (account, nonce) in waiting]
        heap = [(-waiting[key].tip, came[key], key) for key in heads]
        heapq.heapify(heap)
        while heap:
            _, _, (account, nonce) = heapq.heappop(heap)
            yield waiting[account, nonce]
            following = (account, nonce + 1)
            if following in waiting:
                heapq.heappush(heap, (-waiting[following].tip, came[following], following))

    def accounts(self) -> set[bytes]:
        """Give the accounts whose transactions wait."""
        return {account for account, _ in self._waiting}

    def tidy(self, now: int) -> None:
        """Forget bans that are over."""
        self._banned = {sent: until for sent, until in self._banned.items() if until > now}

    def _put(self, one: Extrinsic) -> None:
        self._waiting[one.account, one.nonce] = one
        self._hashes.add(one.hash)
        self._bytes += len(one.raw)

    def _remove(self, one: Extrinsic) -> None:
        del self._waiting[one.account, one.nonce]
        self._not_before.pop((one.account, one.nonce), None)
        self._hashes.discard(one.hash)
        self._bytes -= len(one.raw)
