"""Metadata of version 14, built from declarations with cyscale, which shares no code with our own codec.

A type is written as text: `u32`, `Vec<u8>`, `Option<Hash>`, `Compact<u128>`, `[u8; 32]`, `(u64, bool)`, or a name that
is declared. The shape of a variant or a struct is one of: nothing (None), one unnamed field ("u32"), several unnamed
fields (["u32", "u64"]), named fields ({"stake": "u128"}).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from scalecodec.base import RuntimeConfigurationObject, ScaleBytes  # type: ignore[attr-defined]
from scalecodec.type_registry import load_type_registry_preset

Shape = None | str | Sequence[str] | Mapping[str, str]
MAGIC = "0x6d657461"  # "meta"
WIDTH = {"bool": 1, "u8": 1, "u16": 2, "u32": 4, "u64": 8, "u128": 16}
PRIMITIVES = {*WIDTH, "str"}


@dataclass(frozen=True)
class Struct:
    path: str
    shape: Shape
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class At:
    """A variant whose index is not its position."""

    index: int
    shape: Shape


@dataclass(frozen=True)
class Enum:
    path: str
    variants: Mapping[str, Shape | At]
    params: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Item:
    """A storage item. With a key it is a map, with several hashers the key is a tuple; optional ones have no default."""

    value: str
    key: str | None = None
    hasher: str | tuple[str, ...] = "Blake2_128Concat"
    optional: bool = False
    default: Any = None  # where it is not the type's zero


@dataclass(frozen=True)
class Pallet:
    name: str
    index: int
    crate: str  # the path of its enums: `pallet_forum`, or `frame_system::pallet` for FRAME's own pallets
    prefix: str = ""  # of its storage keys, where it is not the name
    storage: dict[str, Item] = field(default_factory=dict)
    calls: dict[str, Shape | At] = field(default_factory=dict)
    events: dict[str, Shape | At] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    constants: dict[str, tuple[str, Any]] = field(default_factory=dict)
    event_name: str = "Event"


def split(text: str) -> list[str]:
    """Split at the commas that are outside every bracket."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "<([") - (letter in ">)]")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def fields_of(shape: Shape) -> list[tuple[str | None, str]]:
    if shape is None:
        return []
    if isinstance(shape, str):
        return [(None, shape)]
    return list(shape.items()) if isinstance(shape, Mapping) else [(None, each) for each in shape]


class Registry:
    """Interns type texts as entries of a portable registry."""

    def __init__(self, named: dict[str, Struct | Enum | str]) -> None:
        self.named = named
        self.types: list[dict[str, Any]] = []
        self.ids: dict[str, int] = {}

    def id(self, text: str) -> int:
        if text not in self.ids:
            self.ids[text] = len(self.types)  # before the definition, which may mention itself
            self.types.append({})
            self.types[self.ids[text]] = self.define(text)
        return self.ids[text]

    def define(self, text: str) -> dict[str, Any]:
        if text in self.named:
            one = self.named[text]
            if isinstance(one, str):
                return self.define(one)
            body = self.composite(one.shape) if isinstance(one, Struct) else self.variant(one.variants)
            return self.entry(body, one.path, one.params)
        if text in PRIMITIVES:
            return self.entry({"primitive": text})
        head, _, rest = text.partition("<")
        if head == "Vec":
            return self.entry({"sequence": {"type": self.id(rest[:-1])}})
        if head == "Compact":
            return self.entry({"compact": {"type": self.id(rest[:-1])}})
        if head == "Option":
            return self.entry(self.variant({"None": None, "Some": rest[:-1]}), "Option", {"T": rest[:-1]})
        if head == "BTreeMap":
            key, value = split(rest[:-1])
            return self.entry(self.composite(f"Vec<({key}, {value})>"), "BTreeMap", {"K": key, "V": value})
        if text[0] == "(":
            return self.entry({"tuple": [self.id(part) for part in split(text[1:-1])]})
        if text[0] == "[":
            inner, _, length = text[1:-1].rpartition(";")
            return self.entry({"array": {"len": int(length), "type": self.id(inner.strip())}})
        raise KeyError(f"no type is called {text!r}")

    def entry(self, body: dict[str, Any], path: str = "", params: dict[str, str] | None = None) -> dict[str, Any]:
        params_ = [{"name": name, "type": self.id(text)} for name, text in (params or {}).items()]
        return {"path": path.split("::") if path else [], "params": params_, "def": body, "docs": []}

    def fields(self, shape: Shape) -> list[dict[str, Any]]:
        return [{"name": n, "type": self.id(t), "typeName": t, "docs": []} for n, t in fields_of(shape)]

    def composite(self, shape: Shape) -> dict[str, Any]:
        return {"composite": {"fields": self.fields(shape)}}

    def variant(self, variants: Mapping[str, Shape | At]) -> dict[str, Any]:
        at = [(name, v if isinstance(v, At) else At(i, v)) for i, (name, v) in enumerate(variants.items())]
        return {
            "variant": {
                "variants": [
                    {"name": name, "fields": self.fields(v.shape), "index": v.index, "docs": []} for name, v in at
                ]
            }
        }

    def zero(self, text: str) -> bytes:
        """The encoding of a type's default value, as an unset storage item answers it."""
        body = self.types[self.id(text)]["def"]
        kind, inner = next(iter(body.items()))
        texts = {number: each for each, number in self.ids.items()}
        if kind == "primitive":
            return bytes(WIDTH.get(inner, 1))
        if kind in ("sequence", "compact"):
            return b"\x00"
        if kind == "array":
            return self.zero(texts[inner["type"]]) * int(inner["len"])
        if kind == "tuple":
            return b"".join(self.zero(texts[each]) for each in inner)
        first = None if kind == "composite" else min(inner["variants"], key=lambda v: v["index"])
        inside = inner["fields"] if first is None else first["fields"]
        head = b"" if first is None else bytes([first["index"]])
        return head + b"".join(self.zero(texts[each["type"]]) for each in inside)


