"""One runtime of the practice network, made from a spec: its metadata, and how its values, calls and events are encoded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.compact import ScaleWrong
from secretariat.devnet.metadata.declarations import Enum, Field, Item, Pallet, Struct, Variant
from secretariat.devnet.metadata.encoding import Encode
from secretariat.devnet.metadata.hashing import HASH_LENGTHS, HASHERS, twox_128
from secretariat.devnet.metadata.pallets import EXTENSIONS, PALLETS, TYPES, numbers_of
from secretariat.devnet.metadata.portable import enum_name, portable
from secretariat.devnet.metadata.scale import Codec

PATH = "practice_runtime"
"""The name under which the runtime's own types are found: which network it is, is told by the genesis hash."""


@dataclass(frozen=True, slots=True)
class StoredItem:
    """A storage item as keys name it: ``prefix`` is the beginning, 32 bytes, of every key of it."""

    name: str
    prefix: bytes
    item: Item


class Runtime:
    """The runtime of one spec. Made in some milliseconds; metadata are put together when first asked for.

    ``pallets`` are all of the practice runtime, unless told.
    """

    def __init__(self, spec: Spec, pallets: Sequence[Pallet] = PALLETS) -> None:
        self.spec = spec
        self.numbers = numbers_of(spec)
        self.codec = Codec(_named(pallets, self.numbers))
        self._pallets = {pallet.name: pallet for pallet in pallets}
        self._events: dict[str, tuple[bytes, Encode]] = {}

    @cached_property
    def metadata(self) -> bytes:
        """Give the metadata of version 14."""
        constants = {}
        for pallet in self._pallets.values():
            for name, text in pallet.constants.items():
                value = self.spec.constants.get(f"{pallet.name}.{name}")
                if value is not None:
                    constants[f"{pallet.name}.{name}"] = self.codec.encode(text, value)
        extensions = [(name, name, signed) for name, _, _, signed in EXTENSIONS]
        return portable(tuple(self._pallets.values()), self.numbers, constants, extensions, self.codec)

    # ---------------------------------------------------------------- storage

    @cached_property
    def items(self) -> Mapping[str, StoredItem]:
        """Give every storage item by ``Pallet.Item``."""
        return {
            f"{pallet.name}.{name}": StoredItem(
                f"{pallet.name}.{name}", twox_128(pallet.prefix.encode()) + twox_128(name.encode()), item
            )
            for pallet in self._pallets.values()
            for name, item in pallet.items.items()
        }

    @cached_property
    def by_prefix(self) -> Mapping[bytes, StoredItem]:
        """Give every storage item by the beginning of its keys."""
        return {item.prefix: item for item in self.items.values()}

    def key(self, stored: StoredItem, params: tuple[Any, ...]) -> bytes:
        """Give the whole storage key of an item's value. Raises ScaleWrong for parameters that are not the item's."""
        if len(params) != len(stored.item.keys):
            raise ScaleWrong(f"{stored.name} has {len(stored.item.keys)} keys, not {len(params)}")
        hashed = HASHERS[stored.item.hasher]
        parts = [hashed(self.codec.encode(text, value)) for text, value in zip(stored.item.keys, params, strict=True)]
        return stored.prefix + b"".join(parts)

    def params(self, stored: StoredItem, key: bytes) -> tuple[Any, ...] | None:
        """Read an item's parameters out of a storage key; None where the key is none of it."""
        at, found = len(stored.prefix), []
        hashed, skipped = HASHERS[stored.item.hasher], HASH_LENGTHS[stored.item.hasher]
        try:
            for text in stored.item.keys:
                value, end = self.codec.decode_at(text, key, at + skipped)
                if hashed(key[at + skipped : end]) != key[at:end]:
                    return None
                found.append(value)
                at = end
        except ScaleWrong:
            return None
        return tuple(found) if at == len(key) else None

    def value(self, stored: StoredItem, value: Any) -> bytes:
        """Encode an item's value. Raises ScaleWrong, naming the item."""
        try:
            return self.codec.encode(stored.item.value, value)
        except ScaleWrong as error:
            raise ScaleWrong(f"{stored.name}: {error}") from error

    # ------------------------------------------------------- calls and events

    def call(self, name: str, **args: Any) -> bytes:
        """Encode a call by ``Pallet.call``. Raises ScaleWrong."""
        pallet, _, function = name.partition(".")
        return self.codec.encode("RuntimeCall", {pallet: {function: args} if args else function})

    def decode_call(self, data: bytes) -> dict[str, Any]:
        """Decode a call, to the last byte: ``{pallet: {call: args}}``, one without arguments ``{pallet: call}``."""
        found: dict[str, Any] = self.codec.decode("RuntimeCall", data)
        return found

    def event(self, name: str, values: tuple[Any, ...]) -> bytes | None:
        """Encode an event by ``Pallet.Variant`` and its values in order; None for one that this runtime has not.

        Raises ScaleWrong for values that are not the event's.
        """
        if name not in self._events:
            found = self._event_encoder(name)
            if found is None:
                return None
            self._events[name] = found
        head, encode = self._events[name]
        try:
            return head + encode(values)
        except (TypeError, KeyError, ValueError, OverflowError, AttributeError) as error:
            raise ScaleWrong(f"event {name}: {values!r:.200} ({error})") from error

    def _event_encoder(self, name: str) -> tuple[bytes, Encode] | None:
        pallet_name, _, variant_name = name.partition(".")
        pallet = self._pallets.get(pallet_name)
        variant = _variant(pallet.events, variant_name) if pallet is not None else None
        if variant is None:
            return None
        unnamed = tuple(Field(None, field.type) for field in variant.fields)
        head = bytes((self.numbers[pallet_name], variant.index))
        return head, self.codec.encoders.of_fields(unnamed, of_tuple=True)


