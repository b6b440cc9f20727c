"""Deliver: send what was approved, once each, after a last look at its reason; two transactions a message."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, Protocol

from sqlalchemy import Engine

from secretariat.desk.acts import Act
from secretariat.desk.outbox import Item, Outcome, Proof, Said, out_already
from secretariat.facts.moments import Moment, moment_of
from secretariat.flow.proving import look_outside
from secretariat.flow.sending import Delivered, Sending
from secretariat.store.engine import reading, writing
from secretariat.store.outbox import items_in, keep_why_it_waits
from secretariat.store.parts import parts_kept
from secretariat.store.sending import ABANDONED, abandon, due, take_back

Verdict = Literal["send", "wait", "withdraw"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """What the last look at an item's reason says: send this text (marks written out), wait, or withdraw; and why.

    ``text`` is all of a message. ``said`` has title and text of the act apart, their marks written out too: they are kept, and the title is
    for a channel that has a place of its own for it. ``silent`` tells that it waits only because a duty or a source says nothing.
    """

    verdict: Verdict
    text: str = ""
    why: str = ""
    said: Said | None = None
    silent: bool = False


class Sender(Protocol):
    """One channel: how it sends, and how it looks for what may have arrived (None: it cannot be read)."""

    @property
    def longest_seconds(self) -> float:
        """Give the longest time that sending may take."""

    def send(self, act: Act, name: str, digest: str, text: str, now: datetime) -> Outcome:
        """Send one message once: an act's, or a part of it; ``name`` is the text's, with the part's place where there are several."""

    def prove(self, act: Act, name: str, digest: str, since: Moment, now: datetime) -> Proof | None:
        """Look for one message outside, by the name it was sent with."""


def deliver(
    engine: Engine,
    senders: Mapping[str, Sender],
    look: Callable[[Item], Look],
    now: Callable[[], datetime],
) -> Iterator[Delivered]:
    """Send every item that is due, and look for proof of every unconfirmed one; gives each as it is done.

    ``senders`` are by channel, ``now`` is machine time (UTC). An item of a channel that is not there waits. Several workers may do
    this at once: each item is claimed by one.
    """
    yield from _abandon(engine, senders, now())
    yield from _proven(engine, senders, now)
    with reading(engine) as connection:
        waiting = due(connection, moment_of(now()))
    for item in waiting:
        done = _one(engine, senders.get(item.act.channel), item, look, now)
        if done is not None:
            yield done


def _abandon(engine: Engine, senders: Mapping[str, Sender], now: datetime) -> tuple[Delivered, ...]:
    """Take claims from workers that are gone: older than twice the longest time that any send may take."""
    longest = max((sender.longest_seconds for sender in senders.values()), default=60.0)
    with writing(engine) as connection:
        gone = abandon(connection, moment_of(now - timedelta(seconds=2 * longest)))
    return tuple(Delivered(name=item.text_name, state="unconfirmed", says=ABANDONED) for item in gone)


def _proven(engine: Engine, senders: Mapping[str, Sender], now: Callable[[], datetime]) -> Iterator[Delivered]:
    with reading(engine) as connection:
        open_ = items_in(connection, {"unconfirmed"})
    for item in open_:
        found = look_outside(engine, item, senders.get(item.act.channel), now())
        if found.state:
            yield Delivered(name=item.text_name, state=found.state, says=found.receipt)


def _waits(engine: Engine, item: Item, why: str) -> Delivered:
    """Let an item wait, and keep why with it, so that whoever looks at it later sees that too."""
    kept = f"waits: {why}"
    if item.why != kept:
        with writing(engine) as connection:
            keep_why_it_waits(connection, item.number, kept)
    return Delivered(name=item.text_name, state="waiting", says=why)


def _one(
    engine: Engine, sender: Sender | None, item: Item, look: Callable[[Item], Look], now: Callable[[], datetime]
) -> Delivered | None:
    """Send one item; None when another worker has it."""
    if sender is None:
        return _waits(engine, item, f"nothing is configured for {item.act.channel}")
    seen = look(item)
    if seen.verdict == "wait":
        return _waits(engine, item, seen.why)
    if seen.verdict == "withdraw":
        with writing(engine) as connection:
            why = seen.why + out_already(parts_kept(connection, item.number))
            done = take_back(connection, item.number, why, moment_of(now()))
        return Delivered(name=item.text_name, state="withdrawn", says=why) if done else None
    return Sending(engine=engine, send=sender.send, item=item, said=seen.said or Said(text=seen.text), now=now).all_of(
        seen.text
    )
