"""Proposals as all sources together state them: one view for each chain and number."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.empty_lists import was_read
from secretariat.facts.identities import Identities, folded, identities, resolve
from secretariat.facts.live_proposals import amount_asked, as_dumped
from secretariat.facts.members import Member
from secretariat.facts.memberships import Membership
from secretariat.facts.networks import CHAIN_OF_NETWORK
from secretariat.facts.proposal_parameters import runtimes
from secretariat.facts.proposals import DumpedProposal, Outcome, ReportedProposal
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot, once
from secretariat.facts.stored_proposals import StoredProposal
from secretariat.facts.term_networks import network_between
from secretariat.facts.term_view import Term, chain_rank, term_at, terms
from secretariat.facts.voting_history import ProposalHistory, histories

T = TypeVar("T")
P = TypeVar("P", DumpedProposal, ReportedProposal)

SETTLED = frozenset({"executed", "execution-failed", "rejected", "slashed", "expired", "canceled", "vetoed"})
"""Outcomes after which nothing more happens to a proposal."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposalView:
    """One proposal, merged from the chain dump and from every council report that names it.

    The dump counts for what the chain decides (outcome, blocks, votes), the reports for the type and the proposer's
    handle; among reports the last one that settles the proposal counts. Blocks are heights, counts of votes are the
    chain's. Where only the proposer's id or only the handle is stated, the other one is what every source on that chain
    joins it with (see ``_proposer``). ``blocks_to_finalise`` is the dump's difference of heights, else as the report prints it.
    ``participants`` pairs each reporting term with the handles the report lists. ``dumps`` and ``reports`` keep what
    was merged, the one that counts first in ``dumps`` and last in ``reports``. ``history`` is what live sources state;
    it stands among the dumps as well.
    """

    chain: str | None
    number: int
    network: str | None
    title: str
    type: str | None
    proposer_id: int | None
    proposer: str | None
    created_block: int | None
    finalised_block: int | None
    outcome: Outcome | None
    failure: str | None
    approvals: int | None
    rejections: int | None
    abstentions: int | None
    slashes: int | None
    approval_quorum: int | None
    approval_threshold: int | None
    slashing_quorum: int | None
    slashing_threshold: int | None
    voting_period: int | None
    grace_period: int | None
    required_stake: Amount | None
    blocks_to_finalise: int | None
    term: int | None
    amount: Amount | None
    participants: tuple[tuple[int, tuple[str, ...]], ...]
    dumps: tuple[Stated[DumpedProposal], ...]
    reports: tuple[Stated[ReportedProposal], ...]
    history: ProposalHistory | None = None

    @property
    def source(self) -> str:
        """Name every file and line that states this proposal."""
        return "; ".join(self.sources)

    @property
    def sources(self) -> tuple[str, ...]:
        """Name each place that states this proposal, the chain's first."""
        return (*(stated.source for stated in self.dumps), *(stated.source for stated in self.reports))


FROM_DUMP = (
    "created_block",
    "finalised_block",
    "approvals",
    "rejections",
    "abstentions",
    "slashes",
    "approval_quorum",
    "approval_threshold",
    "slashing_quorum",
    "slashing_threshold",
    "voting_period",
    "grace_period",
    "required_stake",
)
"""Fields that only a dump or a live source states, under the same names."""


@once
def proposal_views(snapshot: Snapshot) -> tuple[ProposalView, ...]:
    """Merge all proposals, in the order of chains and numbers."""
    all_terms = terms(snapshot)
    known = identities(snapshot)
    handles = {(stated.fact.chain, stated.fact.member_id): stated.fact.handle for stated in snapshot.of(Member)}
    for stated in snapshot.of(Membership):
        if stated.fact.member_id is not None and stated.fact.handle:
            handles.setdefault((MAINNET, stated.fact.member_id), stated.fact.handle)
    members_read = was_read(snapshot, Membership, "memberships")
    dumps, reports = _by_proposal(snapshot.of(DumpedProposal)), _by_proposal(snapshot.of(ReportedProposal))
    live: dict[tuple[str | None, int], ProposalHistory] = {
        (MAINNET, history.number): history for history in histories(snapshot)
    }
    stored = {one.fact.number: one for one in snapshot.of(StoredProposal)}
    in_force = runtimes(snapshot)
    for key, history in live.items():
        dumps.setdefault(key, []).append(as_dumped(history, stored.get(history.number), in_force))
    return tuple(
        _merged(
            *key,
            sorted(dumps.get(key, []), key=lambda stated: not _is_settled(stated)),
            sorted(
                reports.get(key, []),
                key=lambda stated: (_is_settled(stated), stated.fact.term, stated.file, stated.line),
            ),
            all_terms,
            (handles, known, members_read),
            live.get(key),
        )
        for key in sorted({*dumps, *reports}, key=lambda key: (chain_rank(key[0]), key[1]))
    )


def _by_proposal(stated: Iterable[Stated[P]]) -> dict[tuple[str | None, int], list[Stated[P]]]:
    """Group what is stated by chain and number."""
    found: dict[tuple[str | None, int], list[Stated[P]]] = {}
    for each in stated:
        found.setdefault((each.fact.chain or None, each.fact.number), []).append(each)
    return found


