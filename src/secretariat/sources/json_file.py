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


class _Refused(ValueError):
    pass


def read_json(text: str, schema: Mapping[str, Any], wrong: Callable[[str], SecretariatError]) -> Any:
    """Read a text as JSON that fits a schema; numbers with a fraction are Decimal. Raises what ``wrong`` makes of the places and what to give there."""
    try:
        given = json.loads(text, object_pairs_hook=_once, parse_float=Decimal, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise wrong(f"not JSON: {error.msg} in line {error.lineno}, column {error.colno}") from error
    except _Refused as error:
        raise wrong(str(error)) from error
    except (RecursionError, ValueError) as error:
        raise wrong("nested too deeply, or a number too long") from error
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
        case "maxLength":
            return f"this is longer than {rule:,} characters"
        case "maxItems":
            return f"there are more than {rule:,}"
        case "oneOf":
            return "this is none of what it can be; the contract says what it is"
        case _:
            return words(error)


def _no_number(name: str) -> Any:
    raise _Refused(f"{name} is no number")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; a member that is there twice is refused, since nobody knows which was meant."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names = [name for name, _ in pairs]
        raise _Refused(f"{next(name for name in names if names.count(name) > 1)!r} is given twice in one object")
    return made
