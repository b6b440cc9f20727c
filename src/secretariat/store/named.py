"""Keys that live records name: asked of the database, so that no record needs to be loaded for it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import JSON, ColumnElement, Connection, cast, func, select

from secretariat.store.facts import PART
from secretariat.store.schema import documents, records


def named_keys(
    connection: Connection, source: str, kind: str, references: Mapping[str, Mapping[str, str]]
) -> frozenset[str]:
    """Give the keys of a kind that the records of a live source name.

    ``references`` tells which field of which kind names a record of which kind; fields with several names are not looked at.
    """
    found: set[str] = set()
    for naming, fields in references.items():
        wanted = {field: named for field, named in fields.items() if named == kind}
        if wanted:
            found |= named_by(connection, source, naming, wanted)[kind]
    return frozenset(found)


def named_by(connection: Connection, source: str, kind: str, fields: Mapping[str, str]) -> dict[str, set[str]]:
    """Give, by kind, the keys that the records of one kind of a live source name, all fields in one pass.

    ``fields`` tells which field names a record of which kind; a field with several names gives them as one word.
    """
    query = (
        select(*(_value(connection, field) for field in fields))
        .distinct()
        .join(documents, documents.c.id == records.c.document_id)
        .where((records.c.kind == kind) & (documents.c.format == source))
    )
    found: dict[str, set[str]] = {named: set() for named in fields.values()}
    for row in connection.execute(query):
        for named, value in zip(fields.values(), row, strict=True):
            if value is not None:
                found[named].add(str(value))
    return found


def named_since(connection: Connection, path: str, field: str, height: int) -> frozenset[str]:
    """Give the keys that a field of a list's records names, of the records first read, or changed, after a block."""
    query = (
        select(_value(connection, field))
        .distinct()
        .join(documents, documents.c.id == records.c.document_id)
        .where((documents.c.path == path) & (records.c.line > height))
    )
    return frozenset(str(value) for value in connection.execute(query).scalars() if value is not None)


def field_values(
    connection: Connection, source: str, kind: str, fields: Sequence[str]
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Stream, of every record of a kind from a live source, its key and some fields as JSON has them."""
    query = (
        select(records.c.key, *(_typed_value(connection, field) for field in fields))
        .join(documents, documents.c.id == records.c.document_id)
        .where((records.c.kind == kind) & (documents.c.format == source))
    )
    for part in connection.execute(query, execution_options={"yield_per": PART}).partitions():
        for key, *values in part:
            yield key, dict(zip(fields, values, strict=True))


def _typed_value(connection: Connection, field: str) -> ColumnElement[Any]:
    """Take a field out of a record's body: a number as a number. SQLite gives a list as its JSON text."""
    if connection.dialect.name == "postgresql":
        of_json: ColumnElement[Any] = cast(records.c.body, JSON)[field]
        return of_json
    return _value(connection, field)


def _value(connection: Connection, field: str) -> ColumnElement[Any]:
    """Take a field out of a record's body, as text."""
    if connection.dialect.name == "postgresql":
        of_json: ColumnElement[Any] = cast(records.c.body, JSON)[field].as_string()
        return of_json
    taken: ColumnElement[Any] = func.json_extract(records.c.body, f"$.{field}")
    return taken
