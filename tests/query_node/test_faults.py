"""Whatever goes wrong at any request ends in complete facts or in a refusal by name, never in a short list."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from graphql import GraphQLSchema

from secretariat.errors import SecretariatError
from secretariat.sources.query_node.lists import BY_NAME
from secretariat.sources.query_node.pages import Ask, variables
from secretariat.sources.query_node.reading import NOTHING, Known, known_of
from secretariat.sources.query_node.refused import TRIES, ListIncomplete, RowWithoutId
from secretariat.sources.query_node.updating import Turn, bring_up_to_date, read_whole
from tests.query_node.invented import HEAD, invented_row, invented_world, node_of
from tests.query_node.server import QueryNode, serving_node
from tests.query_node.world import World
from tests.wire import faults
from tests.wire.fault_proxy import Exchange, Fault

MEMBERS = BY_NAME["memberships"]
CONNECTION = MEMBERS.connection
ROWS = 7
SIZE = 3
"""Pages of 3, 3 and 1 rows."""


def world_with(schema: GraphQLSchema, rows: int = ROWS) -> World:
    return invented_world(schema, (MEMBERS,), rows)


def in_answer(change: Callable[[dict[str, Any]], None], name: str) -> Fault:
    def altered(answer: Any) -> Any:
        change(answer["data"][CONNECTION])
        return answer

    return faults.changed(altered, name)


def _drop(found: dict[str, Any]) -> None:
    if found["edges"]:
        del found["edges"][len(found["edges"]) // 2]


def _twice(found: dict[str, Any]) -> None:
    found["edges"] = [edge for edge in found["edges"] for _ in (0, 1)]


def _no_next(found: dict[str, Any]) -> None:
    found["pageInfo"]["hasNextPage"] = False
    found["edges"] = found["edges"][:1]


def _stuck(found: dict[str, Any]) -> None:
    found["pageInfo"] |= {"hasNextPage": True, "endCursor": None}
    found["edges"] = []


def _set(name: str, value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda found: found.__setitem__(name, value)


def _first_row(change: Callable[[dict[str, Any]], object]) -> Callable[[dict[str, Any]], None]:
    """Change the edge of a page's first row, where it has one."""

    def changed(found: dict[str, Any]) -> None:
        if found["edges"]:
            change(found["edges"][0])

    return changed


NAMELESS: Mapping[str, Fault] = {
    "null-node": in_answer(_first_row(lambda edge: edge.update(node=None)), "null-node"),
    "node-is-text": in_answer(_first_row(lambda edge: edge.update(node="7")), "node-is-text"),
    "no-id": in_answer(_first_row(lambda edge: edge["node"].pop("id")), "no-id"),
    "null-id": in_answer(_first_row(lambda edge: edge["node"].update(id=None)), "null-id"),
    "empty-id": in_answer(_first_row(lambda edge: edge["node"].update(id="")), "empty-id"),
    "id-is-a-list": in_answer(_first_row(lambda edge: edge["node"].update(id=["1"])), "id-is-a-list"),
}
"""Faults of the content: a row that names nothing, and whose count is right."""

OF_LISTS: Mapping[str, Fault] = {
    **NAMELESS,
    "duplicate-page": faults.ANSWER_OF_BEFORE,
    "missing-row": in_answer(_drop, "missing-row"),
    "rows-twice": in_answer(_twice, "rows-twice"),
    "no-next-page": in_answer(_no_next, "no-next-page"),
    "stuck": in_answer(_stuck, "stuck"),
    "no-edges": in_answer(_set("edges", None), "no-edges"),
    "empty-edges": in_answer(_set("edges", []), "empty-edges"),
    "count-is-text": in_answer(_set("totalCount", "7"), "count-is-text"),
    "count-too-low": in_answer(_set("totalCount", 6), "count-too-low"),
    "count-too-high": in_answer(_set("totalCount", 8), "count-too-high"),
    "no-page-info": in_answer(_set("pageInfo", {}), "no-page-info"),
    "row-is-null": in_answer(_set("edges", [None]), "row-is-null"),
    "no-connection": faults.changed(lambda _: {"data": {}}, "no-connection"),
    "null-connection": faults.changed(lambda _: {"data": {CONNECTION: None}}, "null-connection"),
}
"""Faults of the content: the answer is JSON with data, and not the list."""

NO_DATA: Mapping[str, Fault] = {
    "null-data": faults.changed(lambda _: {"data": None}, "null-data"),
    "errors": faults.changed(lambda answer: {**answer, "errors": [{"message": "out of order"}]}, "errors"),
    "a-list": faults.changed(lambda _: [1, 2, 3], "a-list"),
}


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("name", [*faults.PASSING, *OF_LISTS])
def test_a_fault_at_any_request_is_overcome(schema: GraphQLSchema, name: str, number: int) -> None:
    fault = {**faults.PASSING, **OF_LISTS}[name]
    with serving_node(QueryNode(schema, world_with(schema)), {number: fault}, tight=True) as (ask, proxy):
        reading = read_whole(ask, MEMBERS, HEAD, SIZE)
        assert [one.fault for one in proxy.log].count("") < len(proxy.log)
    assert list(reading.records) == [str(n + 1) for n in range(ROWS)]
    assert reading.proof
    assert (reading.proof.rows, reading.proof.total) == (ROWS, ROWS)
    assert not reading.problems


