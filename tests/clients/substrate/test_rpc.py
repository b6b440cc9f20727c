"""JSON-RPC: what counts as an answer, ways around what a node refuses, and every fault on the wire."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.failures import AnswerRefused, AnswerWrong, CallFailed
from secretariat.clients.substrate.rpc import Node, answers, ask_ahead, call, calls, told_ahead
from secretariat.clients.substrate.storage import keys_at, storage_at
from secretariat.clients.substrate.wrong import NodeRefused, StateGone
from tests.practice.node import PracticeNode, RpcError
from tests.wire import faults
from tests.wire.fault_proxy import Fault, FaultProxy

Reach = Callable[[str], Node]
BLOCK = "0x" + "aa" * 32
KEYS = ["0x01", "0x02", "0x03"]


def saying(answer: Any) -> Node:
    """Give a node whose answer to anything is this, or what this makes of the request."""
    return Node(address="http://node", post=answer if callable(answer) else lambda body: answer)


def result(value: Any, number: Any = 1) -> dict[str, Any]:
    return {"jsonrpc": "2.0", "id": number, "result": value}


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        "text",
        {},
        {"result": 1},
        result(1, 2),
        result(1, "1"),
        result(1, True),
        result(1, None),
        {"jsonrpc": "2.0", "id": 1},
        {"jsonrpc": "2.0", "id": 1, "error": None},
    ],
)
def test_what_answers_something_else_is_no_answer(answer: Any) -> None:
    with pytest.raises(AnswerWrong):
        call(saying(answer), "chain_getHeader")


def test_a_nodes_error_is_told_with_code_and_words() -> None:
    with pytest.raises(NodeRefused, match=r"http://node: m was refused \(-32000\): no such thing x\. ") as refused:
        call(saying({"id": 1, "error": {"code": -32000, "message": "no such thing", "data": "x"}}), "m")
    assert refused.value.code == -32000
    with pytest.raises(NodeRefused, match="bad"):
        call(saying({"id": 1, "error": "bad"}), "m")
    for words in ("State already discarded for 0x12", "UnknownBlock: Header was not found in the database"):
        with pytest.raises(StateGone, match="archive node"):
            call(saying({"id": 1, "error": {"code": 4003, "message": "Client error", "data": words}}), "m")


@pytest.mark.parametrize(("tries", "asked"), [(1, 1), (3, 3)])
def test_what_answers_something_else_is_asked_for_again_after_pauses(tries: int, asked: int) -> None:
    bodies: list[Any] = []
    pauses: list[int] = []

    def waited(next_try: int) -> bool:
        pauses.append(next_try)
        return True

    def nothing(body: Any) -> None:
        bodies.append(body)

    node = Node(address="http://node", post=nothing, tries=tries, pause=waited)
    with pytest.raises(AnswerWrong) as refused:
        storage_at(node, KEYS, BLOCK)
    assert (len(bodies), pauses, refused.value.tried) == (asked, list(range(2, asked + 1)), asked)
    assert ("asked 3 times" in str(refused.value)) == (asked == 3)


def test_no_answer_is_waited_for_once_a_run_has_waited_enough() -> None:
    bodies: list[Any] = []
    node = Node(address="http://node", post=bodies.append, tries=3, pause=lambda next_try: False)
    with pytest.raises(AnswerWrong):
        call(node, "chain_getHeader")
    assert len(bodies) == 1


def test_an_answer_that_is_short_once_is_whole_the_second_time() -> None:
    answers = [changes([["0x01", None], ["0x02", None]]), changes([["0x01", None], ["0x02", None], ["0x03", "0x00"]])]
    node = Node(address="http://node", post=lambda body: answers.pop(0) | {"id": body["id"]}, tries=3)
    assert storage_at(node, KEYS, BLOCK) == {"0x01": None, "0x02": None, "0x03": "0x00"}


def changes(pairs: list[list[Any]], block: str = BLOCK) -> Any:
    return result([{"block": block, "changes": pairs}])


@pytest.mark.parametrize(
    "answer",
    [
        result([]),
        result(None),
        result([{"block": BLOCK}]),
        changes([["0x01", None], ["0x02", None]]),
        changes([["0x01", None], ["0x02", None], ["0x03", None], ["0x04", None]]),
        changes([["0x01", None], ["0x02", None], ["0x02", "0x00"]]),
        changes([["0x01", None], ["0x02", None], ["0x03", "zz"]]),
        changes([["0x01", None], ["0x02", None], ["0x03", "0x1"]]),
        changes([["0x01", None], ["0x02", None], ["0x03", 7]]),
        changes([["0x01", None], ["0x02", None], ["0x03"]]),
        changes([["0x01", None], ["0x02", None], [3, None]]),
        changes([["0x01", None], ["0x02", None], ["0x03", None]], "0x" + "bb" * 32),
    ],
)
def test_storage_is_answered_for_the_block_and_each_key_once_in_hex(answer: Any) -> None:
    with pytest.raises(AnswerWrong):
        storage_at(saying(answer), KEYS, BLOCK)


def test_storage_in_another_order_and_another_case_is_the_same() -> None:
    answer = changes([["0x03", "0xAB"], ["0x01", None], ["0x02", "0x"]], BLOCK.upper().replace("0X", "0x"))
    assert storage_at(saying(answer), ["0x01", "0x02", "0x03", "0x02"], BLOCK) == {
        "0x01": None,
        "0x02": "0x",
        "0x03": "0xab",
    }
    assert storage_at(saying(None), [], BLOCK) == {}


@pytest.mark.parametrize(
    "answer",
    [
        [result("0x00", 1), result("0x00", 2)],
        [result("0x00", 1), result("0x00", 2), result("0x00", 2)],
        [result("0x00", 1), result("0x00", 2), result("0x00", 4)],
        [result("0x00", 1), result("0x00", 2), "text"],
        [result("0x00", 1), result("0x00", 2), result(5, 3)],
        "text",
    ],
)
def test_a_batch_is_answered_whole(answer: Any) -> None:
    node = saying(answer)
    node.way = "each"
    with pytest.raises(AnswerWrong):
        storage_at(node, KEYS, BLOCK)


def test_an_answer_from_a_cache_is_known_by_its_number() -> None:
    node = saying(result("old", 1))
    assert call(node, "m") == "old"
    with pytest.raises(AnswerWrong, match="something else"):
        call(node, "m")


def test_answers_of_a_batch_in_another_order_go_to_their_calls() -> None:
    answer = [result("c", 3), result("a", 1), result("b", 2)]
    assert calls(saying(answer), [("m", [])] * 3) == ["a", "b", "c"]


def test_a_node_is_asked_in_the_way_it_takes_and_it_is_remembered(practice_node: PracticeNode, reach: Reach) -> None:
    practice_node.put("Council", "Budget", 7)
    practice_node.seal()
    keys = [practice_node.key("Council", item) for item in ("Budget", "Stage", "CouncilMembers")]
    block = practice_node.blocks[-1].hash
    node = reach(practice_node.url)
    usual = storage_at(node, keys, block)
    assert (node.way, practice_node.requests) == ("many", 1)
    practice_node.refused = {"state_queryStorageAt"}
    assert storage_at(node, keys, block) == usual
    assert str(node.way) == "each"
    practice_node.takes_batches = False
    assert storage_at(node, keys, block) == usual
    assert not node.batches
    practice_node.requests = 0
    assert storage_at(node, keys, block) == usual
    assert practice_node.requests == 3, "what is refused is not asked again"


def test_too_much_at_once_is_asked_in_halves(practice_node: PracticeNode, reach: Reach) -> None:
    for member in range(40):
        practice_node.put_raw("Council", "Candidates", "0x00", member)
    practice_node.seal()
    block = practice_node.blocks[-1].hash
    keys = keys_at(reach(practice_node.url), [practice_node.key("Council", "Candidates")], block)
    wanted = [key for found in keys.values() for key in found]
    assert len(wanted) == 40

    def refuse(method: str, params: list[Any]) -> None:
        if method == "state_queryStorageAt" and len(params[0]) > 6:
            raise RpcError(-32702, "Response is too big", "Exceeded max limit")

    practice_node.before = refuse
    assert len(storage_at(reach(practice_node.url), wanted, block)) == 40


def limited(most: int, code: int, *, keys: bool, seen: list[int]) -> Node:
    """Give a node that takes so many calls in a batch, or so many keys, and ``seen`` what each batch it took had."""

    def post(body: Any) -> Any:
        asked = body if isinstance(body, list) else [body]
        size = sum(len(one["params"][0]) for one in asked) if keys else len(asked)
        if isinstance(body, list) and size > most:
            return {"jsonrpc": "2.0", "id": None, "error": {"code": code, "message": "too large"}}
        seen.append(size)
        found = [result(one["params"], one["id"]) for one in asked]
        return found if isinstance(body, list) else found[0]

    return saying(post)


@pytest.mark.parametrize(("code", "keys"), [(-32010, False), (-32011, True), (-32008, True), (-32702, True)])
def test_a_batch_that_is_too_large_is_made_smaller_and_the_bound_remembered(code: int, keys: bool) -> None:
    seen: list[int] = []
    node = limited(70 if keys else 7, code, keys=keys, seen=seen)
    asked = [("m", [[f"0x{place:02x}"] * 10]) for place in range(40)]
    assert calls(node, asked) == [params for _, params in asked]
    assert node.batches
    assert max(seen) > 1
    before = node.requests
    assert calls(node, asked) == [params for _, params in asked]
    assert node.requests - before == 8, "40 calls, 5 in each request, none of them in vain"


def test_a_batch_that_is_too_large_for_http_is_made_smaller() -> None:
    def post(body: Any) -> Any:
        if isinstance(body, list) and len(body) > 2:
            raise AnswerRefused("http://node", "413 Payload Too Large", tried=1, remedy="", status=413, answer=None)
        return [result(one["params"][0], one["id"]) for one in body]

    assert calls(saying(post), [("m", [place]) for place in range(8)]) == list(range(8))


def test_no_request_asks_for_more_keys_than_a_node_is_asked_at_once() -> None:
    seen: list[int] = []
    node = limited(10**9, 0, keys=True, seen=seen)
    calls(node, [("m", [["0x00"] * keys]) for keys in (400, 400, 400, 999, 1_000, 1, 1)])
    assert seen == [800, 400, 999, 1_000, 2]


def test_what_one_call_of_a_batch_is_refused_for_is_told_in_its_place(
    practice_node: PracticeNode, reach: Reach
) -> None:
    practice_node.seal(20)
    practice_node.pruned_before = 5_010
    key = practice_node.key("Council", "Budget")
    node = reach(practice_node.url)
    asked = [("state_getStorage", [key, practice_node.hash_at(block)]) for block in (5_015, 5_005)]
    held, gone = answers(node, asked)
    assert (held, isinstance(gone, StateGone)) == (None, True)
    with pytest.raises(StateGone):
        calls(node, asked)
    practice_node.requests = 0
    ask_ahead(node, [*asked, ("nothing_known", [])])
    assert call(node, "state_getStorage", *asked[0][1]) is None
    with pytest.raises(StateGone):
        call(node, "state_getStorage", *asked[1][1])
    assert practice_node.requests == 1, "a state that is gone is not asked for again"
    with pytest.raises(NodeRefused, match="nothing_known"):
        call(node, "nothing_known")
    assert practice_node.requests == 2


def test_what_was_asked_ahead_is_told_once_and_then_asked_anew() -> None:
    node = saying(lambda body: [result(each["id"], each["id"]) for each in body] if isinstance(body, list) else result(9, body["id"]))  # fmt: skip
    ask_ahead(node, [("m", [1]), ("n", [])])
    assert (told_ahead(node, "m", 1), told_ahead(node, "m", 2)) == (1, None)
    assert (call(node, "m", 1), call(node, "m", 1), call(node, "n")) == (1, 9, 2)
    ask_ahead(node, [("m", [1]), ("n", [])])
    ask_ahead(node, [("m", [1]), ("k", [])])
    assert call(node, "m", 1) == 6, "the newest answer counts"


def test_too_often_within_a_batch_ends_it() -> None:
    said = {"code": -32999, "message": "RPC rate limit exceeded"}
    node = saying(lambda body: [result(1, body[0]["id"]), {"id": body[1]["id"], "error": said}])
    with pytest.raises(NodeRefused, match="rate limit"):
        answers(node, [("m", []), ("n", [])])
    assert node.requests == 1


def test_a_node_that_is_asked_too_often_is_not_asked_more() -> None:
    asked = []

    def busy(body: Any) -> Any:
        asked.append(body)
        return {"id": 1, "error": {"code": -32005, "message": "Too many requests"}}

    with pytest.raises(NodeRefused, match="Too many requests"):
        storage_at(saying(busy), KEYS, BLOCK)
    assert len(asked) == 1


def test_a_discarded_state_is_not_asked_for_in_other_ways() -> None:
    asked = []

    def gone(body: Any) -> Any:
        asked.append(body)
        return {"id": 1, "error": {"code": 4003, "message": "State already discarded for 0x00"}}

    with pytest.raises(StateGone):
        storage_at(saying(gone), KEYS, BLOCK)
    assert len(asked) == 1


@pytest.mark.parametrize(
    "pages",
    [
        [["0x0102", "0x0101"]],
        [["0x0101", "0x0101"]],
        [["0x0101"], ["0x0101"]],
        [["0x0202"]],
        [["0x01zz"]],
        ["0x0101"],
        [None],
        [[None]],
    ],
)
def test_keys_of_a_map_come_in_order_once_and_under_their_prefix(pages: list[Any]) -> None:
    left = iter([*pages, []])
    with pytest.raises(AnswerWrong):
        keys_at(saying(lambda body: result(next(left), body["id"])), ["0x01"], BLOCK)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(
    answer=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.sampled_from(["0x00", BLOCK]),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["id", "result", "error", "block", "changes", "code"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_any_json_in_the_place_of_an_answer_is_refused_in_words(answer: Any) -> None:
    for asked in (
        lambda: storage_at(saying(answer), KEYS, BLOCK),
        lambda: keys_at(saying(answer), ["0x01"], BLOCK),
        lambda: calls(saying(answer), [("m", []), ("n", [])]),
        lambda: call(saying(answer), "m"),
    ):
        try:
            asked()
        except CallFailed:
            continue
        assert isinstance(answer, dict | list)


PASSING = [
    faults.RESET,
    faults.RESET_IN_ANSWER,
    faults.CLOSED,
    faults.CUT_LENGTH,
    faults.CUT_CHUNKED,
    faults.CUT_JSON,
    faults.HTML,
    faults.EMPTY,
    faults.GARBAGE,
    faults.status(429),
    faults.status(429, Retry_After="1"),
    faults.status(500),
    faults.status(503),
]


@pytest.mark.parametrize("fault", PASSING, ids=lambda fault: fault.__name__)
def test_each_passing_fault_is_asked_again_and_a_lasting_one_is_told(
    practice_node: PracticeNode, reach: Reach, fault: Fault
) -> None:
    practice_node.put("Council", "Budget", 7)
    practice_node.seal()
    keys = [practice_node.key("Council", item) for item in ("Budget", "Stage")]
    block = practice_node.blocks[-1].hash
    with FaultProxy(practice_node.url, {1: fault}) as proxy:
        assert storage_at(reach(proxy.url), keys, block)[keys[0]] == "0x" + (7).to_bytes(16, "little").hex()
    with FaultProxy(practice_node.url, always=fault) as proxy, pytest.raises(CallFailed):
        storage_at(reach(proxy.url), keys, block)


def test_errors_of_the_node_with_a_status_of_http_are_its_errors(practice_node: PracticeNode, reach: Reach) -> None:
    body = {"jsonrpc": "2.0", "id": 1, "error": {"code": -32601, "message": "Method not found"}}
    refusing = FaultProxy(practice_node.url, always=faults.status(400, body))
    with refusing as proxy, pytest.raises(NodeRefused, match="Method not found"):
        call(reach(proxy.url), "state_queryStorageAt")
    with FaultProxy(practice_node.url, always=faults.status(403)) as proxy, pytest.raises(AnswerRefused):
        call(reach(proxy.url), "state_queryStorageAt")
