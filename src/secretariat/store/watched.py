"""What a review loads: of each kind of fact as much as a duty says that it watches."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, select

from secretariat.facts.records import QUERY_NODE, AnyStated
from secretariat.store.facts import load_records, stated_row
from secretariat.store.live_rows import MOST_IN_QUERY, keys_of
from secretariat.store.schema import documents, records

Which = Literal["all", "open", "newest"]


def load_watched(connection: Connection, watched: Iterable[tuple[str, Which, int]]) -> Iterator[AnyStated]:
    """Load the records of some kinds, each once: kind, which of them, and for ``newest`` how many.

    ``open`` are those of the query node's rows that can still change; ``newest`` those first read, as they are now, at the
    highest blocks. A kind that is asked for in several ways gives what any of them gives.
    """
    asked = frozenset(watched)
    whole = {kind for kind, which, _ in asked if which == "all"}
    yield from load_records(connection, whole)
    lists = _lists(connection)
    seen: set[tuple[str, str, str]] = set()
    for kind, which, most in sorted(asked):
        if kind in whole:
            continue
        for row in _open(connection, kind, lists) if which == "open" else connection.execute(_newest(kind, most)):
            if (place := (row.path, row.kind, row.key)) not in seen:
                seen.add(place)
                yield stated_row(row)


def _lists(connection: Connection) -> Mapping[str, int]:
    """Give the query node's lists by name, with the number of the document that holds each."""
    query = select(documents.c.path, documents.c.id).where(documents.c.format == QUERY_NODE)
    return {path.removeprefix(f"{QUERY_NODE}/"): number for path, number in connection.execute(query)}


def _rows() -> Select[Any]:
    columns = (documents.c.path, documents.c.format, records.c.kind, records.c.key, records.c.line, records.c.body)
    return select(*columns).join(documents, documents.c.id == records.c.document_id)


def _open(connection: Connection, kind: str, lists: Mapping[str, int]) -> Iterator[Row[Any]]:
    """Go from the short list of open rows to the records: the other way round every row of the kind would be met."""
    for name, number in lists.items():
        here = (records.c.document_id == number) & (records.c.kind == kind)
        if connection.execute(select(records.c.key).where(here).limit(1)).first() is None:
            continue  # a list of another kind
        keys = sorted(keys_of(connection, name, only_open=True))
        for start in range(0, len(keys), MOST_IN_QUERY):
            part = keys[start : start + MOST_IN_QUERY]
            yield from connection.execute(_rows().where(here & records.c.key.in_(part)))


def _newest(kind: str, most: int) -> Select[Any]:
    order = (records.c.line.desc(), records.c.key.desc())
    return _rows().where(records.c.kind == kind).order_by(*order).limit(most)
