"""SCALE bytes to plain values, by the types of a runtime.

Structs are dicts (tuples when unnamed), enums their variant's name or ``{name: content}``, accounts and other arrays of
bytes ``0x`` hex, sequences of bytes ``bytes`` (never text: whether it is text is the reader's to know), options the value
or None, a struct of one unnamed field its content.
"""

from collections.abc import Mapping
from typing import Any

from secretariat.clients.substrate.types import (
    WIDTHS,
    Array,
    Basic,
    Bits,
    Compact,
    Enum,
    Field,
    Sequence,
    Struct,
    Tuple,
    Type,
)
from secretariat.clients.substrate.wrong import ValueWrong

Types = Mapping[int, Type]

DEEPEST = 120
"""Types inside types. Calls inside calls (batches) reach a few dozen; a hostile value would exhaust the stack."""

MOST_EMPTY = 4096
"""Elements that may take no byte; a larger count with too few bytes behind it is refused before it is counted out."""


class _Reader:
    """The bytes and how far they are read."""

    __slots__ = ("at", "data")

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    @property
    def left(self) -> int:
        return len(self.data) - self.at

    def take(self, count: int) -> bytes:
        if self.left < count:
            raise ValueWrong(f"the value ends after {len(self.data)} bytes; {count - self.left} more are needed")
        self.at += count
        return self.data[self.at - count : self.at]


def decode(types: Types, type_id: int, data: bytes) -> Any:
    """Decode the whole of ``data`` as one value. Raises ValueWrong for too few or too many bytes or a wrong content."""
    reader = _Reader(data)
    value = _value(types, type_id, reader, 0)
    if reader.left:
        raise ValueWrong(f"{reader.left} of {len(data)} bytes are left over behind the value")
    return value


def _value(types: Types, type_id: int, reader: _Reader, depth: int) -> Any:
    if depth > DEEPEST:
        raise ValueWrong(f"the value is nested more than {DEEPEST} deep")
    match types.get(type_id):
        case Basic(name):
            return _basic(name, reader)
        case Struct(_, fields):
            return _fields(types, fields, reader, depth)
        case Enum() as enum:
            return _variant(types, enum, reader, depth)
        case Sequence(inner):
            return _sequence(types, inner, reader, depth)
        case Array(inner, length):
            return _array(types, inner, length, reader, depth)
        case Tuple(inners):
            return tuple(_value(types, inner, reader, depth + 1) for inner in inners)
        case Compact():
            return _compact(reader)
        case Bits(store):
            return _bits(types, store, reader)
    raise ValueWrong(f"the metadata has no type {type_id}")


def _basic(name: str, reader: _Reader) -> Any:
    if name in WIDTHS:
        return int.from_bytes(reader.take(WIDTHS[name]), "little", signed=name.startswith("i"))
    if name == "bool":
        byte = reader.take(1)[0]
        if byte > 1:
            raise ValueWrong(f"{byte} is neither false (0) nor true (1)")
        return byte == 1
    try:
        if name == "str":
            return reader.take(_compact(reader)).decode()
        if name == "char":
            return reader.take(4).decode("utf-32-le")
    except UnicodeDecodeError as error:
        raise ValueWrong("a text is not valid UTF-8") from error
    raise ValueWrong(f"a primitive type of an unknown name: {name}")


def _fields(types: Types, fields: tuple[Field, ...], reader: _Reader, depth: int) -> Any:
    if not fields:
        return None
    if fields[0].name is not None:
        return {str(each.name): _value(types, each.type_id, reader, depth + 1) for each in fields}
    if len(fields) == 1:
        return _value(types, fields[0].type_id, reader, depth + 1)
    return tuple(_value(types, each.type_id, reader, depth + 1) for each in fields)


def _variant(types: Types, enum: Enum, reader: _Reader, depth: int) -> Any:
    index = reader.take(1)[0]
    variant = enum.variants.get(index)
    if variant is None:
        raise ValueWrong(f"{'::'.join(enum.path) or 'an enum'} has no variant {index}")
    content = _fields(types, variant.fields, reader, depth)
    if enum.path == ("Option",):
        return content
    return {variant.name: content} if variant.fields else variant.name


def _sequence(types: Types, inner: int, reader: _Reader, depth: int) -> Any:
    count = _compact(reader)
    if types.get(inner) == Basic("u8"):
        return reader.take(count)
    if count > reader.left and count > MOST_EMPTY:
        raise ValueWrong(f"a list of {count} has only {reader.left} bytes behind it")
    return [_value(types, inner, reader, depth + 1) for _ in range(count)]


def _array(types: Types, inner: int, length: int, reader: _Reader, depth: int) -> Any:
    if types.get(inner) == Basic("u8"):
        return "0x" + reader.take(length).hex()
    if length > reader.left and length > MOST_EMPTY:
        raise ValueWrong(f"a list of {length} has only {reader.left} bytes behind it")
    return [_value(types, inner, reader, depth + 1) for _ in range(length)]


def _bits(types: Types, store: int, reader: _Reader) -> Any:
    word = types.get(store)
    width = WIDTHS.get(word.name, 1) if isinstance(word, Basic) else 1
    count = _compact(reader)
    return {"bits": count, "bytes": "0x" + reader.take((count + width * 8 - 1) // (width * 8) * width).hex()}


def _compact(reader: _Reader) -> int:
    """Read a whole number in its compact form. Raises ValueWrong when it is not in its shortest form."""
    first = reader.take(1)[0]
    mode = first & 0b11
    if mode < 0b11:
        rest = reader.take((0, 1, 3)[mode])
        number = int.from_bytes(bytes([first]) + rest, "little") >> 2
        least = (0, 1 << 6, 1 << 14)[mode]
    else:
        width = (first >> 2) + 4
        number = int.from_bytes(reader.take(width), "little")
        least = max(1 << 30, 1 << (8 * (width - 1)))
    if number < least:
        raise ValueWrong("a compact number is not written in its shortest form")
    return number


def compact_at(data: bytes) -> tuple[int, int]:
    """Read the compact number at the beginning of some bytes; gives it and how many bytes it took. Raises ValueWrong."""
    reader = _Reader(data)
    return _compact(reader), reader.at
