"""Storage keys: of one value, of a whole map, and back from a key to the map's own keys."""

import hashlib
from collections.abc import Callable
from typing import Any

import xxhash

from secretariat.clients.substrate.decode import decode
from secretariat.clients.substrate.encode import encode
from secretariat.clients.substrate.types import WIDTHS, Array, Basic, Runtime, StorageItem, Struct
from secretariat.clients.substrate.wrong import ItemMissing, ValueWrong, bytes_of

PREFIX_BYTES = 32
"""Every key begins with the digests of the pallet's storage prefix and of the item, 16 bytes each."""


def _twox(data: bytes, words: int) -> bytes:
    return b"".join(xxhash.xxh64_intdigest(data, seed=seed).to_bytes(8, "little") for seed in range(words))


def _blake2(data: bytes, size: int) -> bytes:
    return hashlib.blake2b(data, digest_size=size).digest()


_HASHERS: dict[str, Callable[[bytes], bytes]] = {
    "Blake2_128": lambda key: _blake2(key, 16),
    "Blake2_256": lambda key: _blake2(key, 32),
    "Blake2_128Concat": lambda key: _blake2(key, 16) + key,
    "Twox128": lambda key: _twox(key, 2),
    "Twox256": lambda key: _twox(key, 4),
    "Twox64Concat": lambda key: _twox(key, 1) + key,
    "Identity": lambda key: key,
}

_DIGEST_BYTES = {"Blake2_128Concat": 16, "Twox64Concat": 8, "Identity": 0}
"""What stands before the key itself, for the hashers that keep it."""


def item_of(runtime: Runtime, pallet: str, item: str) -> StorageItem:
    """Find a storage item by the names in the metadata. Raises ItemMissing."""
    held = runtime.pallets.get(pallet)
    if held is None:
        raise ItemMissing(f"This runtime has no pallet {pallet}.")
    if item not in held.storage:
        raise ItemMissing(f"This runtime has no storage item {pallet}.{item}.")
    return held.storage[item]


def has_item(runtime: Runtime, pallet: str, item: str) -> bool:
    """Tell whether the runtime has a storage item."""
    held = runtime.pallets.get(pallet)
    return held is not None and item in held.storage


def storage_key(runtime: Runtime, pallet: str, item: str, *params: Any) -> str:
    """Give the key of one value as ``0x`` hex; without params that of a plain item, with fewer than a map has a prefix.

    The prefix of the storage is the metadata's, which for some pallets is not their name. Raises ItemMissing for what
    the runtime does not have and ValueWrong for params that do not fit.
    """
    found = item_of(runtime, pallet, item)
    if len(params) > len(found.hashers):
        raise ValueWrong(f"{pallet}.{item} takes {len(found.hashers)} keys, not {len(params)}")
    key = _twox(found.prefix.encode(), 2) + _twox(found.name.encode(), 2)
    for number, (param, hasher, type_id) in enumerate(zip(params, found.hashers, found.key_types, strict=False), 1):
        encoded = encode(runtime, type_id, param, f"{pallet}.{item} key {number}")
        key += _hasher(hasher)(encoded)
    return "0x" + key.hex()


def map_keys(runtime: Runtime, pallet: str, item: str, key: str) -> tuple[Any, ...]:
    """Read the map's own keys back out of a storage key; for maps whose hashers keep them.

    Raises ItemMissing, and ValueWrong for a key of another item or one that does not hash to itself.
    """
    found = item_of(runtime, pallet, item)
    rest = bytes_of(key)
    if rest[:PREFIX_BYTES] != _twox(found.prefix.encode(), 2) + _twox(found.name.encode(), 2):
        raise ValueWrong(f"{key[:80]} is not a key of {pallet}.{item}")
    if len(found.hashers) == 1:
        return (_last_key(runtime, found, 0, rest[PREFIX_BYTES:]),)
    parts = []
    rest = rest[PREFIX_BYTES:]
    for place in range(len(found.hashers) - 1):
        width = _fixed_width(runtime, found.key_types[place])
        taken = _digest_bytes(found, place) + width
        parts.append(_last_key(runtime, found, place, rest[:taken]))
        rest = rest[taken:]
    return (*parts, _last_key(runtime, found, len(found.hashers) - 1, rest))


def _last_key(runtime: Runtime, found: StorageItem, place: int, hashed: bytes) -> Any:
    body = hashed[_digest_bytes(found, place) :]
    if _hasher(found.hashers[place])(body) != hashed:
        raise ValueWrong(f"a key of {found.pallet}.{found.name} does not begin with its own digest")
    return decode(runtime.types, found.key_types[place], body)


def _digest_bytes(found: StorageItem, place: int) -> int:
    hasher = found.hashers[place]
    if hasher not in _DIGEST_BYTES:
        raise ValueWrong(f"{found.pallet}.{found.name} does not keep its keys ({hasher})")
    return _DIGEST_BYTES[hasher]


def _fixed_width(runtime: Runtime, type_id: int) -> int:
    """Give the bytes of a type that always has equally many; keys before the last one are numbers or accounts."""
    held = runtime.types.get(type_id)
    if isinstance(held, Basic) and held.name in WIDTHS:
        return WIDTHS[held.name]
    if isinstance(held, Array):
        return held.length * _fixed_width(runtime, held.type_id)
    if isinstance(held, Struct):
        return sum(_fixed_width(runtime, each.type_id) for each in held.fields)
    raise ValueWrong("a key before the last one has no fixed number of bytes")


def _hasher(name: str) -> Callable[[bytes], bytes]:
    if name not in _HASHERS:
        raise ValueWrong(f"the hasher {name} is not known")
    return _HASHERS[name]
