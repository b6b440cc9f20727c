"""Two workers on PostgreSQL, killed at random while they send to a Discord that fails after it has accepted."""

import pytest

from tests.faults.killed_delivery import play

SEED = 20261129
ITEMS, KILLS = 200, 10


@pytest.mark.xdist_group("postgres")
def test_each_message_arrives_once_or_stands_as_unconfirmed(postgres_url: str) -> None:
    print(f"seed {SEED}, {KILLS} kills, {ITEMS} items")
    played = play(postgres_url, items=ITEMS, kills=KILLS, seed=SEED)
    print(dict(played.states), "arrived", len(played.arrived), "kills while there was work", played.kills_at_work)
    assert played.broken() == []
    assert (played.kills, len(played.items)) == (KILLS, ITEMS)
    assert played.states["sent"] >= ITEMS // 2
    assert played.states["unconfirmed"] >= 5
