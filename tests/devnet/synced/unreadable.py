"""Rows of a synced store with one value that cannot be read, as a sync would have put them into it."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

from sqlalchemy import Connection

from secretariat.clients.graphql import ask
from secretariat.clients.http import WireSettings, open_wire
from secretariat.facts.records import QUERY_NODE
from secretariat.sources.query_node.lists import LISTS, Listed
from secretariat.sources.query_node.pages import Head
from secretariat.sources.query_node.shapes import Field, file_of, read_row
from secretariat.sources.query_node.updating import read_whole
from secretariat.store import live_rows

Row = dict[str, Any]

NO_VALUE = {"a": 1}
"""What no reader takes."""


def rows_served(address: str, head: Head, size: int = 1_000) -> Mapping[str, Sequence[Row]]:
    """Give every row of every list as the query node serves it, in the list's order."""
    rows: dict[str, list[Row]] = {}
    with open_wire(WireSettings()) as wire:
        for listed in LISTS:
            here = rows.setdefault(listed.name, [])

            def asking(document: str, variables: Mapping[str, Any], here: list[Row] = here) -> Any:
                answer = ask(wire, address, document, variables)
                here.extend(edge["node"] for given in answer.values() for edge in given.get("edges", ()))
                return answer

            read_whole(asking, listed, head, size)
    return rows


def spoiled(row: Row, path: str) -> Row | None:
    """Give a row whose value on a path cannot be read; None where the row has no such value."""
    made = deepcopy(row)
    *steps, last = path.split(".")
    here: Any = made
    for step in steps:
        here = here.get(step) if isinstance(here, dict) else None
    if not isinstance(here, dict) or here.get(last) is None:
        return None
    here[last] = NO_VALUE
    return made


def first_and_last(rows: Sequence[Row], field: Field) -> list[Row]:
    """Give the first and the last row that have a field, each spoiled."""
    first = next((made for row in rows if (made := spoiled(row, field.path))), None)
    last = next((made for row in reversed(rows) if (made := spoiled(row, field.path))), None)
    return [made for made in (first, last if last != first else None) if made is not None]


@contextmanager
def holding(connection: Connection, listed: Listed, rows: Sequence[Row], height: int) -> Iterator[None]:
    """Let a store hold rows of a list as they were read, with the problems of them, for so long."""
    read = [read_row(listed.shape, listed.name, row, height) for row in rows]
    apart = connection.begin_nested()
    try:
        found = [one.record for one in read if one.record is not None]
        assert len(found) == len(rows)
        live_rows.put_records(connection, file_of(listed.name), QUERY_NODE, found)
        problems = [problem for one in read for problem in one.problems]
        live_rows.put_problems(connection, file_of(listed.name), QUERY_NODE, problems)
        yield
    finally:
        apart.rollback()
