"""Rows of live lists in the store: what is known of them, and what a complete reading puts in their place."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, text, update

from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated
from secretariat.store.engine import execute_in_parts, insert_rows
from secretariat.store.facts import body_of, document_identifier, stated_row, write_problems
from secretariat.store.schema import documents, records

MOST_IN_QUERY = 500
"""Values in one IN list; SQLite takes some thousands, and short statements are cached."""

COLUMNS = ("document_id", "kind", "key", "line", "body", "digest", "open")

Place = tuple[str, str]
"""Kind and key of a record."""

NO_DIGESTS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, kw_only=True, slots=True)
class RowsChanged:
    """How many records a reading added, changed and removed."""

    added: int = 0
    changed: int = 0
    removed: int = 0

    @property
    def any(self) -> bool:
        """Tell whether anything changed."""
        return bool(self.added or self.changed or self.removed)


def digests_of(connection: Connection, path: str, kind: str, keys: Sequence[str]) -> dict[str, str]:
    """Give the digests of those rows of a list that are known."""
    found: dict[str, str] = {}
    identifier = connection.execute(select(documents.c.id).where(documents.c.path == path)).scalar()
    if identifier is None:
        return found  # the first reading of a list
    for part in _parts(keys):
        query = select(records.c.key, records.c.digest).where(
            (records.c.document_id == identifier) & (records.c.kind == kind) & records.c.key.in_(part)
        )
        found.update((row.key, row.digest) for row in connection.execute(query) if row.digest is not None)
    return found


def keys_of(connection: Connection, path: str, *, only_open: bool = False) -> frozenset[str]:
    """Give the keys of a list's known rows, or of those that are not settled."""
    query = select(records.c.key).join(documents, documents.c.id == records.c.document_id)
    query = query.where((documents.c.path == path) & records.c.digest.is_not(None))
    if only_open:
        query = query.where(records.c.open == text("1"))  # as the index says it
    return frozenset(connection.execute(query).scalars())


def newest_records(connection: Connection, path: str, kind: str, most: int) -> tuple[AnyStated, ...]:
    """Give some records of a list, those that were added to the store last first."""
    columns = (documents.c.path, documents.c.format, records.c.kind, records.c.key, records.c.line, records.c.body)
    query = (
        select(*columns)
        .join(documents, documents.c.id == records.c.document_id)
        .where((documents.c.path == path) & (records.c.kind == kind))
        .order_by((records.c.id + 0).desc())  # as is, PostgreSQL goes through all records backwards for a list of few
        .limit(most)
    )
    return tuple(stated_row(row) for row in connection.execute(query))


def mark_open(connection: Connection, path: str, kind: str, open_keys: Collection[str]) -> None:
    """Remember which rows of a list are open now; all others are settled."""
    before, now = keys_of(connection, path, only_open=True), frozenset(open_keys)
    identifier = select(documents.c.id).where(documents.c.path == path).scalar_subquery()
    here = (records.c.document_id == identifier) & (records.c.kind == kind) & (records.c.key == bindparam("of_key"))
    turned = [(key, 0) for key in before - now] + [(key, 1) for key in now - before]
    execute_in_parts(
        connection,
        update(records).where(here).values(open=bindparam("new_open")),
        ({"of_key": key, "new_open": open_} for key, open_ in sorted(turned)),
    )


def known_places(connection: Connection, path: str) -> frozenset[Place]:
    """Give kind and key of every record of a document."""
    query = (
        select(records.c.kind, records.c.key)
        .join(documents, documents.c.id == records.c.document_id)
        .where(documents.c.path == path)
    )
    return frozenset((kind, key) for kind, key in connection.execute(query))


def keys_by_kind(connection: Connection, kind: str) -> frozenset[str]:
    """Give the keys of every record of a kind."""
    return frozenset(connection.execute(select(records.c.key).where(records.c.kind == kind)).scalars().all())


def put_records(
    connection: Connection,
    path: str,
    source: str,
    found: Iterable[AnyStated],
    gone: Collection[Place] = (),
    *,
    digests: Mapping[str, str] = NO_DIGESTS,
) -> RowsChanged:
    """Put records of a live list in the place of those with the same kind and key; others stay, but those ``gone``.

    A record whose fact is as it was keeps the block it was first read at. ``digests`` name, by key, the content of the
    rows that records were read from, where the list has such.
    """
    identifier = document_identifier(connection, path, source, "")
    first = not _any(connection, select(records.c.key).where(records.c.document_id == identifier))
    added = changed = removed = 0
    for part in _in_parts(found):
        known = {} if first else _known(connection, identifier, part)
        rows = [(one, body_of(one), digests.get(one.key)) for one in part]
        new = [row for row in rows if (row[0].kind, row[0].key) not in known] if known else rows
        insert_rows(
            connection,
            records,
            COLUMNS,
            ((identifier, one.kind, one.key, one.line, body, digest, digest and 0) for one, body, digest in new),
        )
        if known:
            changed += _update(connection, identifier, rows, known)
        added += len(new)
    for kind, key in sorted(gone):
        here = (records.c.document_id == identifier) & (records.c.kind == kind) & (records.c.key == key)
        removed += connection.execute(delete(records).where(here)).rowcount
    return RowsChanged(added=added, changed=changed, removed=removed)


def _update(
    connection: Connection,
    identifier: int,
    rows: Iterable[tuple[AnyStated, str, str | None]],
    known: Mapping[Place, tuple[str, str | None]],
) -> int:
    """Write what known records say now, and their digests; gives how many say something else than before."""
    changed = 0
    for one, body, digest in rows:
        before = known.get((one.kind, one.key), (body, digest))
        if before == (body, digest):
            continue
        values = {"digest": digest} if before[0] == body else {"digest": digest, "line": one.line, "body": body}
        here = (records.c.document_id == identifier) & (records.c.kind == one.kind) & (records.c.key == one.key)
        connection.execute(update(records).where(here).values(values))
        changed += before[0] != body
    return changed


def put_problems(connection: Connection, path: str, source: str, problems: Iterable[Problem]) -> None:
    """Put a live list's problems in the place of those known."""
    write_problems(connection, document_identifier(connection, path, source, ""), problems)


def _any(connection: Connection, query: Select[Any]) -> bool:
    return connection.execute(query.limit(1)).first() is not None


def _known(connection: Connection, identifier: int, part: Sequence[AnyStated]) -> dict[Place, tuple[str, str | None]]:
    """Give body and digest of those of some records that are known."""
    found: dict[Place, tuple[str, str | None]] = {}
    by_kind: dict[str, list[str]] = {}
    for one in part:
        by_kind.setdefault(one.kind, []).append(one.key)
    for kind, keys in by_kind.items():
        query = select(records.c.key, records.c.body, records.c.digest).where(
            (records.c.document_id == identifier) & (records.c.kind == kind) & records.c.key.in_(keys)
        )
        found.update(((kind, row.key), (row.body, row.digest)) for row in connection.execute(query))
    return found


def _in_parts(found: Iterable[AnyStated]) -> Iterator[list[AnyStated]]:
    waiting = iter(found)
    while part := list(islice(waiting, MOST_IN_QUERY)):
        yield part


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), MOST_IN_QUERY):
        yield keys[start : start + MOST_IN_QUERY]
