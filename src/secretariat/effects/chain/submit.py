"""Hand a signed transaction to a node, and say what its answer means.

A hash as the answer is no block yet. The node must be one that is asked once: what may be asked again is decided here.
Codes and words: Substrate's ``author`` and ``transaction-pool`` (facts of section 4, "Answers to author_submitExtrinsic").
"""

from collections.abc import Sequence

from secretariat.clients.failures import AnswerRefused, CallFailed
from secretariat.clients.substrate.rpc import Node, call
from secretariat.clients.substrate.signing import extrinsic_hash
from secretariat.clients.substrate.wrong import NodeRefused
from secretariat.desk.outbox import Outcome, Verdict

INVALID, UNKNOWN, BANNED, IMPORTED, PRIORITY, DROPPED = 1010, 1011, 1012, 1013, 1014, 1016
VERIFICATION, CLIENT, PARAMS, METHOD = 1002, -32000, -32602, -32601

EXPIRED = "its time is over, or it was signed for another chain, runtime or number: sign it again"

_OF_INVALID: Sequence[tuple[str, Verdict, str]] = (
    ("outdated", "unclear", "the account's number is used up: by this transaction, or by another one"),
    ("bad signature", "refused", EXPIRED),
    ("ancient birth block", "refused", "its time is over: sign it again"),
    ("inability to pay", "refused", "the account cannot pay the fee: put some JOY on it, then sign it again"),
    ("invalid signing address", "refused", "no transaction may be signed by the account of all zeros"),
    ("exhaust the block limits", "not sent", "the block is full: it is handed over again later"),
)
"""What stands beside code 1010, in small letters, and what it means."""

_OF_CODE: dict[int, tuple[Verdict, str]] = {
    UNKNOWN: ("refused", "it was handed over unsigned"),
    BANNED: ("unclear", "the node had these bytes within the last half hour: refused them, or put them into a block"),
    PRIORITY: (
        "refused",
        "another transaction of this account with the same number waits: let it pass, then sign again",
    ),
    DROPPED: ("not sent", "the node takes no more transactions now: it is handed over again later"),
    VERIFICATION: ("refused", "the runtime cannot read it"),
    CLIENT: ("refused", "the node cannot read it"),
    PARAMS: ("refused", "the node cannot read it"),
    METHOD: ("not sent", "this node takes no transactions: give another address in [chain] urls"),
}


def submit(node: Node, extrinsic: bytes) -> Outcome:
    """Hand a signed transaction over; after a lost answer the same bytes once more, which cannot do it twice.

    ``sent``: the node has it, the receipt is its hash. ``not sent`` and ``refused``: this node has not taken it. ``unclear``: only
    the blocks can tell.
    """
    first = _once(node, extrinsic)
    return _once(node, extrinsic) or _lost(node) if first is None else first


def _lost(node: Node) -> Outcome:
    return Outcome(
        verdict="unclear", why=f"{node.address} did not answer; whether it has the transaction, the blocks tell"
    )


def _once(node: Node, extrinsic: bytes) -> Outcome | None:
    """Hand it over and read the answer; None where none came that can be read."""
    own = "0x" + extrinsic_hash(extrinsic).hex()
    try:
        answer = call(node, "author_submitExtrinsic", "0x" + extrinsic.hex())
    except NodeRefused as error:
        return meaning(error.code, error.said, own)
    except AnswerRefused as error:
        passing = error.status == 429
        why = "the node asks to come later" if passing else f"the node's server does not let it in ({error.status})"
        return Outcome(verdict="not sent", why=why)
    except CallFailed:
        return None
    if isinstance(answer, str) and answer.lower() == own:
        return Outcome(verdict="sent", receipt=own)
    return Outcome(verdict="unclear", why="the node answered with another hash")


def meaning(code: int, said: str, own: str) -> Outcome:
    """Say what a node's error means for the transaction whose hash is ``own``; an unknown code of the pool is ``unclear``."""
    if code == IMPORTED:
        return Outcome(verdict="sent", receipt=own)
    if code == INVALID:
        found = next(((verdict, why) for words, verdict, why in _OF_INVALID if words in said.lower()), None)
        verdict, why = found or ("refused", "the chain does not take it")
        return Outcome(verdict=verdict, why=f"{why} (the node said: {said})")
    verdict, why = _OF_CODE.get(code, ("unclear", "the node answered something unknown"))
    return Outcome(verdict=verdict, why=f"{why} (the node said: {code} {said})")
