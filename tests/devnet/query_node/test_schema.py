"""The schema is a subset of the real one: same types, arguments, nullability; and takes what the product asks."""

from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from graphql import (
    GraphQLEnumType,
    GraphQLSchema,
    GraphQLUnionType,
    OperationType,
    build_client_schema,
    get_introspection_query,
    get_named_type,
    is_introspection_type,
    parse,
    print_ast,
    print_schema,
    print_type,
    validate,
)

from secretariat.devnet.query_node.schema import DEFAULT_LIMIT, SEARCHES, the_schema
from secretariat.sources.query_node import lists
from tests.devnet.query_node.history import History
from tests.query_node.server import schema_of

QUERIES = sorted(path.name for path in files(lists.__package__).joinpath("queries").iterdir())


@pytest.fixture(scope="module")
def real(shared: Callable[[str], Path]) -> GraphQLSchema:
    return schema_of(shared("data/joystream/query-node-introspection.json"))


def _differences(ours: GraphQLSchema, real: GraphQLSchema) -> Iterator[str]:
    for name, mine in ours.type_map.items():
        its = real.type_map.get(name)
        if is_introspection_type(mine):
            continue
        if its is None or type(its) is not type(mine):
            yield f"{name} is no such type"
        elif isinstance(mine, GraphQLEnumType):
            yield from (f"{name}.{value}" for value in set(mine.values) - set(its.values))  # type: ignore[attr-defined]
        elif isinstance(mine, GraphQLUnionType):
            known = {one.name for one in its.types}  # type: ignore[attr-defined]
            yield from (f"{name} of {one.name}" for one in mine.types if one.name not in known)
        else:
            yield from _fields_that_differ(name, mine, its)


def _fields_that_differ(name: str, mine: Any, its: Any) -> Iterator[str]:
    if {one.name for one in getattr(mine, "interfaces", ())} != {one.name for one in getattr(its, "interfaces", ())}:
        yield f"{name} implements others"
    for field, found in getattr(mine, "fields", {}).items():
        other = its.fields.get(field)
        if other is None or str(other.type) != str(found.type):
            yield f"{name}.{field}: {found.type} is not {other and other.type}"
        elif hasattr(found, "args") and _arguments(found) != _arguments(other):
            yield f"{name}.{field}: its arguments differ"


def _arguments(field: Any) -> dict[str, str]:
    return {name: str(argument.type) for name, argument in field.args.items()}


def test_every_type_field_argument_and_value_is_the_real_ones(real: GraphQLSchema) -> None:
    assert list(_differences(the_schema(), real)) == []


def test_no_field_between_two_declared_types_is_left_out_but_content(real: GraphQLSchema) -> None:
    """What leads from one declared type to another is there; of an entity's own fields none is missing."""
    ours = the_schema()
    missing = []
    for name, mine in ours.type_map.items():
        its: Any = real.type_map.get(name)
        if name == "Query" or is_introspection_type(mine) or not hasattr(mine, "fields"):
            continue
        for field, found in its.fields.items():
            if field not in mine.fields and get_named_type(found.type).name in ours.type_map:
                missing.append(f"{name}.{field}")
    keys = {one.partition(".")[2] for one in missing}
    assert keys == {
        "entryAppId",
        "ownerCuratorGroupId",
        "languageId",
        "categoryId",
        "licenseId",
        "mediaMetadataId",
        "videoCategoryId",
        "transactionalStatusAuctionId",
        "operatorMetadataId",
    }


def test_a_list_without_a_number_has_fifty_in_both(real: GraphQLSchema) -> None:
    for schema in (the_schema(), real):
        printed = print_type(schema.query_type)  # type: ignore[arg-type]
        line = next(one for one in printed.splitlines() if one.strip().startswith("proposals("))
        assert f"limit: Int = {DEFAULT_LIMIT}" in line
        assert "limit: Int = 5," in next(
            one for one in printed.splitlines() if one.strip().startswith("membersByHandle(")
        )


@pytest.mark.parametrize("name", QUERIES)
def test_it_takes_each_query_of_the_product_and_answers_it(name: str) -> None:
    text = files(lists.__package__).joinpath("queries", name).read_text(encoding="utf-8")
    of_type = {
        "Int": 10,
        "DateTime": "2023-01-01T00:00:00.000Z",
        "[Int!]": [1, 2],
        "[EventTypeOptions!]": ["CouncilorRewardUpdatedEvent"],
    }
    data = History().at(5).ask(text, **_needed(text, of_type))
    assert all(value is not None for value in data.values())


def _needed(text: str, of_type: dict[str, Any]) -> dict[str, Any]:
    """Give a value to each variable that must have one."""
    operation: Any = parse(text).definitions[0]
    types = {one.variable.name.value: print_ast(one.type) for one in operation.variable_definitions or ()}
    return {name: of_type[type_[:-1]] for name, type_ in types.items() if type_.endswith("!")}


def test_it_takes_every_worked_query_and_answers_it(shared: Callable[[str], Path]) -> None:
    history = History().at(5)
    seen = 0
    for path in sorted(shared("facts/queries").glob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        document = parse(text)
        assert validate(the_schema(), document) == [], path.name
        operation: Any = document.definitions[0]
        if operation.operation is OperationType.SUBSCRIPTION:
            continue
        asked = _needed(text, {"Int": 1, "String": "a", "DateTime": "2023-01-01T00:00:00.000Z"})
        assert all(value is not None for value in history.ask(text, **asked).values()), path.name
        seen += 1
    assert seen > 10


def test_it_tells_its_schema_to_whoever_asks() -> None:
    told = build_client_schema(History().ask(get_introspection_query()))
    assert print_schema(told) == print_schema(the_schema())
    one = History().ask('{ __type(name: "Candidate") { name fields { name } } }')
    assert {"name": "electionRound"} in one["__type"]["fields"]


def test_searches_look_in_fields_that_are() -> None:
    schema = the_schema()
    for kind, field in SEARCHES.values():
        assert field in schema.type_map[kind].fields  # type: ignore[attr-defined]
