"""Numbers as people and spreadsheets wrote them: one reading, or none."""

import re
from dataclasses import dataclass
from decimal import Decimal

_PLAIN = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)
_COMMA_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_DOT_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(\.\d{3}){2,}(,\d+)?|[+-]?[1-9]\d{0,2}(\.\d{3})+,\d+", re.ASCII)
_SPACE_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}([ \u00a0\u202f]\d{3})+([.,]\d+)?", re.ASCII)
_MARK_GROUPS = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:['\u2019]\d{3})+|(?:_\d{3})+)([.,]\d+)?", re.ASCII)
_ONE_DOT_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}\.\d{3}", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_EXPONENT = re.compile(r"[+-]?\d+(\.\d+)?[eE][+-]?\d{1,2}", re.ASCII)
"""A number as spreadsheets write it."""
_NOTHING = {"", "-", "n/a", "na", "none", "null", "unknown", "n\\a", "\u2013", "\u2014"}


@dataclass(frozen=True, slots=True)
class NumberReading:
    """How a text reads as a number: the value or None, whether the cell is empty, and the repair that was needed."""

    value: Decimal | None
    empty: bool = False
    repair: str = ""


def read_number(text: str) -> NumberReading:
    """Read one number, with thousands in groups of any kind or a decimal comma where only one reading is left.

    ``1,234`` may be a thousand or one and a bit: it is read as grouped, as English sources write it, with the repair
    named. Units, names, ranges, digits of other scripts and what programs write for no number (``NaN``, ``Infinity``) are not
    numbers: their value is None. Never raises.
    """
    cell = text.strip().strip("`")
    if cell.lower() in _NOTHING:
        return NumberReading(None, empty=True)
    if len(cell) > 60:
        return NumberReading(None)
    if _PLAIN.fullmatch(cell):
        return NumberReading(Decimal(cell))
    if _COMMA_GROUPS.fullmatch(cell):
        return NumberReading(Decimal(cell.replace(",", "")), repair="read commas as thousands")
    if _DOT_GROUPS.fullmatch(cell):
        return NumberReading(Decimal(cell.replace(".", "").replace(",", ".")), repair="read dots as thousands")
    if _SPACE_GROUPS.fullmatch(cell):
        plain = re.sub(r"[ \u00a0\u202f]", "", cell).replace(",", ".")
        return NumberReading(Decimal(plain), repair="read spaces as thousands")
    if _MARK_GROUPS.fullmatch(cell):
        plain = re.sub("['\u2019_]", "", cell).replace(",", ".")
        return NumberReading(Decimal(plain), repair="read the marks between the digits as thousands")
    if _DECIMAL_COMMA.fullmatch(cell):
        return NumberReading(Decimal(cell.replace(",", ".")), repair="read the comma as decimal point")
    if _EXPONENT.fullmatch(cell) and not digits_are_lost(cell):
        return NumberReading(Decimal(cell), repair="read the exponent")
    return NumberReading(None)


def digits_are_lost(cell: str) -> bool:
    """Tell whether an exponent stands for more places than digits are written: ``1.2E+07`` may have been any near number."""
    return bool(_EXPONENT.fullmatch(cell)) and int(Decimal(cell).as_tuple().exponent) > 0


def read_integer(text: str) -> NumberReading:
    """Read one whole number; a value with a fraction is not one.

    What is counted has no fraction: the point in ``3.426`` can only set off thousands. ``3.000`` may be three, or three
    thousand, and is not read.
    """
    reading = read_number(text)
    if reading.value is not None and _ONE_DOT_GROUP.fullmatch(text.strip().strip("`")):
        if reading.value == reading.value.to_integral_value():
            return NumberReading(None)
        return NumberReading(reading.value.scaleb(3), repair="read dots as thousands")
    if reading.value is not None and reading.value != reading.value.to_integral_value():
        return NumberReading(None)
    return reading


def readings_of(text: str) -> tuple[Decimal, ...]:
    """Give every number that a figure can stand for which is only compared, never taken over.

    ``1,234`` may be a thousand or one and a bit, and ``1.234`` as well. Empty when the text is no number.
    """
    cell = text.strip()
    read = read_number(cell)
    if read.value is None:
        return ()
    if re.fullmatch(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}", cell):
        return tuple(dict.fromkeys((Decimal(cell.replace(",", ".")), Decimal(re.sub("[.,]", "", cell)))))
    return (read.value,)
