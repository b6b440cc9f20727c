"""Two workers that deliver to a Discord which fails after it has accepted, killed at random; what became of every item."""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, func, insert, select

from secretariat.desk.acts import Act, Destination, as_json, canonical, digest
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.schema import outbox
from tests.effects.chat.discord_here import Here, discord_here, posts

FAULTS = ("error-after", "answer-lost", "answer-late", "status", "reset")
LONGEST_SECONDS = 600


@dataclass(frozen=True, kw_only=True)
class Played:
    """What became of it: how often each text arrived, each item's state and why, and how many kills fell while there was work."""

    arrived: Counter[str]
    items: tuple[tuple[int, str, str], ...]
    kills: int
    kills_at_work: int

    @property
    def states(self) -> Counter[str]:
        """Count the items by state."""
        return Counter(state for _, state, _ in self.items)

    def broken(self) -> list[str]:
        """Say what must not be: a text that arrived twice, an item left over, one told sent that did not arrive."""
        return [
            *(f"{text!r} arrived {count} times" for text, count in self.arrived.items() if count > 1),
            *(f"item {number} is {state}" for number, state, _ in self.items if state not in ("sent", "unconfirmed")),
            *(
                f"item {number} is unconfirmed without a reason"
                for number, state, why in self.items
                if state == "unconfirmed" and not why
            ),
            *(
                f"item {number} is sent and did not arrive"
                for number, state, _ in self.items
                if state == "sent" and not self.arrived[text_of(number)]
            ),
        ]


def text_of(number: int) -> str:
    """Give the first line of an item's message."""
    return f"message {number}."


def play(url: str, *, items: int, kills: int, seed: int, longest_pause: float = 1.0) -> Played:
    """Deliver so many items with two workers, one of which is killed and started again so often, at random."""
    chance = random.Random(seed)
    engine = open_store(url)
    _queue(engine, items)
    faults = [posts(chance.choice(FAULTS), nth=nth, seconds=2) for nth in range(3, 2 * items, 9)]
    ends = time.monotonic() + LONGEST_SECONDS
    killed = at_work = 0
    with discord_here(faults, bot=False) as here, _workers(url, here) as running:
        while (killed < kills or _open(engine)) and time.monotonic() < ends:
            time.sleep(chance.uniform(0.02, longest_pause))
            if killed < kills:
                at_work += _open(engine) > 0
                _kill(running, chance.randrange(2))
                running.append(_start(url, here))
                killed += 1
        arrived = Counter(text.splitlines()[0] for text in here.texts)
    with reading(engine) as connection:
        rows = connection.execute(select(outbox.c.draft, outbox.c.state, outbox.c.why).order_by(outbox.c.draft)).all()
    engine.dispose()
    found = tuple((int(row.draft), str(row.state), str(row.why)) for row in rows)
    return Played(arrived=arrived, items=found, kills=killed, kills_at_work=at_work)


def _queue(engine: Engine, items: int) -> None:
    """Queue items whose texts tell them apart."""
    with writing(engine) as connection:
        for number in range(1, items + 1):
            act = Act(
                kind="message",
                channel="discord",
                destination=Destination(place="council"),
                finding=f"own/words/{number}",
                part="discord",
                revision=1,
                text=text_of(number),
            )
            values = {"draft": number, "revision": 1, "act": canonical(as_json(act)), "digest": digest(act), "tries": 0}
            connection.execute(
                insert(outbox).values(state="queued", queued_at="2026-01-01T00:00:00Z", receipt="", why="", **values)
            )


@contextmanager
def _workers(url: str, here: Here) -> Iterator[list[subprocess.Popen[bytes]]]:
    """Start two workers; whoever runs at the end is stopped."""
    running = [_start(url, here) for _ in range(2)]
    try:
        yield running
    finally:
        while running:
            _kill(running, 0)


def _kill(running: list[subprocess.Popen[bytes]], place: int) -> None:
    """Kill one worker. Raises AssertionError when it had failed by itself."""
    one = running.pop(place)
    one.kill()
    _, said = one.communicate()
    assert said == b"", said


def _start(url: str, here: Here) -> subprocess.Popen[bytes]:
    places = here.places
    words = [sys.executable, "-m", "tests.faults.delivering", url, places.settings.api, places.webhooks["council"]]
    return subprocess.Popen(words, stderr=subprocess.PIPE)


def _open(engine: Engine) -> int:
    """Count what is queued or claimed."""
    with reading(engine) as connection:
        query = select(func.count()).where(outbox.c.state.in_(("queued", "claimed")))
        return int(connection.execute(query).scalar_one())
