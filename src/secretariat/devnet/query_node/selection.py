"""Selections, compiled: from the fields of a document to functions that take a row and give what is asked of it.

A selection is compiled once for a document; then a row costs a function call for each field. Only root fields have
arguments, in the real schema too.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLSkipDirective,
    SelectionSetNode,
    get_directive_values,
)

from secretariat.devnet.query_node.declared import Entity, Field
from secretariat.devnet.query_node.orders import DERIVED, Row
from secretariat.devnet.query_node.scalars import moment_text
from secretariat.devnet.query_node.store import Store

Give = Callable[[Any], Any]
Fields = dict[str, list[FieldNode]]
"""The fields asked of one type, by the key in the answer; several nodes where fragments ask for the same field."""

WRITE: dict[str, Callable[[Any], Any]] = {
    "BigInt": str,
    "DateTime": moment_text,
    "Bytes": lambda value: f"0x{value.hex()}",
}


class Selection:
    """The compiling of one document's selections, for the values its directives have."""

    def __init__(self, store: Store, fragments: Mapping[str, FragmentDefinitionNode], variables: Any) -> None:
        self.store = store
        self.model = store.model
        self.fragments = fragments
        self.variables = variables

    # ------------------------------------------------------------------- fields

    def fields(self, kind: str, sets: Iterator[SelectionSetNode] | Sequence[SelectionSetNode]) -> Fields:
        """Collect what is asked of a type, in the order of the document, with its fragments and directives."""
        found: Fields = {}
        for one in sets:
            self._collect(kind, one, found)
        return found

    def _collect(self, kind: str, nodes: SelectionSetNode, found: Fields) -> None:
        for node in nodes.selections:
            if not self._included(node):
                continue
            if isinstance(node, FieldNode):
                key = node.alias.value if node.alias else node.name.value
                found.setdefault(key, []).append(node)
                continue
            part: Any = self.fragments[node.name.value] if isinstance(node, FragmentSpreadNode) else node
            if part.type_condition is None or self._is(kind, part.type_condition.name.value):
                self._collect(kind, part.selection_set, found)

    def _included(self, node: Any) -> bool:
        skip = get_directive_values(GraphQLSkipDirective, node, self.variables)
        if skip and skip["if"] is True:
            return False
        include = get_directive_values(GraphQLIncludeDirective, node, self.variables)
        return not include or include["if"] is not False

    def _is(self, kind: str, condition: str) -> bool:
        """Tell whether every value of a type is of the type that a fragment is for."""
        if kind == condition:
            return True
        if condition in self.model.unions:
            return kind in self.model.unions[condition]
        entity = self.model.entities.get(kind)
        return entity is not None and (condition == "BaseGraphQLObject" or (condition == "Event" and entity.is_event))

    # ------------------------------------------------------------------ objects

    def entity(self, kind: str, sets: Sequence[SelectionSetNode]) -> Give:
        """Compile what is asked of an entity's rows, of the rows of all events, or of a union's members."""
        if kind in self.model.unions or kind == "Event":
            return self._by_type(kind, sets)
        entity = self.model.entities.get(kind) or self.model.members[kind]
        pairs = [(key, self._field(entity, nodes)) for key, nodes in self.fields(kind, sets).items()]
        return lambda row: {key: give(row) for key, give in pairs}

    def _by_type(self, kind: str, sets: Sequence[SelectionSetNode]) -> Give:
        column = "type" if kind == "Event" else "__typename"
        plans: dict[str, Give] = {}

        def give(row: Row) -> Any:
            name = row[column]
            if name not in plans:
                plans[name] = self.entity(name, sets)
            return plans[name](row)

        return give

    def _field(self, entity: Entity, nodes: list[FieldNode]) -> Give:
        name = nodes[0].name.value
        if name == "__typename":
            return lambda _: entity.name
        field = entity.fields[name]
        if field.kind in ("scalar", "scalars", "enum", "key"):
            return _plain(field)
        give = self.entity(field.type, sub_selections(nodes))
        if field.kind == "union":
            return lambda row: None if (value := row.get(name)) is None else give(value)
        return self._related(field, give)

    def _related(self, field: Field, give: Give) -> Give:
        rows, by = self.store[field.type], field.by
        match field.kind:
            case "one":
                key = f"{field.name}Id"

                def one(row: Row) -> Any:
                    value = row.get(key)
                    found = None if value is None else rows.get(value)
                    return None if found is None else give(found)

                return one
            case "many":
                return lambda row: [give(found) for value in row[field.name] if (found := rows.get(value)) is not None]
            case "reverse-one":
                return lambda row: next((give(found) for found in rows.having(by, row["id"])), None)
        return lambda row: [give(found) for found in rows.having(by, row["id"])]


def sub_selections(nodes: Sequence[FieldNode]) -> list[SelectionSetNode]:
    """Give the selections of fields that are asked for under one key."""
    return [node.selection_set for node in nodes if node.selection_set is not None]


def _plain(field: Field) -> Give:
    name = field.name
    write = WRITE.get(field.type)
    read: Give = DERIVED.get(name) or (itemgetter(name) if field.required else lambda row: row.get(name))
    if write is None:
        return read
    if field.required:
        return lambda row: write(read(row))
    return lambda row: None if (value := read(row)) is None else write(value)
