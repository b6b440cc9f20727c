"""Metadata cut for wallets: every call reads as with the whole of it, and nothing else is left."""

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from secretariat.clients.substrate.codec import decode_call
from secretariat.clients.substrate.metadata import checked, load, parsed
from secretariat.clients.substrate.signing import signing_chain
from secretariat.clients.substrate.types import Runtime
from secretariat.clients.substrate.wallet_metadata import calls_only, wallet_definition
from secretariat.clients.substrate.wrong import MetadataWrong


def cut(text: str) -> Runtime:
    return load("0x" + calls_only(text).hex())


def names(runtime: Runtime) -> dict[str, tuple[int, list[tuple[int, str, list[str | None]]]]]:
    """Give every pallet's number with its calls: their numbers, names and arguments."""
    found = {}
    for name, pallet in runtime.pallets.items():
        calls: Any = None if pallet.calls is None else runtime.types[pallet.calls]
        listed = (
            []
            if calls is None
            else [(one.index, one.name, [each.name for each in one.fields]) for one in calls.variants.values()]
        )
        found[name] = (pallet.index, listed)
    return found


def test_every_call_of_the_practice_runtime_stays(practice: str, practice_runtime: Runtime) -> None:
    slim = cut(practice)
    assert names(slim) == names(practice_runtime)
    assert slim.extrinsic.version == practice_runtime.extrinsic.version
    versions = {"genesis": bytes(32), "spec_version": 1, "transaction_version": 1}
    chains = [signing_chain(one, **versions) for one in (slim, practice_runtime)]  # type: ignore[arg-type]
    assert chains[0].extensions == chains[1].extensions
    assert chains[0].multi_address == chains[1].multi_address


def test_nothing_but_calls_is_left(practice: str, practice_runtime: Runtime) -> None:
    slim = cut(practice)
    assert len(slim.types) < len(practice_runtime.types)
    assert list(slim.types) == list(range(len(slim.types)))
    assert not [name for name, one in slim.pallets.items() if one.storage or one.constants or one.errors is not None]
    _, whole = parsed(checked("0x" + calls_only(practice).hex()))
    assert '"docs": [""' not in json.dumps(whole.value[1]["V14"])
    assert calls_only("0x" + calls_only(practice).hex()) == calls_only(practice)


def test_the_calls_of_the_main_network_read_as_with_the_whole(
    mainnet_text: str, mainnet: Runtime, shared: Callable[[str], Path]
) -> None:
    made = calls_only(mainnet_text)
    slim = load("0x" + made.hex())
    assert names(slim) == names(mainnet)
    assert len(made) < 80_000
    told = json.loads(shared("facts/signing_vectors.json").read_text())
    vectors = told.get("vectors") or told["requests"]
    for vector in vectors:
        call = bytes.fromhex(vector["call"].removeprefix("0x"))
        assert decode_call(slim, call) == decode_call(mainnet, call)


def test_the_definition_is_what_a_wallet_keeps(practice: str) -> None:
    found = wallet_definition(practice, chain="Practice", genesis="0x" + "ab" * 32, spec_version=2004)
    assert base64.b64decode(found.pop("metaCalls")) == calls_only(practice)
    assert found == {
        "chain": "Practice",
        "genesisHash": "0x" + "ab" * 32,
        "icon": "substrate",
        "ss58Format": 126,
        "specVersion": 2004,
        "tokenDecimals": 10,
        "tokenSymbol": "JOY",
        "types": {},
    }


@pytest.mark.parametrize("text", [None, "", "0x00", "0x6d6574610d00", "0x6d6574610eff", "0x6d6574610e04"])
def test_what_is_no_metadata_is_refused_in_words(text: object) -> None:
    with pytest.raises(MetadataWrong, match="metadata"):
        calls_only(text)
