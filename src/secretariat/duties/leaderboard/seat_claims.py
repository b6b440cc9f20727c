"""What each source says about council seats: results file, council reports, hand-made leaderboard, query node."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from secretariat.facts.chain_proposals import ProposalVote
from secretariat.facts.council_terms import MAINNET, CouncilTerm, council_terms, first_blocks, term_number_at
from secretariat.facts.elections import ElectedSeat, ElectionResult, ReportedSeat
from secretariat.facts.empty_lists import empty
from secretariat.facts.identities import Identities
from secretariat.facts.live_elections import LiveElection, election_of_term, live_elections
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_networks import network_between
from secretariat.facts.term_rounds import OLD_TERM_LAPS_AT_MOST, forced_term
from secretariat.facts.term_view import Term, term_blocks, term_key
from secretariat.facts.terms import LeaderboardFigure

_VOTES = re.compile(r"(proposal )?votes( cast)?", re.IGNORECASE)
"""The row of the hand-made leaderboard that holds a member's votes on proposals."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What one source says about one seat."""

    chain: str | None
    network: str | None
    term: int | None
    election_round: int | None
    results_round: int | None
    block: int
    member_id: int | None
    handle: str | None
    values: Mapping[str, int | None]
    file: str
    source: str
    format: str


def claims(snapshot: Snapshot, known: tuple[Term, ...], members: Identities) -> Iterable[Claim]:
    """List what every source says about seats, the most trusted source first."""
    by_name = {term_key(term.chain, term.network, term.term): term for term in known}
    yield from _elected(snapshot, known, members)
    for reported in snapshot.of(ReportedSeat):
        yield _reported_claim(
            reported, by_name.get(term_key(reported.fact.chain, reported.fact.network, reported.fact.term))
        )
    yield from _listed(snapshot, by_name)
    yield from _sitting(snapshot, members)


def _reported_claim(record: Stated[ReportedSeat], term: Term | None) -> Claim:
    fact = record.fact
    return Claim(
        chain=fact.chain,
        network=fact.network,
        term=fact.term,
        election_round=fact.election_round
        if fact.election_round is not None
        else term.election_round
        if term
        else None,
        results_round=term.results_round if term else None,
        block=_block(term),
        member_id=fact.member_id,
        handle=_plain(fact.handle),
        values={"votes_cast": fact.votes_cast, "own_stake": fact.own_stake, "backers_stake": fact.backers_stake},
        file=record.file,
        source=record.source,
        format=record.format,
    )


def _elected(snapshot: Snapshot, known: tuple[Term, ...], members: Identities) -> Iterable[Claim]:
    """List the seats of the results files, each matched to its term, or placed by the block its round gives."""
    blocks = [term_blocks(term) for term in known if not term.live]
    results = {(r.file, r.fact.results_round): r.fact for r in snapshot.of(ElectionResult)}
    matched = {(term.chain, term.results_round): term for term in known if term.results_round is not None}
    for record in snapshot.of(ElectedSeat):
        fact = record.fact
        chain = members.file_chains.get(record.file)
        term = matched.get((chain, fact.results_round)) if chain else None
        result = results.get((record.file, fact.results_round))
        running = result.term_ends_at if result else None
        forced = forced_term(result, blocks, chain) if result and term is None else None
        yield Claim(
            chain=chain,
            network=term.network if term else network_between(known, chain, running),
            term=term.term if term else forced,
            election_round=election_round_of(known, chain, fact.results_round),
            results_round=fact.results_round,
            block=_block(term) if term else max((running or 0) - OLD_TERM_LAPS_AT_MOST, 0),
            member_id=fact.member_id,
            handle=_plain(fact.handle),
            values={
                "own_stake": fact.own_stake,
                "backers": None if fact.backers is None else len(fact.backers),
                "backers_stake": fact.backers_stake,
                "jsg_stake": fact.jsg_stake,
                "total_stake": fact.total_stake,
            },
            file=record.file,
            source=record.source,
            format=record.format,
        )


