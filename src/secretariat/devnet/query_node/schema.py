"""The GraphQL schema, made from the declarations: types, filters, orders, connections and roots.

Every name, argument and nullability follows Hydra's generator (Warthog), as the real query node's introspection shows it.
"""

from functools import cache
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLField,
    GraphQLFloat,
    GraphQLID,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLString,
    GraphQLUnionType,
)

from secretariat.devnet.query_node.declared import BASE, EVENT, Entity, Field, Model
from secretariat.devnet.query_node.model import the_model
from secretariat.devnet.query_node.scalars import BIG_INT, BYTES, DATE_TIME, JSON_OBJECT

DEFAULT_LIMIT = 50
"""So many rows come where no number is asked for, and nothing says that there are more."""

SCALARS: dict[str, GraphQLScalarType] = {
    "ID": GraphQLID,
    "String": GraphQLString,
    "Int": GraphQLInt,
    "Float": GraphQLFloat,
    "Boolean": GraphQLBoolean,
    "BigInt": BIG_INT,
    "DateTime": DATE_TIME,
    "Bytes": BYTES,
}

NUMBERS = ("eq", "gt", "gte", "lt", "lte", "in")
OPERATORS: dict[str, tuple[str, ...]] = {
    "ID": ("eq", "in"),
    "String": ("eq", "contains", "startsWith", "endsWith", "in"),
    "Int": NUMBERS,
    "Float": NUMBERS,
    "BigInt": NUMBERS,
    "Boolean": ("eq", "in"),
    "DateTime": ("eq", "lt", "lte", "gt", "gte"),
    "Bytes": ("eq", "in"),
}
"""What a filter can ask of a field, by its scalar; an enumeration is asked like an ID."""

SEARCHES = {
    "membersByHandle": ("Membership", "handle"),
    "postsByText": ("ForumPost", "text"),
    "proposalsByTitle": ("Proposal", "title"),
    "threadsByTitle": ("ForumThread", "title"),
}
"""Full-text searches: the entity and the field that each one looks in."""

UNORDERED = ("id", "createdById", "updatedById", "deletedById", "version")
"""Fields of every entity by which nothing can be ordered."""

STATE = {"lastCompleteBlock": "Float", "lastProcessedEvent": "String", "indexerHead": "Float", "chainHead": "Float"}


@cache
def the_schema() -> GraphQLSchema:
    """Make the schema of all declared entities, once."""
    return SchemaMaker(the_model()).made()


