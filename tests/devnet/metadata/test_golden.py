"""The golden vectors hold on the practice runtime, by its own encoding and by cyscale over its metadata."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scalecodec.base import ScaleBytes  # type: ignore[attr-defined]

from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.runtime import Runtime
from tests.practice.metadata import codec

RUNTIME = Runtime(Spec())


@pytest.fixture(scope="module")
def vectors(shared: Callable[[str], Path]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("facts/vectors.json").read_text())
    return found


@pytest.fixture(scope="module")
def wallets(shared: Callable[[str], Path]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("facts/signing_vectors.json").read_text())
    return found


def calls(key: bytes) -> dict[str, bytes]:
    general = {"member_id": 1234, "staking_account_id": key, "exact_execution_block": None}
    metadata = bytes.fromhex("0a19") + b"Council term 40 summaries" + bytes.fromhex("1207") + b"council"
    pay = ({"account": key, "amount": 12_345 * 10**10}, {"account": b"\x11" * 32, "amount": 1})
    propose, joy = "ProposalsCodex.create_proposal", 10**10
    transfer = {"Balances": {"transfer": {"dest": key, "value": 5 * joy}}}
    return {
        "Forum.create_thread": RUNTIME.call(
            "Forum.create_thread", forum_user_id=1234, category_id=8, metadata=metadata, text=b"Hello **council**"
        ),
        f"{propose}(Signal)": RUNTIME.call(
            propose,
            general_proposal_parameters=general | {"title": b"Elect council secretary", "description": b"md text"},
            proposal_details={"Signal": b"Secretary for term 40"},
        ),
        f"{propose}(FundingRequest)": RUNTIME.call(
            propose,
            general_proposal_parameters=general | {"title": b"Pay Bob", "description": b"x"},
            proposal_details={"FundingRequest": pay},
        ),
        "Council.announce_candidacy": RUNTIME.call(
            "Council.announce_candidacy",
            membership_id=1234,
            staking_account_id=key,
            reward_account_id=key,
            stake=1_666_666_666_660_000,
        ),
        "Balances.transfer": RUNTIME.call("Balances.transfer", dest=key, value=5 * joy),
        "Utility.batch": RUNTIME.call("Utility.batch", calls=(transfer, {"System": {"remark": {"remark": b"hello"}}})),
    }


def test_calls_have_the_golden_bytes(vectors: dict[str, Any]) -> None:
    key = bytes.fromhex(vectors["ss58"]["pubkey"][2:])
    made = calls(key)
    assert {name: "0x" + raw.hex() for name, raw in made.items()} == vectors["calls"]
    for raw in made.values():
        assert RUNTIME.codec.encode("RuntimeCall", RUNTIME.decode_call(raw)) == raw


def plain(call: dict[str, Any]) -> dict[str, Any]:
    """Write a decoded call as cyscale wants one that it encodes."""
    args = {arg["name"]: arg["value"] for arg in call["call_args"]}
    args |= {name: [plain(one) for one in calls] for name, calls in args.items() if name == "calls"}
    return {"call_module": call["call_module"], "call_function": call["call_function"], "call_args": args}


def test_cyscale_decodes_and_encodes_the_golden_calls(vectors: dict[str, Any]) -> None:
    rc, md = codec("0x" + RUNTIME.metadata.hex())
    for name, raw in vectors["calls"].items():
        call = rc.create_scale_object("Call", data=ScaleBytes(raw), metadata=md)
        call.decode()
        assert f"{call.value['call_module']}.{call.value['call_function']}" == name.split("(")[0]
        assert rc.create_scale_object("Call", metadata=md).encode(plain(call.value)).to_hex() == raw


def test_storage_keys_are_the_golden_ones_and_can_be_read_again(vectors: dict[str, Any]) -> None:
    for told, key in vectors["storage_keys"].items():
        name, _, inside = told.partition("[")
        param = inside.rstrip("]").strip("'")
        params = () if not param else (bytes.fromhex(param[2:]) if param.startswith("0x") else int(param),)
        stored = RUNTIME.items[name]
        assert "0x" + RUNTIME.key(stored, params).hex() == key
        assert RUNTIME.by_prefix[bytes.fromhex(key[2:66])] is stored
        assert RUNTIME.params(stored, bytes.fromhex(key[2:])) == params


def test_storage_values_are_the_golden_ones(vectors: dict[str, Any]) -> None:
    announcing = {"Announcing": {"candidates_count": 2, "ends_at": 12_345_678}}
    voting = {"started": 10, "winning_target_count": 3, "current_cycle_id": 40, "ends_at": 57_610}
    values = {
        "Council.Stage Announcing(2, ends 12345678) changed 12259278": {"stage": announcing, "changed_at": 12_259_278},
        "Council.Stage Election(3) changed 1": {"stage": {"Election": {"candidates_count": 3}}, "changed_at": 1},
        "Council.Stage Idle(99) changed 1": {"stage": {"Idle": {"ends_at": 99}}, "changed_at": 1},
        "Referendum.Stage Inactive": "Inactive",
        "Referendum.Stage Voting": {"Voting": voting},
    }
    made = {told: "0x" + RUNTIME.value(RUNTIME.items[told.split()[0]], value).hex() for told, value in values.items()}
    assert made == vectors["storage_values"]


def test_a_commitment_is_the_golden_one(vectors: dict[str, Any]) -> None:
    told = vectors["vote_commitment"]
    encode = RUNTIME.codec.encode
    parts = (
        ("AccountId", bytes.fromhex(told["account"][2:])),
        ("u64", told["option_member_id"]),
        ("Vec<u8>", bytes.fromhex(told["salt"][2:])),
        ("u64", told["cycle_id"]),
    )
    whole = b"".join(encode(text, value) for text, value in parts)
    assert "0x" + hashlib.blake2b(whole, digest_size=32).hexdigest() == told["commitment"]


def test_signed_extrinsics_of_wallets_decode_by_the_metadata(wallets: dict[str, Any]) -> None:
    rc, md = codec("0x" + RUNTIME.metadata.hex())
    for vector in wallets["vectors"]:
        found = rc.create_scale_object("Extrinsic", data=ScaleBytes(vector["extrinsic"]), metadata=md)
        found.decode()
        assert found.value["nonce"] == vector["nonce"]
        assert found.value["address"] == vector["decoded"]["address"]
        assert found.value["call"]["call_function"] == vector["decoded"]["call"]["call_function"]
        assert RUNTIME.decode_call(bytes.fromhex(vector["call"][2:]))
