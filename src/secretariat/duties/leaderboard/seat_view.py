"""Council seats as the results file, the council reports and the hand-made leaderboard together state them."""

from collections.abc import Iterable
from dataclasses import dataclass

from secretariat.duties.leaderboard.seat_claims import Claim, claims
from secretariat.facts.amounts import Amount
from secretariat.facts.identities import Identities, folded, identities, resolve
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.term_view import chain_rank, term_key, terms

COMPARED = ("member_id", "own_stake", "backers", "backers_stake", "jsg_stake", "total_stake", "votes_cast")


@dataclass(frozen=True, kw_only=True, slots=True)
class Seat:
    """One seat of one council; ``claims`` are its sources, the most trusted first.

    ``handle`` is as the most trusted source prints it; stakes are in base units. ``block`` orders councils in time.
    """

    chain: str | None
    network: str | None
    term: int | None
    election_round: int | None
    results_round: int | None
    block: int
    member_id: int | None
    handle: str | None
    own_stake: Amount | None
    backers: int | None
    backers_stake: Amount | None
    jsg_stake: Amount | None
    total_stake: Amount | None
    votes_cast: int | None
    claims: tuple[Claim, ...]

    @property
    def source(self) -> str:
        """Name file and line of every source of the seat."""
        return "; ".join(dict.fromkeys(claim.source for claim in self.claims))


@dataclass(frozen=True, kw_only=True, slots=True)
class SeatComparison:
    """The same figure of one seat from two sources; ``expected`` is the one that counts."""

    check: str
    seat: Seat
    figure: str
    expected: int
    found: int
    expected_source: str
    found_source: str
    expected_format: str
    found_format: str


@once
def seats(snapshot: Snapshot) -> tuple[Seat, ...]:
    """List one seat per council and member, in the order of chains, councils and member ids.

    The results file comes first; a council report fills the seats and figures it lacks; the hand-made leaderboard those
    that both lack.
    """
    known = terms(snapshot)
    members = identities(snapshot)
    councils: dict[tuple[object, ...], list[list[Claim]]] = {}
    for claim in claims(snapshot, known, members):
        _join(councils.setdefault(_council(claim), []), claim, members)
    merged = [_merge(of_seat, members) for council in councils.values() for of_seat in council]
    return tuple(
        sorted(
            merged,
            key=lambda s: (
                chain_rank(s.chain),
                s.block,
                s.term or 0,
                s.results_round or 0,
                s.member_id is None,
                s.member_id or 0,
                folded(s.handle),
            ),
        )
    )


def seat_comparisons(snapshot: Snapshot) -> tuple[SeatComparison, ...]:
    """List every figure of a seat that more than one source gives, equal or not, in the order of seats."""
    return tuple(found for seat in seats(snapshot) for found in _compared(seat))


def _compared(seat: Seat) -> Iterable[SeatComparison]:
    for name in COMPARED:
        given = [(claim, value) for claim in seat.claims if (value := _value(claim, name)) is not None]
        for claim, value in given[1:]:
            yield SeatComparison(
                check=f"seat-{name.replace('_', '-')}",
                seat=seat,
                figure=name,
                expected=given[0][1],
                found=value,
                expected_source=given[0][0].source,
                found_source=claim.source,
                expected_format=given[0][0].format,
                found_format=claim.format,
            )


def _value(claim: Claim, name: str) -> int | None:
    return claim.member_id if name == "member_id" else claim.values.get(name)


def _council(claim: Claim) -> tuple[object, ...]:
    """Name the council of a claim: by term where it is known, else by the results round and what is known of its chain."""
    if claim.term is not None:
        return ("term", *term_key(claim.chain, claim.network, claim.term))
    return ("results", claim.chain, claim.results_round)


def _join(council: list[list[Claim]], claim: Claim, members: Identities) -> None:
    """Put a claim to the seat of the same member, or open a new seat."""
    for seat in council:
        if any(_same_seat(claim, other, members) for other in seat):
            seat.append(claim)
            return
    council.append([claim])


def _same_seat(claim: Claim, other: Claim, members: Identities) -> bool:
    """Tell whether two claims on one council are about one seat.

    The same printed handle is the same member even under two ids, except within one document, where both were meant.
    A handle that a member has elsewhere counts where one of the two gives no id.
    """
    if claim.member_id is not None and other.member_id is not None:
        same_handle = bool(folded(claim.handle)) and folded(claim.handle) == folded(other.handle)
        return claim.member_id == other.member_id or (same_handle and claim.file != other.file)
    mine, others = (_handles(one, members) for one in (claim, other))
    return bool(mine & others)


def _handles(claim: Claim, members: Identities) -> set[str]:
    """Collect the folded handles under which the member of a claim is known."""
    identity = resolve(members, claim.chain or claim.network, claim.member_id, claim.handle)
    return {folded(claim.handle), *(folded(handle) for handle in (identity.handles if identity else ()))} - {""}


def _merge(of_seat: list[Claim], members: Identities) -> Seat:
    first = of_seat[0]

    def known(name: str) -> int | None:
        return next((value for claim in of_seat if (value := _value(claim, name)) is not None), None)

    own, backing, total = known("own_stake"), known("backers_stake"), known("total_stake")
    if total is None and own is not None and backing is not None:
        total = own + backing
    member_id = known("member_id")
    identity = resolve(members, first.chain or first.network, member_id, first.handle)
    rounds = [claim.election_round for claim in of_seat if claim.election_round is not None]
    return Seat(
        chain=first.chain,
        network=next((claim.network for claim in of_seat if claim.network), None),
        term=first.term,
        election_round=rounds[0] if rounds else None,
        results_round=next((claim.results_round for claim in of_seat if claim.results_round is not None), None),
        block=first.block,
        member_id=identity.member_id if member_id is None and identity else member_id,
        handle=next((claim.handle for claim in of_seat if claim.handle), None),
        own_stake=_amount(own),
        backers=known("backers"),
        backers_stake=_amount(backing),
        jsg_stake=_amount(known("jsg_stake")),
        total_stake=_amount(total),
        votes_cast=known("votes_cast"),
        claims=tuple(of_seat),
    )


def _amount(value: int | None) -> Amount | None:
    return None if value is None else Amount(value)
