"""Addresses: SS58 with the network's prefix 126."""

import hashlib
from functools import lru_cache

PREFIX = 126
_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

_TEN_DIGITS = 58**10


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
    """Write bytes in base 58; ten digits are split off at a time, since large numbers divide slowly."""
    number = int.from_bytes(told, "big")
    digits: list[str] = []
    while number:
        number, part = divmod(number, _TEN_DIGITS)
        for _ in range(10):
            part, digit = divmod(part, 58)
            digits.append(_DIGITS[digit])
    text = "".join(reversed(digits)).lstrip("1")
    return "1" * (len(told) - len(told.lstrip(b"\0"))) + text
