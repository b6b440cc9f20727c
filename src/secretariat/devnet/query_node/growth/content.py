"""Channels, videos and NFTs; videos that are removed are gone."""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, ClassVar

from secretariat.devnet.addresses import address_of
from secretariat.devnet.query_node.growth.dense import Dense, number_of
from secretariat.devnet.query_node.growth.world import Grown
from secretariat.devnet.query_node.mappings.values import of_type
from secretariat.devnet.query_node.store import NETWORK
from secretariat.devnet.world.series import OF_A_CHANNEL

LEARNT_FROM = 1_000
"""So many first videos show which ones have NFTs."""


class Channels(Dense):
    """Channels beside those that events tell of."""

    constants: ClassVar[Mapping[str, Any]] = {
        "isPublic": True,
        "isCensored": False,
        "bannedMembers": [],
        "channelStateBloatBond": 0,
        "cumulativeRewardClaimed": 0,
        "privilegeLevel": 0,
    }

    def __init__(self, world: Grown, tally: "Tally") -> None:
        super().__init__(world.channels.count, world.channel)
        self.world = world
        self.tally = tally
        self._owned: dict[str, list[int]] = {}
        self._looked_at = 0
        self.columns = {
            "id": lambda index, _: str(self.told(index)["id"]),
            "createdAt": self._moment,
            "createdInBlock": self._of("block"),
            "title": self._of("title"),
            "ownerMemberId": lambda index, _: str(self.told(index)["owner"]),
            "rewardAccount": lambda index, _: address_of(hash_of("reward", index)),
            "totalVideosCreated": lambda index, block: tally.at(block).made[index],
            "activeVideosCounter": lambda index, block: tally.at(block).there[index],
        }

    def owned(self, member: str, block: int) -> int:
        """Count the channels that a member made up to a block."""
        for index in range(self._looked_at, self.length(block)):
            owner = str(self.told(index)["owner"])
            self._owned.setdefault(owner, []).append(index)
        self._looked_at = max(self._looked_at, self.length(block))
        return bisect_left(self._owned.get(member, ()), self.length(block))

    def index(self, key: str) -> int | None:
        """Give the index of a channel's id."""
        number = number_of(key)
        return None if number is None else number - 1


def hash_of(*words: object) -> bytes:
    """Give 32 bytes by name: an account without a key, a hash of what is not there."""
    return hashlib.blake2b(" ".join(map(str, words)).encode(), digest_size=32).digest()


class Videos(Dense):
    """Videos; of those that are removed at regular places nothing is left.

    Which ones they are is learnt from the world once: the first one, and how far apart they are.
    """

    constants: ClassVar[Mapping[str, Any]] = {
        "description": None,
        "isPublic": True,
        "isCensored": False,
        "videoStateBloatBond": 0,
        "isCommentSectionEnabled": True,
        "commentsCount": 0,
        "isReactionFeatureEnabled": True,
        "reactionsCount": 0,
    }

    def __init__(self, world: Grown) -> None:
        super().__init__(world.videos.count, world.video)
        self.world = world
        going = [index for index in range(10_000) if world.removed(index, 0) is not None][:2]
        self._first = going[0] if len(going) == 2 else 0
        self._apart = going[1] - going[0] if len(going) == 2 else 0
        self._after = world.removed(self._first, 0) or 0
        self.columns = {
            "id": lambda index, _: str(self.told(index)["id"]),
            "createdAt": self._moment,
            "createdInBlock": self._of("block"),
            "title": self._of("title"),
            "channelId": lambda index, _: str(self.told(index)["channel"] + 1),
            "nftId": lambda index, _: str(self.told(index)["id"]) if self.told(index)["nft"] else None,
        }

    def gone(self, block: int) -> int:
        """Count the videos removed by a block: every so-manieth of those that were made early enough."""
        if not self._apart or block < self._after:
            return 0
        return self.gone_before(self.world.videos.count(block - self._after))

    def gone_before(self, index: int) -> int:
        """Count those before an index that are ever removed."""
        return (index - self._first + self._apart - 1) // self._apart if self._apart and index > self._first else 0

    def going(self, number: int) -> int:
        """Give the video that is removed as the so-manieth, counted from 0."""
        return self._first + number * self._apart

    def length(self, block: int) -> int:
        """Count the videos that are there."""
        return self._count(block) - self.gone(block)

    def index_at(self, place: int, block: int) -> int:
        """Give the index of the video at a place."""
        gone = self.gone(block)
        index = place
        while (before := min(gone, self.gone_before(index + 1))) != index - place:
            index = place + before
        return index

    def index_after(self, index: int, block: int) -> int:
        """Give the index of the next video that is there."""
        following = index + 1
        return following + 1 if self.is_gone(following, self.gone(block)) else following

    def is_gone(self, index: int, gone: int) -> bool:
        """Tell whether a video is among the first so many that are removed."""
        if not self._apart or index < self._first or (index - self._first) % self._apart:
            return False
        return (index - self._first) // self._apart < gone

    def is_there(self, index: int, block: int) -> bool:
        """Tell whether a video was made and not removed."""
        return 0 <= index < self._count(block) and not self.is_gone(index, self.gone(block))

    def before(self, index: int, block: int) -> int:
        """Count the videos there with a smaller index."""
        index = min(index, self._count(block))
        return index - min(self.gone(block), self.gone_before(index))

    def index(self, key: str) -> int | None:
        """Give the index of a video's id."""
        number = number_of(key)
        return None if number is None else number - 1

    def named(self, column: str, value: str, block: int) -> Iterable[int] | None:
        """Know a channel's videos."""
        channel = number_of(value)
        if column != "channelId" or channel is None:
            return None
        gone = self.gone(block)
        found = self.world.videos_of(channel - 1, block) if channel > 0 else ()
        return (video for video in found if not self.is_gone(video, gone))


