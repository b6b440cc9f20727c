"""The table of workers: one row for each worker in each term."""

from dataclasses import dataclass

from secretariat.facts.identities import identities, resolve
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import NUMBER, TEXT, TOKENS_EACH, Column, Table, Unit
from secretariat.facts.term_view import TermKey, chain_rank, term_key
from secretariat.facts.working_groups import WorkerTerm

MILLIONS = Unit(name="million tokens", type="decimal", cell_format="#,##0.0", width=12)


@dataclass(frozen=True, kw_only=True, slots=True)
class Worker:
    """One worker in one term, with the member id that the handle leads to."""

    record: Stated[WorkerTerm]
    member_id: int | None


def workers(snapshot: Snapshot) -> tuple[Worker, ...]:
    """List the workers in the order of chains, terms, groups and worker ids; one that two files state counts once."""
    known = identities(snapshot)
    first: dict[tuple[TermKey, str, int], Stated[WorkerTerm]] = {}
    for record in snapshot.of(WorkerTerm):
        fact = record.fact
        first.setdefault((term_key(fact.chain, fact.network, fact.term), fact.group, fact.worker_id), record)
    ordered = sorted(
        first.values(),
        key=lambda r: (chain_rank(r.fact.chain), r.fact.term, r.fact.group, r.fact.worker_id, r.file, r.line),
    )
    found = []
    for record in ordered:
        identity = resolve(known, record.fact.chain or record.fact.network, None, record.fact.handle)
        found.append(Worker(record=record, member_id=identity.member_id if identity else None))
    return tuple(found)


_REPORT = "tokenomics report"

TABLE: Table[Worker] = Table(
    name="workers",
    title="Workers",
    description="Every worker of every working group in every term, with rewards as the reports print them.",
    columns=(
        Column(
            name="chain",
            description="Chain of the term.",
            unit=TEXT,
            value=lambda row: row.record.fact.chain,
            source=_REPORT,
        ),
        Column(
            name="network",
            description="Label of the network.",
            unit=TEXT,
            value=lambda row: row.record.fact.network,
            source=_REPORT,
        ),
        Column(
            name="term",
            description="Council term.",
            unit=NUMBER,
            value=lambda row: row.record.fact.term,
            source=_REPORT,
        ),
        Column(
            name="group",
            description="The group under one name for all reports.",
            unit=TEXT,
            value=lambda row: row.record.fact.group,
            source=_REPORT,
        ),
        Column(
            name="worker_id",
            description="Number of the worker in the group; not a member id.",
            unit=NUMBER,
            value=lambda row: row.record.fact.worker_id,
            source=_REPORT,
        ),
        Column(
            name="handle",
            description="Handle as printed.",
            unit=TEXT,
            value=lambda row: row.record.fact.handle,
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
            name="status",
            description="Status as printed.",
            unit=TEXT,
            value=lambda row: row.record.fact.status,
            source=_REPORT,
        ),
        Column(
            name="tokens_per_block",
            description="Reward for each block, printed as whole tokens.",
            unit=TOKENS_EACH,
            value=lambda row: row.record.fact.tokens_per_block,
            source=_REPORT,
        ),
        Column(
            name="millions_in_term",
            description="Reward paid in the term, printed to 0.1 million.",
            unit=MILLIONS,
            value=lambda row: row.record.fact.millions_in_term,
            source=_REPORT,
        ),
        Column(
            name="millions_total",
            description="Reward paid since the worker was hired, printed to 0.1 million.",
            unit=MILLIONS,
            value=lambda row: row.record.fact.millions_total,
            source=_REPORT,
        ),
        Column(
            name="source",
            description="File and line of the worker in the report.",
            unit=TEXT,
            value=lambda row: row.record.source,
            source="the archive",
        ),
    ),
    rows=workers,
)