def _variant(variants: tuple[Variant, ...], name: str) -> Variant | None:
    return next((variant for variant in variants if variant.name == name), None)


def _named(pallets: Sequence[Pallet], numbers: Mapping[str, int]) -> dict[str, Struct | Enum]:
    """Put the declared types together with those that follow from the pallets."""
    named = dict(TYPES)
    for pallet in pallets:
        for kind, variants in (("Call", pallet.calls), ("Event", pallet.events), ("Error", pallet.errors)):
            path = f"{pallet.crate}::{pallet.event_enum if kind == 'Event' else kind}"
            named[enum_name(pallet, kind)] = Enum(path, variants)
    for kind in ("Call", "Event"):
        named[f"Runtime{kind}"] = Enum(f"{PATH}::Runtime{kind}", _outer(pallets, kind, numbers))
    mortal = tuple(Variant(f"Mortal{number}", number, (Field(None, "u8"),)) for number in range(1, 256))
    named["Era"] = Enum("sp_runtime::generic::era::Era", (Variant("Immortal", 0), *mortal))
    for name, path, held, _ in EXTENSIONS:
        named[name] = Struct(f"{path}::{name}", (Field(None, held),) if held else ())
    extra = f"({','.join(name for name, *_ in EXTENSIONS)})"
    named["Extrinsic"] = Struct(
        "sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic",
        (Field(None, "Vec<u8>"),),
        {"Address": "AccountId", "Call": "RuntimeCall", "Signature": "MultiSignature", "Extra": extra},
    )
    named["Runtime"] = Struct(f"{PATH}::Runtime", ())
    return named


def _outer(pallets: Sequence[Pallet], kind: str, numbers: Mapping[str, int]) -> tuple[Variant, ...]:
    held = [pallet for pallet in pallets if (pallet.calls if kind == "Call" else pallet.events)]
    return tuple(
        Variant(pallet.name, numbers[pallet.name], (Field(None, enum_name(pallet, kind)),))
        for pallet in sorted(held, key=lambda pallet: numbers[pallet.name])
    )


class Runtimes:
    """The runtimes of the specs that a chain has had, each made once."""

    def __init__(self) -> None:
        self._made: list[tuple[Spec, Runtime]] = []

    def of(self, spec: Spec) -> Runtime:
        """Give the runtime of a spec."""
        for known, runtime in self._made:
            if known is spec or known == spec:
                return runtime
        self._made.append((spec, Runtime(spec)))
        return self._made[-1][1]
