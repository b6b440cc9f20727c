"""Whether a value has the form that the real runtime's metadata declares, as decision 0009 writes values."""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from scalecodec.base import RuntimeConfigurationObject, ScaleBytes  # type: ignore[attr-defined]
from scalecodec.type_registry import load_type_registry_preset

METADATA = Path(os.environ.get("SECRETARIAT_SHARED", "../shared")) / "data/joystream/chain-metadata.json"


class Forms:
    """The types of the real metadata, and its pallets by name."""

    def __init__(self) -> None:
        registry = RuntimeConfigurationObject(implements_scale_info=True, ss58_format=126)
        core: Any = load_type_registry_preset("core")
        core["types"].pop("*::Call", None)
        registry.update_type_registry(core)
        text = json.loads(METADATA.read_text())["result"]
        metadata = registry.create_scale_object("MetadataVersioned", data=ScaleBytes(text))
        metadata.decode()
        content = metadata.value[1]["V14"]
        self.types = {one["id"]: one["type"] for one in content["types"]["types"]}
        self.pallets = {one["name"]: one for one in content["pallets"]}

    def event(self, name: str) -> list[int]:
        """Give the types of an event's values."""
        pallet, variant = name.split(".")
        number = self.pallets[pallet]["event"]["ty"]
        (found,) = (one for one in self.types[number]["def"]["variant"]["variants"] if one["name"] == variant)
        return [field["type"] for field in found["fields"]]

    def item(self, name: str) -> tuple[list[int], int] | None:
        """Give the types of an item's keys and of its value; None for one that the runtime does not have."""
        pallet, wanted = name.split(".")
        storage = self.pallets[pallet]["storage"]
        for entry in storage["entries"] if storage else ():
            if entry["name"] == wanted:
                ((kind, content),) = entry["type"].items()
                if kind == "Plain":
                    return [], content
                keys = [content["key"]]
                if len(content["hashers"]) > 1:
                    keys = self.types[content["key"]]["def"]["tuple"]
                return keys, content["value"]
        return None

    def wrong(self, value: Any, number: int, where: str) -> str | None:
        """Say what is wrong with a value of a type; None when it fits."""
        kind_of = self.types[number]
        ((kind, content),) = kind_of["def"].items()
        last = kind_of["path"][-1] if kind_of["path"] else ""
        if last == "Option":
            return None if value is None else self.wrong(value, kind_of["params"][0]["type"], where)
        return getattr(self, f"_{kind}")(value, content, where)  # type: ignore[no-any-return]

    def _primitive(self, value: Any, content: str, where: str) -> str | None:
        if content == "bool":
            return None if isinstance(value, bool) else f"{where}: {value!r} is no bool"
        if content == "str":
            return None if isinstance(value, str) else f"{where}: {value!r} is no str"
        bits = int(content[1:])
        good = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 1 << bits
        return None if good else f"{where}: {value!r} is no {content}"

    def _compact(self, value: Any, content: Any, where: str) -> str | None:
        return self.wrong(value, content["type"], where)

    def _array(self, value: Any, content: Any, where: str) -> str | None:
        good = isinstance(value, bytes) and len(value) == content["len"]
        return None if good else f"{where}: {value!r} is not {content['len']} bytes"

    def _sequence(self, value: Any, content: Any, where: str) -> str | None:
        if self.types[content["type"]]["def"] == {"primitive": "u8"}:
            return None if isinstance(value, bytes) else f"{where}: {value!r} is no bytes"
        if not isinstance(value, tuple):
            return f"{where}: {value!r} is no tuple"
        return self._first(self.wrong(one, content["type"], f"{where}[{place}]") for place, one in enumerate(value))

    def _tuple(self, value: Any, content: Any, where: str) -> str | None:
        if not isinstance(value, tuple) or len(value) != len(content):
            return f"{where}: {value!r} is no tuple of {len(content)}"
        return self._first(self.wrong(one, of, where) for one, of in zip(value, content, strict=True))

    def _composite(self, value: Any, content: Any, where: str) -> str | None:
        fields = content["fields"]
        if not fields or fields[0].get("name") is None:
            if len(fields) == 1:
                return self.wrong(value, fields[0]["type"], where)
            return self._tuple(value, [field["type"] for field in fields], where)
        return self._struct(value, fields, where)

    def _struct(self, value: Any, fields: Any, where: str) -> str | None:
        names = [field["name"] for field in fields]
        if not isinstance(value, dict) or list(value) != names:
            return f"{where}: {value!r} does not have the fields {names}"
        pairs = ((field["name"], field["type"]) for field in fields)
        return self._first(self.wrong(value[name], of, f"{where}.{name}") for name, of in pairs)

    def _variant(self, value: Any, content: Any, where: str) -> str | None:
        name, inner = (value, None) if isinstance(value, str) else next(iter(value.items()))
        variant = next((one for one in content["variants"] if one["name"] == name), None)
        if variant is None:
            return f"{where}: {value!r} is none of {[one['name'] for one in content['variants']]}"
        fields = variant["fields"]
        if not fields:
            return None if isinstance(value, str) else f"{where}: {name} has no content"
        if fields[0].get("name") is not None:
            return self._struct(inner, fields, f"{where}.{name}")
        if len(fields) == 1:
            return self.wrong(inner, fields[0]["type"], f"{where}.{name}")
        return self._tuple(inner, [field["type"] for field in fields], f"{where}.{name}")

    @staticmethod
    def _first(found: Any) -> str | None:
        return next((one for one in found if one is not None), None)


@cache
def forms() -> Forms:
    """Read the real metadata, or skip the test by name where it is not there."""
    if not METADATA.is_file():
        pytest.skip(f"the real metadata is not at {METADATA}")
    return Forms()
