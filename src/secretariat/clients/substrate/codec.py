"""Storage values, constants and calls of a runtime: from bytes to plain values and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from secretariat.clients.substrate.decode import decode
from secretariat.clients.substrate.encode import encode
from secretariat.clients.substrate.keys import item_of
from secretariat.clients.substrate.types import Enum, Pallet, Runtime
from secretariat.clients.substrate.wrong import ItemMissing, ValueWrong, bytes_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """A call in plain values. Texts stay ``bytes``; encoding it again gives the bytes it was decoded from."""

    pallet: str
    function: str
    args: Mapping[str, Any]


def storage_value(runtime: Runtime, pallet: str, item: str, raw: str | None) -> Any:
    """Decode a storage value as a node answered it; None (no such key) is the item's default, or None where optional.

    Raises ItemMissing, and ValueWrong naming the item for bytes that are no such value.
    """
    found = item_of(runtime, pallet, item)
    if raw is None and found.optional:
        return None
    try:
        data = found.default if raw is None else bytes_of(raw)
        return decode(runtime.types, found.value_type, data)
    except ValueWrong as error:
        raise ValueWrong(f"{pallet}.{item}: {error}") from error


def encode_storage_value(runtime: Runtime, pallet: str, item: str, value: Any) -> str:
    """Encode a value as the node would answer it. Raises ItemMissing and ValueWrong."""
    return "0x" + encode(runtime, item_of(runtime, pallet, item).value_type, value, f"{pallet}.{item}").hex()


def constants_of(runtime: Runtime) -> dict[str, Any]:
    """Decode every constant, by ``Pallet.Name``. Raises ValueWrong naming one that is not of its type."""
    return {
        f"{pallet.name}.{name}": constant_of(runtime, pallet.name, name)
        for pallet in runtime.pallets.values()
        for name in pallet.constants
    }


def constant_of(runtime: Runtime, pallet: str, name: str) -> Any:
    """Decode one constant. Raises ItemMissing, and ValueWrong when it is not of its type."""
    held = runtime.pallets.get(pallet)
    if held is None or name not in held.constants:
        raise ItemMissing(f"This runtime has no constant {pallet}.{name}.")
    constant = held.constants[name]
    try:
        return decode(runtime.types, constant.type_id, constant.value)
    except ValueWrong as error:
        raise ValueWrong(f"{pallet}.{name}: {error}") from error


def encode_call(runtime: Runtime, call: Call) -> bytes:
    """Encode a call: pallet's and function's byte, then the arguments.

    Calls inside a call (batches) are ``{pallet: {function: args}}``, as they are decoded. Lengths and amounts that the
    chain would refuse are not known here. Raises ItemMissing and ValueWrong.
    """
    held, calls = _calls(runtime, call.pallet)
    if call.function not in {each.name for each in calls.variants.values()}:
        raise ItemMissing(f"This runtime has no call {call.pallet}.{call.function}.")
    assert held.calls is not None  # noqa: S101  (_calls raised)
    content: Any = {call.function: call.args} if call.args else call.function
    return bytes([held.index]) + encode(runtime, held.calls, content, call.pallet)


def decode_call(runtime: Runtime, data: bytes) -> Call:
    """Decode the bytes of a call to the last one. Raises ValueWrong for bytes that are no call of this runtime."""
    pallet = next((each for each in runtime.pallets.values() if data[:1] == bytes([each.index])), None)
    if pallet is None or pallet.calls is None:
        raise ValueWrong("the call names a pallet that this runtime does not have, or that has no calls")
    value = decode(runtime.types, pallet.calls, data[1:])
    if isinstance(value, str):
        return Call(pallet=pallet.name, function=value, args={})
    function, args = next(iter(value.items()))
    if not isinstance(args, Mapping):
        raise ValueWrong(f"the arguments of {pallet.name}.{function} have no names in the metadata")
    return Call(pallet=pallet.name, function=str(function), args=args)


def _calls(runtime: Runtime, pallet: str) -> tuple[Pallet, Enum]:
    held = runtime.pallets.get(pallet)
    calls = runtime.types.get(held.calls) if held is not None and held.calls is not None else None
    if held is None or not isinstance(calls, Enum):
        raise ItemMissing(f"This runtime has no calls of a pallet {pallet}.")
    return held, calls
