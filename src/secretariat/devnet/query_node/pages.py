"""Finding rows in an order, page by page."""

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLError

from secretariat.devnet.query_node.declared import Entity
from secretariat.devnet.query_node.filters import Filter, FilterMaker, Test
from secretariat.devnet.query_node.orders import Order, Row, View, first_where, order_of
from secretariat.devnet.query_node.scalars import moment_text
from secretariat.devnet.query_node.schema import DEFAULT_LIMIT, SCALARS
from secretariat.devnet.query_node.store import Store
from secretariat.devnet.query_node.tables import Listed

FEW = 4
"""Rows found by a key are sorted by themselves when they are less than the fourth part of all; else all are gone through."""


def matching(store: Store, kind: str, where: Mapping[str, Any] | None, words: Sequence[str] = ()) -> Sequence[Row]:
    """Give the rows of an entity that meet a filter, in an order."""
    rows = store.every_event if kind == "Event" else store[kind]
    return chosen(store, rows, where, order_of(rows.entity, words or rows.default_order))


def chosen(store: Store, rows: Listed, where: Mapping[str, Any] | None, order: Order) -> Sequence[Row]:
    """Give the rows that meet a filter, in an order: by ids or keys where they are few, else out of the ordered list."""
    maker = FilterMaker(rows.entity, lambda kind, wanted: matching(store, kind, wanted))
    made = maker.filter(where)
    few = _few(rows, made)
    if few is not None:
        tests = [*maker.bound_tests(made), *maker.key_tests(made), *made.tests]
        return order.sorted(row for row in few if all(test(row) for test in tests))
    tests = [*maker.key_tests(made), *made.tests]
    found = rows.ordered(order)
    if order.natural:
        found = _between(found, maker.bound_tests(made), made, order)
    else:
        tests = [*maker.bound_tests(made), *tests]
    return _met(found, tests)


def _met(rows: Sequence[Row], tests: list[Test]) -> Sequence[Row]:
    if not tests:
        return rows
    if len(tests) == 1:
        return [row for row in rows if tests[0](row)]
    return [row for row in rows if all(test(row) for test in tests)]


def _few(rows: Listed, made: Filter) -> list[Row] | None:
    """Give the rows that ids or a foreign key lead to; None when these are many or none is named."""
    if made.ids is not None:
        return [row for key in made.ids if (row := rows.get(key)) is not None]
    for column, values in made.keys.items():
        if len(values) * FEW < len(rows):
            found = [row for value in values for row in rows.having(column, value)]
            if len(found) * FEW < len(rows):
                return found
    return rows.touched(made.equals) if made.equals else None


