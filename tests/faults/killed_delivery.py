"""Two workers that deliver to sinks which fail after they have accepted, killed at random; what became of every item."""

import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from sqlalchemy import Engine, func, insert, select

from secretariat.desk.acts import Act, Channel, Destination, as_json, canonical, digest
from secretariat.store.engine import open_store, reading, writing
from secretariat.store.schema import outbox
from tests.effects.chat import discord_here, telegram_here
from tests.effects.mail import mail_here

FAULTS = ("error-after", "answer-lost", "answer-late", "status", "reset")
MAIL_FAULTS = ("answer-lost", "answer-late", "reset", "truncated")
"""A status of mail is an answer that leaves no doubt, and has tests of its own."""

CHANNELS: tuple[Channel, ...] = ("discord", "telegram", "email")
PARTS = 3
LONGEST_SECONDS = 600


@dataclass(frozen=True, kw_only=True)
class Played:
    """What became of it: how often each message arrived, each item's state and why, and how many kills fell while there was work."""

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
                if state == "sent" and not all(self.arrived[one] for one in messages_of(number))
            ),
        ]


def channel_of(number: int) -> Channel:
    """Give the channel of an item: each in turn."""
    return CHANNELS[number % len(CHANNELS)]


def messages_of(number: int) -> tuple[str, ...]:
    """Give the first lines of an item's messages: every fourth on Discord is several."""
    several = channel_of(number) == "discord" and number % 4 == 0
    return tuple(f"message {number}, {part}." for part in range(1, PARTS + 1 if several else 2))


def text_of(number: int) -> str:
    """Give an item's words: a paragraph for each message, of which no two fit into one."""
    lines = messages_of(number)
    return "\n\n".join(f"{line}\n{'Words. ' * 180}".strip() if len(lines) > 1 else line for line in lines)


def play(url: str, *, items: int, kills: int, seed: int, longest_pause: float = 1.0) -> Played:
    """Deliver so many items with two workers, one of which is killed and started again so often, at random."""
    chance = random.Random(seed)
    engine = open_store(url)
    _queue(engine, items)
    ends = time.monotonic() + LONGEST_SECONDS
    killed = at_work = 0
    with _sinks(items, chance) as here, _workers(url, here) as running:
        while (killed < kills or _open(engine)) and time.monotonic() < ends:
            time.sleep(chance.uniform(0.02, longest_pause))
            if killed < kills:
                at_work += _open(engine) > 0
                _kill(running, chance.randrange(2))
                running.append(_start(url, here))
                killed += 1
        arrived = Counter(text.splitlines()[0] for text in here.texts())
    with reading(engine) as connection:
        rows = connection.execute(select(outbox.c.draft, outbox.c.state, outbox.c.why).order_by(outbox.c.draft)).all()
    engine.dispose()
    found = tuple((int(row.draft), str(row.state), str(row.why)) for row in rows)
    return Played(arrived=arrived, items=found, kills=killed, kills_at_work=at_work)


@dataclass(frozen=True, kw_only=True)
class Here:
    """The three sinks: what a worker is told of them, and what arrived."""

    discord: discord_here.Here
    telegram: telegram_here.Here
    mail: mail_here.Here

    @property
    def addresses(self) -> tuple[str, ...]:
        """Give API and webhook of Discord, the API of Telegram, and the port of the mail server."""
        places = self.discord.places
        return (
            places.settings.api,
            places.webhooks["council"],
            self.telegram.chats.settings.api,
            str(self.mail.settings.port),
        )

    def texts(self) -> list[str]:
        """List the texts that arrived at any of them."""
        return [*self.discord.texts, *self.telegram.texts, *self.mail.texts]


@contextmanager
def _sinks(items: int, chance: random.Random) -> Iterator[Here]:
    """Serve the sinks, each with faults at every ninth message."""
    at = range(3, 2 * items, 9)
    with ExitStack() as opened:
        yield Here(
            discord=opened.enter_context(
                discord_here.discord_here(
                    [discord_here.posts(chance.choice(FAULTS), nth=nth, seconds=2) for nth in at], bot=False
                )
            ),
            telegram=opened.enter_context(
                telegram_here.telegram_here(
                    [telegram_here.posts(chance.choice(FAULTS), nth=nth, seconds=2) for nth in at]
                )
            ),
            mail=opened.enter_context(
                mail_here.mail_here([mail_here.data(chance.choice(MAIL_FAULTS), nth=nth, seconds=2) for nth in at])
            ),
        )


def _queue(engine: Engine, items: int) -> None:
    """Queue items whose texts tell them apart."""
    with writing(engine) as connection:
        for number in range(1, items + 1):
            act = Act(
                kind="message",
                channel=channel_of(number),
                destination=Destination(place="council"),
                finding=f"own/words/{number}",
                part="words",
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
    words = [sys.executable, "-m", "tests.faults.delivering", url, *here.addresses]
    return subprocess.Popen(words, stderr=subprocess.PIPE)


def _open(engine: Engine) -> int:
    """Count what is queued or claimed."""
    with reading(engine) as connection:
        query = select(func.count()).where(outbox.c.state.in_(("queued", "claimed")))
        return int(connection.execute(query).scalar_one())
