"""What a world must tell of its long series."""

from collections.abc import Iterator
from typing import Any, Protocol

from secretariat.devnet.chain.kernel import Chain

Told = dict[str, Any]


class Counting(Protocol):
    """How a series grows."""

    def count(self, block: int) -> int:
        """Count the items that were made up to and with a block."""

    def block_of(self, index: int) -> int:
        """Give the block in which an item was made."""


class Grown(Protocol):
    """A world's series, as far as rows are made of them. Items are told by index; ids are the runtime's."""

    @property
    def chain(self) -> Chain:
        """Give the chain, whose counters the series are."""

    @property
    def members(self) -> Counting:
        """Give how members become more."""

    @property
    def channels(self) -> Counting:
        """Give how channels become more."""

    @property
    def videos(self) -> Counting:
        """Give how videos become more."""

    def member_id(self, index: int) -> int:
        """Give a member's id."""

    def member_index(self, member: int) -> int | None:
        """Give a member's index; None for one who is not of the series."""

    def member(self, index: int) -> Told:
        """Give id, block, handle, root, controller, entry (Bought, Gifted or Invited) and inviter."""

    def entry(self, index: int) -> str:
        """Tell how a member came: Bought, Gifted or Invited."""

    def channel(self, index: int) -> Told:
        """Give id, block, title and owner (an id)."""

    def video(self, index: int) -> Told:
        """Give id, block, title, channel (an index), removed (a block or None) and nft."""

    def videos_of(self, channel: int, block: int) -> Iterator[int]:
        """Give the indices of all videos made in a channel up to a block."""

    def channels_of(self, begin: int, block: int) -> Iterator[int]:
        """Give the channels, by index, of all videos from an index on that were made up to a block."""

    def removed(self, index: int, made: int) -> int | None:
        """Give the block in which a video is removed."""

    def object_count(self, block: int) -> int:
        """Count the data objects made up to and with a block."""

    def data_object(self, index: int) -> Told:
        """Give id, block, size, channel, video (indices) and removed."""

    def media_size(self, video: int) -> int:
        """Give the bytes of a video's media."""

    def thumbnail_size(self, video: int) -> int:
        """Give the bytes of a video's thumbnail."""

    def channel_size(self, channel: int, part: int) -> int:
        """Give the bytes of one of a channel's pictures."""
