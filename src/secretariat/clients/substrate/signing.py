"""What a wallet signs, and the signed transaction that comes of it.

No key is held here and nothing is signed. A payload is the call, what each signed extension puts into the transaction, and what each adds to the signed bytes only.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from secretariat.clients.substrate.encode import compact
from secretariat.clients.substrate.eras import Era, read_era
from secretariat.clients.substrate.signatures import KEY_BYTES, SCHEMES, SIGNATURE_BYTES, scheme_of, weak
from secretariat.clients.substrate.types import Array, Basic, Compact, Enum, Runtime, Struct, Tuple
from secretariat.clients.substrate.wrong import ValueWrong, bytes_of
from secretariat.errors import SecretariatError
from secretariat.facts.accounts import address_of, key_of

VERSION = 4
SIGNED = 0x80
LONGEST_UNHASHED = 256
"""Bytes of a payload; a longer one is hashed before it is signed (256 itself is not)."""

HASH_BYTES = 32


class SigningRefused(SecretariatError):
    """The runtime's transactions cannot be built, or a signature is not over the request."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningChain:
    """What every payload of one runtime shares. ``multi_address``: a byte stands before the account in a transaction."""

    genesis: bytes
    spec_version: int
    transaction_version: int
    extensions: tuple[str, ...]
    multi_address: bool
    ss58_prefix: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """One call that one account is asked to sign, once: the nonce is fixed.

    ``block`` is the era's first block and ``block_hash`` its hash; the genesis and its hash where the era is for ever. ``tip`` is
    in base units.
    """

    chain: SigningChain
    call: bytes
    account: bytes
    nonce: int
    block: int
    block_hash: bytes
    era: Era
    tip: int = 0


_Part = Callable[[Request], bytes]

_EXTRA: Mapping[str, tuple[str, _Part]] = {
    "CheckMortality": ("era", lambda one: one.era.encoded),
    "CheckEra": ("era", lambda one: one.era.encoded),
    "CheckNonce": ("compact u32", lambda one: compact(one.nonce)),
    "ChargeTransactionPayment": ("compact u128", lambda one: compact(one.tip)),
    "ChargeAssetTxPayment": ("compact u128, option", lambda one: compact(one.tip) + b"\x00"),
}
"""What an extension puts into the transaction, with the shape that the metadata must give it. Fees are paid in the chain's own
token, also where a runtime offers others."""

_ADDITIONAL: Mapping[str, tuple[str, _Part]] = {
    "CheckSpecVersion": ("u32", lambda one: one.chain.spec_version.to_bytes(4, "little")),
    "CheckTxVersion": ("u32", lambda one: one.chain.transaction_version.to_bytes(4, "little")),
    "CheckGenesis": ("32 bytes", lambda one: one.chain.genesis),
    "CheckMortality": ("32 bytes", lambda one: one.block_hash),
    "CheckEra": ("32 bytes", lambda one: one.block_hash),
}
"""What an extension adds to the signed bytes alone, with its shape."""


def signing_chain(runtime: Runtime, *, genesis: bytes, spec_version: int, transaction_version: int) -> SigningChain:
    """Read how this runtime's transactions are signed; the versions are those of the block whose metadata it is.

    Raises SigningRefused for transactions of another version, for an extension that is not known and not empty, and for one
    of another shape: after an upgrade signing then stops with words, in place of a signature that the node calls bad.
    """
    form = runtime.extrinsic
    if form.version != VERSION:
        raise SigningRefused(
            f"This runtime's transactions have version {form.version}; version {VERSION} can be signed. "
            "Nothing can be signed here until the program knows the new form."
        )
    for one in form.extensions:
        for table, type_id in ((_EXTRA, one.extra), (_ADDITIONAL, one.additional)):
            known = table[one.name][0] if one.name in table else ""
            found = _shape(runtime, type_id)
            if found != known:
                raise SigningRefused(
                    f"This runtime signs {one.name} as {found or 'nothing'}; known is {known or 'nothing'}. "
                    "Nothing can be signed here until the program knows the new form."
                )
    held = runtime.types.get(form.address) if form.address is not None else None
    return SigningChain(
        genesis=genesis,
        spec_version=spec_version,
        transaction_version=transaction_version,
        extensions=tuple(one.name for one in form.extensions),
        multi_address=isinstance(held, Enum) and held.path[-1:] == ("MultiAddress",),
        ss58_prefix=runtime.ss58_prefix,
    )


def _shape(runtime: Runtime, type_id: int) -> str:
    """Name the shape of an extension's part in few words; empty for what takes no byte."""
    match runtime.types.get(type_id):
        case Basic(name):
            return name
        case Compact(inner):
            return f"compact {_shape(runtime, inner)}"
        case Array(inner, length) if runtime.types.get(inner) == Basic("u8"):
            return f"{length} bytes"
        case Enum(path, _):
            return path[-1].lower() if path else "an enum"
        case Struct(_, fields):
            return ", ".join(shape for each in fields if (shape := _shape(runtime, each.type_id)))
        case Tuple(inners):
            return ", ".join(shape for inner in inners if (shape := _shape(runtime, inner)))
    return "something unknown"


