"""SCALE decoding: for each type's text one function from bytes and a place in them to the value and where it ends."""

from collections.abc import Callable, Mapping
from typing import Any

from secretariat.devnet.metadata.compact import ScaleWrong, compact_at
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
from secretariat.devnet.metadata.encoding import rank

Decode = Callable[[bytes, int], tuple[Any, int]]


class Decoders:
    """The functions, each made when first asked for. They raise ScaleWrong, and RecursionError for endless nesting."""

    def __init__(self, named: Mapping[str, Struct | Enum]) -> None:
        self._named = named
        self._made: dict[str, Decode] = {}

    def of(self, text: str) -> Decode:
        """Give the function for a type."""
        if text not in self._made:
            self._made[text] = self._later(text)
            self._made[text] = self._make(definition(text, self._named))
        return self._made[text]

    def _later(self, text: str) -> Decode:
        """Stand in for the function of a type while that is made: a type may hold itself."""

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            return self._made[text](data, at)

        return decode

    def _make(self, told: Definition) -> Decode:
        if isinstance(told, Primitive):
            return _OTHERS.get(told.name) or _integer(WIDTHS[told.name])
        if isinstance(told, Sequence):
            return _bytes if told.inner == "u8" else _sequence(self.of(told.inner))
        if isinstance(told, Array):
            return _array(told, self.of(told.inner))
        if isinstance(told, Tuple):
            return self._content(tuple(Field(None, part) for part in told.parts), of_tuple=True)
        if isinstance(told, Compact):
            return self._compact(told)
        if isinstance(told, Enum):
            return self._enum(told)
        if told.path in ("BTreeMap", "BTreeSet"):
            return _ordered(self.of(told.fields[0].type), pairs=told.path == "BTreeMap")
        if told.path == WRAPPER_OPAQUE:
            return _wrapped(self.of(told.fields[1].type))
        return self._content(told.fields)

    def _content(self, fields: tuple[Field, ...], *, of_tuple: bool = False) -> Decode:
        decoders = [(field.name, self.of(field.type)) for field in fields]
        if len(fields) == 1 and fields[0].name is None and not of_tuple:
            return decoders[0][1]

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            found = []
            for _, inside in decoders:
                value, at = inside(data, at)
                found.append(value)
            if decoders and decoders[0][0] is not None:
                return dict(zip((name for name, _ in decoders), found, strict=True)), at
            return tuple(found), at

        return decode

    def _enum(self, told: Enum) -> Decode:
        held = {
            variant.index: (variant.name, self._content(variant.fields) if variant.fields else None)
            for variant in told.variants
        }
        option = told.path == "Option"

        def decode(data: bytes, at: int) -> tuple[Any, int]:
            if at >= len(data) or data[at] not in held:
                raise ScaleWrong(f"Could not decode `{told.path}`, variant doesn't exist")
            name, inside = held[data[at]]
            if inside is None:
                return (None if option else name), at + 1
            content, end = inside(data, at + 1)
            return (content if option else {name: content}), end

        return decode

    def _compact(self, told: Compact) -> Decode:
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


def _taken(data: bytes, at: int, length: int) -> bytes:
    if at + length > len(data):
        raise ScaleWrong("Not enough data to fill buffer")
    return data[at : at + length]


def _integer(width: int) -> Decode:
    return lambda data, at: (int.from_bytes(_taken(data, at, width), "little"), at + width)


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


def _sequence(inner: Decode) -> Decode:
    def decode(data: bytes, at: int) -> tuple[Any, int]:
        length, at = compact_at(data, at)
        if length > len(data) - at:  # no element is smaller than a byte
            raise ScaleWrong("Not enough data to fill buffer")
        found = []
        for _ in range(length):
            value, at = inner(data, at)
            found.append(value)
        return tuple(found), at

    return decode


def _array(told: Array, inner: Decode) -> Decode:
    def decode(data: bytes, at: int) -> tuple[Any, int]:
        if told.inner == "u8":
            return _taken(data, at, told.length), at + told.length
        found = []
        for _ in range(told.length):
            value, at = inner(data, at)
            found.append(value)
        return tuple(found), at

    return decode


def _ordered(entries: Decode, *, pairs: bool) -> Decode:
    """Read a map or a set as a node keeps it: each key once, in their order; of equal keys the last counts."""

    def decode(data: bytes, at: int) -> tuple[Any, int]:
        found, end = entries(data, at)
        held = {rank(one[0] if pairs else one): one for one in found}
        return tuple(held[key] for key in sorted(held)), end

    return decode


def _wrapped(inner: Decode) -> Decode:
    def decode(data: bytes, at: int) -> tuple[Any, int]:
        held, end = _bytes(data, at)
        value, inner_end = inner(held, 0)
        if inner_end != len(held):
            raise ScaleWrong("Input has trailing data")
        return value, end

    return decode


_OTHERS: dict[str, Decode] = {"bool": _flag, "str": _text}
