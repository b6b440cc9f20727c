"""Amounts of tokens as reports write them: one sure reading, one reading after a repair, or none."""

import re
from dataclasses import dataclass
from decimal import Decimal

from secretariat.sources.archives.reading.numbers import read_number

_UNIT = re.compile(r"\s*(t?joy|tokens?)\s*$", re.IGNORECASE)
_SUFFIXED = re.compile(r"(?P<number>[0-9][0-9.,]{0,30}?)\s*(?P<suffix>k|thousand|m|mio|million)\.?", re.IGNORECASE)
_SMALL = re.compile(r"[0-9]{1,3}")
_FRACTION = re.compile(r"[0-9]{1,3}[.,](?:[0-9]{1,2}|[0-9]{4,8})")
_ONE_GROUP = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_WHOLE = re.compile(r"[0-9]+|[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:\.[0-9]{3})+)")
_BARE_GROUP = re.compile(r"[+-]?[0-9]{1,3}\.[0-9]{3}")
_TIMES = {"k": 10**3, "thousand": 10**3, "m": 10**6, "mio": 10**6, "million": 10**6}
LARGEST = Decimal(10) ** 18
"""No chain of this project ever counted as many tokens; a larger figure is damage."""


@dataclass(frozen=True, slots=True)
class Figure:
    """How a cell reads as a number.

    ``value`` is None when the cell is empty (``empty``) or has no single reading (``doubt`` says why). ``repair`` says
    what had to be done to a value that was written in another way; ``spelled`` that it was words, not damage.
    """

    value: Decimal | None = None
    empty: bool = False
    doubt: str = ""
    repair: str = ""
    spelled: bool = False


def token_figure(text: str) -> Figure:
    """Read an amount of tokens.

    Sure: whole numbers, grouped by commas or not, with ``JOY``, ``tJOY`` or ``tokens`` behind. One reading: ``123k``,
    ``1.5M``. None: three digits behind one point (``2.000M`` may be two or two thousand million, ``385.000`` may be
    385 or 385,000) and a thousand or more before a suffix (``500000k``), which nobody writes for what it says.
    """
    if len(text) > 200:
        return Figure(doubt="not one number")
    cell = _UNIT.sub("", text.strip().strip("`*").strip())
    match = _SUFFIXED.fullmatch(cell)
    if match:
        return _suffixed(match["number"], match["suffix"].lower())
    if _BARE_GROUP.fullmatch(cell):
        whole = cell.replace(".", "")
        return Figure(doubt=f"may be {Decimal(cell).normalize():f} or {int(whole):,}")
    read = read_number(cell)
    if read.value is not None and abs(read.value) > LARGEST:
        return Figure(doubt="larger than 10^18, and than any amount of tokens there ever was")
    if read.value is None and not read.empty:
        return Figure(doubt="not one number")
    repair = "" if read.repair == "read commas as thousands" else read.repair
    return Figure(value=read.value, empty=read.empty, repair=repair)


def _suffixed(number: str, suffix: str) -> Figure:
    times = _TIMES[suffix]
    word = "thousand" if times == 10**3 else "million"
    if _SMALL.fullmatch(number) or _FRACTION.fullmatch(number):
        value = Decimal(number.replace(",", ".")) * times
        return Figure(value=value, repair=f"read the suffix as {word}", spelled=True)
    if _ONE_GROUP.fullmatch(number):
        low = int(Decimal(number.replace(",", ".")) * times)
        high = int(re.sub(r"[.,]", "", number)) * times
        return Figure(doubt=f"may be {low:,} or {high:,}")
    digits = re.sub(r"[.,]", "", number)
    if _WHOLE.fullmatch(number) and len(digits) <= 15:
        return Figure(doubt=f"may be {int(digits):,} or {int(digits) * times:,}")
    return Figure(doubt="not one number")
