"""JSON that a person wrote: read with its errors in words, and held against a published schema."""

import json
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from secretariat.errors import SecretariatError
from secretariat.sources.schema_words import words

_SHOWN = 5
"""So many things that are wrong are told of."""


NOT_BLANK = r"\S"
"""The pattern of a schema for words that are not blank."""


class _Refused(ValueError):
    pass


LONGEST_WHOLE = 40
"""Digits up to which a number with a point or an exponent is taken as the whole number that it is (``1.0``, ``2e3``)."""


def parsed(text: str, wrong: Callable[[str], SecretariatError]) -> Any:
    """Read a text as JSON, the same way for every file that a person gives. Raises what ``wrong`` makes of the words.

    A number that is whole is an int however it is written, as JSON Schema has it; another one is Decimal. What is given twice in one
    object is refused, and so are NaN and Infinity.
    """
    try:
        return json.loads(text, object_pairs_hook=_once, parse_float=_number, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise wrong(f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    except _Refused as error:
        raise wrong(str(error)) from error
    except (RecursionError, ValueError) as error:
        raise wrong("nested too deeply, or a number too long") from error


def read_json(text: str, schema: Mapping[str, Any], wrong: Callable[[str], SecretariatError]) -> Any:
    """Read a text as ``parsed`` does, as JSON that fits a schema. Raises what ``wrong`` makes of the places and what to give there."""
    given = parsed(text, wrong)
    errors = sorted(Draft202012Validator(schema).iter_errors(given), key=lambda error: list(map(str, error.path)))
    if errors:
        told = [f"{path_of(error.absolute_path)}: {_said(error)}" for error in errors[:_SHOWN]]
        raise wrong("; ".join(told) + (f"; and {len(errors) - _SHOWN} more" if len(errors) > _SHOWN else ""))
    return given


def path_of(steps: Iterable[str | int]) -> str:
    """Write a JSON path: ``$.payees[0].amount``."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)


def _said(error: ValidationError) -> str:
    rule: Any = error.validator_value
    match error.validator:
        case "const":
            return f"this is not {json.dumps(rule)}"
        case "minLength":
            return "this is empty"
        case "pattern" if rule == NOT_BLANK:
            return "this is empty, or nothing but blanks"
        case "maxLength":
            return f"this is longer than {rule:,} characters"
        case "maxItems":
            return f"there are more than {rule:,}"
        case "oneOf":
            return f"this is none of what it can be; {_give(error) or 'the contract says what it is'}"
        case "type" if give := _give(error):
            return f"{words(error)}; {give}"
        case _:
            return words(error)


def _give(error: ValidationError) -> str:
    """Say what to give by the examples that the schema has at a place; empty where it has none."""
    asked_by: Any = error.schema
    given = [json.dumps(one, ensure_ascii=False) for one in asked_by.get("examples", ())]
    return f"give {', '.join(given[:-1])} or {given[-1]}" if len(given) > 1 else ""


def _number(text: str) -> int | Decimal:
    try:
        number = Decimal(text)
    except ArithmeticError as error:  # an exponent that no number of the decimal module has
        raise _Refused(f"{text[:20]} is too large or too small a number") from error
    whole = number.adjusted() < LONGEST_WHOLE and number == number.to_integral_value()
    return int(number) if whole else number


def _no_number(name: str) -> Any:
    raise _Refused(f"{name} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; a member that is there twice is refused, since nobody knows which was meant."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Refused(f"{next(name for name in names if names.count(name) > 1)!r} is given twice in one object")
    return made
