"""Proving: look outside for what may have arrived, and settle it where it is found."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sqlalchemy import Engine

from secretariat.desk.acts import Act
from secretariat.desk.outbox import Item, ItemState, KeptPart, LastLook, Proof, in_doubt
from secretariat.facts.moments import Moment, moment_of
from secretariat.store.engine import reading, writing
from secretariat.store.outbox import keep_look
from secretariat.store.parts import parts_kept
from secretariat.store.sending import arrived

_LOG = logging.getLogger(__name__)


class Reads(Protocol):
    """How a channel looks for one message outside, by the name it was sent with; None where it cannot be read."""

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Look for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What a look outside showed of an unconfirmed item: the ``part`` that was in doubt (None: all of it), its ``receipt``, and its state now.

    ``until`` is the moment up to which it is not there, where that is known; None too where the channel cannot be read.
    """

    part: KeptPart | None
    receipt: str = ""
    state: ItemState | None = None
    until: Moment | None = None


def look_outside(engine: Engine, item: Item, reads: Reads | None, now: datetime) -> Looked:
    """Look for what is in doubt of an unconfirmed item since it was claimed, and settle it where it is found; ``now`` is machine time (UTC).

    Where it is not, the look is kept with the item, for whoever has to settle it. ``state`` is None where it was not found, and where somebody settled it meanwhile.
    """
    with reading(engine) as connection:
        part = in_doubt(parts_kept(connection, item.number))
    name = part.part.name(item.text_name) if part else item.text_name
    since = item.claimed_at or item.queued_at
    proof = _proof(reads, item, name, since, now) if reads else None
    if proof is None or not proof.receipt:
        until = proof.looked_until if proof else None
        known = None if item.looked is None else item.looked.until
        look = LastLook(at=Moment(moment_of(now)), read=proof is not None, until=until or known)
        with writing(engine) as connection:
            keep_look(connection, item.number, look)
        return Looked(part=part, until=until)
    with writing(engine) as connection:
        why = f"{item.why}; it was seen there"
        state = arrived(connection, item.number, part, proof.receipt, why, moment_of(now))
    return Looked(part=part, receipt=proof.receipt, state=state)


def _proof(reads: Reads, item: Item, name: str, since: Moment, now: datetime) -> Proof | None:
    """Look for one message. What the channel raises is a defect that nobody foresaw: told, and nothing is proven."""
    try:
        return reads.prove(item.act, name, item.digest, since, now)
    except Exception:
        _LOG.exception("A defect, while %s was looked for by %s", name, item.act.channel)
        return None
