"""Addresses: SS58 with the network's prefix 126."""

import hashlib
from functools import lru_cache

PREFIX = 126
_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


@lru_cache(maxsize=1 << 17)
def address_of(account: bytes) -> str:
    """Write an account of 32 bytes as its address."""
    told = _prefix(PREFIX) + account
    return _base58(told + hashlib.blake2b(b"SS58PRE" + told).digest()[:2])


def _prefix(number: int) -> bytes:
    """Write the network's number: one byte below 64, else two as SS58 spreads its bits."""
    if number < 64:
        return bytes([number])
    return bytes([((number & 0xFC) >> 2) | 0x40, (number >> 8) | ((number & 3) << 6)])


def _base58(told: bytes) -> str:
    number = int.from_bytes(told, "big")
    text = ""
    while number:
        number, digit = divmod(number, 58)
        text = _DIGITS[digit] + text
    return "1" * (len(told) - len(told.lstrip(b"\0"))) + text
