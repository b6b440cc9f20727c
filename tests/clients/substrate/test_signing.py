"""Signing by properties: eras by another formula, any changed byte refused, runtimes of another form refused."""

from dataclasses import replace
from typing import Any

import ed25519_zebra
import pytest
import sr25519
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.substrate.eras import IMMORTAL, Era, mortal, read_era
from secretariat.clients.substrate.signatures import good, scheme_of
from secretariat.clients.substrate.signin import SignInRefused, account_of, challenge, signer_of, wrapped
from secretariat.clients.substrate.signing import (
    Request,
    SigningChain,
    SigningRefused,
    bytes_to_sign,
    extrinsic_hash,
    payload,
    read_request,
    signed_extrinsic,
    signing_chain,
    wallet_request,
)
from secretariat.clients.substrate.types import Basic, ExtrinsicForm, Runtime, SignedExtension
from secretariat.clients.substrate.wrong import ValueWrong
from secretariat.devnet.chain.blocks import blake2_256
from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.runtime import Runtimes
from secretariat.devnet.node.extrinsics import read as node_reads
from secretariat.devnet.wallet import Wallet, account_by_name, payload_of
from secretariat.facts.accounts import address_of

ADA = account_by_name(7, "ada")
NODE = Runtimes().of(Spec())
CHAIN = SigningChain(
    genesis=b"practice network, never mainnet!",
    spec_version=2004,
    transaction_version=2,
    extensions=(
        "CheckNonZeroSender",
        "CheckSpecVersion",
        "CheckTxVersion",
        "CheckGenesis",
        "CheckMortality",
        "CheckNonce",
        "CheckWeight",
        "ChargeTransactionPayment",
    ),
    multi_address=False,
    ss58_prefix=126,
)


def request(call: bytes | None = None, **changes: Any) -> Request:
    made = Request(
        chain=CHAIN,
        call=NODE.call("System.remark", remark=b"hello") if call is None else call,
        account=ADA.public,
        nonce=3,
        block=5_000,
        block_hash=b"\x05" * 32,
        era=mortal(2048, 5_000),
    )
    return replace(made, **changes)


def sign(one: Request) -> bytes:
    return bytes.fromhex(Wallet([ADA]).sign_payload(wallet_request(one))["signature"][2:])


# ------------------------------------------------------------------------ eras


def valid_blocks(period: int, phase: int, seen: int) -> range:
    """Give the window by counting: walk back from a block to the last one at which a window began (FRAME, ``Era::birth``)."""
    begin = max(seen, phase)
    while begin % period != phase:
        begin -= 1
    return range(begin, begin + period)


