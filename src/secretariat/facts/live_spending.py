"""Funding requests of the main network as rows of the spending ledger; what they were for no chain says."""

from collections.abc import Mapping
from dataclasses import replace

from secretariat.facts.chain_proposals import Proposal
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.day_rates import rate_at, rates_by_day
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.live_proposals import FUNDING_REQUEST, OPEN, OUTCOMES, amount_asked, amount_minted
from secretariat.facts.proposals import Outcome
from secretariat.facts.rates import DayRate
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import usd_recomputed


def funding_requests(snapshot: Snapshot) -> tuple[Stated[Proposal], ...]:
    """List the funding requests in the order of numbers, each number once."""
    found: dict[int, Stated[Proposal]] = {}
    for record in snapshot.of(Proposal):
        if record.fact.type == FUNDING_REQUEST and record.fact.number is not None:
            found.setdefault(record.fact.number, record)
    return tuple(found[number] for number in sorted(found))


def ledger_rows(snapshot: Snapshot) -> tuple[Stated[SpendingRow], ...]:
    """Tell every funding request as the ledger would, in dollars by the rate of the day it was paid."""
    days = rates_by_day(snapshot)
    return tuple(_as_ledger_row(record, days) for record in funding_requests(snapshot))


def _as_ledger_row(record: Stated[Proposal], days: Mapping[str, Stated[DayRate]]) -> Stated[SpendingRow]:
    """Tell a funding request as the ledger would: an executed one is approved, an open one has no status yet."""
    fact = record.fact
    rate = rate_at(days, fact.status_at) if fact.status == "executed" else None
    outcome = outcome_of(fact)
    settled = fact.status is not None and fact.status not in OPEN
    row = Stated(
        kind=SpendingRow.KIND,
        key=record.key,
        file=record.file,
        format=record.format,
        line=record.line,
        fact=SpendingRow(
            network=MAINNET,
            chain=MAINNET,
            number=fact.number or 0,
            title=fact.title,
            status=("approved" if outcome == "executed" else outcome) if settled else None,
            amount_asked=amount_asked(fact),
            amount_minted=amount_minted(fact),
            exchange_rate=rate.fact.usd_per_token if rate else None,
        ),
    )
    return row._replace(fact=replace(row.fact, usd=usd_recomputed(row.fact)))


def outcome_of(fact: Proposal) -> Outcome | None:
    """Give the state of a proposal in the words of the ledger's chain column."""
    return OUTCOMES.get(fact.status or "")
