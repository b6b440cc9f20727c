"""The spending ledger as one list: the CSV's rows, the rows only its older JSON copy has, and where the two differ."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal, localcontext

from secretariat.facts.amounts import TOKEN_DECIMALS, Amount, Usd, decimal_text
from secretariat.facts.fields import field_types, text_of_value
from secretariat.facts.ledger import SpendingRow
from secretariat.facts.records import Stated
from secretariat.facts.snapshot import Snapshot
from secretariat.facts.term_view import chain_rank

COPY_FORMAT = "spending-json"
"""The parser of the older copy; every other parser of spending rows reads the ledger itself."""

Row = Stated[SpendingRow]

_COMPARED = tuple(field.name for field in fields(SpendingRow) if field.name not in ("chain", "number"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Difference:
    """One field on which the ledger and its copy disagree; the ledger's value is the one published.

    ``csv`` and ``json`` are the values as held (base units for amounts), the two texts as a person would write them.
    """

    key: str
    chain: str | None
    number: int
    field: str
    csv: object
    json: object
    csv_text: str
    json_text: str
    csv_source: str
    json_source: str


def ledger(snapshot: Snapshot) -> tuple[Row, ...]:
    """Give one row for each key, ordered by chain (as they ran) and number. The copy adds only keys that the ledger lacks.

    Of several files of one kind the first by path counts, a row that is filled in before one that is not.
    """
    rows = snapshot.of(SpendingRow)
    chosen = _by_key(row for row in rows if row.format == COPY_FORMAT)
    chosen.update(_by_key(row for row in rows if row.format != COPY_FORMAT))
    return tuple(sorted(chosen.values(), key=place))


def differences(snapshot: Snapshot) -> tuple[Difference, ...]:
    """Compare, field by field, every row of the copy with the ledger's row of the same key.

    A field that one of the two has on no row is a column it does not have, and is not compared.
    """
    rows = snapshot.of(SpendingRow)
    copies = [row for row in rows if row.format == COPY_FORMAT]
    own = _by_key(row for row in rows if row.format != COPY_FORMAT)
    columns = _columns(copies) & _columns(own.values())
    found = []
    for copy in sorted(copies, key=lambda row: (*place(row), row.file, row.line)):
        row = own.get(copy.key)
        if row is not None:
            found += [_difference(row, copy, field) for field in _unlike(row, copy) if field in columns]
    return tuple(found)


def usd_recomputed(row: SpendingRow) -> Usd | None:
    """Work out the tokens paid times the rate on the row, exactly; None where either is not known."""
    if row.amount_minted is None or row.exchange_rate is None:
        return None
    with localcontext(prec=200):
        return Usd(Decimal(decimal_text(tokens_of(row.amount_minted) * row.exchange_rate)))


def tokens_of(amount: Amount) -> Decimal:
    """Turn base units into exact decimal tokens."""
    with localcontext(prec=200):
        return Decimal(amount).scaleb(-TOKEN_DECIMALS)


def _by_key(rows: Iterable[Row]) -> dict[str, Row]:
    chosen: dict[str, Row] = {}
    for row in rows:
        known = chosen.setdefault(row.key, row)
        if row.fact.filled and not known.fact.filled:
            chosen[row.key] = row
    return chosen


def place(row: Row) -> tuple[tuple[int, str], str, int]:
    """Place a row by chain, in the order in which the chains ran; numbers of unknown networks by their label."""
    return (chain_rank(row.fact.chain), "" if row.fact.chain else row.fact.network, row.fact.number)


def _columns(rows: Iterable[Row]) -> set[str]:
    found: set[str] = set()
    for row in rows:
        found.update(name for name in _COMPARED if name not in found and getattr(row.fact, name) is not None)
    return found


def _unlike(row: Row, copy: Row) -> list[str]:
    return [name for name in _COMPARED if getattr(row.fact, name) != getattr(copy.fact, name)]


def _difference(row: Row, copy: Row, field: str) -> Difference:
    type_ = field_types(SpendingRow)[field]
    csv, json = getattr(row.fact, field), getattr(copy.fact, field)
    return Difference(
        key=row.key,
        chain=row.fact.chain,
        number=row.fact.number,
        field=field,
        csv=csv,
        json=json,
        csv_text=text_of_value(type_, csv),
        json_text=text_of_value(type_, json),
        csv_source=row.source,
        json_source=copy.source,
    )
