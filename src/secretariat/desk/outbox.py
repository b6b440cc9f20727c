"""The outbox: states of an approved act on its way, and what a channel can say about it."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from secretariat.desk.acts import Act
from secretariat.desk.parts import Part
from secretariat.facts.moments import Moment

ItemState = Literal["queued", "signing", "claimed", "sent", "unconfirmed", "failed", "withdrawn"]
WAITING: frozenset[str] = frozenset({"queued", "signing"})
"""States in which an item can be taken back: nobody has begun to send it."""

Verdict = Literal["sent", "not sent", "refused", "unclear"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Title and text of an act as they went out, every mark written out, and the block at council time; None where it is not known."""

    title: str = ""
    text: str = ""
    block: int | None = None

    @property
    def digest(self) -> str:
        """Give the SHA-256 of title, text and block, as the journal has it: in hexadecimal digits."""
        return hashlib.sha256(json.dumps([self.title, self.text, self.block]).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True, slots=True)
class LastLook:
    """When the channel of an unconfirmed item was looked at last (machine time, UTC), and whether it could be read then.

    ``until`` is the moment up to which the item was not there at the last look that could be made; None while there was none.
    """

    at: Moment
    read: bool
    until: Moment | None = None


SETTLED_BY_HAND = "-"
"""What stands in the place of the receipt of a part that a person settled."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """An approved act on its way. ``claim`` is the token of the worker that sends, ``request`` what a wallet is asked to sign.

    ``draft`` and ``revision`` name the text that was approved, ``digest`` its act. ``said`` is kept as sending begins.
    """

    number: int
    draft: int
    revision: int
    act: Act
    digest: str
    state: ItemState
    queued_at: Moment
    not_before: Moment | None = None
    tries: int = 0
    claim: str | None = None
    claimed_at: Moment | None = None
    settled_at: Moment | None = None
    receipt: str = ""
    why: str = ""
    request: str | None = None
    extrinsic: str | None = None
    said: Said | None = None
    looked: LastLook | None = None

    @property
    def words_out(self) -> Said | None:
        """Give the very words that went out, or may have; None where none did, or they were not kept. What a wallet signs never changes."""
        if self.act.channel == "chain":
            is_out = self.extrinsic is not None and self.state != "failed"
            return Said(title=self.act.title, text=self.act.text) if is_out else None
        return self.said

    @property
    def is_out(self) -> bool:
        """Tell whether its channel gave a receipt for all of it; what a person settled has none."""
        return self.state == "sent" and not {"", SETTLED_BY_HAND} & set(self.receipt.split(", "))

    @property
    def name(self) -> str:
        """Give the name it is asked for by: ``o7``."""
        return f"o{self.number}"

    @property
    def text_name(self) -> str:
        """Give the name of the text that was approved: ``d34.2``."""
        return f"d{self.draft}.{self.revision}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of one try, as far as can be known.

    ``sent`` has a receipt: the channel's own number of what arrived. ``not sent`` is certain (no connection, or told to come
    later) and may be tried again from ``not_before`` on. ``refused`` is for good. ``unclear`` is all else, and never tried again.
    """

    verdict: Verdict
    receipt: str = ""
    why: str = ""
    not_before: Moment | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Proof:
    """What reading a channel showed about an unconfirmed item: its receipt, or that it is not there up to a moment."""

    receipt: str = ""
    looked_until: Moment | None = None


PartState = Literal["waiting", "sending", "sent"]


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptPart:
    """One message of an item that is several. ``sending`` may have arrived, until that is known; its words never change."""

    part: Part
    state: PartState
    receipt: str = ""

    @property
    def place(self) -> str:
        """Say which it is: ``part 2 of 3``."""
        return f"part {self.part.number} of {self.part.of}"


def look_words(item: Item) -> str:
    """Say what the desk knows of an unconfirmed item from looking at its channel, in a sentence; empty for every other item."""
    looked = item.looked
    if item.state != "unconfirmed" or item.act.channel == "chain":  # of what a wallet signed the chain itself tells
        return ""
    if looked is None:
        return "The desk has not looked for it at the channel yet; `secretariat deliver` does."
    if looked.read:
        return f"The desk looked for it at the channel on {_when(looked.at)}: it was not there up to {_when(looked.until)}."
    before = (
        f" At the last look that could be made it was not there up to {_when(looked.until)}." if looked.until else ""
    )
    return (
        f"The desk cannot tell: on {_when(looked.at)} the channel could not be read (it does not answer, or nothing that reads it is set up).{before} "
        "Look there yourself."
    )


def _when(moment: Moment | None) -> str:
    return "" if moment is None else f"{moment[:19].replace('T', ' ')} UTC"


MOST_TRIES = 8
"""So often an item that was certainly not sent is tried again before a person is asked."""


def state_after(outcome: Outcome, tries: int) -> ItemState:
    """Give the state of a claimed item after a try, its ``tries``-th."""
    if outcome.verdict == "sent":
        return "sent"
    if outcome.verdict == "refused":
        return "failed"
    if outcome.verdict == "not sent":
        return "queued" if tries < MOST_TRIES else "failed"
    return "unconfirmed"


def in_doubt(parts: Iterable[KeptPart]) -> KeptPart | None:
    """Give the part of an item that may have arrived; None where there is none."""
    return next((one for one in parts if one.state == "sending"), None)


def out_already(parts: Iterable[KeptPart]) -> str:
    """Say which parts of an item that is taken back stand outside; empty for none."""
    out = [one for one in parts if one.state == "sent"]
    return "".join(f"; {one.place} is out already{f' ({one.receipt})' if one.receipt else ''}" for one in out)


def receipt_of(parts: Iterable[KeptPart]) -> str:
    """Give the receipts of parts as one, in their order; a dash for one that a person settled."""
    return ", ".join(one.receipt or SETTLED_BY_HAND for one in parts)
