"""The schema of world files as it is published: the form, and what of acts, blocks and constants the program checks beside it."""

import copy
from collections.abc import Iterator
from typing import Any

from secretariat.devnet.chain.specs import PRODUCTION
from secretariat.devnet.metadata.pallets import TYPES
from secretariat.devnet.world.acts import ACTS_OF_PEOPLE, ACTS_OF_THE_WORLD, NETWORK
from secretariat.devnet.world.file_checks import LAST_BLOCK, declared, least
from secretariat.devnet.world.files import schema

BITS = {"u8": 8, "u16": 16, "u32": 32, "u64": 64, "u128": 128}
"""Whole numbers of the runtime by their types."""

PARAMETERS = "ProposalParameters"
"""The one type of a constant that is not a number and that a file can change."""


def published() -> dict[str, Any]:
    """Give the schema with the arguments of each act, who can do it, blocks that a chain has, and every constant by its type.

    A file that fits it may still be refused for what no schema can say: labels that nothing has, people who are not there or named twice,
    spans that end before they begin.
    """
    made = copy.deepcopy(schema())
    definitions = made["$defs"]
    definitions["constants"], definitions[PARAMETERS] = _constants(), _parameters()
    definitions["amount"]["anyOf"][0]["maximum"] = 2**128 - 1
    number, begins, ends, after = definitions["when"]["anyOf"]
    number["maximum"] = LAST_BLOCK
    begins["properties"]["begins"] |= {"minimum": 0, "maximum": LAST_BLOCK}
    ends["properties"]["ends"] |= {"minimum": -LAST_BLOCK, "maximum": 0}
    after["properties"]["blocks"]["maximum"] = LAST_BLOCK
    made["properties"]["settings"]["properties"]["constants"] |= {"$ref": "#/$defs/constants"}
    for act in ("upgrade", "know_runtime"):
        definitions["arguments"][act]["properties"]["constants"] |= {"$ref": "#/$defs/constants"}
    made["properties"]["acts"]["items"]["allOf"] = [*_who(), *_arguments(definitions["arguments"])]
    return made


def _who() -> Iterator[dict[str, Any]]:
    """Say which acts are the world's, and which of them take no block after another act's."""
    world, people = ({"enum": sorted(acts)} for acts in (ACTS_OF_THE_WORLD, ACTS_OF_PEOPLE))
    yield {
        "if": {"properties": {"actor": {"const": "world"}}},
        "then": {"properties": {"act": world}},
        "else": {"properties": {"act": people}},
    }
    no_label = {"not": {"type": "object", "required": ["after"]}}
    yield {
        "if": {"properties": {"act": {"enum": sorted(NETWORK)}}, "required": ["act"]},
        "then": {"properties": {"block": no_label}},
    }


def _arguments(known: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Say of each act which arguments it takes; they may be left out where none is needed."""
    for act, asked in known.items():
        then: dict[str, Any] = {"properties": {"arguments": {"$ref": f"#/$defs/arguments/{act}"}}}
        if asked.get("required") or "oneOf" in asked:
            then["required"] = ["arguments"]
        yield {"if": {"properties": {"act": {"const": act}}, "required": ["act"]}, "then": then}


def _constants() -> dict[str, Any]:
    """Describe every constant that a file can change; those that are bytes it cannot."""
    numbers = {name: value for name, value in PRODUCTION.items() if type(value) in (int, dict)}
    properties = {name: _kind(name, value) for name, value in numbers.items()}
    return {"type": "object", "additionalProperties": False, "properties": properties}


def _kind(name: str, usual: Any) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{PARAMETERS}"} if isinstance(usual, dict) else _whole(declared(name), least(name, usual))


def _parameters() -> dict[str, Any]:
    """Describe the parameters of a type of proposal, all of which are needed."""
    struct: Any = TYPES[PARAMETERS]
    properties = {one.name: _whole(one.type, 0) for one in struct.fields}
    return {"type": "object", "additionalProperties": False, "properties": properties, "required": list(properties)}


def _whole(type_: str, from_: int) -> dict[str, Any]:
    bits = BITS[type_.removeprefix("Option<").removesuffix(">")]
    return {"type": "integer", "minimum": from_, "maximum": 2**bits - 1}
