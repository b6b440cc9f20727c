"""A call in words: pallet, call and every argument with its unit, so that a person sees what is signed before signing it.

Worked out from the bytes alone, never from what they were made of.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from secretariat.clients.substrate.codec import decode_call
from secretariat.clients.substrate.encode import ACCOUNT
from secretariat.clients.substrate.types import Basic, Compact, Enum, Field, Runtime, Sequence, Struct, Tuple
from secretariat.clients.substrate.wrong import ValueWrong
from secretariat.facts.accounts import address_of
from secretariat.facts.amounts import Amount, token_text
from secretariat.formats.calls import metadata

NOTHING = "none"

OTHER_TOKENS = frozenset({"ProjectToken", "Content"})
"""Pallets whose calls count creators' tokens with the same type as JOY; what is JOY there says so in its name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One argument, or a part of one: its path, its value in words, and what kind of thing that is.

    ``unit`` is ``JOY`` (``value`` in whole tokens), ``account`` (an address of the network), ``text`` (the value is the whole
    text as it stands in the bytes), ``bytes`` (hex), ``number``, ``choice`` (a variant's name, true or false) or ``none``.
    """

    path: str
    value: str
    unit: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CallWords:
    """A call: what it is called on the chain, its number of bytes, and its arguments in the order in which they stand."""

    pallet: str
    function: str
    bytes: int
    lines: tuple[Line, ...]


def in_words(runtime: Runtime, data: bytes) -> CallWords:
    """Decode a call. Raises ValueWrong for bytes that are no call of this runtime."""
    call = decode_call(runtime, data)
    lines = tuple(_call(runtime, call.pallet, call.function, call.args, ""))
    return CallWords(pallet=call.pallet, function=call.function, bytes=len(data), lines=lines)


@dataclass(frozen=True, slots=True)
class _Of:
    """The call that is being shown: its runtime and pallet."""

    runtime: Runtime
    pallet: str

    def is_money(self, field: Field) -> bool:
        """Tell whether a number of 128 bits is base units of JOY: all are, but for those that count creators' tokens."""
        if self.pallet in OTHER_TOKENS:
            return "JoyBalance" in field.written
        return "TokenBalance" not in field.written


def _call(runtime: Runtime, pallet: str, function: str, args: Mapping[str, Any], path: str) -> Iterator[Line]:
    held = runtime.types.get(runtime.pallets[pallet].calls or -1)
    variants = held.variants.values() if isinstance(held, Enum) else ()
    fields = next((each.fields for each in variants if each.name == function), ())
    for field in fields:
        value, name = args[str(field.name)], f"{path}{field.name}"
        message = metadata.CARRIED.get((pallet, function, str(field.name)))
        found = metadata.read(message, value) if message is not None and isinstance(value, bytes) else None
        if found is None:
            yield from _value(_Of(runtime, pallet), field, value, name)
        else:
            yield from _message(found, name)


def _message(found: Mapping[str, Any], path: str) -> Iterator[Line]:
    """Show the fields of a metadata message; one without any says so."""
    if not found:
        yield Line(path=path, value=NOTHING, unit=NOTHING)
    for name, value in found.items():
        each = enumerate(value, start=1) if isinstance(value, list) else [(0, value)]
        for place, one in each:
            here = f"{path}.{name}" + (f"[{place}]" if place else "")
            if isinstance(one, Mapping):
                yield from _message(one, here)
            else:
                yield Line(path=here, value=str(one), unit="number" if isinstance(one, int) else "text")


def _value(of: _Of, field: Field, value: Any, path: str) -> Iterator[Line]:
    """Show one value by its type; ``field`` tells how the runtime's source writes it, which alone tells JOY from other tokens."""
    held = of.runtime.types.get(field.type_id)
    match held:
        case Struct(struct_path, _) if struct_path[-1:] == (ACCOUNT,):
            yield Line(path=path, value=address_of(value, of.runtime.ss58_prefix), unit="account")
        case Struct(_, fields) if len(fields) == 1 and fields[0].name is None:
            yield from _value(of, Field(None, fields[0].type_id, field.written or fields[0].written), value, path)
        case Struct(_, fields):
            yield from _fields(of, fields, value, path)
        case Enum(("Option",), variants):
            yield from _option(of, field, variants[1].fields[0], value, path)
        case Enum():
            yield from _variant(of, held, value, path)
        case Sequence(inner):
            yield from _items(of, field, inner, value, path)
        case Basic("u128") if of.is_money(field):
            yield Line(path=path, value=token_text(Amount(value)), unit="JOY")
        case Tuple(inners):
            for place, (inner, part) in enumerate(zip(inners, value, strict=True), start=1):
                yield from _value(of, Field(None, inner, field.written), part, f"{path}.{place}")
        case Compact(inner):
            yield from _value(of, Field(field.name, inner, field.written), value, path)
        case _:
            yield _plain(value, path)


def _fields(of: _Of, fields: tuple[Field, ...], value: Any, path: str) -> Iterator[Line]:
    if not fields:
        return
    if fields[0].name is not None:
        for each in fields:
            yield from _value(of, each, value[str(each.name)], f"{path}.{each.name}")
    elif len(fields) == 1:
        yield from _value(of, fields[0], value, path)
    else:
        for place, (each, part) in enumerate(zip(fields, value, strict=True), start=1):
            yield from _value(of, each, part, f"{path}.{place}")


def _option(of: _Of, outer: Field, inner: Field, value: Any, path: str) -> Iterator[Line]:
    if value is None:
        yield Line(path=path, value=NOTHING, unit=NOTHING)
    else:
        yield from _value(of, Field(None, inner.type_id, outer.written), value, path)


def _variant(of: _Of, enum: Enum, value: Any, path: str) -> Iterator[Line]:
    """Show a choice; a call within a call, as in a batch, is shown as one."""
    if isinstance(value, str):
        yield Line(path=path, value=value, unit="choice")
        return
    name, content = next(iter(value.items()))
    if name in of.runtime.pallets and enum.path[-1:] == ("RuntimeCall",):
        function, args = (content, {}) if isinstance(content, str) else next(iter(content.items()))
        yield Line(path=path, value=f"{name}.{function}", unit="call")
        yield from _call(of.runtime, name, function, args or {}, f"{path}.")
        return
    yield Line(path=path, value=name, unit="choice")
    fields = next(each.fields for each in enum.variants.values() if each.name == name)
    yield from _fields(of, fields, content, f"{path}.{name}")


def _items(of: _Of, field: Field, inner: int, value: Any, path: str) -> Iterator[Line]:
    if isinstance(value, bytes):
        yield _text(value, path)
        return
    if not value:
        yield Line(path=path, value=NOTHING, unit=NOTHING)
    for place, part in enumerate(value, start=1):
        yield from _value(of, Field(None, inner, field.written), part, f"{path}[{place}]")


def _text(value: bytes, path: str) -> Line:
    try:
        return Line(path=path, value=value.decode(), unit="text")
    except UnicodeDecodeError:
        return Line(path=path, value="0x" + value.hex(), unit="bytes")


def _plain(value: Any, path: str) -> Line:
    if isinstance(value, bool):
        return Line(path=path, value="yes" if value else "no", unit="choice")
    if isinstance(value, int):
        return Line(path=path, value=str(value), unit="number")
    if isinstance(value, str):
        return Line(path=path, value=value, unit="bytes" if value.startswith("0x") else "text")
    if value is None:
        return Line(path=path, value=NOTHING, unit=NOTHING)
    if isinstance(value, list | tuple | Mapping):
        return Line(path=path, value=repr(value), unit="bytes")
    raise ValueWrong(f"{path}: a value that cannot be shown: {value!r}")
