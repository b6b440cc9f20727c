"""The fields of facts: what kind of value each holds, how a person writes one and how one is shown."""

import dataclasses
import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation, localcontext
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from secretariat.facts.amounts import Amount, decimal_text, token_text, tokens
from secretariat.facts.moments import Moment, moment_of

FieldType = Literal["text", "integer", "amount", "decimal", "moment", "boolean", "other"]

_SHORT_NUMBER = re.compile(r"([+-]?(?:\d{1,50}|[1-9]\d{0,2}(?:,\d{3}){1,12})(?:\.\d{1,50})?) ?([kKmM])", re.ASCII)
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?:(?:,\d{3})+|(?:_\d{3})+)(?:\.\d+)?", re.ASCII)
_GROUPS = "commas stand only between whole groups of three digits, and a point before the decimals, as in 1,234,567.5"

_OF_CLASS: dict[Any, FieldType] = {str: "text", int: "integer", bool: "boolean", Decimal: "decimal"}


@cache
def field_types(cls: type) -> dict[str, FieldType]:
    """Tell for each field of a fact class what it holds; ``other`` for lists and nested facts."""
    hints = get_type_hints(cls)
    return {field.name: _type_of(hints[field.name]) for field in dataclasses.fields(cls)}


def _type_of(hint: Any) -> FieldType:
    if get_origin(hint) is Union or type(hint).__name__ == "UnionType":
        rest = [part for part in get_args(hint) if part is not type(None)]
        return _type_of(rest[0]) if len(rest) == 1 else "other"
    if hint is Amount:
        return "amount"
    if hint is Moment:
        return "moment"
    base = getattr(hint, "__supertype__", hint)
    return _OF_CLASS.get(base, "other")


@cache
def optional_fields(cls: type) -> frozenset[str]:
    """Name the fields of a fact class that may be unknown."""
    hints = get_type_hints(cls)
    return frozenset(name for name, hint in hints.items() if type(None) in get_args(hint))


def beyond_measure(type_: FieldType, value: object) -> bool:
    """Tell whether a number is larger or finer than any figure can be, and than the store can hold.

    Integers have 64 bits, amounts 38 digits of base units, decimals 40 digits before and after the point.
    """
    if value is None or isinstance(value, bool):
        return False
    if isinstance(value, int):
        return abs(value) >= (10**38 if type_ == "amount" else 2**63)
    if isinstance(value, Decimal):
        return not value.is_finite() or value.adjusted() > 40 or int(value.as_tuple().exponent) < -40
    return False


def limit_of(type_: FieldType) -> str:
    """Say in words how large and how fine a number of a type can be; empty for what is no number."""
    return {
        "integer": "a whole number is at most 9,223,372,036,854,775,807",
        "amount": "an amount has at most 28 digits before the point and 10 behind it, in tokens",
        "decimal": "a number has at most 41 digits before the point and 40 behind it",
    }.get(type_, "")


def value_from_text(type_: FieldType, text: str) -> object:
    """Read a value a person typed: amounts in tokens, moments as ISO dates, ``yes`` or ``no``; empty means unknown.

    Raises ValueError with words for the person when the text is no such value.
    """
    cell = text.strip()
    if not cell:
        return None
    if type_ == "other":
        raise ValueError("this field holds several values and cannot be set from the command line")
    if type_ == "text":
        return cell
    if type_ == "moment":
        return _moment(cell)
    if type_ == "boolean":
        if cell.lower() not in ("yes", "no", "true", "false"):
            raise ValueError(f"write yes or no, not {cell!r}")
        return cell.lower() in ("yes", "true")
    expected = {"integer": "a whole number", "amount": "a number of tokens", "decimal": "a number"}[type_]
    plain = without_groups(cell)
    if plain is None:
        raise ValueError(f"write {expected}, not {cell!r}: {_GROUPS}")
    try:
        value: Decimal | int | None = (
            int(plain) if type_ == "integer" else tokens(plain) if type_ == "amount" else Decimal(plain)
        )
    except (ValueError, InvalidOperation):
        value = None
    if value is None or beyond_measure(type_, value):
        raise ValueError(f"write {expected}, not {cell!r}; {limit_of(type_)}")
    return value


def without_groups(typed: str) -> str | None:
    """Take the commas (or low lines) out of a number typed in groups of three digits; a number without them stays.

    Gives None where they stand anywhere else: a comma before decimals, such as ``12,5``, is never taken for thousands.
    """
    if "," not in typed and "_" not in typed:
        return typed
    return re.sub("[,_]", "", typed) if _GROUPED.fullmatch(typed) else None


def written_out(text: str) -> str:
    """Write a number of thousands or millions with all its digits: ``600k``, ``1.5M``; any other text stays."""
    found = _SHORT_NUMBER.fullmatch(text.strip())
    if found is None:
        return text
    with localcontext(prec=200):
        number = Decimal(found[1].replace(",", "")).scaleb(3 if found[2] in "kK" else 6)
    return decimal_text(number)


def _moment(cell: str) -> Moment:
    try:
        if len(cell) == len("2021-06-22"):
            return Moment(date.fromisoformat(cell).isoformat())
        at = datetime.fromisoformat(cell)
    except ValueError as error:
        raise ValueError(f"write a date such as 2021-06-22 or 2021-06-22T18:00:00Z, not {cell!r}") from error
    return moment_of(at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC))


def text_of_value(type_: FieldType, value: object) -> str:
    """Show a field's value as a person would type it; unknown is empty."""
    if value is None:
        return ""
    if type_ == "amount" and isinstance(value, int):
        return token_text(Amount(value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return decimal_text(value)
    return str(value)
