"""Growth: totals of one moment, as rows are deleted in the query node and the past can only be remembered."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthTotals:
    """The totals of what was made until ``block``; the key is the day in UTC. Sizes are in bytes.

    They are as the query node had them when they were read: it does not tell of an earlier block what was deleted or filled since.
    ``until_block`` is the block of its newest event after the reading, at least ``block``: so far at least it had come. None where an
    earlier version read them.

    ``stored_bytes`` counts each object once; ``bucket_bytes`` counts its replicas, ``bucket_limit`` the room for them.
    """

    KIND: ClassVar[str] = "growth-totals"

    block: int
    at: Moment
    until_block: int | None = None
    members: int | None = None
    members_invited: int | None = None
    members_gifted: int | None = None
    members_bought: int | None = None
    members_created: int | None = None
    channels: int | None = None
    channels_with_videos: int | None = None
    videos: int | None = None
    nfts: int | None = None
    nft_sales: int | None = None
    data_objects: int | None = None
    threads: int | None = None
    posts: int | None = None
    proposals: int | None = None
    stored_bytes: int | None = None
    bags: int | None = None
    buckets: int | None = None
    bucket_bytes: int | None = None
    bucket_limit: int | None = None
