"""SCALE encoding: for each type's text one function from a value to its bytes."""

from collections.abc import Callable
from typing import Any

from secretariat.devnet.metadata.by_type import ByType, rank
from secretariat.devnet.metadata.compact import ScaleWrong, compact
from secretariat.devnet.metadata.declarations import Enum, Field
from secretariat.devnet.metadata.definitions import Compact

Encode = Callable[[Any], bytes]


class Encoders(ByType[Encode]):
    """The functions. They raise what Python raises for a value of another type."""

    def flag(self) -> Encode:
        """Encode True and False, and nothing that is merely like them."""
        return _flag

    def text(self) -> Encode:
        """Encode a text as its bytes in UTF-8."""
        return lambda value: _bytes(value.encode())

    def integer(self, width: int) -> Encode:
        """Encode an integer that fits."""
        return lambda value: value.to_bytes(width, "little")

    def octets(self) -> Encode:
        """Encode bytes behind their length."""
        return _bytes

    def sequence(self, inner: Encode) -> Encode:
        """Encode a tuple behind its length."""
        return lambda value: compact(len(value)) + b"".join([inner(one) for one in value])

    def array(self, inner: Encode, length: int, *, octets: bool) -> Encode:
        """Encode a tuple, or bytes, of the length that it must have."""

        def encode(value: Any) -> bytes:
            if len(value) != length:
                raise ScaleWrong(f"{len(value)} of {length} in an array")
            return bytes(memoryview(value)) if octets else b"".join(map(inner, value))

        return encode

    def compact(self, told: Compact) -> Encode:
        """Encode an integer in as few bytes as it needs."""
        return compact

    def option(self, inner: Encode) -> Encode:
        """Encode None, or a value."""
        return lambda value: b"\x00" if value is None else b"\x01" + inner(value)

    def enum(self, told: Enum) -> Encode:
        """Encode a variant by its name, or ``{name: content}``."""
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

    def ordered(self, entries: Encode, *, pairs: bool) -> Encode:
        """Encode entries in their keys' order."""
        return lambda value: entries(sorted(value, key=lambda one: rank(one[0] if pairs else one)))

    def wrapped(self, inner: Encode) -> Encode:
        """Encode a value behind its length."""
        return lambda value: _bytes(inner(value))

    def of_fields(self, fields: tuple[Field, ...], *, of_tuple: bool = False) -> Encode:
        """Encode a dict by field, one value, or a tuple."""
        encoders = [self.of(field.type) for field in fields]
        if fields and fields[0].name is not None:
            return _struct([str(field.name) for field in fields], encoders)
        if len(fields) == 1 and not of_tuple:
            return encoders[0]
        return lambda value: b"".join([encode(one) for encode, one in zip(encoders, value, strict=True)])


def _flag(value: Any) -> bytes:
    if not isinstance(value, bool):
        raise ScaleWrong("a bool is True or False")
    return b"\x01" if value else b"\x00"


def _bytes(value: Any) -> bytes:
    return compact(len(value)) + bytes(memoryview(value))


def _struct(names: list[str], encoders: list[Encode]) -> Encode:
    pairs = list(zip(names, encoders, strict=True))

    def encode(value: Any) -> bytes:
        if len(value) != len(pairs):
            raise ScaleWrong(f"fields {sorted(value)} where {sorted(names)} are wanted")
        return b"".join([encode_one(value[name]) for name, encode_one in pairs])

    return encode
