"""Find a transaction in finalised blocks by its hash: the one proof that it happened, and that it did not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from secretariat.clients.failures import AnswerWrong
from secretariat.clients.substrate.rpc import Node, calls
from secretariat.clients.substrate.signing import extrinsic_hash
from secretariat.clients.substrate.wrong import ValueWrong, bytes_of

AT_ONCE = 16
"""Blocks asked for together: each may be large."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """Where a transaction stands: a block with its hash and its parent's, and its place in it from 0."""

    block: int
    block_hash: str
    parent: str
    index: int


def find(node: Node, own: str, first: int, last: int) -> Sight | None:
    """Look for the transaction with this hash (``0x`` hex) in blocks ``first`` to ``last``, all of them finalised.

    None when it is in none of them. Raises AnswerWrong where the node does not have one of the blocks, so that nothing is ever
    concluded from a block that was not looked into, and what calls raise.
    """
    for start in range(first, last + 1, AT_ONCE):
        for number, block_hash, block in _blocks(node, range(start, min(start + AT_ONCE, last + 1))):
            for index, raw in enumerate(block["extrinsics"]):
                if "0x" + extrinsic_hash(_raw(node, raw)).hex() == own:
                    parent = str(block["header"].get("parentHash"))
                    return Sight(block=number, block_hash=block_hash, parent=parent, index=index)
    return None


def _blocks(node: Node, numbers: range) -> Iterator[tuple[int, str, dict[str, Any]]]:
    hashes = calls(node, [("chain_getBlockHash", [number]) for number in numbers])
    found = calls(node, [("chain_getBlock", [each]) for each in hashes])
    for number, block_hash, answer in zip(numbers, hashes, found, strict=True):
        block = answer.get("block") if isinstance(answer, dict) else None
        if not isinstance(block, dict) or not isinstance(block.get("extrinsics"), list):
            raise _wrong(node, f"it does not give block {number:,} with its transactions")
        header = block.get("header")
        if not isinstance(header, dict) or not isinstance(block_hash, str) or _number(header) != number:
            raise _wrong(node, f"what it gives as block {number:,} is another one")
        yield number, block_hash, block


def _number(header: dict[str, Any]) -> int | None:
    try:
        return int(str(header.get("number")), 16)
    except ValueError:
        return None


def _raw(node: Node, raw: object) -> bytes:
    try:
        return bytes_of(raw)
    except ValueWrong as error:
        raise _wrong(node, "a transaction in a block is not hexadecimal") from error


def _wrong(node: Node, what: str) -> AnswerWrong:
    return AnswerWrong(node.address, what, remedy="Give the address of a node that keeps its blocks ([chain] urls).")
