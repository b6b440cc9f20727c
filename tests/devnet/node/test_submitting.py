"""Submitting: a real node's checks in their order and its answers, the pool, inclusion, and heads taken back."""

import hashlib
from typing import Any

import ed25519_zebra
import pytest

from secretariat.devnet.addresses import address_of
from secretariat.devnet.chain.chance import key_of
from secretariat.devnet.node import pool as pools
from secretariat.devnet.node.pool import BANNED_FOR
from secretariat.devnet.wallet import payload_of
from tests.devnet.node.desk import ADA, BO, Desk, Refused, desk
from tests.devnet.node.rules import fee_of, fund


@pytest.fixture
def one() -> Desk:
    return desk()


def answer(of: Desk, extrinsic: str) -> Any:
    """Give the hash, or code and data of the refusal."""
    try:
        return of("author_submitExtrinsic", extrinsic)
    except Refused as refused:
        return refused.code, refused.data


def forward(of: Desk, blocks: int) -> None:
    of.node.advance(of.node.chain.now + blocks)


def nonce(of: Desk) -> int:
    return int(of.node.chain.get("System.Account", ADA.public)["nonce"])


def names(of: Desk, block: int) -> list[tuple[str, int | None]]:
    return [(event.name, event.extrinsic) for event in of.node.chain.events if event.block == block]


def test_one_transaction_from_the_pool_to_outdated(one: Desk) -> None:
    extrinsic = one.extrinsic(one.request())
    raw = bytes.fromhex(extrinsic[2:])
    own = "0x" + hashlib.blake2b(raw, digest_size=32).hexdigest()
    before = one.node.chain.get("System.Account", ADA.public)["data"]["free"]
    assert answer(one, extrinsic) == own
    assert one("author_pendingExtrinsics") == [extrinsic]
    assert answer(one, extrinsic) == (1013, own)
    assert answer(one, extrinsic) == (1012, None)
    forward(one, 1)
    assert one("author_pendingExtrinsics") == []
    assert one("chain_getBlock")["block"]["extrinsics"][1:] == [extrinsic]
    assert names(one, one.node.chain.now) == [("System.ExtrinsicSuccess", 1)]
    assert one.node.chain.get("System.Account", ADA.public)["data"]["free"] == before - fee_of(len(raw))
    assert answer(one, extrinsic) == (1012, None)
    fresh = one.extrinsic(one.request(nonce="0x00000000"))
    assert answer(one, fresh) == (1010, "Transaction is outdated")
    assert answer(one, fresh) == (1012, None)


def test_a_ban_ends_after_half_an_hour(one: Desk) -> None:
    immortal = one.extrinsic(one.request(period=0))
    answer(one, immortal)
    forward(one, 1)
    assert answer(one, immortal) == (1012, None)
    forward(one, BANNED_FOR)
    assert answer(one, immortal) == (1010, "Transaction is outdated")


def test_a_call_that_fails_pays_its_fee(one: Desk) -> None:
    one.submit(method=one.call("Forum.create_thread", forum_user_id=1, category_id=8, metadata=b"", text=b"x"))
    forward(one, 1)
    assert names(one, one.node.chain.now) == [("System.ExtrinsicFailed", 1)]
    assert nonce(one) == 1


@pytest.mark.parametrize("length", [255, 256, 257, 258, 300])
def test_long_payloads_are_hashed_before_they_are_signed(one: Desk, length: int) -> None:
    request = one.request()
    rest = length - len(payload_of(request)) + len(b"hello")
    remark = b"x" * (rest - 1)  # its length takes one more byte from 64 on
    request |= {"method": one.call("System.remark", remark=remark)}
    payload = payload_of(request)
    assert len(payload) == length
    signed = hashlib.blake2b(payload, digest_size=32).digest() if length > 256 else payload
    signature = "0x01" + ADA.sign(signed).hex()
    assert isinstance(answer(one, one.extrinsic(request, signature=signature)), str)


def test_rules_that_break_end_nothing(one: Desk, caplog: pytest.LogCaptureFixture) -> None:
    one.submit(method=one.call("Referendum.release_vote_stake"))
    one("author_submitExtrinsic", one.extrinsic(one.request(BO), BO))
    forward(one, 1)
    assert len(one("chain_getBlock")["block"]["extrinsics"]) == 2
    assert (nonce(one), one.node.chain.extrinsic) == (0, None)
    assert "did not come into block" in caplog.text


