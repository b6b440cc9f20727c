"""One practice network: a world's chain, its node, its query node, who receives, and the time that passes."""

import hashlib
import logging
import threading
from collections.abc import Callable, Collection
from typing import Any

from secretariat.devnet.chain.kernel import Chain, milliseconds_of
from secretariat.devnet.chain.specs import PRODUCTION
from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rules import RULES
from secretariat.devnet.query_node.growth.register import series_of
from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.processor import Processor
from secretariat.devnet.sinks.arrived import Arrived
from secretariat.devnet.truth import truth
from secretariat.devnet.truth_forum import discussed, written
from secretariat.devnet.wallet import Account
from secretariat.devnet.world.act_values import ActWrong
from secretariat.devnet.world.scripted import ActFailed, refused
from secretariat.devnet.world.world import Happening, World, stage

_LOG = logging.getLogger(__name__)

NAME = "practice"
LONGEST = 10_000_000
"""So many blocks are made at once at the most: three councils' years."""


class AdvanceRefused(ValueError):
    """A number of blocks that makes no sense."""


class Network:
    """A network at its chain's present block. Every change of it is made under ``node.lock``."""

    def __init__(self, world: World) -> None:
        self.world = world
        settings = world.settings
        told = f"{NAME}\x1f{settings.title}\x1f{settings.seed}\x1f{settings.size.name}"
        identity = hashlib.blake2b(told.encode(), digest_size=32).digest()
        self.node = Node(world.chain, RULES, identity, name="Practice", lag=settings.finality_lag)
        self.processor = Processor(
            world.chain,
            lag=settings.query_node_lag,
            series=series_of(world.series),
            lock=self.node.lock,
            extrinsic_hash=self._extrinsic_hash,
        )
        self.query_node = QueryNode(self.processor)
        self.arrived = Arrived(lambda: milliseconds_of(world.chain.now))
        self._wrong: list[str] = []
        self._trouble: str | None = None
        world.chain.complaints = self._complained
        self._resumes_at: int | None = None
        self._done: set[tuple[int, str]] = set()
        for happening in self._planned(world.chain.now):
            self._happen(happening, before=True)

    @property
    def now(self) -> int:
        """Give the head's block."""
        return self.world.chain.now

    @property
    def refused(self) -> list[str]:
        """Tell which acts of the world's file came to nothing, or to something else than it says."""
        source = f"{self.world.source}: " if self.world.source else ""
        return [source + one for one in (*refused(self.world.chain), *self._wrong)]

    @property
    def trouble(self) -> str | None:
        """Tell what went wrong that no world file can be to blame for; None as long as all is well."""
        return self._trouble or self.query_node.trouble

    def fail(self, error: Exception) -> None:
        """Remember a mistake of the network's own; the first one is told."""
        _LOG.error("A mistake of the practice network in block %d", self.now, exc_info=error)
        self._trouble = self._trouble or f"a mistake of the practice network in block {self.now:,}: {error!r}"[:300]

    def _complained(self, error: Exception) -> None:
        """Remember what the chain complains of, so that its time goes on."""
        if isinstance(error, ActFailed | ActWrong):
            self._wrong.append(str(error))
        else:
            self.fail(error)

    def _extrinsic_hash(self, block: int, index: int) -> str:
        return "0x" + hashlib.blake2b(self.node.bodies.of(block)[index], digest_size=32).hexdigest()

    # ------------------------------------------------------------------- time

    def advance(self, blocks: int) -> int:
        """Make so many blocks and give the new head. Raises AdvanceRefused."""
        if not 1 <= blocks <= LONGEST:
            raise AdvanceRefused(f"{blocks:,} blocks cannot be made at once: give 1 to {LONGEST:,}.")
        with self.node.lock:
            self._advance_to(self.now + blocks)
        return self.now

    def advance_to_next_event(self, names: Collection[str] = (), most: int = LONGEST) -> int:
        """Make blocks until the chain tells of something, or of one of these events, ``most`` at the most; gives the new head.

        Raises AdvanceRefused.
        """
        if not 1 <= most <= LONGEST:
            raise AdvanceRefused(f"{most:,} blocks cannot be made at once: give 1 to {LONGEST:,}.")
        with self.node.lock:
            last = self.now + most
            while self.now < last:
                due, before = self.world.chain.next_due, self.now
                self._advance_to(min(last, before + 1 if due is None else max(before + 1, due)))
                told = (
                    event for block in range(before + 1, self.now + 1) for event in self.world.chain.events_of(block)
                )
                if any(not names or event.name in names for event in told):
                    break
        return self.now

    def _advance_to(self, to: int) -> None:
        """Go from one block in which something is due to the next: what happens to the network may be planned there."""
        while self.now < to:
            due = self.world.chain.next_due
            happening = next(iter(self._planned(to)), None)
            stops = (to, due or to, happening.block if happening else to, self._resumes_at or to)
            self.node.advance(max(self.now + 1, min(stops)))
            if self._resumes_at is not None and self.now >= self._resumes_at:
                self.processor.held_at = self._resumes_at = None
            for one in self._planned(self.now):
                self._happen(one)

    # ------------------------------------------------------------- happenings

    def _planned(self, to: int) -> list[Happening]:
        """Give what is planned for blocks up to ``to`` and has not happened, in order."""
        waiting = (one for one in self.world.happenings if one.block <= to and (one.block, one.act) not in self._done)
        return sorted(waiting, key=lambda one: one.block)

    def _happen(self, one: Happening, *, before: bool = False) -> None:
        """Let something happen to the network; of the time before it was up, only what lasts counts."""
        self._done.add((one.block, one.act))
        if one.act == "query_node_lag":
            self.processor.lag = one.arguments["blocks"]
        elif one.act == "query_node_stops":
            until = one.block + one.arguments["blocks"]
            if until > self.now:
                self.processor.held_at, self._resumes_at = one.block, until
        elif one.act == "reorganise" and not before:
            self.reorganise(one.arguments["depth"])

    def reorganise(self, depth: int) -> int:
        """Replace the newest blocks by others up to the same height, and give how many: none of them is final.

        What stood in them comes later, as ``Node.reorganise`` tells.
        """
        with self.node.lock:
            head = self.now
            depth = min(depth, head - self.world.chain.final)
            if depth > 0:
                self.node.reorganise(depth)
                self.node.advance(head)
            return max(0, depth)

    def replace(self, depth: int) -> int:
        """Replace exactly so many of the newest blocks. Raises AdvanceRefused where that cannot be."""
        with self.node.lock:
            most = self.now - self.world.chain.final
            if not 1 <= depth <= most:
                can = f"1 to {most:,} can" if most else "none can"
                raise AdvanceRefused(
                    f"{depth:,} blocks cannot be replaced: block {self.world.chain.final:,} is final and the head is "
                    f"{self.now:,}, so {can}."
                )
            return self.reorganise(depth)

    # ------------------------------------------------------------------ words

    def state(self) -> dict[str, Any]:
        """Tell where the network is."""
        chain = self.world.chain
        with self.node.lock:
            name, ends_at = stage(chain)
            return {
                "network": NAME,
                "world": self.world.settings.title,
                "seed": self.world.seed,
                "size": self.world.settings.size.name,
                "genesis": "0x" + self.node.blocks.genesis.hex(),
                "spec_version": chain.spec.version,
                "unlike_production": unlike_production(chain),
                "head": self.now,
                "final": chain.final,
                "milliseconds": milliseconds_of(self.now),
                "stage": name,
                "stage_ends_at": ends_at,
                "query_node": self.query_node.follow().told(),
                "trouble": self.trouble,
                "refused_acts": self.refused,
                "waiting": len(self.node.pool),
                "arrived": len(self.arrived.all()),
            }

    def accounts(self) -> list[Account]:
        """Give the keys of all people: those who have not joined may sign, too."""
        return [Account(name=person.name, seed=person.secret()) for person in self.world.people.values()]

    def written(self, since: int = 0) -> list[dict[str, Any]]:
        """Tell the threads and posts of the forum from a block on, with their words."""
        with self.node.lock:
            return written(self.world.chain, since)

    def discussed(self, since: int = 0) -> list[dict[str, Any]]:
        """Tell the posts in discussions of proposals from a block on, with their words."""
        with self.node.lock:
            return discussed(self.world.chain, since)

    def truth(self, at: int | None = None) -> dict[str, Any]:
        """Tell the truth about the world as of a block. Raises AdvanceRefused for one that is not there yet."""
        if at is not None and not 0 <= at <= self.now:
            raise AdvanceRefused(f"Block {at:,} is not there; the head is {self.now:,}.")
        with self.node.lock:
            return truth(self.world.chain, at)


def unlike_production(chain: Chain) -> dict[str, Any]:
    """Tell which constants of the runtime in force are others than on the main network: each with the value here and there."""
    return {
        name: {"here": value, "production": PRODUCTION[name]}
        for name, value in chain.spec.constants.items()
        if name in PRODUCTION and PRODUCTION[name] != value
    }


class Pace:
    """Time that passes by itself: a block every so many milliseconds of the machine, in a thread of its own.

    A step that fails is told to ``failed``, and the next one comes all the same.
    """

    def __init__(self, milliseconds: int, step: Callable[[], object], failed: Callable[[Exception], object]) -> None:
        self._failed = failed
        self._stopped = threading.Event()
        self._seconds = milliseconds / 1000
        self._step = step
        self._thread = threading.Thread(target=self._run, daemon=True, name="pace")
        self._thread.start()

    def _run(self) -> None:
        while not self._stopped.wait(self._seconds):
            try:
                self._step()
            except Exception as error:  # whatever it is: time must not stand still without a word
                self._failed(error)

    def close(self) -> None:
        """Let time stand still."""
        self._stopped.set()
        self._thread.join(5)
