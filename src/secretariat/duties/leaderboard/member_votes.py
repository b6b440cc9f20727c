"""How the council members of the main network voted: voting rounds, seats and votes by member."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from secretariat.facts.chain_proposals import Proposal, ProposalVote
from secretariat.facts.council_terms import CouncilTerm, council_terms, covered_block, first_blocks, term_number_at
from secretariat.facts.empty_lists import was_read
from secretariat.facts.participation import SeatBlocks, Tally, VotingRound, tally, votes_eligible
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.voting_history import histories, seat_blocks, voting_rounds

_Place = tuple[Hashable, int | None]
"""A proposal and the number of one of its rounds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MemberVotes:
    """Ended voting rounds by term, the seats and every vote by member id, and the terms each member sat in.

    ``votes_read`` tells whether the votes are all there were, each with its voter: there are some, or it is proven that
    there is none.
    ``placed`` are the members of whom it is known which rounds came in their time: the proposals were read, and every
    term of theirs has its blocks.
    """

    rounds: Mapping[int, Mapping[_Place, VotingRound]]
    seats: Mapping[int, tuple[SeatBlocks, ...]]
    sat_in: Mapping[int, frozenset[int]]
    votes: Mapping[int, tuple[Stated[ProposalVote], ...]]
    votes_read: bool
    placed: frozenset[int]


@once
def member_votes(snapshot: Snapshot) -> MemberVotes:
    """Gather what participation is counted from."""
    terms = council_terms(snapshot)
    covered = covered_block(snapshot)
    seats: dict[int, list[SeatBlocks]] = {}
    for seat in seat_blocks(terms, covered):
        if isinstance(seat.member, int):
            seats.setdefault(seat.member, []).append(seat)
    votes: dict[int, list[Stated[ProposalVote]]] = {}
    for vote in snapshot.of(ProposalVote):
        if vote.fact.voter_id is not None:
            votes.setdefault(vote.fact.voter_id, []).append(vote)
    sat_in: dict[int, set[int]] = {}
    for term in terms:
        for held in term.seats:
            if held.fact.member_id is not None:
                sat_in.setdefault(held.fact.member_id, set()).add(term.term)
    return MemberVotes(
        rounds=_by_term(voting_rounds(histories(snapshot)), terms, covered),
        seats={member: tuple(found) for member, found in seats.items()},
        sat_in={member: frozenset(found) for member, found in sat_in.items()},
        votes={member: tuple(found) for member, found in votes.items()},
        votes_read=was_read(snapshot, ProposalVote, "proposal-votes")
        and all(vote.fact.voter_id is not None for vote in snapshot.of(ProposalVote)),
        placed=_placed(snapshot, sat_in, seats),
    )


def _placed(
    snapshot: Snapshot, sat_in: Mapping[int, set[int]], seats: Mapping[int, list[SeatBlocks]]
) -> frozenset[int]:
    if not was_read(snapshot, Proposal, "proposals"):
        return frozenset()
    return frozenset(member for member, terms in sat_in.items() if len(seats.get(member, ())) >= len(terms))


def participation(found: MemberVotes, member: int) -> Tally:
    """Count what became of a member in the ended voting rounds of the terms in which the member sat or voted.

    Response times are those of all the member's votes: where a round is not known whole there are none.
    """
    voted = {(vote.fact.proposal, vote.fact.round) for vote in found.votes.get(member, ())}
    sat = found.sat_in.get(member, frozenset())
    own: dict[_Place, VotingRound] = {}
    for term, rounds in found.rounds.items():
        for place in rounds if term in sat else voted & rounds.keys():
            one = rounds[place]
            known = own.setdefault(place, one)
            if known is not one and known.voters_stated and not one.voters_stated:
                own[place] = replace(known, voters_stated=False)
    counted = tally(member, own.values(), found.seats.get(member, ()))
    counted = replace(counted, all_rounds=member in found.placed)
    return counted if votes_eligible(counted) is not None else replace(counted, response_blocks=())


def rationale_given(found: MemberVotes, member: int) -> int | None:
    """Count the member's votes with a rationale, or None where it is not known of one."""
    given = [vote.fact.with_rationale for vote in found.votes.get(member, ())]
    return None if None in given else sum(one is True for one in given)


def _by_term(
    rounds: Sequence[VotingRound], terms: Sequence[CouncilTerm], covered: int | None
) -> dict[int, dict[_Place, VotingRound]]:
    """Place rounds in the terms they touch; one whose blocks are not known may have been in any.

    In a term whose blocks are not known nobody's absence is: who sat in it may have sat through the round or not.
    """
    starts = first_blocks(terms)
    vague = {
        term.term for term in terms if term.start_block is None or (covered if term.sitting else term.end_block) is None
    }
    placed: dict[int, dict[_Place, VotingRound]] = {term.term: {} for term in terms}
    for one in rounds:
        first = term_number_at(starts, one.opened_block)
        last = first if one.closed_block is None else term_number_at(starts, one.closed_block - 1)
        spanned = range(1, len(terms) + 1) if first is None or last is None else range(first, max(first, last) + 1)
        for number in spanned:
            doubtful = replace(one, voters_stated=False) if number in vague else one
            placed.setdefault(number, {})[one.proposal, one.number] = doubtful
    return placed
