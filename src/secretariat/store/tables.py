"""Published tables in the store: real SQL tables, replaced whole whenever their rows change."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any, cast

from sqlalchemy import Column, Connection, Integer, MetaData, Table, Text, delete, func, insert, inspect, select

from secretariat.errors import SecretariatError
from secretariat.facts.fields import value_from_text
from secretariat.facts.tables import Audience, Built, Flowing, Heading, Unit, Value, ValueType
from secretariat.store.engine import execute_in_parts
from secretariat.store.schema import published_tables
from secretariat.store.types import Amount, Exact, Flag, LongInteger

PREFIX = "table_"
_POSITION = "row_position"
_TYPES: dict[ValueType, Any] = {
    "text": Text,
    "integer": LongInteger,
    "amount": Amount,
    "decimal": Exact,
    "moment": Text,
    "boolean": Flag,
}


class TableUnknown(SecretariatError):
    """There is no published table, or no column, of that name."""


def replace_tables(connection: Connection, tables: Iterable[Built | Flowing]) -> None:
    """Put these tables in the place of all published before, one after the other; no row is held longer than it takes."""
    old = set(connection.execute(select(published_tables.c.name)).scalars())
    connection.execute(delete(published_tables))
    for position, table in enumerate(tables):
        old.discard(table.name)
        counted = _replace(connection, table)
        connection.execute(
            insert(published_tables).values(
                name=table.name,
                position=position,
                title=table.title,
                description=table.description,
                headings=json.dumps([_heading_json(heading) for heading in table.headings], ensure_ascii=False),
                row_count=counted,
                as_of=table.as_of,
            )
        )
    for name in sorted(old):
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{_sql_name(name)}"')


def _replace(connection: Connection, published: Built | Flowing) -> int:
    """Write the rows of one table; gives how many there are."""
    table = _sql_table(published.name, published.headings)
    inspector = inspect(connection)
    if inspector.has_table(table.name):
        known = [column["name"] for column in inspector.get_columns(table.name)]
        types = _declared(connection, table.name)
        if known == [column.name for column in table.columns] and types == _wanted(connection, table):
            connection.execute(delete(table))
        else:
            table.drop(connection)
            table.create(connection)
    else:
        table.create(connection)
    names = [heading.name for heading in published.headings]
    rows = ({_POSITION: n, **dict(zip(names, row, strict=True))} for n, row in enumerate(published.rows))
    execute_in_parts(connection, insert(table), rows)
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _declared(connection: Connection, name: str) -> list[str]:
    return [column["type"].compile(connection.dialect) for column in inspect(connection).get_columns(name)]


def _wanted(connection: Connection, table: Table) -> list[str]:
    return [column.type.dialect_impl(connection.dialect).compile(connection.dialect) for column in table.columns]


def listing(connection: Connection) -> tuple[Mapping[str, Any], ...]:
    """List the published tables in order: name, title, description, row_count, as_of."""
    query = select(
        published_tables.c.name,
        published_tables.c.title,
        published_tables.c.description,
        published_tables.c.row_count,
        published_tables.c.as_of,
    ).order_by(published_tables.c.position)
    return tuple(cast("Mapping[str, Any]", dict(row._mapping)) for row in connection.execute(query))  # noqa: SLF001


def load(
    connection: Connection, name: str, where: Mapping[str, str] | None = None, columns: Sequence[str] = ()
) -> Built:
    """Load a published table, or the rows in which each named column shows exactly the given text.

    ``columns`` chooses columns and their order; without any, all are loaded.

    Raises TableUnknown with the nearest name for a table or column that does not exist.
    """
    meta = connection.execute(select(published_tables).where(published_tables.c.name == name)).first()
    if meta is None:
        names = tuple(connection.execute(select(published_tables.c.name).order_by(published_tables.c.name)).scalars())
        raise TableUnknown(_unknown("table", name, names))
    headings = tuple(_heading(item) for item in json.loads(meta.headings))
    table = _sql_table(name, headings)
    shown = tuple(_heading_of(headings, column) for column in columns) or headings
    query = select(*(table.c[heading.name] for heading in shown)).order_by(table.c[_POSITION])
    for column, text in (where or {}).items():
        query = query.where(_condition(table, headings, column, text))
    rows = tuple(tuple(row) for row in connection.execute(query))
    return Built(name=name, title=meta.title, description=meta.description, headings=shown, rows=rows, as_of=meta.as_of)


def load_all(connection: Connection) -> Iterator[Built]:
    """Load every published table in order."""
    for row in listing(connection):
        yield load(connection, row["name"])


def _condition(table: Table, headings: tuple[Heading, ...], name: str, text: str) -> Any:
    heading = _heading_of(headings, name)
    column = table.c[name]
    if text == "":
        return column.is_(None)
    if heading.unit.type in ("text", "moment"):
        return column == text
    try:
        value = value_from_text(heading.unit.type, text)
    except ValueError as error:
        raise TableUnknown(f"The column {name} holds {heading.unit.name}: {error}.") from error
    return column == cast("Value", value)


def _heading_of(headings: tuple[Heading, ...], name: str) -> Heading:
    heading = next((found for found in headings if found.name == name), None)
    if heading is None:
        raise TableUnknown(_unknown("column", name, tuple(found.name for found in headings)))
    return heading


def _unknown(what: str, name: str, known: tuple[str, ...]) -> str:
    if not known:
        return (
            f"There is no {what} {name!r}: nothing is published yet. Run: secretariat import PATH, or secretariat sync"
        )
    near = get_close_matches(name, known, n=1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    return f"There is no {what} {name!r}.{hint} Known: {', '.join(known)}."


def _sql_name(name: str) -> str:
    return PREFIX + name.replace("-", "_")


def _sql_table(name: str, headings: tuple[Heading, ...]) -> Table:
    columns = [Column(heading.name, _TYPES[heading.unit.type]) for heading in headings]
    return Table(
        _sql_name(name), MetaData(), Column(_POSITION, Integer, primary_key=True), *columns, sqlite_strict=True
    )


def _heading_json(heading: Heading) -> dict[str, Any]:
    unit = heading.unit
    return {
        "name": heading.name,
        "description": heading.description,
        "source": heading.source,
        "audience": heading.audience,
        "unit": {"name": unit.name, "type": unit.type, "cell_format": unit.cell_format, "width": unit.width},
    }


def _heading(item: Mapping[str, Any]) -> Heading:
    return Heading(
        name=item["name"],
        description=item["description"],
        unit=Unit(**item["unit"]),
        source=item["source"],
        audience=cast("Audience", item["audience"]),
    )
