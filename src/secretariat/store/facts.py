"""Records and documents in the store: write what was read, load facts back, forget a document."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, select, true, update

from secretariat.facts.archive import ArchiveFile
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import Problem
from secretariat.facts.records import CHAIN, PRICES, QUERY_NODE, AnyStated, Stated
from secretariat.store.engine import ROWS_AT_ONCE, execute_in_parts
from secretariat.store.schema import document_problems, documents, records

_PLACE = (
    (records.c.document_id == bindparam("in_document"))
    & (records.c.kind == bindparam("of_kind"))
    & (records.c.key == bindparam("of_key"))
)


PART = 2_000
"""So many records are held at a time where a kind is streamed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What the store knows of a document: the format it was read as, and the digest of its bytes."""

    format: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Contents:
    """How much the store holds from one document: records per kind, without the entry of the file itself; problems."""

    path: str
    format: str
    records: tuple[tuple[str, int], ...]
    problems: int


@cache
def adapter_of(kind: str) -> TypeAdapter[Any]:
    """Give what writes and reads the facts of a kind as JSON."""
    return TypeAdapter(KINDS[kind])


@cache
def _writer_of(kind: str) -> Callable[..., Any]:
    """Give what writes the facts of a kind, without a method of Python between."""
    return adapter_of(kind).serializer.to_json


@cache
def _reader_of(kind: str) -> Callable[[str], Any]:
    """Give what reads a body of a kind, without a method of Python between."""
    return adapter_of(kind).validator.validate_json


@cache
def _problem_adapter() -> TypeAdapter[Problem]:
    return TypeAdapter(Problem)


def body_of(stated: AnyStated) -> str:
    """Write a fact as JSON: fields at their default (unknown) left out, decimals and amounts with every digit."""
    body: bytes = _writer_of(stated.kind)(stated.fact, exclude_defaults=True)
    return body.decode()


def documents_known(connection: Connection, *, live: bool = False) -> dict[str, Document]:
    """Give every document ever imported by its path; with ``live`` also the lists of live sources."""
    query = select(documents.c.path, documents.c.format, documents.c.sha256).order_by(documents.c.path)
    if not live:
        query = query.where(documents.c.format.not_in((CHAIN, QUERY_NODE, PRICES)))
    return {row.path: Document(format=row.format, sha256=row.sha256) for row in connection.execute(query)}


def document_at(connection: Connection, path: str) -> Document | None:
    """Give the document at a path, or None when there is none."""
    query = select(documents.c.format, documents.c.sha256).where(documents.c.path == path)
    row = connection.execute(query).first()
    return None if row is None else Document(format=row.format, sha256=row.sha256)


def move_document(connection: Connection, before: str, now: str) -> None:
    """Give a document another path; its records stay. Does nothing when there is none, or one at that path already."""
    taken = connection.execute(select(documents.c.id).where(documents.c.path == now)).first()
    moving = connection.execute(select(documents.c.id).where(documents.c.path == before)).scalar()
    if taken is None and moving is not None:
        connection.execute(update(documents).where(documents.c.id == moving).values(path=now))
        its_file = (records.c.document_id == moving) & (records.c.kind == ArchiveFile.KIND)
        connection.execute(delete(records).where(its_file))  # it names the path; the import writes it anew


def write(
    connection: Connection,
    path: str,
    format_: str,
    sha256: str,
    found: Collection[AnyStated],
    problems: Iterable[Problem],
    *,
    keep_missing: bool = False,
) -> None:
    """Put a document's reading in the place of what was known from it.

    ``keep_missing`` keeps known records that the reading lacks: for a file that could not be read to its end.
    """
    identifier = document_identifier(connection, path, format_, sha256)
    known = known_records(connection, path)
    _insert(connection, identifier, (stated for stated in found if (stated.kind, stated.key) not in known))
    _update(connection, identifier, found, known)
    if not keep_missing:
        places = {(stated.kind, stated.key) for stated in found}
        _delete(connection, identifier, (place for place in known if place not in places))
    write_problems(connection, identifier, problems)


def contents_of(connection: Connection, path: str) -> Contents | None:
    """Count what the store holds from one document; None when it holds no such document."""
    found = connection.execute(select(documents.c.id, documents.c.format).where(documents.c.path == path)).first()
    if found is None:
        return None
    counted = (
        select(records.c.kind, func.count())
        .where((records.c.document_id == found.id) & (records.c.kind != ArchiveFile.KIND))
        .group_by(records.c.kind)
        .order_by(records.c.kind)
    )
    problems = select(func.count()).where(document_problems.c.document_id == found.id)
    return Contents(
        path=path,
        format=found.format,
        records=tuple((kind, count) for kind, count in connection.execute(counted)),
        problems=connection.execute(problems).scalar_one(),
    )


def drop(connection: Connection, path: str) -> None:
    """Forget a document with its records and problems; the journal keeps what was decided about them."""
    identifier = select(documents.c.id).where(documents.c.path == path).scalar_subquery()
    for table in (records, document_problems):
        connection.execute(delete(table).where(table.c.document_id == identifier))
    connection.execute(delete(documents).where(documents.c.path == path))


def load_records(connection: Connection, kinds: Collection[str] | None = None) -> Iterator[AnyStated]:
    """Load every record, or those of some kinds, ordered by document, line and key."""
    query = (
        select(documents.c.path, documents.c.format, records.c.kind, records.c.key, records.c.line, records.c.body)
        .join(documents, documents.c.id == records.c.document_id)
        .order_by(documents.c.path, records.c.line, records.c.key)
    )
    if kinds is not None:
        query = query.where(records.c.kind.in_(sorted(kinds)))
    for part in connection.execute(query, execution_options={"yield_per": PART}).partitions():
        yield from map(stated_row, part)


def stated_row(row: Iterable[Any]) -> AnyStated:
    """Make the record of a row: path and format of its document, kind, key, line and body.

    The words that many rows share are kept once, or they would be a fifth of what all records take.
    """
    path, format_, kind, key, line, body = row
    fact = _reader_of(kind)(body)
    return Stated(intern(kind), key, intern(path), intern(format_), line, fact)  # by place: so many are made


def records_in_parts(connection: Connection, kind: str, keys: Sequence[str] | None = None) -> Iterator[list[AnyStated]]:
    """Stream the records of one kind in no order, so many at a time that all need not be in memory together.

    With ``keys`` only those with one of these keys.
    """
    if keys is not None:
        for start in range(0, len(keys), ROWS_AT_ONCE):
            yield from _in_parts(connection, kind, records.c.key.in_(keys[start : start + ROWS_AT_ONCE]))
    else:
        yield from _in_parts(connection, kind, true())


def _in_parts(connection: Connection, kind: str, chosen: ColumnElement[bool]) -> Iterator[list[AnyStated]]:
    known = connection.execute(select(documents.c.id, documents.c.path, documents.c.format))
    places = {number: (intern(path), intern(format_)) for number, path, format_ in known}
    read, kind = _reader_of(kind), intern(kind)
    columns = (records.c.document_id, records.c.key, records.c.line, records.c.body)
    query = select(*columns).where((records.c.kind == kind) & chosen)
    for part in connection.execute(query, execution_options={"yield_per": PART}).partitions():
        found = []
        for number, key, line, body in part:
            file, format_ = places[number]
            found.append(Stated(kind, key, file, format_, line, read(body)))  # by place: so many are made
        yield found


def load_record(connection: Connection, path: str, kind: str, key: str) -> AnyStated | None:
    """Load one record, or None when there is none."""
    query = (
        select(documents.c.format, records.c.line, records.c.body)
        .join(documents, documents.c.id == records.c.document_id)
        .where((documents.c.path == path) & (records.c.kind == kind) & (records.c.key == key))
    )
    row = connection.execute(query).first()
    if row is None:
        return None
    fact = adapter_of(kind).validate_json(row.body)
    return Stated(kind=kind, key=key, file=path, format=row.format, line=row.line, fact=fact)


def known_records(connection: Connection, path: str) -> dict[tuple[str, str], tuple[int, str]]:
    """Give line and body of every record of a document by its kind and key."""
    query = (
        select(records.c.kind, records.c.key, records.c.line, records.c.body)
        .join(documents, documents.c.id == records.c.document_id)
        .where(documents.c.path == path)
    )
    return {(kind, key): (line, body) for kind, key, line, body in connection.execute(query)}


def known_problems(connection: Connection, path: str) -> tuple[Problem, ...]:
    """Load the problems that the parser found in one document when it was last imported."""
    query = (
        select(document_problems.c.body)
        .join(documents, documents.c.id == document_problems.c.document_id)
        .where(documents.c.path == path)
        .order_by(document_problems.c.line, document_problems.c.id)
    )
    return tuple(_problem_adapter().validate_json(body) for body in connection.execute(query).scalars())


def problem_ids(connection: Connection, among: Collection[str]) -> frozenset[str]:
    """Tell which of some problems were found by the last reading of their document."""
    found: set[str] = set()
    waiting = sorted(among)
    for start in range(0, len(waiting), ROWS_AT_ONCE):
        part = waiting[start : start + ROWS_AT_ONCE]
        found.update(
            connection.execute(select(document_problems.c.id).where(document_problems.c.id.in_(part))).scalars()
        )
    return frozenset(found)


def load_problems(connection: Connection) -> tuple[Problem, ...]:
    """Load every problem that parsers found."""
    query = select(document_problems.c.body).order_by(document_problems.c.id)
    return tuple(_problem_adapter().validate_json(body) for body in connection.execute(query).scalars())


def problems_coded(connection: Connection, code: str) -> tuple[Problem, ...]:
    """Load the problems of one code that parsers found, by their ids, which begin with it."""
    here = document_problems.c.id.startswith(f"{code}-", autoescape=True)
    query = select(document_problems.c.body).where(here).order_by(document_problems.c.id)
    bodies = connection.execute(query).scalars()
    return tuple(one for one in map(_problem_adapter().validate_json, bodies) if one.code == code)


def document_identifier(connection: Connection, path: str, format_: str, sha256: str) -> int:
    """Give the number of the document at a path, made when there is none, with its format and digest as they are now."""
    known = select(documents.c.id, documents.c.format, documents.c.sha256).where(documents.c.path == path)
    found = connection.execute(known).first()
    if found is None:
        made = connection.execute(insert(documents).values(path=path, format=format_, sha256=sha256))
        return int(made.inserted_primary_key[0])  # type: ignore[index]
    if (found.format, found.sha256) != (format_, sha256):
        connection.execute(update(documents).where(documents.c.id == found.id).values(format=format_, sha256=sha256))
    return int(found.id)


def _insert(connection: Connection, identifier: int, new: Iterable[AnyStated]) -> None:
    rows = (
        {"document_id": identifier, "kind": one.kind, "key": one.key, "line": one.line, "body": body_of(one)}
        for one in new
    )
    execute_in_parts(connection, insert(records), rows)


def _update(
    connection: Connection,
    identifier: int,
    found: Iterable[AnyStated],
    known: Mapping[tuple[str, str], tuple[int, str]],
) -> None:
    """Write those of the known records that say something else now, or stand at another line."""
    kept = ((stated, body_of(stated)) for stated in found if (stated.kind, stated.key) in known)
    rows = (
        {"in_document": identifier, "of_kind": one.kind, "of_key": one.key, "new_line": one.line, "new_body": body}
        for one, body in kept
        if known[one.kind, one.key] != (one.line, body)
    )
    newer = update(records).where(_PLACE).values(line=bindparam("new_line"), body=bindparam("new_body"))
    execute_in_parts(connection, newer, rows)


def _delete(connection: Connection, identifier: int, places: Iterable[tuple[str, str]]) -> None:
    rows = ({"in_document": identifier, "of_kind": kind, "of_key": key} for kind, key in places)
    execute_in_parts(connection, delete(records).where(_PLACE), rows)


def write_problems(connection: Connection, identifier: int, problems: Iterable[Problem]) -> None:
    """Put a document's problems in the place of those known."""
    connection.execute(delete(document_problems).where(document_problems.c.document_id == identifier))
    rows = {
        problem.id: {
            "id": problem.id,
            "document_id": identifier,
            "line": problem.line,
            "body": _problem_adapter().dump_json(problem, exclude_defaults=True).decode(),
        }
        for problem in problems
    }
    execute_in_parts(connection, insert(document_problems), rows.values())
