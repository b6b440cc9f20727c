"""Bounties merged from the register and the status table, and the payments of the spending ledger for them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from typing import Any, TypeVar

from secretariat.facts.amounts import Amount, Usd
from secretariat.facts.bounties import Bounty, BountyTableRow
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.moments import Moment
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.spending_ledger import Row, ledger, usd_recomputed

BOUNTY_CATEGORY = "Bounties"

_Named = TypeVar("_Named", Bounty, BountyTableRow)


@dataclass(frozen=True, kw_only=True, slots=True)
class Payment:
    """One approved proposal of the ledger that paid for a bounty. ``usd_recomputed`` is tokens times the row's rate."""

    row: Row
    usd_recomputed: Usd | None

    @property
    def fact(self) -> SpendingRow:
        """Give the ledger's own statement."""
        return self.row.fact


@dataclass(frozen=True, kw_only=True, slots=True)
class BountyLine:
    """One bounty: the register's word, the status table's where the register has none, and what the ledger paid.

    Sums are over the payments whose part is known; ``tokens_unknown`` and ``usd_unknown`` count the others. A sum of
    which no part is known is unknown, not 0.
    """

    bounty: int
    listed: Stated[Bounty] | None
    printed: Stated[BountyTableRow] | None
    payments: tuple[Payment, ...]
    title: str | None
    status: str | None
    opened_on: Moment | None
    closed_on: Moment | None
    reward_usd: Usd | None
    paid_usd: Usd | None
    source: str


def payments(snapshot: Snapshot) -> tuple[Payment, ...]:
    """Give the approved proposals of the ledger that name a bounty or are of the category Bounties."""
    return tuple(
        Payment(row=row, usd_recomputed=usd_recomputed(row.fact))
        for row in ledger(snapshot)
        if row.fact.status == "approved" and (row.fact.bounty is not None or row.fact.category == BOUNTY_CATEGORY)
    )


def unreimbursed(snapshot: Snapshot) -> tuple[Payment, ...]:
    """Give the payments that the ledger does not mark reimbursed: marked N, or not marked at all.

    A payment of which nothing was minted is none; one whose amount is not known is listed.
    """
    return tuple(paid for paid in payments(snapshot) if not paid.fact.reimbursed and paid.fact.amount_minted != 0)


def bounties(snapshot: Snapshot) -> tuple[BountyLine, ...]:
    """Merge register, status table and payments, in the order of the bounties' numbers."""
    listed = _first_of(snapshot.of(Bounty))
    printed = _first_of(snapshot.of(BountyTableRow))
    paid: dict[int, list[Payment]] = {}
    for payment in payments(snapshot):
        if payment.fact.bounty is not None:
            paid.setdefault(payment.fact.bounty, []).append(payment)
    return tuple(
        _line(number, listed.get(number), printed.get(number), tuple(paid.get(number, ())))
        for number in sorted({*listed, *printed, *paid})
    )


def _line(
    bounty: int,
    listed: Stated[Bounty] | None,
    printed: Stated[BountyTableRow] | None,
    paid: tuple[Payment, ...],
) -> BountyLine:
    """Merge one bounty. Where nothing but payments names it, they are its source."""
    records = [record for record in (listed, printed) if record is not None]

    def first(name: str) -> Any:
        values = (getattr(record.fact, name) for record in records)
        return next((value for value in values if value not in (None, "")), None)

    return BountyLine(
        bounty=bounty,
        listed=listed,
        printed=printed,
        payments=paid,
        title=first("title"),
        status=first("status"),
        opened_on=first("opened_on"),
        closed_on=first("closed_on"),
        reward_usd=first("reward_usd"),
        paid_usd=first("paid_usd"),
        source="; ".join([record.source for record in records] or [payment.row.source for payment in paid]),
    )


def known_tokens(found: Sequence[Payment]) -> Amount | None:
    """Sum the tokens of payments as far as known; None when there are payments and none is known."""
    known = [payment.fact.amount_minted for payment in found if payment.fact.amount_minted is not None]
    return None if found and not known else Amount(sum(known))


def known_usd(values: Iterable[Usd | None]) -> Usd | None:
    """Sum dollars as far as known; None when there are values and none is known."""
    every = list(values)
    known = [value for value in every if value is not None]
    with localcontext(prec=200):
        return None if every and not known else Usd(sum(known, Decimal(0)))


def _first_of(records: Iterable[Stated[_Named]]) -> dict[int, Stated[_Named]]:
    found: dict[int, Stated[_Named]] = {}
    for record in records:
        found.setdefault(record.fact.bounty, record)
    return found
