"""The entities of a query node, and what the fields of its schema give for them.

A world holds, by type and id, plain dictionaries with the schema's own field names. A relation is its foreign key
(``memberId``); what the schema derives (``createdInEvent``, lists of others) is found by the foreign keys of the others,
unless the entity holds it itself as a dictionary. A member of a union is a dictionary with ``__typename``. Tests change
the dictionaries between two requests.

Warthog's ways are kept: connections have cursors of the order's values and the id, in base64; 50 rows come where no
number is asked for, in lists within rows too; BigInt is text; ``null`` in a filter looks for null.
"""

import base64
import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from graphql import GraphQLError, GraphQLObjectType, GraphQLResolveInfo, get_named_type

DEFAULT_LIMIT = 50

Entity = dict[str, Any]


class World:
    """Entities by type and id, and the resolving of fields."""

    def __init__(self, entities: Mapping[str, Mapping[str, Entity]] | None = None) -> None:
        self.entities: dict[str, dict[str, Entity]] = {
            kind: {key: dict(entity) for key, entity in rows.items()} for kind, rows in (entities or {}).items()
        }

    def of(self, kind: str) -> dict[str, Entity]:
        """Give the entities of a type by id; changes of it change the world."""
        return self.entities.setdefault(kind, {})

    def put(self, kind: str, **values: Any) -> Entity:
        """Add an entity; ``id`` is among its values."""
        entity = {"__typename": kind, **values}
        self.of(kind)[str(values["id"])] = entity
        return entity

    def root(self, info: GraphQLResolveInfo[Any], arguments: Mapping[str, Any]) -> Any:
        """Answer a field of Query."""
        type_ = get_named_type(info.return_type)
        if type_.name.endswith("Connection"):
            return self._connection(info, arguments)
        if info.field_name == "events":
            return self._events(arguments)
        raise GraphQLError(f"this server has only connections and events, not {info.field_name}")

    def _events(self, arguments: Mapping[str, Any]) -> list[Entity]:
        """Give events of any type in order: the one list that is no connection."""
        usual = {"network": "OLYMPIA", "indexInBlock": 0}
        found = [
            {**usual, "type": kind, **row}
            for kind, rows in self.entities.items()
            if kind.endswith("Event")
            for row in rows.values()
        ]
        where = arguments.get("where") or {}
        until, blocks, types = (where.get(name) for name in ("inBlock_lte", "inBlock_in", "type_in"))
        found = [row for row in found if until is None or int(row["inBlock"]) <= until]
        found = [row for row in found if blocks is None or int(row["inBlock"]) in blocks]
        found = [row for row in found if types is None or row["type"] in types]
        for one in reversed(arguments.get("orderBy") or ()):
            name, direction = one.rsplit("_", 1)
            found.sort(key=lambda row, name=name: _rank(row.get(name)), reverse=direction == "DESC")  # type: ignore[misc]
        return found[: int(arguments.get("limit", DEFAULT_LIMIT))]

    def field(self, source: Any, info: GraphQLResolveInfo[Any]) -> Any:
        """Answer a field of an entity, of a member of a union, or of a connection."""
        name = info.field_name
        if name in source:
            found = source[name]
            return found[:DEFAULT_LIMIT] if _inner_list(name, found) else found
        type_ = get_named_type(info.return_type)
        if not isinstance(type_, GraphQLObjectType):
            return None
        if f"{name}Id" in source:
            return self.of(type_.name).get(str(source[f"{name}Id"]))
        if "id" not in source:
            return None
        found = list(self._naming(type_, info.parent_type, str(source["id"])))
        plural = str(info.return_type).startswith("[")
        return found[:DEFAULT_LIMIT] if plural else next(iter(found), None)

    def _naming(self, type_: GraphQLObjectType, parent: GraphQLObjectType, key: str) -> Iterable[Entity]:
        """Find the entities of a type whose foreign key names a parent."""
        keys = [
            f"{name}Id"
            for name, field in type_.fields.items()
            if get_named_type(field.type) is parent and f"{name}Id" in type_.fields
        ]
        for entity in self.of(type_.name).values():
            if any(entity.get(name) == key for name in keys):
                yield entity

    def _connection(self, info: GraphQLResolveInfo[Any], arguments: Mapping[str, Any]) -> Any:
        connection: Any = get_named_type(info.return_type)
        edge: Any = get_named_type(connection.fields["edges"].type)
        node: Any = get_named_type(edge.fields["node"].type)
        if arguments.get("last") is not None or arguments.get("before") is not None:
            raise GraphQLError("this server reads forward only")
        order = [*(arguments.get("orderBy") or ()), "id_ASC"]
        met = [row for row in self.of(node.name).values() if self.fits(node, row, arguments.get("where") or {})]
        for one in reversed(order):
            name, direction = one.rsplit("_", 1)
            met.sort(key=lambda row, name=name: _rank(row.get(name)), reverse=direction == "DESC")  # type: ignore[misc]
        total = len(met)
        cursors = [_cursor(order, row) for row in met]
        start = 0
        if (after := arguments.get("after")) is not None:
            start = _start(order, met, after)
        first = arguments.get("first")
        size = DEFAULT_LIMIT if first is None else first
        rows, ends = met[start : start + size], cursors[start : start + size]
        return {
            "totalCount": total,
            "edges": [{"node": row, "cursor": end} for row, end in zip(rows, ends, strict=True)],
            "pageInfo": {
                "hasNextPage": start + size < total,
                "hasPreviousPage": start > 0,
                "startCursor": ends[0] if ends else None,
                "endCursor": ends[-1] if ends else None,
            },
        }

    def fits(self, type_: Any, row: Entity, where: Mapping[str, Any]) -> bool:
        """Tell whether an entity meets every condition of a filter."""
        return all(self._meets(type_, row, name, wanted) for name, wanted in where.items())

    def _meets(self, type_: Any, row: Entity, name: str, wanted: Any) -> bool:
        if name in ("AND", "OR", "NOT"):
            each = [self.fits(type_, row, one) for one in (wanted if isinstance(wanted, list) else [wanted])]
            return all(each) if name == "AND" else any(each) if name == "OR" else not any(each)
        if name in type_.fields and isinstance(wanted, dict):
            related = get_named_type(type_.fields[name].type)
            other = self.of(related.name).get(str(row.get(f"{name}Id")))
            return not wanted or (other is not None and self.fits(related, other, wanted))
        field, operator = name.rsplit("_", 1)
        value = row.get(field)
        if operator == "json":
            return not wanted or (value or {}).get("__typename") == wanted["isTypeOf_eq"]
        return _compared(operator, value, wanted)


