"""The table of workers: one row for each worker in each term."""

from dataclasses import dataclass
from typing import Any

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.identities import Identities, identities, resolve
from secretariat.facts.live_groups import LiveWorkerTerm, live_worker_terms, name_of_group
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import tokens_of
from secretariat.facts.tables import NUMBER, TEXT, TOKENS, TOKENS_EACH, YES_NO, Column, Table, Unit
from secretariat.facts.term_view import TermKey, chain_rank, term_key
from secretariat.facts.working_groups import WorkerTerm

MILLIONS = Unit(name="million tokens", type="decimal", cell_format="#,##0.0", width=12)


@dataclass(frozen=True, kw_only=True, slots=True)
class Worker:
    """One worker in one term, as a report prints it or live sources state it.

    ``member_id`` is the one that the handle leads to, or that the query node states; ``live`` is what it states.
    """

    fact: WorkerTerm
    member_id: int | None
    handle: str | None
    source: str
    live: LiveWorkerTerm | None = None


def workers(snapshot: Snapshot) -> tuple[Worker, ...]:
    """List the workers in the order of chains, terms, groups and worker ids; one that two files state counts once."""
    known = identities(snapshot)
    reported = _reported(snapshot, known)
    printed = {(one.fact.term, one.fact.group, one.fact.worker_id) for one in reported if one.fact.chain == MAINNET}
    live = (_live(found, known) for found in live_worker_terms(snapshot))
    return (
        *reported,
        *(
            one
            for one in live
            if one.fact.worker_id is None or (one.fact.term, one.fact.group, one.fact.worker_id) not in printed
        ),
    )


def _reported(snapshot: Snapshot, known: Identities) -> tuple[Worker, ...]:
    """List the workers whom reports print. Lists without numbers count where no report numbers the group's workers."""
    first: dict[tuple[TermKey, str, int | str], Stated[WorkerTerm]] = {}
    for record in snapshot.of(WorkerTerm):
        fact = record.fact
        number = record.key.rpartition("/")[2] if fact.worker_id is None else fact.worker_id
        first.setdefault((term_key(fact.chain, fact.network, fact.term), fact.group, number), record)
    numbered = {(term, group) for term, group, number in first if isinstance(number, int)}
    ordered = sorted(
        (
            one
            for (term, group, number), one in first.items()
            if isinstance(number, int) or (term, group) not in numbered
        ),
        key=_rank,
    )
    found = []
    for record in ordered:
        identity = resolve(known, record.fact.chain or record.fact.network, None, record.fact.handle)
        member_id = identity.member_id if identity else None
        found.append(Worker(fact=record.fact, member_id=member_id, handle=record.fact.handle, source=record.source))
    return tuple(found)


def _rank(record: Stated[WorkerTerm]) -> tuple[Any, ...]:
    fact = record.fact
    number = -1 if fact.worker_id is None else fact.worker_id
    return chain_rank(fact.chain), fact.term, fact.group, number, record.file, record.line


def _live(found: LiveWorkerTerm, known: Identities) -> Worker:
    """Tell a worker of the main network; the reward for a block is known only as it is now."""
    worker = found.record.fact
    member = known.members.get((MAINNET, worker.member_id)) if worker.member_id is not None else None
    now = worker.reward_per_block if found.term.sitting and worker.ended_at is None else None
    return Worker(
        fact=WorkerTerm(
            network=MAINNET,
            chain=MAINNET,
            term=found.term.term,
            group=name_of_group(worker.group),
            worker_id=worker.runtime_id,
            handle=(member.handle if member else None) or "",
            status=found.status,
            tokens_per_block=None if now is None else tokens_of(now),
        ),
        member_id=worker.member_id,
        handle=member.handle if member else None,
        source=found.record.source,
        live=found,
    )


def _paid(row: Worker) -> Amount | None:
    return row.live.paid if row.live else None


_LIVE_ONLY = "query node; not in the archives"
_REPORT = "tokenomics report"

TABLE: Table[Worker] = Table(
    name="workers",
    title="Workers",
    description="Every worker of every working group in every term, with rewards as the reports print them; on the main network"
    " every one in office at any time of the term.",
    columns=(
        Column(
            name="chain",
            description="Chain of the term.",
            unit=TEXT,
            value=lambda row: row.fact.chain,
            source=_REPORT,
        ),
        Column(
            name="network",
            description="Label of the network.",
            unit=TEXT,
            value=lambda row: row.fact.network,
            source=_REPORT,
        ),
        Column(
            name="term",
            description="Council term.",
            unit=NUMBER,
            value=lambda row: row.fact.term,
            source=_REPORT,
        ),
        Column(
            name="group",
            description="The group under one name for all reports.",
            unit=TEXT,
            value=lambda row: row.fact.group,
            source=_REPORT,
        ),
        Column(
            name="worker_id",
            description="Number of the worker in the group; not a member id. The first reports of Antioch list no numbers.",
            unit=NUMBER,
            value=lambda row: row.fact.worker_id,
            source=_REPORT,
        ),
        Column(
            name="handle",
            description="Handle as printed, or that of the member.",
            unit=TEXT,
            value=lambda row: row.handle,
            source=_REPORT,
        ),
        Column(
            name="member_id",
            description="The one member id that other sources of the chain give with the handle; empty when there is none or several.",
            unit=NUMBER,
            value=lambda row: row.member_id,
            source="member dump, council reports, election results file, KPI files",
        ),
        Column(
            name="account",
            description="Account of the role, which the first reports of Antioch list in the place of numbers and rewards.",
            unit=TEXT,
            value=lambda row: row.fact.account,
            source=_REPORT,
        ),
        Column(
            name="status",
            description="Status as printed; on the main network active, leaving, left or terminated, at the end of the term or now. Empty"
            " where it cannot be told of that time.",
            unit=TEXT,
            value=lambda row: row.fact.status,
            source=_REPORT,
        ),
        Column(
            name="tokens_per_block",
            description="Reward for each block, printed as whole tokens; on the main network the present one, in the sitting council's"
            " term only.",
            unit=TOKENS_EACH,
            value=lambda row: row.fact.tokens_per_block,
            source=_REPORT,
        ),
        Column(
            name="millions_in_term",
            description="Reward paid in the term, printed to 0.1 million.",
            unit=MILLIONS,
            value=lambda row: row.fact.millions_in_term,
            source=_REPORT,
        ),
        Column(
            name="millions_total",
            description="Reward paid since the worker was hired, printed to 0.1 million.",
            unit=MILLIONS,
            value=lambda row: row.fact.millions_total,
            source=_REPORT,
        ),
        Column(
            name="paid_in_term",
            description="Rewards paid in the term, exact.",
            unit=TOKENS,
            value=_paid,
            source=_LIVE_ONLY,
        ),
        Column(
            name="paid_total",
            description="Rewards paid from the first to the end of this term, exact.",
            unit=TOKENS,
            value=lambda row: row.live.paid_until if row.live else None,
            source=_LIVE_ONLY,
        ),
        Column(
            name="lead",
            description="Whether the worker leads the group, as the query node has it now.",
            unit=YES_NO,
            value=lambda row: row.live.record.fact.lead if row.live else None,
            source=_LIVE_ONLY,
        ),
        Column(
            name="source",
            description="File and line of the worker in the report, or list, key and block.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the archive, query node",
        ),
    ),
    rows=workers,
)