def _merged(
    chain: str | None,
    number: int,
    dumps: Sequence[Stated[DumpedProposal]],
    reports: Sequence[Stated[ReportedProposal]],
    all_terms: Sequence[Term],
    people: tuple[Mapping[tuple[str | None, int], str], Identities, bool],
    history: ProposalHistory | None = None,
) -> ProposalView:
    """Merge what is stated of one proposal.

    ``people`` are the handles of the member lists, everyone's identity, and whether the live list of members was read.
    """
    dump = dumps[0].fact if dumps else DumpedProposal(chain=chain, number=number, title="")
    said = [stated.fact for stated in reversed(reports)]
    network, term = _place(chain, dump.created_block, said, all_terms)
    proposer_id, proposer = _proposer(chain, dump.proposer_id, first(fact.proposer for fact in said), *people[:2])
    outcome, failure = _ending(dump, said)
    return ProposalView(
        chain=chain,
        number=number,
        network=network,
        title=dump.title if dump.title.strip() else first(fact.title for fact in said) or "",
        type=first([*(fact.type for fact in said), history.record.fact.type if history else None]),
        proposer_id=proposer_id,
        proposer=proposer,
        outcome=outcome,
        failure=failure,
        **{name: getattr(dump, name) for name in FROM_DUMP},
        blocks_to_finalise=_blocks_to_finalise(dump, said),
        term=term,
        amount=first([*(fact.amount for fact in said), amount_asked(history.record.fact) if history else None]),
        participants=(
            *((stated.fact.term, stated.fact.participants) for stated in reports),
            *(_voters(history, all_terms, people[1]) if history and not reports and people[2] else ()),
        ),
        dumps=tuple(dumps),
        reports=tuple(reports),
        history=history,
    )


def _ending(dump: DumpedProposal, said: Sequence[ReportedProposal]) -> tuple[Outcome | None, str | None]:
    """Give outcome and failure: the dump's, unless it has none or only the report that counts first settles it."""
    settled_by_report = bool(said) and said[0].outcome in SETTLED
    if dump.outcome is not None and (dump.outcome in SETTLED or not settled_by_report):
        return dump.outcome, dump.failure
    return first(fact.outcome for fact in said), first(fact.failure for fact in said)


def _voters(
    history: ProposalHistory, all_terms: Sequence[Term], known: Identities
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """List the handles of who voted, round by round, with the term of each round; members without one by number.

    Nobody where one vote cannot be placed: it would be missing.
    """
    found = []
    for one in history.rounds:
        term = term_at(all_terms, MAINNET, one.opened_block)
        voters = {vote.fact.voter_id for vote in one.votes if vote.fact.voter_id is not None}
        if voters and term is None:
            return ()
        if term is not None:
            found.append((term.term, tuple(sorted((_handle(known, voter) for voter in voters), key=folded))))
    return tuple(found) if history.votes_told else ()


def _handle(known: Identities, voter: int) -> str:
    member = known.members.get((MAINNET, voter))
    return member.handle if member and member.handle else f"member {voter}"


def _proposer(
    chain: str | None,
    member_id: int | None,
    handle: str | None,
    handles: Mapping[tuple[str | None, int], str],
    known: Identities,
) -> tuple[int | None, str | None]:
    """Complete a proposer's id or handle on a known chain; what is stated stays.

    An id has the handle of the member dump, else the only one that other sources give it: of several it is not known
    which one was meant. A handle has the id that it stands with, if it is one.
    """
    if chain is None:
        return member_id, handle
    if member_id is not None and not handle:
        named = known.members.get((chain, member_id))
        only = named.handle if named and len(named.handles) == 1 else None
        return member_id, handles.get((chain, member_id)) or only
    if member_id is None and handle:
        found = resolve(known, chain, None, handle)
        return found.member_id if found else None, handle
    return member_id, handle


def first(values: Iterable[T | None]) -> T | None:
    """Give the first value that is known."""
    return next((value for value in values if value is not None), None)


def _is_settled(stated: Stated[DumpedProposal] | Stated[ReportedProposal]) -> bool:
    return stated.fact.outcome in SETTLED


def _blocks_to_finalise(dump: DumpedProposal, said: Sequence[ReportedProposal]) -> int | None:
    """Subtract the dump's heights, else take the report's figure; a negative difference is no answer at all."""
    if dump.created_block is not None and dump.finalised_block is not None:
        blocks = dump.finalised_block - dump.created_block
        return blocks if blocks >= 0 else None
    return first(fact.blocks_to_finalise for fact in said)


def _place(
    chain: str | None, created: int | None, said: Sequence[ReportedProposal], all_terms: Sequence[Term]
) -> tuple[str | None, int | None]:
    """Name network and term of a proposal: those in which it was made, else what its first report and its chain tell."""
    term = term_at(all_terms, chain, created)
    if term is not None:
        return term.network, term.term
    first_report = min(reversed(said), key=lambda fact: fact.term, default=None)
    return _network(chain, created, first_report, all_terms), first_report.term if first_report else None


def _network(
    chain: str | None, created: int | None, first_report: ReportedProposal | None, all_terms: Sequence[Term]
) -> str | None:
    """Name the network of a proposal outside every known term: by its neighbours, its first report or its chain."""
    between = network_between(all_terms, chain, created)
    if between is not None:
        return between
    if first_report is not None and first_report.network is not None:
        return first_report.network
    labels = [network for network, of_chain in CHAIN_OF_NETWORK.items() if of_chain == chain]
    return labels[0] if len(labels) == 1 else None
