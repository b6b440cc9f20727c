"""What people did with contacts, as the journal keeps it: digests and member ids, never an address."""

from dataclasses import dataclass

from secretariat.facts.desk_decisions import Taken


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactsImported:
    """A file of contacts was taken: ``digest`` is its SHA-256, ``contacts`` how many rows it has."""

    taken: Taken
    digest: str
    contacts: int


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactErased:
    """A member's contact was erased."""

    taken: Taken
    member_id: int
