"""The table of working groups: one row for each group in each term."""

from dataclasses import dataclass

from secretariat.facts.amounts import Amount
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.live_groups import (
    FUNDED,
    REWARDS,
    SPENDING,
    UPDATED,
    VESTED,
    LiveGroupTerm,
    live_group_terms,
)
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import COUNT, NUMBER, TEXT, TOKENS, Column, Table
from secretariat.facts.term_view import TermKey, chain_rank, term_key
from secretariat.facts.working_groups import GroupTerm


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One group in one term: as a report prints it, or on the main network as live sources add it up."""

    fact: GroupTerm
    source: str
    live: LiveGroupTerm | None = None


def group_rows(snapshot: Snapshot) -> tuple[Row, ...]:
    """List the groups of the reports, then those of the main network in the order of terms."""
    reported = group_terms(snapshot)
    known = {(record.fact.term, record.fact.group) for record in reported if record.fact.chain == MAINNET}
    return (
        *(Row(fact=record.fact, source=record.source) for record in reported),
        *(_live_row(live) for live in live_group_terms(snapshot) if (live.term.term, live.group) not in known),
    )


def group_terms(snapshot: Snapshot) -> tuple[Stated[GroupTerm], ...]:
    """List the groups in the order of chains, terms and the reports; a group that two files state counts once."""
    first: dict[tuple[TermKey, str], Stated[GroupTerm]] = {}
    for record in snapshot.of(GroupTerm):
        fact = record.fact
        first.setdefault((term_key(fact.chain, fact.network, fact.term), fact.group), record)
    return tuple(
        sorted(first.values(), key=lambda r: (chain_rank(r.fact.chain), r.fact.term, r.file, r.line, r.fact.group))
    )


def _live_row(live: LiveGroupTerm) -> Row:
    fact = GroupTerm(
        network=MAINNET,
        chain=MAINNET,
        term=live.term.term,
        group=live.group,
        label=live.record.key,
        workers_start=live.workers_start,
        workers_end=live.workers_end,
        spent=_spent(live),
    )
    return Row(fact=fact, source="; ".join(live.sources), live=live)


def _spent(live: LiveGroupTerm) -> Amount | None:
    """Add up what went out of a group's budget; None where its rewards or its spending are not known."""
    if REWARDS not in live.money or SPENDING not in live.money:
        return None
    return Amount(sum(live.money.get(event, 0) for event in (REWARDS, SPENDING, VESTED)))


def _minted(row: Row) -> Amount | None:
    start, end = row.fact.minted_start, row.fact.minted_end
    return None if start is None or end is None else Amount(end - start)


def _sum_of(event: str, name: str, description: str) -> Column[Row]:
    """Make the column of one kind of money event."""
    return Column(
        name=name,
        description=f"{description} Exact on the main network; empty where it was not read, and on testnets.",
        unit=TOKENS,
        value=lambda row: row.live.money.get(event) if row.live else None,
        source=_LIVE,
    )


def _budget_at(end: str, description: str) -> Column[Row]:
    """Make the column of the budget that the chain stored at one end of the term."""
    return Column(
        name=f"budget_{end}",
        description=f"{description} Empty on testnets, whose groups had mints.",
        unit=TOKENS,
        value=lambda row: row.live.budgets.get(end) if row.live else None,
        source="chain; not in the archives",
    )


_LIVE = "query node; not in the archives"
_REPORT = "tokenomics report"

TABLE: Table[Row] = Table(
    name="groups",
    title="Working groups",
    description="Every working group in every term: workers, stake, tokens minted and spent; on the main network who came and went.",
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
            description="The group under one name for all reports; on the main network the name people use.",
            unit=TEXT,
            value=lambda row: row.fact.group,
            source=_REPORT,
        ),
        Column(
            name="label",
            description="The report's own name for the group, or the chain's.",
            unit=TEXT,
            value=lambda row: row.fact.label,
            source=_REPORT,
        ),
        Column(
            name="workers_start",
            description="Workers at the first block of the term; on the main network just before it.",
            unit=COUNT,
            value=lambda row: row.fact.workers_start,
            source=f"{_REPORT}, query node",
        ),
        Column(
            name="workers_end",
            description="Workers at the last block of the term.",
            unit=COUNT,
            value=lambda row: row.fact.workers_end,
            source=f"{_REPORT}, query node",
        ),
        Column(
            name="workers_hired",
            description="Workers hired in the term, the lead included; of the sitting council's term so far.",
            unit=COUNT,
            value=lambda row: row.live.hired if row.live else None,
            source=_LIVE,
        ),
        Column(
            name="workers_left",
            description="Workers who left or were terminated in the term.",
            unit=COUNT,
            value=lambda row: row.live.left if row.live else None,
            source=_LIVE,
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
            description="Tokens paid to the group in the term, as the report's overview prints it; on the main network rewards and"
            " spending together.",
            unit=TOKENS,
            value=lambda row: row.fact.spent,
            source=f"{_REPORT}, query node",
        ),
        _budget_at("start", "Budget of the group just before the first block of the term, as the chain stored it."),
        _budget_at("end", "Budget of the group at the last block of the term, as the chain stored it."),
        _sum_of(REWARDS, "rewards_paid", "Rewards paid to the group's workers in the term."),
        _sum_of(
            SPENDING, "budget_spent", "What the lead paid out of the group's budget in the term, rewards not included."
        ),
        _sum_of(
            UPDATED,
            "budget_granted",
            "What proposals added to the group's budget in the term, less what they took away.",
        ),
        _sum_of(FUNDED, "budget_funded", "What members gave to the group's budget in the term."),
        Column(
            name="source",
            description="File and line of the group in the report, or list, key and block of everything added up.",
            unit=TEXT,
            value=lambda row: row.source,
            source="the archive, query node",
        ),
    ),
    rows=group_rows,
)
