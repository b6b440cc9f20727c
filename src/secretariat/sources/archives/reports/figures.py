"""Cells of reports as figures: what a cell counts in, how it is read, and how exact its printing is."""

import re
from decimal import Decimal
from enum import Enum

from secretariat.facts.amounts import Rate, Usd, tokens
from secretariat.sources.archives.reading.numbers import read_integer, read_number
from secretariat.sources.archives.reports.amounts import LARGEST, Figure, token_figure

_DOLLARS = re.compile(r"\$|\busd\b", re.IGNORECASE)
_SECONDS = re.compile(r"\s*(s|sec|secs|seconds?)\.?$", re.IGNORECASE)
_SIZED = re.compile(r"(?P<number>.*?[0-9])\s*(?P<unit>b|bytes?|[kmgt]i?b)", re.IGNORECASE)
_COMMA_GROUP = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_UNITS = {"b": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_INFINITE = re.compile(r"[+-]?(infinity|inf|\u221e)", re.IGNORECASE)
_NO_VALUE = ("undefined", "nan")


class Kind(Enum):
    """What a figure counts in: the way its cell is read and its value is held."""

    COUNT = "count"
    TOKENS = "tokens"
    USD = "usd"
    RATE = "rate"
    SECONDS = "seconds"
    BYTES = "bytes"
    NUMBER = "number"


def read_cell(kind: Kind, cell: str) -> Figure:
    """Read a cell as one figure of its kind. Bytes stay in the unit they are written in: see ``content_bytes``."""
    text = cell.strip().strip("`*").strip()
    if len(text) > 200:
        return Figure(doubt=_doubt_of(kind))
    if _INFINITE.fullmatch(text):
        return Figure(doubt="the result of a division by zero")
    if text.lower() in _NO_VALUE:
        return Figure(doubt="what a program writes where it has no number")
    if kind is Kind.TOKENS:
        return token_figure(text)
    if kind is Kind.USD:
        text = _DOLLARS.sub("", text).strip()
    elif kind is Kind.SECONDS:
        text = _SECONDS.sub("", text)
    if kind in (Kind.RATE, Kind.SECONDS) and _COMMA_GROUP.fullmatch(text):
        return _with_comma(kind, text)
    read = read_integer(text) if kind is Kind.COUNT else read_number(text)
    if read.value is None:
        return Figure(empty=read.empty, doubt="" if read.empty else _doubt_of(kind))
    if abs(read.value) > LARGEST:
        return Figure(doubt="larger than any figure of its kind")
    return Figure(value=read.value, repair="" if read.repair == "read commas as thousands" else read.repair)


def _with_comma(kind: Kind, text: str) -> Figure:
    """Read ``6,014``: no block takes a thousand seconds, but a rate may be that high or that exact."""
    value = Decimal(text.replace(",", "."))
    if kind is Kind.SECONDS:
        return Figure(value=value, repair="read the comma as decimal point")
    return Figure(doubt=f"may be {value:f} or {text.replace(',', '')}")


def _doubt_of(kind: Kind) -> str:
    return "not one whole number" if kind is Kind.COUNT else "not one number"


def content_bytes(cell: str, label_unit: str | None) -> tuple[Figure, Decimal]:
    """Read a size of content as bytes, with the half of its last printed place in bytes (0 when it is exact).

    ``label_unit`` is the unit the label names (``MB``), or None; a unit in the cell itself goes first. A whole number
    without any unit is bytes; a fraction without any unit is in doubt. MB are 1,048,576 bytes, as the generator of the
    reports divides (``/ 1024 / 1024``); the product is rounded to whole bytes.
    """
    match = _SIZED.fullmatch(cell.strip()) if len(cell) <= 200 else None
    number, unit = (match["number"], match["unit"]) if match else (cell, label_unit)
    read = read_cell(Kind.NUMBER, number)
    if read.value is None:
        return read, Decimal(0)
    power = _UNITS[unit[0].lower()] if unit else 0
    if power == 0:
        if read.value == read.value.to_integral_value():
            return read, Decimal(0)
        return Figure(doubt="a size with a fraction and no unit"), Decimal(0)
    exact = read.value * 1024**power
    if exact > LARGEST:
        return Figure(doubt="larger than any figure of its kind"), Decimal(0)
    return Figure(value=exact.to_integral_value(), repair=read.repair), half_unit(read.value) * 1024**power


def half_unit(value: Decimal) -> Decimal:
    """Give half of the last printed decimal place, the most that rounding can have changed; 0 for whole numbers."""
    exponent = value.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return Decimal(5).scaleb(-places - 1) if places else Decimal(0)


def held(kind: Kind, value: Decimal) -> int | Decimal:
    """Turn a figure into the form its field holds: base units, whole numbers, or exact decimals.

    Raises ValueError when an amount of tokens is finer than one base unit.
    """
    if kind is Kind.TOKENS:
        return tokens(value)
    if kind is Kind.USD:
        return Usd(value)
    if kind is Kind.RATE:
        return Rate(value)
    if kind in (Kind.COUNT, Kind.BYTES):
        return int(value)
    return value
