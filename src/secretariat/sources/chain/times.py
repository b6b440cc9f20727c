"""Times of blocks of the last week, by which the pace of the chain is measured."""

from collections.abc import Iterable, Mapping
from typing import Any

from secretariat.clients.substrate.codec import decode_call, storage_value
from secretariat.clients.substrate.decode import compact_at
from secretariat.clients.substrate.keys import has_item, storage_key
from secretariat.clients.substrate.rpc import Call, call, calls, told_ahead
from secretariat.clients.substrate.storage import storage_at
from secretariat.clients.substrate.wrong import NodeRefused, StateGone, ValueWrong, bytes_of
from secretariat.facts.chain_head import BlockTime
from secretariat.facts.moments import Moment, moment_of_milliseconds
from secretariat.sources.archives.document import Reading
from secretariat.sources.chain.state import StateAt, missing, values_at

DAY = 14_400
DAYS = 7
"""So many spans of that many blocks before the head: a day each at six seconds for a block."""

NOW = ("Timestamp", "Now")
UNSIGNED = 4
"""The byte before the call of an unsigned extrinsic, which the block's time is."""


def read_times(at: StateAt, reading: Reading) -> None:
    """Read the times of the head and of blocks 14,400 to 100,800 before it; of a younger chain in shorter steps.

    A node that keeps no state of long ago still has the blocks: the time is then read out of them.
    """
    if not has_item(at.runtime, *NOW):
        missing(at, reading, "storage item Timestamp.Now")
        return
    wanted = earlier_blocks(at.block)
    hashes = calls(at.node, [("chain_getBlockHash", [block]) for block in wanted]) if wanted else []
    blocks = {block: hash_ for block, hash_ in zip(wanted, hashes, strict=True) if isinstance(hash_, str)}
    unknown = [block for block in wanted if block not in blocks]
    for block, (milliseconds, hash_) in _times(at, {**blocks, at.block: at.hash}).items():
        if milliseconds:
            fact = BlockTime(block=block, hash=hash_.lower(), milliseconds=milliseconds, at=moment_of(milliseconds))
            reading.add(str(block), at.block, fact)
        else:
            unknown.append(block)
    if unknown:
        _report(reading, sorted(unknown))


def earlier_blocks(head: int) -> list[int]:
    """Name the blocks whose times are read beside the head's, oldest first; block 0 has no time."""
    step = min(DAY, max(1, (head - 1) // DAYS))
    return [block for block in range(head - DAYS * step, head, step) if block >= 1]


def times_ahead(at: StateAt) -> list[Call]:
    """Name the calls by which ``read_times`` reads the times of blocks whose hashes were asked ahead, in its order."""
    if not has_item(at.runtime, *NOW):
        return []
    hashes = [told_ahead(at.node, "chain_getBlockHash", block) for block in earlier_blocks(at.block)]
    return _time_calls(at, [hash_ for hash_ in (*hashes, at.hash) if isinstance(hash_, str)])


def _time_calls(at: StateAt, hashes: Iterable[str]) -> list[Call]:
    key = storage_key(at.runtime, *NOW)
    return [("state_getStorage", [key, hash_]) for hash_ in hashes]


def time_of(at: StateAt, block_hash: str) -> int:
    """Give the time of a block in milliseconds since 1970: from its state, or where that is gone from the block itself.

    ``Timestamp.Now`` has been a u64 under one key in every runtime, so the present one reads it. Raises StateGone,
    NodeRefused or ValueWrong.
    """
    key = storage_key(at.runtime, *NOW)
    try:
        held = values_at(at, [key]) if block_hash == at.hash else storage_at(at.node, [key], block_hash)
        value = storage_value(at.runtime, *NOW, held[key])
    except StateGone:
        value = _time_in_block(at, call(at.node, "chain_getBlock", block_hash))
    if type(value) is not int:
        raise ValueWrong("the block's time is no number")
    return value


def _times(at: StateAt, blocks: Mapping[int, str]) -> dict[int, tuple[int | None, str]]:
    """Give the times of blocks with their hashes: in one batch while the node has their states, else one by one."""
    try:
        answers = calls(at.node, _time_calls(at, blocks.values()))
        values = [storage_value(at.runtime, *NOW, answer) for answer in answers]
        return {
            block: (value if type(value) is int else None, hash_)
            for (block, hash_), value in zip(blocks.items(), values, strict=True)
        }
    except (NodeRefused, ValueWrong):
        return {block: (_time_or_none(at, hash_), hash_) for block, hash_ in blocks.items()}


def _time_or_none(at: StateAt, block_hash: str) -> int | None:
    try:
        return time_of(at, block_hash)
    except (NodeRefused, ValueWrong):
        return None


def moment_of(milliseconds: int | None) -> Moment | None:
    """Write a block's time as a moment; None for what is no time of this age."""
    try:
        return None if milliseconds is None else moment_of_milliseconds(milliseconds)
    except ValueError:
        return None


def _time_in_block(at: StateAt, answer: Any) -> int | None:
    """Find ``Timestamp.set`` among the extrinsics; the runtime demands it in every block."""
    block = answer.get("block") if isinstance(answer, dict) else None
    extrinsics = block.get("extrinsics") if isinstance(block, dict) else None
    for extrinsic in extrinsics if isinstance(extrinsics, list) else []:
        raw = bytes_of(extrinsic)
        _, start = compact_at(raw)
        if raw[start : start + 1] != bytes([UNSIGNED]):
            continue
        try:
            found = decode_call(at.runtime, raw[start + 1 :])
        except ValueWrong:
            continue
        if (found.pallet, found.function) == ("Timestamp", "set"):
            now = found.args.get("now")
            return now if type(now) is int else None
    return None


def _report(reading: Reading, unknown: list[int]) -> None:
    blocks = ", ".join(f"{block:,}" for block in unknown)
    reading.problem(
        "history-missing",
        0,
        subject="block times",
        what=f"The node has no time of these blocks: {blocks}.",
        repair="The pace is measured over fewer blocks; a node with older blocks gives more.",
    )
