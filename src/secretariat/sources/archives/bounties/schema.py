"""The schema of the bounty register: the published file, and the rules of it that every entry is held against."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft7Validator, FormatChecker
from jsonschema.exceptions import SchemaError
from jsonschema.validators import validator_for

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading.json_fields import shown
from secretariat.sources.archives.reading.located_json import line_of, load
from secretariat.sources.archives.reading.texts import clean

LISTS = ("activeBounties", "closedBounties")
_NAME = re.compile(r"bount[^/]*schema[^/]*\.json$", re.IGNORECASE)
_LIST_RULE = re.compile(r'"(?:active|closed)Bounties"\s*:\s*\{')
_MOST_ITEMS = 500

_PROPERTIES: Mapping[str, Mapping[str, Any]] = {
    "id": {"type": "integer", "minimum": 1},
    "title": {"type": "string", "minLength": 1, "maxLength": 29},
    "description": {"type": "string", "minLength": 1, "maxLength": 190},
    "openedDate": {"type": "string", "format": "date"},
    "closedDate": {"type": "string", "format": "date"},
    "links": {"type": "array", "uniqueItems": True, "items": {"type": "string", "format": "uri"}},
    "reward": {"type": "integer"},
    "tags": {"type": "array", "uniqueItems": True, "items": {"type": "string", "minLength": 1, "maxLength": 20}},
    "status": {"type": "string"},
    "format": {"type": "string"},
}
"""The rules of ``bounties.schema.json`` as the community publishes it beside the register (draft 7)."""

REQUIRED = ("id", "title", "description", "openedDate", "links", "reward", "tags")

KNOWN = frozenset(_PROPERTIES) | {"notes"}
"""The fields of an entry; older registers have notes, which only repeat the description."""

_TYPE_WORDS: Mapping[type, str] = {
    str: "a text",
    type(None): "null",
    bool: "true or false",
    dict: "an object",
    list: "a list",
}

_CHECKER = FormatChecker(formats=())


@_CHECKER.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    return not isinstance(value, str) or (len(value) == len("2021-06-22") and bool(date.fromisoformat(value)))


@_CHECKER.checks("uri", raises=ValueError)
def _is_uri(value: object) -> bool:
    if not isinstance(value, str):
        return True
    parts = urlsplit(value)
    return bool(parts.scheme and (parts.netloc or parts.path)) and not re.search(r"[\s<>\"{}|\\^`]", value)


_VALIDATORS = {
    name: Draft7Validator(dict(rule), format_checker=_CHECKER)  # type: ignore[no-untyped-call, unused-ignore]
    for name, rule in _PROPERTIES.items()
}


def violations(entry: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each field of a register's entry that breaks the published rules, with what is wrong in words."""
    for name in REQUIRED:
        if name not in entry:
            yield name, "is missing"
    for name, validator in _VALIDATORS.items():
        if name not in entry:
            continue
        value = entry[name]
        if isinstance(value, Decimal) and value == value.to_integral_value():
            value = int(value)  # 300.0 is an integer to a schema
        if isinstance(value, list) and len(value) > _MOST_ITEMS:
            yield name, f"has {len(value)} items, more than a bounty can have"
            continue
        errors = sorted(validator.iter_errors(value), key=lambda error: [str(step) for step in error.path])
        if errors:
            more = f", and {len(errors) - 1} more" if len(errors) > 1 else ""
            yield name, _in_words(errors[0]) + more


def _in_words(error: Any) -> str:
    """Say what one broken rule means; jsonschema's own words print the whole value."""
    value, limit = error.instance, error.validator_value
    words = {
        "type": f"must be of type {limit}, not {_TYPE_WORDS.get(type(value), 'a number')}",
        "minimum": f"is below {limit}",
        "minLength": "is empty",
        "maxLength": f"has {len(value) if isinstance(value, str) else 0} characters, more than {limit}",
        "uniqueItems": "holds the same item twice",
        "format": f"is not a {limit}: {shown(value)}",
    }
    return words.get(str(error.validator), f"breaks the rule {error.validator}")


def _knows_name(path: str) -> bool:
    return bool(_NAME.search(path))


def _recognises(path: str, head: str) -> bool:
    return head.lstrip("\ufeff \t\r\n").startswith("{") and bool(_LIST_RULE.search(head))


def _parse(document: Document, reading: Reading) -> None:
    """Check that the published file is JSON and a schema; it holds no facts."""
    data = load(document, reading)
    if data is None:
        return
    what = ""
    if not isinstance(data, dict):
        what = "The file is not a JSON object."
    elif not isinstance(data.get("$schema", ""), str):
        what = "The name of the schema's own rules ($schema) is not a text."
    else:
        try:
            validator_for(data, default=Draft7Validator).check_schema(data)
        except SchemaError as error:
            place = "/".join(str(step) for step in error.absolute_path) or "its top"
            what = f"The file is not a valid JSON Schema at {quoted(place)}: {quoted(error.message, 200)}."
        except RecursionError:
            what = "The schema is nested too deeply."
    if what:
        repair = "Mend the schema; entries are held against the rules last published."
        subject = clean(what).text[:120]
        reading.problem("schema-violation", line_of(data), subject=subject, what=what, repair=repair)


FORMAT = Format(
    name="bounty-schema",
    title="schema of the bounty register",
    recognises=_recognises,
    parse=_parse,
    knows_name=_knows_name,
)
