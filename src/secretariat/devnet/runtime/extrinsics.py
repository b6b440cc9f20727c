"""A transaction in a block: fee, nonce, the call, and whether it succeeded."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances
from secretariat.devnet.runtime.calls import as_call, dispatch
from secretariat.devnet.runtime.errors import DispatchError

EXTRINSICS = ":extrinsics"
"""The world's own, by block: its transactions in their order, the first of them with index 1 (0 sets the timestamp)."""

BASE_FEE, FEE_OF_A_BYTE = 16_666_666, 333_333
"""Base units that a transaction costs, and each byte of it; fees are burned."""

_ENVELOPE = 112
"""Bytes of a signed transaction besides its arguments: length, account, signature, era, nonce, tip, call index."""

INFO = {"weight": {"ref_time": 1_000_000_000, "proof_size": 0}, "class": "Normal", "pays_fee": "Yes"}


def fee_of(length: int) -> int:
    """Give the fee of a transaction of so many bytes."""
    return BASE_FEE + FEE_OF_A_BYTE * length


def length_of(call: Any) -> int:
    """Estimate the bytes of a signed transaction with this call."""
    return _ENVELOPE + _size(as_call(call)[2])


def _size(value: Any) -> int:
    if isinstance(value, bytes):
        return len(value) + 2
    if isinstance(value, dict):
        return sum(map(_size, value.values())) + 1
    if isinstance(value, tuple):
        return sum(map(_size, value)) + 1
    return 8


class Unpaid(Exception):
    """An account that cannot pay the fee: no block takes its transaction."""


def apply(chain: Chain, origin: bytes, call: Any, *, tip: int = 0, length: int | None = None) -> Any:
    """Put a transaction into the present block. Gives what its call makes, or the DispatchError it failed with.

    Raises Unpaid, with nothing done, for an account that cannot pay.
    """
    fee = fee_of(length_of(call) if length is None else length) + tip
    if balances.payable(chain, origin) < fee:
        raise Unpaid(f"account 0x{origin.hex()} cannot pay a fee of {fee} base units in block {chain.now}")
    before = chain.get(EXTRINSICS, chain.now) or ()
    account = balances.account_of(chain, origin)
    chain.put(balances.ACCOUNT, {**account, "nonce": account["nonce"] + 1}, origin)
    chain.extrinsic = len(before) + 1
    balances.withdraw(chain, origin, fee)
    try:
        made = dispatch(chain, origin, call)
    except DispatchError as error:
        made = error
    chain.emit("TransactionPayment.TransactionFeePaid", origin, fee, tip)
    if isinstance(made, DispatchError):
        chain.emit("System.ExtrinsicFailed", made.value(chain.executing), INFO)
    else:
        chain.emit("System.ExtrinsicSuccess", INFO)
    record = {"origin": origin, "nonce": account["nonce"], "call": call, "tip": tip}
    chain.put(EXTRINSICS, (*before, record), chain.now)
    chain.extrinsic = None
    return made
