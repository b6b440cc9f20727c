"""The number cells of the spending ledger: one exact figure, or the damage that keeps it from being read."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from secretariat.facts.amounts import tokens
from secretariat.sources.archives.reading.numbers import digits_are_lost, read_number

Unit = Literal["tokens", "usd", "rate"]

_ERROR = re.compile(r"#(REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR!)|#{3,}", re.IGNORECASE)
_MONTH = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
    r"|m\u00e4r|mrz|mai|okt|dez|ene|abr|ago|dic|\u044f\u043d\u0432|\u0444\u0435\u0432|\u043c\u0430\u0440|\u0430\u043f\u0440"
    r"|\u043c\u0430\u0439|\u0438\u044e\u043d|\u0438\u044e\u043b|\u0430\u0432\u0433|\u0441\u0435\u043d|\u043e\u043a\u0442|\u043d\u043e\u044f|\u0434\u0435\u043a)[^\W\d_]{0,7}\.?"
)
_DATE = re.compile(
    rf"\d{{1,4}}[-/. ]{_MONTH}([-/. ]\d{{2,4}})?|{_MONTH}[-/. ]?\d{{1,4}}"
    r"|\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?|\d{4}-\d{2}(-\d{2})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}:\d{2}(:\d{2})?",
    re.IGNORECASE,
)
_DOLLARS = re.compile(r"(?:US?\$|\$|USD)\s*(?P<before>.*\d)|(?P<after>.*\d)\s*(?:US?\$|\$|USD)", re.IGNORECASE)
_TOKENS = re.compile(r"(?P<after>.*\d)\s*t?JOYs?|t?JOYs?\s*(?P<before>\d.*)", re.IGNORECASE)
_ONE_GROUP = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_ZERO_COMMA = re.compile(r"[+-]?0+,\d+", re.ASCII)
_COMMA_IS_POINT = re.compile(r"[+-]?(\d+|\d{1,3}(\.\d{3})+),\d+", re.ASCII)
_POINT_IS_POINT = re.compile(r"[+-]?(\d+|\d{1,3}(,\d{3})+)\.\d+", re.ASCII)

_LONGEST_CELL = 80
_ENOUGH_PROOFS = 3

MOST_DIGITS = 28
"""Digits before the point that any figure may have: no path carries more than 38 digits of 10^-10 token."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """How a cell reads as a figure: the value, or None with ``damage`` in words; ``repair`` if it had to be repaired.

    ``candidates`` are the readings of a cell that has exactly two. ``other`` is the reading that only the way in which the rest
    of the file writes figures speaks against.
    """

    value: Decimal | None = None
    repair: str = ""
    damage: str = ""
    code: str = "spreadsheet-damage"
    candidates: tuple[Decimal, ...] = ()
    other: Decimal | None = None


def commas_group(cells: Iterable[str], *, expected: bool) -> bool:
    """Tell from a file's own figures whether ``1,234`` can only be a thousand and ``1.234`` only one and a bit.

    ``expected`` says so for a file in which no figure shows which mark is the decimal point.
    """
    comma = point = False
    for cell in cells:
        text = cell.strip()
        if not _ONE_GROUP.fullmatch(text):
            comma = comma or bool(_COMMA_IS_POINT.fullmatch(text))
            point = point or bool(_POINT_IS_POINT.fullmatch(text))
    return point and not comma if point or comma else expected


def points_group(cells: Iterable[str]) -> bool:
    """Tell whether a file's own figures prove that its comma is the decimal point, so that ``1.234`` is a thousand.

    Some figures must show it and none the contrary.
    """
    commas = 0
    for cell in cells:
        text = cell.strip()
        if not _ONE_GROUP.fullmatch(text):
            if _POINT_IS_POINT.fullmatch(text):
                return False
            commas += bool(_COMMA_IS_POINT.fullmatch(text))
    return commas >= _ENOUGH_PROOFS


def read_figure(text: str, unit: Unit, *, grouped: bool, points: bool = False) -> Figure:
    """Read one figure of tokens, dollars or dollars for one token. Never raises.

    ``grouped`` is what ``commas_group`` found, ``points`` what ``points_group`` did. A cell may carry the unit of its own column, never that of another.
    """
    cell = text.strip().removeprefix("'").strip()
    if len(cell) > _LONGEST_CELL:
        return Figure(damage="is not one number", code="amount-unparsable")
    return _figure(cell, unit, grouped, points, cell == text.strip())


@lru_cache(maxsize=1 << 13)
def _figure(cell: str, unit: Unit, grouped: bool, points: bool, whole: bool) -> Figure:
    """Read a cell; ``whole`` says that nothing was taken off it yet."""
    if _ERROR.fullmatch(cell):
        return Figure(damage="holds the error value of a spreadsheet")
    if _DATE.fullmatch(cell):
        return Figure(damage="holds a date, which a spreadsheet made of a number that can no longer be told")
    plain = _without_unit(cell, unit)
    if plain is None:
        return Figure(damage="carries the unit of another column", code="amount-unparsable")
    if plain.startswith("."):
        plain = f"0{plain}"
    if points and _ONE_GROUP.fullmatch(plain):
        comma = "," in plain
        value = Decimal(plain.replace(",", ".") if comma else plain.replace(".", ""))
        found = _sized(value, "read the comma as decimal point" if comma else "read dots as thousands", unit)
        return replace(found, other=Decimal(plain.replace(",", "") if comma else plain))
    if not grouped and _ONE_GROUP.fullmatch(plain):
        readings = (Decimal(plain.replace(",", ".")), Decimal(plain.replace(",", "").replace(".", "")))
        return Figure(damage="may be in thousands or with three decimals", candidates=readings)
    if _ZERO_COMMA.fullmatch(plain):
        value, repair = Decimal(plain.replace(",", ".")), "read the comma as decimal point"
    else:
        reading = read_number(plain)
        if reading.empty:
            return Figure() if plain == cell else Figure(damage="is not one number", code="amount-unparsable")
        if reading.value is None and digits_are_lost(plain):
            return Figure(damage="is cut to a few digits and an exponent; the other digits are lost")
        if reading.value is None:
            return Figure(damage="is not one number", code="amount-unparsable")
        value, repair = reading.value, reading.repair
    return _sized(
        value,
        repair
        or ("read without what stands beside the digits" if not whole or plain not in (cell, f"0{cell}") else ""),
        unit,
    )


def _sized(value: Decimal, repair: str, unit: Unit) -> Figure:
    if value and value.adjusted() >= MOST_DIGITS:
        return Figure(
            damage=f"is larger than any amount can be, which has at most {MOST_DIGITS} digits before the point",
            code="amount-unparsable",
        )
    if unit == "tokens":
        try:
            tokens(value)
        except ValueError:
            return Figure(damage="is finer than the smallest part of a token (10 decimals)", code="amount-unparsable")
    return Figure(value=value, repair=repair)


def _without_unit(cell: str, unit: Unit) -> str | None:
    """Take a unit off a cell; None when it is the unit of another column."""
    for pattern, owner in ((_DOLLARS, "usd"), (_TOKENS, "tokens")):
        match = pattern.fullmatch(cell)
        if match:
            own = owner == "tokens" if unit == "tokens" else owner == "usd"
            return (match["before"] or match["after"]).strip() if own else None
    return cell
