"""A query node on a loopback socket: the real schema, the entities of a world."""

import atexit
import json
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from graphql import (
    DocumentNode,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    build_client_schema,
    execute_sync,
    parse,
    validate,
)

from secretariat.clients.graphql import ask
from secretariat.clients.http import Wire, WireSettings, open_wire
from secretariat.sources.query_node.pages import Ask
from tests.query_node.world import World
from tests.wire.fault_proxy import Answer, Asked, Fault, FaultProxy


@cache
def schema_of(path: Path) -> GraphQLSchema:
    """Build the schema from an introspection's answer, with scalars as the query node writes them."""
    answer = json.loads(path.read_text(encoding="utf-8"))
    schema = build_client_schema(answer.get("data", answer))
    for name, write in (("BigInt", str), ("DateTime", str), ("JSONObject", dict)):
        scalar: Any = schema.type_map[name]
        scalar.serialize = write
    return schema


class QueryNode:
    """The answering of requests. ``errors`` are what it refused so far; it may take no lists together."""

    def __init__(self, schema: GraphQLSchema, world: World) -> None:
        self.schema = schema
        self.world = world
        self.errors: list[str] = []
        self.takes_together = True
        self._documents: dict[str, DocumentNode] = {}

    def __call__(self, asked: Asked) -> Answer:
        """Answer one POST of a query with its variables."""
        if asked.method != "POST":
            return Answer(status=400, body=b"")
        request = json.loads(asked.body)
        try:
            document = self._parsed(request["query"])
        except GraphQLError as error:
            self.errors.append(error.message)
            return Answer(status=400, body=json.dumps({"errors": [{"message": error.message}]}).encode())
        result = execute_sync(
            self.schema,
            document,
            variable_values=request.get("variables"),
            field_resolver=self._resolve,
            type_resolver=lambda value, *_: value["__typename"],
        )
        body: dict[str, Any] = {"data": result.data}
        if result.errors:
            self.errors += [error.message for error in result.errors]
            body["errors"] = [{"message": error.message, "path": error.path} for error in result.errors]
        return Answer(body=json.dumps(body).encode())

    def _parsed(self, text: str) -> DocumentNode:
        if text not in self._documents:
            document = parse(text)
            self._weigh(document)
            for error in validate(self.schema, document):
                raise error
            self._documents[text] = document
        return self._documents[text]

    def _weigh(self, document: DocumentNode) -> None:
        """Refuse a document of several lists, as a server does that bounds the cost of one query."""
        (operation,) = document.definitions
        fields = operation.selection_set.selections  # type: ignore[attr-defined]
        lists = [one for one in fields if len(one.selection_set.selections) > 1]
        if len(lists) > 1 and not self.takes_together:
            raise GraphQLError(f"the query is too complex: {len(lists)} lists")

    def _resolve(self, source: Any, info: GraphQLResolveInfo[Any], **arguments: Any) -> Any:
        if info.parent_type is self.schema.query_type:
            return self.world.root(info, arguments)
        return self.world.field(source, info)


@contextmanager
def serving(
    schema: GraphQLSchema, world: World, plan: Mapping[int, Fault | None] | None = None
) -> Iterator[tuple[Ask, FaultProxy]]:
    """Serve a world, with faults at the requests that a plan names, and give how to ask it."""
    with serving_node(QueryNode(schema, world), plan) as served:
        yield served


@contextmanager
def serving_node(
    node: QueryNode, plan: Mapping[int, Fault | None] | None = None, *, tight: bool = False
) -> Iterator[tuple[Ask, FaultProxy]]:
    """Serve what a node answers, whose world may be replaced meanwhile; ``tight`` gives a request little time."""
    wire = _wire(tight=tight)
    with FaultProxy(node, plan) as proxy:

        def asking(document: str, variables: Mapping[str, Any]) -> Mapping[str, Any]:
            return ask(wire, f"{proxy.url}/graphql", document, variables)

        yield asking, proxy


@cache
def _wire(*, tight: bool) -> Wire:
    """Open a pool of connections once: making one costs more than all requests of a test."""
    bounds = WireSettings(
        read_seconds=1.5 if tight else 30,
        whole_seconds=3 if tight else 60,
        attempts=3,
        largest_answer_bytes=8 * 1024 * 1024,
    )
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(open_wire(bounds, sleep=lambda _: None, chance=lambda: 0.5))
