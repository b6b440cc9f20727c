"""Stored objects, the bags they lie in, and the buckets that keep the bags."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, ClassVar

from secretariat.devnet.addresses import address_of
from secretariat.devnet.query_node.growth.content import Channels, Videos, hash_of
from secretariat.devnet.query_node.growth.dense import Dense, number_of
from secretariat.devnet.query_node.growth.world import Grown
from secretariat.devnet.query_node.mappings.values import hexadecimal, of_type
from secretariat.devnet.world.series import OF_A_CHANNEL, OF_A_VIDEO

BAG = "dynamic:channel:"
REPLICAS = 5
"""A bag is kept in so many buckets."""

BUCKETS = "Storage.NextStorageBucketId"
OBJECTS = 20_000_000
BYTES = 100 * 10**12
"""What one bucket may hold."""


class Bags(Dense):
    """One bag for each channel."""

    def __init__(self, channels: Channels) -> None:
        super().__init__(channels.length, channels.told)
        self.channels = channels
        self.columns = {
            "id": lambda index, _: f"{BAG}{self.told(index)['id']}",
            "createdAt": self._moment,
            "objectsSize": lambda index, block: channels.tally.at(block).sizes[index],
            "owner": lambda index, _: of_type("StorageBagOwnerChannel", channelId=self.told(index)["id"]),
            "storageBuckets": self._buckets,
        }

    def _buckets(self, index: int, block: int) -> list[str]:
        count = self.channels.world.chain.get_at(block, BUCKETS) or 0
        return [str((index * 7 + number) % count) for number in range(min(REPLICAS, count))]

    def index(self, key: str) -> int | None:
        """Give the index of a bag's id."""
        number = number_of(key, BAG)
        return None if number is None else number - 1


class Buckets(Dense):
    """Buckets, as many as the chain's counter says; each keeps its share of all replicas."""

    constants: ClassVar[Mapping[str, Any]] = {
        "acceptingNewBags": True,
        "dataObjectsSizeLimit": BYTES,
        "dataObjectCountLimit": OBJECTS,
    }

    def __init__(self, channels: Channels) -> None:
        world = channels.world
        super().__init__(lambda block: world.chain.get_at(block, BUCKETS) or 0, lambda _: {"block": 0})
        self.channels = channels
        self.columns = {
            "id": lambda index, _: str(index),
            "createdAt": self._moment,
            "dataObjectsCount": lambda index, block: self._share(index, block, self._objects(block)),
            "dataObjectsSize": lambda index, block: self._share(index, block, sum(channels.tally.at(block).sizes)),
            "operatorStatus": self._operator,
        }

    def _share(self, index: int, block: int, whole: int) -> int:
        share, rest = divmod(whole * REPLICAS, self.length(block))
        return share + (index < rest)

    def _objects(self, block: int) -> int:
        tally = self.channels.tally.at(block)
        return OF_A_CHANNEL * len(tally.made) + OF_A_VIDEO * sum(tally.there)

    def _operator(self, index: int, _block: int) -> dict[str, Any]:
        account = address_of(hash_of("transactor", index))
        return of_type("StorageBucketOperatorStatusActive", workerId=index, transactorAccountId=account)

    def index(self, key: str) -> int | None:
        """Give the index of a bucket's id."""
        return number_of(key)


class DataObjects(Dense):
    """Objects of channels and videos; those of removed videos are gone, as many for each as a video has."""

    constants: ClassVar[Mapping[str, Any]] = {"isAccepted": True, "stateBloatBond": 0, "unsetAt": None}

    def __init__(self, world: Grown, videos: Videos) -> None:
        super().__init__(world.object_count, world.data_object)
        self.world = world
        self.videos = videos
        self._starts: dict[int, int] = {}
        self.columns = {
            "id": lambda index, _: str(self.told(index)["id"]),
            "createdAt": self._moment,
            "size": self._of("size"),
            "storageBagId": lambda index, _: f"{BAG}{self.told(index)['channel'] + 1}",
            "ipfsHash": lambda index, _: hexadecimal(hash_of("object", index)),
            "type": self._type,
        }

    def _type(self, index: int, _block: int) -> dict[str, Any]:
        told = self.told(index)
        if told["video"] is None:
            return of_type("DataObjectTypeChannelAvatar", channelId=str(told["channel"] + 1))
        first = index == self._start_of_video(told["video"])
        name = "DataObjectTypeVideoMedia" if first else "DataObjectTypeVideoThumbnail"
        return of_type(name, videoId=str(told["video"] + 1))

    def _start_of_video(self, video: int) -> int:
        """Give the index of a video's first object: those of all channels made by its block lie before, too."""
        channels = self.world.channels.count(self.world.videos.block_of(video))
        return OF_A_CHANNEL * channels + OF_A_VIDEO * video

    def _start(self, number: int) -> int:
        """Give the index of the first object of the so-manieth video that is removed."""
        if number not in self._starts:
            self._starts[number] = self._start_of_video(self.videos.going(number))
        return self._starts[number]

    def _gone_by(self, block: int, before: Callable[[int, int], bool]) -> int:
        """Count the removed videos of which something holds: of the first ones, and of no later one."""
        low, high = 0, self.videos.gone(block)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if before(self._start(middle), middle) else (low, middle)
        return low

    def length(self, block: int) -> int:
        """Count the objects that are there."""
        return self._count(block) - OF_A_VIDEO * self.videos.gone(block)

    def index_at(self, place: int, block: int) -> int:
        """Give the index of the object at a place."""
        gone = self._gone_by(block, lambda start, number: start - OF_A_VIDEO * number <= place)
        return place + OF_A_VIDEO * gone

    def index_after(self, index: int, block: int) -> int:
        """Give the index of the next object that is there."""
        following = index + 1
        while following < self._count(block) and self._is_gone(following, block):
            following += 1
        return following

    def _is_gone(self, index: int, block: int) -> bool:
        removed = self.told(index)["removed"]
        return removed is not None and removed <= block

    def is_there(self, index: int, block: int) -> bool:
        """Tell whether an object was made and not removed."""
        return 0 <= index < self._count(block) and not self._is_gone(index, block)

    def before(self, index: int, block: int) -> int:
        """Count the objects there with a smaller index."""
        index = min(index, self._count(block))
        return index - OF_A_VIDEO * self._gone_by(block, lambda start, _: start < index)

    def index(self, key: str) -> int | None:
        """Give the index of an object's id."""
        return number_of(key)

    def named(self, column: str, value: str, block: int) -> Iterable[int] | None:
        """Know the objects of a channel's bag."""
        number = number_of(value, BAG)
        if column != "storageBagId" or number is None:
            return None
        return self._of_channel(number - 1, block) if number > 0 else ()

    def _of_channel(self, channel: int, block: int) -> Iterator[int]:
        if channel >= self.world.channels.count(block):
            return
        made = self.world.channels.block_of(channel)
        videos = self.world.videos.count(made - 1) if made else 0
        start = OF_A_CHANNEL * channel + OF_A_VIDEO * videos
        yield from range(start, start + OF_A_CHANNEL)
        gone = self.videos.gone(block)
        for video in self.world.videos_of(channel, block):
            if not self.videos.is_gone(video, gone):
                first = self._start_of_video(video)
                yield from range(first, first + OF_A_VIDEO)
