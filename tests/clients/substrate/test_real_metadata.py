"""The real runtime, not of our making: golden vectors, every default, every constant."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scalecodec.base import ScaleBytes  # type: ignore[attr-defined]

from secretariat.clients.substrate.codec import (
    Call,
    constants_of,
    decode_call,
    encode_call,
    encode_storage_value,
    storage_value,
)
from secretariat.clients.substrate.keys import map_keys, storage_key
from secretariat.clients.substrate.types import Runtime
from secretariat.facts.accounts import address_of, key_of
from secretariat.facts.vote_commitment import vote_commitment
from tests.practice.metadata import codec

Shared = Callable[[str], Path]


@pytest.fixture(scope="module")
def vectors(shared: Shared) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("facts/vectors.json").read_text())
    return found


def test_calls_encode_and_decode_to_the_golden_bytes(mainnet: Runtime, vectors: dict[str, Any]) -> None:
    key, other = vectors["ss58"]["pubkey"], "0x" + "11" * 32
    address = vectors["ss58"]["prefix126"]
    general = {"member_id": 1234, "staking_account_id": address, "exact_execution_block": None}
    texts = {"title": b"Elect council secretary", "description": b"md text"}
    pay = [{"account": address, "amount": 12_345 * 10**10}, {"account": other, "amount": 1}]
    protobuf = bytes.fromhex("0a19") + b"Council term 40 summaries" + bytes.fromhex("1207") + b"council"
    calls = {
        "Forum.create_thread": Call(
            pallet="Forum",
            function="create_thread",
            args={"forum_user_id": 1234, "category_id": 8, "metadata": protobuf, "text": b"Hello **council**"},
        ),
        "ProposalsCodex.create_proposal(Signal)": _proposal(general | texts, {"Signal": b"Secretary for term 40"}),
        "ProposalsCodex.create_proposal(FundingRequest)": _proposal(
            general | {"title": b"Pay Bob", "description": b"x"}, {"FundingRequest": pay}
        ),
        "Council.announce_candidacy": Call(
            pallet="Council",
            function="announce_candidacy",
            args={
                "membership_id": 1234,
                "staking_account_id": address,
                "reward_account_id": key,
                "stake": 1_666_666_666_660_000,
            },
        ),
        "Balances.transfer": Call(pallet="Balances", function="transfer", args={"dest": key, "value": 5 * 10**10}),
        "Utility.batch": Call(
            pallet="Utility",
            function="batch",
            args={
                "calls": [
                    {"Balances": {"transfer": {"dest": address, "value": 5 * 10**10}}},
                    {"System": {"remark": {"remark": b"hello"}}},
                ]
            },
        ),
    }
    assert set(calls) == set(vectors["calls"])
    for name, call in calls.items():
        golden = bytes.fromhex(vectors["calls"][name][2:])
        assert encode_call(mainnet, call) == golden, name
        decoded = decode_call(mainnet, golden)
        assert encode_call(mainnet, decoded) == golden, name
        assert decoded == decode_call(mainnet, encode_call(mainnet, call))


def _proposal(general: dict[str, Any], details: Any) -> Call:
    args = {"general_proposal_parameters": general, "proposal_details": details}
    return Call(pallet="ProposalsCodex", function="create_proposal", args=args)


def test_storage_keys_are_the_golden_ones_and_lead_back_to_their_parts(
    mainnet: Runtime, vectors: dict[str, Any]
) -> None:
    for name, golden in vectors["storage_keys"].items():
        parts = re.fullmatch(r"(\w+)\.(\w+)(?:\['?(.*?)'?\])?", name)
        assert parts is not None
        params = [] if parts[3] is None else [parts[3] if parts[3].startswith("0x") else int(parts[3])]
        assert storage_key(mainnet, parts[1], parts[2], *params) == golden, name
        if params:
            assert list(map_keys(mainnet, parts[1], parts[2], golden)) == params


def test_storage_values_decode_and_encode_to_the_golden_bytes(mainnet: Runtime, vectors: dict[str, Any]) -> None:
    decoded = {}
    for name, golden in vectors["storage_values"].items():
        pallet, _, item = name.split()[0].partition(".")
        decoded[name] = storage_value(mainnet, pallet, item, golden)
        assert encode_storage_value(mainnet, pallet, item, decoded[name]) == golden
    assert list(decoded.values()) == [
        {"stage": {"Announcing": {"candidates_count": 2, "ends_at": 12345678}}, "changed_at": 12259278},
        {"stage": {"Election": {"candidates_count": 3}}, "changed_at": 1},
        {"stage": {"Idle": {"ends_at": 99}}, "changed_at": 1},
        "Inactive",
        {"Voting": {"started": 10, "winning_target_count": 3, "current_cycle_id": 40, "ends_at": 57610}},
    ]


def test_the_vote_commitment_is_the_golden_one(vectors: dict[str, Any]) -> None:
    given = vectors["vote_commitment"]
    found = vote_commitment(
        account=given["account"],
        salt=bytes.fromhex(given["salt"][2:]),
        cycle_id=given["cycle_id"],
        member_id=given["option_member_id"],
    )
    assert found == given["commitment"]


def test_addresses_are_the_golden_ones(mainnet: Runtime, vectors: dict[str, Any]) -> None:
    given = vectors["ss58"]
    assert mainnet.ss58_prefix == 126
    assert address_of(given["pubkey"]) == given["prefix126"]
    assert address_of(given["pubkey"], 42) == given["prefix42"]
    assert key_of(given["prefix126"]) == key_of(given["prefix42"]) == given["pubkey"]


def test_every_default_decodes_as_the_library_decodes_it(mainnet: Runtime, mainnet_text: str, shared: Shared) -> None:
    rc, md = codec(mainnet_text)
    listed = [line.partition(" : ")[0] for line in shared("facts/storage.txt").read_text().splitlines() if line]
    assert len(listed) == 374
    items = [f"{p.name}.{name}" for p in mainnet.pallets.values() for name in p.storage]
    assert sorted(items) == sorted(name for name in listed if ":__STORAGE_VERSION__:" not in name)
    for name in items:
        pallet, _, item = name.partition(".")
        found = mainnet.pallets[pallet].storage[item]
        value = storage_value(mainnet, pallet, item, None)
        if found.optional:
            assert value is None
            continue
        kind = md.get_metadata_pallet(pallet).get_storage_function(item).get_value_type_string()
        theirs = rc.create_scale_object(kind, data=ScaleBytes(found.default), metadata=md)
        theirs.decode()
        assert _alike(value, theirs.value), name
        assert encode_storage_value(mainnet, pallet, item, value) == "0x" + found.default.hex(), name


def test_every_constant_is_the_listed_one(mainnet: Runtime, shared: Shared) -> None:
    listed = json.loads(shared("facts/constants.json").read_text())
    found = constants_of(mainnet)
    assert set(found) == set(listed)
    for name, value in listed.items():
        assert _alike(found[name], value), name


def _alike(ours: Any, theirs: Any) -> bool:
    """Compare values: the library has addresses for accounts, text for bytes, lists for tuples, dicts for maps."""
    if isinstance(ours, bytes):
        return theirs in (ours.decode("utf-8", "replace"), "0x" + ours.hex())
    if isinstance(ours, str) and isinstance(theirs, str):
        return ours == theirs or key_of(theirs) == ours or ours == "0x" + theirs.encode().hex()
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return set(ours) == set(theirs) and all(_alike(ours[name], theirs[name]) for name in ours)
    if isinstance(ours, list) and isinstance(theirs, dict):
        return len(ours) == len(theirs)
    if isinstance(ours, list | tuple) and isinstance(theirs, list | tuple):
        return len(ours) == len(theirs) and all(_alike(a, b) for a, b in zip(ours, theirs, strict=True))
    return bool(ours == theirs) or (ours is None and theirs in ({}, (), []))
