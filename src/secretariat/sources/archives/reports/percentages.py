"""Percentages of reports: never taken over, only checked against the figures they are said to follow from."""

import re
from dataclasses import dataclass
from decimal import Decimal

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Reading
from secretariat.sources.archives.reading.numbers import readings_of
from secretariat.sources.archives.reports.figures import half_unit

_PERCENT = re.compile(r"[+-]?[0-9][0-9.,' \u00a0\u202f\u2019]{0,24}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Measured:
    """A figure, the most that rounding can have changed it, and how it was printed."""

    number: Decimal
    half: Decimal
    printed: str


def check_percentage(
    reading: Reading,
    subject: str,
    label: str,
    printed: str,
    start: Measured,
    end: Measured,
    line: int,
    *,
    falling: bool = False,
) -> None:
    """Compare a printed change with its start and end; whatever it says, the change is worked out anew elsewhere.

    A share may be rounded or cut off at its last printed place. Of a zero base there is no percentage: 0, 100 and Infinity have all been printed for it. That nothing stayed nothing
    (0 to 0, printed 0) is no claim and no problem. ``falling`` is for the inflation, which the reports work out from exchange
    rates that fall: as start over end, and in later ones as the fall over the start. ``subject`` tells the figure apart
    from all others of the file.
    """
    text = printed.strip().strip("`*").rstrip("% ")
    if not text:
        return
    if start.number == 0:
        if not (end.number == 0 and text in ("0", "0.0", "0.00", "0,0", "0,00", "+0", "-0")):
            _zero_base(reading, subject, label, printed, end, line)
        return
    claims = readings_of(text) if _PERCENT.fullmatch(text) else ()
    pairs = [(start, end)]
    if falling:
        pairs = [(end, start), (start, Measured(2 * start.number - end.number, end.half, ""))]
    if not any(_follows(claimed, base, other) for claimed in claims for base, other in pairs):
        _not_following(reading, subject, label, printed, start, end, line)


def _follows(claimed: Decimal, base: Measured, other: Measured) -> bool:
    """Say whether some values that are printed as these give the change that is printed."""
    allowed = (2 * half_unit(claimed) or Decimal(1)) + Decimal("0.001")
    changes = []
    for low in (base.number - base.half, base.number + base.half):
        if low == 0:
            return True
        for high in (other.number - other.half, other.number + other.half):
            changes.append((high - low) / low * 100)
    return min(changes) - allowed <= claimed <= max(changes) + allowed


def _zero_base(reading: Reading, subject: str, label: str, printed: str, end: Measured, line: int) -> None:
    reading.problem(
        "percentage-zero-base",
        line,
        subject=subject,
        what=f"{label}: the change from 0 to {end.printed} is written {quoted(printed)}; of 0 there is no percentage.",
        repair="Percentages are worked out anew; this one stays empty.",
        applied=True,
    )


def _not_following(
    reading: Reading, subject: str, label: str, printed: str, start: Measured, end: Measured, line: int
) -> None:
    reading.problem(
        "contradiction",
        line,
        subject=f"{subject} percentage",
        what=f"{label}: the change is written {quoted(printed)}, which does not follow from {start.printed} and "
        f"{end.printed}.",
        repair="Check the three figures against the chain; the two values are kept, the percentage is worked out anew.",
    )
