"""A real node's checks of a transaction, in its order: birth block, signature, sender, nonce, fee."""

from collections.abc import Callable

import ed25519_zebra
import sr25519

from secretariat.devnet.chain.blocks import Blocks, blake2_256
from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.node.errors import ANCIENT, BAD_PROOF, BAD_SIGNER, EXHAUSTED, PAYMENT, STALE, invalid
from secretariat.devnet.node.extrinsics import ED25519, SR25519, Extrinsic
from secretariat.devnet.node.rules import Rules

LONGEST = 5 * 1024 * 1024 * 3 // 4
"""Bytes of a transaction that a block can take."""

LONGEST_PAYLOAD = 256
"""A payload of more bytes is hashed before it is signed."""

_VERIFY: dict[int, Callable[[bytes, bytes, bytes], bool]] = {
    ED25519: ed25519_zebra.ed_verify,
    SR25519: sr25519.verify,
}
"""The signatures that are checked; those of ecdsa are never good here, for want of such accounts."""


def validate(chain: Chain, blocks: Blocks, rules: Rules, one: Extrinsic) -> None:
    """Check a transaction as if the next block carried it. Raises RpcError with the code 1010."""
    if len(one.raw) > LONGEST:
        raise invalid(EXHAUSTED)
    birth = one.birth(chain.now + 1)
    kept = birth == 0 or chain.now - birth <= chain.spec.constants["System.BlockHashCount"]
    signed_block = blocks.hash_of(birth) if kept else None
    if signed_block is None:
        raise invalid(ANCIENT)
    if not signed(chain, blocks, one, signed_block):
        raise invalid(BAD_PROOF)
    if one.account == bytes(32):
        raise invalid(BAD_SIGNER)
    if one.nonce < nonce_of(chain, one.account):
        raise invalid(STALE)
    if rules.payable(chain, one.account) < rules.fee_of(len(one.raw)) + one.tip:
        raise invalid(PAYMENT)


def signed(chain: Chain, blocks: Blocks, one: Extrinsic, signed_block: bytes) -> bool:
    """Tell whether the signature is over this transaction, for this runtime, on this chain, by this account."""
    spec = chain.spec
    versions = spec.version.to_bytes(4, "little") + spec.transaction_version.to_bytes(4, "little")
    payload = one.call_data + one.extra + versions + blocks.genesis + signed_block
    verify = _VERIFY.get(one.scheme)
    message = blake2_256(payload) if len(payload) > LONGEST_PAYLOAD else payload
    try:
        return bool(verify and verify(one.signature, message, one.account))
    except ValueError:  # bytes that are no point, or without schnorrkel's mark
        return False


def nonce_of(chain: Chain, account: bytes) -> int:
    """Give the nonce that an account's next transaction has."""
    found = chain.get("System.Account", account)
    return int(found["nonce"]) if found else 0
