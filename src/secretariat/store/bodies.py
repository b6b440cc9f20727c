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
    """Read a value back, whatever shape it was written in. Raises ValueError for one of a newer version of the program."""
    found: V = _adapter(cls).validate_python(content(cls.__name__, text))
    return found


def content(name: str, text: str) -> dict[str, Any]:
    """Give a body's content in the shape that is written now, without the number. Raises ValueError for a newer shape."""
    body: dict[str, Any] = json.loads(text)
    schema = body.pop("schema")
    while schema < SCHEMA:
        body, schema = UPCASTERS[name, schema](body), schema + 1
    if schema != SCHEMA:
        raise ValueError(f"a {name} of shape {schema}; this version knows shapes up to {SCHEMA}")
    return body
