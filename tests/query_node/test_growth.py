"""Growth: one dated record of all totals, sizes summed over all bags and buckets."""

from graphql import GraphQLSchema

from secretariat.sources.query_node.growth import read_growth
from secretariat.sources.query_node.pages import Ask
from tests.query_node.invented import HEAD
from tests.query_node.server import QueryNode
from tests.query_node.world import World
from tests.wire.fault_proxy import FaultProxy

OLD = "2024-01-01T00:00:00.000Z"
LATER = "2026-01-01T00:00:00.000Z"

Running = tuple[Ask, QueryNode, FaultProxy]


def test_all_totals_of_one_moment_are_one_record(running: Running) -> None:
    ask, node, proxy = running
    world = node.world = World()
    for n in range(45):
        world.put("StorageBag", id=f"bag:{n}", createdAt=OLD, objectsSize=10 ** (n % 5))
    world.put("StorageBag", id="bag:late", createdAt=LATER, objectsSize=7)
    world.put("StorageBucket", id="1", createdAt=OLD, dataObjectsSize=2, dataObjectsSizeLimit=10**16)
    for n, block in enumerate((5, HEAD.block, HEAD.block + 1)):
        world.put("Channel", id=str(n), createdAt=OLD, createdInBlock=block, totalVideosCreated=n)
        world.put("MemberInvitedEvent", id=str(n), createdAt=OLD, inBlock=block)
    world.put("Membership", id="1", createdAt=OLD)
    world.put("Membership", id="2", createdAt=LATER)
    asked = len(proxy.log)
    reading = read_growth(ask, HEAD, 2)
    (record,) = reading.records.values()
    fact = record.fact
    assert (record.key, fact.at, fact.block) == ("2025-06-15", "2025-06-15T15:06:40Z", HEAD.block)
    assert (fact.members, fact.members_invited, fact.channels, fact.channels_with_videos) == (1, 2, 2, 1)
    assert (fact.bags, fact.stored_bytes) == (45, 9 * 11_111)
    assert (fact.buckets, fact.bucket_bytes, fact.bucket_limit) == (1, 2, 10**16)
    assert fact.videos == 0
    assert not reading.problems
    assert fact.until_block == HEAD.block + 1, "an event after the head was there when they were read"
    assert len(proxy.log) - asked == 1 + 3 + 1 + 1


def test_one_size_that_cannot_be_read_makes_its_sum_unknown(running: Running, schema: GraphQLSchema) -> None:
    ask, node, _ = running
    world = node.world = World()
    world.put("StorageBag", id="1", createdAt=OLD, objectsSize=-5)
    world.put("StorageBag", id="2", createdAt=OLD, objectsSize=5)
    reading = read_growth(ask, HEAD, 10)
    (record,) = reading.records.values()
    assert (record.fact.stored_bytes, record.fact.bags) == (None, 2)
    assert [problem.target and problem.target.field for problem in reading.problems] == ["stored_bytes"]


def test_a_query_node_that_did_not_go_on_meanwhile_had_come_to_the_head(running: Running) -> None:
    ask, node, _ = running
    node.world = World()
    (record,) = read_growth(ask, HEAD, 10).records.values()
    assert (record.fact.block, record.fact.until_block) == (HEAD.block, HEAD.block)
