"""What the sources say about each council member, over all seats of one chain."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from secretariat.duties.leaderboard.member_votes import MemberVotes, member_votes, participation, rationale_given
from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.identities import Identities, folded, identities, resolve
from secretariat.facts.kpi_ledger import earnings, sum_tokens, sum_usd
from secretariat.facts.kpis import KpiEarning
from secretariat.facts.participation import Ended, Tally, Vote, VotingRound, tally
from secretariat.facts.proposals import DumpedProposal, Outcome, ReportedProposal
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.term_view import chain_rank

MemberKey = tuple[str | None, int | str]
"""Chain (the network's label where the chain is not known) and member id, or the folded handle where no id is known."""

_Council = tuple[str | None, int]
"""Chain (the network's label where the chain is not known) and term."""

_ENDED: dict[Outcome, Ended] = {
    "executed": "decided",
    "execution-failed": "decided",
    "rejected": "decided",
    "slashed": "decided",
    "expired": "expired",
    "passed-on": "council-change",
    "canceled": "canceled",
    "vetoed": "vetoed",
    "active": "open",
}
"""How the voting round of the reporting council ended. "Pending" may mean the vote or the time after it: not known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilMember:
    """One member with all seats on one chain, in order, and what else is known of them.

    ``participation`` is over the voting rounds of the councils in which the member sat and of those that name the
    member; in all others the member is not seated. ``votes_listed`` counts the rounds that name the member, or is None
    where none of them names anybody. On the main network it counts every vote, ``participation`` only ended rounds.
    ``terms_on_all_chains`` adds up the councils of the one member of each chain with this handle.
    """

    chain: str | None
    member_id: int | None
    handle: str | None
    handles: tuple[str, ...]
    seats: tuple[Seat, ...]
    participation: Tally
    votes_listed: int | None
    rationale_given: int | None
    terms_on_all_chains: int | None
    proposals_made: int | None
    kpi_usd: Usd | None
    kpi_tokens: Amount | None


@once
def council_members(snapshot: Snapshot) -> tuple[CouncilMember, ...]:
    """List everyone who held a known seat, in the order of chains and member ids: no ranking."""
    known = identities(snapshot)
    by_member: dict[MemberKey, list[Seat]] = {}
    for seat in seats(snapshot):
        key = _key(known, seat.chain or seat.network, seat.member_id, seat.handle)
        if key is not None:
            by_member.setdefault(key, []).append(seat)
    proposals = _proposals_made(snapshot, known)
    earned = _earned(snapshot, known)
    rounds = _voting_rounds(snapshot, known, by_member)
    live = member_votes(snapshot)
    rows = [
        _with_live_votes(_member(key, found, known, proposals, earned, rounds), live)
        for key, found in by_member.items()
    ]
    return tuple(
        sorted(
            _over_chains(rows),
            key=lambda m: (chain_rank(m.chain), m.member_id is None, m.member_id or 0, folded(m.handle)),
        )
    )


def longest_run(of_member: Iterable[Seat]) -> int:
    """Count the longest run of consecutive councils with a known seat.

    Two councils are known to be consecutive when their terms, their election rounds or their results rounds are one
    apart. A council between that no source covers ends the run: what is not known is not counted.
    """
    longest = run = 0
    previous: list[Seat] = []
    for council in _councils(of_member):
        follows = any(_next_to(before, seat) for before in previous for seat in council)
        run = run + 1 if follows else 1
        longest = max(longest, run)
        previous = council
    return longest


def terms_served(of_member: Iterable[Seat]) -> int:
    """Count the councils with a known seat; two seats in one council count once."""
    return len(_councils(of_member))


def _councils(of_member: Iterable[Seat]) -> list[list[Seat]]:
    """Group seats by council, in order."""
    councils: dict[tuple[str | None, int | None, int | None], list[Seat]] = {}
    for seat in of_member:
        place = (None, seat.term, None) if seat.term is not None else (seat.chain, None, seat.results_round)
        councils.setdefault(place, []).append(seat)
    return list(councils.values())


def _next_to(before: Seat, after: Seat) -> bool:
    pairs = (
        (before.term, after.term),
        (before.election_round, after.election_round),
        (before.results_round, after.results_round),
    )
    return any(first is not None and second is not None and second - first == 1 for first, second in pairs)


def _key(known: Identities, chain: str | None, member_id: int | None, handle: str | None) -> MemberKey | None:
    identity = resolve(known, chain, member_id, handle)
    if identity is not None:
        return chain, identity.member_id
    if member_id is not None:
        return chain, member_id
    return (chain, folded(handle)) if folded(handle) else None


def _member(
    key: MemberKey,
    of_member: list[Seat],
    known: Identities,
    proposals: dict[MemberKey, set[int]],
    earned: dict[MemberKey, list[KpiEarning]],
    rounds: dict[_Council, list[VotingRound]],
) -> CouncilMember:
    member_id = key[1] if isinstance(key[1], int) else None
    identity = known.members.get((key[0], member_id)) if member_id is not None else None
    handle = identity.handle if identity and identity.handle else of_member[-1].handle
    made = proposals.get(key, set()) if any(chain == key[0] for chain, _ in proposals) else None
    own = _own_rounds(key, of_member, rounds)
    counted = tally(key, own, ())
    return CouncilMember(
        chain=of_member[0].chain,
        member_id=member_id,
        handle=handle,
        handles=identity.handles if identity else tuple(dict.fromkeys(s.handle for s in of_member if s.handle)),
        seats=tuple(of_member),
        participation=counted,
        votes_listed=counted.voted if any(voting_round.votes for voting_round in own) else None,
        rationale_given=None,
        terms_on_all_chains=None,
        proposals_made=None if made is None else len(made),
        kpi_usd=sum_usd(fact.usd for fact in earned.get(key, [])),
        kpi_tokens=sum_tokens(fact.tokens for fact in earned.get(key, [])),
    )


def _with_live_votes(member: CouncilMember, live: MemberVotes) -> CouncilMember:
    """Put what the query node tells of a member's votes in the place of what reports print."""
    if member.chain != MAINNET or member.member_id is None or member.member_id not in live.sat_in:
        return member
    return replace(
        member,
        participation=participation(live, member.member_id),
        votes_listed=len(live.votes.get(member.member_id, ())) if live.votes_read else None,
        rationale_given=rationale_given(live, member.member_id) if live.votes_read else None,
    )


def _over_chains(members: list[CouncilMember]) -> Iterable[CouncilMember]:
    """Add up the councils over all chains of members with one handle, where no chain has two of them."""
    of_handle: dict[str, list[CouncilMember]] = {}
    for member in members:
        of_handle.setdefault(folded(member.handle), []).append(member)
    for member in members:
        same = of_handle[folded(member.handle)]
        alone = bool(folded(member.handle)) and len({other.chain for other in same}) == len(same)
        every = sum(terms_served(other.seats) for other in same)
        yield replace(member, terms_on_all_chains=every if alone else None)


def _voting_rounds(
    snapshot: Snapshot, known: Identities, by_member: dict[MemberKey, list[Seat]]
) -> dict[_Council, list[VotingRound]]:
    """Make one voting round of each proposal that a council's report lists, numbered by the council's term.

    The reports name who took part, not who could: everyone else is unknown.
    """
    seated = _seated(by_member)
    voters: dict[tuple[_Council, int], set[MemberKey]] = {}
    ended: dict[tuple[_Council, int], Ended | None] = {}
    for record in snapshot.of(ReportedProposal):
        fact = record.fact
        council = (fact.chain or fact.network, fact.term)
        named = (_voter(known, seated, council, handle) for handle in fact.participants)
        voters.setdefault((council, fact.number), set()).update(key for key in named if key is not None)
        ended[council, fact.number] = _ENDED.get(fact.outcome or "") or ended.get((council, fact.number))
    rounds: dict[_Council, list[VotingRound]] = {}
    for (council, number), keys in voters.items():
        voting_round = VotingRound(
            proposal=(council[0], number),
            number=council[1],
            opened_block=None,
            closed_block=None,
            ended=ended[council, number],
            voters_stated=False,
            votes=tuple(Vote(member=key) for key in sorted(keys, key=str)),
        )
        rounds.setdefault(council, []).append(voting_round)
    return rounds


def _seated(by_member: dict[MemberKey, list[Seat]]) -> dict[tuple[_Council, str], set[MemberKey]]:
    """Collect the members of each council by every handle under which a source lists their seat."""
    seated: dict[tuple[_Council, str], set[MemberKey]] = {}
    for key, of_member in by_member.items():
        for seat in of_member:
            if seat.term is not None:
                for claim in seat.claims:
                    seated.setdefault(((key[0], seat.term), folded(claim.handle)), set()).add(key)
    return seated


def _voter(
    known: Identities, seated: dict[tuple[_Council, str], set[MemberKey]], council: _Council, handle: str
) -> MemberKey | None:
    """Find a participant among those who sat in the council, else among all members; None where two could be meant."""
    here = seated.get((council, folded(handle)), set())
    if here:
        return next(iter(here)) if len(here) == 1 else None
    return _key(known, council[0], None, handle)


def _own_rounds(key: MemberKey, of_member: list[Seat], rounds: dict[_Council, list[VotingRound]]) -> list[VotingRound]:
    """Select the rounds of the councils in which a member sat, and those that name the member."""
    sat = {(key[0], seat.term) for seat in of_member}
    return [
        voting_round
        for council, of_council in rounds.items()
        for voting_round in of_council
        if council in sat or any(vote.member == key for vote in voting_round.votes)
    ]


def _proposals_made(snapshot: Snapshot, known: Identities) -> dict[MemberKey, set[int]]:
    """Collect the numbers of the proposals of each proposer: by id from dumps, by handle from reports without one."""
    made: dict[MemberKey, set[int]] = {}
    by_dump: set[tuple[str | None, int]] = set()
    for live in snapshot.of(Proposal):
        if live.fact.creator_id is not None and live.fact.number is not None:
            by_dump.add((MAINNET, live.fact.number))
            made.setdefault((MAINNET, live.fact.creator_id), set()).add(live.fact.number)
    for dumped in snapshot.of(DumpedProposal):
        if dumped.fact.proposer_id is not None:
            by_dump.add((dumped.fact.chain, dumped.fact.number))
            made.setdefault((dumped.fact.chain, dumped.fact.proposer_id), set()).add(dumped.fact.number)
    for reported in snapshot.of(ReportedProposal):
        fact = reported.fact
        key = _key(known, fact.chain or fact.network, None, fact.proposer)
        if key is not None and (fact.chain, fact.number) not in by_dump:
            made.setdefault(key, set()).add(fact.number)
    return made


def _earned(snapshot: Snapshot, known: Identities) -> dict[MemberKey, list[KpiEarning]]:
    """Collect what each member earned; a round that two files state counts once, as the first states it."""
    earned: dict[MemberKey, dict[int, KpiEarning]] = {}
    for record in earnings(snapshot):
        fact = record.fact
        key = _key(known, known.file_chains.get(record.file), fact.member_id, fact.handle)
        if key is not None:
            earned.setdefault(key, {}).setdefault(fact.kpi_round, fact)
    return {key: list(rounds.values()) for key, rounds in earned.items()}
