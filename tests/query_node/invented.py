"""Invented rows for every list: each field that its query asks for filled, each member of each union there."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from graphql import (
    FieldNode,
    GraphQLEnumType,
    GraphQLSchema,
    GraphQLUnionType,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    parse,
)

from secretariat.sources.query_node.lists import LISTS, Listed
from secretariat.sources.query_node.pages import Head
from tests.query_node.world import Entity, World

HEAD = Head(block=1_000_000, milliseconds=1_750_000_000_000)
BORN = datetime(2024, 1, 1, tzinfo=UTC)
FEWEST = 5


def node_of(schema: GraphQLSchema, listed: Listed) -> tuple[Any, SelectionSetNode]:
    """Give the type of a list's rows, and what its query selects of them."""
    assert schema.query_type is not None
    connection: Any = get_named_type(schema.query_type.fields[listed.connection].type)
    edge: Any = get_named_type(connection.fields["edges"].type)
    (operation,) = parse(listed.document).definitions
    assert isinstance(operation, OperationDefinitionNode)
    selected: Any = operation.selection_set
    for name in (listed.connection, "edges", "node"):
        selected = next(one for one in selected.selections if one.name.value == name).selection_set
    return get_named_type(edge.fields["node"].type), selected


def invented_world(schema: GraphQLSchema, lists: Iterable[Listed] = LISTS, rows: int = FEWEST) -> World:
    """Fill lists with rows: as many as asked for, or as their unions have members."""
    world = World()
    for listed in lists:
        type_, selected = node_of(schema, listed)
        for n in range(max(rows, _most_members(type_, selected))):
            world.put(type_.name, **{"createdAt": _moment(n), **invented_row(type_, selected, n), "id": str(n + 1)})
    return world


def invented_row(type_: Any, selected: SelectionSetNode, n: int) -> Entity:
    """Make the ``n``-th row; it holds related entities itself, as far as they are asked for."""
    row: Entity = {}
    for node in selected.selections:
        if isinstance(node, FieldNode) and node.name.value != "__typename":
            field = type_.fields[node.name.value]
            row[node.name.value] = _value(str(field.type), get_named_type(field.type), node, n)
    return row


def _value(written: str, type_: Any, node: FieldNode, n: int) -> Any:
    if node.selection_set is not None:
        found = _variant(type_, node.selection_set, n)
        return [found] if written.startswith("[") else found
    found = _plain(type_, node.name.value, n)
    return [found] if written.startswith("[") else found


def _variant(type_: Any, selected: SelectionSetNode, n: int) -> Entity:
    if not isinstance(type_, GraphQLUnionType):
        return invented_row(type_, selected, n)
    members = [member for member in type_.types if member.name != "VariantNone"]
    member = members[n % len(members)]
    made: Entity = {"__typename": member.name}
    for node in selected.selections:
        if isinstance(node, InlineFragmentNode) and _about(node) == member.name:
            made.update(invented_row(member, node.selection_set, n))
    return made


def _plain(type_: Any, name: str, n: int) -> Any:
    if isinstance(type_, GraphQLEnumType):
        return list(type_.values)[n % len(type_.values)]
    match type_.name:
        case "Boolean":
            return n % 2 == 0
        case "Int" | "BigInt":
            return 100 + n
        case "DateTime":
            return _moment(n)
        case _ if name == "text":
            return f"Is it number {n + 1}?\n# Part {n + 1}"
        case _:
            return str(n + 1)


def _moment(n: int) -> str:
    return (BORN + timedelta(minutes=n)).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _most_members(type_: Any, selected: SelectionSetNode) -> int:
    """Count the members of the largest union that a selection reaches."""
    most = 0
    for node in selected.selections:
        if isinstance(node, FieldNode) and node.selection_set is not None:
            inner: Any = get_named_type(type_.fields[node.name.value].type)
            if isinstance(inner, GraphQLUnionType):
                most = max(most, len([member for member in inner.types if member.name != "VariantNone"]))
            else:
                most = max(most, _most_members(inner, node.selection_set))
    return most


def changes(type_: Any, selected: SelectionSetNode, row: Entity, n: int) -> dict[str, Entity]:
    """Give, for each field that the query asks of the ``n``-th row, the row with another value there."""
    found: dict[str, Entity] = {}
    for node in selected.selections:
        if not isinstance(node, FieldNode) or node.name.value in ("id", "__typename"):
            continue
        name = node.name.value
        for path, value in _other(str(type_.fields[name].type), get_named_type(type_.fields[name].type), node, row, n):
            found[path] = {**row, name: value}
    return found


def _other(written: str, type_: Any, node: FieldNode, row: Entity, n: int) -> list[tuple[str, Any]]:
    name = node.name.value
    value = row[name]
    many = written.startswith("[")
    if node.selection_set is None:
        other = _plain(type_, name, n + 1)
        return [(name, [other] if many else other)]
    inner = value[0] if many else value
    made: list[tuple[str, Any]] = []
    if isinstance(type_, GraphQLUnionType):
        another = _variant(type_, node.selection_set, n + 1)
        made.append((f"{name}.__typename", another))
        member = next(member for member in type_.types if member.name == inner["__typename"])
        selections = [
            one.selection_set
            for one in node.selection_set.selections
            if isinstance(one, InlineFragmentNode) and _about(one) == member.name
        ]
        parts = [(member, selection) for selection in selections]
    else:
        parts = [(type_, node.selection_set)]
    for inner_type, selection in parts:
        inner_changes = changes(inner_type, selection, inner, n)
        if any(isinstance(one, FieldNode) and one.name.value == "id" for one in selection.selections):
            inner_changes["id"] = {**inner, "id": f"{inner['id']}7"}
        made += [(f"{name}.{path}", changed) for path, changed in inner_changes.items()]
    return [(path, [changed] if many else changed) for path, changed in made]


def _about(fragment: InlineFragmentNode) -> str:
    """Name the type of a fragment."""
    return "" if fragment.type_condition is None else fragment.type_condition.name.value
