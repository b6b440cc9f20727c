"""Answering requests: documents are parsed and validated once, compiled once, and run over the tables."""

import functools
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    GraphQLError,
    GraphQLSchema,
    OperationDefinitionNode,
    OperationType,
    execute_sync,
    get_named_type,
    parse,
    validate,
    visit,
)
from graphql.execution.values import get_argument_values, get_variable_values
from graphql.language import Visitor

from secretariat.devnet.query_node.connections import connection_of, search_of
from secretariat.devnet.query_node.pages import list_of, unique_of
from secretariat.devnet.query_node.schema import SEARCHES, the_schema
from secretariat.devnet.query_node.search import search
from secretariat.devnet.query_node.selection import Selection, sub_selections
from secretariat.devnet.query_node.store import Store

DOCUMENTS = 500
"""So many documents are kept, parsed and compiled."""

Answer = dict[str, Any]
Root = Callable[[Any], Any]
"""A compiled root field: from the request's variables to its value."""


@dataclass(slots=True)
class Prepared:
    """A valid document's operation; its compiled root fields by the values of the variables that directives use."""

    document: DocumentNode
    operation: OperationDefinitionNode
    fragments: dict[str, FragmentDefinitionNode]
    directed_by: tuple[str, ...]
    plans: dict[tuple[Any, ...], dict[str, Root]] = field(default_factory=dict)


class Refused(Exception):
    """A request that is not run at all: it is answered with 400 and these errors."""

    def __init__(self, code: str, errors: list[GraphQLError]) -> None:
        super().__init__(errors[0].message)
        self.answer: Answer = {"errors": [_told(error, code) for error in errors]}


