"""Which election results and which KPI round belong to which council term: matched by blocks, never by equal numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secretariat.facts.elections import ElectedSeat, ElectionResult, ReportedSeat
from secretariat.facts.kpis import KpiRound
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot

OLD_TERM_LAPS_AT_MOST = 28_800
"""A results file gives with each council the end of the term before it: two days of blocks after the new start at most.

On every round that the archives let one compare, member by member and stake by stake, it is 14,400 blocks.
"""

KPI_START_TOLERANCE = 14_400
"""A KPI round belongs to the term that starts within a day of blocks of its own start."""


@dataclass(frozen=True, kw_only=True, slots=True)
class TermBlocks:
    """What a term is matched by. ``chain`` with ``network`` and ``term`` is its name."""

    chain: str | None
    network: str | None
    term: int
    election_round: int | None
    start_block: int | None
    end_block: int | None


def results_by_term(snapshot: Snapshot, known: Iterable[TermBlocks]) -> dict[TermBlocks, Stated[ElectionResult]]:
    """Match each term to the one round of a results file that seated its council.

    The first block of the term decides. A round whose members and stakes another term's council report has more of
    matches nothing, and a term that two rounds would fit gets none. A results file does not name its chain: see
    ``results_chains``.
    """
    known = tuple(known)
    chains = results_chains(snapshot, known)
    elected, reported = _stakes_elected(snapshot), _stakes_reported(snapshot)
    fitting: dict[TermBlocks, dict[int, Stated[ElectionResult]]] = {}
    for result in snapshot.of(ElectionResult):
        chain = chains.get(result.file)
        for term in _seated_by(result.fact, known, chain) if chain is not None else ():
            stakes = elected.get((result.file, result.fact.results_round), set())
            shared = {place: len(stakes & found) for place, found in reported.items() if place[0] == chain}
            own = shared.get((term.chain, term.term))
            if own is None or own == max(shared.values()):
                fitting.setdefault(term, {}).setdefault(result.fact.results_round, result)
    return {term: next(iter(found.values())) for term, found in fitting.items() if len(found) == 1}


def forced_term(result: ElectionResult, known: Iterable[TermBlocks], chain: str | None) -> int | None:
    """Give the number of the one term that a round can have seated: the only one between two reported terms.

    The round's block must lie after the last known term before it, by two days at most, and before the next known term,
    and their numbers must be two apart.
    """
    block = result.term_ends_at
    placed = [
        term for term in known if term.chain == chain and term.start_block is not None and term.end_block is not None
    ]
    if block is None or chain is None:
        return None
    before = max(
        (term for term in placed if (term.end_block or 0) < block),
        key=lambda term: (term.end_block or 0, term.term),
        default=None,
    )
    after = min(
        (term for term in placed if (term.start_block or 0) > block),
        key=lambda term: (term.start_block or 0, term.term),
        default=None,
    )
    if before is None or after is None or block - (before.end_block or 0) > OLD_TERM_LAPS_AT_MOST:
        return None
    running = any((term.start_block or 0) <= block <= (term.end_block or 0) for term in placed)
    return before.term + 1 if not running and after.term - before.term == 2 else None


Stake = tuple[int, int]
"""Member id and own stake."""


def _stakes_elected(snapshot: Snapshot) -> dict[tuple[str, int], set[Stake]]:
    """Collect members with their own stakes by results file and round."""
    found: dict[tuple[str, int], set[Stake]] = {}
    for seat in snapshot.of(ElectedSeat):
        if seat.fact.member_id is not None and seat.fact.own_stake is not None:
            place = (seat.file, seat.fact.results_round)
            found.setdefault(place, set()).add((seat.fact.member_id, seat.fact.own_stake))
    return found


def _stakes_reported(snapshot: Snapshot) -> dict[tuple[str | None, int], set[Stake]]:
    """Collect members with their own stakes by chain and term."""
    found: dict[tuple[str | None, int], set[Stake]] = {}
    for seat in snapshot.of(ReportedSeat):
        if seat.fact.member_id is not None and seat.fact.own_stake is not None:
            found.setdefault((seat.fact.chain, seat.fact.term), set()).add((seat.fact.member_id, seat.fact.own_stake))
    return found


def results_chains(snapshot: Snapshot, known: Iterable[TermBlocks]) -> dict[str, str]:
    """Find the chain of every results file: the one of whose terms its rounds seated most.

    Files that fit two chains equally well are decided by the members that the chain's council reports seat as well,
    and stay without a chain when that does not decide either.
    """
    known = tuple(known)
    named = sorted({term.chain for term in known if term.chain is not None})
    seated: dict[str, set[tuple[int | None, str]]] = {}
    for seat in snapshot.of(ReportedSeat):
        if seat.fact.chain is not None:
            seated.setdefault(seat.fact.chain, set()).add((seat.fact.member_id, seat.fact.handle))
    elected: dict[str, set[tuple[int | None, str | None]]] = {}
    for elect in snapshot.of(ElectedSeat):
        elected.setdefault(elect.file, set()).add((elect.fact.member_id, elect.fact.handle))
    by_file: dict[str, list[ElectionResult]] = {}
    for result in snapshot.of(ElectionResult):
        by_file.setdefault(result.file, []).append(result.fact)
    found = {}
    for file, results in by_file.items():
        scores = {
            chain: (
                sum(1 for result in results if _seated_by(result, known, chain)),
                len(elected.get(file, set()) & seated.get(chain, set())),
            )
            for chain in named
        }
        best = _only_best(scores)
        if best is not None and scores[best] > (0, 0):
            found[file] = best
    return found


def _only_best(scores: Mapping[str, tuple[int, int]]) -> str | None:
    """Find the one with the highest score, or None when there is none or a draw."""
    ordered = sorted(scores, key=lambda name: scores[name], reverse=True)
    if not ordered or (len(ordered) > 1 and scores[ordered[0]] == scores[ordered[1]]):
        return None
    return ordered[0]


def _seated_by(result: ElectionResult, known: Iterable[TermBlocks], chain: str) -> list[TermBlocks]:
    """List the terms of a chain that start up to two days before the block the round gives."""
    if result.term_ends_at is None:
        return []
    return [
        term
        for term in known
        if term.chain == chain
        and term.start_block is not None
        and 0 <= result.term_ends_at - term.start_block <= OLD_TERM_LAPS_AT_MOST
    ]


def kpi_rounds_by_term(snapshot: Snapshot, known: Iterable[TermBlocks]) -> Mapping[TermBlocks, Stated[KpiRound]]:
    """Match each term to its KPI round by the round's first block, else by the chain's election round it names.

    The election round decides only for a KPI round without blocks, or a term without: where both are printed the blocks
    are right. A term that two KPI rounds would fit gets none, unless one of them starts exactly with it.
    """
    known = tuple(known)
    fitting: dict[TermBlocks, dict[int, Stated[KpiRound]]] = {}
    for kpi_round in snapshot.of(KpiRound):
        term = _term_of_kpi_round(kpi_round.fact, known)
        if term is not None:
            fitting.setdefault(term, {}).setdefault(kpi_round.fact.kpi_round, kpi_round)
    matched = {}
    for term, found in fitting.items():
        exact = [stated for stated in found.values() if stated.fact.start_block == term.start_block is not None]
        if len(found) == 1 or len(exact) == 1:
            matched[term] = exact[0] if exact else next(iter(found.values()))
    return matched


def _term_of_kpi_round(kpi_round: KpiRound, known: tuple[TermBlocks, ...]) -> TermBlocks | None:
    start = kpi_round.start_block
    if start is not None:
        near = [
            term
            for term in known
            if term.start_block is not None and abs(term.start_block - start) <= KPI_START_TOLERANCE
        ]
        closest = min((abs((term.start_block or 0) - start) for term in near), default=0)
        fitting = [term for term in near if abs((term.start_block or 0) - start) == closest]
        if fitting:
            return fitting[0] if len(fitting) == 1 else None
    named = [
        term
        for term in known
        if term.election_round is not None
        and term.election_round == kpi_round.election_round
        and (start is None or term.start_block is None)
    ]
    return named[0] if len(named) == 1 else None
