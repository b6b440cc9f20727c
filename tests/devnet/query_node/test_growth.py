"""Long series: counted, paged and followed without being held, with what events add, change and remove among them."""

from typing import Any

import pytest

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.query_node.growth.content import Tally, Videos
from secretariat.devnet.query_node.growth.register import series_of
from secretariat.devnet.query_node.node import QueryNode
from secretariat.devnet.query_node.processor import Processor
from secretariat.devnet.runtime.members import MADE
from secretariat.devnet.world.series import REMOVED_AFTER, Series
from secretariat.devnet.world.sizes import SMALL
from tests.devnet.query_node.history import History, created

LATE = SMALL.horizon
NEVER = "2100-01-01T00:00:00.000Z"


class Grown(History):
    """A world of the smallest size, without people."""

    def __init__(self, block: int = LATE) -> None:
        self.chain = Chain(1)
        self.world = Series(self.chain, SMALL)
        self.world.install()
        self.chain.settle(block)
        self.node = QueryNode(Processor(self.chain, series=series_of(self.world)))


def walked(grown: Grown, plural: str, fields: str, where: str = "", size: int = 200) -> list[dict[str, Any]]:
    """Walk a connection page by page, and hold what it says to its count."""
    found: list[dict[str, Any]] = []
    after = ""
    while True:
        name = f"{plural}Connection"
        query = f"""{{ {name}(first: {size} {after} orderBy: [createdAt_ASC] where: {{ {where} }}) {{ totalCount
            edges {{ node {{ id createdAt {fields} }} }} pageInfo {{ hasNextPage endCursor }} }} }}"""
        one = grown.ask(query)[name]
        found += [edge["node"] for edge in one["edges"]]
        if not one["pageInfo"]["hasNextPage"]:
            break
        after = f'after: "{one["pageInfo"]["endCursor"]}"'
    assert len({row["id"] for row in found}) == len(found) == one["totalCount"]
    assert [row["createdAt"] for row in found] == sorted(row["createdAt"] for row in found)
    return found


def test_members_of_the_series_and_those_of_events_are_one_list() -> None:
    grown = Grown(10)
    for block in (50_000, 200_000, 300_000):
        grown.chain.settle(block)
        number = grown.world.next_member(grown.chain, block)
        grown.chain.emit("Members.MemberCreated", number, created(number % 100), 5)
        grown.chain.put(MADE, (*(grown.chain.get(MADE) or ()), number))
    made = list(grown.chain.get(MADE))
    grown.chain.settle(LATE)
    rows = walked(grown, "memberships", "handle entry { __typename } metadata { name }")
    assert len(rows) == SMALL.members + 3
    assert [int(row["id"]) for row in rows] == list(range(SMALL.members + 3))
    ours = [row for row in rows if row["entry"]["__typename"] == "MembershipEntryMemberCreated"]
    assert [int(row["id"]) for row in ours] == made
    counts = grown.ask(
        """{ gifted: membershipGiftedEventsConnection(first: 1) { totalCount } bought: membershipBoughtEventsConnection(first: 1) {
        totalCount } invited: memberInvitedEventsConnection(first: 1) { totalCount } }"""
    )
    for name, entry in (("gifted", "Gifted"), ("bought", "Paid"), ("invited", "Invited")):
        expected = sum(row["entry"]["__typename"] == f"MembershipEntry{entry}" for row in rows)
        assert counts[name]["totalCount"] == expected > 0


