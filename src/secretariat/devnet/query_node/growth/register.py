"""A world's long series as the query node's: members, channels, videos, NFTs and stored objects.

What became of them was never told by events, which would be millions; so their rows are worked out from the same
functions that the chain's counters come from. Videos that are removed are gone, with their objects.
"""

from secretariat.devnet.query_node.growth.content import Channels, NftIssues, Nfts, Tally, Videos
from secretariat.devnet.query_node.growth.members import Entries, MemberMetadata, Members
from secretariat.devnet.query_node.growth.storage import Bags, Buckets, DataObjects
from secretariat.devnet.query_node.growth.world import Grown
from secretariat.devnet.query_node.series import Series


def series_of(world: Grown) -> dict[str, Series]:
    """Give the series by the entity that each is of."""
    videos, nfts = Videos(world), Nfts(world)
    channels = Channels(world, Tally(world, videos))
    members = Members(world, channels)
    return {
        "Membership": members,
        "MemberMetadata": MemberMetadata(members),
        "MembershipGiftedEvent": Entries(members, "Gifted"),
        "MembershipBoughtEvent": Entries(members, "Bought"),
        "MemberInvitedEvent": Entries(members, "Invited"),
        "Channel": channels,
        "Video": videos,
        "OwnedNft": nfts,
        "NftIssuedEvent": NftIssues(nfts),
        "StorageBag": Bags(channels),
        "StorageBucket": Buckets(channels),
        "StorageDataObject": DataObjects(world, videos),
    }
