"""Council terms of the main network: which elected council was the n-th, and from which block to which it sat."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.election_cycles import ElectionCycle
from secretariat.facts.empty_lists import empty
from secretariat.facts.moments import Moment
from secretariat.facts.records import QUERY_NODE, Stated
from secretariat.facts.snapshot import Snapshot, once

MAINNET = "mainnet"
"""Network and chain of everything that live sources state."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilTerm:
    """One term: the n-th elected council, from the block of its election to the block before the next one's.

    ``end_block`` is None for the sitting council and where the next council's block is not known. ``ended_at`` is the
    moment the next council was elected, one block after the last of the term. ``cycle`` is the election it came from.
    """

    term: int
    record: Stated[ElectedCouncil]
    sitting: bool
    start_block: int | None
    end_block: int | None
    started_at: Moment | None
    ended_at: Moment | None
    seats: tuple[Stated[CouncilSeat], ...]
    cycle: Stated[ElectionCycle] | None

    @property
    def key(self) -> str:
        """Give the query node's id of the council."""
        return self.record.key

    @property
    def borders(self) -> dict[str, int]:
        """Give the last blocks before the start and before the end, where known: the term is what changed between them."""
        before = None if self.start_block is None else self.start_block - 1
        return {name: block for name, block in (("start", before), ("end", self.end_block)) if block is not None}


@once
def council_terms(snapshot: Snapshot) -> tuple[CouncilTerm, ...]:
    """Give the elected councils, numbered by the blocks of their elections.

    The council that the query node invents at block 0, without members, is none. A council whose block cannot be read
    has that of the end of its election. Where neither blocks nor moments of all councils are known nothing is
    numbered: one council in the wrong place would misnumber all later ones.
    """
    cycles = {cycle.fact.next_council: cycle for cycle in snapshot.of(ElectionCycle) if cycle.fact.next_council}
    seats: dict[str, list[Stated[CouncilSeat]]] = {}
    for seat in snapshot.of(CouncilSeat):
        if seat.fact.council is not None:
            seats.setdefault(seat.fact.council, []).append(seat)
    placed = _in_order(
        [
            (council, _elected_block(council, cycles.get(council.key)))
            for council in snapshot.of(ElectedCouncil)
            if council.fact.elected_block != 0 or council.key in seats
        ]
    )
    terms = []
    for number, (council, start) in enumerate(placed, start=1):
        after = placed[number] if number < len(placed) else None
        terms.append(
            CouncilTerm(
                term=number,
                record=council,
                sitting=after is None,
                start_block=start,
                end_block=None if after is None or after[1] is None else after[1] - 1,
                started_at=council.fact.elected_at,
                ended_at=None if after is None else after[0].fact.elected_at,
                seats=tuple(sorted(seats.get(council.key, ()), key=lambda s: (s.fact.member_id or 0, s.key))),
                cycle=cycles.get(council.key),
            )
        )
    return tuple(terms)


def first_blocks(terms: Sequence[CouncilTerm]) -> tuple[int, ...] | None:
    """Give the first blocks of all terms, or None where one is not known: then no block can be placed."""
    starts = tuple(term.start_block for term in terms if term.start_block is not None)
    return starts if len(starts) == len(terms) else None


@once
def starts_of_terms(snapshot: Snapshot) -> tuple[int, ...] | None:
    """Give the first blocks of all terms; None where one is not known, or the councils were not read or not numbered.

    Without any term that is known only where there is no council but the one that the query node invents.
    """
    terms = council_terms(snapshot)
    if terms:
        return first_blocks(terms)
    found = snapshot.of(ElectedCouncil)
    none = all(one.fact.elected_block == 0 for one in found) if found else empty(snapshot, "elected-councils")
    return () if none else None


def term_number_at(starts: tuple[int, ...] | None, block: int | None) -> int | None:
    """Give the number of the term that a block lies in, 0 before the first; None where either is not known."""
    return None if starts is None or block is None else bisect_right(starts, block)


@once
def covered_block(snapshot: Snapshot) -> int | None:
    """Give the newest block that the query node's facts are known to cover: the newest at which one was read."""
    return max(
        (
            record.line
            for records in snapshot.by_kind.values()
            for record in records
            if record.format == QUERY_NODE
        ),
        default=None,
    )  # fmt: skip


_Placed = tuple[Stated[ElectedCouncil], int | None]


def _elected_block(council: Stated[ElectedCouncil], cycle: Stated[ElectionCycle] | None) -> int | None:
    if council.fact.elected_block is not None:
        return council.fact.elected_block
    return cycle.fact.ended_block if cycle is not None else None


def _in_order(found: list[_Placed]) -> list[_Placed]:
    """Order councils by block where all have one, else by moment where all have one, else not at all."""
    if all(block is not None for _, block in found):
        return sorted(found, key=lambda one: (one[1] or 0, one[0].key))
    if all(council.fact.elected_at is not None for council, _ in found):
        return sorted(found, key=lambda one: (one[0].fact.elected_at or "", one[0].key))
    return []
