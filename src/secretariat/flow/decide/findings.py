"""Decisions about findings and what was sent: put aside until later, and settled by what a person knows."""

import re
from typing import Literal

from sqlalchemy import Connection

from secretariat.desk.bounces import kept_words
from secretariat.desk.known import KnownFinding
from secretariat.desk.names import number_in
from secretariat.desk.outbox import Item, ItemState, in_doubt
from secretariat.desk.outbox_check import words_digest
from secretariat.errors import SecretariatError
from secretariat.facts.desk_decisions import Settlement, Snooze, Taken
from secretariat.facts.fields import without_groups
from secretariat.facts.moments import Moment, moment_of
from secretariat.facts.now import Now
from secretariat.flow.context import Context
from secretariat.flow.decide.past_due import over_by_then
from secretariat.flow.decide.refusals import LARGEST_BLOCK, DecisionRefused, reason, within
from secretariat.flow.desk_state import desk_of_findings
from secretariat.flow.holding import machine_now
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person
from secretariat.flow.proving import Looked, look_outside
from secretariat.flow.senders import senders
from secretariat.store import desk as store_desk
from secretariat.store import outbox
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.parts import parts_kept, set_part
from secretariat.store.sending import arrived


class NotThere(SecretariatError):
    """There is no task, alert or outbox item of that name."""


def snooze(context: Context, name: str, *, until: str, why: str) -> str:
    """Put a task or an alert aside until a block or a moment; gives what was done in a sentence, and which drafts of it stay.

    Raises NotThere, and DecisionRefused for a finding that is closed, for a time that is none or is passed, and for one at which what is due
    still would be over.
    """
    person, because = acting_person(context, "snooze"), reason(why)
    with writing(context.engine) as connection:
        known = finding_named(connection, name)
        if known.closed_at is not None:
            raise DecisionRefused(f"{known.name} is closed: {known.closed_why}. Nothing was changed.")
        now = now_of(context, connection)
        block, moment = later(until, now)
        if over := over_by_then(known, block, moment, now):
            raise DecisionRefused(f"{over} Nothing was changed.")
        taken = Taken(at=context.machine_now(), person=person.name, why=because)
        append_decision(connection, Snooze(taken=taken, finding=known.number, until_block=block, until=moment))
        left = _drafts_left(connection, known)
    return f"{known.name} is put aside until {f'block {block:,}' if block is not None else moment}.{left}"


def _drafts_left(connection: Connection, known: KnownFinding) -> str:
    """Say which texts of it wait for somebody all the same; empty for none."""
    desk = desk_of_findings(connection, (known,))
    waits = [one.draft.name for one in desk.drafts if desk.state(one) in ("open", "approved", "signing")]
    if not waits:
        return ""
    are = "Its draft {} stays" if len(waits) == 1 else "Its drafts {} stay"
    return f" {are.format(', '.join(waits))} among the drafts: what is put aside is the reminder, and the words still wait for a yes or a no."


def settle(context: Context, name: str, *, sent: bool, why: str) -> str:
    """Say what became of an item that is unconfirmed or failed: it arrived, or it is to be sent again.

    Before an unconfirmed one is sent again its channel is looked at, where it can be read: what is there counts as sent instead, and
    nothing goes out twice. Gives what was done in a sentence. Raises NotThere, DecisionRefused for an item in another state, and
    ConfigWrong for a secret of a channel that cannot be read or does not fit.
    """
    person, because = acting_person(context, "settle"), reason(why)
    looked = Looked(part=None) if sent else _look_first(context, name)
    if looked.state:
        return _found(name.strip(), looked)
    with writing(context.engine) as connection:
        item = item_named(connection, name)
        if item.state not in ("unconfirmed", "failed"):
            raise DecisionRefused(
                f"{item.name} is {item.state}; only what is unconfirmed or failed is settled by a person. Nothing was changed."
            )
        at = context.machine_now()
        taken = Taken(at=at, person=person.name, why=because)
        how: Literal["sent", "send-again"] = "sent" if sent else "send-again"
        settled = Settlement(taken=taken, item=item.number, how=how, said=words_digest(item.said) if sent else None)
        append_decision(connection, settled)
        told = f"settled by {person.name}: {because}"
        done = _arrived(connection, item, told, at) if sent else _again(connection, item, told)
    return done + (f" It was looked for first, and was not there on {looked.until}." if looked.until else "")


