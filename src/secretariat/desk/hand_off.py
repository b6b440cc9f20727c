"""What is handed to a wallet: the request that one account signs once, and how far the signed transaction has come."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from secretariat.desk.acts import canonical
from secretariat.errors import SecretariatError

SCHEMA = 1
"""The shape of a stored request's JSON; another shape has another number."""

AGAIN_AFTER = 64
"""Blocks after which the same bytes are handed over once more, when a node has had them and no block carries them."""

HandOffState = Literal["to sign", "on its way", "done", "failed"]


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
    """Read a request back. Raises HandOffRefused for one that a newer version of the program wrote."""
    body = json.loads(text)
    if body.pop("schema") != SCHEMA:
        raise HandOffRefused("This request was written by a newer version of the program; install that.")
    return Stored(**body)


def is_due_again(stored: Stored, final: int) -> bool:
    """Tell whether the same bytes are to be handed over: no node is known to have had them, or it is long ago."""
    return not stored.taken or final >= stored.tried_at + AGAIN_AFTER


def is_over(stored: Stored, final: int) -> bool:
    """Tell whether no block can carry it any more, all that could being final."""
    return final >= stored.last


def cannot_have_been_taken(stored: Stored) -> bool:
    """Tell whether a refusal proves that it is nowhere: it was handed over this one time only."""
    return stored.tries == 1 and not stored.taken
