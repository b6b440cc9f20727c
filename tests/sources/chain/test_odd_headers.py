"""Numbers, hashes and versions that no block has are refused in words, whatever their length."""

import json
from functools import partial
from typing import Any

import pytest

from secretariat.clients.failures import CallFailed
from secretariat.clients.substrate.rpc import Node
from secretariat.errors import SecretariatError
from secretariat.sources.chain.heads import Runtimes, hash_text, header_number, runtime_version
from secretariat.sources.chain.source import read_chain
from tests.practice.node import PracticeNode
from tests.practice.world import settle
from tests.sources.chain.test_read_chain import SETTINGS

NODE = Node(address="http://node", post=lambda body: None)
HASH = "0x" + "Ab" * 32


def test_a_number_is_hexadecimal_text_as_nodes_write_it() -> None:
    assert header_number(NODE, {"number": "0x57a93A"}) == 5_744_954
    assert hash_text(NODE, HASH) == HASH.lower()


@pytest.mark.parametrize(
    "number", [16, "16", "-0x5", " 0x5", "0x", "0x5 ", "0x_5", "0x" + "f" * 16, "0x" + "f" * 9_000, None, [], True]
)
def test_what_is_no_number_of_a_block_is_refused(number: Any) -> None:
    with pytest.raises(CallFailed, match="a header has no number"):
        header_number(NODE, {"number": number})


@pytest.mark.parametrize("answer", ["0x" + "zz" * 32, "0x" + "ab" * 31, "ab" * 33, "0x" + "ab" * 31 + "a\n", None, 5])
def test_what_is_no_hash_is_refused(answer: Any) -> None:
    with pytest.raises(CallFailed, match="not the hash of a block") as refused:
        hash_text(NODE, answer)
    assert str(refused.value).isprintable()


@pytest.mark.parametrize("spec", [-1, 2**32, 10**400, True, "2004", None, 1.0])
def test_a_spec_version_that_no_runtime_has_is_refused(spec: Any) -> None:
    node = Node(
        address="http://node",
        post=lambda body: {"jsonrpc": "2.0", "id": body["id"], "result": {"specVersion": spec}},
    )
    with pytest.raises(CallFailed, match="version is no number"):
        runtime_version(node, HASH)


def test_a_transaction_version_beyond_any_is_unknown() -> None:
    said = {"specVersion": 2004, "transactionVersion": 2**40}
    node = Node(address="http://node", post=lambda body: {"jsonrpc": "2.0", "id": body["id"], "result": said})
    assert runtime_version(node, HASH).transaction_version is None


ODD_ANSWERS: tuple[Any, ...] = (None, {}, [], "", 7, {"number": 10**400}, {"number": "0x" + "1" * 9_000})


def test_any_answer_about_the_head_ends_in_words(practice_node: PracticeNode) -> None:
    settle(practice_node)
    direct = Node(
        address="http://node",
        post=lambda body: json.loads(json.dumps(practice_node.reply_to(json.dumps(body).encode()))),
    )
    for method in ("chain_getHeader", "chain_getFinalizedHead", "chain_getBlockHash"):
        for answer in ODD_ANSWERS:
            practice_node.twist = partial(_instead, method, answer)
            with pytest.raises(SecretariatError):
                read_chain([direct], SETTINGS, Runtimes())


def _instead(method: str, answer: Any, asked: str, result: Any) -> Any:
    return answer if asked == method else result