def payload(request: Request) -> bytes:
    """Put the whole payload together. Raises SigningRefused when the block signed is not where the era begins."""
    if request.era.birth(request.block) != request.block:
        raise SigningRefused(f"Block {request.block:,}, whose hash is signed, is not the first of the era.")
    if not request.era.period and request.block_hash != request.chain.genesis:
        raise SigningRefused("A transaction without an end signs the genesis hash.")
    return request.call + _parts(_EXTRA, request) + _parts(_ADDITIONAL, request)


def bytes_to_sign(whole: bytes) -> bytes:
    """Give what the signature is over: the payload, or its hash where it is longer than 256 bytes."""
    return blake2_256(whole) if len(whole) > LONGEST_UNHASHED else whole


def wallet_request(request: Request) -> dict[str, Any]:
    """Give the SignerPayloadJSON for ``injectedWeb3[name].signer.signPayload``, as polkadot-js hands it over.

    Numbers are hexadecimal with the highest digit first, unlike everything inside the payload.
    """
    chain = request.chain
    return {
        "address": address_of("0x" + request.account.hex(), chain.ss58_prefix),
        "assetId": None,
        "blockHash": "0x" + request.block_hash.hex(),
        "blockNumber": _number(request.block, 4),
        "era": "0x" + request.era.encoded.hex(),
        "genesisHash": "0x" + chain.genesis.hex(),
        "metadataHash": None,
        "method": "0x" + request.call.hex(),
        "mode": 0,
        "nonce": _number(request.nonce, 4),
        "signedExtensions": list(chain.extensions),
        "specVersion": _number(chain.spec_version, 4),
        "tip": _number(request.tip, 16),
        "transactionVersion": _number(chain.transaction_version, 4),
        "version": VERSION,
        "withSignedTransaction": False,
    }


def read_request(told: Mapping[str, Any], *, multi_address: bool, ss58_prefix: int) -> Request:
    """Read a request back from its SignerPayloadJSON, with the two things of its chain that that does not hold.

    Raises ValueWrong for anything that ``wallet_request`` did not write.
    """
    try:
        key = key_of(told["address"], ss58_prefix)
        era, length = read_era(bytes_of(told["era"]))
        extensions = tuple(map(str, told["signedExtensions"]))
        chain = SigningChain(
            genesis=bytes_of(told["genesisHash"]),
            spec_version=int(told["specVersion"], 16),
            transaction_version=int(told["transactionVersion"], 16),
            extensions=extensions,
            multi_address=multi_address,
            ss58_prefix=ss58_prefix,
        )
        found = Request(
            chain=chain,
            call=bytes_of(told["method"]),
            account=bytes_of(key),
            nonce=int(told["nonce"], 16),
            block=int(told["blockNumber"], 16),
            block_hash=bytes_of(told["blockHash"]),
            era=era,
            tip=int(told["tip"], 16),
        )
    except (KeyError, TypeError, ValueError, AttributeError, ValueWrong) as error:
        raise ValueWrong(f"not a request to sign: {error}") from error
    if wallet_request(found) != told or length != len(bytes_of(told["era"])):
        raise ValueWrong("not a request to sign: it is not written as this program writes one")
    return found


def signed_extrinsic(request: Request, signature: bytes) -> bytes:
    """Give the bytes for ``author_submitExtrinsic``. The signature has 65 bytes, its scheme first, or 64.

    Raises SigningRefused unless it is over this very request by this account.
    """
    message = bytes_to_sign(payload(request))
    scheme = scheme_of(signature, message, request.account) if len(request.account) == KEY_BYTES else None
    if scheme is None:
        raise SigningRefused(_why_not(request, signature))
    if weak(scheme, message, request.account):
        raise SigningRefused(
            "Anybody can sign for this account: its key is none that has a secret. Nothing is sent for it."
        )
    address = (b"\x00" if request.chain.multi_address else b"") + request.account
    signed = bytes([SCHEMES[scheme]]) + signature[-SIGNATURE_BYTES:]
    body = bytes([SIGNED | VERSION]) + address + signed + _parts(_EXTRA, request) + request.call
    return compact(len(body)) + body


def _why_not(request: Request, signature: bytes) -> str:
    """Say what is wrong with a signature that is not good."""
    address = address_of("0x" + request.account.hex(), request.chain.ss58_prefix)
    if len(signature) not in (SIGNATURE_BYTES, 1 + SIGNATURE_BYTES):
        return f"A signature has 64 bytes, or 65 with its scheme first; this has {len(signature)}. Nothing was sent."
    if len(signature) > SIGNATURE_BYTES and signature[0] not in SCHEMES.values():
        return "The signature names a scheme that is not taken; only sr25519 and ed25519 accounts can sign. Nothing was sent."
    return (
        f"The signature is not over this request by {address}: another account signed, or another or an older request. "
        "Nothing was sent."
    )


def extrinsic_hash(extrinsic: bytes) -> bytes:
    """Give the hash that ``author_submitExtrinsic`` answers: over all the bytes, the length before them included."""
    return blake2_256(extrinsic)


def blake2_256(data: bytes) -> bytes:
    """Give the 32 bytes of Blake2b."""
    return hashlib.blake2b(data, digest_size=HASH_BYTES).digest()


def _parts(table: Mapping[str, tuple[str, _Part]], request: Request) -> bytes:
    return b"".join(table[name][1](request) for name in request.chain.extensions if name in table)


def _number(number: int, width: int) -> str:
    return f"0x{number:0{width * 2}x}"
