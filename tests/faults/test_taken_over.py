"""A worker that is killed, or stands still, in the middle of a step: another one goes on within the step's short lease, on both stores."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from secretariat.flow.context import Context
from secretariat.flow.holding import LEASE_SECONDS
from secretariat.flow.run import STEPS, Done, Step, one_step
from secretariat.store.engine import writing
from tests.flow.archives import context

SECONDS = 3
TICK = 1.0
"""Leases are kept to the second."""

OURS = Step(name="collect", do=lambda _context, _still: "ours")


@contextmanager
def worker(store: str) -> Iterator[subprocess.Popen[str]]:
    """Start a worker of its own process, and wait until it is at the step."""
    words = [sys.executable, "-m", "tests.faults.at_a_step", store, str(SECONDS)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        try:
            assert running.stdout.readline() == "at it\n"
            yield running
        finally:
            running.kill()


def taken_over(made: Context) -> tuple[Done, float]:
    """Try again and again until the step is not the other worker's any more; gives how it went, and the seconds that it took."""
    began = time.monotonic()
    while (done := one_step(made, OURS)).skipped:
        assert time.monotonic() - began < 10 * SECONDS, done
        time.sleep(0.1)
    return done, time.monotonic() - began


def test_leases_are_short_for_every_step() -> None:
    assert LEASE_SECONDS <= 90
    assert [step.name for step in STEPS] == ["collect", "review", "deliver"]


def test_who_works_longer_than_the_lease_keeps_it_and_who_is_killed_loses_it(store_url: str) -> None:
    made = context(store_url)
    with worker(store_url) as running:
        time.sleep(2 * SECONDS)
        assert one_step(made, OURS).skipped
        running.kill()
        done, seconds = taken_over(made)
    assert (done.says, done.failed) == ("ours", False)
    assert seconds <= SECONDS + 2 * TICK


def test_who_stood_still_stops_before_it_writes_again(store_url: str) -> None:
    made = context(store_url)
    with worker(store_url) as running:
        running.send_signal(signal.SIGSTOP)
        assert taken_over(made)[0].says == "ours"
        running.send_signal(signal.SIGCONT)
        said, _ = running.communicate(timeout=10)
    last = said.splitlines()[-1]
    assert last.startswith("ended skipped=True Another worker took the step 'run/collect' over"), said[-500:]


def test_a_long_transaction_of_the_holder_loses_nothing(store_url: str) -> None:
    """While it is open nobody else comes in on SQLite, and on PostgreSQL it is renewed beside it; after it the step is still theirs."""
    made, others = context(store_url), context(store_url)

    def long(inner: Context, still: object) -> str:
        with writing(inner.engine):
            time.sleep(2 * SECONDS)
        assert callable(still)
        still()
        assert one_step(others, OURS).skipped
        return "well"

    done = one_step(made, Step(name="collect", do=long), SECONDS)
    assert (done.says, done.skipped, done.failed) == ("well", False, False)
