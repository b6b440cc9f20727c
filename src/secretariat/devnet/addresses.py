"""Addresses in SS58: an account's 32 bytes with the network's number and a checksum, in base 58."""

import hashlib
from functools import lru_cache

PREFIX = 126
"""The network's number, as System.SS58Prefix tells it."""

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}
_TEN_DIGITS = 58**10
_LONGEST = 64


class AddressWrong(ValueError):
    """A text that is no address of an account."""


@lru_cache(maxsize=1 << 16)
def address_of(account: bytes, prefix: int = PREFIX) -> str:
    """Write an account's address for the network of this number (below 16,384)."""
    told = _prefix_bytes(prefix) + account
    return _base58(told + _checksum(told))


def account_of(address: str) -> bytes:
    """Read an address of any network, as nodes do. Raises AddressWrong."""
    raw = _from_base58(address)
    length = 2 if raw[0] & 0x40 else 1
    told, checksum = raw[:-2], raw[-2:]
    if raw[0] & 0x80 or len(told) - length != 32:
        raise AddressWrong("not the address of an account with 32 bytes")
    if _checksum(told) != checksum:
        raise AddressWrong("the address has a wrong checksum")
    return told[length:]


def _prefix_bytes(prefix: int) -> bytes:
    if prefix < 64:
        return bytes((prefix,))
    return bytes((((prefix & 0xFC) >> 2) | 0x40, (prefix >> 8) | ((prefix & 3) << 6)))


def _checksum(told: bytes) -> bytes:
    return hashlib.blake2b(b"SS58PRE" + told).digest()[:2]


def _base58(raw: bytes) -> str:
    """Write bytes in base 58; ten digits are split off at a time, since large numbers divide slowly."""
    number, digits = int.from_bytes(raw, "big"), [""]
    while number:
        number, part = divmod(number, _TEN_DIGITS)
        for _ in range(10):
            part, digit = divmod(part, 58)
            digits.append(_DIGITS[digit])
    text = "".join(reversed(digits)).lstrip("1")
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


def _from_base58(text: str) -> bytes:
    if not 3 <= len(text) <= _LONGEST or not set(text) <= _VALUES.keys():
        raise AddressWrong("an address is a text in base 58")
    number = 0
    for digit in text:
        number = number * 58 + _VALUES[digit]
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")
