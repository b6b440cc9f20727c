"""Contacts: taken from a file, listed for who may see them, and erased by a person or when their time is over."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from secretariat.desk.contacts import (
    Contact,
    KeptContact,
    Reach,
    to_forget,
    way_to,
    why_no_way,
    without_addresses,
)
from secretariat.errors import SecretariatError
from secretariat.facts.contact_decisions import ContactErased, ContactsImported
from secretariat.facts.councils import CouncilSeat, ElectedCouncil
from secretariat.facts.desk_decisions import Taken
from secretariat.facts.mandates import Mandate, mandate_at
from secretariat.facts.staffing import Worker
from secretariat.flow.channels import channels_on
from secretariat.flow.contacts_settings import ContactsSettings
from secretariat.flow.context import Context
from secretariat.flow.decide.refusals import DecisionRefused, reason
from secretariat.flow.desk_state import mandates_now
from secretariat.flow.now import now_of
from secretariat.flow.people import acting_person
from secretariat.sources.contacts_file import CHOICES, ContactProblem, read_contacts
from secretariat.store.contacts import contacts_kept, date_contacts, forget_contacts, keep_contacts
from secretariat.store.desk_journal import append_decision
from secretariat.store.engine import reading, writing
from secretariat.store.facts import load_records

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
    """A contact with the channel that reaches the member by now (None: why not), and whether its time is over."""

    contact: Contact
    kept_at: str
    way: Reach | None
    why: str
    over: bool


def import_contacts(context: Context, path: Path) -> Imported:
    """Take a file of contacts: members in it get what it says, all others stay as they are; a file with a problem changes nothing.

    Choices (channel, digest, opt_out) that a file has no column for stay as they were. Raises ContactsUnreadable, NotAllowed and PersonUnknown.
    """
    person = acting_person(context, "keep contacts")
    content = _content(path)
    read = read_contacts(_text(path, content))
    if read.problems:
        return Imported(problems=read.problems)
    with writing(context.engine) as connection:
        before = {one.contact.member_id: one.contact for one in contacts_kept(connection)}
        given = [_kept(one, before.get(one.member_id), read.choices) for one in read.contacts]
        at = context.machine_now()
        other = [one for one in given if before.get(one.member_id) != one]
        keep_contacts(connection, other, at, now_of(context, connection).block)
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


def contacts(context: Context) -> tuple[Listed, ...]:
    """List every contact, by member id, for who keeps them. Raises NotAllowed and PersonUnknown."""
    acting_person(context, "keep contacts")
    on = channels_on(context)
    with reading(context.engine) as connection:
        kept = contacts_kept(connection)
        over = set(_over(context, connection, kept))
    return tuple(
        Listed(
            contact=one.contact,
            kept_at=one.kept_at,
            way=way_to(one.contact, on),
            why=why_no_way(one.contact, on),
            over=one.contact.member_id in over,
        )
        for one in kept
    )


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
    """Erase every contact whose time is over; gives their member ids. No person decides that: the setting does.

    What was kept before any block was known counts from the block of now on.
    """
    with reading(context.engine) as connection:
        kept = contacts_kept(connection)
        over = _over(context, connection, kept)
        block = now_of(context, connection).block
    if block is not None and any(one.kept_block is None for one in kept):
        with writing(context.engine) as connection:
            date_contacts(connection, block)
    if over:
        with writing(context.engine) as connection:
            forget_contacts(connection, over)
    return over


def _over(context: Context, connection: Connection, kept: Iterable[KeptContact]) -> tuple[int, ...]:
    """Give the members whose contact is to be erased, by the facts as they are; nobody while no council is known."""
    found = tuple(kept)
    if not found:
        return ()
    settings: ContactsSettings = context.config.settings.get("contacts", ContactsSettings())
    councils, last, still = _roles(context, connection, {one.contact.member_id for one in found})
    return tuple(
        one.contact.member_id
        for one in found
        if to_forget(
            one,
            last.get(one.contact.member_id),
            in_role=one.contact.member_id in still,
            terms_began=councils,
            after_terms=settings.erase_after_terms,
        )
    )


def _roles(
    context: Context, connection: Connection, members: set[int]
) -> tuple[tuple[int, ...], Mapping[int, int], set[int]]:
    """Give the first blocks of council terms, the last block of each member's last role, and who has a role now."""
    councils: dict[str, ElectedCouncil] = {}
    seats: list[CouncilSeat] = []
    workers: list[Worker] = []
    for record in load_records(connection, (ElectedCouncil.KIND, CouncilSeat.KIND, Worker.KIND)):
        if isinstance(record.fact, ElectedCouncil):
            councils[record.key] = record.fact
        elif isinstance(record.fact, CouncilSeat) and record.fact.member_id in members:
            seats.append(record.fact)
        elif isinstance(record.fact, Worker) and record.fact.member_id in members:
            workers.append(record.fact)
    ended = [(one.member_id, _end_of(councils.get(one.council or ""))) for one in seats]
    ended += [(one.member_id, None if one.active else one.ended_block or one.leaving_block) for one in workers]
    mandates, now = mandates_now(connection), now_of(context, connection)
    ended += [(who, one.record.last) for one in mandates if one.confirmed for who in _holders(one)]
    still = {member for member, block in ended if member is not None and block is None}
    holds = mandate_at(mandates, now.block)
    still.update(_holders(holds) if holds is not None else ())
    last: dict[int, int] = {}
    for member, block in ended:
        if member is not None and block is not None:
            last[member] = max(block, last.get(member, 0))
    began = tuple(sorted(one.elected_block for one in councils.values() if one.elected_block))
    return began, last, still


def _holders(mandate: Mandate) -> tuple[int, ...]:
    """Give the members who hold an office by a mandate: secretary and deputy."""
    record = mandate.record
    return (record.secretary,) if record.deputy is None else (record.secretary, record.deputy)


def _end_of(council: ElectedCouncil | None) -> int | None:
    return None if council is None else council.ended_block


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
