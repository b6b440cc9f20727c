"""The chain as lists of facts, all read at one finalised block."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

from secretariat.clients.failures import CallFailed
from secretariat.clients.substrate.rpc import Node, again, ask_ahead, call
from secretariat.clients.substrate.wrong import ItemMissing, MetadataWrong, NodeRefused, ValueWrong
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import ChainHead, KnownHead
from secretariat.facts.networks import chain_of
from secretariat.facts.records import CHAIN
from secretariat.sources.archives.document import Reading, TooDamaged
from secretariat.sources.chain.ahead import entries_ahead
from secretariat.sources.chain.constants import read_constants
from secretariat.sources.chain.council import read_council
from secretariat.sources.chain.counts import read_counts
from secretariat.sources.chain.groups import read_groups
from secretariat.sources.chain.heads import (
    Head,
    HeadReplaced,
    Runtimes,
    Version,
    choose_head,
    header_number,
    state_at,
    still_final,
    why,
)
from secretariat.sources.chain.proposals import read_proposals
from secretariat.sources.chain.settings import Settings
from secretariat.sources.chain.state import UNREADABLE, ListShort, StateAt
from secretariat.sources.chain.times import moment_of, read_times, time_of
from secretariat.sources.chain.validators import read_eras, read_validators


@dataclass(frozen=True, kw_only=True)
class ChainList:
    """One list: its name, what reads it, and whether rows that are not read any more stay facts.

    They stay where the chain forgets (eras), or where each run reads other rows (times, constants of older runtimes).
    """

    name: str
    read: Callable[[StateAt, Reading], None]
    keeps: bool = False


LISTS: tuple[ChainList, ...] = (
    ChainList(name="council", read=read_council),
    ChainList(name="proposals", read=read_proposals),
    ChainList(name="groups", read=read_groups),
    ChainList(name="validators", read=read_validators),
    ChainList(name="eras", read=read_eras, keeps=True),
    ChainList(name="counts", read=read_counts),
    ChainList(name="times", read=read_times, keeps=True),
    ChainList(name="constants", read=read_constants, keeps=True),
)

HEAD = "head"
SPEC_CHANGED = "spec-changed"
TRIES = 3
"""So often a list is read that comes shorter than the chain counts it."""


@dataclass(frozen=True, kw_only=True)
class ChainRead:
    """What one run read, all of it at ``head``.

    ``readings`` are whole lists; ``refused`` names the lists a node did not give, with why: their last good facts stay.
    ``others`` names the nodes that were not believed, with why. ``best_block`` is the height of a block that is not final
    yet; nothing was read from it. ``spec_before`` is the spec version of the last run where it was another one.
    """

    head: ChainHead
    known: KnownHead
    readings: tuple[Reading, ...]
    refused: tuple[tuple[str, str], ...] = ()
    others: tuple[tuple[str, str], ...] = ()
    best_block: int | None = None
    spec_before: int | None = None


def read_chain(
    nodes: Sequence[Node], settings: Settings, runtimes: Runtimes, known: KnownHead | None = None
) -> ChainRead:
    """Read every list at the finalised head of the better node.

    ``known`` is the head of the last good read. Raises NoGoodNode, HeadReplaced, MetadataWrong, and CallFailed where the
    node fails on the way: then nothing of this run is to be kept.
    """
    left = list(nodes)
    failed: list[tuple[str, str]] = []
    while True:
        head = choose_head(left, runtimes, known, settings.genesis, failed)
        try:
            return _read_at(head, settings, runtimes, known)
        except (CallFailed, HeadReplaced, MetadataWrong) as error:
            left.remove(head.node)
            if not left:
                raise
            failed.append((head.node.address, why(head.node, error)))


def _read_at(head: Head, settings: Settings, runtimes: Runtimes, known: KnownHead | None) -> ChainRead:
    at, version = state_at(head.node, head.offer.block, head.offer.hash, runtimes)
    fact = _head_fact(at, version, head.offer.genesis, settings)
    entries_ahead(at)
    readings, refused = _read_lists(at)
    ask_ahead(head.node, [("chain_getHeader", []), ("chain_getBlockHash", [head.offer.block])])
    best = again(head.node, lambda: header_number(head.node, call(head.node, "chain_getHeader")))
    still_final(head)
    return ChainRead(
        head=fact,
        known=KnownHead(block=at.block, hash=at.hash, genesis=head.offer.genesis, spec_version=at.spec_version),
        readings=(_head_reading(fact, known), *readings),
        refused=tuple(refused),
        others=head.refused,
        best_block=best,
        spec_before=known.spec_version if known is not None and known.spec_version != at.spec_version else None,
    )


def _read_lists(at: StateAt) -> tuple[list[Reading], list[tuple[str, str]]]:
    """Read each list; one that the node refuses does not take the others with it."""
    readings, refused = [], []
    for wanted in LISTS:
        try:
            readings.append(_read_list(at, wanted))
        except (NodeRefused, ItemMissing, ListShort, TooDamaged, ValueWrong) as error:
            refused.append((wanted.name, str(error)))
        except SecretariatError:
            raise
        except Exception as error:  # a runtime nobody has seen yet: a defect to report, not a reason to stop
            defect = f"The reader stopped with {type(error).__name__}: {str(error)[:200]}. Report it as a defect."
            refused.append((wanted.name, defect))
    return readings, refused


def _read_list(at: StateAt, wanted: ChainList) -> Reading:
    """Read one list, again when it came short or a value of it does not fit its type: an answer may be cut once."""
    for _ in range(TRIES - 1):
        with suppress(ListShort):
            found = _read_once(at, wanted)
            if not any(one.code == UNREADABLE for one in found.problems):
                return found
        at.held.forget()
    return _read_once(at, wanted)


def _read_once(at: StateAt, wanted: ChainList) -> Reading:
    reading = Reading(path=f"{CHAIN}/{wanted.name}", format=CHAIN)
    wanted.read(at, reading)
    return reading


def _head_fact(at: StateAt, version: Version, genesis: str, settings: Settings) -> ChainHead:
    milliseconds = _time(at)
    return ChainHead(
        network=settings.network.lower(),
        chain=chain_of(settings.network),
        block=at.block,
        hash=at.hash,
        genesis=genesis,
        spec_name=version.spec_name,
        spec_version=version.spec_version,
        transaction_version=version.transaction_version,
        at=moment_of(milliseconds),
        milliseconds=milliseconds,
    )


def _time(at: StateAt) -> int | None:
    for _ in range(TRIES):
        try:
            return time_of(at, at.hash) or None  # block 0 has no time
        except ItemMissing:
            return None
        except ValueWrong:
            at.held.forget()
    return None


def _head_reading(fact: ChainHead, known: KnownHead | None) -> Reading:
    reading = Reading(path=f"{CHAIN}/{HEAD}", format=CHAIN)
    reading.add(HEAD, fact.block, fact)
    if known is not None and known.spec_version != fact.spec_version:
        reading.problem(
            SPEC_CHANGED,
            fact.block,
            subject=f"spec {known.spec_version} to {fact.spec_version}",
            what=f"The chain's runtime is now of spec version {fact.spec_version}; it was {known.spec_version} at block "
            f"{known.block:,}. Metadata and constants were read anew.",
            repair="What was encoded for the old one is void: have it made again before anybody signs it.",
        )
    return reading