@given(st.integers(1, 1 << 17), st.integers(0, 1 << 32), st.integers(0, 3_000))
@settings(max_examples=300, deadline=None)
def test_an_era_is_the_window_that_counting_gives(asked: int, block: int, later: int) -> None:
    era = mortal(asked, block)
    assert era.period == next((2**n for n in range(2, 17) if 2**n >= asked), 2**16)
    assert read_era(era.encoded) == (era, 2)
    step = max(era.period // 4096, 1)
    assert era.birth(block) == block // step * step
    window = valid_blocks(era.period, era.phase, block + later)
    assert (era.birth(block + later), era.death(block + later)) == (window.start, window.stop)


@given(st.integers(0, 0xFFFF))
@settings(max_examples=500, deadline=None)
def test_two_bytes_are_an_era_or_are_refused_and_write_themselves(word: int) -> None:
    raw = word.to_bytes(2, "little")
    if raw[0] == 0:
        assert read_era(raw) == (IMMORTAL, 1)
        return
    period, quantised = 2 ** (word % 16 + 1), word // 16
    phase = quantised * max(period // 4096, 1)
    if period < 4 or phase >= period:
        with pytest.raises(ValueWrong):
            read_era(raw)
    else:
        assert read_era(raw + b"more") == (Era(period, phase), 2)
        assert Era(period, phase).encoded == raw


def test_eras_that_are_none() -> None:
    for wrong in (b"", b"\x01"):
        with pytest.raises(ValueWrong):
            read_era(wrong)
    for period, block in ((0, 5), (64, -1)):
        with pytest.raises(ValueWrong):
            mortal(period, block)
    assert (IMMORTAL.birth(9), IMMORTAL.death(9), IMMORTAL.encoded) == (0, None, b"\x00")


# ------------------------------------------------------------- signed requests


@given(
    text=st.binary(max_size=400),
    nonce=st.integers(0, 2**32 - 1),
    tip=st.integers(0, 2**128 - 1),
    block=st.integers(0, 2**31),
    period=st.sampled_from([4, 64, 2048, 4096]),
)
@settings(max_examples=60, deadline=None)
def test_what_is_built_here_the_node_reads_and_a_wallet_signs(
    text: bytes, nonce: int, tip: int, block: int, period: int
) -> None:
    era = mortal(period, block)
    one = request(NODE.call("System.remark", remark=text), nonce=nonce, tip=tip, block=block, era=era)
    asked = wallet_request(one)
    assert payload_of(asked) == payload(one)
    assert read_request(asked, multi_address=False, ss58_prefix=126) == one
    made = signed_extrinsic(one, sign(one))
    found = node_reads(made, len(made) - len(_body(made)), NODE)
    assert found is not None
    assert (found.account, found.nonce, found.tip, found.call_data) == (ADA.public, nonce, tip, one.call)
    assert (found.period, found.phase, found.birth(block)) == (era.period, era.phase, block)
    assert extrinsic_hash(made) == blake2_256(made)


def _body(extrinsic: bytes) -> bytes:
    mode = extrinsic[0] & 3
    return extrinsic[{0: 1, 1: 2, 2: 4}[mode] :]


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_flipped_bit_of_a_signature_is_refused(data: st.DataObject) -> None:
    one = request()
    signature = sign(one)[data.draw(st.sampled_from([0, 1])) :]
    bit = data.draw(st.integers(0, len(signature) * 8 - 1))
    broken = bytearray(signature)
    broken[bit // 8] ^= 1 << bit % 8
    with pytest.raises(SigningRefused, match="Nothing was sent"):
        signed_extrinsic(one, bytes(broken))


CHANGES: dict[str, Any] = {
    "call": NODE.call("System.remark", remark=b"hellp"),
    "account": account_by_name(7, "bo").public,
    "nonce": 4,
    "tip": 1,
    "block_hash": b"\x06" * 32,
    "era": mortal(4096, 5_000),
    "chain": replace(CHAIN, genesis=b"another network, as is mainnet!!"),
    "spec": replace(CHAIN, spec_version=2005),
    "transactions": replace(CHAIN, transaction_version=3),
}


@pytest.mark.parametrize("part", CHANGES)
def test_a_signature_over_another_request_is_refused(part: str) -> None:
    name = "chain" if part in ("spec", "transactions") else part
    other = request(**{name: CHANGES[part]})
    with pytest.raises(SigningRefused, match="another account signed, or another or an older request"):
        signed_extrinsic(other, sign(request()))


def test_ed25519_accounts_sign_too_and_ecdsa_is_named() -> None:
    secret, public = ed25519_zebra.ed_from_seed(bytes(range(32)))
    one = request(account=public)
    signature = ed25519_zebra.ed_sign(secret, bytes_to_sign(payload(one)))
    made = signed_extrinsic(one, b"\x00" + signature)
    assert made == signed_extrinsic(one, signature)
    for wrong, words in ((b"\x02" + bytes(64), "scheme that is not taken"), (bytes(63), "this has 63"), (b"", "has 0")):
        with pytest.raises(SigningRefused, match=words):
            signed_extrinsic(one, wrong)


def test_accounts_for_which_anybody_signs_send_nothing() -> None:
    for signature in (b"\x01" + bytes(63) + b"\x80", b"\x00\x01" + bytes(63)):
        with pytest.raises(SigningRefused, match="Anybody can sign"):
            signed_extrinsic(request(account=bytes(32)), signature)


def test_the_block_signed_is_the_first_of_the_era() -> None:
    with pytest.raises(SigningRefused, match="not the first of the era"):
        payload(request(block=5_001))
    with pytest.raises(SigningRefused, match="genesis hash"):
        payload(request(era=IMMORTAL, block=0))
    assert payload(request(era=IMMORTAL, block=0, block_hash=CHAIN.genesis)).count(CHAIN.genesis) == 2


def test_requests_in_another_writing_are_not_read() -> None:
    good_one = wallet_request(request())
    wrong: list[dict[str, Any]] = [
        {},
        good_one | {"nonce": 3},
        good_one | {"nonce": "0x3"},
        good_one | {"era": "0x"},
        good_one | {"era": "0x0a6eff"},
        good_one | {"address": address_of("0x" + ADA.public.hex(), 42)},
        good_one | {"tip": None},
        good_one | {"signedExtensions": 8},
        good_one | {"version": 5},
        good_one | {"withSignedTransaction": True},
        good_one | {"extra": 1},
    ]
    for one in wrong:
        with pytest.raises(ValueWrong, match="not a request to sign"):
            read_request(one, multi_address=False, ss58_prefix=126)


# ------------------------------------------------------------ forms of runtimes


@pytest.fixture(scope="module")
def devnet() -> Runtime:
    from secretariat.clients.substrate.metadata import load

    return load("0x" + NODE.metadata.hex())


def formed(runtime: Runtime, form: ExtrinsicForm) -> SigningChain:
    return signing_chain(replace(runtime, extrinsic=form), genesis=CHAIN.genesis, spec_version=1, transaction_version=1)


def test_the_practice_network_signs_as_the_real_one(devnet: Runtime) -> None:
    chain = signing_chain(devnet, genesis=CHAIN.genesis, spec_version=2004, transaction_version=2)
    assert chain == CHAIN


def test_runtimes_of_another_form_are_refused(devnet: Runtime) -> None:
    form = devnet.extrinsic
    by_name = {one.name: one for one in form.extensions}
    nothing, number = by_name["CheckWeight"].additional, by_name["CheckSpecVersion"].additional

    def changed(name: str, **parts: Any) -> ExtrinsicForm:
        each = [replace(one, **parts) if one.name == name else one for one in form.extensions]
        return replace(form, extensions=tuple(each))

    assert formed(devnet, changed("CheckWeight", extra=nothing)).extensions == CHAIN.extensions
    cases = {
        "version 5": replace(form, version=5),
        "CheckWeight as u32": changed("CheckWeight", extra=number),
        "CheckNonce as nothing": changed("CheckNonce", extra=nothing),
        "CheckGenesis as u32": changed("CheckGenesis", additional=number),
        "CheckMortality as 32 bytes": changed("CheckMortality", extra=by_name["CheckGenesis"].additional),
        "Strange as u32": replace(form, extensions=(*form.extensions, SignedExtension("Strange", nothing, number))),
        "Odd as something unknown": replace(form, extensions=(SignedExtension("Odd", 10**9, nothing),)),
    }
    for words, one in cases.items():
        with pytest.raises(SigningRefused, match=words):
            formed(devnet, one)
    more = replace(form, extensions=(*form.extensions, SignedExtension("Empty", nothing, nothing)))
    assert formed(devnet, more).extensions[-1] == "Empty"
    assert devnet.types[number] == Basic("u32")


# ---------------------------------------------------------------------- sign-in


def signed_in(text: str, signature: bytes, address: str | None = None) -> tuple[str, str]:
    return signer_of(address or address_of("0x" + ADA.public.hex()), text, "0x" + signature.hex())


@given(st.text(st.characters(codec="ascii"), max_size=80), st.integers(0, 64 * 8 - 1))
@settings(max_examples=80, deadline=None)
def test_a_sign_in_is_over_its_text_to_the_bit(text: str, bit: int) -> None:
    signature = ADA.sign(wrapped(text.encode()))
    assert signed_in(text, signature) == ("0x" + ADA.public.hex(), "sr25519")
    broken = bytearray(signature)
    broken[bit // 8] ^= 1 << bit % 8
    for other, given_ in ((text, bytes(broken)), (text + " ", signature), (text, ADA.sign(text.encode()))):
        with pytest.raises(SignInRefused) as caught:
            signed_in(other, given_)
        assert caught.value.reason == "signature"


@pytest.mark.parametrize(
    "address",
    ["", " ", "j4V3", "0x" + ADA.public.hex(), address_of("0x" + ADA.public.hex()) + " ", "é" * 48, "j" * 48, "25GUyv"],
)
def test_texts_that_are_no_addresses_are_refused(address: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        account_of(address)
    assert caught.value.reason == "address"


@pytest.mark.parametrize("signature", ["", "0x", "zz", "0x" + " " * 128, "0x" + "0" * 127, "00" * 66, "01" * 67])
def test_texts_that_are_no_signatures_are_refused(signature: str) -> None:
    with pytest.raises(SignInRefused) as caught:
        signer_of(address_of("0x" + ADA.public.hex()), "x", signature)
    assert caught.value.reason == "signature form"


def test_a_challenge_is_one_line_of_plain_letters() -> None:
    text = challenge("desk.example", "5f2c", "2027-01-01T00:00:00Z")
    assert text == "desk.example: sign in with this account. Nonce 5f2c. Valid until 2027-01-01T00:00:00Z."
    for wrong in (("desk\n.example", "1", "2"), ("desk", "\u200b", "2"), ("desk", "1", "é")):
        with pytest.raises(ValueError, match="printable ASCII"):
            challenge(*wrong)


@given(st.binary(max_size=70), st.binary(max_size=40), st.binary(min_size=30, max_size=34))
@settings(max_examples=100, deadline=None)
def test_no_bytes_make_the_check_of_a_signature_fail_otherwise_than_by_saying_no(
    signature: bytes, message: bytes, key: bytes
) -> None:
    assert scheme_of(signature, message, key) is None
    assert not good("sr25519", signature, message, key)
    assert not good("ed25519", signature, message, key)


def test_sr25519_is_what_the_wallet_double_signs_with() -> None:
    assert sr25519.verify(ADA.sign(b"x"), b"x", ADA.public)
