"""One node: it makes blocks out of what waits, finalises, takes heads back, and takes transactions."""

import logging
import threading

from secretariat.devnet.chain.blocks import Blocks, Header, blake2_256
from secretariat.devnet.chain.kernel import SPEC, Chain
from secretariat.devnet.metadata.compact import ScaleWrong
from secretariat.devnet.metadata.runtime import Runtime, Runtimes
from secretariat.devnet.node.bodies import EXTRINSICS, SENT, Bodies
from secretariat.devnet.node.checks import nonce_of, validate
from secretariat.devnet.node.errors import CLIENT, POOL_UNKNOWN, RpcError, undecodable
from secretariat.devnet.node.extrinsics import Extrinsic, measured, read
from secretariat.devnet.node.pool import Pool
from secretariat.devnet.node.rules import Rules
from secretariat.devnet.node.state import State

LAG = 3
"""Blocks by which finality follows the head."""

_LOG = logging.getLogger(__name__)


class Node:
    """The node of one chain. Everything it does is done under ``lock``, which others who move the chain take too.

    ``identity`` makes the network's hashes its own: of two worlds that differ, it differs. The chain's present block is the
    end of the generated past. ``runtimes`` are those made before, for other chains too.
    """

    def __init__(
        self,
        chain: Chain,
        rules: Rules,
        identity: bytes,
        *,
        name: str = "Practice",
        lag: int = LAG,
        runtimes: Runtimes | None = None,
    ) -> None:
        self.chain = chain
        self.rules = rules
        self.name = name
        self.lag = lag
        self.lock = threading.RLock()
        self.runtimes = runtimes or Runtimes()
        self.bodies = Bodies(chain, self.runtimes)
        self.blocks = Blocks(chain, identity, self.bodies.seal)
        self.state = State(chain, self.blocks, self.bodies)
        self.pool = Pool()
        self._included: dict[int, list[Extrinsic]] = {}

    # ----------------------------------------------------------------- blocks

    def advance(self, to: int) -> None:
        """Make all blocks up to ``to``: the next one carries what is ready in the pool. Finality follows."""
        with self.lock:
            for block in sorted(block for block in self.pool.blocks(self.chain.now) if block <= to):
                self.chain.transaction(block, self._include)
            self.chain.advance(to)
            self.chain.finalise(max(self.chain.final, to - self.lag))
            self._included = {block: held for block, held in self._included.items() if block > self.chain.final}
            self.pool.tidy(to)
            for one in self.pool:
                self._keep_if_valid(one)

    def reorganise(self, depth: int) -> None:
        """Take the last ``depth`` blocks off the chain: what is made instead has other hashes.

        Transactions that stood in them come again ``depth`` blocks later: those of the world by themselves, those that
        were sent by way of the pool. Raises ValueError when one of them is final.
        """
        with self.lock:
            to = self.chain.now - depth
            if to < self.chain.final:
                raise ValueError(f"block {self.chain.final} is final; the chain cannot go back to {to}")
            self.blocks.reorganised(to)
            self.chain.go_back(to, delay=depth)
            for block in sorted(block for block in self._included if block > to):
                for one in self._included.pop(block):
                    self.pool.again(one, block + depth)
            for one in self.pool:
                self._keep_if_valid(one)

    def runtime_at(self, block: int) -> Runtime:
        """Give the runtime in force after a block, whose metadata and version the block answers."""
        return self.runtimes.of(self.chain.get_at(block, SPEC))

    def block_of(self, block_hash: bytes) -> int | Header | None:
        """Find a block by its hash: its number, the header of one taken off the chain, or None."""
        found = self.blocks.number_of(block_hash)
        return self.blocks.abandoned(block_hash) if found is None else found

    # ----------------------------------------------------------- transactions

    def submit(self, sent: bytes) -> bytes:
        """Take a transaction into the pool and give its hash. Raises RpcError as a real node answers."""
        with self.lock:
            try:
                raw, start = measured(sent)
            except ScaleWrong as error:
                raise RpcError(CLIENT, f"Client error: {error}") from error
            sent_hash = blake2_256(raw)
            self.pool.meet(sent_hash, self.chain.now)
            try:
                one = self.checked(raw, start)
            except RpcError:
                self.pool.ban(sent_hash, self.chain.now)
                raise
            self.pool.add(one, self.chain.now)
            return sent_hash

    def checked(self, raw: bytes, start: int) -> Extrinsic:
        """Read and validate a transaction. Raises RpcError."""
        try:
            one = read(raw, start, self.runtime_at(self.chain.now))
        except ScaleWrong as error:
            raise undecodable(str(error)) from error
        if one is None:
            raise RpcError(POOL_UNKNOWN, "Unknown Transaction Validity", "UnknownTransaction::NoUnsignedValidator")
        validate(self.chain, self.blocks, self.rules, one)
        return one

    def next_nonce(self, account: bytes) -> int:
        """Give the nonce that an account's next transaction has, those in the pool counted."""
        with self.lock:
            return self.pool.next_nonce(account, nonce_of(self.chain, account))

    def _include(self, chain: Chain) -> None:
        """Put what is ready into the present block. An account whose transaction comes into none has its others wait."""
        nonces = {account: nonce_of(chain, account) for account in self.pool.accounts()}
        for one in self.pool.ready(nonces, chain.now):
            if nonce_of(chain, one.account) != one.nonce:
                continue
            self.pool.drop(one, chain.now)
            if self.rules.payable(chain, one.account) < self.rules.fee_of(len(one.raw)) + one.tip:
                continue
            try:
                with chain.attempt():
                    self.rules.apply(chain, one.account, one.call, tip=one.tip, length=len(one.raw))
            except Exception:  # a mistake of the rules must not end the chain for everybody
                _LOG.exception("A transaction did not come into block %d: 0x%s", chain.now, one.hash.hex())
                chain.extrinsic = None
                continue
            chain.put(SENT, one.raw, chain.now, len(chain.get(EXTRINSICS, chain.now)))
            self._included.setdefault(chain.now, []).append(one)

    def _keep_if_valid(self, one: Extrinsic) -> None:
        try:
            validate(self.chain, self.blocks, self.rules, one)
        except RpcError:
            self.pool.drop(one, self.chain.now)
