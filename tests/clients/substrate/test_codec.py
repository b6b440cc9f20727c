"""Our own codec against an invented runtime and against hostile bytes."""

import random
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secretariat.clients.substrate.codec import (
    Call,
    constant_of,
    decode_call,
    encode_call,
    encode_storage_value,
    storage_value,
)
from secretariat.clients.substrate.decode import decode
from secretariat.clients.substrate.encode import compact, encode
from secretariat.clients.substrate.keys import has_item, map_keys, storage_key
from secretariat.clients.substrate.metadata import load
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wrong import ItemMissing, MetadataWrong, ValueWrong
from secretariat.facts.accounts import address_of, key_of
from tests.practice.metadata import At, Enum, Item, Pallet, Struct, build
from tests.practice.odd import EXTENSIONS, SYSTEM, TYPES
from tests.practice.pallets import practice_metadata

KEY = "0x" + "ab" * 32


def test_items_constants_and_calls_that_are_not_there_are_named(practice_runtime: Runtime) -> None:
    with pytest.raises(ItemMissing, match="no pallet Bakery"):
        storage_key(practice_runtime, "Bakery", "Ovens")
    with pytest.raises(ItemMissing, match=r"no storage item Council\.Ovens"):
        storage_value(practice_runtime, "Council", "Ovens", None)
    with pytest.raises(ItemMissing, match=r"no constant Council\.Ovens"):
        constant_of(practice_runtime, "Council", "Ovens")
    with pytest.raises(ItemMissing, match=r"no call Council\.bake"):
        encode_call(practice_runtime, Call(pallet="Council", function="bake", args={}))
    assert not has_item(practice_runtime, "Bakery", "Ovens")


def test_a_missing_value_has_the_default_or_is_none(practice_runtime: Runtime) -> None:
    assert storage_value(practice_runtime, "Council", "Stage", None) == {
        "stage": {"Idle": {"ends_at": 1}},
        "changed_at": 0,
    }
    assert storage_value(practice_runtime, "Council", "Budget", None) == 0
    assert storage_value(practice_runtime, "Council", "Candidates", None) is None


def test_keys_of_double_maps_lead_back_to_both_parts(practice_runtime: Runtime) -> None:
    for pallet, item, params in (
        ("ProposalsEngine", "VoteExistsByProposalByVoter", (21, 14)),
        ("Staking", "ErasValidatorPrefs", (10, KEY)),
        ("Council", "Candidates", (7,)),
    ):
        key = storage_key(practice_runtime, pallet, item, *params)
        assert key.startswith(storage_key(practice_runtime, pallet, item))
        assert map_keys(practice_runtime, pallet, item, key) == params
        with pytest.raises(ValueWrong):
            map_keys(practice_runtime, pallet, item, key[:-2] + ("00" if key[-2:] != "00" else "01"))
    with pytest.raises(ValueWrong, match="not a key of"):
        map_keys(practice_runtime, "Council", "Candidates", "0x" + "00" * 60)
    with pytest.raises(ValueWrong, match="takes 1 keys"):
        storage_key(practice_runtime, "Council", "Candidates", 1, 2)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ({"dest": KEY, "value": -1}, "does not fit"),
        ({"dest": KEY, "value": 2**128}, "does not fit"),
        ({"dest": KEY, "value": True}, "not a whole number"),
        ({"dest": KEY, "value": "5"}, "not a whole number"),
        ({"dest": KEY[:-2], "value": 5}, "neither a public key"),
        ({"dest": address_of(KEY, 42), "value": 5}, "neither a public key"),
        ({"dest": KEY}, "given is dest"),
        ({"dest": KEY, "value": 5, "memo": b""}, "takes dest, value"),
    ],
)
def test_wrong_arguments_are_refused_in_words(practice_runtime: Runtime, args: dict[str, Any], words: str) -> None:
    with pytest.raises(ValueWrong, match=words):
        encode_call(practice_runtime, Call(pallet="Balances", function="transfer", args=args))


def test_texts_are_bytes_and_stay_what_they_are(practice_runtime: Runtime) -> None:
    for text in (b"0x4142", b"", "naïve".encode(), b"\xff\x00"):
        call = Call(pallet="System", function="remark", args={"remark": text})
        assert decode_call(practice_runtime, encode_call(practice_runtime, call)) == call
    with pytest.raises(ValueWrong, match="give bytes"):
        encode_call(practice_runtime, Call(pallet="System", function="remark", args={"remark": "0x4142"}))