def test_ed25519_signatures_are_good_too(one: Desk) -> None:
    secret, public = ed25519_zebra.ed_from_seed(key_of(7, "ed"))
    fund(one.node.chain, public, 10**15)
    request = one.request() | {"address": address_of(public)}
    raw = b"\x00" + ed25519_zebra.ed_sign(secret, payload_of(request))
    body = (
        b"\x84" + public + raw + bytes.fromhex(request["era"][2:]) + b"\x00\x00" + bytes.fromhex(request["method"][2:])
    )
    sent = (len(body) << 2 | 1).to_bytes(2, "little") + body
    assert isinstance(answer(one, "0x" + sent.hex()), str)


@pytest.mark.parametrize(
    "change",
    [
        {"genesisHash": "0x" + "00" * 32},
        {"specVersion": "0x00000001"},
        {"transactionVersion": "0x00000001"},
        {"blockHash": "0x" + "11" * 32},
    ],
)
def test_what_is_signed_for_another_chain_has_a_bad_signature(one: Desk, change: dict[str, Any]) -> None:
    assert answer(one, one.extrinsic(one.request(**change))) == (1010, "Transaction has a bad signature")


@pytest.mark.parametrize("change", [{"nonce": "0x00000001"}, {"tip": "0x01"}, {"method": "0x00000468"}])
def test_what_is_changed_after_signing_has_a_bad_signature(one: Desk, change: dict[str, str]) -> None:
    request = one.request()
    signature = one.wallet.sign_payload(request)["signature"]
    sent = one.extrinsic(request | change, signature=signature)
    assert answer(one, sent) == (1010, "Transaction has a bad signature")


@pytest.mark.parametrize(
    ("later", "expected"),
    [(62, None), (63, "Transaction has an ancient birth block"), (64, "Transaction has a bad signature")],
)
def test_mortality(one: Desk, later: int, expected: str | None) -> None:
    request = one.request()
    one.node.advance(int(request["blockNumber"], 16) + later)
    found = answer(one, one.extrinsic(request))
    assert isinstance(found, str) if expected is None else found == (1010, expected)


def test_a_birth_block_that_the_chain_forgot_is_ancient(one: Desk) -> None:
    request = one.request(period=4096)
    born = int(request["blockNumber"], 16)
    one.node.advance(born + 2401)
    assert answer(one, one.extrinsic(request)) == (1010, "Transaction has an ancient birth block")
    again = desk()
    request = again.request(period=4096)
    again.node.advance(born + 2400)
    assert isinstance(answer(again, again.extrinsic(request)), str)


def test_forms_that_are_refused(one: Desk) -> None:
    good = one.extrinsic(one.request())
    assert answer(one, good[:60]) == (-32000, None)
    assert answer(one, "0x") == (-32000, None)
    assert answer(one, "hello") == (-32602, "hexadecimal with 0x before it is wanted")
    assert answer(one, one.extrinsic(one.request(method="0xff00")))[0] == 1002
    assert answer(one, one.extrinsic(one.request(method="0x0000046800")))[0] == 1002
    assert answer(one, "0x1004000000" + "00")[0] == 1011
    assert answer(one, "0x0405")[0] == 1002
    assert answer(one, good + "ffff").startswith("0x")
    raw = bytes.fromhex(good[2:])
    large = raw[:102] + b"\x07\x00\x00\x00\x00\x01" + raw[103:]  # the nonce, after 2 + 1 + 32 + 65 + 2 bytes
    sent = ((len(large) - 2) << 2 | 1).to_bytes(2, "little") + large[2:]
    assert answer(one, "0x" + sent.hex())[0] == 1002


def test_who_cannot_pay_is_refused(one: Desk) -> None:
    fund(one.node.chain, ADA.public, 5)
    code, data = answer(one, one.extrinsic(one.request()))
    assert (code, str(data)[:27]) == (1010, "Inability to pay some fees ")


def test_the_account_of_zeros_is_no_sender(one: Desk) -> None:
    request = one.request() | {"address": address_of(bytes(32))}
    body = b"\x84" + bytes(32) + b"\x01" + bytes(63) + b"\x80" + bytes.fromhex(request["era"][2:]) + b"\x00\x00"
    body += bytes.fromhex(request["method"][2:])
    sent = (len(body) << 2 | 1).to_bytes(2, "little") + body
    assert answer(one, "0x" + sent.hex()) == (1010, "Invalid signing address")