def _look_first(context: Context, name: str) -> Looked:
    """Look outside for an item that somebody wants to be sent again, if it may have arrived; a find settles it."""
    with reading(context.engine) as connection:
        item = item_named(connection, name)
    if item.state != "unconfirmed":
        return Looked(part=None)
    return look_outside(context.engine, item, senders(context).get(item.act.channel), machine_now())


def _found(name: str, looked: Looked) -> str:
    """Say that an item arrived, or a part of it, and is therefore not sent again."""
    what = f"{looked.part.place} of {name}" if looked.part else name
    rest = "; what is left of it goes out" if looked.state == "queued" else ""
    return f"{what} is not sent again: it arrived, and was found there with the receipt {looked.receipt}. It counts as sent{rest}."


def _arrived(connection: Connection, item: Item, told: str, at: Moment) -> str:
    """Let an item count as sent, or the part of it that is in doubt."""
    part = in_doubt(parts_kept(connection, item.number))
    if part is not None and item.state == "unconfirmed":
        state = arrived(connection, item.number, part, "", told, at)
        left = "what is left of it goes out" if state == "queued" else f"so does {item.name}, for the rest is out"
        return f"{item.name}: {part.place} counts as sent, and {left}."
    words = told + kept_words(item)  # that the member was told otherwise says nothing of an address that bounced
    outbox.move(connection, item.number, [item.state], "sent", settled_at=at, why=words, claim=None, receipt="")
    return f"{item.name} counts as sent."


def _again(connection: Connection, item: Item, told: str) -> str:
    """Let an item be sent again, from the part on that is in doubt."""
    parts = parts_kept(connection, item.number)
    part = in_doubt(parts)
    waits: ItemState = "signing" if item.act.channel == "chain" else "queued"
    fresh = {"claim": None, "claimed_at": None, "settled_at": None, "not_before": None, "tries": 0, "why": told}
    again = {**fresh, "request": None, "extrinsic": None, "receipt": "", **({} if parts else {"said": None})}
    outbox.move(connection, item.number, [item.state], waits, **again)
    if part is not None:
        set_part(connection, item.number, part.part.number, "waiting")
        return f"{item.name} will be sent again from {part.place} on."
    return f"{item.name} will be sent again."


def finding_named(connection: Connection, name: str) -> KnownFinding:
    """Give the finding that ``t12`` names. Raises NotThere."""
    number = number_in(name, "t")
    known = () if number is None else store_desk.findings_numbered(connection, [number])
    if not known:
        raise NotThere(
            f"There is no task or alert {name!r}; `secretariat tasks` lists them, as t12. Nothing was changed."
        )
    return known[0]


def item_named(connection: Connection, name: str) -> Item:
    """Give the item that ``o7`` names. Raises NotThere."""
    number = number_in(name, "o")
    item = None if number is None else outbox.item_at(connection, number)
    if item is None:
        raise NotThere(f"There is no outbox item {name!r}; they are named as o7. Nothing was changed.")
    return item


def later(text: str, now: Now) -> tuple[int | None, Moment | None]:
    """Read a block or a moment to come. Raises DecisionRefused for anything else, and for what is passed."""
    asked = without_groups(text.strip()) or text.strip()
    if re.fullmatch(r"[0-9]{1,20}", asked):
        block = int(asked)
        within(block, LARGEST_BLOCK, "A block")
        if now.block is None or block > now.block:
            return block, None
        raise DecisionRefused(f"Block {block:,} is passed: the chain is at block {now.block:,}. Nothing was changed.")
    moment = read_moment(asked)
    if moment <= now.at:
        raise DecisionRefused(f"{moment} is passed: it is {now.at}. Nothing was changed.")
    return None, moment


def read_moment(text: str) -> Moment:
    """Read a day or a time in UTC. Raises DecisionRefused for anything else."""
    from datetime import UTC, datetime

    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise DecisionRefused(
            f"{text!r} is neither a block, such as 5079000, nor a time in UTC, such as 2026-03-02 or 2026-03-02T20:00:00Z. "
            "Nothing was changed."
        ) from None
    return moment_of(at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC))
