"""Large series: members, channels, videos and data objects, each a function of the seed and an index.

Nothing of them is held. A series grows along a curve that ends at the world's size, and goes on at its last pace; bursts
that world files ask for come on top. Items are in the order in which they were made, and carry the runtime's ids.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import isqrt
from typing import Any

from secretariat.devnet.chain import chance
from secretariat.devnet.chain.kernel import Chain, Computed, Key
from secretariat.devnet.runtime import members
from secretariat.devnet.world.sizes import Size

BURSTS = ":bursts"
"""Per series: bursts as (from block, blocks, extra items)."""

MILESTONES = 64
"""Videos go round all channels that were there at the last milestone; there are so many up to the horizon."""

OF_A_VIDEO, OF_A_CHANNEL = 2, 3
"""Data objects: a video's media and thumbnail; a channel's avatar, cover and banner."""

REMOVED_OF, REMOVED_AFTER = 40, 300_000
"""One video in so many is removed, so many blocks after it was made."""

FOUNDER = 0  # owns what is made before the series has members

MEGABYTE = 1_048_576


@dataclass(frozen=True)
class Counted:
    """A series that grows to ``total`` at block ``horizon``; ``name`` is the key of its bursts.

    ``first`` items are there from block 1 on.
    """

    chain: Chain
    name: str
    total: int
    horizon: int
    first: int = 0

    def count(self, block: int) -> int:
        """Count the items that were made up to and with a block."""
        h = self.horizon
        within = min(block, h)
        count = self.total * (h * within + 3 * within * within) // (4 * h * h)
        if block > h:
            count += self.total * 7 * (block - h) // (4 * h)
        count = max(count, self.first if block else 0)
        for begun, blocks, extra in self.chain.get_at(block, BURSTS, self.name) or ():
            count += extra * min(blocks, block - begun) // blocks
        return count

    def block_of(self, index: int) -> int:
        """Give the block in which an item was made; it must have been by now.

        The curve says where it would be without bursts; the search begins there.
        """
        return _block_of(index, self.count, self._without_bursts(index), self.chain.now)

    def _without_bursts(self, index: int) -> int:
        """Solve the curve for the block in which it passes an index."""
        h, total = self.horizon, max(1, self.total)
        if index < total:
            return (isqrt(h * h + 48 * h * h * (index + 1) // total) - h) // 6
        return h + (index + 1 - total) * 4 * h // (7 * total)


def _block_of(index: int, count: Callable[[int], int], guess: int, last: int) -> int:
    """Give the first block up to ``last`` by which more than ``index`` are counted: ever further away from a guess."""
    low = high = min(guess, last)
    step = 1
    if count(low) > index:
        while low > 0 and count(low) > index:
            low, high, step = max(0, low - step), low, step * 4
    else:
        while high < last and count(high) <= index:
            low, high, step = high, min(last, high + step), step * 4
    return low + bisect_right(range(low, high), index, key=count)


class Series:
    """All large series of a world, over its chain."""

    def __init__(self, chain: Chain, size: Size) -> None:
        horizon = max(1, size.horizon)
        self.chain = chain
        self.seed = chain.seed
        self.members = Counted(chain, "members", size.members, horizon)
        self.channels = Counted(chain, "channels", size.channels, horizon, first=1)
        self.videos = Counted(chain, "videos", size.videos, horizon)
        self._step = max(1, horizon // MILESTONES)
        self._milestones: list[tuple[int, int]] = []
        self._near = 0

    # -------------------------------------------------------------- members

    def member_id(self, index: int) -> int:
        """Give the runtime's id of a member of the series; members who were made by acts have ids between."""
        made: tuple[int, ...] = self.chain.get(members.MADE) or ()
        found = index
        while (again := index + bisect_right(made, found)) != found:
            found = again
        return found

    def member_index(self, member: int) -> int | None:
        """Give a member's index in the series; None for one who was made by an act."""
        made: tuple[int, ...] = self.chain.get(members.MADE) or ()
        before = bisect_left(made, member)
        return None if before < len(made) and made[before] == member else member - before

    def entry(self, index: int) -> str:
        """Tell how a member of the series came: Bought, Gifted or Invited."""
        return chance.weighted((("Gifted", 88.0), ("Bought", 7.0), ("Invited", 5.0)), self.seed, "entry", index)

    def member(self, index: int) -> dict[str, Any]:
        """Give a member of the series: id, block, handle, root, controller, entry (Bought, Gifted or Invited)."""
        seed = self.seed
        controller = chance.key_of(seed, "controller", index)
        entry = self.entry(index)
        own_root = chance.happens(0.05, seed, "root", index)
        word = chance.pick(_SYLLABLES, seed, "handle", index) + chance.pick(_SYLLABLES, seed, "handle again", index)
        return {
            "id": self.member_id(index),
            "block": self.members.block_of(index),
            "handle": f"{word}{index}",
            "root": chance.key_of(seed, "root", index) if own_root else controller,
            "controller": controller,
            "entry": entry,
            "inviter": index * 7 % max(1, len(self.chain.get(members.MADE) or ())) if entry == "Invited" else None,
        }

    # ------------------------------------------------------------- channels

    def channel(self, index: int) -> dict[str, Any]:
        """Give a channel: id, block, title, owner (a member of the series, by index)."""
        block = self.channels.block_of(index)
        known = self.members.count(block)
        word = chance.pick(_SYLLABLES, self.seed, "channel", index)
        return {
            "id": index + 1,
            "block": block,
            "title": f"{word.capitalize()} Channel {index + 1}",
            "owner": self.member_id(chance.below(known, self.seed, "owner", index)) if known else FOUNDER,
        }

    def _milestone(self, number: int) -> tuple[int, int]:
        """Give the counts of videos and channels just before a milestone: what its own block brings belongs to it."""
        while len(self._milestones) <= number:
            block = max(0, len(self._milestones) * self._step - 1)
            self._milestones.append((self.videos.count(block), max(1, self.channels.count(block))))
        return self._milestones[number]

    def videos_of(self, channel: int, block: int) -> Iterator[int]:
        """Give the indices of all videos that were made in a channel up to a block."""
        last = block // self._step
        for number in range(last + 1):
            first, channels = self._milestone(number)
            end = self._milestone(number + 1)[0] if number < last else self.videos.count(block)
            if channel < channels:
                yield from range(first + channel, end, channels)

    def channels_of(self, begin: int, block: int) -> Iterator[int]:
        """Give the channels, by index, of all videos from an index on that were made up to a block."""
        last = block // self._step
        for number in range(last + 1):
            first, channels = self._milestone(number)
            end = self._milestone(number + 1)[0] if number < last else self.videos.count(block)
            for index in range(max(first, begin), end):
                yield (index - first) % channels

    # --------------------------------------------------------------- videos

    def video(self, index: int, made: int | None = None) -> dict[str, Any]:
        """Give a video: id, block, title, channel (by index), and the block of its removal, if it is removed.

        ``made`` is its block where that is known.
        """
        block = self.videos.block_of(index) if made is None else made
        first, channels = self._milestone(block // self._step)
        word = chance.pick(_SYLLABLES, self.seed, "video", index)
        return {
            "id": index + 1,
            "block": block,
            "title": f"{word.capitalize()} No. {index + 1}",
            "channel": (index - first) % channels,
            "removed": self.removed(index, block),
            "nft": index % 50 == 11,
        }

    def removed(self, index: int, made: int) -> int | None:
        """Give the block in which a video is removed; most never are."""
        return made + REMOVED_AFTER if index % REMOVED_OF == REMOVED_OF - 1 else None

    def removed_count(self, block: int) -> int:
        """Count the videos that were removed up to and with a block."""
        return self.videos.count(block - REMOVED_AFTER) // REMOVED_OF if block >= REMOVED_AFTER else 0

    # --------------------------------------------------------- data objects

    def object_count(self, block: int) -> int:
        """Count the data objects that were made up to and with a block."""
        return OF_A_CHANNEL * self.channels.count(block) + OF_A_VIDEO * self.videos.count(block)

    def object_block(self, index: int) -> int:
        """Give the block in which a data object was made. Most are asked for in order: the last one's block is near."""
        self._near = _block_of(index, self.object_count, self._near, self.chain.now)
        return self._near

    def data_object(self, index: int) -> dict[str, Any]:
        """Give a data object: id, block, size in bytes, its channel, and its video if it is one's (both by index)."""
        block = self.object_block(index)
        channels, videos = self.channels.count(block - 1), self.videos.count(block - 1)
        place = index - OF_A_CHANNEL * channels - OF_A_VIDEO * videos
        new = OF_A_CHANNEL * (self.channels.count(block) - channels)
        if place < new:
            channel, part = channels + place // OF_A_CHANNEL, place % OF_A_CHANNEL
            size = self.channel_size(channel, part)
            return {"id": index, "block": block, "size": size, "channel": channel, "video": None, "removed": None}
        video, part = videos + (place - new) // OF_A_VIDEO, (place - new) % OF_A_VIDEO
        found = self.video(video, block)
        size = self.media_size(video) if part == 0 else self.thumbnail_size(video)
        return {
            "id": index,
            "block": block,
            "size": size,
            "channel": found["channel"],
            "video": video,
            "removed": found["removed"],
        }

    def media_size(self, video: int) -> int:
        """Give the bytes of a video's media."""
        return (8 + video * 7_919 % 397) * MEGABYTE

    def thumbnail_size(self, video: int) -> int:
        """Give the bytes of a video's thumbnail."""
        return 20_000 + video * 613 % 60_000

    def channel_size(self, channel: int, part: int) -> int:
        """Give the bytes of one of a channel's pictures."""
        return 50_000 + (channel * OF_A_CHANNEL + part) * 977 % 900_000

    def bag(self, channel: int, block: int) -> tuple[int, int]:
        """Give how many data objects a channel's bag holds at a block, and their bytes; removed videos are gone."""
        count = OF_A_CHANNEL
        size = sum(self.channel_size(channel, part) for part in range(OF_A_CHANNEL))
        gone = self.videos.count(block - REMOVED_AFTER) if block >= REMOVED_AFTER else 0
        for video in self.videos_of(channel, block):
            if video < gone and video % REMOVED_OF == REMOVED_OF - 1:
                continue
            count += OF_A_VIDEO
            size += self.media_size(video) + self.thumbnail_size(video)
        return count, size

    # -------------------------------------------------------------- storage

    def install(self) -> None:
        """Let the chain's counters and memberships come from the series."""
        chain = self.chain
        chain.compute(members.NEXT, lambda of, block, _key: self.next_member(of, block))
        chain.compute(members.MEMBERSHIP, Computed(self._membership, self._member_keys))
        chain.compute("Content.NextChannelId", lambda _of, block, _key: self.channels.count(block) + 1)
        chain.compute("Content.NextVideoId", lambda _of, block, _key: self.videos.count(block) + 1)
        chain.compute("Storage.NextDataObjectId", lambda _of, block, _key: self.object_count(block))
        chain.compute("Storage.NextStorageBucketId", lambda _of, _block, _key: 12)
        chain.compute("Content.NextCuratorGroupId", lambda _of, _block, _key: 2)

    def next_member(self, chain: Chain, block: int) -> int:
        """Give the id that the next member would have after a block."""
        return self.members.count(block) + len(chain.get_at(block, members.MADE) or ())

    def _membership(self, chain: Chain, block: int, key: Key) -> Any:
        (member,) = key
        index = self.member_index(member)
        if index is None or member >= self.next_member(chain, block) or index >= self.members.count(block):
            return None
        found = self.member(index)
        return {
            "handle_hash": members.hash_of(found["handle"].encode()),
            "root_account": found["root"],
            "controller_account": found["controller"],
            "verified": False,
            "invites": 0 if found["entry"] != "Bought" else 5,
        }

    def _member_keys(self, _chain: Chain, block: int) -> Iterator[Key]:
        for index in range(self.members.count(block)):
            yield (self.member_id(index),)

    def burst(self, name: str, blocks: int, extra: int) -> None:
        """Let a series grow by ``extra`` items more, evenly over the blocks to come."""
        known = self.chain.get(BURSTS, name) or ()
        self.chain.put(BURSTS, (*known, (self.chain.now, blocks, extra)), name)


_WORDS = "ka lo mi ne ru sa ti vo be du fi ga ho ju pe qu ra su to wi xa ye zo an el is or un"
_SYLLABLES = tuple(_WORDS.split())
