"""The commitment a voter casts, which hides the vote until it is revealed."""

import hashlib

from secretariat.facts.accounts import is_key

LONGEST_SALT = 32


def vote_commitment(*, account: str, salt: bytes, cycle_id: int, member_id: int) -> str:
    """Give the commitment of one account's vote for one member in one election cycle, as ``0x`` and hex.

    It is blake2b-256 over account, member id (u64), salt (with its length) and cycle id (u64), as the referendum pallet
    computes it. Raises ValueError when the account is not a public key, the salt is longer than 32 bytes, or a number
    does not fit.
    """
    if not is_key(account):
        raise ValueError(f"not a public key: {account[:80]!r}")
    if len(salt) > LONGEST_SALT:
        raise ValueError(f"the salt has {len(salt)} bytes; at most {LONGEST_SALT} are taken")
    if not 0 <= member_id < 2**64 or not 0 <= cycle_id < 2**64:
        raise ValueError("member and cycle are whole numbers below 2^64")
    length = bytes([len(salt) << 2])  # the compact form of a length below 64
    whole = bytes.fromhex(account[2:]) + member_id.to_bytes(8, "little") + length + salt
    return "0x" + hashlib.blake2b(whole + cycle_id.to_bytes(8, "little"), digest_size=32).hexdigest()
