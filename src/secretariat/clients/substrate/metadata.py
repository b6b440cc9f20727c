"""Metadata of version 14, from the hex text a node answers to a runtime's types and pallets."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from scalecodec.base import RuntimeConfigurationObject, ScaleBytes  # type: ignore[attr-defined]
from scalecodec.type_registry import load_type_registry_preset

from secretariat.clients.substrate.decode import decode
from secretariat.clients.substrate.types import (
    Array,
    Basic,
    Bits,
    Compact,
    Constant,
    Enum,
    ExtrinsicForm,
    Field,
    Pallet,
    Runtime,
    Sequence,
    SignedExtension,
    StorageItem,
    Struct,
    Tuple,
    Type,
    Variant,
)
from secretariat.clients.substrate.wrong import MetadataWrong, ValueWrong
from secretariat.facts.accounts import JOYSTREAM_PREFIX

MAGIC = "6d657461"
VERSION = 14
LARGEST_TEXT = 64 * 1024 * 1024

_HEX = re.compile(r"0x(?:[0-9a-fA-F]{2})+")


def load(text: object) -> Runtime:
    """Read the answer of ``state_getMetadata``; takes about 0.4 s for 438 kB, so the newest two are remembered while the program runs.

    Raises MetadataWrong, and nothing else, for whatever is not the metadata of version 14 of a runtime.
    """
    return _runtime(checked(text))


@lru_cache(maxsize=2)
def _runtime(text: str) -> Runtime:
    try:
        _, found = parsed(text)
        whole, pallets = found.value[1]["V14"], list(found.pallets)
        types = {int(entry["id"]): _type(entry["type"]) for entry in whole["types"]["types"]}
        held = _pallets(whole["pallets"], pallets, types)
        return Runtime(types=types, pallets=held, ss58_prefix=_ss58_prefix(types, held), extrinsic=_extrinsic(whole))
    except Exception as error:  # the library raises whatever its parts raise, on bytes that came from outside
        raise MetadataWrong(
            f"The node's metadata cannot be read: {type(error).__name__}: {str(error)[:200]}"
        ) from error


def checked(text: object) -> str:
    """Give the text if it can be metadata of version 14. Raises MetadataWrong."""
    if not isinstance(text, str) or len(text) > LARGEST_TEXT or not _HEX.fullmatch(text):
        raise MetadataWrong("The node's metadata is not hexadecimal text; is the address that of a Substrate node?")
    if text[2:10].lower() != MAGIC:
        raise MetadataWrong("The node's metadata does not begin as metadata does (6d657461).")
    version = int(text[10:12] or "0", 16)
    if version != VERSION:
        raise MetadataWrong(f"The node's metadata has version {version}; version {VERSION} can be read.")
    return text


def parsed(text: str) -> tuple[Any, Any]:
    """Parse metadata: the library's configuration, and the metadata with its ``value`` as Python data.

    Its ``pallets`` are objects, which alone keep raw bytes. Raises whatever the library's parts raise.
    """
    configuration = RuntimeConfigurationObject(implements_scale_info=True)
    configuration.update_type_registry(load_type_registry_preset("core") or {})
    found = configuration.create_scale_object("MetadataVersioned", data=ScaleBytes(text))
    found.decode()
    return configuration, found


def _type(entry: Mapping[str, Any]) -> Type:
    path = tuple(entry["path"])
    kind, body = next(iter(entry["def"].items()))
    match kind:
        case "primitive":
            return Basic(body)
        case "composite":
            return Struct(path, _fields(body["fields"]))
        case "variant":
            variants = [
                Variant(each["index"], each["name"], _fields(each["fields"]), " ".join(each["docs"]).strip())
                for each in body["variants"]
            ]
            return Enum(path, {each.index: each for each in variants})
        case "sequence":
            return Sequence(body["type"])
        case "array":
            return Array(body["type"], int(body["len"]))
        case "tuple":
            return Tuple(tuple(body))
        case "compact":
            return Compact(body["type"])
        case "bitsequence":
            return Bits(int(body["bit_store_type"]))
    raise MetadataWrong(f"a type of an unknown kind: {kind}")


def _fields(fields: list[Mapping[str, Any]]) -> tuple[Field, ...]:
    return tuple(Field(each["name"], each["type"], each["typeName"] or "") for each in fields)


def _pallets(described: list[Mapping[str, Any]], objects: list[Any], types: Mapping[int, Type]) -> dict[str, Pallet]:
    found = {}
    for values, parsed in zip(described, objects, strict=True):
        constants = {
            str(value["name"]): Constant(int(value["type"]), bytes(constant.constant_value))
            for value, constant in zip(values["constants"], parsed.constants or [], strict=True)
        }
        found[values["name"]] = Pallet(
            name=values["name"],
            index=int(values["index"]),
            calls=values["calls"]["ty"] if values["calls"] else None,
            storage=_storage(values, parsed, types),
            constants=constants,
            errors=values["error"]["ty"] if values["error"] else None,
        )
    return found


def _storage(values: Mapping[str, Any], parsed: Any, types: Mapping[int, Type]) -> dict[str, StorageItem]:
    held = values["storage"]
    if not held:
        return {}
    items = {}
    for entry, described in zip(held["entries"], parsed.value_object["storage"].value_object["entries"], strict=True):
        kind, body = next(iter(entry["type"].items()))
        hashers = () if kind == "Plain" else tuple(body["hashers"])
        items[entry["name"]] = StorageItem(
            pallet=values["name"],
            name=entry["name"],
            prefix=held["prefix"],
            optional=entry["modifier"] == "Optional",
            hashers=hashers,
            key_types=() if kind == "Plain" else _key_types(int(body["key"]), len(hashers), types),
            value_type=int(body) if kind == "Plain" else int(body["value"]),
            default=bytes(described.value_object["default"].value_object),
        )
    return items


def _key_types(key: int, hashers: int, types: Mapping[int, Type]) -> tuple[int, ...]:
    """Give one type for each hasher: with one hasher the key is one value, even when that is a tuple."""
    if hashers == 1:
        return (key,)
    parts = types[key]
    if not isinstance(parts, Tuple) or len(parts.type_ids) != hashers:
        raise MetadataWrong(f"a map with {hashers} hashers has another number of keys")
    return parts.type_ids


def _extrinsic(whole: Mapping[str, Any]) -> ExtrinsicForm:
    """Read how transactions are written; the account's type is a parameter of the transaction's own type."""
    told = whole["extrinsic"]
    entry = next(each["type"] for each in whole["types"]["types"] if each["id"] == told["ty"])
    address = next((each["type"] for each in entry["params"] if each["name"] == "Address"), None)
    extensions = [
        SignedExtension(str(each["identifier"]), int(each["ty"]), int(each["additional_signed"]))
        for each in told["signed_extensions"]
    ]
    return ExtrinsicForm(version=int(told["version"]), address=address, extensions=tuple(extensions))


def _ss58_prefix(types: Mapping[int, Type], pallets: Mapping[str, Pallet]) -> int:
    """Read the prefix of addresses, which a runtime need not say."""
    system = pallets.get("System")
    constant = system.constants.get("SS58Prefix") if system else None
    if constant is None:
        return JOYSTREAM_PREFIX
    prefix = decode(types, constant.type_id, constant.value)
    if not isinstance(prefix, int) or not 0 <= prefix < 2**14:
        raise ValueWrong("System.SS58Prefix is no prefix of addresses")
    return prefix
