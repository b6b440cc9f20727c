"""The table of unknown figures: what no live source gives of the main network, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secretariat.duties.leaderboard.unknown_reasons import REASONS, Reason
from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.councils import ElectedCouncil
from secretariat.facts.live_spending import funding_requests
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import ledger
from secretariat.facts.tables import COUNT, LONG_TEXT, TEXT, AnyTable, Column, Table

NO_PURPOSE = "The chain does not say what a payment is for: a person writes it into the spending ledger."
NO_ORDER = "Neither the blocks nor the moments of all elected councils are known, so that none of them can be numbered."

OF_A_PERSON = ("category", "bounty", "group", "reimbursed")
"""Columns of the spending table that only a person can fill."""


@dataclass(frozen=True, kw_only=True, slots=True)
class UnknownFigure:
    """One column of one table with one reason: how many of how many rows of the main network are empty by it."""

    table: str
    column: str
    empty: int
    rows: int
    terms: tuple[int, ...]
    why: str


def unknown_figures(snapshot: Snapshot) -> tuple[UnknownFigure, ...]:
    """List what is not known of the main network, in the order of tables and columns; nothing without live facts."""
    if not snapshot.of(ElectedCouncil) and not snapshot.of(Proposal):
        return ()
    found = [one for table, reason in REASONS for one in _of_table(table, reason, snapshot)]
    return (*found, *_numbering(found, snapshot), *_purposes(snapshot))


def _of_table(table: AnyTable, reason: Reason, snapshot: Snapshot) -> Iterator[UnknownFigure]:
    by_name = {column.name: column for column in table.columns}
    term = by_name.get("term") or by_name.get("council_term")
    rows = [row for row in table.rows(snapshot) if by_name["chain"].value(row) == MAINNET]
    for column in table.columns:
        why: dict[str, list[int | None]] = {}
        for row in rows:
            told = reason(column.name, row) if column.value(row) in (None, "") else None
            if told is not None:
                number = term.value(row) if term is not None else None
                why.setdefault(told, []).append(number if isinstance(number, int) else None)
        for words, terms in why.items():
            known = tuple(sorted({number for number in terms if number is not None}))
            yield UnknownFigure(
                table=table.name, column=column.name, empty=len(terms), rows=len(rows), terms=known, why=words
            )


def _numbering(found: Iterable[UnknownFigure], snapshot: Snapshot) -> Iterator[UnknownFigure]:
    """Say that no council is numbered, where there are some and none has a term."""
    councils = [one for one in snapshot.of(ElectedCouncil) if one.fact.elected_block != 0]
    if councils and not any(one.table == "terms" for one in found):
        yield UnknownFigure(
            table="terms", column="term", empty=len(councils), rows=len(councils), terms=(), why=NO_ORDER
        )


def _purposes(snapshot: Snapshot) -> Iterator[UnknownFigure]:
    """List what a person has not yet written of the funding requests."""
    requests = funding_requests(snapshot)
    rows = {row.fact.number: row.fact for row in ledger(snapshot) if row.fact.chain == MAINNET}
    for column in OF_A_PERSON:
        empty = sum(getattr(rows.get(one.fact.number or 0), column, None) is None for one in requests)
        if empty:
            yield UnknownFigure(
                table="spending", column=column, empty=empty, rows=len(requests), terms=(), why=NO_PURPOSE
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
    description="What no source gives of the main network, and why: every such cell is empty, never 0. Without live sources there is"
    " nothing to list.",
    columns=(
        Column(name="table", description="Table of the figure.", unit=TEXT, value=lambda row: row.table, source=_HERE),
        Column(name="column", description="Its column.", unit=TEXT, value=lambda row: row.column, source=_HERE),
        Column(
            name="empty",
            description="Rows of the main network in which it is empty for this reason.",
            unit=COUNT,
            value=lambda row: row.empty,
            source=_HERE,
        ),
        Column(
            name="rows",
            description="All rows of the main network in the table.",
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
    ),
    rows=unknown_figures,
)
