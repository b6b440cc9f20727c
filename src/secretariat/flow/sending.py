"""Sending one item: the message that it is, or its parts one after the other, each begun and settled in a transaction of its own."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal, Protocol

from sqlalchemy import Connection, Engine

from secretariat.desk.acts import Act
from secretariat.desk.outbox import Item, ItemState, KeptPart, Outcome, Said, receipt_of, state_after
from secretariat.desk.parts import Part, parts_of
from secretariat.desk.splitting import CannotSplit
from secretariat.errors import SecretariatError
from secretariat.facts.moments import moment_of
from secretariat.store.engine import writing
from secretariat.store.parts import keep_parts, parts_kept, set_part
from secretariat.store.sending import arrived, claim, go_on, write_result


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivered:
    """What became of one item: its name, its state now, and why or the receipt."""

    name: str
    state: ItemState | Literal["waiting"]
    says: str = ""


_LOG = logging.getLogger(__name__)


class Send(Protocol):
    """How a channel sends one message, once."""

    def __call__(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Send it."""


@dataclass(frozen=True, kw_only=True)
class Sending:
    """One worker's sending of one item; ``said`` are its words with marks written out, ``now`` machine time (UTC)."""

    engine: Engine
    send: Send
    item: Item
    said: Said
    now: Callable[[], datetime]

    def all_of(self, text: str) -> Delivered | None:
        """Send what is left of the item, ``text`` being its words as of now; None when another worker has it.

        Parts that were kept are sent as they were then, whatever ``text`` says: they go with those that are out. A part that is out is
        never sent again, and after one whose end is not known none is begun.
        """
        item, token = self.item, secrets.token_hex(16)
        try:
            fresh = parts_of(item.act.channel, text, item.act.mentions, item.text_name)
        except CannotSplit as error:
            fresh = ()
            why = f"it is longer by {error.over:,} than {item.act.channel} takes; reword it"
        with writing(self.engine) as connection:
            if not claim(connection, item.number, token, moment_of(self.now()), self.said):
                return None
            kept = self._begun(connection, fresh)
        if kept:
            return self._parts(kept, token)
        if not fresh:
            return self._ended(token, Outcome(verdict="refused", why=why), None, item)
        act = replace(item.act, title=self.said.title)
        outcome = self._sent(act, item.text_name, fresh[0].text)
        return self._ended(token, outcome, None, item)

    def _sent(self, act: Act, name: str, text: str) -> Outcome:
        """Send one message. What the channel raises is a defect that nobody foresaw: told, and no other item waits for its being mended.

        But for what the desk itself tells: where the store cannot be asked for an address, nothing has left.
        """
        try:
            return self.send(act, name, self.item.digest, text, self.now())
        except SecretariatError as error:
            _LOG.warning("%s was not sent: %s", name, error)
            return Outcome(verdict="not sent", why=str(error))
        except Exception as error:
            _LOG.exception("A defect, while %s was sent by %s", name, act.channel)
            return Outcome(verdict="unclear", why=f"the program has a defect: {type(error).__name__} while it was sent")

    def _begun(self, connection: Connection, fresh: tuple[Part, ...]) -> tuple[KeptPart, ...]:
        """Give the parts that are left, the first of them begun; none where the item is one message.

        Until one of them is begun they are those of the newest words.
        """
        number = self.item.number
        kept = parts_kept(connection, number)
        if all(one.state == "waiting" for one in kept) and (kept or len(fresh) > 1):
            kept = keep_parts(connection, number, fresh if len(fresh) > 1 else ())
        left = tuple(one for one in kept if one.state != "sent")
        if left:
            set_part(connection, number, left[0].part.number, "sending")
        return left

    def _parts(self, left: tuple[KeptPart, ...], token: str) -> Delivered | None:
        """Send parts until all are out, or one is not; the claim is renewed with each."""
        item = self.item
        for place, one in enumerate(left):
            act = replace(item.act, mentions=one.part.mentions)
            outcome = self._sent(act, one.part.name(item.text_name), one.part.text)
            last = place + 1 == len(left)
            if last or outcome.verdict != "sent":
                return self._ended(token, outcome, one, item if place == 0 else replace(item, tries=0))
            with writing(self.engine) as connection:
                if not go_on(connection, item.number, token, moment_of(self.now())):
                    return self._late(connection, outcome, one)
                set_part(connection, item.number, one.part.number, "sent", outcome.receipt)
                set_part(connection, item.number, left[place + 1].part.number, "sending")
        return None

    def _ended(self, token: str, outcome: Outcome, one: KeptPart | None, before: Item) -> Delivered | None:
        """Write what came of the item; ``before`` counts the tries as they were before this one."""
        at = moment_of(self.now())
        with writing(self.engine) as connection:
            whole = outcome if one is None else self._of_parts(connection, outcome, one)
            if not write_result(connection, before, token, whole, at):
                return self._late(connection, outcome, one)
            if one is not None and outcome.verdict in ("sent", "not sent", "refused"):
                state = "sent" if outcome.verdict == "sent" else "waiting"
                set_part(connection, self.item.number, one.part.number, state, outcome.receipt)  # type: ignore[arg-type]
        state_now = state_after(whole, before.tries + 1)
        return Delivered(name=self.item.text_name, state=state_now, says=whole.receipt or whole.why)

    def _of_parts(self, connection: Connection, outcome: Outcome, one: KeptPart) -> Outcome:
        """Give what came of an item as what came of its last begun part, with all receipts."""
        if outcome.verdict != "sent":
            return replace(outcome, why=f"{one.place}: {outcome.why}")
        parts = parts_kept(connection, self.item.number)
        here = (replace(each, receipt=outcome.receipt) if each.part == one.part else each for each in parts)
        return replace(outcome, receipt=receipt_of(here))

    def _late(self, connection: Connection, outcome: Outcome, one: KeptPart | None) -> Delivered | None:
        """Keep what came of it though this worker was so late that it was taken to be gone: a receipt counts, and nothing else."""
        if outcome.verdict != "sent":
            return None
        state = arrived(
            connection, self.item.number, one, outcome.receipt, "the answer came late", moment_of(self.now())
        )
        return Delivered(name=self.item.text_name, state=state, says=outcome.receipt) if state else None
