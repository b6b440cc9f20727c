"""Members beside those that events tell of, and how each came."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import Any, ClassVar

from secretariat.devnet.addresses import address_of
from secretariat.devnet.query_node.growth.content import Channels
from secretariat.devnet.query_node.growth.dense import Dense, Lasting, number_of
from secretariat.devnet.query_node.growth.world import Grown, Told
from secretariat.devnet.query_node.mappings.values import hexadecimal, of_type
from secretariat.devnet.query_node.series import Column
from secretariat.devnet.query_node.store import NETWORK


class Members(Dense):
    """Memberships beside those that events tell of."""

    constants: ClassVar[Mapping[str, Any]] = {
        "isVerified": False,
        "boundAccounts": [],
        "isFoundingMember": False,
        "isCouncilMember": False,
        "referredById": None,
    }

    def __init__(self, world: Grown, channels: Channels) -> None:
        super().__init__(world.members.count, world.member)
        self.world = world
        self.columns = {
            "id": lambda index, _: str(world.member_id(index)),
            "createdAt": self._moment,
            "handle": self._of("handle"),
            "handleRaw": lambda index, _: hexadecimal(self.told(index)["handle"].encode()),
            "metadataId": lambda index, _: f"m{index:07}",
            "controllerAccount": lambda index, _: address_of(self.told(index)["controller"]),
            "rootAccount": lambda index, _: address_of(self.told(index)["root"]),
            "entry": self._entry,
            "inviteCount": lambda index, _: 5 if self.told(index)["entry"] == "Bought" else 0,
            "invitedById": lambda index, _: _key(self.told(index)["inviter"]),
            "totalChannelsCreated": lambda index, block: channels.owned(str(world.member_id(index)), block),
        }

    def index(self, key: str) -> int | None:
        """Give the index of a member's id."""
        number = number_of(key)
        return None if number is None else self.world.member_index(number)

    def event_id(self, index: int) -> str:
        """Give the id of the event in which somebody became a member, which no block shows."""
        return f"{NETWORK}-{self.told(index)['block']}-m{index}"

    def _entry(self, index: int, _block: int) -> Told:
        name, key = _ENTRIES[self.told(index)["entry"]]
        return of_type(name, **{key: self.event_id(index)})


_ENTRIES = {
    "Gifted": ("MembershipEntryGifted", "membershipGiftedEventId"),
    "Bought": ("MembershipEntryPaid", "membershipBoughtEventId"),
    "Invited": ("MembershipEntryInvited", "memberInvitedEventId"),
}


def _key(number: int | None) -> str | None:
    return None if number is None else str(number)


class MemberMetadata(Dense):
    """What these members say of themselves: nothing."""

    constants: ClassVar[Mapping[str, Any]] = {"name": None, "about": None, "avatar": of_type("AvatarUri", avatarUri="")}

    def __init__(self, members: Members) -> None:
        super().__init__(members.length, members.told)
        self.columns = {"id": lambda index, _: f"m{index:07}", "createdAt": self._moment}

    def index(self, key: str) -> int | None:
        """Give the index of an id."""
        return int(key[1:]) if key[:1] == "m" and key[1:].isdecimal() else None


class Entries(Lasting):
    """The events in which members came one way; they are counted and listed, but not in the feed of all events."""

    def __init__(self, members: Members, entry: str) -> None:
        self.members = members
        self.entry = entry
        self._seen = 0
        self._found: list[int] = []
        own = members.columns
        self.columns = {
            "id": lambda index, _: members.event_id(self._found[index]),
            "type": lambda _index, _block: _EVENTS[entry],
            "createdAt": self._same("createdAt"),
            "inBlock": lambda index, _: members.told(self._found[index])["block"],
            "indexInBlock": lambda _index, _block: 0,
            "newMemberId": self._same("id"),
            "metadataId": self._same("metadataId"),
            **{name: self._same(name) for name in ("rootAccount", "controllerAccount", "handle")},
            "invitingMemberId": lambda index, block: own["invitedById"](self._found[index], block) or "0",
            "initialBalance": lambda _index, _block: 83_333_333_300,
        }

    def _same(self, name: str) -> Column:
        column = self.members.columns[name]
        return lambda index, block: column(self._found[index], block)

    def length(self, block: int) -> int:
        """Count the events up to a block."""
        made = self.members.length(block)
        self._see(made)
        return bisect_left(self._found, made)

    def _see(self, made: int) -> None:
        """Look at the members up to an index that were not looked at yet."""
        for index in range(self._seen, made):
            if self.members.world.entry(index) == self.entry:
                self._found.append(index)
        self._seen = max(self._seen, made)

    def index(self, key: str) -> int | None:
        """Give the index of an event's id."""
        member = number_of(key.rpartition("-")[2], "m")
        if member is None or self.members.world.members.count(self.members.world.chain.now) <= member:
            return None
        self._see(member + 1)
        at = bisect_left(self._found, member)
        return at if at < len(self._found) and self._found[at] == member else None


_EVENTS = {"Gifted": "MembershipGiftedEvent", "Bought": "MembershipBoughtEvent", "Invited": "MemberInvitedEvent"}
