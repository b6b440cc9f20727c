"""What a type's text means: one of a few forms, with declared names and the standard library's own types resolved."""

from collections.abc import Mapping
from dataclasses import dataclass

from secretariat.devnet.metadata.declarations import Enum, Field, Struct, Variant, split

WIDTHS = {"u8": 1, "u16": 2, "u32": 4, "u64": 8, "u128": 16}
"""Bytes of the unsigned integers; the other primitive types are bool and str."""

_VEC = "bounded_collections"
_WRAPPERS = {
    "BTreeSet": ("BTreeSet", "Vec<{}>", False),
    "BoundedVec": (f"{_VEC}::bounded_vec::BoundedVec", "Vec<{}>", True),
    "WeakBoundedVec": (f"{_VEC}::weak_bounded_vec::WeakBoundedVec", "Vec<{}>", True),
    "BoundedBTreeSet": (f"{_VEC}::bounded_btree_set::BoundedBTreeSet", "BTreeSet<{}>", True),
}
"""Path, what is inside, and whether the type has a bound as its second parameter."""

WRAPPER_OPAQUE = "frame_support::traits::misc::WrapperOpaque"
"""A value within its own length, so that one who does not know its type can pass over it."""


@dataclass(frozen=True, slots=True)
class Primitive:
    """An unsigned integer, a bool or a str."""

    name: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """A ``Vec``."""

    inner: str


@dataclass(frozen=True, slots=True)
class Array:
    """So many of one type, without a length before them."""

    inner: str
    length: int


@dataclass(frozen=True, slots=True)
class Tuple:
    """One of each type, in order; of none: the unit type."""

    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compact:
    """An integer, or a struct of one, in as few bytes as it needs."""

    inner: str


Definition = Primitive | Sequence | Array | Tuple | Compact | Struct | Enum


def definition(text: str, named: Mapping[str, Struct | Enum]) -> Definition:
    """Tell what a type's text (in its tidy form) means. Raises KeyError for a name that is not declared."""
    if text in named:
        return named[text]
    if text in WIDTHS or text in ("bool", "str"):
        return Primitive(text)
    if text.startswith("("):
        return Tuple(tuple(split(text[1:-1])))
    if text.startswith("["):
        inner, _, length = text[1:-1].rpartition(";")
        return Array(inner, int(length))
    return _generic(text)


def _generic(text: str) -> Definition:
    head, _, rest = text.partition("<")
    parts = split(rest[:-1])
    if head == "Vec":
        return Sequence(parts[0])
    if head == "Compact":
        return Compact(parts[0])
    if head == "Option":
        return Enum("Option", (Variant("None", 0), _single("Some", 1, parts[0])), {"T": parts[0]})
    if head == "Result":
        return Enum(
            "Result", (_single("Ok", 0, parts[0]), _single("Err", 1, parts[1])), dict(zip("TE", parts, strict=True))
        )
    if head == "BTreeMap":
        inside = (Field(None, f"Vec<({parts[0]},{parts[1]})>"),)
        return Struct("BTreeMap", inside, dict(zip("KV", parts, strict=True)))
    if head == "WrapperOpaque":
        return Struct(WRAPPER_OPAQUE, (Field(None, "Compact<u32>"), Field(None, parts[0])), {"T": parts[0]})
    if head in _WRAPPERS:
        path, inner, bounded = _WRAPPERS[head]
        return Struct(path, (Field(None, inner.format(parts[0])),), {"T": parts[0], **({"S": None} if bounded else {})})
    raise KeyError(f"no type is called {text!r}")


def _single(name: str, index: int, text: str) -> Variant:
    return Variant(name, index, (Field(None, text),))
