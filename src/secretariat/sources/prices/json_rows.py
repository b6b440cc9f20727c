"""Rows of exchange rates in a JSON answer."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from secretariat.facts.texts import quoted
from secretariat.sources.prices.rows import DAY_NAMES, MOST_ROWS, RATE_NAMES, PricesUnreadable, Row, Value, chosen
from secretariat.sources.prices.settings import Settings


def json_rows(answer: Any, settings: Settings) -> list[Row]:
    """Give the rows of an answer: objects, lists, or an object whose keys are days.

    Raises PricesUnreadable when there is no such list where the settings say.
    """
    found = _at(answer, settings.rows)
    if isinstance(found, Mapping):
        return _by_day(found, settings)
    if not isinstance(found, list):
        where = f"at {quoted(settings.rows)}" if settings.rows else "as its whole"
        raise PricesUnreadable(
            f"The answer with the exchange rates has no list {where}. Set [prices] rows to the keys that lead to it."
        )
    if len(found) > MOST_ROWS:
        raise PricesUnreadable(
            f"The answer holds more than {MOST_ROWS:,} exchange rates. Set an address that gives fewer."
        )
    first = next((row for row in found if isinstance(row, Mapping | list)), None)
    if isinstance(first, Mapping):
        names = [str(name) for name in first]
        day = settings.day or names[chosen(names, "", DAY_NAMES, "day")]
        rate = settings.rate or names[chosen(names, "", RATE_NAMES, "rate")]
    elif isinstance(first, list) and not (settings.day and settings.rate) and len(first) != 2:
        raise PricesUnreadable(
            f"Each exchange rate is a list of {len(first)} values. Set [prices] day and rate to their places, from 0."
        )
    else:
        day, rate = settings.day or "0", settings.rate or "1"
    return [Row(day=_value(_at(row, day)), rate=_value(_at(row, rate))) for row in found]


def _by_day(found: Mapping[str, Any], settings: Settings) -> list[Row]:
    if len(found) > MOST_ROWS:
        raise PricesUnreadable(
            f"The answer holds more than {MOST_ROWS:,} exchange rates. Set an address that gives fewer."
        )
    return [
        Row(day=day, rate=_value(_at(value, settings.rate) if settings.rate else value)) for day, value in found.items()
    ]


def _at(value: Any, path: str) -> Any:
    """Follow keys, and places of lists, with dots between them; None where the path leads nowhere."""
    if path and isinstance(value, Mapping) and path in value:
        return value[path]
    for part in path.split(".") if path else ():
        if isinstance(value, Mapping):
            value = value.get(part)
        elif isinstance(value, Sequence) and not isinstance(value, str) and part.isdecimal() and part.isascii():
            place = int(part) if len(part) < 10 else len(value)
            value = value[place] if place < len(value) else None
        else:
            return None
    return value


def _value(value: Any) -> Value:
    return value if isinstance(value, str | int | Decimal) and not isinstance(value, bool) else None
