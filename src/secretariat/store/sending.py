"""Sending: claim an outbox item, write its result, and find claims whose worker is gone; each by a conditional update."""

from dataclasses import replace

from sqlalchemy import Connection, or_, select, update

from secretariat.desk.outbox import Item, ItemState, KeptPart, Outcome, Said, receipt_of, state_after
from secretariat.facts.moments import Moment
from secretariat.store import bodies
from secretariat.store.outbox import items_of_query, move
from secretariat.store.parts import parts_kept, set_part
from secretariat.store.receipts import append_receipt
from secretariat.store.schema import outbox


def due(connection: Connection, at: Moment) -> tuple[Item, ...]:
    """List the queued items that may be tried at a moment (machine time, UTC), in the order in which they were queued."""
    may = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= at)
    return items_of_query(connection, select(outbox).where((outbox.c.state == "queued") & may))


def claim(connection: Connection, number: int, token: str, at: Moment, said: Said) -> bool:
    """Take a queued item for one worker, and keep the words that it sends; False when another was first, or it is queued no more.

    Of an item that is several messages the words are those of when the first of them was begun, as the others go with it.
    """
    begun = any(one.state != "waiting" for one in parts_kept(connection, number))
    kept = {} if begun else {"said": bodies.written(said)}
    done = connection.execute(
        update(outbox)
        .where((outbox.c.number == number) & (outbox.c.state == "queued"))
        .values(state="claimed", claim=token, claimed_at=at, tries=outbox.c.tries + 1, why="", looked=None, **kept)
    )
    return done.rowcount == 1


def write_result(connection: Connection, item: Item, token: str, outcome: Outcome, at: Moment) -> bool:
    """Write what came of a claimed item's try; False when the claim was taken from this worker meanwhile.

    ``item`` is as it was before the claim.
    """
    state = state_after(outcome, item.tries + 1)
    nothing_out = state in ("queued", "failed") and all(
        one.state != "sent" for one in parts_kept(connection, item.number)
    )
    done = connection.execute(
        update(outbox)
        .where((outbox.c.number == item.number) & (outbox.c.state == "claimed") & (outbox.c.claim == token))
        .values(
            state=state,
            claim=None,
            receipt=outcome.receipt,
            why=outcome.why,
            not_before=outcome.not_before,
            settled_at=at if state in ("sent", "failed") else None,
            **({"said": None} if nothing_out else {}),
        )
    )
    if done.rowcount and state == "sent":
        append_receipt(connection, item.number, outcome.receipt, at)
    return done.rowcount == 1


ABANDONED = "the program stopped while it was sending this; it may have arrived"


def abandon(connection: Connection, before: Moment) -> tuple[Item, ...]:
    """Make every item unconfirmed that was claimed before a moment: its worker is gone. Gives them as they were."""
    gone = (outbox.c.state == "claimed") & (outbox.c.claimed_at < before)
    found = []
    for item in items_of_query(connection, select(outbox).where(gone)):
        done = connection.execute(
            update(outbox)
            .where((outbox.c.number == item.number) & gone)
            .values(state="unconfirmed", claim=None, why=ABANDONED)
        )
        found += [item] * done.rowcount
    return tuple(found)


def go_on(connection: Connection, number: int, token: str, at: Moment) -> bool:
    """Renew the claim of a worker that goes on with an item's next part; False when it was taken from the worker meanwhile."""
    here = (outbox.c.number == number) & (outbox.c.state == "claimed") & (outbox.c.claim == token)
    return connection.execute(update(outbox).where(here).values(claimed_at=at, tries=1)).rowcount == 1


def arrived(
    connection: Connection, number: int, part: KeptPart | None, receipt: str, why: str, at: Moment
) -> ItemState | None:
    """Settle what is in doubt of an unconfirmed item, a ``part`` or all of it: it arrived. What is left of the item waits to be sent.

    Gives the item's state then; None when somebody settled it meanwhile.
    """
    others = [one for one in parts_kept(connection, number) if part and one.part.number != part.part.number]
    state: ItemState = "queued" if any(one.state != "sent" for one in others) else "sent"
    if part is None or state == "queued":
        whole = receipt
    else:
        here = replace(part, receipt=receipt)
        whole = receipt_of(sorted((*others, here), key=lambda one: one.part.number))
    values = {"receipt": whole, "settled_at": at} if state == "sent" else {"tries": 0, "not_before": None}
    if not move(connection, number, {"unconfirmed"}, state, why=why, claim=None, **values):
        return None
    if part is not None:
        set_part(connection, number, part.part.number, "sent", receipt)
    if state == "sent":
        append_receipt(connection, number, whole, at)
    return state


def take_back(connection: Connection, number: int, why: str, at: Moment) -> bool:
    """Withdraw a queued item; False when it is queued no more."""
    return move(connection, number, {"queued"}, "withdrawn", why=why, settled_at=at)
