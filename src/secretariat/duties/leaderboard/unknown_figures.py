"""The table of unknown figures: what no source gives of the main network, nor of the testnets' terms, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from secretariat.duties.leaderboard.missing_lists import missing_lists, named, tables_without_rows
from secretariat.duties.leaderboard.rightly_empty import RIGHTLY_EMPTY
from secretariat.duties.leaderboard.terms import TABLE as TERMS
from secretariat.duties.leaderboard.unknown_reasons import REASONS, Reason, reason_of_printed_term
from secretariat.duties.leaderboard.unknown_words import NO_RATE, NOT_READ, OF_LISTS, UNREAD
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.empty_lists import MissingList
from secretariat.facts.live_proposals import amount_asked
from secretariat.facts.live_spending import funding_requests, ledger_rows
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import ledger
from secretariat.facts.tables import COUNT, LONG_TEXT, TEXT, AnyTable, Column, Table
from secretariat.facts.term_view import chain_rank

NO_PURPOSE = "The chain does not say what a payment is for: a person writes it into the spending ledger."
NO_ORDER = "Neither the blocks nor the moments of all elected councils are known, so that none of them can be numbered."

ROWS = "(rows)"
"""Stands for a column where rows themselves are missing."""

COUNCILS = "elected-councils"
OF_TERMS = frozenset({"term", "council_term", "term_ended", "term_begins"})
"""Columns that name a term: empty for what is in none, and wherever the councils were not read."""

OF_A_PERSON = ("category", "bounty", "group", "reimbursed")
"""Columns of the spending table that only a person can fill."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UnknownFigure:
    """One column of one table with one reason: how many of how many rows of one chain are empty by it.

    ``source`` is that of the first such row. Where rows themselves are missing ``column`` is ROWS, and how many is not known.
    """

    chain: str
    table: str
    column: str
    empty: int | None
    rows: int | None
    terms: tuple[int, ...]
    why: str
    source: str | None


def unknown_figures(snapshot: Snapshot) -> tuple[UnknownFigure, ...]:
    """List what is not known, in the order of chains, tables and columns; of the main network nothing without live facts."""
    printed = tuple(_of_table(TERMS, reason_of_printed_term, snapshot, chain) for chain in _testnets(snapshot))
    testnets = [one for found in printed for one in found]
    if not any(snapshot.of(kind) for kind in (ElectedCouncil, Proposal, MissingList)):
        return tuple(testnets)
    found = [
        one for table, reason in REASONS for one in _of_table(table, _every(table, reason, snapshot), snapshot, MAINNET)
    ]
    return (*testnets, *found, *_numbering(found, snapshot), *_purposes(snapshot), *_without_rows(snapshot))


def _every(table: AnyTable, reason: Reason, snapshot: Snapshot) -> Reason:
    """Give a reason for every empty cell but those that are rightly empty; where facts were not read, with their lists."""
    may_be_empty = RIGHTLY_EMPTY.get(table.name, frozenset())
    missing = missing_lists(snapshot)

    def why(column: str, row: Any) -> str | None:
        of_term = column in OF_TERMS and any(one.name == COUNCILS for one in missing)
        told = reason(column, row) or (NOT_READ if of_term or column not in may_be_empty else None)
        return f"{told} {named(missing)}" if missing and told in OF_LISTS else told

    return why


def _without_rows(snapshot: Snapshot) -> Iterator[UnknownFigure]:
    """List the tables that lack rows of lists that were never read whole."""
    for table, why, source in tables_without_rows(snapshot):
        yield UnknownFigure(
            chain=MAINNET, table=table, column=ROWS, empty=None, rows=None, terms=(), why=why, source=source
        )


def _testnets(snapshot: Snapshot) -> list[str]:
    """Name the testnets' chains that have a term, in their order."""
    chain = next(column for column in TERMS.columns if column.name == "chain")
    named = {str(value) for row in TERMS.rows(snapshot) if (value := chain.value(row)) not in (None, MAINNET)}
    return sorted(named, key=lambda one: (chain_rank(one), one))


def _of_table(table: AnyTable, reason: Reason, snapshot: Snapshot, chain: str) -> Iterator[UnknownFigure]:
    """Gather the empty cells of a table's rows of one chain by column and reason."""
    by_name = {column.name: column for column in table.columns}
    term = by_name.get("term") or by_name.get("council_term")
    rows = [row for row in table.rows(snapshot) if by_name["chain"].value(row) == chain]
    for column in table.columns:
        why: dict[str, list[Any]] = {}
        for row in rows:
            told = reason(column.name, row) if column.value(row) in (None, "") else None
            if told is not None:
                why.setdefault(told, []).append(row)
        for words, empty in why.items():
            numbers = {number for row in empty if term and isinstance(number := term.value(row), int)}
            yield UnknownFigure(
                chain=chain,
                table=table.name,
                column=column.name,
                empty=len(empty),
                rows=len(rows),
                terms=tuple(sorted(numbers)),
                why=words,
                source=str(by_name["source"].value(empty[0]) or ""),
            )


