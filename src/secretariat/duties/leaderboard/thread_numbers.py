"""What the thread numbers of a forum dump prove about how many threads there were at a block."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.facts.forum import ForumThread
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

IMPORTED_UNTIL = 1
"""Threads of an earlier chain were imported into the new one's first block: nobody made them there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DumpedThreads:
    """The threads of one chain's dumps: one record for each number.

    ``by_block`` holds (block, number) in rising order. ``highest`` is the highest number up to that place in
    ``by_block``, ``lowest`` the lowest number from that place on: where numbers and blocks rise together, the next
    thread after a block has the number after the last thread before it.
    """

    records: Mapping[int, Stated[ForumThread]]
    by_block: tuple[tuple[int, int], ...]
    highest: tuple[int, ...]
    lowest: tuple[int, ...]
    first_number: int | None


def dumped_threads(snapshot: Snapshot) -> dict[str | None, DumpedThreads]:
    """Gather the dumped threads of every chain. Where two dumps hold one number, the first in order counts."""
    records: dict[str | None, dict[int, Stated[ForumThread]]] = {}
    for stated in snapshot.of(ForumThread):
        records.setdefault(stated.fact.chain, {}).setdefault(stated.fact.thread_id, stated)
    return {chain: _prepared(found) for chain, found in records.items()}


def _prepared(records: dict[int, Stated[ForumThread]]) -> DumpedThreads:
    by_block = sorted(
        (stated.fact.created_block, number)
        for number, stated in records.items()
        if stated.fact.created_block is not None
    )
    highest: list[int] = []
    for _, number in by_block:
        highest.append(max(number, highest[-1]) if highest else number)
    lowest: list[int] = []
    for _, number in reversed(by_block):
        lowest.append(min(number, lowest[-1]) if lowest else number)
    return DumpedThreads(
        records=records,
        by_block=tuple(by_block),
        highest=tuple(highest),
        lowest=tuple(reversed(lowest)),
        first_number=min(records, default=None),
    )


def last_numbers_at(dump: DumpedThreads, block: int) -> tuple[int, int] | None:
    """Bound the number of the last thread made up to a block, that block included: at least, at most.

    None where the dump has no thread on one side of the block, or where numbers and blocks contradict each other.
    """
    place = bisect_right(dump.by_block, (block, max(dump.records, default=0)))
    if place == 0 or place == len(dump.by_block):
        return None
    at_least, at_most = dump.highest[place - 1], dump.lowest[place] - 1
    return (at_least, at_most) if at_least <= at_most else None


def threads_at(dump: DumpedThreads, block: int) -> tuple[int, int] | None:
    """Bound how many threads there were after a block: at least, at most. Equal bounds are a proven count.

    Numbers start at 0 or at 1; where the dump shows neither, the bounds allow for both.
    """
    last = last_numbers_at(dump, block)
    if last is None or dump.first_number is None or dump.first_number < 0:
        return None
    from_zero = last[0] + 1, last[1] + 1
    if dump.first_number == 0:
        return from_zero
    return last if dump.first_number == 1 else (last[0], from_zero[1])


def threads_created(dump: DumpedThreads, start: int, end: int) -> int | None:
    """Count the threads made from start to end, both included, or None where the dump does not prove the count."""
    before, after = last_numbers_at(dump, max(start - 1, IMPORTED_UNTIL)), last_numbers_at(dump, end)
    if before is None or after is None or before[0] != before[1] or after[0] != after[1] or end < start:
        return None
    return after[0] - before[0]


def threads_listed(dump: DumpedThreads, start: int, end: int) -> list[Stated[ForumThread]]:
    """List the dumped threads made from start to end, both included, in order of their blocks; imported ones not."""
    return [dump.records[number] for block, number in dump.by_block if max(start, IMPORTED_UNTIL + 1) <= block <= end]
