"""Bounces: addresses of members at which a channel said for good that nobody is reached, worked out from items of the outbox."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from secretariat.desk.contacts import PRIVATE, Bounce, Contact, KeptContact, Reach, addresses_of, member_of
from secretariat.desk.outbox import Item
from secretariat.facts.moments import Moment

NOBODY_THERE = "nobody is reached at the address: "
"""How the reason of an item begins whose channel said so; what the channel answered follows."""

_SAYS = re.compile(rf"(?:part \d+ of \d+: )?{re.escape(NOBODY_THERE)}(.*)", re.DOTALL)
_BEFORE = re.compile(rf" Before, at (\d{{4}}-\d\d-\d\dT[\d:.]+Z): {re.escape(NOBODY_THERE)}(.*)$", re.DOTALL)
"""The same where a person settled the item since: they reached the member another way, and the address still reaches nobody."""


def bounces_of(items: Iterable[Item], kept: Iterable[KeptContact]) -> Mapping[tuple[int, Reach], Bounce]:
    """Give the addresses that bounced, by member id and channel.

    What was settled last at an address counts: a message that arrived after a bounce, by its channel's receipt, ends it, and so does a contact
    that was taken since. What a channel refused for another reason, or a person sends again or says to have arrived, tells nothing of the address.
    """
    contacts = {one.contact.member_id: one for one in kept}
    found: dict[tuple[int, Reach], Bounce] = {}
    told = [(bounce_of(item), item) for item in items]
    for bounce, item in sorted(told, key=lambda one: (_at(*one), one[1].number)):
        member, reach = member_of(item.act.destination.place or ""), cast("Reach", item.act.channel)
        since = contacts.get(member) if member is not None else None
        if member is None or since is None or reach not in PRIVATE or _at(bounce, item) < since.kept_at:
            continue
        if bounce is not None and _has(since.contact, reach):
            found[member, reach] = bounce
        elif item.is_out:
            found.pop((member, reach), None)
    return found


def bounce_of(item: Item) -> Bounce | None:
    """Give what a channel said of the address of an item that failed, also where a person said since that the words arrived; else None."""
    if item.state == "failed" and item.settled_at and (said := _SAYS.fullmatch(item.why)):
        return Bounce(says=said[1], at=item.settled_at)
    if item.state == "sent" and not item.receipt and (before := _BEFORE.search(item.why)):
        return Bounce(says=before[2], at=Moment(before[1]))
    return None


def kept_words(item: Item) -> str:
    """Give what is kept of a bounce in the reason of an item that a person says to have arrived; empty of any other item."""
    bounce = bounce_of(item)
    return "" if bounce is None else f" Before, at {bounce.at}: {NOBODY_THERE}{bounce.says}"


def _at(bounce: Bounce | None, item: Item) -> str:
    return item.settled_at or "" if bounce is None else bounce.at


def _has(contact: Contact, reach: Reach) -> bool:
    return reach in dict(addresses_of(contact))
