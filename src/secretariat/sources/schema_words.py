"""What a JSON schema finds wrong with a state, in words for the person who wrote it."""

import json
from decimal import Decimal
from typing import Any

from jsonschema.exceptions import ValidationError

MOST_NAMES = 5
"""So many unknown names of one object are shown."""


def words(error: ValidationError) -> str:
    """Say in a person's words what the schema found."""
    value = "" if isinstance(error.instance, dict | list) else f"{shown(error.instance)} "
    rule: Any = error.validator_value
    instance: Any = error.instance
    asked_by: Any = error.schema
    match error.validator:
        case "required":
            missing = [name for name in rule if name not in instance]  # each of them is an error of its own
            named = next((name for name in missing if error.message.startswith(repr(name))), missing[0])
            return f'"{named}" is missing'
        case "type":
            wanted = rule if isinstance(rule, list) else [rule]
            names = {
                "integer": "a whole number",
                "object": "an object",
                "array": "a list",
                "string": "a text",
                "null": "null",
                "number": "a number",
                "boolean": "true or false",
            }
            return f"{value or 'this '}is not {' or '.join(names[name] for name in wanted)}"
        case "minimum" | "maximum":
            side = "less than" if error.validator == "minimum" else "more than"
            return f"{value}is {side} {rule}"
        case "enum":
            return f"{value}is none of {', '.join(rule)}"
        case "pattern":
            return f"{value}is not {_asked(error)}"
        case "additionalProperties":
            known = ", ".join(asked_by["properties"])
            unknown = [name for name in instance if name not in asked_by["properties"]]
            named = ", ".join(shown(name) for name in unknown[:MOST_NAMES])
            more = f" and {len(unknown) - MOST_NAMES} more" if len(unknown) > MOST_NAMES else ""
            return f"{named}{more} {'is' if len(unknown) == 1 else 'are'} not known here; known are {known}"
        case "minProperties" | "maxProperties":
            known = ", ".join(asked_by.get("properties", ()))
            return f"exactly one of {known} is needed" if known else "this has no members"
        case _:
            return "this is empty; give at least one" if error.validator == "minItems" else "this has no members"


def _asked(error: ValidationError) -> str:
    """Say what a text is to be, by the member that it stands in."""
    path = list(error.path)
    if "genesis" in path:
        return "a hash: 0x and 64 hexadecimal digits"
    return "the number of a candidate's membership" if "intermediate_winners" in path else TIME_ASKED


TIME_ASKED = "a time with seconds and a time zone, such as 2026-05-04T12:00:00Z or 2026-05-04T14:00:00+02:00"


def shown(value: Any) -> str:
    """Write a value as JSON, cut to what a message can hold."""
    text = str(value) if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else f"{text[:57]}..."
