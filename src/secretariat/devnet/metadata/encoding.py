"""SCALE encoding: for each type's text one function from a value to its bytes."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.metadata.compact import ScaleWrong, compact
from secretariat.devnet.metadata.declarations import Enum, Field, Struct
from secretariat.devnet.metadata.definitions import (
    WIDTHS,
    WRAPPER_OPAQUE,
    Array,
    Compact,
    Definition,
    Primitive,
    Sequence,
    Tuple,
    definition,
)

Encode = Callable[[Any], bytes]


class Encoders:
    """The functions, each made when first asked for. They raise what Python raises for a value of another type."""

    def __init__(self, named: Mapping[str, Struct | Enum]) -> None:
        self._named = named
        self._made: dict[str, Encode] = {}

    def of(self, text: str) -> Encode:
        """Give the function for a type."""
        if text not in self._made:
            self._made[text] = self._later(text)
            self._made[text] = self._make(definition(text, self._named))
        return self._made[text]

    def _later(self, text: str) -> Encode:
        """Stand in for the function of a type while that is made: a type may hold itself."""

        def encode(value: Any) -> bytes:
            return self._made[text](value)

        return encode

    def of_fields(self, fields: tuple[Field, ...], *, of_tuple: bool = False) -> Encode:
        """Give the function for what a struct, a variant or an event holds: a dict by field, one value, or a tuple."""
        encoders = [self.of(field.type) for field in fields]
        if fields and fields[0].name is not None:
            return _struct([str(field.name) for field in fields], encoders)
        if len(fields) == 1 and not of_tuple:
            return encoders[0]
        return lambda value: b"".join([encode(one) for encode, one in zip(encoders, value, strict=True)])

    def _make(self, told: Definition) -> Encode:
        if isinstance(told, Primitive):
            return _OTHERS.get(told.name) or _integer(WIDTHS[told.name])
        if isinstance(told, Sequence):
            return _bytes if told.inner == "u8" else _sequence(self.of(told.inner))
        if isinstance(told, Array):
            return _array(told, self.of(told.inner))
        if isinstance(told, Tuple):
            return self.of_fields(tuple(Field(None, part) for part in told.parts), of_tuple=True)
        if isinstance(told, Compact):
            return compact
        if isinstance(told, Enum):
            return self._option(told) if told.path == "Option" else self._enum(told)
        if told.path == "BTreeMap":
            pairs = self.of(told.fields[0].type)
            return lambda value: pairs(sorted(value, key=lambda pair: rank(pair[0])))
        if told.path == WRAPPER_OPAQUE:
            inner = self.of(told.fields[1].type)
            return lambda value: _bytes(inner(value))
        return self.of_fields(told.fields)

    def _option(self, told: Enum) -> Encode:
        inner = self.of(told.variants[1].fields[0].type)
        return lambda value: b"\x00" if value is None else b"\x01" + inner(value)

    def _enum(self, told: Enum) -> Encode:
        plain = {variant.name: bytes((variant.index,)) for variant in told.variants if not variant.fields}
        held = {
            variant.name: (bytes((variant.index,)), self.of_fields(variant.fields))
            for variant in told.variants
            if variant.fields
        }

        def encode(value: Any) -> bytes:
            if isinstance(value, str):
                return plain[value]
            ((name, content),) = value.items()
            index, inside = held[name]
            return index + inside(content)

        return encode


def rank(key: Any) -> Any:
    """Give what a map's keys are ordered by: a struct's fields in their order."""
    return tuple(key.values()) if isinstance(key, dict) else key


def _integer(width: int) -> Encode:
    return lambda value: value.to_bytes(width, "little")


def _flag(value: Any) -> bytes:
    if not isinstance(value, bool):
        raise ScaleWrong("a bool is True or False")
    return b"\x01" if value else b"\x00"


def _bytes(value: Any) -> bytes:
    return compact(len(value)) + bytes(memoryview(value))


def _text(value: Any) -> bytes:
    return _bytes(value.encode())


def _sequence(inner: Encode) -> Encode:
    return lambda value: compact(len(value)) + b"".join([inner(one) for one in value])


def _array(told: Array, inner: Encode) -> Encode:
    def encode(value: Any) -> bytes:
        if len(value) != told.length:
            raise ScaleWrong(f"{len(value)} of {told.length} in an array")
        return bytes(memoryview(value)) if told.inner == "u8" else b"".join(map(inner, value))

    return encode


def _struct(names: list[str], encoders: list[Encode]) -> Encode:
    pairs = list(zip(names, encoders, strict=True))

    def encode(value: Any) -> bytes:
        if len(value) != len(pairs):
            raise ScaleWrong(f"fields {sorted(value)} where {sorted(names)} are wanted")
        return b"".join([encode_one(value[name]) for name, encode_one in pairs])

    return encode


_OTHERS: dict[str, Encode] = {"bool": _flag, "str": _text}
