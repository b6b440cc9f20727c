"""Sending: claim an outbox item, write its result, and find claims whose worker is gone; each by a conditional update."""

import json
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Connection, RowMapping, or_, select, update

from secretariat.desk.acts import SCHEMA, Act
from secretariat.desk.outbox import ItemState, Outcome, state_after
from secretariat.facts.moments import Moment
from secretariat.store.schema import outbox

_ACT: TypeAdapter[Act] = TypeAdapter(Act)


@dataclass(frozen=True, kw_only=True, slots=True)
class Item:
    """One approved act on its way. Moments are machine time (UTC); ``tries`` counts the claims so far."""

    number: int
    draft: int
    revision: int
    act: Act
    digest: str
    state: ItemState
    queued_at: Moment
    tries: int
    claimed_at: Moment | None = None
    not_before: Moment | None = None
    receipt: str = ""
    why: str = ""

    @property
    def name(self) -> str:
        """Give the name of the text that was approved: ``d34.2``."""
        return f"d{self.draft}.{self.revision}"


_COLUMNS = (
    outbox.c.number,
    outbox.c.draft,
    outbox.c.revision,
    outbox.c.act,
    outbox.c.digest,
    outbox.c.state,
    outbox.c.queued_at,
    outbox.c.tries,
    outbox.c.claimed_at,
    outbox.c.not_before,
    outbox.c.receipt,
    outbox.c.why,
)


def items(connection: Connection, state: ItemState, due: Moment | None = None) -> tuple[Item, ...]:
    """List the items of a state, oldest first; with ``due`` only those that may be tried at that moment."""
    query = select(*_COLUMNS).where(outbox.c.state == state).order_by(outbox.c.number)
    if due is not None:
        query = query.where(or_(outbox.c.not_before.is_(None), outbox.c.not_before <= due))
    return tuple(_item(row) for row in connection.execute(query).mappings())


def _item(row: RowMapping) -> Item:
    return Item(**{**row, "act": act_of(row["act"])})


def act_of(text: str) -> Act:
    """Read a stored act (``desk.acts.as_json``). Raises ValueError for a shape that a newer version wrote."""
    body: dict[str, Any] = json.loads(text)
    schema = body.pop("schema", None)
    if schema != SCHEMA:
        raise ValueError(f"an act of shape {schema} is not known here: a newer version wrote it")
    return _ACT.validate_python(body)


def claim(connection: Connection, number: int, token: str, at: Moment) -> bool:
    """Take a queued item for one worker; False when another was first, or it is queued no more."""
    done = connection.execute(
        update(outbox)
        .where((outbox.c.number == number) & (outbox.c.state == "queued"))
        .values(state="claimed", claim=token, claimed_at=at, tries=outbox.c.tries + 1, why="")
    )
    return done.rowcount == 1


def write_result(connection: Connection, item: Item, token: str, outcome: Outcome, at: Moment) -> bool:
    """Write what came of a claimed item's try; False when the claim was taken from this worker meanwhile.

    ``item`` is as it was before the claim.
    """
    state = state_after(outcome, item.tries + 1)
    settled = state in ("sent", "failed")
    done = connection.execute(
        update(outbox)
        .where((outbox.c.number == item.number) & (outbox.c.state == "claimed") & (outbox.c.claim == token))
        .values(
            state=state,
            claim=None,
            receipt=outcome.receipt,
            why=outcome.why,
            not_before=outcome.not_before,
            settled_at=at if settled else None,
        )
    )
    return done.rowcount == 1


ABANDONED = "the program stopped while it was sending this; it may have arrived"


def abandon(connection: Connection, before: Moment) -> int:
    """Make every item unconfirmed that was claimed before a moment: its worker is gone. Gives how many."""
    done = connection.execute(
        update(outbox)
        .where((outbox.c.state == "claimed") & (outbox.c.claimed_at < before))
        .values(state="unconfirmed", claim=None, why=ABANDONED)
    )
    return done.rowcount


def confirm(connection: Connection, number: int, receipt: str, why: str, at: Moment) -> bool:
    """Settle an unconfirmed item by the proof that was seen outside; False when somebody settled it meanwhile."""
    done = connection.execute(
        update(outbox)
        .where((outbox.c.number == number) & (outbox.c.state == "unconfirmed"))
        .values(state="sent", receipt=receipt, why=why, settled_at=at)
    )
    return done.rowcount == 1


def withdraw(connection: Connection, number: int, why: str, at: Moment) -> bool:
    """Take a queued item back; False when it is queued no more."""
    done = connection.execute(
        update(outbox)
        .where((outbox.c.number == number) & (outbox.c.state == "queued"))
        .values(state="withdrawn", why=why, settled_at=at)
    )
    return done.rowcount == 1
