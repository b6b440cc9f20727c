"""The public calendar in the store: each event as it was told last."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select

from secretariat.facts.calendar import KeptEvent
from secretariat.store import bodies
from secretariat.store.schema import calendar_events


def events_kept(connection: Connection) -> tuple[KeptEvent, ...]:
    """List every event that was ever told."""
    query = select(calendar_events.c.body).order_by(calendar_events.c.uid)
    return tuple(bodies.read(KeptEvent, body) for body in connection.execute(query).scalars())


def keep_events(connection: Connection, events: Iterable[KeptEvent]) -> None:
    """Keep what is told now in the place of all that was kept."""
    rows = [{"uid": one.event.uid, "body": bodies.written(one)} for one in events]
    connection.execute(delete(calendar_events))
    if rows:
        connection.execute(insert(calendar_events), rows)
