"""What a wallet needs to show a runtime's calls in words: its metadata without storage, events, constants and texts."""

import base64
from collections.abc import Iterator, Mapping
from typing import Any

from secretariat.clients.substrate.metadata import checked, parsed
from secretariat.clients.substrate.wrong import MetadataWrong
from secretariat.facts.accounts import JOYSTREAM_PREFIX

Entry = Mapping[str, Any]
"""A type, a field or another part, as the parsed metadata has it."""

DECIMALS, SYMBOL = 10, "JOY"


def wallet_definition(text: object, *, chain: str, genesis: str, spec_version: int) -> dict[str, Any]:
    """Make a ``MetadataDef`` of the polkadot-js extension out of the answer of ``state_getMetadata``.

    ``metaCalls`` is metadata of version 14 in base64 (77 kB for all of Joystream); takes about a second. A wallet keeps it for the
    genesis hash and spec version. Raises MetadataWrong for what is not the metadata of version 14 of a runtime.
    """
    return {
        "chain": chain,
        "genesisHash": genesis,
        "icon": "substrate",
        "ss58Format": JOYSTREAM_PREFIX,
        "specVersion": spec_version,
        "tokenDecimals": DECIMALS,
        "tokenSymbol": SYMBOL,
        "types": {},
        "metaCalls": base64.b64encode(calls_only(text)).decode(),
    }


def calls_only(text: object) -> bytes:
    """Write metadata of version 14 that holds the calls, the form of transactions, and the types that these can reach.

    Raises MetadataWrong.
    """
    try:
        configuration, whole = parsed(checked(text))
        magic, versions = whole.value
        made = (magic, {"V14": _slim(versions["V14"])})
        return bytes(configuration.create_scale_object("MetadataVersioned").encode(made).data)
    except MetadataWrong:
        raise
    except Exception as error:  # the library raises whatever its parts raise, on bytes that came from outside
        raise MetadataWrong(
            f"The node's metadata cannot be cut for a wallet: {type(error).__name__}: {str(error)[:200]}"
        ) from error


def _slim(whole: Entry) -> dict[str, Any]:
    kept = _Kept({entry["id"]: entry["type"] for entry in whole["types"]["types"]})
    extrinsic = whole["extrinsic"]
    pallets = [
        {
            "name": one["name"],
            "index": one["index"],
            "calls": one["calls"] and {"ty": kept.number(one["calls"]["ty"])},
            "storage": None,
            "event": None,
            "error": None,
            "constants": [],
        }
        for one in whole["pallets"]
    ]
    extensions = [
        {
            "identifier": one["identifier"],
            "ty": kept.number(one["ty"]),
            "additional_signed": kept.number(one["additional_signed"]),
        }
        for one in extrinsic["signed_extensions"]
    ]
    envelope = {"ty": kept.number(extrinsic["ty"]), "version": extrinsic["version"], "signed_extensions": extensions}
    runtime = kept.number(whole["runtime_type"])
    return {"types": {"types": kept.types()}, "pallets": pallets, "extrinsic": envelope, "runtime_type": runtime}


class _Kept:
    """The types that calls reach, with new numbers in the order in which they were met: a type's number is its place."""

    def __init__(self, old: Mapping[int, Entry]) -> None:
        self._old = old
        self._numbers: dict[int, int] = {}

    def number(self, old: int) -> int:
        """Give the new number of a type; it is kept, and every type that it mentions."""
        waiting = [old]
        while waiting:
            one = waiting.pop()
            if one not in self._numbers:
                self._numbers[one] = len(self._numbers)
                waiting += _mentioned(self._old[one])
        return self._numbers[old]

    def types(self) -> list[dict[str, Any]]:
        """Write every kept type with new numbers and without texts."""
        return [{"id": new, "type": self._moved(self._old[old])} for old, new in self._numbers.items()]

    def _moved(self, entry: Entry) -> dict[str, Any]:
        kind, body = next(iter(entry["def"].items()))
        params = [
            {"name": one["name"], "type": None if one["type"] is None else self._numbers[one["type"]]}
            for one in entry["params"]
        ]
        return {"path": entry["path"], "params": params, "def": {kind: self._body(kind, body)}, "docs": []}

    def _body(self, kind: str, body: Any) -> Any:
        match kind:
            case "primitive":
                return body
            case "composite":
                return {"fields": self._fields(body["fields"])}
            case "variant":
                variants = [
                    {"name": one["name"], "fields": self._fields(one["fields"]), "index": one["index"], "docs": []}
                    for one in body["variants"]
                ]
                return {"variants": variants}
            case "tuple":
                return [self._numbers[one] for one in body]
        return {name: value if name == "len" else self._numbers[value] for name, value in body.items()}

    def _fields(self, fields: list[Entry]) -> list[dict[str, Any]]:
        return [
            {"name": one["name"], "type": self._numbers[one["type"]], "typeName": one["typeName"], "docs": []}
            for one in fields
        ]


def _mentioned(entry: Entry) -> Iterator[int]:
    """Name every type that a type is made of."""
    kind, body = next(iter(entry["def"].items()))
    yield from (one["type"] for one in entry["params"] if one["type"] is not None)
    match kind:
        case "composite":
            yield from (one["type"] for one in body["fields"])
        case "variant":
            yield from (one["type"] for variant in body["variants"] for one in variant["fields"])
        case "tuple":
            yield from body
        case "sequence" | "array" | "compact" | "bitsequence":
            yield from (value for name, value in body.items() if name != "len")
