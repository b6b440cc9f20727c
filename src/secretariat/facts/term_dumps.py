"""How many proposals a chain dump proves to have been made and approved between two blocks."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from secretariat.facts.numbering import out_of_order
from secretariat.facts.proposals import APPROVED, DumpedProposal
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

FigureValue = int | str | bool | Decimal
Given = tuple[FigureValue, str, str]
"""One source's value: the value, file and line, the format of the file."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DumpedNumbers:
    """The proposals of one chain's dumps, ready to be counted.

    ``numbers`` and ``created`` are sorted alike: proposals are numbered in the order in which they are made.
    ``missing`` holds, for every number the dumps skip, the blocks between which that proposal was made.
    """

    records: tuple[Stated[DumpedProposal], ...]
    numbers: tuple[int, ...]
    created: tuple[int, ...]
    missing: tuple[tuple[int, int], ...]


def dumped_numbers(snapshot: Snapshot) -> Mapping[str | None, DumpedNumbers]:
    """Prepare the dumped proposals of every chain for counting.

    Of several dumps of one proposal the first counts that has it finalised. A proposal whose block does not fit the
    order of the numbers counts as skipped.
    """
    by_chain: dict[str | None, dict[int, Stated[DumpedProposal]]] = {}
    for record in snapshot.of(DumpedProposal):
        if record.fact.created_block is not None:
            found = by_chain.setdefault(record.fact.chain, {})
            known = found.setdefault(record.fact.number, record)
            if known.fact.finalised_block is None and record.fact.finalised_block is not None:
                found[record.fact.number] = record
    return {chain: _prepared(found) for chain, found in by_chain.items()}


def _prepared(found: dict[int, Stated[DumpedProposal]]) -> DumpedNumbers:
    created = {number: record.fact.created_block or 0 for number, record in found.items()}
    for number in out_of_order(created.items()):
        del created[number]
    numbers = tuple(sorted(created))
    gaps = [(created[before], created[after]) for before, after in pairwise(numbers) if after != before + 1]
    if numbers[0] > 1:
        gaps.insert(0, (0, created[numbers[0]]))
    return DumpedNumbers(
        records=tuple(found[number] for number in numbers),
        numbers=numbers,
        created=tuple(created[number] for number in numbers),
        missing=tuple(gaps),
    )


def counts_between(dump: DumpedNumbers | None, start: int | None, end: int | None) -> list[tuple[str, Given]]:
    """Count the proposals made, and those approved, from one block to another, where the dump proves the count.

    ``proposals`` needs the numbers before and after the term in the dump: a number that the dump skips in the middle was
    made in the term all the same. ``proposals_approved`` counts those finalised as approved in the term, as the reports
    do, and needs a dump that reaches beyond the term and skips no number that could have been finalised in it.
    """
    if dump is None or start is None or end is None or end < start:
        return []
    first, after = bisect_left(dump.created, start), bisect_right(dump.created, end)
    if after == len(dump.numbers) or first == after:
        return []
    record = dump.records[first]
    place = (record.source, record.format)
    found: list[tuple[str, Given]] = []
    opens = dump.numbers[first] == 1 or (first > 0 and dump.numbers[first - 1] == dump.numbers[first] - 1)
    if opens and dump.numbers[after] == dump.numbers[after - 1] + 1:
        found.append(("proposals", (dump.numbers[after - 1] - dump.numbers[first] + 1, *place)))
    approved = _approved_between(dump, start, end)
    if approved is not None:
        found.append(("proposals_approved", (approved, *place)))
    return found


def _approved_between(dump: DumpedNumbers, start: int, end: int) -> int | None:
    """Count approvals finalised from start to end, or None when a skipped or undated proposal could be one."""
    longest = max((record.fact.voting_period or 0) + (record.fact.grace_period or 0) for record in dump.records)
    longest = max(longest, _longest_open(dump))
    if any(made_by >= start - longest and made_from <= end for made_from, made_by in dump.missing):
        return None
    count = 0
    for record in dump.records:
        fact = record.fact
        created, finalised = fact.created_block or 0, fact.finalised_block
        if finalised is None and fact.outcome in APPROVED and start - longest <= created <= end:
            return None
        if finalised is not None and start <= finalised <= end:
            if fact.outcome is None:
                return None
            count += fact.outcome in APPROVED
    return count


def _longest_open(dump: DumpedNumbers) -> int:
    """Find the most blocks that any dumped proposal stood open."""
    return max(
        (
            record.fact.finalised_block - record.fact.created_block
            for record in dump.records
            if record.fact.finalised_block is not None and record.fact.created_block is not None
        ),
        default=0,
    )
