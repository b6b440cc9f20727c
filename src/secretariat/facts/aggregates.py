"""Aggregates: one exact figure from many cells, None among them left out."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from secretariat.facts.tables import COUNT, Unit, Value
from secretariat.facts.views import How

MEAN_PLACES = 4
"""Decimal places a mean of whole numbers is rounded to, half to even. Means of finer figures keep their places."""

UNKNOWN_COUNTED = ("sum", "mean", "min", "max")
"""Ways whose figure says less when cells are not known, so that those are counted beside it."""

_NUMBERS = ("integer", "amount", "decimal")


def folded_unit(unit: Unit, how: How) -> Unit | None:
    """Give the unit of an aggregate of a column, or None where there is no such aggregate."""
    if how == "count":
        return COUNT
    if how == "last":
        return unit
    if how in ("min", "max"):
        return unit if unit.type in (*_NUMBERS, "moment") else None
    if unit.type not in _NUMBERS:
        return None
    if how == "mean" and unit.type == "integer":
        return replace(unit, type="decimal", cell_format="#,##0.00")
    return unit


def folded(cells: Sequence[Value], unit: Unit, how: How) -> Value:
    """Fold the known cells of a column into one figure, exact but for means, which are rounded half to even.

    ``count`` counts the known cells and ``last`` gives the last of them. Without a known cell the figure is None, never
    0. A mean of amounts is rounded to a base unit.
    """
    known = [cell for cell in cells if cell is not None]
    if how == "count":
        return len(known)
    if not known:
        return None
    if how == "last":
        return known[-1]
    if how == "min":
        return min(known)
    if how == "max":
        return max(known)
    places = max(0, *(_places(cell) for cell in known), 0)
    total = sum(_scaled(cell, places) for cell in known)
    if how == "sum":
        return _unscaled(total, places) if unit.type == "decimal" else total
    if unit.type == "amount":
        return round(Fraction(total, len(known)))
    wanted = max(places, MEAN_PLACES)
    return _unscaled(round(Fraction(total * 10 ** (wanted - places), len(known))), wanted)


def _places(cell: Value) -> int:
    """Count the decimal places of a number."""
    return max(0, -int(cell.as_tuple().exponent)) if isinstance(cell, Decimal) else 0


def _scaled(cell: Value, places: int) -> int:
    """Give a number times 10^places as a whole number, without the rounding of a decimal context."""
    factor: int = 10**places
    if not isinstance(cell, Decimal):
        return int(cell or 0) * factor
    return int(Fraction(cell) * factor)


def _unscaled(whole: int, places: int) -> Decimal:
    """Give a whole number divided by 10^places, without the rounding of a decimal context."""
    return Decimal((1 if whole < 0 else 0, tuple(map(int, str(abs(whole)))), -places))
