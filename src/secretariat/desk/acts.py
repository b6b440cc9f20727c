"""Acts: everything about one thing to be done outside; what a person approves is the digest of one."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from secretariat.facts.amounts import Amount

SCHEMA = 1
"""The shape of an act's canonical JSON; another shape has another number, and old ones are read by an upcaster."""

Kind = Literal[
    "message",
    "forum-thread",
    "forum-post",
    "discussion-post",
    "signal-proposal",
    "funding-request",
    "budget-update",
    "transfer",
]
"""What is done: a message on a chat, or one of the calls that the desk builds for the chain."""

Channel = Literal["chain", "discord", "telegram", "email", "file"]

ON_CHAIN: frozenset[str] = frozenset(
    {"forum-thread", "forum-post", "discussion-post", "signal-proposal", "funding-request", "budget-update", "transfer"}
)
"""Kinds that a wallet has to sign."""

OF_MONEY: frozenset[str] = frozenset({"funding-request", "budget-update", "transfer"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Destination:
    """Where an act goes: on the forum a category, a thread or the post it answers; a proposal; a place by its configured name.

    ``member_id`` is the membership that acts on the chain; ``group`` the working group whose budget is meant.
    """

    category: int | None = None
    thread: int | None = None
    replies_to: int | None = None
    proposal: int | None = None
    place: str = ""
    member_id: int | None = None
    group: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mention:
    """One person or role whom a message rings: the channel's own id, never a name."""

    kind: Literal["user", "role"]
    id: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file that goes along, by the digest of its bytes."""

    name: str
    media_type: str
    sha256: str
    length: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Payee:
    """Base units that go to one account (its public key as hex text)."""

    account: str
    amount: Amount


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """The call a wallet signs: its bytes as hex text, and the chain and runtime whose numbers they are."""

    data: str
    genesis: str
    spec_version: int
    transaction_version: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Act:
    """One thing to be done outside. ``finding`` is the key of its reason, ``part`` which of that finding's words it is.

    ``title`` and ``text`` hold time marks (``desk.marks``) unless the act goes to the chain.
    """

    kind: Kind
    channel: Channel
    destination: Destination
    finding: str
    part: str
    revision: int
    title: str = ""
    text: str = ""
    mentions: tuple[Mention, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    payees: tuple[Payee, ...] = ()
    call: Call | None = None


def canonical(content: Mapping[str, Any]) -> str:
    """Write JSON that is the same for equal content: keys in order, no spaces."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def as_json(act: Act) -> dict[str, Any]:
    """Give an act as its canonical JSON has it; base units as digits in quotes, for a double would round them."""
    body = asdict(act)
    body["payees"] = [{"account": one.account, "amount": str(int(one.amount))} for one in act.payees]
    return {"schema": SCHEMA, **body}


def digest(act: Act) -> str:
    """Give the SHA-256 of an act's canonical JSON as 64 hex digits: what an approval binds to."""
    return hashlib.sha256(canonical(as_json(act)).encode()).hexdigest()