@pytest.mark.parametrize("name", [*OF_LISTS, *NO_DATA, "500"])
def test_a_fault_that_stays_is_a_refusal_that_says_what_to_do(schema: GraphQLSchema, name: str) -> None:
    fault = {**OF_LISTS, **NO_DATA, **faults.PASSING}[name]
    plan = dict.fromkeys(range(2, 40), fault)
    with serving_node(QueryNode(schema, world_with(schema)), plan) as (ask, _):
        with pytest.raises(SecretariatError) as refused:
            read_whole(ask, MEMBERS, HEAD, SIZE)
        if name in OF_LISTS:
            assert isinstance(refused.value, RowWithoutId if name in NAMELESS else ListIncomplete)
            assert refused.value.name == "memberships"
            assert "memberships" in str(refused.value)
            assert "query_node" in str(refused.value)
        if name in NAMELESS:
            assert all(words in str(refused.value) for words in ("row-without-id", "row 1 ", "without_rows_of"))


def test_a_row_that_names_nothing_is_found_by_the_one_before(schema: GraphQLSchema) -> None:
    world = world_with(schema)
    world.of("Membership")["4"] |= {"id": ""}
    with serving_node(QueryNode(schema, world)) as (ask, proxy):
        with pytest.raises(RowWithoutId, match="row 4, after the id '3', has no id"):
            read_whole(ask, MEMBERS, HEAD, SIZE)
        assert len(proxy.log) == TRIES * 2


@pytest.mark.parametrize("rows", [1, 2, 5])
def test_a_server_that_cuts_answers_without_a_word_is_read_in_smaller_pages(schema: GraphQLSchema, rows: int) -> None:
    """The server gives so many rows at most, and says of them that these are all."""

    def cut(found: dict[str, Any]) -> None:
        if "edges" not in found:  # where the list is counted
            return
        found["pageInfo"]["hasNextPage"] &= len(found["edges"]) <= rows
        del found["edges"][rows:]

    with serving_node(QueryNode(schema, world_with(schema)), dict.fromkeys(range(40), in_answer(cut, "cut"))) as (
        ask,
        _,
    ):
        reading = read_whole(ask, MEMBERS, HEAD, 100)
    assert list(reading.records) == [str(n + 1) for n in range(ROWS)]
    assert reading.proof
    assert (reading.proof.rows, reading.proof.cut) == (ROWS, rows)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("place", ["before", "behind"])
def test_a_row_inserted_between_two_pages_arrives_with_all_the_others(
    schema: GraphQLSchema, number: int, place: str
) -> None:
    world = world_with(schema)
    type_, selected = node_of(schema, MEMBERS)
    row = invented_row(type_, selected, 20)
    row["createdAt"] = "2023-01-01T00:00:00.000Z" if place == "before" else "2024-06-01T00:00:00.000Z"

    def insert() -> None:
        world.put(type_.name, **{**row, "id": "21"})

    fault = faults.after(insert)
    with serving_node(QueryNode(schema, world), {number: fault}, tight=True) as (ask, _):
        reading = read_whole(ask, MEMBERS, HEAD, SIZE)
    assert set(reading.records) == {*(str(n + 1) for n in range(ROWS)), "21"}


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_row_removed_between_two_pages_is_not_in_the_list(schema: GraphQLSchema, number: int) -> None:
    world = world_with(schema)

    def remove() -> None:
        del world.of("Membership")["1"]

    fault = faults.after(remove)
    with serving_node(QueryNode(schema, world), {number: fault}, tight=True) as (ask, _):
        reading = read_whole(ask, MEMBERS, HEAD, SIZE)
    assert set(reading.records) == {str(n + 1) for n in range(1, ROWS)}


@pytest.mark.parametrize("rows", range(8))
def test_a_list_that_ends_at_the_page_size_is_asked_for_one_more_page(schema: GraphQLSchema, rows: int) -> None:
    world = world_with(schema)
    world.entities["Membership"] = dict(list(world.of("Membership").items())[:rows])
    with serving_node(QueryNode(schema, world)) as (ask, proxy):
        assert len(read_whole(ask, MEMBERS, HEAD, SIZE).records) == rows
        assert len(proxy.log) == rows // SIZE + 1 + 1  # and it is counted


def update(ask: Ask, known: Known) -> tuple[dict[str, str], str]:
    done = bring_up_to_date(ask, MEMBERS, HEAD, SIZE, known, turn=Turn(rows=ROWS))
    assert done.reading.proof
    return {key: record.fact.handle for key, record in done.reading.records.items()}, done.way


