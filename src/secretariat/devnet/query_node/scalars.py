"""The schema's own scalars: how they are kept in rows, written in answers and read from filters.

BigInt is an int in rows and decimal text in answers; DateTime is milliseconds since 1970 in rows and ISO 8601 in UTC with
milliseconds in answers; Bytes are bytes in rows and ``0x`` hex in answers.
"""

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

from graphql import GraphQLError, GraphQLScalarType, ValueNode, value_from_ast_untyped

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@lru_cache(maxsize=1 << 16)
def moment_text(milliseconds: int) -> str:
    """Write a moment as the query node does: ``2022-12-09T20:00:06.000Z``."""
    moment = _EPOCH + timedelta(milliseconds=milliseconds)
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def _moment_of(value: Any) -> int:
    if not isinstance(value, str):
        raise GraphQLError(f"DateTime cannot represent an invalid date: {value!r}")
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise GraphQLError(f"DateTime cannot represent an invalid date-time-string {value}.") from error
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return (aware - _EPOCH) // timedelta(milliseconds=1)


def _whole_of(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise GraphQLError(f"BigInt cannot represent {value!r}")
    try:
        return int(value)
    except ValueError as error:
        raise GraphQLError(f"BigInt cannot represent {value!r}") from error


def _bytes_of(value: Any) -> bytes:
    try:
        return bytes.fromhex(str(value).removeprefix("0x"))
    except ValueError as error:
        raise GraphQLError(f"Bytes cannot represent {value!r}") from error


def _object_of(value: Any) -> Any:
    if not isinstance(value, dict):
        raise GraphQLError(f"JSONObject cannot represent non-object value: {value!r}")
    return value


def _whole_literal(node: ValueNode, _: Any = None) -> int:
    return _whole_of(getattr(node, "value", None))


def _object_literal(node: ValueNode, variables: Any = None) -> Any:
    return _object_of(value_from_ast_untyped(node, variables))


BIG_INT = GraphQLScalarType("BigInt", serialize=str, parse_value=_whole_of, parse_literal=_whole_literal)
DATE_TIME = GraphQLScalarType("DateTime", serialize=moment_text, parse_value=_moment_of)
BYTES = GraphQLScalarType("Bytes", serialize=lambda value: f"0x{value.hex()}", parse_value=_bytes_of)
JSON_OBJECT = GraphQLScalarType(
    "JSONObject", serialize=_object_of, parse_value=_object_of, parse_literal=_object_literal
)
