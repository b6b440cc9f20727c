"""Parts in the store: the messages that one outbox item is, each with its words and how far it is."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, update

from secretariat.desk.outbox import KeptPart, PartState
from secretariat.desk.parts import Part
from secretariat.store import bodies
from secretariat.store.schema import outbox_parts


def parts_kept(connection: Connection, item: int) -> tuple[KeptPart, ...]:
    """List the parts of an item in their order; none of one that is a single message, or that nobody has begun to send."""
    query = select(outbox_parts).where(outbox_parts.c.item == item).order_by(outbox_parts.c.number)
    return tuple(
        KeptPart(part=bodies.read(Part, row.body), state=row.state, receipt=row.receipt)
        for row in connection.execute(query)
    )


def keep_parts(connection: Connection, item: int, parts: Iterable[Part]) -> tuple[KeptPart, ...]:
    """Keep the parts of an item as they are to be sent, in the place of any others: what is sent later goes with what was sent before."""
    connection.execute(delete(outbox_parts).where(outbox_parts.c.item == item))
    rows = [
        {"item": item, "number": one.number, "body": bodies.written(one), "state": "waiting", "receipt": ""}
        for one in parts
    ]
    if rows:
        connection.execute(insert(outbox_parts), rows)
    return parts_kept(connection, item)


def set_part(connection: Connection, item: int, number: int, state: PartState, receipt: str = "") -> None:
    """Say how far one part is."""
    here = (outbox_parts.c.item == item) & (outbox_parts.c.number == number)
    connection.execute(update(outbox_parts).where(here).values(state=state, receipt=receipt))
