"""Rows of live lists in the store: what is known of them, and what a complete reading puts in their place."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, update

from secretariat.facts.problems import Problem
from secretariat.facts.records import AnyStated
from secretariat.store.engine import execute_in_parts, insert_rows
from secretariat.store.facts import body_of, document_identifier, write_problems
from secretariat.store.schema import documents, live_rows, records

MOST_IN_QUERY = 500
"""Values in one IN list; SQLite takes some thousands, and short statements are cached."""

COLUMNS = ("document_id", "kind", "key", "line", "body")

Place = tuple[str, str]
"""Kind and key of a record."""


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


def digests_of(connection: Connection, name: str, keys: Sequence[str]) -> dict[str, str]:
    """Give the digests of those rows of a list that are known."""
    found: dict[str, str] = {}
    if not _any(connection, select(live_rows.c.key).where(live_rows.c.list == name)):
        return found  # the first reading of a list
    for part in _parts(keys):
        query = select(live_rows.c.key, live_rows.c.digest).where(
            (live_rows.c.list == name) & live_rows.c.key.in_(part)
        )
        found.update((row.key, row.digest) for row in connection.execute(query))
    return found


def keys_of(connection: Connection, name: str, *, only_open: bool = False) -> frozenset[str]:
    """Give the keys of a list's known rows, or of those that are not settled."""
    query = select(live_rows.c.key).where(live_rows.c.list == name)
    if only_open:
        query = query.where(live_rows.c.open == 1)
    return frozenset(connection.execute(query).scalars())


def write_digests(
    connection: Connection, name: str, digests: Mapping[str, str], open_keys: Collection[str], gone: Collection[str]
) -> None:
    """Remember the content of the rows that were met, and which rows of the list are open now; forget those gone."""
    known = digests_of(connection, name, list(digests))
    place = (live_rows.c.list == bindparam("of_list")) & (live_rows.c.key == bindparam("of_key"))
    insert_rows(
        connection,
        live_rows,
        ("list", "key", "digest", "open"),
        ((name, key, digest, int(key in open_keys)) for key, digest in digests.items() if key not in known),
    )
    execute_in_parts(
        connection,
        update(live_rows).where(place).values(digest=bindparam("new_digest")),
        (
            {"of_list": name, "of_key": key, "new_digest": digest}
            for key, digest in digests.items()
            if known.get(key, digest) != digest
        ),
    )
    execute_in_parts(connection, delete(live_rows).where(place), ({"of_list": name, "of_key": key} for key in gone))
    before = keys_of(connection, name, only_open=True)
    turned = [(key, 0) for key in before - set(open_keys)] + [(key, 1) for key in set(open_keys) - before]
    execute_in_parts(
        connection,
        update(live_rows).where(place).values(open=bindparam("new_open")),
        ({"of_list": name, "of_key": key, "new_open": open_} for key, open_ in sorted(turned)),
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
    return frozenset(connection.execute(select(records.c.key).where(records.c.kind == kind)).scalars())


def put_records(
    connection: Connection, path: str, source: str, found: Iterable[AnyStated], gone: Collection[Place] = ()
) -> RowsChanged:
    """Put records of a live list in the place of those with the same kind and key; others stay, but those ``gone``.

    A record whose fact is as it was keeps the block it was first read at.
    """
    identifier = document_identifier(connection, path, source, "")
    first = not _any(connection, select(records.c.key).where(records.c.document_id == identifier))
    added = changed = removed = 0
    for part in _in_parts(found):
        known = {} if first else _bodies(connection, identifier, part)
        rows = [(one, body_of(one)) for one in part]
        new = [(one, body) for one, body in rows if (one.kind, one.key) not in known] if known else rows
        other = [(one, body) for one, body in rows if known.get((one.kind, one.key), body) != body] if known else []
        insert_rows(
            connection, records, COLUMNS, ((identifier, one.kind, one.key, one.line, body) for one, body in new)
        )
        for one, body in other:
            here = (records.c.document_id == identifier) & (records.c.kind == one.kind) & (records.c.key == one.key)
            connection.execute(update(records).where(here).values(line=one.line, body=body))
        added, changed = added + len(new), changed + len(other)
    for kind, key in sorted(gone):
        here = (records.c.document_id == identifier) & (records.c.kind == kind) & (records.c.key == key)
        removed += connection.execute(delete(records).where(here)).rowcount
    return RowsChanged(added=added, changed=changed, removed=removed)


def put_problems(connection: Connection, path: str, source: str, problems: Iterable[Problem]) -> None:
    """Put a live list's problems in the place of those known."""
    write_problems(connection, document_identifier(connection, path, source, ""), problems)


def _any(connection: Connection, query: Select[Any]) -> bool:
    return connection.execute(query.limit(1)).first() is not None


def _bodies(connection: Connection, identifier: int, part: Sequence[AnyStated]) -> dict[Place, str]:
    found: dict[Place, str] = {}
    by_kind: dict[str, list[str]] = {}
    for one in part:
        by_kind.setdefault(one.kind, []).append(one.key)
    for kind, keys in by_kind.items():
        query = select(records.c.key, records.c.body).where(
            (records.c.document_id == identifier) & (records.c.kind == kind) & records.c.key.in_(keys)
        )
        found.update(((kind, row.key), row.body) for row in connection.execute(query))
    return found


def _in_parts(found: Iterable[AnyStated]) -> Iterator[list[AnyStated]]:
    waiting = iter(found)
    while part := list(islice(waiting, MOST_IN_QUERY)):
        yield part


def _parts(keys: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(keys), MOST_IN_QUERY):
        yield keys[start : start + MOST_IN_QUERY]
