"""Finalised heads: what each node offers, and the state at the one that is chosen."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from secretariat.clients.failures import CallFailed
from secretariat.clients.substrate import metadata
from secretariat.clients.substrate.codec import storage_value
from secretariat.clients.substrate.keys import has_item, storage_key
from secretariat.clients.substrate.rpc import Call, Node, again, ask_ahead, call, told_ahead
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wrong import AnswerUnfit, MetadataWrong, ValueWrong
from secretariat.errors import SecretariatError
from secretariat.facts.chain_head import KnownHead, Offer, choose
from secretariat.facts.texts import quoted
from secretariat.sources.chain.ahead import UPGRADE, value_calls, values_ahead
from secretariat.sources.chain.state import StateAt, split, values_at
from secretariat.sources.chain.times import earlier_blocks

_HASH = re.compile(r"0x[0-9a-fA-F]{64}")
_NUMBER = re.compile(r"0x[0-9a-fA-F]{1,15}")
"""A block's number; longer ones are no heights that a store could hold."""

HIGHEST_VERSION = 2**32 - 1


class NoGoodNode(SecretariatError):
    """No configured node gives the chain's present finalised head; ``refused`` has each one's address and why."""

    def __init__(self, refused: Sequence[tuple[str, str]]) -> None:
        reasons = " ".join(f"{address}: {reason.rstrip('.')}." for address, reason in refused)
        super().__init__(f"No node gives the chain's finalised head, so nothing was read. {reasons}")
        self.refused = tuple(refused)


class HeadReplaced(SecretariatError):
    """What a node called finalised is not so any more; nothing of that read may be kept."""


@dataclass(kw_only=True)
class Runtimes:
    """The runtimes of one chain by spec version.

    ``texts`` is metadata known from before as hex, to be loaded when needed; ``fetched`` names what this run added.
    """

    texts: dict[int, str] = field(default_factory=dict)
    loaded: dict[int, Runtime] = field(default_factory=dict)
    fetched: list[int] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Version:
    """What ``state_getRuntimeVersion`` says."""

    spec_name: str
    spec_version: int
    transaction_version: int | None


@dataclass(frozen=True, kw_only=True)
class Head:
    """The chosen node at its finalised block, and what the others were refused for."""

    node: Node
    offer: Offer
    refused: tuple[tuple[str, str], ...]


def choose_head(
    nodes: Sequence[Node],
    runtimes: Runtimes,
    known: KnownHead | None,
    genesis: str,
    failed: Sequence[tuple[str, str]] = (),
) -> Head:
    """Ask every node for its finalised head and choose by ``choose``; ``failed`` names those given up before.

    What is read next of the heads' states is asked for beside it, where the runtime is known.

    Raises NoGoodNode when none is fit.
    """
    offers: list[tuple[Node, Offer]] = []
    refused: list[tuple[str, str]] = list(failed)
    for node in nodes:
        try:
            offers.append((node, _offer(node, runtimes, known)))
        except CallFailed as error:
            refused.append((node.address, why(node, error)))
    choice = choose([offer for _, offer in offers], known, genesis.lower() or None)
    refused += choice.refused
    if choice.place is None:
        raise NoGoodNode(refused)
    node, offer = offers[choice.place]
    return Head(node=node, offer=offer, refused=tuple(refused))


def why(node: Node, error: SecretariatError) -> str:
    """Tell what failed without the node's address, which stands beside it."""
    return str(error).removeprefix(f"{node.address}: ")


def _offer(node: Node, runtimes: Runtimes, known: KnownHead | None) -> Offer:
    node.ahead.clear()
    at_known = [] if known is None else [("chain_getBlockHash", [known.block])]
    ask_ahead(node, [("chain_getFinalizedHead", []), ("chain_getBlockHash", [0]), *at_known])
    block_hash = again(node, lambda: hash_text(node, call(node, "chain_getFinalizedHead")))
    genesis = again(node, lambda: hash_text(node, call(node, "chain_getBlockHash", 0)))
    ask_ahead(node, [("chain_getHeader", [block_hash]), ("state_getRuntimeVersion", [block_hash])])
    block = again(node, lambda: header_number(node, call(node, "chain_getHeader", block_hash)))
    hash_at_known = None if known is None or known.block > block else hash_at(node, known.block)
    hashes = [("chain_getBlockHash", [number]) for number in (block, *earlier_blocks(block))]
    ask_ahead(node, [*hashes, *_values_told(node, block_hash, runtimes)])
    again(node, lambda: _check_height(node, block, block_hash))
    return Offer(address=node.address, block=block, hash=block_hash, genesis=genesis, hash_at_known=hash_at_known)


def hash_at(node: Node, block: int, *told: Any) -> str | None:
    """Ask for the hash of the block at a height, unless it was told; None where there is none. Raises as ``call``."""
    held = list(told)

    def ask() -> str | None:
        answer = held.pop() if held else call(node, "chain_getBlockHash", block)
        return None if answer is None else hash_text(node, answer)

    return again(node, ask)


def _check_height(node: Node, block: int, block_hash: str) -> None:
    """Check that a node has its finalised block at that block's height. Raises AnswerUnfit."""
    if hash_text(node, call(node, "chain_getBlockHash", block)) != block_hash:
        raise AnswerUnfit(
            node.address,
            f"its finalised block {block:,} is not the block it has at that height",
            remedy="Its address may stand for several nodes that disagree; try again or name another.",
        )


