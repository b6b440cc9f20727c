"""SCALE decoding: for each type's text one function from bytes and a place in them to the value and where it ends."""

from collections.abc import Callable
from typing import Any

from secretariat.devnet.metadata.by_type import ByType, rank
from secretariat.devnet.metadata.compact import ScaleWrong, compact_at
from secretariat.devnet.metadata.declarations import Enum, Field, Struct
from secretariat.devnet.metadata.definitions import WIDTHS, Compact, Primitive, definition

Decode = Callable[[bytes, int], tuple[Any, int]]


class Decoders(ByType[Decode]):
    """The functions. They raise ScaleWrong, and RecursionError for endless nesting."""

    def flag(self) -> Decode:
        """Decode 0 and 1."""
        return _flag

    def text(self) -> Decode:
        """Decode UTF-8."""
        return _text

    def integer(self, width: int) -> Decode:
        """Decode so many bytes."""
        return lambda data, at: (int.from_bytes(_taken(data, at, width), "little"), at + width)

    def octets(self) -> Decode:
        """Decode bytes behind their length."""
        return _bytes

    def sequence(self, inner: Decode) -> Decode:
        """Decode a tuple behind its length."""

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            length, at = compact_at(data, at)
            if length > len(data) - at:  # no element is smaller than a byte
                raise ScaleWrong("Not enough data to fill buffer")
            return _so_many(inner, length, data, at)

        return decode

    def array(self, inner: Decode, length: int, *, octets: bool) -> Decode:
        """Decode a tuple, or bytes, of a known length."""
        if octets:
            return lambda data, at: (_taken(data, at, length), at + length)
        return lambda data, at: _so_many(inner, length, data, at)

    def compact(self, told: Compact) -> Decode:
        """Decode a compact integer that fits into the type that is compact."""
        inner = definition(told.inner, self._named)
        while isinstance(inner, Struct):
            inner = definition(inner.fields[0].type, self._named)
        over = 1 << 8 * WIDTHS[inner.name] if isinstance(inner, Primitive) else 0

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            number, end = compact_at(data, at)
            if number >= over:
                raise ScaleWrong(f"{number} is no {told.inner}")
            return number, end

        return decode

    def option(self, inner: Decode) -> Decode:
        """Decode None, or a value."""

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            if at >= len(data) or data[at] > 1:
                raise ScaleWrong("Could not decode `Option`, variant doesn't exist")
            return inner(data, at + 1) if data[at] else (None, at + 1)

        return decode

    def enum(self, told: Enum) -> Decode:
        """Decode a variant: its name, or ``{name: content}``."""
        held = {
            variant.index: (variant.name, self.of_fields(variant.fields) if variant.fields else None)
            for variant in told.variants
        }

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            if at >= len(data) or data[at] not in held:
                raise ScaleWrong(f"Could not decode `{told.path}`, variant doesn't exist")
            name, inside = held[data[at]]
            if inside is None:
                return name, at + 1
            content, end = inside(data, at + 1)
            return {name: content}, end

        return decode

    def ordered(self, entries: Decode, *, pairs: bool) -> Decode:
        """Decode a map or a set as a node keeps it: each key once, in their order; of equal keys the last counts."""

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            found, end = entries(data, at)
            held = {rank(one[0] if pairs else one): one for one in found}
            return tuple(held[key] for key in sorted(held)), end

        return decode

    def wrapped(self, inner: Decode) -> Decode:
        """Decode a value that fills its length."""

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            held, end = _bytes(data, at)
            value, inner_end = inner(held, 0)
            if inner_end != len(held):
                raise ScaleWrong("Input has trailing data")
            return value, end

        return decode

    def of_fields(self, fields: tuple[Field, ...], *, of_tuple: bool = False) -> Decode:
        """Decode a dict by field, one value, or a tuple."""
        decoders = [self.of(field.type) for field in fields]
        if len(fields) == 1 and fields[0].name is None and not of_tuple:
            return decoders[0]
        names = tuple(field.name for field in fields)

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            found = []
            for inside in decoders:
                value, at = inside(data, at)
                found.append(value)
            if names and names[0] is not None:
                return dict(zip(names, found, strict=True)), at
            return tuple(found), at

        return decode


def _taken(data: bytes, at: int, length: int) -> bytes:
    if at + length > len(data):
        raise ScaleWrong("Not enough data to fill buffer")
    return data[at : at + length]


def _flag(data: bytes, at: int) -> tuple[Any, int]:
    flag = _taken(data, at, 1)[0]
    if flag > 1:
        raise ScaleWrong("Invalid boolean representation")
    return bool(flag), at + 1


def _bytes(data: bytes, at: int) -> tuple[Any, int]:
    length, at = compact_at(data, at)
    return _taken(data, at, length), at + length


def _text(data: bytes, at: int) -> tuple[Any, int]:
    raw, end = _bytes(data, at)
    try:
        return raw.decode(), end
    except UnicodeDecodeError:
        raise ScaleWrong("Invalid utf8 sequence") from None


def _so_many(inner: Decode, length: int, data: bytes, at: int) -> tuple[Any, int]:
    found = []
    for _ in range(length):
        value, at = inner(data, at)
        found.append(value)
    return tuple(found), at
