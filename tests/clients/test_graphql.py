"""GraphQL over HTTP: whole data, or an error that says why."""

import json
from typing import Any

import pytest

from secretariat.clients.failures import AnswerRefused, AnswerWrong, CallFailed, NotReachable
from secretariat.clients.graphql import QueryRefused, ask
from secretariat.clients.http import WireSettings, open_wire
from tests.wire import faults
from tests.wire.fault_proxy import Answer, Asked, Fault, FaultProxy

QUICK = WireSettings(read_seconds=5, whole_seconds=10, attempts=3)


def asked_of(answer: Any, status: int = 200) -> tuple[Any, list[Asked]]:
    def upstream(asked: Asked) -> Answer:
        return Answer(status=status, body=json.dumps(answer).encode())

    with FaultProxy(upstream) as proxy, open_wire(QUICK, sleep=lambda _: None) as wire:
        try:
            return ask(wire, f"{proxy.url}/graphql", "query Q($a: Int) { rows(a: $a) }", {"a": 10**20}), proxy.log
        except CallFailed as error:
            return error, proxy.log


def test_the_document_and_its_variables_are_sent_and_data_comes_back() -> None:
    data, log = asked_of({"data": {"rows": [{"id": "1"}]}})
    assert data == {"rows": [{"id": "1"}]}
    assert json.loads(log[0].body) == {"query": "query Q($a: Int) { rows(a: $a) }", "variables": {"a": 10**20}}
    assert (log[0].method, log[0].path) == ("POST", "/graphql")


@pytest.mark.parametrize(
    ("errors", "words"),
    [
        ([{"message": 'Cannot query field "x" on type "Query".'}], 'Cannot query field "x" on type "Query". '),
        ([{"message": "one\n\x1b[31mtwo"}, {"message": "never said"}], "one\ufffd\ufffd[31mtwo. "),
        ([{"message": "long " * 100}], "\u2026. "),
        ([{}], "without a message"),
        ([{"message": ""}], "without a message"),
        (["plain"], "plain"),
        ({"message": "no list"}, "no list"),
        ("a text", "a text"),
    ],
)
@pytest.mark.parametrize("status", [200, 400])
def test_an_error_beside_data_refuses_all_of_it(errors: Any, words: str, status: int) -> None:
    error, log = asked_of({"data": {"rows": []}, "errors": errors}, status)
    assert isinstance(error, QueryRefused)
    assert "the query was refused: " in str(error)
    assert words in str(error)
    assert "never said" not in str(error)
    assert str(error).isprintable()
    assert len(str(error)) < 500
    assert len(log) == 1


@pytest.mark.parametrize(
    "answer", [None, [], "text", 1, {}, {"data": None}, {"data": []}, {"rows": []}, {"errors": []}]
)
def test_an_answer_without_data_is_refused(answer: Any) -> None:
    error, _ = asked_of(answer)
    assert isinstance(error, AnswerWrong)
    assert "the answer has no data" in str(error)


def test_a_refusal_without_errors_is_that_of_http() -> None:
    error, _ = asked_of({"reason": "no"}, 403)
    assert isinstance(error, AnswerRefused)
    assert (error.status, error.answer) == (403, {"reason": "no"})


@pytest.mark.parametrize("fault", [faults.CUT_JSON, faults.RESET, faults.status(500)])
def test_passing_faults_are_overcome(fault: Fault) -> None:
    def upstream(asked: Asked) -> Answer:
        return Answer(body=b'{"data":{"a":1}}')

    with FaultProxy(upstream, {1: fault, 2: fault}) as proxy, open_wire(QUICK, sleep=lambda _: None) as wire:
        assert ask(wire, proxy.url, "{a}", {}) == {"a": 1}
    with (
        FaultProxy(upstream, always=fault) as proxy,
        open_wire(QUICK, sleep=lambda _: None) as wire,
        pytest.raises((NotReachable, AnswerWrong), match=r"asked 3 times"),
    ):
        ask(wire, proxy.url, "{a}", {})
