"""Queries that are asked together give what each gives alone; what fails together is asked alone."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from graphql import GraphQLSchema, parse, validate

from secretariat.errors import SecretariatError
from secretariat.sources.query_node import growth
from secretariat.sources.query_node.lists import BY_NAME, LISTS
from secretariat.sources.query_node.pages import variables
from secretariat.sources.query_node.reading import NOTHING, known_of
from secretariat.sources.query_node.together import MOST_LETTERS, Ahead, Query, apart, grouped, together
from secretariat.sources.query_node.updating import Turn, asked_first, bring_up_to_date, counting
from tests.query_node.invented import HEAD, invented_world
from tests.query_node.server import QueryNode
from tests.query_node.world import World
from tests.wire.fault_proxy import FaultProxy

Running = tuple[Any, QueryNode, FaultProxy]
SIZE = 100


def every_query() -> list[Query]:
    known = known_of({"1": "0" * 32}, cursor="WyJhIl0=", open_keys=("1",))
    first = [one for listed in LISTS for one in asked_first(listed, HEAD, SIZE, NOTHING, Turn())]
    later = [one for listed in LISTS for one in asked_first(listed, HEAD, SIZE, known, Turn(after="x", rows=5))]
    counts = [counting(listed, HEAD) for listed in LISTS]
    return [*first, *later, *counts, *growth.asked_first(HEAD, SIZE)]


def test_all_queries_together_are_one_that_the_real_schema_takes(schema: GraphQLSchema) -> None:
    queries = every_query()
    words, given = together(dict(enumerate(queries)))
    assert not validate(schema, parse(words))
    assert len(given) == sum(len(one.variables) for one in queries)


def test_each_gives_together_what_it_gives_alone(running: Running, schema: GraphQLSchema) -> None:
    ask, node, proxy = running
    node.world = invented_world(schema)
    queries = [
        *(one for listed in LISTS for one in asked_first(listed, HEAD, SIZE, NOTHING, Turn())),
        *(counting(listed, HEAD) for listed in LISTS),
        *growth.asked_first(HEAD, SIZE),
    ]
    alone = [ask(one.document, one.variables) for one in queries]
    asked = len(proxy.log)
    assert apart(ask(*together(dict(enumerate(queries))))) == dict(enumerate(alone))
    assert len(proxy.log) == asked + 1


def test_a_query_that_is_written_otherwise_is_a_defect() -> None:
    with pytest.raises(ValueError, match="Odd"):
        together({0: Query(document="query Odd { events { id } }", variables={}, rows=0)})


def query(name: str, rows: int = 1) -> Query:
    listed = BY_NAME[name]
    return Query(document=listed.document, variables=variables(listed, HEAD, rows, None, {}), rows=rows)


def test_groups_keep_the_order_and_are_bounded_in_rows_and_letters() -> None:
    queries = [
        query("openings", 40),
        query("workers", 60),
        query("proposals", 1),
        query("cast-votes", 500),
        query("openings", 1),
    ]
    assert [list(group) for group in grouped(queries, 100)] == [[0, 1], [2], [3], [4]]
    many = [one for n in range(400) for one in [query("proposals", n + 1)]]
    groups = list(grouped(many, 10**9))
    assert [number for group in groups for number in group] == list(range(400))
    assert len(groups) > 1
    assert all(len(together(group)[0]) < 1.2 * MOST_LETTERS for group in groups)
    assert list(grouped([], 100)) == []


class Asked:
    """A server of nothing: gives to each field its own name, remembers what it was asked, and fails as told."""

    def __init__(self, *, refuses_many: bool = False, forgets: str = "") -> None:
        self.documents: list[str] = []
        self.refuses_many, self.forgets = refuses_many, forgets

    def __call__(self, document: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        self.documents.append(document)
        if self.refuses_many and document.startswith("query Together"):
            raise SecretariatError("too much")
        (operation,) = parse(document).definitions
        found = {}
        for one in operation.selection_set.selections:  # type: ignore[attr-defined]
            name = one.alias.value if one.alias else one.name.value
            found[name] = json.dumps([one.name.value, *sorted(map(str, given.values()))])
        return {name: value for name, value in found.items() if not self.forgets or self.forgets not in name}


PLANNED = [query("openings", 3), query("workers", 4), query("proposals", 5), query("cast-votes", 6)]


def answers_of(asked: Asked, rows: int = 100) -> list[str]:
    ahead = Ahead(asked, PLANNED, rows)
    for one in PLANNED:
        assert list(ahead(one.document, one.variables)) == [BY_NAME_OF[one.document]]
    return asked.documents


BY_NAME_OF = {listed.document: listed.connection for listed in LISTS}


def test_what_is_planned_comes_in_groups_and_each_answer_once() -> None:
    asked = Asked()
    assert len(answers_of(asked, 11)) == 2
    ahead = Ahead(asked, PLANNED, 100)
    ahead(PLANNED[1].document, PLANNED[1].variables)
    assert len(asked.documents) == 3
    ahead(PLANNED[1].document, PLANNED[1].variables)
    assert asked.documents[-1] == PLANNED[1].document
    other = query("openings", 9)
    ahead(other.document, other.variables)
    assert asked.documents[-1] == other.document
    assert len(asked.documents) == 5


def test_a_group_that_fails_is_the_last_one() -> None:
    asked = Asked(refuses_many=True)
    documents = answers_of(asked, 10)
    assert [one.startswith("query Together") for one in documents] == [True, False, False, False, False]


def test_a_query_without_an_answer_among_the_others_is_asked_alone() -> None:
    assert answers_of(Asked(forgets="_workersConnection"))[1:] == [PLANNED[1].document]


def test_a_plan_of_one_query_is_that_query() -> None:
    asked = Asked()
    ahead = Ahead(asked, PLANNED[:1], 100)
    ahead(PLANNED[0].document, PLANNED[0].variables)
    assert asked.documents == [PLANNED[0].document]


@pytest.mark.parametrize("listed", LISTS, ids=lambda listed: listed.name)
@pytest.mark.parametrize("again", [False, True])
def test_what_is_planned_is_what_bringing_a_list_up_to_date_begins_with(
    running: Running, schema: GraphQLSchema, listed: Any, again: bool
) -> None:
    ask, node, _ = running
    node.world = World(invented_world(schema, [listed]).entities)
    first = bring_up_to_date(ask, listed, HEAD, SIZE, NOTHING)
    assert first.reading.proof is not None
    proof = first.reading.proof
    known = (
        known_of(first.reading.digests, cursor=proof.cursor, count=proof.count, open_keys=first.open_keys)
        if again
        else NOTHING
    )
    records = first.reading.records
    lingering = (key for key in known.open_keys if key in records and not listed.kept(records[key].fact))
    known = replace(known, by_id=frozenset(lingering))
    turn = Turn(rows=3) if again else Turn()
    planned = {one.key for one in asked_first(listed, HEAD, SIZE, known, turn)}
    met = []

    def asking(document: str, given: Mapping[str, Any]) -> Mapping[str, Any]:
        met.append(Query(document=document, variables=given, rows=0).key)
        return dict(ask(document, given))

    bring_up_to_date(asking, listed, HEAD, SIZE, known, turn=turn)
    assert set(met) <= planned
