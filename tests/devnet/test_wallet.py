"""The wallet double: it signs what the polkadot-js extension signs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import sr25519

from secretariat.devnet.addresses import AddressWrong, account_of, address_of
from secretariat.devnet.chain.blocks import blake2_256
from secretariat.devnet.wallet import Account, Wallet, WalletRefused, account_by_name, payload_of, wrapped

ADA = account_by_name(7, "ada")


@pytest.fixture(scope="module")
def wallets(shared: Callable[[str], Path]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(shared("facts/signing_vectors.json").read_text())
    return found


def test_payloads_are_those_that_polkadot_js_signs(wallets: dict[str, Any]) -> None:
    wallet = Wallet([Account(name="golden", seed=bytes.fromhex(wallets["seed"][2:]))])
    for vector in wallets["vectors"]:
        request = vector["signer_payload_json"]
        payload = payload_of(request)
        assert "0x" + payload.hex() == vector["payload"]
        signed = blake2_256(payload) if len(payload) > 256 else payload
        assert "0x" + signed.hex() == vector["bytes_to_sign"]
        signature = bytes.fromhex(wallet.sign_payload(request)["signature"][2:])
        assert (len(signature), signature[0]) == (65, 1)
        assert sr25519.verify(signature[1:], signed, bytes.fromhex(vector["account"][2:]))


def test_keys_follow_from_seed_and_name() -> None:
    assert account_by_name(7, "ada") == ADA
    assert len({account_by_name(seed, name).public for seed in (7, 8) for name in ("ada", "bo")}) == 4
    assert Wallet([ADA]).accounts() == [{"address": address_of(ADA.public), "name": "ada", "type": "sr25519"}]


@pytest.mark.parametrize("data", ["hello", "0x68656c6c6f", "<Bytes>hello</Bytes>"])
def test_raw_bytes_are_signed_in_their_wrapper_once(data: str) -> None:
    address = address_of(ADA.public, 42)
    signature = bytes.fromhex(
        Wallet([ADA]).sign_raw({"address": address, "data": data, "type": "bytes"})["signature"][2:]
    )
    assert len(signature) == 64
    assert sr25519.verify(signature, b"<Bytes>hello</Bytes>", ADA.public)
    assert not sr25519.verify(signature, b"hello", ADA.public)


def test_short_texts_that_look_like_the_wrapper_are_wrapped() -> None:
    assert wrapped(b"<Bytes></Bytes>") == b"<Bytes></Bytes>"
    assert wrapped(b"<Bytes>") == b"<Bytes><Bytes></Bytes>"


def test_what_a_wallet_does_not_sign(wallets: dict[str, Any]) -> None:
    wallet = Wallet([ADA])
    request = wallets["vectors"][0]["signer_payload_json"]
    with pytest.raises(WalletRefused, match="no account"):
        wallet.sign_payload(request)
    mine = request | {"address": address_of(ADA.public)}
    for change in (
        {"version": 5},
        {"signedExtensions": ["CheckMetadataHash"]},
        {"nonce": "many"},
        {"era": "0x5"},
        {"specVersion": "0x100000000"},
        {"method": None},
    ):
        with pytest.raises(WalletRefused):
            wallet.sign_payload(mine | change)
    for raw in ({"type": "payload", "data": "x"}, {"type": "bytes", "data": 7}):
        with pytest.raises(WalletRefused):
            wallet.sign_raw({"address": address_of(ADA.public), **raw})


def test_addresses(shared: Callable[[str], Path]) -> None:
    told = json.loads(shared("facts/vectors.json").read_text())["ss58"]
    key = bytes.fromhex(told["pubkey"][2:])
    assert (address_of(key), address_of(key, 42)) == (told["prefix126"], told["prefix42"])
    assert account_of(told["prefix126"]) == account_of(told["prefix42"]) == key
    for prefix in (0, 63, 64, 255, 256, 16_383):
        assert account_of(address_of(key, prefix)) == key
    wrong = (
        told["prefix126"][:-1] + "x",
        "",
        "1",
        "0x" + "00" * 32,
        told["prefix126"] + " ",
        "j4W7é",
        "1" * 60,
        "F7Hs",
    )
    for text in wrong:
        with pytest.raises(AddressWrong):
            account_of(text)
