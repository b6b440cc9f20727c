"""Cells: how one value is written exactly, shown to readers, and kept harmless."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import cast

from secretariat.facts.amounts import Amount, decimal_text, token_text
from secretariat.facts.tables import Unit, Value

NUMBERS = ("integer", "amount", "decimal")

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Control signs, halves of surrogate pairs and non-characters: XML, UTF-8, terminals or databases refuse them."""

_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First signs with which a spreadsheet takes a text for a formula (OWASP, "CSV Injection")."""


def clean(text: str) -> str:
    """Put U+FFFD in the place of signs that no file we write may hold; line breaks and tabs stay."""
    return text if text.isprintable() else _UNPRINTABLE.sub("\ufffd", text)


def harmless(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would take for a formula, also behind leading blanks."""
    if _NUMBER.fullmatch(text):
        return text  # a number with its sign is no formula
    return f"'{text}" if text.startswith(_FORMULA_SIGNS) or text.lstrip(" \u00a0").startswith(_FORMULA_SIGNS) else text


def _amount(value: Value) -> str:
    return token_text(cast("Amount", value))


def _decimal(value: Value) -> str:
    return decimal_text(cast("Decimal", value))


def _boolean(value: Value) -> str:
    return "true" if value else "false"


def _text(value: Value) -> str:
    return clean(cast("str", value))


_WRITERS: dict[str, Callable[[Value], str]] = {
    "text": _text,
    "moment": _text,
    "integer": str,
    "amount": _amount,
    "decimal": _decimal,
    "boolean": _boolean,
}


def exact_writer(unit: Unit) -> Callable[[Value], str]:
    """Give the function that writes known values of a unit with exactly the digits that matter, amounts in tokens."""
    return _WRITERS[unit.type]


def shown_writer(unit: Unit) -> Callable[[Value], str]:
    """Give the function that shows known values of a unit to readers.

    Digits are all there; they are grouped by commas where the unit's spreadsheet format groups them, and filled up to
    the places of that format where it has some. Moments are UTC, as their column says, and so need no Z.
    """
    write = exact_writer(unit)
    if unit.type == "boolean":
        return lambda value: "yes" if value else "no"
    if unit.type == "moment":
        return lambda value: write(value).replace("T", " ").removesuffix("Z")
    if unit.type not in NUMBERS:
        return write
    grouping = "," in unit.cell_format
    places = format_places(unit)

    def show(value: Value) -> str:
        whole, _, part = write(value).partition(".")
        sign = "−" if whole.startswith("-") else ""
        digits = whole.lstrip("-")
        if grouping:
            digits = grouped(digits)
        part = part.ljust(places, "0")
        return f"{sign}{digits}{'.' + part if part else ''}"

    return show


def format_places(unit: Unit) -> int:
    """Count the decimal places of a unit's spreadsheet format."""
    return len(re.findall("[0#]", unit.cell_format.partition(".")[2]))


def grouped(digits: str) -> str:
    """Put a comma before every three digits from the right."""
    first = len(digits) % 3 or 3
    return ",".join([digits[:first], *(digits[place : place + 3] for place in range(first, len(digits), 3))])
