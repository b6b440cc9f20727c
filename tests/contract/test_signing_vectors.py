"""The vectors of signing and sign-in, made with polkadot-js: every byte agrees, and what is to be refused is."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secretariat.clients.substrate.codec import decode_call, encode_call
from secretariat.clients.substrate.eras import IMMORTAL, Era, mortal, read_era
from secretariat.clients.substrate.signatures import scheme_of
from secretariat.clients.substrate.signin import SignInRefused, raw_request, signer_of, wrapped
from secretariat.clients.substrate.signing import (
    Request,
    bytes_to_sign,
    extrinsic_hash,
    payload,
    read_request,
    signed_extrinsic,
    signing_chain,
    wallet_request,
)
from secretariat.clients.substrate.types import Runtime
from secretariat.formats.calls.words import in_words


@pytest.fixture(scope="module")
def told(shared: Callable[[str], Path]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("facts/signing_vectors.json").read_text())
    return found


@pytest.fixture(scope="module")
def signin(shared: Callable[[str], Path]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("facts/signin_vectors.json").read_text())
    return found


def raw(text: str) -> bytes:
    return bytes.fromhex(text.removeprefix("0x"))


def request(mainnet: Runtime, told: dict[str, Any], vector: dict[str, Any]) -> Request:
    era = vector["era"]
    chain = signing_chain(
        mainnet,
        genesis=raw(told["genesis_hash"]),
        spec_version=told["spec_version"],
        transaction_version=told["transaction_version"],
    )
    return Request(
        chain=chain,
        call=raw(vector["call"]),
        account=raw(vector["account"]),
        nonce=vector["nonce"],
        block=vector["block_number"] if era["period"] else 0,
        block_hash=raw(vector["block_hash"]) if era["period"] else chain.genesis,
        era=mortal(era["period"], vector["block_number"]) if era["period"] else IMMORTAL,
        tip=int(vector["tip"]),
    )


def test_the_chain_is_the_one_of_the_vectors(mainnet: Runtime, told: dict[str, Any]) -> None:
    chain = signing_chain(mainnet, genesis=bytes(32), spec_version=2004, transaction_version=2)
    assert list(chain.extensions) == told["signed_extensions"]
    assert (chain.multi_address, chain.ss58_prefix) == (False, told["ss58_format"])


def test_payloads_requests_extrinsics_and_hashes_are_polkadot_js_own(mainnet: Runtime, told: dict[str, Any]) -> None:
    assert len(told["vectors"]) == 10
    for vector in told["vectors"]:
        one, name = request(mainnet, told, vector), vector["name"]
        whole = payload(one)
        assert whole == raw(vector["payload"]), name
        assert len(whole) == vector["payload_length"], name
        assert bytes_to_sign(whole) == raw(vector["bytes_to_sign"]), name
        assert wallet_request(one) == vector["signer_payload_json"], name
        extrinsic = signed_extrinsic(one, raw(vector["signature"]))
        assert extrinsic == raw(vector["extrinsic"]), name
        assert extrinsic_hash(extrinsic) == raw(vector["extrinsic_hash"]), name
        assert signed_extrinsic(one, raw(vector["signature"])[1:]) == extrinsic, name
        assert read_request(vector["signer_payload_json"], multi_address=False, ss58_prefix=126) == one, name


def test_calls_decode_to_the_vectors_values_and_encode_to_their_bytes(mainnet: Runtime, told: dict[str, Any]) -> None:
    for vector in told["vectors"]:
        data = raw(vector["call"])
        assert encode_call(mainnet, decode_call(mainnet, data)) == data
        words, call = in_words(mainnet, data), vector["decoded"]["call"]
        assert (words.pallet, words.function) == (call["call_module"], call["call_function"])
        shown = {line.path: line.value for line in words.lines}
        assert [value for value in leaves(call["call_args"]) if value not in shown.values()] == [], vector["name"]


def leaves(args: Any) -> list[str]:
    """Give every value of a decoded call as words show it; amounts and metadata messages are shown in words of their own."""
    if isinstance(args, list):
        return [leaf for one in args for leaf in leaves(one)]
    if isinstance(args, dict) and "call_args" in args:
        return leaves(args["call_args"])
    if isinstance(args, dict) and set(args) == {"name", "value"}:
        return {
            "metadata": ["hello", "council"],
            "value": ["5"] if args["value"] == 50_000_000_000 else ["0.0000000001"],
        }.get(args["name"]) or leaves(args["value"])
    if isinstance(args, dict):
        return [leaf for one in args.values() for leaf in leaves(one)]
    return ["none" if args is None else str(args)]


def test_eras_are_those_of_the_vectors(told: dict[str, Any]) -> None:
    assert len(told["eras"]) == 30
    for one in told["eras"]:
        era = mortal(one["period_asked"], one["block"])
        assert era == Era(one["period"], one["phase"])
        assert era.encoded == raw(one["encoded"])
        assert read_era(raw(one["encoded"])) == (era, 2)
        assert (era.birth(one["seen_from"]), era.death(one["seen_from"])) == (one["birth"], one["death"])


def test_sign_ins_are_taken_and_refused_as_the_vectors_say(signin: dict[str, Any]) -> None:
    assert len(signin["vectors"]) == 26
    refused = 0
    for one in signin["vectors"]:
        expect = one["expect"]
        if "scheme" in expect:
            key, scheme = signer_of(one["address"], one["text"], one["signature"])
            assert key == signin[f"{scheme}_public_key"], one["name"]
            assert scheme == expect["scheme"], one["name"]
            assert scheme_of(raw(one["signature"]), wrapped(one["text"].encode()), raw(key)) == scheme
            continue
        refused += 1
        with pytest.raises(SignInRefused) as caught:
            signer_of(one["address"], one["text"], one["signature"])
        if expect["refused"] != "ANY":
            assert caught.value.reason == expect["refused"].lower().replace("_", " "), one["name"]
    assert refused == 16


def test_a_text_is_handed_to_a_wallet_as_hex(signin: dict[str, Any]) -> None:
    one = signin["vectors"][0]
    assert raw_request(one["address"], one["text"]) == {
        "address": one["address"],
        "data": one["data_given_to_wallet"],
        "type": "bytes",
    }
    assert wrapped(one["text"].encode()) == raw(one["signed_bytes"])
