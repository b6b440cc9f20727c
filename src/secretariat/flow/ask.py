"""Ask: the one way pages and commands read what is published."""

from collections.abc import Mapping, Sequence
from typing import Any

from secretariat.facts.tables import Built
from secretariat.flow.context import Context
from secretariat.store import tables as store_tables
from secretariat.store.engine import reading


def tables(context: Context) -> tuple[Mapping[str, Any], ...]:
    """List the published tables: name, title, description, row_count, as_of."""
    with reading(context.engine) as connection:
        return store_tables.listing(connection)


def table(context: Context, name: str, where: Mapping[str, str] | None = None, columns: Sequence[str] = ()) -> Built:
    """Give a published table, or its rows in which every named column has exactly the given value.

    ``columns`` chooses columns and their order; without any, all are given.

    An empty value asks for rows in which the column is not known. Raises TableUnknown.
    """
    with reading(context.engine) as connection:
        return store_tables.load(connection, name, where, columns)
