"""Headers and hashes of blocks: blake2b-256 of the SCALE header, as clients check them, each worked out when asked for.

Hashes chain, so that one needs all before it. In the generated past they chain within spans of 4,096 blocks only: the
first header of a span names as its parent a hash of the span's own, under which the block before is found as well. After
that past every header names the true hash before it.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import blake2b

from secretariat.devnet.chain.kernel import Chain

SPAN = 4096
_KEPT = 256
_LENGTH = 32
MOST_TOLD = 1_000_000
"""So many hashes that were told to clients are known again; of more, the oldest are forgotten."""


def blake2_256(data: bytes) -> bytes:
    """Hash to 32 bytes."""
    return blake2b(data, digest_size=_LENGTH).digest()


@dataclass(frozen=True, kw_only=True, slots=True)
class Header:
    """A block's header. The digest has no entries; the roots stand for state and extrinsics and prove nothing."""

    number: int
    parent: bytes
    state_root: bytes
    extrinsics_root: bytes

    @property
    def hash(self) -> bytes:
        """Give the block's hash."""
        return blake2_256(_encoded(self.parent, self.number, self.state_root, self.extrinsics_root))


class Blocks:
    """The headers of a chain.

    ``identity`` is what makes this network's hashes its own, the genesis hash first of all; ``body`` gives what stands for a
    block's extrinsics. Blocks up to ``past`` are the generated past.
    """

    def __init__(self, chain: Chain, identity: bytes, body: Callable[[int], bytes], past: int | None = None) -> None:
        self._chain = chain
        self._identity = identity
        self._body = body
        self._past = chain.now if past is None else past
        self._spans: dict[int, bytearray] = {}
        self._ends: dict[int, bytes] = {}
        self._forks: list[tuple[int, int]] = []
        self._fork_count = 0
        self._told: dict[bytes, int] = {}
        self._abandoned: dict[bytes, Header] = {}

    # ----------------------------------------------------------------- hashes

    @property
    def genesis(self) -> bytes:
        """Give the hash of block 0."""
        return self._hash(0)

    def hash_of(self, number: int) -> bytes | None:
        """Give a block's hash, which ``number_of`` knows from then on; None for a block that is not made yet."""
        if not 0 <= number <= self._chain.now:
            return None
        found = self._hash(number)
        self._tell(found, number)
        return found

    def number_of(self, block_hash: bytes) -> int | None:
        """Give the number of a block on the present chain by a hash that was told."""
        return self._told.get(block_hash)

    def header_of(self, number: int) -> Header:
        """Give the header of a block that is made."""
        state, extrinsics = self._roots(number)
        header = Header(number=number, parent=self._parent(number), state_root=state, extrinsics_root=extrinsics)
        if number:
            self._tell(header.parent, number - 1)
        return header

    def abandoned(self, block_hash: bytes) -> Header | None:
        """Give the header of a block that a reorganisation took off the chain, if its hash was told."""
        return self._abandoned.get(block_hash)

    def reorganised(self, to: int) -> None:
        """Take every block after ``to`` off the chain: what is made in their place has other hashes.

        Called before the chain goes back.
        """
        for block_hash, number in list(self._told.items()):
            if number > to:
                self._abandoned[block_hash] = self.header_of(number)
        self._told = {block_hash: number for block_hash, number in self._told.items() if number <= to}
        self._fork_count += 1
        self._forks = [*(fork for fork in self._forks if fork[0] <= to), (to + 1, self._fork_count)]
        for span in [span for span in self._spans if (span + 1) * SPAN > to]:
            del self._spans[span][max(0, to + 1 - span * SPAN) * _LENGTH :]
            self._ends.pop(span, None)

    def _tell(self, block_hash: bytes, number: int) -> None:
        if len(self._told) >= MOST_TOLD and block_hash not in self._told:
            del self._told[next(iter(self._told))]
        self._told[block_hash] = number

    # ------------------------------------------------------------------ spans

    def _hash(self, number: int) -> bytes:
        span, place = divmod(number, SPAN)
        held = self._filled(span, number)
        return bytes(held[place * _LENGTH : (place + 1) * _LENGTH])

    def _filled(self, span: int, last: int) -> bytearray:
        """Give a span's hashes up to that of block ``last``, one behind the other."""
        held = self._spans.pop(span, None)
        if held is None:
            held = bytearray()
        self._spans[span] = held  # now the youngest
        while len(self._spans) > _KEPT:
            del self._spans[next(iter(self._spans))]
        begin = span * SPAN + len(held) // _LENGTH
        if begin <= last:
            parent = bytes(held[-_LENGTH:]) if held else self._first_parent(span)
            for number in range(begin, last + 1):
                state, extrinsics = self._roots(number)
                parent = blake2b(_encoded(parent, number, state, extrinsics), digest_size=32).digest()
                held += parent
        return held

    def _parent(self, number: int) -> bytes:
        if number % SPAN == 0:
            return self._first_parent(number // SPAN)
        return self._hash(number - 1)

    def _first_parent(self, span: int) -> bytes:
        """Give what a span's first header names as its parent."""
        if span == 0:
            return bytes(_LENGTH)
        if span * SPAN <= self._past:
            return blake2_256(self._identity + b"parent of span" + span.to_bytes(4, "little"))
        first = span
        while first - 1 not in self._ends and first * SPAN > self._past:
            first -= 1
        for before in range(first, span):
            self._ends[before] = bytes(self._filled(before, (before + 1) * SPAN - 1)[-_LENGTH:])
        return self._ends[span - 1]

    def _roots(self, number: int) -> tuple[bytes, bytes]:
        """Give what stands for state and extrinsics: one hash in two halves, since long spans need many."""
        told = self._identity + number.to_bytes(4, "little") + self._body(number)
        if self._forks:
            place = bisect_right(self._forks, (number, self._fork_count))
            if place:
                told += self._forks[place - 1][1].to_bytes(4, "little")
        both = blake2b(told).digest()
        return both[:_LENGTH], both[_LENGTH:]


def _encoded(parent: bytes, number: int, state_root: bytes, extrinsics_root: bytes) -> bytes:
    """Encode a header in SCALE: the number is a compact integer, the digest an empty list."""
    if number < 1 << 6:
        told = bytes((number << 2,))
    elif number < 1 << 14:
        told = (number << 2 | 1).to_bytes(2, "little")
    elif number < 1 << 30:
        told = (number << 2 | 2).to_bytes(4, "little")
    else:
        told = b"\x03" + number.to_bytes(4, "little")
    return parent + told + state_root + extrinsics_root + b"\x00"
