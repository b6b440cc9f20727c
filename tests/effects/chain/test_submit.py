"""What a node's answer to a submission means: every code and word of Substrate, one by one."""

from typing import Any

import pytest

from secretariat.clients.failures import AnswerRefused, AnswerWrong, NotReachable
from secretariat.clients.substrate.rpc import Node
from secretariat.clients.substrate.signing import extrinsic_hash
from secretariat.effects.chain.submit import meaning, submit
from tests.devnet.node.desk import Refused, desk

OWN = "0x" + extrinsic_hash(b"signed").hex()

MEANINGS: dict[tuple[int, str], tuple[str, str]] = {
    (1010, "Invalid Transaction Transaction is outdated"): ("unclear", "used up"),
    (1010, "Invalid Transaction Transaction has a bad signature"): ("refused", "sign it again"),
    (1010, "Invalid Transaction Transaction has an ancient birth block"): ("refused", "its time is over"),
    (1010, "Invalid Transaction Inability to pay some fees (e.g. account balance too low)"): (
        "refused",
        "put some JOY",
    ),
    (1010, "Invalid Transaction Invalid signing address"): ("refused", "account of all zeros"),
    (1010, "Invalid Transaction Transaction would exhaust the block limits"): ("not sent", "later"),
    (1010, "Invalid Transaction Custom error: 1"): ("refused", "Custom error: 1"),
    (1011, "Unknown Transaction Validity UnknownTransaction::NoUnsignedValidator"): ("refused", "unsigned"),
    (1012, "Transaction is temporarily banned"): ("unclear", "put them into a block"),
    (1013, "Transaction Already Imported 0x00"): ("sent", ""),
    (1014, "Priority is too low: (0 vs 0)"): ("refused", "same number waits"),
    (1016, "Immediately Dropped"): ("not sent", "later"),
    (1002, "Verification Error: Runtime error: Execution failed"): ("refused", "cannot read it"),
    (-32000, "Client error: Not enough data"): ("refused", "cannot read it"),
    (-32602, "Invalid params"): ("refused", "cannot read it"),
    (-32601, "Method not found"): ("not sent", "takes no transactions"),
    (1999, "Something new"): ("unclear", "Something new"),
    (-32603, "Internal error"): ("unclear", "Internal error"),
}


@pytest.mark.parametrize(("code", "said"), MEANINGS)
def test_codes_mean_what_substrate_means_by_them(code: int, said: str) -> None:
    verdict, words = MEANINGS[code, said]
    found = meaning(code, said, OWN)
    assert found.verdict == verdict
    assert words in found.why
    assert found.receipt == (OWN if verdict == "sent" else "")


def answering(*answers: Any) -> tuple[Node, list[Any]]:
    """Give a node that answers so, one after the other, and the list of what it was asked."""
    asked: list[Any] = []
    left = list(answers)

    def post(body: Any) -> Any:
        asked.append(body)
        answer = left.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return {"jsonrpc": "2.0", "id": body["id"], **answer}

    return Node(address="http://node", post=post), asked


LOST = NotReachable("http://node", "the connection failed", remedy="Try again.")
GARBLED = AnswerWrong("http://node", "no JSON", remedy="Try again.")
REFUSED = {"error": {"code": 1010, "message": "Invalid Transaction", "data": "Transaction has a bad signature"}}
BUSY = AnswerRefused("http://node", "429", remedy="Wait.", status=429)
CLOSED = AnswerRefused("http://node", "403", remedy="Ask.", status=403)


@pytest.mark.parametrize(
    ("answers", "verdict", "times"),
    [
        (({"result": OWN},), "sent", 1),
        (({"result": OWN.upper().replace("X", "x")},), "sent", 1),
        (({"result": "0x" + "00" * 32},), "unclear", 1),
        (({"result": None},), "unclear", 1),
        ((REFUSED,), "refused", 1),
        ((BUSY,), "not sent", 1),
        ((CLOSED,), "not sent", 1),
        ((LOST, {"result": OWN}), "sent", 2),
        ((LOST, {"error": {"code": 1013, "message": "Transaction Already Imported"}}), "sent", 2),
        ((GARBLED, REFUSED), "refused", 2),
        ((LOST, LOST), "unclear", 2),
        ((LOST, GARBLED), "unclear", 2),
    ],
)
def test_a_lost_answer_is_asked_for_once_and_never_twice(answers: tuple[Any, ...], verdict: str, times: int) -> None:
    node, asked = answering(*answers)
    assert submit(node, b"signed").verdict == verdict
    assert [(one["method"], one["params"]) for one in asked] == [
        ("author_submitExtrinsic", ["0x" + b"signed".hex()])
    ] * times


def test_the_practice_node_s_own_answers_are_known() -> None:
    """Its refusals, made one by one, are none of the unknown ones."""
    one = desk()
    good = one.extrinsic(one.request())
    one("author_submitExtrinsic", good)
    cases = {
        "sent": good,
        "refused": one.extrinsic(one.request(nonce=f"0x{0:08x}", method=one.call("System.remark", remark=b"y"))),
    }
    found = {}
    for name, sent in cases.items():
        with pytest.raises(Refused) as caught:
            one("author_submitExtrinsic", sent)
        data = caught.value.data or ""
        found[name] = meaning(caught.value.code, f"{caught.value.args[0]['message']} {data}", OWN).verdict
    assert found == {"sent": "sent", "refused": "refused"}
