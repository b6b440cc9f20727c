"""A small runtime for tests of the node: remarks, transfers, batches, and a thread that is always refused."""

from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.node.bodies import EXTRINSICS
from secretariat.devnet.node.rules import Rules

INFO = {"weight": {"ref_time": 7, "proof_size": 0}, "class": "Normal", "pays_fee": "Yes"}
REFUSED = {"Module": {"index": 22, "error": b"\x02\x00\x00\x00"}}
DATA = {"reserved": 0, "misc_frozen": 0, "fee_frozen": 0}


class Broken(Exception):
    """A mistake of the rules."""


def fee_of(length: int) -> int:
    return 1_000_000 + 100 * length


def payable(chain: Chain, account: bytes) -> int:
    found = chain.get("System.Account", account)
    return int(found["data"]["free"]) if found else 0


def fund(chain: Chain, account: bytes, amount: int) -> None:
    chain.put("System.Account", told(0, amount), account)


def told(nonce: int, free: int) -> dict[str, Any]:
    return {"nonce": nonce, "consumers": 0, "providers": 1, "sufficients": 0, "data": {"free": free, **DATA}}


def apply(chain: Chain, origin: bytes, call: Any, *, tip: int, length: int) -> Any:
    before = chain.get(EXTRINSICS, chain.now) or ()
    nonce = chain.get("System.Account", origin)["nonce"]
    chain.extrinsic = len(before) + 1
    chain.put("System.Account", told(nonce + 1, payable(chain, origin) - fee_of(length) - tip), origin)
    if call == {"Referendum": "release_vote_stake"}:
        raise Broken
    if "Balances" in call:
        args = call["Balances"]["transfer"]
        chain.emit("Balances.Transfer", origin, args["dest"], args["value"])
    if "Forum" in call:
        chain.emit("System.ExtrinsicFailed", REFUSED, INFO)
    else:
        chain.emit("System.ExtrinsicSuccess", INFO)
    chain.put(EXTRINSICS, (*before, {"origin": origin, "nonce": nonce, "call": call, "tip": tip}), chain.now)
    chain.extrinsic = None
    return None


RULES = Rules(apply=apply, fee_of=fee_of, payable=payable)
