"""Rows of a price source as they are written, and which of their columns hold the day and the rate."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from secretariat.errors import SecretariatError
from secretariat.facts.texts import on_one_line, quoted

Value = str | int | Decimal | None

MOST_ROWS = 100_000

DAY_NAMES = frozenset({"day", "date", "datum", "time", "timestamp", "datetime", "snapped_at"})
RATE_NAMES = frozenset(
    {"rate", "price", "usd", "close", "kurs", "exchange_rate", "price_usd", "usd_price", "usd_per_token", "usd_per_joy"}
)


class PricesUnreadable(SecretariatError):
    """The source of exchange rates has another shape than the settings say; what was known from it stays."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """One row: its day and its rate as written (None where the row has none), and its line (1 for JSON)."""

    day: Value
    rate: Value
    line: int = 1


def chosen(names: Sequence[str], wanted: str, usual: frozenset[str], setting: str) -> int:
    """Find the column that a setting names, or the one with a usual name where it names none.

    Raises PricesUnreadable when none, or more than one, is meant.
    """
    if wanted:
        found = [place for place, name in enumerate(names) if name.strip() == wanted]
    else:
        found = [place for place, name in enumerate(names) if _plain(name) in usual]
    if len(found) == 1:
        return found[0]
    listed = on_one_line(", ".join(quoted(name, 30) for name in names), 200) or "none"
    which = f"no column is {quoted(wanted)}" if wanted else f"no column alone looks like the {setting}"
    raise PricesUnreadable(
        f"Of the columns of the exchange rates, {which}; there are: {listed}. Set [prices] {setting}."
    )


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", name.strip().lower()).strip("_")
