"""The language in which types and pallets are declared, close to the runtime's own.

A type's text is ``u32``, ``Vec<u8>``, ``Option<Hash>``, ``Compact<u128>``, ``[u8; 32]``, ``(u64, bool)``, or the name of a
declared one; fields are ``(stake: u128, ends_at: u32)`` where they have names and ``(u128, u32)`` where not.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_NAMED = re.compile(r"(\w+): (.+)", re.DOTALL)
_TYPE = re.compile(r"(struct|enum) ([\w:]+)(?: as (\w+))?(?:<([^{(]*)>)? ?(.*)", re.DOTALL)
_VARIANT = re.compile(r"(?:(\d+) )?(\w+)(.*)", re.DOTALL)
_ITEM = re.compile(r"(\w+): (?:(twox|blake) (.+) => )?(.+?)(\?)?")

HASHERS = {"blake": "Blake2_128Concat", "twox": "Twox64Concat"}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a struct, a variant or a call; ``name`` is None where fields are told by their place."""

    name: str | None
    type: str


@dataclass(frozen=True, slots=True)
class Struct:
    """A struct, with its path in the runtime's source, by which clients know some types."""

    path: str
    fields: tuple[Field, ...]
    params: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Variant:
    """One variant of an enum: also a call, an event, an error."""

    name: str
    index: int
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class Enum:
    """An enum."""

    path: str
    variants: tuple[Variant, ...]
    params: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Item:
    """A storage item: a map where it has ``keys``, each behind ``hasher``. An optional one has no default value."""

    value: str
    keys: tuple[str, ...] = ()
    hasher: str = HASHERS["blake"]
    optional: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Pallet:
    """A pallet. ``defaults`` are those of items whose default is not their type's zero; ``constants`` are types by name."""

    name: str
    number: int
    crate: str
    prefix: str
    items: Mapping[str, Item]
    calls: tuple[Variant, ...]
    events: tuple[Variant, ...]
    errors: tuple[Variant, ...]
    constants: Mapping[str, str]
    event_enum: str
    defaults: Mapping[str, Any]


def pallet(
    name: str,
    number: int,
    crate: str,
    *,
    prefix: str = "",
    items: str = "",
    calls: str = "",
    events: str = "",
    errors: str = "",
    constants: str = "",
    event_enum: str = "RawEvent",
    defaults: Mapping[str, Any] | None = None,
) -> Pallet:
    """Read a pallet's declaration. ``crate`` is the path of its enums; ``prefix`` that of its keys, where not the name.

    An item is ``Name: Type``, a map ``Name: blake key, key => Type``, an optional one ends with ``?``. Errors are names only.
    """
    return Pallet(
        name=name,
        number=number,
        crate=crate,
        prefix=prefix or name,
        items=dict(map(_item, _lines(items))),
        calls=variants(calls),
        events=variants(events),
        errors=tuple(Variant(error, index) for index, error in enumerate(errors.split())),
        constants={line.split(": ")[0]: tidy(line.split(": ")[1]) for line in _lines(constants)},
        event_enum=event_enum,
        defaults=defaults or {},
    )


def types(text: str) -> dict[str, Struct | Enum]:
    """Read declared types by name: ``struct path::Name (fields)`` and ``enum path::Name { variants }``.

    A name is the path's last part, or stands behind ``as``. Raises ValueError for what is neither.
    """
    found: dict[str, Struct | Enum] = {}
    for told in _whole(text):
        match = _TYPE.fullmatch(told)
        if match is None:
            raise ValueError(f"neither a struct nor an enum: {told!r}")
        kind, path, alias, params, body = match.groups()
        named: dict[str, str | None] = {}
        for part in split(params or ""):
            name, _, text = part.partition(" = ")
            named[name] = tidy(text)
        declared = (
            Struct(path, fields(body), named)
            if kind == "struct"
            else Enum(path, variants("\n".join(split(body.strip()[1:-1]))), named)
        )
        found[alias or path.rpartition("::")[2]] = declared
    return found


def variants(text: str) -> tuple[Variant, ...]:
    """Read variants, one in a line: ``Name(fields)``, behind its index where that is not the one after the last."""
    found: list[Variant] = []
    for line in _lines(text):
        match = _VARIANT.fullmatch(line)
        if match is None:
            raise ValueError(f"no variant: {line!r}")
        index, name, body = match.groups()
        after = found[-1].index + 1 if found else 0
        found.append(Variant(name, int(index) if index else after, fields(body)))
    return tuple(found)


def fields(text: str) -> tuple[Field, ...]:
    """Read fields within brackets; without text there are none."""
    inner = text.strip()[1:-1]
    found = []
    for part in split(inner):
        named = _NAMED.fullmatch(part)
        found.append(Field(named[1], tidy(named[2])) if named else Field(None, tidy(part)))
    return tuple(found)


def split(text: str) -> list[str]:
    """Split at the commas that stand outside every bracket."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "<([{") - (letter in ">)]}")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return [part.strip() for part in parts if part.strip()]


def tidy(text: str) -> str:
    """Write a type's text in the one form under which it is known."""
    return "".join(text.split())


def _item(line: str) -> tuple[str, Item]:
    match = _ITEM.fullmatch(line)
    if match is None:
        raise ValueError(f"no storage item: {line!r}")
    name, hasher, keys, value, optional = match.groups()
    held = tuple(tidy(key) for key in split(keys or ""))
    return name, Item(tidy(value), held, HASHERS[hasher or "blake"], optional is not None)


def _lines(text: str) -> Iterator[str]:
    yield from (line.strip() for line in text.splitlines() if line.strip())


def _whole(text: str) -> Iterator[str]:
    """Put the lines of each declaration together."""
    told: list[str] = []
    for line in _lines(text):
        if line.startswith(("struct ", "enum ")) and told:
            yield " ".join(told)
            told = []
        told.append(line)
    yield " ".join(told)
