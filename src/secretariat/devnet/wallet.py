"""A wallet double: keys derived from the seed, which sign for real as the polkadot-js extension does.

It takes the requests that a page hands to ``injectedWeb3[name].signer`` and gives the answers that the page gets back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import sr25519

from secretariat.devnet.addresses import AddressWrong, account_of, address_of
from secretariat.devnet.chain.blocks import blake2_256
from secretariat.devnet.chain.chance import key_of
from secretariat.devnet.metadata.compact import compact

SR25519 = b"\x01"
LONGEST_PAYLOAD = 256
BEFORE, AFTER = b"<Bytes>", b"</Bytes>"

_EMPTY = {"CheckNonZeroSender", "CheckSpecVersion", "CheckTxVersion", "CheckGenesis", "CheckWeight"}
_KNOWN = {*_EMPTY, "CheckMortality", "CheckNonce", "ChargeTransactionPayment"}


class WalletRefused(Exception):
    """A request that a wallet does not sign: of an account it has not, or in a form it does not know."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Account:
    """One account of the wallet, with its secret seed of 32 bytes."""

    name: str
    seed: bytes

    @property
    def pair(self) -> tuple[bytes, bytes]:
        """Give the public and the secret key."""
        found: tuple[bytes, bytes] = sr25519.pair_from_seed(self.seed)
        return found

    @property
    def public(self) -> bytes:
        """Give the account's 32 bytes on the chain."""
        return self.pair[0]

    def sign(self, message: bytes) -> bytes:
        """Sign bytes: 64 bytes, other ones each time."""
        found: bytes = sr25519.sign(self.pair, message)
        return found


def account_by_name(seed: int, name: str) -> Account:
    """Give the account that belongs to a name in the world of a seed."""
    return Account(name=name, seed=key_of(seed, "wallet", name))


class Wallet:
    """Some accounts, and the two ways to sign."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._accounts = {account.public: account for account in accounts}

    def accounts(self) -> list[dict[str, str]]:
        """Give what ``accounts.get()`` gives."""
        return [
            {"address": address_of(public), "name": account.name, "type": "sr25519"}
            for public, account in self._accounts.items()
        ]

    def account(self, request: Mapping[str, Any]) -> dict[str, str]:
        """Give the account of an address, whatever its prefix. Raises WalletRefused."""
        account = self._account(request)
        return {"address": address_of(account.public), "name": account.name}

    def sign_payload(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Sign a SignerPayloadJSON: ``{id, signature}``, the signature with its scheme before it. Raises WalletRefused."""
        account = self._account(request)
        payload = payload_of(request)
        message = blake2_256(payload) if len(payload) > LONGEST_PAYLOAD else payload
        return {"id": 1, "signature": "0x" + (SR25519 + account.sign(message)).hex()}

    def sign_raw(self, request: Mapping[str, Any]) -> dict[str, Any]:
        """Sign a SignerPayloadRaw, always within ``<Bytes>``: ``{id, signature}``, 64 bytes. Raises WalletRefused."""
        account = self._account(request)
        data = request.get("data")
        if request.get("type", "bytes") != "bytes" or not isinstance(data, str):
            raise WalletRefused("raw data to sign are a text of the type bytes")
        try:
            raw = bytes.fromhex(data[2:]) if data.startswith("0x") else data.encode()
        except ValueError:
            raw = data.encode()
        return {"id": 1, "signature": "0x" + account.sign(wrapped(raw)).hex()}

    def _account(self, request: Mapping[str, Any]) -> Account:
        try:
            return self._accounts[account_of(str(request.get("address")))]
        except (AddressWrong, KeyError):
            raise WalletRefused(f"the wallet has no account {request.get('address')!r}") from None


def wrapped(raw: bytes) -> bytes:
    """Put bytes into the wrapper that keeps them from being a transaction; those that are in it stay as they are."""
    if len(raw) >= len(BEFORE) + len(AFTER) and raw.startswith(BEFORE) and raw.endswith(AFTER):
        return raw
    return BEFORE + raw + AFTER


def payload_of(request: Mapping[str, Any]) -> bytes:
    """Put together the bytes that a SignerPayloadJSON is signed over. Raises WalletRefused.

    The extensions are taken in the order in which the request names them. Numbers stand in it as hexadecimal, the highest
    digit first.
    """
    names = request.get("signedExtensions")
    if request.get("version") != 4 or not isinstance(names, list):
        raise WalletRefused("only transactions of version 4, with their extensions named, are signed")
    unknown = [name for name in names if name not in _KNOWN]
    if unknown:
        raise WalletRefused(f"unknown signed extensions: {', '.join(map(str, unknown))}")
    try:
        extra = {
            "CheckMortality": bytes.fromhex(request["era"].removeprefix("0x")),
            "CheckNonce": compact(int(request["nonce"], 16)),
            "ChargeTransactionPayment": compact(int(request.get("tip", "0x0"), 16)),
        }
        signed = {
            "CheckSpecVersion": int(request["specVersion"], 16).to_bytes(4, "little"),
            "CheckTxVersion": int(request["transactionVersion"], 16).to_bytes(4, "little"),
            "CheckGenesis": bytes.fromhex(request["genesisHash"].removeprefix("0x")),
            "CheckMortality": bytes.fromhex(request["blockHash"].removeprefix("0x")),
        }
        method = bytes.fromhex(request["method"].removeprefix("0x"))
    except (KeyError, ValueError, OverflowError, AttributeError, TypeError) as error:
        raise WalletRefused(f"not a SignerPayloadJSON: {error}") from error
    return method + b"".join(part.get(name, b"") for part in (extra, signed) for name in names)
