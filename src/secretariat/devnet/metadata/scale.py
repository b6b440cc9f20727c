"""SCALE by declarations: values of the declared types to bytes and back.

Values are written as decision 0009 says: integers, bytes, dicts by field, tuples, a variant as its name or ``{name: content}``,
an ``Option`` as the value or None. A struct of one unnamed field is that field's value.
"""

from collections.abc import Mapping
from typing import Any

from secretariat.devnet.metadata.compact import ScaleWrong
from secretariat.devnet.metadata.declarations import Enum, Struct
from secretariat.devnet.metadata.decoding import Decoders
from secretariat.devnet.metadata.definitions import WIDTHS, Array, Compact, Primitive, Sequence, Tuple, definition
from secretariat.devnet.metadata.encoding import Encoders


class Codec:
    """Encodes and decodes values by their type's text."""

    def __init__(self, named: Mapping[str, Struct | Enum]) -> None:
        self.named = named
        self.encoders = Encoders(named)
        self.decoders = Decoders(named)

    def encode(self, text: str, value: Any) -> bytes:
        """Encode a value of a type. Raises ScaleWrong, which says in words what is wrong where."""
        try:
            return self.encoders.of(text)(value)
        except RecursionError:
            raise ScaleWrong(f"a {text} nested too deeply") from None

    def decode(self, text: str, data: bytes) -> Any:
        """Decode bytes that are one value of a type, to the last. Raises ScaleWrong."""
        value, end = self.decode_at(text, data, 0)
        if end != len(data):
            raise ScaleWrong(f"{len(data) - end} bytes follow a {text}")
        return value

    def decode_at(self, text: str, data: bytes, at: int) -> tuple[Any, int]:
        """Decode a value and tell where it ends. Raises ScaleWrong."""
        try:
            return self.decoders.of(text)(data, at)
        except RecursionError:
            raise ScaleWrong(f"a {text} nested too deeply") from None

    def zero(self, text: str) -> bytes:
        """Encode a type's default value: zeros, the first variant, nothing in a list."""
        told = definition(text, self.named)
        if isinstance(told, Primitive):
            return bytes(WIDTHS.get(told.name, 1))
        if isinstance(told, Sequence | Compact):
            return b"\x00"
        if isinstance(told, Array):
            return self.zero(told.inner) * told.length
        if isinstance(told, Tuple):
            return b"".join(map(self.zero, told.parts))
        if isinstance(told, Struct):
            return b"".join(self.zero(field.type) for field in told.fields)
        first = min(told.variants, key=lambda variant: variant.index)
        return bytes((first.index,)) + b"".join(self.zero(field.type) for field in first.fields)
