"""Sending: claim an outbox item, write its result, and find claims whose worker is gone; each by a conditional update."""

from sqlalchemy import Connection, or_, select, update

from secretariat.desk.outbox import Item, Outcome, state_after
from secretariat.facts.moments import Moment
from secretariat.store.outbox import items_of_query, move
from secretariat.store.schema import outbox


def due(connection: Connection, at: Moment) -> tuple[Item, ...]:
    """List the queued items that may be tried at a moment (machine time, UTC), in the order in which they were queued."""
    may = or_(outbox.c.not_before.is_(None), outbox.c.not_before <= at)
    return items_of_query(connection, select(outbox).where((outbox.c.state == "queued") & may))


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
        )
    )
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


def confirm(connection: Connection, number: int, receipt: str, why: str, at: Moment) -> bool:
    """Settle an unconfirmed item by the proof that was seen outside; False when somebody settled it meanwhile."""
    return move(connection, number, {"unconfirmed"}, "sent", receipt=receipt, why=why, settled_at=at)


def take_back(connection: Connection, number: int, why: str, at: Moment) -> bool:
    """Withdraw a queued item; False when it is queued no more."""
    return move(connection, number, {"queued"}, "withdrawn", why=why, settled_at=at)
