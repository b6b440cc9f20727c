"""Metadata of version 14 in bytes, as state_getMetadata answers it: the types as a portable registry, and the pallets."""

from collections.abc import Iterable, Mapping, Sequence

from secretariat.devnet.metadata.compact import compact
from secretariat.devnet.metadata.declarations import Enum, Field, Item, Pallet, Struct, Variant
from secretariat.devnet.metadata.definitions import Array, Compact, Definition, Primitive, Tuple, definition
from secretariat.devnet.metadata.definitions import Sequence as SequenceOf
from secretariat.devnet.metadata.scale import Codec

MAGIC, VERSION = b"meta", 14
EXTRINSIC_VERSION = 4

_PRIMITIVES = {"bool": 0, "str": 2, "u8": 3, "u16": 4, "u32": 5, "u64": 6, "u128": 7}
_HASHERS = {"Blake2_128Concat": 2, "Twox64Concat": 5}
_NOTHING = b"\x00"
"""No documentation, no parameters, an Option without a value: all are one zero byte."""

Extension = tuple[str, str, str]
"""A signed extension: its name, its type, and the type of what only the signature covers."""


class Registry:
    """Gives each type's text a number and describes it; a type is described with all that it mentions."""

    def __init__(self, named: Mapping[str, Struct | Enum]) -> None:
        self._named = named
        self._numbers: dict[str, int] = {}
        self._described: list[bytes] = []

    def id(self, text: str) -> bytes:
        """Give a type's number, as a compact integer."""
        number = self._numbers.get(text)
        if number is None:
            number = self._numbers[text] = len(self._described)  # before it is described: it may mention itself
            self._described.append(b"")
            self._described[number] = self._describe(definition(text, self._named))
        return compact(number)

    def encoded(self) -> bytes:
        """Give all types, each behind its number."""
        return _list(compact(number) + described for number, described in enumerate(self._described))

    def _describe(self, told: Definition) -> bytes:
        if isinstance(told, Struct):
            return self._entry(b"\x00" + self.fields(told.fields), told.path, told.params)
        if isinstance(told, Enum):
            return self._entry(b"\x01" + self._variants(told.variants), told.path, told.params)
        return self._entry(self._plain(told))

    def _plain(self, told: SequenceOf | Array | Tuple | Primitive | Compact) -> bytes:
        if isinstance(told, SequenceOf):
            return b"\x02" + self.id(told.inner)
        if isinstance(told, Array):
            return b"\x03" + told.length.to_bytes(4, "little") + self.id(told.inner)
        if isinstance(told, Tuple):
            return b"\x04" + _list(map(self.id, told.parts))
        if isinstance(told, Primitive):
            return b"\x05" + bytes((_PRIMITIVES[told.name],))
        return b"\x06" + self.id(told.inner)

    def _entry(self, body: bytes, path: str = "", params: Mapping[str, str | None] | None = None) -> bytes:
        named = _list(
            _text(name) + (_NOTHING if text is None else b"\x01" + self.id(text))
            for name, text in (params or {}).items()
        )
        return _list(map(_text, path.split("::") if path else [])) + named + body + _NOTHING

    def fields(self, fields: Sequence[Field]) -> bytes:
        """Describe fields. Each tells its type's text too: clients cannot decode calls without."""
        return _list(
            (_NOTHING if field.name is None else b"\x01" + _text(field.name))
            + self.id(field.type)
            + b"\x01"
            + _text(field.type)
            + _NOTHING
            for field in fields
        )

    def _variants(self, variants: Sequence[Variant]) -> bytes:
        return _list(
            _text(variant.name) + self.fields(variant.fields) + bytes((variant.index,)) + _NOTHING
            for variant in variants
        )


def portable(
    pallets: Sequence[Pallet],
    numbers: Mapping[str, int],
    constants: Mapping[str, bytes],
    extensions: Sequence[Extension],
    codec: Codec,
) -> bytes:
    """Give the whole metadata. ``numbers`` are the pallets' by name, ``constants`` encoded values by ``Pallet.Constant``."""
    registry = Registry(codec.named)
    described = _list(
        _pallet(registry, pallet, numbers[pallet.name], constants, codec)
        for pallet in sorted(pallets, key=lambda pallet: numbers[pallet.name])
    )
    extrinsic = registry.id("Extrinsic") + bytes((EXTRINSIC_VERSION,))
    extrinsic += _list(_text(name) + registry.id(held) + registry.id(signed) for name, held, signed in extensions)
    runtime = registry.id("Runtime")
    return MAGIC + bytes((VERSION,)) + registry.encoded() + described + extrinsic + runtime


def _pallet(registry: Registry, pallet: Pallet, number: int, constants: Mapping[str, bytes], codec: Codec) -> bytes:
    def one_of(kind: str, variants: Sequence[Variant]) -> bytes:
        return b"\x01" + registry.id(enum_name(pallet, kind)) if variants else _NOTHING

    storage = _NOTHING
    if pallet.items:
        entries = (_item(registry, pallet, name, item, codec) for name, item in pallet.items.items())
        storage = b"\x01" + _text(pallet.prefix) + _list(entries)
    held = _list(
        _text(name) + registry.id(text) + _bytes(constants[f"{pallet.name}.{name}"]) + _NOTHING
        for name, text in pallet.constants.items()
        if f"{pallet.name}.{name}" in constants
    )
    return b"".join(
        [
            _text(pallet.name),
            storage,
            one_of("Call", pallet.calls),
            one_of("Event", pallet.events),
            held,
            one_of("Error", pallet.errors),
            bytes((number,)),
        ]
    )


def enum_name(pallet: Pallet, kind: str) -> str:
    """Name the type of a pallet's calls, events or errors. The groups' pallets are of one kind and share theirs."""
    return f"{pallet.crate}::{kind}"


def _item(registry: Registry, pallet: Pallet, name: str, item: Item, codec: Codec) -> bytes:
    if item.keys:
        key = item.keys[0] if len(item.keys) == 1 else f"({','.join(item.keys)})"
        hashers = _list(bytes((_HASHERS[item.hasher],)) for _ in item.keys)
        kind = b"\x01" + hashers + registry.id(key) + registry.id(item.value)
    else:
        kind = b"\x00" + registry.id(item.value)
    modifier = b"\x00" if item.optional else b"\x01"
    return _text(name) + modifier + kind + _bytes(default_of(pallet, name, item, codec)) + _NOTHING


def default_of(pallet: Pallet, name: str, item: Item, codec: Codec) -> bytes:
    """Encode what an item's value is where none is set."""
    if item.optional:
        return _NOTHING
    if name in pallet.defaults:
        return codec.encode(item.value, pallet.defaults[name])
    return codec.zero(item.value)


def _list(parts: Iterable[bytes]) -> bytes:
    held = list(parts)
    return compact(len(held)) + b"".join(held)


def _text(text: str) -> bytes:
    return _bytes(text.encode())


def _bytes(raw: bytes) -> bytes:
    return compact(len(raw)) + raw
