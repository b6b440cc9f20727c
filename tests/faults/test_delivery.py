"""Two workers on PostgreSQL, killed at random while they send to a Discord that fails after it has accepted."""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, func, insert, select

from secretariat.desk.acts import Act, Destination, as_json, canonical, digest
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.schema import outbox
from tests.effects.chat.discord_here import Here, discord_here, posts

SEED = 20261129
ITEMS = 200
KILLS = int(os.environ.get("SECRETARIAT_KILLS", "10"))
FAULTS = ("error-after", "answer-lost", "answer-late", "status", "reset")
LONGEST_SECONDS = 240


def queue(engine: Engine) -> None:
    """Queue items whose texts tell them apart."""
    with writing(engine) as connection:
        for number in range(1, ITEMS + 1):
            act = Act(
                kind="message",
                channel="discord",
                destination=Destination(place="council"),
                finding=f"own/words/{number}",
                part="discord",
                revision=1,
                text=f"message {number}.",
            )
            values = {"draft": number, "revision": 1, "act": canonical(as_json(act)), "digest": digest(act), "tries": 0}
            connection.execute(
                insert(outbox).values(state="queued", queued_at="2026-01-01T00:00:00Z", receipt="", why="", **values)
            )


@contextmanager
def workers(url: str, here: Here) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start two workers; whoever runs at the end is stopped."""
    running = [start(url, here) for _ in range(2)]
    try:
        yield running
    finally:
        for one in running:
            one.kill()
            one.wait()


def start(url: str, here: Here) -> subprocess.Popen[bytes]:
    """Start one worker."""
    words = [
        sys.executable,
        "-m",
        "tests.faults.delivering",
        url,
        here.places.settings.api,
        here.places.webhooks["council"],
    ]
    return subprocess.Popen(words, stderr=subprocess.PIPE)


def open_items(engine: Engine) -> int:
    """Count what is queued or claimed."""
    with reading(engine) as connection:
        query = select(func.count()).where(outbox.c.state.in_(("queued", "claimed")))
        return int(connection.execute(query).scalar_one())


@pytest.mark.xdist_group("postgres")
def test_each_message_arrives_once_or_stands_as_unconfirmed(postgres_url: str) -> None:
    chance = random.Random(SEED)
    print(f"seed {SEED}, {KILLS} kills, {ITEMS} items")
    engine = open_store(postgres_url)
    queue(engine)
    faults = [posts(kind, nth=nth, seconds=2) for nth in range(3, 2 * ITEMS, 9) for kind in [chance.choice(FAULTS)]]
    ends = time.monotonic() + LONGEST_SECONDS
    killed = killed_while_open = 0
    with discord_here(faults, bot=False) as here, workers(postgres_url, here) as running:
        while (killed < KILLS or open_items(engine)) and time.monotonic() < ends:
            time.sleep(chance.uniform(0.05, 1.0))
            if killed < KILLS:
                place = chance.randrange(2)
                killed_while_open += open_items(engine) > 0
                running[place].kill()
                running[place].wait()
                assert running[place].stderr.read() == b""  # type: ignore[union-attr]
                running[place] = start(postgres_url, here)
                killed += 1
        assert killed == KILLS
        arrived = Counter(text.splitlines()[0] for text in here.texts)
    assert set(arrived.values()) == {1}, "nothing arrives twice"
    with reading(engine) as connection:
        rows = connection.execute(select(outbox.c.draft, outbox.c.state, outbox.c.why)).all()
    states = Counter(row.state for row in rows)
    print(dict(states), "arrived", len(arrived), "kills while there was something to send:", killed_while_open)
    assert set(states) == {"sent", "unconfirmed"}
    assert all(row.why for row in rows if row.state == "unconfirmed")
    assert {f"message {row.draft}." for row in rows if row.state == "sent"} <= set(arrived)
    assert states["sent"] >= ITEMS // 2
    assert states["unconfirmed"] >= 5
    engine.dispose()
