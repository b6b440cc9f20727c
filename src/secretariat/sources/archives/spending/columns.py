"""The columns of the spending ledger and the names its copies give them."""

import re
from collections.abc import Sequence
from functools import lru_cache

COLUMNS = (
    "network",
    "number",
    "title",
    "status",
    "amount_asked",
    "amount_minted",
    "exchange_rate",
    "usd",
    "category",
    "bounty",
    "group",
    "reimbursed",
)
"""In the order of the historic files; the older one has no ``group``."""

_NAMES = {
    "network": ("testnet", "network", "chain"),
    "number": ("proposal #", "proposal", "proposal number", "proposal no", "proposal id", "#"),
    "title": ("title", "proposal title"),
    "status": ("status", "proposal status"),
    "amount_asked": ("amount asked", "asked", "amount requested", "requested"),
    "amount_minted": ("amount minted", "minted"),
    "exchange_rate": ("exchange rate", "rate"),
    "usd": ("$ amount", "amount $", "$", "usd amount", "amount usd", "amount in usd", "usd"),
    "category": ("category", "categories"),
    "bounty": ("bounty", "bounty #", "bounty id", "bounty number"),
    "group": ("wg", "working group", "group"),
    "reimbursed": ("reimbursed",),
}
_COLUMN_OF = {name: column for column, names in _NAMES.items() for name in names}
_LONGEST_NAME = 80
_REQUIRED = {"network", "number", "title", "status"}
_MONEY = {"amount_asked", "amount_minted", "usd"}


@lru_cache(maxsize=1 << 12)
def _column_of(name: str) -> str | None:
    words = re.sub(r"([#$])", r" \1 ", re.sub(r"[\ufeff_.:?()\-]+", " ", name.lower()))
    return _COLUMN_OF.get(" ".join(words.split()))


def column_of(name: str) -> str | None:
    """Name the ledger's column for a printed heading: case, spaces, points and a byte-order mark do not matter."""
    return _column_of(name) if len(name) <= _LONGEST_NAME else None


def is_ledger(names: Sequence[str]) -> bool:
    """Tell whether headings are those of the spending ledger."""
    found = {column for name in names if (column := column_of(name))}
    return found >= _REQUIRED and bool(found & _MONEY)
