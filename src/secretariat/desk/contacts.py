"""Contacts: how the desk reaches a member, as the member said it; personal data, kept apart from facts and never published."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from secretariat.desk.addresses import is_telegram_person
from secretariat.facts.moments import Moment

Reach = Literal["discord", "telegram", "email"]
REACHES: tuple[Reach, ...] = ("discord", "telegram", "email")
"""What a person can choose, and a contact have an address for."""
PRIVATE: tuple[Reach, ...] = ("telegram", "email")
"""The ways to one person alone, in the order in which one is taken where the person chose none: on Discord the desk writes to places,
which others read."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Contact:
    """One member's contact, as a row of the file has it; an address that is not given is empty.

    ``consent`` is whether the member said yes to being contacted; without it no address is kept. ``source`` says where they
    said it and ``date`` when (a day, ISO 8601). ``channel`` is the one they chose, ``digest`` whether they want digests, ``opted_out`` that nothing is sent to them.
    """

    member_id: int
    discord_user_id: str = ""
    discord_name: str = ""
    telegram: str = ""
    email: str = ""
    language: str = ""
    time_zone: str = ""
    consent: bool = False
    source: str = ""
    date: str = ""
    channel: Reach | None = None
    digest: bool = True
    opted_out: bool = False

    def address(self, reach: Reach) -> str:
        """Give what a channel needs to reach the person; empty where it cannot: a bot on Telegram writes to ids of chats alone."""
        if reach == "telegram":
            return self.telegram if is_telegram_person(self.telegram) else ""
        return self.discord_user_id if reach == "discord" else self.email


@dataclass(frozen=True, kw_only=True, slots=True)
class KeptContact:
    """A contact as it is kept: since when (machine time, UTC), and the block of now then, None where no chain was read."""

    contact: Contact
    kept_at: Moment
    kept_block: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Erased(Contact):
    """What is left of a contact that was erased: that there was one. What its member said of being contacted went with it."""


Shared = Mapping[tuple[Reach, str], tuple[int, ...]]
"""Addresses that several members have, by channel and in small letters, with those members by id: whose each is nobody knows."""

NONE_SHARED: Shared = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class Bounce:
    """A channel said for good that nobody is reached at a member's address: what it answered, and when (machine time, UTC)."""

    says: str
    at: Moment


Bounces = Mapping[tuple[int, Reach], Bounce]
"""Addresses that bounced, by member id and channel, as long as the member's contact was not taken anew since."""

NONE_BOUNCED: Bounces = {}
CALLED: Mapping[Reach, str] = {"discord": "on Discord", "telegram": "on Telegram", "email": "by e-mail"}


def addresses_of(contact: Contact) -> tuple[tuple[Reach, str], ...]:
    """Give what a contact has by channel, in the form in which two are held against each other: large and small letters are one."""
    given = {"discord": contact.discord_user_id, "telegram": contact.telegram, "email": contact.email}
    return tuple((reach, given[reach].casefold()) for reach in REACHES if given[reach])


def shared_by(contacts: Iterable[Contact]) -> Shared:
    """Find addresses that several members have. A file with one is refused; a store of an earlier version may have some."""
    members: dict[tuple[Reach, str], tuple[int, ...]] = {}
    for contact in contacts:
        for address in addresses_of(contact):
            members[address] = (*members.get(address, ()), contact.member_id)
    return {address: tuple(sorted(who)) for address, who in members.items() if len(who) > 1}


_MEMBER = re.compile(r"member/(0|[1-9][0-9]{0,19})")


def member_of(place: str) -> int | None:
    """Give the member whom a place means, ``member/12``; None for a place by its configured name, which has no slash."""
    found = _MEMBER.fullmatch(place)
    return int(found[1]) if found else None


def place_of_member(member: int) -> str:
    """Give the place that means one member: ``member/12``."""
    return f"member/{member}"


def address_by(contact: Contact | None, reach: Reach, shared: Shared = NONE_SHARED) -> str:
    """Give the address at which a channel may reach a member; empty for who did not consent, opted out, gave none for it, or has another's."""
    return "" if contact is None or why_no_way(contact, {reach: True}, shared) else contact.address(reach)


def nobody(member: int) -> str:
    """Give no address: for a channel that reaches places alone."""
    return ""


def not_there(channel: str, place: str) -> str:
    """Say that a place of a channel is not there any more, and what to do."""
    member = member_of(place)
    if member is None:
        return f"[{channel}] channels has no place {place!r}; add it, then approve again."
    return f"No {channel} contact of member {member} may be used; `secretariat contacts list` says why."


def without_addresses(contact: Contact) -> Contact:
    """Give what may be kept of a member who did not consent: that they did not, where and when it was said."""
    return Contact(member_id=contact.member_id, source=contact.source, date=contact.date)


