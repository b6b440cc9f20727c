"""Contacts as they work now: what is kept, and which addresses bounced since."""

from sqlalchemy import Connection

from secretariat.desk.bounces import bounces_of
from secretariat.desk.contacts import Bounces, Contact, Erased
from secretariat.facts.contact_decisions import ContactErased
from secretariat.store.contacts import contacts_kept
from secretariat.store.desk_journal import desk_decisions
from secretariat.store.outbox import bounced_and_since


def contacts_now(connection: Connection) -> tuple[dict[int, Contact], Bounces]:
    """Give the contacts by member id, of who had one that was erased that (``Erased``), and the addresses that bounced."""
    kept = contacts_kept(connection)
    erased = {one.member_id for one in desk_decisions(connection, ContactErased)}
    contacts: dict[int, Contact] = {member: Erased(member_id=member) for member in erased}
    contacts |= {one.contact.member_id: one.contact for one in kept}
    return contacts, bounces_of(bounced_and_since(connection), kept)