def test_nonces_wait_for_the_gap_and_come_in_their_order(one: Desk) -> None:
    later = one.submit(nonce="0x00000001")
    assert one("system_accountNextIndex", address_of(ADA.public)) == 0
    forward(one, 1)
    assert nonce(one) == 0
    first = one.submit()
    assert one("system_accountNextIndex", address_of(ADA.public)) == 2
    forward(one, 1)
    assert nonce(one) == 2
    hashes = [
        "0x" + hashlib.blake2b(bytes.fromhex(raw[2:]), digest_size=32).hexdigest()
        for raw in one("chain_getBlock")["block"]["extrinsics"][1:]
    ]
    assert hashes == [first, later]


def test_a_nonce_that_waits_is_outbid_by_a_tip_only(one: Desk) -> None:
    first = one.request()
    one("author_submitExtrinsic", one.extrinsic(first))
    code, _ = answer(one, one.extrinsic(first | {"method": one.call("System.remark", remark=b"other")}))
    assert code == 1014
    tipped = one.extrinsic(first | {"tip": f"0x{5:032x}"})
    assert isinstance(answer(one, tipped), str)
    assert one("author_pendingExtrinsics") == [tipped]


def test_a_higher_tip_comes_first(one: Desk) -> None:
    one.submit()
    sent = one.extrinsic(one.request(BO, tip=f"0x{9:032x}"), BO)
    one("author_submitExtrinsic", sent)
    forward(one, 1)
    assert one("chain_getBlock")["block"]["extrinsics"][1] == sent


def test_a_full_pool_takes_no_more(one: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "MOST_WAITING", 1)
    one.submit()
    assert answer(one, one.extrinsic(one.request()))[0] == 1016


def test_what_expires_in_the_pool_is_dropped(one: Desk) -> None:
    one.submit(nonce="0x00000005")
    forward(one, 70)
    assert one("author_pendingExtrinsics") == []


def test_a_head_that_is_taken_back_gives_its_transactions_again_in_a_later_block(one: Desk) -> None:
    old_head = one("chain_getBlockHash")
    own = one.submit()
    forward(one, 1)
    block, taken = one.node.chain.now, one("chain_getBlockHash")
    one.node.reorganise(1)
    assert one("chain_getBlockHash") == old_head
    assert nonce(one) == 0
    assert one("chain_getBlockHash", block) is None
    assert int(one("chain_getHeader", taken)["number"], 16) == block
    with pytest.raises(Refused, match="State already discarded"):
        one("state_getRuntimeVersion", taken)
    assert one("chain_getBlock", taken) is None
    forward(one, 1)
    assert one("chain_getBlockHash") != taken
    assert nonce(one) == 0
    assert len(one("author_pendingExtrinsics")) == 1
    forward(one, 1)
    assert nonce(one) == 1
    raw = bytes.fromhex(one("chain_getBlock")["block"]["extrinsics"][1][2:])
    assert "0x" + hashlib.blake2b(raw, digest_size=32).hexdigest() == own
    with pytest.raises(ValueError, match="is final"):
        one.node.reorganise(4)


def test_what_stood_in_lost_blocks_comes_by_as_many_blocks_later(one: Desk) -> None:
    first = one.submit()
    forward(one, 1)
    begun = one.node.chain.now
    second = one.submit(nonce="0x00000001")
    forward(one, 1)
    one.node.reorganise(2)
    forward(one, 50)
    stood = {
        "0x" + hashlib.blake2b(bytes.fromhex(raw[2:]), digest_size=32).hexdigest(): block
        for block in range(begun, one.node.chain.now + 1)
        for raw in one("chain_getBlock", one("chain_getBlockHash", block))["block"]["extrinsics"]
    }
    assert (stood[first], stood[second]) == (begun + 2, begun + 3)


def test_one_that_was_born_on_the_lost_fork_is_lost(one: Desk) -> None:
    number = one.node.chain.now
    head = one("chain_getBlockHash")
    era = (5 | (number % 64) << 4).to_bytes(2, "little").hex()
    one.submit(era="0x" + era, blockHash=head)
    one.node.reorganise(1)
    forward(one, 2)
    assert one("author_pendingExtrinsics") == []
    assert nonce(one) == 0


def test_what_a_transaction_costs_is_told(one: Desk) -> None:
    extrinsic = one.extrinsic(one.request())
    told = one("payment_queryInfo", extrinsic)
    assert (told["class"], told["partialFee"]) == ("normal", str(fee_of(len(extrinsic) // 2 - 1)))
