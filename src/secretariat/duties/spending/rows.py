"""The rows of the published tables of the spending ledger."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, localcontext

from secretariat.duties.spending.outcomes import chain_outcomes
from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.chain_proposals import Destination
from secretariat.facts.council_terms import MAINNET
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.live_proposals import executed_block
from secretariat.facts.live_spending import funding_requests, ledger_rows
from secretariat.facts.proposals import Outcome
from secretariat.facts.records import first_and_more
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import Row, ledger, place
from secretariat.facts.term_view import chain_rank


@dataclass(frozen=True, kw_only=True, slots=True)
class LedgerLine:
    """One row of the ledger with the chain's word on it, or a funding request that the ledger does not have.

    ``asked`` and ``paid_block`` are what the query node states of it.
    """

    row: Row
    outcome: Outcome | None
    asked: tuple[Destination, ...] = ()
    paid_block: int | None = None

    @property
    def fact(self) -> SpendingRow:
        """Give the ledger's own statement."""
        return self.row.fact


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryLine:
    """All ledger rows of one chain and category that are filled in. Sums are over the approved ones.

    ``share`` is the percentage of the chain's minted tokens, ``source`` the place of the first row, how many
    more there are, and the decisions about them. A sum of which no part is known is unknown, not 0.
    """

    chain: str | None
    category: str | None
    proposals: int
    approved: int
    minted: Amount | None
    minted_unknown: int
    usd: Usd | None
    usd_unknown: int
    share: Decimal | None
    source: str


def spending_rows(snapshot: Snapshot) -> Iterable[LedgerLine]:
    """Give every row of the ledger, those that only reserve their number included, and every other funding request."""
    outcomes = chain_outcomes(snapshot)
    live = {(MAINNET, record.fact.number): record.fact for record in funding_requests(snapshot)}
    for row in _all_rows(snapshot):
        word = outcomes.get((row.fact.chain, row.fact.number)) if row.fact.chain else None
        request = live.get((row.fact.chain or "", row.fact.number))
        yield LedgerLine(
            row=row,
            outcome=word.outcome if word else None,
            asked=request.destinations if request else (),
            paid_block=executed_block(request) if request and request.status == "executed" else None,
        )


def _all_rows(snapshot: Snapshot) -> tuple[Row, ...]:
    """Give the ledger's rows, then the funding requests it lacks: the ledger counts where it has the number."""
    rows = ledger(snapshot)
    listed = {(row.fact.chain, row.fact.number) for row in rows if row.fact.filled}
    live = [row for row in ledger_rows(snapshot) if (MAINNET, row.fact.number) not in listed]
    if not live:
        return rows
    numbers = {row.fact.number for row in live}
    kept = (row for row in rows if row.fact.chain != MAINNET or row.fact.number not in numbers)
    return tuple(sorted((*kept, *live), key=place))


def category_rows(snapshot: Snapshot) -> Iterable[CategoryLine]:
    """Sum the ledger by chain and category, in the order of both; rows without a category come last."""
    groups: dict[tuple[str, str], list[Row]] = {}
    minted: dict[str, int] = {}
    for row in _all_rows(snapshot):
        fact = row.fact
        if fact.filled:
            groups.setdefault((fact.chain or "", fact.category or ""), []).append(row)
            minted[fact.chain or ""] = minted.get(fact.chain or "", 0) + _minted([fact])
    ordered = sorted(groups.items(), key=lambda item: (chain_rank(item[0][0]), not item[0][1], item[0][1]))
    return [_category(chain, category, rows, minted[chain]) for (chain, category), rows in ordered]


def _category(chain: str, category: str, found: Sequence[Row], whole: int) -> CategoryLine:
    rows = [row.fact for row in found]
    approved = [row for row in rows if row.status == "approved"]
    known = [row.usd for row in approved if row.usd is not None]
    part = _minted(rows)
    with localcontext(prec=200):
        share = (Decimal(100) * part / whole).quantize(Decimal("0.01"), ROUND_HALF_EVEN) if whole > 0 else None
        usd = Usd(sum(known, Decimal(0)))
    unread = sum(row.amount_minted is None for row in approved)
    no_amount = bool(approved) and unread == len(approved)
    return CategoryLine(
        chain=chain or None,
        category=category or None,
        proposals=len(rows),
        approved=len(approved),
        minted=None if no_amount else Amount(part),
        minted_unknown=unread,
        usd=None if approved and not known else usd,
        usd_unknown=len(approved) - len(known),
        share=None if no_amount else share,
        source=first_and_more(found),
    )


def _minted(rows: Iterable[SpendingRow]) -> int:
    return sum(row.amount_minted or 0 for row in rows if row.status == "approved")
