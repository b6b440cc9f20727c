"""Every query is one that the real schema takes, and asks exactly for what its rows are read by."""

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from graphql import (
    FieldNode,
    GraphQLSchema,
    InlineFragmentNode,
    NamedTypeNode,
    NonNullTypeNode,
    OperationDefinitionNode,
    SelectionSetNode,
    get_named_type,
    is_leaf_type,
    parse,
    type_from_ast,
    validate,
)

from secretariat.facts.kinds import KINDS
from secretariat.sources.query_node import growth, lists
from secretariat.sources.query_node.lists import BY_BLOCK, LISTS, Listed
from secretariat.sources.query_node.values import CUT_AT

QUERIES = sorted(path.name for path in files(lists.__package__).joinpath("queries").iterdir())
ITEMS = {
    "details.destinationsList.destinations": ("account", "amount"),
    "moderators": ("id",),
    "workersHired": ("id",),
    "postaddedeventpost": ("inBlock",),
}
"""Lists within rows, whose items a reader takes as a whole."""


def operation(document: str) -> OperationDefinitionNode:
    (only,) = parse(document).definitions
    assert isinstance(only, OperationDefinitionNode)
    return only


def paths(selection: SelectionSetNode | None, before: str = "") -> Iterator[str]:
    if selection is None:
        yield before
        return
    for node in selection.selections:
        if isinstance(node, InlineFragmentNode):
            yield from paths(node.selection_set, before)
        elif isinstance(node, FieldNode):
            name = node.alias.value if node.alias else node.name.value
            yield from paths(node.selection_set, f"{before}.{name}" if before else name)


@pytest.mark.parametrize("name", QUERIES)
def test_a_query_is_one_that_the_real_schema_takes(schema: GraphQLSchema, name: str) -> None:
    document = parse(lists.query_text(name.removesuffix(".graphql")))
    assert not validate(schema, document)


LISTS_OF_VALUES = ("ids", "blocks", "types")


@pytest.mark.parametrize("name", QUERIES)
def test_variables_are_plain_values(schema: GraphQLSchema, name: str) -> None:
    for variable in operation(lists.query_text(name.removesuffix(".graphql"))).variable_definitions or ():
        node = variable.type.type if isinstance(variable.type, NonNullTypeNode) else variable.type
        type_ = type_from_ast(schema, variable.type)
        assert type_ is not None
        assert is_leaf_type(get_named_type(type_)), variable.variable.name.value
        assert isinstance(node, NamedTypeNode) or variable.variable.name.value in LISTS_OF_VALUES


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_list_asks_for_exactly_what_its_rows_are_read_by(listed: Listed) -> None:
    asked = set(paths(operation(listed.document).selection_set))
    node = f"{listed.connection}.edges.node."
    read = {"id"}
    for field in listed.shape.fields:
        read |= {f"{field.path}.{item}" for item in ITEMS[field.path]} if field.path in ITEMS else {field.path}
    shell = {"totalCount", "edges.cursor", "pageInfo.hasNextPage", "pageInfo.endCursor"}
    frame = {f"{listed.connection}.{name}" for name in shell}
    unions = {path.rsplit(".", 1)[0] for path in read if path.endswith(".__typename")}
    assert asked - frame == {node + path for path in read | {f"{union}.__typename" for union in unions}}


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_list_is_ordered_bounded_and_filtered_as_the_register_says(schema: GraphQLSchema, listed: Listed) -> None:
    words = " ".join(listed.document.split())
    assert f"{listed.connection}( first: $first after: $after orderBy: [{', '.join(listed.order)}]" in words
    assert ("inBlock_lte: $until" in words) == (listed.order == BY_BLOCK)
    assert ("createdAt_lte: $until" in words) == (listed.order != BY_BLOCK)
    assert "id_in: $ids" in words
    assert (": $open" in words) == listed.by_ids
    assert (listed.open is not None) == listed.by_ids


def test_every_query_belongs_to_a_list_and_every_list_has_one() -> None:
    beside = {
        growth.NAME,
        growth.BAGS.name,
        growth.BUCKETS.name,
        "newest-event",
        "newest-and-known-events",
        "oldest-events",
        "events-until",
        "self-declared",
    }
    known = {listed.name for listed in LISTS} | beside
    assert {f"{name}.graphql" for name in known} == set(QUERIES)
    assert len({listed.name for listed in LISTS}) == len(LISTS)
    assert len({listed.connection for listed in LISTS}) == len(LISTS)


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_shape_fills_fields_that_its_fact_has(listed: Listed) -> None:
    fields = set(listed.shape.fact.__dataclass_fields__)  # type: ignore[attr-defined]
    assert {field.name for field in listed.shape.fields} | set(listed.shape.fixed) <= fields
    assert KINDS[listed.shape.kind] is listed.shape.fact


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_what_the_schema_allows_to_be_null_is_optional_and_nothing_else(schema: GraphQLSchema, listed: Listed) -> None:
    from graphql import GraphQLNonNull, GraphQLUnionType

    assert schema.query_type is not None
    connection: Any = get_named_type(schema.query_type.fields[listed.connection].type)
    edge: Any = get_named_type(connection.fields["edges"].type)
    node: Any = get_named_type(edge.fields["node"].type)
    aliases = {"budgetChange": "amount"}
    for field in listed.shape.fields:
        nullable, types = False, [node]
        for step in field.path.split("."):
            if step == "__typename":
                continue
            members = [m for t in types for m in (t.types if isinstance(t, GraphQLUnionType) else (t,))]
            name = aliases.get(step, step)
            found = [member.fields[name].type for member in members if name in member.fields]
            assert found, f"{listed.name} {field.path}"
            nullable |= any(not isinstance(type_, GraphQLNonNull) for type_ in found)
            types = [get_named_type(type_) for type_ in found]
        assert field.optional == nullable, f"{listed.name} {field.path}"


def members_asked(listed: Listed) -> Iterator[tuple[str, str, str]]:
    """Give of a list's query each field that it asks a member of a union for: the union's field, the member, the name."""

    def within(above: str, selected: SelectionSetNode) -> Iterator[tuple[str, str, str]]:
        for one in selected.selections:
            if isinstance(one, InlineFragmentNode):
                assert one.type_condition is not None
                for field in one.selection_set.selections:
                    assert isinstance(field, FieldNode)
                    yield above, one.type_condition.name.value, (field.alias or field.name).value
            elif isinstance(one, FieldNode) and one.selection_set is not None:
                yield from within(one.name.value, one.selection_set)

    return within("", operation(listed.document).selection_set)


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
def test_a_field_of_some_members_of_a_union_names_those_that_its_query_asks_for_it(listed: Listed) -> None:
    """Only then is one that is lacking there told from one that is rightly not there."""
    for field in listed.shape.fields:
        if field.of or (field.partial and not field.optional):
            union, step = field.path.split(".")[:2]
            asked = [member for above, member, name in members_asked(listed) if (above, name) == (union, step)]
            assert sorted(field.of) == sorted(asked), field.path
        assert field.of or not field.needed, field.path


def test_lists_within_rows_are_refused_at_the_default_limit() -> None:
    assert CUT_AT == 50
