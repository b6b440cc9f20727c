"""The rate as price sources write it: one exact number, read in the convention that its whole column shows."""

import re
from collections.abc import Iterable
from decimal import Decimal

from secretariat.sources.archives.reading.numbers import read_number
from secretariat.sources.prices.rows import Value

_SIGNS = re.compile(r"^(usd|us\$|\$)\s*|\s*(usd|\$)$", re.IGNORECASE)
_EITHER = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
"""``1,234``: a thousand, or one and a bit."""

_EITHER_DOT = re.compile(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
_DECIMAL_COMMA = re.compile(r"[+-]?(0|[0-9]+(\.[0-9]{3})*),[0-9]+")
_GROUPS = re.compile(r"[+-]?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+|[+-]?[1-9][0-9]{0,2}(,[0-9]{3}){2,}")


def decimal_comma(values: Iterable[Value]) -> bool | None:
    """Tell from a whole column whether its commas are decimal ones; None where nothing, or both, is shown."""
    texts = [_bare(value) for value in values if isinstance(value, str)]
    commas = any(_DECIMAL_COMMA.fullmatch(text) and not _EITHER.fullmatch(text) for text in texts)
    groups = any(_GROUPS.fullmatch(text) for text in texts)
    return commas if commas != groups else None


def figure_of(value: Value, comma: bool | None) -> Decimal | None:
    """Read the number of one row; None when the row states none, or it has more than one reading. Never raises."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if value is None or len(value) > 60:
        return None
    text = _bare(value)
    if _EITHER.fullmatch(text):
        return None if comma is None else Decimal(text.replace(",", "." if comma else ""))
    if comma and _EITHER_DOT.fullmatch(text):
        return None
    return read_number(text).value


def _bare(text: str) -> str:
    return _SIGNS.sub("", text.strip()).strip()
