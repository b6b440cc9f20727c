"""Elections as reports, results files and the query node together state them."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.elections import ElectionResult
from secretariat.facts.live_elections import LiveElection, live_elections
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import Term, TermKey, chain_rank, figure, term_key, terms


@dataclass(frozen=True, kw_only=True, slots=True)
class Election:
    """One election: the council it led to, as seats and, where a source covers it, as a term.

    ``live`` is the election cycle as the query node states it; without a term it has failed or is running.
    """

    network: str | None
    chain: str | None
    election_round: int | None
    results_round: int | None
    term: Term | None
    seats: tuple[Seat, ...]
    block: int
    source: str
    live: LiveElection | None = None


LAST = 10**18
"""The block that stands for "not yet": an election that runs comes after all others."""


def elections(snapshot: Snapshot) -> tuple[Election, ...]:
    """List the elections known from reports on their terms, from results files and from live sources.

    They come in the order of chains and time.
    """
    known = {term_key(term.chain, term.network, term.term): term for term in terms(snapshot)}
    of_term: dict[TermKey, list[Seat]] = {}
    of_round: dict[tuple[str | None, int | None], list[Seat]] = {}
    for seat in seats(snapshot):
        if seat.term is not None:
            of_term.setdefault(term_key(seat.chain, seat.network, seat.term), []).append(seat)
        else:
            of_round.setdefault((seat.chain, seat.results_round), []).append(seat)
    live = {election.term.term: election for election in live_elections(snapshot) if election.term is not None}
    heads = {r.fact.results_round: r.source for r in reversed(snapshot.of(ElectionResult))}
    found = [_of_term(term, tuple(of_term.get(key, ())), _live_of(live, term)) for key, term in known.items()]
    found += [_of_seats(tuple(group)) for key, group in of_term.items() if key not in known]
    found += [_of_seats(tuple(group), heads.get(group[0].results_round or 0)) for group in of_round.values()]
    found += [_of_cycle(election) for election in live_elections(snapshot) if election.term is None]
    return tuple(
        sorted(
            (election for election in found if election is not None),
            key=lambda e: (chain_rank(e.chain), e.block, e.term.term if e.term else 0, e.results_round or 0),
        )
    )


def _live_of(live: Mapping[int, LiveElection], term: Term) -> LiveElection | None:
    return live.get(term.term) if term.chain == MAINNET else None


def _of_cycle(live: LiveElection) -> Election:
    """Make the row of an election cycle that seated no council."""
    ended = live.record.fact.ended_block
    return Election(
        network=MAINNET,
        chain=MAINNET,
        election_round=None,
        results_round=None,
        term=None,
        seats=(),
        block=LAST if ended is None else ended,
        source=live.record.source,
        live=live,
    )


def _of_term(term: Term, of_term: tuple[Seat, ...], live: LiveElection | None) -> Election | None:
    """Make the election of a reported term; a term that nobody reports an election, applicants or seats of has none."""
    stated = (term.election_round, term.results_round, figure(term, "applicants"), figure(term, "votes"))
    if live is None and not of_term and all(value is None or value == 0 for value in stated):
        return None
    return Election(
        network=term.network,
        chain=term.chain,
        election_round=term.election_round,
        results_round=term.results_round,
        term=term,
        seats=of_term,
        block=term.start_block or 0,
        source="; ".join([*term.sources, *([live.record.source] if live else [])]),
        live=live,
    )


def _of_seats(group: tuple[Seat, ...], head: str | None = None) -> Election:
    """Make an election of seats whose term nobody reports."""
    first = group[0]
    return Election(
        network=first.network,
        chain=first.chain,
        election_round=first.election_round,
        results_round=first.results_round,
        term=None,
        seats=group,
        block=first.block,
        source=head or first.claims[0].source,
    )
