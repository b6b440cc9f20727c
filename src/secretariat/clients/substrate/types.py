"""The types of a runtime, as its metadata describes them."""

from dataclasses import dataclass
from typing import Literal

Primitive = Literal[
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "u256", "i8", "i16", "i32", "i64", "i128", "i256"
]

WIDTHS: dict[str, int] = {f"{sign}{bits}": bits // 8 for sign in "ui" for bits in (8, 16, 32, 64, 128, 256)}
"""Bytes of each whole number type."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a struct or of a variant; ``name`` is None where the fields are a tuple.

    ``written`` is the type as the runtime's source writes it (``BalanceOf<T>``): what tells an amount from another number.
    """

    name: str | None
    type_id: int
    written: str = ""


@dataclass(frozen=True, slots=True)
class Basic:
    """A primitive type."""

    name: str


@dataclass(frozen=True, slots=True)
class Struct:
    """Named or unnamed fields. ``path`` tells the types that are treated in a way of their own."""

    path: tuple[str, ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant of an enum: its byte, name and fields, and the runtime's own words about it."""

    index: int
    name: str
    fields: tuple[Field, ...]
    docs: str = ""


@dataclass(frozen=True, slots=True)
class Enum:
    """Variants by their byte."""

    path: tuple[str, ...]
    variants: dict[int, Variant]


@dataclass(frozen=True, slots=True)
class Sequence:
    """Any number of one type."""

    type_id: int


@dataclass(frozen=True, slots=True)
class Array:
    """A fixed number of one type."""

    type_id: int
    length: int


@dataclass(frozen=True, slots=True)
class Tuple:
    """One of each type."""

    type_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Compact:
    """A whole number in as few bytes as it needs."""

    type_id: int


@dataclass(frozen=True, slots=True)
class Bits:
    """A sequence of bits, stored in words of a whole number type."""

    store_type_id: int


Type = Basic | Struct | Enum | Sequence | Array | Tuple | Compact | Bits


@dataclass(frozen=True, slots=True)
class StorageItem:
    """One storage item: a single value without hashers, else a map with one key for each hasher."""

    pallet: str
    name: str
    prefix: str
    optional: bool
    hashers: tuple[str, ...]
    key_types: tuple[int, ...]
    value_type: int
    default: bytes


@dataclass(frozen=True, slots=True)
class Constant:
    """One constant: its type and encoded value."""

    type_id: int
    value: bytes


@dataclass(frozen=True, slots=True)
class Pallet:
    """One pallet with what the desk reads and writes of it."""

    name: str
    index: int
    calls: int | None
    storage: dict[str, StorageItem]
    constants: dict[str, Constant]
    errors: int | None = None


@dataclass(frozen=True, slots=True)
class SignedExtension:
    """One signed extension: the type of what it puts into a transaction, and of what it adds to the signed bytes only."""

    name: str
    extra: int
    additional: int


@dataclass(frozen=True, slots=True)
class ExtrinsicForm:
    """How the runtime's transactions are written. ``address`` is the type of an account in one, where that is told."""

    version: int
    address: int | None
    extensions: tuple[SignedExtension, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Runtime:
    """One runtime: its types by id, its pallets by name, the prefix of its addresses, and the form of its transactions."""

    types: dict[int, Type]
    pallets: dict[str, Pallet]
    ss58_prefix: int
    extrinsic: ExtrinsicForm
