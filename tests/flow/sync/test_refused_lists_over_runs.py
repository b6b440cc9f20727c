"""A list that is refused: the rows of others that name its rows are not judged until it is read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from graphql import GraphQLSchema

from secretariat.sources.query_node.lists import BY_NAME
from tests.flow.sync.live import Live, done_of, facts, live, problems_of
from tests.query_node.invented import invented_world
from tests.wire.fault_proxy import Answer, Asked


def refuse(desk: Live, name: str) -> None:
    """Let a list's count be one too many in every answer."""
    connection = BY_NAME[name].connection

    def upstream(asked: Asked) -> Answer:
        answer = desk.graph(asked)
        found = json.loads(answer.body)
        for field, value in (found.get("data") or {}).items():
            if field.endswith(connection):
                value["totalCount"] += 1
        return replace(answer, body=json.dumps(found).encode())

    desk.graph_wire.upstream = upstream


NAMED = ("memberships", "proposals", "proposal-discussions", "workers", "candidacies", "elected-councils")


@pytest.mark.parametrize("name", NAMED)
def test_a_list_that_was_never_read_makes_no_false_problem(
    practice: str, schema: GraphQLSchema, tmp_path: Path, name: str
) -> None:
    with live(practice, schema, f"sqlite:///{tmp_path}/store.db", world=invented_world(schema)) as desk:
        refuse(desk, name)
        done = desk.sync()
        assert [one.name for one in done.lists if one.way == "refused"] == [f"query-node/{name}"]
        without = {(row["file"], row["what"]) for row in problems_of(desk.context, "reference-to-nothing")}
        desk.graph_wire.upstream = desk.graph
        assert desk.sync().complete
        whole = {(row["file"], row["what"]) for row in problems_of(desk.context, "reference-to-nothing")}
        assert without <= whole
        nothing = facts(desk.context)["problems"]
        assert not desk.sync(full=True).moved
        assert facts(desk.context)["problems"] == nothing


def test_a_row_that_names_a_new_row_of_a_refused_list_is_judged_when_that_is_read(desk: Live) -> None:
    assert desk.sync().complete
    before = problems_of(desk.context, "reference-to-nothing")
    desk.node.seal(10)
    member = {**desk.world.of("Membership")["1"], "id": "901", "createdAt": "2025-06-10T00:00:00.000Z"}
    desk.world.put("Membership", **member)
    vote = desk.world.of("ProposalVotedEvent")["1"]
    desk.world.put("ProposalVotedEvent", **{**vote, "id": "902", "inBlock": 5_081, "voterId": "901"})
    desk.world.put("ProposalVotedEvent", **{**vote, "id": "903", "inBlock": 5_082, "voterId": "999"})
    refuse(desk, "memberships")
    done = desk.sync()
    assert done_of(done)["query-node/memberships"].way == "refused"
    assert done_of(done)["query-node/proposal-votes"].added == 2
    assert problems_of(desk.context, "reference-to-nothing") == before
    desk.graph_wire.upstream = desk.graph
    assert desk.sync().complete
    new = [row for row in problems_of(desk.context, "reference-to-nothing") if row not in before]
    assert ["999" in row["what"] for row in new] == [True]
