"""Storage keys by every hasher metadata can name."""

import hashlib

import pytest
import xxhash

from secretariat.clients.substrate.decode import decode
from secretariat.clients.substrate.keys import map_keys, storage_key
from secretariat.clients.substrate.metadata import load
from secretariat.clients.substrate.types import Basic, Bits, Runtime, Type
from secretariat.clients.substrate.wrong import ValueWrong
from tests.practice.metadata import Item, Pallet, build
from tests.practice.odd import EXTENSIONS, SYSTEM, TYPES

KEY = (7).to_bytes(4, "little")
HASHED = {
    "Blake2_128": hashlib.blake2b(KEY, digest_size=16).digest(),
    "Blake2_256": hashlib.blake2b(KEY, digest_size=32).digest(),
    "Blake2_128Concat": hashlib.blake2b(KEY, digest_size=16).digest() + KEY,
    "Twox128": b"".join(xxhash.xxh64(KEY, seed=seed).digest()[::-1] for seed in range(2)),
    "Twox256": b"".join(xxhash.xxh64(KEY, seed=seed).digest()[::-1] for seed in range(4)),
    "Twox64Concat": xxhash.xxh64(KEY, seed=0).digest()[::-1] + KEY,
    "Identity": KEY,
}


@pytest.fixture(scope="module")
def runtime() -> Runtime:
    storage = {name: Item("u64", key="u32", hasher=name) for name in HASHED}
    storage["Three"] = Item("u64", key="(u32, AccountId, u64)", hasher=("Identity", "Twox64Concat", "Blake2_128Concat"))
    storage["Pair"] = Item("u64", key="(u32, u64)", hasher="Identity")
    return load(build([SYSTEM, Pallet("Maps", 50, "pallet_maps", storage=storage)], TYPES, EXTENSIONS))


@pytest.mark.parametrize("hasher", HASHED)
def test_each_hasher(runtime: Runtime, hasher: str) -> None:
    prefix = storage_key(runtime, "Maps", hasher)
    key = storage_key(runtime, "Maps", hasher, 7)
    assert key == prefix + HASHED[hasher].hex()
    if hasher.endswith("Concat") or hasher == "Identity":
        assert map_keys(runtime, "Maps", hasher, key) == (7,)
    else:
        with pytest.raises(ValueWrong, match="does not keep its keys"):
            map_keys(runtime, "Maps", hasher, key)


def test_maps_of_several_keys_and_of_one_key_that_is_a_pair(runtime: Runtime) -> None:
    account = "0x" + "cd" * 32
    for item, params in (("Three", (3, account, 2**40)), ("Pair", ((3, 4),))):
        key = storage_key(runtime, "Maps", item, *params)
        assert map_keys(runtime, "Maps", item, key) == params
        for cut in range(66, len(key), 2):
            with pytest.raises(ValueWrong):
                map_keys(runtime, "Maps", item, key[:cut])


def test_bits_are_counted_in_words() -> None:
    types: dict[int, Type] = {0: Basic("u8"), 1: Bits(0), 2: Basic("u32"), 3: Bits(2)}
    assert decode(types, 1, b"\x24\x05\x01") == {"bits": 9, "bytes": "0x0501"}
    assert decode(types, 3, b"\x24\x05\x01\x00\x00") == {"bits": 9, "bytes": "0x05010000"}
