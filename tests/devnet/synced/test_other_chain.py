"""A query node of another chain: it takes no fact away, and nothing is concluded from one that the node contradicts."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from secretariat.clients.http import WireSettings, open_wire
from secretariat.config import Config
from secretariat.flow.check import Check
from secretariat.flow.doctor_query_node import check_query_nodes
from secretariat.flow.sync.known_events import known_events
from secretariat.flow.sync.result import Synced
from secretariat.flow.sync.run import sync
from secretariat.store import live
from secretariat.store.engine import reading
from tests.devnet.synced.desk import Desk, desk
from tests.flow.sync.live import facts

WORLDS = Path(__file__).parent / "worlds"
BLOCKS = 98_000


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Desk, Desk]]:
    """Give two networks of one prehistory, at one block, each with its own desk."""
    first, second = WORLDS / "three-failures.json", WORLDS / "ties.json"
    with _lived(first, tmp_path / "one") as one, _lived(second, tmp_path / "other") as other:
        other.network.advance(one.network.now - other.network.now)
        yield one, other


@contextmanager
def _lived(world: Path, folder: Path) -> Iterator[Desk]:
    folder.mkdir()
    with desk(world, folder) as made:
        made.network.advance(BLOCKS)
        yield made


def reads(made: Desk, *of: Desk, full: bool = False) -> Synced:
    """Sync with the query nodes of some networks."""
    urls = tuple(one.running.addresses["query-node"] for one in of)
    asked = replace(made.context.config.settings["query_node"], urls=urls)
    context = replace(made.context, config=Config(settings={**made.context.config.settings, "query_node": asked}))
    return sync(context, now=made.moment, full=full)


def looked(made: Desk, of: Desk) -> list[Check]:
    """Let doctor look at the query node of a network beside the facts of a desk."""
    asked = replace(made.context.config.settings["query_node"], urls=(of.running.addresses["query-node"],))
    with reading(made.context.engine) as connection:
        known, events = live.sources_known(connection)["query-node"].state, known_events(connection)
    with open_wire(WireSettings()) as wire:
        return list(check_query_nodes(asked, wire, None, known, events))


def test_a_query_node_of_another_chain_changes_nothing(two: tuple[Desk, Desk]) -> None:
    one, other = two
    one.sync()
    before = facts(one.context)
    done = reads(one, other)
    why = done.failures["query-node"]
    assert all(words in why for words in ("does not tell events that were read before", "[query_node] urls", "--full"))
    assert other.running.addresses["query-node"] in why
    assert (done.complete, done.moved) == (False, False)
    assert facts(one.context) == before
    (check,) = [found for found in looked(one, other) if found.name.startswith("query node ")]
    assert check.verdict == "failed"
    assert "does not tell events that were read before" in check.found
    assert "[query_node] urls" in check.remedy
    beside = reads(one, other, one)
    assert (beside.complete, beside.moved) == (True, False)
    assert any("does not tell events that were read before" in note for note in beside.notes)
    again = reads(one, one)
    assert (again.complete, again.moved, facts(one.context)) == (True, False, before)


def test_who_knows_better_reads_it_by_full_and_the_node_still_contradicts_it(two: tuple[Desk, Desk]) -> None:
    """And back by full no row and no state of the other chain stays."""
    one, other = two
    one.sync()
    before = {row[:3]: row[4] for row in facts(one.context)["records"]}
    done = reads(one, other, full=True)
    assert (done.complete, done.moved) == (True, True)
    judged = {each.source: each for each in done.freshness}
    assert judged["query-node"].verdict == "stale"
    assert "of another chain" in judged["query-node"].reason
    assert "does not tell events" in reads(one, one).failures["query-node"]
    assert reads(one, one, full=True).complete
    after = {row[:3]: row[4] for row in facts(one.context)["records"]}
    assert {row for row in after if after[row] != before.get(row)} == set()
    assert set(after) == set(before)


def test_a_first_sync_of_another_chain_s_query_node_is_not_called_fresh(two: tuple[Desk, Desk]) -> None:
    one, other = two
    judged = {each.source: each for each in reads(one, other).freshness}
    assert (judged["chain"].verdict, judged["query-node"].verdict) == ("fresh", "stale")
    assert "look at [query_node] urls and [chain] urls" in judged["query-node"].reason


@pytest.mark.parametrize("blocks", [1, 700])
def test_the_same_chain_goes_on(two: tuple[Desk, Desk], blocks: int) -> None:
    one, _ = two
    one.sync()
    one.network.advance(blocks)
    seen = one.sync()
    assert dict(seen.freshness) == {"chain": "fresh", "query-node": "fresh"}
