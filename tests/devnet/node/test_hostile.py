"""Whatever is sent to the node is answered, and the node goes on."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.devnet.node.node import Node
from secretariat.devnet.node.rules import RULES
from tests.devnet.node.desk import Desk
from tests.devnet.node.lived import lived

ONE = Desk(Node(lived(), RULES, b"practice network, never mainnet!"))
METHODS = ONE("rpc_methods")["methods"]
GOOD = ONE.extrinsic(ONE.request())
KEYS = ONE("state_getKeysPaged", "0x", 300)

hexes = st.binary(max_size=80).map(lambda raw: "0x" + raw.hex())
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20) | hexes
values = st.recursive(
    scalars | st.sampled_from([*KEYS, ONE("chain_getFinalizedHead")]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def refused_or_answered(answer: Any) -> None:
    for one in answer if isinstance(answer, list) else [answer]:
        assert ("result" in one) != ("error" in one)
        if "error" in one:
            assert one["error"]["code"] not in (-32603,), one


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(METHODS), st.lists(values, max_size=4))
def test_any_parameters(method: str, params: list[Any]) -> None:
    refused_or_answered(ONE.post({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}))


@settings(max_examples=300, deadline=None)
@given(values)
def test_any_json(body: Any) -> None:
    answer = ONE.post(body)
    if answer is not None:
        refused_or_answered(answer)


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes(body: bytes) -> None:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        refused_or_answered(ONE.post(body))


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_a_transaction_with_any_damage(data: st.DataObject) -> None:
    raw = bytearray.fromhex(GOOD[2:])
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(raw) - 1))
        if data.draw(st.booleans()):
            raw[place] = data.draw(st.integers(0, 255))
        else:
            raw[place : place + 1] = data.draw(st.binary(max_size=4))
    if bytes(raw) == bytes.fromhex(GOOD[2:]):
        return
    answer = ONE.post({"id": 1, "method": "author_submitExtrinsic", "params": ["0x" + raw.hex()]})
    refused_or_answered(answer)
    assert "error" in answer or bytes(raw).startswith(bytes.fromhex(GOOD[2:]))


@settings(max_examples=200, deadline=None)
@given(st.binary(min_size=32, max_size=100), st.sampled_from(KEYS))
def test_keys_near_the_real_ones(tail: bytes, key: str) -> None:
    for asked in ("0x" + tail.hex(), key + tail.hex(), key[:66] + tail.hex()):
        answer = ONE.post({"id": 1, "method": "state_getStorage", "params": [asked]})
        refused_or_answered(answer)