def _compared(operator: str, value: Any, wanted: Any) -> bool:
    if operator == "in":
        return value in wanted
    if operator == "eq":
        return bool(_rank(value) == _rank(wanted))
    if value is None or wanted is None:
        return False
    pair = (_rank(value), _rank(wanted))
    match operator:
        case "lt":
            return bool(pair[0] < pair[1])
        case "lte":
            return bool(pair[0] <= pair[1])
        case "gt":
            return bool(pair[0] > pair[1])
        case "gte":
            return bool(pair[0] >= pair[1])
    raise GraphQLError(f"this server does not know the operator {operator}")


def _rank(value: Any) -> Any:
    """Order values as a database does: null last, moments in time, decimal text as numbers."""
    if value is None:
        return (1, 0)
    if isinstance(value, str) and len(value) > 18 and value[10:11] == "T":
        return (0, datetime.fromisoformat(value).timestamp())
    return (0, value)


def _cursor(order: list[str], row: Entity) -> str:
    parts = [[*one.rsplit("_", 1), row.get(one.rsplit("_", 1)[0])] for one in order]
    return base64.b64encode(json.dumps(parts).encode()).decode()


def _start(order: list[str], rows: list[Entity], after: str) -> int:
    """Find the first row beyond a cursor by its values, so that rows may come and go before it."""
    try:
        marks = json.loads(base64.b64decode(after, validate=True))
    except ValueError as error:
        raise GraphQLError("invalid cursor") from error
    for position, row in enumerate(rows):
        for one, (_, _, mark) in zip(order, marks, strict=True):
            name, direction = one.rsplit("_", 1)
            mine, its = _rank(row.get(name)), _rank(mark)
            if mine != its:
                if (mine > its) == (direction == "ASC"):
                    return position
                break
    return len(rows)


def _inner_list(name: str, value: Any) -> bool:
    return name != "edges" and isinstance(value, list) and bool(value) and isinstance(value[0], dict)
