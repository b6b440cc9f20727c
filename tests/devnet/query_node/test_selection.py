"""What may be asked of rows: aliases, fragments, directives, unions; and how refusals are told."""

from typing import Any

import pytest

from tests.devnet.query_node.history import History, account, election, filed


def history() -> History:
    return election(History().members(1, 2, 3), 1).at(40, filed(1, {"Signal": b"Words"}))


def test_aliases_fragments_and_fields_that_are_asked_for_twice() -> None:
    data = history().ask(
        """query Q { one: proposals { ...Head creator { id } } __typename two: proposalsConnection { __typename
        edges { __typename node { ...Head } } pageInfo { __typename } } }
        fragment Head on Proposal { key: id creator { handle ... on Membership { handle __typename } } ...Status }
        fragment Status on Proposal { status { __typename } ... on BaseGraphQLObject { version } ... { isFinalized } }"""
    )
    row = {
        "key": "1",
        "creator": {"handle": "member1", "__typename": "Membership"},
        "status": {"__typename": "ProposalStatusDeciding"},
        "version": 1,
        "isFinalized": False,
    }
    assert data["one"] == [{**row, "creator": {**row["creator"], "id": "1"}}]  # type: ignore[dict-item]
    assert data["__typename"] == "Query"
    assert data["two"] == {
        "__typename": "ProposalConnection",
        "edges": [{"__typename": "ProposalEdge", "node": row}],
        "pageInfo": {"__typename": "PageInfo"},
    }
    assert list(data) == ["one", "__typename", "two"]


def test_directives_follow_their_variables_in_every_request() -> None:
    query = """query($with: Boolean!, $not: Boolean = false) { proposals { id title @include(if: $with)
        ... @skip(if: $not) { isFinalized } votes @include(if: false) { id } } }"""
    told = history()
    assert told.ask(query, **{"with": True})["proposals"][0].keys() == {"id", "title", "isFinalized"}
    assert told.ask(query, **{"with": False, "not": True})["proposals"][0].keys() == {"id"}
    assert told.ask(query, **{"with": True})["proposals"][0].keys() == {"id", "title", "isFinalized"}


def test_members_of_unions_and_of_the_interface_of_events() -> None:
    data = history().ask(
        """{ events(where: { type_in: [NewCandidateEvent, VotingPeriodStartedEvent] }, orderBy: [inBlock_ASC]) { inBlock
        ... on Event { indexInBlock } ... on NewCandidateEvent { id candidate { member { handle } } }
        ... on VotingPeriodStartedEvent { numOfCandidates } ... on BaseGraphQLObject { createdAt } } }"""
    )["events"]
    assert data[0] == {
        "inBlock": 2,
        "indexInBlock": 0,
        "id": "OLYMPIA-2-0",
        "candidate": {"member": {"handle": "member1"}},
        "createdAt": "2022-12-09T20:00:12.000Z",
    }
    assert data[-1].keys() == {"inBlock", "indexInBlock", "numOfCandidates", "createdAt"}


def test_rows_know_when_they_changed() -> None:
    data = history().ask(
        "{ electedCouncils(limit: 1) { version createdAt updatedAt deletedAt createdById updatedById } }"
    )
    assert data["electedCouncils"] == [
        {
            "version": 2,
            "createdAt": "2022-12-09T20:00:00.000Z",
            "updatedAt": "2022-12-09T20:03:06.000Z",
            "deletedAt": None,
            "createdById": "1",
            "updatedById": None,
        }
    ]


def test_one_row_by_its_id_and_none() -> None:
    data = history().ask(
        """{ a: proposalByUniqueInput(where: { id: "1" }) { title } b: proposalByUniqueInput(where: { id: "2" }) { title } }"""
    )
    assert data == {"a": {"title": "Proposal 1"}, "b": None}


@pytest.mark.parametrize(
    ("request_", "code"),
    [
        ({"query": "{ proposals { nothing } }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "{ proposals { id "}, "GRAPHQL_PARSE_FAILED"),
        ({"query": "{ proposals { votes } }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "{ proposals(where: { id_ne: 1 }) { id } }"}, "GRAPHQL_VALIDATION_FAILED"),
        ({"query": "query($n: Int!) { proposals(limit: $n) { id } }"}, "BAD_USER_INPUT"),
        ({"query": "query($n: Int!) { proposals(limit: $n) { id } }", "variables": {"n": "x"}}, "BAD_USER_INPUT"),
        (
            {
                "query": "query($t: DateTime) { proposals(where: { createdAt_lt: $t }) { id } }",
                "variables": {"t": "yesterday"},
            },
            "BAD_USER_INPUT",
        ),
        ({"query": "query A { proposals { id } } query B { proposals { id } }"}, "BAD_REQUEST"),
        ({"query": "query A { proposals { id } }", "operationName": "B"}, "BAD_REQUEST"),
        ({"query": "subscription { stateSubscription { chainHead } }"}, "BAD_REQUEST"),
        ({"query": "{ bounties { works { id } } }"}, "GRAPHQL_VALIDATION_FAILED"),
    ],
)
def test_what_is_not_run_is_refused_with_400(request_: Any, code: str) -> None:
    told = history()
    for _ in range(2):
        status, answer = told.node.ask(request_)
        assert status == 400
        assert answer["errors"][0]["extensions"]["code"] == code
        assert "data" not in answer


@pytest.mark.parametrize(
    "request_", [None, 5, [], {}, {"query": 5}, {"query": "{ proposals { id } }", "variables": []}]
)
def test_what_is_no_request_is_refused(request_: Any) -> None:
    status, answer = History().node.ask(request_)
    assert (status, list(answer)) == (400, ["errors"])


def test_an_operation_is_chosen_by_its_name() -> None:
    text = "query A { proposals { id } } query B { proposals { title } }"
    status, answer = history().node.ask({"query": text, "operationName": "B"})
    assert (status, answer["data"]) == (200, {"proposals": [{"title": "Proposal 1"}]})


def test_large_numbers_and_texts_come_through_whole() -> None:
    words = '\u2028 <b>&amp;</b> \U0001f600 "quoted"\n'
    told = history().at(50, ("Council.CouncilBudgetFunded", 1, 2**127, f"\0{words}".encode()))
    told.at(51, ("Council.RequestFunded", account(3), 10**30))
    data = told.ask("{ councilBudgetFundedEvents { amount rationale } requestFundedEvents { amount } }")
    assert data["councilBudgetFundedEvents"] == [{"amount": str(2**127), "rationale": words}]
    assert data["requestFundedEvents"] == [{"amount": str(10**30)}]