@pytest.mark.parametrize("name", ["reset", "500", "cut-json", *OF_LISTS])
def test_a_later_run_ends_the_same_whatever_request_goes_wrong(schema: GraphQLSchema, name: str) -> None:
    fault = {**faults.PASSING, **OF_LISTS}[name]
    type_, selected = node_of(schema, MEMBERS)
    world = world_with(schema)
    node = QueryNode(schema, world)
    with serving_node(node) as (ask, proxy):
        first = read_whole(ask, MEMBERS, HEAD, SIZE, NOTHING)
        assert first.proof
        known = known_of(first.digests, cursor=first.proof.cursor, open_keys=first.open_keys)
        world.of("Membership")["2"] |= {"handle": "dmitri_77"}
        world.put(type_.name, **{**invented_row(type_, selected, 30), "handle": "cleo", "id": "31"})
        asked = len(proxy.log)
        changed, _ = update(ask, known)
        requests = len(proxy.log) - asked
    assert changed == {"2": "dmitri_77", "31": "cleo"}
    for number in range(1, requests + 1):
        with serving_node(node, {number: fault}, tight=True) as (ask, _):
            assert update(ask, known)[0] == changed


@pytest.mark.parametrize("asked_before", ["open rows", "rows by ids", "new rows"])
@pytest.mark.parametrize("way", ["whole", "changes", "turn"])
def test_the_answer_to_the_same_query_with_other_variables_is_not_taken_for_what_was_asked(
    schema: GraphQLSchema, way: str, asked_before: str
) -> None:
    """A cache that looks at the words of a query alone gives what is whole in itself; at any one request."""
    world = world_with(schema)
    for key, row in world.of("Membership").items():
        row["isCouncilMember"] = int(key) % 2 == 0
    with serving_node(QueryNode(schema, world)) as (ask, proxy):
        first = read_whole(ask, MEMBERS, HEAD, SIZE, NOTHING)
        assert first.proof
        cursor = first.proof.cursor
        known = known_of(first.digests, cursor=cursor, open_keys={"1", "2"})
        world.of("Membership")["3"] |= {"handle": "dmitri_77"}

        def bring() -> dict[str, str]:
            turn = Turn(rows=ROWS) if way == "turn" else None
            done = bring_up_to_date(ask, MEMBERS, HEAD, SIZE, known, turn=turn, full=way == "whole")
            assert done.way == "changes" or done.reading.digests.keys() == first.digests.keys()
            return {key: record.fact.handle for key, record in done.reading.records.items()} | dict.fromkeys(
                done.reading.absent, "absent"
            )

        def fill() -> None:
            proxy.always = None
            proxy.forget()
            more: Mapping[str, Mapping[str, Any]]
            more = {"open rows": {"open": True}, "rows by ids": {"ids": ["1"]}, "new rows": {"after": cursor}}
            ask(MEMBERS.document, variables(MEMBERS, HEAD, SIZE, None, more[asked_before]))

        fill()
        before, changed = len(proxy.log), bring()
        assert changed == ({} if way == "changes" else {"3": "dmitri_77"})
        for number in range(1, len(proxy.log) - before + 1):
            fill()
            proxy.always = _only(number)
            found = bring()
            assert found in (changed, {"3": "dmitri_77"}), number


@pytest.mark.parametrize("asked_before", [{"open": True}, {"ids": ["1"]}, {"ids": ["2", "5"]}])
def test_a_row_that_is_asked_for_by_its_id_is_not_gone_by_the_answer_to_others(
    schema: GraphQLSchema, asked_before: Mapping[str, Any]
) -> None:
    """The last open rows have closed: the list of the open ones is empty, and whole."""
    world = world_with(schema)
    for row in world.of("Membership").values():
        row["isCouncilMember"] = False
    with serving_node(QueryNode(schema, world)) as (ask, proxy):
        first = read_whole(ask, MEMBERS, HEAD, SIZE, NOTHING)
        assert first.proof
        known = known_of(first.digests, cursor=first.proof.cursor, open_keys={"1", "3"})
        for number in range(1, 6):
            proxy.always = None
            proxy.forget()
            ask(MEMBERS.document, variables(MEMBERS, HEAD, SIZE, None, asked_before))
            proxy.always = _only(number)
            done = bring_up_to_date(ask, MEMBERS, HEAD, SIZE, known)
            assert not done.reading.absent
            assert {"1", "3"} <= done.reading.digests.keys()


@pytest.mark.parametrize("name", ["forum-threads", "council-seats"])
def test_a_list_whose_rows_are_asked_for_by_ids_alone_is_not_taken_to_be_those_rows(
    schema: GraphQLSchema, name: str
) -> None:
    listed = BY_NAME[name]
    with serving_node(QueryNode(schema, invented_world(schema, (listed,), ROWS))) as (ask, proxy):
        ask(listed.document, variables(listed, HEAD, SIZE, None, {"ids": ["1"]}))
        proxy.always = _only(1)
        assert len(bring_up_to_date(ask, listed, HEAD, SIZE, NOTHING, full=True).reading.digests) == ROWS


def _only(number: int) -> Fault:
    """Let a fault meet one request, counted from now on."""
    left = [number]

    def fault(exchange: Exchange) -> None:
        left[0] -= 1
        if left[0] == 0:
            faults.ANSWER_TO_OTHER_VARIABLES(exchange)
        else:
            exchange.send(exchange.answer())

    return fault
