"""Two workers on PostgreSQL, killed at random while they send to a Discord, a Telegram and a mail server that fail after they have accepted."""

import pytest

from tests.faults.killed_delivery import CHANNELS, channel_of, messages_of, play

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
    for channel in CHANNELS:
        states = {state for number, state, _ in played.items if channel_of(number) == channel}
        assert states == {"sent", "unconfirmed"}, channel
    several = [number for number, state, _ in played.items if state == "sent" and len(messages_of(number)) > 1]
    assert len(several) >= 3
