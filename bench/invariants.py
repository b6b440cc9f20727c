"""What must hold of the reading of any file, however damaged it is."""

import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from secretariat.facts.fields import field_types
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import CODES, LONGEST_WORDS
from secretariat.sources.archives.document import Reading
from secretariat.store.facts import body_of


class Broken(Exception):
    """What must hold of any input does not; the first argument names the rule, the second says what was seen."""


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


def check_problems(reading: Reading, lines: int) -> None:
    """Check codes, lines, words, ids and targets; ``lines`` is how many the file has."""
    seen: dict[str, str] = {}
    for problem in reading.problems:
        said = f"{problem.code} at line {problem.line}: {problem.what[:300]}"
        if problem.code == "reader-failed":
            raise Broken("reader failed", said)
        if problem.code not in CODES or problem.severity != CODES[problem.code][0] or problem.file != reading.path:
            raise Broken("problem malformed", said)
        if not 0 <= problem.line <= lines:
            raise Broken("problem outside the file", f"{said} (the file has {lines} lines)")
        if not problem.what.strip() or max(len(problem.what), len(problem.repair)) > LONGEST_WORDS:
            raise Broken("problem too long or empty", said[:500])
        if not (problem.what + problem.repair).isprintable():
            raise Broken("problem not printable", ascii(said))
        if seen.setdefault(problem.id, said) != said:
            raise Broken("two problems with one id", f"{seen[problem.id]} / {said}")
        target = problem.target
        if target is not None and target.field not in field_types(KINDS[target.kind]):
            raise Broken("target without field", f"{said} {target}")
        if target is not None and (target.kind, target.key) not in reading.records:
            raise Broken("target without record", f"{said} {target}")
        _storable(problem.id + problem.what + problem.repair + problem.subject, said)


def check_records(reading: Reading, lines: int) -> None:
    """Check that every record lies inside the file, is loaded as it was stored, and fits into both databases."""
    for (kind, key), record in reading.records.items():
        said = f"{kind} {key[:200]!r} at line {record.line}"
        if not 1 <= record.line <= lines or record.file != reading.path or record.format != reading.format:
            raise Broken("record outside the file", f"{said} (the file has {lines} lines)")
        if len(key) > 500:
            raise Broken("key too long", said)
        _storable(key, said)
        body = body_of(record)
        if _adapter(kind).validate_json(body) != record.fact:
            raise Broken("not loaded as stored", f"{said}: {body[:500]}")
        for value in _values(json.loads(body, parse_float=Decimal)):
            if isinstance(value, str):
                _storable(value, said)
        cls: type = type(record.fact)
        for name, type_ in field_types(cls).items():
            value = getattr(record.fact, name)
            if type_ == "integer" and value is not None and not -(2**63) <= value < 2**63:
                raise Broken("whole number beyond 64 bits", f"{said}: {name} = {str(value)[:60]}")
            if type_ == "amount" and value is not None and abs(value) >= 10**39:
                raise Broken("amount beyond 39 digits", f"{said}: {name} = {str(value)[:60]}")
            if type_ == "decimal" and value is not None and not (value.is_finite() and abs(value.adjusted()) < 100):
                raise Broken("decimal out of bounds", f"{said}: {name} = {str(value)[:60]}")


def _storable(text: str, said: str) -> None:
    """PostgreSQL takes no zero character; neither database takes half of a surrogate pair."""
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise Broken("text not storable", f"{said}: {text[:100]!a}")


def _values(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield key
            yield from _values(part)
    elif isinstance(value, list):
        for part in value:
            yield from _values(part)
    else:
        yield value
