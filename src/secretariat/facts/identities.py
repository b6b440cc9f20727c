"""Who is who: the member ids, handles and accounts that sources give together, joined per chain."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from secretariat.facts.council_terms import MAINNET
from secretariat.facts.elections import Backer, ElectedSeat, ElectionResult, ReportedSeat
from secretariat.facts.kpis import KpiEarning, KpiGrading, KpiLeader
from secretariat.facts.members import Member
from secretariat.facts.memberships import Membership
from secretariat.facts.records import AnyStated
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.term_rounds import results_chains
from secretariat.facts.term_view import Term, term_blocks, term_key, terms


@dataclass(frozen=True, kw_only=True, slots=True)
class Sighting:
    """One place where a source names a member. ``block`` tells how new it is; a member dump counts as newest of all.

    ``chain`` is the network's label where the label's chain is not known, and None where the source names neither.
    """

    chain: str | None
    member_id: int | None
    handle: str | None
    account: str | None
    block: int
    file: str
    line: int

    @property
    def source(self) -> str:
        """Name file and line."""
        return f"{self.file}:{self.line}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Identity:
    """One member of one chain. ``handle`` is the newest of ``handles``, which run from oldest to newest."""

    chain: str | None
    member_id: int
    handle: str | None
    handles: tuple[str, ...]
    accounts: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Identities:
    """The members by (chain, member id), and the member ids that a folded handle stands with, by (chain, handle)."""

    members: Mapping[tuple[str | None, int], Identity]
    ids_of_handle: Mapping[tuple[str | None, str], frozenset[int]]
    file_chains: Mapping[str, str]


DriftKind = Literal["member-handles", "account-members", "handle-members"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Drift:
    """An identity that is not one to one. ``subject`` names what is shared, ``names`` what shares it, in order."""

    kind: DriftKind
    chain: str | None
    subject: str
    names: tuple[str, ...]
    sightings: tuple[Sighting, ...]


NEWEST = 10**18
"""The block that stands for "as the chain has it": a member dump is the chain's own word."""


def folded(handle: str | None) -> str:
    """Fold a handle as the reports write it: without the at sign and without regard to case."""
    return (handle or "").strip().lstrip("@").strip().casefold()


@once
def identities(snapshot: Snapshot) -> Identities:
    """Join every sighting of a member id."""
    return _join(*_sightings(snapshot, terms(snapshot)))


def resolve(known: Identities, chain: str | None, member_id: int | None, handle: str | None = None) -> Identity | None:
    """Find a member by id, else by a handle that stands with exactly one id on that chain."""
    if member_id is not None:
        return known.members.get((chain, member_id))
    ids = known.ids_of_handle.get((chain, folded(handle)), frozenset()) if folded(handle) else frozenset()
    return known.members.get((chain, next(iter(ids)))) if len(ids) == 1 else None


def drifts(snapshot: Snapshot, known: Iterable[Term] | None = None) -> tuple[Drift, ...]:
    """List members under several handles, accounts with several members, and handles with several ids.

    Handles that differ only in case or in the at sign are the same handle.
    """
    sightings, _ = _sightings(snapshot, tuple(terms(snapshot) if known is None else known))
    groups: dict[tuple[DriftKind, str | None, str], dict[str, Sighting]] = {}
    for seen in sightings:
        if seen.member_id is None:
            continue
        member, handle = str(seen.member_id), folded(seen.handle)
        if handle:
            groups.setdefault(("member-handles", seen.chain, member), {}).setdefault(handle, seen)
            groups.setdefault(("handle-members", seen.chain, handle), {}).setdefault(member, seen)
        if seen.account:
            groups.setdefault(("account-members", seen.chain, seen.account), {}).setdefault(member, seen)
    return tuple(
        Drift(
            kind=kind,
            chain=chain,
            subject=subject,
            names=tuple(shared),
            sightings=tuple(shared.values()),
        )
        for (kind, chain, subject), shared in sorted(groups.items(), key=lambda g: (g[0][0], g[0][1] or "", g[0][2]))
        if len(shared) > 1
    )


def _join(sightings: tuple[Sighting, ...], file_chains: Mapping[str, str]) -> Identities:
    by_id: dict[tuple[str | None, int], list[Sighting]] = {}
    ids: dict[tuple[str | None, str], set[int]] = {}
    for seen in sightings:
        if seen.member_id is not None:
            by_id.setdefault((seen.chain, seen.member_id), []).append(seen)
            if folded(seen.handle):
                ids.setdefault((seen.chain, folded(seen.handle)), set()).add(seen.member_id)
    members = {}
    for (chain, member_id), found in by_id.items():
        newest: dict[str, str] = {}
        for seen in sorted(found, key=lambda seen: (seen.block, seen.file, seen.line)):
            if folded(seen.handle):
                newest.pop(folded(seen.handle), None)
                newest[folded(seen.handle)] = (seen.handle or "").strip().lstrip("@").strip()
        handles = tuple(newest.values())
        members[chain, member_id] = Identity(
            chain=chain,
            member_id=member_id,
            handle=handles[-1] if handles else None,
            handles=handles,
            accounts=tuple(dict.fromkeys(seen.account for seen in found if seen.account)),
        )
    return Identities(
        members=members,
        ids_of_handle={handle: frozenset(found) for handle, found in ids.items()},
        file_chains=file_chains,
    )


