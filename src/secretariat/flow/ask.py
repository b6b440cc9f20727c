"""Ask: the one way pages and commands read what is published."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from secretariat.facts.perspectives import apply, chosen, filtered
from secretariat.facts.tables import Built
from secretariat.facts.views import View
from secretariat.flow.context import Context
from secretariat.flow.views import saved_views
from secretariat.store import tables as store_tables
from secretariat.store.engine import reading
from secretariat.store.tables import TableUnknown


def tables(context: Context) -> tuple[Mapping[str, Any], ...]:
    """List the published tables: name, title, description, row_count, as_of."""
    with reading(context.engine) as connection:
        return store_tables.listing(connection)


def views(folder: Path | None = None) -> tuple[Mapping[str, Any], ...]:
    """List the saved views: name, title, description, and the table that each is a view of."""
    return tuple(
        {"name": view.name, "title": view.title, "description": view.description, "table": view.table}
        for view in saved_views(folder)
    )


def table(
    context: Context,
    name: str,
    where: Mapping[str, str] | None = None,
    columns: Sequence[str] = (),
    folder: Path | None = None,
) -> Built:
    """Give a published table, or its rows in which every named column has exactly the given value.

    ``columns`` chooses columns and their order; without any, all are given.

    An empty value asks for rows in which the column is not known. A name that no table has may be that of a view, one of
    ``folder`` too. Raises TableUnknown, and ViewUnreadable or ViewError for a view that cannot be read or applied.
    """
    with reading(context.engine) as connection:
        try:
            return store_tables.load(connection, name, where, columns)
        except TableUnknown as error:
            published = {row["name"] for row in store_tables.listing(connection)}
            if name in published or not published:
                raise  # it is a column that is not there, or there is nothing yet
            saved = {view.name: view for view in saved_views(folder)}
            view = saved.get(name)
            if view is None:
                raise TableUnknown(f"{error} Views: {', '.join(saved)}.") from None
            return _seen(view, store_tables.load(connection, view.table), where or {}, columns)


def _seen(view: View, built: Built, where: Mapping[str, str], columns: Sequence[str]) -> Built:
    """Give the rows of a view in which every named column has the given value, with the columns chosen."""
    about = f"view {view.name!r}"
    shown = filtered(about, apply(view, built), [(column, (text,)) for column, text in where.items()])
    return chosen(about, shown, columns) if columns else shown