def election_round_of(known: Iterable[Term], chain: str | None, results_round: int) -> int | None:
    """Give the election round that goes with a results round in the reports' numbering.

    It is the one that the report on the matched term names. Without one it is known only between two matched rounds
    that lie equally far apart in both numberings: both count up with every council, so that nothing else fits between.
    """
    pairs = sorted(
        (term.results_round, term.election_round)
        for term in known
        if chain is not None
        and term.chain == chain
        and term.results_round is not None
        and term.election_round is not None
    )
    exact = [election for results, election in pairs if results == results_round]
    if exact:
        return exact[0]
    before = [pair for pair in pairs if pair[0] < results_round][-1:]
    after = [pair for pair in pairs if pair[0] > results_round][:1]
    if not before or not after or after[0][0] - before[0][0] != after[0][1] - before[0][1]:
        return None
    return results_round + before[0][1] - before[0][0]


def _listed(snapshot: Snapshot, by_name: Mapping[tuple[str | None, str | None, int], Term]) -> Iterable[Claim]:
    """List the seats of the hand-made leaderboard: a member has one in each term with a number of votes."""
    for record in snapshot.of(LeaderboardFigure):
        fact = record.fact
        votes = fact.number
        if fact.member is None or votes is None or not _VOTES.fullmatch(fact.metric.strip()):
            continue
        if votes < 0 or votes != votes.to_integral_value():
            continue
        term = by_name.get(term_key(fact.chain, fact.network, fact.term))
        yield Claim(
            chain=fact.chain,
            network=fact.network,
            term=fact.term,
            election_round=term.election_round if term else None,
            results_round=term.results_round if term else None,
            block=_block(term),
            member_id=None,
            handle=_plain(fact.member),
            values={"votes_cast": int(votes)},
            file=record.file,
            source=record.source,
            format=record.format,
        )


def _sitting(snapshot: Snapshot, members: Identities) -> Iterable[Claim]:
    """List the seats of the main network with the votes revealed for them, and the members' votes on proposals."""
    terms = council_terms(snapshot)
    elections = election_of_term(live_elections(snapshot))
    cast = _votes_cast(snapshot, terms)
    for term in terms:
        backed = _backed(elections.get(term.term))
        for seat in term.seats:
            member_id = seat.fact.member_id
            identity = members.members.get((MAINNET, member_id)) if member_id is not None else None
            yield Claim(
                chain=MAINNET,
                network=MAINNET,
                term=term.term,
                election_round=None,
                results_round=None,
                block=term.start_block or 0,
                member_id=member_id,
                handle=identity.handle if identity else None,
                values={
                    "own_stake": seat.fact.stake,
                    **backed.get(member_id, {}),
                    "votes_cast": None if cast is None or member_id is None else cast[member_id, term.term],
                },
                file=seat.file,
                source=seat.source,
                format=seat.format,
            )


def _backed(election: LiveElection | None) -> dict[int | None, dict[str, int | None]]:
    """Give the votes revealed for each member who stood in an election; with no vote at all nothing was read."""
    if election is None or not election.votes:
        return {}
    return {
        one.record.fact.member_id: {"backers": one.votes, "backers_stake": one.votes_stake} for one in election.standing
    }


def _votes_cast(snapshot: Snapshot, terms: tuple[CouncilTerm, ...]) -> Counter[tuple[int, int]] | None:
    """Count the votes on proposals by member and term; None where one cannot be placed."""
    starts = first_blocks(terms)
    cast: Counter[tuple[int, int]] = Counter()
    votes = snapshot.of(ProposalVote)
    for vote in votes:
        term = term_number_at(starts, vote.fact.block)
        if term is None or vote.fact.voter_id is None:
            return None
        cast[vote.fact.voter_id, term] += 1
    return cast if votes or empty(snapshot, "proposal-votes") else None


def _block(term: Term | None) -> int:
    if term is None:
        return 0
    return term.start_block or 0


def _plain(handle: str | None) -> str | None:
    return (handle or "").strip().lstrip("@").strip() or None