def test_a_past_moment_counts_what_was_made_by_then() -> None:
    grown = Grown()
    for block in (1, LATE // 3, LATE):
        where = f"createdInBlock_lte: {block}"
        query = f"{{ channelsConnection(first: 1, where: {{ {where} }}) {{ totalCount }} }}"
        assert grown.ask(query)["channelsConnection"]["totalCount"] == grown.world.channels.count(block)


def test_it_grows_with_the_height_and_not_before() -> None:
    grown = Grown(LATE // 2)
    query = "{ videosConnection(first: 1) { totalCount } }"
    before = grown.ask(query)["videosConnection"]["totalCount"]
    grown.node.processor.lag = LATE // 4
    grown.chain.settle(LATE * 3 // 4)
    assert grown.ask(query)["videosConnection"]["totalCount"] == before
    grown.node.processor.lag = 0
    assert grown.ask(query)["videosConnection"]["totalCount"] > before


def test_removed_videos_are_gone_with_their_objects_and_past_totals_with_them() -> None:
    grown = Grown()
    world, now = grown.world, grown.chain.now
    there = {
        index
        for index in range(world.videos.count(now))
        if (gone := world.removed(index, world.videos.block_of(index))) is None or gone > now
    }
    rows = walked(grown, "videos", "channel { id } createdInBlock")
    assert {int(row["id"]) - 1 for row in rows} == there
    assert len(there) < world.videos.count(now)
    early = now - 2 * REMOVED_AFTER
    counted = len([row for row in rows if row["createdInBlock"] <= early])
    assert counted < world.videos.count(early)
    query = f"{{ videosConnection(first: 1, where: {{ createdInBlock_lte: {early} }}) {{ totalCount }} }}"
    assert grown.ask(query)["videosConnection"]["totalCount"] == counted
    objects = walked(
        grown,
        "storageDataObjects",
        "size storageBag { id } type { __typename ... on DataObjectTypeVideoMedia { video { id } } }",
    )
    of_videos = [
        one["type"]["video"]["id"] for one in objects if one["type"]["__typename"] == "DataObjectTypeVideoMedia"
    ]
    assert {int(key) - 1 for key in of_videos} == there
    sizes: dict[str, int] = {}
    for one in objects:
        sizes[one["storageBag"]["id"]] = sizes.get(one["storageBag"]["id"], 0) + int(one["size"])
    bags = walked(grown, "storageBags", "objectsSize owner { ... on StorageBagOwnerChannel { channelId } }", size=50)
    assert {bag["id"]: int(bag["objectsSize"]) for bag in bags} == sizes


def test_a_channels_videos_and_a_bags_objects_are_those_of_the_long_lists() -> None:
    grown = Grown()
    data = grown.ask(
        """{ channels(limit: 3, offset: 2) { id totalVideosCreated activeVideosCounter videos { id channelId } ownerMember { channels { id } } }
        storageBags(limit: 2) { id objectsSize objects { size storageBagId } storageBuckets { id } } }"""
    )
    for channel in data["channels"]:
        assert {video["channelId"] for video in channel["videos"]} <= {channel["id"]}
        assert len(channel["videos"]) == channel["activeVideosCounter"] <= channel["totalVideosCreated"]
        assert {"id": channel["id"]} in channel["ownerMember"]["channels"]
    for bag in data["storageBags"]:
        assert sum(int(one["size"]) for one in bag["objects"]) == int(bag["objectsSize"])
        assert {one["storageBagId"] for one in bag["objects"]} == {bag["id"]}
        assert len(bag["storageBuckets"]) == 5


def test_each_bags_size_is_what_the_world_says() -> None:
    grown = Grown()
    world, now = grown.world, grown.chain.now
    tally = Tally(world, Videos(world))
    for block in (now // 3, now):
        at = tally.at(block)
        assert at.sizes == [world.bag(channel, block)[1] for channel in range(world.channels.count(block))]
        assert at.made == [sum(1 for _ in world.videos_of(channel, block)) for channel in range(len(at.made))]
    assert tally.at(now // 3).sizes == [world.bag(channel, now // 3)[1] for channel in range(len(tally.sizes))]


def test_buckets_keep_five_copies_of_everything() -> None:
    grown = Grown()
    buckets = walked(grown, "storageBuckets", "dataObjectsSize dataObjectsCount operatorStatus { __typename }")
    bags = walked(grown, "storageBags", "objectsSize")
    assert sum(int(one["dataObjectsSize"]) for one in buckets) == 5 * sum(int(one["objectsSize"]) for one in bags)
    objects = grown.ask("{ storageDataObjectsConnection(first: 1) { totalCount } }")["storageDataObjectsConnection"]
    assert sum(int(one["dataObjectsCount"]) for one in buckets) == 5 * objects["totalCount"]


def test_nfts_are_of_videos_and_their_issues_stay() -> None:
    grown = Grown()
    issues = walked(grown, "nftIssuedEvents", "inBlock video { id nft { id ownerMember { id } } }")
    world = grown.world
    expected = [index for index in range(world.videos.count(grown.chain.now)) if world.video(index)["nft"]]
    assert len(issues) == len(expected)
    assert all(row["video"] is None or row["video"]["nft"]["id"] == row["video"]["id"] for row in issues)


def test_events_change_and_remove_items() -> None:
    grown = Grown()
    grown.at(LATE + 1, ("Members.MemberProfileUpdated", 3, b"renamed", None))
    grown.at(LATE + 2, ("Content.ChannelDeleted", "Lead", 2), ("Content.VideoDeleted", "Lead", 7))
    data = grown.ask(
        '{ memberships(where: { handle_eq: "renamed" }) { id handle version } channels(where: { id_eq: "2" }) { id } }'
    )
    assert data == {"memberships": [{"id": "3", "handle": "renamed", "version": 2}], "channels": []}
    channels = walked(grown, "channels", "title", size=7)
    assert len(channels) == grown.world.channels.count(LATE + 2) - 1
    assert "2" not in {row["id"] for row in channels}
    assert [int(row["id"]) for row in channels[:3]] == [1, 3, 4]
    assert "7" not in {row["id"] for row in walked(grown, "videos", "id", size=500)}


def test_who_sits_in_the_council_is_found_without_looking_at_everybody() -> None:
    grown = Grown()
    looked = []
    made = grown.world.member
    grown.world.member = lambda index: looked.append(index) or made(index)  # type: ignore[method-assign,func-returns-value]
    query = "{ membershipsConnection(where: { isCouncilMember_eq: true }) { totalCount edges { node { id } } } }"
    assert grown.ask(query)["membershipsConnection"] == {"totalCount": 0, "edges": []}
    assert len(looked) < 5


@pytest.mark.parametrize(
    "query", ["{ videos(orderBy: [title_ASC]) { id } }", "{ videos(orderBy: [title_DESC], limit: 2) { id } }"]
)
def test_an_order_that_would_need_everything_is_served_while_it_is_little(query: str) -> None:
    titles = Grown().ask(query)["videos"]
    assert titles


def test_and_is_refused_when_it_is_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secretariat.devnet.query_node.series_table.LONGEST_WALK", 100)
    status, message = Grown().refused("{ videos(orderBy: [title_ASC]) { id } }")
    assert status == 200
    assert "order them by createdAt" in message
