"""Stuck: the items of the outbox that only a person gets out of."""

from sqlalchemy import Connection

from secretariat.desk.outbox import Item
from secretariat.flow.context import Context
from secretariat.flow.desk_state import desk_of_drafts
from secretariat.store.engine import reading
from secretariat.store.outbox import items_in


def stuck(connection: Connection) -> tuple[Item, ...]:
    """List what is unconfirmed, and what failed for good while its text still stands: nobody reworded, rejected or withdrew it."""
    found = items_in(connection, {"unconfirmed", "failed"})
    desk = desk_of_drafts(connection, {item.draft for item in found if item.state == "failed"})
    failed = {known.draft.name for known in desk.drafts if desk.state(known) == "failed"}
    return tuple(item for item in found if item.state == "unconfirmed" or item.text_name in failed)


def stuck_now(context: Context) -> tuple[Item, ...]:
    """List them as they are in the store."""
    with reading(context.engine) as connection:
        return stuck(connection)
