"""SCALE encoding: for each type's text one function from a value to its bytes, and in words why a value is none of it."""

from collections.abc import Callable, Iterable
from typing import Any

from secretariat.devnet.metadata.by_type import ByType, rank
from secretariat.devnet.metadata.compact import ScaleWrong, compact
from secretariat.devnet.metadata.declarations import Enum, Field
from secretariat.devnet.metadata.definitions import WIDTHS, Compact

Encode = Callable[[Any], bytes]

_FOREIGN = (TypeError, KeyError, IndexError, AttributeError, OverflowError, ValueError)
"""What Python raises where a value has not the form of its type."""


class Encoders(ByType[Encode]):
    """The functions. They raise ScaleWrong for a value of another type, and RecursionError for endless nesting."""

    def flag(self) -> Encode:
        """Encode True and False, and nothing that is merely like them."""
        return _flag

    def text(self) -> Encode:
        """Encode a text as its bytes in UTF-8."""
        return _checked("a text", lambda value: _bytes(value.encode()))

    def integer(self, width: int) -> Encode:
        """Encode an integer that fits."""
        return _checked(_whole(width), lambda value: value.to_bytes(width, "little"))

    def octets(self) -> Encode:
        """Encode bytes behind their length."""
        return _checked("bytes", _bytes)

    def sequence(self, inner: Encode) -> Encode:
        """Encode a tuple behind its length."""
        return _checked("a list", lambda value: compact(len(value)) + b"".join([inner(one) for one in value]))

    def array(self, inner: Encode, length: int, *, octets: bool) -> Encode:
        """Encode a tuple, or bytes, of the length that it must have."""
        wanted = f"{length} bytes" if octets else f"a list of {length}"

        def encode(value: Any) -> bytes:
            if len(value) != length:
                raise _other(value, wanted)
            return bytes(memoryview(value)) if octets else b"".join(map(inner, value))

        return _checked(wanted, encode)

    def compact(self, told: Compact) -> Encode:
        """Encode an integer in as few bytes as it needs."""
        width = WIDTHS.get(told.inner)
        if width is None:
            return _checked("a whole number", compact)
        end = 1 << 8 * width

        def encode(value: Any) -> bytes:
            if not 0 <= value < end:
                raise _other(value, _whole(width))
            return compact(value)

        return _checked(_whole(width), encode)

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

        needed = {
            variant.name: ", ".join(field.name or field.type for field in variant.fields) for variant in told.variants
        }

        def encode(value: Any) -> bytes:
            if isinstance(value, str):
                if value in held:
                    raise ScaleWrong(f"{value} stands alone; missing: {needed[value]}")
                return plain[value]
            ((name, content),) = value.items()
            index, inside = held[name]
            return index + inside(content)

        return _checked(_one_of([*plain, *held]), encode)

    def ordered(self, entries: Encode, *, pairs: bool) -> Encode:
        """Encode entries in their keys' order."""
        ranked: Callable[[Any], Any] = lambda one: rank(one[0] if pairs else one)  # noqa: E731
        return _checked("a list", lambda value: entries(sorted(value, key=ranked)))

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
        wanted = f"a list of {len(encoders)}"
        return _checked(wanted, lambda value: b"".join([one(part) for one, part in zip(encoders, value, strict=True)]))


def _checked(wanted: str, encode: Encode) -> Encode:
    """Let a value that has not its type's form be told in words: what is wanted, and what stands there."""

    def checked(value: Any) -> bytes:
        try:
            return encode(value)
        except ScaleWrong:
            raise
        except _FOREIGN:
            raise _other(value, wanted) from None

    return checked


def _other(value: Any, wanted: str) -> ScaleWrong:
    return ScaleWrong(f"expected {wanted}, not {shown(value)}")


def _whole(width: int) -> str:
    return f"a whole number below 2^{8 * width}"


def _one_of(names: Iterable[str]) -> str:
    listed = sorted(names)
    return f"one of {', '.join(listed[:30])}{', …' if len(listed) > 30 else ''}"


def shown(value: Any) -> str:
    """Write a value as world files have it, shortened."""
    if isinstance(value, bytes):
        return f"0x{value.hex()}"[:80]
    if isinstance(value, dict):
        return f"an object with {', '.join(map(str, value))}"[:80] if value else "an empty object"
    if isinstance(value, tuple | list):
        return f"a list of {len(value)}"
    known = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return known[value]
    return f'"{value}"'[:80] if isinstance(value, str) else f"{value}"[:80]


def _flag(value: Any) -> bytes:
    if not isinstance(value, bool):
        raise _other(value, "true or false")
    return b"\x01" if value else b"\x00"


def _bytes(value: Any) -> bytes:
    return compact(len(value)) + bytes(memoryview(value))


def _struct(names: list[str], encoders: list[Encode]) -> Encode:
    pairs = list(zip(names, encoders, strict=True))

    def encode(value: Any) -> bytes:
        name, parts = "", []
        try:
            if len(value) != len(pairs):
                raise _fields_wrong(value, names)
            for name, encode_one in pairs:
                parts.append(encode_one(value[name]))
        except ScaleWrong as error:
            raise ScaleWrong(f"{name}: {error}" if name else str(error)) from None
        except _FOREIGN:
            raise _fields_wrong(value, names) from None
        return b"".join(parts)

    return encode


def _fields_wrong(value: Any, names: list[str]) -> ScaleWrong:
    """Name the fields that are missing, or that are too many."""
    if not isinstance(value, dict):
        return _other(value, f"an object with {', '.join(names)}")
    missing = [name for name in names if name not in value]
    more = sorted(str(name) for name in value if name not in names)
    return ScaleWrong(f"missing: {', '.join(missing)}" if missing else f"not known: {', '.join(more)}")
