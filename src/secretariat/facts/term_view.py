"""Council terms as all sources together state them: one per chain and term, every figure with who else gave it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from secretariat.facts.council_terms import MAINNET
from secretariat.facts.elections import ElectionResult, ReportedSeat
from secretariat.facts.kpis import KpiRound
from secretariat.facts.live_terms import LiveTerm, live_terms
from secretariat.facts.records import AnyStated, Stated
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.term_dumps import DumpedNumbers, FigureValue, Given, dumped_numbers
from secretariat.facts.term_rounds import TermBlocks, kpi_rounds_by_term, results_by_term
from secretariat.facts.term_sources import FIGURES, ROUNDED, values_given
from secretariat.facts.terms import COUNCIL_TERM, CouncilReport, LeaderboardFigure, TermFigures

CHAIN_ORDER = ("constantinople", "alexandria", "antioch", "mainnet")


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One figure of one term: the value that counts, where it stands, and (value, source, format) of the others."""

    value: FigureValue
    source: str
    format: str
    others: tuple[Given, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Term:
    """One council term. The four numberings stand side by side; they are matched by blocks, never by being equal.

    ``election_round`` is the chain's round as the council report names it, else the KPI document of the term;
    ``results_round`` is the round of the results file that seated this council, in that file's own numbering.

    Block ranges are kept as printed: the end is inside the term, or in older reports the next term's first block.
    ``sources`` names every document that describes the term, the most trusted first. ``live`` tells that only live
    sources do. ``numbering`` says what the number in ``term`` is: a council term as soon as one source calls it so, else what
    the council report prints in its place (decision 0017). ``sitting`` marks the council in office: its term has no last block yet. ``missing`` tells of start and end
    why the chain's state there is not known.
    """

    chain: str | None
    network: str | None
    term: int
    election_round: int | None = None
    kpi_round: int | None = None
    results_round: int | None = None
    start_block: int | None = None
    end_block: int | None = None
    started_at: str | None = None
    ended_at: str | None = None
    figures: Mapping[str, Figure]
    sources: tuple[str, ...] = ()
    live: bool = False
    sitting: bool = False
    numbering: str = COUNCIL_TERM
    missing: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """The same figure of one term from two sources; ``expected`` is the one that counts."""

    check: str
    term: Term
    figure: str
    expected: FigureValue
    found: FigureValue
    expected_source: str
    found_source: str
    expected_format: str
    found_format: str


TermKey = tuple[str | None, str | None, int]
"""Chain, the network only where the chain is not known, and term."""


def term_key(chain: str | None, network: str | None, term: int) -> TermKey:
    """Name a term: numbers are unique on a chain, whatever label the network had."""
    return chain, None if chain else network, term


def chain_rank(chain: str | None) -> tuple[int, str]:
    """Place a chain in the order in which the chains ran; unknown ones last."""
    place = CHAIN_ORDER.index(chain) if chain in CHAIN_ORDER else len(CHAIN_ORDER)
    return place, chain or ""


def term_blocks(term: Term) -> TermBlocks:
    """Give what other numberings are matched to a term by."""
    return TermBlocks(
        chain=term.chain,
        network=term.network,
        term=term.term,
        election_round=term.election_round,
        start_block=term.start_block,
        end_block=term.end_block,
    )


def figure(term: Term, name: str) -> FigureValue | None:
    """Give the value of one figure, or None when no source states it."""
    found = term.figures.get(name)
    return None if found is None else found.value


@once
def terms(snapshot: Snapshot) -> tuple[Term, ...]:
    """Merge everything said about each term, ordered by chain and term number.

    Precedence of a figure: tokenomics report, council report, chain dump, then the hand-made leaderboard and counts of
    seats. A second document of the same format that claims another first block never fills a gap: it may be about
    another term. What live sources state of a term comes after what documents print of it.
    """
    described = _described(snapshot)
    dumps = dumped_numbers(snapshot)
    seats = _seats(snapshot)
    merged = [
        _merge(key, records, dumps.get(key[0]), seats.get(key, []))
        for key, records in sorted(described.items(), key=lambda item: _order(item[0]))
    ]
    blocks = [term_blocks(term) for term in merged]
    results = results_by_term(snapshot, blocks)
    kpi_rounds = kpi_rounds_by_term(snapshot, blocks)
    documented = [
        _with_results(_with_kpi_round(term, kpi_rounds.get(named)), results.get(named))
        for term, named in zip(merged, blocks, strict=True)
    ]
    return _and_live(documented, live_terms(snapshot))


def term_at(terms: Iterable[Term], chain: str | None, block: int | None) -> Term | None:
    """Find the term of a chain that holds a block, the end included; the sitting council's has no end yet.

    A block that ends one printed range and starts the next belongs to the later term.
    """
    if chain is None or block is None:
        return None
    holding = [
        term
        for term in terms
        if term.chain == chain
        and term.start_block is not None
        and term.start_block <= block
        and (term.sitting if term.end_block is None else block <= term.end_block)
    ]
    return max(holding, key=lambda term: (term.start_block or 0, term.term), default=None)


def comparisons(terms: Iterable[Term]) -> tuple[Comparison, ...]:
    """List every figure that more than one source gives, equal or not, in the order of terms and figures.

    Where one source prints a day and the other a moment, both are compared as days.
    """
    return tuple(
        _comparison(term, name, known, other)
        for term in terms
        for name, known in term.figures.items()
        for other in known.others
    )


def _comparison(term: Term, name: str, known: Figure, other: Given) -> Comparison:
    expected, found = known.value, other[0]
    if isinstance(expected, str) and isinstance(found, str) and len(expected) != len(found):
        expected, found = expected[:10], found[:10]
    return Comparison(
        check=f"term-{name.replace('_', '-')}",
        term=term,
        figure=name,
        expected=expected,
        found=found,
        expected_source=known.source,
        found_source=other[1],
        expected_format=known.format,
        found_format=other[2],
    )


def _order(key: TermKey) -> tuple[tuple[int, str], str, int]:
    return chain_rank(key[0]), key[1] or "", key[2]


def _described(snapshot: Snapshot) -> dict[TermKey, list[AnyStated]]:
    """Collect the records that describe each term, the most trusted kind first."""
    described: dict[TermKey, list[AnyStated]] = {}
    records: tuple[AnyStated, ...] = (
        *snapshot.of(TermFigures),
        *snapshot.of(CouncilReport),
        *snapshot.of(LeaderboardFigure),
    )
    for record in records:
        described.setdefault(term_key(record.fact.chain, record.fact.network, record.fact.term), []).append(record)
    return described


def _seats(snapshot: Snapshot) -> dict[TermKey, list[Stated[ReportedSeat]]]:
    """Collect the seats that council reports list for each term."""
    seats: dict[TermKey, list[Stated[ReportedSeat]]] = {}
    for seat in snapshot.of(ReportedSeat):
        seats.setdefault(term_key(seat.fact.chain, seat.fact.network, seat.fact.term), []).append(seat)
    return seats


def _merge(
    key: TermKey, records: list[AnyStated], dump: DumpedNumbers | None, seats: list[Stated[ReportedSeat]]
) -> Term:
    """Make one term of the records that describe it; results and KPI rounds are matched afterwards."""
    given, doubted = values_given(records, dump, seats)
    figures = {
        name: Figure(
            value=given[name][0][0],
            source=given[name][0][1],
            format=given[name][0][2],
            others=(*given[name][1:], *doubted.get(name, ())),
        )
        for name in ("election_round", *FIGURES, ROUNDED)
        if given.get(name)
    }
    return Term(
        chain=key[0],
        network=next((record.fact.network for record in records if record.fact.network), None),
        term=key[2],
        election_round=_integer(figures, "election_round"),
        kpi_round=_integer(figures, "kpi_round"),
        start_block=_integer(figures, "start_block"),
        end_block=_integer(figures, "end_block"),
        started_at=_moment(figures, "started_at"),
        ended_at=_moment(figures, "ended_at"),
        figures=figures,
        sources=_sources(records),
        numbering=_numbering(records),
    )


def _numbering(records: list[AnyStated]) -> str:
    """Say what a term's number is: reports of tokenomics and the hand-made leaderboard count council terms."""
    said = [record.fact.numbering if isinstance(record.fact, CouncilReport) else COUNCIL_TERM for record in records]
    return COUNCIL_TERM if COUNCIL_TERM in said else said[0]


def _sources(records: list[AnyStated]) -> tuple[str, ...]:
    """Name the documents that describe a term; the leaderboard counts as one document, by its first cell."""
    first: dict[str, str] = {}
    for record in records:
        first.setdefault(record.file, record.source)
    return tuple(first.values())


def _with_kpi_round(term: Term, kpi_round: Stated[KpiRound] | None) -> Term:
    """Add the KPI round and the election round it names; both count only where no report of the term names one."""
    if kpi_round is None:
        return term
    figures: Mapping[str, Figure] = term.figures
    for name, value in (("kpi_round", kpi_round.fact.kpi_round), ("election_round", kpi_round.fact.election_round)):
        if value is not None:
            figures = _and_also(figures, name, (value, kpi_round.source, kpi_round.format))
    return replace(
        term,
        figures=figures,
        kpi_round=_integer(figures, "kpi_round"),
        election_round=_integer(figures, "election_round"),
    )


def _with_results(term: Term, result: Stated[ElectionResult] | None) -> Term:
    """Add the results round and its number of seats."""
    if result is None:
        return term
    figures = _and_also(term.figures, "seats", (result.fact.seats, result.source, result.format))
    return replace(term, results_round=result.fact.results_round, figures=figures)


def _and_also(figures: Mapping[str, Figure], name: str, given: Given) -> dict[str, Figure]:
    """Add one more source of a figure behind the others."""
    known = figures.get(name)
    if known is None:
        return {**figures, name: Figure(value=given[0], source=given[1], format=given[2])}
    return {**figures, name: replace(known, others=(*known.others, given))}


def _and_live(documented: list[Term], found: Iterable[LiveTerm]) -> tuple[Term, ...]:
    """Add the terms that live sources state, and what they state of terms that documents describe."""
    terms = {term_key(term.chain, term.network, term.term): term for term in documented}
    for live in found:
        key = term_key(MAINNET, MAINNET, live.council.term)
        known = terms.get(key) or Term(chain=MAINNET, network=MAINNET, term=live.council.term, figures={}, live=True)
        figures: Mapping[str, Figure] = known.figures
        for name, given in live.figures.items():
            figures = _and_also(figures, name, given)
        terms[key] = replace(
            known,
            start_block=_integer(figures, "start_block"),
            end_block=_integer(figures, "end_block"),
            started_at=_moment(figures, "started_at"),
            ended_at=_moment(figures, "ended_at"),
            figures=figures,
            sources=(*known.sources, live.council.record.source),
            sitting=live.council.sitting,
            missing=live.missing,
        )
    return tuple(term for _, term in sorted(terms.items(), key=lambda item: _order(item[0])))


def _integer(figures: Mapping[str, Figure], name: str) -> int | None:
    found = figures.get(name)
    return found.value if found is not None and isinstance(found.value, int) else None


def _moment(figures: Mapping[str, Figure], name: str) -> str | None:
    found = figures.get(name)
    return found.value if found is not None and isinstance(found.value, str) else None
