"""The table of candidates: who stood in an election and what came of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.identities import Identities, identities
from secretariat.facts.live_elections import LiveCandidacy, LiveElection, live_elections
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, LONG_TEXT, MOMENT, NUMBER, TEXT, TOKENS, YES_NO, Column, Table

_SEATS = "table seats; query node"


@dataclass(frozen=True, kw_only=True, slots=True)
class Candidate:
    """One candidacy: of a winner, as the archives list winners only, or any one that the query node lists.

    ``counts`` is None where each member has one row in an election.
    """

    network: str | None
    chain: str | None
    cycle: int | None
    election_round: int | None
    results_round: int | None
    term: int | None
    member_id: int | None
    handle: str | None
    outcome: str | None
    own_stake: Amount | None
    votes: int | None
    stake_received: Amount | None
    announced_at: str | None
    counts: bool | None
    source: str


def candidates(snapshot: Snapshot) -> tuple[Candidate, ...]:
    """List the winners that archives name, then every candidacy of the main network in the order of its elections."""
    live = live_elections(snapshot)
    covered = {election.term.term for election in live if election.term is not None and election.candidacies}
    of_seats = (seat for seat in seats(snapshot) if seat.chain != MAINNET or seat.term not in covered)
    known = identities(snapshot) if live else None
    return (*(_of_seat(seat) for seat in of_seats), *(_of_live(live, known) if known else ()))


def _of_seat(seat: Seat) -> Candidate:
    """Tell of a seat who won it: the archives name nobody else."""
    return Candidate(
        network=seat.network,
        chain=seat.chain,
        cycle=None,
        election_round=seat.election_round,
        results_round=seat.results_round,
        term=seat.term,
        member_id=seat.member_id,
        handle=seat.handle,
        outcome="won",
        own_stake=seat.own_stake,
        votes=seat.backers,
        stake_received=seat.backers_stake,
        announced_at=None,
        counts=None,
        source=seat.source,
    )


def _of_live(elections: Iterable[LiveElection], known: Identities) -> Iterable[Candidate]:
    return (_of_candidacy(election, one, known) for election in elections for one in election.candidacies)


def _of_candidacy(election: LiveElection, one: LiveCandidacy, known: Identities) -> Candidate:
    """Tell of a candidacy what came of it; votes are known once revealing has begun."""
    fact = one.record.fact
    member = known.members.get((MAINNET, fact.member_id)) if fact.member_id is not None else None
    told = election.outcome in ("elected", "failed") and election.votes_read
    return Candidate(
        network=MAINNET,
        chain=MAINNET,
        cycle=election.record.fact.cycle,
        election_round=None,
        results_round=None,
        term=election.term.term if election.term else None,
        member_id=fact.member_id,
        handle=member.handle if member else None,
        outcome=one.outcome,
        own_stake=fact.stake,
        votes=one.votes if told else None,
        stake_received=one.votes_stake if told else None,
        announced_at=fact.created_at,
        counts=one.counts,
        source=one.record.source,
    )


TABLE: Table[Candidate] = Table(
    name="candidates",
    title="Candidates",
    description="Who stood in each election, and with which outcome: stood, withdrew, won or lost. The archives name only those who"
    " won a seat; how many stood with them is in elections. On the main network every candidacy is a row.",
    columns=(
        Column(
            name="network", description="Label of the network.", unit=TEXT, value=lambda row: row.network, source=_SEATS
        ),
        Column(
            name="chain", description="Chain of the election.", unit=TEXT, value=lambda row: row.chain, source=_SEATS
        ),
        Column(
            name="cycle_id",
            description="Number of the chain's election cycle. The testnets had none.",
            unit=NUMBER,
            value=lambda row: row.cycle,
            source="query node",
        ),
        Column(
            name="election_round",
            description="Election round of the chain, where it is known.",
            unit=NUMBER,
            value=lambda row: row.election_round,
            source=_SEATS,
        ),
        Column(
            name="results_round",
            description="Round as the election results file numbers it.",
            unit=NUMBER,
            value=lambda row: row.results_round,
            source=_SEATS,
        ),
        Column(
            name="council_term",
            description="Council term that the election led to; a failed election led to none.",
            unit=NUMBER,
            value=lambda row: row.term,
            source=_SEATS,
        ),
        Column(
            name="member_id",
            description="Member id of the candidate.",
            unit=NUMBER,
            value=lambda row: row.member_id,
            source=_SEATS,
        ),
        Column(name="handle", description="Handle as stated.", unit=TEXT, value=lambda row: row.handle, source=_SEATS),
        Column(
            name="outcome",
            description="won or lost, where a council was seated; withdrew; stood, where the election failed, runs, or its outcome is"
            " unknown.",
            unit=TEXT,
            value=lambda row: row.outcome,
            source=_SEATS,
        ),
        Column(
            name="own_stake",
            description="Stake of the candidate.",
            unit=TOKENS,
            value=lambda row: row.own_stake,
            source=_SEATS,
        ),
        Column(
            name="votes",
            description="Votes for the candidate that the results file lists; on the main network those revealed, once the election is"
            " over.",
            unit=COUNT,
            value=lambda row: row.votes,
            source="election results file, query node",
        ),
        Column(
            name="stake_received",
            description="Stake of those votes.",
            unit=TOKENS,
            value=lambda row: row.stake_received,
            source=_SEATS,
        ),
        Column(
            name="announced_at",
            description="Moment of the announcement.",
            unit=MOMENT,
            value=lambda row: row.announced_at,
            source="query node; not in the archives",
        ),
        Column(
            name="counted",
            description="Whether this is the member's last candidacy in the election: who withdraws and announces again has two rows and"
            " stood once, with the last one.",
            unit=YES_NO,
            value=lambda row: row.counts,
            source="query node; not in the archives",
        ),
        Column(
            name="source",
            description="File and line of every source, or list, key and block.",
            unit=LONG_TEXT,
            value=lambda row: row.source,
            source="the archive, query node",
        ),
    ),
    rows=candidates,
)
