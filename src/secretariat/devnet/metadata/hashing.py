"""The hashes of storage keys."""

import hashlib
from collections.abc import Callable
from functools import lru_cache

import xxhash


def blake2(data: bytes, size: int = 32) -> bytes:
    """Hash by blake2b to so many bytes."""
    return hashlib.blake2b(data, digest_size=size).digest()


def twox_64(data: bytes) -> bytes:
    """Hash by xxHash to 8 bytes."""
    return xxhash.xxh64_intdigest(data, seed=0).to_bytes(8, "little")


@lru_cache(maxsize=4096)
def twox_128(data: bytes) -> bytes:
    """Hash by xxHash to 16 bytes."""
    return twox_64(data) + xxhash.xxh64_intdigest(data, seed=1).to_bytes(8, "little")


HASHERS: dict[str, Callable[[bytes], bytes]] = {
    "Blake2_128Concat": lambda key: blake2(key, 16) + key,
    "Twox64Concat": lambda key: twox_64(key) + key,
}
"""By the name in the metadata; both put the key itself behind its hash, so that it can be read out again."""

HASH_LENGTHS = {"Blake2_128Concat": 16, "Twox64Concat": 8}