class Tally:
    """What each channel has at a block, counted on from the last block asked for: all lists are by channel.

    ``made`` and ``there`` are videos, those removed with or without; ``sizes`` are the bytes of the channel's bag.
    """

    def __init__(self, world: Grown, videos: Videos) -> None:
        self.world = world
        self.videos = videos
        self._block = -1
        self._start()

    def _start(self) -> None:
        self.made: list[int] = []
        self.there: list[int] = []
        self.sizes: list[int] = []
        self._videos = self._gone = 0

    def at(self, block: int) -> "Tally":
        """Count on to a block, or anew where it is an earlier one."""
        if block < self._block:
            self._start()
        if block != self._block:
            self._count_on(block)
            self._block = block
        return self

    def _count_on(self, block: int) -> None:
        world = self.world
        for channel in range(len(self.made), world.channels.count(block)):
            self.made.append(0)
            self.there.append(0)
            self.sizes.append(sum(world.channel_size(channel, part) for part in range(OF_A_CHANNEL)))
        begin = self._videos
        for video, channel in enumerate(world.channels_of(begin, block), begin):
            self.made[channel] += 1
            self.there[channel] += 1
            self.sizes[channel] += world.media_size(video) + world.thumbnail_size(video)
            self._videos += 1
        for number in range(self._gone, self.videos.gone(block)):
            video = self.videos.going(number)
            channel = world.video(video)["channel"]
            self.there[channel] -= 1
            self.sizes[channel] -= world.media_size(video) + world.thumbnail_size(video)
        self._gone = self.videos.gone(block)


class Nfts(Dense):
    """The NFTs of videos: of every so-manieth one, learnt from the first ones of the world."""

    constants: ClassVar[Mapping[str, Any]] = {
        "metadata": "",
        "transactionalStatus": of_type("TransactionalStatusIdle"),
        "creatorRoyalty": None,
        "isOwnedByChannel": True,
        "lastSalePrice": None,
        "lastSaleDate": None,
    }

    def __init__(self, world: Grown) -> None:
        super().__init__(self._issued, lambda index: world.video(self._video(index)))
        self.world = world
        having = list(islice((index for index in range(LEARNT_FROM) if world.video(index)["nft"]), 2))
        self._first = having[0] if len(having) == 2 else 0
        self._apart = having[1] - having[0] if len(having) == 2 else 0
        self.columns = {
            "id": lambda index, _: str(self.told(index)["id"]),
            "createdAt": self._moment,
            "ownerMemberId": lambda index, _: str(world.channel(self.told(index)["channel"])["owner"]),
            "creatorChannelId": lambda index, _: str(self.told(index)["channel"] + 1),
        }

    def _video(self, index: int) -> int:
        return self._first + index * self._apart

    def _issued(self, block: int) -> int:
        videos = self.world.videos.count(block)
        if not self._apart or videos <= self._first:
            return 0
        return (videos - self._first + self._apart - 1) // self._apart

    def index(self, key: str) -> int | None:
        """Give the index of an NFT's id, which is its video's."""
        number = number_of(key)
        if number is None or not self._apart or (number - 1 - self._first) % self._apart:
            return None
        return (number - 1 - self._first) // self._apart


class NftIssues(Dense):
    """The events in which these NFTs were issued; they are not in the feed of all events."""

    constants: ClassVar[Mapping[str, Any]] = {
        "type": "NftIssuedEvent",
        "contentActor": of_type("ContentActorLead"),
        "royalty": None,
        "metadata": "",
        "indexInBlock": 0,
    }

    def __init__(self, nfts: Nfts) -> None:
        super().__init__(nfts.length, nfts.told)
        self.columns = {
            "id": lambda index, _: f"{NETWORK}-{self.told(index)['block']}-n{index}",
            "createdAt": self._moment,
            "inBlock": self._of("block"),
            "videoId": lambda index, _: str(self.told(index)["id"]),
            "ownerMemberId": nfts.columns["ownerMemberId"],
        }

    def index(self, key: str) -> int | None:
        """Give the index of an event's id."""
        return number_of(key.rpartition("-")[2], "n")
