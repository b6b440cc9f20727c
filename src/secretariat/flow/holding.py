"""Holding a lease while a step works: a thread renews it, so that it can be short and a killed worker's step is soon taken over."""

import os
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from secretariat.facts.moments import Moment, moment_of
from secretariat.flow.context import machine_time
from secretariat.store import leases
from secretariat.store.engine import StoreUnusable, writing
from secretariat.store.leases import Lease, LeaseLost

LEASE_SECONDS = 60
"""So long after its last renewal a worker is taken to be gone."""

RENEWALS = 3
"""So often a lease is renewed within its time: one or two that fail, as another writes to the store, lose nothing."""

Still = Callable[[], None]
"""Called before a step writes or sends further. Raises LeaseLost where another worker does the step by now."""


def always() -> None:
    """Go on: what a person does by hand rests on no lease."""


@dataclass(kw_only=True)
class Held:
    """A lease that this process holds at present. ``until`` is when it expires by the last renewal (machine time, UTC)."""

    engine: Engine
    lease: Lease
    seconds: float
    until: datetime
    lost: LeaseLost | None = None
    turn: threading.Lock = field(default_factory=threading.Lock)

    def still(self) -> None:
        """Make sure that the step is still this worker's. Raises LeaseLost, and StoreUnusable where that cannot be found out.

        The store is asked only when the lease has run out, as after a pause of the whole process.
        """
        if self.lost is None and machine_now() >= self.until:
            self.renew()
        if self.lost is not None:
            raise self.lost

    def renew(self) -> None:
        """Renew it where nobody took it over, expired or not; else ``lost`` says so. Raises StoreUnusable."""
        with self.turn:
            until = machine_now() + timedelta(seconds=self.seconds)
            try:
                with writing(self.engine, alone=False) as connection:
                    leases.renew(connection, self.lease, until=Moment(moment_of(until)))
            except LeaseLost as error:
                self.lost = error
            else:
                self.until = until

    def renew_until(self, over: threading.Event) -> None:
        """Renew it again and again until the step is over or another worker has it."""
        while self.lost is None and not over.wait(self.seconds / RENEWALS):
            try:
                self.renew()
            except StoreUnusable:
                continue  # another writes; the next turn comes before the lease expires, or ``still`` asks itself


@contextmanager
def holding(engine: Engine, name: str, seconds: float = LEASE_SECONDS) -> Iterator[Held]:
    """Take a lease for what is done inside, renew it meanwhile in a thread, and give it back. Raises LeaseTaken, and StoreUnusable."""
    started = machine_now()
    until = started + timedelta(seconds=seconds)
    with writing(engine) as connection:
        lease = leases.take(connection, name, holder(), now=Moment(moment_of(started)), until=Moment(moment_of(until)))
    held, over = Held(engine=engine, lease=lease, seconds=seconds, until=until), threading.Event()
    thread = threading.Thread(target=held.renew_until, args=(over,), name=f"renews {name}", daemon=True)
    thread.start()
    try:
        yield held
    finally:
        over.set()
        thread.join()
        with writing(engine) as connection:
            leases.release(connection, lease, now=Moment(machine_time()))


def holder() -> str:
    """Name this process among all workers: machine and process number."""
    return f"{socket.gethostname()}:{os.getpid()}"


def machine_now() -> datetime:
    """Give the machine's time in UTC."""
    return datetime.fromisoformat(machine_time()).astimezone(UTC)
