"""The rules that one row of the spending ledger must keep by itself."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext

from secretariat.facts.amounts import TOKEN_DECIMALS, Amount, decimal_text, token_text
from secretariat.facts.ledger import SpendingRow


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """A problem of one row before it has a file and a line. ``field`` is the field it is about, empty for the row.

    ``subject`` tells it apart from others of its code and field. ``fixable`` says that setting the field would mend it.
    ``habit`` names a way of writing figures that a whole file may have.
    """

    code: str
    field: str
    what: str
    repair: str = ""
    applied: bool = False
    refused: bool = False
    fixable: bool = True
    subject: str = ""
    habit: str = ""


def row_findings(row: SpendingRow, unknown: frozenset[str]) -> Iterator[Finding]:
    """Hold a row against the rules. ``unknown`` are the fields whose cell could not be read: no rule uses them."""
    yield from _without_amount(row, unknown)
    yield from _minted(row, unknown)
    yield from _reimbursed(row, unknown)
    amount = row.amount_asked if row.amount_asked is not None else row.amount_minted
    if amount is not None and not agrees(_tokens(amount), row.exchange_rate, row.usd):
        yield _not_rate(row, amount)


def _without_amount(row: SpendingRow, unknown: frozenset[str]) -> Iterator[Finding]:
    """Report an approved proposal whose cells of both amounts are empty: what it paid is in no sum."""
    read = unknown.isdisjoint(("amount_asked", "amount_minted"))
    if read and row.status == "approved" and row.amount_asked is None and row.amount_minted is None:
        yield Finding(
            code="figure-missing",
            field="amount_minted",
            what=f"Proposal {row.number} is approved, and the row has neither the amount asked for nor the one minted.",
            repair="Look up what the chain paid out and set it; until then it is unknown.",
        )


def _minted(row: SpendingRow, unknown: frozenset[str]) -> Iterator[Finding]:
    minted, asked = row.amount_minted, row.amount_asked
    if minted is None:
        return
    if minted > 0 and row.status != "approved" and "status" not in unknown:
        status = f"is {row.status}" if row.status else "has no status"
        yield Finding(
            code="minted-not-approved",
            field="amount_minted",
            what=f"{token_text(minted)} tokens are recorded as minted for proposal {row.number}, which {status}.",
            repair="Look the proposal up on the chain; set the amount minted, or mend the status in the file.",
        )
    if row.status == "approved" and asked is not None and asked != minted:
        yield Finding(
            code="contradiction",
            field="amount_minted",
            what=f"{token_text(minted)} tokens are recorded as minted where {token_text(asked)} were asked for.",
            repair="Look up what the chain paid out; set the amount that is wrong.",
        )


def _reimbursed(row: SpendingRow, unknown: frozenset[str]) -> Iterator[Finding]:
    if not row.reimbursed or "amount_minted" in unknown or "status" in unknown:
        return
    never = not row.amount_minted and row.status != "approved"
    if never or row.amount_minted == 0:
        status = f"is {row.status}" if row.status else "has no status"
        yield Finding(
            code="reimbursed-not-paid",
            field="reimbursed",
            what=f"Proposal {row.number} is marked reimbursed, but it {status} and nothing was minted.",
            repair="Clear the mark, or record what was paid.",
        )


def _not_rate(row: SpendingRow, amount: Amount) -> Finding:
    rate, usd = row.exchange_rate or Decimal(0), row.usd or Decimal(0)
    with localcontext(prec=200):
        product = (_tokens(amount) * rate).quantize(Decimal("0.01"))
        worked = f"{token_text(amount)} tokens at {decimal_text(rate)} USD make {decimal_text(product)} USD"
    return Finding(
        code="amount-not-rate",
        field="usd",
        what=f"{worked}; the row states {decimal_text(usd)} USD, more apart than rounding explains.",
        repair="Check amount, rate and dollars against the proposal; set the one that is wrong.",
    )


def _tokens(amount: Amount) -> Decimal:
    with localcontext(prec=200):
        return Decimal(amount).scaleb(-TOKEN_DECIMALS)


def agrees(amount: Decimal | None, rate: Decimal | None, usd: Decimal | None) -> bool:
    """Tell whether dollars are tokens times rate, as far as rounding of the printed digits of both can explain.

    True where one of the three is not known.
    """
    if amount is None or rate is None or usd is None:
        return True
    with localcontext(prec=200):
        margin = abs(amount) * _half_unit(rate) + _half_unit(usd)
        return abs(amount * rate - usd) <= margin


def _half_unit(value: Decimal) -> Decimal:
    """Give half of the last printed digit."""
    return Decimal(5).scaleb(min(int(value.as_tuple().exponent), 0) - 1)
