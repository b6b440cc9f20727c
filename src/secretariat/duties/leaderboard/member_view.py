"""What the archives say about each council member, over all seats of one chain."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.duties.leaderboard.seat_view import Seat, seats
from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.identities import Identities, folded, identities, resolve
from secretariat.facts.kpi_ledger import earnings, sum_tokens, sum_usd
from secretariat.facts.kpis import KpiEarning
from secretariat.facts.proposals import DumpedProposal, ReportedProposal
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import chain_rank, terms

MemberKey = tuple[str | None, int | str]
"""Chain (the network's label where the chain is not known) and member id, or the folded handle where no id is known."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CouncilMember:
    """One member with all seats on one chain, in order, and what else is known of them."""

    chain: str | None
    member_id: int | None
    handle: str | None
    handles: tuple[str, ...]
    seats: tuple[Seat, ...]
    proposals_made: int | None
    kpi_usd: Usd | None
    kpi_tokens: Amount | None


def council_members(snapshot: Snapshot) -> tuple[CouncilMember, ...]:
    """List everyone who held a known seat, in the order of chains and member ids: no ranking."""
    known = identities(snapshot, terms(snapshot))
    by_member: dict[MemberKey, list[Seat]] = {}
    for seat in seats(snapshot):
        key = _key(known, seat.chain or seat.network, seat.member_id, seat.handle)
        if key is not None:
            by_member.setdefault(key, []).append(seat)
    proposals = _proposals_made(snapshot, known)
    earned = _earned(snapshot, known)
    rows = [_member(key, found, known, proposals, earned) for key, found in by_member.items()]
    return tuple(
        sorted(rows, key=lambda m: (chain_rank(m.chain), m.member_id is None, m.member_id or 0, folded(m.handle)))
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
) -> CouncilMember:
    member_id = key[1] if isinstance(key[1], int) else None
    identity = known.members.get((key[0], member_id)) if member_id is not None else None
    handle = identity.handle if identity and identity.handle else of_member[-1].handle
    made = proposals.get(key, set()) if any(chain == key[0] for chain, _ in proposals) else None
    return CouncilMember(
        chain=of_member[0].chain,
        member_id=member_id,
        handle=handle,
        handles=identity.handles if identity else tuple(dict.fromkeys(s.handle for s in of_member if s.handle)),
        seats=tuple(of_member),
        proposals_made=None if made is None else len(made),
        kpi_usd=sum_usd(fact.usd for fact in earned.get(key, [])),
        kpi_tokens=sum_tokens(fact.tokens for fact in earned.get(key, [])),
    )


def _proposals_made(snapshot: Snapshot, known: Identities) -> dict[MemberKey, set[int]]:
    """Collect the numbers of the proposals of each proposer: by id from dumps, by handle from reports without one."""
    made: dict[MemberKey, set[int]] = {}
    by_dump: set[tuple[str | None, int]] = set()
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
