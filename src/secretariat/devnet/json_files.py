"""Files that people write in JSON: read, checked against a schema, and told in one sentence where they are wrong."""

import json
import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import jsonschema

_LONGEST = 300
"""So many letters of a complaint are told at the most: a schema's own may repeat half of the file."""


class FileWrong(ValueError):
    """What is wrong with a file's text, with its place as a path of JSON."""


def read(text: bytes, schema: Mapping[str, Any]) -> Any:
    """Read a document that keeps to a schema. Raises FileWrong."""
    try:
        document = json.loads(text, object_pairs_hook=_no_repeats, parse_float=_number, parse_constant=_no_number)
    except FileWrong:
        raise
    except UnicodeDecodeError as error:
        raise FileWrong(f"not UTF-8 at byte {error.start}") from error
    except json.JSONDecodeError as error:
        raise FileWrong(f"no JSON at line {error.lineno}, column {error.colno}: {error.msg}") from error
    except ValueError as error:
        raise FileWrong(f"a number has more digits than anything needs: {error}"[:_LONGEST]) from error
    except RecursionError as error:
        raise FileWrong("its JSON is nested too deeply") from error
    _check_texts(document)
    check(document, schema)
    return document


def check(value: Any, schema: Mapping[str, Any], *above: str | int) -> None:
    """Hold a value against a schema; ``above`` is the way to it within its file. Raises FileWrong."""
    wrong = jsonschema.exceptions.best_match(_Strict(schema).iter_errors(value))
    if wrong is not None:
        raise FileWrong(f"{place_of([*above, *wrong.absolute_path])}: {wrong.message[:_LONGEST]}")


def place_of(path: list[Any]) -> str:
    """Write the way to a value: ``acts[3].arguments.amount``."""
    told = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return told.lstrip(".")[:_LONGEST] or "the whole file"


def _is_integer(_checker: Any, value: Any) -> bool:
    """Take whole numbers as they were read, which a truth value is none of."""
    return isinstance(value, int) and not isinstance(value, bool)


_Strict = jsonschema.validators.extend(  # type: ignore[no-untyped-call]
    jsonschema.Draft202012Validator,
    type_checker=jsonschema.Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object of JSON; a name that comes twice is a slip. Raises FileWrong."""
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise FileWrong(f"the name {twice[:_LONGEST]!r} comes twice in one object")
    return found


_LONGEST_WHOLE = 40
"""Digits up to which a number with a point or an exponent is taken as the whole number that it is."""


def _number(text: str) -> int | float:
    """Read a number with a point or an exponent: one that is whole is a whole number, as JSON Schema has it. Raises FileWrong."""
    try:
        exact = Decimal(text) if len(text) < _LONGEST else None
    except ArithmeticError as error:  # an exponent that no number of the decimal module has
        raise FileWrong(f"{text[:40]} is too large or too small a number") from error
    if exact is not None and exact.adjusted() < _LONGEST_WHOLE and exact == exact.to_integral_value():
        return int(exact)
    if math.isinf(float(text)):
        raise FileWrong(f"{text[:40]} is too large a number")
    return float(text)


def _no_number(word: str) -> Any:
    """Refuse NaN and Infinity, which JSON does not have and Python reads."""
    raise FileWrong(f"{word} is no number of JSON")


def _check_texts(value: Any) -> None:
    """Refuse halves of surrogate pairs, which JSON can write and UTF-8 cannot. Raises FileWrong."""
    for inner, path in _texts(value, []):
        try:
            inner.encode()
        except UnicodeEncodeError as error:
            place = place_of(path).encode("utf-8", "replace").decode()
            raise FileWrong(f"{place}: half of a surrogate pair at {error.start}") from None


def _texts(value: Any, path: list[Any]) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(value, str):
        yield value, path
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name, path
            yield from _texts(inner, [*path, name])
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, [*path, number])
