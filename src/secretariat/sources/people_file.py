"""The people whom a text may name: JSON text, checked against the published schema, as their names."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from jsonschema import Draft202012Validator

from secretariat.errors import SecretariatError
from secretariat.sources.json_file import parsed

SCHEMA_FILE = "people-file.schema.json"


class PeopleUnreadable(SecretariatError):
    """The people are not given as the schema asks for. The message says where and what to give."""


def schema_text() -> str:
    """Give the published schema's text."""
    return files("secretariat.sources").joinpath(SCHEMA_FILE).read_text(encoding="utf-8")


def read_people(text: str) -> tuple[str, ...]:
    """Read every name of every person, each once, as written. Raises PeopleUnreadable."""
    given = parsed(text, PeopleUnreadable)
    people = given.get("people") if isinstance(given, dict) else given
    if not isinstance(people, list):
        raise PeopleUnreadable('give a list of people, or an object whose "people" is one')
    for number, person in enumerate(people):
        if isinstance(person, dict) and not {"handle", "name", "names"} & set(person):
            raise PeopleUnreadable(f'people[{number}] has none of "handle", "name" and "names"')
        if isinstance(person, dict) and not {"handle", "name"} & set(person) and person["names"] == []:
            raise PeopleUnreadable(
                f'people[{number}] names nobody: "names" is empty; give a name in it, a "handle" or a "name"'
            )
    if not Draft202012Validator(json.loads(schema_text())).is_valid(given):
        raise PeopleUnreadable(_told(people))
    return tuple(dict.fromkeys(name for person in people for name in _names(person)))


def _names(person: Any) -> Iterator[str]:
    if isinstance(person, str):
        yield person
        return
    yield from (person[key] for key in ("handle", "name") if key in person)
    yield from person.get("names", ())


def _told(people: list[Any]) -> str:
    """Say which person is not given as the schema asks for."""
    one = Draft202012Validator({"$ref": "#/$defs/people", "$defs": json.loads(schema_text())["$defs"]})
    for found in one.iter_errors(people):
        if not found.path:
            return f"people has {len(people):,} entries, and at most {found.validator_value:,} are taken"
        place = f"people[{found.path[0]}]"
        return f"{place} is neither a name of 1 to 200 characters, not blanks alone, nor an object with such names; see docs/contracts/check-text.md"
    return "the members beside people are not as docs/contracts/check-text.md has them"
