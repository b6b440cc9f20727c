"""What a review loads: of each kind of fact as much as a duty says that it watches."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from sqlalchemy import Connection, Select, select, text

from secretariat.facts.live_members import authors_of, members_named
from secretariat.facts.memberships import Membership
from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.store.facts import load_records, stated_row
from secretariat.store.live_rows import MOST_IN_QUERY
from secretariat.store.schema import documents, records

Which = Literal["all", "open", "newest", "named"]


def load_watched(
    connection: Connection, watched: Iterable[tuple[str, Which, int]], named: Iterable[int] = ()
) -> Iterator[AnyStated]:
    """Load the records of some kinds, each once: kind, which of them, and for ``newest`` how many.

    ``open`` are those of the query node's rows that can still change; ``newest`` those first read, as they are now, at the
    highest blocks; ``named`` those of the members whom the other records, and ``named`` here, name (for memberships alone). A kind
    that is asked for in several ways gives what any of them gives.
    """
    asked = frozenset(watched)
    loaded = tuple(_without_named(connection, frozenset(each for each in asked if each[1] != "named")))
    yield from loaded
    if (Membership.KIND, "named", 0) in asked:
        seen = {record.key for record in loaded if record.kind == Membership.KIND}
        keys = sorted({str(member) for member in members_named(loaded) | authors_of(loaded) | frozenset(named)} - seen)
        for start in range(0, len(keys), MOST_IN_QUERY):
            here = (records.c.kind == Membership.KIND) & records.c.key.in_(keys[start : start + MOST_IN_QUERY])
            yield from (stated_row(row) for row in connection.execute(_rows().where(here)))


def _without_named(connection: Connection, asked: frozenset[tuple[str, Which, int]]) -> Iterator[AnyStated]:
    whole = {kind for kind, which, _ in asked if which == "all"}
    yield from load_records(connection, whole)
    seen: set[tuple[str, str, str]] = set()
    for kind, which, most in sorted(asked):
        if kind in whole:
            continue
        for row in connection.execute(_open(kind) if which == "open" else _newest(kind, most)):
            if (place := (row.path, row.kind, row.key)) not in seen:
                seen.add(place)
                yield stated_row(row)


def _rows() -> Select[Any]:
    columns = (documents.c.path, documents.c.format, records.c.kind, records.c.key, records.c.line, records.c.body)
    return select(*columns).join(documents, documents.c.id == records.c.document_id)


def _open(kind: str) -> Select[Any]:
    """Select by the index of open rows, which are few; the kind alone would be met row by row."""
    of_lists = select(documents.c.id).where(documents.c.format == QUERY_NODE)
    here = (records.c.open == text("1")) & records.c.document_id.in_(of_lists)
    return _rows().where(here & (records.c.kind == kind))


def _newest(kind: str, most: int) -> Select[Any]:
    order = (records.c.line.desc(), records.c.id.desc())
    return _rows().where(records.c.kind == kind).order_by(*order).limit(most)
