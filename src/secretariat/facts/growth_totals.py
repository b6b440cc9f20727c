"""Growth: totals of one moment, as rows are deleted in the query node and the past can only be remembered."""

from dataclasses import dataclass
from typing import ClassVar

from secretariat.facts.moments import Moment


@dataclass(frozen=True, kw_only=True, slots=True)
class GrowthTotals:
    """The totals as they were at ``block``; the key is the day in UTC. Sizes are in bytes.

    ``stored_bytes`` counts each object once; ``bucket_bytes`` counts its replicas, ``bucket_limit`` the room for them.
    """

    KIND: ClassVar[str] = "growth-totals"

    block: int
    at: Moment
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
