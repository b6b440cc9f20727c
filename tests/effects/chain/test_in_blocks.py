"""Finding a transaction in blocks and reading its receipt: a node that hides a block proves nothing."""

from dataclasses import replace
from typing import Any

import pytest

from secretariat.clients.failures import AnswerWrong
from secretariat.clients.substrate import metadata
from secretariat.clients.substrate.codec import encode_storage_value
from secretariat.clients.substrate.rpc import Node
from secretariat.clients.substrate.signing import extrinsic_hash
from secretariat.clients.substrate.types import Runtime
from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.runtime import Runtimes
from secretariat.effects.chain.find import AT_ONCE, Sight, find
from secretariat.effects.chain.receipts import failure_in_words, receipt_of

OWN = "0x" + extrinsic_hash(b"ours").hex()
SIGHT = Sight(block=7, block_hash="0x" + "07" * 32, parent="0x" + "06" * 32, index=1)


def block(number: int, *extrinsics: bytes) -> dict[str, Any]:
    header = {"number": hex(number), "parentHash": f"0x{number - 1:064x}"}
    return {"block": {"header": header, "extrinsics": ["0x" + one.hex() for one in extrinsics]}, "justifications": None}


def chain(blocks: dict[int, Any]) -> Node:
    """Give a node with these blocks; the others are empty."""

    def answer(method: str, params: list[Any]) -> Any:
        if method == "chain_getBlockHash":
            return f"0x{params[0]:064x}"
        assert method == "chain_getBlock"
        number = int(params[0], 16)
        return blocks.get(number, block(number, b"clock"))

    def post(body: Any) -> Any:
        each = body if isinstance(body, list) else [body]
        found = [{"jsonrpc": "2.0", "id": one["id"], "result": answer(one["method"], one["params"])} for one in each]
        return found if isinstance(body, list) else found[0]

    return Node(address="http://node", post=post)


@pytest.mark.parametrize("at", [100, 100 + AT_ONCE - 1, 100 + AT_ONCE, 140])
def test_it_is_found_where_it_stands(at: int) -> None:
    node = chain({at: block(at, b"clock", b"theirs", b"ours")})
    found = find(node, OWN, 100, 140)
    assert found == Sight(block=at, block_hash=f"0x{at:064x}", parent=f"0x{at - 1:064x}", index=2)
    assert find(node, OWN, 100, at - 1) is None
    assert find(node, OWN, at + 1, 140) is None


def test_nothing_is_looked_for_in_no_blocks() -> None:
    assert find(chain({}), OWN, 101, 100) is None


@pytest.mark.parametrize(
    "answer",
    [
        None,
        {},
        {"block": None},
        {"block": {"header": {"number": "0x67"}}},
        {"block": {"header": {"number": "0x66"}, "extrinsics": []}},
        {"block": {"header": {"number": "zz"}, "extrinsics": []}},
        {"block": {"header": None, "extrinsics": []}},
        {"block": {"header": {"number": "0x67"}, "extrinsics": ["zz"]}},
    ],
)
def test_a_block_that_cannot_be_looked_into_is_told(answer: Any) -> None:
    with pytest.raises(AnswerWrong):
        find(chain({103: answer}), OWN, 100, 110)


# --------------------------------------------------------------------- receipts


@pytest.fixture(scope="module")
def runtime() -> Runtime:
    return metadata.load("0x" + Runtimes().of(Spec()).metadata.hex())


INFO = {"weight": {"ref_time": 1, "proof_size": 0}, "class": "Normal", "pays_fee": "Yes"}


def told(runtime: Runtime, *events: tuple[Any, dict[str, Any]]) -> Node:
    """Give a node whose block has these events."""
    records = [{"phase": phase, "event": event, "topics": []} for phase, event in events]
    raw = encode_storage_value(runtime, "System", "Events", records)

    def post(body: Any) -> Any:
        assert body["method"] == "state_queryStorageAt"
        keys, at = body["params"]
        changes = [[key, raw] for key in keys]
        return {"jsonrpc": "2.0", "id": body["id"], "result": [{"block": at, "changes": changes}]}

    return Node(address="http://node", post=post)


def own(event: dict[str, Any], index: int = 1) -> tuple[Any, dict[str, Any]]:
    return {"ApplyExtrinsic": index}, event


def ends(name: str, *values: Any) -> dict[str, Any]:
    names = {"ExtrinsicSuccess": ("dispatch_info",), "ExtrinsicFailed": ("dispatch_error", "dispatch_info")}[name]
    return {"System": {name: dict(zip(names, (*values, INFO), strict=True))}}


def test_only_the_events_of_the_transaction_count(runtime: Runtime) -> None:
    theirs = {"Forum": {"PostAdded": (5, 1, 1, 1, b"x", False)}}
    ours = {"Forum": {"ThreadCreated": (1, 77, 88, 2, b"m", b"t")}}
    node = told(
        runtime,
        ("Initialization", theirs),
        own(ends("ExtrinsicFailed", "BadOrigin"), 0),
        own(ours),
        own(ends("ExtrinsicSuccess")),
        own(theirs, 2),
        own(ends("ExtrinsicSuccess"), 2),
    )
    found = receipt_of(node, runtime, SIGHT)
    assert (found.failure, found.made) == ("", (("thread", 77), ("post", 88)))
    assert receipt_of(node, runtime, replace(SIGHT, index=2)).made == (("post", 5),)
    assert receipt_of(node, runtime, replace(SIGHT, index=0)).failure == "BadOrigin"


def test_what_failed_made_nothing(runtime: Runtime) -> None:
    ours = {"Forum": {"PostAdded": (5, 1, 1, 1, b"x", False)}}
    found = receipt_of(told(runtime, own(ours), own(ends("ExtrinsicFailed", "BadOrigin"))), runtime, SIGHT)
    assert (found.failure, found.made) == ("BadOrigin", ())


def test_events_without_an_end_prove_nothing(runtime: Runtime) -> None:
    ours = {"Forum": {"PostAdded": (5, 1, 1, 1, b"x", False)}}
    for events in ((), (own(ours),), (own(ends("ExtrinsicSuccess"), 2),)):
        with pytest.raises(AnswerWrong, match="do not tell what came of transaction 1"):
            receipt_of(told(runtime, *events), runtime, SIGHT)


def test_failures_are_said_in_the_chain_s_own_words(mainnet: Runtime) -> None:
    number = mainnet.pallets["ProposalsCodex"].index
    cases: list[tuple[Any, str]] = [
        ({"Module": {"index": number, "error": "0x00000000"}}, "ProposalsCodex.SignalProposalIsEmpty: Provided text"),
        ({"Module": {"index": number, "error": 0}}, "ProposalsCodex.SignalProposalIsEmpty"),
        ({"Module": {"index": number, "error": "0xff000000"}}, f"error 255 of pallet {number}"),
        ({"Module": {"index": 255, "error": "0x00000000"}}, "error 0 of pallet 255"),
        ("BadOrigin", "BadOrigin"),
        ({"Token": "WouldDie"}, "Token: WouldDie"),
        (None, "an unknown error"),
    ]
    for error, words in cases:
        assert failure_in_words(mainnet, error).startswith(words)
