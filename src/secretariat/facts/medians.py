"""The median, exact: of two middle values it is halfway between them."""

from collections.abc import Iterable
from decimal import Decimal


def median(values: Iterable[int | None]) -> Decimal | None:
    """Give the exact median of the known values, in their unit: halves are possible, other fractions are not. None of none."""
    known = sorted(value for value in values if value is not None)
    if not known:
        return None
    middle = len(known) // 2
    doubled = known[middle] + known[-1 - middle]
    return Decimal(f"{doubled * 5}E-1") if doubled % 2 else Decimal(doubled // 2)