class SchemaMaker:
    """The making of one schema; types refer to each other by name."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.types: dict[str, Any] = {}

    def made(self) -> GraphQLSchema:
        """Make every type and the roots."""
        for name, values in self.model.enums.items():
            self.types[name] = GraphQLEnumType(name, {value: value for value in values})
        self._interfaces()
        for entity in self.model.entities.values():
            self._entity(entity)
        for member in self.model.members.values():
            self.types[member.name] = GraphQLObjectType(member.name, self._fields_of(member))
        for name, members in self.model.unions.items():
            self.types[name] = GraphQLUnionType(name, [self.types[member] for member in members])
        self._events()
        return GraphQLSchema(
            query=GraphQLObjectType("Query", self._roots()),
            subscription=self._subscription(),
            types=[*self.types.values()],
        )

    # ------------------------------------------------------------- output types

    def _interfaces(self) -> None:
        for name, lines in (("BaseGraphQLObject", BASE), ("Event", EVENT)):
            self.types[name] = GraphQLInterfaceType(name, self._plain_fields(lines))
        self.types["PageInfo"] = GraphQLObjectType(
            "PageInfo",
            {
                "hasNextPage": GraphQLField(GraphQLNonNull(GraphQLBoolean)),
                "hasPreviousPage": GraphQLField(GraphQLNonNull(GraphQLBoolean)),
                "startCursor": GraphQLField(GraphQLString),
                "endCursor": GraphQLField(GraphQLString),
            },
        )

    def _plain_fields(self, lines: str) -> dict[str, GraphQLField]:
        found = {}
        for line in lines.split("\n"):
            if line:
                name, type_ = line.split()
                named = SCALARS.get(type_.rstrip("!")) or self.types[type_.rstrip("!")]
                found[name] = GraphQLField(GraphQLNonNull(named) if type_.endswith("!") else named)
        return found

    def _fields_of(self, entity: Entity) -> Any:
        return lambda: {field.name: GraphQLField(self._type_of(field)) for field in entity.fields.values()}

    def _type_of(self, field: Field) -> Any:
        named = SCALARS.get(field.type) or self.types[field.type]
        if field.kind in ("scalars", "many", "reverse-many", "reverse-some"):
            named = GraphQLList(GraphQLNonNull(named))
        return GraphQLNonNull(named) if field.required else named

    def _entity(self, entity: Entity) -> None:
        name = entity.name
        base = [self.types["BaseGraphQLObject"]]
        interfaces = [self.types["Event"], *base] if entity.is_event else base
        made = self.types[name] = GraphQLObjectType(name, self._fields_of(entity), interfaces=interfaces)
        edge = GraphQLObjectType(
            f"{name}Edge",
            {
                "node": GraphQLField(GraphQLNonNull(made)),
                "cursor": GraphQLField(GraphQLNonNull(GraphQLString)),
            },
        )
        self.types[f"{name}Connection"] = GraphQLObjectType(
            f"{name}Connection",
            {
                "totalCount": GraphQLField(GraphQLNonNull(GraphQLInt)),
                "edges": GraphQLField(_whole_list(edge)),
                "pageInfo": GraphQLField(GraphQLNonNull(self.types["PageInfo"])),
            },
        )
        self._inputs(name, tuple(entity.fields.values()))

    # -------------------------------------------------------------- input types

    def _inputs(self, name: str, fields: tuple[Field, ...]) -> None:
        where = f"{name}WhereInput"

        def conditions() -> dict[str, GraphQLInputField]:
            found: dict[str, GraphQLInputField] = {}
            for field in fields:
                found.update(self._conditions(field, every_event=name == "Event"))
            several = GraphQLInputField(GraphQLList(GraphQLNonNull(self.types[where])))
            return {**found, "AND": several, "OR": several, "NOT": several}

        self.types[where] = GraphQLInputObjectType(where, conditions)
        unique = f"{name}WhereUniqueInput"
        self.types[unique] = GraphQLInputObjectType(unique, _unique(fields))
        ordered = [field.name for field in fields if _is_ordered(field, every_event=name == "Event")]
        values = [f"{word}_{way}" for word in ordered for way in ("ASC", "DESC")]
        order = f"{name}OrderByInput"
        self.types[order] = GraphQLEnumType(order, {value: value for value in values})

    def _conditions(self, field: Field, *, every_event: bool) -> dict[str, GraphQLInputField]:
        name = field.name
        match field.kind:
            case "scalar" | "enum":
                return self._scalar_conditions(field, every_event=every_event)
            case "scalars":
                listed = GraphQLList(GraphQLNonNull(SCALARS[field.type]))
                return {
                    f"{name}_{word}": GraphQLInputField(listed)
                    for word in ("containsAll", "containsNone", "containsAny")
                }
            case "union":
                return {f"{name}_json": GraphQLInputField(JSON_OBJECT)}
            case "one" | "reverse-one":
                return {name: GraphQLInputField(self.types[f"{field.type}WhereInput"])}
            case "many" | "reverse-many" | "reverse-some":
                related = GraphQLInputField(self.types[f"{field.type}WhereInput"])
                return {f"{name}_{word}": related for word in ("none", "some", "every")}
        return {}

    def _scalar_conditions(self, field: Field, *, every_event: bool) -> dict[str, GraphQLInputField]:
        if field.name == "version" or (field.type == "EventTypeOptions" and not every_event):
            return {}
        named = SCALARS.get(field.type) or self.types[field.type]
        words = OPERATORS.get(field.type, ("eq", "in"))
        found = {
            f"{field.name}_{word}": GraphQLInputField(GraphQLList(GraphQLNonNull(named)) if word == "in" else named)
            for word in words
        }
        if field.name == "deletedAt":
            found["deletedAt_all"] = GraphQLInputField(GraphQLBoolean)
        return found

    # -------------------------------------------------------------------- roots

    def _events(self) -> None:
        """Make the filter and the order of the interface of all events."""
        one = next(entity for entity in self.model.entities.values() if entity.is_event)
        names = [line.split()[0] for line in (BASE + EVENT).split("\n") if line]
        self._inputs("Event", tuple(one.fields[name] for name in names))

    def _roots(self) -> dict[str, GraphQLField]:
        found = {"events": self._list("Event")}
        for entity in self.model.entities.values():
            name = entity.name
            found[entity.plural] = self._list(name)
            unique = GraphQLNonNull(self.types[f"{name}WhereUniqueInput"])
            found[f"{entity.single}ByUniqueInput"] = GraphQLField(self.types[name], {"where": GraphQLArgument(unique)})
            pages = {
                "first": GraphQLArgument(GraphQLInt),
                "after": GraphQLArgument(GraphQLString),
                "last": GraphQLArgument(GraphQLInt),
                "before": GraphQLArgument(GraphQLString),
            }
            connection = GraphQLNonNull(self.types[f"{name}Connection"])
            found[f"{entity.plural}Connection"] = GraphQLField(connection, {**pages, **self._chosen(name)})
        return found | {name: self._search(name, entity) for name, (entity, _) in SEARCHES.items()}

    def _chosen(self, name: str) -> dict[str, GraphQLArgument]:
        order = GraphQLList(GraphQLNonNull(self.types[f"{name}OrderByInput"]))
        return {"where": GraphQLArgument(self.types[f"{name}WhereInput"]), "orderBy": GraphQLArgument(order)}

    def _list(self, name: str) -> GraphQLField:
        limits = {
            "offset": GraphQLArgument(GraphQLInt),
            "limit": GraphQLArgument(GraphQLInt, default_value=DEFAULT_LIMIT),
        }
        return GraphQLField(_whole_list(self.types[name]), {**limits, **self._chosen(name)})

    def _search(self, name: str, entity: str) -> GraphQLField:
        title = name[0].upper() + name[1:]
        result = GraphQLUnionType(f"{title}SearchResult", [self.types[entity]])
        output = GraphQLObjectType(
            f"{title}FTSOutput",
            {
                "item": GraphQLField(GraphQLNonNull(result)),
                "rank": GraphQLField(GraphQLNonNull(GraphQLFloat)),
                "isTypeOf": GraphQLField(GraphQLNonNull(GraphQLString)),
                "highlight": GraphQLField(GraphQLNonNull(GraphQLString)),
            },
        )
        arguments = {
            f"where{entity}": GraphQLArgument(self.types[f"{entity}WhereInput"]),
            "skip": GraphQLArgument(GraphQLInt, default_value=0),
            "limit": GraphQLArgument(GraphQLInt, default_value=5),
            "text": GraphQLArgument(GraphQLNonNull(GraphQLString)),
        }
        return GraphQLField(_whole_list(output), arguments)

    def _subscription(self) -> GraphQLObjectType:
        fields = {name: GraphQLField(GraphQLNonNull(SCALARS[type_])) for name, type_ in STATE.items()}
        state = GraphQLObjectType("ProcessorState", fields)
        return GraphQLObjectType("Subscription", {"stateSubscription": GraphQLField(GraphQLNonNull(state))})


def _whole_list(named: Any) -> Any:
    return GraphQLNonNull(GraphQLList(GraphQLNonNull(named)))


def _is_ordered(field: Field, *, every_event: bool) -> bool:
    if field.type == "EventTypeOptions":
        return every_event
    return field.name not in UNORDERED and field.kind in ("scalar", "enum", "one")


def _unique(fields: tuple[Field, ...]) -> dict[str, GraphQLInputField]:
    """Ask for one row: by its id, or by one of several fields that are each unique."""
    others = [field for field in fields if field.unique]
    found = {"id": GraphQLInputField(GraphQLID if others else GraphQLNonNull(GraphQLID))}
    return found | {field.name: GraphQLInputField(SCALARS[field.type]) for field in others}
