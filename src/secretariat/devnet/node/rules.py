"""What the node needs of the runtime's rules: how a transaction is carried out, what it costs, who can pay."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.runtime import balances, extrinsics


class Apply(Protocol):
    """Puts a transaction into the present block, with fee, nonce, events and a record of it under ``:extrinsics``."""

    def __call__(self, chain: Chain, origin: bytes, call: Any, *, tip: int, length: int) -> Any:
        """Carry a call out for an account; raises where the account cannot pay."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Rules:
    """The rules. ``fee_of`` is by a transaction's length in bytes, without its tip; amounts in base units."""

    apply: Apply
    fee_of: Callable[[int], int]
    payable: Callable[[Chain, bytes], int]


RULES = Rules(apply=extrinsics.apply, fee_of=extrinsics.fee_of, payable=balances.payable)
"""The practice runtime's own."""