class Answers:
    """The answering of one store's requests. Not for several threads at once."""

    def __init__(self, store: Store, schema: GraphQLSchema | None = None) -> None:
        self.store = store
        self.schema = schema or the_schema()
        self._prepared: OrderedDict[tuple[str, str | None], Prepared] = OrderedDict()
        self._introspected: dict[str, Answer] = {}

    def answer(self, text: str, variables: Mapping[str, Any] | None = None, operation: str | None = None) -> Answer:
        """Answer a query. Raises Refused for one that is not run."""
        prepared = self.prepare(text, operation)
        if prepared.operation.operation is not OperationType.QUERY:
            raise Refused("BAD_REQUEST", [GraphQLError("Subscriptions are served over WebSocket only.")])
        values = self._coerced(prepared, variables)
        if self._introspects(prepared):
            return self._introspect(text, prepared, variables)
        data: dict[str, Any] = {}
        for key, give in self._plan(prepared, values).items():
            try:
                data[key] = give(values)
            except GraphQLError as error:
                told = _told(error, "INTERNAL_SERVER_ERROR") | {"path": [key]}
                return {"errors": [told], "data": None}
        return {"data": data}

    def subscription(
        self, text: str, variables: Mapping[str, Any] | None = None, operation: str | None = None
    ) -> Callable[[Mapping[str, Any]], Answer] | None:
        """Compile a subscription to the processor's state: from a state to an answer. None for a query; raises Refused."""
        prepared = self.prepare(text, operation)
        if prepared.operation.operation is not OperationType.SUBSCRIPTION:
            return None
        selection = Selection(self.store, prepared.fragments, self._coerced(prepared, variables))
        roots = selection.fields("Subscription", [prepared.operation.selection_set])
        asked = {key: selection.fields("ProcessorState", sub_selections(nodes)) for key, nodes in roots.items()}
        names = {key: {one: nodes[0].name.value for one, nodes in fields.items()} for key, fields in asked.items()}

        def give(state: Mapping[str, Any]) -> Answer:
            told = {**state, "__typename": "ProcessorState"}
            return {"data": {key: {one: told[name] for one, name in ones.items()} for key, ones in names.items()}}

        return give

    def prepare(self, text: str, operation: str | None = None) -> Prepared:
        """Parse and validate a document. Raises Refused."""
        key = (text, operation)
        if key in self._prepared:
            self._prepared.move_to_end(key)
            return self._prepared[key]
        try:
            document = parse(text)
        except GraphQLError as error:
            raise Refused("GRAPHQL_PARSE_FAILED", [error]) from error
        if errors := validate(self.schema, document):
            raise Refused("GRAPHQL_VALIDATION_FAILED", errors)
        prepared = self._prepared[key] = _prepared(document, operation)
        if len(self._prepared) > DOCUMENTS:
            self._prepared.popitem(last=False)
        return prepared

    def _coerced(self, prepared: Prepared, variables: Mapping[str, Any] | None) -> dict[str, Any]:
        definitions = prepared.operation.variable_definitions or ()
        found: Any = get_variable_values(self.schema, definitions, dict(variables or {}))
        if isinstance(found, list):
            raise Refused("BAD_USER_INPUT", found)
        return found  # type: ignore[no-any-return]

    # --------------------------------------------------------------------- roots

    def _plan(self, prepared: Prepared, values: Any) -> dict[str, Root]:
        """Compile the root fields, once for each set of values that the directives' variables have."""
        key = tuple(_value_of(values, name) for name in prepared.directed_by)
        if key not in prepared.plans:
            selection = Selection(self.store, prepared.fragments, values)
            fields = selection.fields("Query", [prepared.operation.selection_set])
            prepared.plans[key] = {name: self._root(selection, nodes) for name, nodes in fields.items()}
        return prepared.plans[key]

    def _root(self, selection: Selection, nodes: list[FieldNode]) -> Root:
        node = nodes[0]
        name = node.name.value
        if name == "__typename":
            return lambda _: "Query"
        declared = self.schema.query_type.fields[name]  # type: ignore[union-attr]
        given = functools.partial(get_argument_values, declared, node)
        kind = get_named_type(declared.type).name
        sets = sub_selections(nodes)
        store = self.store
        if kind.endswith("Connection"):
            give_page = connection_of(selection, kind.removesuffix("Connection"), sets)
            return lambda values: give_page(given(values))
        if name in SEARCHES:
            result = search_of(selection, kind, SEARCHES[name][0], sets)
            return lambda values: result(search(store, *SEARCHES[name], given(values)))
        give = selection.entity(kind, sets)
        if "where" in declared.args and "limit" not in declared.args:
            return lambda values: None if (row := unique_of(store, kind, given(values)["where"])) is None else give(row)
        return lambda values: [give(row) for row in list_of(store, kind, given(values))]

    # ------------------------------------------------------------- introspection

    def _introspects(self, prepared: Prepared) -> bool:
        asked = (node for node in prepared.operation.selection_set.selections if isinstance(node, FieldNode))
        return any(node.name.value in ("__schema", "__type") for node in asked)

    def _introspect(self, text: str, prepared: Prepared, variables: Mapping[str, Any] | None) -> Answer:
        """Let the library answer what is asked of the schema itself; fields of rows beside it stay without a value."""
        key = f"{prepared.operation.name.value if prepared.operation.name else ''}\n{text}\n{variables}"
        if key not in self._introspected:
            if len(self._introspected) > 50:
                self._introspected.clear()
            name = prepared.operation.name.value if prepared.operation.name else None
            result = execute_sync(
                self.schema, prepared.document, variable_values=dict(variables or {}), operation_name=name
            )
            self._introspected[key] = dict(result.formatted)
        return self._introspected[key]


def _prepared(document: DocumentNode, name: str | None) -> Prepared:
    operations = [node for node in document.definitions if isinstance(node, OperationDefinitionNode)]
    fitting = [one for one in operations if name is None or (one.name is not None and one.name.value == name)]
    if not fitting:
        raise Refused("BAD_REQUEST", [GraphQLError(f'Unknown operation named "{name}".')])
    if len(fitting) > 1:
        message = "Must provide operation name if query contains multiple operations."
        raise Refused("BAD_REQUEST", [GraphQLError(message)])
    fragments = {node.name.value: node for node in document.definitions if isinstance(node, FragmentDefinitionNode)}
    return Prepared(document, fitting[0], fragments, _directed_by(document))


class _Directed(Visitor):
    """Which variables the directives of a document use."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def enter_directive(self, node: Any, *_: Any) -> None:
        for argument in node.arguments:
            if argument.value.kind == "variable":
                self.names.add(argument.value.name.value)


def _directed_by(document: DocumentNode) -> tuple[str, ...]:
    seen = _Directed()
    visit(document, seen)
    return tuple(sorted(seen.names))


def _value_of(values: Any, name: str) -> Any:
    coerced = getattr(values, "coerced", values)
    return coerced.get(name)


def _told(error: GraphQLError, code: str) -> Answer:
    told: Answer = {"message": error.message}
    if error.locations:
        told["locations"] = [{"line": place.line, "column": place.column} for place in error.locations]
    return told | {"extensions": {"code": code}}
