"""Signatures of sr25519 and ed25519 accounts: verified here, made nowhere in this program."""

from collections.abc import Callable

import ed25519_zebra
import sr25519

KEY_BYTES = 32
SIGNATURE_BYTES = 64

SCHEMES: dict[str, int] = {"ed25519": 0, "sr25519": 1}
"""The byte before a signature that names its scheme (Substrate's MultiSignature); 2 is ecdsa, which is not taken."""

ECDSA = 2

_CHECKS: dict[str, Callable[[bytes, bytes, bytes], bool]] = {
    "ed25519": ed25519_zebra.ed_verify,
    "sr25519": sr25519.verify,
}

_NOBODY: dict[str, bytes] = {"sr25519": bytes(63) + b"\x80", "ed25519": b"\x01" + bytes(63)}
"""The signature that needs no secret: a key under which it is good is a point of small order, and lets anybody in."""


def good(scheme: str, signature: bytes, message: bytes, key: bytes) -> bool:
    """Tell whether a signature of 64 bytes is over these bytes by this key; any other length is not."""
    if len(signature) != SIGNATURE_BYTES or len(key) != KEY_BYTES:
        return False
    try:
        return bool(_CHECKS[scheme](signature, message, key))
    except ValueError:  # sr25519 raises on bytes that are no point, or that carry no mark of schnorrkel
        return False


def scheme_of(signature: bytes, message: bytes, key: bytes) -> str | None:
    """Name the scheme under which a signature is good: 65 bytes name theirs, of 64 both are tried. None where none is."""
    if len(signature) == 1 + SIGNATURE_BYTES:
        named = [scheme for scheme, number in SCHEMES.items() if number == signature[0]]
        return next((scheme for scheme in named if good(scheme, signature[1:], message, key)), None)
    return next((scheme for scheme in SCHEMES if good(scheme, signature, message, key)), None)


def weak(scheme: str, message: bytes, key: bytes) -> bool:
    """Tell whether anybody can sign for this key under this scheme: the all-zero account, or another point of small order."""
    return good(scheme, _NOBODY[scheme], message, key)