def way_to(
    contact: Contact | None, on: Mapping[Reach, bool], shared: Shared = NONE_SHARED, bounces: Bounces = NONE_BOUNCED
) -> Reach | None:
    """Give the channel by which a member alone is reached: the one they chose, else the first that works; None for no working contact.

    ``on`` are the channels that the settings have. Who did not consent, or opted out, is not reached, nor is who gave Discord alone; an
    address that several members have (``shared``) reaches none of them, and one that bounced nobody.
    """
    if contact is None or not contact.consent or contact.opted_out:
        return None
    own = {reach for reach, address in addresses_of(contact) if (reach, address) not in shared}
    own -= {reach for reach in PRIVATE if (contact.member_id, reach) in bounces}
    working = [reach for reach in PRIVATE if on.get(reach) and reach in own and contact.address(reach)]
    return contact.channel if contact.channel in working else next(iter(working), None)


def may_be_rung(contact: Contact | None) -> bool:
    """Tell whether a place may ring a member whom the settings name for it: not who opted out, did not consent, or wants no digests."""
    return contact is None or (contact.consent and not contact.opted_out and contact.digest)


def bounced_words(member: int, bounces: Bounces) -> str:
    """Say which addresses of a member bounced, what was answered and when; empty for none."""
    found = [(CALLED[reach], bounces[member, reach]) for reach in PRIVATE if (member, reach) in bounces]
    return "; ".join(
        f"nobody is reached at their address {where}: {one.says.removesuffix('.')} ({one.at[:16].replace('T', ' ')} UTC)"
        for where, one in found
    )


def why_no_way(
    contact: Contact | None, on: Mapping[Reach, bool], shared: Shared = NONE_SHARED, bounces: Bounces = NONE_BOUNCED
) -> str:
    """Say why a member has no working contact, without any of their addresses; empty where there is one."""
    if way_to(contact, on, shared, bounces) is not None:
        return ""
    if contact is None:
        return "no contact is known"
    if isinstance(contact, Erased):
        return "their contact was erased, and whether they consent to being contacted is not known any more"
    if contact.opted_out:
        return "they asked not to be contacted"
    if not contact.consent:
        return "they did not consent to being contacted"
    if bounced := bounced_words(contact.member_id, bounces):
        return bounced
    others = _others(contact, on, shared)
    if others:
        return f"the address they gave is kept for {others} as well, and whose it is is not known"
    if contact.telegram and on.get("telegram") and not contact.address("telegram"):
        return "what they gave for Telegram is no id of a chat with them alone: a bot can write to them once they wrote to it"
    if any(contact.address(reach) for reach in PRIVATE):
        return "the settings have none of their channels"
    if contact.discord_user_id:
        return "they gave Discord alone, where the desk writes to places that others read"
    return "their contact has no address"


def _others(contact: Contact, on: Mapping[Reach, bool], shared: Shared) -> str:
    """Name the members who have an address of a contact too on a channel that writes to them alone; empty for nobody."""
    ways = [address for address in addresses_of(contact) if address[0] in PRIVATE and on.get(address[0])]
    others = sorted({member for address in ways for member in shared.get(address, ())} - {contact.member_id})
    return " and ".join(f"member {member}" for member in others)


WHAT_TO_DO = (
    "Tell them directly, or take how to reach them with `secretariat contacts import FILE`.",
    "Do not write to them, call them or ring them: what is due may be said where it is said to all, with nobody rung, and is theirs to see "
    "to. Where they say of their own accord that they want to be told, take that with `secretariat contacts import FILE`.",
    "Ask each of them for an address of their own, and take both with one file: `secretariat contacts import FILE`.",
)


def what_to_do(contact: Contact | None, on: Mapping[Reach, bool], shared: Shared = NONE_SHARED) -> str:
    """Say what somebody at the desk may do for a member who has something due and no working contact."""
    if contact is None:
        return WHAT_TO_DO[0]
    if contact.opted_out or not contact.consent:
        return WHAT_TO_DO[1]
    return WHAT_TO_DO[2 if _others(contact, on, shared) else 0]


def to_forget(
    kept: KeptContact, last_role_block: int | None, *, in_role: bool, terms_began: tuple[int, ...], after_terms: int
) -> bool:
    """Tell whether a contact is to be erased: so many council terms began since its member's last role ended and it was kept.

    ``last_role_block`` is the last block of the member's last role, None for one who never had any. What somebody gives after their
    last role counts from when they gave it. ``terms_began`` are the first blocks of council terms. While it is not known in which
    block the contact was kept, it is not erased.
    """
    if in_role or kept.kept_block is None:
        return False
    since = max(kept.kept_block, last_role_block or 0)
    return sum(1 for began in terms_began if began > since) >= after_terms
