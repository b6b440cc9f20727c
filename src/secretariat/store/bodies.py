"""Bodies: values of the desk as JSON with the number of their shape, and back."""

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from pydantic import TypeAdapter

from secretariat.desk.acts import canonical

V = TypeVar("V")

SCHEMA = 1
"""The shape that is written now."""

UPCASTERS: Mapping[tuple[str, int], Callable[[dict[str, Any]], dict[str, Any]]] = {}
"""By the name of a class and the number of an older shape, what turns such a body into one of the next number."""


_ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def _adapter(cls: type) -> TypeAdapter[Any]:
    """Give what writes and reads a class, made once: it takes milliseconds."""
    if cls not in _ADAPTERS:
        _ADAPTERS[cls] = TypeAdapter(cls)
    return _ADAPTERS[cls]


def written(value: object) -> str:
    """Write a frozen value as JSON that is the same for equal values, with the number of its shape."""
    return canonical({"schema": SCHEMA, **_adapter(type(value)).dump_python(value, mode="json")})


def read(cls: type[V], text: str) -> V:
    """Read a value back, whatever shape it was written in. Raises ValueError for what is none, or of a newer version of the program."""
    found: V = _adapter(cls).validate_python(content(cls.__name__, text))
    return found


def content(name: str, text: str) -> dict[str, Any]:
    """Give a body's content in the shape that is written now, without the number. Raises ValueError for what is no such body, or a newer shape."""
    body = _object(text)
    schema = number(body.pop("schema", None))
    while (name, schema) in UPCASTERS:
        body, schema = UPCASTERS[name, schema](body), schema + 1
    if schema != SCHEMA:
        raise ValueError(f"a {name} of shape {schema}; this version knows shapes up to {SCHEMA}")
    return body


def _object(text: str) -> dict[str, Any]:
    """Read a JSON object. Raises ValueError for anything else."""
    try:
        found = json.loads(text)
    except RecursionError as error:
        raise ValueError("JSON that is nested too deep") from error
    if not isinstance(found, dict):
        raise ValueError("no JSON object")  # noqa: TRY004 - whoever reads a body expects one error
    return found


def number(value: object) -> int:
    """Give a whole number of a body. Raises ValueError for anything else, also for a truth value."""
    if type(value) is not int:
        raise ValueError(f"{str(value)[:60]!r} is no whole number")
    return value