def _sightings(snapshot: Snapshot, known: tuple[Term, ...]) -> tuple[tuple[Sighting, ...], dict[str, str]]:
    """Collect all sightings, ordered by file and line, and the chain of every file that does not name its own."""
    file_chains = results_chains(snapshot, [term_blocks(term) for term in known if not term.live])
    seen = [*_members(snapshot), *_reported(snapshot, known), *_elected(snapshot, file_chains)]
    kpi_chains = _kpi_chains(snapshot, seen)
    file_chains.update(kpi_chains)
    seen += _memberships(snapshot)  # after the KPI files were placed: none of them is of the main network
    seen += [_kpi_sighting(record, kpi_chains) for record in _kpi_records(snapshot)]
    return tuple(sorted(seen, key=lambda sighting: (sighting.file, sighting.line))), file_chains


def _members(snapshot: Snapshot) -> list[Sighting]:
    return [
        Sighting(
            chain=record.fact.chain,
            member_id=record.fact.member_id,
            handle=record.fact.handle,
            account=record.fact.root_account,
            block=NEWEST,
            file=record.file,
            line=record.line,
        )
        for record in snapshot.of(Member)
    ]


def _memberships(snapshot: Snapshot) -> list[Sighting]:
    """List the members that the query node names; an account may own several of them, and nothing drifts by it."""
    return [
        Sighting(
            chain=MAINNET,
            member_id=record.fact.member_id,
            handle=record.fact.handle,
            account=None,
            block=NEWEST,
            file=record.file,
            line=record.line,
        )
        for record in snapshot.of(Membership)
    ]


def _reported(snapshot: Snapshot, known: tuple[Term, ...]) -> list[Sighting]:
    ends = {term_key(term.chain, term.network, term.term): term.end_block or term.start_block or 0 for term in known}
    return [
        Sighting(
            chain=record.fact.chain or record.fact.network,
            member_id=record.fact.member_id,
            handle=record.fact.handle,
            account=None,
            block=ends.get(term_key(record.fact.chain, record.fact.network, record.fact.term), 0),
            file=record.file,
            line=record.line,
        )
        for record in snapshot.of(ReportedSeat)
    ]


def _elected(snapshot: Snapshot, file_chains: Mapping[str, str]) -> list[Sighting]:
    """Collect the elected and their backers from the results files."""
    results = snapshot.of(ElectionResult)
    ends = {(result.file, result.fact.results_round): result.fact.term_ends_at or 0 for result in results}
    seen = []
    for record in snapshot.of(ElectedSeat):
        every: tuple[ElectedSeat | Backer, ...] = (record.fact, *(record.fact.backers or ()))
        for named in every:
            seen.append(
                Sighting(
                    chain=file_chains.get(record.file),
                    member_id=named.member_id,
                    handle=named.handle,
                    account=named.root_account,
                    block=ends.get((record.file, record.fact.results_round), 0),
                    file=record.file,
                    line=record.line,
                )
            )
    return seen


def _kpi_records(snapshot: Snapshot) -> tuple[AnyStated, ...]:
    return (*snapshot.of(KpiEarning), *snapshot.of(KpiGrading), *snapshot.of(KpiLeader))


def _kpi_sighting(record: AnyStated, chains: Mapping[str, str]) -> Sighting:
    return Sighting(
        chain=chains.get(record.file),
        member_id=record.fact.member_id,
        handle=record.fact.handle,
        account=None,
        block=0,
        file=record.file,
        line=record.line,
    )


def _kpi_chains(snapshot: Snapshot, seen: Iterable[Sighting]) -> dict[str, str]:
    """Find the chain of each KPI file: the one on which most of its pairs of id and handle are known from elsewhere.

    A file that two chains fit equally well has none.
    """
    known: dict[str, set[tuple[int, str]]] = {}
    for sighting in seen:
        if sighting.chain is not None and sighting.member_id is not None:
            known.setdefault(sighting.chain, set()).add((sighting.member_id, folded(sighting.handle)))
    named: dict[str, set[tuple[int, str]]] = {}
    for record in _kpi_records(snapshot):
        if record.fact.member_id is not None:
            named.setdefault(record.file, set()).add((record.fact.member_id, folded(record.fact.handle)))
    chains = {}
    for file, pairs in named.items():
        scores = sorted(((len(pairs & found), chain) for chain, found in known.items()), reverse=True)
        if scores and scores[0][0] > 0 and (len(scores) == 1 or scores[0][0] > scores[1][0]):
            chains[file] = scores[0][1]
    return chains
