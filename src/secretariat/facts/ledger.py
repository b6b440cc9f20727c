"""The council's spending ledger: ``spending_proposal_categories``."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from secretariat.facts.amounts import Amount, Usd


@dataclass(frozen=True, kw_only=True, slots=True)
class SpendingRow:
    """One row of the ledger, CSV or JSON. ``exchange_rate`` is USD for one token.

    ``status`` is the source's, folded: approved, expired, canceled, execution-failed, rejected, slashed, vetoed; None on a
    row that only reserves its number. ``bounty`` is the community bounty's number.
    """

    KIND: ClassVar[str] = "spending-row"

    network: str
    chain: str | None
    number: int
    title: str | None = None
    status: str | None = None
    amount_asked: Amount | None = None
    amount_minted: Amount | None = None
    exchange_rate: Decimal | None = None
    usd: Usd | None = None
    category: str | None = None
    bounty: int | None = None
    group: str | None = None
    reimbursed: bool | None = None

    @property
    def filled(self) -> bool:
        """Tell whether the row says more than its own number."""
        return any(
            value is not None for value in (self.title, self.status, self.amount_asked, self.amount_minted, self.usd)
        )