def test_deeply_nested_calls_are_refused_and_do_not_end_the_process(practice_runtime: Runtime) -> None:
    inner = encode_call(practice_runtime, Call(pallet="System", function="remark", args={"remark": b"a"}))
    assert decode_call(practice_runtime, bytes([1, 0, 4]) * 20 + inner).function == "batch"
    with pytest.raises(ValueWrong, match="nested"):
        decode_call(practice_runtime, bytes([1, 0, 4]) * 50_000 + inner)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(data=st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused_in_words(practice_runtime: Runtime, data: bytes) -> None:
    for pallet in practice_runtime.pallets.values():
        for name in pallet.storage:
            with suppress(ValueWrong):
                value = storage_value(practice_runtime, pallet.name, name, "0x" + data.hex())
                assert encode_storage_value(practice_runtime, pallet.name, name, value) == "0x" + data.hex()
    try:
        call = decode_call(practice_runtime, data)
    except ValueWrong:
        return
    assert encode_call(practice_runtime, call) == data


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    raw=st.one_of(
        st.text(max_size=40), st.none(), st.integers(), st.text("0123456789abcdef", max_size=9).map("0x".__add__)
    )
)
def test_what_a_node_answers_in_the_place_of_hex_is_refused(practice_runtime: Runtime, raw: Any) -> None:
    if raw == "0x00":
        assert storage_value(practice_runtime, "Council", "CouncilMembers", raw) == []
    elif raw is not None:
        with pytest.raises(ValueWrong, match=r"Council\.CouncilMembers"):
            storage_value(practice_runtime, "Council", "CouncilMembers", raw)


@settings(derandomize=True, deadline=None, max_examples=100)
@given(number=st.integers(min_value=0, max_value=2**128 - 1))
def test_compact_numbers_round_trip_and_only_in_their_shortest_form(practice_runtime: Runtime, number: int) -> None:
    type_id = next(
        f.type_id
        for pallet in practice_runtime.pallets.values()
        if pallet.name == "Balances" and pallet.calls is not None
        for v in practice_runtime.types[pallet.calls].variants.values()  # type: ignore[union-attr]
        for f in v.fields
        if f.name == "value"
    )
    body = encode(practice_runtime, type_id, number)
    assert body == compact(number)
    assert decode(practice_runtime.types, type_id, body) == number
    if number < 2**60:
        long = bytes([(8 - 4) << 2 | 3]) + number.to_bytes(8, "little")
        if long != body:
            with pytest.raises(ValueWrong, match="shortest"):
                decode(practice_runtime.types, type_id, long)


def test_a_list_longer_than_its_bytes_is_refused_before_it_is_counted_out(practice_runtime: Runtime) -> None:
    with pytest.raises(ValueWrong, match="bytes behind it"):
        storage_value(practice_runtime, "Session", "Validators", "0x" + compact(2**30 + 5).hex())


def test_metadata_cut_short_changed_or_of_another_version_is_refused_in_words(practice: str) -> None:
    chance = random.Random(7)
    raw = bytes.fromhex(practice[2:])
    for _ in range(50):
        body = bytearray(raw)
        if chance.random() < 0.5:
            del body[chance.randrange(len(body)) :]
        for _ in range(chance.randrange(1, 5)):
            if body:
                body[chance.randrange(len(body))] = chance.randrange(256)
        try:
            load("0x" + body.hex())
        except MetadataWrong:
            continue
    for text, words in (
        ("0x6d6574610f", "version 15"),
        ("0x6d6574610d", "version 13"),
        ("0x00000000", "does not begin"),
        ("hello", "not hexadecimal"),
        (None, "not hexadecimal"),
        ({"a": 1}, "not hexadecimal"),
        ("0x6d6574610e", "cannot be read"),
        (practice + "00", "cannot be read"),
    ):
        with pytest.raises(MetadataWrong, match=words):
            load(text)


def test_other_runtimes_load_and_a_type_inside_itself_cannot_hang_us() -> None:
    assert "Council" not in load(practice_metadata(without=("Council",))).pallets
    endless = Struct("practice::Endless", {"inner": "Endless"})
    pallet = Pallet("Odd", 50, "pallet_odd", storage={"Chain": Item("Chain"), "Bits": Item("[u16; 3]")})
    chain = Enum("practice::Chain", {"End": None, "Link": At(9, ["u8", "Chain"])})
    runtime = load(build([SYSTEM, pallet], TYPES | {"Endless": endless, "Chain": chain}, EXTENSIONS))
    assert storage_value(runtime, "Odd", "Chain", "0x09010902" + "00") == {"Link": (1, {"Link": (2, "End")})}
    assert storage_value(runtime, "Odd", "Bits", "0x010002000300") == [1, 2, 3]
    with pytest.raises(ValueWrong, match="nested"):
        storage_value(runtime, "Odd", "Chain", "0x" + "0901" * 5000)
    with pytest.raises(ValueWrong, match="no variant 4"):
        storage_value(runtime, "Odd", "Chain", "0x04")


@settings(derandomize=True, deadline=None, max_examples=100)
@given(key=st.binary(min_size=32, max_size=32), prefix=st.integers(min_value=0, max_value=2**14 - 1))
def test_addresses_lead_back_to_their_key_under_every_prefix(key: bytes, prefix: int) -> None:
    address = address_of("0x" + key.hex(), prefix)
    assert key_of(address) == key_of(address, prefix) == "0x" + key.hex()
    assert key_of(address, (prefix + 1) % 2**14) is None
    assert key_of(address + " ") is None
    assert key_of(address[:-1] + ("1" if address[-1] != "1" else "2")) is None


@settings(derandomize=True, deadline=None, max_examples=100)
@given(text=st.text(max_size=70))
def test_any_other_text_is_no_address(text: str) -> None:
    assert key_of(text) is None
    with pytest.raises(ValueError):
        address_of(text)
