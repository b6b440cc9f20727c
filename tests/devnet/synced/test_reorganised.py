"""Heads that are replaced: of abandoned blocks nothing is known, and what stood in them is told where it came to stand."""

from pathlib import Path
from typing import Any

from secretariat.devnet.chain.kernel import Chain
from secretariat.devnet.network import Network
from secretariat.devnet.world import acts
from secretariat.devnet.world.build import build
from tests.devnet.synced.desk import Seen, desk
from tests.devnet.synced.playing import compared, problems

TABLES = ("elections", "candidates", "seats", "proposals", "spending", "forum-threads", "members", "past-states")


def tables(seen: Seen) -> dict[str, Any]:
    """Give what tables say, but for the block at which it was first read."""
    return {
        name: [{column: value for column, value in row.items() if column != "source"} for row in seen.rows(name)]
        for name in TABLES
    }


STANDS = (
    (6, "dario", "transfer", {"to": "edda", "amount": "1.5 JOY"}),
    (7, "edda", "create_thread", {"title": "Written twice?", "text": "Only once."}),
    (8, "fabio", "propose", {"pays": {"fabio": "120 JOY"}, "title": "Made in a lost block", "votes": "by-hand"}),
)
"""What stands so many blocks after the beginning, until its block is replaced."""


def busy(network: Network) -> None:
    """Enter it."""
    chain = network.world.chain
    for after, actor, act, arguments in STANDS:
        chain.transaction(chain.now + after, _act, network, actor, act, arguments)


def _act(chain: Chain, network: Network, actor: str, act: str, arguments: dict[str, Any]) -> None:
    acts.perform(chain, network.world, actor, act, arguments, "busy")


def test_the_scenario_leaves_no_trace_of_what_was_replaced(tmp_path: Path) -> None:
    with desk("reorganisation", tmp_path) as one:
        for blocks in (9, 1, 1, 28, 1, 4):
            one.network.advance(blocks)
            seen = compared(one)
            assert problems(seen) == []
            assert seen.final == one.network.now - 4


def test_what_stood_in_abandoned_blocks_is_told_once_and_where_it_stands(tmp_path: Path) -> None:
    world = build("reorganisation")
    (tmp_path / "fresh").mkdir()
    with desk(world, tmp_path, busy) as one:
        begun = one.network.now
        one.network.advance(9)
        lost = one.network.node.blocks.hash_of(begun + 8)
        one.network.reorganise(3)
        assert one.network.node.blocks.hash_of(begun + 8) != lost
        compared(one)
        one.network.advance(12)
        seen = compared(one)
        (made,) = (row for row in seen.rows("proposals") if row["title"] == "Made in a lost block")
        (thread,) = (row for row in seen.rows("forum-threads") if row["title"] == "Written twice?")
        assert (made["created_block"], thread["created_block"]) == (begun + 11, begun + 12)
        with desk(world, tmp_path / "fresh") as other:
            assert tables(compared(other)) == tables(seen)
