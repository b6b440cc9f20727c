"""Rows of a query node as many and as long as a network has them after some years, invented from a seed."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from graphql import GraphQLSchema
from tests.query_node.invented import invented_row, node_of
from tests.query_node.world import Entity, World

from secretariat.sources.query_node.lists import LISTS

ROWS = {
    "proposals": 1_800,
    "proposal-discussions": 1_800,
    "proposal-votes": 9_000,
    "discussion-posts": 4_000,
    "forum-posts": 7_000,
    "forum-threads": 1_000,
    "rewards-paid": 40_000,
    "council-rewards": 5_000,
    "votes-cast": 3_000,
    "cast-votes": 3_000,
    "applications": 800,
    "memberships": 60_000,
}
"""The lists that are long, about as long as the main network's; of every other one there are a few rows."""

BAGS = 30_000
"""Storage bags, one for each channel: they are read and summed, and no row of theirs is kept."""

NAMED = 400
"""Of all members, those that other rows name: whoever votes, writes or works."""

FEW = 20

REFERENCES = {
    "proposalId": "proposals",
    "discussionThread": "proposal-discussions",
    "discussionThreadId": "proposal-discussions",
    "voterId": "memberships",
    "authorId": "memberships",
    "creatorId": "memberships",
    "memberId": "memberships",
    "threadId": "forum-threads",
}
"""Relations and foreign keys into long lists, so that rows name what is there; all others name one of a few."""

OPEN = {"isCouncilMember": True, "stakeLocked": True, "isFinalized": False, "isActive": True}
"""What a row says that can still change; only the newest do."""

STILL_OPEN = 0.99

BORN = datetime(2022, 12, 9, tzinfo=UTC)
YEARS = timedelta(days=900)
BLOCKS = 5_000_000
AMOUNTS = frozenset({"amount", "stake", "balance", "votePower", "rewardPerBlock", "budgetChange"})
WORDS = [
    "council",
    "budget",
    "proposal",
    "forum",
    "working",
    "group",
    "lead",
    "term",
    "report",
    "storage",
    "content",
    "reward",
    "video",
    "member",
    "vote",
]


def invented_rows(schema: GraphQLSchema, seed: int) -> World:
    """Make the world. Rows name only rows that came before them, and times and blocks rise with the ids."""
    chance = Random(seed)
    world = World()
    for listed in LISTS:
        type_, selected = node_of(schema, listed)
        count = ROWS.get(listed.name, FEW)
        for n in range(count):
            share = n / count
            row = {"createdAt": _moment(share), **_lived(invented_row(type_, selected, n), share, chance)}
            row |= {name: open_ if share >= STILL_OPEN else not open_ for name, open_ in OPEN.items() if name in row}
            world.put(type_.name, **{**row, "id": str(n + 1)})
    for n in range(BAGS):
        world.put(
            "StorageBag", id=f"dynamic:channel:{n}", createdAt=_moment(n / BAGS), objectsSize=chance.randrange(10**9)
        )
    return world


def rows_of(world: World) -> int:
    """Count all rows that a sync keeps or looks at: of members those that others name, of bags none."""
    counts = {kind: len(rows) for kind, rows in world.entities.items()}
    return sum(counts.values()) - counts["StorageBag"] - counts["Membership"] + NAMED


def _lived(row: Entity, share: float, chance: Random) -> Entity:
    return {name: _value(name, value, share, chance) for name, value in row.items()}


def _value(name: str, value: Any, share: float, chance: Random) -> Any:
    if isinstance(value, dict):
        made = _lived(value, share, chance)
        return {**made, "id": _named(name, share)} if "id" in made else made
    if name == "__typename":
        return value
    if isinstance(value, list):
        return [_value(name, each, share, chance) for each in value]
    if name.endswith("Id"):
        return _named(name, share)
    if name in AMOUNTS:
        return chance.randrange(10**12, 10**16)
    if "lock" in name and isinstance(value, int) and not isinstance(value, bool):
        return int(share * BLOCKS) + 1
    if isinstance(value, str):
        return _text(name, value, share, chance)
    return value


def _named(relation: str, share: float) -> str:
    named = REFERENCES.get(relation, "")
    rows = ROWS.get(named, FEW)
    apart = rows // NAMED if named == "memberships" else 1
    return str(int(share * rows / apart) * apart + 1)


def _text(name: str, value: str, share: float, chance: Random) -> str:
    if value[10:11] == "T":
        return _moment(share)
    if name in ("title", "handle"):
        return " ".join(chance.choices(WORDS, k=6))
    if name == "rationale":
        return " ".join(chance.choices(WORDS, k=60))
    if "ccount" in name or name == "castBy":
        return f"{chance.randbytes(24).hex()}"
    return value


def _moment(share: float) -> str:
    return (BORN + YEARS * share).strftime("%Y-%m-%dT%H:%M:%S.000Z")
