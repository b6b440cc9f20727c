"""The outbox in the store: queue an approved act, list items, take back what waits, settle what a person knows."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Select, insert, or_, select, update

from secretariat.desk.acts import Act, as_json, canonical
from secretariat.desk.bounces import NOBODY_THERE
from secretariat.desk.drafts import Draft
from secretariat.desk.outbox import WAITING, Item, ItemState, LastLook, Said
from secretariat.facts.moments import Moment
from secretariat.store import bodies
from secretariat.store.live_rows import MOST_IN_QUERY
from secretariat.store.schema import outbox


def queue(connection: Connection, draft: Draft, *, at: Moment) -> int:
    """Put the act of an approved text on its way; gives the item's number.

    What a wallet has to sign waits as ``signing``. A text can be put on its way once (unique by draft and revision).
    """
    row = {
        "draft": draft.number,
        "revision": draft.act.revision,
        "act": canonical(as_json(draft.act)),
        "digest": draft.digest,
        "state": "signing" if draft.signed_by_wallet else "queued",
        "queued_at": at,
    }
    done = connection.execute(insert(outbox).values(**row, tries=0, receipt="", why=""))
    return int(done.inserted_primary_key[0])  # type: ignore[index]


def items_in(connection: Connection, states: Collection[ItemState]) -> tuple[Item, ...]:
    """List the items in some states, in the order in which they were queued."""
    return items_of_query(connection, select(outbox).where(outbox.c.state.in_(sorted(states))))


def items_of(connection: Connection, drafts: Collection[int]) -> tuple[Item, ...]:
    """List the items of every revision of some drafts."""
    ordered = sorted(drafts)
    found: list[Item] = []
    for start in range(0, len(ordered), MOST_IN_QUERY):
        part = ordered[start : start + MOST_IN_QUERY]
        found += items_of_query(connection, select(outbox).where(outbox.c.draft.in_(part)))
    return tuple(found)


def item_at(connection: Connection, number: int) -> Item | None:
    """Give one item, or None when there is none."""
    return next(iter(items_of_query(connection, select(outbox).where(outbox.c.number == number))), None)


def items_of_query(connection: Connection, query: Select[Any]) -> tuple[Item, ...]:
    """List the items that a query over the whole table gives, in the order in which they were queued."""
    rows = connection.execute(query.order_by(outbox.c.number)).mappings()
    return tuple(
        Item(
            act=bodies.read(Act, row["act"]),
            said=None if row["said"] is None else bodies.read(Said, row["said"]),
            looked=None if row["looked"] is None else bodies.read(LastLook, row["looked"]),
            **{name: value for name, value in row.items() if name not in ("act", "said", "looked")},
        )
        for row in rows
    )


def bounced_and_since(connection: Connection) -> tuple[Item, ...]:
    """List what came back on its way to one member alone as nobody is reached there, and what arrived at them since the first of it.

    What a person says to have arrived, and no channel, is listed whenever that was: it may have come back before.
    """
    alone = outbox.c.act.like('%"place":"member/%') & outbox.c.why.contains(NOBODY_THERE)
    by_hand = (outbox.c.state == "sent") & (outbox.c.receipt == "")
    back = items_of_query(connection, select(outbox).where(alone & ((outbox.c.state == "failed") | by_hand)))
    places = sorted({one.act.destination.place or "" for one in back})
    found, first = list(back), min((one.queued_at for one in back), default="")
    for start in range(0, len(places), MOST_IN_QUERY):
        to_them = or_(*(outbox.c.act.contains(f'"place":"{place}"') for place in places[start : start + MOST_IN_QUERY]))
        arrived = (outbox.c.state == "sent") & (outbox.c.receipt != "") & (outbox.c.settled_at >= first)
        found += items_of_query(connection, select(outbox).where(arrived & to_them))
    return tuple(found)


def newest_with_receipt(connection: Connection, most: int) -> tuple[Item, ...]:
    """List the newest items that a wallet signed and that are done, at most so many, in the order in which they were queued."""
    here = (outbox.c.state == "sent") & outbox.c.extrinsic.is_not(None)
    newest = select(outbox.c.number).where(here).order_by(outbox.c.number.desc()).limit(most)
    return items_of_query(connection, select(outbox).where(outbox.c.number.in_(newest.scalar_subquery())))


def withdraw_waiting(connection: Connection, draft: int, *, at: Moment, why: str) -> bool:
    """Take back what waits of a draft; tells whether anything did. What a worker has claimed, or a wallet signed, stays."""
    here = (outbox.c.draft == draft) & outbox.c.state.in_(sorted(WAITING)) & outbox.c.extrinsic.is_(None)
    gone = {"state": "withdrawn", "settled_at": at, "why": why}
    return bool(connection.execute(update(outbox).where(here).values(**gone)).rowcount)


def move(connection: Connection, number: int, before: Collection[ItemState], now: ItemState, **values: object) -> bool:
    """Put an item from one of some states into another one, with other columns; tells whether it was in one of them."""
    here = (outbox.c.number == number) & outbox.c.state.in_(sorted(before))
    return bool(connection.execute(update(outbox).where(here).values(state=now, **values)).rowcount)


def keep_why_it_waits(connection: Connection, number: int, why: str) -> None:
    """Keep why a queued item was not sent at the last look; nothing where that stands there, or it is queued no more."""
    here = (outbox.c.number == number) & (outbox.c.state == "queued") & (outbox.c.why != why)
    connection.execute(update(outbox).where(here).values(why=why))


def keep_look(connection: Connection, number: int, look: LastLook) -> None:
    """Keep the last look for an unconfirmed item; nothing where it is unconfirmed no more."""
    here = (outbox.c.number == number) & (outbox.c.state == "unconfirmed")
    connection.execute(update(outbox).where(here).values(looked=bodies.written(look)))


def all_items(connection: Connection) -> tuple[Item, ...]:
    """List every item there ever was."""
    return items_of_query(connection, select(outbox))
