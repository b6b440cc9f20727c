"""Bounces: addresses of members at which a channel said for good that nobody is reached, worked out from items of the outbox."""

import re
from collections.abc import Iterable, Mapping
from typing import cast

from secretariat.desk.contacts import PRIVATE, Bounce, Contact, KeptContact, Reach, addresses_of, member_of
from secretariat.desk.outbox import Item

NOBODY_THERE = "nobody is reached at the address: "
"""How the reason of an item begins whose channel said so; what the channel answered follows."""

_SAYS = re.compile(rf"(?:part \d+ of \d+: )?{re.escape(NOBODY_THERE)}(.*)", re.DOTALL)


def bounces_of(items: Iterable[Item], kept: Iterable[KeptContact]) -> Mapping[tuple[int, Reach], Bounce]:
    """Give the addresses that bounced, by member id and channel.

    What was settled last at an address counts: a message that arrived after a bounce ends it, and so does a contact that was taken since. What a
    channel refused for another reason, or a person sends again, tells nothing of the address.
    """
    contacts = {one.contact.member_id: one for one in kept}
    found: dict[tuple[int, Reach], Bounce] = {}
    for item in sorted(items, key=lambda one: (one.settled_at or "", one.number)):
        member, reach = member_of(item.act.destination.place or ""), cast("Reach", item.act.channel)
        since = contacts.get(member) if member is not None else None
        if member is None or since is None or reach not in PRIVATE or (item.settled_at or "") < since.kept_at:
            continue
        said = _SAYS.fullmatch(item.why)
        if item.state == "sent":
            found.pop((member, reach), None)
        elif item.state == "failed" and said is not None and item.settled_at and _has(since.contact, reach):
            found[member, reach] = Bounce(says=said[1], at=item.settled_at)
    return found


def _has(contact: Contact, reach: Reach) -> bool:
    return reach in dict(addresses_of(contact))
