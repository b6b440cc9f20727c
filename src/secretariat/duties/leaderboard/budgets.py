"""The table of budgets: what each budget began with, what every kind of event moved, what it ended with, what is left over."""

from dataclasses import dataclass

from secretariat.facts.amounts import Amount
from secretariat.facts.budget_moves import COUNCIL_REWARD, COUNCIL_SIGNS, FROM_GROUPS, GROUP_SIGNS, TO_GROUPS
from secretariat.facts.budget_reckoning import COUNCIL, SET, BudgetPart, BudgetReckoning
from secretariat.facts.council_terms import MAINNET, starts_of_terms, term_number_at
from secretariat.facts.live_groups import name_of_group
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.tables import BLOCK, COUNT, LONG_TEXT, NUMBER, TEXT, TOKENS, Column, Table

OPENING, CLOSING, UNEXPLAINED = "opening", "closing", "unexplained"
OF_COUNCIL = (*COUNCIL_SIGNS, COUNCIL_REWARD, TO_GROUPS, FROM_GROUPS, SET)
OF_GROUP = (*GROUP_SIGNS, SET)
"""The parts of a budget in the order in which they are listed; of those without an event the sum is 0."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One part of one budget between two blocks. ``events`` is None for what is no event.

    ``amount`` is signed; None where that of an event cannot be read, and of what is unexplained where any cannot, or be placed.
    """

    reckoning: Stated[BudgetReckoning]
    term: int | None
    part: str
    events: int | None
    amount: Amount | None


def rows(snapshot: Snapshot) -> tuple[Row, ...]:
    """List the parts of every budget, the council's first, in the order of blocks."""
    starts = starts_of_terms(snapshot)
    ordered = sorted(
        snapshot.of(BudgetReckoning), key=lambda one: (one.fact.budget != COUNCIL, one.fact.budget, one.fact.to_block)
    )
    return tuple(row for one in ordered for row in _parts(one, term_number_at(starts, one.fact.to_block) or None))


def _parts(one: Stated[BudgetReckoning], term: int | None) -> list[Row]:
    def row(part: str, amount: Amount | None, events: int | None = None) -> Row:
        return Row(reckoning=one, term=term, part=part, events=events, amount=amount)

    known = {part.event: part for part in one.fact.parts}
    named = [(event, known.get(event)) for event in (OF_COUNCIL if one.fact.budget == COUNCIL else OF_GROUP)]
    return [
        row(OPENING, one.fact.opening),
        *(row(name, _read(part), part.events if part else 0) for name, part in named),
        row(UNEXPLAINED, None if one.fact.unread or one.fact.unplaced else one.fact.unexplained),
        row(CLOSING, one.fact.closing),
    ]


def _read(part: BudgetPart | None) -> Amount | None:
    """Give what events added together, nothing where one of them cannot be read."""
    if part is None:
        return Amount(0)
    return None if part.unread else part.amount


_SOURCE = "chain and query node"

TABLE: Table[Row] = Table(
    name="budgets",
    title="Budgets",
    description="The budgets of the council and of every working group of the main network from one known balance on the chain to the"
    " next: the balance before, what each kind of event added or took, what no event explains, and the balance after. The"
    " amounts of one budget and span but the last add up to the last.",
    columns=(
        Column(name="chain", description="Chain.", unit=TEXT, value=lambda row: MAINNET, source=_SOURCE),
        Column(
            name="term",
            description="Council term that the last block lies in.",
            unit=NUMBER,
            value=lambda row: row.term,
            source="table terms",
        ),
        Column(
            name="budget",
            description="council, or the name of the group that people use.",
            unit=TEXT,
            value=lambda row: (
                COUNCIL if row.reckoning.fact.budget == COUNCIL else name_of_group(row.reckoning.fact.budget)
            ),
            source=_SOURCE,
        ),
        Column(
            name="from_block",
            description="Block after which it was as the opening says; 0 is genesis.",
            unit=BLOCK,
            value=lambda row: row.reckoning.fact.from_block,
            source=_SOURCE,
        ),
        Column(
            name="to_block",
            description="Block after which it was as the closing says.",
            unit=BLOCK,
            value=lambda row: row.reckoning.fact.to_block,
            source=_SOURCE,
        ),
        Column(
            name="part",
            description="opening, the name of a kind of event, unexplained, or closing. budget-set is what the balance changed by"
            " where it was set and nothing else tells of it.",
            unit=TEXT,
            value=lambda row: row.part,
            source=_SOURCE,
        ),
        Column(
            name="events",
            description="Events of that kind in between, none of which is left out; empty for what is no event.",
            unit=COUNT,
            value=lambda row: row.events,
            source="query node",
        ),
        Column(
            name="amount",
            description="Tokens; below zero what was taken. Empty where an event of that kind cannot be read, and for unexplained where any.",
            unit=TOKENS,
            value=lambda row: row.amount,
            source=_SOURCE,
        ),
        Column(
            name="source",
            description="List, key and block of both balances.",
            unit=LONG_TEXT,
            value=lambda row: f"{row.reckoning.fact.closing_source}; {row.reckoning.fact.opening_source}",
            source=_SOURCE,
        ),
    ),
    rows=rows,
)
