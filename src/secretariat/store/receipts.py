"""Receipts in the journal: that an item was sent, with the digest of its receipt, by the transaction that settles it."""

import hashlib

from sqlalchemy import Connection, select

from secretariat.desk.journal import Entry
from secretariat.desk.outbox import Said
from secretariat.desk.outbox_check import Receipted, words_digest
from secretariat.facts.moments import Moment
from secretariat.store import bodies
from secretariat.store.journal import append
from secretariat.store.schema import outbox

SENT = "act.sent"
"""What the journal calls it that an act arrived; its body has ``item``, ``receipt`` (the SHA-256 of the receipt's text) and ``said`` (that
of the words as they were sent, empty where none were kept: what a wallet signs is sent as it stands in the act)."""

PROGRAM = "secretariat"
"""Who wrote such an entry: no person did."""


def append_receipt(connection: Connection, number: int, receipt: str, at: Moment) -> None:
    """Write down that an item was sent. Only digests stand there: a mail server's answer may name whom it went to."""
    columns = (outbox.c.draft, outbox.c.revision, outbox.c.said)
    row = connection.execute(select(*columns).where(outbox.c.number == number)).one()
    said = None if row.said is None else bodies.read(Said, row.said)
    append(
        connection,
        at=at,
        person=PROGRAM,
        action=SENT,
        subject=f"d{row.draft}.{row.revision}",
        why="",
        body={"schema": bodies.SCHEMA, "item": number, "receipt": digest_of(receipt), "said": words_digest(said)},
    )


def read_receipt(entry: Entry) -> Receipted:
    """Read such an entry back. Raises ValueError for one that is none."""
    body = bodies.content(SENT, entry.body)
    said = None if body.get("said") is None else str(body["said"])
    return Receipted(
        item=bodies.number(body.get("item")), receipt=str(body.get("receipt")), at=Moment(entry.at), said=said
    )


def digest_of(receipt: str) -> str:
    """Give the SHA-256 of a receipt's text in hexadecimal digits."""
    return hashlib.sha256(receipt.encode()).hexdigest()