def _numbering(found: Iterable[UnknownFigure], snapshot: Snapshot) -> Iterator[UnknownFigure]:
    """Say that no council is numbered, where there are some and none has a term."""
    councils = [one for one in snapshot.of(ElectedCouncil) if one.fact.elected_block != 0]
    if councils and not any(one.table == "terms" for one in found):
        yield _whole("terms", "term", len(councils), len(councils), NO_ORDER, councils[0].source)


def _purposes(snapshot: Snapshot) -> Iterator[UnknownFigure]:
    """List what no rate tells of the funding requests that were paid, and what a person has not yet written."""
    requests = funding_requests(snapshot)
    yield from _unread(requests)
    rows = {row.fact.number: row.fact for row in ledger(snapshot) if row.fact.chain == MAINNET}
    unpriced = [one for one in ledger_rows(snapshot) if one.fact.amount_minted and one.fact.exchange_rate is None]
    if unpriced:
        for column in ("exchange_rate", "usd"):
            yield _whole("spending", column, len(unpriced), len(requests), NO_RATE, unpriced[0].source)
        yield _whole("spending-by-category", "usd", None, None, NO_RATE, unpriced[0].source)
    for column in OF_A_PERSON:
        empty = [one for one in requests if getattr(rows.get(one.fact.number or 0), column, None) is None]
        if empty:
            yield _whole("spending", column, len(empty), len(requests), NO_PURPOSE, empty[0].source)
        if empty and column == "category":
            yield _whole("spending-by-category", column, 1, None, NO_PURPOSE, empty[0].source)


def _unread(requests: Sequence[Stated[Proposal]]) -> Iterator[UnknownFigure]:
    """List what the query node should tell of funding requests, and does not."""
    unnamed = [one for one in requests if one.fact.title is None]
    unasked = [one for one in requests if amount_asked(one.fact) is None]
    unpaid = [one for one in unasked if one.fact.status == "executed"]
    for column, empty in (
        *(("title", unnamed), ("amount_asked", unasked)),
        *(("destinations", unasked), ("amount_minted", unpaid)),
    ):
        if empty:
            yield _whole("spending", column, len(empty), len(requests), UNREAD, empty[0].source)


def _whole(table: str, column: str, empty: int | None, rows: int | None, why: str, source: str) -> UnknownFigure:
    return UnknownFigure(
        chain=MAINNET, table=table, column=column, empty=empty, rows=rows, terms=(), why=why, source=source
    )


def _terms(row: UnknownFigure) -> str | None:
    """Write term numbers with runs as from-to."""
    runs: list[list[int]] = []
    for number in row.terms:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in runs) or None


_HERE = "worked out from the table named"

TABLE: Table[UnknownFigure] = Table(
    name="unknown-figures",
    title="Unknown figures",
    description="What no source gives, and why: every such cell is empty, never 0. Of the main network in all its tables, as far as"
    " live sources are read; of the testnets in the table terms.",
    columns=(
        Column(name="chain", description="Chain of the rows.", unit=TEXT, value=lambda row: row.chain, source=_HERE),
        Column(name="table", description="Table of the figure.", unit=TEXT, value=lambda row: row.table, source=_HERE),
        Column(
            name="column",
            description="Its column; (rows) where rows themselves are missing.",
            unit=TEXT,
            value=lambda row: row.column,
            source=_HERE,
        ),
        Column(
            name="empty",
            description="Rows of the chain in which it is empty for this reason; empty where that cannot be told.",
            unit=COUNT,
            value=lambda row: row.empty,
            source=_HERE,
        ),
        Column(
            name="rows",
            description="All rows of the chain in the table; empty where that cannot be told.",
            unit=COUNT,
            value=lambda row: row.rows,
            source=_HERE,
        ),
        Column(
            name="terms",
            description="Council terms of those rows, where they have one.",
            unit=TEXT,
            value=_terms,
            source=_HERE,
        ),
        Column(name="why", description="Why it is empty.", unit=LONG_TEXT, value=lambda row: row.why, source="here"),
        Column(
            name="source",
            description="Source of the first of those rows.",
            unit=LONG_TEXT,
            value=lambda row: row.source,
            source="the table named",
        ),
    ),
    rows=unknown_figures,
)
