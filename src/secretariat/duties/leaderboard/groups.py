"""The table of working groups: one row for each group in each term."""

from secretariat.facts.amounts import Amount
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, TOKENS, Column, Table
from secretariat.facts.term_view import TermKey, chain_rank, term_key
from secretariat.facts.working_groups import GroupTerm

Row = Stated[GroupTerm]


def group_terms(snapshot: Snapshot) -> tuple[Row, ...]:
    """List the groups in the order of chains, terms and the reports; a group that two files state counts once."""
    first: dict[tuple[TermKey, str], Row] = {}
    for record in snapshot.of(GroupTerm):
        fact = record.fact
        first.setdefault((term_key(fact.chain, fact.network, fact.term), fact.group), record)
    return tuple(
        sorted(first.values(), key=lambda r: (chain_rank(r.fact.chain), r.fact.term, r.file, r.line, r.fact.group))
    )


def _minted(row: Row) -> Amount | None:
    start, end = row.fact.minted_start, row.fact.minted_end
    return None if start is None or end is None else Amount(end - start)


_REPORT = "tokenomics report"

TABLE: Table[Row] = Table(
    name="groups",
    title="Working groups",
    description="Every working group in every term: workers, stake, tokens minted and spent.",
    columns=(
        Column(
            name="chain", description="Chain of the term.", unit=TEXT, value=lambda row: row.fact.chain, source=_REPORT
        ),
        Column(
            name="network",
            description="Label of the network.",
            unit=TEXT,
            value=lambda row: row.fact.network,
            source=_REPORT,
        ),
        Column(name="term", description="Council term.", unit=NUMBER, value=lambda row: row.fact.term, source=_REPORT),
        Column(
            name="group",
            description="The group under one name for all reports.",
            unit=TEXT,
            value=lambda row: row.fact.group,
            source=_REPORT,
        ),
        Column(
            name="label",
            description="The report's own name for the group.",
            unit=TEXT,
            value=lambda row: row.fact.label,
            source=_REPORT,
        ),
        Column(
            name="workers_start",
            description="Workers at the first block of the term.",
            unit=COUNT,
            value=lambda row: row.fact.workers_start,
            source=_REPORT,
        ),
        Column(
            name="workers_end",
            description="Workers at the last block of the term.",
            unit=COUNT,
            value=lambda row: row.fact.workers_end,
            source=_REPORT,
        ),
        Column(
            name="stake_start",
            description="Stake of all workers at the first block.",
            unit=TOKENS,
            value=lambda row: row.fact.stake_start,
            source=_REPORT,
        ),
        Column(
            name="stake_end",
            description="Stake of all workers at the last block.",
            unit=TOKENS,
            value=lambda row: row.fact.stake_end,
            source=_REPORT,
        ),
        Column(
            name="minted_start",
            description="Tokens the group's mint had minted by the first block.",
            unit=TOKENS,
            value=lambda row: row.fact.minted_start,
            source=_REPORT,
        ),
        Column(
            name="minted_end",
            description="Tokens the group's mint had minted by the last block.",
            unit=TOKENS,
            value=lambda row: row.fact.minted_end,
            source=_REPORT,
        ),
        Column(
            name="minted_in_term",
            description="Tokens minted in the term: minted_end less minted_start.",
            unit=TOKENS,
            value=_minted,
            source="worked out from the columns named",
        ),
        Column(
            name="spent",
            description="Tokens paid to the group in the term, as the report's overview prints it.",
            unit=TOKENS,
            value=lambda row: row.fact.spent,
            source=_REPORT,
        ),
        Column(
            name="source",
            description="File and line of the group in the report.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the archive",
        ),
    ),
    rows=group_terms,
)
