"""Accounts: public keys as ``0x`` and 64 hex digits, and the addresses people write (SS58)."""

import hashlib
import re
from functools import lru_cache

JOYSTREAM_PREFIX = 126
KEY_BYTES = 32
CHECKSUM_BYTES = 2
LONGEST_ADDRESS = 60

_DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_KEY = re.compile(r"0x[0-9a-f]{64}")


def is_key(text: str) -> bool:
    """Tell whether a text is a public key as facts hold it."""
    return _KEY.fullmatch(text) is not None


@lru_cache(maxsize=8_192)
def address_of(key: str, prefix: int = JOYSTREAM_PREFIX) -> str:
    """Write a public key as an address. Raises ValueError when it is not ``0x`` and 64 lower-case hex digits."""
    if not is_key(key):
        raise ValueError(f"not a public key: {key[:80]!r}")
    if not 0 <= prefix < 2**14:
        raise ValueError(f"not an address prefix: {prefix}")
    body = _prefix_bytes(prefix) + bytes.fromhex(key[2:])
    number = int.from_bytes(body + _checksum(body), "big")
    digits = ""
    while number:
        number, rest = divmod(number, len(_DIGITS))
        digits = _DIGITS[rest] + digits
    zeros = len(body) - len(body.lstrip(b"\0"))
    return _DIGITS[0] * zeros + digits


def key_of(address: str, prefix: int | None = None) -> str | None:
    """Read the public key of an address, or None when the text is no address of an account of 32 bytes.

    A public key is taken as it is. With ``prefix`` an address of another network is none; without, any network's is
    read, since one key is one account under every prefix.
    """
    if is_key(address):
        return address
    body = _decoded(address)
    if body is None:
        return None
    if len(body) < 1 + KEY_BYTES + CHECKSUM_BYTES:
        return None
    head = 1 if body[0] < 64 else 2
    if body[0] >= 128 or len(body) != head + KEY_BYTES + CHECKSUM_BYTES:
        return None
    if _checksum(body[:-CHECKSUM_BYTES]) != body[-CHECKSUM_BYTES:]:
        return None
    if prefix is not None and body[:head] != _prefix_bytes(prefix):
        return None
    return "0x" + body[head:-CHECKSUM_BYTES].hex()


def _decoded(address: str) -> bytes | None:
    if not 0 < len(address) <= LONGEST_ADDRESS:
        return None
    number = 0
    for letter in address:
        digit = _DIGITS.find(letter)
        if digit < 0:
            return None
        number = number * len(_DIGITS) + digit
    zeros = len(address) - len(address.lstrip(_DIGITS[0]))
    return b"\0" * zeros + number.to_bytes((number.bit_length() + 7) // 8, "big")


def _prefix_bytes(prefix: int) -> bytes:
    """Write a prefix as one byte below 64, else as two (SS58, format of the second version)."""
    if prefix < 64:
        return bytes([prefix])
    return bytes([(prefix & 0b1111_1100) >> 2 | 0b0100_0000, prefix >> 8 | (prefix & 0b11) << 6])


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(b"SS58PRE" + body, digest_size=64).digest()[:CHECKSUM_BYTES]
