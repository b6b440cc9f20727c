"""Percentages, always worked out here and never taken over from a source."""

from decimal import ROUND_HALF_UP, Decimal, localcontext


def percent_of(part: Decimal | int | None, base: Decimal | int | None) -> Decimal | None:
    """Give ``part`` in percent of ``base``, rounded to 0.01; None when either is not known or the base is zero."""
    if part is None or base is None or base == 0:
        return None
    with localcontext() as context:
        context.prec = 60 + 2 * max(len(str(part)), len(str(base)))
        share = Decimal(part) * 100 / Decimal(base)
        return share.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def percent_change(start: Decimal | int | None, end: Decimal | int | None) -> Decimal | None:
    """Give the change from ``start`` to ``end`` in percent of ``start``, rounded to 0.01; None for a zero start."""
    return None if start is None or end is None else percent_of(end - start, start)
