"""The published JSON Schema of KPI documents: it holds no records, but it must be a schema that says what it means."""

import re
from collections import deque
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from secretariat.facts.texts import quoted
from secretariat.sources.archives.document import Document, Reading
from secretariat.sources.archives.formats import Format
from secretariat.sources.archives.reading import located_json
from secretariat.sources.archives.reading.json_fields import shown
from secretariat.sources.archives.reading.located_json import line_of

MAX_CHARACTERS = 400_000
"""Checking takes about 20 seconds for a million characters; the published schema has five thousand."""

MAX_PROBLEMS = 200
_SCHEMAS_BY_NAME = ("properties", "patternProperties", "$defs", "definitions", "dependentSchemas")
_ONE_SCHEMA = (
    "items",
    "additionalItems",
    "unevaluatedItems",
    "contains",
    "additionalProperties",
    "unevaluatedProperties",
    "propertyNames",
    "not",
    "if",
    "then",
    "else",
    "contentSchema",
)
_LIST_OF_SCHEMAS = ("allOf", "anyOf", "oneOf", "items", "prefixItems")
_OTHER_KEYWORDS = (
    "$schema $id $ref $anchor $recursiveRef $recursiveAnchor $dynamicRef $dynamicAnchor $vocabulary $comment id"
    " type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems"
    " minItems uniqueItems maxContains minContains maxProperties minProperties required dependentRequired dependencies"
    " title description default deprecated readOnly writeOnly examples format contentEncoding contentMediaType"
)
KEYWORDS = frozenset((*_SCHEMAS_BY_NAME, *_ONE_SCHEMA, *_LIST_OF_SCHEMAS, *_OTHER_KEYWORDS.split(" ")))
"""The keywords of JSON Schema from draft 4 to 2020-12; a validator passes over any other word in silence."""

_MEANT = {"min": "minimum", "max": "maximum"}


def recognises(path: str, head: str) -> bool:
    """Tell the schema by its keys: a JSON Schema that describes KPIs."""
    if not path.lower().endswith(".json") or not re.search(r'"\$schema"\s*:', head):
        return False
    return knows_name(path) or '"overviewSection"' in head or '"kpiTitle"' in head


def knows_name(path: str) -> bool:
    """Tell the schema by its name: ``kpi_schema.json``."""
    return re.fullmatch(r"kpis?[_.-]schema\.json", PurePosixPath(path).name, re.IGNORECASE) is not None


def parse(document: Document, reading: Reading) -> None:
    """Note where the schema is ill-formed, and where it uses words that are no keywords."""
    if len(document.text) > MAX_CHARACTERS:
        reading.problem(
            "file-too-large",
            1,
            subject="size",
            what=f"The schema has {len(document.text):,} characters; none has more than {MAX_CHARACTERS:,}.",
            repair="Check that it is the right file.",
            refused=True,
        )
        return
    schema = located_json.load(document, reading)
    if schema is None:
        return
    if not isinstance(schema, dict):
        _problem(reading, line_of(schema), "top", f"The schema is {shown(schema)}, not an object.")
        return
    try:
        found = [*_ill_formed(schema), *_no_keywords(schema)]
    except RecursionError:
        _problem(reading, 1, "depth", "The schema is nested more deeply than any schema of a KPI document.")
        return
    for line, where, what in found[:MAX_PROBLEMS]:
        _problem(reading, line, where, what)
    if len(found) > MAX_PROBLEMS:
        _problem(reading, 1, "more", f"The schema has {len(found) - MAX_PROBLEMS} more violations.")


def _ill_formed(schema: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Validate the schema against the rules of the draft it names, else of 2019-09."""
    from jsonschema.validators import Draft201909Validator, validator_for

    named = schema.get("$schema")
    validator: Any = Draft201909Validator
    if isinstance(named, str):
        validator = validator_for({"$schema": named}, default=Draft201909Validator)
    for error in validator(validator.META_SCHEMA).iter_errors(schema):
        path = list(error.absolute_path)
        message = error.message if len(error.message) <= 200 else f"it breaks the rule {error.validator!r}"
        yield (
            _line_at(schema, path),
            f"ill-formed {_where(path)}",
            f"At {_where(path)} the schema is ill-formed: {message}.",
        )


def _no_keywords(schema: dict[str, Any]) -> Iterator[tuple[int, str, str]]:
    """Find every word at a keyword's place that is none, such as ``min`` for ``minimum``."""
    todo: deque[tuple[Any, tuple[str, ...]]] = deque([(schema, ())])
    while todo:
        found, path = todo.popleft()
        if not isinstance(found, dict):
            continue
        for name in found:
            if name not in KEYWORDS:
                advice = f" {_MEANT[name]!r} is what limits it." if name in _MEANT else ""
                where = f"{_where(path)} {quoted(name)}"
                yield (
                    line_of(found),
                    f"keyword {where}",
                    f"At {_where(path)} the schema says {quoted(name)}, which is no keyword of JSON Schema and has no"
                    f" effect.{advice}",
                )
        todo += _subschemas(found, path)


def _subschemas(schema: dict[str, Any], path: tuple[str, ...]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for name in _SCHEMAS_BY_NAME:
        held = schema.get(name)
        if isinstance(held, dict):
            yield from ((inner, (*path, name, str(key))) for key, inner in held.items())
    for name in _ONE_SCHEMA:
        if isinstance(schema.get(name), dict):
            yield schema[name], (*path, name)
    for name in _LIST_OF_SCHEMAS:
        held = schema.get(name)
        if isinstance(held, list):
            yield from ((inner, (*path, name, str(place))) for place, inner in enumerate(held))


def _line_at(schema: Any, path: list[Any]) -> int:
    """Find the line of the innermost object or list on a path."""
    found, line = schema, line_of(schema)
    for step in path:
        try:
            found = found[step]
        except (KeyError, IndexError, TypeError):
            break
        line = line_of(found, line)
    return line


def _where(path: Any) -> str:
    """Name a place in the schema; only its last steps when it is long."""
    steps = [quoted(step, 40).strip("'") for step in path]
    return "/".join(steps if len(steps) <= 12 else ["..", *steps[-12:]]) or "the top"


def _problem(reading: Reading, line: int, where: str, what: str) -> None:
    reading.problem(
        "schema-violation", line, subject=where, what=what, repair="Mend the schema; documents are read without it."
    )


FORMAT = Format(
    name="kpi-schema",
    title="the published schema of KPI documents",
    recognises=recognises,
    parse=parse,
    knows_name=knows_name,
)