def codec(metadata: str | None = None) -> tuple[RuntimeConfigurationObject, Any]:
    rc = RuntimeConfigurationObject(implements_scale_info=True, ss58_format=126)
    core = load_type_registry_preset("core") or {}
    core["types"].pop("*::Call", None)  # else calls of two-part paths such as pallet_forum::Call cannot be decoded
    rc.update_type_registry(core)
    if metadata is None:
        return rc, None
    md = rc.create_scale_object("MetadataVersioned", data=ScaleBytes(metadata))
    md.decode()
    rc.add_portable_registry(md)
    return rc, md


def build(pallets: list[Pallet], types: dict[str, Struct | Enum], extensions: dict[str, tuple[Shape, str]]) -> str:
    """The hex text that state_getMetadata answers. Made twice: the first one's types encode the second one's values."""
    rc, md = codec(_encode(pallets, types, extensions, lambda type_id, value: "0x"))

    def encoded(type_id: int, value: Any) -> str:
        return str(rc.create_scale_object(f"scale_info::{type_id}", metadata=md).encode(value).to_hex())

    return _encode(pallets, types, extensions, encoded)


def _encode(
    pallets: list[Pallet],
    types: dict[str, Struct | Enum],
    extensions: dict[str, tuple[Shape, str]],
    encoded: Callable[[int, Any], str],
) -> str:
    named: dict[str, Struct | Enum | str] = dict(types)
    named |= {f"{p.name}Call": Enum(f"{p.crate}::Call", p.calls) for p in pallets if p.calls}
    named |= {f"{p.name}Event": Enum(f"{p.crate}::{p.event_name}", p.events) for p in pallets if p.events}
    named |= {f"{p.name}Error": Enum(f"{p.crate}::Error", dict.fromkeys(p.errors)) for p in pallets if p.errors}
    outer = {
        "RuntimeCall": {p.name: At(p.index, f"{p.name}Call") for p in pallets if p.calls},
        "RuntimeEvent": {p.name: At(p.index, f"{p.name}Event") for p in pallets if p.events},
    }
    named |= {name: Enum(f"practice_runtime::{name}", variants) for name, variants in outer.items()}
    named |= {name: Struct(f"practice_runtime::{name}", shape) for name, (shape, _) in extensions.items()}
    signature = {"Address": "AccountId", "Call": "RuntimeCall", "Signature": "MultiSignature", "Extra": "Extra"}
    named["Extrinsic"] = Struct("sp_runtime::generic::unchecked_extrinsic::UncheckedExtrinsic", "Vec<u8>", signature)
    named["Extra"] = f"({', '.join(extensions)})"
    named["Runtime"] = Struct("practice_runtime::Runtime", None)
    registry = Registry(named)

    def ty(p: Pallet, kind: str) -> dict[str, int] | None:
        return {"ty": registry.id(f"{p.name}{kind}")} if f"{p.name}{kind}" in named else None

    def storage(item: Item) -> dict[str, Any]:
        value = registry.id(item.value)
        if item.key is None:
            return {"Plain": value}
        hashers = [item.hasher] if isinstance(item.hasher, str) else list(item.hasher)
        return {"Map": {"hashers": hashers, "key": registry.id(item.key), "value": value}}

    def default(item: Item) -> str:
        if item.default is not None:
            return encoded(registry.id(item.value), item.default)
        return "0x" + (b"\x00" if item.optional else registry.zero(item.value)).hex()

    def entries(p: Pallet) -> dict[str, Any] | None:
        return (
            {
                "prefix": p.prefix or p.name,
                "entries": [
                    {
                        "name": name,
                        "modifier": "Optional" if item.optional else "Default",
                        "type": storage(item),
                        "default": default(item),
                        "documentation": [],
                    }
                    for name, item in p.storage.items()
                ],
            }
            if p.storage
            else None
        )

    described = [
        {
            "name": p.name,
            "storage": entries(p),
            "calls": ty(p, "Call"),
            "event": ty(p, "Event"),
            "constants": [
                {
                    "name": name,
                    "type": registry.id(text),
                    "value": encoded(registry.id(text), value),
                    "documentation": [],
                }
                for name, (text, value) in p.constants.items()
            ],
            "error": ty(p, "Error"),
            "index": p.index,
        }
        for p in pallets
    ]
    extrinsic = {
        "ty": registry.id("Extrinsic"),
        "version": 4,
        "signed_extensions": [
            {"identifier": name, "ty": registry.id(name), "additional_signed": registry.id(signed)}
            for name, (_, signed) in extensions.items()
        ],
    }
    runtime = registry.id("Runtime")
    portable = [{"id": number, "type": entry} for number, entry in enumerate(registry.types)]
    whole = {"types": {"types": portable}, "pallets": described, "extrinsic": extrinsic, "runtime_type": runtime}
    return str(codec()[0].create_scale_object("MetadataVersioned").encode((MAGIC, {"V14": whole})).to_hex())
