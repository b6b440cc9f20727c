"""Records and documents in the store: compare a reading with what is known, write it, load facts back."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import Connection, bindparam, delete, insert, select, update

from secretariat.facts.archive import ArchiveFile
from secretariat.facts.fields import field_types, text_of_value
from secretariat.facts.kinds import KINDS
from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated, Stated
from secretariat.store.engine import execute_in_parts
from secretariat.store.schema import document_problems, documents, records

_PLACE = (
    (records.c.document_id == bindparam("in_document"))
    & (records.c.kind == bindparam("of_kind"))
    & (records.c.key == bindparam("of_key"))
)

Change = Literal["added", "changed", "removed", "unchanged"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """What the store knows of a document: the format it was read as, and the digest of its bytes."""

    format: str
    sha256: str


@dataclass(frozen=True, kw_only=True, slots=True)
class RowChange:
    """What an import does to one record. ``fields`` holds (name, text before, text now) of a changed one."""

    change: Change
    kind: str
    key: str
    line: int
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentChange:
    """What an import does to one document."""

    path: str
    format: str
    known: bool
    rows: tuple[RowChange, ...]


@cache
def _adapter(kind: str) -> TypeAdapter[Any]:
    return TypeAdapter(KINDS[kind])


@cache
def _problem_adapter() -> TypeAdapter[Problem]:
    return TypeAdapter(Problem)


def body_of(stated: AnyStated) -> str:
    """Write a fact as JSON: fields at their default (unknown) left out, decimals and amounts with every digit."""
    return _adapter(stated.kind).dump_json(stated.fact, exclude_defaults=True).decode()


def documents_known(connection: Connection) -> dict[str, Document]:
    """Give every document ever imported by its path."""
    query = select(documents.c.path, documents.c.format, documents.c.sha256).order_by(documents.c.path)
    return {row.path: Document(format=row.format, sha256=row.sha256) for row in connection.execute(query)}


def move_document(connection: Connection, before: str, now: str) -> None:
    """Give a document another path; its records stay. Does nothing when there is none, or one at that path already."""
    taken = connection.execute(select(documents.c.id).where(documents.c.path == now)).first()
    moving = connection.execute(select(documents.c.id).where(documents.c.path == before)).scalar()
    if taken is None and moving is not None:
        connection.execute(update(documents).where(documents.c.id == moving).values(path=now))
        its_file = (records.c.document_id == moving) & (records.c.kind == ArchiveFile.KIND)
        connection.execute(delete(records).where(its_file))  # it names the path; the import writes it anew


def compare(
    connection: Connection, path: str, format_: str, found: Iterable[AnyStated], *, keep_missing: bool = False
) -> DocumentChange:
    """Tell what writing a reading of a document would change."""
    known = _known(connection, path)
    rows = []
    for stated in found:
        place = (stated.kind, stated.key)
        before = known.pop(place, None)
        body = body_of(stated)
        if before is None:
            rows.append(RowChange(change="added", kind=stated.kind, key=stated.key, line=stated.line))
        elif before[1] == body:
            rows.append(RowChange(change="unchanged", kind=stated.kind, key=stated.key, line=stated.line))
        else:
            fields = tuple(_differences(stated.kind, before[1], body))
            rows.append(RowChange(change="changed", kind=stated.kind, key=stated.key, line=stated.line, fields=fields))
    rows.extend(
        RowChange(change="removed", kind=kind, key=key, line=line)
        for (kind, key), (line, _) in sorted(known.items())
        if not keep_missing and kind != ArchiveFile.KIND
    )
    exists = connection.execute(select(documents.c.id).where(documents.c.path == path)).first() is not None
    return DocumentChange(path=path, format=format_, known=exists, rows=tuple(rows))


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
    identifier = _document(connection, path, format_, sha256)
    known = _known(connection, path)
    new = (stated for stated in found if (stated.kind, stated.key) not in known)
    execute_in_parts(
        connection,
        insert(records),
        (
            {"document_id": identifier, "kind": one.kind, "key": one.key, "line": one.line, "body": body_of(one)}
            for one in new
        ),
    )
    kept = ((stated, body_of(stated)) for stated in found if (stated.kind, stated.key) in known)
    execute_in_parts(
        connection,
        update(records).where(_PLACE).values(line=bindparam("new_line"), body=bindparam("new_body")),
        (
            {"in_document": identifier, "of_kind": one.kind, "of_key": one.key, "new_line": one.line, "new_body": body}
            for one, body in kept
            if known[one.kind, one.key] != (one.line, body)
        ),
    )
    places = {(stated.kind, stated.key) for stated in found}
    gone = () if keep_missing else [place for place in known if place not in places]
    execute_in_parts(
        connection,
        delete(records).where(_PLACE),
        ({"in_document": identifier, "of_kind": kind, "of_key": key} for kind, key in gone),
    )
    _write_problems(connection, identifier, problems)


def load_records(connection: Connection, kinds: Collection[str] | None = None) -> Iterator[AnyStated]:
    """Load every record, or those of some kinds, ordered by document, line and key."""
    query = (
        select(documents.c.path, documents.c.format, records.c.kind, records.c.key, records.c.line, records.c.body)
        .join(documents, documents.c.id == records.c.document_id)
        .order_by(documents.c.path, records.c.line, records.c.key)
    )
    if kinds is not None:
        query = query.where(records.c.kind.in_(sorted(kinds)))
    for row in connection.execute(query):
        yield stated_row(row)


def stated_row(row: Iterable[Any]) -> AnyStated:
    """Make the record of a row: path and format of its document, kind, key, line and body."""
    path, format_, kind, key, line, body = row
    return Stated(kind=kind, key=key, file=path, format=format_, line=line, fact=_adapter(kind).validate_json(body))


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
    fact = _adapter(kind).validate_json(row.body)
    return Stated(kind=kind, key=key, file=path, format=row.format, line=row.line, fact=fact)


def load_problems(connection: Connection) -> tuple[Problem, ...]:
    """Load every problem that parsers found."""
    query = select(document_problems.c.body).order_by(document_problems.c.id)
    return tuple(_problem_adapter().validate_json(body) for body in connection.execute(query).scalars())


def _known(connection: Connection, path: str) -> dict[tuple[str, str], tuple[int, str]]:
    query = (
        select(records.c.kind, records.c.key, records.c.line, records.c.body)
        .join(documents, documents.c.id == records.c.document_id)
        .where(documents.c.path == path)
    )
    return {(kind, key): (line, body) for kind, key, line, body in connection.execute(query)}


def _document(connection: Connection, path: str, format_: str, sha256: str) -> int:
    found = connection.execute(select(documents.c.id).where(documents.c.path == path)).scalar()
    if found is None:
        made = connection.execute(insert(documents).values(path=path, format=format_, sha256=sha256))
        return int(made.inserted_primary_key[0])  # type: ignore[index]
    connection.execute(update(documents).where(documents.c.id == found).values(format=format_, sha256=sha256))
    return int(found)


def _write_problems(connection: Connection, identifier: int, problems: Iterable[Problem]) -> None:
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


def _differences(kind: str, before: str, now: str) -> Iterator[tuple[str, str, str]]:
    old, new = _adapter(kind).validate_json(before), _adapter(kind).validate_json(now)
    for name, type_ in field_types(KINDS[kind]).items():
        was, is_ = getattr(old, name), getattr(new, name)
        if was != is_:
            yield name, _short(text_of_value(type_, was)), _short(text_of_value(type_, is_))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:77] + "..."
