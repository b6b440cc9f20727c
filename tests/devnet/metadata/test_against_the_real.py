"""What the practice runtime has, the real one of spec 2004 has in the same shape, at the same place."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secretariat.devnet.chain.specs import PRODUCTION, Spec
from secretariat.devnet.metadata.pallets import PALLETS
from secretariat.devnet.metadata.runtime import Runtime
from secretariat.devnet.runtime.errors import DispatchError
from tests.devnet.metadata.shapes import Told

NAMES = [pallet.name for pallet in PALLETS]
COMPLETE = (
    "Council", "Referendum", "Members", "Forum", "Constitution", "JoystreamUtility", "ProposalsEngine",
    "ProposalsDiscussion", "ProposalsCodex", *(name for name in NAMES if "WorkingGroup" in name),
)  # fmt: skip


@pytest.fixture(scope="module")
def ours() -> Told:
    return Told("0x" + Runtime(Spec()).metadata.hex())


@pytest.fixture(scope="module")
def real(shared: Callable[[str], Path]) -> Told:
    return Told(json.loads(shared("data/joystream/chain-metadata.json").read_text())["result"])


def among(ours: dict[str, Any], real: dict[str, Any]) -> None:
    assert ours == {name: real.get(name) for name in ours}


@pytest.mark.parametrize("name", NAMES)
def test_a_pallet_is_part_of_the_real_one(ours: Told, real: Told, name: str) -> None:
    assert ours.pallets[name]["index"] == real.pallets[name]["index"]
    if ours.pallets[name]["storage"]:
        assert ours.pallets[name]["storage"]["prefix"] == real.pallets[name]["storage"]["prefix"]
    among(ours.items(name), real.items(name))
    among(ours.constants(name), real.constants(name))
    for kind in ("calls", "event"):
        among(ours.variants(name, kind), real.variants(name, kind))
    assert ours.variants(name, "error") in ({}, real.variants(name, "error"))


@pytest.mark.parametrize("name", COMPLETE)
def test_the_pallets_of_the_dao_are_whole(ours: Told, real: Told, name: str) -> None:
    assert set(ours.items(name)) == set(real.items(name))
    for kind in ("calls", "event", "error"):
        assert set(ours.variants(name, kind)) == set(real.variants(name, kind))


def test_every_constant_of_the_specs_is_told(ours: Told) -> None:
    told = {f"{pallet}.{name}" for pallet in NAMES for name in ours.constants(pallet)}
    declared = {f"{pallet.name}.{name}" for pallet in PALLETS for name in pallet.constants}
    assert told == declared == set(PRODUCTION)


def test_extrinsics_have_the_real_form(ours: Told, real: Told) -> None:
    names = [extension["identifier"] for extension in ours.extrinsic["signed_extensions"]]
    assert names == [extension["identifier"] for extension in real.extrinsic["signed_extensions"]]
    for one, other in zip(ours.extrinsic["signed_extensions"], real.extrinsic["signed_extensions"], strict=True):
        for part in ("ty", "additional_signed"):
            assert ours.shape(one[part]) == real.shape(other[part])
    held = {param["name"]: param["type"] for param in ours.types[ours.extrinsic["ty"]]["params"]}
    told = {param["name"]: param["type"] for param in real.types[real.extrinsic["ty"]]["params"]}
    assert {name: ours.shape(each) for name, each in held.items()} == {
        name: real.shape(each) for name, each in told.items()
    }
    assert ours.types[ours.extrinsic["ty"]]["path"] == real.types[real.extrinsic["ty"]]["path"]


def test_an_upgraded_runtime_tells_its_own_numbers_and_constants() -> None:
    spec = Spec().upgraded(2005, constants={"Council.CouncilSize": 5}, pallet_numbers={"Council": 50})
    runtime = Runtime(spec)
    told = Told("0x" + runtime.metadata.hex())
    assert told.pallets["Council"]["index"] == 50
    assert list(told.pallets)[-1] == "Council"
    assert told.constants("Council")["CouncilSize"][1] == (5).to_bytes(4, "little").decode()
    assert runtime.call("Council.withdraw_candidacy", membership_id=1)[0] == 50
    assert (runtime.event("Council.NotEnoughCandidates", (7,)) or b"")[:2] == bytes((50, 1))
    assert DispatchError("Council", "CantCandidateNow").value(spec) == {"Module": {"index": 50, "error": b"\x02\0\0\0"}}
    assert runtime.items["Council.Budget"].prefix == Runtime(Spec()).items["Council.Budget"].prefix
