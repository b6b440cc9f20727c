"""Sign-in with a browser wallet: which account signed a text.

No session, no storage and no clock here: the site that asks, a nonce used once, the end of its time and the session that follows are the caller's part.
"""

import re
from typing import Literal

from secretariat.clients.substrate.signatures import ECDSA, SCHEMES, SIGNATURE_BYTES, good, weak
from secretariat.errors import SecretariatError
from secretariat.facts.accounts import is_key, key_of

BEFORE, AFTER = b"<Bytes>", b"</Bytes>"
"""What wallets put around raw bytes, so that a text is never a transaction. Only the wrapped form is taken."""

Reason = Literal["address", "weak key", "signature form", "scheme", "signature"]

WORDS: dict[Reason, str] = {
    "address": "That is not the address of an account.",
    "weak key": "Anybody can sign for this account: its key is none that has a secret.",
    "signature form": "A signature has 64 bytes, or 65 with its scheme first, in hexadecimal.",
    "scheme": "Only sr25519 and ed25519 accounts can sign in.",
    "signature": "The signature is not over this text by this account.",
}


_HEX = re.compile(r"(?:[0-9a-fA-F]{2})*")


class SignInRefused(SecretariatError):
    """Nobody is signed in; ``reason`` says why in one word, the message in a sentence."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(WORDS[reason])
        self.reason: Reason = reason


def challenge(site: str, nonce: str, until: str) -> str:
    """Write the text that a wallet is asked to sign: one line of printable ASCII, as some show any other byte as hex.

    Raises ValueError for a site, a nonce or a time that has other letters.
    """
    text = f"{site}: sign in with this account. Nonce {nonce}. Valid until {until}."
    if not (text.isascii() and text.isprintable()):
        raise ValueError("a challenge is one line of printable ASCII")
    return text


def raw_request(address: str, text: str) -> dict[str, str]:
    """Give the argument of ``signer.signRaw``; the text as hex, since a text that looks like hex would be read as hex."""
    return {"address": address, "data": "0x" + text.encode().hex(), "type": "bytes"}


def wrapped(data: bytes) -> bytes:
    """Put bytes into the wrapper under which a wallet signs them."""
    return BEFORE + data + AFTER


def account_of(address: str) -> str:
    """Read the public key (``0x`` and 64 hex digits) of an address of any network. Raises SignInRefused.

    Accounts are compared by this, never by the address: wallets write one account with several prefixes.
    """
    key = None if is_key(address) else key_of(address)
    if key is None:
        raise SignInRefused("address")
    return key


def signer_of(address: str, text: str, signature: str) -> tuple[str, str]:
    """Give the public key (``0x`` hex) that signed a text as a wallet does, and its scheme. Raises SignInRefused.

    Keys for which anybody can sign are refused: the all-zero account, to which a membership can point, and the like.
    """
    key = account_of(address)
    raw = _signature(signature)
    schemes = [name for name, number in SCHEMES.items() if len(raw) == SIGNATURE_BYTES or raw[0] == number]
    message, public = wrapped(text.encode()), bytes.fromhex(key[2:])
    for scheme in schemes:
        if good(scheme, raw[-SIGNATURE_BYTES:], message, public):
            if weak(scheme, message, public):
                raise SignInRefused("weak key")
            return key, scheme
    raise SignInRefused("signature")


def _signature(text: str) -> bytes:
    """Read a signature's hex. Raises SignInRefused for another length, and for a scheme that is not taken."""
    digits = text.removeprefix("0x")
    if not _HEX.fullmatch(digits):
        raise SignInRefused("signature form")
    raw = bytes.fromhex(digits)
    ecdsa = len(raw) == SIGNATURE_BYTES + 2 and raw[0] == ECDSA  # its own signatures have a byte more
    if ecdsa or (len(raw) == SIGNATURE_BYTES + 1 and raw[0] not in SCHEMES.values()):
        raise SignInRefused("scheme")
    if len(raw) not in (SIGNATURE_BYTES, SIGNATURE_BYTES + 1):
        raise SignInRefused("signature form")
    return raw