def _values_told(node: Node, block_hash: str, runtimes: Runtimes) -> list[Call]:
    """Name the calls for the head's values, where the node said of which runtime it is and that is known."""
    spec = spec_in(told_ahead(node, "state_getRuntimeVersion", block_hash))
    if spec is None or not is_known(runtimes, spec):
        return []
    with suppress(MetadataWrong):  # told where the state is read
        return value_calls(node, runtime_of(node, block_hash, spec, runtimes), block_hash)
    return []


def still_final(head: Head) -> None:
    """Check that the finalised block is still the one at its height. Raises HeadReplaced."""
    if hash_at(head.node, head.offer.block) != head.offer.hash:
        raise HeadReplaced(
            f"{head.node.address}: block {head.offer.block:,} was called finalised and is now another one. "
            "Nothing of this read was kept; read again, and use another node if it comes again."
        )


def state_at(node: Node, block: int, block_hash: str, runtimes: Runtimes) -> tuple[StateAt, Version]:
    """Give the state of a block with the runtime its values were written by.

    In the block that brings a new runtime the code is new and storage is still that of the old one, until the next block
    migrates it; then the state of the block before is given. Raises what calls raise, and MetadataWrong.
    """
    version = runtime_version(node, block_hash)
    runtime = runtime_of(node, block_hash, version.spec_version, runtimes)
    at = StateAt(node=node, block=block, hash=block_hash, spec_version=version.spec_version, runtime=runtime)
    values_ahead(at)
    if block > 1 and _migration_is_due(at):
        parent = again(node, lambda: hash_text(node, _parent(call(node, "chain_getHeader", block_hash))))
        version = runtime_version(node, parent)
        runtime = runtime_of(node, parent, version.spec_version, runtimes)
        at = StateAt(node=node, block=block - 1, hash=parent, spec_version=version.spec_version, runtime=runtime)
    return at, version


def runtime_version(node: Node, block_hash: str) -> Version:
    """Read the version of the runtime at a block. Raises AnswerUnfit for answers without a spec version."""
    return again(node, lambda: _version(node, block_hash))


def _version(node: Node, block_hash: str) -> Version:
    answer = call(node, "state_getRuntimeVersion", block_hash)
    said = answer if isinstance(answer, dict) else {}
    spec, transaction = spec_in(answer), said.get("transactionVersion")
    if spec is None:
        raise AnswerUnfit(node.address, "the runtime's version is no number", remedy="Try another node.")
    return Version(
        spec_name=str(said.get("specName", ""))[:100],
        spec_version=spec,
        transaction_version=transaction if _is_version(transaction) else None,
    )


def spec_in(answer: Any) -> int | None:
    """Find the spec version in an answer to ``state_getRuntimeVersion``; None where it has none."""
    spec = answer.get("specVersion") if isinstance(answer, dict) else None
    return spec if _is_version(spec) else None


def _is_version(value: Any) -> TypeGuard[int]:
    return type(value) is int and 0 <= value <= HIGHEST_VERSION


def is_known(runtimes: Runtimes, spec: int) -> bool:
    """Tell whether a runtime is there without asking a node for its metadata."""
    return spec in runtimes.loaded or spec in runtimes.texts


def runtime_of(node: Node, block_hash: str, spec: int, runtimes: Runtimes) -> Runtime:
    """Give the runtime of a spec version: loaded, known as text, or fetched. Raises MetadataWrong and AnswerUnfit."""
    if spec not in runtimes.loaded:
        if spec not in runtimes.texts:
            text = again(node, lambda: _metadata_text(node, call(node, "state_getMetadata", block_hash)))
            runtimes.loaded[spec] = metadata.load(text)
            runtimes.texts[spec] = text
            runtimes.fetched.append(spec)
        else:
            runtimes.loaded[spec] = metadata.load(runtimes.texts[spec])
    return runtimes.loaded[spec]


def _metadata_text(node: Node, answer: Any) -> str:
    """Give the text of metadata. Raises AnswerUnfit for what cannot be metadata that is read here."""
    try:
        return metadata.checked(answer)
    except MetadataWrong as error:
        raise AnswerUnfit(node.address, str(error), remedy="Try another node.") from error


def _migration_is_due(at: StateAt) -> bool:
    item = split(UPGRADE)
    if not has_item(at.runtime, *item):
        return False
    key = storage_key(at.runtime, *item)
    try:
        last = storage_value(at.runtime, *item, values_at(at, [key])[key])
    except ValueWrong:
        return False
    spec = last.get("spec_version") if isinstance(last, dict) else None
    return type(spec) is int and spec < at.spec_version


def _parent(header: Any) -> Any:
    return header.get("parentHash") if isinstance(header, dict) else None


def header_number(node: Node, header: Any) -> int:
    """Read a header's block number. Raises AnswerUnfit."""
    number = header.get("number") if isinstance(header, dict) else None
    if not isinstance(number, str) or not _NUMBER.fullmatch(number):
        raise AnswerUnfit(node.address, f"a header has no number: {quoted(number, 40)}", remedy="Try another node.")
    return int(number, 16)


def hash_text(node: Node, answer: Any) -> str:
    """Read a block's hash. Raises AnswerUnfit."""
    if not isinstance(answer, str) or not _HASH.fullmatch(answer):
        raise AnswerUnfit(node.address, f"not the hash of a block: {quoted(answer, 80)}", remedy="Try another node.")
    return answer.lower()
