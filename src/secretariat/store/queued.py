"""Entries of the journal that a text came on its way because its yeses became enough, with no other yes given."""

from sqlalchemy import Connection

from secretariat.desk.drafts import Draft
from secretariat.desk.journal import Entry
from secretariat.desk.outbox_check import Queued
from secretariat.facts.moments import Moment
from secretariat.store import bodies, outbox
from secretariat.store.journal import append
from secretariat.store.receipts import PROGRAM

QUEUED = "act.queue"
"""What the journal calls it; its body has ``draft``, ``revision``, the act's ``digest``, and ``item``, the outbox item's number."""

WHY = "Its yeses are enough now: no other one is needed any more."


def queue_complete(connection: Connection, draft: Draft, *, at: Moment) -> int:
    """Put a text on its way that has every yes it needs, and write that down; gives the item's number.

    No person decides here, so that the entry names the program: the yeses stand in entries of their own.
    """
    item = outbox.queue(connection, draft, at=at)
    about = {"draft": draft.number, "revision": draft.act.revision, "digest": draft.digest, "item": item}
    append(
        connection,
        at=at,
        person=PROGRAM,
        action=QUEUED,
        subject=draft.name,
        why=WHY,
        body={"schema": bodies.SCHEMA, **about},
    )
    return item


def read_queued(entry: Entry, seq: int) -> Queued:
    """Read such an entry back. Raises ValueError for one that is none."""
    body = bodies.content(QUEUED, entry.body)
    draft, revision, item = (bodies.number(body.get(name)) for name in ("draft", "revision", "item"))
    return Queued(draft=draft, revision=revision, item=item, digest=str(body.get("digest")), seq=seq)
