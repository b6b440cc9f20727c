"""Encoding and decoding: every type there and back, against cyscale, and bytes that are no value."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from scalecodec.base import ScaleBytes  # type: ignore[attr-defined]

from secretariat.devnet.chain.specs import Spec
from secretariat.devnet.metadata.by_type import rank
from secretariat.devnet.metadata.compact import ScaleWrong, compact, compact_at
from secretariat.devnet.metadata.declarations import Enum, Field, Struct, fields, types, variants
from secretariat.devnet.metadata.definitions import (
    WIDTHS,
    WRAPPER_OPAQUE,
    Array,
    Primitive,
    Sequence,
    Tuple,
    definition,
)
from secretariat.devnet.metadata.pallets import PALLETS, TYPES
from secretariat.devnet.metadata.runtime import Runtime
from tests.practice.metadata import codec

RUNTIME = Runtime(Spec())
RC, MD = codec("0x" + RUNTIME.metadata.hex())
ITEMS = sorted(RUNTIME.items)

UNREAD = "BTreeMap<ExtendedPostIdObject"
"""Maps whose keys are structs: cyscale cannot read them, of the real runtime neither."""


def values(text: str, depth: int = 0) -> st.SearchStrategy[Any]:
    """Give values of a type, by its declaration alone."""
    told = definition(text, RUNTIME.codec.named)
    if isinstance(told, Primitive):
        if told.name in WIDTHS:
            return st.integers(0, 256 ** WIDTHS[told.name] - 1)
        return st.booleans() if told.name == "bool" else st.text(max_size=8)
    if isinstance(told, Sequence | Array):
        length = told.length if isinstance(told, Array) else None
        least, most = (0, 3 - min(depth, 3)) if length is None else (length, length)
        if told.inner == "u8":
            return st.binary(min_size=least, max_size=40 if length is None else most)
        return st.lists(values(told.inner, depth + 1), min_size=least, max_size=most).map(tuple)
    if isinstance(told, Tuple):
        return st.tuples(*(values(part, depth + 1) for part in told.parts))
    if isinstance(told, Struct):
        return of_struct(told, depth)
    if isinstance(told, Enum):
        if told.path == "Option":
            return st.none() | values(told.variants[1].fields[0].type, depth + 1)
        held = [one for one in told.variants if depth < 4 or not one.fields] or told.variants[:1]
        return st.one_of([of_variant(one.name, one.fields, depth) for one in held])
    return values(told.inner, depth)


def of_struct(told: Struct, depth: int) -> st.SearchStrategy[Any]:
    if told.path in ("BTreeMap", "BTreeSet"):
        pairs = told.path == "BTreeMap"
        return values(told.fields[0].type, depth).map(
            lambda found: tuple(
                sorted(
                    {rank(one[0] if pairs else one): one for one in found}.values(),
                    key=lambda one: rank(one[0] if pairs else one),
                )
            )
        )
    if told.path == WRAPPER_OPAQUE:
        return values(told.fields[1].type, depth)
    return of_fields(told.fields, depth)


def of_fields(told: tuple[Field, ...], depth: int) -> st.SearchStrategy[Any]:
    if told and told[0].name is not None:
        return st.fixed_dictionaries({str(one.name): values(one.type, depth + 1) for one in told})
    if len(told) == 1:
        return values(told[0].type, depth + 1)
    return st.tuples(*(values(one.type, depth + 1) for one in told))


def of_variant(name: str, told: tuple[Field, ...], depth: int) -> st.SearchStrategy[Any]:
    return of_fields(told, depth).map(lambda content: {name: content}) if told else st.just(name)


@pytest.mark.parametrize("name", ITEMS)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_stored_value_goes_there_and_back(name: str, data: st.DataObject) -> None:
    item = RUNTIME.items[name].item
    if "RuntimeEvent" in item.value or "EventRecord" in item.value:
        return  # an event's content is tried below
    value = data.draw(values(item.value))
    raw = RUNTIME.codec.encode(item.value, value)
    assert RUNTIME.codec.decode(item.value, raw) == value
    pallet, _, label = name.partition(".")
    entry = MD.get_metadata_pallet(pallet).get_storage_function(label)
    read = RC.create_scale_object(entry.get_value_type_string(), data=ScaleBytes(bytearray(raw)), metadata=MD)
    read.decode()
    assert read.data.offset == len(raw)


@pytest.mark.parametrize("pallet", [pallet for pallet in PALLETS if pallet.calls], ids=lambda pallet: pallet.name)
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_call_is_read_by_cyscale_too(pallet: Any, data: st.DataObject) -> None:
    for call in pallet.calls:
        if any("RuntimeCall" in field.type or UNREAD in field.type for field in call.fields):
            continue
        told = {pallet.name: data.draw(of_variant(call.name, call.fields, 1))}
        raw = RUNTIME.codec.encode("RuntimeCall", told)
        assert RUNTIME.decode_call(raw) == told
        read = RC.create_scale_object("Call", data=ScaleBytes(bytearray(raw)), metadata=MD)
        read.decode()
        assert (read.value["call_module"], read.value["call_function"]) == (pallet.name, call.name)
        assert read.data.offset == len(raw)


@pytest.mark.parametrize("pallet", [pallet for pallet in PALLETS if pallet.events], ids=lambda pallet: pallet.name)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(data=st.data())
def test_every_event_is_read_by_cyscale_too(pallet: Any, data: st.DataObject) -> None:
    for variant in pallet.events:
        if any(UNREAD in field.type for field in variant.fields):
            continue
        held = tuple(data.draw(values(field.type, 2)) for field in variant.fields)
        raw = RUNTIME.event(f"{pallet.name}.{variant.name}", held)
        assert raw is not None
        whole = b"\x04\x02" + raw + b"\x00"
        entry = MD.get_metadata_pallet("System").get_storage_function("Events").get_value_type_string()
        read = RC.create_scale_object(entry, data=ScaleBytes(bytearray(whole)), metadata=MD)
        read.decode()
        assert [(one["module_id"], one["event_id"]) for one in read.value] == [(pallet.name, variant.name)]


def test_events_that_are_not_the_runtime_s() -> None:
    assert RUNTIME.event("Notes.Noted", (1,)) is None
    assert RUNTIME.event("Council.Noted", (1,)) is None
    for held in ((), (1, 2), ("x",), (-1,), (2**32,)):
        with pytest.raises(ScaleWrong, match=r"Council\.VotingPeriodStarted"):
            RUNTIME.event("Council.VotingPeriodStarted", held)


@given(st.integers(0, 2**536 - 1))
def test_compact_integers(number: int) -> None:
    assert compact_at(b"\xff" + compact(number), 1) == (number, 1 + len(compact(number)))


@pytest.mark.parametrize("raw", ["01", "0100", "02000000", "fdff", "0300000000", "070000008000", "", "03ffffff"])
def test_compact_integers_that_a_node_refuses(raw: str) -> None:
    if raw == "fdff":
        assert compact_at(bytes.fromhex(raw), 0) == (16_383, 2)
        return
    with pytest.raises(ScaleWrong):
        compact_at(bytes.fromhex(raw), 0)


@given(st.binary(max_size=200))
def test_any_bytes_decode_or_are_refused(raw: bytes) -> None:
    for text in ("RuntimeCall", "CouncilStageUpdate", "Proposal", "Digest", "str", "bool", "EraRewardPoints"):
        try:
            value = RUNTIME.codec.decode(text, raw)
        except ScaleWrong:
            continue
        assert RUNTIME.codec.decode(text, RUNTIME.codec.encode(text, value)) == value


def test_calls_nested_without_end_are_refused() -> None:
    with pytest.raises(ScaleWrong):
        RUNTIME.decode_call(b"\x01\x00\x04" * 100_000 + b"\x00\x00\x00")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("u8", 256),
        ("u8", -1),
        ("u8", "1"),
        ("bool", 1),
        ("AccountId", b"\x01"),
        ("Vec<u8>", "text"),
        ("Vec<u8>", (1, 2)),
        ("CouncilStage", "Announcing"),
        ("CouncilStage", {"Announcing": {"candidates_count": 1}}),
        ("CouncilStage", {"Idle": {"ends_at": 1, "more": 2}}),
        ("VoteKind", "approve"),
        ("(u8,u8)", (1,)),
        ("Compact<u128>", -1),
    ],
)
def test_values_of_other_types_are_refused(text: str, value: Any) -> None:
    with pytest.raises(ScaleWrong):
        RUNTIME.codec.encode(text, value)


def test_a_map_is_kept_in_the_order_of_its_keys() -> None:
    pairs = ((b"\x02" * 32, 2), (b"\x01" * 32, 1), (b"\x02" * 32, 3))
    raw = RUNTIME.codec.encode("Vec<(AccountId,u32)>", pairs)
    read = RUNTIME.codec.decode("BTreeMap<AccountId,u32>", raw)
    assert read == (pairs[1], pairs[2])
    assert RUNTIME.codec.encode("BTreeMap<AccountId,u32>", tuple(reversed(read))) == RUNTIME.codec.encode(
        "Vec<(AccountId,u32)>", read
    )


def test_every_type_has_a_default_that_is_a_value() -> None:
    for text in TYPES:
        RUNTIME.codec.decode(text, RUNTIME.codec.zero(text))


def test_declarations_are_read() -> None:
    assert fields("(stake: u128, Vec<(u8, u8)>)") == (Field("stake", "u128"), Field(None, "Vec<(u8,u8)>"))
    assert [(one.name, one.index) for one in variants("A\n4 B(u8)\nC")] == [("A", 0), ("B", 4), ("C", 5)]
    assert set(types("struct a::B as C (u8)\nenum a::D<T = u8> { X,\n Y(u8) }")) == {"C", "D"}
    for wrong in ("union a::B", "struct"):
        with pytest.raises(ValueError, match="neither"):
            types(wrong)
