"""What is handed to a wallet: the request that one account signs once, and how far the signed transaction has come."""

import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, fields
from typing import Any, Literal

from secretariat.desk.acts import canonical
from secretariat.errors import SecretariatError

SCHEMA = 1
"""The shape of a stored request's JSON; another shape has another number."""

AGAIN_AFTER = 64
"""Blocks after which the same bytes are handed over once more, when a node has had them and no block carries them."""

HandOffState = Literal["to sign", "on its way", "done", "failed", "withdrawn"]


class HandOffRefused(SecretariatError):
    """Nothing was signed or sent; the message says what to do."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Signer:
    """Who signs: the person's name, the account's public key (``0x`` hex) and the membership it acts for."""

    person: str
    key: str
    member_id: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stored:
    """A request as it is stored before anybody sees it.

    ``payload`` is the SignerPayloadJSON, with ``multi_address`` and ``ss58_prefix`` what that lacks. Blocks from ``first`` + 1 to
    ``last`` can carry it. ``signed`` is the whole transaction as hex once it is signed, handed over ``tries`` times, last when
    block ``tried_at`` was final; ``taken`` when a node has had it. Up to the finalised block ``looked`` it is in no block.
    """

    person: str
    account: str
    payload: Mapping[str, Any]
    multi_address: bool
    ss58_prefix: int
    first: int
    last: int
    looked: int
    signed: str = ""
    tries: int = 0
    tried_at: int = 0
    taken: bool = False
    why: str = ""


def written(stored: Stored) -> str:
    """Write a request as JSON, the same for equal ones: it is replaced only where it still stands as it was read."""
    return canonical({"schema": SCHEMA, **asdict(stored)})


def read(text: str) -> Stored:
    """Read a request back. Raises HandOffRefused for one that a newer version of the program wrote, and for what is none."""
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        body = None
    schema = body.pop("schema", None) if isinstance(body, dict) else None
    if type(schema) is int and schema > SCHEMA:
        raise HandOffRefused("This request was written by a newer version of the program; install that.")
    if schema != SCHEMA or not _is_whole(body):
        raise HandOffRefused(
            "The stored request cannot be read: the store was damaged. `secretariat verify` says where."
        )
    return Stored(**body)


_KINDS: Mapping[str, type] = {
    **dict.fromkeys(("person", "account", "signed", "why"), str),
    **dict.fromkeys(("ss58_prefix", "first", "last", "looked", "tries", "tried_at"), int),
    **dict.fromkeys(("multi_address", "taken"), bool),
    "payload": dict,
}
"""What each field of a stored request is in JSON."""


def _is_whole(body: Mapping[str, Any]) -> bool:
    """Tell whether JSON has every field that a request needs, and each of its kind."""
    needed = {one.name for one in fields(Stored) if one.default is MISSING}
    return needed <= set(body) <= set(_KINDS) and all(type(body[name]) is _KINDS[name] for name in body)


MADE = ("proposal", "thread", "post", "discussion", "discussion_post")
"""What an act on the chain may make, as its receipt names it."""


def receipt_words(receipt: str) -> str:
    """Say a receipt of the chain in words: its final block and what it made; empty for any other channel's."""
    told = json.loads(receipt) if receipt.startswith("{") else {}
    if "block" not in told:
        return ""
    made = [f"{name.replace('_', ' ')} {_numbers(told[name])}" for name in MADE if name in told]
    place = f", transaction {told['index']} of it" if "index" in told else ""
    return f"in block {told['block']:,}{place}, which is final{'; it made ' + ', '.join(made) if made else ''}"


def _numbers(told: int | list[int]) -> str:
    return " and ".join(str(one) for one in told) if isinstance(told, list) else str(told)


def tries_of(request: str | None) -> int:
    """Tell how often signed bytes were handed to a node; 0 without a request. Raises HandOffRefused as ``read`` does."""
    return 0 if request is None else read(request).tries


def is_due_again(stored: Stored, final: int) -> bool:
    """Tell whether the same bytes are to be handed over: no node is known to have had them, or it is long ago."""
    return not stored.taken or final >= stored.tried_at + AGAIN_AFTER


def is_over(stored: Stored, final: int) -> bool:
    """Tell whether no block can carry it any more, all that could being final."""
    return final >= stored.last


def cannot_have_been_taken(stored: Stored) -> bool:
    """Tell whether a refusal proves that it is nowhere: it was handed over this one time only."""
    return stored.tries == 1 and not stored.taken
