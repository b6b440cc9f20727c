"""Contacts: taken from a file, listed for who may see them, and erased by a person or when their time is over."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from secretariat.desk.bounces import bounces_of
from secretariat.desk.contacts import Contact, Reach, bounced_words, shared_by, way_to, why_no_way, without_addresses
from secretariat.errors import SecretariatError
from secretariat.facts.contact_decisions import ContactErased, ContactsImported
from secretariat.facts.desk_decisions import Taken
from secretariat.flow.channels import channels_on
from secretariat.flow.contacts_now import contacts_now
from secretariat.flow.contacts_over import over_now, why_over
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused, reason
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person
from secretariat.sources.contacts_file import CHOICES, ContactProblem, held_by_others, read_contacts
from secretariat.store.contacts import contacts_kept, date_contacts, forget_contacts, keep_contacts
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.outbox import bounced_and_since
from secretariat.store.receipts import PROGRAM

LARGEST = 4 * 1024 * 1024
"""Bytes of a contacts file."""


class ContactsUnreadable(SecretariatError):
    """A contacts file is no text, or too large."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Imported:
    """What became of a file: member ids by what changed, or its problems, with which nothing was changed."""

    new: tuple[int, ...] = ()
    changed: tuple[int, ...] = ()
    same: tuple[int, ...] = ()
    without_consent: tuple[int, ...] = ()
    problems: tuple[ContactProblem, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A contact with the channel that reaches the member by now (None: why not), and whether its time is known to be over.

    ``bounced`` says at which addresses nobody is reached, what was answered and when; empty for none.
    """

    contact: Contact
    kept_at: str
    way: Reach | None
    why: str
    over: bool
    bounced: str = ""


def import_contacts(context: Context, path: Path) -> Imported:
    """Take a file of contacts: members in it get what it says, all others stay as they are; a file with a problem changes nothing.

    Choices (channel, digest, opt_out) that a file has no column for stay as they were. Raises ContactsUnreadable, NotAllowed and PersonUnknown.
    """
    person = acting_person(context, "keep contacts")
    content = _content(path)
    at = context.machine_now()
    read = read_contacts(_text(path, content), datetime.fromisoformat(at).date())
    if read.problems:
        return Imported(problems=read.problems)
    with writing(context.engine) as connection:
        before = {one.contact.member_id: one.contact for one in contacts_kept(connection)}
        _, bounces = contacts_now(connection)
        bounced = {member for member, _ in bounces}  # who gives the same once more says that it works: it is taken anew
        given = [_kept(one, before.get(one.member_id), read.choices) for one in read.contacts]
        held = held_by_others(read, given, before)
        if held:
            return Imported(problems=held)
        other = [one for one in given if before.get(one.member_id) != one]
        anew = [one for one in given if one in other or one.member_id in bounced]
        keep_contacts(connection, anew, at, now_of(context, connection).block)
        taken = Taken(at=at, person=person.name)
        digest = hashlib.sha256(content).hexdigest()
        append_decision(connection, ContactsImported(taken=taken, digest=digest, contacts=len(given)))
    return Imported(
        new=tuple(one.member_id for one in given if one.member_id not in before),
        changed=tuple(one.member_id for one in other if one.member_id in before),
        same=tuple(one.member_id for one in given if before.get(one.member_id) == one),
        without_consent=tuple(one.member_id for one in given if not one.consent),
    )


def _kept(given: Contact, before: Contact | None, choices: frozenset[str]) -> Contact:
    """Give what is kept of a row: no address without consent, and earlier choices where the file has no column for them."""
    whole = given if given.consent else without_addresses(given)
    if before is None:
        return whole
    fields = dict(zip(CHOICES, ("channel", "digest", "opted_out"), strict=True))
    return replace(whole, **{fields[name]: getattr(before, fields[name]) for name in CHOICES if name not in choices})


@dataclass(frozen=True, kw_only=True, slots=True)
class Contacts:
    """Every contact, by member id. ``over_unknown`` says why it is not known whose time is over; empty where it is known."""

    listed: tuple[Listed, ...]
    over_unknown: str = ""


def contacts(context: Context) -> Contacts:
    """List every contact, by member id, for who keeps them. Raises NotAllowed and PersonUnknown."""
    acting_person(context, "keep contacts")
    on = channels_on(context)
    with reading(context.engine) as connection:
        kept = contacts_kept(connection)
        over = over_now(context, connection, kept)
        bounces = bounces_of(bounced_and_since(connection), kept)
    shared = shared_by(one.contact for one in kept)
    listed = tuple(
        Listed(
            contact=one.contact,
            kept_at=one.kept_at,
            way=way_to(one.contact, on, shared, bounces),
            why=why_no_way(one.contact, on, shared, bounces),
            over=one.contact.member_id in over.members,
            bounced=bounced_words(one.contact.member_id, bounces),
        )
        for one in kept
    )
    return Contacts(listed=listed, over_unknown=over.unknown)


def erase(context: Context, member: int, *, why: str) -> str:
    """Erase one member's contact for good; gives what was done in a sentence. Raises DecisionRefused where there is none."""
    person, because = acting_person(context, "keep contacts"), reason(why)
    with writing(context.engine) as connection:
        if member not in {one.contact.member_id for one in contacts_kept(connection)}:
            raise DecisionRefused(f"No contact of member {member} is kept. Nothing was changed.")
        forget_contacts(connection, [member])
        taken = Taken(at=context.machine_now(), person=person.name, why=because)
        append_decision(connection, ContactErased(taken=taken, member_id=member))
    return f"The contact of member {member} is erased."


def erase_what_is_over(context: Context) -> tuple[int, ...]:
    """Erase every contact whose time is over; gives their member ids. No person decides that: the setting does, and the journal says so.

    Nobody's is erased while the facts do not tell everybody's last role. What was kept before any block was known counts from the
    block of now on.
    """
    with writing(context.engine) as connection:
        kept = contacts_kept(connection)
        over = over_now(context, connection, kept)
        block = now_of(context, connection).block
        if block is not None and any(one.kept_block is None for one in kept):
            date_contacts(connection, block)
        forget_contacts(connection, over.members)
        taken = Taken(at=context.machine_now(), person=PROGRAM, why=why_over(context) if over.members else "")
        for member in over.members:
            append_decision(connection, ContactErased(taken=taken, member_id=member))
    return over.members


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise ContactsUnreadable(
            f"{path} is larger than {LARGEST:,} bytes; a contacts file has a line for each member."
        )
    return content


def _text(path: Path, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContactsUnreadable(
            f"{path} is not UTF-8 text (byte {error.start:,}); save it as CSV in UTF-8."
        ) from error
