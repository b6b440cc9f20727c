"""Plain values to SCALE bytes, by the types of a runtime: the other direction of ``decode``.

Texts are given as ``bytes`` where the chain holds bytes; a text would not say whether ``0x...`` is meant as written.
Accounts are given as ``0x`` hex or as an address of this network.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from secretariat.clients.substrate.types import (
    WIDTHS,
    Array,
    Basic,
    Bits,
    Compact,
    Enum,
    Field,
    Runtime,
    Struct,
    Tuple,
)
from secretariat.clients.substrate.types import Sequence as SequenceType
from secretariat.clients.substrate.wrong import ValueWrong
from secretariat.facts.accounts import key_of

ACCOUNT = "AccountId32"


def encode(runtime: Runtime, type_id: int, value: Any, what: str = "the value") -> bytes:
    """Encode one value. Raises ValueWrong, naming the field, when the value does not have the type's shape."""
    match runtime.types.get(type_id):
        case Basic(name):
            return _basic(name, value, what)
        case Struct(path, fields):
            if path[-1:] == (ACCOUNT,):
                return _account(runtime, value, what)
            return _fields(runtime, fields, value, what)
        case Enum() as enum:
            return _variant(runtime, enum, value, what)
        case SequenceType(inner):
            return _sequence(runtime, inner, value, what)
        case Array(inner, length):
            return _array(runtime, inner, length, value, what)
        case Tuple(inners):
            return _parts(runtime, inners, value, what)
        case Compact(inner):
            return compact(_compact_number(runtime, inner, value, what), what)
        case Bits():
            raise ValueWrong(f"{what}: sequences of bits are read only")
    raise ValueWrong(f"{what}: the metadata has no type {type_id}")


def compact(number: int, what: str = "the value") -> bytes:
    """Write a whole number in its compact form. Raises ValueWrong below 0 or beyond 2^536."""
    if number < 0 or number >= 1 << 536:
        raise ValueWrong(f"{what}: {number} cannot be written")
    if number < 1 << 6:
        return bytes([number << 2])
    if number < 1 << 14:
        return (number << 2 | 1).to_bytes(2, "little")
    if number < 1 << 30:
        return (number << 2 | 2).to_bytes(4, "little")
    body = number.to_bytes((number.bit_length() + 7) // 8, "little")
    return bytes([(len(body) - 4) << 2 | 3]) + body


def _basic(name: str, value: Any, what: str) -> bytes:
    if name in WIDTHS:
        if isinstance(value, bool) or not isinstance(value, int):
            raise ValueWrong(f"{what}: {_short(value)} is not a whole number")
        try:
            return value.to_bytes(WIDTHS[name], "little", signed=name.startswith("i"))
        except OverflowError as error:
            raise ValueWrong(f"{what}: {value} does not fit into {name}") from error
    if name == "bool" and isinstance(value, bool):
        return bytes([value])
    if name == "str" and isinstance(value, str):
        try:
            body = value.encode()
        except UnicodeEncodeError as error:
            raise ValueWrong(f"{what}: {_short(value)} cannot be written as UTF-8") from error
        return compact(len(body)) + body
    raise ValueWrong(f"{what}: {_short(value)} is not of type {name}")


def _account(runtime: Runtime, value: Any, what: str) -> bytes:
    key = key_of(value, runtime.ss58_prefix) if isinstance(value, str) else None
    if key is None:
        raise ValueWrong(f"{what}: {_short(value)} is neither a public key (0x and 64 hex digits) nor an address here")
    return bytes.fromhex(key[2:])


def _fields(runtime: Runtime, fields: tuple[Field, ...], value: Any, what: str) -> bytes:
    if not fields:
        if value is not None:
            raise ValueWrong(f"{what}: takes no value, not {_short(value)}")
        return b""
    if fields[0].name is None:
        if len(fields) == 1:
            return encode(runtime, fields[0].type_id, value, what)
        return _parts(runtime, tuple(each.type_id for each in fields), value, what)
    names = [str(each.name) for each in fields]
    if not isinstance(value, Mapping) or set(value) != set(names):
        given = ", ".join(sorted(map(str, value))) if isinstance(value, Mapping) else _short(value)
        raise ValueWrong(f"{what}: takes {', '.join(names)}; given is {given or 'nothing'}")
    parts = (encode(runtime, each.type_id, value[each.name], f"{what} {each.name}") for each in fields)
    return b"".join(parts)


def _parts(runtime: Runtime, inners: tuple[int, ...], value: Any, what: str) -> bytes:
    if isinstance(value, str | bytes) or not isinstance(value, Sequence) or len(value) != len(inners):
        raise ValueWrong(f"{what}: takes {len(inners)} values in order, not {_short(value)}")
    numbered = enumerate(zip(inners, value, strict=True), start=1)
    return b"".join(encode(runtime, inner, part, f"{what} part {n}") for n, (inner, part) in numbered)


def _variant(runtime: Runtime, enum: Enum, value: Any, what: str) -> bytes:
    by_name = {each.name: each for each in enum.variants.values()}
    if enum.path == ("Option",):
        name, content = ("None", None) if value is None else ("Some", value)
    elif isinstance(value, str):
        name, content = value, None
    elif isinstance(value, Mapping) and len(value) == 1:
        name, content = next(iter(value.items()))
    else:
        raise ValueWrong(f"{what}: {_short(value)} names no variant; write its name, or name and content")
    variant = by_name.get(name)
    if variant is None:
        raise ValueWrong(f"{what}: there is no {_short(name)} among {', '.join(sorted(by_name))[:300]}")
    return bytes([variant.index]) + _fields(runtime, variant.fields, content, f"{what} {name}")


def _sequence(runtime: Runtime, inner: int, value: Any, what: str) -> bytes:
    if runtime.types.get(inner) == Basic("u8"):
        if not isinstance(value, bytes):
            raise ValueWrong(f"{what}: give bytes, not {_short(value)}")
        return compact(len(value)) + value
    if isinstance(value, str | bytes) or not isinstance(value, Sequence):
        raise ValueWrong(f"{what}: give a list, not {_short(value)}")
    parts = (encode(runtime, inner, part, f"{what} item {n}") for n, part in enumerate(value, start=1))
    return compact(len(value)) + b"".join(parts)


def _array(runtime: Runtime, inner: int, length: int, value: Any, what: str) -> bytes:
    if runtime.types.get(inner) == Basic("u8"):
        try:
            body = bytes.fromhex(value[2:]) if isinstance(value, str) and value.startswith("0x") else value
        except ValueError:
            body = None
        if not isinstance(body, bytes) or len(body) != length:
            raise ValueWrong(f"{what}: give {length} bytes, or 0x and {2 * length} hex digits, not {_short(value)}")
        return body
    if isinstance(value, str | bytes) or not isinstance(value, Sequence) or len(value) != length:
        raise ValueWrong(f"{what}: give a list of {length}, not {_short(value)}")
    return b"".join(encode(runtime, inner, part, f"{what} item {n}") for n, part in enumerate(value, start=1))


def _compact_number(runtime: Runtime, inner: int, value: Any, what: str) -> int:
    """Check that a number fits the type that is written compactly, which may be wrapped in a struct (Perbill)."""
    held = runtime.types.get(inner)
    while isinstance(held, Struct) and len(held.fields) == 1:
        held = runtime.types.get(held.fields[0].type_id)
    if not isinstance(held, Basic):
        raise ValueWrong(f"{what}: is no compact number")
    _basic(held.name, value, what)
    return int(value)


def _short(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 80 else text[:77] + "..."
