"""The table of elections: every election that led to a known council, and on the main network every one that was held."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.elections import ElectionResult
from secretariat.facts.live_elections import LiveElection, live_elections, stake_of
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import (
    BLOCK,
    COUNT,
    LONG_TEXT,
    NUMBER,
    PERCENT,
    TEXT,
    TOKENS,
    Column,
    Table,
    Unit,
    Value,
)
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


def _figure(row: Election, name: str) -> Value:
    return figure(row.term, name) if row.term else None


def _term_number(row: Election) -> int | None:
    return row.term.term if row.term else next((seat.term for seat in row.seats), None)


def _ended_block(row: Election) -> int | None:
    """Give the block at which the election ended; a testnet's first council was not elected on it."""
    if row.live is not None:
        return row.live.record.fact.ended_block
    start = row.term.start_block if row.term else None
    return start if start is not None and start > 1 else None


def _candidates(row: Election) -> Value:
    """Count the applicants as printed, else the members who stood to the end of announcing."""
    printed = _figure(row, "applicants")
    return len(row.live.standing) if printed is None and row.live is not None else printed


def _candidates_stake(row: Election) -> Value:
    printed = _figure(row, "applicant_stake")
    if printed is not None or row.live is None:
        return printed
    return stake_of(one.record.fact.stake for one in row.live.standing) if row.live.standing else None


def _outcome(row: Election) -> str | None:
    return row.live.outcome if row.live is not None else "elected"


def _seat_count(row: Election) -> int | None:
    stated = _figure(row, "seats")
    return stated if isinstance(stated, int) else len(row.seats) or None


def _winners_votes(row: Election) -> int | None:
    known = [seat.backers for seat in row.seats]
    return sum(b for b in known if b is not None) if known and None not in known else None


def _winners_stake(row: Election, name: str) -> Amount | None:
    """Add up a stake over all seats; None when it is not known of every seat."""
    known = [getattr(seat, name) for seat in row.seats]
    return Amount(sum(known)) if known and None not in known else None


_SEATS = "table seats"
_TERMS = "table terms"
_LIVE = "query node; not in the archives"


def _live(name: str, description: str, unit: Unit, value: Callable[[LiveElection], Value]) -> Column[Election]:
    """Make a column that the archives cannot fill."""
    return Column(
        name=name,
        description=description,
        unit=unit,
        value=lambda row: None if row.live is None else value(row.live),
        source=_LIVE,
    )


TABLE: Table[Election] = Table(
    name="elections",
    title="Elections",
    description="Every election that led to a known council: rounds, applicants, votes, seats and stakes; on the main network also"
    " those that failed, or that run. A restarted or failed election of a testnet is in no archive.",
    columns=(
        Column(
            name="network", description="Label of the network.", unit=TEXT, value=lambda row: row.network, source=_TERMS
        ),
        Column(
            name="chain", description="Chain of the election.", unit=TEXT, value=lambda row: row.chain, source=_TERMS
        ),
        _live(
            "cycle_id",
            "Number of the chain's election cycle; a failed one has its own. The testnets had none.",
            NUMBER,
            lambda live: live.record.fact.cycle,
        ),
        Column(
            name="election_round",
            description="Election round of the chain, as the council report names it; see seats where no report does.",
            unit=NUMBER,
            value=lambda row: row.election_round,
            source="council report",
        ),
        Column(
            name="results_round",
            description="Round as the election results file numbers it.",
            unit=NUMBER,
            value=lambda row: row.results_round,
            source="election results file",
        ),
        Column(
            name="council_term",
            description="Council term that the election led to; empty where no report covers it.",
            unit=NUMBER,
            value=_term_number,
            source=_TERMS,
        ),
        _live("announcing_start", "First block of announcing.", BLOCK, lambda live: live.announcing_start),
        _live("voting_start", "First block of voting.", BLOCK, lambda live: live.voting_start),
        _live("revealing_start", "First block of revealing.", BLOCK, lambda live: live.revealing_start),
        Column(
            name="ended_block",
            description="Block at which the elected council was seated: the first of its term. Empty for a testnet's first council; of a"
            " failed election the block at which announcing began anew.",
            unit=BLOCK,
            value=_ended_block,
            source=_TERMS,
        ),
        Column(
            name="candidates",
            description="Applicants, as the tokenomics report of the term prints them: those of the election that seated the term's"
            " council. The votes listed for its winners never exceed the votes printed with them; those of the next election do."
            " On the main network: members who did not withdraw, or withdrew and announced again.",
            unit=COUNT,
            value=_candidates,
            source=f"{_TERMS}, query node",
        ),
        Column(
            name="candidates_stake",
            description="Stake of the applicants, as the tokenomics report of the term prints it. Many reports print less than"
            " stake_of_winners: there it cannot be all of it.",
            unit=TOKENS,
            value=_candidates_stake,
            source=f"{_TERMS}, query node",
        ),
        _live(
            "withdrawn",
            "Members who withdrew and did not announce again; they are not among the candidates.",
            COUNT,
            lambda live: live.withdrawn,
        ),
        Column(
            name="seats",
            description="Seats filled: as reported, else the seats listed.",
            unit=COUNT,
            value=_seat_count,
            source=_TERMS,
        ),
        Column(
            name="votes",
            description="Votes as the tokenomics report of the term prints them; it does not say whether they were cast or revealed. On"
            " the main network those cast.",
            unit=COUNT,
            value=lambda row: _figure(row, "votes"),
            source=_TERMS,
        ),
        _live("votes_cast", "Votes cast. Empty for the testnets: see votes.", COUNT, lambda live: len(live.votes)),
        _live(
            "votes_revealed",
            "Votes revealed. Empty for the testnets: see votes and votes_for_winners.",
            COUNT,
            lambda live: len(live.revealed),
        ),
        _live(
            "stake_cast",
            "Stake of the votes cast.",
            TOKENS,
            lambda live: stake_of(vote.fact.stake for vote in live.votes),
        ),
        _live(
            "stake_revealed",
            "Stake of the votes revealed.",
            TOKENS,
            lambda live: stake_of(vote.fact.stake for vote in live.revealed),
        ),
        _live(
            "reveal_rate",
            "votes_revealed in percent of votes_cast; empty before the election is over.",
            PERCENT,
            lambda live: live.reveal_rate,
        ),
        Column(
            name="votes_for_winners",
            description="Votes that the results file lists for those who won a seat; on the main network those revealed for them.",
            unit=COUNT,
            value=_winners_votes,
            source="election results file, query node",
        ),
        Column(
            name="stake_of_winners",
            description="Own stake of those who won a seat, where it is known of all of them.",
            unit=TOKENS,
            value=lambda row: _winners_stake(row, "own_stake"),
            source=_SEATS,
        ),
        Column(
            name="stake_for_winners",
            description="Stake that voted for those who won a seat, where it is known of all of them.",
            unit=TOKENS,
            value=lambda row: _winners_stake(row, "backers_stake"),
            source=_SEATS,
        ),
        Column(
            name="outcome",
            description="elected, where a council was seated; failed; running. No archive records a failed election.",
            unit=TEXT,
            value=_outcome,
            source=f"{_TERMS}, query node",
        ),
        _live(
            "failure_reason",
            "Why an election failed and announcing began anew: not-enough-candidates or new-council-not-elected, as the chain says.",
            TEXT,
            lambda live: live.failure,
        ),
        Column(
            name="source",
            description="File and line of the documents on the election, or list, key and block.",
            unit=LONG_TEXT,
            value=lambda row: row.source,
            source="the archive, query node",
        ),
    ),
    rows=elections,
)
