"""Contacts in the store: a table of their own, from which a row goes for good; nothing else holds an address."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, text, update

from secretariat.desk.contacts import Contact, KeptContact
from secretariat.facts.moments import Moment
from secretariat.store import bodies
from secretariat.store.schema import contacts


def contacts_kept(connection: Connection) -> tuple[KeptContact, ...]:
    """List every contact, by member id."""
    found = (
        KeptContact(contact=bodies.read(Contact, row.body), kept_at=row.kept_at, kept_block=row.kept_block)
        for row in connection.execute(select(contacts))
    )
    return tuple(sorted(found, key=lambda one: one.contact.member_id))


def keep_contacts(connection: Connection, given: Iterable[Contact], at: Moment, block: int | None) -> None:
    """Keep contacts in the place of those that their members had; those of other members stay."""
    rows = [
        {"member": str(one.member_id), "body": bodies.written(one), "kept_at": at, "kept_block": block} for one in given
    ]
    forget_contacts(connection, [one["member"] for one in rows])
    if rows:
        connection.execute(insert(contacts), rows)


def date_contacts(connection: Connection, block: int) -> None:
    """Let contacts that were kept while no block was known be kept since one."""
    connection.execute(update(contacts).where(contacts.c.kept_block.is_(None)).values(kept_block=block))


def forget_contacts(connection: Connection, members: Iterable[int | str | None]) -> None:
    """Erase the contacts of members. On SQLite the bytes are overwritten too; of backups nobody here knows."""
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA secure_delete = ON"))
    for member in members:
        connection.execute(delete(contacts).where(contacts.c.member == str(member)))