def _between(rows: Sequence[Row], tests: list[Test], made: Filter, order: Order) -> Sequence[Row]:
    """Cut a naturally ordered list to the stretch within the bounds: each bound holds from a place on, or up to one."""
    start, stop = 0, len(rows)
    for (_, operator, _), test in zip(made.bounds, tests, strict=True):
        lower = operator in ("gt", "gte")
        if lower != order.descending:
            start = max(start, first_where(rows, test))
        else:
            stop = min(stop, first_where(rows, lambda row, test=test: not test(row)))  # type: ignore[misc]
    return View(rows, start, stop) if (start, stop) != (0, len(rows)) else rows


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a connection. ``total`` counts what the filter met, whatever page was asked for."""

    rows: Sequence[Row]
    total: int
    more_after: bool
    more_before: bool
    order: Order


class Cursors:
    """Cursors of one entity: base64 of the order's fields, their directions and the row's values, the id last."""

    def __init__(self, entity: Entity) -> None:
        self._types = {name: field.type for name, field in entity.fields.items()}

    def written(self, order: Order, row: Row) -> str:
        """Write the cursor of a row."""
        parts = [
            [key.field, "DESC" if key.descending else "ASC", self._told(key.field, key.read(row))] for key in order.keys
        ]
        return base64.b64encode(json.dumps([*parts, ["id", "ASC", row["id"]]]).encode()).decode()

    def read(self, order: Order, text: str) -> list[Any]:
        """Read where a cursor stands. Raises GraphQLError for one that belongs to another order or to none."""
        try:
            parts = json.loads(base64.b64decode(text, validate=True))
            told = [(field, way == "DESC") for field, way, _ in parts]
            marks = [self._meant(field, value) for field, _, value in parts]
        except (ValueError, TypeError, GraphQLError) as error:
            raise GraphQLError(f"Invalid cursor: {text}") from error
        if told != [*((key.field, key.descending) for key in order.keys), ("id", False)]:
            raise GraphQLError(f"Invalid cursor for this order: {text}")
        return marks

    def _told(self, field: str, value: Any) -> Any:
        if value is None:
            return None
        if self._types[field] == "DateTime":
            return moment_text(value)
        return str(value) if self._types[field] == "BigInt" else value

    def _meant(self, field: str, value: Any) -> Any:
        """Read a value as the field's type has it. Raises ValueError for one of another type."""
        if value is None:
            return None
        type_ = self._types.get(field, "ID")
        if type_ in ("DateTime", "BigInt"):
            return SCALARS[type_].parse_value(value)
        if not isinstance(value, _HELD.get(type_, str)):
            raise ValueError(f"{field} is {type_}")  # noqa: TRY004 - it is the cursor that is wrong
        return value


_HELD: dict[str, Any] = {"Int": int, "Float": int | float, "Boolean": bool}


def page_of(store: Store, kind: str, arguments: Mapping[str, Any]) -> Page:
    """Give the page of a connection that its arguments ask for. Raises GraphQLError for what cannot be asked."""
    rows = store[kind]
    order = order_of(rows.entity, arguments.get("orderBy") or rows.default_order)
    found = chosen(store, rows, arguments.get("where"), order)
    start, stop = 0, len(found)
    cursors = Cursors(rows.entity)
    if (after := arguments.get("after")) is not None:
        marks = cursors.read(order, after)
        start = first_where(found, lambda row: order.compare(row, marks) > 0)
    if (before := arguments.get("before")) is not None:
        ends = cursors.read(order, before)
        stop = max(start, first_where(found, lambda row: order.compare(row, ends) >= 0))
    first, last = arguments.get("first"), arguments.get("last")
    if first is not None and last is not None:
        raise GraphQLError("first and last cannot be asked for together")
    for name, size in (("first", first), ("last", last)):
        if size is not None and size < 0:
            raise GraphQLError(f"{name} must not be negative")
    begin, end = start, stop
    if last is not None:
        begin = max(start, stop - last)
    else:
        end = min(stop, start + (DEFAULT_LIMIT if first is None else first))
    return Page(found[begin:end], len(found), end < len(found), begin > 0, order)


def list_of(store: Store, kind: str, arguments: Mapping[str, Any]) -> Sequence[Row]:
    """Give the rows that a list's arguments ask for: 50 where no number is named."""
    return _limited(matching(store, kind, arguments.get("where"), arguments.get("orderBy") or ()), arguments)


def _limited(rows: Sequence[Row], arguments: Mapping[str, Any]) -> Sequence[Row]:
    offset, limit = arguments.get("offset") or 0, arguments.get("limit")
    if offset < 0 or (limit is not None and limit < 0):
        raise GraphQLError("offset and limit must not be negative")
    return rows[offset : len(rows) if limit is None else offset + limit]


def unique_of(store: Store, kind: str, where: Mapping[str, Any]) -> Row | None:
    """Give the one row that is named by its id or another field that is unique."""
    asked = {f"{name}_eq": value for name, value in where.items() if value is not None}
    if not asked:
        raise GraphQLError("name the row by one of its unique fields")
    return next(iter(matching(store, kind, asked)), None)
